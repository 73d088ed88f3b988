"""What merging compares: the few facts of each entry, cut loose from the reading they stand in.

Facts are frozen and can be written as JSON. They are taken from one reading alone and never from the record, so that
whether two entries are alike depends on nothing but the two documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from peyman.model import Actor, Agreement, Commitment, Meeting, Place, Reading, Span, Statement
from peyman.record.merging.glosses import Gloss, glosses_of

_NUMBER = re.compile(r"\d{1,3}(?:[,.٬'\u00a0\u202f]\d{3})+(?!\d)|\d{1,12}")
"""Digits of any script, with or without separators of thousands."""
_SEPARATOR = re.compile(r"\D")
_LEAST = 10
"""Smaller numbers count things that every text has several of."""
_YEARS = range(1300, 2101)
"""Of the solar and the lunar Hijri calendar and of the Gregorian one."""
_YEAR_DIGITS = 4
_MOST_NAMED = 8
"""What is kept of the numbers and of the names: lists of dozens would flood the index."""
_MOST_MEETINGS = 3
"""Meetings that an undertaking may belong to where no statement says to which."""
_WORDS = 160
"""Letters that are kept of the words of an undertaking."""


class Named(Protocol):
    """What a person is recognised by; `peyman.model.Actor` fits it too."""

    @property
    def key(self) -> str:
        """Identity across documents and scripts, as far as the reading knows it."""

    @property
    def party(self) -> str | None:
        """Key of the party, where known."""

    @property
    def name(self) -> str:
        """As published."""

    @property
    def names(self) -> Mapping[str, str]:
        """By language; that of the document included."""


class Facts(BaseModel):
    """Base of all facts."""

    model_config = ConfigDict(frozen=True)


class ActorFacts(Facts):
    """Who an actor is. Names are kept of persons only: bodies and parties are told by their key."""

    kind: str
    key: str
    party: str | None = None
    name: str = ""
    names: dict[str, str] = {}
    language: str = "und"


class PlaceFacts(Facts):
    """Which place."""

    key: str
    country: str | None = None


class AgreementFacts(Facts):
    """Which agreement."""

    key: str
    date: str | None = None
    parties: tuple[str, ...] = ()


class StatementFacts(Facts):
    """Who stated something when."""

    kind: str
    issuers: tuple[ActorFacts, ...] = ()
    outlet: bool = False
    parties: tuple[str, ...] = ()
    joint: bool = False
    date: str | None = None
    published: str | None = None
    position: int = 0


class MeetingFacts(Facts):
    """Who met whom, when and where."""

    kind: str
    status: str
    date: str | None = None
    place: PlaceFacts | None = None
    parties: tuple[str, ...] = ()
    persons: tuple[ActorFacts, ...] = ()
    basis: tuple[str, ...] = ()
    round: str | None = None
    published: str | None = None
    position: int = 0


class CommitmentFacts(Facts):
    """Who undertook what, and in which statements or at which meetings.

    Attributes:
        rank: How many of the same class and parties the document gives before it.
        numbers: Numbers in its words, whatever the script: amounts of money, people or water; no years.
        named: Keys of the persons, bodies, places and agreements that its words name.
        words: The first of its words, as published.
        glosses: What its words are about, by the English words that they are likely to stand for.
        table: Parties that the document has at tables, in any of its encounters.
    """

    by: tuple[str, ...]
    toward: tuple[str, ...]
    class_: str
    polarity: str
    strength: str
    window: str | None
    statements: tuple[StatementFacts, ...]
    meetings: tuple[MeetingFacts, ...]
    rank: int
    published: str | None = None
    language: str = "und"
    numbers: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    words: str = ""
    glosses: tuple[Gloss, ...] = ()
    table: tuple[str, ...] = ()
    position: int = 0


class FactsOfReading:
    """Takes the facts of every entry of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._document = reading.document
        self._actors = {actor.id: actor for actor in reading.actors}
        self._places = {place.id: place for place in reading.places}
        self._agreements = {agreement.id: agreement for agreement in reading.agreements}
        self._statements = {statement.id: statement for statement in reading.statements}
        self._meetings = reading.meetings
        self._commitments = reading.commitments
        self._table = _ordered(party for meeting in reading.meetings for party in meeting.parties)[:_MOST_NAMED]

    def actor(self, actor: Actor) -> ActorFacts:
        """The facts of an actor."""
        if actor.kind == "party":
            return ActorFacts(kind="party", key=actor.key)
        if actor.kind == "body":
            return ActorFacts(kind="body", key=actor.key, party=actor.party)
        names = {self._document.language: actor.name, **actor.names}
        return ActorFacts(
            kind="person",
            key=actor.key,
            party=actor.party,
            name=actor.name,
            names=dict(sorted(names.items())),
            language=self._document.language,
        )

    def place(self, place: Place) -> PlaceFacts:
        """The facts of a place."""
        return PlaceFacts(key=place.key, country=place.country)

    def agreement(self, agreement: Agreement) -> AgreementFacts:
        """The facts of an agreement."""
        return AgreementFacts(key=agreement.key, date=agreement.date, parties=_ordered(agreement.parties))

    def statement(self, statement: Statement) -> StatementFacts:
        """The facts of a statement."""
        issuers = self._actors_of(statement.issuers)
        return StatementFacts(
            kind=statement.kind,
            issuers=_distinct(self.actor(actor) for actor in issuers),
            outlet=bool(issuers) and all(actor.outlet for actor in issuers),
            parties=_ordered([*statement.parties, *(actor.party for actor in issuers if actor.party)]),
            joint=statement.joint,
            date=statement.date,
            published=self._document.published,
            position=statement.evidence[0][0],
        )

    def meeting(self, meeting: Meeting) -> MeetingFacts:
        """The facts of a meeting."""
        persons = []
        for participant in meeting.participants:
            actor = self._actors.get(participant.actor)
            if actor is not None and actor.kind == "person":
                facts = self.actor(actor)
                persons.append(facts.model_copy(update={"party": participant.party or facts.party}))
        place = self._places.get(meeting.place or "")
        basis = (self._agreements[each].key for each in meeting.basis if each in self._agreements)
        return MeetingFacts(
            kind=meeting.kind,
            status=meeting.status,
            date=meeting.date,
            place=self.place(place) if place else None,
            parties=_ordered(meeting.parties),
            persons=_distinct(persons),
            basis=_ordered(basis),
            round=meeting.round,
            published=self._document.published,
            position=meeting.evidence[0][0],
        )

    def commitment(self, commitment: Commitment) -> CommitmentFacts:
        """The facts of a commitment.

        Its meetings are those of the same statements that its parties took part in; where there is none, the first
        few of the document that one of them took part in, and where there is none either, because who undertakes was
        read wrongly, the first few of all.
        """
        said_in, by = set(commitment.said_in), set(commitment.by)
        statements = [self._statements[each] for each in commitment.said_in if each in self._statements]
        attended = [meeting for meeting in self._meetings if by & set(meeting.parties)]
        meetings = [
            meeting
            for meeting in attended
            if (said_in & set(meeting.said_in) or not (said_in or meeting.said_in)) and by <= set(meeting.parties)
        ] or (attended or self._meetings)[:_MOST_MEETINGS]
        alike = sorted(
            each.action
            for each in self._commitments
            if each.class_ == commitment.class_ and set(each.by) == set(commitment.by)
        )
        return CommitmentFacts(
            by=_ordered(commitment.by),
            toward=_ordered(commitment.toward),
            class_=commitment.class_,
            polarity=commitment.polarity,
            strength=commitment.strength,
            window=commitment.window,
            statements=tuple(self.statement(each) for each in statements),
            meetings=tuple(self.meeting(each) for each in meetings),
            rank=alike.index(commitment.action),
            published=self._document.published,
            language=self._document.language,
            numbers=numbers_in(self._document.text[slice(*commitment.action)]),
            named=self._named_in(commitment),
            words=self._document.text[slice(*commitment.action)][:_WORDS],
            glosses=glosses_of(self._document.text[slice(*commitment.action)], self._document.language),
            table=self._table,
            position=commitment.evidence[0][0],
        )

    def _named_in(self, commitment: Commitment) -> tuple[str, ...]:
        """Keys of what the words of a commitment name; its parties are told apart by who undertakes."""
        start = min(span[0] for span in (commitment.action, *commitment.evidence))
        end = max(span[1] for span in (commitment.action, *commitment.evidence))

        def inside(spans: Iterable[Span]) -> bool:
            return any(start <= a and b <= end for a, b in spans)

        actors = [each.key for each in self._actors.values() if each.kind != "party" and inside(each.mentions)]
        places = [each.key for each in self._places.values() if inside(each.evidence)]
        agreements = [each.key for each in self._agreements.values() if inside(each.evidence)]
        return _ordered([*actors, *places, *agreements])[:_MOST_NAMED]

    def _actors_of(self, ids: Iterable[str]) -> list[Actor]:
        return [self._actors[each] for each in ids if each in self._actors]


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers from ten on that a text has in digits of any script, without years; in ascending order.

    Args:
        text: The words of an undertaking.
    """
    found = set()
    for written in _NUMBER.findall(text):
        number = int(_SEPARATOR.sub("", written))
        if number >= _LEAST and not (len(written) == _YEAR_DIGITS and number in _YEARS):
            found.add(number)
    return tuple(str(number) for number in sorted(found)[:_MOST_NAMED])


def _ordered(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _distinct(actors: Iterable[ActorFacts]) -> tuple[ActorFacts, ...]:
    by_json = {actor.model_dump_json(): actor for actor in actors}
    return tuple(by_json[json] for json in sorted(by_json))
