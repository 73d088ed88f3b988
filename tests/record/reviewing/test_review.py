"""What reviewers decide: it outranks what was read, replaces nothing, can be undone, and holds when read again."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from tests.record.readings import Draft
from tests.record.records import BAGHDAD, add, contents_of, meet, partition_of, record_of

from peyman.errors import RecordError, UnknownEntry
from peyman.model import Reading
from peyman.record import DocumentView, EntryView, Record

NewRecord = Callable[..., Record]
WHITFIELD = ("whitfield", "Laura Whitfield", "USA")


def entry(record: Record, public_id: str) -> EntryView:
    view = record.get(public_id)
    assert isinstance(view, EntryView)
    return view


def values(record: Record, public_id: str, field: str) -> list[Any]:
    return [value.value for value in entry(record, public_id).of(field)]


def test_a_corrected_value_outranks_what_was_read_and_keeps_it(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First"), meet("Second")]) as record:
        step = record.review.correct("M1", "round", "3", by="Shirin", reason="told in the title")
        record.review.correct("m1", "date", "2026-01-15", document="D2", by="Shirin")
        assert values(record, "M1", "round") == ["3"]
        assert set(values(record, "M1", "date")) == {"2026-01-14", "2026-01-15"}
        (changed,) = [v.claims[0] for v in entry(record, "M1").of("date") if v.value == "2026-01-15"]
        assert changed.read == "2026-01-14" and changed.document.id == "D2"
        assert changed.decision is not None and changed.decision.author == "Shirin"
        (meeting,) = record.meetings()
        assert meeting.round == ("3",) and meeting.date[0] == "2026-01-15"
        assert (step.author, step.action, step.target, step.reason) == (
            "Shirin",
            "correct",
            "M1",
            "told in the title",
        )


def test_a_rejected_value_is_set_aside(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First", people=(WHITFIELD,))]) as record:
        record.review.reject("M1", "participants", "A1", by="Shirin")
        view = entry(record, "M1")
        assert view.of("participants") == ()
        assert [claim.value["actor"] for claim in view.rejected] == ["A1"]
        assert not any(row.fact == "participant" for row in record.accounts("M1").facts)


def test_a_rejected_entry_is_neither_listed_nor_counted_nor_due(new_record: NewRecord) -> None:
    draft = meet("First")
    draft.commitment(window="2026-01-15/2026-01-20")
    with record_of(new_record, [draft]) as record:
        for public_id in ("M1", "C1"):
            record.review.reject(public_id, by="Shirin", reason="a headline of another page")
        assert record.meetings() == [] and record.commitments() == []
        assert record.summary().entries["meeting"] == 0
        assert record.due(datetime.date(2026, 2, 1)).commitments == ()
        decision = entry(record, "M1").decision
        assert decision is not None and decision.action == "reject"


def test_an_accepted_entry_says_who_accepted_it(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First")]) as record:
        record.review.accept("M1", by="Shirin")
        record.review.accept("M1", "date", by="Rebaz")
        view = entry(record, "M1")
        assert view.decision is not None and view.decision.author == "Shirin"
        decision = view.of("date")[0].claims[0].decision
        assert decision is not None and decision.author == "Rebaz"


def apart(new_record: NewRecord) -> Record:
    return record_of(new_record, [meet("First"), meet("Second", date="2026-01-16"), meet("Third", date="2026-01-16")])


def test_merged_entries_are_one_under_the_oldest_id(new_record: NewRecord) -> None:
    with apart(new_record) as record:
        assert len(record.meetings()) == 2
        record.review.merge(["M1", "M2"], by="Shirin", reason="one meeting, two datelines")
        (meeting,) = record.meetings()
        assert (meeting.id, meeting.documents) == ("M1", 3)
        assert entry(record, "M2").id == "M1"
        assert entry(record, "M1").differences == ("date",)


def test_what_is_told_later_joins_a_merged_entry_on_either_side(new_record: NewRecord) -> None:
    with apart(new_record) as record:
        record.review.merge(["M1", "M2"], by="Shirin")
        add(record, meet("Fourth"))
        add(record, meet("Fifth", date="2026-01-16"))
        (meeting,) = record.meetings()
        assert meeting.documents == 5


def test_a_split_entry_is_two_and_stays_so(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First"), meet("Second"), meet("Third")]) as record:
        record.review.split("M1", ["D2"], by="Shirin", reason="the evening session")
        assert partition_of(record) == {
            frozenset({("First", "meeting", "m0"), ("Third", "meeting", "m0")}),
            frozenset({("Second", "meeting", "m0")}),
        }
        assert [meeting.id for meeting in record.meetings()] == ["M1", "M2"]
        add(record, meet("Fourth"))
        assert len(record.meetings()) == 2


def test_the_later_of_two_decisions_holds(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First"), meet("Second")]) as record:
        record.review.split("M1", ["D2"], by="Shirin")
        record.review.merge(["M1", "M2"], by="Rebaz")
        assert len(record.meetings()) == 1
        record.review.split("M1", ["D1"], by="Shirin")
        assert len(record.meetings()) == 2


@pytest.mark.parametrize("action", ["correct", "reject", "reject-value", "merge", "split", "accept", "add"])
def test_every_step_can_be_undone_and_done_again(action: str, new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First"), meet("Second"), meet("Third", date="2026-01-16")]) as record:
        review = record.review
        before = (contents_of(record), [m.id for m in record.meetings()])
        match action:
            case "correct":
                step = review.correct("M1", "date", "2026-01-20", by="Shirin")
            case "reject":
                step = review.reject("M1", by="Shirin")
            case "reject-value":
                step = review.reject("M1", "date", "2026-01-14", by="Shirin")
            case "merge":
                step = review.merge(["M1", "M2"], by="Shirin")
            case "split":
                step = review.split("M1", ["D2"], by="Shirin")
            case "accept":
                step = review.accept("M1", "date", by="Shirin")
            case _:
                fields = {"kind": "call", "status": "held", "parties": ["IRQ", "JOR"], "date": "2026-01-01"}
                step, _ = review.add_by_hand("meeting", "D1", [(0, 5)], fields, by="Shirin")
        decided = (contents_of(record), [m.id for m in record.meetings()])
        undone = review.undo(step.number, by="Rebaz", reason="not so")
        assert (contents_of(record), [m.id for m in record.meetings()]) == before
        with pytest.raises(RecordError, match="taken back already"):
            review.undo(step.number, by="Rebaz")
        review.undo(undone.number, by="Shirin", reason="it was")
        assert (contents_of(record), [m.id for m in record.meetings()]) == decided


def test_nothing_here_is_an_answer(new_record: NewRecord) -> None:
    with record_of(new_record, [Draft("First")]) as record:
        step = record.review.nothing_here("D1", by="Shirin", reason="a weather page")
        view = record.get("D1")
        assert isinstance(view, DocumentView)
        assert view.decision == step
        record.review.undo(step.number, by="Shirin")
        view = record.get("D1")
        assert isinstance(view, DocumentView) and view.decision is None


def test_an_entry_added_by_hand_has_its_words_and_merges(new_record: NewRecord) -> None:
    second = Draft("Second")
    span = second.sentence("In the evening they sat together.")
    with record_of(new_record, [meet("First"), second]) as record:
        fields = {"kind": "meeting", "status": "held", "parties": ["IRQ", "USA"], "date": "2026-01-14"}
        _, public_id = record.review.add_by_hand("meeting", "D2", [span], fields, by="Shirin")
        assert public_id == "M1"
        (by_hand,) = [claim for claim in entry(record, "M1").evidence if claim.document.id == "D2"]
        assert by_hand.words == "In the evening they sat together."
        assert by_hand.reader.startswith("by hand")
        assert record.reading("D2").meetings == []


def test_what_cannot_be_decided_is_refused_and_leaves_no_step(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First", place=BAGHDAD)]) as record:
        review = record.review
        refused: list[Callable[[], object]] = [
            lambda: review.accept("M9", by="Shirin"),
            lambda: review.reject("M1", "date", "2026-02-02", by="Shirin"),
            lambda: review.merge(["M1", "P1"], by="Shirin"),
            lambda: review.merge(["M1", "M1"], by="Shirin"),
            lambda: review.split("M1", ["D1"], by="Shirin"),
            lambda: review.split("M1", ["D7"], by="Shirin"),
            lambda: review.nothing_here("D9", by="Shirin"),
            lambda: review.undo(1, by="Shirin"),
            lambda: review.undo(77, by="Shirin"),
            lambda: review.accept("M1", by=" "),
            lambda: review.add_by_hand("meeting", "D1", [(0, 9999)], {}, by="Shirin"),
            lambda: review.add_by_hand("meeting", "D1", [(0, 3)], {"kind": "picnic"}, by="Shirin"),
            lambda: review.add_by_hand("person", "D1", [(0, 3)], {}, by="Shirin"),
        ]
        for attempt in refused:
            with pytest.raises((RecordError, UnknownEntry)):
                attempt()
        assert [step.action for step in record.steps()] == ["add"]


def test_history_shows_every_step_under_every_id(new_record: NewRecord) -> None:
    with apart(new_record) as record:
        record.review.correct("M2", "kind", "talks", by="Shirin")
        step = record.review.merge(["M1", "M2"], by="Shirin")
        record.review.undo(step.number, by="Rebaz")
        record.review.undo(record.steps()[-1].number, by="Shirin")
        history = record.history("M1")
        assert [each.action for each in history] == ["add", "add", "add", "correct", "merge", "undo", "undo"]
        assert history == record.history("M2")
        assert [each.undone_by is not None for each in history[4:]] == [True, True, False]
        assert [each.number for each in record.history("D1")] == [1]


# ---- proposals


def test_an_uncertain_pair_is_proposed_and_not_merged(new_record: NewRecord) -> None:
    # The same month and parties, and another kind: too little to be sure.
    drafts = [meet("First", date="2026-01", kind="conference"), meet("Second", date="2026-01", kind="visit")]
    with record_of(new_record, drafts) as record:
        assert len(record.meetings()) == 2
        (proposal,) = record.proposals()
        assert (proposal.kind, proposal.target, proposal.other) == ("merge", "M1", "M2")
        record.review.merge(["M1", "M2"], by="Shirin")
        assert record.proposals() == []
        assert len(record.meetings()) == 1


def test_a_pair_that_is_kept_apart_is_neither_merged_nor_proposed_again(new_record: NewRecord) -> None:
    drafts = [meet("First", date="2026-01", kind="conference"), meet("Second", date="2026-01", kind="visit")]
    with record_of(new_record, drafts) as record:
        step = record.review.keep_apart(["M1", "M2"], by="Shirin")
        assert record.proposals() == []
        assert len(record.meetings()) == 2
        record.review.undo(step.number, by="Shirin")
        assert len(record.proposals()) == 1
        record.review.merge(["M1", "M2"], by="Shirin")
        with pytest.raises(RecordError):
            record.review.keep_apart(["M1", "M2"], by="Shirin")


def test_a_report_that_is_accepted_changes_the_status(new_record: NewRecord) -> None:
    first, later = Draft("First"), Draft("Later", published="2026-04-20")
    first.commitment("withdraw", by=("USA",), class_="withdraw", window="2026-01-15/2026-03-31")
    later.commitment("withdraw", by=("USA",), class_="withdraw", followup="reported-kept")
    with record_of(new_record, [first, later]) as record:
        (proposal,) = record.proposals()
        assert (proposal.kind, proposal.target, proposal.other) == ("follow-up", "C1", "C2")
        on = datetime.date(2026, 5, 1)
        assert next(each.status for each in record.due(on).commitments if each.id == "C1") == "overdue"
        step = record.review.accept("C1", "report", "C2", by="Shirin")
        assert next(each.status for each in record.due(on).commitments if each.id == "C1") == "reported-kept"
        assert record.proposals() == []
        record.review.undo(step.number, by="Shirin")
        record.review.reject("C1", "report", "C2", by="Shirin")
        assert record.proposals() == []
        assert next(each.status for each in record.due(on).commitments if each.id == "C1") == "overdue"


# ---- reading again


def again(draft: Draft, version: str = "9.9") -> Reading:
    reading = draft.reading()
    return reading.model_copy(update={"reader": reading.reader.model_copy(update={"version": version})})


def test_the_same_reader_changes_nothing_and_a_newer_one_replaces_the_reading(new_record: NewRecord) -> None:
    draft = meet("First", place=BAGHDAD)
    with record_of(new_record, [draft, meet("Second")]) as record:
        before = contents_of(record)
        assert not record.add(draft.reading(), draft.original()).read_again
        result = record.add(again(draft), draft.original())
        assert result.read_again and not result.added and result.new == ()
        assert contents_of(record) == before
        assert record.reading("D1").reader.version == "9.9"
        assert len(record.documents()) == 2
        assert [step.action for step in record.history("D1")] == ["add", "read-again"]
        assert record.verify().faults == ()


def test_an_entry_that_is_read_in_another_way_keeps_its_id(new_record: NewRecord) -> None:
    draft = meet("First")
    with record_of(new_record, [draft]) as record:
        changed = again(draft)
        changed.meetings[0].id = "m7"
        changed.meetings[0].kind = "talks"
        record.add(changed, draft.original())
        (meeting,) = record.meetings()
        assert (meeting.id, meeting.kind) == ("M1", ("talks",))


def test_what_is_no_longer_read_is_gone_from_lists_and_what_is_new_gets_a_new_id(new_record: NewRecord) -> None:
    draft = meet("First")
    with record_of(new_record, [draft, meet("Second", date="2026-02-02")]) as record:
        changed = again(draft)
        span = changed.meetings[0].evidence[0]
        changed.meetings[0] = changed.meetings[0].model_copy(update={"evidence": [(0, 3)], "date": "2026-03-03"})
        assert not (span[0] < 3)
        record.add(changed, draft.original())
        assert [meeting.id for meeting in record.meetings()] == ["M2", "M3"]


def test_an_entry_that_one_document_no_longer_tells_keeps_its_id_for_the_others(new_record: NewRecord) -> None:
    draft = meet("First")
    with record_of(new_record, [draft, meet("Second")]) as record:
        changed = again(draft)
        changed.meetings.clear()
        record.add(changed, draft.original())
        (meeting,) = record.meetings()
        assert (meeting.id, meeting.documents) == ("M1", 1)


def test_decisions_hold_when_a_newer_reader_reads_again_and_what_changed_is_proposed(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second", date="2026-01-16")]
    with record_of(new_record, drafts) as record:
        record.review.correct("M1", "date", "2026-01-15", document="D1", by="Shirin")
        record.review.merge(["M1", "M2"], by="Shirin")
        for draft in drafts:
            record.add(again(draft), draft.original())
        assert len(record.meetings()) == 1
        assert "2026-01-15" in values(record, "M1", "date")
        assert [each for each in record.proposals() if each.kind == "reading"] == []
        changed = again(drafts[0], "10.0")
        changed.meetings[0].date = "2026-01-17"
        record.add(changed, drafts[0].original())
        assert "2026-01-15" in values(record, "M1", "date")
        (proposal,) = [each for each in record.proposals() if each.kind == "reading"]
        assert (proposal.target, proposal.content["value"], proposal.content["decided"]) == (
            "M1",
            "2026-01-17",
            "2026-01-15",
        )


def test_a_split_and_an_entry_by_hand_hold_when_read_again(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second"), meet("Third")]
    with record_of(new_record, drafts) as record:
        record.review.split("M1", ["D2"], by="Shirin")
        fields = {"kind": "call", "status": "held", "parties": ["IRQ", "JOR"], "date": "2026-01-01"}
        record.review.add_by_hand("meeting", "D1", [(0, 5)], fields, by="Shirin")
        before = partition_of(record)
        for draft in drafts:
            record.add(again(draft), draft.original())
        assert partition_of(record) == before


def test_reading_again_in_any_order_gives_the_same_record(new_record: NewRecord) -> None:
    drafts = [meet("First", place=BAGHDAD), meet("Second"), meet("Third", date="2026-01")]
    found = set()
    for order in itertools.permutations(drafts):
        with record_of(new_record, order) as record:
            for draft in reversed(order):
                changed = again(draft)
                changed.meetings[0].round = "2"
                record.add(changed, draft.original())
            found.add(frozenset(contents_of(record)))
    assert len(found) == 1
