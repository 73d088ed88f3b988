"""The full-text index on SQLite: FTS5."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from peyman.record.search.asked import EVIDENCE, TEXTS, Asked, Expression, Term

#: How much a word counts as it is written, and in another form.
_WEIGHTS = (4.0, 1.0)
#: Most rows that are weighed against each other.
_MOST_WEIGHED = 3000
#: Stands before a column that is to be compared, but by which nothing is to be looked up.
_APART = "+"
#: From so many documents on, the newest are found by going through all.
_MANY = 2000


class Sqlite:
    """FTS5."""

    def prepare(self, connection: Connection) -> None:
        """Nothing is needed."""

    def clear(self, connection: Connection) -> None:
        """Take everything out of both."""
        for table in (TEXTS, EVIDENCE):
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")

    def add(self, connection: Connection, table: str, rows: Sequence[tuple[int, str, str]]) -> None:
        """Put in rows."""
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {table}(rowid, words, stems) VALUES (?, ?, ?)", list(rows))

    def matching(self, table: str, expression: Term | Expression, parameter: Callable[[Any], str]) -> str:
        """SQL for the numbers of the rows that match."""
        return f"SELECT rowid FROM {table} WHERE {table} MATCH :{parameter(_query(expression))}"

    def by_weight(self, connection: Connection, asked: Asked, limit: int, offset: int) -> tuple[list[int], int]:
        """Return a page, the best match first, and how many match in all."""
        total = self._total(connection, asked)
        end = min(offset + limit, total)
        if offset >= end:
            return [], total
        found = self._weighed(connection, asked, EVIDENCE, end, ())
        if len(found) < end:
            found += self._weighed(connection, asked, TEXTS, end - len(found), found)
        if len(found) < end:
            found += self._unweighed(connection, asked, end - len(found), found)
        return found[offset:end], total

    def by_day(self, connection: Connection, asked: Asked, limit: int, offset: int) -> tuple[list[int], int]:
        """Return a page, the newest first, and how many match in all."""
        total = self._total(connection, asked)
        if not limit or offset >= total:
            return [], total
        # Many are found soonest by going through all from the newest on, few by looking each of them up.
        apart = _APART if total > _MANY else ""
        within = "1 = 1"
        if asked.expression is not None:
            within = f"{apart}d.number IN ({self.matching(TEXTS, asked.expression, asked.parameter)})"
        query = (
            f"SELECT d.number FROM search_documents d WHERE {within}{asked.where(apart)} "
            "ORDER BY d.first_day DESC, d.number DESC LIMIT :limit OFFSET :offset"
        )
        values = {**asked.parameters, "limit": limit, "offset": offset}
        return list(connection.scalars(text(query), values)), total

    def _total(self, connection: Connection, asked: Asked) -> int:
        if asked.expression is None:
            query = f"SELECT count(*) FROM search_documents d WHERE 1 = 1{asked.where()}"
        else:
            matching = self.matching(TEXTS, asked.expression, asked.parameter)
            query = f"SELECT count(*) FROM ({matching}{asked.among('rowid', _APART)})"
        return connection.scalar(text(query), asked.parameters) or 0

    def _weighed(
        self, connection: Connection, asked: Asked, table: str, limit: int, without: Sequence[int]
    ) -> list[int]:
        """Numbers of documents by the score of their rows, which bm25 makes the lower the better the match."""
        assert asked.expression is not None
        words, stems = _WEIGHTS
        number, joined = "rowid", ""
        if table == EVIDENCE:
            number, joined = "e.number", f" CROSS JOIN search_entries e ON e.member_id = {table}.rowid"
        condition = asked.among(number, _APART) + (f" AND {number} NOT IN :without" if without else "")
        statement = text(
            "SELECT number FROM ("
            f"SELECT {number} AS number, bm25({table}, {words}, {stems}) AS score FROM {table}{joined} "
            f"WHERE {table} MATCH :{asked.parameter(_query(asked.expression))}{condition} "
            f"ORDER BY {table}.rowid DESC LIMIT {_MOST_WEIGHED}"
            ") AS weighed GROUP BY number ORDER BY min(score), number DESC LIMIT :limit"
        )
        return _numbers(connection, asked, statement, limit, without)

    def _unweighed(self, connection: Connection, asked: Asked, limit: int, without: Sequence[int]) -> list[int]:
        assert asked.expression is not None
        statement = text(
            "SELECT d.number FROM search_documents d "
            f"WHERE d.number IN ({self.matching(TEXTS, asked.expression, asked.parameter)}){asked.where()} "
            "AND d.number NOT IN :without ORDER BY d.number DESC LIMIT :limit"
        )
        return _numbers(connection, asked, statement, limit, without)


def _numbers(
    connection: Connection, asked: Asked, statement: TextClause, limit: int, without: Sequence[int]
) -> list[int]:
    values: dict[str, Any] = {**asked.parameters, "limit": limit}
    if without:
        statement = statement.bindparams(bindparam("without", expanding=True))
        values["without"] = list(without)
    return list(connection.scalars(statement, values))


def _query(expression: Term | Expression) -> str:
    """An FTS5 query."""
    if isinstance(expression, Term):
        column = "stems" if expression.stem else "words"
        return f'{column} : "{" ".join(expression.words)}"'
    joined = (" AND " if expression.every else " OR ").join(_query(part) for part in expression.parts)
    return f"({joined})"
