"""A whole record as rows, and rows as a whole record: what backups and the lossless export are made of.

Every table is given but those of the full-text index and of outlines, which follow from the others and are made anew.
The rows are those of one moment, and take no form that only one database has: a record moves from SQLite to PostgreSQL
and back.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, func, insert, inspect, select, update

from peyman.errors import RecordError
from peyman.record.following import outlines
from peyman.record.merging import carriers
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows import visits
from peyman.record.rows.schema import HEAD, entries, metadata
from peyman.record.search import index

Row = tuple[str, dict[str, Any]]
"""A table's name and one row of it: bytes as base64, everything else as it is."""

_BATCH = 500
_LATE = {entries.name: "merged_into"}
"""Columns that point into their own table: filled when all its rows are there."""

assert carriers.__name__ and visits.__name__, "their tables are known"


def tables() -> list[Table]:
    """Every table that is copied, those first that others point to."""
    return [table for table in metadata.sorted_tables if not table.name.startswith(("search_", "outline"))]


def rows_of(connection: Connection) -> Iterator[Row]:
    """Yield every row of a record.

    Args:
        connection: A connection that sees one moment.
    """
    for table in tables():
        binary = [column.name for column in table.columns if isinstance(column.type, LargeBinary)]
        query = select(table).order_by(*table.primary_key.columns)
        for row in connection.execution_options(yield_per=_BATCH).execute(query):
            given = dict(row._mapping)
            for name in binary:
                given[name] = base64.b64encode(given[name]).decode()
            yield table.name, given


def fill(connection: Connection, rows: Iterable[Row], revision: str, kinds: Mapping[str, AnyMatching]) -> int:
    """Fill an empty record with rows.

    Args:
        connection: A connection inside a transaction that writes.
        rows: The rows, those first that others point to.
        revision: The revision of the tables that they were taken from.
        kinds: Every kind of entry.

    Returns:
        How many rows there were.

    Raises:
        RecordError: The record is not empty, or the rows are of another version of Peyman.
    """
    if revision != HEAD:
        raise RecordError(
            f"The copy is of revision {revision} of the tables, and this version of Peyman has {HEAD}.",
            "Restore it with the version that made it, and open the record with this one.",
        )
    known = {table.name: table for table in tables()}
    if any(connection.scalar(select(func.count()).select_from(table)) for table in known.values()):
        raise RecordError("The record is not empty.", "Name a record that is yet to be made.")
    number = 0
    late: dict[str, list[tuple[Any, Any]]] = {name: [] for name in _LATE}
    waiting: list[dict[str, Any]] = []
    current: Table | None = None

    def flush() -> None:
        if current is not None and waiting:
            connection.execute(insert(current), waiting)
            waiting.clear()

    for name, row in rows:
        table = known.get(name)
        if table is None:
            raise RecordError(f"The copy has a table {name} that no record has.", "Check where the file comes from.")
        if table is not current or len(waiting) >= _BATCH:
            flush()
            current = table
        if name in _LATE:
            late[name].append((row["id"], row.pop(_LATE[name])))
            row[_LATE[name]] = None
        for column in table.columns:
            if isinstance(column.type, LargeBinary):
                row[column.name] = base64.b64decode(row[column.name])
        waiting.append(row)
        number += 1
    flush()
    for name, pointers in late.items():
        table = known[name]
        for key, target in pointers:
            if target is not None:
                connection.execute(update(table).where(table.c.id == key).values({_LATE[name]: target}))
    _set_counters(connection, known.values())
    index.rebuild(connection)
    outlines.catch_up(connection, kinds)
    return number


def _set_counters(connection: Connection, filled: Iterable[Table]) -> None:
    """Let PostgreSQL give the next numbers; SQLite looks for the highest by itself."""
    if connection.dialect.name != "postgresql":
        return
    for filled_table in filled:
        for column in inspect(filled_table).primary_key:
            sequence = connection.scalar(select(func.pg_get_serial_sequence(filled_table.name, column.name)))
            if sequence is not None:
                highest = connection.scalar(select(func.max(filled_table.c[column.name]))) or 0
                connection.execute(select(func.setval(sequence, highest + 1, False)))
