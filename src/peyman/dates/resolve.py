"""From an expression to its days: EDTF level 1, the calendars that it used, and what in it disagrees.

What an expression leaves open is filled from, in this order: its own words, its weekday, the tense of its sentence,
the day of publication. A vague stretch is an open interval from publication's month on (or up to its day).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from peyman.dates import edtf
from peyman.dates.calendars import CalendarError
from peyman.dates.candidates import UNRESOLVED, Resolved, Setting
from peyman.dates.expression import Expression
from peyman.dates.parts import Part
from peyman.dates.resolve_days import resolve_day, resolve_month, resolve_weekday
from peyman.dates.resolve_stretches import (
    resolve_anchor,
    resolve_clock,
    resolve_counted,
    resolve_relative,
    resolve_unit,
    resolve_vague,
)
from peyman.dates.resolve_years import (
    resolve_century,
    resolve_decade,
    resolve_holiday,
    resolve_quarter,
    resolve_season,
    resolve_year,
)
from peyman.model import Edtf

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
        return UNRESOLVED
    if expression.deadline and resolved.value and "/" not in resolved.value[:3] and not resolved.vague:
        end = resolved.value.rpartition("/")[2]
        if end != edtf.OPEN:
            resolved = replace(resolved, value=edtf.interval(None, end))
    if expression.opening and resolved.value and "/" not in resolved.value:
        resolved = replace(resolved, value=edtf.interval(resolved.value, None))
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
        if (
            kind in end_parts
            and kind not in start_parts
            and "relative" not in start_parts
            and not any(part.explicit_year for part in start_parts.values())
        ):
            start_parts[kind] = end_parts[kind]
    last = _one(replace(expression.end, end=None, parts=end_parts), setting)
    first = _one(replace(expression, end=None, parts=start_parts), setting)
    if first.days is None or last.days is None:
        return UNRESOLVED
    if first.days[0] > last.days[0]:
        first, last = _in_order(start_parts, end_parts, expression, setting, first, last)
    if first.days is None or last.days is None or first.days[0] > last.days[1]:
        return UNRESOLVED
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
    nearby.said_tense = -1 if end_fixed or setting.tense < 0 else 1
    if end_fixed or setting.tense < 0:
        start_parts = {
            k: replace(p, year=None, explicit_year=False) if p.kind in ("day", "month") else p
            for k, p in start_parts.items()
            if k != "year"
        }
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
    return UNRESOLVED


_READERS: tuple[tuple[str, Callable[[Part, Expression, Setting], Resolved]], ...] = (
    ("day", resolve_day),
    ("month", resolve_month),
    ("weekday", resolve_weekday),
    ("season", resolve_season),
    ("holiday", resolve_holiday),
    ("decade", resolve_decade),
    ("century", resolve_century),
    ("year", resolve_year),
    ("relative", resolve_relative),
    ("counted", resolve_counted),
    ("anchor", resolve_anchor),
    ("vague", resolve_vague),
    ("clock", resolve_clock),
    ("unit", resolve_unit),
    ("nth", resolve_quarter),
)
