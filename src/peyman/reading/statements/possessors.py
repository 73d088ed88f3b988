"""Who stands behind a possessive: the president in "Kenya's president A", the call in "the Secretary's call"."""

from __future__ import annotations

from peyman.reading.clauses.context import LONGEST_DESCRIPTION, Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.tokens import TokenKind

#: Behind whoever met somebody the noun for the encounter begins within so many tokens: "'s phone call".
_FARTHEST_MET = 6
_APOSTROPHES = frozenset("'’")
#: What ends the words that describe somebody.
_ENDS = ("say", "that", "of", "in", "and", "finite", "past")


def possessed(context: Context, sentence: ReadSentence, agent: Agent | None) -> Agent | None:
    """Return whoever stands behind a possessive, who is who speaks: in "Kenya's trade minister A said" the minister.

    Args:
        context: The document.
        sentence: Where they stand.
        agent: Whoever was taken for the speaker.

    Returns:
        The one behind the possessive if he is of the same party, else the agent itself.
    """
    if agent is None or not _is_possessor(context, agent):
        return agent
    behind = agent.last + 2
    after = sentence.agents_in(behind, behind + LONGEST_DESCRIPTION + 1)[:1]
    described = after and all(t.kind is TokenKind.WORD for t in context.text.tokens[behind : after[0].first])
    if not described or sentence.having(*_ENDS, first=behind, last=after[0].first):
        return agent
    return after[0] if after[0].entries and after[0].parties in (agent.parties, ()) else agent


def has_met(context: Context, sentence: ReadSentence, agent: Agent) -> bool:
    """Whether an encounter behind somebody is told to be theirs: "readout of the Secretary's call with B".

    Args:
        context: The document.
        sentence: Where they stand.
        agent: Whoever the possessive is of.
    """
    if not _is_possessor(context, agent):
        return False
    return bool(sentence.having("meeting-noun", first=agent.last, last=agent.last + _FARTHEST_MET))


def _is_possessor(context: Context, agent: Agent) -> bool:
    behind = [token.fold for token in context.text.tokens[agent.last : agent.last + 2]]
    possessive = context.table.possessive
    return bool(possessive) and len(behind) > 1 and behind[0] in _APOSTROPHES and behind[1] == possessive
