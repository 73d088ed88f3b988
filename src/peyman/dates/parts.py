"""What a date is made of: one `Part` is a day, a month, "next week", "three days ago", "end of"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "day", "month", "year", "weekday", "relative", "counted", "direction", "nth", "edge", "season",
    "decade", "century", "holiday", "daypart", "clock", "vague", "unit", "anchor",
]  # fmt: skip
#: Calendars and numbers of the months that a word can name.
Months = tuple[tuple[str, int], ...]

#: Edges that make a week of a day: the seven days that it begins, and those that it ends.
WEEKS_BY_DAY = ("week_from", "week_to")
#: The edge that means the day before.
EVE = "eve"
#: Words that set a limit from now, or from the day of the act that sets it; the second of them from that day only.
WITHIN = ("within", "of_act")
#: As an ordinal: the last one.
LAST = -1


@dataclass(slots=True)  # not frozen, which would cost more than reading it: nobody changes one
class Part:
    """One part of a date, or several put together, as a range ``[first, last)`` of tokens.

    Attributes:
        kind: What it is mainly.
        day: Day of the month; `day_to` the last one of a range.
        months: Calendars and numbers of the month that its word can mean.
        year: Year as written; `year_to` the last one of a range.
        calendar: Calendar that the words name, None where they name none.
        weekday: 0 for Monday; `weekday_to` of a range's end.
        unit: Day, week, month and so on, of a relative part.
        offset: How many units away from publication, of a relative part; of a weekday, how many days from it.
        count: How many units, of a counted part; None for "some". Of an ordinal: of how many it says "first" or "last".
        half: Whether it is half a unit more: "two and a half years ago".
        shift: Where a counted part lies: ago, ahead, after (ahead, or later where the sentence looks back), later,
            earlier, within (from now or from the day of an act), of_act (from that day only), in (ahead, if the
            sentence looks ahead), next, last. Of a day: within, where a limit of `count` units begins with it.
        direction: Word such as "next" beside a weekday or a month.
        nth: Ordinal of a unit: the second quarter; `LAST` for the last one. Of a day: itself, where an ordinal in words
            says it.
        edge: start, early, middle, late, end; before a day, `WEEKS_BY_DAY`; before a day or a feast, `EVE`.
        season: 21 to 24, as in EDTF.
        holiday: Calendar, month, day and length in days of a feast.
        daypart: morning, evening and so on.
        clock: Time of day as ``hh:mm:ss``.
        vague: future or past.
        weak: Whether its words mean other things too, and nothing beside it speaks for a date.
        ambiguous: Whether day and month may have changed places: 6/11 or 11/6.
        explicit_year: Whether the year is said.
        before: Whether its word belongs to what stands behind it only.
    """

    first: int
    last: int
    kind: Kind
    day: int | None = None
    day_to: int | None = None
    months: Months = ()
    year: int | None = None
    year_to: int | None = None
    calendar: str | None = None
    weekday: int | None = None
    weekday_to: int | None = None
    unit: str | None = None
    offset: int | None = None
    count: int | None = None
    half: bool = False
    shift: str | None = None
    direction: str | None = None
    nth: int | None = None
    edge: str | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: tuple[str, int, int, int] | None = None
    daypart: str | None = None
    clock: str | None = None
    vague: str | None = None
    weak: bool = False
    explicit_year: bool = False
    ambiguous: bool = False
    before: bool = False
