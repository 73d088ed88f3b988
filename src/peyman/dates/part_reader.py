"""The parts that dates are made of, found in tokens.

A part is read the same way in every language; which words say it is data (`peyman.dates.vocabulary`). What can
stand in several orders ("28 April", "April 28") is tried in each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from peyman.dates.lookahead import DASHES
from peyman.dates.numbers import APOSTROPHES, Number
from peyman.dates.numeric import SEPARATORS, clock_at, numeric_date_at
from peyman.dates.parts import LAST, Part
from peyman.dates.relative_parts import RelativeParts
from peyman.dates.stamp_months import stamp_months
from peyman.dates.steps import Found
from peyman.text.tokens import TokenKind

#: Glue that is nothing else of time.
_PLAIN_GLUE = frozenset({"glue", "of", "in"})
#: A month has so many Mondays at most.
_MOST_WEEKDAYS = 5
#: A month has so many days at most.
_MOST_DAYS = 31
#: A clock counts so many hours.
_MOST_HOURS = 12
#: What may stand between a limit and the day that it counts from, and how many words of it at most.
_FROM_DAY = frozenset({"of", "from", "after", "since", "glue"})
_MOST_BETWEEN = 3
#: Behind a day without its month; before a word it would be the number of something.
#: Behind these a name of time may stand without its capital letter.
_BEFORE_NAMES = ("in", "since", "from", "between", "until")
_ENDS = frozenset(".,;:!?)")


class PartReader(RelativeParts):
    """Reads any part from the tokens of one text."""

    def part(self, index: int) -> Part | None:
        """Return the longest part that begins at a token; it is asked for more than once, and read once."""
        try:
            return self._parts[index]
        except KeyError:
            self._parts[index] = part = self._longest(index)
            return part

    def _longest(self, index: int) -> Part | None:
        token = self.tokens[index]
        if token.kind is TokenKind.NUMBER:
            return self._from_number(index)
        found = self.found(index)
        if found is None or not found.ways or (self.words.other_words.any and self._is_other_word(index)):
            return None
        best = None
        for way in found.ways:
            part = _READERS[way](self, index, found)
            if part is not None and (best is None or part.last > best.last):
                best = part
        return best

    def _vague(self, index: int, found: Found) -> Part:
        return Part(index, index + found.length, "vague", vague=str(found.terms["vague"].value))

    def _directed(self, index: int, found: Found) -> Part | None:
        """What a word such as "last" begins: the longer of what it can be."""
        last, begun = self._last_of(index), self._from_direction(index)
        return last if begun is None or (last is not None and last.last >= begun.last) else begun

    def _season(self, index: int, found: Found) -> Part:
        season = found.terms["season"]
        return Part(index, index + found.length, "season", season=season.value, weak=season.weak)

    def _holiday(self, index: int, found: Found) -> Part:
        holiday = found.terms["holiday"]
        return Part(index, index + found.length, "holiday", holiday=holiday.value, weak=holiday.weak)

    def _edge(self, index: int, found: Found) -> Part:
        return Part(index, index + found.length, "edge", edge=str(found.terms["edge"].value), weak=True)

    def _daypart(self, index: int, found: Found) -> Part | None:
        if "anchor" in found.terms:
            return None
        return Part(index, index + found.length, "daypart", daypart=str(found.terms["daypart"].value), weak=True)

    def _named_decade(self, index: int, found: Found) -> Part:
        return Part(index, index + found.length, "decade", decade=190 + int(str(found.terms["decade"].value)) // 10)

    def _is_other_word(self, index: int) -> bool:
        """Whether a word of time is another word here: "may" for "May" but "in may", "lunch" for "tomorrow"."""
        others, tokens = self.words.other_words, self.tokens
        if others.is_other(tokens, index):
            return True
        if not others.lacks_capital(tokens, index):
            return False
        before = self.terms(index - 1) if index and not self.breaks(index) else {}
        said = before.get("direction")
        turned = "edge" in before or (said is not None and said.value in ("next", "last"))
        return not turned and not any(self.stands_before(index, category) for category in _BEFORE_NAMES)

    def _is_named_year(self, index: int) -> bool:
        """Whether a year in figures stands at a token: "year-end 2024" is not the end of this year."""
        number = self.number(index) if index < self.stop and not self.breaks(index) else None
        return number is not None and number.digits == 4 and self.possible_year(number)

    def _anchor(self, index: int, found: Found) -> Part:
        behind, unit = index + found.length, str(found.terms["anchor"].value)
        if unit == "day_after":
            return Part(index, behind, "anchor", unit="day", direction="following")
        # "of it" says a month beside a day only
        return Part(index, behind, "anchor", unit=unit, direction="same", weak=unit == "month")

    def _deictic(self, index: int, found: Found) -> Part | None:
        """Read "today", "yesterday"; with an ordinal behind it the word is "the day" and not "today"."""
        term = found.terms["deictic"]
        unit, offset = term.value
        last = index + found.length
        if "edge" in found.terms and self._is_named_year(last):
            return None
        direction = self.direction(last) if not self.breaks(last) else None
        if direction is not None and direction[0] == "same" and not direction[2] and unit == "day" and offset == 0:
            return Part(index, direction[1], "anchor", unit="day", direction="same")
        behind = self.number(last) if not self.breaks(last) else None
        names_unit = any(stem in self.words.unit_forms for stem in self.words.stems(self.tokens[index].fold))
        if behind is not None and behind.ordinal and names_unit:
            return None
        daypart = str(found.terms["daypart"].value) if "daypart" in found.terms else None
        return Part(index, last, "relative", unit=unit, offset=offset, daypart=daypart, weak=term.weak)

    def _from_number(self, index: int) -> Part | None:
        if self.tokens[index].kind is TokenKind.NUMBER:
            part = self._in_figures(index) or self._numbered_fraction(index) or self.year_of_fraction(index)
            if part is not None:
                return part
        number = self.number(index)
        if number is None:
            return None
        if (
            number.digits == 2
            and self.follows_event(index)
            and (dated := self.year_of_event(index, number)) is not None
        ):
            return dated
        behind = number.last if number.digits else self._behind_plain_glue(number.last)
        if self.stands_apart(behind) and self.tokens[behind].fold not in stamp_months():
            return self._decade(index) or self._year(index)  # what it counts is nothing of time
        part = self.hour(index, number) if number.value <= _MOST_HOURS and not number.digits else None
        part = part or self._several_of(index)
        if part is None and number.value <= _MOST_DAYS:
            part = self._numbered_day(index, number)
        if part is None:
            part = self._decade(index) or self._counted(index) or self._year(index)
        if part is None and number.digits and number.value <= _MOST_DAYS:
            part = self._day_alone(index) or self.hour(index, number)
        return part

    def _behind_plain_glue(self, index: int) -> int:
        """The index behind a word that joins parts of a date and is nothing else: "two *of* them"."""
        if self.breaks(index):
            return index
        found = self.found(index)
        return index if found is None or not found.terms.keys() <= _PLAIN_GLUE else index + found.length

    def _in_figures(self, index: int) -> Part | None:
        """Read "6/11/2025" and "09:30": figures with marks between them, or a half of the day behind them."""
        if index + 1 < self.stop:
            following = self.tokens[index + 1]
            dated = following.text in SEPARATORS or following.fold in self.words.numbered_month_endings
            timed = following.text == ":" or following.fold in self.words.half_beginnings
        else:
            dated = timed = False
        if dated or not self.tokens[index].fold.isdecimal():
            numeric = numeric_date_at(self.words, self.tokens, index, self.stop)
            if numeric is not None:
                calendar, last = self.era(numeric.last)
                return Part(
                    index, last, "day", day=numeric.day, months=((numeric.calendar, numeric.month),),
                    year=numeric.year, calendar=calendar, explicit_year=numeric.year is not None,
                    ambiguous=numeric.ambiguous,
                )  # fmt: skip
        time = clock_at(self.tokens, index, self.stop, self.words.halves_of_day) if timed else None
        if time is None:
            return None
        sure = time.sure or self.stands_before(index, "clock_figures")
        return Part(index, time.last, "clock", clock=time.text, weak=not sure)

    def _numbered_day(self, index: int, number: Number) -> Part | None:
        """A day of a month, in a list of days or alone, or the n-th of something."""
        part = self._day_month(index)
        if part is None and number.digits:
            part = self._day_in_list(index) or self._day_behind_list(index)
        if part is None and number.ordinal:
            part = self._nth_before(index)
        return part or self._day_of_month(index)

    def _day_alone(self, index: int) -> Part | None:
        """Read "on the 24th" where a mark or the end follows: a noun behind it would be what is counted."""
        number = self.number(index)
        if number is None or not (number.ordinal and number.digits and 1 <= number.value <= 31):
            return None
        if number.last < self.stop and self.mark(number.last) not in _ENDS:
            return None
        before = tuple(token.fold for token in self.tokens[max(0, index - 3) : index])
        if not any(before[-len(phrase) :] == phrase for phrase in self.words.day_alone):
            return None
        return Part(index, number.last, "day", day=number.value, unit="month")

    def _several_of(self, index: int) -> Part | None:
        """Read "three months first of" and "first three months of", where a year or a month is named behind it."""
        number = self.number(index)
        if number is None or self.breaks(number.last):
            return None
        if number.ordinal:
            count = self.number(number.last) if number.value == 1 else None
            unit = self.unit_at(count.last) if count is not None and not count.ordinal else None
            if count is None or unit is None or unit[0] == "two_units":
                return None
            return self._of_named(Part(index, unit[2], "nth", unit=unit[1], nth=1, count=count.value, weak=True))
        unit = self.unit_at(number.last)
        if unit is None or number.value < 2:
            return None
        return self._first_or_last(index, unit[2], unit[1], number.value)

    def _first_or_last(self, index: int, last: int, unit: str, count: int) -> Part | None:
        """So many units, with "first" or "last" behind them."""
        at = self.glue(last, "of")
        if self.breaks(at):
            return None
        final, ordinal = self.term(at, "final"), self.number(at)
        if final is not None:
            return self._of_named(Part(index, final[1], "nth", unit=unit, nth=LAST, count=count, weak=True))
        if ordinal is None or not ordinal.ordinal or ordinal.value != 1:
            return None
        return self._of_named(Part(index, ordinal.last, "nth", unit=unit, nth=1, count=count, weak=True))

    def _units_then_first(self, index: int, number: Number, name: str) -> Part | None:
        if number.ordinal or number.value < 2:
            return None
        return self._first_or_last(index, number.last, name, number.value)

    def _from_day(self, index: int, last: int) -> Part | None:
        """The day that a limit is said to count from: "within four months of 1 March"."""
        at = last
        while at < self.stop and not self.breaks(at) and at - last < _MOST_BETWEEN:
            counted_from = self.tokens[at].fold in self.words.counted_from
            if not counted_from and _FROM_DAY.isdisjoint(self.terms(at)):
                break
            at += 1
        if not last < at < self.stop or self.breaks(at):
            return None
        dated = self.part(at)
        if dated is None or dated.kind != "day" or not dated.months or dated.day_to is not None:
            return None
        return replace(dated, first=index)

    def _of_named(self, part: Part) -> Part | None:
        """A part of a stretch that is named behind it; without that it counts from somewhere else."""
        if self.breaks(part.last):
            return None
        for at in range(part.last, max(part.last, self.glue(part.last)) + 1):
            terms = self.terms(at)
            unit = terms.get("unit") or terms.get("deictic")
            if "month" in terms or (unit is not None and unit.value in ("year", "month")):
                return part
            if unit is not None and isinstance(unit.value, tuple) and unit.value[0] in ("year", "month"):
                return part
            if (number := self.number(at)) is not None and self.possible_year(number):
                return part
        return None

    def _weekday_of(self, index: int, at: int, nth: int) -> Part | None:
        """Read "first Monday of" from its ordinal on, where a month is named behind it."""
        weekday = self.term(at, "weekday") or self.term(at, "bare_weekday")
        if weekday is None or not (nth == LAST or 1 <= nth <= _MOST_WEEKDAYS) or not isinstance(weekday[0], int):
            return None
        behind = self.glue(weekday[1])
        if self.breaks(behind) or "month" not in self.terms(behind):
            return None
        return Part(index, weekday[1], "weekday", weekday=weekday[0], nth=nth)

    def _last_of(self, index: int) -> Part | None:
        """Read "the last quarter of 2025", "the last three months of the year"."""
        direction = self.direction(index)
        if direction is None or direction[0] != "last" or self.breaks(direction[1]):
            return None
        at = direction[1]
        fraction = self.term(at, "fraction")
        if fraction is not None and not str(fraction[0])[1:].isdigit():
            return self._of_named(Part(index, fraction[1], "nth", unit=str(fraction[0]), nth=LAST, weak=True))
        weekday = self._weekday_of(index, at, LAST)
        if weekday is not None:
            return weekday
        number = self.number(at)
        count = number.value if number is not None and not number.ordinal and number.value > 1 else None
        unit = self.unit_at(number.last if number is not None and count else at)
        if unit is None or "of" not in self.terms(unit[2]) or (count is None and unit[1] not in ("week", "quarter")):
            return None
        return self._of_named(Part(index, unit[2], "nth", unit=unit[1], nth=LAST, count=count, weak=True))

    def _nth_before(self, index: int) -> Part | None:
        """An ordinal before its unit: "first week", "second half"."""
        number = self.number(index)
        if number is None or not (number.ordinal and 1 <= number.value <= 31):
            return None
        at = self.glue(number.last)
        if self.mark(at) in DASHES and "fraction" in self.terms(at + 1):
            at += 1  # "first-half 2026"
        if at >= self.stop or self.breaks(at):
            return None
        fraction = self.term(at, "fraction")
        if fraction is not None and number.value <= 4:
            return Part(index, fraction[1], "nth", unit=str(fraction[0]), nth=number.value, weak=True)
        weekday = self._weekday_of(index, at, number.value)
        if weekday is not None:
            return weekday
        unit = self.unit_at(at)
        if unit is None or unit[0] != "unit":
            return None
        if unit[1] == "century":
            calendar, last = self.era(unit[2])
            return Part(index, last, "century", century=number.value, calendar=calendar)
        if unit[1] in ("week", "quarter", "half") and number.value <= 5:
            return Part(index, unit[2], "nth", unit=unit[1], nth=number.value, weak=True)
        return None

    def _final(self, index: int, found: Found) -> Part | None:
        """Read "final quarter", "last week of" where the word for "last" stands first and means no direction."""
        behind = index + found.length
        if "edge" in found.terms or self.breaks(behind):
            return None
        fraction = self.term(behind, "fraction")
        if fraction is not None and not str(fraction[0])[1:].isdigit():
            return Part(index, fraction[1], "nth", unit=str(fraction[0]), nth=LAST, weak=True)
        weekday = self._weekday_of(index, behind, LAST)
        if weekday is not None:
            return weekday
        unit = self.unit_at(behind)
        if unit is None or unit[0] != "unit" or unit[1] not in ("week", "quarter", "half"):
            return None
        return Part(index, unit[2], "nth", unit=unit[1], nth=LAST, weak=True)

    def _fraction(self, index: int) -> Part | None:
        """Read "half first" and "Q3"."""
        fraction = self.term(index, "fraction")
        if fraction is None:
            return None
        name = str(fraction[0])
        if name[1:].isdigit():
            return Part(
                index, fraction[1], "nth", unit="half" if name[0] == "H" else "quarter", nth=int(name[1]), weak=True
            )
        at = self.glue(fraction[1])
        final = self.term(at, "final") if at < self.stop and not self.breaks(at) else None
        if final is not None:
            return Part(index, final[1], "nth", unit=name, nth=LAST, weak=True)
        number = self.number(at) if at < self.stop and not self.breaks(at) else None
        if number is None or not number.ordinal or not 1 <= number.value <= 4:
            return None
        return Part(index, number.last, "nth", unit=name, nth=number.value, weak=True)

    def _numbered_fraction(self, index: int) -> Part | None:
        """Read "2H" and "3Q": the letter stands right behind the figure."""
        letter = self.term(index + 1, "fraction_letter")
        if letter is None or self.tokens[index + 1].start != self.tokens[index].end:
            return None
        figure, unit = self.tokens[index].fold, str(letter[0])
        if figure not in ("1", "2") and not (unit == "quarter" and figure in ("3", "4")):
            return None
        return Part(index, letter[1], "nth", unit=unit, nth=int(figure), weak=True)

    def year_of_fraction(self, index: int) -> Part | None:
        """Read the year right behind a half or quarter, two figures or four: "4Q26", "Q3'25"."""
        before = index - 1
        if index >= self.stop or before < 1 or self.tokens[before].end != self.tokens[index].start:
            return None
        if self.tokens[before].text in APOSTROPHES:
            before -= 1
            if self.tokens[before].end != self.tokens[before + 1].start:
                return None
        if "fraction_letter" in self.terms(before):
            named = before > 0 and self._numbered_fraction(before - 1) is not None
        else:
            named = before > 0 and (fraction := self.term(before - 1, "fraction")) is not None and fraction[1] > before
        return self._fiscal_year(index, index) if named else None

    def _may_be_of_bare_month(self, number: Number, joined: bool) -> bool:
        """Whether a number can be a day of a month without a name: "14-om of the month", and no "14th month"."""
        if self.words.joins_day_to_bare_month:
            return joined
        ending = self.tokens[number.last - 1].fold if number.digits and number.last > number.first + 1 else ""
        return self.words.day_of_bare_month or ending in self.words.endings_of_bare_month

    def _day_of_month(self, index: int) -> Part | None:
        """A day of a month that is not named: "the 20th of the month", "17 of that month"."""
        days = self.days(index)
        if days is None:
            return None
        number = self.number(index)
        if days[2] < self.stop and not self.breaks(days[2]):
            direction = self.direction(days[2])
            if direction is not None and direction[0] == "this" and not direction[2] and self.words.direction_after:
                return Part(index, direction[1], "day", day=days[0], day_to=days[1], unit="month", offset=0)
        at = self.glue(days[2])
        bare = self.term(days[2], "unit") if at > days[2] else None  # the word for month joins a day to a month's name
        if at >= self.stop or self.breaks(at):
            return None
        inner = self.part(at) if self.number(at) is None or self.term(at, "unit") else None
        if inner is None and bare is not None and bare[0] == "month" and number is not None:
            whole = self._may_be_of_bare_month(number, True) and number.ordinal
            return Part(index, bare[1], "day", day=days[0], unit="month") if whole and days[1] is None else None
        if inner is None or inner.unit != "month" or inner.kind not in ("relative", "anchor", "unit"):
            return None
        if inner.kind == "unit" and (
            number is None
            or not (number.ordinal or number.case or (number.digits and number.last > index + 1) or at > days[2])
            or not self._may_be_of_bare_month(number, at > days[2])
        ):
            return None
        if number is None or (
            inner.offset
            and not (number.ordinal or number.case)
            and number.last == index + 1
            and at == days[2]
            and days[1] is None
        ):
            return None  # "twelve coming months" is no twelfth of one
        offset = None if inner.kind == "unit" else inner.offset
        return replace(inner, first=index, kind="day", day=days[0], day_to=days[1], offset=offset, weak=False)


#: How each of the `ways` of a word is read.
_READERS: dict[str, Callable[[PartReader, int, Found], Part | None]] = {
    "vague": PartReader._vague,
    "number": lambda reader, index, _: reader._from_number(index),
    "month": lambda reader, index, _: reader._from_month(index),
    "deictic": PartReader._deictic,
    "weekday": lambda reader, index, _: reader.weekdays(index),
    "unit": lambda reader, index, _: reader._from_unit(index),
    "direction": PartReader._directed,
    "shift_before": lambda reader, index, _: reader._counted_behind(index),
    "few": lambda reader, index, _: reader._counted(index),
    "fraction": lambda reader, index, _: reader._fraction(index),
    "fiscal": lambda reader, index, found: reader._fiscal_year(index, index + found.length),
    "final": PartReader._final,
    "season": PartReader._season,
    "holiday": PartReader._holiday,
    "edge": PartReader._edge,
    "daypart": PartReader._daypart,
    "decade": PartReader._named_decade,
    "anchor": PartReader._anchor,
}
