"""Abbreviations of ordinary words are no bodies."""

from __future__ import annotations

from tests.actors.conftest import Reader


def _bodies(read: Reader, text: str) -> list[str]:
    _, found = read("en", text)
    return [actor.name for actor in found.actors if actor.kind == "body"]


def test_what_is_short_for_words_in_small_letters_is_no_body(read: Reader) -> None:
    text = "Kenya supports universal health coverage (UHC) and intellectual property (IP). UHC and IP rights matter."
    assert _bodies(read, text) == []


def test_what_is_short_for_a_body_in_small_letters_is_one(read: Reader) -> None:
    assert _bodies(read, "The joint military committee (JMC) met in Libya. The JMC said so.") == ["JMC"]


def test_an_abbreviation_with_a_small_letter_is_the_body_before_it(read: Reader) -> None:
    assert len(_bodies(read, "The Department of Defense (DoD) released a report. DoD will pay Kenya for it.")) == 1


def test_a_body_ends_before_the_verb_of_a_headline(read: Reader) -> None:
    _, found = read(
        "en", "European Commission Announces Task Force to Help Kenya\n\nThe two sides met in Nairobi on Monday."
    )
    assert "European Commission" in {a.name for a in found.actors}
    assert not any("Announces" in a.name for a in found.actors)
