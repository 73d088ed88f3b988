from __future__ import annotations

from typing import Any

import convertdate
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman.dates import solar_years
from peyman.dates.calendars import PERSIAN, from_gregorian, month_length, to_gregorian

# convertdate has no types of its own.
persian: Any = convertdate.persian


@settings(max_examples=15)
@given(st.integers(1, 2000))
def test_the_table_says_what_the_equinox_says(year: int) -> None:
    start = solar_years.new_year(year)
    assert (start.year, start.month, start.day) == persian.to_gregorian(year, 1, 1)


@settings(max_examples=15)
@given(st.integers(1, 2000), st.integers(1, 12), st.integers(1, 29))
def test_days_are_those_of_the_library_that_the_table_was_made_with(year: int, month: int, day: int) -> None:
    gregorian = to_gregorian(PERSIAN, year, month, day)
    assert (gregorian.year, gregorian.month, gregorian.day) == persian.to_gregorian(year, month, day)
    assert from_gregorian(PERSIAN, gregorian) == (year, month, day)
    assert month_length(PERSIAN, year, month) == persian.month_length(year, month)


def test_years_run_on_from_the_table_into_those_after_it() -> None:
    assert solar_years.last_year() == 2000
    last = to_gregorian(PERSIAN, 2000, 12, month_length(PERSIAN, 2000, 12))
    following = to_gregorian(PERSIAN, 2001, 1, 1)
    assert (following - last).days == 1
    assert from_gregorian(PERSIAN, following) == (2001, 1, 1)


@pytest.mark.parametrize(("year", "leap"), [(1399, True), (1403, True), (1404, False), (1408, True)])
def test_leap_years_are_known(year: int, leap: bool) -> None:
    assert solar_years.is_leap(year) is leap


@pytest.mark.parametrize("year", [0, -1, 2002])
def test_a_year_outside_the_table_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match="no Solar Hijri year"):
        solar_years.new_year(year)
