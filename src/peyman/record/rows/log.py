"""The log of a record: every document added and every decision taken, each row with a hash over it and the row before.

Who changes, removes or reorders a row behind Peyman's back breaks the chain, and `verify` says where. The last hash is
kept beside the log too (``log_end``), so that rows taken away at its end are missed. Somebody who knows how can compute
the whole chain anew: against that, keep the last hash somewhere else.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from peyman.record.rows.schema import claims, documents, log, log_end, members, readings
from peyman.record.shown.review_views import Action, Fault, Step, Verification

_HASHED = ("number", "at", "author", "action", "target", "content", "reason", "undoes", "previous")


class Chain:
    """The end of the log, to which steps are added; they are written together.

    Args:
        connection: A connection inside a transaction that writes.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        end = connection.execute(select(log_end.c.number, log_end.c.hash)).first()
        self._begun = end is not None
        self._number: int = end.number if end else 0
        self._hash: str = end.hash if end else ""
        self._waiting: list[dict[str, Any]] = []

    def append(
        self,
        action: Action,
        target: str,
        content: dict[str, Any],
        author: str | None = None,
        reason: str | None = None,
        undoes: int | None = None,
    ) -> int:
        """Add a step; `append` says what the arguments mean. Return its number."""
        row: dict[str, Any] = {
            "number": self._number + 1,
            "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "author": author,
            "action": action,
            "target": target,
            "content": json.dumps(content, ensure_ascii=False, sort_keys=True),
            "reason": reason,
            "undoes": undoes,
            "previous": self._hash,
        }
        row["hash"] = _hash(row)
        self._number, self._hash = self._number + 1, row["hash"]
        self._waiting.append(row)
        return self._number

    def write(self) -> None:
        """Write the steps that were added."""
        if not self._waiting:
            return
        self._connection.execute(insert(log), self._waiting)
        if self._begun:
            self._connection.execute(update(log_end).values(number=self._number, hash=self._hash))
        else:
            self._connection.execute(insert(log_end).values(id=1, number=self._number, hash=self._hash))
        self._begun = True
        self._waiting = []


def append(
    connection: Connection,
    action: Action,
    target: str,
    content: dict[str, Any],
    author: str | None = None,
    reason: str | None = None,
    undoes: int | None = None,
) -> int:
    """Add a step to the log.

    Args:
        connection: A connection inside a transaction that writes.
        action: What was done.
        target: Public id of what it was done to.
        content: What exactly; JSON.
        author: Who decided; None for what Peyman does itself.
        reason: Why.
        undoes: The step that is taken back.

    Returns:
        The number of the step.
    """
    chain = Chain(connection)
    number = chain.append(action, target, content, author, reason, undoes)
    chain.write()
    return number


def _hash(row: dict[str, Any]) -> str:
    plain = json.dumps([row[name] for name in _HASHED], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def steps(
    connection: Connection,
    *targets: str,
    action: Action | None = None,
    decisions: bool = False,
    since: str | None = None,
    newest: int | None = None,
) -> list[Step]:
    """Return the steps that were done to some entries or documents, or all steps, in their order.

    Args:
        connection: A connection to the record.
        targets: Public ids; all without any.
        action: Only what was done so.
        decisions: Only what a reviewer did.
        since: Only what was done from this moment on, ISO 8601, UTC.
        newest: Only so many, the last ones.
    """
    # By an expression: the few decisions are found by their own index, and not by going through every step in order.
    in_order = log.c.number + 0
    query = _with_undoing().order_by(in_order)
    if targets:
        query = query.where(log.c.target.in_(targets))
    if action is not None:
        query = query.where(log.c.action == action)
    if decisions:
        # Not as "is not null", for which SQLite, as it is mostly built, uses no index.
        query = query.where(log.c.author >= "")
    if since is not None:
        query = query.where(log.c.at >= since)
    if newest is not None:
        rows = connection.execute(query.order_by(None).order_by(in_order.desc()).limit(newest)).all()
        return [_step(row) for row in reversed(rows)]
    return [_step(row) for row in connection.execute(query)]


def between(connection: Connection, after: int, until: int) -> list[Step]:
    """Return the steps after one and until another, the newest first."""
    query = _with_undoing().where(log.c.number > after, log.c.number <= until).order_by(log.c.number.desc())
    return [_step(row) for row in connection.execute(query)]


def _with_undoing() -> Select[*tuple[Any, ...]]:
    """Steps, each with the last one that took it back."""
    later = log.alias("later")
    undone_by = select(func.max(later.c.number)).where(later.c.undoes == log.c.number).scalar_subquery()
    return select(log, undone_by.label("undone_by"))


def step(connection: Connection, number: int) -> Step | None:
    """Return one step; None where there is none of that number."""
    row = connection.execute(_with_undoing().where(log.c.number == number)).first()
    return None if row is None else _step(row)


def _step(row: Row[*tuple[Any, ...]]) -> Step:
    return Step(
        number=row.number,
        at=row.at,
        author=row.author,
        action=row.action,
        target=row.target,
        content=json.loads(row.content),
        reason=row.reason,
        undoes=row.undoes,
        undone_by=row.undone_by,
        hash=row.hash,
    )


Told = tuple[str, str, float, str, str | None, str | None, int, int]
"""A claim as the log hashes it: kind and id of the entry, its confidence, field, value, statements, span."""


def digest(document_id: str, text: str, content: str, told: Iterable[Told]) -> dict[str, str]:
    """Return what the log keeps of a reading: hashes of the document's text, of the reading and of its claims.

    Args:
        document_id: The document.
        text: Its text.
        content: The reading as it is stored.
        told: Its claims in the order in which they are stored.
    """
    hashed = hashlib.sha256()
    for claim in told:
        hashed.update(json.dumps(list(claim), ensure_ascii=False).encode() + b"\n")
    return {
        "document": document_id,
        "text": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "reading": hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest(),
        "claims": hashed.hexdigest(),
    }


def digest_of_reading(connection: Connection, reading_id: int) -> dict[str, str]:
    """Return what the log keeps of a reading that is stored."""
    found = connection.execute(
        select(documents.c.id, documents.c.text, readings.c.content)
        .join(readings, readings.c.document_id == documents.c.id)
        .where(readings.c.id == reading_id)
    ).one()
    told = connection.execute(
        select(members.c.kind, members.c.local_id, members.c.confidence, claims.c.field, claims.c.value)
        .add_columns(claims.c.said_in, claims.c.span_start, claims.c.span_end)
        .join(claims, claims.c.member_id == members.c.id)
        .where(members.c.reading_id == reading_id)
        .order_by(members.c.id, claims.c.id)
    )
    rows: Iterable[Any] = told
    return digest(found.id, found.text, found.content, rows)


def verify(connection: Connection) -> Verification:
    """Compare the log with itself and with the documents, readings and claims that it speaks of."""
    faults = list(_chain(connection))
    logged: set[int] = set()
    for row in connection.execute(select(log).where(log.c.action.in_(("add", "read-again", "add-by-hand")))).all():
        content = json.loads(row.content)
        number = content.get("number")
        if not isinstance(number, int):
            continue
        logged.add(number)
        if connection.scalar(select(readings.c.id).where(readings.c.id == number)) is None:
            faults.append(Fault(row.number, f"the reading of {row.target} that it added is gone"))
            continue
        for name, hashed in digest_of_reading(connection, number).items():
            if content.get(name) != hashed:
                faults.append(Fault(row.number, f"{_NAMES[name]} of {row.target} {_HAVE[name]} changed"))
    known = connection.execute(
        select(readings.c.id, documents.c.number).join(documents, documents.c.id == readings.c.document_id)
    )
    faults += [Fault(None, f"D{row.number} has a reading that no step added") for row in known if row.id not in logged]
    end = connection.execute(select(log_end.c.number, log_end.c.hash)).first()
    return Verification(
        steps=connection.scalar(select(func.count()).select_from(log)) or 0,
        documents=connection.scalar(select(func.count()).select_from(documents)) or 0,
        hash=end.hash if end else "",
        faults=tuple(faults),
    )


_NAMES = {"document": "the document", "text": "the text", "reading": "the reading", "claims": "the claims"}
_HAVE = {"document": "has", "text": "has", "reading": "has", "claims": "have"}


def _chain(connection: Connection) -> Iterator[Fault]:
    """Whether each step follows the one before."""
    expected, previous = 1, ""
    for row in connection.execute(select(log).order_by(log.c.number)):
        while expected < row.number:
            yield Fault(expected, "it was removed")
            expected += 1
        if row.hash != _hash(dict(row._mapping)):
            yield Fault(row.number, "it was changed")
        elif row.previous != previous:
            yield Fault(row.number, "it does not follow the step before: steps were changed, removed or reordered")
        expected, previous = row.number + 1, row.hash
    end = connection.execute(select(log_end.c.number, log_end.c.hash)).first()
    if end is None:
        if expected > 1:
            yield Fault(expected - 1, "the end of the log was removed")
        return
    while expected <= end.number:
        yield Fault(expected, "it was removed")
        expected += 1
    if end.number == expected - 1 and end.hash != previous and previous:
        yield Fault(end.number, "it is not the step that the log ended with")
