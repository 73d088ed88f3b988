"""Following up, as far as it talks to the database: what is due as of a day, and what is new since a moment."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, func, select

from peyman.record.asking.decisions import holding
from peyman.record.asking.listing import document_columns, document_of
from peyman.record.asking.viewing import load_claims
from peyman.record.following.followup import Told, due_list, told
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows import log
from peyman.record.rows.batches import batches
from peyman.record.rows.schema import claims, documents, entries, members, nodes
from peyman.record.rows.schema import log as log_table
from peyman.record.shown.followup_views import CommitmentFollowUp, DueList, News, NewsItem, PlannedMeeting
from peyman.record.shown.views import Claim

_COMMITMENT_FIELDS = (
    "evidence",
    "action",
    "by",
    "toward",
    "class",
    "window",
    "followup",
    "polarity",
    "strength",
    "status",
)
_MEETING_FIELDS = ("evidence", "kind", "status", "date", "parties")
TOLD = {"commitment": _COMMITMENT_FIELDS, "meeting": _MEETING_FIELDS}
REPORT = "report"
"""The field of a decision on whether a later entry reports what became of an undertaking."""
WHATS = ("document", "new", "joined", "status", "review")
_BATCH = 400
_KINDS_OF_NEWS = ("meeting", "commitment", "statement", "agreement")


def due(connection: Connection, kinds: Mapping[str, AnyMatching], on: datetime.date) -> DueList:
    """Work out what is due as of a day; see `peyman.record.following.followup`."""
    commitments = load_told(connection, kinds, "commitment")
    meetings = load_told(connection, kinds, "meeting")
    return due_list(on, commitments, meetings, *linked(connection))


def linked(connection: Connection) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Which later entries reviewers accepted, and which they rejected, as reports of an undertaking."""
    found: dict[str, set[tuple[str, str]]] = {"accept": set(), "reject": set()}
    for step in holding(connection):
        if step.action in found and step.content.get("field") == REPORT:
            found[step.action].add((step.target, str(step.content["value"])))
    return frozenset(found["accept"] - found["reject"]), frozenset(found["reject"])


def load_told(
    connection: Connection, kinds: Mapping[str, AnyMatching], kind: str, wanted: Collection[int] | None = None
) -> list[Told]:
    """Load what is told of entries of a kind, in the order of the ids.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        kind: The kind.
        wanted: Which, by their numbers in the database; every entry without it.
    """
    by_entry: dict[int, list[Claim]] = {}
    conditions = [members.c.kind == kind, claims.c.field.in_(TOLD[kind])]
    listed = select(entries.c.id, entries.c.number).where(entries.c.kind == kind, entries.c.merged_into.is_(None))
    if wanted is not None:
        conditions.append(nodes.c.entry_id.in_(wanted))
        listed = listed.where(entries.c.id.in_(wanted))
    for number, claim in load_claims(connection, kinds, *conditions):
        by_entry.setdefault(number, []).append(claim)
    numbers = connection.execute(listed.order_by(entries.c.number))
    letter = kinds[kind].letter
    return [told(f"{letter}{row.number}", by_entry[row.id]) for row in numbers if row.id in by_entry]


def news(
    connection: Connection,
    kinds: Mapping[str, AnyMatching],
    since: datetime.datetime,
    now: datetime.datetime,
    what: Collection[str] = WHATS,
    most: int | None = None,
) -> News:
    """Say what came into the record since a moment, and which statuses have changed since then.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        since: The moment, with its time zone.
        now: The present, with its time zone.
        what: Of what sorts; see `NewsItem`.
        most: How many of each sort, the newest; all without it.
    """
    start = since.astimezone(datetime.UTC).isoformat(timespec="seconds")
    items: list[NewsItem] = []
    total = 0
    if "document" in what:
        items += _new_documents(connection, start, most)
        total += connection.scalar(select(func.count()).select_from(documents).where(documents.c.added >= start)) or 0
    if {"new", "joined"} & set(what):
        found = [each for each in _new_entries(connection, kinds, start, most) if each.what in what]
        total += len(found)
        items += found if most is None else found[-most:]
    if "status" in what:
        changed = _changed_statuses(connection, kinds, since.date(), now.date(), most)
        total += len(changed)
        items += changed
    if "review" in what:
        steps = log.steps(connection, decisions=True, since=start, newest=most)
        items += [
            NewsItem(
                "review", step.target, step.action, step.at, f"{step.action} by {step.author}: {step.reason or ''}"
            )
            for step in steps
        ]
        reviewed = select(func.count()).select_from(log_table)
        total += connection.scalar(reviewed.where(log_table.c.author >= "", log_table.c.at >= start)) or 0
    return News(since=start, items=tuple(items), total=total)


def _changed_statuses(
    connection: Connection,
    kinds: Mapping[str, AnyMatching],
    since: datetime.date,
    now: datetime.date,
    most: int | None,
) -> list[NewsItem]:
    """Undertakings and announced meetings with another status than before: of those that days or documents changed."""
    from peyman.record.following.ledger import followed, may_have_changed

    told_since = (
        select(entries.c.kind, entries.c.number)
        .join(nodes, nodes.c.entry_id == entries.c.id)
        .join(members, members.c.node_id == nodes.c.id)
        .join(documents, documents.c.id == members.c.document_id)
        .where(documents.c.published > since.isoformat(), documents.c.published <= now.isoformat() + "~")
        .where(members.c.superseded.is_(None), entries.c.kind.in_(("commitment", "meeting")))
    )
    numbers: dict[str, dict[int, None]] = {"commitment": {}, "meeting": {}}
    for query in (may_have_changed(since, now), told_since):
        for row in connection.execute(query if most is None else query.limit(most)):
            numbers[row.kind][row.number] = None
    found: list[NewsItem] = []
    for kind, listed in numbers.items():
        asked = sorted(listed)
        for batch in batches(asked, _BATCH):
            before, after = (followed(connection, kinds, day, kind, batch) for day in (since, now))
            found += _changed(before, after)
    return found


def _new_documents(connection: Connection, start: str, most: int | None) -> list[NewsItem]:
    query = select(*document_columns()).where(documents.c.added >= start)
    if most is None:
        rows = list(connection.execute(query.order_by(documents.c.number)))
    else:
        rows = list(reversed(connection.execute(query.order_by(documents.c.number.desc()).limit(most)).all()))
    found = []
    for row in rows:
        document = document_of(row)
        known = [document.title or document.source, document.publisher, document.published, document.language]
        label = " · ".join(each for each in known if each)
        found.append(NewsItem("document", document.id, "document", document.added, label, (document.id,)))
    return found


def _new_entries(
    connection: Connection, kinds: Mapping[str, AnyMatching], start: str, most: int | None
) -> list[NewsItem]:
    """Entries that documents added since a moment tell: new where no older document told them.

    With ``most``, only as many of the newest documents are looked at.
    """
    floor = 0
    if most is not None:
        floor = max(0, (connection.scalar(select(func.max(documents.c.number))) or 0) - most)
    fresh = (
        select(nodes.c.entry_id)
        .join(members, members.c.node_id == nodes.c.id)
        .join(documents, documents.c.id == members.c.document_id)
        .where(
            documents.c.added >= start,
            documents.c.number > floor,
            members.c.superseded.is_(None),
            members.c.kind.in_(_KINDS_OF_NEWS),
        )
    )
    rows = connection.execute(
        select(entries.c.id, entries.c.kind, entries.c.number, documents.c.number.label("document"))
        .add_columns(documents.c.added)
        .join(nodes, nodes.c.entry_id == entries.c.id)
        .join(members, members.c.node_id == nodes.c.id)
        .join(documents, documents.c.id == members.c.document_id)
        .where(entries.c.id.in_(fresh))
        .order_by(entries.c.number, documents.c.number)
    )
    added: dict[tuple[str, int, int], dict[str, str]] = {}
    for row in rows:
        added.setdefault((row.kind, row.number, row.id), {})[f"D{row.document}"] = row.added
    labels = _labels(connection, kinds, {number for _, _, number in added})
    found = []
    for kind in _KINDS_OF_NEWS:
        for (each, number, entry), told_in in added.items():
            if each != kind:
                continue
            brought = {document: when for document, when in told_in.items() if when >= start}
            what = "new" if len(brought) == len(told_in) else "joined"
            label = labels.get(entry, "")
            public_id = f"{kinds[kind].letter}{number}"
            found.append(NewsItem(what, public_id, kind, min(brought.values()), label, tuple(brought)))
    return found


def _labels(connection: Connection, kinds: Mapping[str, AnyMatching], numbers: set[int]) -> dict[int, str]:
    """Each entry in one line: what most documents say of it."""
    shown = {
        "meeting": ("kind", "status", "date", "parties"),
        "commitment": ("by", "action"),
        "statement": ("kind", "issuers", "date"),
        "agreement": ("name", "date"),
    }
    fields = {name for names in shown.values() for name in names}
    given: dict[int, dict[str, dict[str, int]]] = {}
    for entry, claim in load_claims(connection, kinds, nodes.c.entry_id.in_(numbers), claims.c.field.in_(fields)):
        counts = given.setdefault(entry, {}).setdefault(claim.field, {})
        label = claim.wording or str(claim.value)
        counts[label] = counts.get(label, 0) + 1
    kind_of = {
        row.id: row.kind
        for row in connection.execute(select(entries.c.id, entries.c.kind).where(entries.c.id.in_(numbers)))
    }
    many = {"parties", "by", "issuers"}
    labels = {}
    for entry, by_field in given.items():
        parts = []
        for name in shown[kind_of[entry]]:
            ordered = sorted(by_field.get(name, {}), key=lambda value: (-by_field[name][value], value))
            parts += [", ".join(ordered if name in many else ordered[:1])] if ordered else []
        labels[entry] = " · ".join(parts)
    return labels


def _changed(before: DueList, after: DueList) -> list[NewsItem]:
    """Statuses that are others than before, of entries that were there before."""
    found: list[NewsItem] = []
    for kind, former, current in (
        ("commitment", before.commitments, after.commitments),
        ("meeting", before.meetings, after.meetings),
    ):
        known = {each.id: each.status for each in former}
        found += [
            _status_item(kind, each, known[each.id])
            for each in current
            if each.id in known and known[each.id] != each.status
        ]
    return found


def _status_item(kind: str, each: CommitmentFollowUp | PlannedMeeting, former: str) -> NewsItem:
    change = next((change for change in reversed(each.changes) if change.status == each.status), each.changes[-1])
    document = (change.document.id,) if change.document else ()
    label = f"{former} → {each.status}: {change.explanation}"
    return NewsItem("status", each.id, kind, change.on or "", label, document)
