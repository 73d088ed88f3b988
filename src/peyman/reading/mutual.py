"""Agreements bind at least two: who "agreed", where the wording names one of them alone, agreed with somebody.

"We agreed to meet again", says the minister of one side; "the two neighbours' envoys have agreed", and the register
knows one of them. Whoever is chosen alone is then completed by those who met or are named beside. An organisation may
agree by itself, and so may whoever consents to what another wants (which the tables do not list as mutual).

In documents that follow real pages 12 of 18 undertakings that this changes become right and 1 becomes wrong, in
annotated ones 2 and 3 of 11.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors import register
from peyman.reading.context import Context
from peyman.reading.units import Unit

#: The fuller group has to be at least so likely, against the one party that is chosen.
RATIO = 0.03
#: Where the fuller group has to come from: those who met, or are named in the sentence or with whoever speaks.
_TOGETHER = ("table.", "sentence", "speaker+facing", "previous")


def completed(
    context: Context, unit: Unit, candidates: Sequence[tuple[tuple[str, ...], list[str]]], likely: Sequence[float]
) -> int:
    """Return which candidate an undertaking is of: the likeliest, or the fuller group where that one is half of it.

    Args:
        context: The document.
        unit: The stretch that tells the undertaking.
        candidates: Groups of parties, each with where it comes from among its features.
        likely: How likely each of them is.
    """
    best = max(range(len(candidates)), key=likely.__getitem__)
    own = set(candidates[best][0])
    if len(own) != 1 or _organised(*own) or not is_mutual(context, unit):
        return best
    fuller = [
        n
        for n, (parties, row) in enumerate(candidates)
        if own < set(parties)
        and likely[n] >= RATIO * likely[best]
        and any(f.startswith(_TOGETHER) and "|" not in f for f in row)
    ]
    return max(fuller, key=likely.__getitem__, default=best)


def is_mutual(context: Context, unit: Unit) -> bool:
    """Say whether the last verb of undertaking up to the end of a stretch is one by which two agree with each other.

    "Under this agreement A will …" names an agreement, and A alone undertakes.

    Args:
        context: The document.
        unit: The stretch.
    """
    sentence = unit.sentence
    governing = sentence.having("undertake", last=unit.last)
    if not governing or governing[-1].value != "agreed":
        return False
    verb = governing[-1]
    pointing = {c.last for c in sentence.having("demonstrative", last=unit.last)}
    return any(
        m.first <= verb.last + 1 and verb.first <= m.last + 1 and m.first not in pointing
        for m in sentence.having("mutual", last=unit.last)
    )


def _organised(party: str) -> bool:
    facts = register.bodies().get(party)
    return facts is not None and facts.kind == "organisation"
