"""Words, numbers and marks with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
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
_REMEMBERED_CHUNKS = 100_000
#: What is longer than this is no word, and would fill the memory.
_LONGEST_REMEMBERED = 64


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


#: A token as it stands between two blanks: its text, where it begins and ends there, its matching form and its kind.
_Piece = tuple[str, int, int, str, TokenKind]
#: What stands between two blanks: a plain word with length, form and kind, and None; else its length and its tokens.
_Known = tuple[str, int, str, TokenKind, Iterable[_Piece] | None]


class _Chunks(dict[str, _Known]):
    """The tokens of everything met so far between two blanks, which most often is one word."""

    def __missing__(self, chunk: str) -> _Known:
        if chunk.isalpha():
            known: _Known = (chunk, len(chunk), fold(chunk), TokenKind.WORD, None)
        else:
            known = ("", len(chunk), "", TokenKind.MARK, _pieces(chunk))
        if len(chunk) <= _LONGEST_REMEMBERED:
            if known[4] is not None:
                known = (*known[:4], tuple(known[4]))
            if len(self) > _REMEMBERED_CHUNKS:
                self.clear()
            self[chunk] = known
        return known


def _pieces(chunk: str) -> Iterator[_Piece]:
    # What stands between two tokens, the token, what follows … : each ends where the lengths so far add up to.
    pieces = _TOKEN.split(chunk)
    ends = list(accumulate(map(len, pieces)))
    for word, first, last in zip(pieces[1::2], ends[::2], ends[1::2], strict=False):
        yield word, first, last, fold(word), _kind(word)


def _kind(word: str) -> TokenKind:
    if _LETTER.match(word):
        return TokenKind.WORD
    return TokenKind.NUMBER if word[0].isdecimal() else TokenKind.MARK


_known = _Chunks().__getitem__
_new = tuple.__new__


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text into tokens; white space and direction controls fall between them.

    Args:
        text: The text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.

    Returns:
        The tokens in order, their offsets into the whole text.
    """
    # No token holds a blank and none asks what stands behind one, so that all between two blanks can be remembered;
    # a line break parts tokens as a blank does.
    at, token, new = start, Token, _new
    tokens: list[Token] = []
    add = tokens.append
    for word, length, form, kind, pieces in map(
        _known, (text[start:end] if start or end is not None else text).replace("\n", " ").split(" ")
    ):
        if pieces is None:
            behind = at + length
            add(new(token, (word, at, behind, form, kind)))
            at = behind + 1
        else:
            for part, first, last, folded, made_of in pieces:
                add(new(token, (part, at + first, at + last, folded, made_of)))
            at += length + 1
    return tokens
