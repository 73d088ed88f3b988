"""How often entries with what a judge says of them are right: what judges say, turned into shares of right entries.

A judge that learnt from few documents is surer of itself than it should be. ``training/confidence.py`` reads annotated
documents with judges that have not seen them, and counts how many entries are right for each of their answers; from
that comes a rising line (isotonic regression, Barlow et al. 1972), which stands in ``weights/confidence.json``.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path

#: For each kind of entry the corners of its line: what is said, and the share that is right.
FILE = Path(__file__).parents[1] / "weights" / "confidence.json"


@cache
def _lines() -> dict[str, tuple[tuple[float, float], ...]]:
    table: dict[str, Sequence[Sequence[float]]] = json.loads(FILE.read_text("utf-8"))
    return {kind: tuple((float(said), float(right)) for said, right in line) for kind, line in table.items()}


def confident(kind: str, said: float) -> float:
    """Return the share of entries that are right among those of which this was said.

    Args:
        kind: Kind of the entry, as a reading names it: ``meetings``.
        said: Probability as its judge has it, 0 to 1.

    Returns:
        A share between 0 and 1; what was said, for a kind that was not counted.
    """
    line = _lines().get(kind)
    return said if line is None else along(line, said)


def along(line: Sequence[tuple[float, float]], said: float) -> float:
    """Return the height of a line of straight pieces at a point; level before its first corner and behind its last.

    Args:
        line: Its corners, from left to right.
        said: Where.
    """
    at = bisect_left(line, said, key=lambda corner: corner[0])
    if at == 0:
        return line[0][1]
    if at == len(line):
        return line[-1][1]
    (left, low), (right, high) = line[at - 1], line[at]
    return low + (high - low) * (said - left) / (right - left)
