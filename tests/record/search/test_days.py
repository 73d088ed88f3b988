"""Dates in a query: any calendar, any precision, ranges."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman.dates import edtf
from peyman.errors import QueryError
from peyman.record.search.days import days

TODAY = dt.date(2025, 11, 20)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-11-07", "2025-11-07", "2025-11-07"),
        ("2025-11", "2025-11-01", "2025-11-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("1404-08", "2025-10-23", "2025-11-21"),
        ("۱۴۰۴/۰۸/۱۶", "2025-11-07", "2025-11-07"),
        ("1447-05", "2025-10-23", "2025-11-21"),
        ("2725-08", "2025-10-23", "2025-11-21"),
        ("آبان ۱۴۰۴", "2025-10-23", "2025-11-21"),
        ("16 آبان ۱۴۰۴", "2025-11-07", "2025-11-07"),
        ("7 November 2025", "2025-11-07", "2025-11-07"),
        ("٧ تشرين الثاني ٢٠٢٥", "2025-11-07", "2025-11-07"),
        ("7 Mijdar 2025", "2025-11-07", "2025-11-07"),
        ("yesterday", "2025-11-19", "2025-11-19"),
        ("2025-11..2026-01", "2025-11-01", "2026-01-31"),
        ("2025-11/2026-01", "2025-11-01", "2026-01-31"),
        ("1404-08..2025-12", "2025-10-23", "2025-12-31"),
        ("2025-11..", "2025-11-01", edtf.OPEN_END.isoformat()),
        ("..2025-11", edtf.OPEN_START.isoformat(), "2025-11-30"),
    ],
)
def test_a_date_is_the_days_that_it_names(value: str, first: str, last: str) -> None:
    assert [limit.isoformat() for limit in days(value, TODAY)] == [first, last]


@pytest.mark.parametrize("value", ["soonish", "2025-13", "2025-02-30", "2026..2025", "..", "1404-13-01", ""])
def test_what_is_no_date_is_refused_with_advice(value: str) -> None:
    with pytest.raises(QueryError) as caught:
        days(value, TODAY)
    assert caught.value.advice


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(value: str) -> None:
    try:
        first, last = days(value, TODAY)
    except QueryError:
        return
    assert first <= last
