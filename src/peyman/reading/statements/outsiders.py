"""Those who speak for no state though one is named beside them: "families of the detained *in Syria* said".

A union, a newspaper or somebody's lawyers speak for themselves. Where no table knows them by name, the state that says
whose they are is all that is found of them, and would be taken for whoever speaks.
"""

from __future__ import annotations

from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.tokens import TokenKind

#: Between the noun for them and the state behind it stand at most so many words: "families *of the detained in* B".
BEHIND_REACH = 5
#: Between the state as an adjective and the noun for them stand at most so many words: "Kenyan *tea* farmers".
BEFORE_REACH = 2
#: What never stands inside their name or description.
_ENDS = (
    "say", "publish", "stance", "that", "which", "but", "with", "by", "according", "meeting-noun", "meeting-verb",
    "statement-noun", "finite", "past", "agent", "authorities",
)  # fmt: skip


def speaking_for_itself(context: Context, sentence: ReadSentence, agent: Agent) -> Agent:
    """Return whoever speaks: somebody unnamed where a state only says whose those are who do.

    Args:
        context: The document.
        sentence: Where they are named.
        agent: Whoever was taken for the speaker.
    """
    if agent.reference or agent.person or agent.headed or not agent.entries:
        return agent
    if any(context.found.actors[entry].kind != "party" for entry in agent.entries):
        return agent
    start = agent.first - BEHIND_REACH - 1
    spans = [(c.first, c.last, agent.first) for c in sentence.having("outsider", first=start, last=agent.first)]
    if vocabulary(context.text.language).possessor_before:
        end = agent.last + BEFORE_REACH + 1
        ahead = sentence.having("outsider", first=agent.last, last=end)
        spans += [(c.first, agent.last, c.first) for c in ahead if c.first - agent.last <= BEFORE_REACH]
    for first, inside, last in spans:
        if _is_one_phrase(context, sentence, inside, last):
            return Agent(min(first, agent.first), max(last, agent.last), reference="people", plural=True)
    return agent


def _is_one_phrase(context: Context, sentence: ReadSentence, first: int, last: int) -> bool:
    """Whether nothing but words of one noun phrase stands between two of its words."""
    if any(token.kind is not TokenKind.WORD for token in context.text.tokens[first:last]):
        return False
    return not sentence.having(*_ENDS, first=first, last=last) and not sentence.agents_in(first, last)
