"""Two documents side by side, with no record."""

from __future__ import annotations

import pytest
from tests.record.readings import Draft
from tests.record.records import AMMAN, BAGHDAD, meet

from peyman.errors import RecordError
from peyman.record import compare


def test_a_meeting_that_both_tell_is_a_table() -> None:
    first, second = meet("First", place=BAGHDAD), meet("Second", "ar", place=BAGHDAD, round="2")
    comparison = compare(first.reading(), second.reading())
    (table,) = comparison.meetings
    assert [account.document.title for account in table.accounts] == ["First", "Second"]
    assert [document.language for document in comparison.documents] == ["en", "ar"]
    assert {row.fact: row.mark for row in table.facts}["round"] == "missing"
    assert comparison.only == ()


def test_what_only_one_tells_is_listed_with_its_words() -> None:
    first, second = meet("First"), Draft("Second")
    second.meeting(date="2026-03-02", parties=("JOR", "USA"), place=second.place(*AMMAN), kind="visit")
    second.commitment("open the crossing", by=("JOR",), class_="implement")
    comparison = compare(first.reading(), second.reading())
    assert comparison.meetings == ()
    assert [(told.document, told.kind) for told in comparison.only] == [
        ("D1", "meeting"),
        ("D2", "meeting"),
        ("D2", "commitment"),
    ]
    assert all(told.evidence and told.label for told in comparison.only)


def test_two_documents_with_nothing_in_them_have_nothing_to_compare() -> None:
    comparison = compare(Draft("First").reading(), Draft("Second").reading())
    assert (comparison.meetings, comparison.only) == ((), ())
    assert [document.id for document in comparison.documents] == ["D1", "D2"]


def test_a_document_is_not_compared_with_itself() -> None:
    reading = meet("First").reading()
    with pytest.raises(RecordError, match="same document"):
        compare(reading, reading)
