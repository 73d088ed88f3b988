"""Outlets that talk with somebody, which is no encounter: "Radio X talked with the minister of A about the gas"."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence

#: What leads to the source of a text stands at most so many tokens before it.
SOURCE_REACH = 3
_TOLD = ("according", "reported-by", "say", "publish")


def interviews(context: Context, sentence: ReadSentence, agents: Sequence[Agent], other: Agent) -> bool:
    """Whether an outlet, and nobody else, talks with somebody.

    Args:
        context: The document.
        sentence: The sentence.
        agents: Those of the clause that tells of talks, in order.
        other: With whom there are talks.

    Returns:
        False also where the outlet only reports of talks that somebody held: "as Radio X reports, talked with B".
    """
    acting = [a for a in agents if a.first < other.first]
    if not acting or not all(context.is_outlet(a) for a in acting):
        return False
    return not sentence.having(*_TOLD, first=acting[0].first - SOURCE_REACH, last=other.first)
