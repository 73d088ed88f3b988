"""Exports: the formats that a record is given in, and a record in one of them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from peyman.exchange.formats import FORMATS
from peyman.web.downloads import download
from peyman.web.pages.shared import OpenRecord
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.visitor import visitor_of

router = APIRouter()


@router.get("/exports", dependencies=[allow(Action.READ)])
def exports(request: Request) -> HTMLResponse:
    """List the formats, each with what it loses."""
    return render(request, "exports.html", formats=list(FORMATS.values()))


@router.get("/exports/{name}", dependencies=[allow(Action.READ)])
def export(
    request: Request,
    record: OpenRecord,
    name: str,
    since: Annotated[dt.date | None, Query()] = None,
    on: Annotated[dt.date | None, Query()] = None,
    text: bool = False,
    title: Annotated[str, Query(max_length=200)] = "",
) -> StreamingResponse:
    """Give the record in a format, to be saved."""
    return download(record, name, visitor_of(request).language.code, since=since, on=on, text=text, title=title)
