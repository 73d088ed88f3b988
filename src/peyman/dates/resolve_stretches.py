"""Relative stretches: "next month", "three weeks ago", "over the coming year", "recently", "that same day"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from peyman.dates import edtf
from peyman.dates.calendars import GREGORIAN, from_gregorian, month_bounds, year_bounds
from peyman.dates.candidates import (
    ANCHOR_STEP,
    UNRESOLVED,
    Candidate,
    Resolved,
    Setting,
    first_month,
    hour_of_day,
    moved_by,
    nth_of,
    plain,
    resolved,
    week_start,
    window,
)
from peyman.dates.expression import Expression
from peyman.dates.listed_terms import WEEKDAYS
from peyman.dates.parts import Part
from peyman.dates.tense import PERFECT

#: Where in a month or year its beginning, middle and end lie, as shares of it.
_SHARE_OF_EDGE = {"start": (0.0, 0.4), "early": (0.0, 0.4), "middle": (0.4, 0.7), "late": (0.6, 1.0), "end": (0.8, 1.0)}
#: Half of a unit in smaller ones.
_HALVES = {"decade": ("year", 5), "year": ("month", 6), "month": ("day", 15), "week": ("day", 3)}
#: A date told before is of another time if it lies so many days back.
_LONG_AGO = 370
#: The day that a report speaks of lies so many days before it at most.
_JUST_TOLD = 2


def resolve_relative(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve "next month", "today"."""
    published = setting.published
    if published is None:
        return UNRESOLVED
    base = published
    if part.shift is not None and setting.told is not None and (published - setting.told[1]).days > _LONG_AGO:
        base = setting.told[0]  # "the year after", in a story of long ago
    span = stretch(part.unit or "day", base, part.offset or 0, setting, part.calendar)
    if span is None:
        return UNRESOLVED
    if part.direction == "remaining":
        if part.unit == "year" and span.calendar == GREGORIAN:
            return Resolved(
                edtf.interval(edtf.month(published), f"{span.last.year:04d}-12"), (published, span.last), relative=True
            )
        return Resolved(edtf.interval(edtf.day(published), edtf.day(span.last)), (published, span.last), relative=True)
    nth, edge = expression.get("nth"), expression.get("edge")
    if nth is not None:
        cut = nth_of(nth, span.first, span.last, span.calendar)
        if cut is not None:
            return Resolved(edtf.run_of_days(*cut), cut, relative=True)
    if part.unit == "weekend" and not part.offset and setting.tense < 0 and span.first > published:
        span = stretch("weekend", base, -1, setting) or span  # "over the weekend they met"
    span = _middle_of_week(span, part.unit or "", edge) or span
    if edge is not None and edge.edge == "start" and part.unit == "year":
        span = replace(first_month(span.calendar, from_gregorian(span.calendar, span.first)[0]), relative=True)
    return resolved(span, (span.calendar,) if span.calendar != GREGORIAN else (), expression, None, True)


def stretch(unit: str, base: dt.date, offset: int, setting: Setting, calendar: str | None = None) -> Candidate | None:
    """The day, week, month, … so many away from the one that a day lies in."""
    if unit == "day":
        day = base + dt.timedelta(days=offset)
        return Candidate(day, day, edtf.day(day), relative=True)
    if unit == "day_of_year":
        day = edtf.add_months(base, 12 * offset)
        return Candidate(day, day, edtf.day(day), relative=True)
    if unit in ("week", "weekend", "fortnight"):
        first = week_start(base, setting.words.week_starts) + dt.timedelta(days=7 * offset)
        last = first + dt.timedelta(days=6)
        if unit == "weekend":
            first = last - dt.timedelta(days=1)
        return Candidate(first, last, edtf.interval(edtf.day(first), edtf.day(last)), relative=True)
    calendar = calendar or setting.civil
    if unit == "month":
        year, month, _ = from_gregorian(calendar, base)
        index = year * 12 + month - 1 + offset
        first, last = month_bounds(calendar, index // 12, index % 12 + 1)
        value = edtf.month(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
        return Candidate(first, last, value, calendar, True)
    if unit == "year":
        number = from_gregorian(calendar, base)[0] + offset
        first, last = year_bounds(calendar, number)
        value = edtf.year(first) if calendar == GREGORIAN else edtf.interval(edtf.day(first), edtf.day(last))
        return Candidate(first, last, value, calendar, True)
    if unit == "quarter":
        start = dt.date(base.year, (base.month - 1) // 3 * 3 + 1, 1)
        first = edtf.add_months(start, 3 * offset)
        last = edtf.month_end(edtf.add_months(first, 2))
        return Candidate(first, last, edtf.interval(edtf.month(first), edtf.month(last)), relative=True)
    if unit == "season":
        season = 21 + (base.month % 12) // 3 - 1 if base.month not in (12, 1, 2) else 24
        year = base.year - (base.month < 3)
        index = year * 4 + season - 21 + offset
        value = f"{index // 4:04d}-{index % 4 + 21}"
        limits = edtf.bounds(value)
        return Candidate(*limits, value, relative=True) if limits else None
    if unit == "decade":
        if offset:
            first_year = base.year if offset > 0 else base.year - 10
            return Candidate(
                dt.date(first_year, 1, 1),
                dt.date(first_year + 10, 12, 31),
                f"{first_year:04d}/{first_year + 10:04d}",
                relative=True,
            )
        return plain(f"{base.year // 10:03d}X")
    if unit == "century":
        return plain(f"{base.year // 100 + offset:02d}XX")
    return None


def resolve_counted(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve "three weeks ago", "within ten days", "over the next twelve months"."""
    published = setting.published
    if published is None:
        return UNRESOLVED
    shift, count, unit = part.shift or "ago", part.count, part.unit or "day"
    forward = shift in ("ahead", "after", "in", "later", "within", "of_act", "next")
    if shift == "in" and setting.tense <= 0:
        return UNRESOLVED  # "the third time in two weeks"
    if count is None:
        if shift in ("after", "later") and setting.tense < 0:
            return UNRESOLVED  # "a few days later they gave in", which lies behind a day told, not ahead
        return resolve_vague(part, expression, setting, forward)
    if shift == "of_act":
        if setting.act is None and setting.tense <= 0:
            return UNRESOLVED  # "ten people died within three months"
        shift = "within"
    base = setting.act or published
    if shift == "after" and setting.tense < 0:
        shift = "later"  # "after two days they left": after the day told before
        if setting.told is None:
            return UNRESOLVED
    if shift == "earlier" and setting.told is not None and setting.told[0] > published:
        shift = "ago"
    if shift in ("later", "earlier") and setting.told is not None:
        told = setting.told[1] if forward else setting.told[0]
        base = told if told not in (edtf.OPEN_START, edtf.OPEN_END) else setting.told[0 if forward else 1]
    moved = moved_by(base, unit, count if forward else -count)
    if part.shift == "after" and setting.tense < 0 and moved > published:
        return UNRESOLVED  # "after four months' pause they met": what is past lies behind publication
    if part.half:
        smaller, more = _HALVES.get(unit, ("day", 0))
        moved = moved_by(moved, smaller, more if forward else -more)
    if shift in ("within", "next"):
        if shift == "next" and count == 1 and unit in ("year", "month"):
            return window(edtf.month(base), edtf.month(moved), base, moved)
        if unit == "decade":
            return window(edtf.year(base), edtf.year(moved), base, moved)
        return window(edtf.day(base), edtf.day(moved), base, moved)
    if shift == "last":
        if count == 1 and unit in ("year", "month"):
            return window(edtf.month(moved), edtf.month(base), moved, base)
        if unit in ("year", "decade"):
            return window(edtf.year(moved), edtf.year(base), moved, base)
        return window(edtf.day(moved), edtf.day(base), moved, base)
    if unit in ("year", "decade", "century"):
        span = Candidate(
            moved.replace(month=1, day=1), moved.replace(month=12, day=31), edtf.year(moved), relative=True
        )
    elif unit == "month":
        span = Candidate(moved.replace(day=1), edtf.month_end(moved), edtf.month(moved), relative=True)
    else:
        span = Candidate(moved, moved, edtf.day(moved), relative=True)
    return resolved(span, (), expression, None, True)


def resolve_vague(part: Part, expression: Expression, setting: Setting, forward: bool | None = None) -> Resolved:
    """Resolve "recently" and "in the coming months" to an interval with an open end."""
    published = setting.published
    if published is None:
        return Resolved(None, None, vague=True, relative=True)
    if part.vague in ("later", "soon") and setting.tense < 0:
        return UNRESOLVED
    if part.vague in ("later", "onward"):  # from the day that is spoken of, which publication may tell
        told = setting.told_back
        day = told[1] if told is not None and 0 <= (published - told[1]).days <= _JUST_TOLD else published
        return Resolved(edtf.interval(edtf.day(day), None), (day, edtf.OPEN_END), vague=True, relative=True)
    ahead = forward if forward is not None else part.vague in ("future", "soon")
    if ahead:
        days = (published.replace(day=1), edtf.OPEN_END)
        return Resolved(edtf.interval(edtf.month(published), None), days, vague=True, relative=True)
    return Resolved(edtf.interval(None, edtf.day(published)), (edtf.OPEN_START, published), vague=True, relative=True)


def resolve_anchor(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve "the same day", "that month", "the following week": counted from the date told before."""
    told = (setting.told_day_in_tense() if part.unit == "day" else None) or setting.told
    if part.unit == "time" and told is not None and setting.published is not None and setting.tense < 0:
        told = setting.told_back if told[0] > setting.published and setting.told_back else told
    if told is None and part.unit == "day" and setting.published is not None:
        told = (setting.published, setting.published)
    if told is None:
        return UNRESOLVED
    first, last = told
    if first == edtf.OPEN_START or last == edtf.OPEN_END:
        return UNRESOLVED
    step = ANCHOR_STEP.get(part.direction or "same", 0)
    unit = part.unit or "day"
    if unit == "time" or (unit == "day" and step == 0):
        span = Candidate(first, last, edtf.run_of_days(first, last), relative=True)
    elif unit == "day":
        day = last + dt.timedelta(days=1) if step > 0 else first - dt.timedelta(days=1)
        span = Candidate(day, day, edtf.day(day), relative=True)
    else:
        counted = GREGORIAN if first.day == 1 or first == last else None
        found = stretch(unit, first, step, setting, setting.told_calendar or counted)
        if found is None:
            return UNRESOLVED
        span = found
    return resolved(span, (), expression, None, True)


def resolve_clock(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve a time of day by itself: on the day of publication."""
    if setting.published is None:
        return UNRESOLVED
    day = setting.day_of_sentence or setting.published
    if setting.day_of_sentence is None and setting.tense < 0 and setting.told_just_before is not None:
        day = setting.told_just_before  # "on Sunday night it exploded. Witnesses said that it happened at nine"
    return Resolved(
        f"{edtf.day(day)}T{hour_of_day(expression)}",
        (day, day),
        "time",
        (),
        True,
        weekday=WEEKDAYS[day.weekday()].capitalize(),
    )


def _step_by_tense(span: Candidate, edge: str, setting: Setting) -> int:
    """How many months or years away "the end of the month" lies: the one that fits the tense.

    "They had promised it by the end of the year", published in February, means the year before.
    """
    assert setting.published is not None
    share = (setting.published - span.first).days / ((span.last - span.first).days + 1)
    low, high = _SHARE_OF_EDGE.get(edge, (0.0, 1.0))
    if setting.tense < 0 and share < low:
        return -1
    return 1 if setting.tense > 0 and share > high else 0


def _middle_of_week(span: Candidate | None, unit: str, edge: Part | None) -> Candidate | None:
    """The third day of a week, if its middle is meant: Wednesday, where it begins with Monday."""
    if span is None or unit != "week" or edge is None or edge.edge != "middle":
        return span
    day = span.first + dt.timedelta(days=2)
    return Candidate(day, day, edtf.day(day), span.calendar, True)


def resolve_unit(part: Part, expression: Expression, setting: Setting) -> Resolved:
    """Resolve "the end of the month" without a name: the one that publication lies in."""
    if setting.published is None:
        return UNRESOLVED
    edge = expression.get("edge")
    unit = part.unit or "month"
    span = stretch(unit, setting.published, 0, setting, part.calendar)
    if span is not None and edge is not None and unit in ("month", "year"):
        step = _step_by_tense(span, edge.edge or "", setting)
        if step < 0 and expression.deadline and setting.certainty < abs(PERFECT):
            step = 0  # "they foresaw it by the end of the year": of the one that was not over
        span = stretch(unit, setting.published, step, setting, part.calendar) if step else span
    span = _middle_of_week(span, unit, edge)
    if span is not None and edge is not None and edge.edge in ("first", "last"):
        day = span.first if edge.edge == "first" else span.last
        return resolved(Candidate(day, day, edtf.day(day), span.calendar, True), (), expression, None, True)
    nth = expression.get("nth")
    if span is not None and nth is not None:
        cut = nth_of(nth, span.first, span.last, span.calendar)
        return Resolved(edtf.run_of_days(*cut), cut, relative=True) if cut is not None else UNRESOLVED
    if span is not None and edge is not None and edge.edge == "start" and part.unit == "year":
        span = replace(first_month(span.calendar, from_gregorian(span.calendar, span.first)[0]), relative=True)
    return (
        resolved(span, (span.calendar,) if span.calendar != GREGORIAN else (), expression, None, True)
        if span
        else UNRESOLVED
    )
