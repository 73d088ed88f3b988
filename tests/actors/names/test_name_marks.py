"""What the writing of a name tells: apostrophes in it, the letters of ships, the capitals of headlines."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman import languages
from peyman.actors.known.tagger import NameSpan
from peyman.actors.meant.tagged_people import people_alone
from peyman.text.analysis import analyse


def names(read: Reader, words: str) -> list[tuple[str, str | None]]:
    _, found = read("en", words)
    return [(entry.name, entry.party) for entry in found.actors if entry.kind == "person"]


def test_an_apostrophe_inside_a_name_ends_none(read: Reader) -> None:
    words = "Kenyan Principal Secretary Abel Ndong'ai met the guests. Ndong'ai thanked them."
    assert names(read, words) == [("Abel Ndong'ai", "KEN")]


def test_a_possessive_is_no_part_of_a_name(read: Reader) -> None:
    assert names(read, "Kenyan Foreign Minister Joseph Otieno's aide spoke.") == [("Joseph Otieno", "KEN")]


@pytest.mark.parametrize(
    "words",
    [
        "KRI Sultan Iskandar Muda called at Mombasa.",
        "The frigate USS Carl Vinson left Mombasa.",
        "Omani-Kenyan trade grew.",
        "Kenya, Oman Ministers Discuss Trade\n\nThe ministers of Kenya and Oman met in Nairobi.",
    ],
)
def test_ships_pairs_of_states_and_words_of_a_headline_are_no_people(read: Reader, words: str) -> None:
    assert names(read, words) == []


def test_a_state_whose_envoy_somebody_is_begins_no_name(read: Reader) -> None:
    words = "The minister met with Ambassador Extraordinary and Plenipotentiary of Peru Milan Jovic."
    assert names(read, words) == [("Milan Jovic", "PER")]


def test_a_verb_in_a_name_says_nothing(read: Reader) -> None:
    assert ("Said Farah", "KEN") in names(
        read, "Kenyan Colonel Said Farah met Omani Ambassador Salim Harthi on Monday."
    )


def test_words_of_a_line_in_capitals_are_no_person(read: Reader) -> None:
    shouted = (
        "Nairobi, 16 May 2024\n\nPRINCIPAL SECRETARY RECEIVES DELEGATION FROM THE REPUBLIC OF SLOVENIA\n\nThey met."
    )
    assert not names(read, shouted)
    shouted = "PRESIDENT ILHAM ALIYEV MEETS MINISTER OF DEFENSE OF ITALY GUIDO CROSETTO\n\nThey met in Baku."
    assert [name for name, _ in names(read, shouted)] == ["ILHAM ALIYEV", "GUIDO CROSETTO"]


def test_an_agency_before_a_hyphen_and_the_words_behind_it_are_no_place(read: Reader) -> None:
    words = (
        "Chinese Foreign Minister in Damascus\n\nDamascus, SANA- On a visit which will take him to meetings with "
        "officials in Syria, Wang Yi, the Chinese Foreign Minister, arrived on Saturday in Damascus."
    )
    _, found = read("en", words)
    assert {place.name for place in found.places} == {"Damascus"}


@pytest.mark.parametrize("words", ["Jinên Serbilind duh li Lîmayê axivîn.", "Li Lîmayê Ciwanên Bahoz meşiyan."])
def test_several_who_are_bound_to_what_they_are_of_begin_no_name(read: Reader, words: str) -> None:
    assert not [entry for entry in read("kmr", words)[1].actors if entry.kind == "person"]


def test_a_comma_parts_names_and_no_style_from_its_name() -> None:
    text = analyse("Rêdûr, Bahoz li ku ne? Redur Bahoz, Jr said no.", languages.load("kmr"))
    found = people_alone(text, [NameSpan(0, 3, "person"), NameSpan(7, 11, "person")])
    assert [tuple(name[:2]) for name in found] == [(0, 1), (2, 3), (7, 11)]


def test_the_field_of_an_office_of_several_is_nobodys_name(read: Reader) -> None:
    found = read("kmr", "Berdevkên Têkiliyên Derve duh daxuyaniyek dan.")[1]
    assert not [entry for entry in found.actors if entry.kind == "person"]
