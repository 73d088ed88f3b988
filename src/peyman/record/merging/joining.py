"""Joining the entries of a new document to those of the record: the part of merging that talks to the database.

Only the components that the new document touches are read, so that the cost of adding a document does not grow with
the record.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, insert, select

from peyman.record.merging.components import Changes, Components
from peyman.record.merging.facts import Facts
from peyman.record.merging.in_mind import InMind
from peyman.record.merging.merge import AnyMatching, Link, Node, pair_up
from peyman.record.rows.batches import batches
from peyman.record.rows.schema import apart, candidate_keys, doubtful, links, nodes
from peyman.record.rows.writing import Numbers

# Written out once: making a query takes longer than asking a small one.
_NODE_COLUMNS = (nodes.c.id, nodes.c.key, nodes.c.document_id, nodes.c.facts, nodes.c.entry_id)
_WITH_KEYS = select(*_NODE_COLUMNS).where(
    nodes.c.kind == bindparam("kind"), nodes.c.key.in_(bindparam("keys", expanding=True))
)
_NUMBERED = select(*_NODE_COLUMNS).where(nodes.c.id.in_(bindparam("numbers", expanding=True)))
_OFFERED = select(candidate_keys.c.key, candidate_keys.c.node_id).where(
    candidate_keys.c.key.in_(bindparam("keys", expanding=True))
)
_ENTRIES = select(nodes.c.id, nodes.c.entry_id).where(nodes.c.id.in_(bindparam("numbers", expanding=True)))
_MAKE_NODES = insert(nodes)
_APART_FROM = select(apart.c.low_id, apart.c.high_id).where(apart.c.low_id.in_(bindparam("numbers", expanding=True)))

_BATCH = 500
"""Values in one query: databases limit how many there may be."""


class Joiner(Components):
    """Puts the entries of one kind of one document into the record.

    Args:
        connection: A connection inside a transaction that writes.
        matching: How the kind is merged.
        changes: Where to note what was done.
        numbers: What gives out numbers in this transaction.
        in_mind: What is kept in mind within this transaction; what `join` makes is found only once that is written.
    """

    def __init__(
        self,
        connection: Connection,
        matching: AnyMatching,
        changes: Changes,
        numbers: Numbers,
        in_mind: InMind,
    ) -> None:
        super().__init__(connection, matching, changes, numbers)
        self._mind = in_mind
        #: The entries of nodes, while nothing stirs them.
        self._entry_of: dict[int, int] = {}

    def join(
        self, document_id: str, found: Sequence[tuple[str, Facts]], standing: Mapping[str, int] | None = None
    ) -> list[tuple[int, int]]:
        """Add the entries of a document.

        Args:
            document_id: The document.
            found: Id within the reading and facts of every entry.
            standing: Nodes that stand for some of these entries already, by id within the reading, with nothing that
                links them: those of an older reading of the document.

        Returns:
            The number of each entry's node, and of the entry in the record that it is of, in the same order.
        """
        standing = standing or {}
        keys = [self._matching.node_key(facts, document_id, local_id) for local_id, facts in found]
        known = self._known(set(keys))
        new: list[Node] = []
        for key, (local_id, facts) in zip(keys, found, strict=True):
            if local_id in standing:
                known[key] = Node(standing[local_id], key, document_id, facts)
                new.append(known[key])
        missing = {key: facts for key, (_, facts) in zip(keys, found, strict=True) if key not in known}
        made_nodes = self._number(missing, None if self._matching.shared else document_id)
        old, new = new, [*new, *made_nodes]
        known |= {node.key: node for node in made_nodes}
        self._offer(old)
        made, doubts = self._alike(new)
        linked = {end for each in made for end in each.ends}
        self._insert(made_nodes, linked)
        self._offer(made_nodes)
        for table, pairs in ((links, made), (doubtful, doubts)):
            if pairs:
                self._connection.execute(
                    insert(table),
                    [{"low_id": each.low, "high_id": each.high, "likeness": each.likeness} for each in pairs],
                )
        side_by_side = [known[key] for key in dict.fromkeys(keys)] if self._matching.shared else []
        stirred = self._connect([each.ends for each in made]) | self._components(
            {*self._keep_apart(side_by_side), *standing.values()}
        )
        for component in sorted(stirred):
            self._work_out(component)
        placed = [known[key].id for key in keys]
        if stirred:
            self._entry_of.clear()
        unsettled = sorted(set(placed) - self._entry_of.keys())
        for numbers in batches(unsettled, _BATCH):
            rows = self._connection.execute(_ENTRIES, {"numbers": numbers})
            self._entry_of.update({row.id: row.entry_id for row in rows})
        return [(number, self._entry_of[number]) for number in placed]

    def _known(self, keys: set[str]) -> dict[str, Node]:
        if not self._matching.shared:
            return {}
        rows = [
            row
            for batch in batches(sorted(keys), _BATCH)
            for row in self._connection.execute(_WITH_KEYS, {"kind": self._matching.kind, "keys": batch})
        ]
        self._entry_of.update({row.id: row.entry_id for row in rows})
        return {row.key: self._node(row.id, row.key, row.document_id, row.facts) for row in rows}

    def _number(self, facts: Mapping[str, Facts], document_id: str | None) -> list[Node]:
        """Return nodes that are yet to be written, with their numbers."""
        numbers = self._numbers.of(nodes.c.id, len(facts)) if facts else ()
        return [Node(number, key, document_id, facts[key]) for number, key in zip(numbers, facts, strict=True)]

    def _insert(self, made: Sequence[Node], linked: set[int]) -> None:
        """Write nodes, each a component of its own; those that nothing is linked to with an entry of their own."""
        if not made:
            return
        founded = self._make_entries([node.id for node in made if node.id not in linked])
        self._entry_of |= founded
        self._connection.execute(
            _MAKE_NODES,
            [
                {
                    "id": node.id,
                    "kind": self._matching.kind,
                    "key": node.key,
                    "document_id": node.document_id,
                    "facts": node.facts.model_dump_json(),
                    "component": node.id,
                    "entry_id": founded.get(node.id),
                    "founded": founded.get(node.id),
                }
                for node in made
            ],
        )

    def _offer(self, new: Iterable[Node]) -> None:
        for node in new:
            self._mind.offer(node.id, self._matching.offers(node.facts))

    def _alike(self, new: list[Node]) -> tuple[list[Link], list[Link]]:
        """The links of the new nodes to those of other documents, and, where shared, to each other; and the doubts."""
        if not new:
            return [], []
        wanted = {node.id: self._matching.wants(node.facts) for node in new}
        keys = sorted(set().union(*wanted.values()))
        finders: dict[str, list[int]] = {}
        for node in new:
            for key in self._matching.offers(node.facts):
                finders.setdefault(key, []).append(node.id)
        for batch in batches(keys, _BATCH):
            for row in self._connection.execute(_OFFERED, {"keys": batch}):
                finders.setdefault(row.key, []).append(row.node_id)
        for key in keys:
            finders.setdefault(key, []).extend(self._mind.under(key))
        near = {node.id: {each for key in wanted[node.id] for each in finders.get(key, ())} for node in new}
        known = self._mind.nodes
        known |= {node.id: node for node in new}
        for numbers in batches(sorted(set().union(*near.values()) - known.keys()), _BATCH):
            for found in self._connection.execute(_NUMBERED, {"numbers": numbers}):
                known[found.id] = self._node(found.id, found.key, found.document_id, found.facts)
        return pair_up(self._matching, [(node, [known[each] for each in sorted(near[node.id])]) for node in new])

    def _keep_apart(self, side_by_side: list[Node]) -> set[int]:
        """Note which nodes one document has side by side although they are alike: the reader took them for two.

        As between documents, only those are compared that are found by a key that they share.
        """
        keys = {node.id: self._matching.offers(node.facts) for node in side_by_side}
        pairs = {
            (min(a.id, b.id), max(a.id, b.id))
            for a, b in itertools.combinations([node for node in side_by_side if keys[node.id]], 2)
            if not keys[a.id].isdisjoint(keys[b.id])
            and not self._matching.same_identity(a.facts, b.facts)
            and self._matching.likeness(a.facts, b.facts) >= self._matching.threshold
        }
        if not pairs:
            return set()
        rows = self._connection.execute(_APART_FROM, {"numbers": sorted({low for low, _ in pairs})})
        pairs -= {(row.low_id, row.high_id) for row in rows}
        if pairs:
            self._connection.execute(insert(apart), [{"low_id": low, "high_id": high} for low, high in sorted(pairs)])
        return {end for pair in pairs for end in pair}
