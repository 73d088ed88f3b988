"""Today: what is new since the last visit, what is due or overdue, planned meetings, what waits for review."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from peyman.web.pages.shared import Asked, OpenRecord
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.visitor import visitor_of

router = APIRouter()
_FEW = 8
#: Without an earlier visit, what is new is told for so many days; for more than `_LONGEST`, it is no news.
_USUAL, _LONGEST = 7, 60
URGENT = ("overdue", "due")


@router.get("/", dependencies=[allow(Action.READ)])
def today(
    request: Request, record: OpenRecord, asked: Asked, since: Annotated[dt.date | None, Query()] = None
) -> HTMLResponse:
    """Show what there is to do and to know today."""
    user = visitor_of(request).user
    now = dt.datetime.now(dt.UTC)
    earliest = now - dt.timedelta(days=_LONGEST)
    begins = now - dt.timedelta(days=_USUAL)
    if since is not None:
        begins = dt.datetime.combine(since, dt.time(), dt.UTC)
    elif user is not None and user.visited is not None:
        begins = dt.datetime.fromisoformat(user.visited)
    begins = max(begins, earliest).replace(second=0, microsecond=0)
    due = asked.due()
    items = [item for item in asked.news(begins).items if item.what in ("document", "status", "review")]
    return render(
        request,
        "today.html",
        summary=asked.summary(),
        since=begins.isoformat(timespec="minutes"),
        visited=user.visited if user else None,
        news=items[:30],
        more=max(0, len(items) - 30),
        urgent=[each for each in due.commitments if each.status in URGENT],
        coming=[each for each in due.commitments if each.status == "open" and each.deadline and each.deadline.last][
            :_FEW
        ],
        planned=[each for each in due.meetings if each.status in ("awaited", "postponed")],
        missed=[each for each in due.meetings if each.status == "missed"],
        proposals=len(asked.proposals()),
        meetings=record.meetings(limit=_FEW, newest_first=True),
        few=_FEW,
    )
