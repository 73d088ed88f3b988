"""What programs change: documents, decisions, positions."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from peyman.record.shown.review_views import Step
from peyman.sources import SourceDocument
from peyman.web.api.answers import FAILURES, answer
from peyman.web.api.models import Taken, model_of
from peyman.web.api.views import PublicId
from peyman.web.pages.shared import OpenRecord, SignedIn, TheTeam
from peyman.web.permissions import Action, allow
from peyman.web.uploads import reading_of, source_of

router = APIRouter(prefix="/api/v1", responses=FAILURES)


class Document(BaseModel):
    """A document to be read and added."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=2_000_000)
    url: str | None = Field(default=None, max_length=2000)
    publisher: str | None = Field(default=None, max_length=300)
    published: str | None = Field(default=None, max_length=30, description="2026-01-15, 2026-01 or 2026")


class Decision(BaseModel):
    """A decision on an entry, or on one of its fields."""

    model_config = ConfigDict(extra="forbid")

    action: Literal["accept", "correct", "reject"]
    field: str | None = Field(default=None, max_length=64, description="The whole entry without it")
    value: Any = Field(default=None, description="The value that is decided on; all of the field without it")
    new: Any = Field(default=None, description="The right value, for a correction")
    reason: str | None = Field(default=None, max_length=1000)


class Merging(BaseModel):
    """Entries of one kind that are one."""

    model_config = ConfigDict(extra="forbid")

    entries: list[str] = Field(min_length=2, max_length=20)
    reason: str | None = Field(default=None, max_length=1000)


class Stand(BaseModel):
    """Where one's party stands on an entry."""

    model_config = ConfigDict(extra="forbid")

    position: Literal["signed", "disputed", "withdrawn"]
    reason: str = Field(default="", max_length=4000)


def taken_in(document: Document) -> SourceDocument:
    """Return what was sent as a document to be read.

    Raises:
        SourceError: It cannot be taken in.
    """
    return source_of(
        "",
        document.text.encode("utf-8", "surrogatepass"),
        published=document.published,
        publisher=document.publisher,
        url=document.url,
    )


@router.post("/documents", response_model=Taken, status_code=201, dependencies=[allow(Action.ADD)])
def add(record: OpenRecord, document: Document) -> JSONResponse:
    """Read a document and add it; one that is there already changes nothing, and is answered with 200."""
    source = taken_in(document)
    result = record.add(reading_of(source), source.original)
    content = {
        "document": result.document,
        "added": result.added,
        "new": list(result.new),
        "joined": list(result.joined),
        "merged": result.merged,
    }
    return JSONResponse(content, status_code=201 if result.added else 200)


@router.post("/entries/{public_id}/decisions", response_model=model_of(Step), dependencies=[allow(Action.REVIEW)])
def decide(request: Request, record: OpenRecord, user: SignedIn, public_id: PublicId, decision: Decision) -> Any:
    """Accept, correct or reject an entry, or a field of it."""
    review = record.review
    if decision.action == "correct":
        step = review.correct(
            public_id, decision.field or "", decision.new, decision.value, by=user.name, reason=decision.reason
        )
    else:
        act = review.accept if decision.action == "accept" else review.reject
        step = act(public_id, decision.field, decision.value, by=user.name, reason=decision.reason)
    return answer(request, record, step)


@router.post("/merges", response_model=model_of(Step), dependencies=[allow(Action.REVIEW)])
def merge(request: Request, record: OpenRecord, user: SignedIn, merging: Merging) -> Any:
    """Say that entries are one."""
    return answer(request, record, record.review.merge(merging.entries, by=user.name, reason=merging.reason))


@router.post("/steps/{number}/undo", response_model=model_of(Step), dependencies=[allow(Action.REVIEW)])
def undo(request: Request, record: OpenRecord, user: SignedIn, number: int) -> Any:
    """Take a decision back."""
    return answer(request, record, record.review.undo(number, by=user.name))


@router.post("/entries/{public_id}/position", status_code=204, dependencies=[allow(Action.SIGN)])
def take_position(record: OpenRecord, team: TheTeam, user: SignedIn, public_id: PublicId, stand: Stand) -> None:
    """Sign an entry off for one's party, dispute it, or take that back."""
    team.positions.take(user, record.get(public_id).id, stand.position, stand.reason)
