"""Who is asking, and how they want it shown: language, calendar, light or dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import Request

from peyman.dates.calendars import CALENDARS, GREGORIAN
from peyman.web.interface import Interface, codes, interface, preferred
from peyman.web.permissions import Action, Role, actions_of
from peyman.web.settings import Settings

THEMES = ("auto", "light", "dark")

LANGUAGE_COOKIE = "peyman_language"
CALENDAR_COOKIE = "peyman_calendar"
THEME_COOKIE = "peyman_theme"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account.

    Attributes:
        id: Number of the account.
        name: What they sign in with, and are shown as.
        role: What they may do.
        party: Key of the party they act for; a signatory has one.
    """

    id: int
    name: str
    role: Role
    party: str | None = None


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
    """

    user: User | None
    actions: frozenset[Action]
    language: Interface
    calendar: str
    theme: str
    form_token: str = ""

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


def _find(request: Request) -> Visitor:
    settings = settings_of(request)
    asked = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    calendar = request.query_params.get("calendar") or request.cookies.get(CALENDAR_COOKIE)
    theme = request.cookies.get(THEME_COOKIE)
    code = asked if asked in codes() else preferred(request.headers.get("accept-language"))
    return Visitor(
        user=None,
        actions=actions_of(None, public=settings.public, read_only=settings.read_only),
        language=interface(code),
        calendar=calendar if calendar in CALENDARS else GREGORIAN,
        theme=theme if theme in THEMES else THEMES[0],
    )
