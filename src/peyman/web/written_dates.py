"""Dates that visitors write: EDTF as in the record, or figures of the calendar that they date by, as EDTF."""

from __future__ import annotations

import datetime as dt
import re

from peyman.dates import edtf
from peyman.errors import QueryError
from peyman.record.search.days import days

#: Years from the first to the last of these are Gregorian; those before and after are of another calendar.
_GREGORIAN = range(1600, 2600)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def edtf_of(value: str) -> str:
    """Return a date that somebody wrote as EDTF: ``1404-10-25`` is ``2026-01-15``.

    Args:
        value: EDTF, which stays as it is; or a day, month, year or range in any of the calendars, in any digits.

    Raises:
        QueryError: It is no date.
    """
    value = value.strip()
    if all(int(year) in _GREGORIAN for year in _YEAR.findall(value)):
        try:
            edtf.parse(value)
        except edtf.EdtfError:
            pass
        else:
            return value
    first, last = days(value)
    if first == last:
        return first.isoformat()
    return f"{_end(first, edtf.OPEN_START)}/{_end(last, edtf.OPEN_END)}"


def day_of(value: str) -> str:
    """Return a date of publication that somebody wrote as EDTF: a day, or a Gregorian month or year.

    Args:
        value: As for `edtf_of`.

    Raises:
        QueryError: It is no date, or is several days of another calendar.
    """
    written = edtf_of(value)
    if "/" in written:
        raise QueryError(f"{value!r} is no date that can be told.", "Such as 2026-01-15 or 1404-10-25.")
    return written


def _end(day: dt.date, opened: dt.date) -> str:
    return ".." if day == opened else day.isoformat()
