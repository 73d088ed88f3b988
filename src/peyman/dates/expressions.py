"""Whole expressions of time: parts put together, ranges, and one date said in two calendars.

Parts join in any order that a language has, as long as they complete each other: a weekday and a day, "end of" and
a month, a month and "last". What two kinds of parts may have between them is in `_JOINS`; the words for it are data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from peyman.dates.calendars import GREGORIAN, KURDISH, PERSIAN
from peyman.dates.parts import Part, PartReader
from peyman.text.tokens import TokenKind

_DASHES = frozenset("-–—‐‑−")
_COMMAS = frozenset(",،")
#: What may stand between two kinds of parts, in either order: n nothing or glue words, c comma, p bracket, d dash,
#: s slash.
_JOINS: dict[frozenset[str], str] = {
    frozenset(pair.split("+")): gaps
    for pair, gaps in {
        "weekday+day": "ncpds", "weekday+relative": "ncp", "weekday+direction": "n", "weekday+daypart": "nc",
        "weekday+clock": "ncd", "weekday+edge": "n", "weekday+anchor": "n", "weekday+unit": "n",
        "relative+day": "ncp", "relative+month": "nc", "relative+daypart": "nc", "relative+clock": "nc",
        "relative+season": "n", "relative+nth": "n", "relative+edge": "n", "relative+holiday": "n",
        "day+year": "nc", "day+direction": "n", "day+daypart": "ncp", "day+clock": "ncd", "day+unit": "n",
        "day+anchor": "n", "month+year": "nc", "month+direction": "n", "month+edge": "n", "month+nth": "n",
        "month+unit": "n", "month+anchor": "n", "year+season": "nc", "year+edge": "n", "year+nth": "n",
        "year+holiday": "n", "year+unit": "n", "year+direction": "n", "season+direction": "n", "season+edge": "n",
        "season+unit": "n", "season+anchor": "n", "edge+unit": "n", "edge+decade": "n", "edge+century": "n",
        "edge+anchor": "n", "edge+holiday": "n", "nth+unit": "n", "holiday+direction": "n", "holiday+unit": "n",
        "daypart+clock": "nc", "daypart+anchor": "n", "clock+relative": "nc", "decade+unit": "n", "decade+relative": "n",
        "century+direction": "n", "decade+century": "n", "relative+unit": "n", "nth+anchor": "n",
    }.items()
}  # fmt: skip

#: Kinds that place something in time by themselves; of the rest, only with others.
_ALONE = frozenset(
    {"day", "month", "year", "weekday", "relative", "counted", "season", "decade", "century", "holiday", "clock",
     "vague", "anchor"}
)  # fmt: skip
_RANGED = frozenset({"day", "month", "year", "weekday", "relative", "season", "edge"})


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression, as a range ``[first, last)`` of tokens.

    Attributes:
        first: Its first token.
        last: The token after it.
        parts: Its parts, each kind once.
        others: The same date again in other calendars.
        end: Where a range ends; `parts` is then where it begins.
        deadline: Whether it is the last day allowed.
    """

    first: int
    last: int
    parts: dict[str, Part]
    others: tuple[Part, ...] = ()
    end: Expression | None = None
    deadline: bool = False

    def get(self, kind: str) -> Part | None:
        """Return the part of that kind."""
        return self.parts.get(kind)


def expressions(reader: PartReader) -> Iterator[Expression]:
    """Yield the expressions of a text in order; they do not overlap."""
    knows, tokens = reader.words.knows, reader.tokens
    index, stop = 0, reader.stop
    number = TokenKind.NUMBER
    while index < stop:
        token = tokens[index]
        if token.kind is number or knows(token):
            blocked = reader.term(index, "no_date")
            if blocked is not None:
                index = blocked[1]
                continue
            found = expression_at(reader, index)
            if found is not None:
                yield found
                index = found.last
                continue
        index += 1


def expression_at(reader: PartReader, index: int) -> Expression | None:
    """Return the expression that begins at a token, ranges included."""
    start = _simple(reader, index)
    if start is None:
        return None
    whole = _with_range(reader, start)
    if whole is None or not _stands(reader, whole):
        return None
    return replace(whole, deadline=_is_deadline(reader, whole))


# -- one date ---------------------------------------------------------------------------------------------------


def _simple(reader: PartReader, index: int) -> Expression | None:
    part = reader.part(index)
    if part is None or (part.kind == "direction" and not part.before and reader.words.direction_after):
        return None
    parts = {part.kind: part}
    others: list[Part] = []
    last = part.last
    brackets = 0
    while True:
        gap = _gap(reader, last)
        if gap is None:
            break
        at, kind = gap
        part = reader.part(at)
        if part is None:
            break
        if _says_again(parts, others, part, kind):
            others.append(part)
        elif not _joins(parts, part, "n" if kind == "e" and part.kind == "day" else kind):
            break
        else:
            _put(parts, part)
        last = part.last
        if kind == "p":
            brackets += 1
        if brackets and reader.mark(last) in (")", "]") and not _goes_on(reader, parts, last):
            last, brackets = last + 1, brackets - 1
    first = index
    return Expression(first, last, parts, tuple(others))


def _goes_on(reader: PartReader, parts: dict[str, Part], last: int) -> bool:
    return False


def _gap(reader: PartReader, index: int) -> tuple[int, str] | None:
    """What stands between a part and a possible next one: the index behind it and its kind (see `_JOINS`; e equals)."""
    if index >= reader.stop or reader.breaks(index):
        return None
    kind, at = "n", index
    mark = reader.mark(at)
    if mark in _COMMAS:
        kind, at = "c", at + 1
    elif mark in ("(", "["):
        kind, at = "p", at + 1
    elif mark == "/":
        kind, at = "s", at + 1
    elif mark in _DASHES:
        kind, at = "d", at + 1
    elif mark:
        return None
    if mark and reader.breaks(at):
        return None
    bracket = kind
    for _ in range(2):
        equals = reader.term(at, "equals")
        if equals is not None and not reader.breaks(at):
            at, kind = equals[1], "p" if bracket == "p" else "e"
        at = reader.glue(at)
    if at >= reader.stop or (at > index and reader.breaks(at)):
        return None
    return at, kind


def _joins(parts: dict[str, Part], part: Part, gap: str) -> bool:
    if part.kind in parts or (part.kind == "direction" and part.before):
        return False
    for kind, other in parts.items():
        gaps = _JOINS.get(frozenset((kind, part.kind)))
        if gaps is None or gap not in gaps or not _complete_each_other(other, part):
            return False
    return True


def _complete_each_other(a: Part, b: Part) -> bool:
    """Whether two parts that may stand together do so in this case."""
    for one, other in ((a, b), (b, a)):
        if one.kind == "relative" and other.kind != "unit":
            if other.kind == "weekday" and one.unit not in ("week", "day"):
                return False
            if other.kind in ("day", "month", "season", "holiday"):
                allowed = ("year", "day") if other.kind == "day" else ("year",)
                if one.unit not in allowed or (one.unit == "year" and other.explicit_year):
                    return False
            if other.kind in ("daypart", "clock") and one.unit != "day":
                return False
            if other.kind == "nth" and one.unit not in ("month", "year"):
                return False
            if other.kind == "decade" and one.unit != "century":
                return False
            if other.kind == "edge" and one.unit in ("day", "hour"):
                return False
        if one.kind == "anchor":
            if other.kind in ("day", "month", "season", "nth") and one.unit != "year" and not (
                other.kind == "nth" and one.unit == "month"
            ):
                return False
            if other.kind == "weekday" and one.unit != "week":
                return False
            if other.kind == "daypart" and one.unit != "day":
                return False
        if one.kind == "year" and other.kind in ("day", "month") and other.explicit_year:
            return False
        if one.kind == "year" and other.kind == "direction" and other.direction not in ("remaining", "elapsed"):
            return False
        if one.kind == "edge" and other.kind == "weekday" and one.edge != "early":
            return False
        if one.kind == "direction" and one.direction in ("remaining", "elapsed") and other.kind != "year":
            return False
        if one.kind == "direction" and one.direction in ("following", "previous"):
            return False
        if one.kind == "unit" and not _labels(one, other):
            return False
    return True


_LABELS = {
    "day": ("weekday", "day", "relative"),
    "month": ("month", "edge", "nth", "day"),
    "year": ("year", "edge", "nth", "holiday"),
    "week": ("edge",),
    "season": ("season", "edge"),
    "decade": ("decade", "edge"),
    "century": ("edge", "decade"),
}


def _labels(unit: Part, other: Part) -> bool:
    if other.kind == "relative":
        return unit.unit == "day" and other.unit == "day"
    return other.kind in _LABELS.get(unit.unit or "", ())


def _put(parts: dict[str, Part], part: Part) -> None:
    """Add a part; a label such as "day" before a weekday says nothing of its own."""
    unit = part if part.kind == "unit" else parts.get("unit")
    parts[part.kind] = part
    if unit is not None and any(kind in parts for kind in ("weekday", "day", "month", "season", "decade", "relative")):
        del parts["unit"]
        for kind in ("weekday", "month", "season"):
            if kind in parts:
                parts[kind] = replace(parts[kind], weak=False)
    elif unit is not None and "year" in parts and unit.unit == "year":
        del parts["unit"]


# -- two calendars ----------------------------------------------------------------------------------------------


def calendars_of(part: Part) -> frozenset[str]:
    """Return the calendars that a part's month and year can be reckoned in."""
    if part.calendar is not None and part.kind == "year":
        return frozenset({part.calendar})
    found = {calendar for calendar, _ in part.months}
    if part.calendar is not None and (part.calendar in found or part.calendar in (PERSIAN, KURDISH)):
        return frozenset({part.calendar})
    if part.year is not None:
        solar = KURDISH if 2600 <= part.year <= 2800 else PERSIAN
        if part.year < 1600 or part.year >= 2600:
            found.discard(GREGORIAN)
        elif len(found) > 1:
            found &= {GREGORIAN}
        if found & {PERSIAN, KURDISH}:
            found = found - {PERSIAN, KURDISH} | {solar}
    return frozenset(found)


def _says_again(parts: dict[str, Part], others: list[Part], part: Part, gap: str) -> bool:
    before = parts.get(part.kind)
    if before is None or part.kind not in ("day", "month", "year") or len(others) > 2:
        return False
    if part.kind == "year" and (part.calendar is None and gap not in "pse"):
        return False
    if part.kind == "month" and gap == "c":
        return False
    if part.kind == "day" and (before.day_to is None) != (part.day_to is None):
        return False
    known = [calendars_of(other) for other in (before, *others)]
    new = calendars_of(part)
    if part.kind == "year":
        return part.year != before.year and (bool(new) or gap in "pse")
    return bool(new) and not any(new & calendars for calendars in known)


# -- ranges -----------------------------------------------------------------------------------------------------


def _with_range(reader: PartReader, start: Expression) -> Expression | None:
    """The expression with the end of its range, where one follows."""
    if not _RANGED & start.parts.keys():
        return start
    joined = reader.joined(start.last)
    if joined is None:
        return start
    at, ranged = joined
    if at >= reader.stop or reader.breaks(at):
        return start
    end = _simple(reader, at)
    if end is None or not _RANGED & end.parts.keys() or "direction" in end.parts and len(end.parts) == 1:
        return start
    a, b = _level(start), _level(end)
    if a is None or b is None or a != b:
        return start
    opened = reader.between_opens(start.first)
    if not ranged and not opened and not _listed_together(reader, start, end, a):
        return start
    if a == "year" and not _years_rise(start, end):
        return start
    if a == "relative" and not ranged:
        return start
    return replace(start, last=end.last, end=end)


def _level(expression: Expression) -> str | None:
    for kind in ("day", "month", "weekday", "year", "season", "relative"):
        if kind in expression.parts:
            return kind
    return None


def _years_rise(start: Expression, end: Expression) -> bool:
    a, b = start.parts["year"].year, end.parts["year"].year
    return a is not None and b is not None and a < b


def _listed_together(reader: PartReader, start: Expression, end: Expression, level: str) -> bool:
    """Whether "A and B" is one stretch: neighbouring months, weekdays or years behind a plural label."""
    if level not in ("month", "weekday", "year"):
        return False
    plural = start.first > 0 and any(
        found is not None and "units" in found.terms for found in (reader.found(start.first - 1), reader.found(start.first))
    )
    return plural or reader.stands_before(start.first, "plural")


def _is_deadline(reader: PartReader, expression: Expression) -> bool:
    if expression.end is not None or not {"day", "month", "year", "weekday", "relative", "edge", "season", "holiday"} & expression.parts.keys():
        return False
    if reader.stands_before(expression.first, "no_later_than"):
        return True
    edge = expression.get("edge")
    return bool(edge and edge.edge == "end" and reader.stands_before(expression.first, "until"))


# -- what is no date --------------------------------------------------------------------------------------------


def _stands(reader: PartReader, expression: Expression) -> bool:
    """Whether an expression places something in time, or its words only look like it."""
    parts = expression.parts
    if reader.stands_before(expression.first, "set") or _is_set(reader, expression):
        return False
    if "day" in parts and not parts["day"].explicit_year and "year" not in parts and _numbers_something_else(reader, expression):
        return False
    if "edge" in parts and "unit" in parts and len(parts) == 2:
        return parts["edge"].last <= parts["unit"].first and parts["unit"].unit in ("week", "month", "year")
    if not _ALONE & parts.keys():
        return False
    if len(parts) > 1 or expression.others or expression.end is not None:
        if set(parts) == {"direction", "month"} and parts["month"].weak and parts["direction"].before:
            return parts["direction"].direction in ("next", "last", "coming", "past") or not reader.words.direction_after
        if set(parts) <= {"clock", "daypart"}:
            return True
        if set(parts) <= {"direction", "season"} or set(parts) <= {"direction", "weekday"}:
            return parts.get("direction") is None or parts["direction"].direction not in ("recent", "same")
        if "year" in parts and expression.end is not None and len(parts) == 1:
            return _year_stands(reader, expression) or reader.between_opens(expression.first)
        return not (set(parts) == {"unit", "edge"})
    (part,) = parts.values()
    if part.kind == "year":
        return part.calendar is not None or not part.weak or _year_stands(reader, expression)
    if part.kind == "clock":
        return not part.weak or _begins_line(reader, expression.first)
    if part.kind == "day" and not part.explicit_year and part.months and _only_digits(reader, part):
        return _preceded_by_any(reader, expression.first)
    if part.kind == "season":
        return _preceded_by_any(reader, expression.first)
    if part.weak:
        return _has_company(reader, part)
    return True


def _is_set(reader: PartReader, expression: Expression) -> bool:
    """Whether it says every Friday: a weekday in the plural."""
    weekday = expression.get("weekday")
    if weekday is None or weekday.weekday_to is not None:
        return False
    return any(
        reader.tokens[index].fold.endswith(ending)
        for ending in reader.words.set_endings
        for index in range(weekday.first, weekday.last)
        if reader.tokens[index].kind is TokenKind.WORD
    )


def _numbers_something_else(reader: PartReader, expression: Expression) -> bool:
    first = expression.first
    return first > 0 and not reader.breaks(first) and _names_number(reader, first - 1)


def _only_digits(reader: PartReader, part: Part) -> bool:
    return all(token.kind is not TokenKind.WORD for token in reader.tokens[part.first : part.last])


def _begins_line(reader: PartReader, index: int) -> bool:
    at = index
    while at > 0 and reader.tokens[at - 1].kind is TokenKind.MARK and not reader.breaks(at):
        at -= 1
    return at == 0 or reader.breaks(at)


def _preceded_by_any(reader: PartReader, index: int) -> bool:
    return any(reader.stands_before(index, name) for name in ("glue", "from", "between", "until", "since", "no_later_than", "to"))


def _has_company(reader: PartReader, part: Part) -> bool:
    token = reader.tokens[part.first]
    words = reader.words
    if token.fold in words.capital_suffices or any(s in words.capital_suffices for s in words.stems(token.fold)):
        before = reader.tokens[part.first - 1] if part.first and not reader.breaks(part.first) else None
        return token.text[:1].isupper() and before is not None and before.text not in ".!?"
    if token.fold in words.preposition_suffices or any(s in words.preposition_suffices for s in words.stems(token.fold)):
        return _preceded_by_any(reader, part.first)
    return False


def _year_stands(reader: PartReader, expression: Expression) -> bool:
    """Whether a bare number of four digits is a year: by what stands before and behind it.

    A preposition before it speaks for a year, a thing that it can count speaks against, and a round number needs more
    than standing behind a word: "the treaty 1989", but "1300 families".
    """
    words, tokens, first, last = reader.words, reader.tokens, expression.first, expression.last
    before = tokens[first - 1] if first and not reader.breaks(first) else None
    behind = tokens[last] if last < reader.stop and not reader.breaks(last) else None
    if before is not None:
        if before.text in "+×=@_/\\$€£#:" or (before.text in "-–" and before.end == tokens[first].start):
            return False
        if before.kind is TokenKind.NUMBER or _names_number(reader, first - 1):
            return False
        if before.text == "(" and first > 1 and _names_number(reader, first - 2):
            return False
    if behind is not None:
        glued = behind.start == tokens[last - 1].end
        if behind.text in "%٪°+×=@_/\\" or (glued and behind.text in "-–:") or reader.counts_something(last):
            return False
    year = expression.parts["year"].year or 0
    round_number = year % 100 == 0
    if _preceded_by_any(reader, first):
        return not round_number or behind is None or behind.kind is not TokenKind.WORD or expression.end is not None
    if before is None or round_number or reader.term(first - 1, "and") is not None:
        return False
    return before.kind is TokenKind.WORD or before.text in "(,،"


def _names_number(reader: PartReader, index: int) -> bool:
    """Whether a word is one that numbers follow which are no years: "resolution", "about"."""
    words, folded = reader.words, reader.tokens[index].fold
    return folded in words.not_before or any(stem in words.not_before for stem in words.stems(folded))
