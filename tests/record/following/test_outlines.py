"""Lists that are asked for without reading the whole record say what reading all of it says."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, select
from tests.record.readings import Draft
from tests.record.records import AMMAN, BAGHDAD, add, meet, record_of

from peyman.errors import RecordError
from peyman.record import EntryView, Record
from peyman.record.following.ledger import ORDER, LedgerFilter, Order
from peyman.record.following.outlines import catch_up
from peyman.record.merging.merge import matchings
from peyman.record.rows.outline_tables import (
    outline_months,
    outline_nodes,
    outline_parties,
    outline_reports,
    outline_tallies,
    outlines,
)

NewRecord = Callable[..., Record]
ON = datetime.date(2026, 5, 1)
TABLES = (outline_reports, outline_nodes, outline_months, outline_parties, outlines, outline_tallies)


def promise(name: str, published: str = "2026-01-15", by: tuple[str, ...] = ("USA",), **more: Any) -> Draft:
    draft = Draft(name, published=published)
    draft.commitment(f"carry out what {name} says", by=by, **{"class_": "implement", "toward": ["JOR"], **more})
    return draft


def process() -> list[Draft]:
    """Undertakings of every status, meetings that were held, planned, put off, and a report."""
    first = Draft("First", published="2026-01-10")
    first.meeting(date="2026-01-09", kind="signing", basis=(first.agreement("accord", "Amman Accord", "2026-01-09"),))
    first.commitment("withdraw within 60 days of the signing", by=("USA",), class_="withdraw")
    named = Draft("Named", published="2026-01-12")
    span = named.sentence("Iraq will apply the Amman Accord.")
    accord = named.agreement("accord", "Amman Accord", "2026-01-09")
    accord.evidence.append(named.part(span, "Amman Accord"))
    named.commitments.append(
        named.commitment("unused", by=("IRQ",)).model_copy(update={"id": "c9", "evidence": [span], "action": span})
    )
    consult = Draft("Consult", published="2026-02-01")
    consult.commitment("meet again in February", window="2026-02")
    return [
        first,
        named,
        consult,
        promise("Overdue", window="2026-01-15/2026-03-31"),
        promise("Due", window="2026-01-15/2026-05-10"),
        promise("Open", by=("IRQ",), window="2026-01/.."),
        promise("Kept", by=("IRQ", "JOR"), window="2026-01-15/2026-02-01", followup="reported-kept"),
        promise("Late report", "2026-04-20", window="2026-01-15/2026-03-31", followup="reported-broken"),
        promise("To come", "2026-06-01"),
        meet("Second", published="2026-02-12", date="2026-02-11", place=BAGHDAD),
        meet("Third", published="2026-03-01", date="2026-06-10", status="planned", place=AMMAN, parties=("JOR", "USA")),
        meet("Fourth", published="2026-03-01", date="2026-03-10", status="planned", parties=("IRQ", "JOR")),
        meet("Fifth", published="2026-03-03", date="2026-03-20", status="denied", parties=("IRQ", "SYR")),
    ]


@pytest.mark.parametrize("order", ["status", "party", "agreement", "deadline"])
def test_the_ledger_says_what_reading_everything_says(order: Order, new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        every = {each.id: each for each in record.due(ON).commitments}
        ledger = record.lists.ledger(ON, LedgerFilter(order=order))
        followed = record.lists.followed(ON, ledger.numbers)
        assert {each.id for each in followed} == set(every)
        assert [each.id for each in followed] == [f"C{number}" for number in ledger.numbers]
        for each in followed:
            assert each == every[each.id]
        assert ledger.counts == {
            status: number for status in ORDER if (number := sum(e.status == status for e in every.values()))
        }
        assert {"overdue", "due", "open", "reported-kept", "reported-broken"} <= set(ledger.counts)
        assert ledger.parties["IRQ"] == sum("IRQ" in each.by for each in every.values())


def test_the_ledger_is_narrowed_by_status_party_and_agreement(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        every = record.due(ON).commitments
        for status in ORDER:
            found = record.lists.ledger(ON, LedgerFilter(status=(status,))).numbers
            assert {f"C{number}" for number in found} == {each.id for each in every if each.status == status}
        found = record.lists.ledger(ON, LedgerFilter(party="JOR")).numbers
        assert {f"C{number}" for number in found} == {each.id for each in every if "JOR" in each.by}
        (number,) = record.lists.ledger(ON, LedgerFilter(agreement="G1")).numbers
        assert record.lists.agreements_named([number]) == {number: [(1, "Amman Accord")]}


def test_what_is_urgent_is_counted_and_shown_first(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        due = record.due(ON)
        urgent = record.lists.urgent(ON, 2)
        assert urgent.urgent == sum(each.status in ("due", "overdue") for each in due.commitments)
        assert len(urgent.due.commitments) == 2
        assert urgent.planned == sum(each.status == "awaited" for each in due.meetings) == 1
        assert urgent.missed == sum(each.status == "missed" for each in due.meetings) == 1
        assert [each.status for each in urgent.meetings.meetings] == ["awaited", "missed"]


def test_outlines_made_anew_are_those_that_were_kept_up(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        record.review.correct("M1", "date", "2026-01-08", by="Shirin")
        record.review.reject("C2", by="Shirin", reason="not said")
        step = record.review.merge(["M2", "M3"], by="Shirin")
        record.review.undo(step.number, by="Shirin")
        kept = _contents(record)
        with record._database.writing() as connection:
            for table in TABLES:
                connection.execute(delete(table))
            catch_up(connection, matchings())
        again = _contents(record)
        for a, b in zip(again, kept, strict=True):
            assert set(a) - set(b) == set(b) - set(a)
        assert all(kept)


def _contents(record: Record) -> list[list[tuple[Any, ...]]]:
    with record.connection() as connection:
        return [sorted(map(tuple, connection.execute(select(table))), key=str) for table in TABLES]


def test_a_meeting_that_two_documents_tell_is_one_on_the_timeline(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First", place=BAGHDAD), meet("Second", "ar", place=BAGHDAD)]) as record:
        (found,) = record.lists.timeline(ON, ["meeting"], None, None)
        assert (found.id, found.first, found.last, found.parties) == ("M1", "2026-01-14", "2026-01-14", ("IRQ", "USA"))
        assert found.place == "P1"
        add(record, meet("Third", published="2026-02-02", date="2026-02-01"))
        assert [each.id for each in record.lists.timeline(ON, ["meeting"], None, None)] == ["M2", "M1"]
        assert record.lists.timeline(ON, ["meeting"], datetime.date(2026, 3, 1), None) == []
        assert record.lists.timeline(ON, ["meeting"], None, None, ["SYR"]) == []


def test_who_met_whom_and_where_leaves_out_what_was_denied(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        assert {(tie.first, tie.second): tie.meetings for tie in record.lists.ties()} == {
            ("IRQ", "USA"): 2,
            ("JOR", "USA"): 1,
            ("IRQ", "JOR"): 1,
        }
        assert record.lists.party_meetings()["IRQ"] == 3
        assert {each.meetings for each in record.lists.venues()} == {1}
        baghdad = next(each.place for each in record.lists.venues() if each.place == "P1")
        assert [each.first for each in record.lists.meetings_of(baghdad, ON)] == ["2026-02-11"]
        assert [each.id for each in record.lists.of_party("JOR", "meeting", ON)]


def test_meetings_of_a_person_are_found_under_every_spelling(new_record: NewRecord) -> None:
    drafts = [
        meet("First", people=[("envoy", "Issa Uzer", "IRQ")]),
        meet("Second", published="2026-03-02", date="2026-03-01", people=[("envoy", "Isa Uzair", "IRQ")]),
    ]
    with record_of(new_record, drafts) as record:
        assert [each.id for each in record.lists.meetings_of("A1", ON)] == ["M2", "M1"]
        assert record.lists.meetings_of("A99", ON) == []


def test_an_entry_that_many_tell_is_shown_by_its_newest_accounts(new_record: NewRecord) -> None:
    drafts = [
        meet(f"Number {n}", published=f"2026-01-{n:02}", date=f"2026-01-{n:02}", place=BAGHDAD) for n in range(1, 9)
    ]
    with record_of(new_record, drafts) as record:
        view = record.get("P1", most=3)
        assert isinstance(view, EntryView)
        assert [each.id for each in view.documents] == ["D6", "D7", "D8"]
        assert view.told_in == 8
        whole = record.get("P1")
        assert isinstance(whole, EntryView) and (len(whole.documents), whole.told_in) == (8, 8)
        (short,) = record.places(most=3)
        assert (short.documents, short.name) == (8, ("Baghdad",))


def test_a_status_that_a_reviewer_sets_counts_from_that_day_and_can_be_taken_back(new_record: NewRecord) -> None:
    with record_of(new_record, [promise("Overdue", window="2026-01-15/2026-03-31")]) as record:
        today = datetime.datetime.now(datetime.UTC).date()
        with pytest.raises(RecordError, match="reason"):
            record.review.set_status("C1", "reported-kept", by="Shirin", reason=" ")
        with pytest.raises(RecordError, match="no undertaking"):
            record.review.set_status("M1", "reported-kept", by="Shirin", reason="seen")
        step = record.review.set_status("C1", "reported-kept", by="Shirin", reason="letter of 3 April")
        (found,) = record.lists.followed(today, [1])
        assert found.status == "reported-kept"
        assert found.changes[-1].decided and "letter of 3 April" in found.changes[-1].explanation
        assert record.lists.ledger(today, LedgerFilter()).counts == {"reported-kept": 1}
        before = today - datetime.timedelta(days=1)
        assert record.due(before).commitments[0].status == "overdue"
        record.review.set_status("C1", "open", by="Shirin", reason="the letter was withdrawn")
        assert record.due(today).commitments[0].status == "open"
        record.review.undo(step.number + 1, by="Shirin")
        assert record.due(today).commitments[0].status == "reported-kept"
        record.review.undo(step.number, by="Shirin")
        assert record.lists.ledger(today, LedgerFilter()).counts == {"overdue": 1}


def test_what_was_reported_kept_is_never_overdue(new_record: NewRecord) -> None:
    with record_of(new_record, [promise("Kept", window="2026-01-15/2026-02-01", followup="reported-kept")]) as record:
        found = record.due(ON).commitments[0]
        assert found.status == "reported-kept"
        assert "overdue" not in {change.status for change in found.changes}


def test_news_can_be_asked_for_a_few_at_a_time(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        since = datetime.date(2020, 1, 1)
        every = record.news(since, ("document",))
        few = record.news(since, ("document",), most=3)
        assert few.total == every.total == len(every.items) == 13
        assert few.items == every.items[-3:]


def test_a_report_that_a_reviewer_decided_on_is_not_proposed_again(new_record: NewRecord) -> None:
    with record_of(new_record, process()) as record:
        pairs = {(each.target, each.other) for each in record.proposals() if each.kind == "follow-up"}
        assert len(pairs) == 3
        target, other = sorted(pairs)[0]
        record.review.reject(target, "report", other, by="Shirin")
        left = {(each.target, each.other) for each in record.proposals() if each.kind == "follow-up"}
        assert left == pairs - {(target, other)}
