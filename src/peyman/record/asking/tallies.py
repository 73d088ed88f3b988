"""How many documents tell each value of an agreement: its outline is worked out from these counts.

Thousands of documents may name one agreement. What its outline says (the name that most of them use, its parties, its
day, since when it is told) depends on all of them, but none of it needs them to be read again when another one comes:
a document adds to the counts of its own values, and one that no longer tells the agreement is taken off them. So the
outline is that of all documents, whatever the order and the batches in which they were added, and what adding costs
depends on how many values an agreement has, not on how many documents tell them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from peyman.record.merging.periods import first_day
from peyman.record.rows.batches import batches
from peyman.record.rows.outline_tables import outline_tallies as tallies
from peyman.record.rows.schema import claims, documents, members, nodes
from peyman.record.shown.views import Claim

KIND = "agreement"
"""The kind of entry whose values are counted."""
_FIELDS = ("name", "date", "parties")
_TOLD = "told"
_LONGEST = 512
"""Characters of a value: more than an outline shows, and not more than an index takes."""
_BATCH = 400


@dataclass(slots=True)
class Tally:
    """What documents tell of an agreement.

    Attributes:
        told_from: The first day of publication, ISO 8601; None where no document is dated.
        values: How often each value of a field is given, by the name of the field.
    """

    told_from: str | None = None
    values: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, name: str, value: str, times: int = 1) -> None:
        """Count a value of a field."""
        self.values.setdefault(name, Counter())[value] += times

    def told(self, day: str | None) -> None:
        """Take note of a day of publication."""
        if day and (self.told_from is None or day < self.told_from):
            self.told_from = day


def count(connection: Connection, listed: Iterable[int], times: int = 1) -> None:
    """Add what members say to the counts, or take it off them.

    Args:
        connection: A connection inside a transaction that writes, to which the members and their claims are written.
        listed: The members, by their numbers; those that are not of agreements are left aside.
        times: 1 to add, -1 to take off.
    """
    counted: Counter[tuple[int, str, str]] = Counter()
    for batch in batches(sorted(set(listed)), _BATCH):
        mine = (members.c.id.in_(batch), members.c.kind == KIND)
        counted += _counted(connection, *mine)
    _change(connection, counted, times)


def catch_up(connection: Connection) -> None:
    """Count what is in a record that has no counts: one that an older version made, or that was copied."""
    if connection.execute(select(tallies.c.node_id).limit(1)).first() is None:
        counted = _counted(connection, members.c.kind == KIND, members.c.superseded.is_(None))
        for batch in batches(sorted(counted), _BATCH):
            _change(connection, {each: counted[each] for each in batch}, 1)


def of_entries(connection: Connection, numbers: Sequence[int]) -> dict[int, Tally]:
    """Return what is counted of some agreements, by their numbers in the database."""
    earliest = (
        select(tallies.c.value)
        .where(tallies.c.node_id == nodes.c.id, tallies.c.field == _TOLD)
        .order_by(tallies.c.value)
        .limit(1)
    )
    dated = earliest.where(tallies.c.value > "")
    found: dict[int, Tally] = {}
    rows = connection.execute(
        select(nodes.c.entry_id, earliest.scalar_subquery().label("any"), dated.scalar_subquery().label("day")).where(
            nodes.c.entry_id.in_(numbers)
        )
    )
    for row in rows:
        if row.any is not None:  # else every document that told it was read again, and tells it no more
            found.setdefault(row.entry_id, Tally()).told(row.day)
    for each in connection.execute(
        select(nodes.c.entry_id, tallies.c.field, tallies.c.value, tallies.c.times)
        .join(tallies, tallies.c.node_id == nodes.c.id)
        .where(nodes.c.entry_id.in_(numbers), tallies.c.field.in_(_FIELDS))
    ):
        found[each.entry_id].add(each.field, each.value, each.times)
    return found


def of_claims(told: Iterable[Claim]) -> Tally:
    """Return the same of the claims of one agreement: as reviewers have decided them."""
    made = Tally()
    for claim in told:
        made.told(first_day(claim.document.published))
        if claim.field in _FIELDS:
            made.add(claim.field, _cut(claim.wording or str(claim.value)))
    return made


def _counted(connection: Connection, *which: Any) -> Counter[tuple[int, str, str]]:
    """What members say: node, field and value, each with how often."""
    counted: Counter[tuple[int, str, str]] = Counter()
    for row in connection.execute(
        select(members.c.node_id, claims.c.field, claims.c.value, func.count().label("times"))
        .join(claims, claims.c.member_id == members.c.id)
        .where(claims.c.field.in_(_FIELDS), *which)
        .group_by(members.c.node_id, claims.c.field, claims.c.value)
    ):
        counted[row.node_id, row.field, _cut(str(json.loads(row.value)))] += row.times
    for told in connection.execute(
        select(members.c.node_id, documents.c.published, func.count().label("times"))
        .join(documents, documents.c.id == members.c.document_id)
        .where(*which)
        .group_by(members.c.node_id, documents.c.published)
    ):
        counted[told.node_id, _TOLD, first_day(told.published) or ""] += told.times
    return counted


def _change(connection: Connection, counted: dict[tuple[int, str, str], int], times: int) -> None:
    rows = [
        {"node_id": node, "field": name, "value": value, "times": times * number}
        for (node, name, value), number in sorted(counted.items())
    ]
    if not rows:
        return
    connection.execute(_ADD[connection.dialect.name], rows)
    if times < 0:
        none_left = tallies.c.node_id.in_({row["node_id"] for row in rows}) & (tallies.c.times <= 0)
        connection.execute(delete(tallies).where(none_left))


def _adding(insert: Any) -> Any:
    """Add to the number of a value that is there, and put in one that is not."""
    return insert.on_conflict_do_update(
        index_elements=list(tallies.primary_key), set_={"times": tallies.c.times + insert.excluded.times}
    )


_ADD = {"sqlite": _adding(sqlite.insert(tallies)), "postgresql": _adding(postgresql.insert(tallies))}


def _cut(value: str) -> str:
    return value[:_LONGEST]
