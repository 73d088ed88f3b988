"""Titles that a conjunction joins: "Secretary A and the foreign minister" are both, whom the text named before."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

LEAD = "Secretary of State Amy Carver of the United States spoke on Monday with Kenyan Foreign Minister Juma Otieno."
BOTH = ["Secretary Carver and the Foreign Minister", "The Secretary and the Foreign Minister"]


@pytest.mark.parametrize(
    "both", ["Secretary Carver and the Foreign Minister", "The Secretary and the Foreign Minister"]
)
def test_what_both_discuss_is_no_encounter_with_whom_they_speak_of(both: str) -> None:
    reading = read_text(f"{LEAD} {both} discussed Russia's war on Ukraine.", language="en", published="2022-03-13")
    assert [set(m.parties) for m in reading.meetings] == [{"USA", "KEN"}]


@pytest.mark.parametrize(
    "both", ["Secretary Carver and the Foreign Minister", "The Secretary and the Foreign Minister"]
)
def test_both_undertake_what_is_told_of_a_name_and_a_title(both: str) -> None:
    reading = read_text(f"{LEAD} {both} pledged to send grain to Somalia.", language="en", published="2022-03-13")
    assert [set(c.by) for c in reading.commitments] == [{"USA", "KEN"}]


def test_a_title_of_nobody_named_adds_nobody() -> None:
    reading = read_text(
        f"{LEAD} Secretary Carver and the crown prince pledged to send grain to Somalia.",
        language="en",
        published="2022-03-13",
    )
    assert [set(c.by) for c in reading.commitments] == [{"USA"}]
