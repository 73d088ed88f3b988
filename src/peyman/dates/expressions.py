"""Whole expressions of time: parts put together, ranges, and one date said in two calendars.

Parts join in any order that a language has, as long as they complete each other: a weekday and a day, "end of" and
a month, a month and "last". What two kinds of parts may have between them is in `_JOINS`; the words for it are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peyman.dates.expression import Expression, calendars_of
from peyman.dates.lookahead import DASHES
from peyman.dates.numbered_weekdays import with_number
from peyman.dates.numbers import APOSTROPHES
from peyman.dates.part_reader import PartReader
from peyman.dates.parts import EVE, WEEKS_BY_DAY, Part
from peyman.dates.plausibility import names_something_else, stands
from peyman.text.marks import COMMAS

#: What may stand between two kinds of parts, in either order: n nothing or glue words, c comma, p bracket, d dash,
#: s slash.
_JOINS: dict[tuple[str, str], str] = {
    pair: gaps
    for named, gaps in {
        "weekday+day": "ncpds", "edge+day": "n", "weekday+relative": "ncpd", "weekday+direction": "n",
        "weekday+daypart": "ncp", "weekday+clock": "ncd", "weekday+edge": "n", "weekday+anchor": "n",
        "weekday+unit": "n", "weekday+month": "n", "daypart+direction": "n", "clock+direction": "n",
        "relative+day": "ncp", "relative+month": "nc", "relative+daypart": "nc", "relative+clock": "nc",
        "relative+season": "n", "relative+nth": "n", "relative+edge": "n", "relative+holiday": "n",
        "day+year": "nc", "day+direction": "ncp", "day+daypart": "ncp", "day+clock": "ncd", "day+unit": "n",
        "day+anchor": "nc", "month+year": "nc", "month+direction": "n", "month+edge": "nd", "month+nth": "n",
        "month+unit": "n", "month+anchor": "n", "year+season": "nc", "year+edge": "nd", "year+nth": "ns",
        "year+holiday": "n", "year+unit": "n", "year+direction": "n", "season+direction": "n", "season+edge": "n",
        "season+unit": "n", "season+anchor": "n", "edge+unit": "n", "edge+decade": "nd", "edge+century": "n",
        "edge+direction": "n", "edge+anchor": "n", "edge+holiday": "n", "nth+unit": "n",
        "holiday+direction": "n", "holiday+unit": "n", "daypart+clock": "nc", "daypart+anchor": "n",
        "clock+relative": "nc", "decade+unit": "n", "decade+relative": "n", "counted+day": "nc", "vague+relative": "n",
        "century+direction": "n", "decade+century": "n", "relative+unit": "n", "nth+anchor": "n",
    }.items()
    for one, other in [named.split("+")]
    for pair in ((one, other), (other, one))
}  # fmt: skip

#: Levels of which one can begin and another end a stretch.
_POINTS = frozenset({"day", "month", "year", "relative"})
_MONTHS = 12
_RANGED = frozenset({"day", "month", "year", "weekday", "relative", "season", "edge"})
#: What can be the last day allowed.
_LIMITS = _RANGED | {"holiday"}


def expressions(reader: PartReader, openings: Sequence[int]) -> Iterator[Expression]:
    """Yield the expressions of a text in order; they do not overlap.

    Args:
        reader: The text's tokens as terms.
        openings: The tokens that one can begin with, as `Vocabulary.openings` gives them.
    """
    last = 0
    for index in reader.openings(openings):
        if index < last:
            continue
        found = reader.found(index)
        if found is not None and "no_date" in found.terms:
            last = index + found.length
            continue
        expression = expression_at(reader, index)
        if expression is not None:
            yield expression
            last = expression.last
        elif (part := reader.part(index)) is not None and part.kind == "day" and names_something_else(reader, index):
            last = part.last  # the street of 7 July is no July either
        elif part is not None and part.kind == "counted" and reader.stands_before(index, "set"):
            last = part.last  # "every three new months" are no new month


def expression_at(reader: PartReader, index: int) -> Expression | None:
    """Return the expression that begins at a token, ranges included."""
    start = _simple(reader, index)
    if start is None:
        return None
    whole = _with_range(reader, start)
    if whole is None or not stands(reader, whole):
        return None
    if _is_deadline(reader, whole):
        return replace(whole, deadline=True)
    if "holiday" in whole.parts and whole.end is None and reader.stands_before(whole.first, "after"):
        return replace(whole, opening=True)
    return whole


# -- one date ---------------------------------------------------------------------------------------------------


def _simple(reader: PartReader, index: int, part: Part | None = None) -> Expression | None:
    """The expression of one date that begins at a token, with the part that stands there, if that is known."""
    part = part or reader.part(index)
    if part is None or (part.kind == "direction" and not part.before and reader.words.direction_after):
        return None
    parts: dict[str, Part] = {part.kind: part}
    others: list[Part] = []
    last = part.last
    brackets = 0
    while not reader.is_other_word(last):
        gap = _gap(reader, last)
        if gap is None:
            break
        at, kind = gap
        part = _decade_behind_label(reader, last, at) or reader.part(at) or _labelled(reader, last, at)
        if part is None or (kind == "d" and "day" in parts and part.kind == "weekday" and _opens_report(reader, part)):
            break
        if part.kind == "relative" and part.daypart and (_told(parts, "clock") or _told(parts, "relative") == "day"):
            part = replace(part, kind="daypart", unit=None, offset=None)  # "at six", "today": "morning", not "tomorrow"
        if part.kind == "direction" and "edge" in parts and at > last:
            break
        if part.kind == "counted" and any(map(reader.tokens[at].fold.startswith, reader.words.attached_and)):
            break  # "on 1 June, and after two days"
        if part.kind == "unit" and "year" in parts and at > last and reader.number(part.last) is not None:
            break  # "the year 67 and in the year 48": the label belongs to what follows
        if _says_again(parts, others, part, kind):
            others.append(part)
        elif not _joins(parts, part, "n" if kind == "e" and part.kind == "day" else kind):
            break
        else:
            _put(parts, part)
        last = part.last
        if kind == "p":
            brackets += 1
        if brackets and reader.mark(last) in (")", "]"):
            last, brackets = last + 1, brackets - 1
    first = index
    return Expression(first, last, parts, tuple(others))


def _opens_report(reader: PartReader, weekday: Part) -> bool:
    """Whether a weekday behind the day of a dateline is the first word of the report: "12 May 2024 – On Friday the"."""
    last = weekday.last
    return last < reader.stop and not reader.breaks(last) and (not reader.mark(last) or reader.mark(last) in COMMAS)


def _told(parts: dict[str, Part], kind: str) -> str | None:
    """The unit of the part of a kind, or the kind where it has none; None where there is no such part."""
    part = parts.get(kind)
    return None if part is None else part.unit or kind


def _labelled(reader: PartReader, last: int, at: int) -> Part | None:
    """A part behind glue that needs the last glue word as its label: "of the year 2026"."""
    if at - 1 < last or "unit" not in reader.terms(at - 1):
        return None
    return reader.part(at - 1)


def _decade_behind_label(reader: PartReader, last: int, at: int) -> Part | None:
    """A decade behind glue that says so: "the end of the years of the 1980s", where the number alone is a year."""
    if at - 1 < last or "units" not in reader.terms(at - 1):
        return None
    part = reader.part(at - 1)
    return part if part is not None and part.kind == "decade" else None


def _gap(reader: PartReader, index: int) -> tuple[int, str] | None:
    """What stands between a part and a possible next one: the index behind it and its kind (see `_JOINS`; e equals)."""
    if index >= reader.stop or reader.breaks(index):
        return None
    kind, at = "n", index
    mark = reader.mark(at)
    if mark in COMMAS:
        kind, at = "c", at + 1
        if reader.mark(at) in ("(", "["):  # "Thursday, (19 November 2020)"
            kind, at = "p", at + 1
    elif mark in ("(", "["):
        kind, at = "p", at + 1
    elif mark == "/":
        kind, at = "s", at + 1
    elif mark in DASHES:
        kind, at = "d", at + 1
    elif mark in APOSTROPHES and (
        ((number := reader.number(at + 1)) is not None and number.decade) or reader.year_of_fraction(at + 1)
    ):
        at += 1  # "the early '90s", "Q3'25"
    elif mark:
        return None
    if mark and reader.breaks(at):
        return None
    bracket = kind
    for _ in range(2):
        before = at
        equals = reader.term(at, "equals")
        if equals is not None and not reader.breaks(at):
            at, kind = equals[1], "p" if bracket == "p" else "e"
        at = reader.glue(at)
        if at == before:
            break
    if at >= reader.stop or (at > index and reader.breaks(at)):
        return None
    return at, kind


def _joins(parts: dict[str, Part], part: Part, gap: str) -> bool:
    if part.kind in parts or (part.kind == "direction" and part.before):
        return False
    years = part.kind == "relative" and part.unit == "year" and "day" in parts
    for kind, other in parts.items():
        if years and kind == "weekday":
            continue  # "Monday 12 January *of this year*": the year is the day's, whatever weekday it is
        gaps = _JOINS.get((kind, part.kind))
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
            if other.kind == "day" and one.unit == "day" and one.direction != "same":
                return bool(other.months) and one.last <= other.first  # "the next day, 13 October"
            if (
                other.kind in ("day", "month", "season", "nth")
                and one.unit != "year"
                and not (other.kind == "nth" and one.unit == "month")
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
        if one.kind == "weekday" and (one.nth is not None) != (other.kind == "month"):
            return False
        if one.kind == "edge" and other.kind == "weekday" and one.edge != "early":
            return False
        if one.kind == "edge" and other.kind == "direction" and other.first < one.last:
            return False
        if one.kind == "edge" and other.kind == "year" and other.last == one.first:
            return False  # "in the year 1359 began", where the verb is written like "the beginning"
        if one.kind == "edge" and one.edge == EVE and (other.kind not in ("day", "holiday", "year") or other.day_to):
            return False
        if one.kind == "edge" and one.edge != EVE and (one.edge in WEEKS_BY_DAY) != (other.kind == "day"):
            return False
        if one.kind == "direction" and other.kind == "day" and one.last < other.first and not other.months:
            return False
        if one.kind == "direction" and one.before and one.direction == "same" and other.kind == "day":
            return False  # "said that on 15 February"
        if one.kind == "direction" and one.direction in ("remaining", "elapsed") and other.kind != "year":
            return False
        if one.kind == "direction" and one.direction in ("following", "previous"):
            return False
        if one.kind == "unit" and not _labels(one, other):
            return False
    return True


#: Kinds that a label beside them says nothing more of.
_LABELLED = frozenset({"weekday", "day", "month", "season", "decade", "relative"})
_LABELS = {
    "day": ("weekday", "day", "relative"),
    "month": ("month", "edge", "nth", "day"),
    "year": ("year", "edge", "nth", "holiday"),
    "week": ("edge", "day"),
    "season": ("season", "edge"),
    "decade": ("decade", "edge"),
    "century": ("edge", "decade"),
}


def _labels(unit: Part, other: Part) -> bool:
    if other.kind == "relative":
        return unit.unit == "day" and other.unit == "day"
    if unit.unit == "week" and other.kind == "day":  # "the week of 10 November"
        return bool(other.months) and unit.last <= other.first and other.day_to is None
    return other.kind in _LABELS.get(unit.unit or "", ())


def _put(parts: dict[str, Part], part: Part) -> None:
    """Add a part; a label such as "day" before a weekday says nothing of its own."""
    unit = part if part.kind == "unit" else parts.get("unit")
    parts[part.kind] = part
    if unit is not None and unit.unit == "week":
        return
    if unit is not None and not _LABELLED.isdisjoint(parts):
        del parts["unit"]
        for kind in ("weekday", "month", "season"):
            if kind in parts and parts[kind].weak:
                parts[kind] = replace(parts[kind], weak=False)
    elif unit is not None and "year" in parts and unit.unit == "year":
        del parts["unit"]


# -- two calendars ----------------------------------------------------------------------------------------------


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
        other = bool(new) and not any(new & calendars for calendars in known)
        return part.year != before.year and (other or gap in "pse")
    return bool(new) and not any(new & calendars for calendars in known)


# -- ranges -----------------------------------------------------------------------------------------------------


def _with_range(reader: PartReader, start: Expression) -> Expression | None:
    """The expression with the end of its range, where one follows."""
    if _RANGED.isdisjoint(start.parts):
        return start
    numbered = with_number(reader, start, _simple)
    if numbered is not None:
        return numbered
    joined = reader.joined(start.last)
    if joined is None:
        return start
    at, ranged = joined
    if at >= reader.stop or reader.breaks(at):
        return start
    if at > start.last + 1 and reader.mark(start.last) in DASHES and _ends_dateline(reader, start):
        return start
    month = start.get("month")
    further = reader.further_month(start.last, month) if month is not None and month.last == start.last else None
    if further is not None:
        end = _simple(reader, at, further)
        return start if end is None else replace(start, last=end.last, end=end)
    end = _simple(reader, at)
    if end is None or _RANGED.isdisjoint(end.parts) or ("direction" in end.parts and len(end.parts) == 1):
        return start
    a, b = _level(start), _level(end)
    if a is None or b is None:
        return start
    if a != b:  # "from the beginning of this year to 14 March"
        whole = ranged and reader.stands_before(start.first, "from") and "anchor" not in start.parts
        return replace(start, last=end.last, end=end) if whole and a in _POINTS and b in _POINTS else start
    opened = reader.between_opens(start.first)
    if not ranged and not opened and not _listed_together(reader, start, end, a):
        return start
    if a == "year" and not _years_rise(start, end):
        if not _years_changed_places(reader, start, end):
            return start
        start, end = replace(start, parts=end.parts), replace(end, parts=start.parts)
    if a == "relative" and not ranged:
        return start
    if a == "weekday" and not ranged and not opened and not _are_neighbours(start, end):
        return start
    return replace(start, last=end.last, end=end)


def _ends_dateline(reader: PartReader, start: Expression) -> bool:
    """Whether the dash behind a day is one between a dateline and its report: "12 May 2024 – On 10 May the"."""
    day, dash = start.get("day"), reader.tokens[start.last]
    whole = day is not None and (day.explicit_year or "year" in start.parts)
    if reader.term(start.last + 1, "to") is not None:
        return False
    return whole and reader.tokens[start.last - 1].end < dash.start and dash.end < reader.tokens[start.last + 1].start


def _are_neighbours(start: Expression, end: Expression) -> bool:
    """Whether the second of two weekdays is the day behind the first."""
    first, second = start.parts["weekday"], end.parts["weekday"]
    before = first.weekday_to if first.weekday_to is not None else first.weekday
    return before is not None and second.weekday == (before + 1) % 7


def _level(expression: Expression) -> str | None:
    for kind in ("day", "month", "weekday", "year", "season", "relative"):
        if kind in expression.parts:
            return kind
    return None


def share_modifiers(reader: PartReader, found: Sequence[Expression]) -> list[Expression]:
    """Give the first of two listed days or months what is said once behind both: "June and August of last year"."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        kind = next((k for k in ("day", "month", "weekday") if k in first.parts and k in second.parts), None)
        if kind is None or first.end is not None or len(first.parts) > 1 or first.parts[kind].explicit_year:
            continue
        between = second.first - first.last
        if between > 1 or (between == 1 and not (reader.term(first.last, "and") or reader.mark(first.last) in COMMAS)):
            continue
        if between == 0 and reader.joined(first.last) is None:
            continue
        parts = {
            name: part
            for name, part in second.parts.items()
            if name in ("year", "relative", "direction", "anchor") and part.first > second.parts[kind].first
        }
        own, other = first.parts[kind], second.parts[kind]
        if other.explicit_year:
            own = replace(own, year=other.year, calendar=other.calendar, explicit_year=True)
        elif not parts:
            continue
        shared[index] = replace(first, parts={kind: own, **parts})
    return shared


def _years_rise(start: Expression, end: Expression) -> bool:
    a, b = start.parts["year"].year, end.parts["year"].year
    return a is not None and b is not None and a < b


def _years_changed_places(reader: PartReader, start: Expression, end: Expression) -> bool:
    """Whether a year stands before the year before it: "1405-1404", as figures in a line from right to left may."""
    a, b = start.parts["year"].year, end.parts["year"].year
    return a is not None and b == a - 1 and reader.mark(start.last) in DASHES


def _listed_together(reader: PartReader, start: Expression, end: Expression, level: str) -> bool:
    """Whether "A and B" is one stretch: neighbouring months, weekdays or years behind a plural label."""
    if level not in ("month", "weekday", "year"):
        return False
    if level == "month" and reader.term(start.last, "or") is not None and _are_next_months(start, end):
        return True
    plural = start.first > 0 and any(
        found is not None and "units" in found.terms
        for found in (reader.found(start.first - 1), reader.found(start.first))
    )
    return plural or reader.stands_before(start.first, "plural")


def _are_next_months(start: Expression, end: Expression) -> bool:
    """Whether a month stands before the next one, no year of its own said: "in March or April", "late May or June"."""
    first, second = start.parts["month"], end.parts["month"]
    if first.explicit_year or not {"month", "edge"} >= start.parts.keys():
        return False
    following = {(calendar, month % _MONTHS + 1) for calendar, month in first.months}
    return not following.isdisjoint(second.months)


def _is_possessor(reader: PartReader, expression: Expression) -> bool:
    """Whether what follows belongs to it: "by Friday's attack" is no deadline."""
    last = expression.last
    return reader.mark(last) in APOSTROPHES and reader.tokens[last].start == reader.tokens[last - 1].end


def _is_deadline(reader: PartReader, expression: Expression) -> bool:
    if expression.end is not None or _LIMITS.isdisjoint(expression.parts):
        return False
    if reader.stands_before(expression.first, "no_later_than"):
        return not _is_possessor(reader, expression)
    edge, relative = expression.get("edge"), expression.get("relative")
    closing = (edge and edge.edge == "end") or (relative and relative.unit == "weekend")
    return bool(closing) and reader.stands_before(expression.first, "until")
