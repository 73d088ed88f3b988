"""One entry, one document, and what belongs to them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response
from pydantic import BaseModel

from peyman.model import Reading, Span
from peyman.record import DocumentView, EntryView
from peyman.record.shown.account_views import AccountsTable
from peyman.record.shown.review_views import Step
from peyman.web.api.answers import FAILURES, answer, etag, unchanged
from peyman.web.api.models import model_of
from peyman.web.explanations import why
from peyman.web.pages.shared import BYTES, OpenRecord, document_of, original_of
from peyman.web.permissions import Action, allow
from peyman.web.refusals import NoSuchPage
from peyman.web.team.positions import standing
from peyman.web.visitor import team_of

router = APIRouter(prefix="/api/v1", responses=FAILURES)
PublicId = Annotated[str, Path(pattern=r"^[A-Z][1-9][0-9]{0,17}$", description="Such as M1, D3")]
LocalId = Annotated[str, Path(pattern=r"^[a-z]{1,3}[1-9][0-9]{0,8}$", description="Such as m1, c3")]


class Told(BaseModel):
    """One reason: what it is about, what was read, and what decided it."""

    question: str
    answer: str
    because: str
    words: list[Span]


class Explanation(BaseModel):
    """Why one entry of a document was read.

    ``found`` is false where an older reader made the entry and the reader of today does not find it any more.
    """

    entry: str
    found: bool
    reasons: list[Told]


class Position(BaseModel):
    """Where a party stands on an entry."""

    entry: str
    party: str
    position: str
    reason: str
    by: str
    at: str


@router.get("/entries/{public_id}", response_model=model_of(EntryView), dependencies=[allow(Action.READ)])
def entry(request: Request, record: OpenRecord, public_id: PublicId) -> Response:
    """One entry with every claim about it."""
    view = record.get(public_id)
    if not isinstance(view, EntryView):
        raise NoSuchPage
    return answer(request, record, view)


@router.get("/entries/{public_id}/accounts", response_model=model_of(AccountsTable), dependencies=[allow(Action.READ)])
def accounts(request: Request, record: OpenRecord, public_id: PublicId) -> Response:
    """The accounts of a meeting side by side."""
    return answer(request, record, record.accounts(public_id))


@router.get("/entries/{public_id}/history", response_model=list[model_of(Step)], dependencies=[allow(Action.READ)])  # type: ignore[misc]
def history(request: Request, record: OpenRecord, public_id: PublicId) -> Response:
    """What was decided of an entry."""
    return answer(request, record, record.history(public_id))


@router.get("/entries/{public_id}/positions", response_model=list[Position], dependencies=[allow(Action.READ)])
def positions(request: Request, record: OpenRecord, public_id: PublicId) -> list[Any]:
    """Where each party stands on an entry."""
    team = team_of(request)
    view = record.get(public_id)
    return [Position(**_of(each)) for each in standing(team.positions.history(view.id))] if team else []


def _of(position: Any) -> dict[str, str]:
    return {name: getattr(position, name) for name in Position.model_fields}


@router.get("/documents/{public_id}", response_model=model_of(DocumentView), dependencies=[allow(Action.READ)])
def document(request: Request, record: OpenRecord, public_id: PublicId) -> Response:
    """One document with its text and the entries that it tells of."""
    return answer(request, record, document_of(record, public_id))


@router.get(
    "/documents/{public_id}/original",
    response_class=Response,
    responses={200: {"content": {BYTES: {}}, "description": "The bytes"}},
    dependencies=[allow(Action.READ)],
)
def original(record: OpenRecord, public_id: PublicId) -> Response:
    """The bytes of a document as they were published."""
    return original_of(record, public_id)


@router.get("/documents/{public_id}/reading", response_model=Reading, dependencies=[allow(Action.READ)])
def reading(request: Request, record: OpenRecord, public_id: PublicId) -> Response:
    """What was read out of a document, as `peyman read --json` gives it."""
    tag = etag(request, record)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    found = record.reading(public_id)
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(found.to_json(), media_type="application/json", headers=headers)


@router.get(
    "/documents/{public_id}/reading/{local_id}/why", response_model=Explanation, dependencies=[allow(Action.READ)]
)
def explanation(record: OpenRecord, public_id: PublicId, local_id: LocalId) -> Explanation:
    """What made an entry of a document, as `peyman read --explain` says it: cues, rules and models."""
    told = why(record.reading(public_id), local_id)
    if told is None:
        raise NoSuchPage
    reasons = [Told.model_validate(each, from_attributes=True) for each in told.reasons or ()]
    return Explanation(entry=local_id, found=told.reasons is not None, reasons=reasons)
