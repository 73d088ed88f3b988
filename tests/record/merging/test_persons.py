"""Persons of two documents are compared by the sound of their names, across scripts."""

from __future__ import annotations

import pytest

from peyman.actors.matching.match import person_key
from peyman.model import Actor
from peyman.record.merging.persons import UNDECIDED, name_keys, same_name


def person(name: str, party: str | None = "IRQ-KRD", key: str | None = None) -> Actor:
    return Actor(
        id="a1", evidence=[(0, 1)], kind="person", name=name, key=key or person_key(name), party=party, names={}
    )


SPELLINGS = ["ریباز شیروان", "ڕێباز شێروان", "Rêbaz Şêrwan", "Rebaz Sherwan", "ريباز شيروان"]


@pytest.mark.parametrize("other", SPELLINGS[1:])
def test_spellings_of_one_name_in_several_scripts_are_one_person(other: str) -> None:
    a, b = person(SPELLINGS[0]), person(other)
    assert same_name(a, b) >= 0.8
    assert set(name_keys(a)) & set(name_keys(b))


def test_members_of_one_family_are_several_persons() -> None:
    family = [person("Karwan Hawrami"), person("Kawa Hawrami"), person("Kamaran Hawrami")]
    for n, a in enumerate(family):
        for b in family[n + 1 :]:
            assert same_name(a, b) < 0.8


def test_a_surname_alone_decides_nothing() -> None:
    assert same_name(person("شیروان", key="person:x"), person("Rebaz Sherwan")) == UNDECIDED


def test_the_same_name_for_another_party_is_not_taken_for_one_person() -> None:
    assert same_name(person("Ali Karim", "IRQ", "person:a"), person("علی کریم", "IRN", "person:b")) <= UNDECIDED


def test_two_persons_of_the_register_are_two() -> None:
    assert same_name(person("Ali Karim", key="Q1"), person("Ali Karim", key="Q2")) == 0.0


@pytest.mark.parametrize("a", SPELLINGS)
@pytest.mark.parametrize("b", SPELLINGS)
def test_comparing_is_symmetric(a: str, b: str) -> None:
    assert same_name(person(a), person(b)) == same_name(person(b), person(a))


@pytest.mark.parametrize("other", ["لورا ويتفيلد", "لۆرا ویتفیڵد", "Laura Anne Whitfield", "Lora Vitfild"])
def test_a_name_is_found_although_scripts_leave_out_other_consonants(other: str) -> None:
    a, b = person("Laura Whitfield", "USA"), person(other, "USA")
    assert same_name(a, b) >= 0.8
    assert set(name_keys(a)) & set(name_keys(b)) - {a.key}
