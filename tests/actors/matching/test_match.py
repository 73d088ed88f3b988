"""Names of people across scripts: which are one, which are not, and why."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.actors.matching.match import SAME_PERSON, person_key, same_person, sound

ISSA = (
    "عیسی عزیر", "عیسی عوزیر", "عيسى عوزير", "عيسى عُزير", "عیسا عوزێر", "Îsa Uzer", "Issa Ozeir", "Eissa Uzair",
)  # fmt: skip
MASOUD = ("مسعود بارزانی", "مسعود بارزاني", "مەسعوود بارزانی", "Mesûd Barzanî", "Masoud Barzani")
MASROUR = ("مسرور بارزانی", "مسرور بارزاني", "مەسرور بارزانی", "Mesrûr Barzanî", "Masrour Barzani")
NECHIRVAN = ("نچیروان بارزانی", "نێچیرڤان بارزانی", "Nêçîrvan Barzanî", "Nechirvan Barzani")
ONE = 0.82


@pytest.mark.parametrize(("a", "b"), [*combinations(ISSA, 2), *combinations(MASOUD, 2), *combinations(NECHIRVAN, 2)])
def test_spellings_of_one_name_are_one_person(a: str, b: str) -> None:
    assert same_person(a, b).value >= ONE, same_person(a, b).reasons


@pytest.mark.parametrize("a", MASOUD)
@pytest.mark.parametrize("b", [*MASROUR, *NECHIRVAN])
def test_one_family_name_does_not_make_one_person(a: str, b: str) -> None:
    assert same_person(a, b).value < ONE, same_person(a, b).reasons


@pytest.mark.parametrize("name", ISSA)
def test_spellings_of_one_name_share_a_key(name: str) -> None:
    assert person_key(name) == person_key(ISSA[0])


def test_a_score_says_what_it_compared() -> None:
    reasons = same_person("Hêmin Azad Selîm", "هێمن ئازاد").reasons
    assert any("Hêmin" in reason and "هێمن" in reason for reason in reasons)
    assert any("only in one" in reason for reason in reasons)


def test_a_surname_fits_the_full_name_at_a_loss() -> None:
    alone = same_person("Karimov", "Rustam Karimov").value
    assert ONE <= alone < 1.0
    assert same_person("Rustam", "Rustam Karimov").value < ONE


def test_a_name_without_letters_is_nobody() -> None:
    assert same_person("123", "Rustam Karimov").value == 0.0


NAMES = st.text(alphabet="abcdeghijklmnoprstuvxyzêîûşç ابتجدرسشعفقکلمنوهیەێۆ", min_size=1, max_size=24)


@given(NAMES, NAMES)
def test_a_score_lies_between_none_and_all(a: str, b: str) -> None:
    assert 0.0 <= same_person(a, b).value <= 1.0


@given(NAMES)
def test_sounds_hold_no_vowels_among_the_consonants(name: str) -> None:
    assert not set(sound(name).consonants) & set("aeiou")


@pytest.mark.parametrize(
    ("son", "father"),
    [
        ("سلمان بن عبدالعزيز آل سعود", "Abdulaziz bin Salman"),
        ("Yousuf bin Ahmed", "أحمد بن يوسف"),
        ("محمد بن ناصر", "Naser bin Mohammed"),
    ],
)
def test_a_son_is_not_his_father_whose_names_are_the_same_words(son: str, father: str) -> None:
    assert same_person(son, father).value < SAME_PERSON


def test_one_who_is_called_after_his_father_is_himself() -> None:
    assert same_person("محمد بن زايد آل نهيان", "Mohammed bin Zayed").value >= SAME_PERSON


SPELLINGS = ("عیسی عزیر", "عیسی عوزیر", "عيسى عوزير", "عُزير", "عیسا عوزێر", "Îsa Uzer", "Issa Ozeir", "Eissa Uzair")


@pytest.mark.parametrize(("a", "b"), list(combinations(SPELLINGS, 2)))
def test_spellings_of_one_name_in_all_scripts_are_one(a: str, b: str) -> None:
    assert same_person(a, b).value >= SAME_PERSON


def test_a_vowel_mark_is_heard_as_the_vowel_that_another_spelling_writes() -> None:
    marked, written, other = (same_person("عُزير", name).value for name in ("عوزير", "عزير", "عازير"))
    assert marked >= written > other
