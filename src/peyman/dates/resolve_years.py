"""Years, seasons, decades, centuries and feasts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from peyman.dates import edtf
from peyman.dates.calendars import (
    GREGORIAN,
    KURDISH,
    PERSIAN,
    CalendarError,
    from_gregorian,
    season_bounds,
    to_gregorian,
    year_bounds,
)
from peyman.dates.candidates import (
    UNRESOLVED,
    Candidate,
    Resolved,
    Setting,
    choose,
    civil_year,
    day_before,
    first_month,
    nth_of,
    plain,
    possible_years,
    resolved,
    window,
    year_calendar,
)
from peyman.dates.expression import Expression
from peyman.dates.parts import EVE, Part


def resolve_year(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a year or a run of years, or a quarter or half of one."""
    if part.year is None:
        return UNRESOLVED
    calendar = year_calendar(part, setting)
    first, last = year_bounds(calendar, part.year)[0], year_bounds(calendar, part.year_to or part.year)[1]
    direction = expression.get("direction")
    published = setting.published
    remaining = direction is not None and direction.direction == "remaining" and calendar == GREGORIAN
    if remaining and published is not None and first <= published <= last:
        return window(edtf.month(published), f"{last.year:04d}-12", published, last)
    nth = expression.get("nth")
    if nth is not None:
        cut = nth_of(nth, first, last, calendar)
        if cut is not None:
            value = (
                edtf.interval(edtf.month(cut[0]), edtf.month(cut[1]))
                if calendar == GREGORIAN and nth.unit not in ("week", "day")
                else edtf.run_of_days(*cut)
            )
            return Resolved(value, cut, "date", (calendar,))
    edge = expression.get("edge")
    if edge is not None and edge.edge == "start":
        span = first_month(calendar, part.year)
        return Resolved(span.value, (span.first, span.last), "date", (calendar,))
    if calendar == GREGORIAN:
        value = edtf.interval(edtf.year(first), edtf.year(last))
    else:
        value = edtf.interval(edtf.day(first), edtf.day(last))
    return Resolved(value, (first, last), "date", (calendar,))


def resolve_season(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a season: of the year beside it, or the one nearest to publication."""
    season = part.season or 21
    own, relative, anchor = expression.get("year"), expression.get("relative"), expression.get("anchor")
    calendar = year_calendar(own, setting) if own else setting.civil
    if calendar not in (PERSIAN, KURDISH):
        calendar = GREGORIAN
    fixed = own.year if own else None
    spans = []
    for year, is_relative in possible_years(calendar, fixed, expression.parts, setting):
        if calendar == GREGORIAN:
            span = plain(f"{year:04d}-{season}", relative=is_relative)
        else:
            first, last = season_bounds(calendar, year, season)
            span = Candidate(first, last, edtf.interval(edtf.day(first), edtf.day(last)), calendar, is_relative)
        if span is not None:
            spans.append(span)
    chosen = choose(spans, None, expression.parts, setting)
    if chosen is None:
        return UNRESOLVED
    return Resolved(
        chosen.value,
        (chosen.first, chosen.last),
        "date",
        (chosen.calendar,),
        chosen.relative or bool(relative or anchor),
    )


def resolve_decade(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a decade."""
    decade = part.decade or 0
    calendar = year_calendar(replace(part, year=decade * 10), setting)
    if calendar != GREGORIAN:
        first, last = year_bounds(calendar, decade * 10)[0], year_bounds(calendar, decade * 10 + 9)[1]
        return Resolved(edtf.interval(edtf.day(first), edtf.day(last)), (first, last), "date", (calendar,))
    span = plain(f"{decade:03d}X")
    return Resolved(span.value, (span.first, span.last), "date", (GREGORIAN,)) if span else UNRESOLVED


def resolve_century(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a century."""
    number = part.century or 1
    calendar = part.calendar or GREGORIAN
    if calendar == GREGORIAN:
        span = plain(f"{number - 1:02d}XX")
        return Resolved(span.value, (span.first, span.last), "date", (GREGORIAN,)) if span else UNRESOLVED
    first, last = year_bounds(calendar, (number - 1) * 100 + 1)[0], year_bounds(calendar, number * 100)[1]
    return Resolved(edtf.interval(edtf.year(first), edtf.year(last)), (first, last), "date", (calendar,))


def resolve_holiday(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a feast: in the year beside it, or the one nearest to publication."""
    if part.holiday is None:
        return UNRESOLVED
    calendar, month, day, length = part.holiday
    own = expression.get("year")
    spans = []
    year_relative = False
    bounds: edtf.Bounds | None
    if own is not None and own.year is not None:
        bounds = year_bounds(year_calendar(own, setting), own.year)
        years = [from_gregorian(calendar, bounds[0])[0] + step for step in (0, 1)]
    elif (civil := civil_year(expression.parts, setting)) is not None:
        bounds, year_relative = civil, True
        years = [from_gregorian(calendar, bounds[0])[0] + step for step in (0, 1)]
    else:
        reckoned = list(possible_years(calendar, None, expression.parts, setting))
        years, year_relative, bounds = [year for year, _ in reckoned], True, None
    for year in years:
        try:
            first = to_gregorian(calendar, year, month, day)
        except CalendarError:
            continue
        last = first + dt.timedelta(days=length - 1)
        if bounds is None or bounds[0] <= first <= bounds[1]:
            spans.append(
                Candidate(first, last, edtf.interval(edtf.day(first), edtf.day(last)), calendar, year_relative)
            )
    chosen = choose(spans, None, expression.parts, setting)
    if chosen is None:
        return UNRESOLVED
    edge = expression.get("edge")
    if edge is not None and edge.edge == EVE:
        chosen = day_before(chosen)
    return resolved(chosen, (calendar,), expression, None, year_relative)


def resolve_quarter(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a quarter that no year is said of: the one that fits the tense and publication best."""
    spans = []
    for year, _ in possible_years(setting.civil, None, expression.parts, setting):
        cut = nth_of(part, *year_bounds(setting.civil, year), setting.civil)
        if cut is not None:
            value = (
                edtf.interval(edtf.month(cut[0]), edtf.month(cut[1]))
                if setting.civil == GREGORIAN
                else edtf.run_of_days(*cut)
            )
            spans.append(Candidate(*cut, value, setting.civil, True))
    chosen = choose(spans, None, expression.parts, setting)
    if chosen is None:
        return UNRESOLVED
    return Resolved(chosen.value, (chosen.first, chosen.last), "date", (chosen.calendar,), True)
