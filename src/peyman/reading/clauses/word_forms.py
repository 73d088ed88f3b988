"""Whether two words are one in two forms, told by the letters with which they begin.

An ending, or an article behind it, makes another form of a word ("source", "sources"; «منبع», «منبعی»). Which forms
are one is told by the first letters alone: by four for nouns of offices and officials, which are few in a text, and by
five where all words of two sentences are compared.
"""

from __future__ import annotations

from collections.abc import Iterable

from peyman.text.lexicon import Affixes
from peyman.text.tokens import Token, TokenKind

#: Nouns for an office, or for officials, are one in two forms if they begin alike for so many letters.
_NOUN = 4
#: Words of two sentences are, if they begin alike for so many,
_WORD = 5
#: and shorter ones than this tell nothing.
_SHORTEST_WORD = 4
#: Stems of nouns of fewer letters than this are no nouns.
_SHORTEST_NOUN = 3


def form(noun: str) -> str:
    """Return what the forms of a noun for an office or for officials have in common, as far as is told.

    Args:
        noun: The noun, folded.
    """
    return noun[:_NOUN]


def forms(nouns: Iterable[str], affixes: Affixes) -> list[str]:
    """Return what forms of nouns have in common that affixes before them may hide, each once, in order.

    Args:
        nouns: The nouns, folded.
        affixes: Those of the language.
    """
    stems = (form(stem) for noun in nouns for stem in affixes.stems(noun))
    return [stem for stem in dict.fromkeys(stems) if len(stem) >= _SHORTEST_NOUN]


def is_long_enough(noun: str) -> bool:
    """Whether a folded noun has so many letters that its beginning tells it."""
    return len(noun) >= _NOUN


def are_one(noun: str, other: str) -> bool:
    """Whether two folded nouns are one in two forms: another ending, or an article before it."""
    return form(noun) == form(other) or noun.endswith(other) or other.endswith(noun)


def told_word(word: str) -> str:
    """Return what a word of any kind is compared by.

    Args:
        word: The word, folded.
    """
    return word[:_WORD]


def told_words(tokens: Iterable[Token], numbers: bool = False) -> frozenset[str]:
    """Return the words of a stretch, each as it is told whatever its ending; short ones tell nothing.

    Args:
        tokens: The stretch.
        numbers: Whether long numbers, and rows of marks, count as well: the year that one telling has and others have
            not is news, but two sentences of one year are not about one thing.
    """
    words = (token.fold for token in tokens if numbers or token.kind is TokenKind.WORD)
    return frozenset(told_word(word) for word in words if len(word) >= _SHORTEST_WORD)
