"""Reading a document again: a newer reading takes the place of an older one, and what was decided stays.

Entries of the two readings are the same where their evidence overlaps. Such an entry keeps its node, and with it its
public id and what reviewers decided of it; links are made anew from what is read now. The older reading, its members
and its claims stay in the record, marked as superseded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from peyman.model import Document, Entry, Reader, Reading, Span
from peyman.record.adding.documents import Adder
from peyman.record.asking import tallies
from peyman.record.following import outlines
from peyman.record.merging.claims import EVIDENCE
from peyman.record.merging.facts import Facts, FactsOfReading
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows import log
from peyman.record.rows.schema import (
    BY_HAND,
    candidate_keys,
    claims,
    documents,
    doubtful,
    links,
    members,
    nodes,
    readings,
)
from peyman.record.search import index
from peyman.record.shown.views import AddResult
from peyman.sources import SourceDocument


def read_by(connection: Connection, document_id: str, reader: Reader) -> bool:
    """Whether the newest reading of a document is by a reader, in the version that it has now."""
    newest = connection.execute(
        select(readings.c.reader_name, readings.c.reader_version, readings.c.backend)
        .where(readings.c.document_id == document_id, readings.c.reader_name != BY_HAND)
        .order_by(readings.c.id.desc())
    ).first()
    return newest is not None and tuple(newest) == (reader.name, reader.version, reader.backend)


def known_already(connection: Connection, document_id: str, reader: Reader) -> AddResult | None:
    """Return what adding a document would give if a reader has read it already: nothing new; else None."""
    number: int | None = connection.scalar(select(documents.c.number).where(documents.c.id == document_id))
    if number is None or not read_by(connection, document_id, reader):
        return None
    return AddResult(document=f"D{number}", added=False)


def source_of(document: Document, original: bytes = b"") -> SourceDocument:
    """Return a document of a record as it came in, to be read once more.

    Args:
        document: The document as the record has it.
        original: The bytes that were published, where they are wanted.
    """
    # A date or publisher that a line of the text gave is found there again; any other came with the document.
    given = document.published if document.published_line is None else None
    return SourceDocument(
        id=document.id,
        source=document.source or "",
        original=original,
        text=document.text,
        url=document.url,
        publisher=None if document.publisher_span else document.publisher,
        party=document.publisher_party,
        published=given,
        published_from=document.published_from if given else None,
        language=document.language,
        title=document.title,
        warnings=tuple(document.warnings),
    )


class Rereader:
    """Replaces readings.

    Args:
        connection: A connection inside a transaction that writes.
        kinds: Every kind of entry.
        adder: What adds documents in the same transaction; nothing of it waits to be written.
    """

    def __init__(self, connection: Connection, kinds: Mapping[str, AnyMatching], adder: Adder) -> None:
        self._connection = connection
        self._kinds = kinds
        self._adder = adder

    def read_again(self, number: int, reading: Reading, again: bool = False) -> AddResult:
        """Let a reading take the place of the newest one of its document, if another reader made that.

        Args:
            number: The n of the document's public id.
            reading: What was read now.
            again: Let it take that place even if the same reader made it.
        """
        document_id = self._connection.execute(select(documents.c.id).where(documents.c.number == number)).scalar_one()
        if not again and read_by(self._connection, document_id, reading.reader):
            return AddResult(document=f"D{number}", added=False)
        adder = self._adder
        stored = adder.store_reading(reading)
        adder.finish()
        old = self._old_members(document_id)
        tallies.count(self._connection, {member for member, *_ in old}, -1)
        self._connection.execute(
            update(members)
            .where(members.c.id.in_([member for member, *_ in old]), members.c.superseded.is_(None))
            .values(superseded=stored.number)
        )
        standing: dict[str, dict[str, int]] = {}
        for kind, matching in self._kinds.items():
            if matching.shared:
                continue
            mine = [(node, span) for _, each, node, span in old if each == kind]
            pairs = _pair(mine, _entries(reading, kind))
            standing[kind] = pairs
            self._detach(matching, {node for node, _ in mine}, pairs, document_id, reading)
        before = {node for _, _, node, _ in old}
        told = set(self._connection.scalars(select(nodes.c.entry_id).where(nodes.c.id.in_(before))))
        result = adder.join(reading, stored, number, standing)
        index.replace_reading(self._connection, adder.writer, reading, stored.number, number, stored.members)
        adder.finish()
        outlines.refresh(self._connection, self._kinds, told)
        digest = stored.digest(reading)
        log.append(self._connection, "read-again", f"D{number}", {"number": stored.number, **digest})
        return result

    def _old_members(self, document_id: str) -> list[tuple[int, str, int, Span]]:
        """Member, kind, node and evidence of every entry of the reading that is replaced."""
        rows = self._connection.execute(
            select(members.c.id, members.c.kind, members.c.node_id, claims.c.span_start, claims.c.span_end)
            .join(readings, readings.c.id == members.c.reading_id)
            .join(claims, (claims.c.member_id == members.c.id) & (claims.c.field == EVIDENCE))
            .where(members.c.document_id == document_id, members.c.superseded.is_(None))
            .where(readings.c.reader_name != BY_HAND)
            .order_by(members.c.id, claims.c.id)
        )
        return [(row.id, row.kind, row.node_id, (row.span_start, row.span_end)) for row in rows]

    def _detach(
        self,
        matching: AnyMatching,
        old: set[int],
        pairs: Mapping[str, int],
        document_id: str,
        reading: Reading,
    ) -> None:
        """Take away what linked the old nodes; give those that stand for a new entry its facts."""
        if not old:
            return
        self._connection.execute(delete(candidate_keys).where(candidate_keys.c.node_id.in_(old)))
        for table in (links, doubtful):
            self._connection.execute(delete(table).where(or_(table.c.low_id.in_(old), table.c.high_id.in_(old))))
        # Keys are free again for what is read now; a node that nothing stands for keeps a key of its own.
        for node in sorted(old):
            self._connection.execute(update(nodes).where(nodes.c.id == node).values(key=f"{document_id}~{node}"))
        facts = self._facts(matching, reading)
        for local_id, node in pairs.items():
            key = matching.node_key(facts[local_id], document_id, local_id)
            self._connection.execute(
                update(nodes).where(nodes.c.id == node).values(key=key, facts=facts[local_id].model_dump_json())
            )
        for node in sorted(old - set(pairs.values())):
            self._hand_over(node)

    def _facts(self, matching: AnyMatching, reading: Reading) -> dict[str, Facts]:
        return {entry.id: facts for entry, facts in matching.entries(reading, FactsOfReading(reading))}

    def _hand_over(self, node: int) -> None:
        """Let another document's node keep the id of an entry that this document no longer tells."""
        row = self._connection.execute(select(nodes.c.founded, nodes.c.entry_id).where(nodes.c.id == node)).one()
        if row.founded is None or row.founded != row.entry_id:
            return
        heir = self._connection.scalar(
            select(nodes.c.id)
            .join(members, members.c.node_id == nodes.c.id)
            .where(nodes.c.entry_id == row.entry_id, nodes.c.id != node, nodes.c.founded.is_(None))
            .where(members.c.superseded.is_(None))
            .order_by(nodes.c.id)
            .limit(1)
        )
        if heir is not None:
            self._connection.execute(update(nodes).where(nodes.c.id == heir).values(founded=row.founded))
            self._connection.execute(update(nodes).where(nodes.c.id == node).values(founded=None))


def _entries(reading: Reading, kind: str) -> Sequence[Entry]:
    found: Any = getattr(reading, f"{kind}s")
    return list(found)


def _pair(old: Sequence[tuple[int, Span]], new: Sequence[Entry]) -> dict[str, int]:
    """Pair the entries of two readings by how much of their evidence they share, the most alike first.

    Args:
        old: Node and evidence of each old entry, one row for each span.
        new: The new entries.

    Returns:
        The node of each new entry that an old one stands for, by its id within the reading.
    """
    spans: dict[int, list[Span]] = {}
    for node, span in old:
        spans.setdefault(node, []).append(span)
    scored = sorted(
        (
            (-shared, node, entry.id)
            for node, given in spans.items()
            for entry in new
            if (shared := _shared(given, entry.evidence)) > 0
        )
    )
    taken: dict[str, int] = {}
    for _, node, local_id in scored:
        if local_id not in taken and node not in taken.values():
            taken[local_id] = node
    return taken


def _shared(first: Sequence[Span], second: Sequence[Span]) -> float:
    """How much of their length two lists of spans share, from 0 to 1."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in first for b in second)
    longest = max(sum(end - start for start, end in first), sum(end - start for start, end in second), 1)
    return shared / longest
