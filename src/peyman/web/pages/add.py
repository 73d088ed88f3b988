"""Adding a document to the record, and an entry that was not read from it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from peyman.errors import PeymanError
from peyman.record import AddResult, Record
from peyman.web.addresses import entry_path
from peyman.web.decisions import HandKind
from peyman.web.decisions import add_entry as write_entry
from peyman.web.pages.shared import OpenRecord, SignedIn, document_of
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.uploads import ONE_DOCUMENT, content_of, reading_of, source_of
from peyman.web.visitor import settings_of
from peyman.web.written_dates import edtf_of

router = APIRouter()
Short = Annotated[str, Form(max_length=300)]


@router.get("/add", dependencies=[allow(Action.ADD)])
def ask(request: Request) -> HTMLResponse:
    """Ask for a document."""
    return render(request, "add.html", error=None, given={}, suffixes=ONE_DOCUMENT)


@router.post("/add", dependencies=[allow(Action.ADD)])
async def add(
    request: Request,
    record: OpenRecord,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    file: Annotated[UploadFile | None, File()] = None,
    publisher: Short = "",
    published: Short = "",
    url: Annotated[str, Form(max_length=2000)] = "",
    language: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Read a document, add it, and show it; one that is there already is shown as it is."""
    name, data = await content_of(text, file, settings_of(request).maximum_upload)
    try:
        result = await run_in_threadpool(_add, record, name, data, published, publisher, url, language)
    except PeymanError as error:
        given = {"text": text, "publisher": publisher, "published": published, "url": url, "language": language}
        return render(request, "add.html", status=400, error=error, given=given, suffixes=ONE_DOCUMENT)
    return RedirectResponse(entry_path(result.document), status_code=303)


def _add(record: Record, name: str, data: bytes, published: str, publisher: str, url: str, language: str) -> AddResult:
    told = {"published": published, "publisher": publisher, "url": url, "language": language}
    source = source_of(name, data, **{field: value.strip() for field, value in told.items()})
    return record.add(reading_of(source), source.original)


@router.post("/documents/{public_id}/entries", dependencies=[allow(Action.REVIEW)])
def add_entry(
    record: OpenRecord,
    user: SignedIn,
    public_id: str,
    kind: Annotated[HandKind, Form()],
    start: Annotated[int, Form(ge=0)],
    end: Annotated[int, Form(ge=1)],
    type: Short = "",
    parties: Short = "",
    date: Short = "",
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> RedirectResponse:
    """Add an entry that was not read, with the words of the document that it rests on."""
    view = document_of(record, public_id)
    keys = [each.strip() for each in parties.split(",") if each.strip()]
    entry = write_entry(
        record,
        kind,
        view.id,
        (start, end),
        form=type,
        parties=keys,
        date=edtf_of(date) if date.strip() else "",
        by=user.name,
        reason=reason.strip() or None,
    )
    return RedirectResponse(entry_path(entry), status_code=303)


@router.post("/documents/{public_id}/nothing-here", dependencies=[allow(Action.REVIEW)])
def nothing_here(record: OpenRecord, user: SignedIn, public_id: str) -> RedirectResponse:
    """Say that a document was looked at, and that there is rightly nothing in it."""
    view = document_of(record, public_id)
    record.review.nothing_here(view.id, by=user.name)
    return RedirectResponse(entry_path(view.id), status_code=303)
