"""Whose something is takes part in nothing by that."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text


def _people(reading: Reading) -> list[list[str]]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [[names[p.actor] for p in m.participants if p.actor] for m in reading.meetings]


@pytest.mark.parametrize(
    "matter",
    ["President Putin's war against Ukraine", "President Erdogan's proposal for talks", "President Macron’s plans"],
)
def test_whose_war_or_plan_is_discussed_is_not_there(matter: str) -> None:
    reading = read_text(
        f"Kenyan Foreign Minister Abel Kamau met today with Peruvian Foreign Minister Rosa Lima to discuss {matter}.",
        language="en",
        published="2024-05-04",
    )
    assert _people(reading) == [["Abel Kamau", "Rosa Lima"]]
    assert [m.parties for m in reading.meetings] == [["KEN", "PER"]]


def test_whose_talks_they_are_is_there() -> None:
    reading = read_text(
        "Kenyan Foreign Minister Abel Kamau's talks with Peruvian Foreign Minister Rosa Lima ended in Lima today.",
        language="en",
        published="2024-05-04",
    )
    assert _people(reading) == [["Abel Kamau", "Rosa Lima"]]
