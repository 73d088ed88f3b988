"""Folding unifies what keyboards vary, and only that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.text.fold import fold, fold_all


@given(st.text(max_size=40))
def test_folding_a_folded_word_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.lists(st.one_of(st.text(max_size=20), st.text(alphabet="اوآەي\u200c\u064b۱Aé-\n\ufdfa\u1b44", max_size=9))))
def test_many_words_fold_as_each_does(words: list[str]) -> None:
    assert fold_all(words) == [fold(word) for word in words]


@given(st.characters())
def test_a_character_among_others_folds_as_it_does_alone(letter: str) -> None:
    assert fold_all([letter, "ا"]) == [fold(letter), "ا"]


@pytest.mark.parametrize(
    "spellings",
    [
        ["همکاری\u200cهای", "همکاريهاي", "هم\u0640کاریهای", "همکاری\u200cهاى"],
        ["كوردستان", "کوردستان", "کوردستان\u200f"],
        ["ڕێککەوتن", "ریککهوتن", "رێككەوتن"],
        ["إعلان", "اعلان", "أعلان"],
        ["اتِّفاقيّة", "اتفاقية", "اتفاقيه", "اتفاقـيـة"],
        ["Şengal", "şengal", "SENGAL", "Sengal"],
        ["İraq", "iraq", "Iraq", "ıraq"],
        ["ﻣﻔﺎﻭﺿﺎﺕ", "مفاوضات"],
        ["۱۴۰۴", "١٤٠٤", "1404"],
        ["وەزارەتی", "وهزارهتی", "وه\u200cزاره\u200cتی"],
        ["کۆبوونەوە", "كۆبونهوه", "کۆبوونه\u200cوه"],
    ],
)
def test_spellings_of_one_word_fold_alike(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("صلح", "سلح"), ("قرار", "غرار"), ("shah", "sah"), ("توافق", "توفق")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)
