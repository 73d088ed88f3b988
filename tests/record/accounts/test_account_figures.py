"""Figures of accounts: numbers and lengths in five languages, days, and how long talks lasted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.readings import Draft
from tests.record.records import meet, record_of

from peyman.model import Date
from peyman.record import AccountsTable, FactRow, Record
from peyman.record.accounts.account_figures import articles_in, quantities

NewRecord = Callable[..., Record]


def rows_of(table: AccountsTable, fact: str) -> dict[str, FactRow]:
    return {row.label: row for row in table.facts if row.fact == fact}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("It will deliver 350,000 barrels a day.", "en", [(350_000, None)]),
        ("روزانه ۳۵۰ هزار بشکه تحویل می‌دهد.", "fa", [(350_000, None)]),
        ("سيسلّم ٣٥٠ ألف برميل يومياً.", "ar", [(350_000, None)]),
        ("ڕۆژانە ٣٥٠ هەزار بەرمیل ڕادەست دەکات.", "ckb", [(350_000, None)]),
        ("Rojane 350 hezar bermîl radest dike.", "kmr", [(350_000, None)]),
        ("They pledged 1.5 million tonnes.", "en", [(1_500_000, None)]),
        ("It took in half a million refugees.", "en", [(500_000, None)]),
        ("نیم میلیون پناهنده پذیرفت.", "fa", [(500_000, None)]),
        ("استقبلت نصف مليون لاجئ.", "ar", [(500_000, None)]),
        ("نیو ملیۆن پەنابەری وەرگرت.", "ckb", [(500_000, None)]),
        ("Nîv milyon penaber qebûl kirin.", "kmr", [(500_000, None)]),
        ("Half of the million was paid.", "en", []),
        ("A commission of fourteen members was formed.", "en", [(14, None)]),
        ("The talks lasted six hours.", "en", [(6, "hour")]),
        ("گفت‌وگوها شش ساعت طول کشید.", "fa", [(6, "hour")]),
        ("استمرت المحادثات ست ساعات.", "ar", [(6, "hour")]),
        ("گفتوگۆکان شەش کاتژمێر درێژەیان کێشا.", "ckb", [(6, "hour")]),
        ("Danûstandin şeş saetan dom kirin.", "kmr", [(6, "hour")]),
        ("The truce holds for 40 days.", "en", [(40, "day")]),
    ],
)
def test_numbers_and_lengths_are_found(text: str, language: str, found: list[tuple[int, str | None]]) -> None:
    assert [(each.number, each.unit) for each in quantities(text, language)] == found


@pytest.mark.parametrize(
    "text",
    ["In 2023 three ministers met at 21:45.", "date 2025-12-04 and 11/12", "the 14th session", "about 35% of it"],
)
def test_years_hours_ordinals_shares_and_small_numbers_are_no_figures(text: str) -> None:
    assert quantities(text, "en") == []


def test_what_stands_in_a_date_is_no_figure() -> None:
    assert quantities("on 25 March they freed 30 men", "en", [(3, 11)])[0].number == 30


@given(st.text(max_size=80), st.sampled_from(["fa", "ar", "ckb", "kmr", "en", "und"]))
def test_every_quantity_stands_in_the_text(text: str, language: str) -> None:
    for each in quantities(text, language):
        assert 0 <= each.span[0] < each.span[1] <= len(text)


def test_a_number_that_two_accounts_give_is_missing_from_the_third(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second", language="fa"), meet("Third")]
    drafts[0].sentence("The parties agreed on 350,000 barrels a day.")
    drafts[1].sentence("طرف‌ها بر سر روزانه ۳۵۰ هزار بشکه توافق کردند.")
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "figure")["350,000"]
    assert [cell.mark for cell in row.cells] == ["confirmed", "confirmed", "missing"]
    assert row.cells[0].values[0].wording == "350,000 barrels"


def test_a_number_of_one_account_alone_is_left_out_by_nobody(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second")]
    drafts[0].sentence("The parties agreed on 350,000 barrels a day.")
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "figure")["350,000"]
    assert [cell.mark for cell in row.cells] == ["unique", None]
    assert not row.differs


def test_lengths_of_one_kind_of_talks_are_compared(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second")]
    for draft, hours in zip(drafts, ("four", "six"), strict=True):
        draft.text = draft.text.rstrip("\n") + f" The talks lasted {hours} hours.\n"
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "duration")["duration"]
    assert [cell.mark for cell in row.cells] == ["conflict", "conflict"]
    assert [cell.values[0].label for cell in row.cells] == ["4 hours", "6 hours"]


@pytest.mark.parametrize(
    ("language", "less", "more"),
    [
        ("en", "The talks lasted nearly six hours.", "The talks lasted more than six hours."),
        ("fa", "گفت‌وگوها نزدیک به شش ساعت طول کشید.", "گفت‌وگوها بیش از شش ساعت طول کشید."),
        ("ar", "استمرت المحادثات أقل من ست ساعات.", "استمرت المحادثات أكثر من ست ساعات."),
        ("ckb", "گفتوگۆکان نزیکەی شەش کاتژمێر درێژەیان کێشا.", "گفتوگۆکان زیاتر لە شەش کاتژمێر درێژەیان کێشا."),
        ("kmr", "Danûstandin nêzîkî şeş saetan dom kirin.", "Danûstandin zêdetirî şeş saetan dom kirin."),
    ],
)
def test_what_is_not_met_and_what_is_gone_beyond_are_told_apart(language: str, less: str, more: str) -> None:
    assert [(each.number, each.bound) for each in quantities(less, language)] == [(6, "less")]
    assert [(each.number, each.bound) for each in quantities(more, language)] == [(6, "more")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The talks lasted about six hours."),
        ("fa", "گفت‌وگوها حدود شش ساعت طول کشید."),
        ("ar", "استمرت المحادثات نحو ست ساعات."),
        ("ckb", "گفتوگۆکان دەوروبەری شەش کاتژمێر درێژەیان کێشا."),
        ("kmr", "Danûstandin derdora şeş saetan dom kirin."),
    ],
)
def test_what_is_about_as_much_is_told_so(language: str, text: str) -> None:
    assert [(each.number, each.bound) for each in quantities(text, language)] == [(6, "about")]


def test_about_a_length_fits_the_length_itself_and_what_is_not_quite_it(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second"), meet("Third")]
    for draft, told in zip(drafts, ("about four", "nearly four", "six"), strict=True):
        draft.text = draft.text.rstrip("\n") + f" The talks lasted {told} hours.\n"
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "duration")["duration"]
    assert [cell.values[0].label for cell in row.cells] == ["about 4 hours", "less than 4 hours", "6 hours"]
    with record_of(new_record, drafts[:2]) as record:
        row = rows_of(record.accounts("M1"), "duration")["duration"]
    assert [cell.mark for cell in row.cells] == ["confirmed", "confirmed"]


def test_nearly_and_more_than_the_same_length_contradict(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second"), meet("Third")]
    for draft, told in zip(drafts, ("nearly four", "more than four", "four"), strict=True):
        draft.text = draft.text.rstrip("\n") + f" The talks lasted {told} hours.\n"
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "duration")["duration"]
    assert [cell.mark for cell in row.cells] == ["conflict", "conflict", "confirmed"]
    assert [cell.values[0].label for cell in row.cells] == ["less than 4 hours", "more than 4 hours", "4 hours"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "They published a roadmap of seven articles.", [7]),
        ("en", "the 20-point plan", [20]),
        ("en", "Article 5 has two points; in 2025 a clause was struck.", []),
        ("fa", "نقشه راه هفت ماده دارد.", [7]),
        ("fa", "طرح بیست ماده‌ای", [20]),
        ("fa", "بند ۵ توافق", []),
        ("ar", "تتألف خارطة الطريق من سبعة بنود.", [7]),
        ("ar", "المادة 5 من الاتفاق", []),
        ("ckb", "نەخشەڕێگاکە لە حەوت خاڵ پێکهاتووە.", [7]),
        ("kmr", "Nexşerê ji heft xalan pêk tê.", [7]),
    ],
)
def test_how_many_articles_an_agreement_has_is_found(language: str, text: str, found: list[int]) -> None:
    assert [each.number for each in articles_in(text, language)] == found


def test_accounts_that_count_the_articles_otherwise_contradict(new_record: NewRecord) -> None:
    drafts = [meet("First"), meet("Second", language="fa"), meet("Third")]
    drafts[0].sentence("The roadmap has seven articles.")
    drafts[1].sentence("نقشه راه شش ماده دارد.")
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "articles")["number of articles"]
    assert [cell.mark for cell in row.cells] == ["conflict", "conflict", "missing"]


def begins(draft: Draft, words: str, edtf: str) -> Draft:
    span = draft.part(draft.sentence(f"The truce begins {words}."), words)
    draft.dates.append(Date(id=f"t{len(draft.dates)}", evidence=[span], span=span, text=words, edtf=edtf))
    return draft


def test_the_hour_that_one_account_gives_of_a_day_is_shown_and_contradicts_another_hour_alone(
    new_record: NewRecord,
) -> None:
    drafts = [
        begins(meet("First"), "at 21:45 on 22 January", "2026-01-22T21:45:00"),
        begins(meet("Second"), "on 22 January", "2026-01-22"),
    ]
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "day")["2026-01-22"]
    assert [cell.values[0].value for cell in row.cells] == ["2026-01-22T21:45", "2026-01-22"]
    assert [cell.mark for cell in row.cells] == ["confirmed", "confirmed"]
    about = begins(meet("About"), "about 22 January", "2026-01-22~")
    with record_of(new_record, [drafts[0], about]) as record:
        row = rows_of(record.accounts("M1"), "day")["2026-01-22"]
    assert [cell.mark for cell in row.cells] == ["confirmed", "confirmed"], "about that day is no other hour"
    drafts.append(begins(meet("Third"), "at 20:00 on 22 January", "2026-01-22T20:00:00"))
    with record_of(new_record, drafts) as record:
        row = rows_of(record.accounts("M1"), "day")["2026-01-22"]
    assert [cell.mark for cell in row.cells] == ["confirmed", "confirmed", "confirmed"], "each fits the day as such"
    with record_of(new_record, [drafts[0], drafts[2]]) as record:
        row = rows_of(record.accounts("M1"), "day")["2026-01-22"]
    assert [cell.mark for cell in row.cells] == ["conflict", "conflict"]
