"""Many documents in one transaction: the same record as one by one, on every database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.record.readings import Draft
from tests.record.records import contents_of, meet, record_of

from peyman.errors import RecordError
from peyman.record import Record
from peyman.record.rows.schema import entries, nodes
from peyman.record.rows.writing import Numbers
from peyman.record.search import search

#: What COPY and a tsvector have signs of their own for.
ODD = "tab\there, back\\slash, 'quoted', \\N and \\., گفت‌وگو"
TIMES = {"at", "added", "hash", "previous"}


def drafts(count: int) -> list[Draft]:
    made = [
        meet(
            f"Report {number} {ODD if number % 7 == 0 else ''}",
            date=f"2026-01-{number % 9 + 10}",
            parties=["IRQ", "USA"],
        )
        for number in range(count)
    ]
    for number, draft in enumerate(made):
        draft.person(f"envoy-{number % 5}", f"Envoy Number{number % 5}", "IRQ")
    return made


def rows(record: Record) -> list[tuple[str, dict[str, Any]]]:
    return [(table, {name: row[name] for name in row.keys() - TIMES}) for table, row in record.rows()]


def test_many_at_a_time_give_the_record_that_one_by_one_gives(new_record: Callable[[], Record]) -> None:
    given = drafts(60)
    one_by_one, together = record_of(new_record, given), new_record()
    results = together.add_many((draft.reading(), draft.original()) for draft in given)
    assert [result.document for result in results] == [f"D{number}" for number in range(1, 61)]
    assert rows(together) == rows(one_by_one)
    assert contents_of(together) == contents_of(one_by_one)
    assert together.verify().faults == ()
    found = [[hit.document.id for hit in search(each, "گفت‌وگو").hits] for each in (one_by_one, together)]
    assert found[0] == found[1]
    assert len(found[0]) == 9


def test_a_document_that_comes_twice_is_added_once_and_one_read_anew_is_read_again(record: Record) -> None:
    first, second = drafts(2)
    newer = first.reading()
    newer.reader.version = "later"
    given = [
        (first.reading(), first.original()),
        (second.reading(), second.original()),
        (first.reading(), first.original()),
        (newer, first.original()),
    ]
    results = record.add_many(given)
    assert [(result.document, result.added, result.read_again) for result in results] == [
        ("D1", True, False),
        ("D2", True, False),
        ("D1", False, False),
        ("D1", False, True),
    ]
    assert record.summary().documents == 2
    assert record.verify().faults == ()


def test_one_that_fails_leaves_nothing_of_the_others(record: Record) -> None:
    good, bad = drafts(2)
    with pytest.raises(RecordError, match="not those that were read"):
        record.add_many([(good.reading(), good.original()), (bad.reading(), b"other bytes")])
    reading = bad.reading()
    reading.meetings.append(reading.meetings[0])
    with pytest.raises(RecordError, match="of one id"):
        record.add_many([(good.reading(), good.original()), (reading, bad.original())])
    assert record.summary().documents == 0
    record.add_many([(good.reading(), good.original())])
    assert record.verify().faults == ()


def test_numbers_go_on_behind_the_last_that_was_given_out(record: Record) -> None:
    draft = drafts(1)[0]
    record.add(draft.reading(), draft.original())
    with record.connection() as connection:
        numbers = Numbers(connection)
        highest = connection.scalar(select(func.max(nodes.c.id)))
        assert highest is not None
        assert list(numbers.of(nodes.c.id, 2)) == [highest + 1, highest + 2]
        assert list(numbers.of(nodes.c.id)) == [highest + 3]
        meetings = connection.scalar(select(func.max(entries.c.number)).where(entries.c.kind == "meeting"))
        assert list(numbers.of_kind("meeting")) == [(meetings or 0) + 1]
        assert list(numbers.of_kind("agreement")) == [1]
