"""Dates and times of day in digits: 6/11/2025, 2025-11-06, 16.05.2021, 1404/05/31, 09:30."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from peyman.dates.calendars import GREGORIAN, PERSIAN, CalendarError, to_gregorian
from peyman.dates.vocabulary import ENGLISH_HALVES, HalvesOfDay, Vocabulary
from peyman.text.tokens import Token, TokenKind

SEPARATORS = frozenset("/-.–−‐‑")
_DOTTED = re.compile(r"(\d{1,4})[.](\d{1,2})[.](\d{1,4})")
_DIGITS = re.compile(r"\d{1,4}")
_HOURS = re.compile(r"(\d{1,2})(?:\.([0-5]\d))?")
_LAST_DAY = 31
#: "At eight at night" is in the evening, "at two at night" is not.
_FIRST_HOUR_OF_NIGHT = 6
_MIDDAY = 12
_LAST_HOUR_OF_NOON = 3
_MINUTES = re.compile(r"[0-5]\d")


class NumericDate(NamedTuple):
    """A date in digits, up to the token `last`; the year is None where only day and month are given.

    `ambiguous` says that day and month can change places.
    """

    calendar: str
    year: int | None
    month: int
    day: int
    last: int
    ambiguous: bool = False


class Clock(NamedTuple):
    """A time of day as ``hh:mm:ss``, up to the token `last`; `sure` where it has seconds or says am or pm."""

    text: str
    last: int
    sure: bool


def numeric_date_at(words: Vocabulary, tokens: Sequence[Token], index: int, stop: int) -> NumericDate | None:
    """Return the date in digits that begins at a token, or None.

    The order is the language's own (``numeric_order``) unless the numbers allow only the other; a four-digit number
    in front is the year.
    """
    token = tokens[index]
    dotted = _DOTTED.fullmatch(token.fold)
    if dotted is not None:
        return _dated(
            words, [int(part) for part in dotted.groups()], [len(part) for part in dotted.groups()], index + 1
        )
    if not _DIGITS.fullmatch(token.fold) or (index and _touches_number(tokens, index)):
        return None
    bound = _bound_by_endings(words, tokens, index, stop)
    if bound is not None:
        return bound
    numbers, lengths = [int(token.fold)], [len(token.fold)]
    at = index + 1
    separator = ""
    while at + 1 < stop and len(numbers) < 3:
        mark, number = tokens[at], tokens[at + 1]
        if mark.text not in SEPARATORS or (separator and mark.text != separator):
            break
        if (
            number.kind is not TokenKind.NUMBER
            or not _DIGITS.fullmatch(number.fold)
            or number.start - tokens[at - 1].end > 3
        ):
            break
        separator = mark.text
        numbers.append(int(number.fold))
        lengths.append(len(number.fold))
        at += 2
    if len(numbers) == 3:
        if (
            at < stop
            and tokens[at].text in SEPARATORS
            and tokens[at].start == tokens[at - 1].end
            and _number_follows(tokens, at, stop)
        ):
            return None
        return _dated(words, numbers, lengths, at) or _with_short_year(words, numbers, lengths, separator, at)
    if len(numbers) == 2 and words.day_month_numbers and separator == "/" and tokens[index + 1].start == token.end:
        day, month = numbers
        if lengths[1] <= 2 and not _number_follows(tokens, at - 1, stop):
            if 1 <= day <= 31 and 1 <= month <= 12:
                return NumericDate(GREGORIAN, None, month, day, at, day != month and day <= 12)
            if 1 <= day <= 12 < month <= 31:  # the month first, which only what stands around it can bear out
                return NumericDate(GREGORIAN, None, day, month, at, True)
    return None


def _bound_by_endings(words: Vocabulary, tokens: Sequence[Token], index: int, stop: int) -> NumericDate | None:
    """A day, a month and a year in digits, the ending that binds a day to its month between them: "5ی10ی 2023"."""
    row = tokens[index : min(stop, index + 5)]
    if not words.numbered_months or len(row) < 5 or row[0].end != row[1].start or row[1].end != row[2].start:
        return None
    if any(token.fold not in words.numbered_month_endings or not token.fold for token in row[1::2]):
        return None
    if any(not _DIGITS.fullmatch(token.fold) for token in row[::2]) or row[4].start - row[3].end > 1:
        return None
    return _dated(words, [int(token.fold) for token in row[::2]], [len(token.fold) for token in row[::2]], index + 5)


def _touches_number(tokens: Sequence[Token], index: int) -> bool:
    """Whether the number goes on before this token: 1/6/11/2025 holds no date."""
    before = tokens[index - 1]
    return (
        before.text in "/.-"
        and before.end == tokens[index].start
        and index > 1
        and tokens[index - 2].kind is TokenKind.NUMBER
        and tokens[index - 2].end == before.start
    )


def _number_follows(tokens: Sequence[Token], index: int, stop: int) -> bool:
    return (
        index + 1 < stop and tokens[index + 1].kind is TokenKind.NUMBER and tokens[index + 1].start == tokens[index].end
    )


def _dated(words: Vocabulary, numbers: list[int], lengths: list[int], last: int) -> NumericDate | None:
    a, b, c = numbers
    if lengths[1] > 2:
        return None
    if lengths[0] == 4 and lengths[2] <= 2:
        year, orders = a, ((b, c), (c, b))
    elif lengths[2] == 4 and lengths[0] <= 2:
        year, orders = c, ((a, b), (b, a)) if words.month_first else ((b, a), (a, b))
    else:
        return None
    calendar = calendar_of_year(words, year)
    if calendar is None:
        return None
    for month, day in orders:
        try:
            to_gregorian(calendar, year, month, day)
        except CalendarError:
            continue
        swaps = year == c and month != day and day <= 12
        return NumericDate(calendar, year, month, day, last, swaps)
    return None


def _with_short_year(
    words: Vocabulary, numbers: list[int], lengths: list[int], separator: str, last: int
) -> NumericDate | None:
    """Read 96/9/5, the year first in two figures that can be no day, as Iranian pages write it."""
    short = words.short_years
    if short is None or short.calendar != PERSIAN or separator != "/" or lengths[0] != 2 or max(lengths[1:]) > 2:
        return None
    year, month, day = short.century + numbers[0], numbers[1], numbers[2]
    if numbers[0] not in short.figures or numbers[0] <= _LAST_DAY:
        return None
    try:
        to_gregorian(PERSIAN, year, month, day)
    except CalendarError:
        return None
    return NumericDate(PERSIAN, year, month, day, last)


def calendar_of_year(words: Vocabulary, year: int) -> str | None:
    """Return the calendar in which a number is a usual year of the language; None where it is in none."""
    if year in words.year_range:
        return GREGORIAN
    return next((calendar for calendar, years in words.year_calendars if year in years), None)


def clock_in_daypart(clock: str, daypart: str | None) -> str:
    """Return a time of day as the part of the day beside it says it: three in the afternoon is 15:00:00.

    Args:
        clock: The time as ``hh:mm:ss``.
        daypart: Which part of the day, None where none is said.
    """
    hour = int(clock[:2])
    if hour == _MIDDAY and daypart in ("night", "midnight"):
        return f"00{clock[2:]}"
    if daypart == "noon" and hour <= _LAST_HOUR_OF_NOON:
        return f"{hour + _MIDDAY:02d}{clock[2:]}"
    late = daypart in ("afternoon", "evening") or (daypart == "night" and hour >= _FIRST_HOUR_OF_NIGHT)
    return f"{hour + _MIDDAY:02d}{clock[2:]}" if late and hour < _MIDDAY else clock


def clock_at(tokens: Sequence[Token], index: int, stop: int, halves: HalvesOfDay = ENGLISH_HALVES) -> Clock | None:
    """Return the time of day that begins at a token: hours and minutes with a colon, or hours with am or pm."""
    hour = tokens[index]
    if hour.kind is not TokenKind.NUMBER:
        return None
    if index and tokens[index - 1].text == ":" and tokens[index - 1].end == hour.start:
        return None
    pieces = _HOURS.fullmatch(hour.fold)
    if pieces is None or int(pieces[1]) > 24:
        return None
    parts = [int(piece) for piece in pieces.groups() if piece is not None]
    at = index + 1
    while at + 1 < stop and len(parts) < 3 and tokens[at].text == ":" and tokens[at].start == tokens[at - 1].end:
        number = tokens[at + 1]
        if pieces[2] or number.start != tokens[at].end or not _MINUTES.fullmatch(number.fold):
            break
        parts.append(int(number.fold))
        at += 2
    half = _half_of_day(tokens, at, stop, halves)
    if half is None and (len(parts) < 2 or pieces[2]):
        return None
    if at < stop and tokens[at].text == ":" and tokens[at].start == tokens[at - 1].end:
        return None
    hours, minutes, seconds = (*parts, 0, 0)[:3]
    sure = len(parts) == 3
    if half is not None:
        afternoon, at = half
        hours, sure = hours % 12 + 12 * afternoon, True
    return Clock(f"{hours % 24:02d}:{minutes:02d}:{seconds:02d}", at, sure)


def clock_with_stop(tokens: Sequence[Token], index: int) -> str | None:
    """Return hours and minutes with a full stop as ``hh:mm:ss``; only behind a word for the hour are they that."""
    pieces = _HOURS.fullmatch(tokens[index].fold) if index < len(tokens) else None
    if pieces is None or pieces[2] is None or int(pieces[1]) >= _MIDDAY * 2:
        return None
    return f"{int(pieces[1]):02d}:{pieces[2]}:00"


def _half_of_day(tokens: Sequence[Token], index: int, stop: int, halves: HalvesOfDay) -> tuple[bool, int] | None:
    """Whether a word for a half of the day stands at a token, and the index behind it; full stops may divide it."""
    if index >= stop or tokens[index].start - tokens[index - 1].end > 1:
        return None
    letters, at = [tokens[index].fold], index + 1
    if at + 1 < stop and tokens[at].text == "." and tokens[at].start == tokens[index].end:
        stopped = (*letters, tokens[at + 1].fold)
        if stopped in halves:
            at += 2
            last = at < stop and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end
            return halves[stopped], at + last
    half = halves.get(tuple(letters))
    return None if half is None else (half, at)
