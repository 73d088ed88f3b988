"""Signing in by another service, accepting an invitation so, and linking one's account to it."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from peyman.web.addresses import local_path
from peyman.web.openid import OpenIdError, Provider, packed, unpacked
from peyman.web.pages.shared import TheTeam
from peyman.web.pages.sign_in import signed_in
from peyman.web.permissions import Action, allow
from peyman.web.refusals import NoSuchPage
from peyman.web.rendering import render
from peyman.web.team.accounts import AccountError
from peyman.web.visitor import visitor_of

router = APIRouter()
COOKIE = "peyman_openid"
_MINUTES = 10
Short = Annotated[str, Query(max_length=4000)]


def provider_of(request: Request) -> Provider:
    """Return the service by which people may sign in.

    Raises:
        NoSuchPage: There is none.
    """
    provider = getattr(request.app.state, "openid", None)
    if provider is None:
        raise NoSuchPage
    return cast(Provider, provider)


@router.get("/sign-in/openid", dependencies=[allow(Action.ENTER)])
def begin(request: Request, team: TheTeam, next: Short = "/", invitation: Short = "") -> Response:
    """Send the browser to the other service."""
    if invitation:
        team.accounts.invitation(invitation)
    try:
        address, pending = provider_of(request).begin(_back(request), invitation, local_path(next))
    except OpenIdError as error:
        return _refused(request, error)
    response = RedirectResponse(address, status_code=303)
    response.set_cookie(
        COOKIE,
        packed(pending),
        max_age=_MINUTES * 60,
        path="/sign-in/openid",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


@router.get("/sign-in/openid/back", dependencies=[allow(Action.ENTER)])
def finish(request: Request, team: TheTeam, code: Short = "", state: Short = "") -> Response:
    """Sign in whoever comes back: by the account that is linked, or by one that an invitation makes."""
    provider, visitor = provider_of(request), visitor_of(request)
    try:
        pending = unpacked(request.cookies.get(COOKIE, ""))
        identity = provider.finish(pending, state, code, _back(request))
        if visitor.user is not None:
            team.accounts.link(visitor.user, identity.issuer, identity.subject)
            user = visitor.user
        elif pending.invitation:
            user = team.accounts.accept_identity(pending.invitation, identity.name, identity.issuer, identity.subject)
        else:
            found = team.accounts.identified(identity.issuer, identity.subject)
            if found is None:
                raise OpenIdError("Nobody with that identity has an account here.", "Ask for an invitation.")
            user = found
    except (OpenIdError, AccountError) as error:
        return _refused(request, error)
    response = signed_in(request, team, user, local_path(pending.next))
    response.delete_cookie(COOKIE, path="/sign-in/openid")
    return response


def _refused(request: Request, error: OpenIdError | AccountError) -> HTMLResponse:
    return render(request, "sign-in.html", status=401, next="/", failed=False, error=error)


def _back(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}/sign-in/openid/back"
