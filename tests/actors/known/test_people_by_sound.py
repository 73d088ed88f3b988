"""Well-known people by the sounds of their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.actors.known import own_register, people_by_sound, register
from peyman.actors.matching.match import person_key


def _sounds(name: str) -> str:
    return person_key(name).replace("-", "")


@pytest.mark.parametrize(
    "name",
    ["Badr Abdelatty", "Badr Abd al-Ati", "بدر عبد العاطي", "بدر عبدالعاطی"],
    ids=["joined", "apart", "ar", "fa"],
)
def test_a_known_name_is_heard_in_any_spelling(name: str) -> None:
    key = people_by_sound.people_by_sound()[_sounds(name)]
    assert register.display_names("person", key)["en"].startswith("Badr")


def test_a_name_of_few_sounds_knows_nobody() -> None:
    assert not people_by_sound.heard(["Ali Awa"]).names
    assert people_by_sound.heard(["Ali Awa"]).given


def test_a_name_and_the_fathers_alone_know_nobody_by_sound() -> None:
    assert not people_by_sound.heard(["Salman bin Hamad", "سلمان بن حمد"]).names
    assert people_by_sound.heard(["Salman bin Hamad Al Khalifa"]).names


def test_given_names_leave_out_the_surname_and_words_of_filiation() -> None:
    told = people_by_sound.heard(["Salman bin Abdulaziz Qahtani"]).given
    assert told == people_by_sound.heard(["Salman Abdulaziz Other"]).given
    assert len(told) == 2


def test_the_tables_say_what_the_names_sound_like() -> None:
    listed = {row[0]: row for row in register.rows_of(register.FOLDER / "people.tsv")}
    assert set(listed) == set(register.people())
    assert all(row[3] for row in listed.values() if row[2])


def test_people_of_the_users_own_register_are_heard_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _sounds("Zoravar Qaldirimov") not in people_by_sound.people_by_sound()
    own = own_register.OwnPerson(key="own:z", party="IRQ", names={"en": ["Zoravar Qaldirimov"]})
    entries = own_register.OwnRegister(person=[own])
    monkeypatch.setattr(people_by_sound, "own_entries", lambda: entries)
    people_by_sound._heard.cache_clear()
    try:
        assert people_by_sound.people_by_sound()[_sounds("Zoravar Qaldirimov")] == "own:z"
    finally:
        people_by_sound._heard.cache_clear()


@given(st.lists(st.text(max_size=30), max_size=4))
def test_anything_can_be_heard(forms: list[str]) -> None:
    told = people_by_sound.heard(forms)
    assert all(name.startswith("person:") for name in told.names)
    assert "" not in told.given
