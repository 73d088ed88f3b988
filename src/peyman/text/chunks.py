"""What stands between two blanks of a text, and what is to be known of it: what it has lost, what it may be joined to.

Most of what stands there was met before, and of most of it nothing is to be known; both are told by one look-up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

_REMEMBERED_WORDS = 100_000
#: What is longer than this is no word, and would fill the memory.
LONGEST_REMEMBERED = 64
#: What most often stands beside a word, and is in none.
PUNCTUATION = ".,:;!?()[]\"'«»،؛؟…"

_new = tuple.__new__  # what a named tuple does, without a call in between

#: A place where something may have been lost: where, the kind, what it was, and how likely that is.
Site = tuple[int, str, str, float]


class Chunk(NamedTuple):
    """What is worth knowing of what stands between two blanks, which most often is one word.

    Attributes:
        sites: Where something may have been lost.
        first: The word that it begins with, where that may be joined to what precedes.
        last: The word that it ends with, where that may be joined to what follows.
    """

    sites: tuple[Site, ...]
    first: str
    last: str


class Place(NamedTuple):
    """A chunk of a text of which something is to be known.

    Attributes:
        start: Where it begins.
        text: The chunk as it stands.
        chunk: What is to be known.
    """

    start: int
    text: str
    chunk: Chunk


@dataclass(slots=True)
class Looked:
    """What was found in the text that was looked at last: so much of it as was asked for."""

    text: str
    places: list[Place]
    edges: list[Place] | None = None
    ruled: list[Place] | None = None


class Chunks(dict[str, "Chunk | None"]):
    """All met so far between two blanks; None where there is nothing to be known, as of most words."""

    def __init__(self, read: Callable[[str], Chunk | None], nothing: frozenset[str], parts: bool) -> None:
        super().__init__(dict.fromkeys(nothing))
        self._read, self._nothing, self._most = read, nothing, len(self) + _REMEMBERED_WORDS
        self._parts = parts  # whether punctuation is part of no word

    def __missing__(self, chunk: str) -> Chunk | None:
        core = chunk.strip(PUNCTUATION) if self._parts else chunk
        known = self._read(chunk) if len(core) == len(chunk) else _between(chunk, core, self[core])
        if len(chunk) <= LONGEST_REMEMBERED:
            if len(self) > self._most:
                self.clear()
                self.update(dict.fromkeys(self._nothing))
            self[chunk] = known
        return known


def _between(chunk: str, word: str, known: Chunk | None) -> Chunk | None:
    """What is to be known of a chunk, from what stands between its marks."""
    if known is None:
        return None
    sites, first, last = known
    before = chunk.index(word)
    if before:
        sites = tuple([(before + at, kind, new, probability) for at, kind, new, probability in sites])
        first = ""
    if before + len(word) < len(chunk):
        last = ""
    return _new(Chunk, (sites, first, last)) if sites or first or last else None
