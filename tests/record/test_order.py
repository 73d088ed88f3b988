"""The record is the same in whatever order, and in whatever batches, documents are added to it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings
from sqlalchemy import select
from tests.record.readings import Draft
from tests.record.records import AMMAN, BAGHDAD, contents_of, members_of

from peyman.exchange.record_json import view_json
from peyman.record import Record
from peyman.record.rows.outline_tables import (
    outline_months,
    outline_nodes,
    outline_parties,
    outline_reports,
    outline_tallies,
    outlines,
)
from peyman.record.rows.schema import entries, nodes

NewRecord = Callable[..., Record]
ON = datetime.date(2026, 4, 1)
NAMES = ["Amman Accord", "the Accord of Amman", "Accord"]
PEOPLE = [("Q1", "Ana", "IRQ"), ("Q1", "Ana", None), ("rebaz", "Rebaz", "IRQ"), ("rebaz", "Rebaz", "JOR")]
PEOPLE += [("rebaz", "Rebaz", None)]
STATUSES = ["held", "planned", "postponed", "cancelled", "denied"]
ACTIONS = ["withdraw within 60 days of the signing", "meet again soon", "observe the Amman Accord"]


@st.composite
def documents(draw: st.DrawFn) -> list[Draft]:
    """A few documents of the same days that name one agreement, tell of the same meetings, and report on promises."""
    drafts = []
    for number in range(draw(st.integers(3, 6))):
        published = draw(st.sampled_from(["2026-01-10", "2026-01-15", "2026-02-20", None]))
        draft = Draft(f"Document {number}", draw(st.sampled_from(["en", "ar"])), published)
        accord = draft.agreement("accord", draw(st.sampled_from(NAMES)), draw(st.sampled_from([None, "2026-01-09"])))
        accord.parties.extend(draw(st.sampled_from([[], ["IRQ", "USA"], ["JOR", "USA"]])))
        people = [draft.person(*each) for each in draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))]
        for _ in range(draw(st.integers(0, 2))):
            place = draw(st.sampled_from([BAGHDAD, AMMAN, None]))
            draft.meeting(
                draw(st.sampled_from(["2026-01-09", "2026-01-12", "2026-01", None])),
                kind=draw(st.sampled_from(["talks", "signing"])),
                status=draw(st.sampled_from(STATUSES)),
                place=draft.place(*place) if place else None,
                people=tuple(people),
                basis=(accord,),
            )
        for _ in range(draw(st.integers(0, 2))):
            span = draft.commitment(
                draw(st.sampled_from(ACTIONS)),
                window=draw(st.sampled_from([None, "2026-02", "2026-01-20/2026-02-28", "2026-02/.."])),
                followup=draw(st.sampled_from([None, "reported-kept", "reported-broken", "renewed"])),
            ).evidence[0]
            if "Amman Accord" in draft.text[slice(*span)]:
                accord.evidence.append(draft.part(span, "Amman Accord"))
        drafts.append(draft)
    return drafts


def record_in(new_record: NewRecord, batches: Sequence[Sequence[Draft]]) -> Record:
    """A record to which documents were added in some batches."""
    record = new_record()
    for batch in batches:
        record.add_many([(draft.reading(), draft.original()) for draft in batch])
    return record


def lists_of(record: Record) -> list[set[str]]:
    """What lists are made of, with entries and nodes by what they are."""
    stands_for = {public_id: str(sorted(members)) for public_id, members in members_of(record).items()}
    letters = {"agreement": "G", "statement": "S", "meeting": "M", "commitment": "C"}
    with record.connection() as connection:
        rows = connection.execute(select(entries.c.id, entries.c.kind, entries.c.number)).all()
        named = {row.id: stands_for.get(f"{letters.get(row.kind)}{row.number}") for row in rows}
        keys = {row.id: row.key for row in connection.execute(select(nodes.c.id, nodes.c.key))}
        told = []
        for table in (outlines, outline_parties, outline_nodes, outline_months, outline_reports, outline_tallies):
            found = set()
            for row in connection.execute(select(table)).mappings():
                plain = {name: value for name, value in row.items() if name != "number"}
                for name in plain.keys() & {"entry_id", "other_id"}:
                    plain[name] = named[plain[name]]
                if "node_id" in plain:
                    plain["node_id"] = keys[plain["node_id"]]
                found.add(json.dumps(plain, sort_keys=True))
            told.append(found)
    return told


def due_of(record: Record) -> list[str]:
    """What became of every undertaking and announced meeting, with ids by what they are."""
    due = record.due(ON)
    stands_for = {public_id: str(sorted(members)) for public_id, members in members_of(record).items()}
    stands_for |= {each.id: str(each.title) for each in record.documents()}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: plain(part) for name, part in value.items() if name not in ("added", "documents")}
        if isinstance(value, list):
            return [plain(each) for each in value]
        if isinstance(value, str):
            return " ".join(stands_for.get(word.strip("(),:"), word) for word in value.split())
        return value

    return sorted(json.dumps(plain(json.loads(view_json(each)))) for each in (*due.commitments, *due.meetings))


@settings(max_examples=12, deadline=None)
@given(drafts=documents(), data=st.data())
def test_any_order_and_any_batches_give_the_same_record(
    new_record: NewRecord, drafts: list[Draft], data: st.DataObject
) -> None:
    with record_in(new_record, [[draft] for draft in drafts]) as record:
        expected, lists, due = contents_of(record), lists_of(record), due_of(record)
    ordered = data.draw(st.permutations(drafts))
    ends = sorted({*data.draw(st.lists(st.integers(1, len(drafts)), max_size=2)), len(drafts)})
    batches = [ordered[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    for added in (batches, [ordered]):
        with record_in(new_record, added) as record:
            assert contents_of(record) == expected
            assert lists_of(record) == lists
            assert due_of(record) == due


def test_a_list_names_an_agreement_as_most_documents_do_however_they_were_added(new_record: NewRecord) -> None:
    drafts = []
    for number, (name, day) in enumerate((("Accord", "2026-01-15"), ("Amman Accord", "2026-01-12"))):
        for copy in range(number + 1):
            draft = Draft(f"Document {number} {copy}", published=day)
            draft.agreement("accord", name, "2026-01-09").parties.append(("IRQ", "JOR")[number])
            drafts.append(draft)
    for batches in ([[each] for each in drafts], [drafts], [drafts[::-1]]):
        with record_in(new_record, batches) as record, record.connection() as connection:
            row = connection.execute(select(outlines).where(outlines.c.kind == "agreement")).one()
            assert (row.label, row.first_day, row.told_from) == ("Amman Accord", "2026-01-09", "2026-01-12")
            parties = connection.scalars(select(outline_parties.c.party).order_by(outline_parties.c.party)).all()
            assert parties == ["IRQ", "JOR"]


def test_adding_looks_at_as_many_claims_however_many_documents_name_an_agreement(new_record: NewRecord) -> None:
    def drafted(number: int) -> Draft:
        draft = Draft(f"Document {number}")
        draft.agreement("accord", "Amman Accord", "2026-01-09")
        return draft

    with new_record() as record:
        for number in range(40):
            draft = drafted(number)
            record.add(draft.reading(), draft.original())
        with record.connection() as connection:
            rows = connection.execute(select(outline_tallies.c.field, outline_tallies.c.times)).all()
        assert {(row.field, row.times) for row in rows} == {("name", 40), ("date", 40), ("told", 40)}


def test_what_a_newer_reading_no_longer_says_is_taken_off(new_record: NewRecord) -> None:
    with new_record() as record:
        for name in ("First", "Second"):
            draft = Draft(name)
            draft.agreement("accord", "Accord" if name == "First" else "Amman Accord", "2026-01-09")
            reading = draft.reading()
            record.add(reading, draft.original())
            if name == "First":
                first = reading
        changed = first.model_copy(deep=True)
        changed.agreements.clear()
        changed.reader.version = "0.1"
        record.add(changed, first.document.text.encode())
        with record.connection() as connection:
            (row,) = connection.execute(select(outlines).where(outlines.c.kind == "agreement"))
            assert row.label == "Amman Accord"
            told = connection.execute(select(outline_tallies.c.value, outline_tallies.c.times)).all()
            assert {(each.value, each.times) for each in told} == {
                ("Amman Accord", 1),
                ("2026-01-09", 1),
                ("2026-01-15", 1),
            }
