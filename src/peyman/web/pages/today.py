"""Today: what is new since the last visit, what is due or overdue, planned meetings, what waits for review."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from peyman.record.asking.diary import DiaryFilter
from peyman.web.pages.shared import Asked
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.visitor import visitor_of

router = APIRouter()
_FEW = 8
#: Without an earlier visit, what is new is told for so many days; for more than `_LONGEST`, it is no news.
_USUAL, _LONGEST = 7, 60
_NEWS = 30
#: Meetings that are no longer waited for: those that are have a list of their own.
_TOLD = ("cancelled", "denied", "held", "under-way")


@router.get("/", dependencies=[allow(Action.READ)])
def today(request: Request, asked: Asked, since: Annotated[dt.date | None, Query()] = None) -> HTMLResponse:
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
    news = asked.news(begins, ("document", "status", "review"), _NEWS)
    return render(
        request,
        "today.html",
        since=begins.isoformat(timespec="minutes"),
        visited=user.visited if user else None,
        # What came last is read first; a day without a time has ended before the times of the next.
        news=sorted(news.items, key=lambda item: item.when, reverse=True)[:_NEWS],
        more=max(0, news.total - _NEWS),
        urgent=asked.urgent(_FEW),
        proposals=len(asked.proposals()),
        meetings=asked.meetings(asked.diary(DiaryFilter(_TOLD, until=asked.today), _FEW).numbers),
        few=_FEW,
        documents=asked.counts()["document"],
    )
