"""How a visitor wants to be shown the record: language, calendar, light or dark; kept in their browser."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from peyman.dates.calendars import CALENDARS
from peyman.web.addresses import local_path
from peyman.web.interface import codes
from peyman.web.permissions import Action, allow
from peyman.web.visitor import CALENDAR_COOKIE, LANGUAGE_COOKIE, THEME_COOKIE, THEMES

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.post("/preferences", dependencies=[allow(Action.ENTER)])
def preferences(
    request: Request,
    language: Annotated[str, Form()] = "",
    calendar: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> RedirectResponse:
    """Remember what was chosen, and go back to where it was chosen."""
    response = RedirectResponse(local_path(next), status_code=303)
    chosen = (
        (LANGUAGE_COOKIE, language, codes()),
        (CALENDAR_COOKIE, calendar, CALENDARS),
        (THEME_COOKIE, theme, THEMES),
    )
    for cookie, value, possible in chosen:
        if value in possible:
            response.set_cookie(
                cookie, value, max_age=_YEAR, samesite="lax", httponly=True, secure=request.url.scheme == "https"
            )
    return response
