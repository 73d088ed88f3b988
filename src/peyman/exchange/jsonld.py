"""JSON-LD: schema.org for what there is, Web Annotation for the words behind it, PROV for where it comes from.

One document: a context, and a graph of entries, publications and annotations. Each value of an entry that has words
behind it is an annotation whose target is the publication, selected by position (code points of the extracted text)
and, where the words are let out, by quotation. What documents differ in stands side by side, each with its sources.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

import peyman
from peyman.actors.known import register
from peyman.exchange.formats import ExportOptions
from peyman.record.entry_values import every, first, label, names_by_language, prefix_dates, published_names, views
from peyman.record.shown.views import Claim, DocumentSummary, EntryView

if TYPE_CHECKING:
    from peyman.record import Record

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "peyman": "urn:peyman:vocabulary:",
    "sameAs": {"@type": "@id"},
    "wikidata": "http://www.wikidata.org/entity/",
}
_STATUS = {
    "held": "EventScheduled",
    "under-way": "EventScheduled",
    "planned": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
_ACTORS = {"person": "Person", "body": "GovernmentOrganization", "party": "Organization"}


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write a record as one JSON-LD document, a node of its graph a line.

    Args:
        record: The open record.
        stream: Where to.
        options: ``text`` lets the words of the documents out, as quotations.
    """
    stream.write(b'{"@context": ' + json.dumps(CONTEXT).encode() + b',\n"@graph": [\n')
    for number, node in enumerate(Graph(record, options).nodes()):
        stream.write((",\n" if number else "").encode() + json.dumps(node, ensure_ascii=False).encode())
    stream.write(b"\n]}\n")


class Graph:
    """The nodes of one record.

    Args:
        record: The open record.
        options: ``text`` lets the words of the documents out.
    """

    def __init__(self, record: Record, options: ExportOptions) -> None:
        self._record = record
        self._options = options
        self._parties = {
            str(first(view, "key")): view.id for view in views(record, "actors") if first(view, "kind") == "party"
        }

    def nodes(self) -> Iterator[dict[str, Any]]:
        """Yield the reader, the publications, the entries and the annotations."""
        yield {
            "@id": _id("reader"),
            "@type": ["prov:SoftwareAgent", "SoftwareApplication"],
            "name": "Peyman",
            "softwareVersion": peyman.__version__,
        }
        for document in self._record.documents():
            yield self.document(document)
        for kinds, make in (
            ("actors", self.actor),
            ("places", self.place),
            ("agreements", self.agreement),
            ("statements", self.statement),
            ("meetings", self.meeting),
            ("commitments", self.commitment),
        ):
            for view in views(self._record, kinds):
                yield _known(make(view) | self._provenance(view))
                yield from self.annotations(view)

    def document(self, document: DocumentSummary) -> dict[str, Any]:
        """Return a publication."""
        return _known(
            {
                "@id": _id(document.id),
                "@type": ["Article", "prov:Entity"],
                "headline": document.title,
                "url": document.url,
                "inLanguage": document.language,
                "datePublished": prefix_dates(document.published)[0],
                "publisher": document.publisher and {"@type": "Organization", "name": document.publisher},
                "identifier": f"sha256:{document.sha256}",
            }
        )

    def actor(self, view: EntryView) -> dict[str, Any]:
        """Return a person, a body or a party."""
        kind, key = str(first(view, "kind")), str(first(view, "key"))
        facts = register.parties().get(key) if kind == "party" else None
        qid = facts.qid if facts else key if key[:1] == "Q" and key[1:].isdigit() else None
        state = facts is not None and facts.kind == "state"
        return {
            "@id": _id(view.id),
            "@type": "Country" if state else _ACTORS[kind],
            "name": _names(view),
            "alternateName": published_names(view),
            "identifier": key,
            "sameAs": qid and f"http://www.wikidata.org/entity/{qid}",
            "memberOf" if kind == "person" else "parentOrganization": kind != "party"
            and self._party(first(view, "party")),
            "hasOccupation": [
                {"@type": "Role", "roleName": value.label} for value in view.of("roles") if kind == "person"
            ],
        }

    def place(self, view: EntryView) -> dict[str, Any]:
        """Return a place."""
        return {
            "@id": _id(view.id),
            "@type": "Place",
            "name": _names(view),
            "alternateName": published_names(view),
            "containedInPlace": self._party(first(view, "country")),
        }

    def agreement(self, view: EntryView) -> dict[str, Any]:
        """Return an agreement as a work whose parties contribute to it."""
        return {
            "@id": _id(view.id),
            "@type": "CreativeWork",
            "name": _names(view),
            "alternateName": published_names(view),
            "genre": every(view, "kind"),
            "dateCreated": [start for date in every(view, "date") if (start := prefix_dates(date)[0])],
            "contributor": [self._party(party) for party in every(view, "parties")],
        }

    def statement(self, view: EntryView) -> dict[str, Any]:
        """Return a statement: what somebody says, and who reports it."""
        return {
            "@id": _id(view.id),
            "@type": ["Statement", "prov:Entity"],
            "genre": every(view, "kind"),
            "author": [{"@id": _id(issuer)} for issuer in every(view, "issuers")],
            "prov:wasAttributedTo": [self._party(party) for party in every(view, "parties")],
            "dateCreated": [start for date in every(view, "date") if (start := prefix_dates(date)[0])],
            "prov:wasDerivedFrom": [{"@id": _id(source)} for source in every(view, "via")],
        }

    def meeting(self, view: EntryView) -> dict[str, Any]:
        """Return a meeting as an event."""
        ends = [prefix_dates(date) for date in every(view, "date")]
        people = [value for value in every(view, "participants") if isinstance(value, dict)]
        attendees = [self._party(party) for party in every(view, "parties")]
        attendees += [{"@id": _id(actor)} for actor in dict.fromkeys(each["actor"] for each in people)]
        hosts = dict.fromkeys(each["actor"] for each in people if each["capacity"] == "host")
        statuses = [_STATUS[status] for status in every(view, "status") if status in _STATUS]
        return {
            "@id": _id(view.id),
            "@type": "Event",
            "name": str(first(view, "kind")).replace("-", " "),
            "startDate": [start for start, _ in ends if start],
            "endDate": [end for _, end in ends if end],
            "eventStatus": [f"https://schema.org/{status}" for status in dict.fromkeys(statuses)],
            "peyman:status": every(view, "status"),
            "peyman:date": every(view, "date"),
            "peyman:format": list(dict.fromkeys(each["format"] for each in every(view, "designations"))),
            "location": [{"@id": _id(place)} for place in every(view, "place")],
            "attendee": attendees,
            "organizer": [{"@id": _id(host)} for host in hosts],
            "about": [{"@id": _id(agreement)} for agreement in every(view, "basis")],
            "subjectOf": [{"@id": _id(statement)} for statement in every(view, "said_in")],
        }

    def commitment(self, view: EntryView) -> dict[str, Any]:
        """Return an undertaking as an action that somebody is to carry out."""
        window = first(view, "window")
        start, end = prefix_dates(window)
        return {
            "@id": _id(view.id),
            "@type": "PlanAction",
            "name": label(view, "action") if self._options.text else first(view, "class"),
            "agent": [self._party(party) for party in every(view, "by")],
            "participant": [self._party(party) for party in every(view, "toward")],
            "peyman:for": [self._party(party) for party in every(view, "for")],
            "startTime": start,
            "endTime": end,
            **{f"peyman:{name}": every(view, name) for name in ("class", "strength", "polarity", "window", "followup")},
            "subjectOf": [{"@id": _id(statement)} for statement in every(view, "said_in")],
        }

    def annotations(self, view: EntryView) -> Iterator[dict[str, Any]]:
        """Yield an annotation for every value of an entry and every document that gives it."""
        for number, claim in enumerate([*view.evidence, *_claims(view)]):
            yield self._annotation(view, number, claim)

    def _annotation(self, view: EntryView, number: int, claim: Claim) -> dict[str, Any]:
        selectors: list[dict[str, Any]] = [
            {"@type": "oa:TextPositionSelector", "oa:start": claim.span[0], "oa:end": claim.span[1]}
        ]
        if self._options.text:
            selectors.append({"@type": "oa:TextQuoteSelector", "oa:exact": claim.words})
        body: dict[str, Any] = {"@id": _id(view.id)}
        if claim.field != "evidence":
            body |= {"peyman:field": claim.field, "peyman:value": _value(claim.value, self._options.text)}
        return _known(
            {
                "@id": _id(f"{view.id}/{number}"),
                "@type": "oa:Annotation",
                "oa:motivatedBy": {"@id": "oa:identifying" if claim.field == "evidence" else "oa:describing"},
                "oa:hasBody": body,
                "oa:hasTarget": {"oa:hasSource": {"@id": _id(claim.document.id)}, "oa:hasSelector": selectors},
                "peyman:saidIn": [{"@id": _id(statement)} for statement in claim.said_in],
                "peyman:confidence": claim.confidence,
                "prov:wasGeneratedBy": claim.reader,
            }
        )

    def _provenance(self, view: EntryView) -> dict[str, Any]:
        return {
            "prov:wasAttributedTo": {"@id": _id("reader")},
            "prov:hadPrimarySource": [{"@id": _id(document.id)} for document in view.documents],
        }

    def _party(self, key: str | None) -> dict[str, str] | str | None:
        if key is None:
            return None
        return {"@id": _id(self._parties[key])} if key in self._parties else key


def _claims(view: EntryView) -> Iterator[Claim]:
    for values in view.values.values():
        for value in values:
            yield from value.claims


def _value(value: Any, text: bool) -> Any:
    """A value as JSON-LD can hold it; free words of a document are let out only when they are asked for."""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, str) and not text and len(value) > _LONGEST_KEY:
        return None
    return value


#: Longer values are words of a document, not keys, names or dates.
_LONGEST_KEY = 80


def _names(view: EntryView) -> list[dict[str, str]] | str | None:
    by_language = names_by_language(view)
    if by_language:
        return [{"@language": language, "@value": name} for language, name in sorted(by_language.items())]
    return label(view, "name")


def _id(public_id: str) -> str:
    return f"urn:peyman:{public_id.lower()}"


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, [], False, "")}
