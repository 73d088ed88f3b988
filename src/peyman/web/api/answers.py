"""Answers of the interface for programs: JSON with an ETag, and nothing at all where the program has it already."""

from __future__ import annotations

import hashlib
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from peyman.exchange.record_json import view_json
from peyman.record import Record
from peyman.web.api.models import Failure
from peyman.web.versions import version_of

FAILURES: dict[int | str, dict[str, Any]] = {
    status: {"model": Failure, "description": description}
    for status, description in (
        (400, "The request cannot be carried out"),
        (401, "Send a token"),
        (403, "The token's owner may not do this"),
        (404, "There is no such entry"),
        (422, "The request cannot be understood"),
        (503, "The record is being written to; try again"),
    )
}
"""What may go wrong with any request."""


def answer(request: Request, record: Record, content: Any, status: int = 200) -> Response:
    """Return a view of the record as JSON.

    Args:
        request: What is answered; with ``If-None-Match`` of the same state of the record, 304 is.
        record: The record.
        content: Data classes, lists and dictionaries of the record.
        status: Status of the answer.
    """
    tag = etag(request, record)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
    if status == 200 and unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(view_json(content), status_code=status, media_type="application/json", headers=headers)


def etag(request: Request, record: Record) -> str:
    """Return what tells one answer from another: the address, and how far the record has come."""
    state = f"{version_of(record)} {request.url.path}?{request.url.query}"
    return f'W/"{hashlib.sha256(state.encode()).hexdigest()[:24]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Tell whether the program has the answer already."""
    given = request.headers.get("if-none-match", "")
    return tag in (each.strip() for each in given.split(","))
