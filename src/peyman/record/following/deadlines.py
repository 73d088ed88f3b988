"""Deadlines that are told by their length: "within 60 days of the signing", in the words of any language."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from peyman import languages
from peyman.dates.edtf import add_months
from peyman.dates.numbers import number_at
from peyman.dates.vocabulary import vocabulary
from peyman.languages import Language
from peyman.text.fold import fold
from peyman.text.tokens import Token, TokenKind, tokenise

Unit = Literal["day", "week", "month", "year"]
Anchor = Literal["signing", "effect", "talks"]

_REACH = 8
"""Words behind a length within which what it runs from is said."""
_COUNTS = {"units": 1, "dual_units": 2}
"""How many a unit is that stands without a number."""
_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in which something is to be done.

    Attributes:
        number: How many.
        unit: Of what.
        anchor: From when it runs, where that is said.
        span: Where it is said, in code points of the text that was searched.
    """

    number: int
    unit: Unit
    anchor: Anchor | None
    span: tuple[int, int]

    def after(self, start: datetime.date) -> datetime.date:
        """The last day of it, counted from a day."""
        if self.unit == "month":
            return add_months(start, self.number)
        if self.unit == "year":
            return add_months(start, 12 * self.number)
        return start + datetime.timedelta(days=self.number * (7 if self.unit == "week" else 1))

    def __str__(self) -> str:
        """Such as ``60 days``."""
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class _Words:
    within: tuple[tuple[str, ...], ...]
    units: dict[str, tuple[Unit, int]]
    anchors: tuple[tuple[tuple[str, ...], Anchor], ...]


def find_length(text: str, language: str) -> Length | None:
    """Find the first length of time that a text gives for doing something.

    Args:
        text: The words of an undertaking, or the sentence it stands in.
        language: Their language; one that Peyman does not know has no lengths.

    Returns:
        The length; None where none is told.
    """
    if language not in languages.codes():
        return None
    known = languages.load(language)
    words = _words(known)
    tokens = tokenise(text)
    for index in range(len(tokens)):
        opening = _phrase_at(words.within, tokens, index)
        if opening is None:
            continue
        found = _length_at(known, words, tokens, index, index + opening)
        if found is not None:
            return found
    return None


def _length_at(language: Language, words: _Words, tokens: Sequence[Token], first: int, index: int) -> Length | None:
    """The length that begins at a token, behind the words that open it."""
    if index >= len(tokens):
        return None
    number = number_at(vocabulary(language), tokens, index, len(tokens))
    at = index if number is None else number.last
    if at >= len(tokens):
        return None
    unit = _unit(words, tokens[at])
    if unit is None or (number is not None and number.ordinal):
        return None
    name, count = unit
    end = at + 1
    if number is None:
        # "Within two months" is one word in Arabic; a bare unit may be counted by the word behind it.
        behind = number_at(vocabulary(language), tokens, end, len(tokens)) if end < len(tokens) else None
        if behind is not None and behind.digits == 4:
            return None  # "in the year 2026" is a date
        if behind is not None and count < 2 and not behind.ordinal:
            count, end = behind.value, behind.last
    else:
        count = number.value
    if not 0 < count < 1000:
        return None
    anchor = next(
        (
            anchor
            for position in range(end, min(end + _REACH, len(tokens)))
            for phrase, anchor in words.anchors
            if _begins(phrase, tokens, position)
        ),
        None,
    )
    return Length(count, name, anchor, (tokens[first].start, tokens[end - 1].end))


def _unit(words: _Words, token: Token) -> tuple[Unit, int] | None:
    if token.kind is not TokenKind.WORD:
        return None
    found = words.units.get(token.fold)
    if found is not None:
        return found
    # Endings that bind a unit to what follows.
    longest = max((form for form in words.units if token.fold.startswith(form) and len(form) > 2), key=len, default="")
    return words.units[longest] if longest and len(token.fold) - len(longest) <= 3 else None


@cache
def _words(language: Language) -> _Words:
    table, calendar = language.table("deadlines"), language.table("calendar")
    units: dict[str, tuple[Unit, int]] = {}
    for name, forms_of in calendar.items():
        if name.endswith("units"):
            for unit in _UNITS:
                for form in forms_of.get(unit, ()):
                    # Plurals count nothing by themselves: "in the coming months" has no last day.
                    units.setdefault(fold(form), (unit, _COUNTS.get(name, 0)))
    return _Words(
        within=tuple(sorted((_folded(form) for form in table.get("within", ())), key=len, reverse=True)),
        units=units,
        anchors=tuple(
            (_folded(form), anchor)
            for anchor in ("signing", "effect", "talks")
            for form in table.get("anchors", {}).get(anchor, ())
        ),
    )


def _folded(phrase: str) -> tuple[str, ...]:
    return tuple(token.fold for token in tokenise(phrase))


def _phrase_at(phrases: tuple[tuple[str, ...], ...], tokens: Sequence[Token], index: int) -> int | None:
    """How many tokens the longest phrase that begins at a token has."""
    for phrase in phrases:
        if tuple(token.fold for token in tokens[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return None


def _begins(phrase: tuple[str, ...], tokens: Sequence[Token], index: int) -> bool:
    """Whether the tokens from one on are a phrase, its last word with any ending."""
    given = [token.fold for token in tokens[index : index + len(phrase)]]
    return len(given) == len(phrase) and tuple(given[:-1]) == phrase[:-1] and given[-1].startswith(phrase[-1])
