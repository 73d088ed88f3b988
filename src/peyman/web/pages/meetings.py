"""Meetings: the list, and one meeting with every account of it."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from peyman.web.pages.shared import MOST_ACCOUNTS, Asked, OpenRecord, PageNumber, entry_page
from peyman.web.paging import paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()


@router.get("/meetings", dependencies=[allow(Action.READ)])
def meetings(request: Request, record: OpenRecord, asked: Asked, page: PageNumber = 1) -> HTMLResponse:
    """List the meetings, the newest in the record first."""
    pages = paging(page, asked.counts()["meeting"])
    found = asked.kept(
        ("meetings", pages.offset),
        lambda: record.meetings(limit=pages.size, offset=pages.offset, newest_first=True, most=MOST_ACCOUNTS),
    )
    return render(request, "meetings.html", meetings=found, paging=pages)


@router.get("/meetings/{public_id}", dependencies=[allow(Action.READ)])
def meeting(
    request: Request,
    record: OpenRecord,
    asked: Asked,
    public_id: str,
    show: Literal["all", "differences"] = "all",
) -> HTMLResponse:
    """Show one meeting, the accounts of it side by side: all that they tell, or only where they differ."""
    entry = asked.entry(public_id, "M")
    table = asked.kept_of(entry.id, "accounts", lambda: record.accounts(entry, MOST_ACCOUNTS))
    rows = table.differences if show == "differences" else table.facts
    return entry_page(request, "meeting.html", entry, table=table, rows=rows, shown=show)
