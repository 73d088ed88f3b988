"""One reading as rows of flat tables. Ids are those of the reading, and are told apart by the column ``document``."""

from __future__ import annotations

from typing import Any, Literal

from peyman.dates.edtf import OPEN_END, OPEN_START, bounds
from peyman.model import Entry, Reading, Span

Kind = Literal["text", "texts", "integer", "number", "truth", "bytes"]
Columns = tuple[tuple[str, Kind, str], ...]

_ENTRY: Columns = (
    ("document", "text", "SHA-256 of the document"),
    ("id", "text", "id within the reading"),
)
_WORDS: Columns = (
    ("start", "integer", "first code point of the first evidence"),
    ("end", "integer", "code point behind its last"),
    ("words", "text", "the words there, as published"),
    ("confidence", "number", "from 0 to 1"),
)

TABLES: dict[str, Columns] = {
    "readings": (
        ("document", "text", "SHA-256 of the original bytes"),
        ("source", "text", "where in the input it was"),
        ("url", "text", "address of the page"),
        ("publisher", "text", "who published it"),
        ("published", "text", "EDTF"),
        ("language", "text", "BCP 47"),
        ("title", "text", "as published"),
        ("reading", "text", "the whole reading, as `peyman read --json` prints it"),
        ("original", "bytes", "the bytes as they were published"),
    ),
    "meetings": (
        *_ENTRY,
        ("kind", "text", "consultation, meeting, talks …"),
        ("status", "text", "held, planned …"),
        ("date", "text", "EDTF"),
        ("date_first", "text", "first day that the date may be, ISO 8601"),
        ("date_last", "text", "last day that it may be"),
        ("place", "text", "name of the place, as published"),
        ("place_key", "text", "its key"),
        ("parties", "texts", "keys of the parties at the table"),
        ("participants", "texts", "names of persons and bodies"),
        ("basis", "texts", "keys of agreements"),
        ("round", "text", "ordinal number, resumed or new"),
        ("plover_event", "text", "PLOVER event"),
        ("plover_mode", "text", "PLOVER mode"),
        ("said_in", "texts", "ids of statements"),
        *_WORDS,
    ),
    "commitments": (
        *_ENTRY,
        ("by", "texts", "keys of those who undertake"),
        ("toward", "texts", "keys of the counterparts"),
        ("for", "texts", "keys of the beneficiaries"),
        ("class", "text", "withdraw, pay …"),
        ("action", "text", "the words for it"),
        ("window", "text", "EDTF interval"),
        ("window_last", "text", "last day of it, ISO 8601"),
        ("strength", "text", "will, agreed …"),
        ("polarity", "text", "undertaken or refused"),
        ("said_in", "texts", "ids of statements"),
        *_WORDS,
    ),
    "statements": (
        *_ENTRY,
        ("kind", "text", "communique, remarks …"),
        ("issuers", "texts", "names of those who issue it"),
        ("parties", "texts", "keys of parties"),
        ("joint", "truth", "whether several parties issued it"),
        ("date", "text", "EDTF"),
        *_WORDS,
    ),
    "actors": (
        *_ENTRY,
        ("kind", "text", "person, body or party"),
        ("name", "text", "as published"),
        ("key", "text", "identity across documents"),
        ("party", "text", "key of the party"),
        ("titles", "texts", "offices that the document gives"),
        *_WORDS,
    ),
}
"""The tables with the name, kind and meaning of each column. A column may be added; none is renamed or dropped."""

Row = dict[str, Any]


def rows(reading: Reading, original: bytes | None, source: str) -> dict[str, list[Row]]:
    """Return the rows that a reading gives to each table.

    Args:
        reading: The reading.
        original: The bytes that were published, or None to leave them out.
        source: Where in the input the document was.
    """
    document = reading.document
    names = {actor.id: actor.name for actor in reading.actors} | {place.id: place.name for place in reading.places}
    keys = {place.id: place.key for place in reading.places}
    keys |= {agreement.id: agreement.key for agreement in reading.agreements}
    return {
        "readings": [
            {
                "document": document.id,
                "source": source,
                **{name: getattr(document, name) for name in ("url", "publisher", "published", "language", "title")},
                "reading": reading.to_json(),
                "original": original,
            }
        ],
        "meetings": [
            {
                **_entry(reading, meeting),
                **_chosen(meeting, "kind", "status", "date", "parties", "round", "said_in"),
                "date_first": _day(meeting.date, 0),
                "date_last": _day(meeting.date, 1),
                "place": names.get(meeting.place or ""),
                "place_key": keys.get(meeting.place or ""),
                "participants": [names[each.actor] for each in meeting.participants if each.actor in names],
                "basis": [keys[each] for each in meeting.basis if each in keys],
                "plover_event": meeting.plover.event if meeting.plover else None,
                "plover_mode": meeting.plover.mode if meeting.plover else None,
            }
            for meeting in reading.meetings
        ],
        "commitments": [
            {
                **_entry(reading, commitment),
                **_chosen(commitment, "by", "toward", "window", "strength", "polarity", "said_in"),
                "for": commitment.for_,
                "class": commitment.class_,
                "action": _words(reading, commitment.action),
                "window_last": _day(commitment.window, 1),
            }
            for commitment in reading.commitments
        ],
        "statements": [
            {
                **_entry(reading, statement),
                **_chosen(statement, "kind", "parties", "joint", "date"),
                "issuers": [names[each] for each in statement.issuers if each in names],
            }
            for statement in reading.statements
        ],
        "actors": [
            {
                **_entry(reading, actor),
                **_chosen(actor, "kind", "name", "key", "party"),
                "titles": [role.title for role in actor.roles],
            }
            for actor in reading.actors
        ],
    }


def _entry(reading: Reading, entry: Entry) -> Row:
    start, end = entry.evidence[0]
    return {
        "document": reading.document.id,
        "id": entry.id,
        "start": start,
        "end": end,
        "words": _words(reading, (start, end)),
        "confidence": entry.confidence,
    }


def _chosen(entry: Entry, *names: str) -> Row:
    return {name: getattr(entry, name) for name in names}


def _words(reading: Reading, span: Span) -> str:
    return reading.document.text[span[0] : span[1]]


def _day(value: str | None, side: int) -> str | None:
    found = bounds(value)
    if found is None or found[side] in (OPEN_START, OPEN_END):
        return None
    return found[side].isoformat()
