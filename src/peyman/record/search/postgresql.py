"""The full-text index on PostgreSQL: ``tsvector`` and ``tsquery``."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from peyman.record.search.asked import EVIDENCE, TEXTS, Asked, Expression, Term, any_of

#: Stands before the stems in a tsvector.
_STEM_SIGN = "="
#: PostgreSQL counts positions up to this one.
_MOST_POSITIONS = 16_383
#: Most rows that are weighed against each other.
_MOST_WEIGHED = 500
#: From so many documents on, the newest are found by going through all.
_MANY = 2000
#: Most ways that one question to the index is taken apart into.
_MOST_WAYS = 8


class PostgreSql:
    """``tsvector`` and ``tsquery``."""

    def prepare(self, connection: Connection) -> None:
        """Let the index find what matches: to look through a whole table costs more than the planner thinks."""
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off; SET LOCAL jit = off")

    def clear(self, connection: Connection) -> None:
        """Take everything out of both."""
        for table in (TEXTS, EVIDENCE):
            connection.exec_driver_sql(f"DELETE FROM {table}")

    def add(self, connection: Connection, table: str, rows: Sequence[tuple[int, str, str]]) -> None:
        """Put in rows."""
        if rows:
            connection.execute(
                text(f"INSERT INTO {table} (number, vector) VALUES (:number, CAST(:vector AS tsvector))"),
                [{"number": number, "vector": _vector(words, stems)} for number, words, stems in rows],
            )

    def matching(self, table: str, expression: Term | Expression, parameter: Callable[[Any], str]) -> str:
        """SQL for the numbers of the rows that match, each once.

        A GIN index finds the rows of several conditions far sooner than those of one with everything in it, and does
        not know where in a row its words stand: rows with the words of a phrase have to be read. So what has to be
        there together becomes several conditions, and phrases are asked for apart from single words.
        """
        kept: dict[Term | Expression, str] = {}

        def condition(part: Term | Expression) -> str:
            if part not in kept:
                kept[part] = parameter(_query(part))
            return f"vector @@ CAST(:{kept[part]} AS tsquery)"

        return " UNION ".join(
            f"SELECT number FROM {table} WHERE {' AND '.join(condition(part) for part in dict.fromkeys(way))}"
            for way in _ways(expression)
        )

    def by_weight(self, connection: Connection, asked: Asked, limit: int, offset: int) -> tuple[list[int], int]:
        """Return a page, the best match first, and how many match in all.

        One statement, so that the index looks for the documents once. What comes later in it is worked out only where
        what comes before does not fill the page.
        """
        assert asked.expression is not None
        whole = asked.parameter(_query(asked.expression))
        texts, evidence = (self.matching(table, asked.expression, asked.parameter) for table in (TEXTS, EVIDENCE))
        statement = (
            f"WITH found AS MATERIALIZED (SELECT f.number FROM ({texts}) AS f WHERE 1 = 1{asked.among('f.number')}), "
            # By itself: the planner would else look through all evidence from its end on until enough of it matches.
            f"marked AS MATERIALIZED ({evidence}), "
            "told AS MATERIALIZED (SELECT e.member_id AS row, e.number FROM marked AS f "
            f"JOIN search_entries e ON e.member_id = f.number WHERE 1 = 1{asked.among('e.number')} "
            f"ORDER BY row DESC LIMIT {_MOST_WEIGHED}), "
            f"first AS MATERIALIZED ({_weighed('told', EVIDENCE, whole)}), "
            "others AS MATERIALIZED (SELECT number AS row, number FROM found "
            f"WHERE number NOT IN (SELECT number FROM first) ORDER BY row DESC LIMIT {_MOST_WEIGHED}), "
            f"second AS MATERIALIZED ({_weighed('others', TEXTS, whole)}), "
            "rest AS MATERIALIZED (SELECT number, row_number() OVER (ORDER BY number DESC) AS place FROM found "
            "WHERE number NOT IN (SELECT number FROM first) AND number NOT IN (SELECT number FROM second)) "
            "SELECT part, place, number, (SELECT count(*) FROM found) AS total FROM ("
            "(SELECT 1 AS part, place, number FROM first) UNION ALL "
            "(SELECT 2, place, number FROM second) UNION ALL "
            "(SELECT 3, place, number FROM rest)) AS page LIMIT :end"
        )
        rows = connection.execute(text(statement), {**asked.parameters, "end": max(1, offset + limit)}).all()
        ordered = sorted((row.part, row.place, row.number) for row in rows)
        return [number for *_, number in ordered[offset : offset + limit]], rows[0].total if rows else 0

    def by_day(self, connection: Connection, asked: Asked, limit: int, offset: int) -> tuple[list[int], int]:
        """Return a page, the newest first, and how many match in all; one statement as well."""
        ordered = "ORDER BY d.first_day DESC, d.number DESC LIMIT :end"
        columns = "SELECT d.first_day, d.number FROM"
        if asked.expression is None:
            counted = f"SELECT count(*) FROM search_documents d WHERE 1 = 1{asked.where()}"
            statement = (
                f"SELECT page.*, ({counted}) AS total FROM "
                f"({columns} search_documents d WHERE 1 = 1{asked.where()} {ordered}) AS page"
            )
        else:
            texts = self.matching(TEXTS, asked.expression, asked.parameter)
            many = f"(SELECT count(*) FROM found) > {_MANY}"
            # Many are found soonest by going through all from the newest on, few by looking each of them up. That the
            # first is not made a join of is what the comparison with true is for.
            statement = (
                "WITH found AS MATERIALIZED "
                f"(SELECT f.number FROM ({texts}) AS f WHERE 1 = 1{asked.among('f.number')}) "
                "SELECT page.*, (SELECT count(*) FROM found) AS total FROM ("
                f"({columns} search_documents d WHERE {many} "
                f"AND (d.number IN (SELECT number FROM found)) IS TRUE {ordered}) UNION ALL "
                f"({columns} found JOIN search_documents d ON d.number = found.number WHERE NOT {many} {ordered})"
                ") AS page"
            )
        rows = connection.execute(text(statement), {**asked.parameters, "end": max(1, offset + limit)}).all()
        newest = sorted(((row.first_day, row.number) for row in rows), reverse=True)
        return [number for _, number in newest[offset : offset + limit]], rows[0].total if rows else 0


def _weighed(rows: str, table: str, query: str) -> str:
    """SQL for the documents of some rows by their rank; the length of the text is allowed for."""
    score = f"max(ts_rank({table}.vector, CAST(:{query} AS tsquery), 1))"
    return (
        f"SELECT {rows}.number, row_number() OVER (ORDER BY {score} DESC, {rows}.number DESC) AS place "
        f"FROM {rows} JOIN {table} ON {table}.number = {rows}.row GROUP BY {rows}.number ORDER BY place LIMIT :end"
    )


def _ways(expression: Term | Expression) -> Iterable[tuple[Term | Expression, ...]]:
    """What has to hold together, in each of the ways in which an expression can hold."""
    parts = expression.parts if isinstance(expression, Expression) and expression.every else (expression,)
    ways: list[list[tuple[Term | Expression, ...]]] = []
    number = 1
    for part in parts:
        apart = _apart(part)
        if number * len(apart) > _MOST_WAYS:
            apart = [(part,)]
        number *= len(apart)
        ways.append(apart)
    return [tuple(itertools.chain.from_iterable(each)) for each in itertools.product(*ways)]


def _apart(part: Term | Expression) -> list[tuple[Term | Expression, ...]]:
    """One part's ways: whatever has several conditions of its own, single words, and phrases that say more."""
    if isinstance(part, Term) or part.every:
        return [(part,)]
    joint = [each for each in part.parts if isinstance(each, Expression)]
    single = [each for each in part.parts if isinstance(each, Term) and len(each.words) == 1]
    phrases = [
        each
        for each in part.parts
        if isinstance(each, Term) and len(each.words) > 1 and not any(_implied(each, other) for other in joint)
    ]
    ways: list[tuple[Term | Expression, ...]] = [each.parts if each.every else (each,) for each in joint]
    return ways + [(any_of(each),) for each in (single, phrases) if each]


def _implied(phrase: Term, joint: Expression) -> bool:
    """Whether the words of a phrase, wherever they stand, meet every condition of an expression."""
    words = {Term((word,), phrase.stem) for word in phrase.words}
    return joint.every and all(
        not words.isdisjoint(part.parts if isinstance(part, Expression) and not part.every else (part,))
        for part in joint.parts
    )


def _vector(words: str, stems: str) -> str:
    """A tsvector written out; weight A for words, so that they count more than stems."""
    listed = words.split()[:_MOST_POSITIONS]
    parts = [f"{_lexeme(word)}:{position}A" for position, word in enumerate(listed, start=1)]
    parts += [_lexeme(_STEM_SIGN + stem) + ":1D" for stem in stems.split()]
    return " ".join(parts)


def _query(expression: Term | Expression) -> str:
    """A tsquery written out."""
    if isinstance(expression, Term):
        sign = _STEM_SIGN if expression.stem else ""
        return "(" + " <-> ".join(_lexeme(sign + word) for word in expression.words) + ")"
    return "(" + (" & " if expression.every else " | ").join(_query(part) for part in expression.parts) + ")"


def _lexeme(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
