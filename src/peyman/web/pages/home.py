"""The first page: how much is in the record, and what came in last."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from peyman.web.pages.shared import OpenRecord
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()
_FEW = 6


@router.get("/", dependencies=[allow(Action.READ)])
def home(request: Request, record: OpenRecord) -> HTMLResponse:
    """Show the record in short."""
    return render(
        request,
        "home.html",
        summary=record.summary(),
        meetings=record.meetings(limit=_FEW, newest_first=True),
        documents=record.documents(limit=_FEW, newest_first=True),
    )
