"""Asking for what lists show without reading the whole record: undertakings and announced meetings by their status.

The outlines (`peyman.record.following.outlines`) say what of a status does not change from day to day; the days that
have passed are counted here. Only the entries that are shown are then read with their claims.
"""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from peyman.model import FollowUp
from peyman.record.asking import diary
from peyman.record.following import due_and_new as following
from peyman.record.following.followup import SETTLED, due_list
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows.batches import batches
from peyman.record.rows.outline_tables import outline_nodes, outline_parties, outline_reports, outlines
from peyman.record.rows.schema import entries, members, nodes
from peyman.record.shown.followup_views import DueList

Order = Literal["status", "party", "agreement", "deadline"]
ORDER: tuple[FollowUp, ...] = ("overdue", "due", "open", "renewed", "reported-broken", "reported-kept", "superseded")
"""In the order in which they want attention."""
assert set(ORDER) == set(get_args(FollowUp))
_NEVER = "9999-99-99"
_BATCH = 400


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which undertakings are asked for.

    Attributes:
        status: With one of these; any without.
        party: By this party.
        agreement: Public id of an agreement that the undertaking names.
        order: ``status``: the most urgent first; ``party``, ``agreement``, ``deadline``: by these, then by deadline.
    """

    status: tuple[str, ...] = ()
    party: str | None = None
    agreement: str | None = None
    order: Order = "status"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Undertakings in order, as of a day.

    Attributes:
        numbers: The n of the public id of each.
        counts: How many of all undertakings have each status.
        parties: How many of all undertakings each party has given, most first.
    """

    numbers: Sequence[int]
    counts: dict[str, int]
    parties: dict[str, int]


@dataclass(frozen=True, slots=True)
class Urgent:
    """What there is to follow up as of a day, counted; and the first of each.

    Attributes:
        urgent: How many undertakings are due or overdue.
        planned: How many announced meetings are awaited or postponed.
        missed: How many are past and not reported.
        due: The first undertakings that are due or overdue.
        coming: The first that are open, with a deadline.
        meetings: The first meetings that are awaited or postponed, then those that are missed.
    """

    urgent: int = 0
    planned: int = 0
    missed: int = 0
    due: DueList = field(default_factory=lambda: DueList("", (), ()))
    coming: DueList = field(default_factory=lambda: DueList("", (), ()))
    meetings: DueList = field(default_factory=lambda: DueList("", (), ()))


def status_on(on: datetime.date) -> ColumnElement[str]:
    """Return the status of an undertaking as of a day, as a column."""
    day = on.isoformat()
    told = and_(outlines.c.reported.is_not(None), outlines.c.reported_on <= day)
    passed = diary.past(on)
    return case(
        (and_(told, outlines.c.reported.in_(SETTLED)), outlines.c.reported),
        (and_(passed, or_(~told, outlines.c.reported_on <= outlines.c.last_day)), "overdue"),
        (
            and_(
                func.coalesce(outlines.c.notice_day, _NEVER) <= day,
                ~passed,
                or_(~told, outlines.c.reported_on < outlines.c.notice_day),
            ),
            "due",
        ),
        (told, outlines.c.reported),
        else_="open",
    )


def ledger(connection: Connection, on: datetime.date, wanted: LedgerFilter) -> Ledger:
    """List undertakings as of a day, by the numbers of their public ids."""
    status = status_on(on)
    mine = and_(outlines.c.kind == "commitment", diary.published(on))
    counts = connection.execute(
        select(status.label("status"), func.count().label("number")).where(mine).group_by(status)
    )
    parties = connection.execute(
        select(outline_parties.c.party, func.count().label("number"))
        .join(outlines, outlines.c.entry_id == outline_parties.c.entry_id)
        .where(outline_parties.c.part == "by", mine)
        .group_by(outline_parties.c.party)
        .order_by(func.count().desc(), outline_parties.c.party)
    )
    query = select(outlines.c.number).where(mine)
    if wanted.status:
        query = query.where(status.in_(wanted.status))
    if wanted.party:
        given = select(outline_parties.c.entry_id).where(
            outline_parties.c.party == wanted.party, outline_parties.c.part == "by"
        )
        query = query.where(outlines.c.entry_id.in_(given))
    if wanted.agreement:
        query = query.where(outlines.c.entry_id.in_(_naming(wanted.agreement)))
    last = func.coalesce(outlines.c.last_day, _NEVER)
    query = query.order_by(*_first(wanted.order, status), last, outlines.c.number)
    return Ledger(
        array("q", connection.scalars(query)),
        {row.status: row.number for row in counts},
        {row.party: row.number for row in parties},
    )


def _first(order: Order, status: ColumnElement[str]) -> list[ColumnElement[object]]:
    if order == "status":
        return [case({each: rank for rank, each in enumerate(ORDER)}, value=status)]
    if order == "party":
        first = select(func.min(outline_parties.c.party)).where(
            outline_parties.c.entry_id == outlines.c.entry_id, outline_parties.c.part == "by"
        )
        return [func.coalesce(first.scalar_subquery(), "~")]
    if order == "agreement":
        named = (
            select(func.min(entries.c.number))
            .join(nodes, nodes.c.entry_id == entries.c.id)
            .join(outline_nodes, outline_nodes.c.node_id == nodes.c.id)
            .where(outline_nodes.c.entry_id == outlines.c.entry_id, outline_nodes.c.part == "agreement")
        )
        return [func.coalesce(named.scalar_subquery(), 2**31 - 1)]
    return []


def _naming(agreement: str) -> Select[int]:
    """Entries that name an agreement."""
    target = select(entries.c.id).where(
        entries.c.kind == "agreement", entries.c.number == (int(agreement[1:]) if agreement[1:].isdecimal() else 0)
    )
    return (
        select(outline_nodes.c.entry_id)
        .join(nodes, nodes.c.id == outline_nodes.c.node_id)
        .where(nodes.c.entry_id.in_(target), outline_nodes.c.part == "agreement")
    )


def agreements_of(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """Return the number and name of the agreements that undertakings name, by the number of their public id."""
    # The number of an entry leads to it by an index of ``entries``; ``outlines`` has none.
    named, label = entries.alias("named"), outlines.alias("label")
    rows = connection.execute(
        select(named.c.number.label("one"), label.c.number, label.c.label)
        .join(outline_nodes, outline_nodes.c.entry_id == named.c.id)
        .join(nodes, nodes.c.id == outline_nodes.c.node_id)
        .join(label, label.c.entry_id == nodes.c.entry_id)
        .where(named.c.kind == "commitment", named.c.number.in_(numbers), outline_nodes.c.part == "agreement")
        .order_by(label.c.number)
        .distinct()
    )
    found: dict[int, list[tuple[int, str]]] = {}
    for row in rows:
        found.setdefault(row.one, []).append((row.number, row.label))
    return found


def followed(
    connection: Connection, kinds: Mapping[str, AnyMatching], on: datetime.date, kind: str, numbers: Sequence[int]
) -> DueList:
    """Say what became of some undertakings or announced meetings, as of a day, in the order that they are given in.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        on: The day.
        kind: ``commitment`` or ``meeting``.
        numbers: The n of the public id of each.
    """
    asked: dict[int, int] = {}
    for batch in batches(numbers, _BATCH):
        query = select(entries.c.number, entries.c.id).where(entries.c.kind == kind, entries.c.number.in_(list(batch)))
        asked |= {row.number: row.id for row in connection.execute(query)}
    mine = set(asked.values())
    if kind == "meeting":
        wanted = {"meeting": mine, "commitment": set[int]()}
    else:
        wanted = {"commitment": set(mine), "meeting": set[int]()}
        for row in connection.execute(
            select(outline_reports.c.other_id, outline_reports.c.meeting).where(outline_reports.c.entry_id.in_(mine))
        ):
            wanted["meeting" if row.meeting else "commitment"].add(row.other_id)
        wanted["meeting"] |= set(connection.scalars(_beside(mine)))
    accepted, rejected = following.linked(connection)
    letter = kinds[kind].letter
    ids = {f"{letter}{number}" for number in asked}
    for one, other in accepted:
        if one in ids:
            known = "meeting" if other[:1] == "M" else "commitment"
            found = connection.scalar(
                select(entries.c.id).where(entries.c.kind == known, entries.c.number == int(other[1:]))
            )
            wanted[known] |= {found} if found is not None else set()
    told = {each: following.load_told(connection, kinds, each, wanted[each]) for each in wanted if wanted[each]}
    made = due_list(on, told.get("commitment", []), told.get("meeting", []), accepted, rejected)
    place = {f"{letter}{number}": rank for rank, number in enumerate(numbers)}
    return DueList(
        on=made.on,
        commitments=tuple(sorted((e for e in made.commitments if e.id in place), key=lambda e: place[e.id])),
        meetings=tuple(sorted((e for e in made.meetings if e.id in place), key=lambda e: place[e.id])),
    )


def _beside(commitments: Iterable[int]) -> Select[int]:
    """Meetings told beside undertakings whose deadline is told by a length: it may run from their day."""
    telling = (
        select(members.c.document_id)
        .join(nodes, nodes.c.id == members.c.node_id)
        .join(outlines, outlines.c.entry_id == nodes.c.entry_id)
        .where(nodes.c.entry_id.in_(list(commitments)), outlines.c.compared.like('%"counted": true%'))
    )
    return (
        select(nodes.c.entry_id)
        .join(members, members.c.node_id == nodes.c.id)
        .where(members.c.document_id.in_(telling), members.c.kind == "meeting", members.c.superseded.is_(None))
    )


def urgent(connection: Connection, kinds: Mapping[str, AnyMatching], on: datetime.date, few: int) -> Urgent:
    """Say what there is to follow up as of a day: how much, and the first of each."""
    status, day = status_on(on), on.isoformat()
    commitments = and_(outlines.c.kind == "commitment", diary.published(on))
    # Those that want attention have a last day; the index leads to them without looking at the others.
    dated = and_(commitments, outlines.c.last_day.is_not(None))
    pressing = and_(dated, outlines.c.notice_day <= day, status.in_(("overdue", "due")))
    rank = case((status == "overdue", 0), else_=1)
    waiting, past = diary.awaited(on), diary.past(on)

    def count(condition: ColumnElement[bool]) -> int:
        return connection.scalar(select(func.count()).select_from(outlines).where(condition)) or 0

    def first(condition: ColumnElement[bool], *order: ColumnElement[object]) -> list[int]:
        query = select(outlines.c.number).where(condition).order_by(*order, outlines.c.last_day, outlines.c.number)
        return list(connection.scalars(query.limit(few)))

    planned = first(and_(waiting, ~past))
    planned += first(and_(waiting, past), outlines.c.last_day.desc())[: max(0, few - len(planned))]
    return Urgent(
        urgent=count(pressing),
        planned=count(and_(waiting, ~past)),
        missed=count(and_(waiting, past)),
        due=followed(connection, kinds, on, "commitment", first(pressing, rank)),
        coming=followed(
            connection, kinds, on, "commitment", first(and_(dated, outlines.c.notice_day > day, status == "open"))
        ),
        meetings=followed(connection, kinds, on, "meeting", planned),
    )


def may_have_changed(since: datetime.date, until: datetime.date) -> Select[tuple[str, int]]:
    """Return the undertakings and announced meetings whose status may be another than on an earlier day."""
    after, day = since.isoformat(), until.isoformat()
    passed = or_(
        and_(outlines.c.notice_day > after, outlines.c.notice_day <= day),
        and_(outlines.c.last_day >= after, outlines.c.last_day < day),
        and_(outlines.c.reported_on > after, outlines.c.reported_on <= day),
    )
    followed_up = or_(outlines.c.kind == "commitment", outlines.c.reported.is_not(None))
    return (
        select(outlines.c.kind, outlines.c.number)
        .where(outlines.c.kind.in_(("commitment", "meeting")), followed_up, passed)
        .order_by(outlines.c.kind, outlines.c.number)
    )
