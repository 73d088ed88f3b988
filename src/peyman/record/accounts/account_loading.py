"""Loading what a table of accounts is made of, in a fixed number of queries whatever the number of accounts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, func, select

from peyman.record.accounts.account_facts import NOT_AS_PLANNED, Surroundings
from peyman.record.asking.viewing import load_claims
from peyman.record.merging.facts import PlaceFacts
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows.schema import BY_HAND, claims, documents, entries, members, nodes, readings
from peyman.record.shown.views import Claim, DocumentSummary, EntryView

_GREGORIAN = "gregorian"
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
    dates, printed = _dates(connection, view.documents)
    return Surroundings(
        texts={f"D{row.number}": row.text for row in texts},
        meetings=grouped["meeting"],
        commitments=grouped["commitment"],
        named={public_id: found for kind in _NAMED for public_id, found in grouped[kind].items()},
        dates=dates,
        printed=printed,
        speaking=_speaking(connection, kinds, mine) if _changed(view) else {},
        keys=_place_facts(connection, kinds, referred),
    )


def _changed(view: EntryView) -> bool:
    return any(value.value in NOT_AS_PLANNED for value in view.of("status"))


def _speaking(
    connection: Connection, kinds: Mapping[str, AnyMatching], mine: ColumnElement[bool]
) -> dict[str, list[str]]:
    told = load_claims(connection, kinds, mine, members.c.kind == "statement", claims.c.field == "parties")
    numbers = sorted({number for number, _ in told})
    rows = connection.execute(select(entries.c.id, entries.c.number).where(entries.c.id.in_(numbers)))
    public = {row.id: f"{kinds['statement'].letter}{row.number}" for row in rows}
    speaking: dict[str, set[str]] = {}
    for number, claim in told:
        speaking.setdefault(public[number], set()).add(str(claim.value))
    return {statement: sorted(parties) for statement, parties in speaking.items()}


def _dates(connection: Connection, told_by: Iterable[DocumentSummary]) -> tuple[list[Claim], list[Claim]]:
    """What documents place in time, by their newest readings: it is no entry of the record, and has no claims in it.

    Returns:
        Every expression with what it means; and the days of those that are printed in another calendar than the
        Gregorian one, with the calendar: where an expression in two calendars names two days, the other one.
    """
    by_sha = {document.sha256: document for document in told_by}
    newest = (
        select(func.max(readings.c.id))
        .where(readings.c.document_id.in_(by_sha), readings.c.reader_name != BY_HAND)
        .group_by(readings.c.document_id)
    )
    dates, printed = [], []
    for row in connection.execute(select(readings).where(readings.c.id.in_(newest)).order_by(readings.c.id)):
        for each in json.loads(row.content).get("dates", ()):
            claim = Claim(
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
            dates.append(claim)
            conflict = each.get("conflict") or {"between": (), "values": ()}
            named = dict(zip(conflict["between"], conflict["values"], strict=True))
            for calendar in each.get("calendars", ()):
                if calendar != _GREGORIAN:
                    value = {"calendar": calendar, "day": named.get(calendar, each["edtf"]), "date": each["edtf"]}
                    printed.append(replace(claim, field="printed", value=value))
    return dates, printed


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
