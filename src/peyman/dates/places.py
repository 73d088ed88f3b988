"""Names of places that are written like words of time: the city of Dushanbe, a street of 26 July, Christmas Island."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from peyman.dates.expression import Expression
from peyman.dates.lookahead import Lookahead
from peyman.languages import Language
from peyman.text.fold import folds
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: What can be the name of a place by itself.
_NAMING = frozenset({"day", "month", "weekday", "holiday"})
#: A verb that moves something to a day stands so many words behind it at most.
_REACH = 6
#: What belongs to a weekday before it: "Monday night", "Monday next", "Monday of last week".
_OF_WEEKDAYS = frozenset({"daypart", "direction", "clock_word", "unit", "day", "deictic"})


class Town(NamedTuple):
    """A town that is called like a weekday or month.

    Attributes:
        forms: How it is written.
        before: Words right before it that speak for the town.
        unless: Words behind it that speak for the day all the same: "was put off to Monday".
        beside: Towns that it is listed with.
        not_behind: Words right behind it that speak for the day, where only a town before it speaks against.
        country: Words of its country. In a text that has one, the town's name stands behind a word for what has a seat
            there (`seat`): "the government of Dushanbe".
        seat: Those words.
    """

    forms: frozenset[str]
    before: frozenset[str]
    unless: frozenset[str]
    beside: frozenset[str]
    not_behind: frozenset[str]
    country: frozenset[str]
    seat: frozenset[str]


class Places:
    """What a language's ``calendar.toml`` says of places in its table ``[places]``."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Compile the table.

        Args:
            table: ``before`` and ``behind`` (words of places that are named by what stands beside them) and ``towns``.
        """
        self.before = folds(table.get("before", ()))
        self.behind = folds(table.get("behind", ()))
        self.towns = [Town(*(folds(town.get(key, ())) for key in Town._fields)) for town in table.get("towns", ())]

    def names(self, reader: Lookahead, expression: Expression) -> bool:
        """Tell whether an expression is the name of a place, by the words around it."""
        if not (self.before or self.behind or self.towns) or expression.end is not None or len(expression.parts) > 1:
            return False
        ((kind, part),) = expression.parts.items()
        if kind not in _NAMING or part.explicit_year or expression.others:
            return False
        first, last = expression.first, expression.last
        if self.stand_before(reader, first):
            return True
        before = "" if not first or reader.breaks(first) else reader.tokens[first - 1].fold
        behind = reader.tokens[last] if last < reader.stop and not reader.breaks(last) else None
        if behind is not None and behind.fold in self.behind:
            return behind.text[:1].isupper() or not reader.words.language.has_case
        if last != first + 1:
            return False
        name = reader.tokens[first].fold
        return any(name in town.forms and _is_town(town, reader, first, before) for town in self.towns)

    def stand_before(self, reader: Lookahead, index: int) -> bool:
        """Tell whether a word for a place stands right before a token: "street", but not "in this town on Monday"."""
        if not index or reader.breaks(index) or reader.tokens[index - 1].fold not in self.before:
            return False
        return index < 2 or "direction_before" not in reader.terms(index - 2)


def _is_town(town: Town, reader: Lookahead, index: int, before: str) -> bool:
    """Whether what stands around a town's name speaks for it and not for a day."""
    tokens, behind = reader.tokens, index + 1
    if before in town.seat and not town.country.isdisjoint(reader.folds):
        return reader.breaks(behind) or _OF_WEEKDAYS.isdisjoint(reader.terms(behind))
    if before in town.before:
        stop = next((at for at in range(behind, reader.stop) if reader.breaks(at)), reader.stop)
        return all(tokens[at].fold not in town.unless for at in range(behind, min(stop, behind + _REACH)))
    after = _listed(reader, behind, 1)
    earlier = _listed(reader, index - 1, -1)
    if after is not None and tokens[after].fold in town.beside:
        return "and" in reader.terms(after - 1) or (earlier is not None and tokens[earlier].fold in town.beside)
    if earlier is None or tokens[earlier].fold not in town.beside or "and" not in reader.terms(index - 1):
        return False
    return behind >= reader.stop or tokens[behind].fold not in town.not_behind


def _listed(reader: Lookahead, index: int, step: int) -> int | None:
    """The word on the other side of a comma or "and"; None where neither stands at a token."""
    if not 0 < index < reader.stop - 1 or not (reader.mark(index) in COMMAS or "and" in reader.terms(index)):
        return None
    other = index + step
    return other if reader.tokens[other].kind is TokenKind.WORD else None


@cache
def places_of(language: Language) -> Places:
    """Return what a language says of such places, always the same object."""
    return Places(language.table("calendar").get("places", {}))
