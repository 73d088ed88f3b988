"""What a few words are about."""

from __future__ import annotations

import pytest

from peyman.record.merging.glosses import glosses_of, overlap, stems_of

LEAVING = {
    "en": "withdraw the soldiers from the country",
    "fa": "خروج سربازان از کشور",
    "ar": "سحب الجنود من البلاد",
    "ckb": "کشانەوەی سەربازەکان لە وڵات",
    "kmr": "vekişandina leşkeran ji welat",
}
"""Words about one thing in every language; and about another."""
TEACHING = {
    "en": "open a university for students",
    "fa": "گشایش دانشگاه برای دانشجویان",
    "ar": "افتتاح جامعة للطلاب",
    "ckb": "کردنەوەی زانکۆ بۆ خوێندکاران",
    "kmr": "vekirina zanîngehê ji bo xwendekaran",
}


@pytest.mark.parametrize("language", sorted(LEAVING))
@pytest.mark.parametrize("other", sorted(LEAVING))
def test_words_about_one_thing_overlap_more_than_words_about_two(language: str, other: str) -> None:
    mine = glosses_of(LEAVING[language], language)
    assert overlap(mine, glosses_of(LEAVING[other], other)) > overlap(mine, glosses_of(TEACHING[other], other))


def test_overlap_is_symmetric_and_complete_with_itself() -> None:
    leaving, teaching = (glosses_of(words["en"], "en") for words in (LEAVING, TEACHING))
    assert overlap(leaving, leaving) == pytest.approx(1, abs=0.01)
    assert overlap(leaving, teaching) == overlap(teaching, leaving)


def test_numbers_marks_and_common_words_say_nothing() -> None:
    assert glosses_of("of the 1,000", "en") == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Iraq Iraqi Baghdad"), ("fa", "عراق"), ("ar", "العراق"), ("ckb", "عێراق"), ("kmr", "Iraqê")],
)
def test_names_of_parties_say_nothing_of_what_they_undertake(language: str, words: str) -> None:
    named = glosses_of(words, language)
    assert overlap(named, glosses_of("Iraq Iraqi Baghdad", "en")) == 0


def test_a_language_without_a_table_has_no_glosses() -> None:
    assert glosses_of("leşkeran", "xx") == ()
    assert overlap((), glosses_of(LEAVING["en"], "en")) == 0


def test_stems_are_short_and_in_order() -> None:
    assert stems_of("Soldiers 5 withdraw!", "en") == ["soldie", "withdr"]
