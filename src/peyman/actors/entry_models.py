"""Entries of one text as the contract has them: with spans of the published text instead of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.found import ActorEntry, AgreementEntry, Found, Mention, PlaceEntry, RoleMention
from peyman.actors.known import register
from peyman.model import Actor, Agreement, Place, Role
from peyman.text.analysis import AnalysedText


def to_models(
    found: Found, text: AnalysedText, published: str | None = None
) -> tuple[list[Actor], list[Place], list[Agreement]]:
    """Turn entries into those of a reading, with published spans; list indices stay those of the entries.

    Args:
        found: What was found in the text.
        text: The text.
        published: EDTF of its publication, where known: the day on which it shows an office held.

    Returns:
        Actors ``a1``, …, places ``p1``, … and agreements ``g1``, …
    """
    actors = [
        _actor(f"a{n}", entry, found.offices.get(n - 1, ()), text, published) for n, entry in enumerate(found.actors, 1)
    ]
    places = [_place(f"p{n}", entry, text) for n, entry in enumerate(found.places, 1)]
    agreements = [_agreement(f"g{n}", entry, text) for n, entry in enumerate(found.agreements, 1)]
    return actors, places, agreements


def _spans(mentions: Sequence[Mention], text: AnalysedText) -> list[tuple[int, int]]:
    return [text.span(m.first, m.last) for m in sorted(mentions, key=lambda m: m.first)]


def _actor(
    identifier: str, entry: ActorEntry, offices: Sequence[RoleMention], text: AnalysedText, published: str | None
) -> Actor:
    spans = _spans(entry.mentions, text)
    known = register.bodies().get(entry.key) if entry.outlet else None  # an outlet may be one that only the text names
    return Actor(
        id=identifier,
        evidence=spans[:1],
        confidence=entry.confidence,
        kind=entry.kind,
        name=entry.name,
        names=entry.names,
        key=entry.key,
        party=known.party if known else entry.party,
        outlet=entry.outlet,
        roles=[_role(role, text, published) for role in (*entry.roles, *offices)],
        mentions=spans,
    )


def _role(role: RoleMention, text: AnalysedText, published: str | None) -> Role:
    """An office with when the document shows it held: on its day, or at some time until then if it is no longer."""
    body = f"a{role.body + 1}" if role.body is not None else None
    date = f"../{published}" if published and role.standing == "former" else published
    return Role(title=role.title, body=body, standing=role.standing, date=date, span=text.span(role.first, role.last))


def _place(identifier: str, entry: PlaceEntry, text: AnalysedText) -> Place:
    spans = _spans(entry.mentions, text)
    return Place(
        id=identifier,
        evidence=spans[:1],
        confidence=entry.confidence,
        name=entry.name,
        names=entry.names,
        key=entry.key,
        country=entry.country,
        mentions=spans,
    )


def _agreement(identifier: str, entry: AgreementEntry, text: AnalysedText) -> Agreement:
    spans = _spans(entry.mentions, text)
    return Agreement(
        id=identifier,
        evidence=spans[:1],
        confidence=entry.confidence,
        name=entry.name,
        names=entry.names,
        key=entry.key,
        date=entry.date,
        parties=entry.parties,
        kind=entry.kind,
        mentions=spans,
    )
