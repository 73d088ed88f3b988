"""Gatherings that others only speak of: whose they are, and that nobody is said to have been there."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text

LEAD = "Kenyan Foreign Minister Juma Otieno met his Georgian counterpart Nino Beridze in Nairobi on March 26."


def _gathering(text: str) -> tuple[Reading, str]:
    reading = read_text(f"{LEAD} {text}", language="en", published="2022-03-26")
    return reading, next(m.id for m in reading.meetings if m.kind == "conference")


@pytest.mark.parametrize(
    "text",
    [
        "The pair went over what the March 12 NATO summit in Oslo had brought and discussed Sudan's attack on Chad.",
        "They discussed how to prepare the meeting in Vienna and the July 3-5 NATO summit in Lisbon.",
    ],
)
def test_a_gathering_that_two_discuss_is_of_whose_it_is_and_of_nobody_else_they_speak_of(text: str) -> None:
    reading, number = _gathering(text)
    summit = next(m for m in reading.meetings if m.id == number)
    assert "NATO" in summit.parties
    assert not {"RUS", "UKR"} & {*summit.parties}
    assert not summit.participants


def test_whoever_discusses_something_at_a_gathering_is_there() -> None:
    reading = read_text(
        "Kenyan Foreign Minister Juma Otieno discussed trade with his Georgian counterpart Nino Beridze at a conference"
        " in Nairobi on March 26.",
        language="en",
        published="2022-03-26",
    )
    names = {a.id: a.name for a in reading.actors}
    assert reading.meetings
    assert all({names[p.actor] for p in m.participants if p.actor} for m in reading.meetings)
