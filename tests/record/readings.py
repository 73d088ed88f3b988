"""Small readings made by hand, for the tests of the record.

A `Draft` holds one document: every entry that is told adds a sentence of its own to the text, which is its evidence.
"""

from __future__ import annotations

import hashlib
from typing import Any

from peyman.model import (
    Actor,
    Agreement,
    Commitment,
    Date,
    Document,
    Meeting,
    Participant,
    Place,
    Reader,
    Reading,
    Span,
    Statement,
)

ENGLISH_NAMES = {"USA": "the United States", "IRQ": "Iraq", "IRQ-KRD": "the Kurdistan Region", "JOR": "Jordan"}


class Draft:
    """A document in the making."""

    def __init__(
        self, name: str, language: str = "en", published: str | None = "2026-01-15", publisher: str | None = None
    ) -> None:
        self.name = name
        self.language = language
        self.published = published
        self.publisher = publisher or f"Publisher of {name}"
        self.text = f"{name}.\n"
        self.actors: list[Actor] = []
        self.places: list[Place] = []
        self.agreements: list[Agreement] = []
        self.statements: list[Statement] = []
        self.meetings: list[Meeting] = []
        self.commitments: list[Commitment] = []
        self.dates: list[Date] = []

    def sentence(self, words: str) -> Span:
        start = len(self.text)
        self.text += f"{words}\n"
        return (start, len(self.text) - 1)

    def part(self, span: Span, words: str) -> Span:
        start = self.text.index(words, span[0])
        return (start, start + len(words))

    def party(self, key: str, name: str | None = None) -> Actor:
        return self._actor("party", key, name or ENGLISH_NAMES.get(key, key), None)

    def body(self, key: str, name: str, party: str | None = None, **more: Any) -> Actor:
        return self._actor("body", key, name, party, **more)

    def person(self, key: str, name: str, party: str | None = None, **more: Any) -> Actor:
        return self._actor("person", key, name, party, **more)

    def _actor(self, kind: Any, key: str, name: str, party: str | None, **more: Any) -> Actor:
        span = self.sentence(f"Of {name}.")
        mention = self.part(span, name)
        actor = Actor(
            id=f"a{len(self.actors)}",
            evidence=[span],
            kind=kind,
            name=name,
            key=key,
            party=party,
            mentions=[mention],
            **more,
        )
        self.actors.append(actor)
        return actor

    def place(self, key: str, name: str, country: str | None = None) -> Place:
        span = self.sentence(f"In {name}.")
        place = Place(id=f"p{len(self.places)}", evidence=[span], name=name, key=key, country=country)
        self.places.append(place)
        return place

    def agreement(self, key: str, name: str, date: str | None = None) -> Agreement:
        span = self.sentence(f"Under the {name}.")
        agreement = Agreement(id=f"g{len(self.agreements)}", evidence=[span], name=name, key=key, date=date)
        self.agreements.append(agreement)
        return agreement

    def statement(self, *issuers: Actor, kind: Any = "statement", **more: Any) -> Statement:
        span = self.sentence(f"{' and '.join(issuer.name for issuer in issuers)} stated this.")
        statement = Statement(
            id=f"s{len(self.statements)}",
            evidence=[span],
            kind=kind,
            issuers=[issuer.id for issuer in issuers],
            **{"content": [span], **more},
        )
        self.statements.append(statement)
        return statement

    def meeting(
        self,
        date: str | None = "2026-01-14",
        parties: tuple[str, ...] = ("IRQ", "USA"),
        kind: Any = "consultation",
        status: Any = "held",
        place: Place | None = None,
        people: tuple[Actor, ...] = (),
        basis: tuple[Agreement, ...] = (),
        said_in: tuple[Statement, ...] = (),
        **more: Any,
    ) -> Meeting:
        span = self.sentence(f"{' and '.join(parties)} met for a {kind} on {date}.")
        if date is not None:
            self.dates.append(
                Date(id=f"t{len(self.dates)}", evidence=[span], span=self.part(span, date), text=date, edtf=date)
            )
        meeting = Meeting(
            id=f"m{len(self.meetings)}",
            evidence=[span],
            confidence=0.9,
            kind=kind,
            status=status,
            date=date,
            place=place.id if place else None,
            parties=list(parties),
            participants=[Participant(actor=person.id, party=person.party) for person in people],
            basis=[each.id for each in basis],
            said_in=[each.id for each in said_in],
            **more,
        )
        self.meetings.append(meeting)
        return meeting

    def commitment(
        self,
        action: str = "continue the consultations",
        by: tuple[str, ...] = ("IRQ", "USA"),
        class_: Any = "consult",
        strength: Any = "will",
        said_in: tuple[Statement, ...] = (),
        **more: Any,
    ) -> Commitment:
        span = self.sentence(f"{' and '.join(by)} will {action}.")
        commitment = Commitment(
            id=f"c{len(self.commitments)}",
            evidence=[span],
            by=list(by),
            action=self.part(span, action),
            strength=strength,
            said_in=[each.id for each in said_in],
            **{"class": class_, **more},
        )
        self.commitments.append(commitment)
        return commitment

    def original(self) -> bytes:
        return self.text.encode()

    def reading(self) -> Reading:
        return Reading(
            document=Document(
                id=hashlib.sha256(self.original()).hexdigest(),
                source=f"{self.name}.txt",
                publisher=self.publisher,
                published=self.published,
                published_from="given" if self.published else None,
                language=self.language,
                title=self.name,
                text=self.text,
                repaired=self.text,
            ),
            dates=self.dates,
            actors=self.actors,
            places=self.places,
            agreements=self.agreements,
            statements=self.statements,
            meetings=self.meetings,
            commitments=self.commitments,
            reader=Reader(version="0.0", languages=["en"]),
        )
