"""What a reviewer is asked to decide: pairs that may be one, changed readings, and reports of earlier undertakings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from sqlalchemy import Connection, exists, func, select

from peyman.record.asking.decisions import entry_numbers, holding, same_value
from peyman.record.asking.viewing import load_read
from peyman.record.following import due_and_new as following
from peyman.record.following.ledger import followed
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows.outline_tables import outline_reports, outlines
from peyman.record.rows.schema import decided, doubtful, entries, members, nodes, readings
from peyman.record.shown.review_views import Proposal

_MOST = 1000
"""Pairs that are proposed at once: the likeliest."""
_MOST_REPORTS = 300
"""Undertakings of which reports are proposed at once."""


def proposals(connection: Connection, kinds: Mapping[str, AnyMatching]) -> list[Proposal]:
    """Return everything that waits for a decision, pairs first, the likeliest before the others."""
    return [*_pairs(connection, kinds), *_changed_readings(connection, kinds), *_reports(connection, kinds)]


def _pairs(connection: Connection, kinds: Mapping[str, AnyMatching]) -> list[Proposal]:
    """Entries that are alike, but not alike enough to be merged without asking."""
    low, high = nodes.alias("low"), nodes.alias("high")
    first, second = entries.alias("first"), entries.alias("second")
    same = (decided.c.low_id == doubtful.c.low_id) & (decided.c.high_id == doubtful.c.high_id)
    rows = connection.execute(
        select(doubtful.c.likeness, first.c.kind, first.c.number.label("one"), second.c.number.label("other"))
        .join(low, low.c.id == doubtful.c.low_id)
        .join(high, high.c.id == doubtful.c.high_id)
        .join(first, first.c.id == low.c.entry_id)
        .join(second, second.c.id == high.c.entry_id)
        .where(low.c.entry_id != high.c.entry_id)
        .where(~exists().where(same, decided.c.together == 0, decided.c.step > 0))
        .where(exists().where(members.c.node_id == low.c.id, members.c.superseded.is_(None)))
        .where(exists().where(members.c.node_id == high.c.id, members.c.superseded.is_(None)))
        .order_by(doubtful.c.likeness.desc(), first.c.number, second.c.number)
        .limit(_MOST)
    )
    found: dict[tuple[str, str], Proposal] = {}
    for row in rows:
        letter = kinds[row.kind].letter
        one, other = sorted((row.one, row.other))
        pair = (f"{letter}{one}", f"{letter}{other}")
        sure = f"alike to {row.likeness:.2f}, merged from {kinds[row.kind].threshold:.2f} on"
        explanation = f"{pair[0]} and {pair[1]} may be one {row.kind}: {sure}"
        found.setdefault(pair, Proposal("merge", *pair, row.likeness, explanation, {"with": [pair[1]]}))
    return list(found.values())


def _changed_readings(connection: Connection, kinds: Mapping[str, AnyMatching]) -> list[Proposal]:
    """Decisions on what a newer reading reads in another way."""
    steps = [step for step in holding(connection) if step.action in ("accept", "correct") and step.content.get("read")]
    numbers = entry_numbers(connection, kinds, {step.target for step in steps})
    newest = _newest_readings(connection, set(numbers.values()))
    found = []
    for step in steps:
        entry = numbers.get(step.target)
        if entry is None or newest.get(entry, "") < step.at:
            continue
        field, document = step.content["field"], step.content.get("document")
        now = {
            str(claim.value): claim.value
            for _, claim in load_read(connection, kinds, nodes.c.entry_id == entry)
            if claim.field == field and document in (None, claim.document.id)
        }
        read = step.content["read"]
        unknown = [v for v in now.values() if not any(same_value(v, each) for each in (*read, step.content.get("new")))]
        for value in unknown:
            held = step.content.get("new", step.content.get("value"))
            explanation = (
                f"{step.target} {field}: now read as {value}, decided as {held} by {step.author} ({step.number})"
            )
            content = {"field": field, "value": value, "decided": held, "step": step.number}
            found.append(Proposal("reading", step.target, None, None, explanation, content))
    return found


def _newest_readings(connection: Connection, wanted: set[int]) -> dict[int, str]:
    """When what is told of some entries was last read."""
    if not wanted:
        return {}
    rows = connection.execute(
        select(nodes.c.entry_id, func.max(readings.c.added).label("added"))
        .join(members, members.c.node_id == nodes.c.id)
        .join(readings, readings.c.id == members.c.reading_id)
        .where(nodes.c.entry_id.in_(wanted), members.c.superseded.is_(None))
        .group_by(nodes.c.entry_id)
    )
    return {row.entry_id: row.added for row in rows}


def _reports(connection: Connection, kinds: Mapping[str, AnyMatching]) -> list[Proposal]:
    """Later entries that may report what became of an undertaking."""
    seeming = (
        select(outlines.c.number)
        .where(outlines.c.entry_id.in_(select(outline_reports.c.entry_id)))
        .order_by(outlines.c.number)
        .limit(_MOST_REPORTS)
    )
    numbers = list(connection.scalars(seeming))
    found = []
    today = datetime.datetime.now(datetime.UTC).date()
    listed = followed(connection, kinds, today, "commitment", numbers)
    for commitment in listed.commitments:
        for change in commitment.changes:
            if change.proposed and change.entry is not None:
                content = {"field": following.REPORT, "value": change.entry, "status": change.status}
                found.append(Proposal("follow-up", commitment.id, change.entry, None, change.explanation, content))
    return found
