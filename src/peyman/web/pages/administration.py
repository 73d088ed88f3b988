"""Administration: people and their roles, what is in the record and what read it, the log, a copy to keep."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from peyman.web.downloads import backup
from peyman.web.pages.shared import OpenRecord, PageNumber, SignedIn, TheTeam, questions
from peyman.web.paging import paging
from peyman.web.permissions import Action, Role, allow
from peyman.web.rendering import render
from peyman.web.team import Team
from peyman.web.team.accounts import AccountError

router = APIRouter()
_WATCHED = 50
Short = Annotated[str, Form(max_length=200)]


@router.get("/administration", dependencies=[allow(Action.OVERSEE)])
def administration(request: Request, record: OpenRecord, team: TheTeam) -> HTMLResponse:
    """Show who works with the record, how much is in it, and what was done."""
    return _page(request, record, team)


@router.post("/administration/invitations", dependencies=[allow(Action.MANAGE)])
def invite(
    request: Request,
    record: OpenRecord,
    team: TheTeam,
    user: SignedIn,
    role: Annotated[Role, Form()],
    party: Short = "",
) -> HTMLResponse:
    """Make a link by which somebody makes an account, and show it this once."""
    try:
        secret = team.accounts.invite(role, party, user.name)
    except AccountError as error:
        return _page(request, record, team, error=error)
    return _page(request, record, team, link=f"{request.url.scheme}://{request.url.netloc}/invitation/{secret}")


@router.post("/administration/people/{number}", dependencies=[allow(Action.MANAGE)])
def change(
    request: Request,
    record: OpenRecord,
    team: TheTeam,
    user: SignedIn,
    number: int,
    role: Annotated[Role, Form()],
    party: Short = "",
    disabled: Annotated[bool, Form()] = False,
) -> Response:
    """Change what somebody may do, or let them sign in no more."""
    try:
        team.accounts.change(number, role, party, disabled, user)
    except AccountError as error:
        return _page(request, record, team, error=error)
    return RedirectResponse("/administration", status_code=303)


@router.post("/administration/backup", dependencies=[allow(Action.MANAGE)])
def back_up(record: OpenRecord, team: TheTeam, user: SignedIn) -> StreamingResponse:
    """Give the whole record as one file, from which `peyman restore` makes it anew; no password or note is in it."""
    return backup(record, team, user.name)


@router.get("/administration/steps", dependencies=[allow(Action.OVERSEE)])
def steps(request: Request, record: OpenRecord, page: PageNumber = 1) -> HTMLResponse:
    """Show the log of the record, the newest steps first, and whether it fits what is there."""
    total = record.lists.steps_counted()
    pages = paging(page, total)
    return render(request, "steps.html", steps=record.lists.steps(pages.offset, pages.size), paging=pages)


def _page(
    request: Request, record: OpenRecord, team: Team, error: AccountError | None = None, link: str | None = None
) -> HTMLResponse:
    asked = questions(request)
    return render(
        request,
        "administration.html",
        status=400 if error else 200,
        people=team.accounts.everybody(),
        roles=list(Role),
        log=team.accounts.log(),
        summary=asked.summary(),
        readers=asked.kept("readers", record.lists.readers),
        publishers=asked.kept("publishers", record.lists.publishers),
        watched=record.lists.visits(_WATCHED),
        error=error,
        link=link,
    )
