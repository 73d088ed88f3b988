"""Dates that visitors write come in EDTF, in whatever calendar and digits they were written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.dates.calendars import KURDISH, PERSIAN, from_gregorian
from peyman.errors import QueryError
from peyman.web.written_dates import day_of, edtf_of


@pytest.mark.parametrize("value", ["2026-01-15", "2026-01", "2026", "2025-11/..", "2026-01-15~", "2026-02/2026-03"])
def test_edtf_stays_as_it_is(value: str) -> None:
    assert edtf_of(f" {value} ") == value


@given(st.dates(dt.date(2010, 1, 1), dt.date(2034, 1, 1)), st.sampled_from((PERSIAN, KURDISH)))
def test_a_day_of_another_calendar_is_the_same_day(day: dt.date, calendar: str) -> None:
    year, month, number = from_gregorian(calendar, day)
    assert edtf_of(f"{year}-{month:02}-{number:02}") == day.isoformat()
    persian = f"{year}/{month}/{number}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert day_of(persian) == day.isoformat()


def test_a_month_of_another_calendar_is_its_days_and_no_day_of_publication() -> None:
    assert edtf_of("1404-10") == "2025-12-22/2026-01-20"
    with pytest.raises(QueryError):
        day_of("1404-10")


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_is_refused(value: str) -> None:
    try:
        written = edtf_of(value)
    except QueryError:
        return
    assert written
