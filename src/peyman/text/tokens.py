"""Words, numbers and marks with their offsets."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from peyman.text.fold import fold

# A word keeps its vowel marks, joiners and tatweel; a number keeps its separators only between digits.
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,٫٬]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:[\u064B-\u065F\u0670\u200c\u200d\u0300-\u036f]+[^\W\d_]*)*)"
    r"|(?P<mark>[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
)


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    MARK = 2


_KINDS = {"word": TokenKind.WORD, "number": TokenKind.NUMBER, "mark": TokenKind.MARK}


class Token(NamedTuple):
    """One word, number or mark.

    Attributes:
        text: As it stands in the text.
        start: Offset of its first code point.
        end: Offset after its last one.
        fold: Matching form, see `peyman.text.fold`; a number has its digits in ASCII.
        kind: Word, number or mark.
    """

    text: str
    start: int
    end: int
    fold: str
    kind: TokenKind


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text into tokens; white space and direction controls fall between them.

    Args:
        text: The text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.

    Returns:
        The tokens in order, their offsets into the whole text.
    """
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = _KINDS[match.lastgroup or "mark"]
        word = match.group()
        tokens.append(Token(word, match.start(), match.end(), fold(word), kind))
    return tokens
