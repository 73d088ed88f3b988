"""The days that an EDTF value may mean."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.record.merging.periods import Period, period


def days(first: str, last: str, is_open: bool = False) -> Period:
    return Period(
        datetime.date.fromisoformat(first).toordinal(), datetime.date.fromisoformat(last).toordinal(), is_open
    )


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-01-14", days("2026-01-14", "2026-01-14")),
        ("2026-01-14~", days("2026-01-14", "2026-01-14")),
        ("2026-01-14T10:30", days("2026-01-14", "2026-01-14")),
        ("2024-02", days("2024-02-01", "2024-02-29")),
        ("2026", days("2026-01-01", "2026-12-31")),
        ("202X", days("2020-01-01", "2029-12-31")),
        ("2026-02-XX", days("2026-02-01", "2026-02-28")),
        ("2026-XX", days("2026-01-01", "2026-12-31")),
        ("2026-21", days("2026-03-01", "2026-05-31")),
        ("2026-24", days("2026-12-01", "2027-02-28")),
        ("2026-01-13/2026-01-15", days("2026-01-13", "2026-01-15")),
        ("2026-01/2026-02", days("2026-01-01", "2026-02-28")),
        ("2026-01-14/..", days("2026-01-14", "2026-03-16", True)),
        ("../2026-01-14", days("2025-11-14", "2026-01-14", True)),
        ("2026-01-14/", days("2026-01-14", "2026-03-16", True)),
    ],
)
def test_a_value_means_its_days(edtf: str, expected: Period) -> None:
    assert period(edtf) == expected


@pytest.mark.parametrize(
    "edtf",
    [None, "", "../..", "nonsense", "2026-13-45", "2026-02-30", "0000", "9999-24", "2026-01-15/2026-01-14", "20"],
)
def test_what_names_no_days_is_none(edtf: str | None) -> None:
    assert period(edtf) is None


@given(st.text(alphabet="0123456789X-/.~?%T:", max_size=24))
def test_any_value_is_a_period_or_none(edtf: str) -> None:
    found = period(edtf)
    assert found is None or (1 <= found.first <= found.last and found.months())


@given(st.dates(), st.dates())
def test_an_interval_touches_the_months_of_its_ends(a: datetime.date, b: datetime.date) -> None:
    first, last = min(a, b), max(a, b)
    months = days(first.isoformat(), last.isoformat()).months()
    assert months[0] == first.isoformat()[:7]
    assert months[-1] == last.isoformat()[:7]
    assert months == sorted(set(months))


def test_periods_meet_where_they_share_a_day() -> None:
    assert days("2026-01-01", "2026-01-14").meets(days("2026-01-14", "2026-01-20"))
    assert not days("2026-01-01", "2026-01-13").meets(days("2026-01-14", "2026-01-20"))
