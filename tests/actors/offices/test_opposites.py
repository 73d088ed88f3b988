"""Who is an opposite number, and who is met."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.actors.offices.opposites import Opposites
from peyman.text.analysis import analyse


def opposites(code: str, words: str) -> tuple[Opposites, list[str]]:
    text = analyse(words, languages.load(code))
    return Opposites(text), [token.text for token in text.tokens]


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        ("en", "The minister met his Omani counterpart Salim Harthi.", "Salim"),
        ("ar", "التقى الوزير نظيره العماني سليم الحارثي.", "سليم"),
        ("fa", "وزیر با همتای عمانی خود سالم حارثی دیدار کرد.", "سالم"),
        ("ckb", "وەزیر لەگەڵ هاوتا عومانییەکەی سالم حارسی کۆبووەوە.", "سالم"),
        ("kmr", "Wezîr bi hevtayê xwe yê Omanî Salim Harisî re civiya.", "Salim"),
    ],
)
def test_a_word_before_the_name_makes_a_counterpart(code: str, words: str, name: str) -> None:
    told, tokens = opposites(code, words)
    assert told.is_counterpart(tokens.index(name))


def test_the_word_right_behind_a_name_makes_the_other_one_a_counterpart() -> None:
    told, tokens = opposites("ar", "استقبل بدر نظيره العراقي.")
    assert not told.is_counterpart(tokens.index("بدر"))


def test_a_counterpart_far_before_a_name_is_another() -> None:
    told, tokens = opposites("en", "The counterpart of the minister left the capital in the morning when Salim came.")
    assert not told.is_counterpart(tokens.index("Salim"))


@pytest.mark.parametrize(
    ("code", "words", "party"),
    [
        ("en", "The minister met his Omani counterpart.", "Omani"),
        ("ar", "التقى الوزير نظيره العماني.", "العماني"),
        ("fa", "وزیر با همتای عمانی خود دیدار کرد.", "عمانی"),
    ],
)
def test_a_party_beside_the_word_is_that_of_a_counterpart(code: str, words: str, party: str) -> None:
    told, tokens = opposites(code, words)
    at = tokens.index(party)
    assert told.is_party_of_counterpart(at, at + 1)


def test_a_party_before_and_his_counterpart_is_none() -> None:
    told, tokens = opposites("ar", "بحث الوزير العماني ونظيره التعاون.")
    at = tokens.index("العماني")
    assert not told.is_party_of_counterpart(at, at + 1)


def test_whoever_stands_behind_a_word_for_meeting_is_met() -> None:
    told, tokens = opposites("en", "Arin Kawa met Deputy Minister Salim Harthi.")
    at = tokens.index("Salim")
    assert told.is_met(at, at + 2, 0)
    assert not told.is_met(0, 2, 0)


def test_a_mark_between_the_word_and_a_name_makes_it_another_s() -> None:
    told, tokens = opposites("en", "After the talks with Oman, Arin Kawa left.")
    at = tokens.index("Arin")
    assert not told.is_met(at, at + 2, 0)


def test_the_sentence_before_says_of_nobody_that_he_is_met() -> None:
    told, tokens = opposites("en", "They spoke of whom he met Arin Kawa.")
    at = tokens.index("Arin")
    assert told.is_met(at, at + 2, 0)
    assert not told.is_met(at, at + 2, at)


def test_a_word_that_needs_another_behind_the_name_meets_nobody_without_it() -> None:
    told, tokens = opposites("kmr", "Wezîr bi Salim Harisî re civiya.")
    at = tokens.index("Salim")
    assert told.is_met(at, at + 2, 0)
    told, _ = opposites("kmr", "Wezîr bi Salim Harisî dizane.")
    assert not told.is_met(at, at + 2, 0)
