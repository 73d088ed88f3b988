"""Days, months and years in a query, in any of the calendars, as the run of Gregorian days that they are."""

from __future__ import annotations

import datetime as dt
import re

from peyman import languages
from peyman.dates import edtf, find_dates
from peyman.dates.calendars import (
    GREGORIAN,
    ISLAMIC,
    KURDISH,
    PERSIAN,
    CalendarError,
    month_bounds,
    to_gregorian,
    year_bounds,
)
from peyman.errors import QueryError
from peyman.text.analysis import analyse
from peyman.text.fold import fold
from peyman.text.tokens import TokenKind

#: A year from here on is Gregorian when nothing says otherwise; those before are tried in the other calendars.
_FIRST_GREGORIAN = 1600
#: Years of the Kurdish calendar stand well after those of the Gregorian one.
_FIRST_KURDISH = 2600
_FIGURES = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_TO = re.compile(r"\.\.\.?|…")


def days(value: str, today: dt.date | None = None) -> edtf.Bounds:
    """Return the first and the last day of a date or a range, an open end as in `peyman.dates.edtf`.

    Args:
        value: ``2025-11-07``, ``2025-11``, ``1404-08``, ``2725``, ``آبان ۱۴۰۴``, ``last week``; or two of them with
            ``..`` between, of which one may be missing.
        today: The day that "last week" counts from; None for the day that it is.

    Raises:
        QueryError: It is no date that Peyman knows.
    """
    today = today or dt.date.today()
    limits = edtf.bounds(value.strip()) if "/" in value else None
    if limits is not None:
        return limits
    first, *rest = _TO.split(value, maxsplit=1)
    if not rest:
        return _day(value, today)
    last = rest[0]
    start = _day(first, today)[0] if first.strip() else edtf.OPEN_START
    end = _day(last, today)[1] if last.strip() else edtf.OPEN_END
    if start > end or not (first.strip() or last.strip()):
        raise QueryError(f"{value!r} is no range of dates: it ends before it begins.", "Such as 2025-11..2026-01.")
    return start, end


def _day(value: str, today: dt.date) -> edtf.Bounds:
    value = value.strip()
    figures = _FIGURES.fullmatch(fold(value))
    if figures:
        found = _of_figures(figures, today)
        if found is not None:
            return found
    elif (limits := edtf.bounds(value)) is not None:
        return limits
    else:
        for language in languages.all_languages():
            read = _read(value, language, today)
            if read is not None:
                return read
    raise QueryError(f"{value!r} is no date that can be told.", "Such as 2025-11-07, 2025-11, 1404-08 or آبان ۱۴۰۴.")


def _of_figures(figures: re.Match[str], today: dt.date) -> edtf.Bounds | None:
    year = int(figures[1])
    if year >= _FIRST_KURDISH:
        calendars = [KURDISH]
    elif year >= _FIRST_GREGORIAN:
        calendars = [GREGORIAN]
    else:
        # 1404 is a Persian year of our days, and 1447 an Islamic one.
        calendars = [PERSIAN, ISLAMIC]
    found = [
        limits for calendar in calendars if (limits := _in_calendar(calendar, year, figures[2], figures[3])) is not None
    ]
    return min(found, key=lambda limits: abs((limits[0] - today).days), default=None)


def _in_calendar(calendar: str, year: int, month: str | None, day: str | None) -> edtf.Bounds | None:
    try:
        if month is None:
            return year_bounds(calendar, year)
        if day is None:
            return month_bounds(calendar, year, int(month))
        only = to_gregorian(calendar, year, int(month), int(day))
    except CalendarError:
        return None
    return only, only


def _read(value: str, language: languages.Language, today: dt.date) -> edtf.Bounds | None:
    """The date that the whole value is in a language."""
    text = analyse(value, language)
    words = sum(1 for token in text.tokens if token.kind is not TokenKind.MARK)
    for date in find_dates(text, edtf.day(today)):
        covered = sum(1 for token in text.tokens[date.first : date.last] if token.kind is not TokenKind.MARK)
        if covered == words and date.edtf is not None:
            return edtf.bounds(date.edtf)
    return None
