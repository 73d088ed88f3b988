"""What pages ask of a request: the record, and the number of a page."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Query, Request

from peyman.record import DocumentView, EntryView, Record
from peyman.web.refusals import NoSuchPage


def record_of(request: Request) -> Record:
    """Return the record that is served."""
    return cast(Record, request.app.state.record)


OpenRecord = Annotated[Record, Depends(record_of)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000, alias="page")]


def entry_of(record: Record, public_id: str, letter: str) -> EntryView:
    """Return an entry of one kind.

    Raises:
        NoSuchPage: The id is not of that kind.
        UnknownEntry: There is no such entry.
    """
    if public_id[:1] != letter:
        raise NoSuchPage
    view = record.get(public_id)
    if not isinstance(view, EntryView):
        raise NoSuchPage
    return view


def document_of(record: Record, public_id: str) -> DocumentView:
    """Return a document.

    Raises:
        NoSuchPage: The id is not one of a document.
        UnknownEntry: There is no such document.
    """
    if public_id[:1] != "D":
        raise NoSuchPage
    view = record.get(public_id)
    if not isinstance(view, DocumentView):
        raise NoSuchPage
    return view
