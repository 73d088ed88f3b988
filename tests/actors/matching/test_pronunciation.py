"""How near words of names sound across scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.actors.matching.pronunciation import likeness, symbols

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzêîûşçğ'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیەێۆڕڵڤئ", max_size=14)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("پوتین", "بوتين"),
        ("Mecîd", "مجید"),
        ("Çavuşoğlu", "چاوش‌اوغلو".replace("\u200c", "")),
        ("Nechirvan", "نێچیرڤان"),
        ("Nechirvan", "نيجيرفان"),
        ("Abdulaziz", "عبدالعزیز"),
        ("Ebdulezîz", "عەبدولعەزیز"),
        ("Ghalib", "غالب"),
        ("Xalid", "خالد"),
        ("Yerlan", "یرلان"),
    ],
)
def test_one_name_in_two_scripts_sounds_nearly_the_same(a: str, b: str) -> None:
    assert likeness(a, b) >= 0.8, (symbols(a), symbols(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("مسعود", "Masrour"),
        ("حسین", "Hasan"),
        ("Kerîm", "سلیم"),
        ("Azad", "ئاسۆ"),
        ("Nawzad", "شێرزاد"),
        ("Ali", "والی"),
    ],
)
def test_names_that_look_alike_are_told_apart(a: str, b: str) -> None:
    assert likeness(a, b) < 0.8, (symbols(a), symbols(b))


@given(LETTERS, LETTERS)
def test_likeness_is_symmetric_and_between_none_and_all(a: str, b: str) -> None:
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert 0.0 <= likeness(a, b) <= 1.0


@given(LETTERS)
def test_a_word_is_like_itself_where_it_has_a_sound(word: str) -> None:
    assert likeness(word, word) == (1.0 if symbols(word) else 0.0)
