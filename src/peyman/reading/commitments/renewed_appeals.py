"""Appeals that are renewed: "reiterated *its call* on B to withdraw" asks something of another, and promises none."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.commitments.units import Unit

#: An appeal stands at most so many tokens from the verb that renews it: "renewed *the ministry's urgent* appeal".
APPEAL_REACH = 8


def appeals_renewed_in(units: Sequence[Unit]) -> list[bool]:
    """Say of each stretch of a sentence whether what it reaffirms is an appeal, and nothing that is undertaken.

    Args:
        units: The stretches of the sentence.
    """
    return [_renews_an_appeal(unit) for unit in units]


def _renews_an_appeal(unit: Unit) -> bool:
    sentence = unit.sentence
    verbs = [c for c in sentence.having("undertake", first=unit.first, last=unit.last) if c.value == "reaffirmed"]
    if not verbs:
        return False
    verb = verbs[0]
    appeals = [
        c
        for c in sentence.having("no-undertaking", first=verb.first - APPEAL_REACH, last=verb.last + APPEAL_REACH)
        if c.value == "appeal" and unit.first <= c.first < unit.last + APPEAL_REACH
    ]
    if not appeals:
        return False
    near = appeals[0]
    # "Renewed its *support* for C and its call on B": what stands first is what is renewed.
    low, high = sorted((verb.first, near.first))
    return not any(c.first > low for c in sentence.having("undertake", "class", first=low + 1, last=high))
