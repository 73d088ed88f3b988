"""Readings made from annotations, as a reader without fault would give them: to measure merging by itself.

What annotations do not have is taken as it is read: parties by their names, the calendars that dates are in, what
encounters are called (bilateral, direct), and in what capacity persons took part. The words of an undertaking, of which
annotations have a few to find it by, are those of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from peyman.model import (
    Actor,
    Agreement,
    Commitment,
    Date,
    DateConflict,
    Document,
    Meeting,
    Participant,
    Place,
    Reader,
    Reading,
    Span,
    Statement,
)
from peyman.reading.reader import read_document
from peyman.sources import SourceDocument

_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "fourteenth": "14"}


_CLAUSE_ENDS = re.compile(r"[.,;:!?؟،؛\n«»“”\"()]|\s[–—-]\s")
_CONFLICT = re.compile(r"is (\d{4}-\d\d-\d\d)")
"""How annotations tell the day of the other calendar: 4 Mordad 1404 is 2025-07-26."""


def _slug(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def perfect_reading(annotated: Mapping[str, Any], source: SourceDocument) -> Reading:
    """Make a reading from the annotations of a document.

    Args:
        annotated: The document with its annotations.
        source: The same as the reader would get it.
    """
    text = source.text
    language = annotated["lang"]

    def span(words: str) -> Span:
        start = text.find(words)
        return (start, start + len(words)) if start >= 0 else (0, 1)

    read = read_document(source)
    actors: dict[str, Actor] = {}
    for kind, field in (("person", "people"), ("body", "bodies")):
        for each in annotated[field]:
            where = span(each["text"])
            made = Actor.model_validate(
                {
                    "id": f"{kind[0]}{len(actors)}",
                    "kind": kind,
                    "name": each["text"],
                    "names": {language: each["text"], "en": each["name"]},
                    "key": _slug(each["text"]) if kind == "person" else _slug(each["name"]),
                    "party": each.get("party"),
                    "evidence": [where],
                    "mentions": [where, *(span(words) for words in each.get("also", ()) if words in text)],
                    "roles": [{"title": each["role"], "span": where}] if each.get("role") else [],
                }
            )
            actors.setdefault(each["name"], made)
    places = {
        each["name"]: Place(
            id=f"l{number}",
            name=each["text"],
            key=_slug(each["name"]),
            country=each.get("country"),
            evidence=[span(each["text"])],
        )
        for number, each in enumerate(annotated["places"])
    }
    agreements = {
        each["name"]: Agreement.model_validate(
            {"id": f"g{n}", "name": each["text"], "key": _slug(each["name"]), "evidence": [span(each["text"])]}
        )
        for n, each in enumerate(annotated["agreements"])
    }
    statements = [
        Statement.model_validate(
            {
                "id": f"s{number}",
                "kind": each["kind"],
                "issuers": [actors[name].id for name in actors if each["issuer"] and name in each["issuer"]],
                "parties": each.get("parties") or ([each["party"]] if each.get("party") else []),
                "joint": each["joint"],
                "date": each.get("date"),
                "evidence": [span(each["anchor"])],
            }
        )
        for number, each in enumerate(annotated["statements"])
    ]
    said = [statement.id for statement in statements]

    def said_in(each: Mapping[str, Any]) -> list[str]:
        return [said[number] for number in each["said_in"] if number < len(said)]

    meetings = []
    for number, each in enumerate(annotated["meetings"]):
        people = [actors[name] for name in each["people"] if name in actors]
        titles = {person["name"]: person.get("role") for person in annotated["people"]}
        modes = [word for word in str(each.get("mode") or "").split() if word in ("direct", "indirect")]
        where = span(each["anchor"])
        same = [other for other in read.meetings if any(_meet(where, evidence) for evidence in other.evidence)]
        called = [one for other in same for one in other.designations if one.format not in modes]
        meetings.append(
            Meeting.model_validate(
                {
                    "id": f"m{number}",
                    "kind": each["kind"],
                    "status": each["status"],
                    "date": each.get("date"),
                    "place": places[each["place"]].id if each.get("place") in places else None,
                    "parties": each["parties"],
                    "participants": [
                        Participant(
                            actor=person.id,
                            party=person.party,
                            title=titles.get(name),
                            capacity=_capacity(person, same, read.actors),
                        )
                        for name in each["people"]
                        if (person := actors.get(name)) in people and person is not None
                    ],
                    "basis": [agreements[name].id for name in each["basis"] if name in agreements],
                    "round": _ORDINALS.get(str(each.get("round"))),
                    "designations": [
                        *({"format": mode, "text": each["anchor"], "span": where} for mode in modes),
                        *(one.model_dump() for one in called),
                    ],
                    "said_in": said_in(each),
                    "evidence": [where],
                }
            )
        )
    commitments = []
    anchors = [span(each["anchor"]) for each in annotated["commitments"]]
    for number, each in enumerate(annotated["commitments"]):
        where = anchors[number]
        commitments.append(
            Commitment.model_validate(
                {
                    "id": f"c{number}",
                    "by": each["by"],
                    "toward": each["toward"],
                    "for": each["for"],
                    "class": each["class"],
                    "action": _clause(text, where, anchors),
                    "window": (each.get("window") or "").replace("open", "..") or None,
                    "strength": each["strength"],
                    "polarity": each["polarity"],
                    "followup": each.get("followup"),
                    "condition": span(each["condition"]) if each.get("condition") else None,
                    "said_in": said_in(each),
                    "evidence": [where],
                }
            )
        )
    parties = [each for each in read.actors if each.kind == "party"]
    return Reading(
        document=Document(
            id=source.id,
            source=annotated["id"],
            publisher=annotated["publisher"],
            published=annotated["published"],
            language=language,
            text=text,
            repaired=text,
        ),
        dates=[
            _date(f"d{number}", each, span(each["text"]), read.dates)
            for number, each in enumerate(annotated["dates"])
            if each.get("value") and each["text"] in text
        ],
        actors=[*actors.values(), *(each.model_copy(update={"id": f"read-{each.id}"}) for each in parties)],
        places=list(places.values()),
        agreements=list(agreements.values()),
        statements=statements,
        meetings=meetings,
        commitments=commitments,
        reader=Reader(name="annotations", version="1", languages=cast("list[str]", [language])),
    )


def _clause(text: str, anchor: Span, anchors: Iterable[Span]) -> Span:
    """The words between two marks that some words stand among, as far as they do not tell another undertaking."""
    marks = [each.span() for each in _CLAUSE_ENDS.finditer(text)] + [each for each in anchors if each != anchor]
    start = max((end for _, end in marks if end <= anchor[0]), default=0)
    end = min((start for start, _ in marks if start >= anchor[1]), default=len(text))
    start += len(text[start : anchor[0]]) - len(text[start : anchor[0]].lstrip())
    return (start, anchor[1] + len(text[anchor[1] : end].rstrip()))


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _capacity(person: Actor, encounters: Iterable[Meeting], read: Iterable[Actor]) -> Any:
    """In what capacity a person is read to have taken part in an encounter."""
    those = {
        actor.id
        for actor in read
        if actor.kind == "person"
        and any(_meet(ours, theirs) for ours in person.mentions for theirs in (*actor.mentions, *actor.evidence))
    }
    for encounter in encounters:
        for participant in encounter.participants:
            if participant.actor in those and participant.capacity != "member":
                return participant.capacity
    return "member"


def _date(identifier: str, each: Mapping[str, Any], span: Span, read: Iterable[Date]) -> Date:
    """A date as annotated, with the calendars that are read in its words."""
    value = str(each["value"]).replace("open", "..") or None
    inside = [date for date in read if span[0] <= date.span[0] and date.span[1] <= span[1]]
    calendars = list(dict.fromkeys(calendar for date in inside for calendar in date.calendars))
    other = _CONFLICT.search(str(each.get("conflict") or ""))
    conflict = None
    if other and value and len(calendars) > 1:
        second = next(calendar for calendar in calendars if calendar != "gregorian")
        conflict = DateConflict(between=["gregorian", second], values=[value, other[1]])
    return Date(
        id=identifier,
        span=span,
        text=each["text"],
        edtf=value,
        calendars=calendars,
        conflict=conflict,
        evidence=[span],
    )
