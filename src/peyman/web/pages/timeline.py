"""The timeline of the process: meetings, undertakings with their windows, agreements and statements, by party."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from peyman.record import Record
from peyman.web.pages.shared import Asked, OpenRecord
from peyman.web.permissions import Action, allow
from peyman.web.rendering import fragment, render
from peyman.web.timeline_drawing import LABEL, LANE, TOP, WIDTH, Drawing, Happening, draw
from peyman.web.visitor import visitor_of

router = APIRouter()
#: So many of the latest entries of each kind are drawn; what came before is found by another stretch of time.
MOST = 200
MEASURES = {"width": WIDTH, "label": LABEL, "lane": LANE, "top": TOP}
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
    chosen = tuple(kind or ("meeting", "commitment", "agreement"))
    lanes = tuple(party or ())
    question = ("timeline", asked.today, chosen, since, until, lanes)
    found = asked.kept(question, lambda: list(_happenings(record, asked.today, chosen, since, until, lanes)))
    begin, end = _span(found, since, until)
    language, calendar = visitor.language, visitor.calendar

    def month_name(year: int, month: int) -> str:
        return f"{language.months[calendar][month - 1]} {language.number(year)}"

    def drawn() -> tuple[Drawing, Markup]:
        drawing = draw(
            found,
            begin,
            end,
            month_name,
            calendar=calendar,
            lanes=lanes,
            right_to_left=language.direction == "rtl",
            today=dt.datetime.now(dt.UTC).date(),
        )
        span = {"since": begin.isoformat(), "until": end.isoformat()}
        return drawing, fragment(
            request, "timeline-drawing.html", drawing=drawing, chosen=chosen, measures=MEASURES, **span
        )

    drawing, svg = asked.kept(("drawn", question, language.code, calendar), drawn)
    length = end - begin
    quarter = dt.timedelta(days=max(1, length.days // 4))
    return render(
        request,
        "timeline.html",
        drawing=drawing,
        svg=svg,
        since=begin.isoformat(),
        until=end.isoformat(),
        nearer=((begin + quarter).isoformat(), max(begin + quarter, end - quarter).isoformat()),
        farther=(_later(begin, -quarter * 2), _later(end, quarter * 2)),
        earlier=(_later(begin, -quarter * 2), _later(end, -quarter * 2)),
        later=(_later(begin, quarter * 2), _later(end, quarter * 2)),
        kinds=KINDS,
        chosen=chosen,
        parties=lanes,
        most=MOST,
        cut=any(number >= MOST for number in Counter(each.kind for each in found).values()),
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


def _happenings(
    record: Record,
    today: dt.date,
    kinds: Sequence[Kind],
    since: dt.date | None,
    until: dt.date | None,
    parties: Sequence[str],
) -> Iterator[Happening]:
    outlines = record.lists.timeline(today, kinds, since, until, parties, MOST)
    for each in outlines:
        first = dt.date.fromisoformat(each.first or each.last or "")
        last = dt.date.fromisoformat(each.last) if each.last else first
        kind = cast(Kind, each.kind)
        yield Happening(each.id, kind, min(first, last), last, each.parties, each.status, each.label, each.last is None)
