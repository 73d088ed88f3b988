"""The timeline as a drawing: time along the line of reading, a lane for each party, everything that has a day on it.

The server draws it as SVG with attributes only, so that it is shown without scripts and under the strict policy.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from peyman.dates import edtf
from peyman.dates.calendars import from_gregorian, month_bounds

WIDTH = 1000
LANE = 46
TOP = 34
LABEL = 150
Kind = Literal["meeting", "commitment", "agreement", "statement"]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on the timeline.

    Attributes:
        id: Public id of the entry.
        kind: What it is.
        first: Its first day.
        last: Its last day.
        parties: Whose lanes it is on.
        status: ``held``, ``planned``, ``due`` …
        label: It in a few words.
        open_end: Whether it goes on after its last day without a known end.
    """

    id: str
    kind: Kind
    first: dt.date
    last: dt.date
    parties: tuple[str, ...]
    status: str
    label: str
    open_end: bool = False

    @property
    def edtf(self) -> str:
        """Its days as EDTF."""
        if self.open_end:
            return f"{self.first}/.."
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A happening where it is drawn: dots at ``ys``, joined by a line; a bar from ``x`` of ``width`` where it lasts."""

    happening: Happening
    x: float
    width: float
    ys: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale: where, and what is written on it."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline ready to be written down.

    Attributes:
        height: In the units of the drawing, whose width is `WIDTH`.
        lanes: The parties, with the middle of their lanes.
        ticks: The scale.
        shapes: What is drawn.
        today: Where today is; None where that is outside.
        hidden: How many happenings are on lanes that are not shown.
    """

    height: float
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[Tick, ...]
    shapes: tuple[Shape, ...]
    today: float | None
    hidden: int = 0
    every: tuple[Happening, ...] = field(default=())


def days_of(value: str | None) -> tuple[dt.date, dt.date, bool] | None:
    """Return the first and the last day of an EDTF value, and whether its end is open; None where it has no day."""
    limits = edtf.bounds(value)
    if limits is None:
        return None
    first, last = limits
    if first == edtf.OPEN_START:
        first = last
    open_end = last == edtf.OPEN_END
    return (first, first if open_end else last, open_end) if first != edtf.OPEN_END else None


def draw(
    happenings: Iterable[Happening],
    since: dt.date,
    until: dt.date,
    month_name: Callable[[int, int], str],
    *,
    calendar: str,
    lanes: Sequence[str] = (),
    most_lanes: int = 8,
    right_to_left: bool = False,
    today: dt.date | None = None,
) -> Drawing:
    """Lay a timeline out.

    Args:
        happenings: What there is; what lies outside is left out.
        since: First day.
        until: Last day.
        month_name: What the scale calls a month, by year and month of the calendar.
        calendar: The calendar of the scale.
        lanes: Parties to show; without them, those with most on their lanes.
        most_lanes: Most lanes.
        right_to_left: Whether time runs from the right.
        today: Where a line marks today.
    """
    inside = [each for each in happenings if each.first <= until and (each.last >= since or each.open_end)]
    counted = Counter(party for each in inside for party in each.parties)
    shown = list(lanes) or [party for party, _ in counted.most_common(most_lanes)]
    middle = {party: TOP + LANE * (number + 0.5) for number, party in enumerate(shown)}
    days = max(1, (until - since).days + 1)
    room = WIDTH - LABEL - 20

    def place(day: dt.date) -> float:
        along = LABEL + room * max(0, min(days, (day - since).days + 0.5)) / days
        return WIDTH - along if right_to_left else along

    shapes = []
    hidden = 0
    for each in sorted(inside, key=lambda each: (each.kind != "commitment", each.first)):
        ys = tuple(middle[party] for party in each.parties if party in middle)
        if not ys:
            hidden += 1
            continue
        start, end = place(max(each.first, since)), place(min(until if each.open_end else each.last, until))
        shapes.append(Shape(each, round(min(start, end), 1), round(abs(end - start), 1), tuple(sorted(ys))))
    ticks = tuple(_ticks(since, until, calendar, month_name, place))
    at = round(place(today), 1) if today is not None and since <= today <= until else None
    return Drawing(TOP + LANE * len(shown) + 12, tuple(middle.items()), ticks, tuple(shapes), at, hidden, tuple(inside))


def _ticks(
    since: dt.date,
    until: dt.date,
    calendar: str,
    month_name: Callable[[int, int], str],
    place: Callable[[dt.date], float],
) -> Iterable[Tick]:
    """Yield the first days of months, of every third or sixth month, or of years, so that the labels have room."""
    months = max(1, (until - since).days // 30)
    step = next(each for each in (1, 3, 6, 12, 24, 60, 120, 1200) if months / each <= 8)
    year, month, _ = from_gregorian(calendar, since)
    for _ in range(5000):
        if (year * 12 + month - 1) % step == 0:
            day = month_bounds(calendar, year, month)[0]
            if day > until:
                return
            if day >= since:
                yield Tick(round(place(day), 1), month_name(year, month), month == 1)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
