"""A weekday and a number whose month stands behind the next weekday: "Friday 8 and Saturday 9 March"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from peyman.dates.expression import Expression
from peyman.dates.part_reader import PartReader


def with_number(
    reader: PartReader, start: Expression, simple: Callable[[PartReader, int], Expression | None]
) -> Expression | None:
    """Return a weekday with the number behind it as a day of the month that is said behind the next weekday.

    The two weekdays must be as many days apart as the two numbers, so that no other number is taken for a day.

    Args:
        reader: The parts of the sentence.
        start: A weekday, with nothing else.
        simple: Reads the expression of one date that begins at a token.

    Returns:
        "Friday 8 and Saturday 9 March", "from Friday 8 to Sunday 10 March" as one stretch; "Friday 8" alone, of March,
        where "and" joins days that are no neighbours; None where it is not so written.
    """
    weekday = start.get("weekday")
    if weekday is None or len(start.parts) > 1 or weekday.weekday is None or start.end is not None:
        return None
    number = reader.number(start.last) if start.last < reader.stop and not reader.breaks(start.last) else None
    joined = reader.joined(number.last) if number is not None else None
    if number is None or joined is None or joined[0] >= reader.stop or reader.breaks(joined[0]):
        return None
    end = simple(reader, joined[0])
    if end is None or not {"day", "weekday"} <= end.parts.keys():
        return None
    day, other = end.parts["day"], end.parts["weekday"]
    if day.day is None or day.day_to is not None or other.weekday is None or not 0 < number.value < day.day:
        return None
    if (other.weekday - weekday.weekday) % 7 != (day.day - number.value) % 7:
        return None
    first_day = replace(day, first=start.last, last=number.last, day=number.value)
    numbered = replace(start, last=number.last, parts={**start.parts, "day": first_day})
    if not joined[1] and day.day - number.value > 1:
        return numbered
    return replace(numbered, last=end.last, end=end)
