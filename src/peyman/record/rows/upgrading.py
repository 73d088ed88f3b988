"""Telling how far bringing an old record up to date has got: it is done when a record is opened, and may take minutes.

::

    from peyman.record import Record
    from peyman.record.rows.upgrading import told_to

    with told_to(lambda step, done, of: print(step, done, "of", of)), Record.open("peyman.db") as record:
        ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, TypeVar

Step = Literal["tables", "search index", "copies of texts", "lists"]
"""What is being made anew."""

Listener = Callable[[Step, int, int], None]
"""Is told the step, how much of it is done, and how much there is: documents, or entries for the lists."""

T = TypeVar("T")

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Let somebody be told of what is brought up to date meanwhile."""
    before = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(before)


def tell(step: Step, done: int, of: int) -> None:
    """Say how far a step has got; a step of nothing is not spoken of."""
    listener = _LISTENER.get()
    if listener is not None and of:
        listener(step, done, of)


def counted(step: Step, waiting: Sequence[T], each: int = 1) -> Iterator[T]:
    """Yield what waits, and say after each how much of it is done.

    Args:
        step: What is being made anew.
        waiting: What it is made of, or batches of it.
        each: How many one of them stands for.
    """
    for number, one in enumerate(waiting):
        tell(step, number * each, len(waiting) * each)
        yield one
    tell(step, len(waiting) * each, len(waiting) * each)
