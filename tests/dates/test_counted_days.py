"""Lengths of time that are counted from a day that their clause tells."""

from __future__ import annotations

import pytest

from peyman.dates import find_dates
from peyman.languages import load
from peyman.text.analysis import analyse


def _values(code: str, words: str) -> list[str | None]:
    return [date.edtf for date in find_dates(analyse(words, load(code)), "2025-05-19")]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They met two days after the call of May 4."),
        ("en", "They met two days after the ministers of both neighbours had spoken on May 4."),
        ("fa", "دو روز پس از تماس ۴ مه دیدار کردند."),
        ("fa", "با گذشت دو روز از تماس ۴ مه دیدار کردند."),
        ("ar", "التقيا بعد يومين من اتصال 4 مايو."),
        ("ar", "التقيا بعد يومين من 4 مايو."),
        ("ckb", "دوو ڕۆژ دوای پەیوەندییەکەی ٤ی ئایار کۆبوونەوە."),
        ("ckb", "دوای دوو ڕۆژ لە پەیوەندییەکەی ٤ی ئایار کۆبوونەوە."),
        ("kmr", "Du roj piştî axaftina 4ê Gulanê civiyan."),
        ("kmr", "Piştî du rojan ji axaftina 4ê Gulanê civiyan."),
    ],
)
def test_a_length_is_counted_from_the_day_that_its_clause_tells(code: str, words: str) -> None:
    assert _values(code, words) == ["2025-05-06", "2025-05-04"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "A day after Friday's talks they left."),
        ("fa", "یک روز پس از مذاکرات جمعه رفتند."),
        ("ar", "غادروا بعد يوم من محادثات الجمعة."),
        ("ckb", "ڕۆژێک دوای گفتوگۆکانی هەینی ڕۆیشتن."),
        ("kmr", "Rojek piştî danûstandinên roja înê çûn."),
    ],
)
def test_one_day_needs_no_figure_and_the_day_may_be_a_weekday(code: str, words: str) -> None:
    assert _values(code, words) == ["2025-05-17", "2025-05-16"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("They spoke three days before the summit of May 22.", ["2025-05-19", "2025-05-22"]),
        ("They met two weeks after the call of May 4.", ["2025-05-18", "2025-05-04"]),
        ("They met two months after the vote of April 4, 2024.", ["2024-06", "2024-04-04"]),
        ("They met five years after the 2015 accord.", ["2020", "2015"]),
    ],
)
def test_what_it_means_is_as_precise_as_its_unit(words: str, values: list[str]) -> None:
    assert _values("en", words) == values


@pytest.mark.parametrize(
    "words",
    [
        "Two days after, on May 4, they met.",  # a mark parts them
        "They had met for two days before May 4.",  # how long, not when
        "They met months after the vote of May 4.",  # nobody says how many
    ],
)
def test_other_lengths_are_counted_from_nothing(words: str) -> None:
    assert "2025-05-04" in _values("en", words)
    assert len(_values("en", words)) == 1


@pytest.mark.parametrize(
    ("code", "words"), [("fa", "حملات اخیر را محکوم کرد."), ("kmr", "Bernameya 100 rojî hat pejirandin.")]
)
def test_words_like_months_and_eras_are_no_dates(code: str, words: str) -> None:
    assert _values(code, words) == []
