"""Parts that count from a day: "next week", "three days ago", "over the coming months", "that same day"."""

from __future__ import annotations

from dataclasses import replace

from peyman.dates.hours import Hours
from peyman.dates.numbers import Number
from peyman.dates.numeric import clock_at, clock_with_stop
from peyman.dates.parts import WITHIN, Part
from peyman.dates.weekday_parts import DAYS_IN
from peyman.text.tokens import TokenKind

_COUNTS = frozenset({"few", "cardinal"})


#: Units of which "in two of them" says when, and no hour.
_FAR_ENOUGH = frozenset({"day", "week", "fortnight", "month", "year"})
#: Units of which "some ago" says when, and not for how long.
_SOON = frozenset({"day", "week", "month"})
#: Words that say hours ahead or just past; "that hour" and "this hour" say no day.
_ABOUT_NOW = frozenset({"next", "coming", "last", "past"})
#: What a word says of a day, which counts from the day told before.
_ANCHORED = {"same": "same", "following": "following", "after": "following", "next": "following",
             "previous": "previous", "before": "previous"}  # fmt: skip
#: Behind a counted unit these say how much more of it.
_ANCHORED_BY_COUNT = frozenset({"following", "previous"})
#: What it says of longer units, which count from publication.
_AS_SAID = {"after": "next", "before": "last"}


class RelativeParts(Hours):
    """Reads what units of time say together with numbers and with words such as "next" and "ago"."""

    def _from_unit(self, index: int) -> Part | None:
        """What a unit begins: "week next", "month three", "year 2008", "weeks ago"."""
        unit = self.unit_at(index)
        if unit is None:
            return None
        form, name, last = unit
        part: Part | None = None
        if form == "two_units":
            part = self._with_shift(index, last, name, 2)
            if part is not None:
                return part
        calendar, last = self.era(last)
        at = self._behind_article(self.glue(last, "of"))
        inside = at < self.stop and not self.breaks(at)
        if inside:
            if name == "month" and self.words.numbered_months and (dated := self._month_and_year(index)) is not None:
                return dated
            direction = self.direction(at)
            if direction is not None and not direction[2] and self._after_noun(at):
                if direction[0] in _ANCHORED_BY_COUNT and self._is_counted(index):
                    return None  # "ninety more days", counted from a day that is not said
                if not self._is_one_more(index, at, name):
                    part = self._with_era(self._relative(index, direction[1], form, name, direction[0], None), calendar)
            colon = name == "hour" and form == "unit" and self.mark(at) == ":" and not self.breaks(at + 1)
            number = self.number(self.glue(last) if name == "hour" and at == last and not colon else at + colon)
            if part is None and number is None and name == "hour" and (stopped := clock_with_stop(self.tokens, at)):
                return Part(index, at + 1, "clock", clock=stopped)
            if part is None and number is not None:
                if name == "year" and not number.ordinal and (number.digits == 4 or number.value >= 1000):
                    return self._labelled_year(index, at)
                if name == "year" and number.digits == 3 and self.era(number.last)[0] is not None:
                    return self._labelled_year(index, at)
                inflected = number.last > number.first + 1
                if name == "year" and form == "units" and inflected and number.digits == 2 and number.value % 10 == 0:
                    return self._labelled_decade(index, number)  # "the years of the 90s"
                if name == "year" and form == "unit" and (short := self._short_year(index, number)) is not None:
                    return short
                if name == "decade" and number.value % 10 == 0 and number.value >= 10:
                    return self._labelled_decade(index, number)
                if name == "century" and 1 <= number.value <= 30:
                    return self._labelled_century(index, number)
                by_name = not number.ordinal or (self.words.hours_by_ordinal and number.value <= 12)
                if name == "hour" and form == "unit" and by_name and number.value <= 24:
                    time = clock_at(self.tokens, number.first, self.stop, self.words.halves_of_day)
                    if time is not None:
                        return Part(index, time.last, "clock", clock=time.text)
                    if number.digits or number.value <= 12:
                        minutes, end = self.minutes(number.last)
                        return Part(index, end, "clock", clock=f"{number.value % 24:02d}:{minutes:02d}:00")
                if number.ordinal and number.value <= 5 and name in ("week", "quarter"):
                    return Part(index, number.last, "nth", unit=name, nth=number.value, weak=True)
                part = self._units_then_first(index, number, name) or self._direction_then_count(index, at, form, name)
                if part is None and name == "month" and self.words.numbered_months:
                    month = self.numbered_month(index)
                    if month is not None:
                        return Part(index, month[1], "month", months=month[0])
            few = self.term(at, "few")
            if part is None and few is not None:
                part = self._after_few(index, few[1], name)
        counts = form == "units" or not self.words.bare_unit_endings or self.is_one(index)
        if part is None and form != "two_units" and counts and not self._is_counted(index):
            part = self._with_shift(index, last, name, 1 if form == "unit" else None)
        if part is not None:
            return part
        if name != "night" and (form == "unit" or name in ("day", "year", "month")):
            from_day = form == "two_units" and last < self.stop and self.tokens[last].fold in self.words.counted_from
            # "Two days *from* 4 May" is a length, and no "days" that the 4th is one of.
            return None if from_day else Part(index, last, "unit", unit=name, calendar=calendar, weak=True)
        return None

    def _behind_article(self, index: int) -> int:
        """The index behind an article that is written before figures: "the hours the 72 coming"."""
        if index + 1 >= self.stop or self.tokens[index].fold not in self.words.definite_beginnings:
            return index
        attached = self.tokens[index + 1].start == self.tokens[index].end
        return index + 1 if attached and self.tokens[index + 1].kind is TokenKind.NUMBER else index

    def _month_and_year(self, index: int) -> Part | None:
        """A month named by its number with its year: what follows the number can be no other word then."""
        month = self.numbered_month(index)
        year = self.year_behind(month[1]) if month is not None else None
        if month is None or year is None:
            return None
        return Part(index, year[2], "month", months=month[0], year=year[0], calendar=year[1], explicit_year=True)

    def is_one(self, index: int) -> bool:
        """Whether a unit without a number is "a week", by its ending or for want of an article.

        Args:
            index: The token of the unit.
        """
        words, folded = self.words, self.tokens[index].fold
        if words.bare_unit_endings:
            return folded.endswith(words.bare_unit_endings)
        return words.bare_unit_counts and not folded.startswith(words.definite_beginnings or ("\0",))

    def _is_one_more(self, index: int, at: int, unit: str) -> bool:
        """Whether it says "in another week": by an ending that says "a", before a word that also says "ahead"."""
        shift = self.term(at, "shift")
        return (
            shift is not None
            and shift[0] == "ahead"
            and unit in ("week", "month", "year")
            and bool(self.words.bare_unit_endings)
            and self.is_one(index)
        )

    def _is_counted(self, index: int) -> bool:
        """Whether a number or "some" stands right before a unit: then the unit has no meaning of its own."""
        if not index or self.breaks(index):
            return False
        if self.tokens[index - 1].kind is TokenKind.NUMBER:
            return not (index > 1 and "fraction" in self.terms(index - 2))  # "Q3 this year"
        found = self.found(index - 1)
        return found is not None and not _COUNTS.isdisjoint(found.terms)

    def _with_era(self, part: Part | None, calendar: str | None) -> Part | None:
        """Add the calendar that an era word before or behind a relative part names."""
        if part is None or part.kind != "relative":
            return part
        if calendar is None:
            calendar, last = self.era(part.last)
            return part if calendar is None else replace(part, last=last, calendar=calendar)
        return replace(part, calendar=calendar)

    def _after_few(self, index: int, at: int, name: str) -> Part | None:
        """Read "weeks few coming": the number of units is left open."""
        direction = self.direction(at)
        if direction is None or direction[2]:
            return None
        return self._relative(index, direction[1], "units", name, direction[0], None)

    def _units_then_first(self, index: int, number: Number, name: str) -> Part | None:
        """Read "the months three first of", as Arabic has it; `PartReader` knows how."""
        return None

    def _direction_then_count(self, index: int, at: int, form: str, name: str) -> Part | None:
        """Read "months twelve coming", as Arabic has it."""
        number = self.number(at)
        if number is None or number.ordinal or number.value < 2 or "weekday" in self.terms(at):
            return None  # the Arabic Monday is written like "two"
        direction = self.direction(self.glue(number.last, "of"))
        if direction is None or direction[2]:
            return None
        return self._relative(index, direction[1], form, name, direction[0], number.value)

    def _after_noun(self, index: int) -> bool:
        """Whether a word such as "next" at a token belongs to the unit before it, and not to one behind it."""
        found = self.found(index)
        if found is None:
            return False
        return self.unit_at(index + found.length) is None or self.words.direction_after

    def _from_direction(self, index: int) -> Part | None:
        """What a word such as "next" begins: "next week", "the last three months", "this Thursday"."""
        direction = self.direction(index)
        if direction is None:
            return None
        value, last, before = direction
        if before and value in ("same", "this") and self.words.definite_beginnings and not self._is_definite(last):
            return None  # "that at dawn", where "that" stands by itself
        governs = before or not self.words.direction_after
        if governs and last < self.stop and not self.breaks(last):
            count: int | None = None
            number = self.number(last)
            few = self.term(last, "few")
            behind = last
            if number is not None and not number.ordinal and 1 < number.value < 1000:
                count, behind = number.value, number.last
            elif few is not None:
                behind = few[1]
            unit = self.unit_at(behind) if not self.breaks(behind) else None
            if unit is not None:
                form, name, end = unit
                if few is not None:
                    form = "units"
                if form == "two_units":
                    count = 2
                if count is None and self._is_counted(index):
                    return None
                behind_unit = self.direction(end) if before and self.words.direction_after else None
                if behind_unit is not None and not behind_unit[2] and not self.breaks(end):
                    return None  # the unit has its word behind it, and this one says something else
                if "construct" in self.terms(behind):
                    return None  # "that day of protest" is no day told before
                part = self._relative(index, end, form, name, value, count)
                if part is not None:
                    return self._with_era(part, None)
            daypart = self.term(last, "daypart")
            if daypart is not None and value == "same" and "deictic" in self.terms(last):
                return None  # a word for tomorrow counts from publication; what stands before it is another word
            if daypart is not None and value in ("same", "following", "after", "previous", "before"):
                return Part(
                    index, daypart[1], "anchor", unit="day", direction=_ANCHORED[value], daypart=str(daypart[0])
                )
            if daypart is not None and value == "this":
                return Part(index, daypart[1], "relative", unit="day", offset=0, daypart=str(daypart[0]))
        return Part(index, last, "direction", direction=_AS_SAID.get(value, value), weak=True, before=before)

    def _is_definite(self, index: int) -> bool:
        """Whether a word has the article that a noun takes behind "this" and "that"."""
        return index < self.stop and self.tokens[index].fold.startswith(self.words.definite_beginnings)

    def _relative(self, first: int, last: int, form: str, unit: str, direction: str, count: int | None) -> Part | None:
        """A unit with a direction: one period, a window of so many units, or a vague stretch of them."""
        hours = unit == "hour" and (count is not None or form == "units") and direction in _ABOUT_NOW
        if unit in ("minute", "hour", "season") and not hours:
            return None
        if unit == "night":
            unit = "day"
        if unit == "day" and form == "unit" and count is None:
            direction = _ANCHORED.get(direction, direction)
        counted_on = direction if direction in _AS_SAID else None
        direction = _AS_SAID.get(direction, direction)
        if direction in ("same", "following", "previous"):
            if form != "unit" or count is not None:
                return None
            return Part(first, last, "anchor", unit=unit, direction=direction)
        if direction == "recent":
            if count is None and form == "units":
                return Part(first, last, "vague", vague="past")
            if count is None and unit not in ("year", "decade", "century"):
                return None
            return Part(first, last, "counted", unit=unit, count=count or 1, shift="last")
        if direction in ("remaining", "elapsed"):
            return Part(first, last, "relative", unit=unit, offset=0, direction=direction)
        if direction == "this":
            if form == "units" or (count or 1) > 1:
                return None  # "these ten years"
            return Part(first, last, "relative", unit=unit, offset=0)
        if direction == "after_next":
            return Part(first, last, "relative", unit=unit, offset=2) if form == "unit" and count is None else None
        sign = 1 if direction in ("next", "coming") else -1
        if count is not None:
            return Part(first, last, "counted", unit=unit, count=count, shift="next" if sign > 0 else "last")
        if form == "units":
            return Part(first, last, "vague", vague="future" if sign > 0 else "past", unit=unit)
        if direction in ("coming", "past") and unit in ("year", "month", "decade"):
            return Part(first, last, "counted", unit=unit, count=1, shift="next" if sign > 0 else "last")
        return Part(first, last, "relative", unit=unit, offset=sign, shift=counted_on)

    def _counted(self, index: int) -> Part | None:
        """A number of units that lie somewhere: "three weeks ago", "a day later"."""
        few = self.term(index, "few")
        number = None if few else self.number(index)
        if few is None and (number is None or number.ordinal or number.behind or number.value > 999):
            return None
        at = few[1] if few else number.last if number else index
        behind_number = at if few else self.behind_half(at)  # "two and a half years", "two years and a half"
        if behind_number >= self.stop or self.breaks(behind_number):
            return None
        unit = self.unit_at(behind_number)
        if unit is None:
            return None
        form, name, behind_unit = unit
        count = number.value if number else None
        behind = behind_unit if few else self.behind_half(behind_unit)
        half = behind_number > at or behind > behind_unit
        shifted = self._with_shift(index, behind, name, count)
        if half:
            known = shifted is not None and shifted.kind == "counted" and not self.stands_before(index, "for")
            return replace(shifted, half=True) if shifted is not None and known else None
        if shifted is not None:
            return None if self.stands_before(index, "for") else shifted
        if name in _FAR_ENOUGH and self.stands_before(index, "in"):
            return Part(index, behind, "counted", unit=name, count=count, shift="in")
        end = self.glue(behind, "of")
        direction = self.direction(end) if end < self.stop and not self.breaks(end) else None
        if direction is not None and not direction[2] and self._after_noun(end):
            return self._relative(index, direction[1], "units" if count is None else form, name, direction[0], count)
        return None

    def _with_shift(self, first: int, last: int, unit: str, count: int | None) -> Part | None:
        """Units with "ago", "later" and the like behind them."""
        at = last
        if self.breaks(at):
            return None
        shift = self.term(at, "shift")
        if shift is None or unit == "season":
            return None
        compared = not self.breaks(shift[1]) and self.tokens[shift[1]].fold in self.words.compared_with
        if shift[0] in ("earlier", "later") and compared:
            return None  # "two days earlier than planned"
        if shift[0] == "onto":
            return self._from_named_day(first, shift[1], unit, count)
        if unit in ("hour", "minute") and (count is None or shift[0] != "ago"):
            return self._hours_from_event(first, shift[1], str(shift[0]), count)
        if shift[0] == "ahead" and shift[1] < self.stop and self.tokens[shift[1]].fold in self.words.not_after_counted:
            return None
        return Part(first, shift[1], "counted", unit=unit, count=count, shift=str(shift[0]))

    def _from_named_day(self, first: int, at: int, unit: str, count: int | None) -> Part | None:
        """Read "a week from Friday", "three weeks from tomorrow": from a day ahead that is named behind it."""
        days = DAYS_IN.get(unit)
        if days is None or count is None or self.breaks(at):
            return None
        deictic, weekday = self.term(at, "deictic"), self.term(at, "weekday")
        if deictic is not None and isinstance(deictic[0], tuple) and deictic[0][0] == "day":
            offset = int(deictic[0][1]) + count * days
            return Part(first, deictic[1], "relative", unit="day", offset=offset)
        if weekday is not None and isinstance(weekday[0], int):
            return Part(first, weekday[1], "weekday", weekday=weekday[0], offset=count * days)
        return None

    def _hours_from_event(self, first: int, last: int, shift: str, count: int | None) -> Part | None:
        """Read "hours later" and "an hour before": on the day told before; "a few hours ago" is today."""
        if shift not in ("later", "earlier", "ago") or (count is not None and count > 1):
            return None
        if self._found_few(first):
            return Part(first, last, "relative", unit="day", offset=0) if shift == "ago" else None
        return Part(first, last, "anchor", unit="day", direction="same")

    def _found_few(self, index: int) -> bool:
        return "few" in self.terms(index)

    def _counted_behind(self, index: int) -> Part | None:
        """Units with "before", "after" or "within" ahead of them, as Arabic and Kurdish have it."""
        shift = self.term(index, "shift_before")
        if shift is None:
            return None
        at = shift[1]
        if at >= self.stop or self.breaks(at):
            return None
        count: int | None = None
        few = self.term(at, "few")
        number = None if few else self.number(at)
        if few is not None:
            at = few[1]
        elif number is not None and not number.ordinal and number.value < 1000:
            count, at = number.value, number.last
        before_half, at = at, at if few is not None else self.behind_half(at)
        unit = self.unit_at(at) if at < self.stop and not self.breaks(at) else None
        if unit is None:
            return None
        form, name, last = unit
        if form == "two_units":
            count = 2
        whole, last = last, self.behind_half(last)
        half = last > whole or at > before_half
        end = self.glue(last, "of")
        direction = self.direction(end) if end < self.stop and not self.breaks(end) else None
        bound = form != "units" or not self.words.binds_plurals or "construct" in self.terms(at)
        if direction is not None and not direction[2] and bound and self._after_noun(end):
            # "within the coming three months" is the three months, whatever stands before them
            form = "units" if few is not None else form
            return self._relative(index, direction[1], form, name, direction[0], count)
        if (direction is None or not bound) and ("construct" in self.terms(at) or self._is_possessed(at, last)):
            return None  # "after three days of talks" is not counted from publication
        if half and shift[0] not in ("ago", *WITHIN):
            return None  # "after a year and a half of war": how long it took, mostly
        if count is None and few is None:
            if form == "units" and name in _SOON and self._are_some(last) and shift[0] in ("ago", "within"):
                return Part(index, last, "counted", unit=name, shift=str(shift[0]))  # "days ago", "within days"
            if form == "units" or name == "season" or self.terms(at)[form].weak:
                return None
            if not self.is_one(at) or self.term(last, "month") or self.number(last):
                return None
            count = 1
        if self.stands_before(index, "for"):
            return None
        if name in ("hour", "minute") and few is not None:
            return Part(index, last, "relative", unit="day", offset=0) if shift[0] == "ago" else None
        if name == "minute" or (name == "hour" and shift[0] != "ago"):
            return None
        behind = self._with_from_now(last)
        if count is not None and shift[0] in WITHIN and (dated := self._from_day(index, last)) is not None:
            return replace(dated, unit=name, count=count, shift="within")
        if behind == last and last < self.stop and not self.breaks(last):
            counted_from = self.tokens[last].fold in self.words.counted_from
            if counted_from or (shift[0] in ("ahead", "within") and self.term(last, "of")):
                return None  # "three months after the signing" is not counted from publication
        name_of_shift = "after" if shift[0] == "ahead" and behind == last else str(shift[0])
        return Part(index, behind, "counted", unit=name, count=count, half=half, shift=name_of_shift)

    def _from_day(self, index: int, last: int) -> Part | None:
        """Read "within four months of 1 March"; `PartReader` knows how."""
        return None

    def _are_some(self, index: int) -> bool:
        """Whether a plural without a number is "some" of them: nothing that could be of them stands behind it."""
        ends = self.breaks(index) or self.tokens[index].kind is TokenKind.MARK
        return self.words.bare_units_are_some and ends

    def _is_possessed(self, unit: int, behind: int) -> bool:
        """Whether a unit's ending shows that it belongs to the word behind it, which is no word of time."""
        endings = self.words.construct_endings
        if not endings or behind >= self.stop or self.breaks(behind) or self.tokens[behind].kind is not TokenKind.WORD:
            return False
        folded = self.tokens[unit].fold
        return folded.endswith(endings) and folded not in self.words.unit_forms and self.found(behind) is None

    def _with_from_now(self, index: int) -> int:
        shift = self.term(index, "shift")
        return shift[1] if shift is not None and not self.breaks(index) else index
