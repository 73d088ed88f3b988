"""From an expression to its days: EDTF level 1, the calendars that it used, and what in it disagrees.

What an expression leaves open is filled from, in this order: its own words, its weekday, the tense of its sentence,
the day of publication. A vague stretch is an open interval from publication's month on (or up to its day).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from peyman.dates import edtf
from peyman.dates.calendars import (
    GREGORIAN,
    ISLAMIC,
    KURDISH,
    PERSIAN,
    CalendarError,
    from_gregorian,
    month_bounds,
    season_bounds,
    to_gregorian,
    same_day,
    year_bounds,
)
from peyman.dates.expressions import Expression, calendars_of
from peyman.dates.parts import Part
from peyman.dates.vocabulary import WEEKDAYS, Vocabulary
from peyman.model import DateConflict, DateKind, Edtf

#: A candidate against the tense must be nearer by so many days to be taken all the same.
_AGAINST_TENSE = 130
_LATEST_GREGORIAN_SOLAR = 1600


@dataclass(slots=True)
class Setting:
    """What surrounds an expression.

    Attributes:
        words: The vocabulary of its language.
        published: The day of publication, None where it is unknown.
        told: The days of the date told before, None where none was.
        told_day: The same for the last date that was a day.
        ahead: A day after publication that the same sentence has told before.
        tense: -1 where the sentence looks back, 1 where it looks ahead, 0 where it does not say.
        civil: The calendar that "this year" and "last month" are counted in.
        solar: Whether a month's name that is used in the Gregorian and the solar calendar means the solar month.
    """

    words: Vocabulary
    published: dt.date | None
    told: edtf.Bounds | None = None
    told_day: edtf.Bounds | None = None
    ahead: dt.date | None = None
    tense: int = 0
    civil: str = GREGORIAN
    solar: bool = False


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Span:
    """A candidate: its days, its value in EDTF, and the calendar it was reckoned in."""

    first: dt.date
    last: dt.date
    value: Edtf
    calendar: str = GREGORIAN
    relative: bool = False


_UNRESOLVED = Resolved(None, None)
_BAD = (CalendarError, ValueError, OverflowError)


def resolve(expression: Expression, setting: Setting) -> Resolved:
    """Resolve an expression.

    Args:
        expression: The expression.
        setting: Publication, tense and what was told before.

    Returns:
        Its meaning; `value` is None where it depends on a publication date that is not known.
    """
    try:
        resolved = _range(expression, setting) if expression.end is not None else _one(expression, setting)
    except _BAD:
        return _UNRESOLVED
    if expression.deadline and resolved.value and "/" not in resolved.value[:3] and not resolved.vague:
        end = resolved.value.rpartition("/")[2]
        if end != edtf.OPEN:
            resolved = replace(resolved, value=edtf.interval(None, end))
    return resolved


def _range(expression: Expression, setting: Setting) -> Resolved:
    """A range: what its beginning leaves open is taken from its end, and its end lies behind its beginning."""
    assert expression.end is not None
    end_parts = dict(expression.end.parts)
    start_parts = dict(expression.parts)
    year = next((part for part in end_parts.values() if part.explicit_year and part.kind in ("day", "month")), None)
    for kind in ("day", "month", "season"):
        part = start_parts.get(kind)
        if part is not None and part.year is None and year is not None and "year" not in start_parts:
            start_parts[kind] = replace(part, year=year.year, calendar=year.calendar, explicit_year=True)
    for kind in ("year", "direction", "anchor"):
        if kind in end_parts and kind not in start_parts and "relative" not in start_parts and not any(
            part.explicit_year for part in start_parts.values()
        ):
            start_parts[kind] = end_parts[kind]
    if "relative" in end_parts and end_parts["relative"].unit == "year" and "relative" not in start_parts and (
        {"day", "month"} & start_parts.keys()
    ) and not any(part.explicit_year for part in start_parts.values()) and False:
        start_parts["relative"] = end_parts["relative"]
    last = _one(replace(expression.end, end=None, parts=end_parts), setting)
    first = _one(replace(expression, end=None, parts=start_parts), setting)
    if first.days is None or last.days is None:
        return _UNRESOLVED
    if first.days[0] > last.days[0]:
        first, last = _in_order(start_parts, end_parts, expression, setting, first, last)
    if first.days is None or last.days is None or first.days[0] > last.days[1]:
        return _UNRESOLVED
    value = edtf.interval(_start_of(first.value), _end_of(last.value))
    calendars = tuple(dict.fromkeys((*first.calendars, *last.calendars)))
    return Resolved(
        value, (first.days[0], last.days[1]), "date", calendars, first.relative or last.relative,
        conflict=first.conflict or last.conflict,
    )  # fmt: skip


def _in_order(
    start_parts: dict[str, Part],
    end_parts: dict[str, Part],
    expression: Expression,
    setting: Setting,
    first: Resolved,
    last: Resolved,
) -> tuple[Resolved, Resolved]:
    """Move the end that names no year by a year (a weekday by a week), so that a range does not run backwards."""
    assert expression.end is not None and first.days is not None and last.days is not None
    step = 7 if "weekday" in end_parts and not {"day", "month"} & end_parts.keys() else None
    if step is not None:
        moved = first.days[0] - dt.timedelta(days=step)
        if setting.tense >= 0:
            later = last.days[0] + dt.timedelta(days=step)
            return first, replace(last, value=edtf.day(later), days=(later, later))
        return replace(first, value=edtf.day(moved), days=(moved, moved)), last
    end_fixed = any(part.explicit_year for part in end_parts.values()) or "year" in end_parts
    nearby = replace(setting, published=last.days[0] if end_fixed or setting.tense < 0 else first.days[0])
    nearby.tense = -1 if end_fixed or setting.tense < 0 else 1
    if end_fixed or setting.tense < 0:
        start_parts = {k: replace(p, year=None, explicit_year=False) if p.kind in ("day", "month") else p for k, p in start_parts.items() if k != "year"}
        return _one(replace(expression, end=None, parts=start_parts), nearby), last
    return first, _one(replace(expression.end, end=None, parts=end_parts), nearby)


def _start_of(value: Edtf | None) -> Edtf | None:
    return value.partition("/")[0] if value else None


def _end_of(value: Edtf | None) -> Edtf | None:
    return value.rpartition("/")[2] if value else None


def _one(expression: Expression, setting: Setting) -> Resolved:
    parts = expression.parts
    for kind, read in _READERS:
        part = parts.get(kind)
        if part is not None:
            return read(part, expression, setting)
    return _UNRESOLVED


# -- days and months --------------------------------------------------------------------------------------------


def _day(part: Part, expression: Expression, setting: Setting) -> Resolved:
    parts = expression.parts
    weekday = parts.get("weekday")
    wanted = weekday.weekday if weekday and weekday.weekday_to is None else None
    said = [part, *(other for other in expression.others if other.kind == "day")]
    chosen = [(one, _choose(list(_candidates(one, parts, setting)), wanted, parts, setting)) for one in said]
    found = [(one, span) for one, span in chosen if span is not None]
    if not found:
        return _UNRESOLVED
    span, conflict = _agree([span for _, span in found], wanted, parts, setting)
    deictic = parts.get("relative")
    if conflict is None and wanted is not None and span.first.weekday() != wanted and span.first == span.last:
        nearest = span.first + dt.timedelta(days=(wanted - span.first.weekday() + 3) % 7 - 3)
        if not same_day(span.calendar, span.first, nearest):
            conflict = DateConflict(between=["weekday", span.calendar], values=[edtf.day(nearest), span.value])
        if abs((nearest - span.first).days) <= 1:  # a conversion between calendars errs by a day, a weekday seldom
            span = _Span(nearest, nearest, edtf.day(nearest), span.calendar, span.relative)
    if deictic is not None and deictic.unit == "day" and setting.published is not None and conflict is None:
        meant = setting.published + dt.timedelta(days=deictic.offset or 0)
        if span.first == span.last and not same_day(span.calendar, span.first, meant) and deictic.direction is None:
            conflict = DateConflict(between=["publication", span.calendar], values=[edtf.day(meant), span.value])
    calendars = tuple(dict.fromkeys(span.calendar for _, span in found))
    return _resolved(span, calendars, expression, conflict, any(span.relative for _, span in found))


def _resolved(
    span: _Span, calendars: tuple[str, ...], expression: Expression, conflict: DateConflict | None, relative: bool
) -> Resolved:
    value, kind = span.value, "date"
    clock = expression.get("clock")
    single = span.first == span.last
    if clock is not None and single:
        value, kind = f"{span.value}T{clock.clock}", "time"
    return Resolved(
        value,
        (span.first, span.last),
        "time" if kind == "time" else "date",
        calendars,
        relative,
        weekday=WEEKDAYS[span.first.weekday()].capitalize() if single else None,
        conflict=conflict,
    )


def _agree(
    spans: list[_Span], wanted: int | None, parts: dict[str, Part], setting: Setting
) -> tuple[_Span, DateConflict | None]:
    """Of the days that several calendars name, the one that weekday and publication speak for; and the conflict."""
    exact = sorted(spans, key=lambda span: span.calendar == ISLAMIC)
    best = exact[0]
    others = [s for s in exact[1:] if not _same(best, s)]
    if not others:
        return best, None
    deictic = parts.get("relative")
    meant = None
    if deictic is not None and deictic.unit == "day" and setting.published is not None:
        meant = setting.published + dt.timedelta(days=deictic.offset or 0)

    def speaks_against(span: _Span) -> tuple[bool, bool, int, bool]:
        near = abs((span.first - setting.published).days) if setting.published else 0
        return (
            meant is not None and span.first != meant,
            wanted is not None and span.first.weekday() != wanted,
            near if near <= 1 else 2,
            False,
        )

    chosen = min(exact, key=speaks_against)
    return chosen, DateConflict(between=[s.calendar for s in spans], values=[s.value for s in spans])


def _same(a: _Span, b: _Span) -> bool:
    calendar = ISLAMIC if ISLAMIC in (a.calendar, b.calendar) else a.calendar
    return same_day(calendar, a.first, b.first) and same_day(calendar, a.last, b.last)


def _reckoned(part: Part) -> Iterator[tuple[str, int]]:
    """The calendars and months that a part can mean, those that its year allows."""
    allowed = calendars_of(part)
    for calendar, month in part.months:
        if calendar in (PERSIAN, KURDISH):
            if PERSIAN in allowed and calendar not in allowed:
                calendar = PERSIAN
            elif KURDISH in allowed and calendar not in allowed:
                calendar = KURDISH
        if calendar in allowed:
            yield calendar, month


def _candidates(part: Part, parts: dict[str, Part], setting: Setting) -> Iterator[_Span]:
    """Every day (or month, where no day is said) that a part can mean near publication, or in the year it names."""
    if not part.months:  # a day of a month that is told by its place: the 20th of this month
        yield from _day_of_told_month(part, parts, setting)
        return
    reckoned = list(dict.fromkeys(_reckoned(part)))
    if part.year is None and len({calendar for calendar, _ in reckoned}) > 1:
        named = [(calendar, month) for calendar, month in reckoned if (calendar == GREGORIAN) != setting.solar]
        reckoned = named or reckoned
    for calendar, month in reckoned:
        fixed = part.year
        own = parts.get("year")
        if fixed is None and own is not None:
            fixed = own.year
        for year, relative in _years(calendar, fixed, parts, setting):
            try:
                if part.day is None:
                    first, last = month_bounds(calendar, year, month)
                    value = edtf.month(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
                else:
                    first = to_gregorian(calendar, year, month, part.day)
                    last = to_gregorian(calendar, year, month, part.day_to) if part.day_to else first
                    value = edtf.interval(edtf.day(first), edtf.day(last))
            except CalendarError:
                continue
            yield _Span(first, last, value, calendar, relative)


def _years(calendar: str, fixed: int | None, parts: dict[str, Part], setting: Setting) -> Iterator[tuple[int, bool]]:
    """The years that a part can lie in, and whether they were reckoned from publication."""
    if fixed is not None:
        yield fixed, False
        return
    anchor = parts.get("anchor")
    if anchor is not None and anchor.unit == "year" and setting.told is not None:
        day = setting.told[0] if setting.told[0] != edtf.OPEN_START else setting.told[1]
        yield from_gregorian(calendar, day)[0] + _ANCHOR_STEP.get(anchor.direction or "same", 0), True
        return
    if setting.published is None:
        return
    this_year = from_gregorian(calendar, setting.published)[0]
    relative = parts.get("relative")
    if relative is not None and relative.unit == "year":
        yield this_year + (relative.offset or 0), True
        return
    for step in (0, -1, 1):
        yield this_year + step, True


_ANCHOR_STEP = {"same": 0, "following": 1, "previous": -1}


def _day_of_told_month(part: Part, parts: dict[str, Part], setting: Setting) -> Iterator[_Span]:
    if part.direction is not None:
        if setting.told is None:
            return
        base = setting.told[0] if setting.told[0] != edtf.OPEN_START else setting.told[1]
        calendar, step = setting.civil if setting.told[0] != setting.told[1] else GREGORIAN, _ANCHOR_STEP.get(part.direction, 0)
        if setting.told[0] != setting.told[1] and setting.told[0].day == 1:
            calendar = GREGORIAN
    else:
        if setting.published is None:
            return
        base, calendar, step = setting.published, setting.civil, part.offset or 0
    year, month, _ = from_gregorian(calendar, base)
    index = year * 12 + month - 1 + step
    year, month = index // 12, index % 12 + 1
    try:
        first = to_gregorian(calendar, year, month, part.day or 1)
        last = to_gregorian(calendar, year, month, part.day_to) if part.day_to else first
    except CalendarError:
        return
    yield _Span(first, last, edtf.interval(edtf.day(first), edtf.day(last)), calendar, True)


def _choose(spans: list[_Span], wanted: int | None, parts: dict[str, Part], setting: Setting) -> _Span | None:
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

    def cost(span: _Span) -> tuple[bool, bool, int]:
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
            distance += _AGAINST_TENSE
        return misfit, against, distance

    return min(spans, key=cost)


def _month(part: Part, expression: Expression, setting: Setting) -> Resolved:
    nth = expression.get("nth")
    said = [part, *(other for other in expression.others if other.kind == "month")]
    spans = [
        span for one in said if (span := _choose(list(_candidates(one, expression.parts, setting)), None, expression.parts, setting))
    ]
    if not spans:
        return _UNRESOLVED
    span = spans[0]
    if nth is not None:
        cut = _nth_of(nth, span.first, span.last, span.calendar)
        if cut is not None:
            return Resolved(edtf.run_of_days(*cut), cut, "date", (span.calendar,), span.relative)
    edge = expression.get("edge")
    if edge is not None and edge.edge in ("first", "last"):
        day = span.first if edge.edge == "first" else span.last
        return _resolved(
            _Span(day, day, edtf.day(day), span.calendar, span.relative), (span.calendar,), expression, None, span.relative
        )
    calendars = tuple(dict.fromkeys(span.calendar for span in spans))
    conflict = None
    if len(spans) > 1 and not any(a.first <= b.last and b.first <= a.last for a, b in [(spans[0], s) for s in spans[1:]]):
        conflict = DateConflict(between=[s.calendar for s in spans], values=[s.value for s in spans])
    return Resolved(span.value, (span.first, span.last), "date", calendars, span.relative, conflict=conflict)


def _nth_of(nth: Part, first: dt.date, last: dt.date, calendar: str) -> edtf.Bounds | None:
    """The n-th week, half or quarter of a stretch of days."""
    number = nth.nth or 1
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


# -- weekdays ---------------------------------------------------------------------------------------------------


def _weekday(part: Part, expression: Expression, setting: Setting) -> Resolved:
    published = setting.published
    if published is None or part.weekday is None:
        return _UNRESOLVED
    relative = expression.get("relative")
    direction = expression.get("direction")
    conflict = None
    if relative is not None and relative.unit == "day":
        day = published + dt.timedelta(days=relative.offset or 0)
        if day.weekday() != part.weekday:
            named = day + dt.timedelta(days=(part.weekday - day.weekday() + 3) % 7 - 3)
            conflict = DateConflict(between=["publication", "weekday"], values=[edtf.day(day), edtf.day(named)])
    elif relative is not None and relative.unit == "week":
        start = _week_start(published, setting.words.week_starts) + dt.timedelta(days=7 * (relative.offset or 0))
        day = start + dt.timedelta(days=(part.weekday - start.weekday()) % 7)
    elif direction is not None and direction.direction in ("next", "coming"):
        day = published + dt.timedelta(days=(part.weekday - published.weekday() - 1) % 7 + 1)
    elif direction is not None and direction.direction in ("last", "past"):
        day = published - dt.timedelta(days=(published.weekday() - part.weekday - 1) % 7 + 1)
    elif direction is not None and direction.direction == "this" and setting.tense == 0:
        start = _week_start(published, setting.words.week_starts)
        day = start + dt.timedelta(days=(part.weekday - start.weekday()) % 7)
    elif setting.tense > 0 and setting.ahead is not None:
        day = setting.ahead + dt.timedelta(days=(part.weekday - setting.ahead.weekday() - 1) % 7 + 1)
    elif setting.tense > 0:
        day = published + dt.timedelta(days=(part.weekday - published.weekday()) % 7)
    else:
        day = published - dt.timedelta(days=(published.weekday() - part.weekday) % 7)
    last = day
    if part.weekday_to is not None:
        gap = (part.weekday_to - part.weekday) % 7
        last = day + dt.timedelta(days=gap)
        if setting.tense <= 0 and last > published and direction is None and relative is None:
            day, last = day - dt.timedelta(days=7), last - dt.timedelta(days=7)
    span = _Span(day, last, edtf.interval(edtf.day(day), edtf.day(last)), relative=True)
    return _resolved(span, (), expression, conflict, True)


def _week_start(day: dt.date, starts: int) -> dt.date:
    return day - dt.timedelta(days=(day.weekday() - starts) % 7)


# -- relative stretches -----------------------------------------------------------------------------------------


def _relative(part: Part, expression: Expression, setting: Setting) -> Resolved:
    published = setting.published
    if published is None:
        return _UNRESOLVED
    span = _stretch(part.unit or "day", published, part.offset or 0, setting, part.calendar)
    if span is None:
        return _UNRESOLVED
    if part.direction == "remaining":
        if part.unit == "year" and span.calendar == GREGORIAN:
            return Resolved(
                edtf.interval(edtf.month(published), f"{span.last.year:04d}-12"), (published, span.last), relative=True
            )
        return Resolved(
            edtf.interval(edtf.day(published), edtf.day(span.last)), (published, span.last), relative=True
        )
    nth, edge = expression.get("nth"), expression.get("edge")
    if nth is not None:
        cut = _nth_of(nth, span.first, span.last, span.calendar)
        if cut is not None:
            return Resolved(edtf.run_of_days(*cut), cut, relative=True)
    if edge is not None and edge.edge == "start" and part.unit == "year":
        span = replace(_first_month(span.calendar, from_gregorian(span.calendar, span.first)[0]), relative=True)
    return _resolved(span, (span.calendar,) if span.calendar != GREGORIAN else (), expression, None, True)


def _stretch(unit: str, base: dt.date, offset: int, setting: Setting, calendar: str | None = None) -> _Span | None:
    """The day, week, month, … so many away from the one that a day lies in."""
    if unit == "day":
        day = base + dt.timedelta(days=offset)
        return _Span(day, day, edtf.day(day), relative=True)
    if unit in ("week", "weekend", "fortnight"):
        first = _week_start(base, setting.words.week_starts) + dt.timedelta(days=7 * offset)
        last = first + dt.timedelta(days=6)
        if unit == "weekend":
            first = last - dt.timedelta(days=1)
        return _Span(first, last, edtf.interval(edtf.day(first), edtf.day(last)), relative=True)
    calendar = calendar or setting.civil
    if unit == "month":
        year, month, _ = from_gregorian(calendar, base)
        index = year * 12 + month - 1 + offset
        first, last = month_bounds(calendar, index // 12, index % 12 + 1)
        value = edtf.month(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
        return _Span(first, last, value, calendar, True)
    if unit == "year":
        number = from_gregorian(calendar, base)[0] + offset
        first, last = year_bounds(calendar, number)
        value = edtf.year(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
        return _Span(first, last, value, calendar, True)
    if unit == "quarter":
        start = dt.date(base.year, (base.month - 1) // 3 * 3 + 1, 1)
        first = edtf.add_months(start, 3 * offset)
        last = edtf.month_end(edtf.add_months(first, 2))
        return _Span(first, last, edtf.interval(edtf.month(first), edtf.month(last)), relative=True)
    if unit == "season":
        season = 21 + (base.month % 12) // 3 - 1 if base.month not in (12, 1, 2) else 24
        year = base.year - (base.month < 3)
        index = year * 4 + season - 21 + offset
        value = f"{index // 4:04d}-{index % 4 + 21}"
        limits = edtf.bounds(value)
        return _Span(*limits, value, relative=True) if limits else None
    if unit == "decade":
        if offset:
            first_year = base.year if offset > 0 else base.year - 10
            return _Span(
                dt.date(first_year, 1, 1), dt.date(first_year + 10, 12, 31), f"{first_year:04d}/{first_year + 10:04d}", relative=True
            )
        return _plain(f"{base.year // 10:03d}X")
    if unit == "century":
        return _plain(f"{base.year // 100 + offset:02d}XX")
    return None


def _plain(value: Edtf, calendar: str = GREGORIAN, relative: bool = True) -> _Span | None:
    limits = edtf.bounds(value)
    return _Span(*limits, value, calendar, relative) if limits else None


def _counted(part: Part, expression: Expression, setting: Setting) -> Resolved:
    published = setting.published
    if published is None:
        return _UNRESOLVED
    shift, count, unit = part.shift or "ago", part.count, part.unit or "day"
    forward = shift in ("ahead", "later", "within", "next")
    if count is None:
        if forward and shift != "next" and setting.tense < 0:
            return _UNRESOLVED
        return _vague(part, expression, setting, forward)
    base = published
    if shift == "ahead" and setting.tense < 0:
        shift = "later"  # "after two days they left": after the day told before
        if setting.told is None:
            return _UNRESOLVED
    if shift == "earlier" and setting.told is not None and setting.told[0] > published:
        shift = "ago"
    if shift in ("later", "earlier") and setting.told is not None:
        told = setting.told[1] if forward else setting.told[0]
        base = told if told not in (edtf.OPEN_START, edtf.OPEN_END) else setting.told[0 if forward else 1]
    moved = _moved(base, unit, count if forward else -count)
    if shift in ("within", "next"):
        if shift == "next" and count == 1 and unit in ("year", "month", "decade"):
            return _window(edtf.month(base), edtf.month(moved), base, moved)
        if unit == "decade":
            return _window(edtf.year(base), edtf.year(moved), base, moved)
        return _window(edtf.day(base), edtf.day(moved), base, moved)
    if shift == "last":
        if count == 1 and unit in ("year", "month", "decade"):
            return _window(edtf.month(moved), edtf.month(base), moved, base)
        if unit in ("year", "decade"):
            return _window(edtf.year(moved), edtf.year(base), moved, base)
        return _window(edtf.day(moved), edtf.day(base), moved, base)
    if unit in ("year", "decade", "century"):
        span = _Span(moved.replace(month=1, day=1), moved.replace(month=12, day=31), edtf.year(moved), relative=True)
    elif unit == "month":
        span = _Span(moved.replace(day=1), edtf.month_end(moved), edtf.month(moved), relative=True)
    else:
        span = _Span(moved, moved, edtf.day(moved), relative=True)
    return _resolved(span, (), expression, None, True)


def _window(start: Edtf, end: Edtf, first: dt.date, last: dt.date) -> Resolved:
    return Resolved(edtf.interval(start, end), (first, last), relative=True)


def _moved(base: dt.date, unit: str, count: int) -> dt.date:
    if unit in ("minute", "hour"):
        return base + dt.timedelta(days=int(count / (24 if unit == "hour" else 1440)))
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days is not None:
        return base + dt.timedelta(days=days * count)
    return edtf.add_months(base, count * {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120}.get(unit, 1200))


def _vague(part: Part, expression: Expression, setting: Setting, forward: bool | None = None) -> Resolved:
    published = setting.published
    if published is None:
        return Resolved(None, None, vague=True, relative=True)
    ahead = forward if forward is not None else part.vague == "future"
    if ahead:
        days = (published.replace(day=1), edtf.OPEN_END)
        return Resolved(edtf.interval(edtf.month(published), None), days, vague=True, relative=True)
    return Resolved(edtf.interval(None, edtf.day(published)), (edtf.OPEN_START, published), vague=True, relative=True)


def _anchor(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """ "The same day", "that month", "the following week": counted from the date told before."""
    told = setting.told_day if part.unit == "day" and setting.told_day is not None else setting.told
    if told is None:
        return _UNRESOLVED
    first, last = told
    if first == edtf.OPEN_START or last == edtf.OPEN_END:
        return _UNRESOLVED
    step = _ANCHOR_STEP.get(part.direction or "same", 0)
    unit = part.unit or "day"
    if unit == "time" or (unit == "day" and step == 0):
        span = _Span(first, last, edtf.run_of_days(first, last), relative=True)
    elif unit == "day":
        day = last + dt.timedelta(days=1) if step > 0 else first - dt.timedelta(days=1)
        span = _Span(day, day, edtf.day(day), relative=True)
    else:
        gregorian_month = first.day == 1 or first == last
        stretch = _stretch(unit, first, step, setting, GREGORIAN if gregorian_month else None)
        if stretch is None:
            return _UNRESOLVED
        span = stretch
    return _resolved(span, (), expression, None, True)


# -- years and longer -------------------------------------------------------------------------------------------


def _year_calendar(part: Part, setting: Setting) -> str:
    if part.calendar is not None:
        return part.calendar
    year = part.year or 0
    for calendar, years in setting.words.year_calendars:
        if year in years:
            return calendar
    return GREGORIAN


def _year(part: Part, expression: Expression, setting: Setting) -> Resolved:
    if part.year is None:
        return _UNRESOLVED
    calendar = _year_calendar(part, setting)
    first, last = year_bounds(calendar, part.year)[0], year_bounds(calendar, part.year_to or part.year)[1]
    direction = expression.get("direction")
    published = setting.published
    if direction is not None and direction.direction == "remaining" and published is not None:
        if calendar == GREGORIAN and first <= published <= last:
            return _window(edtf.month(published), f"{last.year:04d}-12", published, last)
    nth = expression.get("nth")
    if nth is not None:
        cut = _nth_of(nth, first, last, calendar)
        if cut is not None:
            value = edtf.interval(edtf.month(cut[0]), edtf.month(cut[1])) if calendar == GREGORIAN and nth.unit != "week" else edtf.run_of_days(*cut)
            return Resolved(value, cut, "date", (calendar,))
    edge = expression.get("edge")
    if edge is not None and edge.edge == "start":
        span = _first_month(calendar, part.year)
        return Resolved(span.value, (span.first, span.last), "date", (calendar,))
    if calendar == GREGORIAN:
        value = edtf.interval(edtf.year(first), edtf.year(last))
    else:
        value = edtf.interval(edtf.day(first), edtf.day(last))
    return Resolved(value, (first, last), "date", (calendar,))


def _first_month(calendar: str, year: int) -> _Span:
    """The beginning of a year: its first month."""
    first, last = month_bounds(calendar, year, 1)
    value = edtf.month(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
    return _Span(first, last, value, calendar)


def _season(part: Part, expression: Expression, setting: Setting) -> Resolved:
    season = part.season or 21
    own, relative, anchor = expression.get("year"), expression.get("relative"), expression.get("anchor")
    calendar = _year_calendar(own, setting) if own else setting.civil
    if calendar not in (PERSIAN, KURDISH):
        calendar = GREGORIAN
    fixed = own.year if own else None
    spans = []
    for year, is_relative in _years(calendar, fixed, expression.parts, setting):
        if calendar == GREGORIAN:
            span = _plain(f"{year:04d}-{season}", relative=is_relative)
        else:
            first, last = season_bounds(calendar, year, season)
            span = _Span(first, last, edtf.interval(edtf.day(first), edtf.day(last)), calendar, is_relative)
        if span is not None:
            spans.append(span)
    chosen = _choose(spans, None, expression.parts, setting)
    if chosen is None:
        return _UNRESOLVED
    return Resolved(chosen.value, (chosen.first, chosen.last), "date", (chosen.calendar,), chosen.relative or bool(relative or anchor))


def _decade(part: Part, expression: Expression, setting: Setting) -> Resolved:
    decade = part.decade or 0
    calendar = _year_calendar(replace(part, year=decade * 10), setting)
    if calendar != GREGORIAN:
        first, last = year_bounds(calendar, decade * 10)[0], year_bounds(calendar, decade * 10 + 9)[1]
        return Resolved(edtf.interval(edtf.day(first), edtf.day(last)), (first, last), "date", (calendar,))
    span = _plain(f"{decade:03d}X")
    return Resolved(span.value, (span.first, span.last), "date", (GREGORIAN,)) if span else _UNRESOLVED


def _century(part: Part, expression: Expression, setting: Setting) -> Resolved:
    number = part.century or 1
    calendar = part.calendar or GREGORIAN
    if calendar == GREGORIAN:
        span = _plain(f"{number - 1:02d}XX")
        return Resolved(span.value, (span.first, span.last), "date", (GREGORIAN,)) if span else _UNRESOLVED
    first, last = year_bounds(calendar, (number - 1) * 100 + 1)[0], year_bounds(calendar, number * 100)[1]
    return Resolved(edtf.interval(edtf.year(first), edtf.year(last)), (first, last), "date", (calendar,))


def _holiday(part: Part, expression: Expression, setting: Setting) -> Resolved:
    if part.holiday is None:
        return _UNRESOLVED
    calendar, month, day, length = part.holiday
    own = expression.get("year")
    spans = []
    year_relative = False
    if own is not None and own.year is not None:
        bounds = year_bounds(_year_calendar(own, setting), own.year)
        years = [from_gregorian(calendar, bounds[0])[0] + step for step in (0, 1)]
    else:
        reckoned = list(_years(calendar, None, expression.parts, setting))
        years, year_relative = [year for year, _ in reckoned], True
    for year in years:
        try:
            first = to_gregorian(calendar, year, month, day)
        except CalendarError:
            continue
        last = first + dt.timedelta(days=length - 1)
        if own is None or own.year is None or bounds[0] <= first <= bounds[1]:
            spans.append(_Span(first, last, edtf.interval(edtf.day(first), edtf.day(last)), calendar, year_relative))
    chosen = _choose(spans, None, expression.parts, setting)
    if chosen is None:
        return _UNRESOLVED
    return _resolved(chosen, (calendar,), expression, None, year_relative)


def _clock(part: Part, expression: Expression, setting: Setting) -> Resolved:
    if setting.published is None:
        return _UNRESOLVED
    day = setting.published
    return Resolved(
        f"{edtf.day(day)}T{part.clock}", (day, day), "time", (), True, weekday=WEEKDAYS[day.weekday()].capitalize()
    )


def _unit(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """ "The end of the month" without a name: the one that publication lies in."""
    if setting.published is None:
        return _UNRESOLVED
    span = _stretch(part.unit or "month", setting.published, 0, setting, part.calendar)
    edge = expression.get("edge")
    if span is not None and edge is not None and edge.edge == "start" and part.unit == "year":
        span = replace(_first_month(span.calendar, from_gregorian(span.calendar, span.first)[0]), relative=True)
    return _resolved(span, (span.calendar,) if span.calendar != GREGORIAN else (), expression, None, True) if span else _UNRESOLVED


_READERS: tuple[tuple[str, Callable[[Part, Expression, Setting], Resolved]], ...] = (
    ("day", _day),
    ("month", _month),
    ("weekday", _weekday),
    ("season", _season),
    ("holiday", _holiday),
    ("decade", _decade),
    ("century", _century),
    ("year", _year),
    ("relative", _relative),
    ("counted", _counted),
    ("anchor", _anchor),
    ("vague", _vague),
    ("clock", _clock),
    ("unit", _unit),
)
