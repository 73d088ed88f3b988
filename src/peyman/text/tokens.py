"""Words, numbers and marks with their offsets."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from peyman.text.fold import fold

# The letters of nearly every word met here. They are a shortcut: matching a word by its category is slower.
_FREQUENT = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0620-\u063f\u0641-\u064a\u0671-\u06d3"
_JOINS = "\u064b-\u065f\u0670\u200c\u200d\u0300-\u036f"
# A word keeps its vowel marks, joiners and tatweel; a number keeps its separators only between digits. Nothing is given
# back once it is matched (possessive quantifiers), so that the time is linear in the length of any text.
_TOKEN = re.compile(
    rf"([{_FREQUENT}][{_FREQUENT}{_JOINS}]*+(?![^\W\d_])"
    rf"|[^\W\d_]++(?:[{_JOINS}]++[^\W\d_]*+)*+"
    r"|\d++(?:[.,٫٬]\d++)*+"
    r"|[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
)
_LETTER = re.compile(r"[^\W\d_]")
_REMEMBERED_WORDS = 100_000


class TokenKind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    MARK = 2


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


class _Folds(dict[str, str]):
    """The matching form of every word met so far."""

    def __missing__(self, word: str) -> str:
        form = self[word] = fold(word)
        return form


class _Kinds(dict[str, TokenKind]):
    """The kind of every word met so far."""

    def __missing__(self, word: str) -> TokenKind:
        kind = TokenKind.NUMBER if word[0].isdecimal() else TokenKind.MARK
        if _LETTER.match(word):
            kind = TokenKind.WORD
        self[word] = kind
        return kind


_folds, _kinds = _Folds(), _Kinds()
_fold, _kind = _folds.__getitem__, _kinds.__getitem__
_token = partial(tuple.__new__, Token)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text into tokens; white space and direction controls fall between them.

    Args:
        text: The text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.

    Returns:
        The tokens in order, their offsets into the whole text.
    """
    if len(_folds) > _REMEMBERED_WORDS:
        _folds.clear()
        _kinds.clear()
    # What stands between two tokens, the token, what follows … : each ends where the lengths so far add up to.
    if start or end is not None:
        pieces = _TOKEN.split(text[start:end])
        ends = list(accumulate(map(len, pieces), initial=start))[1:]
    else:
        pieces = _TOKEN.split(text)
        ends = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    return list(map(_token, zip(words, ends[::2], ends[1::2], map(_fold, words), map(_kind, words), strict=False)))
