"""Lengths of time and repeated times: "three weeks", "two and a half hours", "every Friday", "daily".

They place nothing in time, so they have no EDTF value; a reading lists them all the same, for what is undertaken
"for six months" or "every quarter" is undertaken so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peyman.dates.lookahead import DASHES
from peyman.dates.part_reader import PartReader
from peyman.model import DateKind
from peyman.text.marks import COMMAS

#: Where a length begins and ends in tokens, and whether it is one or a repeated time.
Length = tuple[int, int, DateKind]

#: So many numbers may stand before a unit: "four to six weeks".
_MOST_NUMBERS = 3
#: Kinds of words that "every" makes a repeated time of.
_REPEATED = ("unit", "units", "weekday", "daypart", "season", "month")


def lengths(reader: PartReader, taken: Sequence[tuple[int, int]]) -> Iterator[Length]:
    """Yield the lengths and repeated times of a text in order.

    Args:
        reader: The text's tokens as terms.
        taken: Token ranges of its dates, in order; nothing is found within them.
    """
    dates = iter(taken)
    date = next(dates, None)
    index = 0
    while index < reader.stop:
        while date is not None and date[1] <= index:
            date = next(dates, None)
        if date is not None and date[0] <= index:
            index = date[1]
            continue
        found = _at(reader, index)
        if found is None or (date is not None and found[1] > date[0]):
            index += 1
            continue
        yield found
        index = found[1]


def _at(reader: PartReader, index: int) -> Length | None:
    found = reader.found(index)
    if found is None and reader.number(index) is None:
        return None
    terms = reader.terms(index)
    if "length" in terms and found is not None:
        return index, index + found.length, "duration"
    if "no_date" in terms:
        return None
    if "set" in terms and found is not None:
        last = _repeated(reader, index + found.length)
        return None if last is None else (index, last, "set")
    if "repeated" in terms and found is not None:
        return index, index + found.length, "set"
    if "weekday" in terms and found is not None and _in_plural(reader, index, index + found.length):
        return index, index + found.length, "set"
    last = length_at(reader, index)
    while last is not None and (more := _joined(reader, last)) is not None:
        last = more
    return None if last is None else (index, last, "duration")


def _repeated(reader: PartReader, index: int) -> int | None:
    """The index behind what "every" repeats: "every Friday", "every three days"."""
    if reader.breaks(index):
        return None
    counted = length_at(reader, index)
    if counted is not None:
        return counted
    terms, found = reader.terms(index), reader.found(index)
    return index + found.length if found is not None and any(kind in terms for kind in _REPEATED) else None


def _in_plural(reader: PartReader, first: int, last: int) -> bool:
    return any(
        reader.tokens[index].fold.endswith(ending)
        for ending in reader.words.set_endings
        for index in range(first, min(last + 1, reader.stop))
    )


def length_at(reader: PartReader, index: int) -> int | None:
    """The index behind a number (or "some", or "half") of units, or behind two of them in the dual."""
    unit = reader.unit_at(index)
    if unit is not None and unit[0] == "two_units":
        return unit[2]
    at = index
    for _ in range(_MOST_NUMBERS):
        number = reader.number(at)
        if number is not None and not number.ordinal:
            at = number.last
        elif (few := reader.term(at, "few") or reader.term(at, "part")) is not None:
            if at > index and (few[1] >= reader.stop or reader.unit_at(few[1]) is None):
                return few[1] if "part" in reader.terms(at) else None  # "a quarter", of an hour
            at = few[1]
        else:
            break
        if at >= reader.stop or reader.breaks(at):
            return None
        unit = reader.unit_at(at)
        if unit is not None:
            return unit[2]
        if reader.tokens[at].fold in reader.words.length_adjectives:
            return at + 1
        if (adjective := reader.term(at, "length")) is not None:
            return adjective[1]
        if (seconds := reader.term(at, "seconds")) is not None:
            return seconds[1]
        if reader.mark(at) in DASHES or reader.mark(at) in COMMAS:
            at += 1
        else:
            joint = reader.term(at, "to") or reader.term(at, "and")
            at = joint[1] if joint is not None else at
        if at >= reader.stop or reader.breaks(at):
            return None
    return None


def _joined(reader: PartReader, index: int) -> int | None:
    """The index behind a further length that "and" joins: "two hours and ten minutes", "a year and a half"."""
    if reader.breaks(index):
        return None
    joint = reader.term(index, "and")
    if joint is None or joint[1] >= reader.stop or reader.breaks(joint[1]):
        return None
    part = reader.term(joint[1], "part")
    return length_at(reader, joint[1]) or (part[1] if part is not None else None)
