"""One expression of time: its parts, the same date in other calendars, the end of its range."""

from __future__ import annotations

from dataclasses import dataclass

from peyman.dates.calendars import GREGORIAN, KURDISH, PERSIAN
from peyman.dates.parts import Part


@dataclass(slots=True)  # not frozen, for speed, as `Part`
class Expression:
    """One expression, as a range ``[first, last)`` of tokens.

    Attributes:
        first: Its first token.
        last: The token after it.
        parts: Its parts, each kind once.
        others: The same date again in other calendars.
        end: Where a range ends; `parts` is then where it begins.
        deadline: Whether it is the last day allowed.
        opening: Whether what it tells of comes some time after it.
    """

    first: int
    last: int
    parts: dict[str, Part]
    others: tuple[Part, ...] = ()
    end: Expression | None = None
    deadline: bool = False
    opening: bool = False

    def get(self, kind: str) -> Part | None:
        """Return the part of that kind."""
        return self.parts.get(kind)


def calendars_of(part: Part, year: int | None = None) -> frozenset[str]:
    """Return the calendars that a part's month and year can be reckoned in.

    Args:
        part: The part.
        year: The year that it is of, where the part itself says none.
    """
    year = year if part.year is None else part.year
    if part.calendar is not None and part.kind == "year":
        return frozenset({part.calendar})
    found = {calendar for calendar, _ in part.months}
    if part.calendar is not None and (part.calendar in found or part.calendar in (PERSIAN, KURDISH)):
        return frozenset({part.calendar})
    if year is not None:
        solar = KURDISH if 2600 <= year <= 2800 else PERSIAN
        if year < 1600 or year >= 2600:
            found.discard(GREGORIAN)
        elif GREGORIAN in found:
            found = {GREGORIAN}
        if found & {PERSIAN, KURDISH}:
            found = found - {PERSIAN, KURDISH} | {solar}
    return frozenset(found)
