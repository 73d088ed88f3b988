"""The timeline of the process: meetings, undertakings with their windows, agreements and statements, by party."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from peyman.record import Record
from peyman.web.pages.shared import Asked, OpenRecord, Questions, remembered_of
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render
from peyman.web.timeline_drawing import LABEL, LANE, TOP, WIDTH, Happening, days_of, draw
from peyman.web.visitor import visitor_of

router = APIRouter()
#: So many of the newest entries of each kind are drawn; what came before is found by search.
MOST = 400
KINDS = ("meeting", "commitment", "agreement", "statement")
Kind = Literal["meeting", "commitment", "agreement", "statement"]


@router.get("/timeline", dependencies=[allow(Action.READ)])
def timeline(
    request: Request,
    record: OpenRecord,
    asked: Asked,
    since: Annotated[dt.date | None, Query()] = None,
    until: Annotated[dt.date | None, Query()] = None,
    party: Annotated[list[str] | None, Query(max_length=12)] = None,
    kind: Annotated[list[Kind] | None, Query(max_length=4)] = None,
) -> HTMLResponse:
    """Draw the timeline between two days; without them, of all that the newest entries span."""
    visitor = visitor_of(request)
    every = remembered_of(request).get(record, "timeline", lambda: list(_happenings(record, asked)))
    chosen = tuple(kind or ("meeting", "commitment", "agreement"))
    found = [each for each in every if each.kind in chosen]
    begin, end = _span(found, since, until)
    language, calendar = visitor.language, visitor.calendar

    def month_name(year: int, month: int) -> str:
        return f"{language.months[calendar][month - 1]} {language.number(year)}"

    drawing = draw(
        found,
        begin,
        end,
        month_name,
        calendar=calendar,
        lanes=tuple(party or ()),
        right_to_left=language.direction == "rtl",
        today=dt.datetime.now(dt.UTC).date(),
    )
    length = end - begin
    quarter = dt.timedelta(days=max(1, length.days // 4))
    return render(
        request,
        "timeline.html",
        drawing=drawing,
        since=begin.isoformat(),
        until=end.isoformat(),
        nearer=((begin + quarter).isoformat(), max(begin + quarter, end - quarter).isoformat()),
        farther=(_later(begin, -quarter * 2), _later(end, quarter * 2)),
        earlier=(_later(begin, -quarter * 2), _later(end, -quarter * 2)),
        later=(_later(begin, quarter * 2), _later(end, quarter * 2)),
        kinds=KINDS,
        chosen=chosen,
        parties=tuple(party or ()),
        measures={"width": WIDTH, "label": LABEL, "lane": LANE, "top": TOP},
        total=len(every),
    )


def _later(day: dt.date, by: dt.timedelta) -> str:
    try:
        return min(max(day + by, dt.date(1700, 1, 1)), dt.date(2200, 12, 31)).isoformat()
    except OverflowError:
        return day.isoformat()


def _span(found: list[Happening], since: dt.date | None, until: dt.date | None) -> tuple[dt.date, dt.date]:
    today = dt.datetime.now(dt.UTC).date()
    # An agreement of long ago would press all that followed into a corner.
    lively = [each for each in found if each.kind in ("meeting", "commitment")] or found
    first = since or min((each.first for each in lively), default=today) - dt.timedelta(days=12)
    last = until or max((each.last for each in lively), default=today) + dt.timedelta(days=12)
    first, last = (max(dt.date(1700, 1, 1), min(each, dt.date(2200, 12, 31))) for each in (first, last))
    if last - first < dt.timedelta(days=6):
        last = first + dt.timedelta(days=6)
    return first, last


def _happenings(record: Record, asked: Questions) -> Iterator[Happening]:
    for meeting in record.meetings(limit=MOST, newest_first=True):
        days = days_of(meeting.date[0] if meeting.date else None)
        if days:
            status = meeting.status[0] if meeting.status else ""
            label = " · ".join((*meeting.kind[:1], *meeting.place[:1]))
            yield Happening(meeting.id, "meeting", *days[:2], meeting.parties, status, label, days[2])
    for commitment in asked.due().commitments[:MOST]:
        if commitment.deadline and (commitment.deadline.first or commitment.deadline.last):
            last = commitment.deadline.last or commitment.deadline.first
            first = commitment.deadline.first or last
            assert first is not None and last is not None
            label = commitment.action[0] if commitment.action else ""
            yield Happening(
                commitment.id,
                "commitment",
                dt.date.fromisoformat(first),
                dt.date.fromisoformat(last),
                commitment.by,
                commitment.status,
                label,
                commitment.deadline.last is None,
            )
    for agreement in record.agreements(limit=MOST, newest_first=True):
        days = days_of(agreement.date[0] if agreement.date else None)
        if days:
            label = agreement.name[0] if agreement.name else agreement.id
            yield Happening(agreement.id, "agreement", *days[:2], agreement.parties, "", label)
    for statement in record.statements(limit=MOST, newest_first=True):
        days = days_of(statement.date[0] if statement.date else None)
        if days:
            label = statement.issuers[0] if statement.issuers else ""
            yield Happening(statement.id, "statement", *days[:2], statement.parties, "", label)
