"""Who is named last in a stretch of a text besides somebody, found without looking through the stretch.

A sentence may name thousands: whoever asks for each of them who else is named there must not go through all of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


class Neighbours:
    """Mentions of people in order, to be asked for the last one in a stretch that is of somebody else.

    Args:
        mentions: Where people are named, in order, each as the first token and the number of the person.
    """

    def __init__(self, mentions: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._numbers: list[int] = []
        self._others: list[int] = []  # for each mention, the position of the last one before it of somebody else
        for start, number in mentions:
            at = len(self._numbers) - 1
            self._others.append(at if at < 0 or self._numbers[at] != number else self._others[at])
            self._starts.append(start)
            self._numbers.append(number)

    def last(self, first: int, end: int, besides: int) -> int | None:
        """Return who is named last in a stretch, somebody excepted; None if nobody is. Takes logarithmic time.

        Args:
            first: Where the stretch begins.
            end: Where it ends.
            besides: The number of the person who does not count.
        """
        at = bisect_left(self._starts, end) - 1
        if at >= 0 and self._numbers[at] == besides:
            at = self._others[at]
        return self._numbers[at] if at >= 0 and self._starts[at] >= first else None
