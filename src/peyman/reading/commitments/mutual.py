"""Agreements bind at least two: who "agreed", where the wording names one of them alone, agreed with somebody.

"We agreed to meet again", says the minister of one side; "the two neighbours' envoys have agreed", and the register
knows one of them. Whoever is chosen alone is then completed by those who met or are named beside. An organisation may
agree by itself, and so may whoever consents to what another wants (which the tables do not list as mutual).

In documents that follow real pages 12 of 18 undertakings that this changes become right and 1 becomes wrong, in
annotated ones 2 and 3 of 11.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.known import register
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import segment_after, segment_before
from peyman.reading.commitments.units import Unit

#: The fuller group has to be at least so likely, against the one party that is chosen.
RATIO = 0.03
#: Where the fuller group has to come from: those who met, or are named in the sentence or with whoever speaks.
_TOGETHER = ("table.", "sentence", "speaker+facing", "previous")
#: With whom somebody agrees is named at most so many tokens from the verb.
REACH = 14
#: What parts a companion from the verb before it, and from the one behind: other verbs, and what is agreed on.
_PARTING_BEFORE = ("say", "publish", "meeting-verb", "hold", "finite", "past", "future", "that")
_PARTING_BEHIND = (*_PARTING_BEFORE, "about", "to", "class")


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


def with_companions(context: Context, unit: Unit, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return those who agree, and with whom one of them does: "his country has *agreed with B* to build a line".

    Args:
        context: The document.
        unit: The stretch that tells the undertaking.
        parties: Whose it is, as far as is known.
    """
    verb = _agreeing(context, unit) if len(parties) == 1 else None
    if verb is None:
        return parties
    first = max(segment_before(context, unit.sentence, verb.first), verb.first - REACH)
    last = min(segment_after(context, unit.sentence, verb.last), verb.last + REACH)
    beside = (a for a in unit.sentence.agents_in(first, last) if a.role == "with" and not context.is_outlet(a))
    faced = next((a for a in beside if a.parties and not _parted(unit.sentence, a, verb)), None)
    return parties if faced is None else tuple(dict.fromkeys((*parties, *faced.parties)))


def _parted(sentence: ReadSentence, agent: Agent, verb: Cue) -> bool:
    """Whether another verb or what the agreement is about stands between somebody and the verb of agreeing."""
    if agent.first < verb.first:
        return bool(sentence.having(*_PARTING_BEFORE, first=agent.last, last=verb.first))
    return bool(sentence.having(*_PARTING_BEHIND, first=verb.last, last=agent.first))


def is_mutual(context: Context, unit: Unit) -> bool:
    """Say whether the last verb of undertaking up to the end of a stretch is one by which two agree with each other.

    "Under this agreement A will …" names an agreement, and A alone undertakes.

    Args:
        context: The document.
        unit: The stretch.
    """
    return _agreeing(context, unit) is not None


def _agreeing(context: Context, unit: Unit) -> Cue | None:
    """The verb by which two agree, if it is the last verb of undertaking up to the end of a stretch.

    Neither "under *this agreement*" nor "*after the agreement* of its parliament" is one.
    """
    sentence = unit.sentence
    governing = sentence.having("undertake", last=unit.last)
    if not governing:  # "has agreed *with B* on a line" undertakes only with whoever is named
        if sentence.having("future", "present", "meeting-verb", first=unit.first, last=unit.last):
            return None  # "will sign an agreement with B"
        behind = {c.first for c in sentence.having("with", last=unit.last)}
        return next((m for m in sentence.having("mutual", first=unit.first, last=unit.last) if m.last in behind), None)
    if governing[-1].value != "agreed":
        return None
    verb = governing[-1]
    named = {c.last for c in sentence.having("demonstrative", "after", last=unit.last)}
    agrees = any(
        m.first <= verb.last + 1 and verb.first <= m.last + 1 and m.first not in named
        for m in sentence.having("mutual", last=unit.last)
    )
    return verb if agrees else None


def _organised(party: str) -> bool:
    facts = register.bodies().get(party)
    return facts is not None and facts.kind == "organisation"
