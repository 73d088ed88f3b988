from __future__ import annotations

import pytest

from peyman import languages
from peyman.dates.numbers import Number, number_at
from peyman.dates.vocabulary import vocabulary
from peyman.text.tokens import tokenise


def read(language: str, text: str) -> Number | None:
    tokens = tokenise(text)
    return number_at(vocabulary(languages.load(language)), tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("language", "text", "value", "words"),
    [
        ("fa", "بیست و هفتم", 27, 3),
        ("fa", "هزار و سیصد و نود و نه", 1399, 7),
        ("fa", "دو هزار و بیست و سه", 2023, 6),
        ("fa", "بیست وهفتم", 27, 2),
        ("ar", "الثالث والعشرين", 23, 2),
        ("ar", "السابع عشر", 17, 2),
        ("ar", "ألفين وثلاثة وعشرين", 2023, 3),
        ("ckb", "بیست و سێی", 23, 3),
        ("kmr", "bîst û sê", 23, 3),
        ("kmr", "du hezar û sêzdeh", 2013, 4),
        ("en", "twenty-third", 23, 3),
        ("en", "two thousand and thirteen", 2013, 4),
        ("en", "one hundred and twelve", 112, 4),
    ],
)
def test_words_make_one_number(language: str, text: str, value: int, words: int) -> None:
    number = read(language, text)
    assert number is not None
    assert (number.value, number.last) == (value, words)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fa", "هفتم و هشتم"), ("kmr", "sê û çar"), ("en", "seven and eight"), ("ckb", "پێنج و شەش")],
)
def test_two_numbers_that_are_listed_are_two(language: str, text: str) -> None:
    number = read(language, text)
    assert number is not None
    assert number.last == 1


@pytest.mark.parametrize(
    ("language", "text", "value", "ordinal"),
    [("kmr", "27ê", 27, False), ("kmr", "16emîn", 16, True), ("kmr", "2023'an", 2023, False), ("en", "3rd", 3, True),
     ("ckb", "٢٠٢٣دا", 2023, False), ("fa", "۷ام", 7, True), ("ar", "1446هـ", 1446, False)],
)  # fmt: skip
def test_digits_take_their_endings(language: str, text: str, value: int, ordinal: bool) -> None:
    number = read(language, text)
    assert number is not None
    assert (number.value, number.ordinal) == (value, ordinal)


@pytest.mark.parametrize("text", ["1,900", "3.5", "45%", "12345", "7G", "5+1"])
def test_amounts_shares_and_names_are_no_numbers_of_a_date(text: str) -> None:
    assert read("en", text) is None


def test_a_number_inside_a_name_is_none() -> None:
    tokens = tokenise("M23")
    assert number_at(vocabulary(languages.load("en")), tokens, 1, len(tokens)) is None


def test_a_decade_is_told_from_its_first_year() -> None:
    number = read("en", "1970s")
    assert number is not None
    assert (number.value, number.decade) == (1970, True)


@pytest.mark.parametrize(("language", "text"), [("en", "Covid-19"), ("kmr", "Covîd-19"), ("ar", "كوفيد-19")])
def test_a_number_that_is_a_part_of_a_name_is_none(language: str, text: str) -> None:
    tokens = tokenise(text)
    assert number_at(vocabulary(languages.load(language)), tokens, len(tokens) - 1, len(tokens)) is None
