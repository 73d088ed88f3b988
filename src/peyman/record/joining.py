"""Joining the entries of a new document to those of the record: the part of merging that talks to the database.

Only the components that the new document touches are read, so that the cost of adding a document does not grow with
the record.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from peyman.record.facts import Facts
from peyman.record.in_mind import InMind
from peyman.record.merge import AnyMatching, Decided, Link, Node, is_indivisible, pair_up, partition
from peyman.record.schema import apart, candidate_keys, decided, doubtful, entries, links, nodes
from peyman.record.writing import Numbers, Writer

T = TypeVar("T", str, int)

# Written out once: making a query takes longer than asking a small one.
_NODE_COLUMNS = (nodes.c.id, nodes.c.key, nodes.c.document_id, nodes.c.facts, nodes.c.entry_id)
_WITH_KEYS = select(*_NODE_COLUMNS).where(
    nodes.c.kind == bindparam("kind"), nodes.c.key.in_(bindparam("keys", expanding=True))
)
_NUMBERED = select(*_NODE_COLUMNS).where(nodes.c.id.in_(bindparam("numbers", expanding=True)))
_OFFERED = select(candidate_keys.c.key, candidate_keys.c.node_id).where(
    candidate_keys.c.key.in_(bindparam("keys", expanding=True))
)
_COMPONENTS = select(nodes.c.id, nodes.c.component).where(nodes.c.id.in_(bindparam("numbers", expanding=True)))
_ENTRIES = select(nodes.c.id, nodes.c.entry_id).where(nodes.c.id.in_(bindparam("numbers", expanding=True)))
_MAKE_ENTRIES, _MAKE_NODES = insert(entries), insert(nodes)
_IN_COMPONENT = select(nodes).where(nodes.c.component == bindparam("number"))
_INSIDE = select(nodes.c.id).where(nodes.c.component == bindparam("number"))
_LINKS = select(links).where(links.c.low_id.in_(_INSIDE))
_APART = select(apart).where(apart.c.low_id.in_(_INSIDE))
_DECIDED = select(decided).where(decided.c.low_id.in_(_INSIDE), decided.c.step > 0)
_LINKS_OF_ONE = (
    select(func.count())
    .select_from(links)
    .where(or_(links.c.low_id == bindparam("newest"), links.c.high_id == bindparam("newest")))
)
_ANY_KEPT_APART = tuple(
    select(table.c.low_id).where(table.c.low_id.in_(_INSIDE)).limit(1) for table in (apart, decided)
)
_MOVE = update(nodes).where(nodes.c.id.in_(bindparam("numbers", expanding=True))).values(entry_id=bindparam("entry"))
_UNITE = (
    update(nodes).where(nodes.c.component.in_(bindparam("numbers", expanding=True))).values(component=bindparam("into"))
)
_FOUND = (
    update(nodes).where(nodes.c.id == bindparam("node")).values(entry_id=bindparam("entry"), founded=bindparam("entry"))
)
_LED_TO = select(entries.c.id, entries.c.merged_into).where(entries.c.id.in_(bindparam("numbers", expanding=True)))
_LEAD = update(entries).where(entries.c.id == bindparam("number_of_entry")).values(merged_into=bindparam("target"))
_APART_FROM = select(apart.c.low_id, apart.c.high_id).where(apart.c.low_id.in_(bindparam("numbers", expanding=True)))

_BATCH = 500
"""Values in one query: databases limit how many there may be."""
_MANY = 20
"""Nodes of a component from which on it is looked at as a whole first."""
_FACTS_KEPT = 1 << 14
"""Nodes whose facts are kept in mind: documents of one time speak of the same people and meetings."""


@dataclass(slots=True)
class Changes:
    """What adding a document did to the entries, by their numbers in the database.

    Attributes:
        made: Entries that are new.
        merged: Entries whose id now leads to another, with that other.
        moved: Entries that lost accounts to others, or won some from them.
    """

    made: set[int] = field(default_factory=set)
    merged: dict[int, int] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)


class Joiner:
    """Puts the entries of one kind of one document into the record.

    Args:
        connection: A connection inside a transaction that writes.
        matching: How the kind is merged.
        changes: Where to note what was done.
        numbers: What gives out numbers in this transaction, where something did before.
        in_mind: What is kept in mind within this transaction; what `join` makes is found only once that is written.
    """

    def __init__(
        self,
        connection: Connection,
        matching: AnyMatching,
        changes: Changes,
        numbers: Numbers | None = None,
        in_mind: InMind | None = None,
    ) -> None:
        self._connection = connection
        self._matching = matching
        self._changes = changes
        self._numbers = numbers or Numbers(connection)
        self._mind = InMind(Writer(connection)) if in_mind is None else in_mind
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
        for numbers in _batches(unsettled):
            rows = self._connection.execute(_ENTRIES, {"numbers": numbers})
            self._entry_of.update({row.id: row.entry_id for row in rows})
        return [(number, self._entry_of[number]) for number in placed]

    def decide(self, together: Sequence[tuple[int, int]], touched: Iterable[int]) -> None:
        """Work out entries anew after a decision was made or taken back.

        Args:
            together: Pairs of nodes that are now one by decision.
            touched: Every node that the decision speaks of.
        """
        for component in sorted(self._connect(list(together)) | self._components(set(touched))):
            self._work_out(component)

    def _known(self, keys: set[str]) -> dict[str, Node]:
        if not self._matching.shared:
            return {}
        rows = [
            row
            for batch in _batches(sorted(keys))
            for row in self._connection.execute(_WITH_KEYS, {"kind": self._matching.kind, "keys": batch})
        ]
        self._entry_of.update({row.id: row.entry_id for row in rows})
        return {row.key: self._node(row.id, row.key, row.document_id, row.facts) for row in rows}

    def _node(self, number: int, key: str, document_id: str | None, facts: str) -> Node:
        return Node(number, key, document_id, _parsed(self._matching, facts))

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
        for batch in _batches(keys):
            for row in self._connection.execute(_OFFERED, {"keys": batch}):
                finders.setdefault(row.key, []).append(row.node_id)
        for key in keys:
            finders.setdefault(key, []).extend(self._mind.under(key))
        near = {node.id: {each for key in wanted[node.id] for each in finders.get(key, ())} for node in new}
        known = self._mind.nodes
        known |= {node.id: node for node in new}
        for numbers in _batches(sorted(set().union(*near.values()) - known.keys())):
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

    def _components(self, ends: set[int]) -> set[int]:
        if not ends:
            return set()
        rows = self._connection.execute(_COMPONENTS, {"numbers": sorted(ends)})
        return {row.component for row in rows}

    def _connect(self, made: Sequence[tuple[int, int]]) -> set[int]:
        """Make one component of those that a pair connects; return the components that are so made."""
        ends = {end for pair in made for end in pair}
        if not ends:
            return set()
        rows = self._connection.execute(_COMPONENTS, {"numbers": sorted(ends)})
        component_of = {row.id: row.component for row in rows}
        groups: dict[int, set[int]] = {number: {number} for number in component_of.values()}
        for low, high in made:
            joined = groups[component_of[low]] | groups[component_of[high]]
            groups |= dict.fromkeys(joined, joined)
        for group in {min(group): group for group in groups.values()}.values():
            if len(group) > 1:
                into = min(group)
                self._connection.execute(_UNITE, {"numbers": sorted(group - {into}), "into": into})
        return {min(group) for group in groups.values()}

    def _work_out(self, component: int) -> None:
        """Divide a component into entries anew."""
        rows = list(self._connection.execute(_IN_COMPONENT, {"number": component}))
        inside = {row.id: self._node(row.id, row.key, row.document_id, row.facts) for row in rows}
        parts = [sorted(inside)] if self._is_one(component, inside) else self._divided(component, inside)
        entry_of = {row.id: row.entry_id for row in rows}
        founded = {row.id: row.founded for row in rows if row.founded is not None}
        # In the order of the text, so that the ids of what is new are given out in that order.
        founded |= self._found_entries([ids[0] for ids in parts if not any(number in founded for number in ids)])
        leads_to: dict[int, int] = {}
        for ids in parts:
            founders = sorted(founded[number] for number in ids if number in founded)
            # The oldest id stays; every other one that was given to a member of this entry leads to it.
            leads_to |= dict.fromkeys(founders, founders[0])
            moved = [number for number in ids if entry_of[number] != founders[0]]
            if moved:
                self._changes.moved |= {founders[0], *(each for n in moved if (each := entry_of[n]) is not None)}
                self._connection.execute(_MOVE, {"numbers": moved, "entry": founders[0]})
        self._redirect(leads_to)

    def _is_one(self, component: int, inside: Mapping[int, Node]) -> bool:
        """Whether a component of many nodes is one entry, as far as can be told without following its links.

        What very many documents tell has a link for each two of them: followed for each document that is added, they
        would take time by the square of their number.
        """
        if len(inside) < _MANY or not is_indivisible(self._matching, inside):
            return False
        if self._connection.scalar(_LINKS_OF_ONE, {"newest": max(inside)}) != len(inside) - 1:
            return False
        return not any(self._connection.execute(query, {"number": component}).first() for query in _ANY_KEPT_APART)

    def _divided(self, component: int, inside: Mapping[int, Node]) -> list[list[int]]:
        """The nodes of each entry of a component, by their numbers."""
        asked = {"number": component}
        found_links = [Link(row.low_id, row.high_id, row.likeness) for row in self._connection.execute(_LINKS, asked)]
        found_apart = [
            (row.low_id, row.high_id) for row in self._connection.execute(_APART, asked) if row.high_id in inside
        ]
        found_decided = [
            Decided(row.step, row.low_id, row.high_id, bool(row.together))
            for row in self._connection.execute(_DECIDED, asked)
        ]
        return sorted(
            sorted(node.id for node in part)
            for part in partition(self._matching, inside, found_links, found_apart, found_decided)
        )

    def _found_entries(self, founders: list[int]) -> dict[int, int]:
        """Make a new entry for each of some nodes, under the next numbers of the kind; return node and entry."""
        made = self._make_entries(founders)
        if made:
            self._connection.execute(_FOUND, [{"node": node, "entry": entry} for node, entry in made.items()])
        return made

    def _make_entries(self, founders: list[int]) -> dict[int, int]:
        """Make a new entry for each of some nodes, which do not know of it yet."""
        if not founders:
            return {}
        kind = self._matching.kind
        made = dict(zip(founders, self._numbers.of(entries.c.id, len(founders)), strict=True))
        public = self._numbers.of_kind(kind, len(founders))
        self._connection.execute(
            _MAKE_ENTRIES,
            [{"id": entry, "kind": kind, "number": n} for entry, n in zip(made.values(), public, strict=True)],
        )
        self._changes.made |= set(made.values())
        return made

    def _redirect(self, leads_to: Mapping[int, int]) -> None:
        """Let the ids of entries lead to others, or again to themselves."""
        for row in self._connection.execute(_LED_TO, {"numbers": sorted(leads_to)}).all():
            target = leads_to[row.id] if leads_to[row.id] != row.id else None
            if row.merged_into != target:
                self._connection.execute(_LEAD, {"number_of_entry": row.id, "target": target})
                if target is not None:
                    self._changes.merged[row.id] = target


@lru_cache(maxsize=_FACTS_KEPT)
def _parsed(matching: AnyMatching, facts: str) -> Facts:
    """The facts of a node as they stand in the database; they are frozen, so that two nodes may share them."""
    parsed: Facts = matching.facts_type.model_validate_json(facts)
    return parsed


def _batches(values: Sequence[T]) -> Iterable[Sequence[T]]:
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]
