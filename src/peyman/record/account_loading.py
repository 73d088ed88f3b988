"""Loading what a table of accounts is made of, in a fixed number of queries whatever the number of accounts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, select

from peyman.record.account_facts import Surroundings
from peyman.record.facts import PlaceFacts
from peyman.record.merge import AnyMatching
from peyman.record.schema import BY_HAND, claims, documents, entries, members, nodes, readings
from peyman.record.viewing import load_claims
from peyman.record.views import Claim, DocumentSummary, EntryView

_NAMED = ("actor", "place", "agreement")
_OF_NAMED = ("name", "names", "kind", "key", "outlet", "roles")


def surroundings(connection: Connection, kinds: Mapping[str, AnyMatching], view: EntryView) -> Surroundings:
    """Load what the documents of a meeting tell beside it.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        view: The meeting.
    """
    shas = [document.sha256 for document in view.documents]
    mine = members.c.document_id.in_(shas)
    told = load_claims(connection, kinds, mine, members.c.kind.in_(("meeting", "commitment")))
    named = load_claims(connection, kinds, mine, members.c.kind.in_(_NAMED), claims.c.field.in_(_OF_NAMED))
    numbers = sorted({number for number, _ in (*told, *named)})
    rows = connection.execute(select(entries.c.id, entries.c.kind, entries.c.number).where(entries.c.id.in_(numbers)))
    public = {row.id: (row.kind, f"{kinds[row.kind].letter}{row.number}") for row in rows}
    grouped: dict[str, dict[str, list[Claim]]] = {kind: {} for kind in ("meeting", "commitment", *_NAMED)}
    for number, claim in (*told, *named):
        kind, public_id = public[number]
        if public_id != view.id:
            grouped[kind].setdefault(public_id, []).append(claim)
    referred = {str(value.value) for value in view.of("place")}
    texts = connection.execute(select(documents.c.number, documents.c.text).where(documents.c.id.in_(shas)))
    return Surroundings(
        texts={f"D{row.number}": row.text for row in texts},
        meetings=grouped["meeting"],
        commitments=grouped["commitment"],
        named={public_id: found for kind in _NAMED for public_id, found in grouped[kind].items()},
        dates=_dates(connection, view.documents),
        keys=_place_facts(connection, kinds, referred),
    )


def _dates(connection: Connection, told_by: Iterable[DocumentSummary]) -> list[Claim]:
    """What documents place in time, by their newest readings: it is no entry of the record, and has no claims in it."""
    by_sha = {document.sha256: document for document in told_by}
    newest = (
        select(func.max(readings.c.id))
        .where(readings.c.document_id.in_(by_sha), readings.c.reader_name != BY_HAND)
        .group_by(readings.c.document_id)
    )
    return [
        Claim(
            document=by_sha[row.document_id],
            field="date",
            value=each["edtf"],
            words=each["text"],
            span=(each["span"][0], each["span"][1]),
            wording=each["text"],
            said_in=(),
            speakers=(),
            local_id=each["id"],
            confidence=each["confidence"],
            reader=f"{row.reader_name} {row.reader_version}",
        )
        for row in connection.execute(select(readings).where(readings.c.id.in_(newest)).order_by(readings.c.id))
        for each in json.loads(row.content).get("dates", ())
    ]


def _place_facts(
    connection: Connection, kinds: Mapping[str, AnyMatching], public_ids: Iterable[str]
) -> dict[str, PlaceFacts]:
    numbers = [int(each[1:]) for each in public_ids if each[1:].isdigit()]
    query = (
        select(entries.c.number, nodes.c.facts)
        .join(nodes, nodes.c.entry_id == entries.c.id)
        .where(entries.c.kind == "place", entries.c.number.in_(numbers))
    )
    letter = kinds["place"].letter
    return {f"{letter}{row.number}": PlaceFacts.model_validate_json(row.facts) for row in connection.execute(query)}
