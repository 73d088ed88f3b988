"""Putting together what is one: from pairs that are alike to entries, in a way that no order of adding can change.

Four steps, each of which depends on the documents alone and not on the record:

1. *Candidates.* Nodes that share a key are compared (`peyman.record.merging.matching`), no others.
2. *Pairs between two documents.* An entry of one document is the same as at most one entry of another. Where several
   are alike, the likeliest pairs are taken first; a tie goes to those that stand in the same order in both texts
   (`pair_up`).
3. *Components.* Pairs that were taken are links; what links connect is one component.
4. *Entries.* Inside a component, links are followed from the strongest to the weakest, and a link is left out if it
   would put together two that cannot be one (`partition`): two entries of one document, because the reader has
   already decided that they are two, or two that contradict each other, such as two meetings on different days that
   a third document, which names only the month, would bridge. Ties are broken by the keys of the nodes, which are
   made from the documents' content. So the entries of a component are a function of its nodes and links, and the
   links a function of the documents: it does not matter in which order these were added. When a new document joins a
   component, its entries are worked out anew; an older document may thereby move to another entry that it fits
   better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from peyman.record.merging.facts import Facts
from peyman.record.merging.matching import (
    ActorMatching,
    AgreementMatching,
    Matching,
    PersonKeys,
    PlaceMatching,
    SamePerson,
    by_key,
    same_key,
)
from peyman.record.merging.meetings import MeetingMatching
from peyman.record.merging.statements import StatementMatching
from peyman.record.merging.undertakings import CommitmentMatching

AnyMatching = Matching[Any]


def matchings(same_person: SamePerson = same_key, person_keys: PersonKeys = by_key) -> dict[str, AnyMatching]:
    """Every kind of entry with how it is merged, in the order in which public ids are given out."""
    every: list[AnyMatching] = [
        ActorMatching(same_person, person_keys),
        PlaceMatching(),
        AgreementMatching(),
        StatementMatching(same_person),
        MeetingMatching(same_person),
        CommitmentMatching(same_person),
    ]
    return {each.kind: each for each in every}


@dataclass(frozen=True, slots=True)
class Node:
    """What is merged.

    Attributes:
        id: Its number in the record; nothing is decided by it.
        key: Its name, made from the document's content.
        document_id: The document that it is an entry of; None where several may share it.
        facts: What is compared.
    """

    id: int
    key: str
    document_id: str | None
    facts: Facts


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes that are alike; the numbers in ascending order."""

    low: int
    high: int
    likeness: float

    @property
    def ends(self) -> tuple[int, int]:
        """Both nodes."""
        return (self.low, self.high)


def pair_up(matching: AnyMatching, candidates: Iterable[tuple[Node, Iterable[Node]]]) -> tuple[list[Link], list[Link]]:
    """Link the nodes of a new document to those of others.

    Args:
        matching: How the kind is merged.
        candidates: Each new node with those that it is compared with.

    Returns:
        The links: for shared nodes every pair that is alike enough; else, with each other document, the likeliest
        pairs such that no node is in two of them. And the pairs that are alike, but not enough to be linked: a
        reviewer has to decide.
    """
    groups: dict[str | None, list[tuple[float, int, str, str, Link]]] = defaultdict(list)
    doubts: dict[tuple[int, int], Link] = {}
    for a, near in candidates:
        for b in near:
            if a.id == b.id or (a.document_id is not None and a.document_id == b.document_id):
                continue
            likeness = matching.likeness(a.facts, b.facts)
            if likeness < matching.doubt:
                continue
            link = Link(min(a.id, b.id), max(a.id, b.id), likeness)
            if likeness < matching.threshold:
                doubts[link.ends] = link
                continue
            together = getattr(a.facts, "position", 0) + getattr(b.facts, "position", 0)
            low, high = sorted((a.key, b.key))
            groups[b.document_id].append((-likeness, together, low, high, link))
    doubtful = [doubts[ends] for ends in sorted(doubts)]
    if matching.shared:
        return list({pair[-1] for group in groups.values() for pair in group}), doubtful
    links: list[Link] = []
    for group in groups.values():
        taken: set[int] = set()
        for *_, link in sorted(group, key=lambda pair: pair[:4]):
            if taken.isdisjoint(link.ends):
                taken |= set(link.ends)
                links.append(link)
    return links, doubtful


@dataclass(frozen=True, slots=True)
class Decided:
    """A reviewer's decision on two nodes.

    Attributes:
        step: Its number in the log; the later of two decisions holds.
        low: The node of the lower number.
        high: The other.
        together: Whether they are one entry, or two.
    """

    step: int
    low: int
    high: int
    together: bool


@dataclass(slots=True)
class _Cluster:
    joined: bool = False
    nodes: list[int] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    signatures: set[Any] = field(default_factory=set)


def partition(
    matching: AnyMatching,
    nodes: Mapping[int, Node],
    links: Iterable[Link],
    apart: Iterable[tuple[int, int]] = (),
    decided: Iterable[Decided] = (),
) -> list[list[Node]]:
    """Divide the nodes of a component into entries.

    Args:
        matching: How the kind is merged.
        nodes: The nodes by number.
        links: The links between them.
        apart: Pairs of nodes that cannot be one because one document has them side by side.
        decided: What reviewers have decided; it outranks everything else.

    Returns:
        The nodes of each entry in the order of their keys, the entries in the order of their first node's key.
    """
    signatures = {number: matching.signature(node.facts) for number, node in nodes.items()}
    forbidden: dict[int, dict[int, int]] = defaultdict(dict)
    decisions = [each for each in decided if each.low in nodes and each.high in nodes]
    pairs = [(0, low, high) for low, high in apart]
    pairs += [(each.step, each.low, each.high) for each in decisions if not each.together]
    for step, low, high in sorted(pairs):
        forbidden[low][high] = step
        forbidden[high][low] = step
    kept = list(links)
    if matching.shared:
        kept = _without_ambiguous(matching, kept, signatures)
    clusters: dict[int, _Cluster] = {}
    for number, node in nodes.items():
        documents = {node.document_id} if node.document_id is not None else set()
        clusters[number] = _Cluster(False, [number], documents, {signatures[number]})

    def join(small: _Cluster, large: _Cluster) -> None:
        large.nodes += small.nodes
        large.documents |= small.documents
        large.signatures |= small.signatures
        large.joined = large.joined or small.joined
        for number in small.nodes:
            clusters[number] = large

    for decision in sorted(decisions, key=lambda each: -each.step):
        first, second = clusters[decision.low], clusters[decision.high]
        if decision.together and first is not second and _last_word(first, second, forbidden) < decision.step:
            join(first, second)
            second.joined = True

    def order(link: Link) -> tuple[float, str, str]:
        first, second = sorted((nodes[link.low].key, nodes[link.high].key))
        return (-link.likeness, first, second)

    for link in sorted(kept, key=order):
        small, large = sorted((clusters[link.low], clusters[link.high]), key=lambda cluster: len(cluster.nodes))
        if small is large:
            continue
        if small.joined or large.joined:
            # What a reviewer has put together may contradict itself: only what is linked is compared.
            impossible = matching.contradict(signatures[link.low], signatures[link.high])
        else:
            impossible = any(matching.contradict(x, y) for x in small.signatures for y in large.signatures)
        if impossible or not small.documents.isdisjoint(large.documents) or _last_word(small, large, forbidden) >= 0:
            continue
        join(small, large)
    distinct = {id(cluster): cluster for cluster in clusters.values()}.values()
    parts = [sorted((nodes[number] for number in cluster.nodes), key=lambda node: node.key) for cluster in distinct]
    return sorted(parts, key=lambda part: part[0].key)


def is_indivisible(matching: AnyMatching, nodes: Mapping[int, Node]) -> bool:
    """Whether nothing in some nodes can keep two of them apart: what connects them then makes them one entry.

    Args:
        matching: How the kind is merged.
        nodes: The nodes by number.
    """
    if matching.shared or len({node.document_id for node in nodes.values()}) < len(nodes):
        return False
    signatures = {matching.signature(node.facts) for node in nodes.values()}
    return not any(matching.contradict(x, y) for x, y in combinations(signatures, 2))


def _last_word(a: _Cluster, b: _Cluster, forbidden: Mapping[int, Mapping[int, int]]) -> int:
    """The last step that keeps two clusters apart: 0 for a document that has both, -1 for none."""
    if not forbidden:
        return -1
    steps = (step for number in a.nodes for other, step in forbidden.get(number, {}).items() if other in b.nodes)
    return max(steps, default=-1)


def _without_ambiguous(matching: AnyMatching, links: list[Link], signatures: Mapping[int, Any]) -> list[Link]:
    """Leave out what could as well be one as another.

    A person of whom no party is named may be the namesake of one party or of another: where two neighbours of a node
    contradict each other, the link to the less likely one is dropped, and both where they are equally likely.
    """
    strongest: dict[int, dict[Any, float]] = defaultdict(dict)
    ends = [(link.low, link.high, link.likeness) for link in links]
    ends += [(high, low, likeness) for low, high, likeness in ends]
    for node, neighbour, likeness in ends:
        known = strongest[node]
        known[signatures[neighbour]] = max(likeness, known.get(signatures[neighbour], 0.0))

    def clear(node: int, neighbour: int, likeness: float) -> bool:
        return not any(
            rival >= likeness and matching.contradict(signatures[neighbour], signature)
            for signature, rival in strongest[node].items()
        )

    return [
        link
        for link in links
        if clear(link.low, link.high, link.likeness) and clear(link.high, link.low, link.likeness)
    ]
