"""Whole numbers in digits and in words: 27, 27th, 28ê, twenty-first, بیست و ششم, الثامن والعشرين."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from peyman.dates.vocabulary import NUMERALS, Vocabulary
from peyman.text.marks import DASHES
from peyman.text.tokens import Token, TokenKind


class Number(NamedTuple):
    """A whole number in digits or words, ``[first, last)`` in tokens.

    Attributes:
        first: Its first token.
        last: The token after it.
        value: The number.
        digits: How many digits it is written with; 0 where it is written in words.
        ordinal: Whether its form says "the n-th".
        case: Whether its word has an ending that binds it to what follows, as the day of a month has.
        decade: Whether its form says a decade: "1990s", "90s".
        behind: Whether its form shows that what it counts stands before it: "the months the six".
    """

    first: int
    last: int
    value: int
    digits: int
    ordinal: bool = False
    decade: bool = False
    case: bool = False
    behind: bool = False


#: A year has so many figures.
FIGURES_OF_YEAR = 4
_INTEGER = re.compile(r"\d{1,4}")
APOSTROPHES = frozenset("'’‘ʼ`´")


def number_at(words: Vocabulary, tokens: Sequence[Token], index: int, stop: int) -> Number | None:
    """Return the whole number that begins at a token, or None; one with separators or of over four digits is none."""
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        return _in_digits(words, tokens, index, stop)
    if token.kind is TokenKind.WORD:
        return _in_words(words, tokens, index, stop)
    return None


def _in_digits(words: Vocabulary, tokens: Sequence[Token], index: int, stop: int) -> Number | None:
    token = tokens[index]
    if not _INTEGER.fullmatch(token.fold):
        return None
    if index and tokens[index - 1].end == token.start:
        before = tokens[index - 1]
        if before.kind is TokenKind.WORD and before.fold and before.fold not in words.prefixes:
            # a blank was lost behind "Wednesday", or before a year behind "March" or "year"
            open_to = {"weekday", "month", "unit"} if len(token.fold) == FIGURES_OF_YEAR else {"weekday"}
            found = words.find(tokens, index - 1, index)
            if found is None or open_to.isdisjoint(found.terms):
                return None
        if before.text in "+$€£#№@_" or _is_of_name(words, tokens, index):
            return None
    last = index + 1
    ordinal = decade = False
    if last < stop and tokens[last].fold in words.ordinal_words and tokens[last].start == token.end + 1:
        ordinal, last = True, last + 1
    elif last < stop and tokens[last].start == token.end:
        after = tokens[last]
        if after.text in "%٪+":
            return None
        if last + 1 < stop and tokens[last + 1].start == after.end:
            hyphened = after.text == "-" and tokens[last + 1].fold in words.suffixes  # 1973-an
            if hyphened or after.text in APOSTROPHES:
                last += 1
                after = tokens[last]
        if after.kind is TokenKind.WORD:
            found = words.find(tokens, last, stop)
            if after.fold in words.decade_suffixes and len(token.fold) in (2, 4) and token.fold[-1] == "0":
                decade, last = True, last + 1
            elif after.fold in words.ordinal_suffixes:
                ordinal, last = True, last + 1
            elif after.fold in words.suffixes:
                last += 1
            elif last > index + 1:
                last = index + 1  # an ending that belongs to no number: "2008's"
            elif (
                last == index + 1
                and len(token.fold) == FIGURES_OF_YEAR
                and len(after.fold) > 2
                and not after.text.isascii()
            ):
                pass  # a blank was lost behind a year
            elif found is None or not ({"era", "month", "unit", "glue", "and"} & found.terms.keys()):
                return None
        elif last > index + 1:
            last = index + 1
    return Number(index, last, int(token.fold), len(token.fold), ordinal, decade)


def _is_of_name(words: Vocabulary, tokens: Sequence[Token], index: int) -> bool:
    """Whether a number of less than four figures ends a name that a hyphen joins it to: "*Covid-19* in March"."""
    named = tokens[index - 2] if index > 1 and tokens[index - 1].text in DASHES else None
    if named is None or named.end != tokens[index - 1].start or len(tokens[index].fold) >= FIGURES_OF_YEAR:
        return False
    return named.fold in words.other_words.numbered


def _in_words(words: Vocabulary, tokens: Sequence[Token], index: int, stop: int) -> Number | None:
    total = current = 0
    smallest = 10_000
    at = last = index
    ordinal = units_first = case = behind = False
    while at < stop:
        found = _number_term(words, tokens, at, stop, at > index, smallest)
        if found is None:
            break
        length, value, category = found
        if value in (100, 1000) and 0 < current < value:
            current *= value
        elif value < smallest or (units_first and value in _TENS):  # Arabic says the units first: eight and twenty
            current += value
        else:
            break
        units_first = words.units_first and value < 10
        smallest = _room_below(value)
        if value >= 1000:
            total, current, smallest = total + current, 0, 1000
        ordinal = ordinal or category == "ordinal"
        case = category == "cardinal_case"
        behind = behind or category == "cardinal_behind"
        at += length
        last = at
        if at < stop and (tokens[at].fold in words.joins or tokens[at].text == "-"):
            at += 1
    if last == index:
        return None
    return Number(index, last, total + current, 0, ordinal, case=case, behind=behind)


_BEST_FIRST = ("cardinal", "cardinal_case", "cardinal_behind", "ordinal")
_TENS = frozenset({20, 30, 40, 50, 60, 70, 80, 90})


def _room_below(value: int) -> int:
    """The number that the next word must stay below: after twenty comes at most nine, after nineteen nothing."""
    if value in _TENS:
        return 10
    return 100 if value >= 100 else 0


def _number_term(
    words: Vocabulary, tokens: Sequence[Token], index: int, stop: int, inside: bool, below: int
) -> tuple[int, int, str] | None:
    """The number word at a token; of several that it can be, the one that fits behind the words before it."""
    exact = words.exact_numbers.get(tokens[index].text)
    if exact is not None:
        return 1, exact, "cardinal"
    found = words.find(tokens, index, stop)
    if inside and words.joined_before and (found is None or not NUMERALS & found.terms.keys()):
        found = words.find_joined(tokens[index].fold)
    if found is None:
        return None
    terms = [found.terms[name] for name in _BEST_FIRST if name in found.terms]
    if not terms:
        return None
    term = next((term for term in terms if term.value < below), terms[0])
    return found.length, term.value, term.category
