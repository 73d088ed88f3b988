"""A learnt model says of a word never met what its features add up to, and of a word met what it said in training."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.text.restore import LONGEST_WORD, RestorationModel, load_model

MODELS = {"fa": "joiners", "ckb": "vowels", "kmr": "diacritics"}
LETTERS = {"fa": "اآبتخدرسشکگلمنوهی", "ckb": "ابتدرسشکگلمنوهیێۆ", "kmr": "aebcdehijklmnorstuvwxyz"}
PARTS = ["کتاب", "خانه", "نامه", "می", "ها", "های", "ای", "شناس", "گر", "ترین", "اند", "سه", "بین", "ال"]


def model(code: str) -> RestorationModel:
    return load_model(languages.load(code).folder / f"{MODELS[code]}.json.xz")


def words(code: str) -> st.SearchStrategy[str]:
    letters = st.text(LETTERS[code], min_size=1, max_size=12)
    parts = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("".join)
    return st.one_of(letters, parts) if code == "fa" else letters


@pytest.mark.parametrize("code", MODELS)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_word_never_met_is_judged_by_its_features(code: str, data: st.DataObject) -> None:
    learnt, word = model(code), data.draw(words(code))
    if word in learnt.settled or word in learnt.decided:
        return
    judged = {site: 1 / (1 + math.exp(-score / 100)) for site, score in learnt.judge(word)}
    found = dict(learnt.probabilities(word))
    assert found.items() <= judged.items()
    # Of two sites side by side that would part a single letter from both sides, only the likelier stays; where the
    # letters nearest to a site make it very unlikely, nothing else is asked.
    for site in judged.keys() - found.keys():
        assert learnt.joins
        assert (
            learnt.nearest(word, site) < learnt.unlikely
            or max(judged.get(site - 1, 0.0), judged.get(site + 1, 0.0)) >= judged[site]
        )


@pytest.mark.parametrize("code", MODELS)
def test_words_met_hold_their_judgement(code: str) -> None:
    learnt = model(code)
    assert not learnt.settled & learnt.decided.keys()
    assert set(learnt.counts.whole) <= learnt.settled | learnt.decided.keys()
    for word in list(learnt.decided)[:2000]:
        for site, probability in learnt.probabilities(word):
            assert site in learnt.sites(word)
            assert 0.0 < probability <= 1.0


@pytest.mark.parametrize("code", MODELS)
def test_what_is_no_word_has_lost_nothing(code: str) -> None:
    assert model(code).probabilities("") == ()
    assert model(code).probabilities(LETTERS[code] * LONGEST_WORD) == ()
