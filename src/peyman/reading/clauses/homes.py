"""States named only to say where somebody is from, or where a place lies, and those that are told behind a person.

"*Lebanon's* Hezbollah", «حركة حماس *الفلسطينية*»; "in Lima, *Peru*"; "President A *of Kenya*".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from peyman.actors.found import Found
from peyman.actors.known.titles import POSSESSIVE
from peyman.actors.places.homes import home_of
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.analysis import AnalysedText
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: Between the state and the name of the movement stand at most so many words: "the Palestinian *Islamist group* Hamas".
LONGEST_DESCRIPTION = 2
#: What may follow the state in which a place lies, where it is not who acts: "in Lima, *Peru* on Monday".
_GO_ON = ("about", "in", "to", "with", "and", "from", "that", "which", "after", "ahead", "margin", "by")


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


def without_locations(text: AnalysedText, sentence: ReadSentence, found: Found, pieces: Sequence[Agent]) -> list[Agent]:
    """Leave out the states that only say where a place before them lies: "met her in Lima, *Peru*, on Monday".

    Args:
        text: The text.
        sentence: The sentence.
        found: What is named in the text.
        pieces: Names in the sentence, in order.
    """
    return [piece for piece in pieces if not _locates(text, sentence, found, piece)]


def _locates(text: AnalysedText, sentence: ReadSentence, found: Found, piece: Agent) -> bool:
    if len(piece.parties) != 1 or piece.first - 2 < sentence.first or text.tokens[piece.first - 1].text not in COMMAS:
        return False
    if any(found.actors[entry].kind != "party" for entry in piece.entries):
        return False
    town = next((m for m in found.place_mentions_in(piece.first - 4, piece.first) if m.last == piece.first - 1), None)
    if town is None or found.places[town.entry].country != piece.parties[0]:
        return False
    if not any(c.last == town.first for c in sentence.having("in", first=town.first - 2, last=town.first)):
        return False  # "visited Lima, Peru": whom the journey led to
    if piece.last >= sentence.last - 1 or text.tokens[piece.last].text in COMMAS:
        return True
    opens = town.first - sentence.first <= 1  # "in Lima, Peru and Kenya agreed"
    return not opens and any(c.first == piece.last for c in sentence.having(*_GO_ON, first=piece.last))


def with_their_states(sentence: ReadSentence, pieces: Sequence[Agent], articles: set[int]) -> list[Agent]:
    """Join people to the states that are told behind them as theirs: "President A *of Kenya* and President B".

    Args:
        sentence: The sentence.
        pieces: Names in it, in order.
        articles: Tokens that are articles.
    """
    possessives = {t for c in sentence.having("of") for t in range(c.first, c.last)}
    joined: list[Agent] = []
    for piece in pieces:
        person = joined[-1] if joined else None
        between = range(person.last, piece.first) if person is not None else range(0)
        theirs = person is not None and person.person and not piece.person and piece.parties == person.parties
        if theirs and person is not None and between and {*between} <= possessives | articles:
            joined[-1] = replace(person, last=piece.last)
        else:
            joined.append(piece)
    return joined
