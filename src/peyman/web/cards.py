"""The entries of one document as they stand beside its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peyman.exchange.wording import KINDS
from peyman.model import Actor, Agreement, Commitment, Date, Entry, Meeting, Place, Reading, Span, Statement

#: The kind of entry that each field of a reading holds.
KIND_OF = {
    "meetings": "meeting",
    "commitments": "commitment",
    "statements": "statement",
    "dates": "date",
    "actors": "actor",
    "places": "place",
    "agreements": "agreement",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an entry says.

    Attributes:
        field: Name of the field, as in the contract.
        form: How it is shown: ``date``, ``party``, ``term``, ``entry``, ``words`` or ``text``.
        values: The values; of an entry its name and its id in the record, of words the span.
    """

    field: str
    form: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that another one refers to: its name as published, and its id in the record, if it is in there."""

    name: str
    id: str | None
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """An entry beside the text.

    Attributes:
        local_id: Its id within the reading.
        id: Its public id in the record; None for dates, and where the document is in no record.
        kind: ``meeting``, ``date`` …
        title: Facts that say in a few words what it is.
        facts: What else it says.
        evidence: Spans of the words that it was read from.
        confidence: From 0 to 1.
    """

    local_id: str
    id: str | None
    kind: str
    title: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    evidence: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one kind."""

    kind: str
    cards: tuple[Card, ...]


def groups_of(reading: Reading, ids: Mapping[tuple[str, str], str]) -> tuple[Group, ...]:
    """Return the entries of a document by kind, in the order in which a reader wants them.

    Args:
        reading: What was read.
        ids: Public ids by kind and id within the reading; empty for a document that is in no record.
    """
    writer = _Writer(reading, ids)
    groups = []
    for field, _ in KINDS:
        found: list[Entry] = getattr(reading, field)
        if found:
            groups.append(Group(KIND_OF[field], tuple(writer.card(KIND_OF[field], entry) for entry in found)))
    return tuple(groups)


class _Writer:
    def __init__(self, reading: Reading, ids: Mapping[tuple[str, str], str]) -> None:
        self._ids = ids
        self._names: dict[str, tuple[str, str]] = {}
        named: list[tuple[str, Actor | Place | Agreement]] = [
            *(("actor", each) for each in reading.actors),
            *(("place", each) for each in reading.places),
            *(("agreement", each) for each in reading.agreements),
        ]
        for kind, entry in named:
            self._names[entry.id] = (kind, entry.name)
        for statement in reading.statements:
            self._names[statement.id] = ("statement", ids.get(("statement", statement.id), statement.id))

    def card(self, kind: str, entry: Entry) -> Card:
        """Write the card of an entry."""
        title, facts = self._write(entry)
        return Card(
            local_id=entry.id,
            id=self._ids.get((kind, entry.id)),
            kind=kind,
            title=tuple(fact for fact in title if fact.values),
            facts=tuple(fact for fact in facts if fact.values),
            evidence=tuple(entry.evidence),
            confidence=entry.confidence,
        )

    def _write(self, entry: Entry) -> tuple[list[Fact], list[Fact]]:
        match entry:
            case Meeting():
                return [_term("kind", entry.kind), _term("status", entry.status)], list(self._meeting(entry))
            case Commitment():
                title = [_parties("by", entry.by), _term("class", entry.class_), _term("strength", entry.strength)]
                if entry.polarity == "refused":
                    title.append(_term("polarity", entry.polarity))
                return title, list(self._commitment(entry))
            case Statement():
                return [_term("kind", entry.kind), self._entries("issuers", entry.issuers)], list(
                    self._statement(entry)
                )
            case Date():
                return [Fact("date", "date", _some(entry.edtf) or (entry.text,))], list(_date(entry))
            case Actor():
                return [Fact("name", "text", (entry.name,)), _term("kind", entry.kind)], list(_actor(entry))
            case Place():
                facts = [_parties("country", _some(entry.country)), _names(entry.names)]
                return [Fact("name", "text", (entry.name,))], facts
            case Agreement():
                facts = [
                    Fact("date", "date", _some(entry.date)),
                    _parties("parties", entry.parties),
                    _names(entry.names),
                ]
                return [Fact("name", "text", (entry.name,)), _term("kind", entry.kind)], facts
        return [], []

    def _meeting(self, entry: Meeting) -> Iterator[Fact]:
        yield Fact("date", "date", _some(entry.date))
        yield self._entries("place", _some(entry.place))
        yield _parties("parties", entry.parties)
        yield Fact(
            "participants",
            "entry",
            tuple(self._named(each.actor, each.title, each.party) for each in entry.participants),
        )
        yield self._entries("basis", entry.basis)
        yield _term("round", entry.round)
        yield Fact("topics", "words", tuple(entry.topics))
        yield Fact("designations", "term", tuple(dict.fromkeys(each.format for each in entry.designations)))
        yield self._entries("said_in", entry.said_in)

    def _commitment(self, entry: Commitment) -> Iterator[Fact]:
        yield Fact("action", "words", (entry.action,))
        yield Fact("window", "date", _some(entry.window))
        yield _parties("toward", entry.toward)
        yield _parties("for", entry.for_)
        yield Fact("objectives", "words", tuple(entry.objectives))
        yield Fact("condition", "words", _some(entry.condition))
        yield _term("followup", entry.followup)
        yield self._entries("said_in", entry.said_in)

    def _statement(self, entry: Statement) -> Iterator[Fact]:
        yield Fact("date", "date", _some(entry.date))
        yield _parties("parties", entry.parties)
        if entry.joint:
            yield _term("joint", "yes")
        yield self._entries("via", _some(entry.via))
        yield Fact("content", "words", tuple(entry.content))
        yield Fact("quoted", "words", tuple(entry.quoted))

    def _entries(self, field: str, identifiers: list[str] | tuple[str, ...]) -> Fact:
        return Fact(field, "entry", tuple(self._named(each) for each in identifiers))

    def _named(self, identifier: str, *more: str | None) -> Named:
        kind, name = self._names.get(identifier, ("", identifier))
        return Named(name, self._ids.get((kind, identifier)), tuple(each for each in more if each))


def _some(value: Any) -> tuple[Any, ...]:
    return () if value is None else (value,)


def _term(field: str, value: str | None) -> Fact:
    return Fact(field, "term", _some(value))


def _parties(field: str, keys: list[str] | tuple[str, ...]) -> Fact:
    return Fact(field, "party", tuple(keys))


def _names(names: Mapping[str, str]) -> Fact:
    return Fact("names", "text", tuple(dict.fromkeys(names[code] for code in sorted(names))))


def _date(entry: Date) -> Iterator[Fact]:
    if entry.kind != "date":
        yield _term("kind", entry.kind)
    yield Fact("calendars", "term", tuple(entry.calendars))
    if entry.conflict:
        yield Fact("conflict", "date", tuple(entry.conflict.values))


def _actor(entry: Actor) -> Iterator[Fact]:
    if entry.party != entry.key:
        yield _parties("party", _some(entry.party))
    yield Fact("roles", "words", tuple(role.span for role in entry.roles))
    yield _names(entry.names)
