"""Showing one entry or document of a record with all claims about it, in a fixed number of queries."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.sql import ColumnElement

from peyman.model import Reading
from peyman.record.asking import listing
from peyman.record.asking.decisions import decisions_on, holding
from peyman.record.asking.listing import document_columns, document_of
from peyman.record.asking.references import References, reference_in, with_reference
from peyman.record.merging.claims import EVIDENCE
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows.carrier_tables import account_of
from peyman.record.rows.schema import BY_HAND, claims, documents, entries, members, nodes, readings
from peyman.record.shown.views import Claim, DocumentView, EntryView, Summary, Value

S = TypeVar("S", bound=Summary)


class EntryViewer:
    """Shows entries.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
    """

    def __init__(self, connection: Connection, kinds: Mapping[str, AnyMatching]) -> None:
        self._connection = connection
        self._kinds = kinds

    def view(self, matching: AnyMatching, number: int, most: int | None = None) -> EntryView | None:
        """Show the entry of a kind and number, or the one that it was merged into; None where there is none.

        Args:
            matching: The kind.
            number: The n of the public id.
            most: How many accounts of it are read, the newest; all without it.
        """
        query = select(entries.c.id, entries.c.merged_into).where(
            entries.c.kind == matching.kind, entries.c.number == number
        )
        found = self._connection.execute(query).first()
        if found is None:
            return None
        entry = found.id if found.merged_into is None else found.merged_into
        numbers = self._connection.execute(
            select(entries.c.id, entries.c.number)
            .where((entries.c.id == entry) | (entries.c.merged_into == entry))
            .order_by(entries.c.number)
        )
        ids = {row.id: f"{matching.letter}{row.number}" for row in numbers}
        decisions = decisions_on(self._connection, self._kinds, {entry})
        mine = (
            select(members.c.id)
            .join(nodes, nodes.c.id == members.c.node_id)
            .where(nodes.c.entry_id == entry, members.c.superseded.is_(None))
        )
        conditions = [nodes.c.entry_id == entry]
        told_in = None
        if most is not None:
            told_in = self._connection.scalar(select(func.count()).select_from(mine.subquery())) or 0
            if told_in > most:
                conditions.append(members.c.id.in_(mine.order_by(members.c.id.desc()).limit(most)))
            else:
                told_in = None
        read = [claim for _, claim in load_read(self._connection, self._kinds, *conditions)]
        made, rejected = decisions.apply(entry, read)
        tellers = tuple(dict.fromkeys(claim.document for claim in made))
        account = account_of(self._connection, (int(document.id[1:]) for document in tellers))
        return EntryView(
            id=ids.pop(entry),
            kind=matching.kind,
            former_ids=tuple(ids.values()),
            documents=tellers,
            accounts=len(set(account.values())),
            told_in=len(tellers) if told_in is None else told_in,
            evidence=tuple(claim for claim in made if claim.field == EVIDENCE),
            values=_values([claim for claim in made if claim.field != EVIDENCE]),
            decision=decisions.on_entry(entry),
            rejected=tuple(rejected),
        )


def list_entries(
    connection: Connection, kinds: Mapping[str, AnyMatching], kind: str, summary: type[S], page: listing.Page
) -> list[S]:
    """List the entries of a kind with what holds of them now, in the order of their ids.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        kind: The kind.
        summary: What to make of each.
        page: Which of them.
    """
    decisions = decisions_on(connection, kinds)
    decided: dict[int, list[Claim]] = {}
    if decisions:
        wanted = nodes.c.entry_id.in_(decisions.entries())
        for entry, claim in load_claims(connection, kinds, nodes.c.kind == kind, wanted):
            decided.setdefault(entry, []).append(claim)
    return listing.list_entries(connection, kinds[kind], summary, page, decisions, decided)


def load_claims(
    connection: Connection, kinds: Mapping[str, AnyMatching], *conditions: ColumnElement[bool]
) -> list[tuple[int, Claim]]:
    """Load claims as reviewers have decided them, each with the number of its entry in the database.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        conditions: Which, as for `load_read`.

    Returns:
        The claims that hold, in the order in which their documents were added, those of an entry together where it was
        decided on; none of entries that were rejected as a whole.
    """
    read = load_read(connection, kinds, *conditions)
    decisions = decisions_on(connection, kinds, {entry for entry, _ in read})
    if not decisions:
        return read
    rejected, decided = decisions.rejected(), decisions.entries()
    of_decided: dict[int, list[Claim]] = {}
    for entry, claim in read:
        if entry in decided:
            of_decided.setdefault(entry, []).append(claim)
    held = [(entry, claim) for entry, claim in read if entry not in decided]
    for entry, claims_of in of_decided.items():
        if entry not in rejected:
            held += [(entry, claim) for claim in decisions.apply(entry, claims_of)[0]]
    return held


def load_read(
    connection: Connection, kinds: Mapping[str, AnyMatching], *conditions: ColumnElement[bool]
) -> list[tuple[int, Claim]]:
    """Load claims as they were read, each with the number of its entry in the database.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        conditions: Which, on the tables ``nodes``, ``members``, ``documents`` and ``claims``. Mentions are left out:
            they are in the reading, and would be most of what is loaded.

    Returns:
        The claims in the order in which their documents were added.
    """
    rows = list(
        connection.execute(
            select(
                *document_columns(),
                nodes.c.entry_id,
                members.c.local_id,
                members.c.confidence,
                claims.c.field,
                claims.c.value,
                claims.c.said_in,
                claims.c.span_start,
                claims.c.span_end,
                _words().label("words"),
                readings.c.reader_name,
                readings.c.reader_version,
            )
            .select_from(nodes)
            .join(members, members.c.node_id == nodes.c.id)
            .join(documents, documents.c.id == members.c.document_id)
            .join(readings, readings.c.id == members.c.reading_id)
            .join(claims, claims.c.member_id == members.c.id)
            .where(claims.c.field != "mentions", members.c.superseded.is_(None), *conditions)
            .order_by(documents.c.number, claims.c.id)
        )
    )
    wanted: dict[str, set[str]] = {}
    values = [None if row.value is None else json.loads(row.value) for row in rows]
    said_in: list[list[str]] = [json.loads(row.said_in) if row.said_in else [] for row in rows]
    for row, value, statements in zip(rows, values, said_in, strict=True):
        ids = wanted.setdefault(row.id, set())
        ids.update(statements)
        reference = reference_in(row.field, value)
        if reference is not None:
            ids.add(reference)
    references = References(connection, kinds, wanted)
    return [
        (row.entry_id, _claim(row, value, statements, references))
        for row, value, statements in zip(rows, values, said_in, strict=True)
    ]


def _words() -> ColumnElement[str]:
    return func.substr(documents.c.text, claims.c.span_start + 1, claims.c.span_end - claims.c.span_start)


def _claim(row: Row[*tuple[Any, ...]], value: Any, statements: list[str], references: References) -> Claim:
    wording = refers_to = None
    reference = reference_in(row.field, value)
    if reference is not None:
        referred = references.find(row.id, row.field, reference)
        if referred is not None:
            value, wording = with_reference(row.field, value, referred.public_id), referred.name
            refers_to = referred.node
    found = (references.find(row.id, "said_in", each) for each in statements)
    return Claim(
        document=document_of(row),
        field=row.field,
        value=row.words if value is None else value,
        words=row.words,
        span=(row.span_start, row.span_end),
        wording=wording,
        said_in=tuple(each.public_id for each in found if each is not None),
        speakers=references.speakers(row.id, statements),
        local_id=row.local_id,
        confidence=row.confidence,
        reader=f"{row.reader_name} {row.reader_version}",
        refers_to=refers_to,
    )


def _values(made: list[Claim]) -> dict[str, tuple[Value, ...]]:
    """Group claims by field and value; the values with most documents first."""
    grouped: dict[str, dict[str, list[Claim]]] = {}
    for claim in made:
        if claim.field != EVIDENCE:
            key = json.dumps(_compared(claim), ensure_ascii=False, sort_keys=True)
            grouped.setdefault(claim.field, {}).setdefault(key, []).append(claim)
    return {
        name: tuple(
            Value(_compared(claimed[0]), _label(claimed), tuple(claimed))
            for _, claimed in sorted(
                by_value.items(), key=lambda item: (-len({claim.document.id for claim in item[1]}), item[0])
            )
        )
        for name, by_value in grouped.items()
    }


def _compared(claim: Claim) -> Any:
    """What of a value makes it the same value: titles and designations are worded differently in every language."""
    wording = {"participants": "title", "designations": "text"}.get(claim.field)
    if wording is None:
        return claim.value
    return {name: part for name, part in claim.value.items() if name != wording}


def _label(claimed: list[Claim]) -> str:
    names = Counter(claim.wording for claim in claimed if claim.wording)
    if names:
        return min(names, key=lambda name: (-names[name], name))
    value = claimed[0].value
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part is not None)
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def view_document(connection: Connection, number: int, kinds: Mapping[str, AnyMatching]) -> DocumentView | None:
    """Show the document of a number; None where there is none."""
    found = connection.execute(
        select(*document_columns(), documents.c.text).where(documents.c.number == number)
    ).first()
    if found is None:
        return None
    rows = connection.execute(
        select(members.c.kind, members.c.local_id, entries.c.number)
        .join(nodes, nodes.c.id == members.c.node_id)
        .join(entries, entries.c.id == nodes.c.entry_id)
        .where(members.c.document_id == found.id, members.c.superseded.is_(None))
        .order_by(members.c.id)
    )
    local_ids = {(row.kind, row.local_id): f"{kinds[row.kind].letter}{row.number}" for row in rows}
    readers = connection.execute(
        select(readings.c.reader_name, readings.c.reader_version)
        .where(readings.c.document_id == found.id)
        .order_by(readings.c.id)
    )
    return DocumentView(
        summary=document_of(found),
        text=found.text,
        entries={
            kind: tuple(dict.fromkeys(public for (each, _), public in local_ids.items() if each == kind))
            for kind in kinds
        },
        local_ids=local_ids,
        readers=tuple(f"{row.reader_name} {row.reader_version}" for row in readers),
        decision=next(reversed(holding(connection, f"D{number}")), None),
    )


def newest_reading(connection: Connection, number: int) -> Reading:
    """Return the newest reading of the document of a number, as it was added."""
    row = connection.execute(select(documents).where(documents.c.number == number)).one()
    content = connection.scalar(
        select(readings.c.content)
        .where(readings.c.document_id == row.id, readings.c.reader_name != BY_HAND)
        .order_by(readings.c.id.desc())
        .limit(1)
    )
    parsed = json.loads(content or "{}")
    parsed["document"] |= {"text": row.text, "repaired": row.text if row.repaired is None else row.repaired}
    return Reading.model_validate(parsed)


def advice_on(connection: Connection, letter: str, number: int, kinds: Mapping[str, AnyMatching]) -> str:
    """What ids near an unknown one there are."""
    counts = {"D": connection.scalar(select(func.max(documents.c.number))) or 0}
    last = select(entries.c.kind, func.max(entries.c.number).label("last")).group_by(entries.c.kind)
    counts |= {kinds[row.kind].letter: row.last for row in connection.execute(last)}
    highest = counts.get(letter, 0)
    near = [f"{letter}{highest - step}" for step in (2, 1, 0) if highest - step > 0]
    if number:
        near += [f"{other}{number}" for other, most in counts.items() if other != letter and number <= most]
    if not near:
        ranges = [f"{other}1 to {other}{most}" for other, most in counts.items() if most]
        return f"There are {', '.join(ranges)}." if ranges else "The record is empty: add a document first."
    return f"Near ids are {', '.join(near)}; `peyman show` lists all."
