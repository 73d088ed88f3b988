"""Whoever says something in an encounter takes part in it: "the envoy *in a meeting with the minister* said that …"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import subject_of

#: Whoever is met stands at most so many tokens behind the noun of the encounter.
_MET_WITHIN = 4


def without_who_tells_it(context: Context, sentence: ReadSentence, agents: list[Agent], cue: Cue) -> list[Agent]:
    """Leave out whoever only tells that two others met: "*A's spokesman* said B's minister had met C's in Doha".

    Args:
        context: The document.
        sentence: Where it is told.
        agents: Who is named in its clause.
        cue: The verb of meeting.
    """
    if cue.role != "meeting-verb":
        return agents
    said = sentence.having("say", "publish", last=cue.first)
    if not said:
        return agents
    rest = [a for a in agents if not any(a.last <= c.first and subject_of(context, sentence, c) is a for c in said)]
    met = whom_they_met(context, rest, cue)
    meeting = [a for a in rest if not a.role and a.parties and a.first >= said[0].last and a not in met]
    return rest if met and meeting and len(party_union(rest)) > 1 else agents


def whom_they_met(context: Context, agents: Sequence[Agent], cue: Cue) -> list[Agent]:
    """Return those whom a verb of meeting has behind "with", or for its object where that stands behind it.

    Args:
        context: The document.
        agents: Who is named in its clause.
        cue: The verb.
    """
    behind = context.table.subject != "before"
    return [a for a in agents if a.parties and (a.role == "with" or (behind and not a.role and a.first >= cue.last))]


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
