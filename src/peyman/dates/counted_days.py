"""Days that are counted from another one that their clause tells: "two days after the call of 4 May".

What stands between the length of time and the day says what happened on that day. The day itself is read by itself;
here the length, with its "after" or "before", becomes a date of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from peyman.dates import edtf
from peyman.dates.lengths import length_at
from peyman.dates.part_reader import PartReader
from peyman.languages import Language
from peyman.model import Edtf
from peyman.text.fold import fold
from peyman.text.marks import COMMAS

#: Between "after" and the day stand at most so many tokens: "the third and last call of their ministers on".
MOST_BETWEEN = 14
#: And so many where "after" stands before the length: what follows is mostly the main clause ("after two weeks of …").
MOST_BEHIND_JOINING = 3
#: A length of time has at most so many.
_LONGEST = 4
_DAYS = {"day": 1, "week": 7, "fortnight": 14}

Phrases = tuple[tuple[str, ...], ...]


class Counted(NamedTuple):
    """A length of time that is counted from a day: its tokens ``[first, last)``, and what it means."""

    first: int
    last: int
    value: Edtf


@dataclass(frozen=True)
class _Words:
    """What says that a length is counted from a day: behind the length, or before it and then `joining` behind it."""

    behind: tuple[tuple[int, Phrases], ...]
    ahead: tuple[tuple[int, Phrases], ...]
    joining: Phrases


@cache
def _words(language: Language) -> _Words:
    table = language.table("calendar").get("counted_days", {})

    def phrases(name: str) -> Phrases:
        return tuple(tuple(fold(word) for word in phrase.split()) for phrase in table.get(name, ()))

    return _Words(
        ((1, phrases("after")), (-1, phrases("before"))),
        ((1, phrases("after_ahead")), (-1, phrases("before_ahead"))),
        phrases("joining"),
    )


def counted_days(reader: PartReader, dates: Sequence[tuple[int, int, Edtf | None]]) -> Iterator[Counted]:
    """Yield the lengths of time that are counted from one of the dates of a text.

    Args:
        reader: The text's tokens as terms.
        dates: Its dates in order: their tokens, and what they mean.
    """
    words = _words(reader.words.language)
    reached = 0
    for first, last, value in dates:
        counted = _before(reader, words, first, max(reached, first - MOST_BETWEEN), value) if value else None
        if counted is not None and counted.first >= reached:
            yield counted
        if not any(length_at(reader, token) == last for token in range(first, last)):
            reached = last  # "in two days" may yet be "two days from …"


def _before(reader: PartReader, words: _Words, day: int, floor: int, value: Edtf) -> Counted | None:
    """The length that is counted from a day at a token, back to `floor`, which no mark parts from it."""
    at = day
    while at > floor and not reader.breaks(at) and reader.mark(at - 1) not in COMMAS:
        for sign, phrases in words.behind:
            start = _ends_with(reader, phrases, at)
            length = None if start is None else _length_before(reader, start)
            if length is not None:
                return _counted(reader, length, length, at, sign, value)
        start = _ends_with(reader, words.joining, at)
        length = None if start is None else _length_before(reader, start)
        near = length is not None and day - at <= MOST_BEHIND_JOINING
        for sign, phrases in words.ahead if near else ():
            begin = _ends_with(reader, phrases, length)
            if begin is not None and length is not None:
                return _counted(reader, length, begin, at, sign, value)
        at -= 1
    return None


def _ends_with(reader: PartReader, phrases: Phrases, at: int | None) -> int | None:
    """Where one of some phrases begins that ends right before a token; None where none does."""
    if at is None:
        return None
    for phrase in phrases:
        start = at - len(phrase)
        if start >= 0 and all(reader.tokens[start + n].fold == word for n, word in enumerate(phrase)):
            return start
    return None


def _length_before(reader: PartReader, end: int) -> int | None:
    """Where a length of one number and one unit begins that ends right before a token; None where none does."""
    alone = reader.unit_at(end - 1) if end else None
    if alone is not None and alone[0] == "unit" and alone[2] == end and reader.is_one(end - 1):
        return end - 1
    for first in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        if reader.breaks(first + 1) and first + 1 < end:
            return None
        if length_at(reader, first) == end and (first == 0 or length_at(reader, first - 1) != end):
            return first
    return None


def _counted(reader: PartReader, length: int, first: int, last: int, sign: int, value: Edtf) -> Counted | None:
    number = reader.number(length)
    unit = reader.unit_at(number.last if number is not None else length)
    limits = edtf.bounds(value)
    if reader.stands_before(length, "for"):
        return None  # "they had met *for* two days before 4 May"
    if unit is None or limits is None or limits[0] == edtf.OPEN_START or limits[1] == edtf.OPEN_END:
        return None
    count = sign * (number.value if number is not None else 2 if unit[0] == "two_units" else 1)
    try:
        if unit[1] in _DAYS and limits[0] == limits[1]:
            return Counted(first, last, edtf.day(limits[0] + dt.timedelta(days=count * _DAYS[unit[1]])))
        if unit[1] == "month" and (limits[0].year, limits[0].month) == (limits[1].year, limits[1].month):
            return Counted(first, last, edtf.month(edtf.add_months(limits[0].replace(day=1), count)))
        if unit[1] == "year" and limits[0].year == limits[1].year:
            return Counted(first, last, edtf.year(dt.date(limits[0].year + count, 1, 1)))
    except (ValueError, OverflowError):
        return None
    return None
