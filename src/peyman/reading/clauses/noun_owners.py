"""Whose an undertaking is that a noun tells: "welcomed *A's* commitment to", "thanked *A for its* readiness to".

Whoever reaffirms, praises or thanks stands before such a noun as the subject of its sentence, and undertakes nothing
of it. Where a possessor follows its noun, the rules for nouns find it (`peyman.reading.clauses.subjects`).
"""

from __future__ import annotations

from dataclasses import replace

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.marks import COMMAS
from peyman.text.tokens import Token, TokenKind

#: Between a possessor and the noun stand at most so many tokens: "A's *continued and unwavering* support".
_DESCRIBED = 4
#: Whoever is thanked has a name of at most so many tokens.
_LONGEST_NAME = 12
_APOSTROPHES = frozenset("'’")
#: What parts two phrases, so that no possessor before it is the noun's.
_PARTING = ("finite", "past", "future", "say", "that", "which", "meeting-verb", "meeting-noun", "stance")


def owner_of(context: Context, sentence: ReadSentence, noun: Cue) -> Agent | None:
    """Return whose an undertaking is by a possessive before its noun, where the language has one; else nobody.

    Args:
        context: The document.
        sentence: Where it is told.
        noun: The word of undertaking.
    """
    if not context.table.possessive:
        return None
    start = max(sentence.first, noun.first - _DESCRIBED - 2)
    for agent in reversed(sentence.agents_in(start - _DESCRIBED, noun.last)):
        if agent.parties and agent.last <= noun.last and _owns(context, sentence, agent, noun):
            if agent.role != "between":
                return agent
            last = context.found.mentions_in(agent.first, agent.last)[-1:]  # "ties between A and B and *C's* support"
            return replace(agent, parties=tuple(m.party for m in last if m.party))
    return _thanked(context, sentence, noun)


def _owns(context: Context, sentence: ReadSentence, agent: Agent, noun: Cue) -> bool:
    """Whether the possessive behind somebody is the noun's: "A's unwavering support", "the States' pledge"."""
    tokens = context.text.tokens
    if agent.last + 1 >= len(tokens) or tokens[agent.last].text not in _APOSTROPHES:
        return False
    marked = agent.last + 1 + (tokens[agent.last + 1].fold == context.table.possessive)
    if marked == agent.last + 1 and not tokens[agent.last - 1].fold.endswith(context.table.possessive):
        return False
    if marked >= noun.last or sentence.having("refuse", first=agent.first - _DESCRIBED, last=agent.first):
        return False  # "rejected A's offers": what A offers is not what is told
    between = tokens[marked : max(marked, noun.first)]
    parted = sentence.having(*_PARTING, first=marked, last=noun.first)
    return len(between) <= _DESCRIBED and not parted and all(_describes(token) for token in between)


def _thanked(context: Context, sentence: ReadSentence, noun: Cue) -> Agent | None:
    """Whom somebody thanks for what is that one's: "thanked *Greece* for its unwavering support"."""
    since = noun.first - _DESCRIBED - 2
    owning = sentence.having("thanked-for", first=since, last=noun.last)
    if not owning:
        return None
    near = sentence.agents_in(owning[-1].first - _LONGEST_NAME, owning[-1].first)
    return next((a for a in reversed(near) if a.parties and a.last == owning[-1].first), None)


def _describes(token: Token) -> bool:
    return token.kind is TokenKind.WORD or token.text in COMMAS
