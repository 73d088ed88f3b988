"""iCalendar (RFC 5545): meetings and deadlines as all-day events, for any calendar program.

A meeting that was held or is under way is CONFIRMED, a planned or postponed one TENTATIVE, a cancelled or denied one
CANCELLED. A meeting without a known day is left out: a calendar has no place for it. An undertaking stands on the last
day of its window, where it has one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from icalendar import Calendar, Event

import peyman
from peyman.exchange.formats import ExportOptions
from peyman.record.entry_values import days, differing, display_name, every, first, label, views
from peyman.record.shown.views import EntryView

if TYPE_CHECKING:
    from peyman.record import Record

_STATUS = {
    "held": "CONFIRMED",
    "under-way": "CONFIRMED",
    "planned": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}
#: A meeting that is told to lie somewhere in a longer time than this has no day to stand on.
_LONGEST_MEETING = 31


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write the meetings and deadlines of a record.

    Args:
        record: The open record.
        stream: Where to.
        options: ``language`` names parties and places, ``title`` the calendar.
    """
    calendar = calendar_of(events_of(record, options), options)
    stream.write(calendar.to_ical())


def calendar_of(events: Iterable[Event], options: ExportOptions) -> Calendar:
    """Return a calendar with events."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Peyman//Peyman {peyman.__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", options.title or "Peyman")
    for event in events:
        calendar.add_component(event)
    return calendar


def events_of(record: Record, options: ExportOptions) -> Iterator[Event]:
    """Yield an event for every meeting with a known day and every undertaking with a deadline."""
    names = party_names(record, options.language)
    stamps = {document.id: document.added for document in record.documents()}
    for meeting in views(record, "meetings"):
        event = _meeting(record, meeting, names, options.language)
        if event is not None:
            yield _stamped(event, meeting, stamps)
    for commitment in views(record, "commitments"):
        event = _deadline(commitment, names)
        if event is not None:
            yield _stamped(event, commitment, stamps)


def party_names(record: Record, language: str) -> dict[str, str]:
    """Return the name of each party of a record in a language, by key."""
    parties = (view for view in views(record, "actors") if first(view, "kind") == "party")
    return {str(first(view, "key")): display_name(view, language) for view in parties}


def _named(keys: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(names.get(key, key) for key in keys)


def _meeting(record: Record, meeting: EntryView, names: dict[str, str], language: str) -> Event | None:
    date = first(meeting, "date")
    start, end = days(date)
    if start is None or end is None or (end - start).days > _LONGEST_MEETING:
        return None
    status = first(meeting, "status")
    parties = _named(every(meeting, "parties"), names)
    event = _all_day(meeting, start, end)
    kind = str(first(meeting, "kind")).replace("-", " ").capitalize()
    event.add("summary", f"{kind}: {parties}" if parties else kind)
    event.add("status", _STATUS[status])
    place = first(meeting, "place")
    if place is not None:
        view = record.get(place)
        event.add("location", display_name(view, language) if isinstance(view, EntryView) else place)
    lines = [f"{meeting.id}, {status}; date as read: {date}", f"Told in: {_documents(meeting)}"]
    lines += [
        f"The documents differ in {field}: {', '.join(value.label for value in meeting.of(field))}"
        for field in differing(meeting)
    ]
    event.add("description", "\n".join(lines))
    return event


def _deadline(commitment: EntryView, names: dict[str, str]) -> Event | None:
    window = first(commitment, "window")
    _, end = days(window)
    if end is None:
        return None
    event = _all_day(commitment, end, end)
    by = _named(every(commitment, "by"), names)
    action = label(commitment, "action") or ""
    event.add("summary", f"Deadline: {by}: {action}" if by else f"Deadline: {action}")
    event.add("status", "CONFIRMED")
    event.add("description", f"{commitment.id}; window as read: {window}\nTold in: {_documents(commitment)}")
    event.add("transp", "TRANSPARENT")
    return event


def _all_day(view: EntryView, start: dt.date, end: dt.date) -> Event:
    event = Event()
    event.add("uid", f"{view.id}-{view.documents[0].sha256[:16]}@peyman")
    event.add("dtstart", start)
    event.add("dtend", end + dt.timedelta(days=1))
    return event


def _stamped(event: Event, view: EntryView, stamps: dict[str, str]) -> Event:
    newest = max(stamps[document.id] for document in view.documents)
    event.add("dtstamp", dt.datetime.fromisoformat(newest))
    url = next((document.url for document in view.documents if document.url), None)
    if url:
        event.add("url", url)
    return event


def _documents(view: EntryView) -> str:
    return ", ".join(f"{each.id} ({each.publisher or each.source or each.language})" for each in view.documents)
