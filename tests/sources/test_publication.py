"""A publication date is taken where a value names one, and from nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.sources.publication import date_in_address, is_edtf_date, publication_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-03-09", "2025-03-09"),
        ("2025-03-09T23:30:00+03:30", "2025-03-09"),
        ("20250309T080000Z", "2025-03-09"),
        ("2025/3/9", "2025-03-09"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        ("Sun, 09 Mar 2025 10:00:00 GMT", "2025-03-09"),
        ("09/03/2025", None),
        ("2025-13-01", None),
        ("2025-02-30", None),
        ("1403-12-19", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_metadata_values(value: str, expected: str | None) -> None:
    assert publication_date(value) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/2025/03/09/talks-resume", "2025-03-09"),
        ("https://news.example/ar/2025-03-09-talks", "2025-03-09"),
        ("https://news.example/a20250309/", "2025-03-09"),
        ("https://news.example/story?date=2025/03/09", None),
        ("https://news.example/story/123456789", None),
        ("https://2025-03-09.example/story", None),
        ("https://news.example/1403/12/19/story", None),
    ],
)
def test_dates_in_addresses(address: str, expected: str | None) -> None:
    assert date_in_address(address) == expected


@pytest.mark.parametrize("value", ["2025", "2025-03", "2025-03-09", "2025-03~"])
def test_edtf_dates_are_known(value: str) -> None:
    assert is_edtf_date(value)


@pytest.mark.parametrize("value", ["2025-02-30", "25", "2025-3-9", "2025-03-09T10:00", "today", "2025/2026"])
def test_what_is_no_single_edtf_date_is_told(value: str) -> None:
    assert not is_edtf_date(value)


@given(st.text(max_size=40))
def test_whatever_a_page_says_is_a_date_or_none(value: str) -> None:
    found = publication_date(value)
    assert found is None or is_edtf_date(found)
    found = date_in_address(value)
    assert found is None or is_edtf_date(found)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2199, 1, 1)))
def test_every_iso_day_is_read_as_itself(day: date) -> None:
    assert publication_date(str(day)) == str(day)
