"""Lists of what is in a record, each in a fixed number of queries."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Row, Select, func, select

from peyman.record.merge import AnyMatching
from peyman.record.references import KINDS_OF_FIELD
from peyman.record.schema import claims, documents, entries, members, nodes
from peyman.record.views import DocumentSummary, RecordSummary, Summary

S = TypeVar("S", bound=Summary)


def document_columns() -> list[Column[Any]]:
    """The columns that `document_of` needs."""
    columns = ("id", "number", "source", "url", "publisher", "published", "language", "title", "added")
    return [documents.c[name] for name in columns]


def document_of(row: Row[*tuple[Any, ...]]) -> DocumentSummary:
    """The document of a row with `document_columns`."""
    return DocumentSummary(
        id=f"D{row.number}",
        sha256=row.id,
        source=row.source,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        title=row.title,
        added=row.added,
    )


def list_documents(connection: Connection) -> list[DocumentSummary]:
    """Every document, in the order in which they were added."""
    return [document_of(row) for row in connection.execute(select(*document_columns()).order_by(documents.c.number))]


def list_entries(connection: Connection, matching: AnyMatching, summary: type[S]) -> list[S]:
    """Every entry of a kind, in the order of the ids.

    Args:
        connection: A connection to the record.
        matching: The kind.
        summary: What to make of each; its fields are filled with the values claimed of the fields of their names.
    """
    general = {each.name for each in dataclasses.fields(Summary)}
    names = {each.name.rstrip("_"): each.name for each in dataclasses.fields(summary) if each.name not in general}
    languages: dict[int, dict[str, None]] = {}
    told_by: dict[int, set[str]] = {}
    accounts = (
        select(entries.c.number, members.c.document_id, documents.c.language)
        .select_from(entries)
        .join(nodes, nodes.c.entry_id == entries.c.id)
        .join(members, members.c.node_id == nodes.c.id)
        .join(documents, documents.c.id == members.c.document_id)
        .where(entries.c.kind == matching.kind)
        .order_by(entries.c.number, documents.c.number)
    )
    for row in connection.execute(accounts):
        languages.setdefault(row.number, {})[row.language] = None
        told_by.setdefault(row.number, set()).add(row.document_id)
    values = _values(connection, matching.kind, list(names))
    return [
        summary(
            id=f"{matching.letter}{number}",
            documents=len(told_by[number]),
            languages=tuple(languages[number]),
            **{names[field]: given for field, given in values.get(number, {}).items()},
        )
        for number in told_by
    ]


def _values(connection: Connection, kind: str, fields: list[str]) -> dict[int, dict[str, tuple[str, ...]]]:
    """The values of each field of each entry, those with most documents first."""
    counted: dict[int, dict[str, dict[str, set[str]]]] = {}
    referring = {field for field in fields if field in KINDS_OF_FIELD}
    # What documents call the places and actors that are referred to.
    names = {each: _names(connection, each) for field in referring for each in KINDS_OF_FIELD[field]}
    for row in connection.execute(_claims_of(kind, fields)):
        value = row.words if row.value is None else json.loads(row.value)
        if row.field in referring:
            local = (row.document_id, value)
            value = next((names[each][local] for each in KINDS_OF_FIELD[row.field] if local in names[each]), None)
        if value is not None:
            text = ("no", "yes")[value] if isinstance(value, bool) else str(value)
            by_value = counted.setdefault(row.number, {}).setdefault(row.field, {})
            by_value.setdefault(text, set()).add(row.document_id)
    return {
        number: {
            field: tuple(sorted(by_value, key=lambda value: (-len(by_value[value]), value)))
            for field, by_value in by_field.items()
        }
        for number, by_field in counted.items()
    }


def _claims_of(kind: str, fields: list[str]) -> Select[Any]:
    words = func.substr(documents.c.text, claims.c.span_start + 1, claims.c.span_end - claims.c.span_start)
    return (
        select(entries.c.number, members.c.document_id, claims.c.field, claims.c.value, words.label("words"))
        .select_from(entries)
        .join(nodes, nodes.c.entry_id == entries.c.id)
        .join(members, members.c.node_id == nodes.c.id)
        .join(documents, documents.c.id == members.c.document_id)
        .join(claims, claims.c.member_id == members.c.id)
        .where(entries.c.kind == kind, claims.c.field.in_(fields))
    )


def _names(connection: Connection, kind: str) -> dict[tuple[str, str], str]:
    """The name of every entry of a kind, the one most documents use, by document and id in its reading."""
    query = (
        select(nodes.c.entry_id, members.c.document_id, members.c.local_id, claims.c.value)
        .select_from(members)
        .join(nodes, nodes.c.id == members.c.node_id)
        .join(claims, claims.c.member_id == members.c.id)
        .where(members.c.kind == kind, claims.c.field == "name")
    )
    rows = list(connection.execute(query))
    used: dict[int, Counter[str]] = {}
    for row in rows:
        used.setdefault(row.entry_id, Counter())[json.loads(row.value)] += 1
    best = {entry: min(names, key=lambda name: (-names[name], name)) for entry, names in used.items()}
    return {(row.document_id, row.local_id): best[row.entry_id] for row in rows}


def summarise(connection: Connection, kinds: list[str]) -> RecordSummary:
    """How much is in the record."""
    number_of = func.count()
    languages = connection.execute(
        select(documents.c.language, number_of.label("number"))
        .group_by(documents.c.language)
        .order_by(number_of.desc(), documents.c.language)
    )
    by_language = {row.language: row.number for row in languages}
    counts = connection.execute(
        select(entries.c.kind, number_of.label("number"))
        .where(entries.c.merged_into.is_(None))
        .group_by(entries.c.kind)
    )
    by_kind = {row.kind: row.number for row in counts}
    several = (
        select(nodes.c.entry_id)
        .join(members, members.c.node_id == nodes.c.id)
        .where(nodes.c.kind == "meeting")
        .group_by(nodes.c.entry_id)
        .having(func.count(members.c.document_id.distinct()) > 1)
    )
    return RecordSummary(
        documents=sum(by_language.values()),
        entries={kind: by_kind.get(kind, 0) for kind in kinds},
        languages=by_language,
        publishers=connection.scalar(select(func.count(documents.c.publisher.distinct()))) or 0,
        several_accounts=connection.scalar(select(func.count()).select_from(several.subquery())) or 0,
    )
