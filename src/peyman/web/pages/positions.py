"""Where the parties stand on an entry, and the notes of a delegation."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from peyman.record import EntryView
from peyman.web.addresses import entry_path
from peyman.web.pages.shared import OpenRecord, SignedIn, TheTeam
from peyman.web.permissions import Action, allow
from peyman.web.refusals import NoSuchPage

router = APIRouter()
Text = Annotated[str, Form(max_length=10_000)]


@router.post("/entries/{public_id}/position", dependencies=[allow(Action.SIGN)])
def take_position(
    record: OpenRecord,
    team: TheTeam,
    user: SignedIn,
    public_id: str,
    position: Annotated[Literal["signed", "disputed", "withdrawn"], Form()],
    reason: Text = "",
) -> RedirectResponse:
    """Sign an entry off for one's party, dispute it, or take back what was said."""
    entry = _entry(record, public_id)
    team.positions.take(user, entry, position, reason)
    return RedirectResponse(f"{entry_path(entry)}#standing", status_code=303)


@router.post("/entries/{public_id}/notes", dependencies=[allow(Action.NOTE)])
def add_note(record: OpenRecord, team: TheTeam, user: SignedIn, public_id: str, text: Text = "") -> RedirectResponse:
    """Note something of an entry for one's own delegation."""
    entry = _entry(record, public_id)
    team.positions.add_note(user, entry, text)
    return RedirectResponse(f"{entry_path(entry)}#notes", status_code=303)


@router.post("/notes/{number}/remove", dependencies=[allow(Action.NOTE)])
def remove_note(request: Request, team: TheTeam, user: SignedIn, number: int) -> RedirectResponse:
    """Take a note of one's delegation away."""
    return RedirectResponse(f"{entry_path(team.positions.remove_note(user, number))}#notes", status_code=303)


def _entry(record: OpenRecord, public_id: str) -> str:
    view = record.get(public_id)
    if not isinstance(view, EntryView):
        raise NoSuchPage
    return view.id
