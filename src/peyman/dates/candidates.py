"""What resolving works with: the setting of an expression, the stretches of days it can mean, and the choice of one."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from peyman.dates import edtf
from peyman.dates.calendars import (
    GREGORIAN,
    ISLAMIC,
    KURDISH,
    PERSIAN,
    from_gregorian,
    month_bounds,
    season_bounds,
    year_bounds,
)
from peyman.dates.expression import Expression
from peyman.dates.listed_terms import WEEKDAYS
from peyman.dates.numeric import clock_in_daypart
from peyman.dates.parts import LAST, Part
from peyman.dates.vocabulary import Vocabulary
from peyman.model import DateConflict, DateKind, Edtf

#: A candidate against the tense must be nearer by so many days to be taken all the same, by how sure the tense is: not
#: said or another said nearby, none other said, what has come about or the past perfect, beyond doubt. Verbs tell less
#: well which month is meant than which day.
_DAY_AGAINST_TENSE = (130, 130, 300, 300, 10_000)
_AGAINST_TENSE = (130, 130, 130, 340, 10_000)
#: A stretch longer than this is a year and no month, in days.
_LONGER_THAN_MONTHS = 200
_MONTHS = 12
ANCHOR_STEP = {"same": 0, "following": 1, "previous": -1}


@dataclass(slots=True)
class Setting:
    """What surrounds an expression.

    Attributes:
        words: The vocabulary of its language.
        published: The day of publication, None where it is unknown.
        told: The days of the date told before, None where none was.
        told_day: The same for the last date that was a day.
        told_calendar: The calendar that the date told before was said in, None where it was said in none.
        ahead: A day after publication that the same sentence has told before.
        day_of_sentence: The day that the same sentence has told before.
        told_just_before: The day that the sentence before has told last.
        dated: Weekdays that the text names elsewhere together with their day.
        told_back: The last day told that does not lie after publication; `told_ahead` the last one that does.
        said_tense: -1 where the sentence looks back, 1 where it looks ahead, 0 where it does not say.
        look: Finds that out, asked at most once; None where `said_tense` holds. The further from 0, the surer.
        certainty: How sure the tense is, 0 to 4; at 4 no day is near enough to be taken against it.
        act: The day of the act that a limit counts from, None where it counts from publication.
        civil: The calendar that "this year" and "last month" are counted in.
        solar: Whether a month's name that is used in the Gregorian and the solar calendar means the solar month.
    """

    words: Vocabulary
    published: dt.date | None
    told: edtf.Bounds | None = None
    told_day: edtf.Bounds | None = None
    told_calendar: str | None = None
    ahead: dt.date | None = None
    day_of_sentence: dt.date | None = None
    told_just_before: dt.date | None = None
    dated: Mapping[int, dt.date] = field(default_factory=dict)
    told_back: edtf.Bounds | None = None
    told_ahead: edtf.Bounds | None = None
    said_tense: int = 0
    look: Callable[[], int] | None = None
    certainty: int = 0
    act: dt.date | None = None
    civil: str = GREGORIAN
    solar: bool = False

    @property
    def tense(self) -> int:
        """-1 where the sentence looks back, 1 where it looks ahead, 0 where it does not say."""
        if self.look is not None:
            said, self.look = self.look(), None
            self.certainty = abs(said)
            self.said_tense = (said > 0) - (said < 0)
        return self.said_tense

    def told_day_in_tense(self) -> edtf.Bounds | None:
        """Return the last day told that lies on the side of publication that the sentence looks to."""
        sided = self.told_ahead if self.tense > 0 else self.told_back if self.tense < 0 else None
        return sided or self.told_day

    def remember(self, resolved: Resolved) -> None:
        """Keep what an expression meant, for those behind it that count from it."""
        days = resolved.days
        if days is None or resolved.vague:
            return
        self.told = days
        self.told_calendar = resolved.calendars[0] if resolved.calendars else None
        if days[0] == days[1]:
            self.told_day = days
            if self.published is not None and days[0] > self.published:
                self.told_ahead = days
            else:
                self.told_back = days
            self.day_of_sentence = days[0]
            if self.published is not None and days[0] > self.published:
                self.ahead = days[0]


@dataclass(slots=True)  # not frozen, for speed
class Resolved:
    """What an expression means. `days` is None where that is not known; the rest as in `peyman.model.Date`."""

    value: Edtf | None
    days: edtf.Bounds | None
    kind: DateKind = "date"
    calendars: tuple[str, ...] = ()
    relative: bool = False
    vague: bool = False
    weekday: str | None = None
    conflict: DateConflict | None = None


@dataclass(slots=True)  # not frozen, for speed
class Candidate:
    """A candidate: its days, its value in EDTF, and the calendar it was reckoned in."""

    first: dt.date
    last: dt.date
    value: Edtf
    calendar: str = GREGORIAN
    relative: bool = False


UNRESOLVED = Resolved(None, None)


def resolved(
    span: Candidate, calendars: tuple[str, ...], expression: Expression, conflict: DateConflict | None, relative: bool
) -> Resolved:
    """Return a candidate as the meaning of an expression, with its time of day and weekday."""
    value, kind = span.value, "date"
    clock = expression.get("clock")
    single = span.first == span.last
    if clock is not None and single:
        value, kind = f"{span.value}T{hour_of_day(expression)}", "time"
    return Resolved(
        value,
        (span.first, span.last),
        "time" if kind == "time" else "date",
        calendars,
        relative,
        weekday=WEEKDAYS[span.first.weekday()].capitalize() if single else None,
        conflict=conflict,
    )


def hour_of_day(expression: Expression) -> str:
    """Return the time of day of an expression; "three in the afternoon" is 15:00:00."""
    daypart = expression.get("daypart")
    return clock_in_daypart(expression.parts["clock"].clock or "", daypart.daypart if daypart is not None else None)


def day_before(span: Candidate) -> Candidate:
    """Return the day before a candidate: the eve of a feast."""
    day = span.first - dt.timedelta(days=1)
    return replace(span, first=day, last=day, value=edtf.day(day))


def window(start: Edtf, end: Edtf, first: dt.date, last: dt.date) -> Resolved:
    """Return a stretch counted from publication."""
    return Resolved(edtf.interval(start, end), (first, last), relative=True)


def plain(value: Edtf, calendar: str = GREGORIAN, relative: bool = True) -> Candidate | None:
    """Return a Gregorian value as a candidate; None where it is no EDTF value."""
    limits = edtf.bounds(value)
    return Candidate(*limits, value, calendar, relative) if limits else None


def choose(spans: list[Candidate], wanted: int | None, parts: dict[str, Part], setting: Setting) -> Candidate | None:
    """The candidate that fits the weekday, then the words "next" and "last", then the tense, then publication best."""
    if not spans:
        return None
    if len(spans) == 1 or setting.published is None:
        return spans[0]
    published = setting.published
    direction = parts.get("direction")
    said = direction.direction if direction else None
    sign = {"next": 1, "last": -1, "past": -1}.get(said or "", 0)
    tense = 1 if said == "coming" else setting.tense
    against_tense = (_DAY_AGAINST_TENSE if "day" in parts else _AGAINST_TENSE)[setting.certainty]

    def cost(span: Candidate) -> tuple[bool, bool, int]:
        misfit = wanted is not None and span.first == span.last and span.first.weekday() != wanted
        if span.first <= published <= span.last:
            distance, side = 0, 0
        elif span.first > published:
            distance, side = (span.first - published).days, 1
        else:
            distance, side = (published - span.last).days, -1
        against = bool(sign) and side != sign
        if said == "this":
            against = False
        elif not sign and tense and side and side != tense:
            distance += against_tense
        return misfit, against, distance

    return min(spans, key=cost)


def possible_years(
    calendar: str, fixed: int | None, parts: dict[str, Part], setting: Setting
) -> Iterator[tuple[int, bool]]:
    """The years that a part can lie in, and whether they were reckoned from publication."""
    if fixed is not None:
        yield fixed, False
        return
    anchor = parts.get("anchor")
    if anchor is not None and anchor.unit == "year" and setting.told is not None:
        day = setting.told[0] if setting.told[0] != edtf.OPEN_START else setting.told[1]
        yield from_gregorian(calendar, day)[0] + ANCHOR_STEP.get(anchor.direction or "same", 0), True
        return
    if setting.published is None:
        return
    this_year = from_gregorian(calendar, setting.published)[0]
    relative = parts.get("relative")
    if relative is not None and relative.unit == "year":
        if calendar == ISLAMIC and setting.civil != ISLAMIC and relative.calendar is None:
            yield from _islamic_years(setting, relative.offset or 0)
        else:
            yield this_year + (relative.offset or 0), True
        return
    for step in (0, -1, 1):
        yield this_year + step, True


def _islamic_years(setting: Setting, offset: int) -> Iterator[tuple[int, bool]]:
    """The Islamic years that a civil year touches, the one that shares most days with it first."""
    assert setting.published is not None
    year = from_gregorian(setting.civil, setting.published)[0] + offset
    first, last = year_bounds(setting.civil, year)
    middle = first + (last - first) / 2
    for day in (middle, first, last):
        yield from_gregorian(ISLAMIC, day)[0], True


def civil_year(parts: Mapping[str, Part], setting: Setting) -> edtf.Bounds | None:
    """The days of the civil year that "last year" and the like name beside a part; None where they do not stand."""
    relative = parts.get("relative")
    if relative is None or relative.unit != "year" or setting.published is None or relative.calendar is not None:
        return None
    return year_bounds(setting.civil, from_gregorian(setting.civil, setting.published)[0] + (relative.offset or 0))


def nth_of(nth: Part, first: dt.date, last: dt.date, calendar: str) -> edtf.Bounds | None:
    """The n-th week, half or quarter of a stretch of days."""
    number = nth.nth or 1
    if nth.count is not None:
        return _several_of(nth, first, last, calendar)
    if number == LAST:
        if nth.unit == "week":
            return last - dt.timedelta(days=6), last
        number = {"half": 2, "quarter": 4}.get(nth.unit or "", 1)
    if calendar in (PERSIAN, KURDISH) and (last - first).days > 200:
        year = from_gregorian(calendar, first)[0]
        if nth.unit == "quarter" and number <= 4:
            return season_bounds(calendar, year, 20 + number)
        if nth.unit == "half" and number <= 2:
            return season_bounds(calendar, year, 19 + 2 * number)[0], season_bounds(calendar, year, 20 + 2 * number)[1]
    if nth.unit == "week":
        start = first + dt.timedelta(days=7 * (number - 1))
        return (start, min(start + dt.timedelta(days=6), last)) if start <= last else None
    days = (last - first).days + 1
    if nth.unit == "half" and number <= 2:
        if days > 200:
            middle = edtf.add_months(first, 6)
        else:
            middle = first + dt.timedelta(days=15)
        return (first, middle - dt.timedelta(days=1)) if number == 1 else (middle, last)
    if nth.unit == "quarter" and number <= 4 and days > 200:
        start = edtf.add_months(first, 3 * (number - 1))
        return start, min(edtf.add_months(start, 3) - dt.timedelta(days=1), last)
    return None


def _several_of(nth: Part, first: dt.date, last: dt.date, calendar: str) -> edtf.Bounds | None:
    """The first or last so many days, weeks or months of a stretch of days."""
    count = nth.count or 1
    if nth.unit in ("day", "week"):
        days = dt.timedelta(days=count * (7 if nth.unit == "week" else 1) - 1)
        cut = (last - days, last) if nth.nth == LAST else (first, first + days)
        return cut if first <= cut[0] and cut[1] <= last else None
    if nth.unit != "month" or count > _MONTHS or (last - first).days < _LONGER_THAN_MONTHS:
        return None
    year = from_gregorian(calendar, first)[0]
    if nth.nth == LAST:
        return month_bounds(calendar, year, _MONTHS + 1 - count)[0], last
    return first, month_bounds(calendar, year, count)[1]


def first_month(calendar: str, year: int) -> Candidate:
    """The beginning of a year: its first month."""
    first, last = month_bounds(calendar, year, 1)
    value = edtf.month(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
    return Candidate(first, last, value, calendar)


def year_calendar(part: Part, setting: Setting) -> str:
    """Return the calendar that a year is counted in: the one it names, or the usual one of its number."""
    if part.calendar is not None:
        return part.calendar
    year = part.year or 0
    calendar: str
    for calendar, years in setting.words.year_calendars:
        if year in years:
            return calendar
    return GREGORIAN


def week_start(day: dt.date, starts: int) -> dt.date:
    """Return the first day of the week that a day lies in; weeks start with 0 Monday … 6 Sunday."""
    return day - dt.timedelta(days=(day.weekday() - starts) % 7)


def moved_by(base: dt.date, unit: str, count: int) -> dt.date:
    """Return the day so many units away from another."""
    if unit in ("minute", "hour"):
        return base + dt.timedelta(days=math.trunc(count / (24 if unit == "hour" else 1440)))
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days is not None:
        return base + dt.timedelta(days=days * count)
    return edtf.add_months(
        base, count * {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120}.get(unit, 1200)
    )
