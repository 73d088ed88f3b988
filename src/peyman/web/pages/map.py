"""The map: in which countries and at which places the parties met, and the same as a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from peyman.record.lists import Venue
from peyman.web.pages.shared import Asked
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()
_WORLD = Path(__file__).parents[1] / "world.json"
WIDTH, HEIGHT = 1000.0, 500.0
#: The map never shows less than this much of the world: some sixty degrees.
_LEAST = 170.0
_STEPS = 4


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
    """

    key: str
    path: str
    x: float
    y: float
    meetings: int
    shade: int


@router.get("/map", dependencies=[allow(Action.READ)])
def show(request: Request, asked: Asked) -> HTMLResponse:
    """Draw where meetings were held."""
    venues = asked.venues()
    countries = countries_of(venues)
    return render(
        request,
        "map.html",
        venues=venues,
        countries=countries,
        held=sorted((each for each in countries if each.meetings), key=lambda each: -each.meetings),
        unplaced=sum(each.meetings for each in venues if each.country not in shapes()),
        view=view_of([each for each in countries if each.meetings]),
    )


@cache
def shapes() -> Mapping[str, Mapping[str, str | float]]:
    """Return the shapes of countries by their keys; ``scripts/world_shapes.py`` makes them from Natural Earth."""
    found: dict[str, dict[str, str | float]] = json.loads(_WORLD.read_text(encoding="utf-8"))
    return found


def countries_of(venues: Sequence[Venue]) -> list[Country]:
    """Return every country, with how many meetings were held there; those of a part of one count with the whole."""
    held = Counter[str]()
    for venue in venues:
        if venue.country:
            held[venue.country.partition("-")[0]] += venue.meetings
    most = max(held.values(), default=1)
    return [
        Country(
            key,
            str(shape.get("path", "")),
            float(shape["x"]),
            float(shape["y"]),
            held[key],
            max(1, -(-held[key] * _STEPS // most)) if held[key] else 0,
        )
        for key, shape in shapes().items()
    ]


def view_of(held: Sequence[Country]) -> tuple[float, float, float, float]:
    """Return the part of the map that has all these countries in it, with room around them."""
    if not held:
        return (0.0, 0.0, WIDTH, HEIGHT)
    left, right = min(each.x for each in held) - 45, max(each.x for each in held) + 45
    top, bottom = min(each.y for each in held) - 30, max(each.y for each in held) + 30
    width = min(WIDTH, max(_LEAST, right - left, 2 * (bottom - top)))
    height = width / 2
    x = min(max(0.0, (left + right - width) / 2), WIDTH - width)
    y = min(max(0.0, (top + bottom - height) / 2), HEIGHT - height)
    return (round(x, 1), round(y, 1), round(width, 1), round(height, 1))
