"""What programs review beyond single decisions: proposals, splits, what became of undertakings, what was missed."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from peyman.record.reviewing.review import SetStatus
from peyman.record.shown.account_views import Comparison
from peyman.record.shown.review_views import Step
from peyman.web.api.answers import FAILURES, answer
from peyman.web.api.changes import Document, taken_in
from peyman.web.api.models import model_of
from peyman.web.api.views import PublicId
from peyman.web.decisions import HandKind, ProposalKind, add_entry, decide_proposal
from peyman.web.pages.compare import compared
from peyman.web.pages.shared import OpenRecord, SignedIn, document_of, entry_of
from peyman.web.permissions import Action, allow

router = APIRouter(prefix="/api/v1", responses=FAILURES)
Id = Annotated[str, Field(max_length=32)]
Reason = Annotated[str | None, Field(max_length=1000)]


class Verdict(BaseModel):
    """A decision on a proposal."""

    model_config = ConfigDict(extra="forbid")

    kind: ProposalKind
    action: Literal["accept", "reject"]
    target: Id
    other: str = Field(default="", max_length=1000, description="The other entry, or the report that is proposed")
    field: str = Field(default="", max_length=64)


class Splitting(BaseModel):
    """Documents whose accounts are another entry."""

    model_config = ConfigDict(extra="forbid")

    documents: list[Id] = Field(min_length=1, max_length=1000)
    reason: Reason = None


class Outcome(BaseModel):
    """What became of an undertaking."""

    model_config = ConfigDict(extra="forbid")

    status: SetStatus
    reason: str = Field(min_length=1, max_length=1000)


class Missed(BaseModel):
    """An entry that was not read."""

    model_config = ConfigDict(extra="forbid")

    kind: HandKind
    start: int = Field(ge=0, description="Of the words that tell it, in code points of the document's text")
    end: int = Field(ge=1)
    type: str = Field(
        default="", max_length=64, description="Kind of the meeting or statement, class of the undertaking"
    )
    parties: list[Annotated[str, Field(max_length=64)]] = Field(default=[], max_length=50)
    date: str = Field(default="", max_length=64, description="EDTF; of an undertaking its window")
    reason: Reason = None


class Added(BaseModel):
    """The entry that was added."""

    entry: str


class Emptiness(BaseModel):
    """Why there is rightly nothing in a document."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason = None


class Pair(BaseModel):
    """Two documents, to be taken as accounts of each other."""

    model_config = ConfigDict(extra="forbid")

    first: Document
    second: Document


@router.post("/proposals", response_model=model_of(Step), dependencies=[allow(Action.REVIEW)])
def decide(request: Request, record: OpenRecord, user: SignedIn, verdict: Verdict) -> Any:
    """Accept or reject a proposal."""
    step = decide_proposal(
        record,
        verdict.kind,
        verdict.action == "accept",
        verdict.target,
        verdict.other,
        verdict.field,
        by=user.name,
    )
    return answer(request, record, step)


@router.post("/entries/{public_id}/splits", response_model=model_of(Step), dependencies=[allow(Action.REVIEW)])
def split(request: Request, record: OpenRecord, user: SignedIn, public_id: PublicId, splitting: Splitting) -> Any:
    """Say that what some documents tell is another entry than what the others tell."""
    step = record.review.split(public_id, splitting.documents, by=user.name, reason=splitting.reason)
    return answer(request, record, step)


@router.post("/commitments/{public_id}/status", response_model=model_of(Step), dependencies=[allow(Action.REVIEW)])
def set_status(request: Request, record: OpenRecord, user: SignedIn, public_id: PublicId, outcome: Outcome) -> Any:
    """Say what became of an undertaking, and why."""
    entry = entry_of(record, public_id, "C")
    step = record.review.set_status(entry.id, outcome.status, by=user.name, reason=outcome.reason)
    return answer(request, record, step)


@router.post(
    "/documents/{public_id}/entries", response_model=Added, status_code=201, dependencies=[allow(Action.REVIEW)]
)
def add_missed(record: OpenRecord, user: SignedIn, public_id: PublicId, missed: Missed) -> Added:
    """Add an entry that was not read, with the words of the document that it rests on."""
    entry = add_entry(
        record,
        missed.kind,
        document_of(record, public_id).id,
        (missed.start, missed.end),
        form=missed.type,
        parties=missed.parties,
        date=missed.date,
        by=user.name,
        reason=missed.reason,
    )
    return Added(entry=entry)


@router.post("/documents/{public_id}/nothing-here", response_model=model_of(Step), dependencies=[allow(Action.REVIEW)])
def nothing_here(
    request: Request, record: OpenRecord, user: SignedIn, public_id: PublicId, emptiness: Emptiness
) -> Any:
    """Say that a document was looked at, and that there is rightly nothing in it."""
    view = document_of(record, public_id)
    return answer(request, record, record.review.nothing_here(view.id, by=user.name, reason=emptiness.reason))


@router.post("/comparisons", response_model=model_of(Comparison), dependencies=[allow(Action.READ)])
def compare(request: Request, record: OpenRecord, pair: Pair) -> Any:
    """Compare two documents as accounts of each other; nothing of them is kept."""
    comparison, _ = compared([taken_in(pair.first), taken_in(pair.second)], None)
    return answer(request, record, comparison)
