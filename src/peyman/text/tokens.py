"""Words, numbers and marks with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import accumulate, repeat
from operator import itemgetter
from typing import NamedTuple, overload

from peyman.text.fold import fold_all

# The letters of nearly every word met here. They are a shortcut: matching a word by its category is slower.
_FREQUENT = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0620-\u063f\u0641-\u064a\u0671-\u06d3"
_JOINS = "\u064b-\u065f\u0670\u200c\u200d\u0300-\u036f"
# A word keeps its vowel marks, joiners and tatweel; a number keeps its separators only between digits. Nothing is given
# back once it is matched (possessive quantifiers), so that the time is linear in the length of any text.
_TOKEN = re.compile(
    rf"(?=[^ \n])([{_FREQUENT}][{_FREQUENT}{_JOINS}]*+(?![^\W\d_])"
    rf"|[^\W\d_]++(?:[{_JOINS}]++[^\W\d_]*+)*+"
    r"|\d++(?:[.,٫٬]\d++)*+"
    r"|[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
)
_LETTER = re.compile(r"[^\W\d_]")


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


class _Kinds(dict[str, TokenKind]):
    """What a token is made of, by its first character."""

    def __missing__(self, first: str) -> TokenKind:
        if _LETTER.match(first):
            kind = TokenKind.WORD
        else:
            kind = TokenKind.NUMBER if first.isdecimal() else TokenKind.MARK
        self[first] = kind
        return kind


_kinds = _Kinds()
_first = itemgetter(0)
_new = tuple.__new__


class Tokens(Sequence[Token]):
    """The tokens of a text in order, where each begins and ends told at once, what else there is when it is asked for.

    Attributes:
        texts: Each as it stands in the text.
    """

    __slots__ = ("_edges", "_made", "texts")

    def __init__(self, texts: list[str], edges: list[int]) -> None:
        """Take the tokens as they stand, and where what is before each, it, and what is behind it begin."""
        self.texts, self._edges = texts, edges
        self._made: list[Token] | None = None

    @property
    def starts(self) -> list[int]:
        """The offset of the first code point of each."""
        return self._edges[1:-1:2]

    @property
    def ends(self) -> list[int]:
        """The offset after the last code point of each."""
        return self._edges[2::2]

    def _all(self) -> list[Token]:
        if self._made is None:
            kinds = map(_kinds.__getitem__, map(_first, self.texts))
            rows = zip(self.texts, self.starts, self.ends, fold_all(self.texts), kinds, strict=True)
            self._made = list(map(_new, repeat(Token), rows))
        return self._made

    def __len__(self) -> int:
        """How many there are."""
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Token: ...

    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...

    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        """One of them, or some in a row."""
        return self._all()[index]

    def __iter__(self) -> Iterator[Token]:
        """All of them in order."""
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        """Whether the other holds the same tokens in the same order."""
        return isinstance(other, Sequence) and self._all() == list(other)

    def __repr__(self) -> str:
        """The tokens."""
        return repr(self._all())


def words(text: str, start: int = 0, end: int | None = None) -> tuple[list[str], list[int]]:
    """Split text into words, numbers and marks, without anything else being found out about them.

    Args:
        text: The text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.

    Returns:
        The words, numbers and marks in order as they stand in the text, and the offset of each into the whole text.
    """
    texts, edges = _parted(text, start, end)
    return texts, edges[1:-1:2]


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Split text into tokens; white space and direction controls fall between them.

    Args:
        text: The text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.

    Returns:
        The tokens in order, their offsets into the whole text. Their kinds and matching forms are found out, for all of
        them at once, when the first token is asked for.
    """
    return Tokens(*_parted(text, start, end))


def _parted(text: str, start: int, end: int | None) -> tuple[list[str], list[int]]:
    """The tokens as they stand, and where each piece of the text begins: what stands before them, they, and so on."""
    pieces = _TOKEN.split(text[start:end] if start or end is not None else text)
    return pieces[1::2], list(accumulate(map(len, pieces), initial=start))
