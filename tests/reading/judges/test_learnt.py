"""Learnt models: what a table of weights makes of features, and that a model survives its file."""

import json
import lzma
from itertools import pairwise, product
from math import exp, isclose

from hypothesis import given
from hypothesis import strategies as st

from peyman.reading.judges.learnt import Model, between, dump

MODEL = Model(("a", "b"), {"x": (1.0, -0.5), "y": (0.0, 2.0)}, ((0.5, -1.0), (0.0, 0.25)))
ROWS = st.lists(st.lists(st.sampled_from(["x", "y", "unheard of"]), max_size=3), max_size=5)


def test_a_feature_that_was_never_learnt_weighs_nothing() -> None:
    assert MODEL.scores(["unheard of"]) == [0.0, 0.0]
    assert MODEL.probabilities(["unheard of"]) == {"a": 0.5, "b": 0.5}


@given(ROWS)
def test_marginals_are_those_of_all_rows_of_labels_counted_one_by_one(rows: list[list[str]]) -> None:
    def weight(labels: tuple[int, ...]) -> float:
        own = sum(MODEL.scores(row)[label] for row, label in zip(rows, labels, strict=True))
        return exp(own + sum(MODEL.transitions[a][b] for a, b in pairwise(labels)))

    every = list(product((0, 1), repeat=len(rows)))
    total = sum(weight(labels) for labels in every)
    for n, marginal in enumerate(MODEL.marginals(rows)):
        assert isclose(marginal["a"], sum(weight(labels) for labels in every if labels[n] == 0) / total)


def test_the_share_of_a_feature_is_what_it_adds_to_a_label_over_the_others() -> None:
    assert MODEL.share(["x", "y", "unheard of"], "b") == [("y", 2.0), ("x", -1.5)]


def test_a_model_written_is_the_model_read() -> None:
    table = json.loads(lzma.decompress(dump(MODEL)))
    assert tuple(table["labels"]) == MODEL.labels
    assert {feature: tuple(row) for feature, row in table["weights"].items()} == dict(MODEL.weights)
    assert tuple(map(tuple, table["transitions"])) == MODEL.transitions


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_probability_between_two_lies_between_them(one: float, other: float, share: float) -> None:
    mixed = between(one, other, share)
    assert min(one, other) - 1e-5 <= mixed <= max(one, other) + 1e-5
    assert isclose(between(one, other, 0.0), one, abs_tol=1e-5)
    assert isclose(between(one, other, 1.0), other, abs_tol=1e-5)
