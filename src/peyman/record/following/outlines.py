"""Keeping the outlines of entries: what lists are filtered, grouped and ordered by, worked out when something changes.

A list of all undertakings with their status would need every claim of every one of them. What of a status does not
change from day to day is worked out when a document is added or a decision taken, for the entries that this touches;
the days that pass are counted when somebody asks (`peyman.record.following.ledger`).
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, or_, select

from peyman.record.asking import tallies
from peyman.record.asking.decisions import decisions_on, entry_numbers
from peyman.record.asking.viewing import load_claims
from peyman.record.following import due_and_new as following
from peyman.record.following import likely_reports
from peyman.record.following.deadlines import find_length
from peyman.record.following.followup import NOTICE, Follower, Told, compared, days_to_meet, told
from peyman.record.merging.merge import AnyMatching
from peyman.record.merging.periods import first_day, last_day
from peyman.record.rows.batches import batches
from peyman.record.rows.outline_tables import outline_months, outline_nodes, outline_parties, outline_reports, outlines
from peyman.record.rows.schema import claims, entries, members, nodes
from peyman.record.rows.upgrading import counted
from peyman.record.shown.views import Claim

KINDS = ("agreement", "statement", "meeting", "commitment")
_FIELDS = {
    "statement": ("evidence", "kind", "issuers", "parties", "date"),
    "meeting": (*following.TOLD["meeting"], "place", "participants", "basis"),
    "commitment": following.TOLD["commitment"],
}
_PARTS = {"parties": "party", "by": "by", "toward": "toward"}
_NODES = {"participants": "participant", "place": "place", "basis": "agreement"}
_BATCH = 200
_LONGEST = 160
"""Characters of a label."""

Rows = dict[str, list[dict[str, Any]]]


def refresh(connection: Connection, kinds: Mapping[str, AnyMatching], numbers: Iterable[int]) -> None:
    """Work the outlines of some entries out anew.

    Args:
        connection: A connection inside a transaction that writes.
        kinds: Every kind of entry.
        numbers: The entries, by their numbers in the database; those of other kinds are left aside.
    """
    changed = set(numbers)
    beside: set[int] = set()
    for batch in batches(sorted(changed), _BATCH):
        _refresh(connection, kinds, batch)
        beside |= set(connection.scalars(_counted_beside(batch)))
    for batch in batches(sorted(beside - changed), _BATCH):
        _refresh(connection, kinds, batch)


def _counted_beside(changed: Collection[int]) -> Select[int]:
    """Undertakings whose deadline runs from a meeting among some entries: documents tell both."""
    mine, theirs = nodes.alias(), members.alias()
    # The kind is asked of the entries: asked of the nodes, SQLite would go through every meeting there is.
    meetings = select(entries.c.id).where(entries.c.id.in_(changed), entries.c.kind == "meeting")
    telling = (
        select(theirs.c.document_id).join(mine, mine.c.id == theirs.c.node_id).where(mine.c.entry_id.in_(meetings))
    )
    return (
        select(nodes.c.entry_id)
        .join(members, members.c.node_id == nodes.c.id)
        .join(outlines, outlines.c.entry_id == nodes.c.entry_id)
        .where(members.c.document_id.in_(telling), members.c.kind == "commitment", members.c.superseded.is_(None))
        .where(outlines.c.compared.like('%"counted": true%'))
    )


def touching(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Return the entries whose outlines speak of some people, places or agreements, and these themselves.

    Args:
        connection: A connection to the record.
        numbers: Entries, by their numbers in the database.
    """
    listed = sorted(set(numbers))
    speaking = (
        select(outline_nodes.c.entry_id)
        .join(nodes, nodes.c.id == outline_nodes.c.node_id)
        .where(nodes.c.entry_id.in_(listed))
    )
    return {*listed, *connection.scalars(speaking)}


def catch_up(connection: Connection, kinds: Mapping[str, AnyMatching]) -> None:
    """Make the outlines that are missing: all of them, in a record that an older version made.

    Args:
        connection: A connection inside a transaction that writes.
        kinds: Every kind of entry.
    """
    tallies.catch_up(connection)
    # In the order in which entries need each other: reports of undertakings come after the meetings.
    for kind in KINDS:
        missing = (
            select(entries.c.id)
            .outerjoin(outlines, outlines.c.entry_id == entries.c.id)
            .where(entries.c.kind == kind, entries.c.merged_into.is_(None), outlines.c.entry_id.is_(None))
            .order_by(entries.c.number)
        )
        waiting = list(batches(connection.scalars(missing).all(), _BATCH))
        for batch in counted("lists", waiting, _BATCH):
            refresh(connection, kinds, batch)


def _refresh(connection: Connection, kinds: Mapping[str, AnyMatching], numbers: Sequence[int]) -> None:
    gone = or_(outline_reports.c.entry_id.in_(numbers), outline_reports.c.other_id.in_(numbers))
    connection.execute(delete(outline_reports).where(gone))
    for table in (outline_parties, outline_nodes, outline_months, outlines):
        connection.execute(delete(table).where(table.c.entry_id.in_(numbers)))
    rows = connection.execute(
        select(entries.c.id, entries.c.kind, entries.c.number)
        .where(entries.c.id.in_(numbers), entries.c.kind.in_(KINDS), entries.c.merged_into.is_(None))
        .order_by(entries.c.id)
    ).all()
    made: list[int] = []
    for kind in KINDS:
        found = {row.id: row.number for row in rows if row.kind == kind}
        if found and kind == tallies.KIND:
            _outline_agreements(connection, kinds, found)
        elif found:
            made += _outline(connection, kinds, kind, found)
    likely_reports.find(connection, kinds, made)


def _outline(
    connection: Connection, kinds: Mapping[str, AnyMatching], kind: str, found: Mapping[int, int]
) -> list[int]:
    letter = kinds[kind].letter
    by_entry: dict[int, list[Claim]] = {}
    wanted = (nodes.c.entry_id.in_(found), members.c.kind == kind, claims.c.field.in_(_FIELDS[kind]))
    for number, claim in load_claims(connection, kinds, *wanted):
        by_entry.setdefault(number, []).append(claim)
    every = {entry: told(f"{letter}{found[entry]}", by_entry[entry]) for entry in found if entry in by_entry}
    write = _Writer(connection, kinds, every)
    made: Rows = {"outlines": [], "parties": [], "nodes": []}
    for entry, each in every.items():
        row = {"entry_id": entry, "kind": kind, "number": found[entry], **_EMPTY, **write.row(kind, each)}
        made["outlines"].append(row)
        made["parties"] += [
            {"entry_id": entry, "part": part, "party": str(value)[:64]}
            for field, part in _PARTS.items()
            for value in each.values(field)
        ]
    made["nodes"] = write.nodes()
    _insert(connection, made)
    return [row["entry_id"] for row in made["outlines"]]


def _outline_agreements(connection: Connection, kinds: Mapping[str, AnyMatching], found: Mapping[int, int]) -> None:
    """Work out the outlines of agreements from what is counted; where a reviewer decided, from the claims that hold."""
    listed = sorted(found)
    counted = tallies.of_entries(connection, listed)
    decided = decisions_on(connection, kinds, set(listed)).entries()
    if decided:
        by_entry: dict[int, list[Claim]] = {each: [] for each in decided}
        for number, claim in load_claims(connection, kinds, nodes.c.entry_id.in_(decided)):
            by_entry[number].append(claim)
        counted |= {entry: tallies.of_claims(held) for entry, held in by_entry.items()}
        counted = {entry: tally for entry, tally in counted.items() if entry not in by_entry or by_entry[entry]}
    made: Rows = {"outlines": [], "parties": []}
    for entry, tally in sorted(counted.items()):
        values = {"told_from": tally.told_from, "label": _shown(tally.values.get("name", Counter()))}
        values |= _when(tally.values.get("date", Counter()))
        made["outlines"].append({"entry_id": entry, "kind": tallies.KIND, "number": found[entry], **_EMPTY, **values})
        parties = {party[:64] for party in tally.values.get("parties", ())}
        made["parties"] += [{"entry_id": entry, "part": "party", "party": party} for party in sorted(parties)]
    _insert(connection, made)


def _insert(connection: Connection, made: Rows) -> None:
    for table, name in ((outlines, "outlines"), (outline_parties, "parties"), (outline_nodes, "nodes")):
        if made.get(name):
            connection.execute(insert(table), made[name])


_EMPTY: dict[str, Any] = {
    column.name: None for column in outlines.c if column.name not in ("entry_id", "kind", "number", "label", "compared")
} | {"label": "", "compared": "{}"}


class _Writer:
    """Writes the rows of some entries of one kind.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        every: The entries by their numbers in the database.
    """

    def __init__(self, connection: Connection, kinds: Mapping[str, AnyMatching], every: Mapping[int, Told]) -> None:
        self._connection = connection
        self._kinds = kinds
        self._every = every
        self._follower = self._following(every)

    def _following(self, every: Mapping[int, Told]) -> Follower:
        """Follows the entries up, beside what else their status depends on."""
        commitments = [each for each in every.values() if each.id[0] == "C"]
        meetings = [each for each in every.values() if each.id[0] == "M"]
        accepted, rejected = following.linked(self._connection)
        ids = {each.id for each in commitments}
        others = {other for one, other in accepted if one in ids and other not in ids}
        numbers = set(entry_numbers(self._connection, self._kinds, others).values())
        # A length runs from the signing, or the talks, that the same documents tell.
        counted = [each for each in commitments if self._is_counted(each)]
        documents = {document.sha256 for each in counted for document in each.documents}
        if documents:
            beside = (
                select(nodes.c.entry_id)
                .join(members, members.c.node_id == nodes.c.id)
                .where(members.c.document_id.in_(documents), members.c.kind == "meeting")
                .where(members.c.superseded.is_(None))
            )
            numbers |= set(self._connection.scalars(beside))
        if numbers:
            for kind, known in (("commitment", commitments), ("meeting", meetings)):
                known += following.load_told(self._connection, self._kinds, kind, numbers)
        return Follower(datetime.date.max, commitments, meetings, accepted, rejected)

    def _is_counted(self, each: Told) -> bool:
        """Whether the deadline of an undertaking is told by a length."""
        actions = each.claims.get("action", ())
        return not each.values("window") and any(find_length(c.words, c.document.language) for c in actions)

    def row(self, kind: str, each: Told) -> dict[str, Any]:
        """The columns of an entry."""
        published = [day for document in each.documents if (day := first_day(document.published))]
        row: dict[str, Any] = {"told_from": min(published, default=None)}
        match kind:
            case "commitment":
                return row | self._commitment(each)
            case "meeting":
                return row | self._meeting(each)
        return row | _when(_told_as(each, "date")) | {"label": _label(each, "issuers")}

    def _commitment(self, each: Told) -> dict[str, Any]:
        followed = self._follower.commitment(each)
        deadline = followed.deadline
        settled = [change for change in followed.changes if not change.proposed]
        ends = [c for c in settled if c.document is not None or c.decided]
        notice = next((c.on for c in settled if c.status == "due" and c.document is None and not c.decided), None)
        if notice is None and deadline is not None and deadline.last is not None:
            notice = _notice(deadline.first, deadline.last)
        last = ends[-1] if len(ends) > 1 else None
        meets = days_to_meet(each, deadline)
        return {
            "first_day": deadline.first if deadline else None,
            "last_day": deadline.last if deadline else None,
            "notice_day": notice,
            "meet_after": _iso(meets[0]) if meets else None,
            "meet_until": _iso(meets[1]) if meets else None,
            "reported": last.status if last else None,
            "reported_on": (last.on or "")[:10] if last else None,
            "label": _label(each, "action"),
            "compared": likely_reports.written(compared(each), self._is_counted(each)),
        }

    def _meeting(self, each: Told) -> dict[str, Any]:
        told_as = _told_as(each, "status")
        row = _when(_told_as(each, "date"))
        status = "held" if "held" in told_as else min(told_as, key=lambda v: (-told_as[v], v)) if told_as else None
        row |= {"status": status, "label": _label(each, "kind")}
        followed = self._follower.meeting(each)
        if followed is not None:
            before = [change for change in followed.changes if change.status != "missed"]
            row["reported"] = "held" if any(c.status == "held" for c in before) else before[-1].status
            row["reported_on"] = (before[-1].on or "")[:10]
        return row

    def nodes(self) -> list[dict[str, Any]]:
        """The people, places and agreements of the entries, as the documents that tell them name these.

        Each is the node of the document's own, and not the entry that this is part of: that may be another one when
        more documents come.
        """
        found: set[tuple[int, str, int]] = set()
        given: dict[tuple[int, str], set[str]] = {}
        for entry, each in self._every.items():
            for field, part in _NODES.items():
                for claim in each.claims.get(field, ()):
                    if claim.refers_to is not None:
                        found.add((entry, part, claim.refers_to))
                    else:
                        value = claim.value["actor"] if isinstance(claim.value, dict) else claim.value
                        given.setdefault((entry, part), set()).add(str(value))
            if each.id[0] == "C":
                found |= {(entry, "agreement", node) for node in self._named(each)}
        found |= self._given(given)
        return [{"entry_id": entry, "part": part, "node_id": node} for entry, part, node in sorted(found)]

    def _given(self, given: Mapping[tuple[int, str], set[str]]) -> set[tuple[int, str, int]]:
        """What reviewers gave by its public id: the node that its entry was made for."""
        if not given:
            return set()
        numbers = entry_numbers(self._connection, self._kinds, {each for ids in given.values() for each in ids})
        query = select(nodes.c.founded, func.min(nodes.c.id).label("node")).group_by(nodes.c.founded)
        rows = self._connection.execute(query.where(nodes.c.founded.in_(numbers.values())))
        founding = {row.founded: row.node for row in rows}
        return {
            (entry, part, founding[numbers[each]])
            for (entry, part), ids in given.items()
            for each in ids
            if numbers.get(each) in founding
        }

    def _named(self, each: Told) -> Iterator[int]:
        """The agreements that the words of an undertaking name."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for field in ("evidence", "action"):
            for claim in each.claims.get(field, ()):
                spans.setdefault(claim.document.sha256, []).append(claim.span)
        rows = self._connection.execute(
            select(members.c.document_id, claims.c.span_start, claims.c.span_end, members.c.node_id)
            .join(claims, claims.c.member_id == members.c.id)
            .where(members.c.document_id.in_(spans), members.c.kind == "agreement", members.c.superseded.is_(None))
            .where(claims.c.field.in_(("evidence", "mentions", "name")))
        )
        for row in rows:
            if any(start <= row.span_start and row.span_end <= end for start, end in spans[row.document_id]):
                yield row.node_id


def _notice(first: str | None, last: str) -> str:
    """From which day on an undertaking is due."""
    end = datetime.date.fromisoformat(last)
    if end.toordinal() <= NOTICE:
        return last
    start = (end - datetime.timedelta(days=NOTICE)).isoformat()
    return min(max(start, first or start), last)


def _iso(ordinal: int) -> str:
    return datetime.date.fromordinal(min(max(1, ordinal), datetime.date.max.toordinal())).isoformat()


def _told_as(each: Told, field: str) -> Counter[str]:
    """How often each value of a field is given."""
    return Counter(str(claim.value) for claim in each.claims.get(field, ()))


def _when(told_as: Counter[str]) -> dict[str, Any]:
    """The first and the last day of an entry: an exact day where a document has one, else what most say."""
    if not told_as:
        return {}
    exact = [day for value in told_as if (day := first_day(value)) is not None and day == last_day(value)]
    if exact:
        return {"first_day": min(exact), "last_day": min(exact)}
    value = min(told_as, key=lambda v: (-told_as[v], v))
    return {"first_day": first_day(value), "last_day": last_day(value)}


def _label(each: Told, field: str) -> str:
    return _shown(Counter(claim.wording or str(claim.value) for claim in each.claims.get(field, ())))


def _shown(named: Counter[str]) -> str:
    """What is shown of an entry: what most say."""
    found = min(named, key=lambda name: (-named[name], name)) if named else ""
    return " ".join(found.split())[:_LONGEST]
