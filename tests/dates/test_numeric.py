from __future__ import annotations

import pytest

from peyman import languages
from peyman.dates.numeric import clock_at, numeric_date_at
from peyman.dates.vocabulary import vocabulary
from peyman.text.tokens import tokenise


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "6/11/2025", ("gregorian", 2025, 11, 6)),
        ("en", "11/26/2025", ("gregorian", 2025, 11, 26)),
        ("en", "2025-11-06", ("gregorian", 2025, 11, 6)),
        ("kmr", "06.11.2025", ("gregorian", 2025, 11, 6)),
        ("fa", "۱۴۰۴/۰۸/۱۵", ("persian", 1404, 8, 15)),
        ("ar", "15/5/1447", ("islamic-umalqura", 1447, 5, 15)),
        ("ckb", "٢٠٢٥/١١/٦", ("gregorian", 2025, 11, 6)),
        ("ckb", "١٦/٧", ("gregorian", None, 7, 16)),
    ],
)
def test_digits_are_a_date(language: str, text: str, expected: tuple[str, int | None, int, int]) -> None:
    tokens = tokenise(text)
    date = numeric_date_at(vocabulary(languages.load(language)), tokens, 0, len(tokens))
    assert date is not None
    assert (date.calendar, date.year, date.month, date.day) == expected
    assert date.last == len(tokens)


@pytest.mark.parametrize("text", ["31/31/2025", "2025-13-13", "1/6/11/2025", "555-2019", "24/7", "2025", "1.5.3"])
def test_other_digits_are_none(text: str) -> None:
    tokens = tokenise(text)
    assert numeric_date_at(vocabulary(languages.load("en")), tokens, 0, len(tokens)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", "14:30:00"),
        ("09:05:07", "09:05:07"),
        ("7 p.m.", "19:00:00"),
        ("12 am", "00:00:00"),
        ("4.40am", "04:40:00"),
    ],
)
def test_a_time_of_day_is_read(text: str, expected: str) -> None:
    tokens = tokenise(text)
    clock = clock_at(tokens, 0, len(tokens))
    assert clock is not None
    assert clock.text == expected


@pytest.mark.parametrize("text", ["2:1", "25:10", "14", "4.40", "10:75"])
def test_scores_and_amounts_are_no_times(text: str) -> None:
    tokens = tokenise(text)
    assert clock_at(tokens, 0, len(tokens)) is None
