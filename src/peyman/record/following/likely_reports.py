"""Later entries that seem to report what became of an undertaking, noted in the outlines when something changes.

A later undertaking may report on an earlier one, and a meeting may keep an undertaking to meet. Nothing is decided by
it: what is noted here is proposed to a reviewer (`peyman.record.following.followup`).
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import BindParameter, Connection, String, bindparam, exists, insert, select
from sqlalchemy.sql import ColumnElement

from peyman.record.asking.decisions import entry_numbers
from peyman.record.following import due_and_new as following
from peyman.record.following.followup import REPORTED_WITHIN, REPORTS, Compared, is_likely
from peyman.record.merging.merge import AnyMatching
from peyman.record.merging.periods import period
from peyman.record.rows.outline_tables import LONG, outline_months, outline_parties, outline_reports, outlines

_MONTHS = 24
"""A commitment to meet within more months is noted once for all of them."""

Pairs = dict[tuple[int, int], tuple[str, int]]
"""An undertaking and a later entry, with the day of it, and 1 where it is a meeting."""


def find(connection: Connection, kinds: Mapping[str, AnyMatching], made: Sequence[int]) -> None:
    """Note which pairs of an undertaking and a later entry may belong together, as far as entries that changed go.

    Args:
        connection: A connection inside a transaction that writes.
        kinds: Every kind of entry.
        made: The entries whose outlines were made anew, by their numbers in the database.
    """
    rows = connection.execute(select(outlines).where(outlines.c.entry_id.in_(made))).all()
    pairs: dict[tuple[int, int], tuple[str, int]] = {}
    months: list[dict[str, object]] = []
    for row in rows:
        if row.kind == "commitment":
            mine = _compared(row.compared)
            pairs |= _reports_of(connection, row.entry_id, mine)
            if mine.reports:
                pairs |= _reported_by(connection, row.entry_id, mine)
            if row.meet_until is not None:
                months += months_to_meet(row.entry_id, row.meet_after, row.meet_until, row.compared)
                pairs |= _meetings_for(connection, row.entry_id, mine.by | mine.toward, row.meet_after, row.meet_until)
        elif row.kind == "meeting" and row.status == "held" and row.first_day and row.first_day == row.last_day:
            pairs |= _kept_by(connection, row.entry_id, row.first_day)
    if months:
        connection.execute(insert(outline_months), months)
    if pairs:
        for pair in _decided(connection, kinds):
            pairs.pop(pair, None)
    if pairs:
        connection.execute(
            insert(outline_reports),
            [
                {"entry_id": entry, "other_id": other, "day": day, "meeting": meeting}
                for (entry, other), (day, meeting) in sorted(pairs.items())
            ],
        )


def _decided(connection: Connection, kinds: Mapping[str, AnyMatching]) -> set[tuple[int, int]]:
    """Pairs of which a reviewer has decided whether they belong together."""
    accepted, rejected = following.linked(connection)
    pairs = accepted | rejected
    numbers = entry_numbers(connection, kinds, {each for pair in pairs for each in pair})
    return {(numbers[one], numbers[other]) for one, other in pairs if one in numbers and other in numbers}


def months_to_meet(entry: int, after: str, until: str, text: str) -> list[dict[str, object]]:
    """Return the rows by which a meeting finds a commitment that it may keep.

    Args:
        entry: The commitment, by its number in the database.
        after: The day after which a meeting may keep it, ISO 8601.
        until: The last day.
        text: What of it is compared, as `written` gives it.
    """
    what = _compared(text)
    first, last = ((int(day[:4]) * 12 + int(day[5:7]) - 1) for day in (after, until))
    months = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)] if last - first < _MONTHS else [LONG]
    party = min(what.by | what.toward, default="")
    return [{"month": month, "party": party[:64], "entry_id": entry} for month in months]


def written(what: Compared, counted: bool) -> str:
    """Return what reports of an undertaking are found by, as JSON.

    Args:
        what: What of it is compared.
        counted: Whether its deadline is told by a length, which runs from a meeting.
    """
    return json.dumps(
        {
            "counted": counted,
            "began": what.began,
            "reports": what.reports,
            "by": sorted(what.by),
            "toward": sorted(what.toward),
            "classes": sorted(what.classes),
            "windows": list(what.windows),
        }
    )


def _compared(text: str) -> Compared:
    given = json.loads(text)
    return Compared(
        began=given["began"],
        reports=given["reports"],
        by=frozenset(given["by"]),
        toward=frozenset(given["toward"]),
        classes=frozenset(given["classes"]),
        windows=tuple(given["windows"]),
    )


def _has(part: Collection[str], parties: BindParameter[str]) -> ColumnElement[bool]:
    """Whether an outline has one of some parties in a part.

    It is asked of each outline that the days leave: what one party does fills a good part of a record.
    """
    return exists().where(
        outline_parties.c.entry_id == outlines.c.entry_id,
        outline_parties.c.part.in_(part),
        outline_parties.c.party.in_(parties),
    )


# Written out once: making a query takes longer than asking a small one.
_PARTIES = bindparam("parties", expanding=True, type_=String)
_OF_DAYS = (
    select(outlines.c.entry_id, outlines.c.compared)
    .where(outlines.c.kind == "commitment", outlines.c.entry_id != bindparam("entry"))
    .where(outlines.c.told_from >= bindparam("first"), outlines.c.told_from <= bindparam("last"))
    .where(_has(("by",), _PARTIES))
)
_REPORTS_OF_DAYS = _OF_DAYS.where(outlines.c.reported.in_(REPORTS))
_AT_TABLE = select(outline_parties.c.party).where(
    outline_parties.c.entry_id == bindparam("meeting"), outline_parties.c.part == "party"
)
_TO_MEET = (
    # By the month: the commitments that run on at a day are few, those that end after it are half of a record.
    select(outlines.c.entry_id, outlines.c.compared)
    .join(outline_months, outline_months.c.entry_id == outlines.c.entry_id)
    .where(outline_months.c.month.in_((bindparam("month"), LONG)), outline_months.c.party.in_(_PARTIES))
    .where(outlines.c.meet_until >= bindparam("day"), outlines.c.meet_after < bindparam("day"))
)


def _days_from(began: str | None, days: int) -> str:
    """The day so many days after an undertaking was first told, or before; no day of any outline without one."""
    told = period(began)
    return datetime.date.fromordinal(max(1, told.first + days)).isoformat() if told is not None else ""


def _of_days(entry: int, mine: Compared, first: int, last: int) -> dict[str, object]:
    """What is asked of other undertakings of the same parties, told some days before to some days after."""
    return {
        "entry": entry,
        "first": _days_from(mine.began, first),
        "last": _days_from(mine.began, last),
        "parties": sorted(mine.by),
    }


def _reports_of(connection: Connection, entry: int, mine: Compared) -> Pairs:
    """Reports that seem to speak of an undertaking."""
    rows = connection.execute(_REPORTS_OF_DAYS, _of_days(entry, mine, 0, REPORTED_WITHIN))
    found = ((row.entry_id, _compared(row.compared)) for row in rows)
    return {
        (entry, other): ((what.began or "")[:10], 0) for other, what in found if what.reports and is_likely(mine, what)
    }


def _reported_by(connection: Connection, entry: int, mine: Compared) -> Pairs:
    """Undertakings that a report seems to speak of."""
    rows = connection.execute(_OF_DAYS, _of_days(entry, mine, -REPORTED_WITHIN, 0))
    return {
        (row.entry_id, entry): ((mine.began or "")[:10], 0) for row in rows if is_likely(_compared(row.compared), mine)
    }


def _meetings_for(connection: Connection, entry: int, who: frozenset[str], after: str, until: str) -> Pairs:
    """Meetings that may keep an undertaking to meet: all parties are at the table, and the day is right."""
    rows = connection.execute(
        select(outlines.c.entry_id, outlines.c.first_day)
        .where(outlines.c.kind == "meeting", outlines.c.status == "held")
        .where(outlines.c.first_day > after, outlines.c.first_day <= until)
        .where(
            outlines.c.first_day == outlines.c.last_day,
            *(_has(("party",), bindparam(None, [each], expanding=True)) for each in sorted(who)),
        )
    )
    return {(entry, row.entry_id): (row.first_day, 1) for row in rows}


def _kept_by(connection: Connection, meeting: int, day: str) -> Pairs:
    """Undertakings to meet that a meeting may keep."""
    at_table = set(connection.scalars(_AT_TABLE, {"meeting": meeting}))
    rows = connection.execute(_TO_MEET, {"day": day, "month": day[:7], "parties": sorted(at_table)})
    found = ((row.entry_id, _compared(row.compared)) for row in rows)
    return {(entry, meeting): (day, 1) for entry, what in found if what.by | what.toward <= at_table}
