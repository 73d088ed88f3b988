"""When two accounts tell one meeting."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from tests.record.records import AMMAN, BAGHDAD, VENUE, meet, partition_of, record_of

from peyman.record import Record


def are_one(new_record: Callable[[], Record], first: dict[str, Any], second: dict[str, Any], **options: Any) -> bool:
    drafts = [meet("First", **first), meet("Second", "fa", **second)]
    answers = set()
    for ordered in itertools.permutations(drafts):
        with record_of(new_record, ordered, **options) as record:
            answers.add(len(record.meetings()) == 1)
    (answer,) = answers
    return answer


TWO_WITH_ONE_DAY: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("same day and parties", {}, {}),
    ("another kind of talks", {"kind": "negotiation-round"}, {"kind": "talks"}),
    ("one account has a party more", {"parties": ("IRQ", "USA", "IRQ-KRD")}, {}),
    ("planned, then held", {"status": "planned", "published": "2026-01-10"}, {"status": "held"}),
    ("a day of a longer meeting", {"date": "2026-01-13/2026-01-15"}, {}),
    ("began on one day, and ended", {"date": "2026-01-13/.."}, {"date": "2026-01-13/2026-01-15", "place": BAGHDAD}),
    ("month and day, at one place", {"date": "2026-01", "place": BAGHDAD}, {"place": BAGHDAD}),
    ("the country and a city in it", {"place": ("IRQ", "Iraq", "IRQ")}, {"place": BAGHDAD}),
    ("a city and a building in it", {"place": VENUE}, {"place": BAGHDAD}),
    ("a number and 'resumed'", {"round": "3"}, {"round": "resumed"}),
    ("an approximate day", {"date": "2026-01-14~"}, {}),
    (
        "one party known, and who came",
        {"parties": ("IRQ",), "people": (("Q1", "A", "IRQ"),), "place": BAGHDAD},
        {"people": (("Q1", "B", "IRQ"),), "place": BAGHDAD},
    ),
    (
        "someone in common, and one of two places read wrongly",
        {"people": (("Q1", "A", "IRQ"),), "place": AMMAN},
        {"people": (("Q1", "A", "IRQ"),), "place": BAGHDAD},
    ),
    (
        "one listed party in common, and one round of talks in one place",
        {"parties": ("IRQ", "OMN"), "round": "2", "place": BAGHDAD},
        {"round": "2", "place": BAGHDAD},
    ),
    (
        "one listed party in common, and the other by who came",
        {"parties": ("USA", "IRQ-KRD"), "people": (("Q1", "A", "USA"), ("Q2", "B", "IRQ"))},
        {"people": (("Q1", "A", "USA"),)},
    ),
    (
        "three parties, and a visit that another account takes for talks",
        {"parties": ("IRQ", "JOR", "USA"), "kind": "visit"},
        {"parties": ("IRQ", "JOR", "USA"), "kind": "talks"},
    ),
    ("a committee, and its meeting", {"kind": "committee", "place": VENUE}, {"place": BAGHDAD}),
    ("one month, by two calendars", {"date": "2025-06"}, {"date": "2025-05-21/2025-06-20"}),
    ("no date, same place and news", {"date": None, "place": BAGHDAD}, {"date": None, "place": BAGHDAD}),
]


@pytest.mark.parametrize(
    ("first", "second"), [case[1:] for case in TWO_WITH_ONE_DAY], ids=[c[0] for c in TWO_WITH_ONE_DAY]
)
def test_accounts_that_tell_one_meeting_are_merged(
    new_record: Callable[[], Record], first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert are_one(new_record, first, second)


APART: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("the day before", {"date": "2026-01-13"}, {}),
    ("next week", {"date": "2026-01-21"}, {}),
    ("other parties", {"parties": ("IRQ", "JOR")}, {}),
    ("one party in common", {"parties": ("USA", "JOR")}, {"parties": ("IRQ", "USA", "IRQ-KRD")}),
    (
        "one party in common that met two others in one city on one day",
        {"parties": ("IRQ", "JOR"), "people": (("Q1", "A", "IRQ"),), "place": BAGHDAD},
        {"people": (("Q1", "A", "IRQ"),), "place": BAGHDAD},
    ),
    ("a signing, and talks", {"kind": "signing"}, {"kind": "talks"}),
    ("another country", {"place": AMMAN}, {"place": BAGHDAD}),
    (
        "the next one, planned for the coming weeks after one was held",
        {"date": "2026-01/..", "status": "planned", "place": BAGHDAD, "basis": "X"},
        {"place": BAGHDAD, "basis": "X"},
    ),
    (
        "still planned, without a date, after one was held",
        {"date": None, "status": "planned", "place": BAGHDAD, "basis": "X"},
        {"place": BAGHDAD, "basis": "X"},
    ),
    ("another round", {"round": "3"}, {"round": "2"}),
    ("a call and a visit", {"kind": "call"}, {"kind": "visit"}),
    ("a month that nothing else ties to the day", {"date": "2026-01"}, {}),
    ("two known people of one party", {"people": (("Q1", "A", "IRQ"),)}, {"people": (("Q2", "B", "IRQ"),)}),
    (
        "no date, and news of another month",
        {"date": None, "published": "2025-11-01", "place": BAGHDAD},
        {"date": None, "place": BAGHDAD},
    ),
    ("no date and nothing but the parties", {"date": None}, {"date": None, "published": "2026-01-10"}),
    ("a date that says nothing", {"date": "2026-13-45"}, {"date": "20XX"}),
]


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_accounts_of_two_meetings_are_not_merged(
    new_record: Callable[[], Record], first: dict[str, Any], second: dict[str, Any]
) -> None:
    assert not are_one(new_record, first, second)


def test_of_two_meetings_of_one_day_that_is_the_same_where_nobody_else_came(new_record: Callable[[], Record]) -> None:
    president, premier, minister = ("Q1", "A", "IRQ"), ("Q2", "B", "USA"), ("Q3", "C", "IRQ")
    told_both = meet("First", people=(president, minister, premier))
    told_one = meet("Second", "fa", people=(president, premier))
    came = {actor.key: actor for actor in told_both.actors}
    told_both.meeting(people=(came["Q1"], came["Q2"]))
    for ordered in itertools.permutations((told_both, told_one)):
        with record_of(new_record, ordered) as record:
            assert partition_of(record) == {
                frozenset({("First", "meeting", "m0")}),
                frozenset({("First", "meeting", "m1"), ("Second", "meeting", "m0")}),
            }
