"""Names that a preposition is written to: «دعم بولندا *لأوكرانيا*», Poland's support *for* Ukraine."""

from __future__ import annotations

from peyman.actors.bodies.composed import grammar
from peyman.actors.found import Found
from peyman.reading.clauses.sentences import Agent
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold

#: References that mean the state of whoever speaks.
_OWN = ("own", "home")


def is_for(text: AnalysedText, found: Found, whose: Agent, other: Agent, preposition: str, *, told: bool) -> bool:
    """Whether what is a state's is for another one: "A's support *for B*"; an office is *of* whoever follows it.

    Nor is a source one with the outlet that it talks to: "a source *to X*".

    Args:
        text: The text.
        found: Who was found in it.
        whose: Whoever stands before.
        other: Somebody named behind.
        preposition: The preposition, folded.
        told: Whether one of the two is an outlet and the other is not.
    """
    if told and preposition and text.tokens[other.first].fold.startswith(preposition):
        return True
    named = bool(whose.entries or whose.reference in _OWN) and not whose.headed
    return named and is_written_to(text, found, other, preposition)


def is_written_to(text: AnalysedText, found: Found, agent: Agent, preposition: str) -> bool:
    """Whether a preposition is written to the name that somebody begins with, and is no part of the name.

    Args:
        text: The text.
        found: Who was found in it.
        agent: Somebody named in it.
        preposition: The preposition, folded; nothing where a language writes none to the word behind it.
    """
    first = text.tokens[agent.first].fold
    if not preposition or not agent.entries or not first.startswith(preposition):
        return False
    bare = {first.removeprefix(preposition)}
    bare |= {
        fold(apart) + first.removeprefix(fold(together))
        for apart, together in grammar(text.language).fused.items()
        if first.startswith(fold(together))
    }
    actor = found.actors[agent.entries[0]]
    names = (fold(name).split() for name in (actor.name, *actor.names.values()))
    return any(words[0] in bare for words in names if words)
