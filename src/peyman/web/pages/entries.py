"""Statements, places and agreements, which have a page but are reached from others; and any entry by its id."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from peyman.web.addresses import FOLDERS, entry_path
from peyman.web.pages.shared import Asked, OpenRecord, entry_page
from peyman.web.permissions import Action, allow
from peyman.web.refusals import NoSuchPage

router = APIRouter()


@router.get("/statements/{public_id}", dependencies=[allow(Action.READ)])
def statement(request: Request, asked: Asked, public_id: str) -> HTMLResponse:
    """Show one statement."""
    return entry_page(request, "entry.html", asked.entry(public_id, "S"))


@router.get("/places/{public_id}", dependencies=[allow(Action.READ)])
def place(request: Request, asked: Asked, public_id: str) -> HTMLResponse:
    """Show one place."""
    found = asked.entry(public_id, "P")
    return entry_page(request, "entry.html", found, meetings=asked.meetings_of(found.id))


@router.get("/agreements/{public_id}", dependencies=[allow(Action.READ)])
def agreement(request: Request, asked: Asked, public_id: str) -> HTMLResponse:
    """Show one agreement."""
    found = asked.entry(public_id, "G")
    return entry_page(
        request,
        "entry.html",
        found,
        meetings=asked.meetings_of(found.id),
        undertakings=asked.commitments_under(found.id),
    )


@router.get("/entries/{public_id}", dependencies=[allow(Action.READ)])
def entry(request: Request, record: OpenRecord, public_id: str) -> RedirectResponse:
    """Lead to the page of an entry or document, whatever its kind."""
    found = public_id.strip().upper()
    if found[:1] not in FOLDERS or not found[1:].isdecimal():
        raise NoSuchPage
    return RedirectResponse(entry_path(record.get(found).id), status_code=303)
