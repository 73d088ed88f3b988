"""Lists of what is in a record, each in a fixed number of queries."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Row, Select, case, func, select, true

from peyman.record.asking.decisions import Decisions
from peyman.record.asking.references import KINDS_OF_FIELD
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows.carrier_tables import account_of, carriers
from peyman.record.rows.schema import claims, documents, entries, members, nodes
from peyman.record.shown.views import Claim, DocumentSummary, RecordSummary, Summary

S = TypeVar("S", bound=Summary)


def document_columns() -> list[Column[Any]]:
    """The columns that `document_of` needs."""
    columns = ("id", "number", "source", "url", "publisher", "published", "published_from", "language", "title")
    return [documents.c[name] for name in (*columns, "added")]


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
        published_from=row.published_from,
    )


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list: so many after so many; all without a limit.

    Attributes:
        limit: How many.
        offset: After how many.
        newest_first: Whether the list begins with what was added last.
        most: How many accounts of each entry are read for its values, the newest; all without it.
        numbers: Only entries with these public numbers, in whichever order; any without.
    """

    limit: int | None = None
    offset: int = 0
    newest_first: bool = False
    most: int | None = None
    numbers: Sequence[int] | None = None


def _in_order(column: Column[Any], page: Page) -> ColumnElement[Any]:
    return column.desc() if page.newest_first else column.asc()


def list_documents(connection: Connection, page: Page) -> list[DocumentSummary]:
    """Documents in the order in which they were added."""
    query = select(*document_columns()).order_by(_in_order(documents.c.number, page))
    query = query.limit(page.limit).offset(page.offset)
    return [document_of(row) for row in connection.execute(query)]


def documents_numbered(connection: Connection, numbers: list[int]) -> dict[int, DocumentSummary]:
    """Documents by the numbers of their public ids."""
    rows = connection.execute(select(*document_columns()).where(documents.c.number.in_(numbers)))
    return {row.number: document_of(row) for row in rows}


def list_entries(
    connection: Connection,
    matching: AnyMatching,
    summary: type[S],
    page: Page,
    decisions: Decisions,
    decided: Mapping[int, Sequence[Claim]],
) -> list[S]:
    """Entries of a kind, in the order of the ids.

    Args:
        connection: A connection to the record.
        matching: The kind.
        decisions: What reviewers decided: entries that they rejected are left out.
        decided: The claims that hold of entries that they decided on, by the number of the entry in the database.
        summary: What to make of each; its fields are filled with the values claimed of the fields of their names.
        page: Which of them.
    """
    listed = (
        select(entries.c.id)
        .where(entries.c.kind == matching.kind, entries.c.merged_into.is_(None))
        .where(entries.c.id.not_in(decisions.rejected()))
        .order_by(_in_order(entries.c.number, page))
        .limit(page.limit)
        .offset(page.offset)
    )
    if page.numbers is not None:
        listed = listed.where(entries.c.number.in_(page.numbers))
    told_in: dict[int, int] = {}
    newest: ColumnElement[bool] = true()
    if page.most is not None:
        newest, told_in = newest_accounts(connection, connection.scalars(listed).all(), page.most)
    told = connection.execute(
        select(entries.c.id, entries.c.number, documents.c.number.label("document"), documents.c.language)
        .select_from(_accounts())
        .where(entries.c.id.in_(listed), newest)
        .order_by(_in_order(entries.c.number, page), documents.c.number)
    )
    languages: dict[int, dict[str, None]] = {}
    told_by: dict[int, set[int]] = {}
    numbers: dict[int, int] = {}
    for row in told:
        numbers[row.number] = row.id
        languages.setdefault(row.number, {})[row.language] = None
        told_by.setdefault(row.number, set()).add(row.document)
    account = account_of(connection, {document for tellers in told_by.values() for document in tellers})
    general = {each.name for each in dataclasses.fields(Summary)}
    # A field that is a word of Python's has an underscore more: class_.
    names = {each.name.rstrip("_"): each.name for each in dataclasses.fields(summary) if each.name not in general}
    values = _values(connection, listed, list(names), newest)
    for number, entry in numbers.items():
        if entry in decided:
            values[number] = _values_of(decided[entry], set(names))
    return [
        summary(
            id=f"{matching.letter}{number}",
            documents=told_in.get(entry, len(told_by[number])),
            accounts=told_in.get(entry, len({account[document] for document in told_by[number]})),
            languages=tuple(languages[number]),
            **{names[field]: given for field, given in values.get(number, {}).items()},
        )
        for number, entry in numbers.items()
    ]


def newest_accounts(
    connection: Connection, listed: Sequence[int], most: int
) -> tuple[ColumnElement[bool], dict[int, int]]:
    """Find the newest accounts of entries that very many documents tell: a state, a capital.

    Returns:
        Which members are among them, and how often each of these entries is told; those told less often are not there.
    """
    mine = nodes.join(members, (members.c.node_id == nodes.c.id) & members.c.superseded.is_(None))
    floors: dict[int, int] = {}
    told_in: dict[int, int] = {}
    for entry in listed:
        of_entry = select(members.c.id).select_from(mine).where(nodes.c.entry_id == entry)
        floor = connection.scalar(of_entry.order_by(members.c.id.desc()).offset(most).limit(1))
        if floor is not None:
            floors[entry] = floor
            told_in[entry] = connection.scalar(select(func.count()).select_from(of_entry.subquery())) or 0
    if not floors:
        return true(), {}
    return members.c.id > case(floors, value=nodes.c.entry_id, else_=0), told_in


def _accounts() -> FromClause:
    """Entries with what the newest readings of documents tell of them."""
    return (
        entries.join(nodes, nodes.c.entry_id == entries.c.id)
        .join(members, (members.c.node_id == nodes.c.id) & members.c.superseded.is_(None))
        .join(documents, documents.c.id == members.c.document_id)
    )


def _values(
    connection: Connection, listed: Select[int], fields: list[str], newest: ColumnElement[bool]
) -> dict[int, dict[str, tuple[str, ...]]]:
    """The values of each field of each entry, those with most documents first."""
    referring = {field for field in fields if field in KINDS_OF_FIELD}
    # What documents call the places and actors that are referred to.
    names: dict[tuple[str, str, str], str] = {}
    if referring:
        telling = select(members.c.document_id).select_from(_accounts()).where(entries.c.id.in_(listed), newest)
        names = _names(connection, {kind for field in referring for kind in KINDS_OF_FIELD[field]}, telling)
    words = func.substr(documents.c.text, claims.c.span_start + 1, claims.c.span_end - claims.c.span_start)
    rows = connection.execute(
        select(
            entries.c.number,
            members.c.document_id,
            claims.c.field,
            claims.c.value,
            # To find a span in a long text takes time: it is done only where the words are the value.
            case((claims.c.value.is_(None), words)).label("words"),
        )
        .select_from(_accounts().join(claims, claims.c.member_id == members.c.id))
        .where(entries.c.id.in_(listed), claims.c.field.in_(fields), newest)
    )
    counted: dict[int, dict[str, dict[str, set[str]]]] = {}
    for row in rows:
        value = row.words if row.value is None else json.loads(row.value)
        if row.field in referring:
            found = (names.get((row.document_id, kind, value)) for kind in KINDS_OF_FIELD[row.field])
            value = next((name for name in found if name is not None), None)
        if value is not None:
            text = ("no", "yes")[value] if isinstance(value, bool) else str(value)
            by_value = counted.setdefault(row.number, {}).setdefault(row.field, {})
            by_value.setdefault(text, set()).add(row.document_id)
    return {
        number: {field: _most_first(by_value) for field, by_value in by_field.items()}
        for number, by_field in counted.items()
    }


def _values_of(held: Sequence[Claim], fields: set[str]) -> dict[str, tuple[str, ...]]:
    """The values of each field of an entry that was decided on: what a reviewer said, then what was read."""
    counted: dict[str, dict[str, set[str]]] = {}
    said: dict[str, dict[str, None]] = {}
    for claim in held:
        if claim.field not in fields:
            continue
        value = ("no", "yes")[claim.value] if isinstance(claim.value, bool) else claim.value
        text = claim.wording or str(value)
        counted.setdefault(claim.field, {}).setdefault(text, set()).add(claim.document.id)
        if claim.decision is not None:
            said.setdefault(claim.field, {})[text] = None
    return {
        field: tuple(dict.fromkeys((*said.get(field, ()), *_most_first(by_value))))
        for field, by_value in counted.items()
    }


def _most_first(claimed_by: dict[str, set[str]]) -> tuple[str, ...]:
    return tuple(sorted(claimed_by, key=lambda value: (-len(claimed_by[value]), value)))


def _names(connection: Connection, kinds: set[str], telling: Select[str]) -> dict[tuple[str, str, str], str]:
    """The name of entries of some kinds, the one that these documents use most, by document, kind and local id."""
    rows = connection.execute(
        select(nodes.c.entry_id, members.c.document_id, members.c.kind, members.c.local_id, claims.c.value)
        .select_from(members.join(nodes, nodes.c.id == members.c.node_id))
        .join(claims, claims.c.member_id == members.c.id)
        .where(
            members.c.superseded.is_(None),
            members.c.kind.in_(kinds),
            claims.c.field == "name",
            members.c.document_id.in_(telling),
        )
    ).all()
    used: dict[int, Counter[str]] = {}
    for row in rows:
        used.setdefault(row.entry_id, Counter())[json.loads(row.value)] += 1
    best = {entry: min(counts.items(), key=lambda item: (-item[1], item[0]))[0] for entry, counts in used.items()}
    return {(row.document_id, row.kind, row.local_id): best[row.entry_id] for row in rows}


def summarise(connection: Connection, kinds: list[str], rejected: set[int]) -> RecordSummary:
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
        .where(entries.c.merged_into.is_(None), entries.c.id.not_in(rejected))
        .group_by(entries.c.kind)
    )
    by_kind = {row.kind: row.number for row in counts}
    several = (
        select(nodes.c.entry_id)
        .join(members, members.c.node_id == nodes.c.id)
        .join(documents, documents.c.id == members.c.document_id)
        .outerjoin(carriers, carriers.c.number == documents.c.number)
        .where(nodes.c.kind == "meeting", members.c.superseded.is_(None))
        .group_by(nodes.c.entry_id)
        .having(func.count(func.coalesce(carriers.c.account, documents.c.number).distinct()) > 1)
    )
    return RecordSummary(
        documents=sum(by_language.values()),
        entries={kind: by_kind.get(kind, 0) for kind in kinds},
        languages=by_language,
        publishers=connection.scalar(select(func.count(documents.c.publisher.distinct()))) or 0,
        several_accounts=connection.scalar(select(func.count()).select_from(several.subquery())) or 0,
    )
