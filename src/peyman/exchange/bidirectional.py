"""Text that a terminal can show: isolated by direction, safe to print, wrapped by width.

A line that mixes an English label, a Persian quotation and a key is put in order by the terminal (Unicode Standard
Annex #9). Each quotation is enclosed in *first strong isolate* and *pop directional isolate*, so that it is ordered by
itself and moves nothing around it. Letters are never reshaped or reversed: that would undo what the terminal does, and
change the words for anyone who copies them.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from rich.cells import cell_len

FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"

#: Embeddings, overrides and isolates that a document brings along: unbalanced, they would reorder what follows.
_DIRECTIONAL = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def is_right_to_left(text: str) -> bool:
    """Whether the first strong character is written from right to left (UAX #9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False


def printable(text: str) -> str:
    """Return the text without what could move the cursor or reorder the line: controls shown, embeddings dropped.

    Args:
        text: Anything; line ends and tabs become blanks.
    """
    shown = []
    for character in text.translate(_DIRECTIONAL):
        if character in "\n\r\t\v\f\x85\u2028\u2029":
            shown.append(" ")
        elif unicodedata.category(character) in ("Cc", "Cs"):
            # C0 controls have pictures of their own; the rest is shown as a character that is not known.
            shown.append(chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\ufffd")
        else:
            shown.append(character)
    return "".join(shown)


def isolate(text: str) -> str:
    """Enclose a text in directional isolates if anything in it is written from right to left.

    Args:
        text: A printable text on one line.
    """
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"
    return text


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text that is ordered by itself, with what stands directly before and after it outside.

    Attributes:
        text: The run.
        before: Such as an opening bracket.
        after: Such as a comma.
    """

    text: str
    before: str = ""
    after: str = ""


def listed(texts: Iterable[str], separator: str = ",") -> tuple[Part, ...]:
    """Return the texts as parts with a separator after each but the last; empty ones are left out."""
    found = [text for text in texts if text]
    return tuple(Part(text, after=separator) for text in found[:-1]) + tuple(Part(text) for text in found[-1:])


def wrap(text: str | Iterable[Part], width: int) -> list[str]:
    """Break a text into lines, the parts of each isolated by themselves, since a terminal orders each line by itself.

    Args:
        text: One text, or parts that are ordered by themselves and set apart by blanks; made printable here.
        width: Cells in a line; a longer word is broken.

    Returns:
        At least one line; no line is wider than ``width`` (or one character, where that is wider).
    """
    parts = [Part(text)] if isinstance(text, str) else list(text)
    lines: list[list[tuple[int, str]]] = [[]]
    used = 0
    for number, part in enumerate(parts):
        words = [piece for word in printable(part.text).split() for piece in _pieces(word, width)]
        for position, word in enumerate(words):
            cells = cell_len(word)
            cells += cell_len(part.before) * (position == 0) + cell_len(part.after) * (position == len(words) - 1)
            if lines[-1] and used + 1 + cells > width:
                lines.append([])
                used = 0
            used += cells + (1 if lines[-1] else 0)
            lines[-1].append((number, word))
    begun: set[int] = set()
    remaining = Counter(number for line in lines for number, _ in line)
    return [_set(line, parts, begun, remaining) for line in lines]


def _set(line: list[tuple[int, str]], parts: list[Part], begun: set[int], remaining: Counter[int]) -> str:
    """Join a line's words again, those of one part inside one isolate."""
    runs = []
    for number, words in groupby(line, key=itemgetter(0)):
        content = [word for _, word in words]
        remaining[number] -= len(content)
        before = "" if number in begun else parts[number].before
        after = parts[number].after if remaining[number] == 0 else ""
        begun.add(number)
        runs.append(before + isolate(" ".join(content)) + after)
    return " ".join(runs)


def _pieces(word: str, width: int) -> list[str]:
    if cell_len(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        # A character of no width (a vowel sign, a joiner) stays with the one that it belongs to.
        if pieces[-1] and cell_len(character) and cell_len(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
