"""PDF, Word, e-mail, web archives and feeds: what is taken from them, and what is said of the broken ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.sources import made

from peyman.errors import (
    EmptySource,
    EncryptedSource,
    MalformedSource,
    OversizedSource,
    PeymanError,
    SourceError,
)
from peyman.reading.reader import read_document
from peyman.sources import SourceDocument, SourceFailure, load
from peyman.sources.feeds import read_feed
from peyman.sources.mail import read_mail
from peyman.sources.media import suffix_of
from peyman.sources.portable import read_pdf
from peyman.sources.word import read_docx

SENTENCE = "The delegations of both countries met in Baghdad on Friday and agreed to convene the joint committee again."
ARTICLE = f"<article><h1>Talks</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article>"
PAGE = f"<html><head><title>Talks</title></head><body>{ARTICLE}</body></html>"


def loaded(path: Path, data: bytes) -> list[SourceDocument | SourceFailure]:
    path.write_bytes(data)
    return list(load(str(path)))


def only(path: Path, data: bytes) -> SourceDocument:
    (item,) = loaded(path, data)
    assert isinstance(item, SourceDocument), item
    return item


def refused(path: Path, data: bytes) -> PeymanError:
    (item,) = loaded(path, data)
    assert isinstance(item, SourceFailure)
    assert "\n" not in str(item.error) and item.error.advice
    return item.error


# ---- PDF


def test_a_pdf_gives_its_paragraphs_title_and_day(tmp_path: Path) -> None:
    lines = [
        "The delegations of both countries met in Baghdad on Friday, and they",
        "agreed to meet again.",
        "A second",
        "matter.",
    ]
    data = made.pdf([lines], title="Joint statement of the parties", created="D:20251107093000Z")
    document = only(tmp_path / "a.pdf", data)
    assert document.text.split("\n")[0].endswith("on Friday, and they agreed to meet again.")
    assert document.title == "Joint statement of the parties"
    assert (document.published, document.file_day) == (None, "2025-11-07")
    assert document.original == data


@pytest.mark.parametrize(
    ("dateline", "published"),
    [([], ("2025-11-07", "metadata")), (["9 March 2024"], ("2024-03-09", "byline"))],
)
def test_the_day_of_printing_is_that_of_publication_only_where_the_text_tells_none(
    tmp_path: Path, dateline: list[str], published: tuple[str, str]
) -> None:
    lines = ["Delegations of Iraq and Oman meet in Baghdad", *dateline, "", f"{SENTENCE} {SENTENCE} {SENTENCE}"]
    document = only(tmp_path / "a.pdf", made.pdf([lines], created="D:20251107093000Z"))
    reading = read_document(document)
    assert (reading.document.published, reading.document.published_from) == published


def test_lines_that_every_page_has_are_no_text() -> None:
    pages = [
        ["Ministry Gazette", f"Paragraph {n} speaks of other things than the last.", f"Page {n} of 4"]
        for n in range(1, 5)
    ]
    text = read_pdf(made.pdf(pages)).text
    assert "Gazette" not in text and "of 4" not in text
    assert text.count("Paragraph") == 4


def test_the_name_of_a_file_is_no_title() -> None:
    assert read_pdf(made.pdf([["Words."]], title="final v2.docx")).title is None


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "a.pdf", made.locked_pdf("x")), EncryptedSource)


def test_a_pdf_locked_only_against_printing_is_read() -> None:
    assert "Secret" in read_pdf(made.locked_pdf("")).text


def test_a_pdf_of_pictures_is_refused(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "a.pdf", made.pdf([[]])), EmptySource)


@pytest.mark.parametrize("cut", [9, 60, 200])
def test_a_pdf_cut_short_is_refused_or_read_and_never_a_traceback(tmp_path: Path, cut: int) -> None:
    (item,) = loaded(tmp_path / "a.pdf", made.pdf([[SENTENCE]])[:cut])
    assert isinstance(item, SourceFailure) and isinstance(item.error, SourceError)


# ---- Word


def test_a_word_file_gives_paragraphs_tables_and_title(tmp_path: Path) -> None:
    data = made.docx(["نشست بغداد", SENTENCE], title="Minutes", table=[["Party", "Head"], ["Iraq", "Al-Sudani"]])
    document = only(tmp_path / "a.docx", data)
    assert document.text.split("\n") == ["نشست بغداد", SENTENCE, "Party | Head", "Iraq | Al-Sudani"]
    assert document.title == "Minutes"


def test_a_word_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "a.docx", made.docx_bomb()), OversizedSource)


def test_broken_word_files_are_refused(tmp_path: Path) -> None:
    whole = made.docx([SENTENCE])
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "words")
    for data in (whole[:500], whole[:-40], other.getvalue(), b"PK\x03\x04"):
        assert isinstance(refused(tmp_path / "a.docx", data), MalformedSource)
    assert isinstance(refused(tmp_path / "a.docx", b"\xd0\xcf\x11\xe0" + bytes(600)), EncryptedSource)
    assert isinstance(refused(tmp_path / "a.docx", made.docx([])), EmptySource)


# ---- e-mail


def test_an_email_gives_subject_sender_day_and_text(tmp_path: Path) -> None:
    document = only(tmp_path / "a.eml", made.mail(SENTENCE, subject="بیانیه مشترک").as_bytes())
    assert document.text.startswith("بیانیه مشترک\n")
    assert SENTENCE in document.text
    assert document.publisher == "Ministry of Foreign Affairs"
    assert (document.title, document.published, document.published_from) == ("بیانیه مشترک", "2025-11-07", "metadata")


def test_a_message_that_is_a_page_is_read_as_one(tmp_path: Path) -> None:
    document = only(tmp_path / "a.eml", made.mail("", html=PAGE).as_bytes())
    assert SENTENCE in document.text and "<p>" not in document.text


def test_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    inner = made.mail("The nested message speaks of the border.", subject="Inner")
    message = made.mail(
        SENTENCE,
        attachments=[
            ("statement.pdf", "application/pdf", made.pdf([["The statement itself."]])),
            ("minutes.docx", "application/octet-stream", made.docx(["The minutes."])),
            ("logo.png", "image/png", b"\x89PNG\r\n"),
            ("broken.pdf", "application/pdf", b"%PDF-1.4 cut"),
        ],
        nested=inner,
    )
    items = loaded(tmp_path / "a.eml", message.as_bytes())
    documents = {item.source.rpartition("#")[2]: item for item in items if isinstance(item, SourceDocument)}
    failures = [item for item in items if isinstance(item, SourceFailure)]
    assert "statement.pdf" in documents and "minutes.docx" in documents and len(documents) == 4
    assert documents["minutes.docx"].publisher == "Ministry of Foreign Affairs"
    assert documents["minutes.docx"].published == "2025-11-07"
    assert [failure.source.rpartition("#")[2] for failure in failures] == ["broken.pdf"]


def test_messages_in_messages_without_end_are_cut_off(tmp_path: Path) -> None:
    message = made.mail("The innermost.", subject="0")
    for depth in range(1, 12):
        message = made.mail(f"Message {depth} holds another.", subject=str(depth), nested=message)
    items = loaded(tmp_path / "a.eml", message.as_bytes())
    assert any(isinstance(item, SourceFailure) for item in items)
    assert len(items) < 12


def test_an_encoding_that_lies_in_a_message_is_found_out() -> None:
    raw = (
        b"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=us-ascii\n\n"
        + "نشست بغداد برگزار شد".encode()
    )
    page, _ = read_mail(raw)
    assert not isinstance(page, SourceError)
    assert "نشست بغداد" in page.text


# ---- web archives


def test_an_archive_gives_its_pages(tmp_path: Path) -> None:
    records = [
        ("http://agency.example/1", "text/html; charset=utf-8", PAGE.encode(), 200),
        ("http://agency.example/missing", "text/html", PAGE.encode(), 404),
        ("http://agency.example/logo.png", "image/png", b"\x89PNG", 200),
        ("http://agency.example/s.pdf", "application/pdf", made.pdf([[SENTENCE]]), 200),
    ]
    for packed in (True, False):
        items = loaded(tmp_path / ("a.warc.gz" if packed else "a.warc"), made.warc(records, packed))
        assert [item.source for item in items] == ["http://agency.example/1", "http://agency.example/s.pdf"]
        assert all(isinstance(item, SourceDocument) and item.url == item.source for item in items)


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_cut_short_costs_only_itself(tmp_path: Path, packed: bool) -> None:
    records = [(f"http://agency.example/{n}", "text/html", PAGE.encode() + b" " * 500, 200) for n in range(3)]
    data = made.warc(records, packed)
    items = loaded(tmp_path / "a.warc.gz", data[: -len(data) // 6])
    assert [isinstance(item, SourceDocument) for item in items[:2]] == [True, True]
    assert isinstance(items[-1], SourceFailure)
    assert len(items) == 3


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    for data in (b"", b"Words and words.", b"\x1f\x8bnot packed"):
        assert isinstance(refused(tmp_path / "a.warc.gz", data), MalformedSource)


# ---- feeds


ENTRIES = [
    ("Talks resume", "http://agency.example/1", "Fri, 07 Nov 2025 09:30:00 +0300"),
    ("Second", "http://agency.example/2", ""),
]


def test_a_feed_gives_its_entries() -> None:
    feed = read_feed(made.feed(ENTRIES))
    assert feed.title == "The Agency"
    assert [(entry.title, entry.url, entry.published) for entry in feed.entries] == [
        ("Talks resume", "http://agency.example/1", "2025-11-07"),
        ("Second", "http://agency.example/2", None),
    ]


def test_entries_with_their_text_are_documents(tmp_path: Path) -> None:
    document = only(tmp_path / "a.rss", made.feed(ENTRIES, [f"<p>{SENTENCE}</p><p>{SENTENCE}</p>"]))
    assert document.text.startswith("Talks resume\n")
    assert (document.publisher, document.published, document.url) == ("The Agency", "2025-11-07", ENTRIES[0][1])


def test_a_feed_without_texts_says_where_to_give_it(tmp_path: Path) -> None:
    assert "watch" in str(refused(tmp_path / "a.rss", made.feed(ENTRIES)))


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
BOMB = b'<?xml version="1.0"?>' + ENTITIES + b"<rss><channel><title>&b;</title></channel></rss>"


@pytest.mark.parametrize("data", [BOMB, b"", b"Words.", PAGE.encode(), b"<rss", b"{}", b"\xff\xfe\x00"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedSource) as caught:
        read_feed(data)
    assert caught.value.advice


# ---- whatever comes


def test_the_content_outranks_what_is_said_of_it() -> None:
    assert suffix_of(made.pdf([["x"]]), "text/html") == ".pdf"
    assert suffix_of(made.docx(["x"]), "application/zip") == ".docx"
    assert suffix_of(PAGE.encode(), "text/plain") == ".html"
    assert suffix_of(made.mail("x").as_bytes(), None) == ".eml"
    assert suffix_of(b"Words.", "text/plain") == ".txt"
    assert suffix_of(b"Date: today\n\nWords.", None) == ".txt"


PARSERS: list[Callable[[bytes], object]] = [read_pdf, read_docx, read_mail, read_feed]


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300),
    start=st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"From: a\nTo: b\n", b"<rss>"]),
)
def test_any_bytes_are_read_or_refused(parse: Callable[[bytes], object], data: bytes, start: bytes) -> None:
    try:
        parse(start + data)
    except SourceError as error:
        assert "\n" not in str(error)


@settings(max_examples=30, deadline=None)
@given(position=st.integers(0, 5000), byte=st.integers(0, 255), which=st.integers(0, 2))
def test_a_byte_changed_anywhere_is_read_or_refused(position: int, byte: int, which: int) -> None:
    data = bytearray((made.pdf([[SENTENCE]]), made.docx([SENTENCE]), made.mail(SENTENCE, html=PAGE).as_bytes())[which])
    data[position % len(data)] = byte
    try:
        (read_pdf, read_docx, read_mail)[which](bytes(data))
    except SourceError as error:
        assert "\n" not in str(error)
