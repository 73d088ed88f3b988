"""FollowTheMoney entities, one JSON object a line, in stock schemata of followthemoney 4.

========================  =====================================================================================
record                    FollowTheMoney
========================  =====================================================================================
document                  ``Article``
person                    ``Person``, with ``Occupancy`` and ``Position`` for each office that a document gives
body                      ``PublicBody``
party                     ``PublicBody`` where it is a state or a region, else ``Organization``
meeting                   ``Event``; a mediator is an ``UnknownLink`` to it with the role
agreement                 ``Document``, with a ``Documentation`` to each party
undertaking               ``Note`` on each party that undertakes
========================  =====================================================================================

Properties of this format are lists of strings, so where documents differ every value goes out. A range becomes
``startDate`` and ``endDate``; it is never cut to its first day.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from babel.core import get_global

from peyman.actors.known import register
from peyman.exchange.formats import ExportOptions
from peyman.record.entry_values import (
    differing,
    display_name,
    every,
    first,
    label,
    prefix_dates,
    published_names,
    views,
)
from peyman.record.shown.views import DocumentSummary, EntryView

if TYPE_CHECKING:
    from peyman.record import Record

DATASET = "peyman"
_ACTORS = {"person": "Person", "body": "PublicBody"}


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write every entry of a record as entities.

    Args:
        record: The open record.
        stream: Where to.
        options: ``text`` lets the words behind an entry out, as ``description``; ``language`` names what has no name.
    """
    for entity in Entities(record, options).all():
        stream.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")


class Entities:
    """Turns the entries of one record into FollowTheMoney entities.

    Args:
        record: The open record.
        options: ``text`` lets the words of the documents out.
    """

    def __init__(self, record: Record, options: ExportOptions) -> None:
        self._record = record
        self._options = options
        self._parties: dict[str, str] = {}

    def all(self) -> Iterator[dict[str, Any]]:
        """Yield every entity, those that others point to first."""
        for document in self._record.documents():
            yield self.document(document)
        for actor in views(self._record, "actors"):
            yield from self.actor(actor)
        for agreement in views(self._record, "agreements"):
            yield from self.agreement(agreement)
        for meeting in views(self._record, "meetings"):
            yield from self.meeting(meeting)
        for commitment in views(self._record, "commitments"):
            yield self.commitment(commitment)

    def document(self, document: DocumentSummary) -> dict[str, Any]:
        """Return a document as an article."""
        return _entity(
            document.id,
            "Article",
            fileName=[document.source or document.url or document.sha256],
            title=[document.title],
            publisher=[document.publisher],
            sourceUrl=[document.url],
            publishedAt=[prefix_dates(document.published)[0]],
        )

    def actor(self, view: EntryView) -> Iterator[dict[str, Any]]:
        """Yield a person, body or party, and the offices of a person."""
        kind, key = first(view, "kind"), str(first(view, "key"))
        party = first(view, "party")
        if kind == "party":
            self._parties[key] = view.id
            facts = register.parties().get(key)
            schema = "PublicBody" if facts is not None else "Organization"
            qid = facts.qid if facts else (register.bodies()[key].qid if key in register.bodies() else None)
        else:
            schema, qid = _ACTORS[kind], key if key[:1] == "Q" and key[1:].isdigit() else None
        yield _entity(
            view.id,
            schema,
            name=[display_name(view)],
            alias=published_names(view),
            country=[_country(party)],
            wikidataId=[qid],
            **_sources(view),
        )
        if kind == "person":
            yield from self._offices(view)

    def _offices(self, view: EntryView) -> Iterator[dict[str, Any]]:
        for value in view.of("roles"):
            title = value.value.get("title") if isinstance(value.value, dict) else None
            for name in dict.fromkeys((title and [title]) or [claim.words for claim in value.claims]):
                body = value.value.get("body") if isinstance(value.value, dict) else None
                post = _id("position", name, str(first(view, "party")))
                yield _entity(
                    post,
                    "Position",
                    name=[name],
                    country=[_country(first(view, "party"))],
                    organization=[body and _ref(body)],
                )
                yield _entity(
                    _id("occupancy", view.id, post),
                    "Occupancy",
                    holder=[_ref(view.id)],
                    post=[post],
                    # The days on which documents show the office held; it may have begun before and gone on after.
                    date=[prefix_dates(document.published)[0] for document in value.documents],
                    **_sources(view, record_id=False),
                )

    def agreement(self, view: EntryView) -> Iterator[dict[str, Any]]:
        """Yield an agreement as a document, and what ties each party to it."""
        name = display_name(view)
        yield _entity(
            view.id,
            "Document",
            fileName=[name],
            title=[name],
            keywords=every(view, "kind"),
            date=[prefix_dates(date)[0] for date in every(view, "date")],
            **_sources(view),
        )
        for party in every(view, "parties"):
            if party in self._parties:
                yield _entity(
                    _id("documentation", view.id, party),
                    "Documentation",
                    document=[_ref(view.id)],
                    entity=[_ref(self._parties[party])],
                    role=["party"],
                )

    def meeting(self, view: EntryView) -> Iterator[dict[str, Any]]:
        """Yield a meeting as an event, and a link for each mediator."""
        people = [value for value in every(view, "participants") if isinstance(value, dict)]
        parties = [self._parties[party] for party in every(view, "parties") if party in self._parties]
        ends = [prefix_dates(date) for date in every(view, "date")]
        places = [self._record.get(place) for place in every(view, "place")]
        place_views = [place for place in places if isinstance(place, EntryView)]
        hosts = [person["actor"] for person in people if person["capacity"] == "host"]
        words = [
            f"{field}: {', '.join(dict.fromkeys(value.label for value in view.of(field)))}"
            for field in ("status", "kind", "round", "designations")
            if view.of(field)
        ]
        if view.differences:
            words.append(f"the documents differ in {', '.join(differing(view))}")
        yield _entity(
            view.id,
            "Event",
            name=[_meeting_name(view, parties, self._record)],
            startDate=[start for start, _ in ends],
            endDate=[end for _, end in ends],
            location=[display_name(place) for place in place_views],
            country=[_country(first(place, "country")) for place in place_views],
            organizer=[_ref(host) for host in hosts],
            involved=[_ref(each) for each in dict.fromkeys([*parties, *(person["actor"] for person in people)])],
            summary=["; ".join(words)],
            description=self._words(view),
            **_sources(view),
        )
        for person in people:
            if person["capacity"] == "mediator":
                yield _entity(
                    _id("mediator", view.id, person["actor"]),
                    "UnknownLink",
                    subject=[_ref(person["actor"])],
                    object=[_ref(view.id)],
                    role=["mediator"],
                )

    def commitment(self, view: EntryView) -> dict[str, Any]:
        """Return an undertaking as a note on each party that undertakes."""
        words = [
            f"{field}: {', '.join(dict.fromkeys(value.label for value in view.of(field)))}"
            for field in ("class", "strength", "polarity", "window", "toward", "for", "followup")
            if view.of(field)
        ]
        return _entity(
            view.id,
            "Note",
            name=[label(view, "action")],
            entity=[_ref(self._parties[party]) for party in every(view, "by") if party in self._parties],
            summary=["; ".join(words)],
            description=self._words(view),
            **_sources(view, record_id=False),
        )

    def _words(self, view: EntryView) -> list[str]:
        return [claim.words for claim in view.evidence] if self._options.text else []


def _meeting_name(view: EntryView, parties: list[str], record: Record) -> str:
    names = [display_name(each) for party in parties if isinstance(each := record.get(party), EntryView)]
    kind = str(first(view, "kind")).replace("-", " ")
    return f"{kind} of {', '.join(names)}" if names else kind


def _entity(identifier: str, schema: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    """Return one entity; values that are not known are left out, and with them properties that have none."""
    known = {name: list(dict.fromkeys(value for value in values if value)) for name, values in properties.items()}
    return {
        "id": identifier if identifier.startswith(f"{DATASET}-") else _ref(identifier),
        "schema": schema,
        "datasets": [DATASET],
        "properties": {name: values for name, values in known.items() if values},
    }


def _ref(public_id: str) -> str:
    return f"{DATASET}-{public_id.lower()}"


def _id(*parts: str) -> str:
    """An id for what has none in the record: the same whenever the same is exported."""
    return f"{DATASET}-{parts[0]}-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:20]}"


def _sources(view: EntryView, record_id: bool = True) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {
        "sourceUrl": [document.url for document in view.documents],
        "publisher": [document.publisher for document in view.documents],
    }
    schema_has_record_id = record_id and view.kind == "meeting"
    return {**found, "recordId": [view.id]} if schema_has_record_id else found


def _country(party: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code of a party that is a state, in small letters, as the format writes countries."""
    aliases = get_global("territory_aliases").get(party or "", ())
    return aliases[0].lower() if len(aliases) == 1 else None
