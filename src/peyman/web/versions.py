"""How far a record has come, and what was computed for it at that point.

Counting all of a large record, or following up all its undertakings, takes longer than a page may. What such a question
gives stays the same until a document is added or a decision taken; so it is asked once for each state of the record.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import func, select

from peyman.record import Record
from peyman.record.rows.schema import log, readings

T = TypeVar("T")
_MOST = 256


def version_of(record: Record) -> str:
    """Return a text that changes whenever a document is added, read again, or a decision is taken."""
    with record.connection() as connection:
        row = connection.execute(
            select(
                select(func.max(readings.c.id)).scalar_subquery().label("reading"),
                select(func.max(log.c.number)).scalar_subquery().label("step"),
            )
        ).one()
    return f"{row.reading or 0}-{row.step or 0}"


class Remembered:
    """Answers that hold for one state of a record."""

    def __init__(self) -> None:
        # Single entries have a place of their own, lest many of them push out what took long to ask of all.
        self._answers: dict[bool, OrderedDict[Hashable, Any]] = {False: OrderedDict(), True: OrderedDict()}
        self._lock = threading.Lock()

    def of(self, record: Record) -> State:
        """Return the answers that hold for the state in which a record is now."""
        return State(self, version_of(record))

    def look_up(self, key: Hashable, ask: Callable[[], T], of_entry: bool = False) -> T:
        """Return the answer to a question at one state of the record; it is asked only if it was not before.

        Args:
            key: The state and the question.
            ask: Asks it.
            of_entry: Whether it is about a single entry, and not about the whole record.
        """
        answers = self._answers[of_entry]
        with self._lock:
            if key in answers:
                answers.move_to_end(key)
                answer: T = answers[key]
                return answer
        answer = ask()
        with self._lock:
            answers[key] = answer
            while len(answers) > _MOST:
                answers.popitem(last=False)
        return answer


class State:
    """One state of a record, with the answers that hold for it.

    Args:
        remembered: Where they are kept.
        version: What tells the state from others.
    """

    def __init__(self, remembered: Remembered, version: str) -> None:
        self._remembered = remembered
        self.version = version

    def get(self, question: Hashable, ask: Callable[[], T], of_entry: bool = False) -> T:
        """Return the answer to a question; it is asked only if it was not since the record changed.

        Args:
            question: What tells the question from others.
            ask: Asks it.
            of_entry: Whether it is about a single entry, and not about the whole record.
        """
        return self._remembered.look_up((self.version, question), ask, of_entry)
