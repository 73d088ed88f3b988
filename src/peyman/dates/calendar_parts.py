"""Parts that name their day, month or year: "27 October 2025", "the 1990s", "سال ۱۴۰۴"."""

from __future__ import annotations

import re
from dataclasses import replace

from peyman.dates.calendars import KURDISH, PERSIAN
from peyman.dates.lookahead import DASHES
from peyman.dates.numbers import APOSTROPHES, FIGURES_OF_YEAR, Number
from peyman.dates.parts import Months, Part
from peyman.dates.stamp_months import stamp_months
from peyman.dates.weekday_parts import MOST_LISTED, Weekdays
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: A number that no word calls a year is none below this, whatever era seems to follow: "a truce of 30 days".
_FIRST_BARE_YEAR = 100
#: A month has so many Mondays at most.
_MOST_WEEKDAYS = 5
#: What may stand behind a date that ends there.
_ENDS_OF_DATE = frozenset(".,;،؛:!?؟)]|-–—»")
#: What is added to a fiscal year in two figures.
_THIS_CENTURY = 2000
#: Calendars with the months of the sun, and what is added to a year in two figures behind one of these.
_SOLAR, _SOLAR_CENTURY = frozenset({KURDISH, PERSIAN}), 1300
#: A decade in two figures is of the last century; a smaller number may be of any.
_FIRST_NAMED_DECADE = 20
#: What stands before a decade in two figures, where no word calls it one.
_BEFORE_DECADES = frozenset({"article", "edge", "and"})
_TWO_FIGURES = re.compile(r"\d\d")


#: Marks behind a number that make more of it than a year in two figures.
_GO_ON = frozenset({"%", "٪", "/", "-", ".", ":"})


class CalendarParts(Weekdays):
    """Reads days, months, years, decades and centuries."""

    def days(self, index: int) -> tuple[int, int | None, int] | None:
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

    def listed_days(self, index: int) -> tuple[int, int, int] | None:
        """Days that follow each other in a list, "7, 8 and 9": the first, the last, and the index behind them."""
        first = last = self.number(index)
        if first is None or not 1 <= first.value <= 31 or not 1 <= first.digits <= 2:
            return None
        for _ in range(MOST_LISTED):
            assert last is not None
            following = self._next_in_list(last.last)
            if following is None or following.value != last.value + 1 or following.value > 31:
                break
            last = following
        assert last is not None
        return (first.value, last.value, last.last) if last.value > first.value else None

    def _next_in_list(self, index: int) -> Number | None:
        """The number in figures behind a comma, "and" or both at a token."""
        at = index + 1 if self.mark(index) in COMMAS else index
        if at >= self.stop or self.breaks(at):
            return None
        conjunction = self.term(at, "and")
        if conjunction is not None:
            at = conjunction[1]
        number = self.number(at) if at > index and not self.breaks(at) else None
        return number if number is not None and 1 <= number.digits <= 2 else None

    def _day_in_list(self, index: int) -> Part | None:
        """A day whose month is said once behind all of a list: the 3 of "3, 7 and 12 December"."""
        first = number = self.number(index)
        if first is None or not 1 <= first.value <= 31 or not 1 <= first.digits <= 2:
            return None
        following = self._next_in_list(first.last)
        for _ in range(MOST_LISTED):
            if following is None:
                break
            number, following = following, self._next_in_list(following.last)
        if number is None or number is first or following is not None:
            return None  # no list, or a longer one than any that tells days
        dated = self._day_month(number.first)
        if dated is None:
            return None
        return replace(dated, first=index, last=first.last, day=first.value, day_to=None)

    def _day_behind_list(self, index: int) -> Part | None:
        """A later day of a list whose month is said once before it: the 19 of "April 12, 19 and 26"."""
        number = self.number(index)
        if number is None or not 1 <= number.value <= 31 or not 1 <= number.digits <= 2 or not self._ends_list(number):
            return None
        at = index
        for _ in range(MOST_LISTED):
            before = at - 1
            if before > 0 and "and" in self.terms(before):
                before -= 1
            if before > 0 and self.mark(before) in COMMAS:
                before -= 1
            if before < 1 or before == at - 1 or self.breaks(at) or not self.tokens[before].text.isdecimal():
                return None
            at = before
            month = self.term(at - 1, "month")
            if month is not None:
                if not self._is_day_behind_month(at - 1, at, at + 1) or not 1 <= int(self.tokens[at].fold) <= 31:
                    return None
                months: Months = self.terms(at - 1)["month"].value
                return Part(index, number.last, "day", day=number.value, months=months)
        return None

    def _ends_list(self, number: Number) -> bool:
        """Whether nothing that is counted stands behind a number: a mark, the end, or a word that may follow a date."""
        if number.last >= self.stop or self.breaks(number.last) or self.tokens[number.last].kind is TokenKind.MARK:
            return self.mark(number.last) not in ("%", "٪", ":", "/", "-", "–")
        return not {"glue", "and", "in", "to"}.isdisjoint(self.terms(number.last))

    def month(self, index: int) -> tuple[Months, int, bool] | None:
        """The month at a token; a second name of it behind a slash or in brackets belongs to it."""
        found = self.found(index)
        if found is None or "month" not in found.terms:
            return None
        term = found.terms["month"]
        months: Months = term.value
        last = index + found.length
        if (
            self.mark(last) == "."
            and (number := self.number(last + 1)) is not None
            and number.digits  # "in September. A truce …" is no first of the month
            and not self.breaks(last + 1)
        ):
            last += 1
        last = self.behind_ending(last)
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

    def _day_month(self, index: int) -> Part | None:
        days = self.listed_days(index) or self.days(index)
        if days is None:
            return None
        at, joint = self.glue(days[2], "of"), ""
        if (
            self.mark(at) in COMMAS
            and self.tokens[at - 1].text.isascii()
            and self.tokens[at - 1].kind is TokenKind.WORD
        ):
            at += 1  # "6th, November"
        elif (
            self._is_joint(self.mark(at))
            and days[1] is None
            and (self.term(at + 1, "month") or (at + 1 < self.stop and self.tokens[at + 1].fold in stamp_months()))
        ):
            joint = self.mark(at)  # "15- Jumada", as the Gulf stamps it; "31/October/2022", "15-Nov-2023"
            at += not self.breaks(at + 1)
        if at >= self.stop or self.breaks(at):
            return None
        numbered = False
        month = self.month(at) or self.stamp_month(index, at, days)
        if month is None and self.words.numbered_months and days[1] is None:
            dated = self._day_number_year(index, days[0], at)
            if dated is not None:
                return dated
        if month is None and self.words.numbered_months and at > index:
            month = self.numbered_month(at)
            numbered = True
        if month is None:
            return None
        months, last, weak = month
        number = self.number(index)
        if weak and number is not None and number.digits == 0 and not (number.ordinal or number.case):
            return None  # "a fog", not the first of May
        if numbered and days[1] is not None:
            return None
        last = self.month_word(last)
        behind = last + 1 if self.mark(last) == (joint or "/") and not self.breaks(last + 1) else last
        year = self.year_behind(behind) or self._short_year_at_end(last, months)
        in_words = number is not None and number.ordinal and not number.digits and days[1] is None
        nth = days[0] if in_words and days[0] <= _MOST_WEEKDAYS else None
        if year is None:
            return Part(index, last, "day", day=days[0], day_to=days[1], months=months, nth=nth)
        return Part(
            index, year[2], "day", day=days[0], day_to=days[1], months=months, year=year[0], calendar=year[1],
            explicit_year=True, nth=nth,
        )  # fmt: skip

    @staticmethod
    def _is_joint(mark: str) -> bool:
        """Whether a mark may stand between a day, the name of its month and the year."""
        return mark == "/" or mark in DASHES

    def _short_year_at_end(self, index: int, months: Months) -> tuple[int, str, int] | None:
        """A year in two figures right behind a day and its month, where nothing follows that it could count."""
        short = self.words.short_years
        number = self.number(index) if short is not None and not self.breaks(index) else None
        if short is None or number is None or number.digits != 2 or number.last != index + 1:
            return None
        if number.value not in short.figures or all(calendar != short.calendar for calendar, _ in months):
            return None
        ends = self.breaks(number.last) or self.mark(number.last) in _ENDS_OF_DATE
        if not ends and self.tokens[number.last].fold not in short.before:
            return None
        return short.century + number.value, short.calendar, number.last

    def _day_number_year(self, index: int, day: int, at: int) -> Part | None:
        """Read "the 8th of the 3rd 2023": both numbers with their endings, and a year."""
        number = self.number(at)
        if number is None or not 1 <= number.value <= 12 or at == index + 1:
            return None
        if number.last == at + 1 and not number.case and self.glue(number.last, "of") == number.last:
            return None
        year = self.year_behind(number.last)
        if year is None:
            return None
        return Part(
            index, year[2], "day", day=day, months=(("gregorian", number.value),), year=year[0], calendar=year[1],
            explicit_year=True,
        )  # fmt: skip

    def _from_month(self, index: int) -> Part | None:
        month = self.month(index)
        if month is None:
            return None
        months, last, weak = month
        behind_word = self.month_word(last)
        weak = weak and behind_word == last
        last = behind_word
        days = None
        if last < self.stop and not self.breaks(last):
            if "article" in self.terms(last) and (ordinal := self.number(last + 1)) is not None and ordinal.ordinal:
                last += 1  # "May the 24th"
            number = self.number(last)
            if number is not None and (number.digits or (number.ordinal and self.words.day_behind_month)):
                days = self.days(last)
        if days is not None and not self.counts_something(days[2]) and self._is_day_behind_month(index, last, days[2]):
            year = self.year_behind(days[2])
            if year is None:
                return Part(index, days[2], "day", day=days[0], day_to=days[1], months=months)
            return Part(
                index, year[2], "day", day=days[0], day_to=days[1], months=months, year=year[0], calendar=year[1],
                explicit_year=True,
            )  # fmt: skip
        year = self.year_behind(last)
        if year is not None:
            return Part(index, year[2], "month", months=months, year=year[0], calendar=year[1], explicit_year=True)
        return self._day_behind_comma(index, last, months) or Part(index, last, "month", months=months, weak=weak)

    def _day_behind_comma(self, index: int, last: int, months: Months) -> Part | None:
        """Read "November, 20, 2019": a comma behind the month is let pass where a year ends the whole."""
        if self.mark(last) != "," or self.number(last + 1) is None:
            return None
        days = self.days(last + 1)
        if days is None or not self._is_day_behind_month(index, last + 1, days[2]):
            return None
        year = self.year_behind(days[2])
        if year is None:
            return None
        return Part(
            index, year[2], "day", day=days[0], day_to=days[1], months=months, year=year[0], calendar=year[1],
            explicit_year=True,
        )  # fmt: skip

    def _is_day_behind_month(self, first: int, at: int, behind: int) -> bool:
        if self.mark(behind) in COMMAS and not self.breaks(behind + 1) and self.term(behind, "month") is None:
            year = self.number(behind + 1)  # the order of English stamps, in the words of any language
            if year is not None and year.digits == 4 and self.possible_year(year):
                return True
        if (
            first
            and not self.breaks(first)
            and (year := self.number(first - 1)) is not None
            and year.digits == FIGURES_OF_YEAR
        ):
            return self.possible_year(year) and self.term(behind, "unit") is None  # "1390 Azar 10"
        foreign = self.tokens[first].text.isascii() and not self.words.language.has_case
        if not self.words.day_behind_month and not foreign:  # an English stamp, "November 6, 2025", in any language
            return False
        if self.mark(behind) == ":" and self.number(behind + 1) is not None:
            return False  # an hour
        if self.term(behind, "month"):
            return False
        unit = self.term(behind, "unit") or self.term(behind, "units")
        return unit is None

    def _year(self, index: int) -> Part | None:
        """A year by itself: only what stands around it tells it from other numbers, see `expressions`."""
        number = self.number(index)
        if number is None or number.ordinal or number.decade:
            return None
        calendar, last = self.era(number.last)
        if calendar is not None and _FIRST_BARE_YEAR <= number.value <= 3000:
            return Part(index, last, "year", year=number.value, calendar=calendar, explicit_year=True)
        if not (number.digits == 4 or (number.digits == 0 and number.value >= 1000)):
            return None
        if not self._usual_year(number.value):
            return None
        short = self._short_year_behind(index, number)
        if short is not None:
            return Part(index, index + 3, "year", year=number.value, year_to=short, weak=True, explicit_year=True)
        alone = not (index > 1 and self.mark(index - 1) in DASHES and self.number(index - 2) is not None)
        if self.counts_something(last, by_form=alone) or self.term(last, "unit") or self.term(last, "units"):
            return None
        return Part(index, last, "year", year=number.value, weak=True, explicit_year=True)

    def _short_year_behind(self, index: int, number: Number) -> int | None:
        """The year that a run ends with in two figures: "2019–24", "2024/25"; "2025-11" is a month."""
        if index + 2 >= self.stop or number.last != index + 1 or number.digits != 4:
            return None
        dash, end = self.tokens[index + 1], self.tokens[index + 2]
        if dash.text == "/" and end.fold == str(number.value + 1) and dash.start == self.tokens[index].end:
            return number.value + 1
        if dash.start != self.tokens[index].end or end.start != dash.end or not _TWO_FIGURES.fullmatch(end.fold):
            return None
        year = number.value - number.value % 100 + int(end.fold)
        following = year == number.value + 1
        if dash.text == "/":
            stands = following
        else:
            stands = dash.text in DASHES and year > number.value and (following or dash.text != "-" or year % 100 > 12)
        behind = self.tokens[index + 3] if index + 3 < self.stop else None
        goes_on = behind is not None and behind.start == end.end and behind.text in "-–/.:"
        return year if stands and not (goes_on and self.number(index + 4)) else None

    def _usual_year(self, value: int) -> bool:
        return value in self.words.year_range or any(value in years for _, years in self.words.year_calendars)

    def _decade(self, index: int) -> Part | None:
        number = self.number(index)
        if number is None or not number.decade:
            return None
        if number.value >= 1000:
            return Part(index, number.last, "decade", decade=number.value // 10)
        if number.value < _FIRST_NAMED_DECADE or not self._follows_article(index):
            return None
        return Part(index, number.last, "decade", decade=190 + number.value // 10)

    def _follows_article(self, index: int) -> bool:
        """Whether "the", or "early" and the like, stands before a decade in two figures: "in his 80s" is an age."""
        before = index - 1 - (self.mark(index - 1) in APOSTROPHES) if index else -1
        before -= before > 0 and self.mark(before) in DASHES
        return before >= 0 and not _BEFORE_DECADES.isdisjoint(self.terms(before))

    def _fiscal_year(self, index: int, behind: int) -> Part | None:
        """Read "FY2026", "FY26" and "FY2025-26": by the year that it is called after."""
        figures = "" if self.breaks(behind) else self.tokens[behind].fold
        if len(figures) not in (2, 4) or not figures.isdecimal():
            return None
        year = int(figures) + (_THIS_CENTURY if len(figures) == 2 else 0)
        if year not in self.words.year_range:
            return None
        number = Number(behind, behind + 1, year, len(figures))
        short = self._short_year_behind(behind, number)
        last = number.last if short is None else behind + 3
        return Part(index, last, "year", year=year, year_to=short, explicit_year=True)

    def _labelled_year(self, index: int, at: int) -> Part | None:
        number = self.number(at)
        if number is None:
            return None
        short = self._short_year_behind(at, number)
        if short is not None:
            return Part(index, at + 3, "year", year=number.value, year_to=short, explicit_year=True)
        joined = self.joined(number.last)
        calendar, last = self.era(number.last)
        if joined is not None and calendar is None:
            other = self.number(joined[0])
            # "the fiscal year 1405-1404": in a line from right to left the figures may have changed places
            swapped = other is not None and other.value == number.value - 1 and self.mark(number.last) in DASHES
            if other is not None and other.digits == 4 and (other.value > number.value or swapped):
                calendar, last = self.era(other.last)
                first, second = sorted((number.value, other.value))
                return Part(index, last, "year", year=first, year_to=second, calendar=calendar, explicit_year=True)
        unit = self.unit_at(index)
        if number.decade or (unit is not None and unit[0] == "units" and number.value % 10 == 0):
            return Part(index, number.last, "decade", decade=number.value // 10)
        return Part(index, last, "year", year=number.value, calendar=calendar, explicit_year=True)

    def _short_year(self, index: int, number: Number) -> Part | None:
        """Read "the year 94", where a language writes years in two figures; "every year 94 people" is none."""
        short, token = self.words.short_years, self.tokens[index]
        if short is None or number.digits != 2 or number.ordinal or number.decade or number.value not in short.figures:
            return None
        if not token.fold.endswith(short.endings) or token.fold.startswith(self.words.definite_beginnings or ("\0",)):
            return None
        behind = number.last
        if self.counts_something(behind) or self.unit_at(behind) or self.mark(behind) in ("%", "٪", "/", "-"):
            return None
        before = self.tokens[index - 1] if index else None
        counted = (
            before is not None
            and not self.breaks(index)
            and (before.kind is TokenKind.NUMBER or self.number(index - 1) is not None)
        )
        if counted or self.stands_before(index, "set"):
            return None
        calendar, last = self.era(behind)
        if self._is_behind_solar_month(index):
            return Part(index, last, "year", year=_SOLAR_CENTURY + number.value, calendar=calendar, explicit_year=True)
        if calendar is not None and calendar != short.calendar:
            return None
        return Part(index, last, "year", year=short.century + number.value, calendar=short.calendar, explicit_year=True)

    def _is_behind_solar_month(self, index: int) -> bool:
        """Whether a year stands right behind a month of the solar calendar, of whose years it is one then."""
        month = self.terms(index - 1).get("month") if index and not self.breaks(index) else None
        return month is not None and all(calendar in _SOLAR for calendar, _ in month.value)

    def year_of_event(self, index: int, number: Number) -> Part | None:
        """Read a year in two figures behind what is called by it, unless it counts something: "election 88"."""
        short, behind = self.words.short_years, number.last
        if short is None or number.ordinal or number.decade or number.value not in short.figures:
            return None
        inside = behind < self.stop and not self.breaks(behind)
        if inside and (self.counts_something(behind) or self.unit_at(behind) or self.mark(behind) in _GO_ON):
            return None
        return Part(
            index, behind, "year", year=short.century + number.value, calendar=short.calendar, explicit_year=True
        )

    def _labelled_decade(self, index: int, number: Number) -> Part | None:
        if number.value >= 1000:
            return Part(index, number.last, "decade", decade=number.value // 10, year=number.value)
        if number.value >= 100:
            return None
        calendar, last = self.era(number.last)
        if (calendar or self.words.civil) == PERSIAN:
            return Part(index, last, "decade", decade=130 + number.value // 10)
        return Part(index, last, "decade", decade=190 + number.value // 10)

    def _labelled_century(self, index: int, number: Number) -> Part:
        calendar, last = self.era(number.last)
        return Part(index, last, "century", century=number.value, calendar=calendar)
