"""Where the composed bodies of a text stand, to be asked of each name without going through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from peyman.actors.bodies.composed import Composed


class BodyPositions:
    """Composed bodies, looked up by where they begin and what they cover.

    Args:
        bodies: The bodies, in the order of the text.
    """

    def __init__(self, bodies: Sequence[Composed]) -> None:
        self._starting: dict[int, list[Composed]] = {}
        for body in bodies:
            self._starting.setdefault(body.first, []).append(body)
        self._covered = frozenset(token for body in bodies for token in range(body.first, body.last))
        complete = sorted((body.first, body.last) for body in bodies if body.complete)
        self._firsts = [first for first, _ in complete]
        #: For each complete body, where the first one ends of those that begin there or behind it.
        self._next_ends = list(accumulate((last for _, last in reversed(complete)), min))[::-1]

    def starting(self, token: int) -> Sequence[Composed]:
        """Return the bodies that begin at a token."""
        return self._starting.get(token, ())

    def goes_on(self, first: int, last: int) -> bool:
        """Whether a complete body begins with a range of tokens, says whose it is, and ends before the range does.

        Args:
            first: Where the range begins.
            last: Where it ends.
        """
        return any(body.complete and body.owners and body.last < last for body in self.starting(first))

    def covers(self, token: int) -> bool:
        """Whether a token is part of a body."""
        return token in self._covered

    def has_complete(self, first: int, last: int) -> bool:
        """Whether a complete body lies within a range of tokens. Takes logarithmic time.

        Args:
            first: Where the range begins.
            last: Where it ends.
        """
        at = bisect_left(self._firsts, first)
        return at < len(self._firsts) and self._next_ends[at] <= last
