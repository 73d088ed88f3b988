"""Days, months and weekdays: which one is meant where the year, the week or the calendar is left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from peyman.dates import edtf
from peyman.dates.calendars import (
    GREGORIAN,
    ISLAMIC,
    KURDISH,
    PERSIAN,
    CalendarError,
    from_gregorian,
    month_bounds,
    same_day,
    to_gregorian,
)
from peyman.dates.candidates import (
    ANCHOR_STEP,
    UNRESOLVED,
    Candidate,
    Resolved,
    Setting,
    choose,
    civil_year,
    day_before,
    moved_by,
    nth_of,
    possible_years,
    resolved,
    week_start,
    window,
)
from peyman.dates.expression import Expression, calendars_of
from peyman.dates.parts import EVE, LAST, WEEKS_BY_DAY, Part
from peyman.model import DateConflict

#: A stamp lies so many days from publication at most, and what lies further away than `_APART` is none.
_BESIDE, _APART = 3, 20
#: A day that its weekday bears out lies so many days from publication at most.
_FORTNIGHT = 14
_MONTHS = 12
#: Years that no month of another calendar can be of: they are the civil ones.
_CIVIL_YEARS = range(1600, 2600)


def resolve_day(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a day of a month, in one calendar or in several."""
    parts = expression.parts
    if part.ambiguous:
        ordered = (
            _in_publisher_order(part, setting) if part.year is not None else _in_borne_out_order(part, parts, setting)
        )
        if ordered is None:
            return UNRESOLVED
        part = ordered
    wanted = _weekday_of(parts)
    said = [part, *(other for other in expression.others if other.kind == "day")]
    chosen = [(one, choose(list(_candidates(one, parts, setting)), wanted, parts, setting)) for one in said]
    found = [(one, span) for one, span in chosen if span is not None]
    if not found:
        return UNRESOLVED
    span, conflict = _agree([span for _, span in found], wanted, parts, setting)
    weekday = parts.get("weekday")
    counted = _counted_weekday(weekday, part, span) if weekday is not None and len(found) == 1 else None
    if counted is not None:
        return resolved(counted, (span.calendar,), expression, None, span.relative)
    deictic = parts.get("relative")
    if conflict is None and wanted is not None and span.first.weekday() != wanted and span.first == span.last:
        nearest = span.first + dt.timedelta(days=(wanted - span.first.weekday() + 3) % 7 - 3)
        if not same_day(span.calendar, span.first, nearest):
            conflict = DateConflict(between=["weekday", span.calendar], values=[edtf.day(nearest), span.value])
        if abs((nearest - span.first).days) <= 1:  # a conversion between calendars errs by a day, a weekday seldom
            span = Candidate(nearest, nearest, edtf.day(nearest), span.calendar, span.relative)
    if deictic is not None and deictic.unit == "day" and setting.published is not None and conflict is None:
        meant = setting.published + dt.timedelta(days=deictic.offset or 0)
        if span.first == span.last and not same_day(span.calendar, span.first, meant) and deictic.direction is None:
            conflict = DateConflict(between=["publication", span.calendar], values=[edtf.day(meant), span.value])
    calendars = tuple(dict.fromkeys(span.calendar for _, span in found))
    if part.shift == "within" and part.count is not None and span.first == span.last:
        end = moved_by(span.first, part.unit or "day", part.count)
        return replace(window(edtf.day(span.first), edtf.day(end), span.first, end), calendars=calendars)
    edge = parts.get("edge")
    if edge is not None and edge.edge == EVE:
        span = day_before(span)
    week = _week_of(span.first, parts, setting)
    if week is not None:
        span = replace(span, first=week, last=week + dt.timedelta(days=6))
        span.value = edtf.interval(edtf.day(span.first), edtf.day(span.last))
    return resolved(span, calendars, expression, conflict, any(span.relative for _, span in found))


def _counted_weekday(weekday: Part, part: Part, span: Candidate) -> Candidate | None:
    """The first Monday where "Monday the first of November" is none; None where the day is one, or no ordinal said."""
    if part.nth is None or weekday.last > part.first or span.first.weekday() == weekday.weekday:
        return None
    if weekday.weekday_to is not None or span.calendar != GREGORIAN:
        return None
    month = replace(span, first=span.first.replace(day=1), last=edtf.month_end(span.first))
    return _nth_weekday(replace(weekday, nth=part.nth), month)


def _week_of(day: dt.date, parts: dict[str, Part], setting: Setting) -> dt.date | None:
    """The first day of the week that a day stands for: "the week of 10 November", "the week ending on the 10th"."""
    edge, unit = parts.get("edge"), parts.get("unit")
    if edge is not None and edge.edge in WEEKS_BY_DAY:
        return day if edge.edge == "week_from" else day - dt.timedelta(days=6)
    return week_start(day, setting.words.week_starts) if unit is not None and unit.unit == "week" else None


def _in_publisher_order(part: Part, setting: Setting) -> Part:
    """A date in digits with day and month changed round, if only so it lies beside publication."""
    if setting.published is None or part.year is None or part.day is None or part.day_to is not None:
        return part
    calendar, month = part.months[0]
    try:
        read, swapped = (to_gregorian(calendar, part.year, *pair) for pair in ((month, part.day), (part.day, month)))
    except CalendarError:
        return part
    if abs((swapped - setting.published).days) > _BESIDE or abs((read - setting.published).days) <= _APART:
        return part
    return replace(part, day=month, months=((calendar, part.day),))


def _weekday_of(parts: dict[str, Part]) -> int | None:
    weekday = parts.get("weekday")
    return weekday.weekday if weekday and weekday.weekday_to is None else None


def _in_borne_out_order(part: Part, parts: dict[str, Part], setting: Setting) -> Part | None:
    """A day and month in digits without a year, changed round where weekday, "today" or publication bear that out.

    Returns:
        The part, its day and month in the order that is meant; None where it can only be month and day, and nothing
        speaks for that.
    """
    published, (calendar, month), day = setting.published, part.months[0], part.day or 1
    if published is None:
        return part if day <= _MONTHS else None
    page: dt.date = published
    swapped = replace(part, day=month, months=((calendar, day),)) if day <= _MONTHS else None
    wanted, deictic = _weekday_of(parts), parts.get("relative")
    meant = deictic.offset if deictic is not None and deictic.unit == "day" else None

    def away(one: Part | None) -> int | None:
        """How many days from publication what it means lies; None where it does not fit what is said beside it."""
        found = choose(list(_candidates(one, parts, setting)), wanted, parts, setting) if one is not None else None
        if found is None or (wanted is not None and found.first.weekday() != wanted):
            return None
        days = (found.first - page).days
        return None if meant is not None and days != meant else abs(days)

    read, other = away(part), away(swapped)
    if swapped is None:
        borne_out = wanted is not None or meant is not None or (read is not None and read <= _APART)
        return part if borne_out and read is not None else None
    if other is None:
        return part
    if read is None and (wanted is not None or meant is not None):
        return swapped
    near = wanted is not None and read is not None and other <= _FORTNIGHT
    return swapped if (near or other <= _BESIDE) and (read is None or read > _APART) else part


def _agree(
    spans: list[Candidate], wanted: int | None, parts: dict[str, Part], setting: Setting
) -> tuple[Candidate, DateConflict | None]:
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

    def speaks_against(span: Candidate) -> tuple[bool, bool, int, bool]:
        near = abs((span.first - setting.published).days) if setting.published else 0
        return (
            meant is not None and span.first != meant,
            wanted is not None and span.first.weekday() != wanted,
            near if near <= 1 else 2,
            False,
        )

    chosen = min(exact, key=speaks_against)
    return chosen, DateConflict(between=[s.calendar for s in spans], values=[s.value for s in spans])


def _same(a: Candidate, b: Candidate) -> bool:
    calendar = ISLAMIC if ISLAMIC in (a.calendar, b.calendar) else a.calendar
    return same_day(calendar, a.first, b.first) and same_day(calendar, a.last, b.last)


def _reckoned(part: Part, year: int | None) -> Iterator[tuple[str, int]]:
    """The calendars and months that a part can mean, those that the year allows."""
    allowed = calendars_of(part, year)
    for calendar, month in part.months:
        if calendar in (PERSIAN, KURDISH):
            if PERSIAN in allowed and calendar not in allowed:
                calendar = PERSIAN
            elif KURDISH in allowed and calendar not in allowed:
                calendar = KURDISH
        if calendar in allowed:
            yield calendar, month


def _candidates(part: Part, parts: dict[str, Part], setting: Setting) -> Iterator[Candidate]:
    """Every day (or month, where no day is said) that a part can mean near publication, or in the year it names."""
    if not part.months:  # a day of a month that is told by its place: the 20th of this month
        yield from _day_of_told_month(part, parts, setting)
        return
    own = parts.get("year")
    said = own.year if part.year is None and own is not None and own.calendar is None else part.year
    reckoned = list(dict.fromkeys(_reckoned(part, said)))
    if said is None and len({calendar for calendar, _ in reckoned}) > 1:
        named = [(calendar, month) for calendar, month in reckoned if (calendar == GREGORIAN) != setting.solar]
        reckoned = named or reckoned
    for calendar, month in reckoned:
        fixed, told = part.year, part.calendar
        if fixed is None and own is not None:
            fixed, told = own.year, own.calendar
        in_civil = fixed if fixed in _CIVIL_YEARS and calendar != GREGORIAN and told is None else None
        years = possible_years(calendar, fixed, parts, setting) if in_civil is None else _touching(calendar, in_civil)
        for year, relative in years:
            try:
                if part.day is None:
                    first, last = month_bounds(calendar, year, month)
                    value = (
                        edtf.month(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
                    )
                else:
                    first = to_gregorian(calendar, year, month, part.day)
                    value = edtf.day(first)
                    last = first
                    if part.day_to:
                        last = _end_of_run(calendar, year, month, part.day_to)
                        value = edtf.interval(value, edtf.day(last))
            except CalendarError:
                continue
            if calendar == ISLAMIC and (civil := civil_year(parts, setting)) and not civil[0] <= first <= civil[1]:
                continue
            if in_civil is not None and first.year != in_civil:
                continue
            yield Candidate(first, last, value, calendar, relative)


def _end_of_run(calendar: str, year: int, month: int, day: int) -> dt.date:
    """The last day of a run of days; of "29 and 30 Esfand", in a year without the 30th, the day behind the 29th."""
    try:
        return to_gregorian(calendar, year, month, day)
    except CalendarError:
        return to_gregorian(calendar, year, month, day - 1) + dt.timedelta(days=1)


def _touching(calendar: str, year: int) -> Iterator[tuple[int, bool]]:
    """The years of a calendar that a Gregorian year touches: "Ramadan 2026" is a month of 1447."""
    first, last = (from_gregorian(calendar, dt.date(year, *day))[0] for day in ((1, 1), (12, 31)))
    for touching in range(first, last + 1):
        yield touching, False


def _day_of_told_month(part: Part, parts: dict[str, Part], setting: Setting) -> Iterator[Candidate]:
    if part.direction is not None:
        if setting.told is None:
            return
        base = setting.told[0] if setting.told[0] != edtf.OPEN_START else setting.told[1]
        calendar, step = (
            setting.civil if setting.told[0] != setting.told[1] else GREGORIAN,
            ANCHOR_STEP.get(part.direction, 0),
        )
        if setting.told[0] != setting.told[1] and setting.told[0].day == 1:
            calendar = GREGORIAN
        calendar = setting.told_calendar or calendar
    else:
        if setting.published is None:
            return
        base, calendar, step = setting.published, setting.civil, part.offset or 0
        deictic = parts.get("relative")
        if deictic is not None and deictic.unit == "day":  # "tomorrow, the 17th"
            base += dt.timedelta(days=deictic.offset or 0)
        elif (
            part.offset is None and setting.tense and part.day is not None
        ):  # "the 20th", of whatever month fits the tense
            ahead = part.day - from_gregorian(calendar, base)[2]
            step = setting.tense if ahead * setting.tense < 0 else 0
    year, month, _ = from_gregorian(calendar, base)
    index = year * 12 + month - 1 + step
    year, month = index // 12, index % 12 + 1
    try:
        first = to_gregorian(calendar, year, month, part.day or 1)
        last = to_gregorian(calendar, year, month, part.day_to) if part.day_to else first
    except CalendarError:
        return
    yield Candidate(first, last, edtf.interval(edtf.day(first), edtf.day(last)), calendar, True)


def resolve_month(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a month, or a week or half of it."""
    nth = expression.get("nth")
    said = [part, *(other for other in expression.others if other.kind == "month")]
    spans = [
        span
        for one in said
        if (span := choose(list(_candidates(one, expression.parts, setting)), None, expression.parts, setting))
    ]
    if not spans:
        return UNRESOLVED
    span = spans[0]
    weekday = expression.get("weekday")
    if weekday is not None and weekday.nth is not None:
        named = _nth_weekday(weekday, span)
        return resolved(named, (span.calendar,), expression, None, span.relative) if named is not None else UNRESOLVED
    if nth is not None:
        cut = nth_of(nth, span.first, span.last, span.calendar)
        if cut is not None:
            return Resolved(edtf.run_of_days(*cut), cut, "date", (span.calendar,), span.relative)
    edge = expression.get("edge")
    if edge is not None and edge.edge in ("first", "last"):
        day = span.first if edge.edge == "first" else span.last
        return resolved(
            Candidate(day, day, edtf.day(day), span.calendar, span.relative),
            (span.calendar,),
            expression,
            None,
            span.relative,
        )
    calendars = tuple(dict.fromkeys(span.calendar for span in spans))
    conflict = None
    if len(spans) > 1 and not any(
        a.first <= b.last and b.first <= a.last for a, b in [(spans[0], s) for s in spans[1:]]
    ):
        conflict = DateConflict(between=[s.calendar for s in spans], values=[s.value for s in spans])
    return Resolved(span.value, (span.first, span.last), "date", calendars, span.relative, conflict=conflict)


def _nth_weekday(part: Part, span: Candidate) -> Candidate | None:
    """The n-th or last Monday, say, of a month."""
    if part.nth == LAST:
        day = span.last - dt.timedelta(days=(span.last.weekday() - (part.weekday or 0)) % 7)
    else:
        day = span.first + dt.timedelta(
            days=((part.weekday or 0) - span.first.weekday()) % 7 + 7 * ((part.nth or 1) - 1)
        )
    return replace(span, first=day, last=day, value=edtf.day(day)) if span.first <= day <= span.last else None


def resolve_weekday(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a weekday by the words around it and the tense of its sentence."""
    published = setting.published
    if published is None or part.weekday is None:
        return UNRESOLVED
    relative = expression.get("relative")
    direction = expression.get("direction")
    conflict = None
    if relative is not None and relative.unit == "day":
        day = published + dt.timedelta(days=relative.offset or 0)
        if day.weekday() != part.weekday:
            named = day + dt.timedelta(days=(part.weekday - day.weekday() + 3) % 7 - 3)
            conflict = DateConflict(between=["publication", "weekday"], values=[edtf.day(day), edtf.day(named)])
    elif part.offset is not None:  # a week from Friday
        day = published + dt.timedelta(days=(part.weekday - published.weekday()) % 7 + part.offset)
    elif relative is not None and relative.unit == "week":
        start = week_start(published, setting.words.week_starts) + dt.timedelta(days=7 * (relative.offset or 0))
        day = start + dt.timedelta(days=(part.weekday - start.weekday()) % 7)
        if not relative.offset and setting.tense > 0 and day < published:
            day += dt.timedelta(days=7)  # for the speaker the week begins with another day
    elif direction is not None and direction.direction in ("next", "coming", "after_next"):
        day = published + dt.timedelta(days=(part.weekday - published.weekday() - 1) % 7 + 1)
        day += dt.timedelta(days=7 if direction.direction == "after_next" else 0)
    elif direction is not None and direction.direction in ("last", "past"):
        day = published - dt.timedelta(days=(published.weekday() - part.weekday - 1) % 7 + 1)
    elif direction is not None and direction.direction == "this" and setting.tense == 0:
        start = week_start(published, setting.words.week_starts)
        day = start + dt.timedelta(days=(part.weekday - start.weekday()) % 7)
    elif setting.tense == 0 and direction is None and part.weekday in setting.dated:
        day = setting.dated[part.weekday]
    elif setting.tense > 0 and setting.ahead is not None and part.weekday == published.weekday():
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
    value = edtf.day(day) if last == day else edtf.interval(edtf.day(day), edtf.day(last))
    return resolved(Candidate(day, last, value, relative=True), (), expression, conflict, True)
