"""The brief: what it gathers, as a page and as a Word document, safe whatever a document says."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from tests.record.readings import Draft
from tests.record.records import BAGHDAD, add, meet

from peyman.exchange.brief import SIGNS, brief_of, cut
from peyman.exchange.formats import FORMATS, ExportOptions
from peyman.record import Record

ON = dt.date(2026, 3, 1)
OPTIONS = ExportOptions(on=ON, since=dt.date(2026, 2, 1))
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> \x00\x0b\u202e'


def written(form: str, record: Record, options: ExportOptions = OPTIONS) -> bytes:
    stream = io.BytesIO()
    FORMATS[form].write(record, stream, options)
    return stream.getvalue()


class Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_last_round_is_told_with_day_place_and_parties(round_record: Record) -> None:
    brief = brief_of(round_record, OPTIONS)
    told = {line.label: line.text for line in brief.round_}
    assert "14 January 2026" in told["Date"]
    assert "Iraq" in told["Parties"] and "United States" in told["Parties"]
    assert all(line.notes for line in brief.round_)


def test_a_round_after_the_day_of_the_brief_is_not_the_last_one(round_record: Record) -> None:
    assert brief_of(round_record, ExportOptions(on=dt.date(2026, 1, 13))).round_ == []


def test_every_number_has_one_note_and_every_note_a_number(round_record: Record) -> None:
    brief = brief_of(round_record, OPTIONS)
    given = [line.notes for line in (*brief.round_, *brief.news)] + [row.notes for row in brief.due]
    given += [cell.notes for fact in brief.facts for cell in fact.cells]
    used = {number for notes in given for number in notes}
    assert [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))
    assert used == {note.number for note in brief.notes} and used


def test_notes_have_words_of_the_documents(round_record: Record) -> None:
    texts: dict[str, str] = {}
    for note in brief_of(round_record, OPTIONS).notes:
        text = texts.setdefault(note.document, " ".join(round_record.reading(note.document).document.text.split()))
        assert note.words.removesuffix(" …") in text


def test_contradictions_come_before_what_is_left_out_and_marks_have_signs(round_record: Record) -> None:
    facts = brief_of(round_record, OPTIONS).facts
    gravest = ["conflict" in {cell.mark for cell in fact.cells} for fact in facts]
    assert gravest == sorted(gravest, reverse=True) and any(gravest)
    marked = [cell for fact in facts for cell in fact.cells if cell.mark]
    assert marked and all(cell.sign == SIGNS[cell.mark] for cell in marked)


def test_labels_of_facts_stay_short(round_record: Record) -> None:
    labels = [fact.fact for fact in brief_of(round_record, OPTIONS).facts]
    assert any(label.startswith("Undertaking: ") for label in labels)
    assert all(len(label) <= 100 for label in labels)


def test_a_planned_meeting_whose_day_has_passed_is_due_first(round_record: Record) -> None:
    first = brief_of(round_record, OPTIONS).due[0]
    assert first.urgent and first.status == "missed" and "February 2026" in first.by_when


def test_a_status_that_changed_since_the_day_is_news(round_record: Record) -> None:
    assert brief_of(round_record, OPTIONS).news[0].label == "awaited, now missed"
    assert brief_of(round_record, ExportOptions(on=ON)).since is None


def test_more_accounts_than_columns_are_counted(tmp_path: Path) -> None:
    with Record.open(tmp_path / "many.db") as record:
        for number in range(7):
            people = (("whitfield", "Laura Whitfield", "USA"),) if number else ()
            add(record, meet(f"Report {number}", place=BAGHDAD, people=people))
        brief = brief_of(record, OPTIONS)
    assert len(brief.accounts) == 5 and brief.further.endswith("2")
    assert all(len(fact.cells) == 5 for fact in brief.facts) and brief.facts


def test_the_page_needs_nothing_from_elsewhere_and_its_notes_are_reached(round_record: Record) -> None:
    page = Page(written("brief", round_record).decode())
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe"}
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    links = {str(attributes["href"]) for tag, attributes in page.tags if tag == "a"}
    assert links and {link.removeprefix("#") for link in links} == ids


@pytest.fixture
def hostile(tmp_path: Path) -> Callable[[], Record]:
    def made() -> Record:
        record = Record.open(tmp_path / "hostile.db")
        draft: Draft = meet(HOSTILE, place=BAGHDAD)
        draft.commitment(f"withdraw {HOSTILE}", by=("USA",), class_="withdraw")
        add(record, draft)
        add(record, meet(f"Second {HOSTILE}"))
        return record

    return made


def test_what_a_document_says_is_never_taken_for_markup(hostile: Callable[[], Record]) -> None:
    options = ExportOptions(on=ON, since=ON, title=HOSTILE)
    with hostile() as record:
        page = written("brief", record, options).decode()
        document = Document(io.BytesIO(written("brief-docx", record, options)))
    assert "&lt;script&gt;" in page
    assert not {tag for tag, _ in Page(page).tags} & {"script", "img"}
    assert any("<script>" in paragraph.text for paragraph in document.paragraphs)


def test_the_word_document_opens_and_tells_the_same(round_record: Record) -> None:
    brief = brief_of(round_record, OPTIONS)
    document = Document(io.BytesIO(written("brief-docx", round_record)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert brief.title in text and all(note.words in text for note in brief.notes)
    accounts, due = document.tables
    assert len(accounts.rows) == len(brief.facts) + 1 and len(due.rows) == len(brief.due)


def test_the_parts_of_the_word_document_carry_no_time_of_writing(round_record: Record) -> None:
    with zipfile.ZipFile(io.BytesIO(written("brief-docx", round_record))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_long_words_are_cut_at_a_blank() -> None:
    assert cut("one  two\nthree", 8) == "one two …"
    assert cut("x" * 20, 8) == "xxxxxxxx …"
    assert re.fullmatch(r"one two", cut("one two", 8))


def test_no_two_notes_of_one_document_show_the_same_words(round_record: Record) -> None:
    notes = brief_of(round_record, OPTIONS).notes
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    for note in notes:
        others = [each.words for each in notes if each.document == note.document and each.number < note.number]
        assert not any(note.words in words for words in others)


def test_on_a_phone_each_cell_names_its_account(round_record: Record) -> None:
    page = Page(written("brief", round_record).decode())
    brief = brief_of(round_record, OPTIONS)
    named = [
        attributes["data-account"] for tag, attributes in page.tags if tag == "td" and "data-account" in attributes
    ]
    assert named == brief.accounts * len(brief.facts)
    assert not any(name.endswith("…") for name in brief.accounts)
