"""Whose somebody is who is accompanied and called by his office."""

from __future__ import annotations

from peyman import languages
from peyman.actors.allegiance.accompanied import Accompanied
from peyman.actors.allegiance.beside import Beside
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.roles import FoundRole
from peyman.text.analysis import analyse


def accompanied(words: str, parties: list[str | None], home: str | None = None) -> tuple[Accompanied, list[str]]:
    """Return the accompanied of a text that names "Speaker Arin" and "Minister Salim", in this order."""
    text = analyse(words, languages.load("en"))
    tokens = [token.text for token in text.tokens]
    people = []
    for name in ("Arin", "Salim"):
        at = tokens.index(name)
        people.append(FoundPerson((at, at + 1), mentions=[(at, at + 1)], roles=[FoundRole(at - 1, at)]))
    return Accompanied(Beside(text, people, []), parties, home), tokens


WORDS = "Speaker Arin and Minister Salim left. Others accompanied the Speaker. Some accompanied the President."


def test_an_office_is_whose_holder_is_named_elsewhere() -> None:
    told, tokens = accompanied(WORDS, ["IRN", "OMN"], home="IRQ")
    at = tokens.index("accompanied")
    assert told.party_of_office(at + 1, at + 3) == "IRN"


def test_an_office_that_nobody_holds_is_of_whose_the_text_is() -> None:
    at = len(analyse(WORDS, languages.load("en")).tokens) - 3
    assert accompanied(WORDS, ["IRN", "OMN"], home="IRQ")[0].party_of_office(at, at + 2) == "IRQ"
    assert accompanied(WORDS, ["IRN", "OMN"])[0].party_of_office(at, at + 2) is None


def test_a_holder_of_no_known_party_tells_nothing() -> None:
    told, tokens = accompanied(WORDS, [None, "OMN"])
    at = tokens.index("accompanied")
    assert told.party_of_office(at + 1, at + 3) is None


def test_words_that_are_no_office_are_nobodys() -> None:
    told, tokens = accompanied(WORDS, ["IRN", "OMN"], home="IRQ")
    at = tokens.index("Others")
    assert told.party_of_office(at, at + 1) is None
