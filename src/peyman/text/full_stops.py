"""Full stops behind letters: what a language says of those that end a sentence, and of those that end none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from peyman.languages import Language
from peyman.text.tokens import Token, TokenKind

#: "a.m" has so many tokens, and an hour before it at most so many: "10 : 30".
_LETTERS, _LONGEST_HOUR = 3, 3


@dataclass(frozen=True)
class FullStops:
    """What a language says of full stops.

    Attributes:
        abbreviations: Folded words after which a full stop ends nothing.
        closing: Letters with full stops between them that end the name of a place behind a comma ("Washington, D.C.").
        hours: Letters with full stops between them that end an hour ("a.m.").
        openers: Words that begin a sentence where they stand with a capital letter behind such letters.
        dated: Names of days and months, which go on where any other word with a capital letter begins anew.
    """

    abbreviations: frozenset[str]
    closing: frozenset[str]
    hours: frozenset[str]
    openers: frozenset[str]
    dated: frozenset[str]


@cache
def full_stops(language: Language) -> FullStops:
    """Return what a language's tables say of full stops."""
    words, calendar = language.table("language"), language.table("calendar")
    named = [*calendar.get("weekdays", {}).values()]
    for months in calendar.get("months", {}).values():
        named += months.values()
    return FullStops(
        frozenset(a.casefold() for a in words.get("abbreviations", ())),
        frozenset(words.get("closing_letters", ())),
        frozenset(words.get("hour_letters", ())),
        frozenset(words.get("openers", ())),
        frozenset(name for names in named for name in names),
    )


def hour_goes_on(tokens: Sequence[Token], first: int, stop: int, stops: FullStops) -> bool:
    """Whether an hour ends with a full stop, and its sentence does not: "8:00 a.m. Minister X meets …", "10 p.m. GMT".

    An hour that opens a line of a diary, or stands before a day or letters for a zone, does not end it.

    Args:
        tokens: All tokens of the text.
        first: The index of the sentence's first token.
        stop: The index of the full stop; a token follows it.
        stops: What the language says of full stops.
    """
    if stop - first < _LETTERS or "".join(t.text for t in tokens[stop - _LETTERS : stop]) not in stops.hours:
        return False
    following = tokens[stop + 1].text
    opens = stop - _LETTERS - first <= _LONGEST_HOUR and tokens[first].kind is TokenKind.NUMBER
    return opens or following in stops.dated or (len(following) > 1 and following.isupper())


def letters_end(tokens: Sequence[Token], first: int, stop: int, stops: FullStops) -> bool:
    """Whether a sentence ends with letters that full stops join: "in the U.S. He", "in Washington, D.C. Minister X".

    Args:
        tokens: All tokens of the text.
        first: The index of the sentence's first token.
        stop: The index of the full stop; a token follows it.
        stops: What the language says of full stops.
    """
    begin = stop - 1
    while begin - 2 >= first and _joined(tokens[begin - 2], tokens[begin - 1], tokens[begin]):
        begin -= 2
    if begin > stop - 3 or len(tokens[stop - 1].text) > 1:
        return False  # one letter: an initial
    following = tokens[stop + 1].text
    if following in stops.openers:
        return True
    letters = "".join(token.text for token in tokens[begin:stop])
    names = letters in stops.closing and begin - first > 1 and tokens[begin - 1].text == ","
    return names and following not in stops.dated


def _joined(letter: Token, dot: Token, after: Token) -> bool:
    return len(letter.text) == 1 and dot.text == "." and letter.end == dot.start and dot.end == after.start
