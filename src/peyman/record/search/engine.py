"""The full-text index itself: what SQLite and PostgreSQL each have of their own stands here and nowhere else.

Both hold the same two indexes, each with the columns ``words`` and ``stems``: ``search_texts``, one row a document, and
``search_evidence``, one row a meeting or commitment of a reading. Words are folded before they come here, so that
neither database's own idea of a word, a language or a letter matters.

SQLite has FTS5 tables that keep no text (contentless): the text stands in ``documents``. PostgreSQL has a ``tsvector``
under a GIN index, in which a stem is a lexeme with a sign before it that no word has; it is written out as such, so
that no text-search configuration of the server has a part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, text

from peyman.errors import RecordError

TEXTS, EVIDENCE = "search_texts", "search_evidence"
#: How much a word counts as it is written, and in another form.
_WEIGHTS = (4.0, 1.0)
#: Stands before the stems in a tsvector.
_STEM_SIGN = "="
#: PostgreSQL counts positions up to this one.
_MOST_POSITIONS = 16_383


@dataclass(frozen=True, slots=True)
class Term:
    """Words side by side in one column.

    Attributes:
        words: Folded; one, or the words of a phrase.
        stem: Whether the column of stems is meant.
    """

    words: tuple[str, ...]
    stem: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """Terms joined: ``all`` of the parts, or one of them.

    Attributes:
        parts: Terms and further expressions, at least one.
        every: Whether all have to be there.
    """

    parts: tuple[Term | Expression, ...]
    every: bool


class Engine(Protocol):
    """What a database has to be able to do.

    Attributes:
        most_weighed: Most rows that are weighed against each other.
        apart: Stands before a column that is to be compared, but by which nothing is to be looked up.
    """

    most_weighed: int
    apart: str

    def create(self, connection: Connection) -> None:
        """Make the two indexes."""

    def prepare(self, connection: Connection) -> None:
        """Set what a search needs, for the transaction that is open."""

    def clear(self, connection: Connection) -> None:
        """Take everything out of both."""

    def add(self, connection: Connection, table: str, rows: Sequence[tuple[int, str, str]]) -> None:
        """Put in rows: number, words with blanks between them, stems likewise."""

    def matching(self, table: str, name: str) -> str:
        """SQL for the numbers that a condition selects, ``:name`` being what `compile` made of the expression."""

    def weighed(self, table: str, name: str, condition: str) -> str:
        """SQL for ``number`` of the document and ``score``, the lower the better, of rows that match.

        At most `most_weighed` rows, the last that were put in: weighing takes far longer than finding.

        Args:
            table: One of the two indexes.
            name: Of the parameter that has the compiled expression.
            condition: More SQL, beginning with AND, that has to hold; ``{number}`` in it is the document's.
        """

    def count(self, name: str, condition: str) -> str:
        """SQL for how many documents match in their text; arguments as for `weighed`."""

    def compile(self, expression: Term | Expression) -> str:
        """Return an expression as the database takes it."""


class Sqlite:
    """FTS5."""

    most_weighed = 3000
    apart = "+"

    def prepare(self, connection: Connection) -> None:
        """Nothing is needed."""

    def create(self, connection: Connection) -> None:
        """Make the two indexes."""
        for table in (TEXTS, EVIDENCE):
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {table} USING fts5"
                "(words, stems, content='', tokenize='unicode61 remove_diacritics 0')"
            )

    def clear(self, connection: Connection) -> None:
        """Take everything out of both."""
        for table in (TEXTS, EVIDENCE):
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")

    def add(self, connection: Connection, table: str, rows: Sequence[tuple[int, str, str]]) -> None:
        """Put in rows."""
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {table}(rowid, words, stems) VALUES (?, ?, ?)", list(rows))

    def matching(self, table: str, name: str) -> str:
        """SQL for the numbers of the rows that match."""
        return f"SELECT rowid FROM {table} WHERE {table} MATCH :{name}"

    def weighed(self, table: str, name: str, condition: str) -> str:
        """SQL for number and score, which bm25 makes the lower the better the match."""
        words, stems = _WEIGHTS
        number, joined = _document_of(table, "rowid", "CROSS JOIN")
        return (
            f"SELECT {number} AS number, bm25({table}, {words}, {stems}) AS score FROM {table}{joined} "
            f"WHERE {table} MATCH :{name}{condition.format(number=number)} "
            f"ORDER BY {table}.rowid DESC LIMIT {self.most_weighed}"
        )

    def count(self, name: str, condition: str) -> str:
        """SQL for how many documents match."""
        return f"SELECT count(*) FROM {TEXTS} WHERE {TEXTS} MATCH :{name}{condition.format(number='rowid')}"

    def compile(self, expression: Term | Expression) -> str:
        """Return an FTS5 query."""
        if isinstance(expression, Term):
            column = "stems" if expression.stem else "words"
            return f'{column} : "{" ".join(expression.words)}"'
        joined = (" AND " if expression.every else " OR ").join(self.compile(part) for part in expression.parts)
        return f"({joined})"


class PostgreSql:
    """``tsvector`` and ``tsquery``."""

    most_weighed = 500
    apart = ""

    def prepare(self, connection: Connection) -> None:
        """Let the index find what matches: to look through a whole table costs more than the planner thinks."""
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off; SET LOCAL jit = off")

    def create(self, connection: Connection) -> None:
        """Make the two indexes."""
        for table in (TEXTS, EVIDENCE):
            # The vectors are kept beside the table, so that those that are found but not weighed are never read.
            connection.exec_driver_sql(
                f"CREATE TABLE {table} (number INTEGER PRIMARY KEY, vector TSVECTOR NOT NULL) "
                "WITH (toast_tuple_target = 128)"
            )
            connection.exec_driver_sql(f"CREATE INDEX ix_{table}_vector ON {table} USING gin (vector)")

    def clear(self, connection: Connection) -> None:
        """Take everything out of both."""
        for table in (TEXTS, EVIDENCE):
            connection.exec_driver_sql(f"DELETE FROM {table}")

    def add(self, connection: Connection, table: str, rows: Sequence[tuple[int, str, str]]) -> None:
        """Put in rows."""
        if rows:
            connection.execute(
                text(f"INSERT INTO {table} (number, vector) VALUES (:number, CAST(:vector AS tsvector))"),
                [{"number": number, "vector": self._vector(words, stems)} for number, words, stems in rows],
            )

    def _vector(self, words: str, stems: str) -> str:
        """A tsvector written out; weight A for words, so that they count more than stems."""
        listed = words.split()[:_MOST_POSITIONS]
        parts = [f"{_lexeme(word)}:{position}A" for position, word in enumerate(listed, start=1)]
        parts += [_lexeme(_STEM_SIGN + stem) + ":1D" for stem in stems.split()]
        return " ".join(parts)

    def matching(self, table: str, name: str) -> str:
        """SQL for the numbers of the rows that match."""
        return f"SELECT number FROM {table} WHERE vector @@ CAST(:{name} AS tsquery)"

    def weighed(self, table: str, name: str, condition: str) -> str:
        """SQL for number and score, the rank with its sign turned; the length of the text is allowed for."""
        number, joined = _document_of(table, "number", "JOIN")
        return (
            # First all that are found, by the index alone: the planner cannot know how many that will be.
            f"WITH found AS MATERIALIZED ({self.matching(table, name)}), "
            f"last AS MATERIALIZED (SELECT {table}.number AS row, {number} AS number FROM found AS {table}{joined} "
            f"WHERE 1 = 1{condition.format(number=number)} ORDER BY row DESC LIMIT {self.most_weighed}) "
            f"SELECT last.number, -ts_rank(vector, CAST(:{name} AS tsquery), 1) AS score "
            f"FROM last JOIN {table} ON {table}.number = last.row"
        )

    def count(self, name: str, condition: str) -> str:
        """SQL for how many documents match."""
        return f"SELECT count(*) FROM ({self.matching(TEXTS, name)}) AS found WHERE 1 = 1" + condition.format(
            number="found.number"
        )

    def compile(self, expression: Term | Expression) -> str:
        """Return a tsquery."""
        if isinstance(expression, Term):
            sign = _STEM_SIGN if expression.stem else ""
            return "(" + " <-> ".join(_lexeme(sign + word) for word in expression.words) + ")"
        return "(" + (" & " if expression.every else " | ").join(self.compile(part) for part in expression.parts) + ")"


def _document_of(table: str, row: str, join: str) -> tuple[str, str]:
    """SQL for the number of the document that a row is of, and for what has to be joined to know it."""
    if table == TEXTS:
        return f"{table}.{row}", ""
    return "e.number", f" {join} search_entries e ON e.member_id = {table}.{row}"


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


def _lexeme(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def any_of(parts: Iterable[Term | Expression]) -> Term | Expression:
    """Return an expression of which one part has to be there; the part itself where it is alone."""
    found = tuple(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else Expression(found, every=False)


def all_of(parts: Iterable[Term | Expression]) -> Term | Expression:
    """Return an expression of which all parts have to be there; the part itself where it is alone."""
    found = tuple(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else Expression(found, every=True)
