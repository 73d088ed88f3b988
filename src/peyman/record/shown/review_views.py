"""What reviewing shows: decisions, what is proposed to a reviewer, and faults of the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Action = Literal[
    "add",
    "read-again",
    "accept",
    "correct",
    "reject",
    "merge",
    "split",
    "nothing-here",
    "add-by-hand",
    "undo",
]
"""What a step of the log did; the first two are Peyman's own, the others a reviewer's."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a record.

    Attributes:
        number: Its place in the log.
        at: When, ISO 8601, UTC.
        author: Who decided; None for what Peyman did itself.
        action: What was done.
        target: Public id of what it was done to.
        content: What exactly, such as field and value.
        reason: Why, in the author's words.
        undoes: The step that this one takes back.
        undone_by: The step that took this one back.
        hash: SHA-256 over this step and the one before it.
    """

    number: int
    at: str
    author: str | None
    action: Action
    target: str
    content: dict[str, Any]
    reason: str | None
    undoes: int | None
    undone_by: int | None
    hash: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that a reviewer is asked to decide.

    Attributes:
        kind: ``merge`` (two entries may be one), ``reading`` (a newer reading says something else than was decided),
            ``follow-up`` (a later entry may report what became of an undertaking).
        target: Public id of the entry.
        other: Public id of the other entry, where there is one.
        likeness: How sure the record is, from 0 to 1; None where it is not measured.
        explanation: What is proposed and why, in one line.
        content: The details, such as field and value.
    """

    kind: Literal["merge", "reading", "follow-up"]
    target: str
    other: str | None
    likeness: float | None
    explanation: str
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit the log.

    Attributes:
        step: Number of the step; None where a step is missing for what is there.
        what: What is wrong, in one line.
    """

    step: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a record found.

    Attributes:
        steps: How many steps the log has.
        documents: How many documents were compared with it.
        hash: Hash of the last step: kept elsewhere, it shows later whether steps at the end were taken away.
        faults: What does not fit; empty where all does.
    """

    steps: int
    documents: int
    hash: str
    faults: tuple[Fault, ...]
