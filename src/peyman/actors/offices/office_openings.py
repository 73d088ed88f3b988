"""Where an office behind a name begins: "X, *the* minister", "X, *A's* minister", "X, *who is* minister of A"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from peyman.actors.known.titles import POSSESSIVE, Vocabulary
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match
from peyman.text.tokens import TokenKind

#: At most so many words that no table knows stand between whose an office is and its title: "the *Africa* director".
MOST_DESCRIBING = 2


class _Group(Protocol):
    @property
    def last(self) -> int: ...


def office_opening(
    text: AnalysedText,
    words: Vocabulary,
    group_at: Mapping[int, _Group],
    title_at: Mapping[int, Match],
    named: Collection[int],
    span: tuple[int, int],
) -> tuple[int, Match] | None:
    """Return where an office begins, and its title, if one begins right behind a name and its mark.

    Args:
        text: The text.
        words: What the language knows of people.
        group_at: Parties, bodies and places by their tokens.
        title_at: Titles by their tokens.
        named: Tokens of people's names.
        span: The first token behind the name and its mark, and where its sentence ends.
    """
    at, end = span
    at = _behind_being(text, words, at, end)
    while at < end and text.tokens[at].fold in words.articles:
        at += 1
    if at >= end:
        return None
    group = group_at.get(at)
    owned = group.last if group is not None else at
    title = title_at.get(at) or (title_at.get(owned) if owned < end else None)
    if title is None and words.has_case and words.possessor_before:
        while at < owned < end and text.tokens[owned].fold in POSSESSIVE:
            owned += 1
        title = _behind_description(text, title_at, named, owned, end)
    return (at, title) if title is not None and title.value == "office" else None


def _behind_being(text: AnalysedText, words: Vocabulary, at: int, end: int) -> int:
    """What follows "who is", where that stands between a name and an office."""
    for phrase in words.being:
        if at + len(phrase) < end and tuple(t.fold for t in text.tokens[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return at


def _behind_description(
    text: AnalysedText, title_at: Mapping[int, Match], named: Collection[int], at: int, end: int
) -> Match | None:
    """The title behind a few words with capital letters that say of what field it is, and right before no name."""
    first = at
    while at < end and at - first <= MOST_DESCRIBING and at not in title_at:
        token = text.tokens[at]
        if at in named or token.kind is not TokenKind.WORD or not token.text[:1].isupper():
            return None
        at += 1
    title = title_at.get(at)
    return title if title is not None and title.end not in named else None
