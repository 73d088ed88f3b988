"""A record as flat tables: one table for each kind of entry, one row for each entry, documented columns.

A column that can have one value holds the one that most documents give; ``differs`` names the fields in which the
documents differ, and the table ``claims`` has every value with the words behind it, so that nothing is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from peyman.record.entry_values import days, differing, every, first, label, names_by_language, views
from peyman.record.shown.views import Claim, EntryView

if TYPE_CHECKING:
    from peyman.record.store import Record

Kind = Literal["text", "list", "integer", "number", "day", "truth"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: Its name.
        meaning: What it holds, for the documentation.
        kind: ``text``, ``list`` of texts, ``integer``, ``number``, ``day`` (ISO 8601) or ``truth``.
    """

    name: str
    meaning: str
    kind: Kind = "text"


_ABOUT = (
    Column("documents", "ids of the documents that tell of it", "list"),
    Column("languages", "languages of these documents", "list"),
    Column("differs", "fields in which the documents differ", "list"),
)
_DATES = (
    Column("date", "EDTF"),
    Column("date_first", "first day that the date may be", "day"),
    Column("date_last", "last day that it may be", "day"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": (
        Column("id", "public id"),
        Column("sha256", "of the original bytes"),
        Column("source", "path or address that it came from"),
        Column("url", "address of the page"),
        Column("publisher", "who published it"),
        Column("published", "EDTF"),
        Column("language", "BCP 47"),
        Column("title", "as published"),
        Column("added", "when it was added, ISO 8601, UTC"),
    ),
    "meetings": (
        Column("id", "public id"),
        Column("kind", "consultation, meeting, talks …"),
        Column("status", "held, planned …"),
        *_DATES,
        Column("place", "id of the place"),
        Column("place_name", "its name, in English where one is known"),
        Column("country", "key of the place's country"),
        Column("parties", "keys of the parties at the table", "list"),
        Column("basis", "ids of agreements", "list"),
        Column("round", "ordinal number, resumed or new"),
        Column("formats", "bilateral, trilateral … as the documents call it", "list"),
        Column("said_in", "ids of the statements that tell of it", "list"),
        Column("plover_event", "PLOVER event"),
        Column("plover_mode", "PLOVER mode"),
        *_ABOUT,
    ),
    "participants": (
        Column("meeting", "id of the meeting"),
        Column("actor", "id of the person or body"),
        Column("name", "the name that most documents use"),
        Column("party", "key of the party"),
        Column("capacity", "head, member, host, mediator …"),
        Column("documents", "ids of the documents that say so", "list"),
    ),
    "commitments": (
        Column("id", "public id"),
        Column("by", "keys of those who undertake", "list"),
        Column("toward", "keys of the counterparts", "list"),
        Column("for", "keys of the beneficiaries", "list"),
        Column("class", "withdraw, pay, negotiate …"),
        Column("action", "the words for it in the first document"),
        Column("window", "EDTF interval"),
        Column("window_first", "first day of the window", "day"),
        Column("window_last", "last day of it: the deadline", "day"),
        Column("condition", "the words of the condition"),
        Column("strength", "will, agreed, committed …"),
        Column("polarity", "undertaken or refused"),
        Column("followup", "what documents report of it"),
        Column("said_in", "ids of statements", "list"),
        *_ABOUT,
    ),
    "statements": (
        Column("id", "public id"),
        Column("kind", "communique, press-conference …"),
        Column("issuers", "ids of actors", "list"),
        Column("issuer_names", "their names as most documents have them", "list"),
        Column("parties", "keys of parties", "list"),
        Column("joint", "whether several parties issued it", "truth"),
        *_DATES,
        Column("via", "ids of the statement or outlet that reports it", "list"),
        *_ABOUT,
    ),
    "actors": (
        Column("id", "public id"),
        Column("kind", "person, body or party"),
        Column("key", "identity across documents"),
        Column("party", "key of the party"),
        Column("name", "the name that most documents use"),
        Column("name_en", "name in English, where the register has one"),
        Column("names", "every published name", "list"),
        *_ABOUT,
    ),
    "places": (
        Column("id", "public id"),
        Column("key", "identity across documents"),
        Column("country", "key of the country"),
        Column("name", "the name that most documents use"),
        Column("name_en", "name in English, where the register has one"),
        *_ABOUT,
    ),
    "agreements": (
        Column("id", "public id"),
        Column("key", "identity across documents"),
        Column("kind", "treaty, framework …"),
        *_DATES,
        Column("parties", "keys of parties", "list"),
        Column("name", "the name that most documents use"),
        Column("name_en", "name in English, where the register has one"),
        *_ABOUT,
    ),
    "claims": (
        Column("entry", "id of the entry"),
        Column("entry_kind", "kind of the entry"),
        Column("field", "name of the field; evidence where the claim is that the entry is there"),
        Column("value", "the value, as JSON"),
        Column("document", "id of the document"),
        Column("start", "first code point of the words in the document's text", "integer"),
        Column("end", "code point behind the last", "integer"),
        Column("words", "the words, as published"),
        Column("wording", "the name by which the document calls what is referred to"),
        Column("said_in", "ids of statements; empty for the document's own voice", "list"),
        Column("confidence", "of the entry, from 0 to 1", "number"),
        Column("reader", "name and version of what read it"),
    ),
}
"""The tables with their columns. A column may be added; none is renamed or dropped."""

Row = dict[str, Any]


def rows(record: Record, table: str) -> Iterator[Row]:
    """Yield the rows of one table, in the order of the ids, each with every column of `TABLES`.

    Args:
        record: The open record.
        table: One of `TABLES`.

    Raises:
        KeyError: There is no such table.
    """
    columns = [column.name for column in TABLES[table]]
    for row in _MAKERS[table](record):
        yield {name: row.get(name) for name in columns}


def _english(view: EntryView) -> str | None:
    return names_by_language(view).get("en")


def _about(view: EntryView) -> Row:
    return {
        "id": view.id,
        "documents": [document.id for document in view.documents],
        "languages": list(dict.fromkeys(document.language for document in view.documents)),
        "differs": differing(view),
    }


def _days(name: str, value: str | None) -> Row:
    start, end = days(value)
    return {
        name: value,
        f"{name}_first": start.isoformat() if start else None,
        f"{name}_last": end.isoformat() if end else None,
    }


def _documents(record: Record) -> Iterator[Row]:
    names = [column.name for column in TABLES["documents"]]
    for document in record.documents():
        yield {name: getattr(document, name) for name in names}


def _meetings(record: Record) -> Iterator[Row]:
    for view in views(record, "meetings"):
        place = first(view, "place")
        found = record.get(place) if place else None
        place_view = found if isinstance(found, EntryView) else None
        plover = first(view, "plover") or {}
        yield {
            **_about(view),
            **_days("date", first(view, "date")),
            "kind": first(view, "kind"),
            "status": first(view, "status"),
            "place": place,
            "place_name": (_english(place_view) or label(place_view, "name")) if place_view else None,
            "country": first(place_view, "country") if place_view else None,
            "parties": every(view, "parties"),
            "basis": every(view, "basis"),
            "round": first(view, "round"),
            "formats": list(dict.fromkeys(each["format"] for each in every(view, "designations"))),
            "said_in": every(view, "said_in"),
            "plover_event": plover.get("event"),
            "plover_mode": plover.get("mode"),
        }


def _participants(record: Record) -> Iterator[Row]:
    for view in views(record, "meetings"):
        for value in view.of("participants"):
            yield {
                "meeting": view.id,
                "actor": value.value["actor"],
                "name": value.label,
                "party": value.value.get("party"),
                "capacity": value.value["capacity"],
                "documents": [document.id for document in value.documents],
            }


def _commitments(record: Record) -> Iterator[Row]:
    for view in views(record, "commitments"):
        yield {
            **_about(view),
            **_days("window", first(view, "window")),
            **{name: every(view, name) for name in ("by", "toward", "for", "said_in")},
            **{name: first(view, name) for name in ("class", "strength", "polarity", "followup")},
            **{name: label(view, name) for name in ("action", "condition")},
        }


def _statements(record: Record) -> Iterator[Row]:
    for view in views(record, "statements"):
        yield {
            **_about(view),
            **_days("date", first(view, "date")),
            "kind": first(view, "kind"),
            "issuers": every(view, "issuers"),
            "issuer_names": [value.label for value in view.of("issuers")],
            "parties": every(view, "parties"),
            "joint": first(view, "joint"),
            "via": every(view, "via"),
        }


def _actors(record: Record) -> Iterator[Row]:
    for view in views(record, "actors"):
        yield {
            **_named(view),
            "kind": first(view, "kind"),
            "party": first(view, "party"),
            "names": every(view, "name"),
        }


def _places(record: Record) -> Iterator[Row]:
    for view in views(record, "places"):
        yield {**_named(view), "country": first(view, "country")}


def _agreements(record: Record) -> Iterator[Row]:
    for view in views(record, "agreements"):
        yield {
            **_named(view),
            **_days("date", first(view, "date")),
            "kind": first(view, "kind"),
            "parties": every(view, "parties"),
        }


def _named(view: EntryView) -> Row:
    return {
        **_about(view),
        "key": first(view, "key"),
        "name": label(view, "name"),
        "name_en": _english(view),
    }


def _claims(record: Record) -> Iterator[Row]:
    for kinds in ("meetings", "commitments", "statements", "actors", "places", "agreements"):
        for view in views(record, kinds):
            for claim in view.evidence:
                yield _claim(view, claim)
            for values in view.values.values():
                for value in values:
                    for claim in value.claims:
                        yield _claim(view, claim)


def _claim(view: EntryView, claim: Claim) -> Row:
    return {
        "entry": view.id,
        "entry_kind": view.kind,
        "field": claim.field,
        "value": None if claim.value is None else json.dumps(claim.value, ensure_ascii=False, sort_keys=True),
        "document": claim.document.id,
        "start": claim.span[0],
        "end": claim.span[1],
        "words": claim.words,
        "wording": claim.wording,
        "said_in": list(claim.said_in),
        "confidence": claim.confidence,
        "reader": claim.reader,
    }


_MAKERS: dict[str, Callable[[Record], Iterator[Row]]] = {
    "documents": _documents,
    "meetings": _meetings,
    "participants": _participants,
    "commitments": _commitments,
    "statements": _statements,
    "actors": _actors,
    "places": _places,
    "agreements": _agreements,
    "claims": _claims,
}
