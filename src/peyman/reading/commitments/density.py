"""How much a document undertakes, as far as the rest of it tells: a communiqué much, a page of news next to nothing.

What the rules read as an undertaking is one more often in a text that is dense in them: in long news the same words
report, explain and recall. How many undertakings a document tells for each sentence is expected from what is known of
it before they are read (encounters, statements, parties, dates, words of undertaking), by a Poisson regression over
annotated documents (``training/density.py``). In sparse documents rules are believed only where the model of
undertakings all but sees one too; and two such models are asked, one of which has learnt from documents after real
pages: what it says counts the more, the sparser a document is. No measure says who published a text, in which
language, or how it is laid out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

from peyman.reading.clauses.context import Context
from peyman.reading.encounters import Encounter
from peyman.reading.statements.attribution import Attribution

#: Mean, deviation and weight of each measure, the logarithm of the expectation at their means, and its median.
FILE = Path(__file__).parents[1] / "weights" / "density.json"
#: How likely the model has to find an undertaking for rules to be believed that read one: in dense documents, in
#: sparse ones. In prose that tells no undertaking the rules see many; the model sees none there.
DENSE_TRACE, SPARSE_TRACE = 0.15, 0.45
#: How fast one turns into the other with the logarithm of what is expected, and how far below the median: so far below
#: lies one in four of the documents that follow real pages, and one in nine of the others.
SLOPE, BELOW = 10.0, 0.42
#: How far the model counts that has learnt from documents after real pages, too: by half where so much more than the
#: median is expected, the more the sparser a document is, and the faster the steeper.
PAGES_SLOPE, PAGES_ABOVE = 6.0, 0.6
#: A measure counts up to so many deviations from its mean.
FARTHEST = 3.0
#: The share of sentences that hold cues of these roles is measured.
_SHARES = {
    "undertakings": ("undertake", "refuse"),
    "hopes": ("no-undertaking",),
    "followups": ("followup",),
    "references": ("reference",),
    "together": ("joint",),
}


@dataclass(frozen=True, slots=True)
class Density:
    """What is expected of a document.

    Attributes:
        expected: Undertakings for each sentence.
        sparse: How sparse that is, from 0 to 1.
        like_pages: How like that of a page of news, from 0 to 1.
    """

    expected: float
    sparse: float
    like_pages: float = 0.0

    @property
    def trace(self) -> float:
        """How likely the model has to find an undertaking for rules to be believed that read one."""
        return DENSE_TRACE + (SPARSE_TRACE - DENSE_TRACE) * self.sparse


def density_of(context: Context, attribution: Attribution, meetings: Sequence[Encounter], ruled: int) -> Density:
    """Say how dense in undertakings a document is expected to be.

    Args:
        context: The document.
        attribution: Its statements.
        meetings: Its encounters.
        ruled: How many undertakings the rules read in it.
    """
    return expected_from(measures(context, attribution, meetings, ruled), shipped())


def measures(context: Context, attribution: Attribution, meetings: Sequence[Encounter], ruled: int) -> dict[str, float]:
    """Return what is measured of a document, most of it for each sentence.

    Args:
        context: The document.
        attribution: Its statements.
        meetings: Its encounters.
        ruled: How many undertakings the rules read in it.
    """
    sentences = context.sentences
    number = max(1, len(sentences))
    found = {name: sum(bool(s.having(*roles)) for s in sentences) / number for name, roles in _SHARES.items()}
    return found | {
        "ruled": ruled / number,
        "encounters": len(meetings) / number,
        "statements": len(attribution.statements) / number,
        "joint": float(any(s.joint for s in attribution.statements)),
        "dates": sum(len(s.dates) for s in sentences) / number,
        "parties": float(min(len(context.main_parties), 6)),
        "length": log(1 + len(sentences)),
    }


def expected_from(measured: Mapping[str, float], weights: Mapping[str, Sequence[float]]) -> Density:
    """Return what measures let expect.

    Args:
        measured: As `measures` returns it.
        weights: As they stand in `FILE`.
    """
    start, middle = weights["start"]
    total = start
    for name, value in measured.items():
        mean, deviation, weight = weights[name]
        total += weight * max(-FARTHEST, min(FARTHEST, (value - mean) / deviation))
    sparse = 1 / (1 + exp(SLOPE * (total - middle + BELOW)))
    return Density(exp(total), sparse, 1 / (1 + exp(PAGES_SLOPE * (total - middle - PAGES_ABOVE))))


@cache
def shipped() -> dict[str, tuple[float, ...]]:
    """Return the weights that are shipped."""
    table: dict[str, Sequence[float]] = json.loads(FILE.read_text("utf-8"))
    return {name: tuple(float(n) for n in row) for name, row in table.items()}
