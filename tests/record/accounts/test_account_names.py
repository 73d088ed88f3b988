"""Whom and what accounts name: titles anywhere in a text, names within one language, and who is left out."""

from __future__ import annotations

from collections.abc import Callable

from tests.record.readings import Draft
from tests.record.records import meet, record_of

from peyman.model import Role
from peyman.record import FactRow, Record

NewRecord = Callable[..., Record]


def named(draft: Draft, key: str, name: str, title: str | None = None) -> Draft:
    """A person who is named and not said to have taken part."""
    person = draft.person(key, name, "IRQ")
    if title:
        person.roles.append(Role(title=title, span=draft.sentence(f"{title}.")))
    return draft


def row_of(new_record: NewRecord, drafts: list[Draft], fact: str) -> FactRow:
    with record_of(new_record, drafts) as record:
        (row,) = [each for each in record.accounts("M1").facts if each.fact == fact]
        return row


def marks_of(new_record: NewRecord, drafts: list[Draft], label: str) -> list[str | None]:
    """How each account stands to the naming of something."""
    with record_of(new_record, drafts) as record:
        (row,) = [each for each in record.accounts("M1").facts if each.fact == "named" and each.label == label]
        return [cell.mark for cell in row.cells]


def test_who_two_accounts_name_is_missing_from_the_third(new_record: NewRecord) -> None:
    drafts = [named(meet("First"), "salim", "Salim Darwish"), named(meet("Second"), "salim", "Salim Darwish")]
    row = row_of(new_record, [*drafts, meet("Third")], "named")
    assert [cell.mark for cell in row.cells] == ["confirmed", "confirmed", "missing"]
    assert row.label == "Salim Darwish"


def test_who_one_account_names_is_left_out_by_nobody(new_record: NewRecord) -> None:
    row = row_of(new_record, [named(meet("First"), "salim", "Salim Darwish"), meet("Second")], "named")
    assert [(cell.mark, cell.silence) for cell in row.cells] == [("unique", None), (None, "alone")]


def test_a_name_that_the_reader_passed_over_is_not_missing(new_record: NewRecord) -> None:
    third = meet("Third")
    third.sentence("Mr Darwish was not heard.")
    drafts = [named(meet("First"), "salim", "Salim Darwish"), named(meet("Second"), "salim", "Salim Darwish"), third]
    assert row_of(new_record, drafts, "named").cells[2].silence == "unread"


def test_titles_are_compared_wherever_a_text_gives_them(new_record: NewRecord) -> None:
    drafts = [
        named(meet("First"), "salim", "Salim Darwish", "Minister of Water"),
        named(meet("Second"), "salim", "Salim Darwish", "special envoy"),
    ]
    row = row_of(new_record, drafts, "title")
    assert row.label == "title of Salim Darwish"
    assert [cell.mark for cell in row.cells] == ["conflict", "conflict"]


def test_names_are_compared_within_one_language(new_record: NewRecord) -> None:
    drafts = [
        named(meet("First"), "salim", "Salim Darwish"),
        named(meet("Second"), "salim", "Selim Al-Derviş"),
        named(meet("Third", language="fa"), "salim", "سلیم درویش"),
    ]
    row = row_of(new_record, drafts, "name")
    assert [cell.values[0].wording for cell in row.cells] == ["Salim Darwish", "Selim Al-Derviş", "سلیم درویش"]
    assert [cell.mark for cell in row.cells] == ["conflict", "conflict", "unique"]


def test_whoever_names_the_state_may_mean_its_government(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second", language="fa"), meet("Third")]
    for draft in drafts[:2]:
        draft.body("JOR:government", "the Government", "JOR")
    assert marks_of(new_record, drafts, "the Government")[2] == "missing"
    drafts[2].party("JOR", "Jordan")
    assert marks_of(new_record, drafts, "the Government")[2] is None


def test_whoever_names_a_city_may_mean_the_state(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second", language="fa"), meet("Third")]
    for draft in drafts[:2]:
        draft.party("JOR", "Jordan")
    assert marks_of(new_record, drafts, "Jordan")[2] == "missing"
    drafts[2].place("JOR:amman", "Amman", "JOR")
    assert marks_of(new_record, drafts, "Jordan")[2] is None


def test_what_one_language_alone_names_is_left_out_by_no_other(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second"), meet("Third"), meet("Fourth", language="fa")]
    for draft in drafts[:2]:
        draft.body("body:joint-office", "the Joint Office")
    assert marks_of(new_record, drafts, "the Joint Office")[2:] == ["missing", None]
