"""Who is asking, and how they want it shown: language, calendar, light or dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import Request

from peyman.dates.calendars import CALENDARS, GREGORIAN
from peyman.web.interface import Interface, codes, interface, preferred
from peyman.web.permissions import Action, actions_of
from peyman.web.settings import Settings
from peyman.web.team import Team, User

THEMES = ("auto", "light", "dark")

LANGUAGE_COOKIE = "peyman_language"
CALENDAR_COOKIE = "peyman_calendar"
THEME_COOKIE = "peyman_theme"
SESSION_COOKIE = "peyman_session"
FEEDS = "/feeds/"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, and how they want the answer.

    Attributes:
        user: Their account; None for somebody who has not signed in.
        actions: What they may do.
        language: The language of the interface.
        calendar: The calendar that dates are shown in.
        theme: One of `THEMES`.
        form_token: What their forms have to bring along; empty for somebody who has not signed in.
        by_token: Whether a program asks, with a token: no other site can make it do so.
    """

    user: User | None
    actions: frozenset[Action]
    language: Interface
    calendar: str
    theme: str
    form_token: str = ""
    by_token: bool = False

    def may(self, action: Action, party: str | None = None) -> bool:
        """Tell whether they may do something.

        Args:
            action: What.
            party: The party whose matter it is, where it is one's: only those who act for it may.
        """
        if action not in self.actions:
            return False
        return party is None or (self.user is not None and self.user.party == party)


def settings_of(request: Request) -> Settings:
    """Return the settings of the application that answers."""
    return cast(Settings, request.app.state.settings)


def visitor_of(request: Request) -> Visitor:
    """Return who asks; found once for a request."""
    found = getattr(request.state, "visitor", None)
    if found is None:
        found = request.state.visitor = _find(request)
    return cast(Visitor, found)


def team_of(request: Request) -> Team | None:
    """Return the team of the record; None where it is served to the public without accounts."""
    return cast("Team | None", request.app.state.team)


def _find(request: Request) -> Visitor:
    settings = settings_of(request)
    asked = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    calendar = request.query_params.get("calendar") or request.cookies.get(CALENDAR_COOKIE)
    theme = request.cookies.get(THEME_COOKIE)
    code = asked if asked in codes() else preferred(request.headers.get("accept-language"))
    user, form_token, by_token = _who(request)
    return Visitor(
        user=user,
        actions=actions_of(user.role if user else None, public=settings.public, read_only=settings.read_only),
        language=interface(code),
        calendar=calendar if calendar in CALENDARS else GREGORIAN,
        theme=theme if theme in THEMES else THEMES[0],
        form_token=form_token,
        by_token=by_token,
    )


def _who(request: Request) -> tuple[User | None, str, bool]:
    """Who asks, what their forms have to bring along, and whether a program asks."""
    team = team_of(request)
    if team is None:
        return None, "", False
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and secret:
        return team.sessions.bearer(secret.strip()), "", True
    asked = request.query_params.get("token")
    if asked and request.method in ("GET", "HEAD") and request.url.path.startswith(FEEDS):
        # Programs that read feeds can send no header: the token stands in the address, and there opens feeds only.
        return team.sessions.bearer(asked), "", True
    cookie = request.cookies.get(SESSION_COOKIE)
    session = team.sessions.find(cookie) if cookie else None
    return (session.user, session.form_token, False) if session else (None, "", False)
