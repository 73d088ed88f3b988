"""States named only to say where a movement beside them is from: "*Lebanon's* Hezbollah", «حركة حماس *الفلسطينية*»."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from peyman.actors.found import Found
from peyman.actors.homes import home_of
from peyman.actors.titles import POSSESSIVE
from peyman.reading.sentences import Agent
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

#: Between the state and the name of the movement stand at most so many words: "the Palestinian *Islamist group* Hamas".
LONGEST_DESCRIPTION = 2


def without_homes(
    text: AnalysedText,
    found: Found,
    pieces: Sequence[Agent],
    ends: Collection[int],
    articles: Collection[int],
    prefix: str = "",
) -> list[Agent]:
    """Leave out the states that say no more than where the party or movement named beside them is from.

    Args:
        text: The text.
        found: What is named in it.
        pieces: Names in one sentence, in order.
        ends: Tokens at which a noun phrase ends: verbs, prepositions, conjunctions.
        articles: Tokens that are articles.
        prefix: An "and" that is written to the word behind it; empty where the language has none.
    """
    left_out: set[int] = set()
    for a, b in pairwise(pieces):
        between = [t for t in range(a.last, b.first) if t not in articles]
        joined = bool(prefix) and text.tokens[b.first].fold.startswith(prefix)
        if joined or any(t in ends for t in between):
            continue
        if _is_home(found, a, b):
            words = [t for t in between if text.tokens[t].text not in POSSESSIVE]
            if len(words) <= LONGEST_DESCRIPTION and all(text.tokens[t].kind is TokenKind.WORD for t in words):
                left_out.add(id(a))
        elif _is_home(found, b, a) and not between:
            left_out.add(id(b))
    return [piece for piece in pieces if id(piece) not in left_out]


def _is_home(found: Found, state: Agent, movement: Agent) -> bool:
    """Whether one piece names the state that the one party of the other is of."""
    if len(state.parties) != 1 or len(movement.parties) != 1 or movement.person:
        return False
    named = all(found.actors[entry].kind == "party" for entry in state.entries)
    return bool(state.entries) and named and home_of(movement.parties[0]) == state.parties[0]
