"""Feeds: what is new (Atom), and planned meetings and deadlines (iCalendar)."""

from __future__ import annotations

import datetime as dt
import io
import xml.etree.ElementTree as ET

from fastapi import APIRouter, Request
from fastapi.responses import Response

from peyman.exchange import icalendar_events
from peyman.exchange.formats import ExportOptions
from peyman.record.shown.followup_views import NewsItem
from peyman.web.addresses import entry_path
from peyman.web.api.answers import etag, unchanged
from peyman.web.pages.shared import Asked, OpenRecord
from peyman.web.permissions import Action, allow
from peyman.web.visitor import visitor_of

router = APIRouter()
_DAYS = 30
_MOST = 100
_ATOM = "http://www.w3.org/2005/Atom"
#: Characters that XML 1.0 cannot hold, even escaped.
_NOT_XML = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


@router.get("/feeds/news.atom", dependencies=[allow(Action.READ)])
def news(request: Request, record: OpenRecord, asked: Asked) -> Response:
    """What is new in the last days: documents, changed statuses, decisions."""
    tag = etag(request, record)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    since = dt.datetime.combine(dt.datetime.now(dt.UTC).date() - dt.timedelta(days=_DAYS), dt.time(), dt.UTC)
    items = asked.news(since, ("document", "new", "status", "review"), _MOST).items[:_MOST]
    base = f"{request.url.scheme}://{request.url.netloc}"
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _child(feed, "id", f"{base}/feeds/news.atom")
    _child(feed, "title", "Peyman")
    _child(feed, "updated", _moment(items[0].when) if items else since.isoformat())
    _child(feed, "link", rel="self", href=f"{base}/feeds/news.atom")
    _child(_child(feed, "author"), "name", "Peyman")
    for item in items:
        _entry(feed, item, base)
    content = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(content, media_type="application/atom+xml", headers=headers)


@router.get("/feeds/calendar.ics", dependencies=[allow(Action.READ)])
def calendar(request: Request, record: OpenRecord, asked: Asked) -> Response:
    """Meetings with a known day and deadlines, for a calendar program."""
    tag = etag(request, record)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    language = visitor_of(request).language.code

    def write() -> bytes:
        stream = io.BytesIO()
        icalendar_events.write(record, stream, ExportOptions(language=language))
        return stream.getvalue()

    content = asked.kept(("calendar", language), write)
    return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)


def _entry(feed: ET.Element, item: NewsItem, base: str) -> None:
    entry = _child(feed, "entry")
    address = f"{base}{entry_path(item.id)}"
    _child(entry, "id", f"{address}#{item.what}-{item.when}")
    _child(entry, "title", f"{item.id} {item.label}")
    _child(entry, "updated", _moment(item.when))
    _child(entry, "link", rel="alternate", href=address)
    _child(entry, "category", term=item.what)


def _child(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text.translate(_NOT_XML) if text is not None else None
    return child


def _moment(value: str) -> str:
    """A moment as Atom wants it; the beginning of a day where only the day is known."""
    return value if "T" in value else f"{value}T00:00:00+00:00"
