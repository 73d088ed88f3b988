"""Joining the entries of a new document to those of the record: the part of merging that talks to the database.

Only the components that the new document touches are read, so that the cost of adding a document does not grow with
the record.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection, func, insert, select, update

from peyman.record.facts import Facts
from peyman.record.merge import AnyMatching, Link, Node, pair_up, partition
from peyman.record.schema import apart, candidate_keys, entries, links, nodes

T = TypeVar("T", str, int)

_BATCH = 500
"""Values in one query: databases limit how many there may be."""


@dataclass(slots=True)
class Changes:
    """What adding a document did to the entries, by their numbers in the database.

    Attributes:
        made: Entries that are new.
        merged: Entries whose id now leads to another, with that other.
    """

    made: set[int] = field(default_factory=set)
    merged: dict[int, int] = field(default_factory=dict)


class Joiner:
    """Puts the entries of one kind of one document into the record.

    Args:
        connection: A connection inside a transaction that writes.
        matching: How the kind is merged.
        changes: Where to note what was done.
    """

    def __init__(self, connection: Connection, matching: AnyMatching, changes: Changes) -> None:
        self._connection = connection
        self._matching = matching
        self._changes = changes

    def join(self, document_id: str, found: Sequence[tuple[str, Facts]]) -> list[int]:
        """Add the entries of a document.

        Args:
            document_id: The document.
            found: Id within the reading and facts of every entry.

        Returns:
            The number of each entry's node, in the same order.
        """
        keys = [self._matching.node_key(facts, document_id, local_id) for local_id, facts in found]
        known = self._known(set(keys))
        new: list[Node] = []
        for key, (_, facts) in zip(keys, found, strict=True):
            if key not in known:
                node = self._insert(key, None if self._matching.shared else document_id, facts)
                known[key] = node
                new.append(node)
        touched: set[int] = set()
        self._offer(new)
        for link in self._links(new):
            self._connection.execute(insert(links).values(low_id=link.low, high_id=link.high, likeness=link.likeness))
            touched |= {link.low, link.high}
        if self._matching.shared:
            touched |= self._keep_apart([known[key] for key in dict.fromkeys(keys)])
        for node in new:
            if node.id not in touched:
                self._found_entry(node.id)
        if touched:
            self._work_out(touched)
        return [known[key].id for key in keys]

    def _known(self, keys: set[str]) -> dict[str, Node]:
        if not self._matching.shared:
            return {}
        query = select(nodes.c.id, nodes.c.key, nodes.c.document_id, nodes.c.facts)
        rows = [
            row
            for batch in _batches(sorted(keys))
            for row in self._connection.execute(
                query.where(nodes.c.kind == self._matching.kind, nodes.c.key.in_(batch))
            )
        ]
        return {row.key: self._node(row.id, row.key, row.document_id, row.facts) for row in rows}

    def _node(self, number: int, key: str, document_id: str | None, facts: str) -> Node:
        return Node(number, key, document_id, self._matching.facts_type.model_validate_json(facts))

    def _insert(self, key: str, document_id: str | None, facts: Facts) -> Node:
        statement = insert(nodes).values(
            kind=self._matching.kind, key=key, document_id=document_id, facts=facts.model_dump_json()
        )
        number = self._connection.execute(statement.returning(nodes.c.id)).scalar_one()
        self._connection.execute(update(nodes).where(nodes.c.id == number).values(component=number))
        return Node(number, key, document_id, facts)

    def _offer(self, new: Iterable[Node]) -> None:
        rows = [{"key": key, "node_id": node.id} for node in new for key in sorted(self._matching.offers(node.facts))]
        if rows:
            self._connection.execute(insert(candidate_keys), rows)

    def _links(self, new: list[Node]) -> list[Link]:
        """The links of the new nodes to those of other documents, and, where shared, to each other."""
        if not new:
            return []
        wanted = {node.id: self._matching.wants(node.facts) for node in new}
        keys = sorted(set().union(*wanted.values()))
        finders: dict[str, list[int]] = {}
        for batch in _batches(keys):
            query = select(candidate_keys.c.key, candidate_keys.c.node_id).where(candidate_keys.c.key.in_(batch))
            for row in self._connection.execute(query):
                finders.setdefault(row.key, []).append(row.node_id)
        near = {node.id: {each for key in wanted[node.id] for each in finders.get(key, ())} for node in new}
        known = {node.id: node for node in new}
        query_nodes = select(nodes.c.id, nodes.c.key, nodes.c.document_id, nodes.c.facts)
        for numbers in _batches(sorted(set().union(*near.values()) - known.keys())):
            for found in self._connection.execute(query_nodes.where(nodes.c.id.in_(numbers))):
                known[found.id] = self._node(found.id, found.key, found.document_id, found.facts)
        return pair_up(self._matching, [(node, [known[each] for each in sorted(near[node.id])]) for node in new])

    def _keep_apart(self, side_by_side: list[Node]) -> set[int]:
        """Note which nodes one document has side by side although they are alike: the reader took them for two."""
        kept: set[int] = set()
        for a, b in itertools.combinations(side_by_side, 2):
            if self._matching.same_identity(a.facts, b.facts):
                continue
            if self._matching.likeness(a.facts, b.facts) < self._matching.threshold:
                continue
            low, high = sorted((a.id, b.id))
            where = (apart.c.low_id == low, apart.c.high_id == high)
            if self._connection.execute(select(apart.c.low_id).where(*where)).first() is None:
                self._connection.execute(insert(apart).values(low_id=low, high_id=high))
                kept |= {low, high}
        return kept

    def _work_out(self, touched: set[int]) -> None:
        """Divide the components of the touched nodes into entries anew, as one component."""
        numbers = set(self._connection.scalars(select(nodes.c.component).where(nodes.c.id.in_(touched))))
        self._connection.execute(update(nodes).where(nodes.c.component.in_(numbers)).values(component=min(numbers)))
        rows = list(self._connection.execute(select(nodes).where(nodes.c.component == min(numbers))))
        component = {row.id: self._node(row.id, row.key, row.document_id, row.facts) for row in rows}
        entry_of = {row.id: row.entry_id for row in rows}
        founded = {row.id: row.founded for row in rows if row.founded is not None}
        inside = select(nodes.c.id).where(nodes.c.component == min(numbers))
        found_links = [
            Link(row.low_id, row.high_id, row.likeness)
            for row in self._connection.execute(select(links).where(links.c.low_id.in_(inside)))
        ]
        found_apart = [
            (row.low_id, row.high_id)
            for row in self._connection.execute(select(apart).where(apart.c.low_id.in_(inside)))
            if row.high_id in component
        ]
        parts = partition(self._matching, component, found_links, found_apart)
        # In the order of the text, so that the ids of what is new are given out in that order.
        for ids in sorted(sorted(node.id for node in part) for part in parts):
            founders = sorted(founded[number] for number in ids if number in founded)
            # The oldest id stays; every other one that was given to a member of this entry leads to it.
            entry = founders[0] if founders else self._found_entry(ids[0])
            self._redirect(entry, founders[1:])
            moved = [number for number in ids if entry_of[number] != entry]
            if moved:
                self._connection.execute(update(nodes).where(nodes.c.id.in_(moved)).values(entry_id=entry))

    def _found_entry(self, node: int) -> int:
        """Make a new entry for a node, under the next number of its kind."""
        kind = self._matching.kind
        last = self._connection.scalar(select(func.max(entries.c.number)).where(entries.c.kind == kind)) or 0
        statement = insert(entries).values(kind=kind, number=last + 1).returning(entries.c.id)
        entry: int = self._connection.execute(statement).scalar_one()
        self._connection.execute(update(nodes).where(nodes.c.id == node).values(entry_id=entry, founded=entry))
        self._changes.made.add(entry)
        return entry

    def _redirect(self, entry: int, others: list[int]) -> None:
        query = select(entries.c.id, entries.c.merged_into).where(entries.c.id.in_([entry, *others]))
        before = {row.id: row.merged_into for row in self._connection.execute(query)}
        if before[entry] is not None:
            self._connection.execute(update(entries).where(entries.c.id == entry).values(merged_into=None))
        changed = [other for other in others if before[other] != entry]
        if changed:
            self._connection.execute(update(entries).where(entries.c.id.in_(changed)).values(merged_into=entry))
            self._changes.merged |= dict.fromkeys(changed, entry)


def _batches(values: Sequence[T]) -> Iterable[Sequence[T]]:
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]
