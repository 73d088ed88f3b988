"""Whether two words are one in two forms."""

from __future__ import annotations

import pytest

from peyman import languages
from peyman.reading.clauses.word_forms import are_one, form, forms, is_long_enough, told_words
from peyman.text.lexicon import Affixes
from peyman.text.tokens import tokenise


@pytest.mark.parametrize(
    ("noun", "other"),
    [("spokesman", "spokesmen"), ("وزير", "وزيري"), ("منبع", "منبعی"), ("berdevk", "berdevke"), ("مصدر", "المصدر")],
)
def test_endings_and_articles_make_no_other_noun(noun: str, other: str) -> None:
    assert are_one(noun, other)
    assert are_one(other, noun)


@pytest.mark.parametrize(("noun", "other"), [("source", "spokesman"), ("وزير", "سفير"), ("minister", "ambassador")])
def test_other_nouns_begin_otherwise(noun: str, other: str) -> None:
    assert not are_one(noun, other)


def test_a_noun_is_told_by_its_beginning_alone() -> None:
    assert form("ambassador") == form("ambassadors") != form("minister")
    assert is_long_enough("نائب")
    assert not is_long_enough("of")


def test_what_stands_before_a_noun_is_taken_off_it() -> None:
    affixes = Affixes.of(languages.load("ar"))
    assert set(forms(["والوفد"], affixes)) & set(forms(["وفد"], affixes))
    assert forms(["وفد", "وفد"], affixes) == forms(["وفد"], affixes)
    assert forms(["of"], Affixes()) == []


def test_short_words_and_numbers_tell_nothing_of_a_sentence_unless_asked_for() -> None:
    tokens = tokenise("the ministers met in 2026 and ministerial staff met")
    assert told_words(tokens) == {"minis", "staff"}
    assert told_words(tokens, numbers=True) == {"minis", "staff", "2026"}
