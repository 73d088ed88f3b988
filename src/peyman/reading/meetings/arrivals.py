"""Who arrives: verbs of reaching, delegations from somewhere, and those who were only met before the journey.

Exports reach a figure, aid reaches a port and sides reach an agreement. Where the verb comes last, the place that
people reach stands right before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence

#: The name of a place that somebody reaches has at most so many tokens.
LONGEST_GOAL = 6
#: Between a delegation and whoever sends it stand at most so many words: "a delegation *from the* A".
SENT_REACH = 2
#: Who was met before a journey stands at most so many tokens behind the noun: "after talks *with A*, B flew to C".
MET_REACH = 3


def is_no_arrival(context: Context, sentence: ReadSentence, agents: Sequence[Agent], cue: Cue) -> bool:
    """Whether a verb for a visit is one of reaching, and no people reach a place.

    Args:
        context: The document.
        sentence: The sentence.
        agents: Those of the clause.
        cue: The verb.
    """
    reaching = any(c.first == cue.first for c in sentence.having("reaches", first=cue.first, last=cue.last))
    if not reaching or cue.role != "meeting-verb" or cue.value != "visit":
        return False
    places = context.found.place_mentions_in(max(sentence.first, cue.first - LONGEST_GOAL), cue.first)
    if not any(m.last == cue.first for m in places):
        return True
    before = [a for a in agents if a.last <= cue.first]
    return not any(
        context.is_someone(sentence, a) or sentence.having("agent", first=a.first - 1, last=a.last) for a in before
    )


def sends(context: Context, agent: Agent, cue: Cue) -> bool:
    """Whether a journey is that of a delegation from somebody: "*a delegation from A* arrived in B".

    Args:
        context: The document.
        agent: Somebody of its clause.
        cue: The word for an encounter.
    """
    if agent.role != "from" or cue.value != "visit" or not agent.parties:
        return False
    words = vocabulary(context.text.language)
    before = context.text.tokens[max(0, agent.first - SENT_REACH) : agent.first]
    return any(words.is_among(token.fold, words.led) for token in before)


def was_met_before(sentence: ReadSentence, agent: Agent, cue: Cue) -> bool:
    """Whether somebody was met before a journey began, and is not whom it leads to: "after talks *with A* B flew to C".

    Args:
        sentence: Where it is told.
        agent: Somebody of its clause.
        cue: The word for an encounter.
    """
    if (cue.role, cue.value, agent.role) != ("meeting-verb", "visit", "with") or agent.first >= cue.first:
        return False
    nouns = sentence.having("meeting-noun", first=agent.first - MET_REACH - 2, last=agent.first)
    nouns = [n for n in nouns if n.value != "visit" and agent.first - n.last <= MET_REACH]
    return any(
        0 <= n.first - c.last <= 2 for n in nouns for c in sentence.having("after", first=n.first - 4, last=n.first)
    )
