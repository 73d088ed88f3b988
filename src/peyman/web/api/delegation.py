"""The notes of one's delegation, for programs of its own."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from peyman.web.api.answers import FAILURES
from peyman.web.api.views import PublicId
from peyman.web.pages.shared import OpenRecord, SignedIn, TheTeam
from peyman.web.permissions import Action, allow

router = APIRouter(prefix="/api/v1", responses=FAILURES)


class NewNote(BaseModel):
    """What is to be noted."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=10_000)


class Note(BaseModel):
    """A note of one's delegation."""

    number: int
    text: str
    by: str
    at: str


@router.get("/entries/{public_id}/notes", response_model=list[Note], dependencies=[allow(Action.NOTE)])
def notes(record: OpenRecord, team: TheTeam, user: SignedIn, public_id: PublicId) -> list[Note]:
    """What one's delegation noted of an entry; no other delegation sees it."""
    found = team.positions.notes(user, record.get(public_id, 1).id)
    return [Note(number=note.id, text=note.text, by=note.by, at=note.at) for note in found]


@router.post("/entries/{public_id}/notes", status_code=204, dependencies=[allow(Action.NOTE)])
def add_note(record: OpenRecord, team: TheTeam, user: SignedIn, public_id: PublicId, note: NewNote) -> None:
    """Note something of an entry for one's delegation."""
    team.positions.add_note(user, record.get(public_id, 1).id, note.text)


@router.delete("/notes/{number}", status_code=204, dependencies=[allow(Action.NOTE)])
def remove_note(team: TheTeam, user: SignedIn, number: int) -> None:
    """Take a note of one's delegation away."""
    team.positions.remove_note(user, number)
