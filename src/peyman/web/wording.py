"""The words of an export for people, in a language of the interface: `peyman.exchange.interface_words.Wording`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from peyman.dates.edtf import EdtfError, Interval, Point, parse
from peyman.languages import Direction
from peyman.web.dates import date_words, day_words
from peyman.web.interface import Interface, interface, local_calendar
from peyman.web.terms import FACTS, VALUES


def wording(code: str) -> InterfaceWording:
    """Return the words of a language of the interface for exports.

    Args:
        code: One of `peyman.web.interface.codes`.

    Raises:
        KeyError: There is no such language.
    """
    return InterfaceWording(interface(code), local_calendar(code))


@dataclass(frozen=True, eq=False, slots=True)
class InterfaceWording:
    """A language of the interface, with the calendar that its readers date by beside the Gregorian.

    Attributes:
        interface: The language.
        calendar: The local calendar; None where the Gregorian is the only one.
    """

    interface: Interface
    calendar: str | None

    @property
    def code(self) -> str:
        """BCP 47 code of the language."""
        return self.interface.code

    @property
    def direction(self) -> Direction:
        """``ltr`` or ``rtl``."""
        return self.interface.direction

    def text(self, message: str, **values: object) -> str:
        """Return an English message in the language, with values put in."""
        return self.interface.text(message, **values)

    def number(self, value: object) -> str:
        """Return a number in the digits of the language."""
        return self.interface.number(value)

    def party(self, key: str) -> str:
        """Return the name of a party by its key."""
        return self.interface.party(key)

    def value(self, value: str) -> str:
        """Return what a value of the contract is called; what is none comes back in the digits of the language."""
        return self.interface.text(VALUES[value]) if value in VALUES else self.interface.number(value)

    def fact(self, fact: str) -> str:
        """Return what a fact of a table of accounts is called."""
        return self.interface.text(FACTS[fact]) if fact in FACTS else fact

    def date(self, value: str | None) -> str:
        """Return an EDTF value in words, in the Gregorian calendar."""
        return date_words(value, self.interface)

    def dates(self, value: str | None) -> str:
        """Return an EDTF value in words, days with the same days of the local calendar beside them.

        What is less precise than a day is no whole month of another calendar, and stands alone.
        """
        words = self.date(value)
        if self.calendar is None:
            return words
        try:
            parsed = parse(value or "")
        except EdtfError:
            return words
        points = (parsed.start, parsed.end) if isinstance(parsed, Interval) else (parsed,)
        days = [point.first for point in points if isinstance(point, Point) and point.precision == "day"]
        if len(days) < len(points):
            return words
        return f"{words} ({self._local(days)})"

    def _local(self, days: list[dt.date]) -> str:
        assert self.calendar is not None
        local = [day_words(day, self.interface, self.calendar, weekday=False) for day in days]
        return self.text("%(start)s to %(end)s", start=local[0], end=local[1]) if len(local) > 1 else local[0]
