"""Accounts side by side: who says what, who leaves it out, who contradicts whom, in every order of adding."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from tests.record.readings import Draft
from tests.record.records import AMMAN, BAGHDAD, VENUE, meet, record_of

from peyman.errors import UnknownEntry
from peyman.model import Date, DateConflict, Designation, Participant
from peyman.record import AccountsTable, FactRow, Record
from peyman.record.accounts.compared import is_cut_off

NewRecord = Callable[..., Record]
WHITFIELD = ("whitfield", "Laura Whitfield", "USA")
SHIRWAN = ("shirwan", "Rebaz Shirwan", "IRQ-KRD")


def table_of(new_record: NewRecord, *drafts: Draft) -> AccountsTable:
    with record_of(new_record, drafts) as record:
        return record.accounts("M1")


def row_of(table: AccountsTable, fact: str, subject: str | None = None) -> FactRow:
    (row,) = [each for each in table.facts if each.fact == fact and subject in (None, each.subject)]
    return row


def marks_of(row: FactRow) -> list[str | None]:
    return [cell.mark for cell in row.cells]


def test_what_two_accounts_say_is_confirmed_with_the_words_of_each(new_record: NewRecord) -> None:
    table = table_of(new_record, meet("First", place=BAGHDAD), meet("Second", place=("Q1530", "Bexda", "IRQ")))
    row = row_of(table, "place")
    assert marks_of(row) == ["confirmed", "confirmed"]
    assert [cell.values[0].wording for cell in row.cells] == ["Baghdad", "Bexda"]
    assert not row.differs


def test_every_value_has_its_evidence(new_record: NewRecord) -> None:
    table = table_of(new_record, meet("First", place=BAGHDAD, people=(WHITFIELD,)), meet("Second"))
    for row in table.facts:
        for cell in row.cells:
            for value in cell.values:
                assert value.claims
                assert all(claim.document.id == cell.account and claim.words for claim in value.claims)


def test_who_only_one_account_names_is_missing_from_the_other(new_record: NewRecord) -> None:
    drafts = (meet("First", people=(WHITFIELD, SHIRWAN)), meet("Second", people=(WHITFIELD,)))
    table = table_of(new_record, *drafts)
    named = {row.label: marks_of(row) for row in table.facts if row.fact == "participant"}
    assert named == {"Laura Whitfield": ["confirmed", "confirmed"], "Rebaz Shirwan": ["unique", "missing"]}
    assert [row.label for row in table.differences] == ["Rebaz Shirwan"]


def test_days_that_exclude_each_other_are_in_conflict_and_both_stay(new_record: NewRecord) -> None:
    # The third account, which names the month alone, fits both days; the record keeps two meetings apart by their days.
    first = meet("First", place=BAGHDAD)
    second = Draft("Second")
    second.meeting(place=second.place(*BAGHDAD), round="2")
    third = meet("Third", place=BAGHDAD, round="resumed")
    table = table_of(new_record, first, second, third)
    assert marks_of(row_of(table, "date")) == ["confirmed"] * 3
    assert marks_of(row_of(table, "round")) == ["missing", "unique", "unique"]


def test_a_date_that_another_calendar_makes_another_day_is_shown(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second"), meet("Third")]
    right, wrong = (drafts[n].dates[0] for n in (0, 1))
    drafts[0].dates[0] = right.model_copy(update={"calendars": ["persian"]})
    drafts[1].dates[0] = wrong.model_copy(
        update={
            "calendars": ["gregorian", "persian"],
            "conflict": DateConflict(between=["gregorian", "persian"], values=["2026-01-14", "2026-01-15"]),
        }
    )
    table = table_of(new_record, *drafts)
    assert marks_of(row_of(table, "date")) == ["confirmed"] * 3
    printed = row_of(table, "printed", "persian")
    assert marks_of(printed) == ["conflict", "conflict", None]
    assert [value.value for cell in printed.cells for value in cell.values] == ["2026-01-14", "2026-01-15"]


def test_an_account_whose_text_has_the_day_does_not_leave_the_date_out(new_record: NewRecord) -> None:
    drafts = [meet("First", place=BAGHDAD, round="2"), meet("Second", place=BAGHDAD, round="2", date=None)]
    assert marks_of(row_of(table_of(new_record, *drafts), "date")) == ["unique", "missing"]
    span = drafts[1].sentence("Of 14 January.")
    drafts[1].dates.append(Date(id="t9", evidence=[span], span=span, text="Of 14 January.", edtf="2026-01-14"))
    assert marks_of(row_of(table_of(new_record, *drafts), "date")) == ["unique", None]


def test_an_agreement_that_an_account_calls_by_a_name_of_its_own_is_not_left_out(new_record: NewRecord) -> None:
    drafts = [meet(name) for name in ("First", "Second", "Third")]
    for draft in drafts[:2]:
        draft.agreement("water", "Water Accord of Baghdad")
    row = row_of(table_of(new_record, *drafts), "named")
    assert marks_of(row) == ["confirmed", "confirmed", "missing"]
    drafts[2].agreement("deal", "April deal")
    rows = [each for each in table_of(new_record, *drafts).facts if each.fact == "named"]
    assert [marks_of(row) for row in rows] == [["confirmed", "confirmed", None], [None, None, "unique"]]


def test_names_of_an_agreement_that_share_a_word_do_not_contradict(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second")]
    for draft, name in zip(drafts, ("oil agreement", "the temporary Agreement"), strict=True):
        draft.agreement("oil", name)
    assert marks_of(row_of(table_of(new_record, *drafts), "name")) == ["confirmed", "confirmed"]


def test_who_says_that_a_meeting_was_put_off_is_compared(new_record: NewRecord) -> None:
    drafts = []
    for name, party in (("First", "IRQ"), ("Second", "USA"), ("Third", "IRQ")):
        draft = Draft(name)
        speaker = draft.person(f"speaker-{party}", f"Speaker {party}", party)
        statement = draft.statement(speaker, parties=[party])
        draft.meeting(status="postponed", said_in=(statement,))
        drafts.append(draft)
    row = row_of(table_of(new_record, *drafts), "announced by", "postponed")
    assert [cell.values[0].value for cell in row.cells] == [["IRQ"], ["USA"], ["IRQ"]]
    assert marks_of(row) == ["conflict"] * 3


def test_nobody_has_to_say_that_a_meeting_was_held(new_record: NewRecord) -> None:
    draft = Draft("First")
    statement = draft.statement(draft.party("IRQ"), parties=["IRQ"])
    draft.meeting(said_in=(statement,))
    assert "announced by" not in {row.fact for row in table_of(new_record, draft, meet("Second")).facts}


def test_the_condition_of_an_undertaking_is_left_out_by_who_tells_it_outright(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second"), meet("Third", language="fa")]
    for draft in drafts:
        draft.commitment()
    condition = drafts[0].sentence("Once the border is open.")
    drafts[0].commitments[0] = drafts[0].commitments[0].model_copy(update={"condition": condition})
    row = row_of(table_of(new_record, *drafts), "condition")
    assert [cell.values[0].wording for cell in row.cells if cell.values] == ["Once the border is open."]
    assert marks_of(row) == ["unique", "missing", None]


def test_a_venue_is_a_fact_beside_the_city(new_record: NewRecord) -> None:
    table = table_of(
        new_record, meet("First", place=BAGHDAD), meet("Second", place=VENUE), meet("Third", place=BAGHDAD)
    )
    assert marks_of(row_of(table, "venue")) == ["missing", "unique", "missing"]
    assert [cell.values[0].label for cell in row_of(table, "place").cells if cell.values] == ["Baghdad", "Baghdad"]


def test_an_account_with_fewer_parties_leaves_some_out(new_record: NewRecord) -> None:
    drafts = (meet("First", parties=("IRQ", "USA", "IRQ-KRD")), meet("Second"), meet("Third"))
    row = row_of(table_of(new_record, *drafts), "parties")
    assert marks_of(row) == ["unique", "missing", "missing"]
    assert row.mark == "missing"


def test_how_many_sides_there_were_is_a_conflict(new_record: NewRecord) -> None:
    drafts = [Draft("First"), Draft("Second")]
    for draft, told in zip(drafts, ("trilateral", "bilateral"), strict=True):
        span = draft.sentence(f"The {told} talks.")
        designation = Designation.model_validate({"format": told, "text": told, "span": draft.part(span, told)})
        draft.meeting(designations=[designation])
    row = row_of(table_of(new_record, *drafts), "number of parties")
    assert marks_of(row) == ["conflict", "conflict"]
    assert [cell.values[0].wording for cell in row.cells] == ["trilateral", "bilateral"]


@pytest.mark.parametrize(
    ("titles", "marks"),
    [
        (("Minister of Oil", "Minister of Oil"), ["confirmed", "confirmed"]),
        (("Special Envoy", "Special Envoy for Syria"), ["confirmed", "confirmed"]),
        (("Ambassador", "Chief of Staff"), ["conflict", "conflict"]),
        (("Ambassador", None), ["unique", "missing"]),
    ],
)
def test_titles_of_one_language_are_compared(
    titles: tuple[str | None, ...], marks: list[str], new_record: NewRecord
) -> None:
    drafts = []
    for number, title in enumerate(titles):
        draft = Draft(f"Document {number}")
        person = draft.person(*WHITFIELD)
        meeting = draft.meeting()
        meeting.participants = [Participant(actor=person.id, party="USA", title=title)]
        drafts.append(draft)
    assert marks_of(row_of(table_of(new_record, *drafts), "title")) == marks


def test_who_mediated_is_shown_beside_accounts_that_name_him_among_the_others(new_record: NewRecord) -> None:
    drafts = [meet(name, people=(WHITFIELD, SHIRWAN)) for name in ("First", "Second")]
    mediating, other = drafts[0].meetings[0].participants
    drafts[0].meetings[0].participants = [mediating.model_copy(update={"capacity": "mediator"}), other]
    with record_of(new_record, drafts) as record:
        rows = [row for row in record.accounts("M1").facts if row.fact == "capacity"]
    (row,) = rows
    assert [cell.values[0].value for cell in row.cells] == ["mediator", "member"]
    assert [cell.mark for cell in row.cells] == ["unique", "unique"], "he may have been both"
    drafts[1].meetings[0].participants[0] = mediating.model_copy(update={"capacity": "head"})
    with record_of(new_record, drafts) as record:
        (row,) = [row for row in record.accounts("M1").facts if row.fact == "capacity"]
    assert [cell.mark for cell in row.cells] == ["conflict", "conflict"]


def test_what_was_undertaken_is_missing_from_an_account_without_it(new_record: NewRecord) -> None:
    first = meet("First")
    first.commitment("withdraw the forces", by=("USA",), class_="withdraw")
    row = row_of(table_of(new_record, first, meet("Second")), "undertaking")
    assert row.subject == "C1"
    assert marks_of(row) == ["unique", "missing"]
    assert row.cells[0].values[0].wording == "withdraw the forces"


def test_an_announcement_leaves_out_neither_what_was_agreed_nor_who_came(new_record: NewRecord) -> None:
    before = meet("Before", published="2026-01-10", status="planned")
    after = meet("After", people=(WHITFIELD,))
    after.commitment("withdraw the forces", by=("USA",), class_="withdraw")
    table = table_of(new_record, before, after)
    for fact in ("participant", "undertaking"):
        cell = row_of(table, fact).cell("D1")
        assert (cell.mark, cell.silence) == (None, "beforehand")
    assert not row_of(table, "status").differs


def test_an_account_in_passing_leaves_nothing_out(new_record: NewRecord) -> None:
    passing = Draft("Passing")
    passing.meeting(date="2026-02-20", parties=("JOR", "USA"), place=passing.place(*AMMAN))
    passing.meeting()
    full = meet("Full", place=BAGHDAD, people=(WHITFIELD,))
    with record_of(new_record, [full, passing]) as record:
        table = record.accounts("M1")
    assert [account.detail for account in table.accounts] == ["full", "passing"]
    cell = row_of(table, "participant").cell("D2")
    assert (cell.mark, cell.silence) == (None, "in passing")


def test_a_text_that_is_cut_off_leaves_nothing_out(new_record: NewRecord) -> None:
    cut = meet("Cut")
    cut.sentence("The delegations were led by the deputy commander of the joint operations and by the head of")
    table = table_of(new_record, meet("Whole", people=(WHITFIELD,)), cut)
    assert [account.cut_off for account in table.accounts] == [False, True]
    assert row_of(table, "participant").cell("D2").silence == "cut off"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("They met.", False),
        ("They met in the capital and agreed to go on with the talks until the", True),
        ("دو طرف دیدار کردند و قرار شد گفت‌وگوها در هفته آینده در پایتخت این کشور", True),
        ("They met. …", True),
        ("They met [...]", True),
        ("They met.\nEnds", False),
        ("هر دو طرف موافقت کردند۔", False),
        ("", False),
    ],
)
def test_a_text_is_cut_off_that_ends_in_a_sentence(text: str, cut: bool) -> None:
    assert is_cut_off(text) is cut


def test_another_encounter_of_these_days_is_a_fact(new_record: NewRecord) -> None:
    first = meet("First")
    first.meeting(date="2026-01-13", parties=("USA", "JOR"), kind="call")
    row = row_of(table_of(new_record, first, meet("Second")), "encounter")
    assert row.subject == "M2"
    assert marks_of(row) == ["unique", "missing"]


def test_the_table_does_not_depend_on_the_order_of_adding(new_record: NewRecord) -> None:
    drafts = [
        meet("First", place=BAGHDAD, people=(WHITFIELD, SHIRWAN)),
        meet("Second", place=VENUE, people=(WHITFIELD,), round="2"),
        meet("Third", parties=("IRQ", "USA", "IRQ-KRD"), place=BAGHDAD),
    ]
    drafts[0].commitment("withdraw the forces", by=("USA",), class_="withdraw")

    def plain(table: AccountsTable) -> set[tuple[str, str, frozenset[tuple[str | None, str | None, str]]]]:
        title = {account.id: account.document.title for account in table.accounts}
        return {
            (
                row.fact,
                row.label,
                frozenset(
                    (title[cell.account], cell.mark, "|".join(sorted(value.label for value in cell.values)))
                    for cell in row.cells
                ),
            )
            for row in table.facts
        }

    tables = [plain(table_of(new_record, *order)) for order in itertools.permutations(drafts)]
    assert all(table == tables[0] for table in tables)


def test_only_meetings_have_accounts(new_record: NewRecord) -> None:
    with record_of(new_record, [meet("First", place=BAGHDAD)]) as record:
        for wrong in ("P1", "D1", "M2", "nothing"):
            with pytest.raises(UnknownEntry):
                record.accounts(wrong)


def test_an_account_that_names_the_other_place_too_does_not_contradict_it(new_record: NewRecord) -> None:
    drafts = [meet("First", place=BAGHDAD, people=(SHIRWAN,)), meet("Second", place=AMMAN, people=(SHIRWAN,))]
    apart = row_of(table_of(new_record, *drafts), "place")
    assert marks_of(apart) == ["conflict", "conflict"]
    drafts[1].place(*BAGHDAD)
    assert "conflict" not in marks_of(row_of(table_of(new_record, *drafts), "place"))


def test_a_building_is_left_out_by_nobody_where_no_two_accounts_name_the_same(new_record: NewRecord) -> None:
    drafts = [meet("First", place=VENUE), meet("Second", place=("embassy", "the Embassy", "IRQ")), meet("Third")]
    drafts[2].place(*BAGHDAD)
    drafts.append(meet("Fourth", place=BAGHDAD))
    assert marks_of(row_of(table_of(new_record, *drafts), "venue"))[2] is None
    drafts.append(meet("Fifth", place=VENUE))
    assert marks_of(row_of(table_of(new_record, *drafts), "venue"))[2] == "missing"
