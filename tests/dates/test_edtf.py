from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from peyman.dates import edtf

days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


def test_a_day_is_bounded_by_itself() -> None:
    assert edtf.bounds("2025-11-06") == (dt.date(2025, 11, 6), dt.date(2025, 11, 6))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-02", dt.date(2025, 2, 1), dt.date(2025, 2, 28)),
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("199X", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("19XX", dt.date(1900, 1, 1), dt.date(1999, 12, 31)),
        ("2025-XX", dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        ("2025-07-XX", dt.date(2025, 7, 1), dt.date(2025, 7, 31)),
        ("2025-21", dt.date(2025, 3, 1), dt.date(2025, 5, 31)),
        ("2023-24", dt.date(2023, 12, 1), dt.date(2024, 2, 29)),
        ("2025-06~", dt.date(2025, 6, 1), dt.date(2025, 6, 30)),
        ("2025-11-06T14:00:00", dt.date(2025, 11, 6), dt.date(2025, 11, 6)),
        ("2025-11-06T14:00:00+03:30", dt.date(2025, 11, 6), dt.date(2025, 11, 6)),
        ("2025-11/..", dt.date(2025, 11, 1), dt.date.max),
        ("../2025-09", dt.date.min, dt.date(2025, 9, 30)),
        ("2014/2017", dt.date(2014, 1, 1), dt.date(2017, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_the_last_day(value: str, first: dt.date, last: dt.date) -> None:
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "..", "../..", "2025-13", "2025-02-30", "25-01-01", "2025-6-1", "2025-21-01", "2017/2014", "2025-11-06T25:00",
     "2025-11T10:00", "199X-05", "yesterday", "٢٠٢٥", "2025/2026/2027", "2025-XX-03"],
)  # fmt: skip
def test_what_is_no_edtf_has_no_bounds(value: str) -> None:
    assert edtf.bounds(value) is None
    assert not edtf.is_edtf(value)


def test_parsing_what_is_no_edtf_says_so() -> None:
    with pytest.raises(edtf.EdtfError):
        edtf.parse("2025-14")


@given(days)
def test_a_written_day_reads_back(day: dt.date) -> None:
    assert edtf.bounds(edtf.day(day)) == (day, day)
    assert edtf.precision(edtf.day(day)) == "day"


@given(days, days)
def test_a_run_of_days_reads_back(a: dt.date, b: dt.date) -> None:
    first, last = sorted((a, b))
    assert edtf.bounds(edtf.run_of_days(first, last)) == (first, last)


@given(st.text(alphabet="0123456789X-/.~?%T:", max_size=24))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    limits = edtf.bounds(text)
    assert limits is None or limits[0] <= limits[1]


def _strict(value: Any, end: str) -> dt.date:
    found = getattr(value, f"{end}_strict")()
    return dt.date(found.tm_year, found.tm_mon, found.tm_mday)


@given(
    st.one_of(
        days.filter(lambda d: d.year >= 1000).map(edtf.day),
        days.filter(lambda d: d.year >= 1000).map(edtf.month),
        days.filter(lambda d: d.year >= 1000).map(edtf.year),
        st.integers(100, 999).map(lambda n: f"{n}X"),
    )
)
def test_bounds_agree_with_the_edtf_package(value: str) -> None:
    peer = parse_edtf(value)
    assert edtf.bounds(value) == (_strict(peer, "lower"), _strict(peer, "upper"))


@given(st.lists(days.filter(lambda d: 1000 <= d.year < 9999), min_size=2, max_size=2).map(sorted))
def test_intervals_agree_with_the_edtf_package(ends: list[dt.date]) -> None:
    value = edtf.interval(edtf.day(ends[0]), edtf.day(ends[1]))
    if "/" in value:
        peer = parse_edtf(value)
        assert edtf.bounds(value) == (_strict(peer.lower, "lower"), _strict(peer.upper, "upper"))


def test_a_day_lies_within_its_month_and_not_the_other_way_round() -> None:
    assert edtf.same_or_within("2025-11-06", "2025-11")
    assert edtf.same_or_within("2025-11-06", "2025-11-06")
    assert edtf.same_or_within("2025-12", "2025-11/..")
    assert not edtf.same_or_within("2025-11", "2025-11-06")
    assert not edtf.same_or_within(None, "2025")


@given(days, days)
def test_what_lies_within_is_compatible(a: dt.date, b: dt.date) -> None:
    inner, outer = edtf.day(a), edtf.month(b)
    if edtf.same_or_within(inner, outer):
        assert edtf.compatible(inner, outer)


def test_values_without_a_common_day_are_not_compatible() -> None:
    assert not edtf.compatible("2025-11-06", "2025-12")
    assert edtf.compatible("2025-11-06", None)


def test_open_intervals_are_told_from_closed_ones() -> None:
    assert edtf.is_open("2025-11/..")
    assert edtf.is_open("../2025")
    assert not edtf.is_open("2014/2017")
    assert not edtf.is_open(None)


@given(days.filter(lambda d: 2 < d.year < 9990), st.integers(-12, 48))
def test_months_are_added_to_the_same_day_or_the_last_of_the_month(day: dt.date, count: int) -> None:
    moved = edtf.add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == day.day or (moved.day < day.day and moved == edtf.month_end(moved))


def test_a_run_of_whole_months_is_written_as_months() -> None:
    assert edtf.run_of_days(dt.date(2025, 1, 1), dt.date(2025, 6, 30)) == "2025-01/2025-06"
    assert edtf.run_of_days(dt.date(2025, 2, 1), dt.date(2025, 2, 28)) == "2025-02"
    assert re.fullmatch(r"\d{4}/\d{4}", edtf.run_of_days(dt.date(2024, 1, 1), dt.date(2025, 12, 31)))
