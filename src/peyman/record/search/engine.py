"""The full-text index of a record: what SQLite and PostgreSQL each have of their own stands behind this.

Both hold the same two indexes, each with the columns ``words`` and ``stems``: ``search_texts``, one row a document, and
``search_evidence``, one row a meeting or commitment of a reading. Words are folded before they come here, so that
neither database's own idea of a word, a language or a letter matters.

SQLite has FTS5 tables that keep no text (contentless): the text stands in ``documents``. PostgreSQL has a ``tsvector``
under a GIN index, in which a stem is a lexeme with a sign before it that no word has; it is written out as such, so
that no text-search configuration of the server has a part in it. Both are made by the migrations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection

from peyman.errors import RecordError
from peyman.record.search.asked import Asked, Expression, Term
from peyman.record.search.postgresql import PostgreSql
from peyman.record.search.sqlite import Sqlite


class Engine(Protocol):
    """What a database has to be able to do."""

    def prepare(self, connection: Connection) -> None:
        """Set what a search needs, for the transaction that is open."""

    def clear(self, connection: Connection) -> None:
        """Take everything out of both."""

    def add(self, connection: Connection, table: str, rows: Sequence[tuple[int, str, str]]) -> None:
        """Put in rows: number, words with blanks between them, stems likewise."""

    def matching(self, table: str, expression: Term | Expression, parameter: Callable[[Any], str]) -> str:
        """SQL for the numbers of the rows in which an expression holds.

        Args:
            table: One of the two indexes.
            expression: What has to stand there.
            parameter: Keeps a value and returns the name under which SQL can take it.
        """

    def by_weight(self, connection: Connection, asked: Asked, limit: int, offset: int) -> tuple[list[int], int]:
        """Return the numbers of the documents of a page, the best match first, and how many documents match in all.

        What is told in evidence comes first, by its weight; then the other texts, by theirs; then those that are too
        many to be weighed, the last that were added first. Weighing takes far longer than finding, so that only the
        last few hundred or thousand rows are weighed against each other.

        Args:
            connection: To the record.
            asked: With an expression.
            limit: Most documents on the page.
            offset: How many come before it.
        """

    def by_day(self, connection: Connection, asked: Asked, limit: int, offset: int) -> tuple[list[int], int]:
        """The same, the newest by day of publication first; there may be conditions only."""


def engine_of(connection: Connection) -> Engine:
    """Return what the database of a connection has.

    Raises:
        RecordError: It is neither SQLite nor PostgreSQL.
    """
    name = connection.dialect.name
    if name not in _ENGINES:
        raise RecordError(f"There is no full-text search on {name}.", "Keep the record in SQLite or PostgreSQL.")
    return _ENGINES[name]


_ENGINES: dict[str, Engine] = {"sqlite": Sqlite(), "postgresql": PostgreSql()}
