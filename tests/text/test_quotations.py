"""Quotations are found between the marks of all keyboards, turned either way, left open, or over several paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman import languages
from peyman.text.analysis import analyse


def quoted(text: str, code: str = "en") -> list[str]:
    analysed = analyse(text, languages.load(code))
    return [analysed.words(quotation.first, quotation.last) for quotation in analysed.quotations]


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "„“", "„”", "《》", "‹›", "‘’", "””", "»«"])
def test_a_quotation_stands_between_marks_of_any_kind(marks: str) -> None:
    assert quoted(f"The minister said {marks[0]}we will meet again{marks[1]} and left.") == ["we will meet again"]


@pytest.mark.parametrize(
    ("code", "text", "meant"),
    [
        ("ckb", "وەزیر ڕایگەیاند” بەم زووانە کۆ دەبینەوە” و ڕۆیشت.", []),
        ("ckb", "وەزیر ڕایگەیاند: ”بەم زووانە کۆ دەبینەوە” و ڕۆیشت.", ["بەم زووانە کۆ دەبینەوە"]),
        ("ckb", 'وەزیر گوتی: " بەم زووانە کۆ دەبینەوە ".', ["بەم زووانە کۆ دەبینەوە"]),
        ("kmr", "Wezîr got;”Em ê dîsa bicivin” û çû.", ["Em ê dîsa bicivin"]),
        ("fa", "وزیر گفت: « به‌زودی دیدار می‌کنیم » و رفت.", ["به‌زودی دیدار می‌کنیم"]),
        ("ar", 'قال الوزير إن "المشاورات مستمرة"، وغادر.', ["المشاورات مستمرة"]),
    ],
)
def test_marks_are_told_by_the_spaces_around_them(code: str, text: str, meant: list[str]) -> None:
    assert quoted(text, code) == meant


def test_a_quotation_within_another_is_part_of_it() -> None:
    assert quoted("He said: “We call it «the road» and no more.” She left.") == ["We call it «the road» and no more."]


def test_a_quotation_of_several_sentences_is_one() -> None:
    assert quoted('He said: "We came. We spoke." She left.') == ["We came. We spoke."]


def test_one_that_is_never_closed_ends_with_its_sentence() -> None:
    assert quoted("He said: “We will meet again. Nobody else spoke.") == ["We will meet again."]
    assert quoted('He said: "We will meet again. Nobody else spoke.') == ["We will meet again."]


def test_a_new_opening_mark_ends_one_that_was_never_closed() -> None:
    text = 'He said: "We will meet again. She said: "We may not".'
    assert quoted(text) == ["We will meet again.", "We may not"]


def test_a_quotation_whose_paragraphs_all_begin_with_the_mark_is_one_piece_each() -> None:
    text = "He said:\n“We came to the talks with an open mind.\n“We leave them with a text,” he added."
    assert quoted(text) == ["We came to the talks with an open mind.", "We leave them with a text,"]


def test_a_quotation_over_paragraphs_that_is_closed_in_the_last_is_one_piece_each() -> None:
    text = (
        'The statement said:\n"The parties met in Vienna.\nThey agreed on a text.\nThey will meet again." It was late.'
    )
    assert quoted(text) == ["The parties met in Vienna.", "They agreed on a text.", "They will meet again."]


def test_an_apostrophe_in_a_word_is_no_mark() -> None:
    assert quoted("Hevserokê PYD’ê got ku di 26’ê Nîsanê de civiyan.", "kmr") == []


@given(st.text(alphabet='aبا."«»“”„‘’ \n1', max_size=60))
def test_quotations_stand_in_order_inside_the_text(text: str) -> None:
    analysed = analyse(text, languages.load("en"))
    at = 0
    for quotation in analysed.quotations:
        assert at <= quotation.first < quotation.last <= len(analysed.tokens)
        at = quotation.last
