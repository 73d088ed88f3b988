"""The search itself: from a query to a page of documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, bindparam, select, text

from peyman.dates.edtf import Bounds
from peyman.model import Span
from peyman.record.asking.listing import document_columns, document_of
from peyman.record.merging.claims import EVIDENCE as EVIDENCE_FIELD
from peyman.record.rows.schema import claims, documents, entries, members, nodes
from peyman.record.search.asked import EVIDENCE, TEXTS, Asked, Expression, Term, all_of, any_of
from peyman.record.search.days import days
from peyman.record.search.engine import Engine, engine_of
from peyman.record.search.expansion import Expander, Wanted
from peyman.record.search.query import All, Either, Field, Node, Without, Words, parse
from peyman.record.search.results import EntryHit, Filters, Hit, Order, SearchResults
from peyman.record.search.snippets import Finder, snippets
from peyman.record.search.tables import search_names
from peyman.record.search.words import forms_of

if TYPE_CHECKING:
    from peyman.record.store import Record

#: Most documents on one page.
MOST_HITS = 1000
_LETTERS = {"meeting": "M", "commitment": "C"}
_FACETS = frozenset({"party", "kind", "status"})
#: Fields that are told of a document's number; the others stand in its row.
_OF_NUMBERS = _FACETS | {"met", "due"}


def search(
    record: Record,
    query: str,
    filters: Filters | None = None,
    *,
    order: Order = "relevance",
    across_scripts: bool = True,
    limit: int = 20,
    offset: int = 0,
) -> SearchResults:
    """Find documents.

    Args:
        record: The record.
        query: In the language of `peyman.record.search.query`; empty for all that the filters let through.
        filters: What has to hold beside the query.
        order: ``relevance``, or ``newest`` by day of publication. Without words to weigh, the newest come first.
        across_scripts: Whether a name is found in other scripts and languages too.
        limit: Most documents on the page, up to `MOST_HITS`.
        offset: How many documents to pass over.

    Returns:
        The page, and how many there are in all.

    Raises:
        QueryError: The query, or a date in the filters, cannot be understood.
        RecordError: The record cannot be read.
    """
    tree = All((*parse(query).parts, *_as_fields(filters or Filters())))
    limit, offset = max(0, min(limit, MOST_HITS)), max(0, offset)
    with record.connection() as connection:
        wanted = Wanted()
        compiler = _Compiler(connection, Expander(connection, across_scripts, wanted))
        compiler.engine.prepare(connection)
        compiler.top(tree)
        ordered = order if compiler.asked.expression is not None else "newest"
        page = compiler.engine.by_weight if ordered == "relevance" else compiler.engine.by_day
        numbers, total = page(connection, compiler.asked, limit, offset)
        return SearchResults(
            query=query,
            total=total,
            offset=offset,
            hits=tuple(_hits(connection, compiler, numbers, wanted)),
            order=ordered,
            names=wanted.spellings(),
        )


def _as_fields(filters: Filters) -> Iterable[Field]:
    for name in ("party", "language", "kind", "status", "publisher"):
        values: tuple[str, ...] = getattr(filters, name)
        if values:
            yield Field(name, tuple(values))
    if filters.since:
        yield Field("since", (filters.since,))
    if filters.until:
        yield Field("until", (filters.until,))


@dataclass
class _Compiler:
    """Turns a tree into a question to the index.

    Attributes:
        asked: The question.
    """

    connection: Connection
    expander: Expander
    asked: Asked = field(default_factory=Asked)

    @property
    def engine(self) -> Engine:
        """The full-text index of the database."""
        return engine_of(self.connection)

    def top(self, tree: All) -> None:
        """Compile a whole query."""
        weighed: list[Term | Expression] = []
        for part in tree.parts:
            if _is_text(part):
                weighed.append(self._text(part))
            else:
                listed = self.asked.of_numbers if _is_of_number(part) else self.asked.of_documents
                listed.append(self._condition(part))
        if weighed:
            self.asked.expression = all_of(weighed)

    def _text(self, node: Node, *, noted: bool = True) -> Term | Expression:
        if isinstance(node, Words):
            return (self.expander.phrase if node.phrase else self.expander.loose)(node.words, noted=noted)
        if isinstance(node, All):
            return all_of(self._text(part, noted=noted) for part in node.parts)
        if isinstance(node, Either):
            return any_of(self._text(part, noted=noted) for part in node.parts)
        raise AssertionError(node)

    def _condition(self, node: Node, *, noted: bool = True) -> str:
        if _is_text(node):
            matching = self.engine.matching(TEXTS, self._text(node, noted=noted), self.asked.parameter)
            return f"{{apart}}{{number}} IN ({matching})"
        if isinstance(node, Without):
            return f"NOT ({self._condition(node.part, noted=False)})"
        if isinstance(node, Field):
            return self._field(node)
        joint = " AND " if isinstance(node, All) else " OR "
        return f"({joint.join(self._condition(part, noted=noted) for part in node.parts)})"  # type: ignore[union-attr]

    def _field(self, node: Field) -> str:
        if node.name in _FACETS:
            given = [value.lower() for value in node.values] if node.name != "party" else self._parties(node.values)
            values = ", ".join(f":{self.asked.parameter(value)}" for value in given)
            named = self.asked.parameter(node.name)
            return (
                f"{{apart}}{{number}} IN (SELECT f.number FROM search_facets f "
                f"WHERE f.field = :{named} AND f.value IN ({values}))"
            )
        if node.name == "language":
            return f"d.language IN ({', '.join(f':{self.asked.parameter(value.lower())}' for value in node.values)})"
        if node.name == "publisher":
            parts = [forms_of(value) for value in node.values]
            likes = [f"' ' || d.publisher || ' ' LIKE :{self.asked.parameter(f'% {part} %')}" for part in parts if part]
            return f"({' OR '.join(likes or ['1 = 0'])})"
        return f"({' OR '.join(self._days(node.name, value) for value in node.values)})"

    def _days(self, name: str, value: str) -> str:
        first, last = self._limits(name, value)
        start, end = self.asked.parameter(first.isoformat()), self.asked.parameter(last.isoformat())
        if name in ("date", "since", "until"):
            return f"(d.first_day <= :{end} AND d.last_day >= :{start})"
        kind = self.asked.parameter("meeting" if name == "met" else "commitment")
        return (
            f"{{apart}}{{number}} IN (SELECT n.number FROM search_entries n "
            f"WHERE n.kind = :{kind} AND n.first_day <= :{end} AND n.last_day >= :{start})"
        )

    def _limits(self, name: str, value: str) -> Bounds:
        if name == "since":
            return days(f"{value}..")
        return days(f"..{value}") if name == "until" else days(value)

    def _parties(self, values: Sequence[str]) -> list[str]:
        """Keys of parties that are given by key or by name."""
        found: dict[str, None] = {}
        for value in values:
            found[value.upper()] = None
            query = select(search_names.c.key).where(
                search_names.c.name == forms_of(value), search_names.c.part == "whole"
            )
            found.update(dict.fromkeys(self.connection.scalars(query)))
        return list(found)


def _is_text(node: Node) -> bool:
    if isinstance(node, All | Either):
        return all(_is_text(part) for part in node.parts)
    return isinstance(node, Words)


def _is_of_number(node: Node) -> bool:
    """Whether a condition can be told of a document's number alone."""
    if isinstance(node, Field):
        return node.name in _OF_NUMBERS
    if isinstance(node, Without):
        return _is_of_number(node.part)
    return isinstance(node, Words) or all(_is_of_number(part) for part in node.parts)


def _hits(connection: Connection, compiler: _Compiler, numbers: Sequence[int], wanted: Wanted) -> Iterable[Hit]:
    if not numbers:
        return
    told = _entries(connection, compiler, numbers) if compiler.asked.expression is not None else {}
    rows = connection.execute(select(*document_columns(), documents.c.text).where(documents.c.number.in_(numbers)))
    by_number = {row.number: row for row in rows}
    finder = Finder(wanted.sought)
    for number in numbers:
        row = by_number[number]
        evidence = [(span, entry.id) for entry, spans in told.get(number, {}).items() for span in spans]
        made, match = snippets(row.text, row.language, finder, evidence)
        yield Hit(document_of(row), tuple(told.get(number, {})), made, match)


def _entries(
    connection: Connection, compiler: _Compiler, numbers: Sequence[int]
) -> dict[int, dict[EntryHit, list[Span]]]:
    """The entries of some documents in whose evidence everything was found, with the spans of it."""
    asked = compiler.asked
    assert asked.expression is not None
    matching = compiler.engine.matching(EVIDENCE, asked.expression, asked.parameter)
    query = text(
        "SELECT e.member_id, e.number FROM search_entries e WHERE e.number IN :numbers "
        f"AND e.member_id IN ({matching}) ORDER BY e.member_id"
    ).bindparams(bindparam("numbers", expanding=True))
    found: Sequence[Row[Any]] = connection.execute(query, {**asked.parameters, "numbers": list(numbers)}).all()
    number_of = {row.member_id: row.number for row in found}
    rows = connection.execute(
        select(members.c.id, entries.c.kind, entries.c.number, claims.c.span_start, claims.c.span_end)
        .select_from(
            members.join(nodes, nodes.c.id == members.c.node_id)
            .join(entries, entries.c.id == nodes.c.entry_id)
            .join(claims, claims.c.member_id == members.c.id)
        )
        .where(members.c.id.in_(number_of), claims.c.field == EVIDENCE_FIELD)
        .order_by(members.c.id, claims.c.id)
    )
    told: dict[int, dict[EntryHit, list[Span]]] = {}
    for row in rows:
        entry = EntryHit(f"{_LETTERS[row.kind]}{row.number}", row.kind)
        told.setdefault(number_of[row.id], {}).setdefault(entry, []).append((row.span_start, row.span_end))
    return told
