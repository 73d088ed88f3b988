"""One's own account: password, and tokens for programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from peyman.web.pages.shared import SignedIn, TheTeam
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.team import Team, User
from peyman.web.team.accounts import AccountError

router = APIRouter()
Short = Annotated[str, Form(max_length=1000)]


@router.get("/account", dependencies=[allow(Action.ENTER)])
def account(request: Request, team: TheTeam, user: SignedIn) -> HTMLResponse:
    """Show one's own account."""
    return _page(request, team, user)


@router.post("/account/password", dependencies=[allow(Action.ENTER)])
def change_password(request: Request, team: TheTeam, user: SignedIn, old: Short = "", new: Short = "") -> Response:
    """Change one's password; every session ends, this one too."""
    try:
        team.accounts.change_password(user, old, new)
    except AccountError as error:
        return _page(request, team, user, error=error)
    return RedirectResponse("/sign-in", status_code=303)


@router.post("/account/tokens", dependencies=[allow(Action.ENTER)])
def make_token(request: Request, team: TheTeam, user: SignedIn, label: Short = "") -> HTMLResponse:
    """Make a token, and show it this once."""
    return _page(request, team, user, made=team.sessions.make_token(user, label))


@router.post("/account/tokens/{number}/revoke", dependencies=[allow(Action.ENTER)])
def revoke(team: TheTeam, user: SignedIn, number: int) -> RedirectResponse:
    """Let a token work no more."""
    team.sessions.revoke(user, number)
    return RedirectResponse("/account", status_code=303)


def _page(
    request: Request, team: Team, user: User, error: AccountError | None = None, made: str | None = None
) -> HTMLResponse:
    status = 400 if error else 200
    return render(
        request, "account.html", status=status, user=user, tokens=team.sessions.tokens(user), error=error, made=made
    )
