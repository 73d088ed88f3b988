"""Adding what was read out of one document: its bytes, its text, its reading, and a claim for every value in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from sqlalchemy import Connection, func, insert, select

from peyman.errors import RecordError
from peyman.model import Reading
from peyman.record import carriers
from peyman.record.claims import ClaimsOfReading
from peyman.record.facts import FactsOfReading
from peyman.record.joining import Changes, Joiner
from peyman.record.merge import AnyMatching
from peyman.record.schema import claims, documents, entries, members, nodes, originals, readings
from peyman.record.search import index
from peyman.record.views import AddResult

_TEXT_FIELDS = {"text", "repaired"}


class Adder:
    """Adds documents.

    Args:
        connection: A connection inside a transaction that writes.
        kinds: Every kind of entry.
    """

    def __init__(self, connection: Connection, kinds: Mapping[str, AnyMatching]) -> None:
        self._connection = connection
        self._kinds = kinds

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
        number = (connection.scalar(select(func.max(documents.c.number))) or 0) + 1
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        repaired = document.repaired if document.repaired != document.text else None
        published = document.model_dump(include=set(documents.c.keys()) - {"repaired"})
        connection.execute(insert(documents).values(**published, repaired=repaired, number=number, added=now))
        connection.execute(insert(originals).values(document_id=document.id, content=original))
        reading_id = connection.execute(
            insert(readings)
            .values(
                document_id=document.id,
                reader_name=reading.reader.name,
                reader_version=reading.reader.version,
                backend=reading.reader.backend,
                added=now,
                content=reading.model_dump_json(by_alias=True, exclude={"document": _TEXT_FIELDS}),
            )
            .returning(readings.c.id)
        ).scalar_one()
        changes = Changes()
        mine: list[int] = []
        for matching in self._kinds.values():
            mine += self._add_kind(matching, reading, reading_id, changes)
        index.add_reading(connection, reading, reading_id, number)
        carried = carriers.place(connection, number, document.text, document.url)
        ids = self._public_ids({*mine, *changes.made, *changes.merged, *changes.merged.values()})
        return AddResult(
            document=f"D{number}",
            added=True,
            new=tuple(ids[each] for each in dict.fromkeys(mine) if each in changes.made),
            joined=tuple(ids[each] for each in dict.fromkeys(mine) if each not in changes.made),
            merged={ids[former]: ids[now_in] for former, now_in in changes.merged.items()},
            carries=(carried.relation, f"D{carried.of}") if carried is not None else None,
        )

    def _add_kind(self, matching: AnyMatching, reading: Reading, reading_id: int, changes: Changes) -> list[int]:
        """Add the entries of one kind; return the number of the entry that each became."""
        connection = self._connection
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
        places = Joiner(connection, matching, changes).join(document_id, [(entry.id, facts) for entry, facts in found])
        member_rows = [
            {
                "document_id": document_id,
                "reading_id": reading_id,
                "kind": matching.kind,
                "local_id": entry.id,
                "confidence": entry.confidence,
                "node_id": node,
            }
            for (entry, _), node in zip(found, places, strict=True)
        ]
        statement = insert(members).returning(members.c.id, sort_by_parameter_order=True)
        numbers = connection.scalars(statement, member_rows)
        claims_of = ClaimsOfReading(reading)
        connection.execute(
            insert(claims),
            [
                {
                    "member_id": member,
                    "field": claim.field,
                    "value": claim.value,
                    "said_in": claim.said_in,
                    "span_start": claim.span[0],
                    "span_end": claim.span[1],
                }
                for (entry, _), member in zip(found, numbers, strict=True)
                for claim in claims_of.of(entry)
            ],
        )
        placed = connection.execute(select(nodes.c.id, nodes.c.entry_id).where(nodes.c.id.in_(places)))
        entry_of = {row.id: row.entry_id for row in placed}
        return [entry_of[node] for node in places]

    def _public_ids(self, numbers: set[int]) -> dict[int, str]:
        rows = self._connection.execute(
            select(entries.c.id, entries.c.kind, entries.c.number).where(entries.c.id.in_(numbers))
        )
        return {row.id: f"{self._kinds[row.kind].letter}{row.number}" for row in rows}
