"""A name looked up among others, in any script."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peyman.actors.matching.match import plain_words
from peyman.actors.matching.name_index import NameIndex, name_keys, word_key

NAMES = ("Rustam Karimov", "Rêbaz Şêrwan", "عبدالله صالحی", "نێچیرڤان ئازاد", "حيدر السعدون", "Laura Whitfield")
ASKED = ("رستم کریموف", "ريباز شيروان", "Abd Allah Salehi", "Nechirvan Azad", "Haider al-Saadoun", "لورا ویتفیلد")


@pytest.mark.parametrize(("number", "asked"), list(enumerate(ASKED)))
def test_a_name_is_found_in_another_script_with_its_reasons(number: int, asked: str) -> None:
    found = NameIndex(NAMES).find(asked)
    assert [each.number for each in found] == [number]
    assert found[0].score.reasons


def test_the_likeliest_comes_first_and_others_of_the_family_not_at_all() -> None:
    index = NameIndex(["Masrour Barzani", "Masoud Barzani", "Massoud Barzani Jr", "Nechirvan Barzani"])
    assert [each.number for each in index.find("مسعود بارزانی")] == [1, 2]


def test_nobody_is_found_in_an_empty_index_or_by_a_name_without_letters() -> None:
    assert NameIndex([]).find("Rustam Karimov") == []
    assert NameIndex(NAMES).find("123") == []


@given(st.lists(st.text(alphabet="abdehiklmnrstuz", min_size=3, max_size=9), min_size=2, max_size=4))
@example(["aaa", "ben"])
def test_a_name_is_found_by_itself_and_with_its_words_turned(words: list[str]) -> None:
    name = " ".join(words)
    index = NameIndex(["Somebody Else", name])
    told = [word for word in plain_words(name) if word_key(word)]  # "ben" may only join two names
    if told:
        assert 1 in [each.number for each in index.find(name, threshold=0.0)]
    if len(told) == len(words) == 2:
        assert name_keys(name) & name_keys(" ".join(reversed(words)))
