"""Days and prefixes of EDTF values for formats that know neither intervals nor doubt."""

from __future__ import annotations

import datetime as dt

import pytest

from peyman.record.entry_values import days, prefix_dates


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-11-07", ("2025-11-07", "2025-11-07")),
        ("2025-11", ("2025-11", "2025-11")),
        ("2025", ("2025", "2025")),
        ("2025-07-05/2025-07-07", ("2025-07-05", "2025-07-07")),
        ("2025-11/..", ("2025-11", None)),
        ("../2025-09", (None, "2025-09")),
        ("2025-07~", ("2025-07", "2025-07")),
        ("2025-22", ("2025-06", "2025-08")),
        ("199X", ("1990", "1999")),
        ("2025-XX", ("2025", "2025")),
        (None, (None, None)),
        ("nonsense", (None, None)),
    ],
)
def test_a_range_keeps_both_ends_and_no_date_gets_finer(
    value: str | None, expected: tuple[str | None, str | None]
) -> None:
    assert prefix_dates(value) == expected


def test_open_ends_have_no_day() -> None:
    assert days("2025-11/..") == (dt.date(2025, 11, 1), None)
    assert days("../2025-09") == (None, dt.date(2025, 9, 30))
    assert days(None) == (None, None)
