"""The days that an EDTF value may mean, for comparing dates of different precision."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

_PART = re.compile(r"(?P<year>\d{2,4}X{0,2})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?")
_OPEN_REACH = 61
"""Days for which an open interval still speaks of something in particular: two months."""


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, first and last included, as ordinals of the proleptic Gregorian calendar.

    Attributes:
        first: The first day.
        last: The last day.
        is_open: True where the value named one end only; the other end is then `first` or `last` and two months.
    """

    first: int
    last: int
    is_open: bool = False

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def meets(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def months(self) -> list[str]:
        """The months that it touches, as ``YYYY-MM``."""
        start, end = datetime.date.fromordinal(self.first), datetime.date.fromordinal(self.last)
        count = (end.year - start.year) * 12 + end.month - start.month + 1
        months = ((start.year * 12 + start.month - 1 + step) for step in range(count))
        return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]

    def widened(self, before: int, after: int) -> Period:
        """The same with some days more at either end."""
        return Period(max(self.first - before, 1), min(self.last + after, datetime.date.max.toordinal()), self.is_open)


@lru_cache(maxsize=4096)
def period(edtf: str | None) -> Period | None:
    """Return the days that an EDTF level 1 value may mean.

    Args:
        edtf: A date, an interval (open ends included), a season, or None. Qualifiers (``?``, ``~``, ``%``) and the
            time of day are left aside; an unspecified digit (``X``) stands for every digit.

    Returns:
        The period; None where the value names no days in the years 1 to 9999.
    """
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _part(start)
    first, last = _part(start), _part(end)
    if first and last:
        return Period(first.first, last.last) if first.first <= last.last else None
    if first:
        return Period(first.first, first.first, is_open=True).widened(0, _OPEN_REACH)
    if last:
        return Period(last.last, last.last, is_open=True).widened(_OPEN_REACH, 0)
    return None


_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def _part(value: str) -> Period | None:
    match = _PART.fullmatch(value.partition("T")[0].strip().strip("?~%"))
    if match is None or len(match["year"]) != 4:
        return None
    low_year, high_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    if low_year < 1:
        return None
    month, day = match["month"], match["day"]
    try:
        if month in (None, "XX"):
            return _days((low_year, 1, 1), (high_year, 12, 31))
        number = int(month)
        if number in _SEASONS:
            opens, closes = _SEASONS[number]
            closing_year = high_year + (closes < opens)
            return _days((low_year, opens, 1), (closing_year, closes, calendar.monthrange(closing_year, closes)[1]))
        if day in (None, "XX"):
            return _days((low_year, number, 1), (high_year, number, calendar.monthrange(high_year, number)[1]))
        return _days((low_year, number, int(day)), (high_year, number, int(day)))
    except (ValueError, calendar.IllegalMonthError):
        return None


def _days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Period:
    return Period(datetime.date(*first).toordinal(), datetime.date(*last).toordinal())
