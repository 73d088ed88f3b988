"""Years behind months, and months named by their number or in a stamp: "month eight of 2024", "3 Şub 2022"."""

from __future__ import annotations

from peyman.dates.calendars import GREGORIAN
from peyman.dates.lookahead import MOST_GLUE, Lookahead
from peyman.dates.numbers import FIGURES_OF_YEAR, Number
from peyman.dates.parts import Months, Part
from peyman.dates.stamp_months import stamp_months
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: Marks between the name of a month and its year in a stamp.
_IN_STAMPS = frozenset(".,-/")


class NumberedMonths(Lookahead):
    """Reads the year that follows a month, and months by their number."""

    def year_behind(self, index: int) -> tuple[int, str | None, int] | None:
        """A year that follows a month: a number of three or four digits, or two words of one."""
        at = index
        if self.mark(at) in COMMAS:
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
        calendar, last = self.era(number.last)
        if calendar is None and self.counts_something(number.last):
            return None
        return number.value, calendar, last

    def possible_year(self, number: Number) -> bool:
        """Tell whether a number can be a year behind a month."""
        if number.digits == 4 or (number.digits == 0 and number.value >= 1000):
            return (
                number.value in self.words.year_range
                or any(number.value in years for _, years in self.words.year_calendars)
                or 600 <= number.value <= 2200
                or 2600 <= number.value <= 2800
            )
        return False

    def stamp_month(self, index: int, at: int, days: tuple[int, int | None, int]) -> tuple[Months, int, bool] | None:
        """A month between a day and a year in figures, by a name from another language or cut short: "3 Şub 2022"."""
        number = stamp_months().get(self.tokens[at].fold) if days[1] is None else None
        if number is None or self.tokens[index].kind is not TokenKind.NUMBER:
            return None
        last = at + 1
        while self.mark(last) and self.mark(last) in _IN_STAMPS and not self.breaks(last + 1):
            last += 1
        year = self.number(last) if last < self.stop and not self.breaks(last) else None
        if year is None or year.digits != FIGURES_OF_YEAR or year.value not in self.words.year_range:
            return None
        return ((GREGORIAN, number),), last if self.mark(last - 1) in (".", ",") else at + 1, False

    def month_word(self, index: int) -> int:
        """The index behind the word "month" that may follow a month's name."""
        unit = self.term(index, "unit")
        return unit[1] if unit is not None and unit[0] == "month" and not self.breaks(index) else index

    def numbered_month(self, index: int) -> tuple[Months, int, bool] | None:
        """A month named by its number, "the month three"; of several, "the months three and four", the first."""
        unit = self.term(index, "unit") or self.term(index, "units")
        if unit is None or unit[0] != "month" or self.breaks(unit[1]):
            return None
        if not self.tokens[unit[1] - 1].fold.endswith(self.words.numbered_month_endings):
            return None  # "in one month four …"
        number = self.number(unit[1])
        if number is None or not 1 <= number.value <= 12 or number.ordinal:
            return None
        if "units" in self.terms(index) and self.number_of_further_month(number.last, number.value) is None:
            return None
        if self._counts(number):
            return None
        return (("gregorian", number.value),), number.last, False

    def number_of_further_month(self, index: int, before: int) -> tuple[Number, bool] | None:
        """The number that goes on with months named by number, and whether as a range: "and four", "to six".

        Args:
            index: The token behind the number of the first month.
            before: That number.
        """
        joined = self.joined(index)
        number = self.number(joined[0]) if joined is not None and not self.breaks(joined[0]) else None
        if joined is None or number is None or number.ordinal or not before < number.value <= 12:
            return None
        if not joined[1] and number.value != before + 1:
            return None
        behind = self.number(number.last)
        if self._counts(number) or (behind is not None and not (behind.digits and self.possible_year(behind))):
            return None
        return number, joined[1]

    def _counts(self, number: Number) -> bool:
        """Whether a number counts what stands behind it; with an ending of its own it is of the year named there."""
        unit = self.unit_at(number.last)
        bound = number.case or number.last > number.first + 1
        return (unit is not None and not (bound and unit[1] == "year")) or self.counts_something(number.last)

    def further_month(self, index: int, before: Part) -> Part | None:
        """A later month named by its number only, behind one that is named so: the four of "months three and four"."""
        if not self.words.numbered_months or self.unit_at(before.first) is None or len(before.months) != 1:
            return None
        found = self.number_of_further_month(index, before.months[0][1])
        if found is None:
            return None
        number = found[0]
        year = self.year_behind(number.last)
        months: Months = (("gregorian", number.value),)
        if year is None:
            return Part(number.first, number.last, "month", months=months)
        return Part(number.first, year[2], "month", months=months, year=year[0], calendar=year[1], explicit_year=True)
