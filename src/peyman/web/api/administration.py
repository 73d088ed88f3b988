"""People, sources, readers, log and backup, for programs."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from peyman.record.lists import Publisher, Read
from peyman.sources.model import Visit
from peyman.web.api.answers import FAILURES, answer
from peyman.web.api.models import model_of
from peyman.web.downloads import backup
from peyman.web.pages.shared import OpenRecord, SignedIn, TheTeam
from peyman.web.permissions import Action, Role, allow
from peyman.web.team import User

router = APIRouter(prefix="/api/v1", responses=FAILURES)
_WATCHED = 50


class Person(BaseModel):
    """Somebody with an account."""

    number: int
    name: str
    role: Role
    party: str | None
    disabled: bool
    visited: str | None = Field(description="When their visit before this one ended; null on the first")


class Change(BaseModel):
    """What somebody may do from now on."""

    model_config = ConfigDict(extra="forbid")

    role: Role
    party: str | None = Field(default=None, max_length=64, description="That they act for; a signatory has one")
    disabled: bool = False


class Invitation(BaseModel):
    """For whom a link is to be made."""

    model_config = ConfigDict(extra="forbid")

    role: Role
    party: str | None = Field(default=None, max_length=64)


class Link(BaseModel):
    """The address at which the account is made; it is told this once."""

    link: str


class LogLine(BaseModel):
    """A line of the log of accounts."""

    at: str
    who: str
    what: str
    detail: str


class Sources(BaseModel):
    """Who published the documents, and which addresses were fetched last."""

    publishers: list[model_of(Publisher)]  # type: ignore[valid-type]
    visits: list[model_of(Visit)]  # type: ignore[valid-type]


@router.get("/people", response_model=list[Person], dependencies=[allow(Action.OVERSEE)])
def people(team: TheTeam) -> list[Person]:
    """Everybody with an account."""
    return [_person(user) for user in team.accounts.everybody()]


@router.post("/people/{number}", response_model=Person, dependencies=[allow(Action.MANAGE)])
def change(team: TheTeam, user: SignedIn, number: int, change: Change) -> Person:
    """Change what somebody may do, or let them sign in no more."""
    team.accounts.change(number, change.role, change.party, change.disabled, user)
    return next(_person(each) for each in team.accounts.everybody() if each.id == number)


@router.post("/invitations", response_model=Link, status_code=201, dependencies=[allow(Action.MANAGE)])
def invite(request: Request, team: TheTeam, user: SignedIn, invitation: Invitation) -> Link:
    """Make a link by which somebody makes an account."""
    secret = team.accounts.invite(invitation.role, invitation.party, user.name)
    return Link(link=f"{request.url.scheme}://{request.url.netloc}/invitation/{secret}")


@router.get("/log", response_model=list[LogLine], dependencies=[allow(Action.OVERSEE)])
def log(team: TheTeam) -> list[LogLine]:
    """The newest lines of the log of accounts."""
    return [LogLine(at=at, who=who, what=what, detail=detail) for at, who, what, detail in team.accounts.log()]


@router.get("/sources", response_model=Sources, dependencies=[allow(Action.OVERSEE)])
def sources(request: Request, record: OpenRecord) -> Any:
    """Who published the documents, and which addresses were fetched last."""
    return answer(request, record, {"publishers": record.lists.publishers(), "visits": record.lists.visits(_WATCHED)})


@router.get("/readers", response_model=list[model_of(Read)], dependencies=[allow(Action.OVERSEE)])  # type: ignore[misc]
def readers(request: Request, record: OpenRecord) -> Any:
    """Which versions of which readers read the documents."""
    return answer(request, record, record.lists.readers())


@router.post("/backup", response_class=StreamingResponse, dependencies=[allow(Action.MANAGE)])
def back_up(record: OpenRecord, team: TheTeam, user: SignedIn) -> StreamingResponse:
    """The whole record as one file, as `peyman backup` writes it."""
    return backup(record, team, user.name)


def _person(user: User) -> Person:
    return Person(
        number=user.id,
        name=user.name,
        role=user.role,
        party=user.party,
        disabled=user.disabled,
        visited=user.visited,
    )
