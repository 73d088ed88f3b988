"""Dates in the words, digits and calendar that a visitor asked for.

A day is the same day in every calendar. What is less precise than a day (a month, a year) is no whole month of another
calendar: it is shown as the months that it touches.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from peyman.dates.calendars import CALENDARS, GREGORIAN, CalendarError, from_gregorian
from peyman.dates.edtf import EdtfError, Interval, Point, parse
from peyman.web.interface import Interface
from peyman.web.terms import N_

_SEASONS = {
    "21": N_("spring %(year)s"),
    "22": N_("summer %(year)s"),
    "23": N_("autumn %(year)s"),
    "24": N_("winter %(year)s"),
}
_QUALIFIED = {"?": N_("perhaps %(date)s"), "~": N_("about %(date)s"), "%": N_("perhaps about %(date)s")}


def date_words(value: str | None, language: Interface, calendar: str = GREGORIAN) -> str:
    """Return an EDTF value in words: ``2025-11/..`` is "from November 2025, open".

    Args:
        value: EDTF level 1; what is none comes back as it is, None as nothing.
        language: The language of the interface.
        calendar: One of `peyman.dates.calendars.CALENDARS`.
    """
    if not value:
        return ""
    try:
        parsed = parse(value)
    except EdtfError:
        return value
    if isinstance(parsed, Point):
        return _point_words(parsed, value, language, calendar)
    first, _, last = value.partition("/")
    return _interval_words(parsed, first, last, language, calendar)


def _interval_words(parsed: Interval, first: str, last: str, language: Interface, calendar: str) -> str:
    start = _point_words(parsed.start, first, language, calendar) if parsed.start else ""
    end = _point_words(parsed.end, last, language, calendar) if parsed.end else ""
    if start and end:
        return language.text("%(start)s to %(end)s", start=start, end=end)
    if start:
        message = N_("from %(start)s, open") if last == ".." else N_("from %(start)s, end unknown")
        return language.text(message, start=start)
    if end:
        return language.text("until %(end)s", end=end)
    return language.text("at no known time")


def _point_words(point: Point, value: str, language: Interface, calendar: str) -> str:
    words = _plain_words(point, value.rstrip("?~%"), language, calendar)
    return language.text(_QUALIFIED[point.qualifier], date=words) if point.qualifier else words


def _plain_words(point: Point, value: str, language: Interface, calendar: str) -> str:
    if point.precision == "day" or point.time:
        words = day_words(point.first, language, calendar)
        return (
            f"{words}، {language.number(point.time[:5])}"
            if point.time and language.direction == "rtl"
            else (f"{words}, {point.time[:5]}" if point.time else words)
        )
    season = value[5:7]
    if season in _SEASONS and calendar == GREGORIAN:
        return language.text(_SEASONS[season], year=language.number(value[:4]))
    if "X" in value[:4]:
        return language.number(f"{point.first.year}–{point.last.year}")
    first, last = _ymd(point.first, calendar), _ymd(point.last, calendar)
    if first is None or last is None:
        return language.number(value)
    if (point.last - point.first).days > 300:
        years = str(first[0]) if first[0] == last[0] else f"{first[0]}–{last[0]}"
        return language.number(years)
    months = language.months[calendar]
    if first[:2] == last[:2]:
        return f"{months[first[1] - 1]} {language.number(first[0])}"
    if first[0] == last[0]:
        return f"{months[first[1] - 1]}–{months[last[1] - 1]} {language.number(first[0])}"
    return f"{months[first[1] - 1]} {language.number(first[0])} – {months[last[1] - 1]} {language.number(last[0])}"


def day_words(day: dt.date, language: Interface, calendar: str = GREGORIAN, *, weekday: bool = True) -> str:
    """Return a day in words, such as "Wednesday 14 January 2026"."""
    parts = _ymd(day, calendar)
    if parts is None:
        parts, calendar = (day.year, day.month, day.day), GREGORIAN
    year, month, number = parts
    words = f"{language.number(number)} {language.months[calendar][month - 1]} {language.number(year)}"
    return f"{language.weekday(day.weekday())} {words}" if weekday else words


def in_other_calendars(value: str | None, language: Interface, calendar: str) -> list[str]:
    """Return a single day in the calendars that are not the visitor's own; nothing for what is no single day."""
    try:
        parsed = parse(value or "")
    except EdtfError:
        return []
    if not isinstance(parsed, Point) or parsed.precision != "day":
        return []
    return [day_words(parsed.first, language, each, weekday=False) for each in CALENDARS if each != calendar]


def leaf(value: str | None, language: Interface, calendar: str) -> tuple[str, str, str] | None:
    """Return what a leaf of a calendar shows of a date: day, month and year; a part that is not known is empty.

    Of a stretch of days it shows the first and the last, of one without a beginning or an end a dash in its place.
    """
    try:
        parsed = parse(value or "")
    except EdtfError:
        return None
    if isinstance(parsed, Point):
        return _leaf_of(parsed, language, calendar)
    start, end = (_leaf_of(point, language, calendar) if point else None for point in (parsed.start, parsed.end))
    if start is None or end is None:
        known = start or end
        if known is None or not known[0]:
            return known
        return (f"{known[0]}–" if start else f"–{known[0]}"), known[1], known[2]
    days, months, years = (
        (one if one == other else f"{one}–{other}") if one and other else ""
        for one, other in zip(start, end, strict=True)
    )
    if start[0] == end[0] and start[1:] != end[1:] and start[0]:
        days = f"{start[0]}–{end[0]}"  # from the 14th of one month to the 14th of another
    return days, months, years


def _leaf_of(point: Point, language: Interface, calendar: str) -> tuple[str, str, str] | None:
    parts = _ymd(point.first, calendar)
    if parts is None:
        return None
    month = language.months[calendar][parts[1] - 1] if (point.last - point.first).days < 300 else ""
    return language.number(parts[2]) if point.precision == "day" else "", month, language.number(parts[0])


@lru_cache(maxsize=16384)
def _ymd(day: dt.date, calendar: str) -> tuple[int, int, int] | None:
    try:
        return from_gregorian(calendar, day)
    except CalendarError:
        return None
