"""Bodies composed from words, and what they need to be named."""

from __future__ import annotations

import pytest

from peyman.actors.body_types import body_types

from .conftest import Reader


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "The Jordanian Ministry of Water said so.", "JOR:ministry:water-resources"),
        ("en", "Jordan's Ministry of Water said so.", "JOR:ministry:water-resources"),
        ("en", "The Ministry of Water of Jordan said so.", "JOR:ministry:water-resources"),
        ("fa", "وزارت منابع آب اردن چنین گفت.", "JOR:ministry:water-resources"),
        ("ar", "قالت وزارة المياه الأردنية ذلك.", "JOR:ministry:water-resources"),
        ("ar", "قالت وزارة الموارد المائية في المملكة الأردنية الهاشمية ذلك.", "JOR:ministry:water-resources"),
        ("ckb", "وەزارەتی ئاوی ئوردن وای گوت.", "JOR:ministry:water-resources"),
        ("kmr", "Wezareta Avê ya Urdunê wisa got.", "JOR:ministry:water-resources"),
        ("fa", "وزارت پیشمرگه‌ی کوردستان چنین گفت.", "IRQ-KRD:ministry:peshmerga-affairs"),
        ("ckb", "وەزارەتی کاروباری پێشمەرگەی هەرێمی کوردستان وای گوت.", "IRQ-KRD:ministry:peshmerga-affairs"),
        ("kmr", "Wezareta Pêşmerge ya Herêma Kurdistanê wisa got.", "IRQ-KRD:ministry:peshmerga-affairs"),
    ],
)
def test_a_ministry_is_told_by_its_domain_and_its_party(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in [entry.key for entry in found.actors]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fa", "وزارت خارجه گفت که مذاکرات ادامه دارد."),
        ("ar", "قالت وزارة الخارجية إن المحادثات مستمرة."),
        ("ckb", "وەزارەتی دەرەوە گوتی گفتوگۆکان بەردەوامن."),
        ("kmr", "Wezareta Derve got ku danûstandin berdewam in."),
        ("en", "The Ministry of Foreign Affairs said that the talks would go on."),
    ],
)
def test_our_ministry_is_that_of_who_publishes(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words, "QAT")
    assert [(entry.key, entry.party) for entry in found.actors] == [("QAT:ministry:foreign-affairs", "QAT")]


def test_a_possessor_in_damaged_letters_is_still_one(read: Reader) -> None:
    _, found = read("fa", "وزارت پيشمرگهي كوردستان اعلام كرد.")
    assert "IRQ-KRD:ministry:peshmerga-affairs" in [entry.key for entry in found.actors]


def test_a_joint_committee_belongs_to_nobody(read: Reader) -> None:
    _, found = read("en", "The Joint Technical Committee of Iraq and Kuwait met.")
    committee = next(entry for entry in found.actors if entry.kind == "body")
    assert committee.party is None


def test_every_type_of_body_says_what_it_needs() -> None:
    known = {"domain", "modifier", "possessor", "seat", "home"}
    for kind in body_types().values():
        assert kind.needs and kind.needs <= known, kind.name
        assert kind.possessor in ("home", "none", "seat"), kind.name
