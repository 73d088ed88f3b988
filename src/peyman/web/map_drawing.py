"""Drawing the map: countries as shapes, towns as points with their names, and the part of the world that is shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peyman.actors.known.register import state_of
from peyman.record.lists import Venue

WIDTH, HEIGHT = 1000.0, 500.0
#: The map shows at least so much of the world by itself, some thirty degrees, and so much when one goes nearer.
_LEAST, _NEAREST = 85.0, 12.0
_STEPS = 4
#: In how many parts of the width a letter of a name is about one, and the letters are high.
_LETTER, _LINE = 92.0, 50.0

View = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """A country on the map.

    Attributes:
        key: ISO 3166-1 alpha-3.
        path: Its shape; empty for one too small to have any.
        x: Where its middle is.
        y: Likewise.
        meetings: How many were held there.
        shade: From 0 (none) to 4 (most).
        elsewhere: How many of them were at no town that is known.
    """

    key: str
    path: str
    x: float
    y: float
    meetings: int
    shade: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Town:
    """A town on the map.

    Attributes:
        venue: The place, and how many meetings were held there.
        name: What it is called.
        x: Where it is.
        y: Likewise.
        r: Radius of its point.
        anchor: Where its name begins at the point: ``start`` or ``end``; empty where there is no room for a name.
        label_x: Where the name stands.
    """

    venue: Venue
    name: str
    x: float
    y: float
    r: float
    anchor: str
    label_x: float


@cache
def shapes() -> Mapping[str, Mapping[str, str | float]]:
    """Return the shapes of countries by their keys; ``scripts/world_shapes.py`` makes them from Natural Earth."""
    found: dict[str, dict[str, str | float]] = json.loads(_data("world.json"))
    return found


@cache
def points() -> Mapping[str, tuple[float, float]]:
    """Return where towns are on the map by their keys; ``scripts/city_points.py`` makes them from GeoNames."""
    degrees: dict[str, tuple[float, float]] = json.loads(_data("cities.json"))
    return {
        key: (round((east + 180) * WIDTH / 360, 2), round((90 - north) * HEIGHT / 180, 2))
        for key, (east, north) in degrees.items()
    }


def _data(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def countries_of(venues: Sequence[Venue]) -> list[Country]:
    """Return every country, with how many meetings were held there; those of a part of one count with the whole."""
    held, elsewhere = Counter[str](), Counter[str]()
    for venue in venues:
        if venue.country:
            country = state_of(venue.country)
            held[country] += venue.meetings
            elsewhere[country] += 0 if venue.key in points() else venue.meetings
    most = max(held.values(), default=1)
    return [
        Country(
            key,
            str(shape.get("path", "")),
            float(shape["x"]),
            float(shape["y"]),
            held[key],
            max(1, -(-held[key] * _STEPS // most)) if held[key] else 0,
            elsewhere[key],
        )
        for key, shape in shapes().items()
    ]


def towns_of(venues: Sequence[Venue], view: View, name_of: Callable[[str], str]) -> list[Town]:
    """Return the towns within a part of the map, those with the most meetings last, to be drawn on top.

    Args:
        venues: Where meetings were held, the most first.
        view: The part of the map.
        name_of: What a place is called, from a name that a document gives it.
    """
    x, y, width, height = view
    most = max((venue.meetings for venue in venues), default=1)
    taken: list[tuple[float, float, float, float]] = []
    found = []
    for venue in venues:
        at = points().get(venue.key)
        if at is None or not (x <= at[0] <= x + width and y <= at[1] <= y + height):
            continue
        name = name_of(venue.name)
        r = width / 220 * (1 + 1.6 * (venue.meetings / most) ** 0.5)
        anchor, label_x = _label(name, at, r, view, taken)
        found.append(Town(venue, name, *at, round(r, 2), anchor, round(label_x, 2)))
    return found[::-1]


def _label(
    name: str, at: tuple[float, float], r: float, view: View, taken: list[tuple[float, float, float, float]]
) -> tuple[str, float]:
    """Find room for a name beside a point: behind it, before it, or nowhere."""
    left, _, width, _ = view
    long, high = len(name) * width / _LETTER, width / _LINE
    for anchor, begin in (("start", at[0] + r * 1.5), ("end", at[0] - r * 1.5 - long)):
        box = (begin, at[1] - high / 2, begin + long, at[1] + high / 2)
        free = all(box[2] < each[0] or each[2] < box[0] or box[3] < each[1] or each[3] < box[1] for each in taken)
        if free and left <= box[0] and box[2] <= left + width:
            taken += [box, (at[0] - r, at[1] - r, at[0] + r, at[1] + r)]
            return anchor, begin if anchor == "start" else begin + long
    taken.append((at[0] - r, at[1] - r, at[0] + r, at[1] + r))
    return "", at[0]


def view_of(countries: Sequence[Country], towns: Sequence[tuple[float, float]] = ()) -> View:
    """Return the part of the map that has these countries and towns in it, with room around them.

    Args:
        countries: Countries of which the middle is to be seen.
        towns: Where towns are that are to be seen.

    Returns:
        Left and upper edge, width and height, in units of the map.
    """
    middles = [*towns, *((each.x, each.y) for each in countries)]
    if not middles:
        return (0.0, 0.0, WIDTH, HEIGHT)
    left, right = min(x for x, _ in middles) - 20, max(x for x, _ in middles) + 20
    top, bottom = min(y for _, y in middles) - 15, max(y for _, y in middles) + 15
    return within((left + right) / 2, (top + bottom) / 2, max(_LEAST, right - left, 2 * (bottom - top)))


def within(x: float, y: float, width: float) -> View:
    """Return the part of the map about a point, moved so that it does not reach over the edges.

    Args:
        x: The middle of the part.
        y: Likewise.
        width: How wide it is to be; its height is half of that.
    """
    width = min(WIDTH, max(_NEAREST, width))
    height = width / 2
    left = min(max(0.0, x - width / 2), WIDTH - width)
    top = min(max(0.0, y - height / 2), HEIGHT - height)
    return (round(left, 1), round(top, 1), round(width, 1), round(height, 1))
