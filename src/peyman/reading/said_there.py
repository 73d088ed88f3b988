"""Whoever says something in an encounter takes part in it: "the envoy *in a meeting with the minister* said that …"."""

from __future__ import annotations

from collections.abc import Collection

from peyman.reading.context import Context, party_union
from peyman.reading.cues import Cue
from peyman.reading.sentences import Agent, ReadSentence

#: Whoever is met stands at most so many tokens behind the noun of the encounter.
_MET_WITHIN = 4


def who_says_it_there(
    context: Context,
    sentence: ReadSentence,
    agents: list[Agent],
    seated: list[Agent],
    speakers: Collection[int],
    cue: Cue,
) -> list[Agent]:
    """Return whoever speaks in the meeting that a noun tells, where it names only the other one behind "with".

    Args:
        context: The document.
        sentence: Where it is told.
        agents: Who is named in its clause.
        seated: Those of them who take part by the words around the noun.
        speakers: First tokens of those who say something in the sentence.
        cue: The noun.
    """
    if context.table.subject != "before" or cue.role != "meeting-noun" or len(party_union(seated)) != 1:
        return []
    met = [a for a in seated if a.role == "with" and a.first >= cue.first and a.first - cue.last <= _MET_WITHIN]
    there = [
        c
        for c in sentence.having("in", "with", first=cue.first - 2, last=cue.last + 2)
        if c.last == cue.first or (c.first <= cue.first and cue.last <= c.last)
    ]
    if not met or not there:
        return []
    before = [a for a in agents if a.first in speakers and a.last <= cue.first and not context.is_outlet(a)]
    return [a for a in before[-1:] if not set(a.parties) & set(party_union(seated))]
