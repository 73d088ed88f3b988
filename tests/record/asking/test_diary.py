"""Meetings are listed by their day and by what became of them, without reading the whole record."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from tests.record.readings import Draft
from tests.record.records import meet, record_of

from peyman.record import Record
from peyman.record.asking.diary import DiaryFilter, Order

NewRecord = Callable[..., Record]
ON = datetime.date(2026, 5, 1)


def process() -> list[Draft]:
    """Six meetings, not in the order of their days: M1 to M6."""
    return [
        meet("Spring", published="2026-03-03", date="2026-03-02", parties=("IRQ", "USA")),
        meet("To come", published="2026-03-04", date="2026-06-10", status="planned", parties=("JOR", "USA")),
        meet("Winter", published="2026-03-05", date="2026-01-20", parties=("IRQ", "SYR")),
        meet("Silence", published="2026-03-06", date="2026-03-10", status="planned", parties=("IRQ", "JOR")),
        meet("Some day", published="2026-03-07", date=None, parties=("SYR", "USA")),
        meet("Not so", published="2026-03-08", date="2026-02", status="denied", parties=("JOR", "SYR")),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [("latest", (2, 4, 1, 6, 3, 5)), ("earliest", (3, 6, 1, 4, 2, 5)), ("added", (6, 5, 4, 3, 2, 1))],
)
def test_meetings_come_in_the_order_that_is_asked_for(
    order: Order, expected: tuple[int, ...], new_record: NewRecord
) -> None:
    with record_of(new_record, process()) as record:
        diary = record.lists.diary(ON, DiaryFilter(order=order), limit=10)
        assert (diary.numbers, diary.total) == (expected, 6)
        parts = [record.lists.diary(ON, DiaryFilter(order=order), limit=4, offset=start).numbers for start in (0, 4)]
        assert (*parts[0], *parts[1]) == expected
        assert [each.id for each in record.lists.meetings(diary.numbers)] == [f"M{number}" for number in expected]


def test_a_meeting_has_the_status_that_it_has_on_the_day(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        for status, numbers in {"planned": (2,), "missed": (4,), "held": (1, 3, 5), "denied": (6,)}.items():
            diary = record.lists.diary(ON, DiaryFilter(status=(status,), order="earliest"), limit=10)
            assert set(diary.numbers) == set(numbers)
            assert set(diary.status.values()) == {status}
            assert diary.counts == {"planned": 1, "missed": 1, "held": 3, "denied": 1}
            assert diary.total == diary.counts[status]
        urgent = record.lists.urgent(ON, 8)
        assert (urgent.planned, urgent.missed) == (1, 1)
        earlier = record.lists.diary(datetime.date(2026, 3, 9), DiaryFilter(), limit=10)
        assert earlier.counts == {"planned": 2, "held": 3, "denied": 1}


def test_meetings_until_a_day_are_those_with_a_day_that_has_begun(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        assert record.lists.diary(ON, DiaryFilter(until=ON), limit=2).numbers == (4, 1)
        assert record.lists.diary(ON, DiaryFilter(until=ON), limit=9).numbers == (4, 1, 6, 3)


def test_a_meeting_that_was_rejected_or_merged_is_not_in_the_diary(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        record.review.reject("M3", by="Shirin", reason="another year")
        record.review.merge(["M1", "M6"], by="Shirin")
        assert record.lists.diary(ON, DiaryFilter(), limit=9).numbers == (2, 4, 1, 5)
        assert record.lists.counts()["meeting"] == 4
        assert [each.id for each in record.lists.meetings([4, 3, 6, 2])] == ["M4", "M2"]
