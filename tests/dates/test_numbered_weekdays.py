"""A weekday and a number whose month stands behind the next weekday."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.reading.reader import read_text


def _values(text: str, language: str = "en") -> list[str | None]:
    return [date.edtf for date in read_text(text, language=language, published="2024-03-12").dates]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The round was held in Nicosia on Friday 8 and Saturday 9 March."),
        ("ar", "عقدت الجولة في نيقوسيا يومي الجمعة 8 والسبت 9 مارس."),
        ("fa", "این دور روزهای جمعه ۱۸ و شنبه ۱۹ اسفند در نیکوزیا برگزار شد."),
        ("ckb", "خولەکە لە ڕۆژانی هەینی ٨ و شەممە ٩ی ئازار لە نیکۆسیا بەڕێوەچوو."),
        ("kmr", "Gera yekem di rojên înê 8 û şemiyê 9ê Adarê de li Nîkosyayê pêk hat."),
    ],
)
def test_two_days_with_one_month_are_one_stretch(language: str, text: str) -> None:
    assert _values(text, language) == ["2024-03-08/2024-03-09"]


def test_a_range_may_say_its_month_once() -> None:
    assert _values("The round was held from Friday 8 to Sunday 10 March.") == ["2024-03-08/2024-03-10"]


def test_days_that_are_no_neighbours_stay_two() -> None:
    assert _values("They met on Wednesday 6 and Sunday 10 March.") == ["2024-03-06", "2024-03-10"]


@given(st.integers(1, 30))
def test_a_number_that_does_not_fit_the_weekdays_is_no_day(number: int) -> None:
    values = _values(f"The price was on Friday {number} and Saturday 9 March it rose.")
    assert (values == ["2024-03-08/2024-03-09"]) == (number == 8)
