"""Adding what was read out of one document: its bytes, its text, its reading, and a claim for every value in it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

from sqlalchemy import Connection, func, insert, select

from peyman.errors import RecordError
from peyman.model import Reading
from peyman.record import carriers, log
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
        reading_id = self.store_reading(reading, now)
        result = self.join(reading, reading_id, number)
        index.add_reading(connection, reading, reading_id, number)
        digest = log.digest_of_reading(connection, reading_id)
        log.append(connection, "add", f"D{number}", {"number": reading_id, **digest})
        carried = carriers.place(connection, number, document.text, document.url)
        if carried is None:
            return result
        return dataclasses.replace(result, carries=(carried.relation, f"D{carried.of}"))

    def store_reading(self, reading: Reading, now: str | None = None) -> int:
        """Store a reading whole, and return its number.

        Args:
            reading: What was read.
            now: When, ISO 8601, UTC; the present without it.
        """
        number: int = self._connection.execute(
            insert(readings)
            .values(
                document_id=reading.document.id,
                reader_name=reading.reader.name,
                reader_version=reading.reader.version,
                backend=reading.reader.backend,
                added=now or datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
                content=reading.model_dump_json(by_alias=True, exclude={"document": _TEXT_FIELDS}),
            )
            .returning(readings.c.id)
        ).scalar_one()
        return number

    def join(
        self,
        reading: Reading,
        reading_id: int,
        number: int,
        standing: Mapping[str, Mapping[str, int]] | None = None,
    ) -> AddResult:
        """Put the entries of a reading that is stored into the record.

        Args:
            reading: What was read.
            reading_id: Its number.
            number: The n of the document's public id.
            standing: Nodes that stand for some of its entries already, by kind and id within the reading: those of an
                older reading of the document.
        """
        changes = Changes()
        mine: list[int] = []
        for kind, matching in self._kinds.items():
            mine += self._add_kind(matching, reading, reading_id, changes, (standing or {}).get(kind, {}))
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
        reading_id: int,
        changes: Changes,
        standing: Mapping[str, int],
    ) -> list[int]:
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
        told = [(entry.id, facts) for entry, facts in found]
        places = Joiner(connection, matching, changes).join(document_id, told, standing)
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
