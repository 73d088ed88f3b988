"""Quotation marks that set off a name or a term, and no words of anybody's."""

from __future__ import annotations

from peyman.text.analysis import AnalysedText
from peyman.text.marks import COMMAS

#: Quotation marks at most so many tokens apart set off a name or a term and no speech.
LONGEST_SCARE_QUOTE = 6
#: At the beginning of a sentence, with a comma behind them, they set off what is said if they are farther apart.
SHORTEST_SAYING = 3


def scare_quotes(text: AnalysedText) -> frozenset[int]:
    """Return the quotation marks around a few words ('the "3+3" platform'): they part no clause from another.

    Args:
        text: A text, cut into sentences.
    """
    short: set[int] = set()
    for sentence in text.sentences:
        opened: int | None = None
        for index in range(sentence.first, sentence.last):
            mark = text.tokens[index].text
            if opened is not None and mark in '”»"' and index - opened <= LONGEST_SCARE_QUOTE:
                if not _opens_what_is_said(text, sentence.first, opened, index):
                    short |= {opened, index}
                opened = None
            elif mark in '“«"':
                opened = index
    return frozenset(short)


def _opens_what_is_said(text: AnalysedText, start: int, first: int, last: int) -> bool:
    """Whether a short quotation opens its sentence and a comma parts it from who says it: '"We will come", he said'."""
    commas = any(text.tokens[t].text in COMMAS for t in (last - 1, last + 1) if t < len(text.tokens))
    return first == start and last - first > SHORTEST_SAYING and commas
