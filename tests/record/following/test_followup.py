"""What became of undertakings and planned meetings, as of a day, and what shows each change."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from tests.record.readings import Draft
from tests.record.records import meet, record_of

from peyman.record import CommitmentFollowUp, PlannedMeeting, Record
from peyman.record.following.ledger import LedgerFilter

NewRecord = Callable[..., Record]


def day(value: str) -> datetime.date:
    return datetime.date.fromisoformat(value)


def promise(name: str = "First", published: str = "2026-01-15", **more: Any) -> Draft:
    draft = Draft(name, published=published)
    draft.commitment("withdraw the forces", by=("USA",), toward=["IRQ"], class_="withdraw", **more)
    return draft


def status_of(record: Record, on: str) -> CommitmentFollowUp:
    (found,) = [each for each in record.due(day(on)).commitments if each.id == "C1"]
    return found


def meeting_of(record: Record, on: str) -> PlannedMeeting:
    (found,) = record.due(day(on)).meetings
    return found


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-01-20", "open"),
        ("2026-03-16", "open"),
        ("2026-03-17", "due"),
        ("2026-03-31", "due"),
        ("2026-04-01", "overdue"),
    ],
)
def test_a_window_that_passes_makes_it_due_and_overdue(on: str, status: str, new_record: NewRecord) -> None:
    with record_of(new_record, [promise(window="2026-01-15/2026-03-31")]) as record:
        found = status_of(record, on)
    assert found.status == status
    assert found.deadline is not None and found.deadline.last == "2026-03-31" and not found.deadline.derived
    assert found.changes[-1].status == status


@pytest.mark.parametrize(
    ("published", "on", "status"),
    [
        ("2026-01-24", "2026-01-26", "due"),
        ("2026-01-24", "2026-02-01", "overdue"),
        ("2026-02-10", "2026-02-12", "overdue"),
    ],
)
def test_an_undertaking_that_is_told_late_begins_with_being_told(
    published: str, on: str, status: str, new_record: NewRecord
) -> None:
    with record_of(new_record, [promise(published=published, window="../2026-01-31")]) as record:
        found = status_of(record, on)
        counted = record.lists.ledger(day(on), LedgerFilter()).counts
    assert found.status == status
    assert found.changes[0].status == "open"
    assert counted == {status: 1}, "the counts over the list say what the list says"


def test_what_every_document_refuses_is_said_to_be_refused(new_record: NewRecord) -> None:
    with record_of(new_record, [promise(polarity="refused"), promise("Second", polarity="refused")]) as record:
        assert status_of(record, "2026-02-01").refused
    with record_of(new_record, [promise()]) as record:
        assert not status_of(record, "2026-02-01").refused


def test_a_window_without_an_end_is_never_overdue(new_record: NewRecord) -> None:
    with record_of(new_record, [promise(window="2026-01/..")]) as record:
        assert status_of(record, "2030-01-01").status == "open"


def test_what_was_published_later_is_left_aside(new_record: NewRecord) -> None:
    with record_of(new_record, [promise(published="2026-02-01")]) as record:
        assert record.due(day("2026-01-31")).commitments == ()
        assert len(record.due(day("2026-02-01")).commitments) == 1


def test_a_length_is_counted_from_the_signing_and_explained(new_record: NewRecord) -> None:
    draft = Draft("First", published="2026-03-05")
    draft.meeting(date="2026-03-03", kind="signing")
    draft.commitment("withdraw within 60 days of the signing", by=("USA",), class_="withdraw")
    with record_of(new_record, [draft]) as record:
        deadline = status_of(record, "2026-03-10").deadline
        assert deadline is not None
        assert (deadline.last, deadline.derived) == ("2026-05-02", True)
        assert "60 days from the signing (M1), 2026-03-03" in deadline.explanation
        assert deadline.claim.words == "withdraw within 60 days of the signing"
        assert status_of(record, "2026-05-03").status == "overdue"


def test_a_length_without_a_beginning_runs_from_the_publication(new_record: NewRecord) -> None:
    draft = Draft("First", published="2026-03-05")
    draft.commitment("release the prisoners within two weeks", by=("IRQ",), class_="release")
    draft.commitment("open the crossing within a month of the entry into force", by=("IRQ",), class_="implement")
    with record_of(new_record, [draft]) as record:
        first, second = sorted(record.due(day("2026-03-06")).commitments, key=lambda each: each.id)
    assert first.deadline is not None and first.deadline.last == "2026-03-19"
    assert second.deadline is None, "nobody says when it enters into force"


def test_a_report_in_the_same_entry_changes_the_status(new_record: NewRecord) -> None:
    draft = promise(window="2026-01-15/2026-01-31", followup="reported-kept")
    with record_of(new_record, [draft]) as record:
        found = status_of(record, "2026-01-16")
    assert found.status == "reported-kept"
    assert found.changes[-1].document is not None and found.changes[-1].claims


def test_what_was_published_before_a_window_began_reports_nothing_as_kept(new_record: NewRecord) -> None:
    draft = promise(window="2026-03-01/2026-03-31", followup="reported-kept")
    early = promise("Later", "2026-02-20", followup="reported-kept")
    late = promise("Last", "2026-03-20", followup="reported-kept")
    with record_of(new_record, [draft]) as record:
        assert status_of(record, "2026-01-16").status == "open"
        assert status_of(record, "2026-04-01").status == "overdue"
    plain = promise(window="2026-03-01/2026-03-31")
    with record_of(new_record, [plain, early, late]) as record:
        (proposed,) = [change for change in status_of(record, "2026-03-21").changes if change.proposed]
        assert proposed.on == "2026-03-20"


def test_a_meeting_before_a_window_began_keeps_no_undertaking_to_meet(new_record: NewRecord) -> None:
    first = Draft("First")
    first.commitment("meet again in February", window="2026-02")
    early, late = (meet(name, published=on, date=on) for name, on in (("Early", "2026-01-25"), ("Late", "2026-02-03")))
    with record_of(new_record, [first, early, late]) as record:
        (proposed,) = [change for change in status_of(record, "2026-03-05").changes if change.proposed]
        assert proposed.claims[0].document.title == "Late"


def test_a_later_report_is_linked_and_proposed_and_decides_nothing(new_record: NewRecord) -> None:
    report = promise("Later", "2026-04-20", followup="reported-broken")
    with record_of(new_record, [promise(window="2026-01-15/2026-03-31"), report]) as record:
        found = status_of(record, "2026-05-01")
    assert found.status == "overdue"
    (proposed,) = [change for change in found.changes if change.proposed]
    assert (proposed.status, proposed.on, proposed.entry) == ("reported-broken", "2026-04-20", "C2")
    assert proposed.document is not None and proposed.document.title == "Later"


def test_a_report_of_another_party_is_not_linked(new_record: NewRecord) -> None:
    report = Draft("Later", published="2026-04-20")
    report.commitment("withdraw the forces", by=("IRQ",), class_="withdraw", followup="reported-kept")
    with record_of(new_record, [promise(), report]) as record:
        assert not any(change.proposed for change in status_of(record, "2026-05-01").changes)


def test_a_meeting_after_an_undertaking_to_meet_is_proposed_as_its_fulfilment(new_record: NewRecord) -> None:
    first = Draft("First")
    first.commitment("meet again in February", window="2026-02")
    later = meet("Later", published="2026-02-11", date="2026-02-10")
    with record_of(new_record, [first, later]) as record:
        found = status_of(record, "2026-03-05")
    assert found.status == "overdue"
    (proposed,) = [change for change in found.changes if change.proposed]
    assert (proposed.status, proposed.entry) == ("reported-kept", "M1")


@pytest.mark.parametrize(
    ("on", "status"), [("2026-01-12", "awaited"), ("2026-01-14", "awaited"), ("2026-01-15", "missed")]
)
def test_a_planned_meeting_is_awaited_then_missed(on: str, status: str, new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First", published="2026-01-10", status="planned")]) as record:
        assert meeting_of(record, on).status == status


def test_a_planned_meeting_that_a_document_tells_as_held_is_held(new_record: NewRecord) -> None:
    drafts = [meet("First", published="2026-01-10", status="planned"), meet("Second", published="2026-01-20")]
    with record_of(new_record, drafts) as record:
        assert meeting_of(record, "2026-01-16").status == "missed"
        found = meeting_of(record, "2026-01-20")
    assert found.status == "held"
    assert [change.status for change in found.changes] == ["awaited", "held"]
    assert [change.document.title for change in found.changes if change.document] == ["First", "Second"]


def test_a_meeting_that_was_never_announced_is_not_followed(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First")]) as record:
        assert record.due(day("2026-02-01")).meetings == ()


def test_statuses_do_not_depend_on_the_order_of_adding(new_record: NewRecord) -> None:
    drafts = [
        promise(window="2026-01-15/2026-03-31"),
        promise("Later", "2026-04-20", followup="reported-broken"),
        meet("Third", published="2026-01-10", status="planned"),
        meet("Fourth", published="2026-01-20"),
    ]
    found = set()
    for order in itertools.permutations(drafts):
        with record_of(new_record, order) as record:
            due = record.due(day("2026-05-01"))
        statuses = sorted((each.status, each.documents[0].title) for each in due.commitments)
        changes = sorted(
            str([change.status for change in found_changes])
            for found_changes in (
                *(each.changes for each in due.commitments),
                *(meeting.changes for meeting in due.meetings),
            )
        )
        found.add(str((statuses, changes, [meeting.status for meeting in due.meetings])))
    assert len(found) == 1


def test_news_are_documents_entries_and_changed_statuses(new_record: NewRecord) -> None:
    drafts = [meet("First", published="2026-01-10", status="planned"), meet("Second", "ar")]
    with record_of(new_record, drafts) as record:
        everything = record.news(day("2020-01-01"))
        assert [(item.what, item.id) for item in everything.items if item.what == "document"] == [
            ("document", "D1"),
            ("document", "D2"),
        ]
        (meeting,) = [item for item in everything.items if item.kind == "meeting"]
        assert (meeting.what, meeting.id, meeting.documents) == ("new", "M1", ("D1", "D2"))
        assert "IRQ, USA" in meeting.label
        tomorrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
        assert record.news(tomorrow).items == ()
