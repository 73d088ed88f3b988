"""What reviewers have decided of entries and values, laid over what was read.

A decision outranks what was read and never replaces it: a corrected claim keeps the value that was read beside the new
one, a rejected claim is set aside, and both come back when the decision is undone.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from peyman.record.merging.merge import AnyMatching
from peyman.record.rows import log as steps_log
from peyman.record.rows.schema import entries, log
from peyman.record.shown.review_views import Step
from peyman.record.shown.views import Claim

EVIDENCE = "evidence"
_OF_VALUES = frozenset({"accept", "correct", "reject"})
_FEW = 200
"""Entries up to which decisions are asked for by their ids, and not all at once."""


class Decisions:
    """The decisions that hold for some entries.

    Args:
        by_entry: The steps that hold, in their order, by the number of the entry in the database.
    """

    def __init__(self, by_entry: Mapping[int, list[Step]]) -> None:
        self._by_entry = by_entry

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._by_entry)

    def entries(self) -> set[int]:
        """The entries that there are decisions on."""
        return set(self._by_entry)

    def on_entry(self, entry: int) -> Step | None:
        """The last decision on an entry as a whole: accepted or rejected; None where there is none."""
        whole = [step for step in self._by_entry.get(entry, ()) if step.content.get("field") is None]
        return whole[-1] if whole else None

    def rejected(self) -> set[int]:
        """The entries that were rejected as a whole."""
        return {
            entry for entry in self._by_entry if (step := self.on_entry(entry)) is not None and step.action == "reject"
        }

    def apply(self, entry: int, claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
        """Lay the decisions on an entry over its claims.

        Returns:
            The claims as decided, and those that were rejected.
        """
        kept, rejected = list(claims), []
        for step in self._by_entry.get(entry, ()):
            field = step.content.get("field")
            if field is None:
                continue
            changed: list[Claim] = []
            met = False
            for claim in kept:
                if claim.field != field or not _is_meant(step, claim):
                    changed.append(claim)
                    continue
                met = True
                decided = dataclasses.replace(claim, decision=step)
                if step.action == "reject":
                    rejected.append(decided)
                elif step.action == "correct":
                    read = claim.value if claim.decision is None or claim.read is None else claim.read
                    new, wording = step.content["new"], step.content.get("wording")
                    changed.append(dataclasses.replace(decided, value=new, read=read, wording=wording, refers_to=None))
                else:
                    changed.append(decided)
            if step.action == "correct" and not met:
                changed += _given(step, kept)
            kept = changed
        return kept, rejected


def _is_meant(step: Step, claim: Claim) -> bool:
    """Whether a decision speaks of a claim."""
    document, value = step.content.get("document"), step.content.get("value")
    if document is not None and claim.document.id != document:
        return False
    return value is None or same_value(value, claim.value) or (claim.read is not None and same_value(value, claim.read))


def same_value(given: Any, value: Any) -> bool:
    """Whether a reviewer's word for a value means it: the value itself, or the actor of a participant."""
    if given == value or str(given) == str(value):
        return True
    return isinstance(value, dict) and str(given) in {str(part) for part in value.values() if part is not None}


def _given(step: Step, claims: list[Claim]) -> list[Claim]:
    """A value that no document was read to give: it rests on the evidence of the entry."""
    document = step.content.get("document")
    resting = [c for c in claims if c.field == EVIDENCE and document in (None, c.document.id)]
    return [
        dataclasses.replace(
            claim, field=step.content["field"], value=step.content["new"], wording=None, decision=step, refers_to=None
        )
        for claim in resting[:1]
    ]


def holding(connection: Connection, *targets: str) -> list[Step]:
    """Return every step of a reviewer that was not taken back, in their order.

    Args:
        connection: A connection to the record.
        targets: Public ids of what the steps were done to; all without any.
    """
    every = steps_log.steps(connection, *targets, decisions=True)
    undone: set[int] = set()
    for step in reversed(every):
        if step.undoes is not None and step.number not in undone:
            undone.add(step.undoes)
    return [step for step in every if step.number not in undone and step.action != "undo"]


def decisions_on(connection: Connection, kinds: Mapping[str, AnyMatching], wanted: set[int] | None = None) -> Decisions:
    """Return what was decided of entries and their values.

    Args:
        connection: A connection to the record.
        kinds: Every kind of entry.
        wanted: The entries, by their numbers in the database; all without it.
    """
    if connection.scalar(select(log.c.number).where(log.c.author >= "").limit(1)) is None:
        return Decisions({})
    targets: list[str] = []
    if wanted is not None and len(wanted) <= _FEW:
        rows = connection.execute(
            select(entries.c.kind, entries.c.number).where(entries.c.id.in_(wanted) | entries.c.merged_into.in_(wanted))
        )
        targets = [f"{kinds[row.kind].letter}{row.number}" for row in rows]
        if not targets:
            return Decisions({})
    found = [step for step in holding(connection, *targets) if step.action in _OF_VALUES]
    numbers = entry_numbers(connection, kinds, {step.target for step in found})
    by_entry: dict[int, list[Step]] = {}
    for step in found:
        entry = numbers.get(step.target)
        if entry is not None and (wanted is None or entry in wanted):
            by_entry.setdefault(entry, []).append(step)
    return Decisions(by_entry)


def entry_numbers(
    connection: Connection, kinds: Mapping[str, AnyMatching], public_ids: Iterable[str]
) -> dict[str, int]:
    """Return the number in the database of the entry that each public id leads to now."""
    kind_of = {matching.letter: kind for kind, matching in kinds.items()}
    asked: dict[str, dict[int, str]] = {}
    for public_id in public_ids:
        if public_id[:1] in kind_of and public_id[1:].isdigit():
            asked.setdefault(kind_of[public_id[:1]], {})[int(public_id[1:])] = public_id
    found: dict[str, int] = {}
    for kind, ids in asked.items():
        numbers = sorted(ids)
        for start in range(0, len(numbers), _FEW):
            rows = connection.execute(
                select(entries.c.id, entries.c.number, entries.c.merged_into).where(
                    entries.c.kind == kind, entries.c.number.in_(numbers[start : start + _FEW])
                )
            )
            found |= {ids[row.number]: row.merged_into or row.id for row in rows}
    return found


def plain(value: str) -> Any:
    """Return what a reviewer wrote for a value: JSON where it is, else the words."""
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value
