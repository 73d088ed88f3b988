"""The calendars that the five languages date by, turned into Gregorian days.

========== =========================================================================================================
gregorian  as in CLDR
persian    Solar Hijri, as in CLDR (``persian``); the months of Iran and of Afghanistan are the same months
islamic-umalqura  Islamic as printed in Saudi Arabia, 1343-1500 AH; before and after that the tabular calendar. A
           sighting of the moon can differ by a day, so two dates in this calendar are compared with that tolerance
kurdish    not in CLDR: the solar months Xakelêwe … Reşeme, the same days as the Persian months, year = Persian + 1321
========== =========================================================================================================

Sources: convertdate (Persian: Borkowski's astronomical algorithm; tabular Islamic), hijridate (Umm al-Qura tables).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from convertdate import islamic, persian
from hijridate import Gregorian, Hijri

GREGORIAN = "gregorian"
PERSIAN = "persian"
ISLAMIC = "islamic-umalqura"
KURDISH = "kurdish"
CALENDARS = (GREGORIAN, PERSIAN, ISLAMIC, KURDISH)

# convertdate has no types of its own.
_Conversion = Callable[[int, int, int], tuple[int, int, int]]
_persian_to_gregorian: _Conversion = persian.to_gregorian
_persian_from_gregorian: _Conversion = persian.from_gregorian
_tabular_to_gregorian: _Conversion = islamic.to_gregorian
_tabular_from_gregorian: _Conversion = islamic.from_gregorian
_persian_month_length: Callable[[int, int], int] = persian.month_length
_tabular_month_length: Callable[[int, int], int] = islamic.month_length

#: Kurdish year minus Persian year: 2700 began with 1379.
KURDISH_EPOCH = 1321
#: Days by which a date may be off, for the calendar depends on seeing the moon.
TOLERANCE = {ISLAMIC: 1}
_UMALQURA = range(1343, 1501)
_UMALQURA_DAYS = (dt.date(1924, 8, 1), dt.date(2077, 11, 16))


class CalendarError(ValueError):
    """The calendar has no such day, or its Gregorian day lies outside the years 1 to 9999."""


@lru_cache(maxsize=8192)
def to_gregorian(calendar: str, year: int, month: int, day: int) -> dt.date:
    """Return the Gregorian day of a day in another calendar.

    Args:
        calendar: One of `CALENDARS`.
        year: Year of that calendar.
        month: Month, from 1.
        day: Day of the month, from 1.

    Raises:
        CalendarError: If there is no such day.
    """
    try:
        if calendar == GREGORIAN:
            return dt.date(year, month, day)
        if calendar == KURDISH:
            return to_gregorian(PERSIAN, year - KURDISH_EPOCH, month, day)
        if not 1 <= year <= 9000 or not 1 <= month <= 12 or not 1 <= day <= month_length(calendar, year, month):
            raise CalendarError(f"{calendar} {year}-{month}-{day}")
        if calendar == PERSIAN:
            return dt.date(*_persian_to_gregorian(year, month, day))
        if calendar == ISLAMIC:
            if year in _UMALQURA:
                return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())
            return dt.date(*_tabular_to_gregorian(year, month, day))
    except (ValueError, OverflowError) as error:
        raise CalendarError(f"{calendar} {year}-{month}-{day}") from error
    raise CalendarError(calendar)


@lru_cache(maxsize=8192)
def from_gregorian(calendar: str, date: dt.date) -> tuple[int, int, int]:
    """Return year, month and day of a Gregorian day in another calendar.

    Raises:
        CalendarError: If the calendar is unknown, or does not reach that day.
    """
    if calendar == GREGORIAN:
        return date.year, date.month, date.day
    if calendar == KURDISH:
        year, month, day = from_gregorian(PERSIAN, date)
        return year + KURDISH_EPOCH, month, day
    try:
        if calendar == PERSIAN:
            if date < dt.date(622, 3, 22):
                raise CalendarError(f"{calendar} {date}")
            year, month, day = _persian_from_gregorian(date.year, date.month, date.day)
        elif calendar == ISLAMIC:
            if _UMALQURA_DAYS[0] <= date <= _UMALQURA_DAYS[1]:
                year, month, day = Gregorian.fromdate(date).to_hijri().datetuple()
            else:
                year, month, day = _tabular_from_gregorian(date.year, date.month, date.day)
        else:
            raise CalendarError(calendar)
    except (ValueError, OverflowError) as error:
        raise CalendarError(f"{calendar} {date}") from error
    return int(year), int(month), int(day)


@lru_cache(maxsize=8192)
def month_length(calendar: str, year: int, month: int) -> int:
    """Return the days of a month.

    Raises:
        CalendarError: If there is no such month.
    """
    if calendar == KURDISH:
        return month_length(PERSIAN, year - KURDISH_EPOCH, month)
    try:
        if calendar == PERSIAN:
            return _persian_month_length(year, month)
        if calendar == ISLAMIC:
            if year in _UMALQURA:
                return int(Hijri(year, month, 1).month_length())
            return _tabular_month_length(year, month)
        if calendar == GREGORIAN:
            following = dt.date(year + month // 12, month % 12 + 1, 1)
            return (following - dt.timedelta(days=1)).day
    except (ValueError, OverflowError, IndexError) as error:
        raise CalendarError(f"{calendar} {year}-{month}") from error
    raise CalendarError(calendar)


def month_bounds(calendar: str, year: int, month: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last Gregorian day of a month.

    Raises:
        CalendarError: If there is no such month.
    """
    first = to_gregorian(calendar, year, month, 1)
    return first, to_gregorian(calendar, year, month, month_length(calendar, year, month))


def year_bounds(calendar: str, year: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last Gregorian day of a year.

    Raises:
        CalendarError: If there is no such year.
    """
    return month_bounds(calendar, year, 1)[0], month_bounds(calendar, year, 12)[1]


def season_bounds(calendar: str, year: int, season: int) -> tuple[dt.date, dt.date]:
    """Return the days of a season in a calendar whose year begins with spring.

    Args:
        calendar: A solar calendar other than the Gregorian.
        year: Year of that calendar.
        season: 21 spring, 22 summer, 23 autumn, 24 winter, as in EDTF.

    Raises:
        CalendarError: If there is no such season.
    """
    start = (season - 21) * 3 + 1
    return month_bounds(calendar, year, start)[0], month_bounds(calendar, year, start + 2)[1]


def same_day(calendar: str, a: dt.date, b: dt.date) -> bool:
    """Tell whether two Gregorian days are one where one of them was reckoned in the given calendar."""
    return abs((a - b).days) <= TOLERANCE.get(calendar, 0)
