"""The calendars that the five languages date by, turned into Gregorian days.

========== =========================================================================================================
gregorian  as in CLDR
persian    Solar Hijri, as in CLDR (``persian``); the months of Iran and of Afghanistan are the same months
islamic-umalqura  Islamic as printed in Saudi Arabia, 1343-1500 AH; before and after that the tabular calendar. A
           sighting of the moon can differ by a day, so two dates in this calendar are compared with that tolerance
kurdish    not in CLDR: the solar months Xakelêwe … Reşeme, the same days as the Persian months, year = Persian + 1321
========== =========================================================================================================

Sources: convertdate (Persian: the day of the March equinox; tabular Islamic), hijridate (Umm al-Qura tables).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from convertdate import islamic, persian
from hijridate import Gregorian, Hijri

from peyman.dates import solar_years

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
            if year > solar_years.last_year():
                return dt.date(*_persian_to_gregorian(year, month, day))
            return solar_years.new_year(year) + dt.timedelta(days=_days_before(month) + day - 1)
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
            if date < solar_years.new_year(1):
                raise CalendarError(f"{calendar} {date}")
            if date.year - solar_years.GREGORIAN_BEFORE > solar_years.last_year():
                year, month, day = _persian_from_gregorian(date.year, date.month, date.day)
            else:
                year, month, day = _persian_day(date)
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
            if month != 12 or not 1 <= year <= solar_years.last_year():
                return _persian_month_length(year, month)
            return 30 if solar_years.is_leap(year) else 29
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


def _days_before(month: int) -> int:
    """The days of a Solar Hijri year before a month: six months of 31 days come first, then months of 30."""
    return (month - 1) * 31 - max(month - 7, 0)


def _persian_day(date: dt.date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day within the table of Solar Hijri years."""
    year = date.year - solar_years.GREGORIAN_BEFORE
    if date < solar_years.new_year(year):
        year -= 1
    passed = (date - solar_years.new_year(year)).days
    month = next(month for month in range(12, 0, -1) if _days_before(month) <= passed)
    return year, month, passed - _days_before(month) + 1


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
