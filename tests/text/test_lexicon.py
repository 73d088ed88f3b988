"""Phrases are found however their words are inflected, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyman import languages
from peyman.text.lexicon import Affixes, Lexicon, Match, Phrase, longest
from peyman.text.tokens import tokenise

AFFIXES = Affixes(("ال", "و", ""), ("ها", "ی", "هایی", ""))


def found(lexicon: Lexicon, text: str) -> list[str]:
    tokens = tokenise(text)
    return [text[tokens[m.start].start : tokens[m.end - 1].end] for m in lexicon.find(tokens)]


def test_a_phrase_is_found_in_its_inflected_forms() -> None:
    lexicon = Lexicon([Phrase("پیمان", "noun", 1), Phrase("پیمان دفاعی", "term", 2)], AFFIXES)
    assert found(lexicon, "و پیمان\u200cهایی دفاعی") == ["پیمان\u200cهایی دفاعی", "پیمان\u200cهایی"]


def test_an_exact_phrase_is_found_only_as_it_stands() -> None:
    lexicon = Lexicon([Phrase("پیمان", "noun", 1, exact=True)], AFFIXES)
    assert found(lexicon, "پیمان پیمانی") == ["پیمان"]


def test_short_stems_match_only_as_they_stand() -> None:
    lexicon = Lexicon([Phrase("مه", "month", 5)], AFFIXES)
    assert found(lexicon, "مه مهی") == ["مه"]


def test_the_same_words_may_stand_for_several_things() -> None:
    lexicon = Lexicon([Phrase("May", "month", 5), Phrase("may", "verb", "may")])
    assert {match.category for match in lexicon.find(tokenise("in May"))} == {"month", "verb"}


def test_stems_come_least_inflected_first() -> None:
    lexicon = Lexicon([Phrase("پیمان", "a", 1), Phrase("پیمانی", "a", 2)], AFFIXES)
    assert lexicon.stems("پیمانی") == ("پیمانی", "پیمان")


def test_longest_keeps_no_overlap_and_every_meaning_of_one_range() -> None:
    phrases = [Phrase(text, "p", text) for text in ("a", "a b", "b", "b c")]
    matches = [Match(0, 1, phrases[0]), Match(0, 2, phrases[1]), Match(1, 2, phrases[2]), Match(2, 4, phrases[3])]
    assert [(m.start, m.end) for m in longest(matches)] == [(0, 2), (2, 4)]
    twice = [Match(0, 1, Phrase("a", "x", 1)), Match(0, 1, Phrase("a", "y", 2))]
    assert longest(twice) == twice


def test_the_affixes_of_a_language_are_made_once() -> None:
    for language in languages.all_languages():
        assert Affixes.of(language) is Affixes.of(language)


@given(st.text(alphabet="الوهیپمن ", max_size=40))
def test_matches_are_ranges_of_tokens_and_their_words_have_the_stem(text: str) -> None:
    lexicon = Lexicon([Phrase("پیمان", "noun", 1), Phrase("من و", "other", 2)], AFFIXES)
    tokens = tokenise(text)
    for match in lexicon.find(tokens):
        assert 0 <= match.start < match.end <= len(tokens)
        for token, word in zip(tokens[match.start : match.end], match.phrase.text.split(), strict=True):
            assert word in token.fold
