"""Dividing what links connect into entries: the part of merging that new documents and reviewers' decisions share.

Only the components that something touches are read, so that the cost does not grow with the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from peyman.record.merging.facts import Facts
from peyman.record.merging.merge import AnyMatching, Decided, Link, Node, is_indivisible, partition
from peyman.record.rows.schema import apart, decided, entries, links, nodes
from peyman.record.rows.writing import Numbers

# Written out once: making a query takes longer than asking a small one.
_COMPONENTS = select(nodes.c.id, nodes.c.component).where(nodes.c.id.in_(bindparam("numbers", expanding=True)))
_MAKE_ENTRIES = insert(entries)
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


class Components:
    """Divides the components of nodes of one kind into entries.

    Args:
        connection: A connection inside a transaction that writes.
        matching: How the kind is merged.
        changes: Where to note what was done.
        numbers: What gives out numbers in this transaction.
    """

    def __init__(self, connection: Connection, matching: AnyMatching, changes: Changes, numbers: Numbers) -> None:
        self._connection = connection
        self._matching = matching
        self._changes = changes
        self._numbers = numbers

    def decide(self, together: Sequence[tuple[int, int]], touched: Iterable[int]) -> None:
        """Work out entries anew after a decision was made or taken back.

        Args:
            together: Pairs of nodes that are now one by decision.
            touched: Every node that the decision speaks of.
        """
        for component in sorted(self._connect(list(together)) | self._components(set(touched))):
            self._work_out(component)

    def _node(self, number: int, key: str, document_id: str | None, facts: str) -> Node:
        return Node(number, key, document_id, _parsed(self._matching, facts))

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
