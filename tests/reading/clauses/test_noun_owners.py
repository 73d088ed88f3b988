"""Whose an undertaking or a journey is that a noun tells: its possessor's, and not of who speaks of it."""

from __future__ import annotations

import pytest

from peyman.model import Reading
from peyman.reading.reader import read_text

LEAD = "Kenyan Foreign Minister Juma Otieno met his Georgian counterpart Nino Beridze in Nairobi on Monday."


def _read(text: str) -> Reading:
    return read_text(f"{LEAD} {text}", language="en", published="2022-06-07")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Otieno and Beridze emphasized Kenya’s unwavering support for Somalia’s security.", "KEN"),
        ("They emphasized the ties between Kenya and Georgia and Kenya’s unwavering support for Somalia.", "KEN"),
        ("Otieno praised Georgia's continued willingness to assist Somalia.", "GEO"),
        ("Otieno also thanked Georgia for its unwavering support for Somalia.", "GEO"),
        ("Otieno and Beridze emphasized the Seychelles' unwavering support for Somalia's security.", "SYC"),
    ],
)
def test_an_undertaking_told_by_a_noun_is_its_possessor_s(text: str, by: str) -> None:
    assert [c.by for c in _read(text).commitments] == [[by]]


def test_journeys_told_by_a_noun_are_its_possessor_s() -> None:
    reading = _read("Otieno and the Foreign Minister reviewed Minister Beridze's recent visits to Fiji and Samoa.")
    assert {frozenset(m.parties) for m in reading.meetings if m.kind == "visit"} == {
        frozenset({"GEO", "FJI"}),
        frozenset({"GEO", "WSM"}),
    }


def test_a_journey_told_by_a_noun_is_of_no_party_that_speaks_of_it() -> None:
    reading = _read("They reviewed Minister Beridze's recent visit to Fiji on Sunday.")
    assert {frozenset(m.parties) for m in reading.meetings if m.kind == "visit"} == {frozenset({"GEO", "FJI"})}


def test_whoever_has_visited_before_an_encounter_was_not_at_it() -> None:
    reading = read_text(
        "Kenyan Foreign Minister Juma Otieno met with Georgian Foreign Minister Nino Beridze today following the May 16"
        " visit of Georgian Prime Minister Gia Lomidze to Nairobi.",
        language="en",
        published="2022-06-07",
    )
    names = {a.id: a.name for a in reading.actors}
    there = {m.kind: {names[p.actor] for p in m.participants if p.actor} for m in reading.meetings}
    assert there == {"meeting": {"Juma Otieno", "Nino Beridze"}, "visit": {"Gia Lomidze"}}


def test_a_place_at_home_is_no_goal_of_a_journey_abroad() -> None:
    reading = read_text(
        "Kenyan Foreign Minister Juma Otieno will travel to Fiji, Samoa and Mombasa on June 9.",
        language="en",
        published="2022-06-07",
    )
    assert {frozenset(m.parties) for m in reading.meetings} == {frozenset({"KEN", "FJI"}), frozenset({"KEN", "WSM"})}


def test_whoever_a_title_alone_means_takes_part() -> None:
    reading = read_text(
        "Kenyan Foreign Minister Juma Otieno will leave for Europe on June 9.\n\nThe journey begins in Geneva, where"
        " partners of many regions gather.\n\nIt goes on for a week.\n\nThe Foreign Minister will then travel to"
        " Vilnius on June 12 to meet with Lithuanian President Gita Norvaisa.",
        language="en",
        published="2022-06-07",
    )
    names = {a.id: a.name for a in reading.actors}
    met = next(m for m in reading.meetings if m.kind == "meeting")
    assert {names[p.actor] for p in met.participants if p.actor} == {"Juma Otieno", "Gita Norvaisa"}


def test_a_second_title_behind_a_verb_is_somebody_else() -> None:
    reading = _read("The Foreign Minister and the Ambassador reviewed the Foreign Minister's pledge to help Somalia.")
    assert not any({"KEN", "GEO"} <= set(c.by) for c in reading.commitments)
