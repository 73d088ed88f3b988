"""Weekdays by their names, alone and several: "Thursday", "Tuesday, Wednesday and Thursday", "Saturday week"."""

from __future__ import annotations

from peyman.dates.lookahead import DASHES
from peyman.dates.numbered_months import NumberedMonths
from peyman.dates.parts import Part
from peyman.text.marks import COMMAS

#: How many days a unit has, of those that a day can be counted on by.
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
#: A name of more letters is not cut short.
_LONGEST_SHORT_NAME = 5
#: Of a longer list the last days are read.
MOST_LISTED = 6


class Weekdays(NumberedMonths):
    """Reads weekdays."""

    def weekdays(self, index: int) -> Part | None:
        """Read one weekday or several that begin at a token."""
        found = self.found(index)
        if found is None:
            return None
        term = found.terms["weekday"]
        last = self._behind_stop(index, index + found.length)
        joined = self.joined(last)
        if self.mark(last) == "/":
            joined = (last + 1, True)
        elif (onto := self.term(last, "onto")) is not None and not self.breaks(last):
            joined = (onto[1], True)  # the night of one day that runs into the next
        week = self._and_a_week(index, int(term.value), last)
        if week is not None:
            return week
        run = self._listed_weekdays(index, int(term.value), last)
        if run is not None:
            return run
        if joined is not None and joined[0] < self.stop and not self.breaks(joined[0]):
            other = self.term(joined[0], "weekday")
            if other is not None and other[0] != term.value:
                day_to = other[0]
                assert isinstance(day_to, int)
                # "on Monday and Thursday" are two days; "on Wednesday and Thursday" may be read as one stretch
                if joined[1] or (day_to - int(term.value)) % 7 == 1 or self.between_opens(index):
                    return Part(index, other[1], "weekday", weekday=term.value, weekday_to=day_to)
        return Part(index, last, "weekday", weekday=term.value, weak=term.weak)

    def _and_a_week(self, index: int, weekday: int, last: int) -> Part | None:
        """Read "Saturday week", where a language says so: a week from Saturday."""
        unit = self.unit_at(last) if self.words.weekday_and_week and not self.breaks(last) else None
        days = DAYS_IN.get(unit[1]) if unit is not None and unit[0] == "unit" else None
        if unit is None or days is None or days == 1 or self.mark(unit[2]) in DASHES or "of" in self.terms(unit[2]):
            return None
        return Part(index, unit[2], "weekday", weekday=weekday, offset=days)

    def _behind_stop(self, index: int, last: int) -> int:
        """The index behind the full stop of a short name that more of the date follows: "Tues., Sept. 2"."""
        token = self.tokens[index]
        if last != index + 1 or len(token.text) > _LONGEST_SHORT_NAME or not token.text.isascii():
            return last
        if self.mark(last) != "." or self.tokens[last].start != token.end or self.breaks(last + 1):
            return last
        behind = last + 2 if self.mark(last + 1) in COMMAS else last + 1
        follows = "month" in self.terms(behind) or self.number(behind) is not None
        return last + 1 if follows and not self.breaks(behind) else last

    def _listed_weekdays(self, index: int, first: int, last: int) -> Part | None:
        """Three weekdays and more that follow each other, as one stretch: "Tuesday, Wednesday and Thursday"."""
        day, listed = first, 1
        for _ in range(MOST_LISTED):
            at = last + 1 if self.mark(last) in COMMAS else last
            if at >= self.stop or self.breaks(at):
                break
            conjunction = self.term(at, "and")
            if conjunction is not None:
                at = conjunction[1]
            elif at == last and not self._has_and_before_it(at):
                break
            other = self.term(at, "weekday") if not self.breaks(at) else None
            if other is None or not isinstance(other[0], int) or other[0] != (day + 1) % 7:
                break
            day, last, listed = other[0], other[1], listed + 1
        return Part(index, last, "weekday", weekday=first, weekday_to=day) if listed > 2 else None
