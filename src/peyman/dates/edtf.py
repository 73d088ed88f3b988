"""EDTF level 1 values: what they mean in days, and how they compare.

The Extended Date/Time Format of the Library of Congress (ISO 8601-2:2019), level 1, as far as the record needs it:
days, months, years, unspecified digits (``199X``, ``2025-XX``), seasons (``2025-21`` to ``2025-24``), times of day,
qualifiers (``?``, ``~``, ``%``) and intervals with open ends (``2025-11/..``).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from peyman.model import Edtf

#: A run of days, first and last included; an open end is the first or last day that `datetime` knows.
Bounds = tuple[dt.date, dt.date]
OPEN_START, OPEN_END = dt.date.min, dt.date.max
OPEN = ".."

Precision = Literal["second", "day", "month", "season", "year", "decade", "century", "interval"]

#: First month of each season. Northern meteorological seasons; winter runs into the next year.
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<time>\d\d:\d\d(?::\d\d)?)(?P<zone>Z|[+-]\d\d(?::\d\d)?)?)?(?P<qualifier>[?~%])?"
)


@dataclass(frozen=True, slots=True)
class Point:
    """One date, or one end of an interval.

    Attributes:
        first: Its first day.
        last: Its last day.
        precision: How precise it is.
        time: Time of day as ``hh:mm:ss``, where one is given.
        qualifier: ``?`` uncertain, ``~`` approximate, ``%`` both, or nothing.
    """

    first: dt.date
    last: dt.date
    precision: Precision
    time: str | None = None
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """Two dates; None is an open end."""

    start: Point | None
    end: Point | None


class EdtfError(ValueError):
    """The text is no EDTF level 1 value that Peyman knows."""


@lru_cache(maxsize=4096)
def parse(value: Edtf) -> Point | Interval:
    """Parse an EDTF level 1 value.

    Args:
        value: The value, such as ``2025-11-07``, ``199X``, ``../2025-09`` or ``2025-21~``.

    Raises:
        EdtfError: If it is not one, names a day that does not exist, or ends before it begins.
    """
    if "/" not in value:
        return _point(value)
    start, _, end = value.partition("/")
    interval = Interval(*(None if part in (OPEN, "") else _point(part) for part in (start, end)))
    if interval.start is None and interval.end is None:
        raise EdtfError(value)
    if interval.start and interval.end and interval.start.first > interval.end.last:
        raise EdtfError(value)
    return interval


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None or not text.isascii():
        raise EdtfError(text)
    year, month, day = match["year"], match["month"], match["day"]
    time, qualifier = match["time"], match["qualifier"] or ""
    try:
        if time is not None:
            clock = dt.time.fromisoformat(time)
            if day is None or "X" in day or clock.tzinfo is not None:
                raise EdtfError(text)
            date = dt.date(int(year), int(month), int(day))
            return Point(date, date, "second", clock.isoformat(), qualifier)
        if "X" in year:
            if month is not None and (month != "XX" or day not in (None, "XX")):
                raise EdtfError(text)
            low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
            precision: Precision = "decade" if year.count("X") == 1 else "century"
            return Point(dt.date(low, 1, 1), dt.date(high, 12, 31), precision, None, qualifier)
        if month is None or month == "XX":
            if day not in (None, "XX"):
                raise EdtfError(text)
            return Point(dt.date(int(year), 1, 1), dt.date(int(year), 12, 31), "year", None, qualifier)
        if int(month) in _SEASON_STARTS:
            if day is not None:
                raise EdtfError(text)
            first = dt.date(int(year), _SEASON_STARTS[int(month)], 1)
            return Point(first, month_end(add_months(first, 2)), "season", None, qualifier)
        first = dt.date(int(year), int(month), 1)
        if day is None or day == "XX":
            return Point(first, month_end(first), "month", None, qualifier)
        date = dt.date(int(year), int(month), int(day))
        return Point(date, date, "day", None, qualifier)
    except (ValueError, OverflowError) as error:
        raise EdtfError(text) from error


def bounds(value: Edtf | None) -> Bounds | None:
    """Return the first and the last day of a value; None where it is no EDTF value.

    An open end is `OPEN_START` or `OPEN_END`; qualifiers and times of day do not count.
    """
    if not value:
        return None
    try:
        parsed = parse(value)
    except EdtfError:
        return None
    if isinstance(parsed, Point):
        return parsed.first, parsed.last
    return (
        parsed.start.first if parsed.start else OPEN_START,
        parsed.end.last if parsed.end else OPEN_END,
    )


def is_edtf(value: str) -> bool:
    """Tell whether a text is an EDTF level 1 value."""
    return bounds(value) is not None


def precision(value: Edtf) -> Precision | None:
    """Return how precise a value is; None where it is no EDTF value."""
    try:
        parsed = parse(value)
    except EdtfError:
        return None
    return parsed.precision if isinstance(parsed, Point) else "interval"


def same_or_within(inner: Edtf | None, outer: Edtf | None) -> bool:
    """Tell whether all days of one value lie in another: 2025-11-06 lies within 2025-11, and within itself.

    False where either is missing or no EDTF value.
    """
    a, b = bounds(inner), bounds(outer)
    return a is not None and b is not None and b[0] <= a[0] and a[1] <= b[1]


def compatible(a: Edtf | None, b: Edtf | None) -> bool:
    """Tell whether two values can speak of the same day; a missing one fits all."""
    first, second = bounds(a), bounds(b)
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def is_open(value: Edtf | None) -> bool:
    """Tell whether a value is an interval with an open end."""
    limits = bounds(value)
    return limits is not None and (limits[0] == OPEN_START or limits[1] == OPEN_END)


# -- building values --------------------------------------------------------------------------------------------


def day(date: dt.date) -> Edtf:
    """Return a day as EDTF."""
    return date.isoformat()[:10]


def month(date: dt.date) -> Edtf:
    """Return the month of a day as EDTF."""
    return date.isoformat()[:7]


def year(date: dt.date) -> Edtf:
    """Return the year of a day as EDTF."""
    return date.isoformat()[:4]


def interval(start: Edtf | None, end: Edtf | None) -> Edtf:
    """Return an interval; None is an open end, and equal ends are one date."""
    if start is not None and start == end:
        return start
    return f"{start or OPEN}/{end or OPEN}"


def run_of_days(first: dt.date, last: dt.date) -> Edtf:
    """Return a run of days in its shortest form: whole months as months, whole years as years."""
    if first == last:
        return day(first)
    if first.day == 1 and last == month_end(last):
        if (first.year, first.month) == (last.year, last.month):
            return month(first)
        if first.month == 1 and last.month == 12:
            return interval(year(first), year(last))
        return interval(month(first), month(last))
    return interval(day(first), day(last))


def month_end(date: dt.date) -> dt.date:
    """Return the last day of the month that a day lies in."""
    return date.replace(day=calendar.monthrange(date.year, date.month)[1])


def add_months(date: dt.date, count: int) -> dt.date:
    """Return the day so many months later; the last of a shorter month where it has no such day.

    Raises:
        EdtfError: If that year is not between 1 and 9999.
    """
    index = date.year * 12 + date.month - 1 + count
    if not 12 <= index < 120000:
        raise EdtfError(f"{date} {count:+d} months")
    first = dt.date(index // 12, index % 12 + 1, 1)
    return first.replace(day=min(date.day, month_end(first).day))
