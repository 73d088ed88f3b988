from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.reading.judges.judgement import Judge, Node

NAMES = ("distance", "same clause", "told before")
numbers = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0, 7.0])
shapes: st.SearchStrategy[Any] = st.recursive(
    st.floats(-2, 2),
    lambda below: st.tuples(st.integers(0, len(NAMES) - 1), numbers, below, below),
    max_leaves=24,
)


def tree_of(shape: Any) -> tuple[Node, ...]:
    """A tree in rows, made of nested ones."""
    nodes: list[Node] = []

    def add(part: Any) -> int:
        at = len(nodes)
        nodes.append((-1, 0.0, -1, -1))
        if isinstance(part, float):
            nodes[at] = (-1, part, -1, -1)
        else:
            feature, bound, left, right = part
            nodes[at] = (feature, bound, add(left), add(right))
        return at

    add(shape)
    return tuple(nodes)


def walked(tree: tuple[Node, ...], values: list[float]) -> float:
    feature, bound, left, right = tree[0]
    while feature >= 0:
        feature, bound, left, right = tree[left if values[feature] <= bound else right]
    return bound


@given(st.lists(shapes, max_size=6), st.lists(numbers, min_size=3, max_size=3))
def test_what_all_trees_say_together_is_what_walking_each_comes_to(shapes: list[Any], values: list[float]) -> None:
    trees = tuple(tree_of(shape) for shape in shapes)
    judge = Judge(NAMES, 0.25, trees)
    # A feature that is absent counts as nothing.
    features = {name: value for name, value in zip(NAMES, values, strict=True) if value}
    assert judge.score(features) == pytest.approx(0.25 + sum(walked(tree, values) for tree in trees))


def test_a_tree_of_too_many_leaves_is_refused() -> None:
    shape: Any = 0.0
    for bound in range(64):
        shape = (0, float(bound), 1.0, shape)
    with pytest.raises(ValueError, match="65 leaves"):
        Judge(NAMES, 0.0, (tree_of(shape),))


def test_probability_and_chances_come_from_the_scores() -> None:
    judge = Judge(NAMES, 0.0, (tree_of((0, 1.0, 1.0, -1.0)),))
    assert judge.probability({"distance": 1.0}) == pytest.approx(1 / (1 + math.exp(-1)))
    near, far = judge.chances([{"distance": 1.0}, {"distance": 2.0}])
    assert near / far == pytest.approx(math.exp(2))
    assert near + far == pytest.approx(1)


def test_a_judge_comes_back_from_what_is_written() -> None:
    judge = Judge(NAMES, 0.5, (tree_of((2, 0.5, 1.0, -1.0)),), 0.4)
    assert Judge.from_json(judge.to_json()) == judge
