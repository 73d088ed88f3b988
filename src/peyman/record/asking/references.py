"""From the ids of a reading to the public ids of the record, and the names that documents give what they refer to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from peyman.record.merging.merge import AnyMatching
from peyman.record.rows.batches import batches
from peyman.record.rows.schema import claims, entries, members, nodes

KINDS_OF_FIELD: dict[str, tuple[str, ...]] = {
    "place": ("place",),
    "basis": ("agreement",),
    "issuers": ("actor",),
    "said_in": ("statement",),
    "via": ("statement", "actor"),
    "participants": ("actor",),
    "roles": ("actor",),
}
"""Fields whose values refer to other entries of the reading, and of which kinds these can be."""

_INSIDE = {"participants": "actor", "roles": "body"}
"""Where the reference stands in values that have several parts."""

_BATCH = 500

Local = tuple[str, str]
"""A document and the id of an entry in its reading."""


@dataclass(frozen=True, slots=True)
class Referred:
    """What an id of a reading refers to: the public id, the name as the document publishes it, and the node."""

    public_id: str
    kind: str
    name: str | None
    node: int


def reference_in(field: str, value: Any) -> str | None:
    """The id that a value of a field refers to, if any."""
    if field not in KINDS_OF_FIELD:
        return None
    found = value.get(_INSIDE[field]) if field in _INSIDE and isinstance(value, dict) else value
    return found if isinstance(found, str) else None


def with_reference(field: str, value: Any, public_id: str) -> Any:
    """The value with the id replaced."""
    return {**value, _INSIDE[field]: public_id} if field in _INSIDE else public_id


class References:
    """Looks up what ids of readings refer to, many at a time.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        wanted: Documents, each with the ids that are asked for.
    """

    def __init__(
        self, connection: Connection, kinds: Mapping[str, AnyMatching], wanted: Mapping[str, Iterable[str]]
    ) -> None:
        self._kinds = kinds
        self._found: dict[tuple[str, str, str], Referred] = {}
        self._issuers: dict[Local, list[str]] = {}
        ids = {document: set(local_ids) for document, local_ids in wanted.items() if local_ids}
        self._look_up(connection, ids)
        issuers: dict[str, set[str]] = {}
        for (document, _), actors in self._issuers.items():
            issuers.setdefault(document, set()).update(actors)
        self._look_up(connection, issuers)

    def _look_up(self, connection: Connection, wanted: Mapping[str, set[str]]) -> None:
        every = sorted(set().union(*wanted.values())) if wanted else []
        documents = sorted(wanted)
        for batch in batches(documents, _BATCH):
            query = (
                select(members.c.document_id, members.c.kind, members.c.local_id, members.c.node_id, entries.c.number)
                .add_columns(claims.c.field, claims.c.value)
                .join(nodes, nodes.c.id == members.c.node_id)
                .join(entries, entries.c.id == nodes.c.entry_id)
                .outerjoin(claims, (claims.c.member_id == members.c.id) & claims.c.field.in_(("name", "issuers")))
                .where(members.c.document_id.in_(batch), members.c.local_id.in_(every))
                .where(members.c.superseded.is_(None))
                .order_by(claims.c.id)
            )
            for row in connection.execute(query):
                if row.local_id in wanted[row.document_id]:
                    self._take(row)

    def _take(self, row: Row[*tuple[Any, ...]]) -> None:
        name = json.loads(row.value) if row.field == "name" else None
        public_id = f"{self._kinds[row.kind].letter}{row.number}"
        self._found[(row.document_id, row.kind, row.local_id)] = Referred(public_id, row.kind, name, row.node_id)
        if row.field == "issuers":
            self._issuers.setdefault((row.document_id, row.local_id), []).append(json.loads(row.value))

    def find(self, document: str, field: str, local_id: str) -> Referred | None:
        """What an id in a field of a document refers to; None where the reading has no such entry."""
        for kind in KINDS_OF_FIELD[field]:
            found = self._found.get((document, kind, local_id))
            if found is not None:
                return found
        return None

    def speakers(self, document: str, statements: Iterable[str]) -> tuple[str, ...]:
        """The names of those who issued the statements, as the document publishes them."""
        names: dict[str, None] = {}
        for statement in statements:
            for actor in self._issuers.get((document, statement), []):
                referred = self.find(document, "issuers", actor)
                if referred is not None and referred.name:
                    names[referred.name] = None
        return tuple(names)
