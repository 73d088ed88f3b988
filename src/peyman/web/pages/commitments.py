"""Undertakings: the ledger, and one of them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from peyman.web.pages.shared import OpenRecord, PageNumber, entry_of, entry_page
from peyman.web.paging import paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()


@router.get("/undertakings", dependencies=[allow(Action.READ)])
def commitments(request: Request, record: OpenRecord, page: PageNumber = 1) -> HTMLResponse:
    """List who undertook what, toward whom and by when."""
    pages = paging(page, record.summary().entries["commitment"])
    found = record.commitments(limit=pages.size, offset=pages.offset, newest_first=True)
    return render(request, "undertakings.html", commitments=found, paging=pages)


@router.get("/undertakings/{public_id}", dependencies=[allow(Action.READ)])
def commitment(request: Request, record: OpenRecord, public_id: str) -> HTMLResponse:
    """Show one undertaking with its evidence."""
    return entry_page(request, "entry.html", entry_of(record, public_id, "C"))
