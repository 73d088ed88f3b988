"""Adding documents to a record and asking it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from tests.record.readings import Draft

from peyman.errors import RecordError, UnknownEntry
from peyman.record import DocumentView, EntryView, Record


def account(
    name: str, language: str = "en", date: str = "2026-01-14", parties: tuple[str, ...] = ("IRQ", "USA")
) -> Draft:
    """One document's account of one round of talks."""
    draft = Draft(name, language)
    for party in parties:
        draft.party(party)
    embassy = draft.body("us-embassy-baghdad", "the US Embassy in Baghdad", "USA")
    place = draft.place("Q1530", "Baghdad", "IRQ")
    agreement = draft.agreement("strategic-framework-2008", "Strategic Framework Agreement", "2008")
    statement = draft.statement(embassy, kind="joint-statement", joint=True, parties=["IRQ", "USA"])
    draft.meeting(date, parties, place=place, basis=(agreement,), said_in=(statement,))
    draft.commitment(said_in=(statement,), window="2026-01/..")
    return draft


def add(record: Record, *drafts: Draft) -> None:
    for draft in drafts:
        record.add(draft.reading(), draft.original())


def entry(record: Record, public_id: str) -> EntryView:
    view = record.get(public_id)
    assert isinstance(view, EntryView)
    return view


def test_a_document_gives_entries_with_ids_numbered_by_kind(record: Record) -> None:
    draft = account("First")
    result = record.add(draft.reading(), draft.original())
    assert result.added
    assert result.document == "D1"
    assert result.new == ("A1", "A2", "A3", "P1", "G1", "S1", "M1", "C1")
    assert result.joined == ()


def test_adding_a_document_twice_changes_nothing(record: Record, path: Path) -> None:
    draft = account("First")
    record.add(draft.reading(), draft.original())
    before = dump(path)
    result = record.add(draft.reading(), draft.original())
    assert not result.added
    assert result.document == "D1"
    assert dump(path) == before


def test_a_second_account_joins_the_entries_of_the_first(record: Record) -> None:
    add(record, account("First"))
    second = account("Second", "fa")
    result = record.add(second.reading(), second.original())
    assert result.new == ()
    assert set(result.joined) == {"A1", "A2", "A3", "P1", "G1", "S1", "M1", "C1"}


def test_an_entry_shows_every_value_with_all_who_claim_it(record: Record) -> None:
    add(record, account("First"), account("Second", "fa", parties=("IRQ", "USA", "IRQ-KRD")), account("Third", "ar"))
    parties = {
        value.value: [document.id for document in value.documents] for value in entry(record, "M1").of("parties")
    }
    assert parties == {"IRQ": ["D1", "D2", "D3"], "USA": ["D1", "D2", "D3"], "IRQ-KRD": ["D2"]}


def test_a_difference_is_kept_with_who_says_what(record: Record) -> None:
    add(record, account("First"), account("Second", "ckb", date="2026-01"))
    view = entry(record, "M1")
    assert view.differences == ("date",)
    dates = {value.value: value.claims[0].document.publisher for value in view.of("date")}
    assert dates == {"2026-01-14": "Publisher of First", "2026-01": "Publisher of Second"}


def test_a_claim_shows_the_published_words_and_who_said_them(record: Record) -> None:
    draft = account("First")
    add(record, draft)
    (value,) = entry(record, "M1").of("date")
    (claim,) = value.claims
    assert claim.words == "2026-01-14"
    assert draft.text[slice(*claim.span)] == claim.words
    assert claim.said_in == ("S1",)
    assert claim.speakers == ("the US Embassy in Baghdad",)
    assert claim.document.language == "en"
    assert claim.reader == "peyman 0.0"
    assert claim.confidence == 0.9


def test_words_are_sliced_by_code_points_of_the_published_text(record: Record) -> None:
    draft = Draft("\N{GRINNING FACE} نشست در بغداد", "fa")
    draft.meeting(parties=("عراق", "آمریکا"))
    add(record, draft)
    (evidence,) = entry(record, "M1").evidence
    assert evidence.words == draft.text[slice(*draft.meetings[0].evidence[0])]


def test_references_are_public_ids_with_the_name_each_document_gives(record: Record) -> None:
    first, second = account("First"), account("Second", "fa")
    second.places[0] = second.places[0].model_copy(update={"name": "بغداد"})
    add(record, first, second)
    (place,) = entry(record, "M1").of("place")
    assert place.value == "P1"
    assert [claim.wording for claim in place.claims] == ["Baghdad", "بغداد"]


def test_participants_are_one_value_however_their_titles_are_worded(record: Record) -> None:
    for name, title in (("First", "Chief of Staff"), ("Second", "the chief of the staff")):
        draft = Draft(name)
        person = draft.person("general-one", "General One", "IRQ")
        meeting = draft.meeting(people=(person,))
        meeting.participants[0].title = title
        add(record, draft)
    (participant,) = entry(record, "M1").of("participants")
    assert participant.value == {"actor": "A1", "party": "IRQ", "capacity": "member"}
    assert [claim.value["title"] for claim in participant.claims] == ["Chief of Staff", "the chief of the staff"]
    assert participant.label == "General One"


def test_spans_as_values_are_shown_as_words(record: Record) -> None:
    add(record, account("First"))
    (action,) = entry(record, "C1").of("action")
    assert action.value == "continue the consultations"
    assert "class" in entry(record, "C1").values


def test_a_document_view_leads_to_its_entries(record: Record) -> None:
    draft = account("First")
    add(record, draft)
    view = record.get("D1")
    assert isinstance(view, DocumentView)
    assert view.text == draft.text
    assert view.entries["meeting"] == ("M1",)
    assert view.local_ids[("actor", "a2")] == "A3"


def test_reading_and_original_come_back_as_they_were_added(record: Record) -> None:
    first, second = account("First"), account("Second", "fa")
    repaired = second.reading()
    repaired.document.repaired = repaired.document.text.replace("met", "met\N{ZERO WIDTH NON-JOINER}")
    record.add(first.reading(), first.original())
    record.add(repaired, second.original())
    assert record.reading("D1") == first.reading()
    assert record.reading("d2") == repaired
    assert record.reading(repaired.document.id) == repaired
    assert record.original("D2") == second.original()


def test_lists_show_entries_in_short(record: Record) -> None:
    add(record, account("First"), account("Second", "fa", date="2026-01"))
    (meeting,) = record.meetings()
    assert (meeting.id, meeting.documents, meeting.languages) == ("M1", 2, ("en", "fa"))
    assert set(meeting.date) == {"2026-01-14", "2026-01"}
    assert meeting.place == ("Baghdad",)
    (statement,) = record.statements()
    assert statement.issuers == ("the US Embassy in Baghdad",)
    assert statement.joint == ("yes",)
    (commitment,) = record.commitments()
    assert commitment.class_ == ("consult",)
    assert commitment.action == ("continue the consultations",)
    assert [actor.key for actor in record.actors()] == [("IRQ",), ("USA",), ("us-embassy-baghdad",)]
    assert [place.name for place in record.places()] == [("Baghdad",)]
    assert [agreement.date for agreement in record.agreements()] == [("2008",)]
    assert [document.id for document in record.documents()] == ["D1", "D2"]


def test_lists_can_be_taken_in_parts(record: Record) -> None:
    add(record, *(account(f"Account {day}", date=f"2026-01-{day}") for day in (10, 12, 14, 16)))
    assert [meeting.id for meeting in record.meetings(limit=2, offset=1)] == ["M2", "M3"]
    assert record.meetings(limit=2, offset=1) == record.meetings()[1:3]
    assert record.statements(limit=1)[0].issuers == ("the US Embassy in Baghdad",)
    assert [document.id for document in record.documents(limit=1, offset=3)] == ["D4"]
    assert record.documents(offset=9) == []


def test_an_empty_record_lists_nothing(record: Record) -> None:
    assert record.meetings() == []
    assert record.documents() == []
    assert str(record.summary()).startswith("0 documents, 0 actors")


def test_the_summary_counts_what_is_there(record: Record) -> None:
    add(record, account("First"), account("Second", "fa"))
    summary = record.summary()
    assert summary.documents == 2
    assert summary.languages == {"en": 1, "fa": 1}
    assert summary.publishers == 2
    assert summary.several_accounts == 1
    assert str(summary) == (
        "2 documents (en, fa), 3 actors, 1 place, 1 agreement, 1 statement, 1 meeting, 1 commitment"
    )


def test_lists_take_a_fixed_number_of_queries(new_record: Callable[[], Record]) -> None:
    def queries(documents: int) -> list[int]:
        with new_record() as record:
            for number in range(documents):
                add(record, account(f"Account {number}", date=f"2026-01-{number + 1:02d}"))
            asked = (record.documents, record.meetings, record.statements, record.summary, lambda: record.get("A1"))
            return [len(statements_of(ask)) for ask in asked]

    assert queries(2) == queries(12)


@pytest.mark.parametrize("unknown", ["M7", "X1", "", "M0", "nonsense", "M99999999999999999999", "D4"])
def test_an_unknown_id_is_an_error_that_names_near_ones(record: Record, unknown: str) -> None:
    add(record, account("First"))
    with pytest.raises(UnknownEntry) as caught:
        record.get(unknown)
    assert "1" in caught.value.advice
    assert "\n" not in str(caught.value)


def test_near_ids_are_those_of_the_same_kind_first(record: Record) -> None:
    add(record, *(account(f"Account {day}", date=f"2026-01-{day}") for day in (10, 11, 12, 13)))
    with pytest.raises(UnknownEntry) as caught:
        record.get("M9")
    assert "M2, M3, M4" in caught.value.advice


def test_an_unknown_id_in_an_empty_record_says_so(record: Record) -> None:
    with pytest.raises(UnknownEntry) as caught:
        record.get("M1")
    assert "empty" in caught.value.advice


@pytest.mark.parametrize("unknown", ["D9", "M1", "0" * 64])
def test_an_unknown_document_has_no_reading(record: Record, unknown: str) -> None:
    add(record, account("First"))
    with pytest.raises(UnknownEntry):
        record.reading(unknown)


def test_ids_may_be_written_in_small_letters(record: Record) -> None:
    add(record, account("First"))
    assert entry(record, " m1 ").id == "M1"


def test_two_entries_of_one_id_are_refused_and_nothing_is_added(record: Record, path: Path) -> None:
    add(record, account("First"))
    draft = account("Second")
    draft.commitments.append(draft.commitments[0])
    before = dump(path)
    with pytest.raises(RecordError):
        record.add(draft.reading(), draft.original())
    assert dump(path) == before


def statements_of(ask: Callable[[], object]) -> list[str]:
    """The SQL statements that a question takes."""
    seen: list[str] = []

    def note(connection: object, cursor: object, statement: str, *more: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return seen


def test_bytes_that_were_not_read_are_refused(record: Record) -> None:
    with pytest.raises(RecordError) as caught:
        record.add(account("First").reading(), b"something else")
    assert caught.value.advice
    assert record.documents() == []


def dump(path: Path) -> list[str]:
    """Everything in a record, as SQL."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
