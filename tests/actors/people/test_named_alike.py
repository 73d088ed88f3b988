"""Whose names in one text are one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.actors.people.named_alike import Namesakes, one_persons

WORDS = st.lists(st.sampled_from(["ali", "hasan", "khatib", "zadeh", "khatibzadeh", "jose", "meade", "ii"]), max_size=4)


def _entered(names: list[tuple[str, ...]]) -> list[list[int]]:
    namesakes = Namesakes(lambda first, last: names[first])
    for number in range(len(names)):
        namesakes.enter((number, number + 1), 0.5)
    return [[first for first, _ in person.mentions] for person in namesakes.people]


def test_a_surname_is_of_the_first_who_bears_it() -> None:
    assert _entered([("ali", "hasan"), ("omar", "hasan"), ("hasan",)]) == [[0, 2], [1]]


def test_a_surname_alone_and_the_full_name_behind_it_are_one() -> None:
    assert _entered([("hasan",), ("omar",), ("ali", "hasan")]) == [[0, 2], [1]]


def test_a_surname_is_the_same_in_one_word_and_in_two() -> None:
    assert _entered([("khatib", "zadeh"), ("saeed", "khatibzadeh")]) == [[0, 1]]


@given(st.lists(WORDS.map(tuple), max_size=12))
def test_whoever_is_named_first_of_those_who_are_called_alike_is_meant(names: list[tuple[str, ...]]) -> None:
    people: list[list[int]] = []
    called: list[tuple[str, ...]] = []
    for number, words in enumerate(names):
        same = next((n for n, known in enumerate(called) if one_persons(known, words)), None)
        if same is None:
            people.append([number])
            called.append(words)
        else:
            people[same].append(number)
            called[same] = words if len(words) > len(called[same]) else called[same]
    assert _entered(names) == people


@pytest.mark.parametrize(
    ("name", "again", "same"),
    [
        (("lloyd", "marston", "iii"), ("marston",), True),
        (("hassan", "ii"), ("hassan",), True),
        (("hassan", "ii"), ("hassan", "iii"), False),
        (("hassan", "ii"), ("hussein",), False),
    ],
)
def test_a_number_behind_a_name_is_left_out_where_its_bearer_is_named_in_short(
    name: tuple[str, ...], again: tuple[str, ...], same: bool
) -> None:
    assert one_persons(name, again) is same
    assert one_persons(again, name) is same
