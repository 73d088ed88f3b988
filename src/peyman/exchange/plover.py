"""PLOVER events (openeventdata/PLOVER at commit 5e0c24f) as JSON Lines: meetings and undertakings.

A meeting has the event and mode that most documents give it. An undertaking is AGREE; CONCEDE where it gives something
up (a withdrawal, a release); REJECT where it is refused; and what is reported as carried out is the deed itself
(RETREAT, AID, COOPERATE). What PLOVER asks for and nobody said is left out: there is no default code.

``auxiliary`` (future, negation, hypothetical) is in the manual a kind of mode; it stands in a field of its own, so that
``mode`` holds nothing but modes. The words of a document go out only when they are asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import IO, TYPE_CHECKING, Any

import peyman
from peyman.actors.known import register
from peyman.exchange.formats import ExportOptions
from peyman.record.entry_values import days, display_name, every, first, label, views
from peyman.record.shown.views import EntryView

if TYPE_CHECKING:
    from peyman.record import Record

CODEBOOK = "PLOVER"
CODEBOOK_VERSION = "5e0c24f"

#: Event types by the quad category of their section in the manual.
QUAD_CODES = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal-cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material-cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal-conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material-conflict"),
}
#: What giving up is, among the classes of undertakings.
_CONCESSIONS = frozenset({"withdraw", "release"})
#: What is refused, as a mode of REJECT.
_REFUSED = {
    **dict.fromkeys(("consult", "negotiate"), "meet"),
    **dict.fromkeys(("aid", "support", "pay", "cooperate"), "assist"),
    **dict.fromkeys(("withdraw", "release", "refrain"), "yield"),
}
#: What a kept undertaking was: the deed, and its mode.
_DEEDS = {
    "withdraw": ("RETREAT", "withdraw"),
    "release": ("RETREAT", "release"),
    "aid": ("AID", None),
    "pay": ("AID", None),
    "cooperate": ("COOPERATE", None),
}
_FUTURE = frozenset({"planned", "postponed"})
#: Sectors by the kind of a body; a kind that is not here has none that would be sure.
_SECTORS = {
    **dict.fromkeys(
        (
            *("ministry", "foreign-ministry", "department", "embassy", "consulate", "government", "federal-government"),
            *("interim-government", "presidency", "prime-ministry", "cabinet", "customs", "governorate"),
            *("national-security-council", "municipality", "central-bank"),
        ),
        "GOV",
    ),
    **dict.fromkeys(("parliament", "senate"), "LEG"),
    **dict.fromkeys(("general-staff", "army", "border-guard"), "MIL"),
    **dict.fromkeys(("judiciary", "court"), "JUD"),
    "intelligence": "SPY",
    "company": "BUS",
}


class PloverEvents:
    """Turns the entries of one record into PLOVER events.

    Args:
        record: The open record.
        options: ``text`` lets the words of the documents out; ``language`` is the language of names.
    """

    def __init__(self, record: Record, options: ExportOptions) -> None:
        self._record = record
        self._options = options
        self._parties = {
            str(first(view, "key")): view for view in views(record, "actors") if first(view, "kind") == "party"
        }

    def all(self) -> Iterator[dict[str, Any]]:
        """Yield an event for every meeting and every undertaking."""
        for meeting in views(self._record, "meetings"):
            yield self.meeting(meeting)
        for commitment in views(self._record, "commitments"):
            yield self.commitment(commitment)

    def meeting(self, view: EntryView) -> dict[str, Any]:
        """Return the event of a meeting: the host of a visit is the recipient, everybody else an actor."""
        coded = first(view, "plover") or {}
        parties = list(every(view, "parties"))
        people: dict[str, list[dict[str, Any]]] = {}
        capacities: dict[str, set[str]] = {}
        seen: set[str] = set()
        for value in every(view, "participants"):
            party = value.get("party") or ""
            capacities.setdefault(party, set()).add(value["capacity"])
            if value["actor"] not in seen:  # documents may differ in a person's capacity
                seen.add(value["actor"])
                people.setdefault(party, []).append(value)
        hosts = (
            [party for party in parties if "host" in capacities.get(party, ())] if coded.get("mode") == "visit" else []
        )
        actors = [self._party(party, people.get(party, ())) for party in parties if party not in hosts]
        status = first(view, "status")
        auxiliary = ["future"] if status in _FUTURE else []
        mediated = any("mediator" in each for each in capacities.values())
        event = {
            "id": view.id,
            **_dates(first(view, "date")),
            "actor": actors,
            "recipient": [self._party(party, people.get(party, ())) for party in hosts],
            "event": [coded["event"]] if coded else [],
            "mode": [coded["mode"]] if coded.get("mode") else [],
            "auxiliary": auxiliary,
            "context": ["diplomatic"] if mediated else [],
            "quad_code": QUAD_CODES.get(coded.get("event", "")),
            "event_loc": self._place(first(view, "place")),
            "event_text": f"{first(view, 'kind')}, {status}",
        }
        return self._finished(event, view)

    def commitment(self, view: EntryView) -> dict[str, Any]:
        """Return the event of an undertaking: who undertakes is the actor, the counterpart the recipient."""
        kind = first(view, "class")
        code, mode, auxiliary = commitment_code(
            kind, first(view, "polarity"), first(view, "strength"), first(view, "followup")
        )
        event = {
            "id": view.id,
            **_dates(None),
            "actor": [self._party(party, ()) for party in every(view, "by")],
            "recipient": [self._party(party, ()) for party in [*every(view, "toward"), *every(view, "for")]],
            "event": [code],
            "mode": [mode] if mode else [],
            "auxiliary": auxiliary,
            "context": [],
            "quad_code": QUAD_CODES[code],
            "event_loc": None,
            "event_text": f"undertaking: {kind}",
            "comment": f"window {first(view, 'window')}" if first(view, "window") else None,
        }
        event["date"] = _publication_day(view)
        return self._finished(event, view)

    def _party(self, key: str, people: Iterable[dict[str, Any]]) -> dict[str, Any]:
        facts = register.parties().get(key)
        view = self._parties.get(key)
        entity: dict[str, Any] = {
            "code": key,
            "sector": "GOV" if facts is not None and facts.kind == "state" else None,
            "entity_text": display_name(view, self._options.language) if view else key,
            "identifier_id": (facts.qid if facts else None) or _body_qid(key),
            "identifier_text": "wikidata",
            "people": [self._person(value) for value in people],
        }
        if not entity["identifier_id"]:
            entity["identifier_text"] = None
        return _known(entity)

    def _person(self, value: dict[str, Any]) -> dict[str, Any]:
        view = self._record.get(value["actor"])
        assert isinstance(view, EntryView)
        roles = every(view, "roles")
        office = next((role.get("title") for role in roles if isinstance(role, dict)), None)
        body = next((role.get("body") for role in roles if isinstance(role, dict) and role.get("body")), None)
        return _known(
            {
                "entity_text": display_name(view, self._options.language),
                "office": office or label(view, "roles"),
                "sector": self._sector(body),
                "capacity": value["capacity"],
                "identifier_id": _qid(str(first(view, "key"))),
            }
        )

    def _sector(self, body: str | None) -> str | None:
        if body is None:
            return None
        view = self._record.get(body)
        key = str(first(view, "key")) if isinstance(view, EntryView) else ""
        parts = key.split(":")
        return _SECTORS.get(parts[1]) if len(parts) > 1 else None

    def _place(self, place: str | None) -> dict[str, Any] | None:
        if place is None:
            return None
        view = self._record.get(place)
        assert isinstance(view, EntryView)
        return _known({"name": display_name(view, self._options.language), "country": first(view, "country")})

    def _finished(self, event: dict[str, Any], view: EntryView) -> dict[str, Any]:
        """Add what every event has: where it was read, and how sure that is."""
        claim = view.evidence[0]
        event["text_info"] = {"sequence": 0, "start": claim.span[0], "end": claim.span[1]}
        if self._options.text:
            event["text"] = claim.words
        event["link"] = claim.document.url
        event["cite_info"] = _known(
            {
                "corpus": "peyman",
                "citation": claim.document.id,
                "url": claim.document.url,
                "title": claim.document.title,
                "language": claim.document.language,
                "publication": claim.document.publisher,
                "codebook": CODEBOOK,
                "version": CODEBOOK_VERSION,
            }
        )
        event["sources"] = [document.id for document in view.documents]
        event["publication_date"] = claim.document.published
        event["coder"] = f"{claim.reader} (peyman {peyman.__version__})"
        event["coded_date"] = claim.document.added[:10]
        return {name: value for name, value in event.items() if value is not None}


def commitment_code(
    kind: str, polarity: str | None, strength: str | None, followup: str | None
) -> tuple[str, str | None, list[str]]:
    """Return event, mode and auxiliary modes of an undertaking.

    Args:
        kind: Its class, as in the vocabulary.
        polarity: ``undertaken`` or ``refused``.
        strength: How firmly it is said.
        followup: What the document reports of it, or None.
    """
    if followup == "reported-kept" and kind in _DEEDS:
        code, mode = _DEEDS[kind]
        return code, mode, []
    if polarity == "refused":
        return "REJECT", _REFUSED.get(kind), []
    auxiliary = ["future"] + (["hypothetical"] if strength == "conditional" else [])
    return ("CONCEDE" if kind in _CONCESSIONS else "AGREE"), None, auxiliary


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write a PLOVER event a line.

    Args:
        record: The open record.
        stream: Where to.
        options: ``text`` lets the words of the documents out.
    """
    for event in PloverEvents(record, options).all():
        stream.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")


def _dates(value: str | None) -> dict[str, str | None]:
    start, end = days(value)
    if start is None:
        start, end = end, None
    return {
        "date": start.isoformat() if start else None,
        "enddate": end.isoformat() if end and end != start else None,
        "date_edtf": value,
    }


def _publication_day(view: EntryView) -> str | None:
    """The day on which an undertaking was first published: PLOVER dates the saying of it."""
    published = sorted(start for each in view.documents if (start := days(each.published)[0]) is not None)
    return published[0].isoformat() if published else None


@cache
def _body_qid(key: str) -> str | None:
    body = register.bodies().get(key)
    return body.qid if body and body.qid else None


def _qid(key: str) -> str | None:
    return key if key[:1] == "Q" and key[1:].isdigit() else None


def _known(entity: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entity.items() if value not in (None, [], "")}
