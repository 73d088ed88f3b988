"""Sentences of ours with their names, for a language without an open set: read, and damaged as pages are.

``sorani_names.txt`` says how it was annotated. Of every four sentences in turn one stands as it was written, one has
lost *ە* to *ه*, one has Arabic *ك* and *ي*, and one was typed without the letters that Arabic keyboards lack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

SORANI = Path(__file__).parent / "sorani_names.txt"
KINDS = {"P": "person", "B": "body", "L": "place", "A": "agreement"}
#: What each sentence in turn has lost; a letter stands for a letter, so that spans stay.
DAMAGES: tuple[dict[str, str | int | None], ...] = (
    {},
    {"ە": "ه"},
    {"ک": "ك", "ی": "ي"},
    {"ڕ": "ر", "ڵ": "ل", "ێ": "ی", "ۆ": "و"},
)
#: A name with the clitic that hangs on it outside the bracket.
_NAME = re.compile(r"\[([^|\]]+)\|([PBLA])\](\w*)")

Spans = set[tuple[int, int, str]]


def sentences(path: Path, damaged: bool = True) -> Iterator[tuple[str, Spans]]:
    """Yield the sentences of a file, each with its names as ranges of characters and what they name.

    Args:
        path: Lines with names in brackets; those that begin with ``#`` are comments.
        damaged: Damage them in turn; otherwise as they were written.
    """
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    for number, line in enumerate(lines):
        text, at = "", 0
        spans: Spans = set()
        for match in _NAME.finditer(line):
            text += line[at : match.start()]
            spans.add((len(text), len(text) + len(match[1]) + len(match[3]), KINDS[match[2]]))
            text += match[1] + match[3]
            at = match.end()
        text += line[at:]
        yield text.translate(str.maketrans(DAMAGES[number % len(DAMAGES)])) if damaged else text, spans
