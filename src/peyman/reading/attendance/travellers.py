"""Whose journey a noun tells of: "A's recent visits to B and C", "the visit *of A* to B".

Whoever speaks of such a journey has not made it, and whoever has made it need not have been met by those who met after
it: "A met B following the visit of C".
"""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.noun_owners import owner_of
from peyman.reading.clauses.sentences import Agent, ReadSentence

#: Between the noun and whoever travels stand at most so many tokens: "the visit *of the* minister".
_LINK = 2
#: "After" stands at most so many tokens before the noun of a journey: "following *the May 16* visit of A".
_AFTER_REACH = 10


def traveller(context: Context, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Return whose journey a noun tells of, by a possessive or by who is named behind it; None where neither stands.

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The word for an encounter.
    """
    if cue.value != "visit":
        return None
    owner = owner_of(context, sentence, cue)
    if owner is not None:
        return owner if len(owner.parties) == 1 else None
    if cue.role != "meeting-noun":
        return None
    links = sentence.having("of", "by", "article", first=cue.last, last=cue.last + _LINK)
    linked = {t for c in links for t in range(c.first, c.last)}
    for agent in sentence.agents_in(cue.last, cue.last + _LINK + 1)[:1]:
        led = {*range(cue.last, agent.first)} <= linked and agent.role in ("", "of", "by")
        if led and len(agent.parties) == 1 and context.is_someone(sentence, agent):
            return agent
    return None


def travelled_before(context: Context, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Return who made the journey after which a sentence tells of another encounter: "A met B following C's visit".

    Args:
        context: The document.
        sentence: Where both are told.
        cue: The word for the other encounter.
    """
    for noun in sentence.having("meeting-noun", first=cue.last):
        after = sentence.having("after", first=max(cue.last, noun.first - _AFTER_REACH), last=noun.first)
        if noun.value == "visit" and after:
            return traveller(context, sentence, noun)
    return None
