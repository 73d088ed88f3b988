"""What is a date and what only looks like one: years among numbers, months among words, sets, scores."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.dates.expression import Expression
from peyman.dates.lookahead import DASHES
from peyman.dates.part_reader import PartReader
from peyman.dates.parts import Part
from peyman.dates.places import places_of
from peyman.text.marks import COMMAS, OPENING_QUOTES
from peyman.text.tokens import TokenKind

#: Kinds that place something in time by themselves; of the rest, only with others.
_ALONE = frozenset(
    {
        "day", "month", "year", "weekday", "relative", "counted", "season", "decade", "century", "holiday", "clock",
        "vague", "anchor",
    }
)  # fmt: skip


_MOST_LISTED = 6
#: Words that dates follow.
_BEFORE_DATES = ("glue", "from", "between", "until", "since", "no_later_than", "to")
#: Those of them that no verb stands behind.
_BEFORE_NAMES = ("glue", "from", "between", "until", "since", "no_later_than")
#: What stands beside the name of an outlet in its imprint.
_OF_IMPRINTS = DASHES | frozenset("_|:")
_OPENING = OPENING_QUOTES | {"("}
#: What can come round with every year.
_YEARLY = frozenset({"day", "month", "season"})
#: What can come round again and again.
_REPEATED = frozenset({"weekday", "daypart", "clock", "season", "month", "unit", "day", "counted"})


def stands(reader: PartReader, expression: Expression) -> bool:
    """Whether an expression places something in time, or its words only look like it."""
    parts = expression.parts
    if _is_set(reader, expression) or places_of(reader.words.language).names(reader, expression):
        return False
    if (
        "day" in parts
        and not parts["day"].explicit_year
        and "year" not in parts
        and (numbers_something_else(reader, expression.first) or _names_a_movement(reader, expression.first))
        and not reader.stands_before(expression.first, "no_later_than")
    ):
        return False
    if "edge" in parts and "unit" in parts and len(parts) == 2:
        return parts["edge"].last <= parts["unit"].first and parts["unit"].unit in ("week", "month", "year")
    if "nth" in parts and "unit" in parts and len(parts) == 2:
        return parts["unit"].unit in ("month", "year")  # "the first half of the year"
    if _ALONE.isdisjoint(parts):
        return parts.keys() == {"nth"} and expression.end is None and _quarter_stands(reader, expression)
    if len(parts) > 1 or expression.others or expression.end is not None:
        if set(parts) == {"direction", "month"} and parts["month"].weak and parts["direction"].before:
            return (
                parts["direction"].direction in ("next", "last", "coming", "past") or not reader.words.direction_after
            )
        if set(parts) <= {"clock", "daypart"}:
            return True
        if set(parts) <= {"direction", "season"} or set(parts) <= {"direction", "weekday"}:
            return parts.get("direction") is None or parts["direction"].direction not in ("recent", "same")
        if "year" in parts and expression.end is not None and len(parts) == 1:
            return _year_stands(reader, expression) or reader.between_opens(expression.first)
        return set(parts) != {"unit", "edge"}
    (part,) = parts.values()
    if part.kind == "year":
        return part.calendar is not None or not part.weak or _year_stands(reader, expression)
    if part.kind == "clock":
        return not part.weak or _begins_line(reader, expression.first)
    if part.kind == "day" and part.months and _is_listed(reader, part):
        return _list_stands(reader, part)
    if part.kind == "day" and not part.explicit_year and part.months and _only_digits(reader, part):
        return _preceded_by_any(reader, expression.first)
    if part.kind == "season" and part.weak and "of" in reader.terms(part.last) and not reader.breaks(part.last):
        return False  # "the fall of the city"
    if part.kind == "season":
        adverb = reader.tokens[part.first].fold in reader.words.season_adverbs
        before = _BEFORE_NAMES if part.weak else _BEFORE_DATES  # "to fall" is a verb
        return adverb or _preceded_by_any(reader, expression.first, before)
    if part.kind == "relative" and part.unit == "day" and _names_an_outlet(reader, part):
        return False
    if part.weak:
        return _has_company(reader, part)
    return True


def _quarter_stands(reader: PartReader, expression: Expression) -> bool:
    """Whether a quarter by itself is one of the year: "in the fourth quarter", which is of nothing else."""
    part = expression.parts["nth"]
    of = any("of" in reader.terms(at) for at in (part.last - 1, part.last))
    if part.unit != "quarter" or part.count is not None or of:
        return False
    alone = reader.words.fractions_alone
    named = any(
        token.fold in alone or not alone.isdisjoint(reader.words.stems(token.fold))
        for token in reader.tokens[part.first : part.last]
    )
    return named and _preceded_by_any(reader, part.first)


def _is_set(reader: PartReader, expression: Expression) -> bool:
    """Whether it says every Friday: a weekday in the plural."""
    if not _REPEATED.isdisjoint(expression.parts) and reader.stands_before(expression.first, "set"):
        return not any(part.explicit_year for part in expression.parts.values())
    if not _YEARLY.isdisjoint(expression.parts) and _every_year_follows(reader, expression.last):
        return not any(part.explicit_year for part in expression.parts.values())
    weekday = expression.get("weekday")
    if weekday is None or weekday.weekday_to is not None:
        return False
    if expression.parts.keys() == {"weekday"} and expression.end is None and _days_in_plural(reader, weekday):
        return True
    return any(
        reader.tokens[index].fold.endswith(ending)
        for ending in reader.words.set_endings
        for index in range(weekday.first, weekday.last)
        if reader.tokens[index].kind is TokenKind.WORD
    )


def _every_year_follows(reader: PartReader, index: int) -> bool:
    """Whether "of every year" stands at a token."""
    at = reader.glue(index)
    found = reader.found(at) if not reader.breaks(at) else None
    if found is None or "set" not in found.terms:
        return False
    unit = reader.unit_at(at + found.length)
    return unit is not None and unit[1] == "year"


def _days_in_plural(reader: PartReader, weekday: Part) -> bool:
    """Whether "the days of" stands before a weekday by itself: "on the days of Tuesday" is every Tuesday."""
    for at in (weekday.first, weekday.first - 1):
        unit = reader.unit_at(at) if at >= 0 else None
        if unit is not None and unit[:2] == ("units", "day") and not reader.breaks(unit[2]):
            behind = reader.glue(weekday.last)
            return reader.joined(weekday.last) is None and reader.mark(behind) not in COMMAS
    return False


def names_something_else(reader: PartReader, first: int) -> bool:
    """Tell whether a day at a token is the name or number of something: a street, a clause, a movement."""
    return (
        numbers_something_else(reader, first)
        or _names_a_movement(reader, first)
        or places_of(reader.words.language).stand_before(reader, first)
    )


def numbers_something_else(reader: PartReader, first: int) -> bool:
    """Tell whether the word before a token is one that numbers follow which are no dates: "article", "square"."""
    return first > 0 and not reader.breaks(first) and _names_number(reader, first - 1)


def _names_a_movement(reader: PartReader, first: int) -> bool:
    """Whether a movement stands before a token that is named by its day: "the movement of 23 March"."""
    return first > 0 and not reader.breaks(first) and reader.tokens[first - 1].fold in reader.words.named_by_day


def _is_listed(reader: PartReader, part: Part) -> bool:
    """Whether it is the bare number of a day in a list, whose month is said behind."""
    return (
        reader.tokens[part.first].text.isdecimal()
        and (number := reader.number(part.first)) is not None
        and (number.last == part.last)
    )


def _list_stands(reader: PartReader, part: Part) -> bool:
    """Whether a word that dates follow, or the month, stands before the list that a day stands in."""
    first = part.first
    for _ in range(_MOST_LISTED):
        before = first - 1
        while before > 0 and (reader.mark(before) in COMMAS or "and" in reader.terms(before)):
            before -= 1
        if not 0 <= before < first - 1 or reader.breaks(first) or not reader.tokens[before].text.isdecimal():
            break
        first = before
    return _preceded_by_any(reader, first) or (first > 0 and "month" in reader.terms(first - 1))


def _only_digits(reader: PartReader, part: Part) -> bool:
    return all(token.kind is not TokenKind.WORD for token in reader.tokens[part.first : part.last])


def _names_an_outlet(reader: PartReader, part: Part) -> bool:
    """Whether a word such as "today" is of the name of an outlet before its report.

    It stands there alone before a dash; or with one word before it between such marks, "Cairo — Maghreb Today", or at
    the beginning of a line, "Homeland Today — …"; or behind the name of a place that one is called by, where a word
    for an outlet, "to" written with the name or an opening mark stands before that.
    """
    first, last = part.first, part.last
    if last != first + 1 or (reader.words.language.has_case and not reader.tokens[first].text[:1].isupper()):
        return False
    ends = reader.breaks(last)
    parted = not ends and reader.mark(last) in DASHES and reader.tokens[last].start > reader.tokens[first].end
    if parted and _begins_line(reader, first):
        return True
    if not first or reader.breaks(first) or reader.tokens[first - 1].kind is not TokenKind.WORD:
        return False
    before = reader.tokens[first - 2].fold if first > 1 else ""
    for name in reader.words.outlets:
        if reader.tokens[first - 1].fold.endswith(name):
            fused = reader.tokens[first - 1].fold != name
            if fused or before in reader.words.media or before in _OPENING:
                return True
    if reader.found(first - 1) is not None:
        return False
    if before in _OF_IMPRINTS:
        return ends or reader.mark(last) in _OF_IMPRINTS
    glued = (
        reader.mark(last) == ":" and last + 1 < reader.stop and reader.tokens[last].end == reader.tokens[last + 1].start
    )
    dashed = not reader.breaks(last) and reader.mark(last) in _OF_IMPRINTS and reader.mark(last) != ":"
    return (glued or dashed) and _begins_line(reader, first - 1)


def _begins_line(reader: PartReader, index: int) -> bool:
    at = index
    while at > 0 and reader.tokens[at - 1].kind is TokenKind.MARK and not reader.breaks(at):
        at -= 1
    return at == 0 or reader.breaks(at)


def _preceded_by_any(reader: PartReader, index: int, categories: Sequence[str] = _BEFORE_DATES) -> bool:
    """Whether a word that dates follow stands before a token; an article by itself is none."""
    while index > 0 and "article" in reader.terms(index - 1) and not reader.breaks(index):
        index -= 1
    return any(reader.stands_before(index, category) for category in categories)


def _has_company(reader: PartReader, part: Part) -> bool:
    token = reader.tokens[part.first]
    words = reader.words
    if token.fold in words.capital_suffices or any(s in words.capital_suffices for s in words.stems(token.fold)):
        before = reader.tokens[part.first - 1] if part.first and not reader.breaks(part.first) else None
        if token.text[:1].isupper() and before is not None and before.text not in ".!?":
            return True
    if token.fold in words.preposition_suffices or any(
        s in words.preposition_suffices for s in words.stems(token.fold)
    ):
        return _preceded_by_any(reader, part.first)
    return False


def _year_stands(reader: PartReader, expression: Expression) -> bool:
    """Whether a bare number of four digits is a year: by what stands before and behind it.

    A preposition before it speaks for a year, a thing that it can count speaks against, and a round number needs more
    than standing behind a word: "the treaty 1989", but "1300 families".
    """
    tokens, first, last = reader.tokens, expression.first, expression.last
    before = tokens[first - 1] if first and not reader.breaks(first) else None
    behind = tokens[last] if last < reader.stop and not reader.breaks(last) else None
    alone = expression.end is None and expression.parts["year"].year_to is None
    if before is not None:
        if before.text in "+×=@_/\\$€£#:" or (before.text in "-–" and before.end == tokens[first].start):
            return False
        if before.kind is TokenKind.NUMBER or _names_number(reader, first - 1):
            return False
        if first > 1 and before.kind is TokenKind.WORD and tokens[first - 2].fold in reader.words.not_before_far:
            return False
        if before.text == "(" and first > 1 and _names_number(reader, first - 2):
            return False
    if behind is not None:
        glued = behind.start == tokens[last - 1].end
        if (
            behind.text in "%٪°+×=@_/\\"
            or (glued and behind.text in "-–:")
            or reader.counts_something(last, by_form=alone)
        ):
            return False
    year = expression.parts["year"].year or 0
    round_number = year % 100 == 0
    if _preceded_by_any(reader, first):
        return not round_number or behind is None or behind.kind is not TokenKind.WORD or expression.end is not None
    if before is None or round_number:
        return False
    if reader.term(first - 1, "and") is not None:
        return _follows_a_year(reader, first - 1)
    return before.kind is TokenKind.WORD or before.text in "(,،"


def _follows_a_year(reader: PartReader, conjunction: int) -> bool:
    """Whether "and" joins a year to one that stands: "in 2023 and 2024"."""
    number = reader.number(conjunction - 1) if conjunction > 1 and not reader.breaks(conjunction) else None
    if number is None or number.last != conjunction or number.digits != 4 or not reader.possible_year(number):
        return False
    return _preceded_by_any(reader, conjunction - 1)


def _names_number(reader: PartReader, index: int) -> bool:
    """Whether a word is one that numbers follow which are no years: "resolution", "about"."""
    words, folded = reader.words, reader.tokens[index].fold
    return folded in words.not_before or any(stem in words.not_before for stem in words.stems(folded))
