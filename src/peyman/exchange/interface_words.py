"""The words of whoever reads an export: what a language of the interface has to give to the formats for people.

The languages themselves come after this room (`peyman.web.wording` gives each of them); an export that is given none
is worded in English by `PlainEnglish`.
"""

from __future__ import annotations

from typing import Protocol

from peyman.actors.known.register import party_name
from peyman.exchange.wording import edtf_words
from peyman.languages import Direction


class Wording(Protocol):
    """One language of the interface, as exports need it."""

    @property
    def code(self) -> str:
        """BCP 47 code of the language."""

    @property
    def direction(self) -> Direction:
        """``ltr`` or ``rtl``."""

    def text(self, message: str, **values: object) -> str:
        """Return an English message in the language, with values put in."""

    def number(self, value: object) -> str:
        """Return a number in the digits of the language."""

    def party(self, key: str) -> str:
        """Return the name of a party by its key."""

    def value(self, value: str) -> str:
        """Return what a value of the contract is called, such as ``held``; what is none comes back as it is."""

    def fact(self, fact: str) -> str:
        """Return what a fact of a table of accounts is called, such as ``number of parties``."""

    def date(self, value: str | None) -> str:
        """Return an EDTF value in words, in the Gregorian calendar."""

    def dates(self, value: str | None) -> str:
        """Return an EDTF value in words, a day with the same day of the local calendar beside it."""


class PlainEnglish:
    """English without an interface: the names of the contract as they are."""

    code = "en"
    direction: Direction = "ltr"

    def text(self, message: str, **values: object) -> str:
        """Return the message with values put in."""
        return message % values if values else message

    def number(self, value: object) -> str:
        """Return the number as it is."""
        return str(value)

    def party(self, key: str) -> str:
        """Return the English name of a party, or its key."""
        return party_name(key)

    def value(self, value: str) -> str:
        """Return the value with blanks for hyphens."""
        return value.replace("-", " ")

    def fact(self, fact: str) -> str:
        """Return the fact with a capital."""
        return fact.capitalize()

    def date(self, value: str | None) -> str:
        """Return an EDTF value in words."""
        return edtf_words(value) if value else ""

    def dates(self, value: str | None) -> str:
        """Return an EDTF value in words; English has no calendar beside the Gregorian."""
        return self.date(value)
