"""The one entry of a kind that a reading is expected to have; if it has others, the failure shows them."""

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
