"""Where an office ends that runs up to a name, or begins behind one."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping

from peyman.actors.known.titles import vocabulary
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match
from peyman.text.marks import APOSTROPHES, COMMAS, QUOTES
from peyman.text.tokens import TokenKind

#: A short form is one word between brackets.
SHORT_FORM = 3


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
    if last - SHORT_FORM > first and behind_short_form(text, last - SHORT_FORM) == last:
        last -= SHORT_FORM
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


def before_insertion(text: AnalysedText, group_at: Container[int], at: int) -> int:
    """Return where what an office is of ends before what is put in behind it: the ending of a case, or a short form.

    Args:
        text: The text.
        group_at: Tokens of parties, bodies and places.
        at: The token behind it: "chair of CHP'ê *X*", "member of the Workers' Party (WP) *X*".
    """
    if is_case_ending(text, at):
        return at - 2
    opens = at - SHORT_FORM
    named = opens > 0 and opens - 1 in group_at and text.tokens[at - 1].text == ")"
    return opens if named and behind_short_form(text, opens) == at else at


def behind_short_form(text: AnalysedText, at: int) -> int:
    """Return where a short form in brackets ends that begins at a token; the token itself where none does.

    Args:
        text: The text.
        at: The token: "member of the Workers' Party *(WP)* X".
    """
    tokens = text.tokens[at : at + SHORT_FORM]
    if len(tokens) < SHORT_FORM or tokens[0].text != "(" or tokens[-1].text != ")":
        return at
    short = tokens[1]
    written = short.text.isupper() if text.language.has_case else len(short.text) > 1
    return at + SHORT_FORM if short.kind is TokenKind.WORD and written else at


def is_of_next(text: AnalysedText, named: Collection[int], at: int, end: int) -> bool:
    """Whether another name follows what was read as an office: "X, the Prime Minister, Y".

    Args:
        text: The text.
        named: Tokens of people's names.
        at: After the last token of the office.
        end: After the last token of the sentence.
    """
    while at < end and (text.tokens[at].text in COMMAS or text.tokens[at].text in QUOTES):
        at += 1
    return at < end and at in named
