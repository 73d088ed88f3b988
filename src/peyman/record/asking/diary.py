"""Asking which meetings there are without reading the whole record: by their day and by what became of them.

As in `peyman.record.following.ledger`, the outlines hold what does not change from day to day, and the days that have
passed are counted here.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from peyman.record.rows.outline_tables import outlines

Order = Literal["latest", "earliest", "added"]
MeetingStatus = Literal["under-way", "planned", "postponed", "missed", "held", "cancelled", "denied"]
STATUSES: tuple[MeetingStatus, ...] = get_args(MeetingStatus)
"""In the order in which they want attention; ``missed`` says that its day has passed and that nobody tells that it was
held."""
_NEVER = "9999-99-99"


@dataclass(frozen=True, slots=True)
class DiaryFilter:
    """Which meetings are asked for, and in which order.

    Attributes:
        status: With one of these; any without.
        order: ``latest``: by the day, the latest first; ``earliest``: the earliest first; both with those without a day
            at the end. ``added``: what came into the record last first.
        until: Those that begin on this day or before; without it also those without a day.
    """

    status: tuple[str, ...] = ()
    order: Order = "latest"
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Diary:
    """Some of the meetings that were asked for, as of a day.

    Attributes:
        numbers: The n of the public id of each, in order.
        total: How many there are in all.
        counts: How many of all meetings have each status.
        status: The status of those in ``numbers``.
    """

    numbers: Sequence[int]
    total: int
    counts: dict[str, int]
    status: dict[int, str]


def awaited(on: datetime.date) -> ColumnElement[bool]:
    """Return whether a meeting was announced or put off, and nothing has been told of it since, as of a day."""
    return and_(outlines.c.kind == "meeting", outlines.c.reported.in_(("awaited", "postponed")), published(on))


def published(on: datetime.date) -> ColumnElement[bool]:
    """Return whether a document had told of an entry by a day; so it is taken where no document has a day."""
    return or_(outlines.c.told_from.is_(None), outlines.c.told_from <= on.isoformat())


def past(on: datetime.date) -> ColumnElement[bool]:
    """Return whether the last day of an entry has passed on a day."""
    return func.coalesce(outlines.c.last_day, _NEVER) < on.isoformat()


def status_on(on: datetime.date) -> ColumnElement[str]:
    """Return what became of a meeting as of a day, as a column."""
    return case(
        (and_(awaited(on), past(on)), "missed"),
        (outlines.c.reported == "awaited", "planned"),
        else_=func.coalesce(outlines.c.reported, outlines.c.status),
    )


def diary(connection: Connection, on: datetime.date, wanted: DiaryFilter, limit: int, offset: int = 0) -> Diary:
    """List meetings as of a day, by the numbers of their public ids.

    Args:
        connection: A connection to the record.
        on: The day.
        wanted: Which of them, in which order.
        limit: How many.
        offset: After how many.
    """
    status, mine = status_on(on), outlines.c.kind == "meeting"
    counted = connection.execute(select(status.label("status"), func.count().label("n")).where(mine).group_by(status))
    chosen: list[ColumnElement[bool]] = [mine]
    if wanted.status:
        chosen.append(status.in_(wanted.status))
    if wanted.until is not None:
        chosen.append(outlines.c.first_day <= wanted.until.isoformat())
    listed = select(outlines.c.number, status.label("status")).where(*chosen).order_by(*_in_order(wanted.order))
    found = {row.number: row.status for row in connection.execute(listed.limit(limit).offset(offset))}
    return Diary(
        numbers=tuple(found),
        total=connection.scalar(select(func.count()).select_from(outlines).where(*chosen)) or 0,
        counts={row.status: row.n for row in counted if row.status is not None},
        status={number: status for number, status in found.items() if status is not None},
    )


def _in_order(order: Order) -> list[ColumnElement[object]]:
    day, number = outlines.c.first_day, outlines.c.number
    if order == "added":
        return [number.desc()]
    if order == "earliest":
        return [day.asc().nulls_last(), number.asc()]
    return [day.desc().nulls_last(), number.desc()]
