"""Hours told in words: "three o'clock", "at nine in the morning", "الثالثة والنصف بعد الظهر"."""

from __future__ import annotations

from peyman.dates.calendar_parts import CalendarParts
from peyman.dates.numbers import Number
from peyman.dates.numeric import clock_in_daypart
from peyman.dates.parts import Part

#: Behind a number of hours these say which half of the day it is; nights are counted.
_TELLING = ("dawn", "morning", "afternoon", "evening")
#: Minutes of half an hour.
_HALF = 30


class Hours(CalendarParts):
    """Reads hours that no colon and no "am" shows."""

    def hour(self, index: int, number: Number) -> Part | None:
        """Read an hour by what stands behind it: "o'clock", or a part of the day."""
        if not 1 <= number.value <= 12 or self.breaks(number.last):
            return None
        if number.ordinal and not self.words.hours_by_ordinal:
            return None
        minutes, last = self.minutes(number.last)
        clock = f"{number.value:02d}:{minutes:02d}:00"
        behind = self.term(last, "clock_word") if not self.breaks(last) else None
        if behind is not None:
            return Part(index, behind[1], "clock", clock=clock)
        if number.digits:
            return self._figures_by_daypart(index, number)
        if not self.stands_before(index, "clock_before"):
            return None
        at = last if "daypart" in self.terms(last) else self.glue(last)
        daypart = self.term(at, "daypart") if not self.breaks(at) else None
        if daypart is None:
            return None
        if at > last:  # "the tenth of the morning of tomorrow": the morning is the day's as well
            return Part(index, last, "clock", clock=clock, weak=True)
        return Part(index, daypart[1], "clock", clock=clock_in_daypart(clock, str(daypart[0])), weak=True)

    def _figures_by_daypart(self, index: int, number: Number) -> Part | None:
        """Read "8 morning", the hour told by the part of the day behind it."""
        daypart = self.term(number.last, "daypart")
        if daypart is None or daypart[0] not in _TELLING:
            return None
        return Part(index, number.last, "clock", clock=f"{number.value:02d}:00:00", weak=True)

    def minutes(self, index: int) -> tuple[int, int]:
        """The minutes that "and" joins to an hour, and the index behind them: "and thirty minutes", "and a half"."""
        if index >= self.stop or self.breaks(index):
            return 0, index
        joint = self.term(index, "and")
        if joint is None:
            return self._half_with_and(index)
        if joint[1] >= self.stop or self.breaks(joint[1]):
            return 0, index
        number = self.number(joint[1])
        if number is not None and number.value < 60:
            unit = self.unit_at(number.last)
            return (number.value, unit[2]) if unit is not None and unit[1] == "minute" else (0, index)
        half = self.term(joint[1], "fraction")
        if half is not None and half[0] in ("half", "quarter"):
            return (30 if half[0] == "half" else 15), half[1]
        return (30, joint[1] + 1) if self.tokens[joint[1]].fold in self.words.half_hours else (0, index)

    def behind_half(self, index: int) -> int:
        """The index behind "and a half" at a token; the token itself where it does not stand there."""
        if index >= self.stop or self.breaks(index):
            return index
        minutes, last = self.minutes(index)
        if minutes == _HALF:
            return last
        joint = self.term(index, "and")
        part = self.term(joint[1], "part") if joint is not None and not self.breaks(joint[1]) else None
        return part[1] if part is not None and self.tokens[part[1] - 1].fold in self.words.half_hours else index

    def _half_with_and(self, index: int) -> tuple[int, int]:
        """The same where "and" is written with the word behind it."""
        folded = self.tokens[index].fold
        for conjunction in self.words.attached_and:
            bare = folded.removeprefix(conjunction)
            if bare != folded and bare in self.words.half_hours:
                return 30, index + 1
            fraction = self.term(index, "fraction") if bare != folded else None
            if fraction is not None and fraction[0] == "quarter":
                return 15, fraction[1]
        return 0, index
