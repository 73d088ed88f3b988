"""What tests ask of a reading: its one entry of a kind, whose failure shows the others; where its encounters are."""

from __future__ import annotations

from peyman.model import Commitment, Meeting, Reading


def only_meeting(reading: Reading) -> Meeting:
    """The meeting of a reading that has just one."""
    assert len(reading.meetings) == 1, [(m.kind, m.status, m.date, m.parties) for m in reading.meetings]
    return reading.meetings[0]


def only_commitment(reading: Reading) -> Commitment:
    """The commitment of a reading that has just one."""
    assert len(reading.commitments) == 1, [(c.by, c.class_, c.strength) for c in reading.commitments]
    return reading.commitments[0]


def places_of_meetings(reading: Reading) -> list[str | None]:
    """The key of the place of each meeting of a reading, in order; None where none is told."""
    names = {place.id: place.key for place in reading.places}
    return [names.get(one.place or "") for one in reading.meetings]
