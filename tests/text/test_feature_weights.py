"""Weights of features, kept by both sides of a site."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyman.text.feature_weights import FeatureWeights

NAMES = st.text("mhlab^$|", min_size=1, max_size=6)


@given(st.dictionaries(NAMES, st.integers(-500, 500)), NAMES)
def test_weights_are_those_of_a_mapping_whatever_the_names(weights: dict[str, int], name: str) -> None:
    kept = FeatureWeights(weights.items())
    assert dict(kept.items()) == weights
    assert kept.get(name) == weights.get(name, 0)
    assert kept.get(name, 7) == weights.get(name, 7)


def test_a_feature_of_both_sides_is_found_under_its_left() -> None:
    kept = FeatureWeights([("mab|c", 5), ("lab", 3)])
    assert kept.across["mab"]["c"] == 5
    assert kept.plain["lab"] == 3
