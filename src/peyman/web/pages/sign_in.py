"""Signing in and out, and making an account by a link."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from peyman.web.addresses import local_path
from peyman.web.pages.shared import TheTeam
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.team import Team, User
from peyman.web.team.accounts import AccountError
from peyman.web.team.sessions import SESSION_LASTS
from peyman.web.visitor import SESSION_COOKIE

router = APIRouter()
Short = Annotated[str, Form(max_length=1000)]


@router.get("/sign-in", dependencies=[allow(Action.ENTER)])
def ask(request: Request, team: TheTeam, next: str = "/") -> HTMLResponse:
    """Ask for name and password."""
    return render(request, "sign-in.html", next=local_path(next), failed=False, error=None)


@router.post("/sign-in", dependencies=[allow(Action.ENTER)])
def sign_in(request: Request, team: TheTeam, name: Short = "", password: Short = "", next: Short = "/") -> Response:
    """Begin a session, under a secret that the browser did not have before."""
    address = request.client.host if request.client else ""
    user = team.accounts.sign_in(name, password, address)
    if user is None:
        return render(request, "sign-in.html", status=401, next=local_path(next), failed=True, error=None)
    return signed_in(request, team, user, local_path(next))


@router.post("/sign-out", dependencies=[allow(Action.ENTER)])
def sign_out(request: Request, team: TheTeam) -> RedirectResponse:
    """End the session."""
    cookie = request.cookies.get(SESSION_COOKIE)
    if cookie:
        team.sessions.end(cookie)
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie(SESSION_COOKIE)
    return response


@router.get("/invitation/{secret}", dependencies=[allow(Action.ENTER)])
def invitation(request: Request, team: TheTeam, secret: str) -> HTMLResponse:
    """Ask for the name and the password of a new account."""
    role = team.accounts.invitation(secret)
    return render(request, "invitation.html", role=role, error=None, name="", secret=secret)


@router.post("/invitation/{secret}", dependencies=[allow(Action.ENTER)])
def accept(request: Request, team: TheTeam, secret: str, name: Short = "", password: Short = "") -> Response:
    """Make the account, and sign its owner in."""
    role = team.accounts.invitation(secret)
    try:
        user = team.accounts.accept(secret, name, password)
    except AccountError as error:
        return render(request, "invitation.html", status=400, role=role, error=error, name=name, secret=secret)
    return signed_in(request, team, user, "/")


def signed_in(request: Request, team: Team, user: User, path: str) -> RedirectResponse:
    """Begin a session for somebody whose identity is known, and lead them on.

    Args:
        request: What is answered.
        team: The team of the record.
        user: Who.
        path: Where to.
    """
    secret = team.sessions.begin(user, request.cookies.get(SESSION_COOKIE))
    response = RedirectResponse(path, status_code=303)
    response.set_cookie(
        SESSION_COOKIE,
        secret,
        max_age=int(SESSION_LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response
