"""Whether those who act are named in a row: "Kenya, Oman and Qatar", and not "the ministry of Kenya in Oman"."""

from __future__ import annotations

from itertools import pairwise

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.text.marks import COMMAS


def is_row(context: Context, agent: Agent) -> bool:
    """Whether somebody is named as several parties with nothing but marks and "and" between them.

    Args:
        context: The document.
        agent: Whoever acts.
    """
    named = context.found.mentions_in(agent.first, agent.last)
    if len({m.party for m in named if m.party is not None}) < len(agent.parties) or len(named) < len(agent.parties):
        return False
    if not named or named[0].first != agent.first or named[-1].last != agent.last:
        return False
    tokens, fused = context.text.tokens, vocabulary(context.text.language).fused_and
    joining = COMMAS | grammar(context.text.language).conjunctions
    for before, behind in pairwise(named):
        between = tokens[before.last : behind.first]
        joined = between or tokens[behind.first].fold[:1] in fused
        if not joined or any(token.text not in joining and token.fold not in joining for token in between):
            return False
    return len(named) > 1
