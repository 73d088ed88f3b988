"""Names that a preposition is written to: «دعم بولندا *لأوكرانيا*», Poland's support *for* Ukraine."""

from __future__ import annotations

from peyman.actors.bodies import grammar
from peyman.actors.found import Found
from peyman.reading.sentences import Agent
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold


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
