"""Long lists in pieces: databases take only so many parameters in one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Value = TypeVar("_Value")


def batches(values: Sequence[_Value], size: int) -> Iterator[Sequence[_Value]]:
    """Yield the values in order, so many at a time.

    Args:
        values: What is to be asked for or written.
        size: How many at a time; the last batch may hold fewer.
    """
    for start in range(0, len(values), size):
        yield values[start : start + size]
