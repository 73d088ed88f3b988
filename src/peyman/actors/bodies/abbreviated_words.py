"""Abbreviations of ordinary words: behind "intellectual property (IP)" nothing is called IP.

What stands in brackets behind words in small letters that begin with its letters is short for these words, and no
body's name, wherever else it stands in the text; unless one of them is a word for a body ("joint committee (JC)").
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.tagger import NameSpan
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import Token, TokenKind

#: An abbreviation has so many letters.
_FEWEST, _MOST = 2, 6


def without_abbreviated_words(text: AnalysedText, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Leave out what the tagger takes for names and is short for ordinary words of the text.

    Args:
        text: The analysed text.
        names: What the tagger found.
    """
    if not text.language.has_case:
        return [*names]
    short = {t.fold for n, t in enumerate(text.tokens) if _is_short(text, n, t)}
    return [n for n in names if n.last - n.first > 1 or text.tokens[n.first].fold not in short]


def _is_short(text: AnalysedText, at: int, token: Token) -> bool:
    """Whether a token in brackets is made of the first letters of the words before, none of which is a body's."""
    size, tokens = len(token.text), text.tokens
    if token.kind is not TokenKind.WORD or not (_FEWEST <= size <= _MOST and token.text.isupper()):
        return False
    if at < size + 1 or at + 1 >= len(tokens) or tokens[at - 1].text != "(" or tokens[at + 1].text != ")":
        return False
    words = [t for t in tokens[max(0, at - 2 * size - 1) : at - 1] if t.kind is TokenKind.WORD][-size:]
    if len(words) < size or not all(word.text.islower() for word in words):
        return False
    heads = grammar(text.language).heads
    return [w.text[0] for w in words] == [*token.text.lower()] and all(w.fold not in heads for w in words)
