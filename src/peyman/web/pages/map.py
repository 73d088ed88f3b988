"""The map: in which countries and towns the parties met, and the same as a table."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from peyman.actors.known.register import state_of
from peyman.web.map_drawing import HEIGHT, WIDTH, countries_of, points, shapes, towns_of, view_of, within
from peyman.web.pages.shared import Asked
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.visitor import visitor_of

router = APIRouter()


@router.get("/map", dependencies=[allow(Action.READ)])
def show(
    request: Request,
    asked: Asked,
    x: Annotated[float | None, Query(ge=0, le=WIDTH, allow_inf_nan=False)] = None,
    y: Annotated[float | None, Query(ge=0, le=HEIGHT, allow_inf_nan=False)] = None,
    width: Annotated[float | None, Query(ge=1, le=WIDTH, allow_inf_nan=False)] = None,
) -> HTMLResponse:
    """Draw where meetings were held: by itself the part of the world that has them all, else the one asked for."""
    venues = asked.venues()
    countries = countries_of(venues)
    held = sorted((each for each in countries if each.meetings), key=lambda each: -each.meetings)
    whole = view_of(
        [each for each in held if each.elsewhere], [points()[each.key] for each in venues if each.key in points()]
    )
    view = whole if x is None or y is None or width is None else within(x, y, width)
    middle_x, middle_y, wide = view[0] + view[2] / 2, view[1] + view[3] / 2, view[2]
    moves = {
        "nearer": (middle_x, middle_y, wide / 1.8),
        "farther": (middle_x, middle_y, wide * 1.8),
        "west": (middle_x - wide / 3, middle_y, wide),
        "east": (middle_x + wide / 3, middle_y, wide),
        "north": (middle_x, middle_y - wide / 6, wide),
        "south": (middle_x, middle_y + wide / 6, wide),
    }
    return render(
        request,
        "map.html",
        venues=venues,
        countries=countries,
        held=held,
        towns=towns_of(venues, view, visitor_of(request).language.place),
        unplaced=sum(each.meetings for each in venues if state_of(each.country or "") not in shapes()),
        view=view,
        moves={name: _middle(within(*asked_for)) for name, asked_for in moves.items()},
        moved=view != whole,
    )


def _middle(view: tuple[float, float, float, float]) -> tuple[float, float, float]:
    return round(view[0] + view[2] / 2, 1), round(view[1] + view[3] / 2, 1), view[2]
