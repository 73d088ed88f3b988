"""Lists: entries of each kind, what is due, what is new, what is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, Field

from peyman.exchange.formats import FORMATS
from peyman.record import (
    ActorSummary,
    AgreementSummary,
    CommitmentSummary,
    DocumentSummary,
    MeetingSummary,
    PlaceSummary,
    Record,
    RecordSummary,
    StatementSummary,
)
from peyman.record.lists import Outline, Tie, Venue
from peyman.record.search import Filters, SearchResults, search
from peyman.record.shown.followup_views import DueList, News
from peyman.record.shown.review_views import Proposal, Step
from peyman.web.api.answers import FAILURES, answer
from peyman.web.api.models import Page, model_of
from peyman.web.downloads import download
from peyman.web.interface import codes
from peyman.web.pages.shared import MOST_ACCOUNTS, Asked, OpenRecord
from peyman.web.permissions import Action, allow

router = APIRouter(prefix="/api/v1", responses=FAILURES)

Limit = Annotated[int, Query(ge=1, le=500)]
Offset = Annotated[int, Query(ge=0, le=100_000_000)]
Newest = Annotated[bool, Query(description="Begin with what was added last")]
Several = Annotated[list[str] | None, Query(max_length=20)]
Text = Annotated[str, Query(max_length=1000)]
OutlineKind = Literal["meeting", "commitment", "agreement", "statement"]
FormatName = Annotated[str, Path(pattern=f"^({'|'.join(FORMATS)})$")]
InterfaceLanguage = Annotated[str, Query(pattern=f"^({'|'.join(codes())})$")]


def part(request: Request, record: Record, total: int, limit: int, offset: int, items: Sequence[Any]) -> Response:
    """Return a part of a list, with the address of the next part."""
    beyond = offset + limit
    further = str(request.url.include_query_params(limit=limit, offset=beyond)) if beyond < total else None
    content = {"total": total, "limit": limit, "offset": offset, "next": further, "items": items}
    return answer(request, record, content)


@router.get("", response_model=model_of(RecordSummary), dependencies=[allow(Action.READ)])
def summary(request: Request, record: OpenRecord, asked: Asked) -> Response:
    """How much is in the record."""
    return answer(request, record, asked.summary())


@router.get("/documents", response_model=Page[model_of(DocumentSummary)], dependencies=[allow(Action.READ)])  # type: ignore[misc]
def documents(
    request: Request, record: OpenRecord, asked: Asked, limit: Limit = 50, offset: Offset = 0, newest: Newest = False
) -> Response:
    """The documents."""
    found = record.documents(limit=limit, offset=offset, newest_first=newest)
    return part(request, record, asked.counts()["document"], limit, offset, found)


def _entries(name: str, kind: str, summary: Any) -> None:
    def of(
        request: Request,
        record: OpenRecord,
        asked: Asked,
        limit: Limit = 50,
        offset: Offset = 0,
        newest: Newest = False,
    ) -> Response:
        listed: Callable[..., Sequence[Any]] = getattr(record, name)
        total = asked.counts()[kind]
        return part(
            request,
            record,
            total,
            limit,
            offset,
            listed(limit=limit, offset=offset, newest_first=newest, most=MOST_ACCOUNTS),
        )

    of.__name__ = name
    of.__doc__ = f"The {name}."
    part_of: Any = Page[model_of(summary)]  # type: ignore[misc]
    router.add_api_route(f"/{name}", of, response_model=part_of, dependencies=[allow(Action.READ)])


_entries("meetings", "meeting", MeetingSummary)
_entries("commitments", "commitment", CommitmentSummary)
_entries("statements", "statement", StatementSummary)
_entries("actors", "actor", ActorSummary)
_entries("places", "place", PlaceSummary)
_entries("agreements", "agreement", AgreementSummary)


@router.get("/due", response_model=model_of(DueList), dependencies=[allow(Action.READ)])
def due(request: Request, record: OpenRecord, asked: Asked, on: dt.date | None = None) -> Response:
    """What became of every undertaking and planned meeting, as of a day; of today without one."""
    return answer(request, record, asked.due() if on is None else record.due(on))


@router.get("/news", response_model=model_of(News), dependencies=[allow(Action.READ)])
def news(request: Request, record: OpenRecord, since: dt.date) -> Response:
    """What is new since a day."""
    return answer(request, record, record.news(since))


@router.get("/search", response_model=model_of(SearchResults), dependencies=[allow(Action.READ)])
def find(
    request: Request,
    record: OpenRecord,
    q: Text = "",
    party: Several = None,
    language: Several = None,
    kind: Several = None,
    status: Several = None,
    publisher: Several = None,
    since: Text = "",
    until: Text = "",
    order: Literal["relevance", "newest"] = "relevance",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Documents by their words, and by what they tell of."""
    filters = Filters(
        party=tuple(party or ()),
        language=tuple(language or ()),
        kind=tuple(kind or ()),
        status=tuple(status or ()),
        publisher=tuple(publisher or ()),
        since=since or None,
        until=until or None,
    )
    return answer(request, record, search(record, q, filters, order=order, limit=limit, offset=offset))


@router.get("/proposals", response_model=list[model_of(Proposal)], dependencies=[allow(Action.REVIEW)])  # type: ignore[misc]
def proposals(request: Request, record: OpenRecord, asked: Asked) -> Response:
    """What waits for a reviewer."""
    return answer(request, record, asked.proposals())


@router.get("/steps", response_model=list[model_of(Step)], dependencies=[allow(Action.OVERSEE)])  # type: ignore[misc]
def steps(request: Request, record: OpenRecord) -> Response:
    """Every step of the log of the record."""
    return answer(request, record, record.steps())


class ExportFormat(BaseModel):
    """A format that a record is exported to."""

    name: str
    title: str
    suffix: str
    media_type: str
    loses: str = Field(description="What of a record it has no place for")


@router.get("/exports", response_model=list[ExportFormat], dependencies=[allow(Action.READ)])
def exports() -> list[ExportFormat]:
    """The formats that a record is exported to."""
    return [
        ExportFormat(name=each.name, title=each.title, suffix=each.suffix, media_type=each.media_type, loses=each.loses)
        for each in FORMATS.values()
    ]


@router.get("/exports/{name}", response_class=StreamingResponse, dependencies=[allow(Action.READ)])
def export(record: OpenRecord, name: FormatName, language: InterfaceLanguage = "en", text: bool = False) -> Response:
    """The whole record in a format."""
    return download(record, name, language, text=text)


@router.get("/venues", response_model=list[model_of(Venue)], dependencies=[allow(Action.READ)])  # type: ignore[misc]
def venues(request: Request, record: OpenRecord, asked: Asked) -> Response:
    """Where meetings were held, and how many."""
    return answer(request, record, asked.venues())


@router.get("/ties", response_model=list[model_of(Tie)], dependencies=[allow(Action.READ)])  # type: ignore[misc]
def ties(request: Request, record: OpenRecord) -> Response:
    """Who met whom, and how often."""
    return answer(request, record, record.lists.ties())


@router.get("/timeline", response_model=list[model_of(Outline)], dependencies=[allow(Action.READ)])  # type: ignore[misc]
def timeline(
    request: Request,
    record: OpenRecord,
    asked: Asked,
    since: dt.date | None = None,
    until: dt.date | None = None,
    party: Several = None,
    kind: Annotated[list[OutlineKind] | None, Query(max_length=4)] = None,
) -> Response:
    """What happened, or is to happen, between two days."""
    kinds = tuple(dict.fromkeys(kind or get_args(OutlineKind)))
    return answer(request, record, record.lists.timeline(asked.today, kinds, since, until, tuple(party or ())))


@router.get("/openapi.json", include_in_schema=False, dependencies=[allow(Action.READ)])
def openapi(request: Request) -> JSONResponse:
    """What the interface for programs offers, as OpenAPI."""
    return JSONResponse(request.app.openapi())
