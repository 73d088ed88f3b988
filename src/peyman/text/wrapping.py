"""Lines that a mail program, a converter or a terminal broke, put together again to the paragraphs that they were.

Two things tell a broken line: the next one goes on in the middle of a sentence (it begins with a small letter), or the
lines of a stretch are all about as long as fits, so that the first word of the next would not have fitted any more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

#: A broken line is no longer than this, in code points; what is longer is a paragraph.
WIDEST = 120
#: Nor shorter than this: shorter lines are headings, names, items of a list.
NARROWEST = 40
#: So many full lines make a text of broken ones.
FEWEST_FULL_LINES = 3
#: And this share of the lines that another follows must be full.
MOST = 0.6

_SENTENCE_ENDS = re.compile(r"[.!?؟。…:][»”\"')\]]*\Z")
_BEGINS_A_POINT = re.compile(r"[•●▪◦‣·*–—🔹🔸✅-]|\(?\d{1,2}[.)_\-–]|#")
#: "LUSAKA, Oct 3 (ZANA):": a town in capitals before a dash or a colon, which begins a report.
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:,[^,()\n]{1,20}){0,2}\s?(?:\([^()\n]{2,40}\)\s?[-–—:]|\s[-–—]+\s)")
_BREAK = re.compile(r"[^\S\n]*(?:\r\n|[\n\r\u2028])[^\S\n]*")

Span = tuple[int, int]


def unwrapped(text: str, lines: Sequence[Span]) -> list[Span]:
    """Join lines that were one paragraph.

    Args:
        text: The text.
        lines: The spans of its lines, in order, none of them empty.

    Returns:
        Spans of paragraphs, in order; a span of several lines holds the line breaks between them.
    """
    joined: list[Span] = []
    stretches = _stretches(text, lines)
    full = _full_lines(text, stretches)
    for stretch in stretches:
        for number, (start, end) in enumerate(stretch):
            if number and _is_continued(text, stretch[number - 1], (start, end), stretch[number - 1] in full):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
    return joined


def _stretches(text: str, lines: Sequence[Span]) -> list[list[Span]]:
    """Lines between which there is nothing but one line break."""
    stretches: list[list[Span]] = []
    for line in lines:
        if stretches and line[0] - stretches[-1][-1][1] < 8 and _BREAK.fullmatch(text, stretches[-1][-1][1], line[0]):
            stretches[-1].append(line)
        else:
            stretches.append([line])
    return stretches


def _full_lines(text: str, stretches: Sequence[Sequence[Span]]) -> set[Span]:
    """The lines that are full, among enough others of the text, or of a run in it, to mean something."""
    runs: list[list[tuple[Span, int]]] = [[]]
    for stretch in stretches:
        for line, following in pairwise(stretch):
            if line[1] - line[0] > WIDEST:
                runs.append([])
            else:
                word = text[following[0] : following[1]].split(None, 1)[0]
                runs[-1].append((line, line[1] - line[0] + 1 + len(word)))
        runs.append([])
    everything = [line for run in runs for line in run]
    return _full_of(everything) or {line for run in runs for line in _full_of(run)}


def _full_of(run: Sequence[tuple[Span, int]]) -> set[Span]:
    """The lines that the first word of the next would have made longer than all, if most lines are like that."""
    width = max((end - start for (start, end), _ in run), default=0)
    full = {line for line, room in run if room > width}
    return full if len(full) >= FEWEST_FULL_LINES and len(full) >= MOST * len(run) else set()


def _is_continued(text: str, line: Span, following: Span, full: bool) -> bool:
    length, last = line[1] - line[0], text[max(line[0], line[1] - 4) : line[1]]
    if not NARROWEST <= length <= WIDEST or _BEGINS_A_POINT.match(text, following[0], following[1]):
        return False
    if _DATELINE.match(text, following[0], following[1]) is not None:
        return False
    word = text[following[0] : following[1]].split(None, 1)[0]
    if "@" in word or "/" in word or "." in word[:-1]:
        return False  # an address stands on a line of its own
    if full:
        return True
    return text[following[0]].islower() and _SENTENCE_ENDS.search(last) is None
