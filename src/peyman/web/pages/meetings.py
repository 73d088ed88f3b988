"""Meetings: the list, and one meeting with every account of it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from peyman.record.asking.diary import STATUSES, DiaryFilter, Order
from peyman.web.pages.shared import MOST_ACCOUNTS, Asked, OpenRecord, PageNumber, entry_page
from peyman.web.paging import PAGE_SIZE, paging
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()


@router.get("/meetings", dependencies=[allow(Action.READ)])
def meetings(
    request: Request,
    asked: Asked,
    status: Annotated[list[str] | None, Query(max_length=20)] = None,
    order: Order = "latest",
    page: PageNumber = 1,
) -> HTMLResponse:
    """List the meetings with what became of them as of today, by their day, the latest first."""
    chosen = DiaryFilter(tuple(sorted(status or ())), order)
    diary = asked.diary(chosen, PAGE_SIZE, (page - 1) * PAGE_SIZE)
    pages = paging(page, diary.total)
    if pages.number != page:
        diary = asked.diary(chosen, pages.size, pages.offset)
    return render(
        request,
        "meetings.html",
        meetings=asked.meetings(diary.numbers),
        diary=diary,
        chosen=chosen,
        statuses=[each for each in STATUSES if each in diary.counts or each in chosen.status],
        paging=pages,
    )


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
    subjects = {row.subject for row in rows if row.subject}
    return entry_page(request, "meeting.html", entry, subjects, table=table, rows=rows, shown=show)
