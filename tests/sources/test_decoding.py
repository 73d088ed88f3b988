"""Encodings are told from each other by what the bytes can be, and refused where they can be nothing."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.errors import BinarySource, EmptySource, EncodingError, SourceError
from peyman.sources.decoding import declared_charset, decode

PERSIAN = "نمايندگان دو طرف روز سه\u200cشنبه در مسقط گفتگو کردند و پيمان چهار ماده\u200cاي را گزارش دادند."
ARABIC = "التقى وفدا البلدين في مسقط يوم الثلاثاء، واتفقا على مواصلة المشاورات الفنية."
SORANI = "هەردوو شاندەکە لە مەسقەت کۆبوونەوە و لەسەر بەردەوامبوونی گفتوگۆکان ڕێککەوتن."
KURMANJI = "Şandên her du aliyan li Maskatê civiyan û biryar dan ku gotûbêjên teknîkî bidomînin."
ENGLISH = "Delegations of both sides met in Muscat – the third round – and called the talks “constructive”."
RUSSIAN = "Делегации двух сторон встретились во вторник и договорились продолжить консультации."


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, SORANI, KURMANJI, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_unicode_encodings_are_told_with_or_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PERSIAN, "cp1256"),
        (ARABIC, "cp1256"),
        (ARABIC.replace("،", "\u060c"), "iso8859-6"),
        (KURMANJI, "cp1254"),
        (ENGLISH, "cp1252"),
    ],
)
def test_one_byte_encodings_are_told_by_the_words_that_they_give(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", [PERSIAN, ARABIC])
@pytest.mark.parametrize("words", [3, 5])
def test_a_few_words_of_windows_1256_are_enough(text: str, words: int) -> None:
    few = " ".join(text.split()[:words])
    assert decode(few.encode("cp1256")).text == few


def test_an_arabic_report_with_latin_names_in_it_is_still_windows_1256() -> None:
    text = ARABIC + "\nIAEA, UNHCR (Geneva) – Café Français\n" + ARABIC
    assert decode(text.encode("cp1256")).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_an_alphabet_that_no_supported_language_has_is_refused_and_not_guessed(encoding: str) -> None:
    with pytest.raises(EncodingError) as raised:
        decode(RUSSIAN.encode(encoding))
    assert "--encoding" in raised.value.advice


def test_line_ends_and_blanks_stay_as_they_are() -> None:
    text = "  one\r\ntwo\n\n three \r"
    assert decode(text.encode()).text == text


def test_only_the_mark_at_the_beginning_is_removed() -> None:
    assert decode(codecs.BOM_UTF8 + "a\ufeffb".encode()).text == "a\ufeffb"


def test_one_damaged_byte_in_a_long_text_is_replaced_and_said() -> None:
    data = (SORANI * 4).encode()
    damaged = data[:200] + b"\xff" + data[200:]
    decoded = decode(damaged)
    assert decoded.text.count("\ufffd") <= 3
    assert decoded.warnings and "U+FFFD" in decoded.warnings[0]


@pytest.mark.parametrize("data", [b"", b"   \r\n\t ", codecs.BOM_UTF8, "\u200c\u00a0\n".encode()])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(EmptySource):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04word/document.xml",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        bytes(range(256)) * 4,
        b"text \x00 with a zero byte in a text that is no UTF-16",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(BinarySource):
        decode(data)


def test_the_encoding_that_the_user_gives_is_believed() -> None:
    assert decode(RUSSIAN.encode("cp1251"), encoding="windows-1251").text == RUSSIAN


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "no-such-encoding", "base64", "utf-16-le\x00"])
def test_a_given_encoding_that_does_not_fit_is_an_error(encoding: str) -> None:
    with pytest.raises(EncodingError):
        decode(PERSIAN.encode("cp1256"), encoding=encoding)


def test_a_declared_encoding_is_tried_first() -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared="windows-1251").text == RUSSIAN


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "nonsense", "utf-8"])
def test_a_false_declaration_is_seen_through(declared: str) -> None:
    assert decode(ARABIC.encode("cp1256"), declared=declared).text == ARABIC


def test_a_false_declaration_of_a_utf8_page_is_said() -> None:
    decoded = decode(ARABIC.encode(), declared="windows-1256")
    assert decoded.text == ARABIC
    assert "windows-1256" in decoded.warnings[0]


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b'<html><head><meta charset="windows-1256">', "windows-1256"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-6">', "ISO-8859-6"),
        (b'<?xml version="1.0" encoding="utf-8"?><html>', "utf-8"),
        (b"<html><head><title>charset=none</title>", None),
    ],
)
def test_the_declared_charset_is_read_from_the_head(page: bytes, charset: str | None) -> None:
    assert declared_charset(page) == charset


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "windows-1256", "shift_jis", "x\u0661"]))
def test_any_bytes_give_text_or_a_source_error(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, declared=declared)
    except SourceError as error:
        assert error.advice
        return
    assert decoded.text.strip()
    decoded.text.encode("utf-8")


@given(st.text(min_size=1))
def test_any_text_in_utf8_comes_back_or_is_refused(text: str) -> None:
    try:
        data = text.encode()
        decoded = decode(data)
    except (SourceError, UnicodeEncodeError):
        return
    if decoded.encoding == "utf-8":
        assert decoded.text in (text, text.removeprefix("\ufeff"))
