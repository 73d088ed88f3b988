"""Where an office ends that runs up to a name, or begins behind one."""

from __future__ import annotations

from collections.abc import Container, Mapping

from peyman.actors.titles import vocabulary
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match
from peyman.text.marks import APOSTROPHES, COMMAS
from peyman.text.tokens import TokenKind


def trimmed_end(
    text: AnalysedText, first: int, last: int, title_at: Mapping[int, Match], group_at: Container[int]
) -> int:
    """Return where an office ends: without marks, "and", and a form of address of the name behind it.

    Args:
        text: The text.
        first: Its first token.
        last: Where it may end.
        title_at: Titles by their tokens.
        group_at: Tokens of parties, bodies and places.
    """
    words = vocabulary(text.language)
    while last > first + 1:
        title, token = title_at.get(last - 1), text.tokens[last - 1]
        if last - 1 in group_at:
            break  # "head of the U.S.": the mark is part of what is named
        if token.kind is TokenKind.MARK or token.fold in words.conjunctions:
            last -= 1
        elif title is not None and title.value == "honorific" and title.start > first:
            last = title.start
        elif words.has_case and len(token.text) == 1 and token.text.isupper():
            last -= 1  # "Minister S Jaishankar": the initial is part of the name
        else:
            break
    return last


def is_closed(text: AnalysedText, named: Container[int], name: int) -> bool:
    """Whether a comma closes a name: "A, adviser of *B*, said", where the office between is of the one before.

    Args:
        text: The text.
        named: The tokens of people's names.
        name: The first token of the name.
    """
    while name < len(text.tokens) and name in named:
        name += 1
    return name < len(text.tokens) and text.tokens[name].text in COMMAS


def is_case_ending(text: AnalysedText, end: int) -> bool:
    """Whether the ending of a name stands right before a token, parted from it by an apostrophe: "Serokê CHP*'ê* X".

    Args:
        text: The text.
        end: The token behind the ending.
    """
    written = 1 < end <= len(text.tokens) and text.tokens[end - 2].text in APOSTROPHES
    return written and text.tokens[end - 1].fold in vocabulary(text.language).case_endings
