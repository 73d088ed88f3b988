"""The parts that dates are made of, found in tokens: "27 October 2025", "next week", "three days ago", "end of".

A part is read the same way in every language; which words say it is data (`peyman.dates.vocabulary`). What can
stand in several orders ("28 ابریل", "April 28") is tried in each. Every function looks a bounded number of tokens
ahead, so that reading a text is linear in its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from peyman.dates.calendars import PERSIAN
from peyman.dates.numbers import Number, number_at
from peyman.dates.numeric import clock_at, numeric_date_at
from peyman.dates.vocabulary import Found, Vocabulary
from peyman.text.tokens import Token, TokenKind

Kind = Literal[
    "day", "month", "year", "weekday", "relative", "counted", "direction", "nth", "edge", "season",
    "decade", "century", "holiday", "daypart", "clock", "vague", "unit", "anchor",
]  # fmt: skip
Months = tuple[tuple[str, int], ...]

#: Glue words that may stand between two parts of a date.
MOST_GLUE = 3
#: How many words a preposition can have.
_LONGEST_PREPOSITION = 5
_DASHES = frozenset("-–—‐‑−ـ")
_COMMAS = frozenset(",،")
_NOTHING = "\0"
_COUNTS = frozenset({"few", "cardinal"})
_LISTED = frozenset({"month", "weekday"})
#: Words that are glue in one place and say something in another.
_SAYS_MORE = frozenset({"unit", "units", "direction", "direction_before"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a date, or several put together, as a range ``[first, last)`` of tokens.

    Attributes:
        kind: What it is mainly.
        day: Day of the month; `day_to` the last one of a range.
        months: Calendars and numbers of the month that its word can mean; `months_to` of a range's end.
        year: Year as written; `year_to` the last one of a range.
        calendar: Calendar that the words name, None where they name none.
        weekday: 0 for Monday; `weekday_to` of a range's end.
        unit: Day, week, month and so on, of a relative part.
        offset: How many units away from publication, of a relative part.
        count: How many units, of a counted part; None for "some".
        shift: Where a counted part lies: ago, ahead, later, earlier, within, next, last.
        direction: Word such as "next" beside a weekday or a month.
        nth: Ordinal of a unit: the second quarter.
        edge: start, early, middle, late, end.
        season: 21 to 24, as in EDTF.
        holiday: Calendar, month, day and length in days of a feast.
        daypart: morning, evening and so on.
        clock: Time of day as ``hh:mm:ss``.
        vague: future or past.
        weak: Whether its words mean other things too, and nothing beside it speaks for a date.
        explicit_year: Whether the year is said.
        before: Whether its word belongs to what stands behind it only.
    """

    first: int
    last: int
    kind: Kind
    day: int | None = None
    day_to: int | None = None
    months: Months = ()
    months_to: Months = ()
    year: int | None = None
    year_to: int | None = None
    calendar: str | None = None
    weekday: int | None = None
    weekday_to: int | None = None
    unit: str | None = None
    offset: int | None = None
    count: int | None = None
    shift: str | None = None
    direction: str | None = None
    nth: int | None = None
    edge: str | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: tuple[str, int, int, int] | None = None
    daypart: str | None = None
    clock: str | None = None
    vague: str | None = None
    weak: bool = False
    explicit_year: bool = False
    before: bool = False


class PartReader:
    """Reads parts from the tokens of one text."""

    def __init__(self, words: Vocabulary, tokens: Sequence[Token], text: str) -> None:
        """Prepare to read.

        Args:
            words: What the text's language has for time.
            tokens: The tokens of the text.
            text: The text that their offsets count in.
        """
        self.words = words
        self.tokens = tokens
        self.text = text
        self.stop = len(tokens)
        self._found: dict[int, Found | None] = {}
        self._numbers: dict[int, Number | None] = {}

    # -- what stands at a token ----------------------------------------------------------------------------------

    def found(self, index: int) -> Found | None:
        """Return the terms at a token."""
        if index >= self.stop:
            return None
        try:
            return self._found[index]
        except KeyError:
            self._found[index] = found = self.words.find(self.tokens, index, self.stop)
            return found

    def term(self, index: int, category: str) -> tuple[object, int] | None:
        """Return the value of a term of that category at a token and the index behind it."""
        found = self.found(index)
        if found is None:
            return None
        term = found.terms.get(category)
        return None if term is None else (term.value, index + found.length)

    def number(self, index: int) -> Number | None:
        """Return the number that begins at a token."""
        if index >= self.stop:
            return None
        try:
            return self._numbers[index]
        except KeyError:
            self._numbers[index] = number = number_at(self.words, self.tokens, index, self.stop)
            return number

    def mark(self, index: int) -> str:
        """Return the mark at a token of this line; the empty text where there is none."""
        if index >= self.stop or self.tokens[index].kind is not TokenKind.MARK:
            return ""
        return self.tokens[index].text

    def breaks(self, index: int) -> bool:
        """Tell whether a line ends before a token."""
        if index >= self.stop:
            return True
        start, end = self.tokens[index - 1].end, self.tokens[index].start
        return end > start and "\n" in self.text[start:end]

    def glue(self, index: int, category: str = "glue") -> int:
        """Return the index behind the glue words (or those of another category) that begin at a token."""
        for _ in range(MOST_GLUE):
            found = self.found(index)
            if found is None or category not in found.terms or (index and self.breaks(index)):
                break
            behind = index + found.length
            if not _SAYS_MORE.isdisjoint(found.terms) and self._says_more(found, behind):
                break
            index = behind
        return index

    def _says_more(self, here: Found, index: int) -> bool:
        """Whether a word that can be glue is more than that here: "month" before "next", "this" before "week"."""
        found = self.found(index)
        if found is None or self.breaks(index):
            return False
        if "unit" in here.terms or "units" in here.terms:
            if "direction" in found.terms or "era" in found.terms:
                return True
            if "direction_before" in found.terms:
                return False
            number = self.number(index) if self.words.numbered_months else None
            if number is not None and not number.ordinal and 1 <= number.value <= 12 and here.terms.get("unit") is not None:
                return here.terms["unit"].value == "month" and self.term(number.last, "month") is None
            return False
        return "unit" in found.terms or "units" in found.terms

    def direction(self, index: int) -> tuple[str, int, bool] | None:
        """A word such as "next" at a token, the index behind it, and whether it stands before what it says it of."""
        found = self.found(index)
        if found is None:
            return None
        for category in ("direction", "direction_before"):
            if category in found.terms:
                return str(found.terms[category].value), index + found.length, category == "direction_before"
        return None

    # -- parts ---------------------------------------------------------------------------------------------------

    def part(self, index: int) -> Part | None:
        """Return the longest part that begins at a token."""
        token = self.tokens[index]
        if token.kind is TokenKind.NUMBER:
            return self._from_number(index)
        found = self.found(index)
        if found is None:
            return None
        terms = found.terms
        candidates: list[Part | None] = []
        behind = index + found.length
        if "vague" in terms:
            candidates.append(Part(index, behind, "vague", vague=str(terms["vague"].value)))
        if "cardinal" in terms or "ordinal" in terms:
            candidates.append(self._from_number(index))
        if "month" in terms:
            candidates.append(self._from_month(index))
        if "deictic" in terms:
            candidates.append(self._deictic(index, found))
        if "weekday" in terms:
            candidates.append(self._weekdays(index))
        if "unit" in terms or "units" in terms or "two_units" in terms:
            candidates.append(self._from_unit(index))
        if "direction" in terms or "direction_before" in terms:
            candidates.append(self._from_direction(index))
        if "shift_before" in terms:
            candidates.append(self._counted_behind(index))
        if "few" in terms:
            candidates.append(self._counted(index))
        if "fraction" in terms:
            candidates.append(self._fraction(index))
        if "season" in terms:
            season = terms["season"]
            candidates.append(Part(index, behind, "season", season=season.value, weak=season.weak))
        if "holiday" in terms:
            holiday = terms["holiday"]
            candidates.append(Part(index, behind, "holiday", holiday=holiday.value, weak=holiday.weak))
        if "edge" in terms:
            candidates.append(Part(index, behind, "edge", edge=str(terms["edge"].value), weak=True))
        if "daypart" in terms:
            candidates.append(Part(index, behind, "daypart", daypart=str(terms["daypart"].value), weak=True))
        if "decade" in terms:
            candidates.append(Part(index, behind, "decade", decade=190 + int(str(terms["decade"].value)) // 10))
        if "anchor" in terms:
            candidates.append(Part(index, behind, "anchor", unit=str(terms["anchor"].value), direction="same"))
        best = None
        for candidate in candidates:
            if candidate is not None and (best is None or candidate.last > best.last):
                best = candidate
        return best

    def _deictic(self, index: int, found: Found) -> Part | None:
        """ "Today", "yesterday"; with an ordinal behind it the word is "the day" and not "today"."""
        term = found.terms["deictic"]
        unit, offset = term.value
        last = index + found.length
        behind = self.number(last) if not self.breaks(last) else None
        if behind is not None and behind.ordinal and unit == "day" and offset == 0 and not behind.digits:
            return None
        return Part(index, last, "relative", unit=unit, offset=offset, weak=term.weak)

    def _from_number(self, index: int) -> Part | None:
        numeric = numeric_date_at(self.words, self.tokens, index, self.stop)
        if numeric is not None:
            calendar, last = self._era(numeric.last)
            return Part(
                index, last, "day", day=numeric.day, months=((numeric.calendar, numeric.month),),
                year=numeric.year, calendar=calendar, explicit_year=numeric.year is not None,
            )  # fmt: skip
        time = clock_at(self.tokens, index, self.stop)
        if time is not None:
            return Part(index, time.last, "clock", clock=time.text, weak=not time.sure)
        number = self.number(index)
        if number is None:
            return None
        for read in (self._day_month, self._nth_before, self._day_of_month, self._decade, self._counted, self._year):
            part = read(index)
            if part is not None:
                return part
        return None

    def _days(self, index: int) -> tuple[int, int | None, int] | None:
        """One day of the month, or two joined: the days and the index behind them."""
        number = self.number(index)
        if number is None or not 1 <= number.value <= 31 or number.digits > 2:
            return None
        at = number.last
        joined = self.joined(at)
        if joined is not None:
            other = self.number(joined[0])
            if (
                other
                and number.value < other.value <= 31
                and other.digits <= 2
                and bool(other.digits) == bool(number.digits)
                and (joined[1] or other.value == number.value + 1 or self.between_opens(index))
            ):
                return number.value, other.value, other.last
        return number.value, None, at

    def between_opens(self, index: int) -> bool:
        """Tell whether "between" stands before a token, glue words apart."""
        return self.stands_before(index, "between")

    def stands_before(self, index: int, category: str) -> bool:
        """Tell whether a word or phrase of a category stands right before a token, glue words apart."""
        stop = index
        for _ in range(MOST_GLUE):
            for length in range(1, _LONGEST_PREPOSITION + 1):
                at = stop - length
                if at < 0 or self.breaks(at + 1):
                    break
                found = self.found(at)
                if found is not None and found.length == length and category in found.terms:
                    return True
            before = self.found(stop - 1) if stop else None
            if before is None or "glue" not in before.terms or before.length != 1 or self.breaks(stop):
                return False
            stop -= 1
        return False

    def joined(self, index: int) -> tuple[int, bool] | None:
        """The index behind a dash, "to" or "and", and whether it says a range; glue and day words may follow."""
        if index >= self.stop or self.breaks(index):
            return None
        ranged = True
        if self.mark(index) in _DASHES:
            behind = index + 1
        elif (to := self.term(index, "to")) is not None:
            behind = to[1]
        elif (conjunction := self.term(index, "and")) is not None:
            behind, ranged = conjunction[1], False
        elif self._has_and_before_it(index):
            return index, False
        else:
            return None
        return self.glue(behind), ranged

    def _has_and_before_it(self, index: int) -> bool:
        """Whether a word of time at a token has "and" written with it."""
        found = self.found(index)
        if found is None or _LISTED.isdisjoint(found.terms):
            return False
        folded = self.tokens[index].fold
        return any(
            folded.startswith(conjunction) and len(folded) > len(conjunction) + 1 and folded not in self.words.month_forms
            for conjunction in self.words.attached_and
        )

    def _month(self, index: int) -> tuple[Months, int, bool] | None:
        """The month at a token; a second name of it behind a slash or in brackets belongs to it."""
        found = self.found(index)
        if found is None or "month" not in found.terms:
            return None
        term = found.terms["month"]
        months: Months = term.value
        last = index + found.length
        if self.mark(last) == "." and last + 1 < self.stop and self.number(last + 1) is not None and not self.breaks(last + 1):
            last += 1
        opening = self.mark(last)
        if opening in ("/", "(") and not self.breaks(last + 1):
            other = self.found(last + 1)
            second: Months = other.terms["month"].value if other and "month" in other.terms else ()
            shared = tuple(month for month in months if month in second)
            if other and shared:
                behind = last + 1 + other.length
                if opening == "/" or self.mark(behind) == ")":
                    return shared, behind + (opening == "("), False
        return months, last, term.weak

    def _year_behind(self, index: int) -> tuple[int, str | None, int] | None:
        """A year that follows a month: a number of three or four digits, or two words of one."""
        at = index
        if self.mark(at) in _COMMAS:
            at += 1
        at = self.glue(at)
        if at >= self.stop or self.breaks(at):
            return None
        if at > index and at - index > MOST_GLUE:
            return None
        number = self.number(at)
        if number is None or number.ordinal or number.decade:
            return None
        if not self.possible_year(number):
            return None
        if self.mark(number.last) in (":",) and self.number(number.last + 1) is not None:
            return None
        calendar, last = self._era(number.last)
        if calendar is None and self.counts_something(number.last):
            return None
        return number.value, calendar, last

    def possible_year(self, number: Number) -> bool:
        """Tell whether a number can be a year behind a month."""
        if number.digits == 4 or (number.digits == 0 and number.value >= 1000):
            return number.value in self.words.year_range or any(
                number.value in years for _, years in self.words.year_calendars
            ) or 600 <= number.value <= 2200
        return False

    def counts_something(self, index: int) -> bool:
        """Tell whether the word at a token is one that numbers count, and no part of a date."""
        return (
            index < self.stop
            and not self.breaks(index)
            and self.found(index) is None
            and self.tokens[index].kind is TokenKind.WORD
            and (
                self.tokens[index].fold in self.words.not_after
                or self.tokens[index].fold.endswith(self.words.after_endings or _NOTHING)
            )
        )

    def _era(self, index: int) -> tuple[str | None, int]:
        """The calendar that an era word names, and the index behind it."""
        if index >= self.stop or self.breaks(index):
            return None, index
        bracket = self.mark(index) == "("
        at = index + 1 if bracket else index
        era = self.term(at, "era")
        if era is None:
            return None, index
        if bracket:
            return (str(era[0]), era[1] + 1) if self.mark(era[1]) == ")" else (None, index)
        return str(era[0]), era[1]

    def _day_month(self, index: int) -> Part | None:
        days = self._days(index)
        if days is None:
            return None
        at = self.glue(days[2], "of")
        if at >= self.stop or self.breaks(at):
            return None
        numbered = False
        month = self._month(at)
        if month is None and self.words.numbered_months and days[1] is None:
            dated = self._day_number_year(index, days[0], at)
            if dated is not None:
                return dated
        if month is None and self.words.numbered_months and at > index:
            month = self._numbered_month(at)
            numbered = True
        if month is None:
            return None
        months, last, _ = month
        if numbered and days[1] is not None:
            return None
        last = self._month_word(last)
        year = self._year_behind(last)
        if year is None:
            return Part(index, last, "day", day=days[0], day_to=days[1], months=months)
        return Part(
            index, year[2], "day", day=days[0], day_to=days[1], months=months, year=year[0], calendar=year[1],
            explicit_year=True,
        )  # fmt: skip

    def _day_number_year(self, index: int, day: int, at: int) -> Part | None:
        """ "The 8th of the 3rd 2023": both numbers with their endings, and a year."""
        number = self.number(at)
        if number is None or not 1 <= number.value <= 12 or number.last == at + 1 or at == index + 1:
            return None
        year = self._year_behind(number.last)
        if year is None:
            return None
        return Part(
            index, year[2], "day", day=day, months=(("gregorian", number.value),), year=year[0], calendar=year[1],
            explicit_year=True,
        )  # fmt: skip

    def _month_word(self, index: int) -> int:
        """The index behind the word "month" that may follow a month's name."""
        unit = self.term(index, "unit")
        return unit[1] if unit is not None and unit[0] == "month" and not self.breaks(index) else index

    def _numbered_month(self, index: int) -> tuple[Months, int, bool] | None:
        """A month named by its number, "the month three"."""
        unit = self.term(index, "unit")
        if unit is None or unit[0] != "month":
            return None
        number = self.number(unit[1])
        if number is None or not 1 <= number.value <= 12 or number.ordinal or self.breaks(unit[1]):
            return None
        if self.term(number.last, "unit") or self.term(number.last, "units") or self.counts_something(number.last):
            return None
        return (("gregorian", number.value),), number.last, False

    def _from_month(self, index: int) -> Part | None:
        month = self._month(index)
        if month is None:
            return None
        months, last, weak = month
        behind_word = self._month_word(last)
        weak = weak and behind_word == last
        last = behind_word
        days = None
        if last < self.stop and not self.breaks(last) and self.tokens[last].kind is TokenKind.NUMBER:
            days = self._days(last)
        if days is not None and not self.counts_something(days[2]) and self._is_day_behind_month(last, days[2]):
            year = self._year_behind(days[2])
            if year is None:
                return Part(index, days[2], "day", day=days[0], day_to=days[1], months=months)
            return Part(
                index, year[2], "day", day=days[0], day_to=days[1], months=months, year=year[0], calendar=year[1],
                explicit_year=True,
            )  # fmt: skip
        year = self._year_behind(last)
        if year is not None:
            return Part(
                index, year[2], "month", months=months, year=year[0], calendar=year[1], explicit_year=True
            )
        return Part(index, last, "month", months=months, weak=weak)

    def _is_day_behind_month(self, at: int, behind: int) -> bool:
        if not self.words.day_behind_month:
            return False
        if self.mark(behind) == ":" or self.term(behind, "month"):
            return False
        unit = self.term(behind, "unit") or self.term(behind, "units")
        return unit is None

    def _year(self, index: int) -> Part | None:
        """A year by itself: only what stands around it tells it from other numbers, see `expressions`."""
        number = self.number(index)
        if number is None or number.ordinal or number.decade:
            return None
        calendar, last = self._era(number.last)
        if calendar is not None and 1 <= number.value <= 3000:
            return Part(index, last, "year", year=number.value, calendar=calendar, explicit_year=True)
        if not (number.digits == 4 or (number.digits == 0 and number.value >= 1000)):
            return None
        if not self._usual_year(number.value):
            return None
        if self.counts_something(last) or self.term(last, "unit") or self.term(last, "units"):
            if not self._unit_belongs_to_more(last):
                return None
        return Part(index, last, "year", year=number.value, weak=True, explicit_year=True)

    def _unit_belongs_to_more(self, index: int) -> bool:
        return False

    def _usual_year(self, value: int) -> bool:
        return value in self.words.year_range or any(value in years for _, years in self.words.year_calendars)

    def _decade(self, index: int) -> Part | None:
        number = self.number(index)
        if number is None or not number.decade:
            return None
        return Part(index, number.last, "decade", decade=number.value // 10)

    def _weekdays(self, index: int) -> Part | None:
        found = self.found(index)
        if found is None:
            return None
        term = found.terms["weekday"]
        last = index + found.length
        joined = self.joined(last)
        if self.mark(last) == "/":
            joined = (last + 1, True)
        if joined is not None and joined[0] < self.stop and not self.breaks(joined[0]):
            other = self.term(joined[0], "weekday")
            if other is not None and other[0] != term.value:
                day_to = other[0]
                assert isinstance(day_to, int)
                return Part(index, other[1], "weekday", weekday=term.value, weekday_to=day_to)
        return Part(index, last, "weekday", weekday=term.value, weak=term.weak)

    # -- relative parts ------------------------------------------------------------------------------------------

    def _unit_at(self, index: int) -> tuple[str, str, int] | None:
        """The unit at a token: its form (unit, units, two_units), which one, and the index behind it."""
        found = self.found(index)
        if found is None:
            return None
        for form in ("units", "two_units", "unit"):
            if form in found.terms:
                return form, str(found.terms[form].value), index + found.length
        return None

    def _from_unit(self, index: int) -> Part | None:
        """What a unit begins: "week next", "month three", "year 2008", "weeks ago"."""
        unit = self._unit_at(index)
        if unit is None:
            return None
        form, name, last = unit
        part: Part | None = None
        if form == "two_units":
            part = self._with_shift(index, last, name, 2)
            if part is not None:
                return part
        calendar, last = self._era(last)
        at = self.glue(last, "of")
        inside = at < self.stop and not self.breaks(at)
        if inside:
            direction = self.direction(at)
            if direction is not None and not direction[2] and self._after_noun(at):
                part = self._with_era(self._relative(index, direction[1], form, name, direction[0], None), calendar)
            number = self.number(at)
            if part is None and number is not None:
                if name == "year" and not number.ordinal and (number.digits == 4 or number.value >= 1000):
                    return self._labelled_year(index, at)
                if name == "year" and number.digits == 3 and self._era(number.last)[0] is not None:
                    return self._labelled_year(index, at)
                if name == "decade" and number.value % 10 == 0 and number.value >= 10:
                    return self._labelled_decade(index, number)
                if name == "century" and 1 <= number.value <= 30:
                    return self._labelled_century(index, number)
                if name == "hour" and number.value <= 24:
                    time = clock_at(self.tokens, number.first, self.stop)
                    if time is not None:
                        return Part(index, time.last, "clock", clock=time.text)
                    if number.digits or number.value <= 12:
                        return Part(index, number.last, "clock", clock=f"{number.value % 24:02d}:00:00")
                if number.ordinal and number.value <= 10 and name in ("week", "quarter", "half", "day", "decade", "year"):
                    return Part(index, number.last, "nth", unit=name, nth=number.value, weak=True)
                part = self._direction_then_count(index, at, form, name)
                if part is None and name == "month" and self.words.numbered_months:
                    month = self._numbered_month(index)
                    if month is not None:
                        year = self._year_behind(month[1])
                        if year:
                            return Part(
                                index, year[2], "month", months=month[0], year=year[0], calendar=year[1],
                                explicit_year=True,
                            )  # fmt: skip
                        return Part(index, month[1], "month", months=month[0])
            few = self.term(at, "few")
            if part is None and few is not None:
                part = self._after_few(index, few[1], name)
        if part is None and form != "two_units" and not self._is_counted(index):
            part = self._with_shift(index, last, name, 1 if form == "unit" else None)
        if part is not None:
            return part
        if form == "unit" or name in ("day", "year", "month"):
            return Part(index, last, "unit", unit=name, calendar=calendar, weak=True)
        return None

    def _is_counted(self, index: int) -> bool:
        """Whether a number or "some" stands right before a unit: then the unit has no meaning of its own."""
        if not index or self.breaks(index):
            return False
        if self.tokens[index - 1].kind is TokenKind.NUMBER:
            return True
        found = self.found(index - 1)
        return found is not None and not _COUNTS.isdisjoint(found.terms)

    def _with_era(self, part: Part | None, calendar: str | None) -> Part | None:
        """Add the calendar that an era word before or behind a relative part names."""
        if part is None or part.kind != "relative":
            return part
        if calendar is None:
            calendar, last = self._era(part.last)
            return part if calendar is None else replace(part, last=last, calendar=calendar)
        return replace(part, calendar=calendar)

    def _after_few(self, index: int, at: int, name: str) -> Part | None:
        """ "weeks few coming": the number of units is left open."""
        direction = self.direction(at)
        if direction is None or direction[2]:
            return None
        return self._relative(index, direction[1], "units", name, direction[0], None)

    def _direction_then_count(self, index: int, at: int, form: str, name: str) -> Part | None:
        """ "months twelve coming", as Arabic has it."""
        number = self.number(at)
        if number is None or number.ordinal:
            return None
        direction = self.direction(self.glue(number.last, "of"))
        if direction is None or direction[2]:
            return None
        return self._relative(index, direction[1], form, name, direction[0], number.value)

    def _after_noun(self, index: int) -> bool:
        """Whether a word such as "next" at a token belongs to the unit before it, and not to one behind it."""
        found = self.found(index)
        if found is None:
            return False
        return self._unit_at(index + found.length) is None or self.words.direction_after

    def _labelled_year(self, index: int, at: int) -> Part | None:
        number = self.number(at)
        if number is None:
            return None
        joined = self.joined(number.last)
        calendar, last = self._era(number.last)
        if joined is not None and calendar is None:
            other = self.number(joined[0])
            if other is not None and other.digits == 4 and other.value > number.value:
                calendar, last = self._era(other.last)
                return Part(
                    index, last, "year", year=number.value, year_to=other.value, calendar=calendar, explicit_year=True
                )
        unit = self._unit_at(index)
        if number.decade or (unit is not None and unit[0] == "units" and number.value % 10 == 0):
            return Part(index, number.last, "decade", decade=number.value // 10)
        return Part(index, last, "year", year=number.value, calendar=calendar, explicit_year=True)

    def _labelled_decade(self, index: int, number: Number) -> Part | None:
        if number.value >= 1000:
            return Part(index, number.last, "decade", decade=number.value // 10, year=number.value)
        if number.value >= 100:
            return None
        calendar, last = self._era(number.last)
        if (calendar or self.words.civil) == PERSIAN:
            return Part(index, last, "decade", decade=130 + number.value // 10)
        return Part(index, last, "decade", decade=190 + number.value // 10)

    def _labelled_century(self, index: int, number: Number) -> Part:
        calendar, last = self._era(number.last)
        return Part(index, last, "century", century=number.value, calendar=calendar)

    def _from_direction(self, index: int) -> Part | None:
        """What a word such as "next" begins: "next week", "the last three months", "this Thursday"."""
        direction = self.direction(index)
        if direction is None:
            return None
        value, last, before = direction
        if last < self.stop and not self.breaks(last):
            count: int | None = None
            number = self.number(last)
            few = self.term(last, "few")
            behind = last
            if number is not None and not number.ordinal and 1 < number.value < 1000:
                count, behind = number.value, number.last
            elif few is not None:
                behind = few[1]
            unit = self._unit_at(behind) if not self.breaks(behind) else None
            if unit is not None:
                form, name, end = unit
                if few is not None:
                    form = "units"
                if form == "two_units":
                    count = 2
                if count is None and self._is_counted(index):
                    return None
                part = self._relative(index, end, form, name, value, count)
                if part is not None:
                    return self._with_era(part, None)
        return Part(index, last, "direction", direction=value, weak=True, before=before)

    def _relative(self, first: int, last: int, form: str, unit: str, direction: str, count: int | None) -> Part | None:
        """A unit with a direction: one period, a window of so many units, or a vague stretch of them."""
        if unit in ("minute", "hour", "season"):
            return None
        if direction in ("same", "following", "previous"):
            if form != "unit" or count is not None:
                return None
            return Part(first, last, "anchor", unit=unit, direction=direction)
        if direction == "recent":
            if count is None:
                return Part(first, last, "vague", vague="past")
            return Part(first, last, "counted", unit=unit, count=count, shift="last")
        if direction in ("remaining", "elapsed"):
            return Part(first, last, "relative", unit=unit, offset=0, direction=direction)
        if direction == "this":
            if form == "units":
                return None
            return Part(first, last, "relative", unit=unit, offset=0)
        sign = 1 if direction in ("next", "coming") else -1
        if count is not None:
            return Part(first, last, "counted", unit=unit, count=count, shift="next" if sign > 0 else "last")
        if form == "units":
            return Part(first, last, "vague", vague="future" if sign > 0 else "past", unit=unit)
        if direction in ("coming", "past") and unit in ("year", "month", "decade"):
            return Part(first, last, "counted", unit=unit, count=1, shift="next" if sign > 0 else "last")
        return Part(first, last, "relative", unit=unit, offset=sign)

    def _counted(self, index: int) -> Part | None:
        """A number of units that lie somewhere: "three weeks ago", "a day later"."""
        few = self.term(index, "few")
        number = None if few else self.number(index)
        if few is None and (number is None or number.ordinal or number.value > 999):
            return None
        at = few[1] if few else number.last if number else index
        if at >= self.stop or self.breaks(at):
            return None
        unit = self._unit_at(at)
        if unit is None:
            return None
        form, name, behind = unit
        count = number.value if number else None
        shifted = self._with_shift(index, behind, name, count)
        if shifted is not None:
            return None if self.stands_before(index, "for") else shifted
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
        if shift is None or unit == "season" or (count is None and unit in ("hour", "minute")):
            return None
        if shift[0] == "ahead" and shift[1] < self.stop and self.tokens[shift[1]].fold in self.words.not_after_counted:
            return None
        return Part(first, shift[1], "counted", unit=unit, count=count, shift=str(shift[0]))

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
        unit = self._unit_at(at) if at < self.stop and not self.breaks(at) else None
        if unit is None:
            return None
        form, name, last = unit
        if form == "two_units":
            count = 2
        end = self.glue(last, "of")
        direction = self.direction(end) if end < self.stop and not self.breaks(end) else None
        if direction is not None and not direction[2] and self._after_noun(end):
            # "within the coming three months" is the three months, whatever stands before them
            form = "units" if few is not None else form
            return self._relative(index, direction[1], form, name, direction[0], count)
        if count is None and few is None:
            if form == "units" or not self.words.bare_unit_counts or self.term(last, "month") or self.number(last):
                return None
            count = 1
        if name == "minute" or self.stands_before(index, "for"):
            return None
        if name == "hour" and (few is not None or shift[0] == "within"):
            return None
        behind = self._with_from_now(last)
        if behind == last and shift[0] in ("ahead", "within") and self.term(last, "of") and not self.breaks(last):
            return None  # "three months after the signing" is not counted from publication
        return Part(index, behind, "counted", unit=name, count=count, shift=str(shift[0]))

    def _with_from_now(self, index: int) -> int:
        shift = self.term(index, "shift")
        return shift[1] if shift is not None and not self.breaks(index) else index

    # -- counted parts of longer ones ----------------------------------------------------------------------------

    def _nth_before(self, index: int) -> Part | None:
        """An ordinal before its unit: "first week", "second half"."""
        number = self.number(index)
        if number is None or not (number.ordinal and 1 <= number.value <= 31):
            return None
        at = self.glue(number.last)
        if at >= self.stop or self.breaks(at):
            return None
        fraction = self.term(at, "fraction")
        if fraction is not None and number.value <= 4:
            return Part(index, fraction[1], "nth", unit=str(fraction[0]), nth=number.value, weak=True)
        unit = self._unit_at(at)
        if unit is None or unit[0] != "unit":
            return None
        if unit[1] == "century":
            calendar, last = self._era(unit[2])
            return Part(index, last, "century", century=number.value, calendar=calendar)
        if unit[1] in ("week", "quarter", "half") and number.value <= 5:
            return Part(index, unit[2], "nth", unit=unit[1], nth=number.value, weak=True)
        return None

    def _fraction(self, index: int) -> Part | None:
        """ "half first" and "Q3"."""
        fraction = self.term(index, "fraction")
        if fraction is None:
            return None
        name = str(fraction[0])
        if name[1:].isdigit():
            return Part(index, fraction[1], "nth", unit="half" if name[0] == "H" else "quarter", nth=int(name[1]), weak=True)
        at = self.glue(fraction[1])
        number = self.number(at) if at < self.stop and not self.breaks(at) else None
        if number is None or not number.ordinal or not 1 <= number.value <= 4:
            return None
        return Part(index, number.last, "nth", unit=name, nth=number.value, weak=True)

    def _day_of_month(self, index: int) -> Part | None:
        """A day of a month that is not named: "the 20th of the month", "17 of that month"."""
        days = self._days(index)
        if days is None:
            return None
        number = self.number(index)
        at = self.glue(days[2])
        if at >= self.stop or self.breaks(at):
            return None
        inner = self.part(at) if self.number(at) is None or self.term(at, "unit") else None
        if inner is None or inner.unit != "month" or inner.kind not in ("relative", "anchor", "unit"):
            return None
        if inner.kind == "unit" and (
            number is None or not (number.ordinal or number.last > index + 1 or at > days[2]) or not self.words.day_of_bare_month
        ):
            return None
        if number is None or (
            inner.offset and not number.ordinal and number.last == index + 1 and at == days[2] and days[1] is None
        ):
            return None  # "twelve coming months" is no twelfth of one
        offset = 0 if inner.kind == "unit" else inner.offset
        return replace(inner, first=index, kind="day", day=days[0], day_to=days[1], offset=offset, weak=False)
