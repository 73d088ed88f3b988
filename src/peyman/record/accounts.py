"""The accounts of a meeting: which document says what of it, what each leaves out, and where they contradict.

A table is made of the claims of a meeting (`peyman.record.views.EntryView`), of those of the other meetings and of the
undertakings in the same documents, and of what is known of the places and actors they name. It is the same whatever the
order in which the documents were added.

**What counts as missing.** An account leaves a fact out only if it tells the encounter for its own sake (as the first
meeting of its text, or with at least three of: date, place, participants, agreement, topics, round, format), if its
text is not cut off, and if it could know: an announcement from before the encounter leaves out neither what was agreed
there nor who came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, case, func, select

from peyman.record import fact_relations
from peyman.record.account_views import Account, AccountsTable, Cell, CellValue, FactRow, Mark, Silence
from peyman.record.carrier_tables import one_for_each_account
from peyman.record.claims import EVIDENCE
from peyman.record.facts import PlaceFacts
from peyman.record.matching import is_register_key
from peyman.record.merge import AnyMatching
from peyman.record.periods import period
from peyman.record.schema import documents, entries, members, nodes
from peyman.record.viewing import load_claims
from peyman.record.views import Claim, DocumentSummary, EntryView

_FULL = 3
"""So many of `_DETAILS` make an account one that tells the encounter for its own sake."""
_DETAILS = ("date", "place", "participants", "basis", "topics", "round", "designations")
_MODES = frozenset({"direct", "indirect"})
_NEAR = 14
"""Days from this meeting within which another one that its accounts tell is a fact of theirs."""
_ENDED = re.compile(r"[.!?؟۔。»”\"'’)\]:؛;*#]\s*$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)\s*\]?\s*$")
_END = 200
"""Letters of a text's end by which it is told whether the text is cut off."""
_LINE = 50
"""Letters from which on a last line without a full stop is a sentence, and no signature."""


def is_cut_off(text: str) -> bool:
    """Whether a text ends in the middle of a sentence.

    Args:
        text: A text, or the end of one.
    """
    end = text.rstrip()
    if not end or _CUT_OFF.search(end):
        return bool(end)
    return not _ENDED.search(end) and len(end.rpartition("\n")[2]) > _LINE


@dataclass(slots=True)
class Given:
    """One value of one fact as one account gives it, not yet compared."""

    account: str
    value: Any
    label: str
    claims: list[Claim]
    compared: Any = None
    wording: str | None = None


@dataclass(slots=True)
class Fact:
    """One fact, not yet compared.

    Attributes:
        fact: Its kind.
        subject: What it is about.
        label: For people.
        compare: How two values of it stand to each other.
        given: What accounts say.
        later: Whether only an account from after the encounter can know it.
        among: The accounts that speak of its subject; others are silent on it. None for all.
        optional: Whether accounts owe it at all: what nobody has to say is never missing.
    """

    fact: str
    subject: str | None
    label: str
    compare: fact_relations.Compare
    given: list[Given] = field(default_factory=list)
    later: bool = False
    among: set[str] | None = None
    optional: bool = False

    def add(self, claim: Claim, value: Any, label: str, compared: Any = None, wording: str | None = None) -> None:
        """Note a claim; those of one account and value go together."""
        compared = value if compared is None else compared
        for known in self.given:
            if known.account == claim.document.id and known.compared == compared:
                known.claims.append(claim)
                return
        self.given.append(Given(claim.document.id, value, label, [claim], compared, wording))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table needs beside the claims of the meeting itself.

    Attributes:
        ends: The last letters of each document's text, by public id.
        meetings: Claims of the other meetings of these documents, by public id of the entry.
        commitments: Claims of the commitments of these documents, likewise.
        keys: Key and country of places and key of actors, by public id.
    """

    ends: Mapping[str, str]
    meetings: Mapping[str, Sequence[Claim]]
    commitments: Mapping[str, Sequence[Claim]]
    keys: Mapping[str, PlaceFacts]


def accounts_of(connection: Connection, kinds: Mapping[str, AnyMatching], view: EntryView) -> AccountsTable:
    """Make the table of accounts of a meeting, in a fixed number of queries.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        view: The meeting.
    """
    spoken = one_for_each_account(connection, (int(document.id[1:]) for document in view.documents))
    by_number = {int(document.id[1:]): document for document in view.documents}
    others = {f"D{speaker}": tuple(by_number[number] for number in rest) for speaker, rest in spoken.items()}
    single = _told_by(view, set(others))
    return _Table(single, _surroundings(connection, kinds, single), others).made()


def _told_by(view: EntryView, documents: set[str]) -> EntryView:
    """The entry as some documents alone tell it: an account that many carry is one, and is not compared with itself."""
    values = {}
    for name, given in view.values.items():
        kept = [
            replace(value, claims=tuple(claim for claim in value.claims if claim.document.id in documents))
            for value in given
        ]
        values[name] = tuple(value for value in kept if value.claims)
    return replace(
        view,
        documents=tuple(document for document in view.documents if document.id in documents),
        evidence=tuple(claim for claim in view.evidence if claim.document.id in documents),
        values={name: given for name, given in values.items() if given},
    )


def _surroundings(connection: Connection, kinds: Mapping[str, AnyMatching], view: EntryView) -> Surroundings:
    shas = [document.sha256 for document in view.documents]
    length = func.length(documents.c.text)
    start = case((length > _END, length - _END), else_=1)
    ends = connection.execute(
        select(documents.c.number, func.substr(documents.c.text, start).label("end")).where(documents.c.id.in_(shas))
    )
    around = load_claims(
        connection, kinds, members.c.document_id.in_(shas), members.c.kind.in_(("meeting", "commitment"))
    )
    numbers = sorted({number for number, _ in around})
    rows = connection.execute(select(entries.c.id, entries.c.kind, entries.c.number).where(entries.c.id.in_(numbers)))
    named = {row.id: (row.kind, f"{kinds[row.kind].letter}{row.number}") for row in rows}
    grouped: dict[str, dict[str, list[Claim]]] = {"meeting": {}, "commitment": {}}
    for number, claim in around:
        kind, public_id = named[number]
        if public_id != view.id:
            grouped[kind].setdefault(public_id, []).append(claim)
    referred = {str(value.value) for value in view.of("place")}
    return Surroundings(
        ends={f"D{row.number}": row.end for row in ends},
        meetings=grouped["meeting"],
        commitments=grouped["commitment"],
        keys=_place_facts(connection, kinds, referred),
    )


def _place_facts(
    connection: Connection, kinds: Mapping[str, AnyMatching], public_ids: Iterable[str]
) -> dict[str, PlaceFacts]:
    numbers = [int(each[1:]) for each in public_ids if each[1:].isdigit()]
    query = (
        select(entries.c.number, nodes.c.facts)
        .join(nodes, nodes.c.entry_id == entries.c.id)
        .where(entries.c.kind == "place", entries.c.number.in_(numbers))
    )
    letter = kinds["place"].letter
    return {f"{letter}{row.number}": PlaceFacts.model_validate_json(row.facts) for row in connection.execute(query)}


class _Table:
    """Makes one table."""

    def __init__(
        self, view: EntryView, around: Surroundings, carriers: Mapping[str, tuple[DocumentSummary, ...]] | None = None
    ) -> None:
        self._view = view
        self._carriers = carriers or {}
        self._around = around
        self._claims = [*view.evidence, *(c for values in view.values.values() for each in values for c in each.claims)]
        self._by_document: dict[str, list[Claim]] = {document.id: [] for document in view.documents}
        for claim in self._claims:
            self._by_document[claim.document.id].append(claim)
        self.accounts = tuple(self._account(document) for document in view.documents)
        self._beforehand = {account.id for account in self.accounts if self._is_beforehand(account.document)}

    def made(self) -> AccountsTable:
        facts = [*self._single(), *self._participants(), *self._undertakings(), *self._encounters()]
        return AccountsTable(self._view.id, self.accounts, tuple(self._row(fact) for fact in facts if fact.given))

    # ---- accounts

    def _account(self, document: DocumentSummary) -> Account:
        mine = self._by_document[document.id]
        told = {claim.field for claim in mine}
        first = min(claim.span[0] for claim in mine if claim.field == EVIDENCE)
        others = [
            claim.span[0]
            for claims in self._around.meetings.values()
            for claim in claims
            if claim.field == EVIDENCE and claim.document.id == document.id
        ]
        full = sum(name in told for name in _DETAILS) >= _FULL or all(first <= other for other in others)
        return Account(
            id=document.id,
            document=document,
            speakers=tuple(dict.fromkeys(speaker for claim in mine for speaker in claim.speakers)),
            detail="full" if full else "passing",
            cut_off=is_cut_off(self._around.ends.get(document.id, "")),
            carriers=self._carriers.get(document.id, ()),
        )

    def _is_beforehand(self, document: DocumentSummary) -> bool:
        """Whether a document only announces the meeting."""
        statuses = {claim.value for claim in self._by_document[document.id] if claim.field == "status"}
        return bool(statuses) and statuses <= {"planned", "postponed"}

    # ---- facts

    def _single(self) -> list[Fact]:
        """The facts that are fields of the meeting."""
        facts = [
            self._field("status", fact_relations.statuses),
            self._field("kind", fact_relations.kinds),
            self._field("date", fact_relations.dates),
            *self._places(),
            self._parties(),
            *self._formats(),
            self._field("round", _rounds),
            *self._basis(),
        ]
        issued = Fact("issued by", None, "issued by", fact_relations.side_by_side, optional=True)
        for claim in self._claims:
            if claim.field == "said_in":
                issued.add(claim, claim.value, ", ".join(claim.speakers) or str(claim.value))
        return [*facts, issued]

    def _field(self, name: str, compare: fact_relations.Compare) -> Fact:
        fact = Fact(name, None, name, compare)
        for value in self._view.of(name):
            for claim in value.claims:
                fact.add(claim, value.value, value.label)
        return fact

    def _places(self) -> list[Fact]:
        """Where: the city or country, and in it the building, where an account names one."""
        compare = fact_relations.places(self._around.keys)
        known = {key: facts for key, facts in self._around.keys.items() if _is_territory(facts.key)}
        place, venue = Fact("place", None, "place", compare), Fact("venue", None, "venue", compare)
        for value in self._view.of("place"):
            fact = place if value.value in known or not known else venue
            for claim in value.claims:
                fact.add(claim, value.value, value.label, wording=claim.wording)
        return [place, venue]

    def _parties(self) -> Fact:
        fact = Fact("parties", None, "parties", fact_relations.party_lists)
        for document, mine in self._by_document.items():
            of_document = [claim for claim in mine if claim.field == "parties"]
            keys = tuple(sorted({str(claim.value) for claim in of_document}))
            if keys:
                fact.given.append(Given(document, list(keys), ", ".join(keys), of_document, keys))
        return fact

    def _formats(self) -> list[Fact]:
        """How many sides, and whether face to face."""
        number = Fact("number of parties", None, "number of parties", fact_relations.plain, optional=True)
        mode = Fact("mode", None, "mode", fact_relations.plain)
        for value in self._view.of("designations"):
            told = value.value.get("format") if isinstance(value.value, dict) else value.value
            for claim in value.claims:
                (mode if told in _MODES else number).add(claim, told, str(told), wording=claim.words)
        return [number, mode]

    def _basis(self) -> list[Fact]:
        facts = []
        for value in self._view.of("basis"):
            fact = Fact("basis", str(value.value), f"under {value.label}", fact_relations.plain)
            for claim in value.claims:
                fact.add(claim, value.value, value.label, wording=claim.wording)
            facts.append(fact)
        return facts

    def _participants(self) -> list[Fact]:
        """Who took part, with what title, and in what capacity."""
        by_actor: dict[str, list[Claim]] = {}
        for claim in self._claims:
            if claim.field == "participants" and isinstance(claim.value, dict):
                by_actor.setdefault(str(claim.value.get("actor")), []).append(claim)
        facts = []
        for actor, claims in by_actor.items():
            name = _most_used(claim.wording or actor for claim in claims)
            present = Fact("participant", actor, name, fact_relations.plain, later=True)
            naming = {claim.document.id for claim in claims}
            title = Fact("title", actor, f"title of {name}", fact_relations.titles, among=naming)
            capacity = Fact("capacity", actor, f"capacity of {name}", fact_relations.plain, among=naming, optional=True)
            for claim in claims:
                present.add(claim, actor, name, wording=claim.wording)
                if claim.value.get("title"):
                    given = str(claim.value["title"])
                    title.add(claim, given, given, (claim.document.language, given), wording=given)
                if claim.value.get("capacity", "member") != "member":
                    capacity.add(claim, claim.value["capacity"], str(claim.value["capacity"]))
            facts += [present, title, capacity]
        return facts

    def _undertakings(self) -> list[Fact]:
        """What was undertaken: by parties of the meeting, in the documents that tell it for its own sake."""
        parties = {str(value.value) for value in self._view.of("parties")}
        full = {account.id for account in self.accounts if account.detail == "full"}
        facts = []
        for public_id, claims in self._around.commitments.items():
            by = {claim.value for claim in claims if claim.field == "by"}
            if not by & parties or not full & {claim.document.id for claim in claims}:
                continue
            words = next((claim.words for claim in claims if claim.field == "action"), public_id)
            label = f"{', '.join(sorted(by))}: {words}"
            fact = Fact("undertaking", public_id, label, fact_relations.plain, later=True)
            for claim in claims:
                if claim.field == "action":
                    fact.add(claim, public_id, claim.words, wording=claim.words)
            facts.append(fact)
        return facts

    def _encounters(self) -> list[Fact]:
        """Other encounters of these parties at about the same time that some of the accounts tell."""
        mine = {str(value.value) for value in self._view.of("parties")}
        when = [found for value in self._view.of("date") if (found := period(value.value)) is not None]
        full = {account.id for account in self.accounts if account.detail == "full"}
        facts = []
        for public_id, claims in self._around.meetings.items():
            parties = {claim.value for claim in claims if claim.field == "parties"}
            days = [found for c in claims if c.field == "date" and (found := period(c.value)) is not None]
            near = any(x.widened(_NEAR, _NEAR).meets(y) for x in when for y in days if y.days <= 2 * _NEAR)
            if not near or not parties & mine or not full & {claim.document.id for claim in claims}:
                continue
            statuses = _most_used(str(claim.value) for claim in claims if claim.field == "status")
            kind = _most_used(str(claim.value) for claim in claims if claim.field == "kind")
            date = _most_used(str(claim.value) for claim in claims if claim.field == "date")
            label = f"{kind} of {', '.join(sorted(map(str, parties)))}, {statuses}, {date}"
            fact = Fact("encounter", public_id, label, fact_relations.plain)
            for claim in claims:
                if claim.field == EVIDENCE:
                    fact.add(claim, public_id, label, wording=claim.words)
            facts.append(fact)
        return facts

    # ---- comparing

    def _row(self, fact: Fact) -> FactRow:
        return FactRow(fact.fact, fact.subject, fact.label, tuple(self._cell(fact, each) for each in self.accounts))

    def _cell(self, fact: Fact, account: Account) -> Cell:
        mine = [each for each in fact.given if each.account == account.id]
        if not mine:
            silence = self._silence(fact, account)
            return Cell(account.id, (), None if silence else "missing", silence)
        values = tuple(
            CellValue(
                each.value, each.label, each.wording or each.claims[0].words, tuple(each.claims), _mark(each, fact)
            )
            for each in mine
        )
        gravest: Mark = next(m for m in ("conflict", "missing", "unique", "confirmed") if m in {v.mark for v in values})
        return Cell(account.id, values, gravest)

    def _silence(self, fact: Fact, account: Account) -> Silence | None:
        """Why an account that says nothing of a fact does not leave it out; None where it does."""
        if fact.optional or (fact.among is not None and account.id not in fact.among):
            return "not this far"
        if account.detail == "passing":
            return "in passing"
        if account.cut_off:
            return "cut off"
        return "beforehand" if fact.later and account.id in self._beforehand else None


def _mark(each: Given, fact: Fact) -> Mark:
    """How a value stands to every other one."""
    found: set[str] = set()
    for other in fact.given:
        if other is each:
            continue
        relation = fact.compare(each.compared, other.compared)
        if relation == "conflict" or other.account != each.account:
            found.add(relation)
    if "conflict" in found:
        return "conflict"
    if "less" in found:
        return "missing"
    return "confirmed" if found & {"same", "fits"} else "unique"


def _rounds(a: str, b: str) -> fact_relations.Relation:
    """Two numbers exclude each other; "resumed" and "new" are two readings of one thing."""
    if a == b:
        return "same"
    return "conflict" if a.isdecimal() == b.isdecimal() else "unknown"


def _is_territory(key: str) -> bool:
    """Whether a key is one of the register's: a city or a country, and no building."""
    return is_register_key(key) or (len(key) >= 3 and key.isascii() and key.replace("-", "").isupper())


def _most_used(values: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda value: (-counts[value], value)) if counts else "not said"
