"""Adding what was read out of one document: its bytes, its text, its reading, and a claim for every value in it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, insert, select

from peyman.errors import RecordError
from peyman.model import Entry, Reading
from peyman.record.asking import tallies
from peyman.record.following import outlines
from peyman.record.merging import carriers
from peyman.record.merging.claims import ClaimRow, ClaimsOfReading
from peyman.record.merging.components import Changes
from peyman.record.merging.facts import FactsOfReading
from peyman.record.merging.in_mind import InMind
from peyman.record.merging.joining import Joiner
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows import log
from peyman.record.rows.schema import claims, documents, entries, members, originals, readings
from peyman.record.rows.writing import Numbers, Writer
from peyman.record.search import index
from peyman.record.shown.views import AddResult

_TEXT_FIELDS = {"text", "repaired"}
_PUBLIC = select(entries.c.id, entries.c.kind, entries.c.number).where(
    entries.c.id.in_(bindparam("numbers", expanding=True))
)


@dataclasses.dataclass(slots=True)
class StoredReading:
    """A reading that is in the record, or waits to be written.

    Attributes:
        number: Its number in ``readings``.
        content: The JSON that is kept of it.
        members: The number of the member that each of its entries is, by kind and id within the reading.
        claims: Kind, entry and claim, in the order in which they are stored.
    """

    number: int
    content: str
    members: dict[tuple[str, str], int] = dataclasses.field(default_factory=dict)
    claims: list[tuple[str, Entry, ClaimRow]] = dataclasses.field(default_factory=list)

    def digest(self, reading: Reading) -> dict[str, str]:
        """Return what the log keeps of it: the same as `peyman.record.rows.log.digest_of_reading`, without asking."""
        told = (
            (kind, entry.id, entry.confidence, claim.field, claim.value, claim.said_in, *claim.span)
            for kind, entry, claim in self.claims
        )
        return log.digest(reading.document.id, reading.document.text, self.content, told)


class Adder:
    """Adds documents; what nothing looks up again is written when `finish` is called.

    Args:
        connection: A connection inside a transaction that writes.
        kinds: Every kind of entry.
    """

    def __init__(self, connection: Connection, kinds: Mapping[str, AnyMatching]) -> None:
        self._connection = connection
        self._kinds = kinds
        self._numbers = Numbers(connection)
        self._chain: log.Chain | None = None
        self._stirred: set[int] = set()
        self._counted: list[int] = []
        self.writer = Writer(connection)
        self._in_mind = InMind(self.writer)

    def add(self, reading: Reading, original: bytes) -> AddResult:
        """Add what was read out of a document that the record does not have.

        Args:
            reading: What was read.
            original: The bytes that were published.

        Raises:
            RecordError: Two entries of one kind have the same id in the reading.
        """
        connection = self._connection
        document = reading.document
        (number,) = self._numbers.of(documents.c.number)
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        repaired = document.repaired if document.repaired != document.text else None
        published = document.model_dump(include=set(documents.c.keys()) - {"repaired"})
        connection.execute(insert(documents), {**published, "repaired": repaired, "number": number, "added": now})
        self.writer.put(originals, [{"document_id": document.id, "content": original}])
        stored = self.store_reading(reading, now)
        result = self.join(reading, stored, number)
        index.add_reading(self.writer, reading, stored.number, number, stored.members)
        if self._chain is None:
            self._chain = log.Chain(connection)
        self._chain.append("add", f"D{number}", {"number": stored.number, **stored.digest(reading)})
        carried = carriers.place(connection, number, document.text, document.url)
        if carried is None:
            return result
        return dataclasses.replace(result, carries=(carried.relation, f"D{carried.of}"))

    def finish(self) -> None:
        """Write what waits; call it before anything else is done in the transaction, and before it ends."""
        self.writer.write()
        tallies.count(self._connection, self._counted)
        self._counted.clear()
        outlines.refresh(self._connection, self._kinds, self._stirred)
        self._stirred.clear()
        self._in_mind.clear()
        if self._chain is not None:
            self._chain.write()
            # Others may add to the log before this adds the next document.
            self._chain = None

    def store_reading(self, reading: Reading, now: str | None = None) -> StoredReading:
        """Store a reading whole, without its entries.

        Args:
            reading: What was read.
            now: When, ISO 8601, UTC; the present without it.
        """
        (number,) = self._numbers.of(readings.c.id)
        content = reading.model_dump_json(by_alias=True, exclude={"document": _TEXT_FIELDS})
        self.writer.put(
            readings,
            [
                {
                    "id": number,
                    "document_id": reading.document.id,
                    "reader_name": reading.reader.name,
                    "reader_version": reading.reader.version,
                    "backend": reading.reader.backend,
                    "added": now or datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
                    "content": content,
                }
            ],
        )
        return StoredReading(number, content)

    def join(
        self,
        reading: Reading,
        stored: StoredReading,
        number: int,
        standing: Mapping[str, Mapping[str, int]] | None = None,
    ) -> AddResult:
        """Put the entries of a reading that is stored into the record.

        Args:
            reading: What was read.
            stored: What storing it gave; its members and claims are noted there.
            number: The n of the document's public id.
            standing: Nodes that stand for some of its entries already, by kind and id within the reading: those of an
                older reading of the document.
        """
        changes = Changes()
        mine: list[int] = []
        for kind, matching in self._kinds.items():
            those = self._add_kind(matching, reading, stored, changes, (standing or {}).get(kind, {}))
            mine += those
        self._stirred.update(mine)
        self._counted += [number for (kind, _), number in stored.members.items() if kind == tallies.KIND]
        # Those whose outlines may be others now.
        self._stirred.update(changes.made, changes.merged, changes.merged.values(), changes.moved)
        ids = self._public_ids({*mine, *changes.made, *changes.merged, *changes.merged.values()})
        return AddResult(
            document=f"D{number}",
            added=standing is None,
            new=tuple(ids[each] for each in dict.fromkeys(mine) if each in changes.made),
            joined=tuple(ids[each] for each in dict.fromkeys(mine) if each not in changes.made),
            merged={ids[former]: ids[now_in] for former, now_in in changes.merged.items()},
            read_again=standing is not None,
        )

    def _add_kind(
        self,
        matching: AnyMatching,
        reading: Reading,
        stored: StoredReading,
        changes: Changes,
        standing: Mapping[str, int],
    ) -> list[int]:
        """Add the entries of one kind; return the number of the entry that each became."""
        found = matching.entries(reading, FactsOfReading(reading))
        if not found:
            return []
        local_ids = [entry.id for entry, _ in found]
        if len(set(local_ids)) < len(local_ids):
            raise RecordError(
                f"The reading of {reading.document.source or reading.document.id} has two {matching.kind}s of one id.",
                "Read the document again with `peyman read`.",
            )
        document_id = reading.document.id
        told = [(entry.id, facts) for entry, facts in found]
        joiner = Joiner(self._connection, matching, changes, self._numbers, self._in_mind)
        places = joiner.join(document_id, told, standing)
        numbers = self._numbers.of(members.c.id, len(found))
        claims_of = ClaimsOfReading(reading)
        for (entry, _), (node, _), member in zip(found, places, numbers, strict=True):
            stored.members[matching.kind, entry.id] = member
            self.writer.put(
                members,
                [
                    {
                        "id": member,
                        "document_id": document_id,
                        "reading_id": stored.number,
                        "kind": matching.kind,
                        "local_id": entry.id,
                        "confidence": entry.confidence,
                        "node_id": node,
                    }
                ],
            )
            claimed = claims_of.of(entry)
            stored.claims += [(matching.kind, entry, claim) for claim in claimed]
            self.writer.put(
                claims,
                [
                    {
                        "member_id": member,
                        "field": claim.field,
                        "value": claim.value,
                        "said_in": claim.said_in,
                        "span_start": claim.span[0],
                        "span_end": claim.span[1],
                    }
                    for claim in claimed
                ],
            )
        return [entry for _, entry in places]

    def _public_ids(self, numbers: set[int]) -> dict[int, str]:
        rows = self._connection.execute(_PUBLIC, {"numbers": sorted(numbers)})
        return {row.id: f"{self._kinds[row.kind].letter}{row.number}" for row in rows}
