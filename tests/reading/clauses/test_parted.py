"""A date, or a place that is left, may stand between the words that tell of an encounter."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


def _told(text: str) -> list[tuple[str, frozenset[str], str | None]]:
    reading = read_text(text, language="en", published="2026-01-14")
    return [(one.kind, frozenset(one.parties), one.date) for one in reading.meetings]


@pytest.mark.parametrize(
    "words",
    [
        "arrived on Tuesday in Muscat",
        "flew on Tuesday to Muscat",
        "touched down Tuesday in Muscat",
        "landed early Tuesday in Muscat",
        "left Nairobi for Muscat on Tuesday",
        "left Nairobi on Tuesday for Muscat",
        "returned on Tuesday from Muscat",
    ],
)
def test_a_date_or_the_place_that_is_left_parts_no_journey(words: str) -> None:
    told = _told(f"Kenyan President Daniel Mbeki {words}.")
    assert told == [("visit", frozenset({"KEN", "OMN"}), "2026-01-13")]


def test_a_date_parts_no_call_that_is_paid() -> None:
    told = _told("Kenyan President Daniel Mbeki called Tuesday on Oman's foreign minister.")
    assert [(kind, date) for kind, _, date in told] == [("meeting", "2026-01-13")]


def test_what_a_date_stands_between_by_chance_is_no_encounter() -> None:
    assert _told("Kenya's exports went up on Tuesday to Oman's delight.") == []


def test_a_parted_verb_that_needs_a_goal_tells_a_journey_to_it_alone() -> None:
    def told(text: str) -> list[str]:
        return [one.kind for one in read_text(text, language="kmr", published="2026-01-14").meetings]

    assert told("Wezîrê Derve yê Îranê xwe duşemê gihand Bexdayê.") == ["visit"]
    assert told("Krîza navbera Îran û Omanê derbas îro bû.") == []
