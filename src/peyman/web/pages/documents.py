"""Documents: the list, and one document with its evidence marked and its entries beside it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from peyman.exchange.page import marks_of, paragraphs_of, writing_direction
from peyman.exchange.wording import KINDS
from peyman.web.cards import KIND_OF, groups_of
from peyman.web.explanations import why as explained
from peyman.web.pages.shared import Asked, OpenRecord, PageNumber, document_of, original_of
from peyman.web.paging import paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()


@router.get("/documents", dependencies=[allow(Action.READ)])
def documents(request: Request, record: OpenRecord, asked: Asked, page: PageNumber = 1) -> HTMLResponse:
    """List the documents, the newest in the record first."""
    pages = paging(page, asked.counts()["document"])
    found = asked.kept(
        ("documents", pages.offset),
        lambda: record.documents(limit=pages.size, offset=pages.offset, newest_first=True),
    )
    return render(request, "documents.html", documents=found, paging=pages)


@router.get("/documents/{public_id}", dependencies=[allow(Action.READ)])
def document(
    request: Request,
    record: OpenRecord,
    public_id: str,
    why: Annotated[str | None, Query(pattern=r"^[a-z]{1,3}[1-9][0-9]{0,8}$", description="Such as m1")] = None,
) -> HTMLResponse:
    """Show one document, with ``?why=m1`` what made one of its entries."""
    view = document_of(record, public_id)
    reading = record.reading(public_id)
    marks = marks_of(reading)
    paragraphs = paragraphs_of(reading, marks)
    return render(
        request,
        "document.html",
        document=view,
        reading=reading,
        paragraphs=paragraphs,
        why=explained(reading, why) if why else None,
        groups=groups_of(reading, view.local_ids),
        kinds=[KIND_OF[kind] for kind, _ in KINDS],
        kind_of=KIND_OF,
        text=reading.document.text,
        dir=writing_direction(view.summary.language),
    )


@router.get("/documents/{public_id}/original", dependencies=[allow(Action.READ)])
def original(record: OpenRecord, public_id: str) -> Response:
    """Hand over the bytes of a document as they were published: to be kept, never to be shown by the browser."""
    return original_of(record, public_id)
