"""People, bodies and parties: the list, and one of them with its names in every script."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from peyman.web.pages.shared import MOST_ACCOUNTS, Asked, OpenRecord, PageNumber, entry_page
from peyman.web.paging import paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()


@router.get("/actors", dependencies=[allow(Action.READ)])
def actors(request: Request, record: OpenRecord, asked: Asked, page: PageNumber = 1) -> HTMLResponse:
    """List the people, bodies and parties."""
    pages = paging(page, asked.counts()["actor"])
    found = asked.kept(
        ("actors", pages.offset),
        lambda: record.actors(limit=pages.size, offset=pages.offset, most=MOST_ACCOUNTS),
    )
    return render(request, "actors.html", actors=found, called=asked.names(each.id for each in found), paging=pages)


@router.get("/actors/{public_id}", dependencies=[allow(Action.READ)])
def actor(request: Request, asked: Asked, public_id: str) -> HTMLResponse:
    """Show one person, body or party, with meetings and, of a party, what it undertook."""
    entry = asked.entry(public_id, "A")
    keys = [str(value.value) for value in entry.of("key")]
    party = keys[0] if keys and any(value.value == "party" for value in entry.of("kind")) else None
    return entry_page(
        request,
        "entry.html",
        entry,
        meetings=asked.of_party(party, "meeting") if party else asked.meetings_of(entry.id),
        undertakings=asked.of_party(party, "commitment") if party else [],
    )
