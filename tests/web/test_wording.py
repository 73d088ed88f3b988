"""Exports for people in each language of the interface: its direction, its words, its digits, its calendar."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from peyman import read
from peyman.exchange import brief as messages
from peyman.exchange.brief import brief_of
from peyman.exchange.formats import FORMATS, ExportOptions
from peyman.exchange.interface_words import PlainEnglish, Wording
from peyman.record import Record
from peyman.web.interface import DEFAULT, codes, interface
from peyman.web.wording import wording

EXAMPLES = Path(__file__).parents[2] / "examples"
ON = dt.date(2026, 3, 1)
SINCE = dt.date(2026, 2, 1)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("record") / "round.db") as record:
        for path in sorted(EXAMPLES.glob("report-*")):
            record.add(read(path), path.read_bytes())
        yield record


def options_in(code: str) -> ExportOptions:
    return ExportOptions(code, since=SINCE, on=ON, wording=wording(code))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Wednesday 14 January 2026"),
        ("fa", "چهارشنبه ۱۴ ژانویه ۲۰۲۶ (۲۴ دی ۱۴۰۴)"),
        ("ar", "الأربعاء ١٤ يناير ٢٠٢٦ (٢٥ رجب ١٤٤٧)"),
        ("ckb", "چوارشەممە ١٤ کانوونی دووەم ٢٠٢٦ (٢٤ بەفرانبار ٢٧٢٥)"),
        ("kmr", "çarşem 14 Çile 2026 (24 Befranbar 2725)"),
    ],
)
def test_a_day_has_the_same_day_of_the_local_calendar_beside_it(code: str, words: str) -> None:
    assert wording(code).dates("2026-01-14") == words


def test_an_interval_of_days_has_both_in_the_local_calendar_and_a_month_has_none() -> None:
    persian = wording("fa")
    assert persian.dates("2026-02-16/2026-02-28").endswith("(۲۷ بهمن ۱۴۰۴ تا ۹ اسفند ۱۴۰۴)")
    assert persian.dates("2026-02") == persian.date("2026-02")
    assert persian.dates("2026-02-16/..") == persian.date("2026-02-16/..")
    assert persian.dates("no date") == "no date" and persian.dates(None) == ""


@pytest.mark.parametrize("each", [PlainEnglish(), *(wording(code) for code in codes())], ids=lambda each: each.code)
def test_what_is_no_word_of_the_contract_comes_back(each: Wording) -> None:
    assert each.value("zzz") == "zzz" and each.fact("Zzz") == "Zzz"
    assert each.party("ZZZ") == "ZZZ"
    assert each.value("held") and each.party("IRQ") != "IRQ"


@pytest.mark.parametrize("code", codes())
def test_an_organisation_is_called_by_its_name(code: str) -> None:
    assert "UNO" not in (wording(code).party("UNO"), wording(code).party("HOUTHI"))


@pytest.mark.parametrize("code", codes())
def test_the_page_is_in_the_language_and_its_direction(code: str, record: Record) -> None:
    language = interface(code)
    stream = io.BytesIO()
    FORMATS["brief"].write(record, stream, options_in(code))
    page = stream.getvalue().decode()
    assert f'<html lang="{code}" dir="{language.direction}">' in page
    for message in (messages.TITLE, messages.LAST_ROUND, messages.ACCOUNTS, messages.DUE, messages.NOTES):
        assert language.text(message) in page
        assert code == DEFAULT or message not in page
    assert language.party("IRQ") in page
    assert f'<a href="#note-1">{language.number(1)}</a>' in page and '<li id="note-1"' in page


@pytest.mark.parametrize("code", codes())
def test_the_word_document_runs_in_the_direction_of_the_language(code: str, record: Record) -> None:
    stream = io.BytesIO()
    FORMATS["brief-docx"].write(record, stream, options_in(code))
    document = Document(io.BytesIO(stream.getvalue()))
    right_to_left = interface(code).direction == "rtl"
    assert document.paragraphs[0].text == interface(code).text(messages.TITLE)
    assert all(
        (each._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) == right_to_left for each in document.paragraphs
    )
    assert all((table.table_direction is not None) == right_to_left for table in document.tables)


@pytest.mark.parametrize("code", codes())
def test_words_of_the_readers_own_language_come_first(code: str, record: Record) -> None:
    brief = brief_of(record, options_in(code))
    assert brief.notes[0].language == code
