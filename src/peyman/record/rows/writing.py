"""Rows on their way into the database: numbered before they are written, and written many at a time.

What adding a document writes and never looks at again waits in `Writer` until many documents can be written at once:
by COPY on PostgreSQL, by one prepared statement on SQLite. What merging looks up again is written at once, and takes
its numbers from `Numbers`, so that no statement has to ask for them.

Both need a connection inside a transaction that writes: it alone holds the lock of the record, so that nobody else
gives out numbers meanwhile. The counters of PostgreSQL (sequences) of the tables numbered here are not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import sort_tables

from peyman.record.rows.schema import entries
from peyman.record.search.engine import engine_of

#: Rows that one COPY is worth; fewer are inserted.
_WORTH_A_COPY = 50


class Numbers:
    """Gives out the next numbers of tables.

    Args:
        connection: A connection inside a transaction that writes.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[object, int] = {}

    def of(self, column: Column[int], count: int = 1) -> range:
        """Return the next numbers of a column.

        Args:
            column: The column, which nobody else fills.
            count: How many.
        """
        if column not in self._last:
            self._last[column] = self._connection.scalar(select(func.max(column))) or 0
        return self._take(column, count)

    def of_kind(self, kind: str, count: int = 1) -> range:
        """Return the next numbers of public ids of a kind of entry."""
        if kind not in self._last:
            query = select(func.max(entries.c.number)).where(entries.c.kind == kind)
            self._last[kind] = self._connection.scalar(query) or 0
        return self._take(kind, count)

    def _take(self, counter: object, count: int) -> range:
        first = self._last[counter] + 1
        self._last[counter] += count
        return range(first, first + count)


class Writer:
    """Rows that wait to be written.

    Args:
        connection: A connection inside a transaction that writes.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[Mapping[str, Any]]] = {}
        self._once: dict[Table, dict[tuple[Any, ...], Mapping[str, Any]]] = {}
        self._indexed: dict[str, list[tuple[int, str, str]]] = {}

    def put(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Let rows wait; all rows of a table have the same columns.

        Args:
            table: Where they belong.
            rows: The rows, by the names of columns.
        """
        self._rows.setdefault(table, []).extend(rows)

    def put_once(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Let rows wait that may be there already, and are then left as they are."""
        waiting = self._once.setdefault(table, {})
        keys = [column.name for column in table.primary_key]
        for row in rows:
            waiting.setdefault(tuple(row[key] for key in keys), row)

    def put_words(self, table: str, rows: Iterable[tuple[int, str, str]]) -> None:
        """Let rows of the full-text index wait: number, words and stems."""
        self._indexed.setdefault(table, []).extend(rows)

    def write(self) -> None:
        """Write what waits, those first that others point to."""
        for table in sort_tables(list(self._rows)):
            rows = self._rows[table]
            if len(rows) >= _WORTH_A_COPY and self._connection.dialect.name == "postgresql":
                _copy(self._connection, table, rows)
            elif rows:
                self._connection.execute(insert(table), rows)
        for table, once in self._once.items():
            if once:
                self._connection.execute(
                    _INSERT_ONCE[self._connection.dialect.name](table), [once[key] for key in sorted(once)]
                )
        self._rows, self._once = {}, {}
        for name, words in self._indexed.items():
            engine_of(self._connection).add(self._connection, name, words)
        self._indexed.clear()


_INSERT_ONCE: dict[str, Any] = {
    "sqlite": lambda table: sqlite.insert(table).on_conflict_do_nothing(),
    "postgresql": lambda table: postgresql.insert(table).on_conflict_do_nothing(),
}


def _copy(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows by COPY, which only PostgreSQL has; a failure is raised as SQLAlchemy raises that of a statement."""
    names = list(rows[0])
    quote = connection.dialect.identifier_preparer.quote
    statement = f"COPY {quote(table.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    errors: Any = connection.dialect.dbapi
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row([row[name] for name in names])
    except errors.Error as error:
        raise DBAPIError.instance(statement, None, error, errors.Error, dialect=connection.dialect) from error
