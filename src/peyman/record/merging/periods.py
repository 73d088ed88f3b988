"""The days that an EDTF value may mean, for comparing dates of different precision."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from peyman.dates.edtf import OPEN_END, OPEN_START, bounds

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
        edtf: A date, an interval (open ends included), a season, or None. Qualifiers and the time of day are left
            aside; an unspecified digit (``X``) stands for every digit.

    Returns:
        The period; None where there is no value, or one that is not EDTF.
    """
    limits = bounds(edtf)
    if limits is None:
        return None
    first, last = limits[0].toordinal(), limits[1].toordinal()
    if limits[1] == OPEN_END and limits[0] != OPEN_START:
        return Period(first, first, is_open=True).widened(0, _OPEN_REACH)
    if limits[0] == OPEN_START and limits[1] != OPEN_END:
        return Period(last, last, is_open=True).widened(_OPEN_REACH, 0)
    return Period(first, last)


def first_day(edtf: str | None) -> str | None:
    """Return the first day that an EDTF value may mean, ISO 8601; None where its beginning is open or unknown."""
    limits = bounds(edtf)
    return None if limits is None or limits[0] in (OPEN_START, OPEN_END) else limits[0].isoformat()


def last_day(edtf: str | None) -> str | None:
    """Return the last day that an EDTF value may mean, ISO 8601; None where its end is open or unknown."""
    limits = bounds(edtf)
    return None if limits is None or limits[1] in (OPEN_START, OPEN_END) else limits[1].isoformat()
