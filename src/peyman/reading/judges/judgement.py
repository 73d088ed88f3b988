"""Small learnt judges: boosted decision trees over a few dozen numbers, each answering one question with a probability.

The questions are about structure (how far, in which clause, behind which preposition, told before or not) and never
about words, so that one judge serves every language, one that it was not trained on included. The trees are made by
``training/encounters.py`` and stand in ``weights/``; asking them is all that is done here.

Trees are not walked: this is the innermost loop of reading. As in QuickScorer (Lucchese et al., SIGIR 2015), a value of
a feature says at once, for all trees, which leaves can no longer be reached; what is left of a tree when all features
have spoken is, leftmost, the leaf that walking would have come to. The leaves of all trees are the bits of one number.
"""

from __future__ import annotations

import json
import lzma
import math
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import getitem
from pathlib import Path
from typing import Any, Literal

#: What a judge is told of one candidate: names of features and their values; one that is absent counts as 0.
Features = Mapping[str, float]
#: A node of a tree: feature, threshold, the node where smaller or equal values go, the node where greater ones go;
#: a leaf has the feature -1 and its value in place of the threshold.
Node = tuple[int, float, int, int]
Question = tuple[str, tuple[float, ...], tuple[int, ...]]

#: Letters of `memoryview.cast` for numbers of so many bits: the leaves of a tree fill one number.
LANES: dict[int, Literal["B", "H", "I", "Q"]] = {8: "B", 16: "H", 32: "I", 64: "Q"}

WEIGHTS = Path(__file__).parents[1] / "weights"


@dataclass(frozen=True, slots=True)
class _Leaves:
    """The leaves of all trees as bits, each tree in a lane of its own, its leaves from left to right.

    Attributes:
        width: Bits of a lane.
        all: All leaves.
        ones: The lowest bit of each lane.
        always: For each feature that is asked for and rules leaves out even where it is 0, its name, its thresholds in
            ascending order, and for each number of thresholds that a value lies above, the leaves still reached.
        unless_zero: The same for each other feature: where it is 0, as most are, it need not be asked for.
        values: For each tree, what its leaves say, by their bits.
    """

    width: int
    all: int
    ones: int
    always: tuple[Question, ...]
    unless_zero: tuple[Question, ...]
    values: tuple[dict[int, float], ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Boosted trees for one question.

    Attributes:
        names: The features, in the order in which the trees count them.
        start: Log-odds before any tree is asked.
        trees: The trees, each a sequence of nodes, the root first; none with more than 64 leaves.
        threshold: From which probability on the answer is yes.

    Raises:
        ValueError: If a tree has more leaves.
    """

    names: tuple[str, ...]
    start: float
    trees: tuple[tuple[Node, ...], ...]
    threshold: float = 0.5
    _leaves: _Leaves = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the leaves out for `score`."""
        object.__setattr__(self, "_leaves", _laid_out(self.names, self.trees))

    def probability(self, features: Features) -> float:
        """Return how likely the answer is yes."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(features)))))

    def score(self, features: Features) -> float:
        """Return what speaks for yes, in log-odds; of several to choose from, the highest is the likeliest."""
        leaves = self._leaves
        reached, value_of = leaves.all, features.get
        for name, bounds, left in leaves.always:
            reached &= left[bisect_left(bounds, value_of(name, 0.0))]
        for name, bounds, left in leaves.unless_zero:
            value = value_of(name)
            if value:
                reached &= left[bisect_left(bounds, value)]
        # In each lane the lowest bit alone: no lane is empty, so that nothing is borrowed from the next one.
        reached &= ~(reached - leaves.ones)
        size = len(leaves.values) * leaves.width // 8
        lanes = memoryview(reached.to_bytes(size, sys.byteorder)).cast(LANES[leaves.width])
        in_order = lanes if sys.byteorder == "little" else reversed(lanes)
        return sum(map(getitem, leaves.values, in_order), self.start)

    def chances(self, candidates: Sequence[Features], beside: Sequence[float] | None = None) -> list[float]:
        """Return how likely each of several candidates is the one, where just one of them is.

        Args:
            candidates: What the judge is told of each.
            beside: What else speaks for each, in log-odds; None for nothing.
        """
        scores = [self.score(features) for features in candidates]
        if beside is not None:
            scores = [score + more for score, more in zip(scores, beside, strict=True)]
        highest = max(scores, default=0.0)
        weights = [math.exp(score - highest) for score in scores]
        return [weight / sum(weights) for weight in weights]

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads."""
        return {"names": self.names, "start": self.start, "threshold": self.threshold, "trees": self.trees}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Judge:
        """Make a judge of what stands in a file of weights."""
        trees: Sequence[Sequence[Sequence[Any]]] = data["trees"]
        return cls(
            names=tuple(data["names"]),
            start=float(data["start"]),
            trees=tuple(
                tuple((int(f), float(b), int(left), int(right)) for f, b, left, right in tree) for tree in trees
            ),
            threshold=float(data["threshold"]),
        )


def _laid_out(names: Sequence[str], trees: Sequence[Sequence[Node]]) -> _Leaves:
    values = [list(_values(tree, 0)) for tree in trees]
    most = max(map(len, values), default=0)
    width = next((width for width in LANES if width >= most), 0)
    if not width:
        raise ValueError(f"a tree has {most} leaves, and no more than {max(LANES)} can be asked")
    # For each feature and threshold the leaves that a greater value rules out: those where smaller values go.
    ruled_out: defaultdict[int, defaultdict[float, int]] = defaultdict(lambda: defaultdict(int))
    for number, tree in enumerate(trees):
        for feature, bound, first, count in _turns(tree, 0, 0):
            ruled_out[feature][bound] |= ((1 << count) - 1) << (number * width + first)
    whole = (1 << len(trees) * width) - 1
    questions = []
    for feature, by_bound in sorted(ruled_out.items()):
        left = [whole]
        for bound in sorted(by_bound):
            left.append(left[-1] & ~by_bound[bound])
        questions.append((names[feature], tuple(sorted(by_bound)), tuple(left)))
    return _Leaves(
        width=width,
        all=sum(((1 << len(leaves)) - 1) << (number * width) for number, leaves in enumerate(values)),
        ones=sum(1 << (number * width) for number in range(len(trees))),
        always=tuple(question for question in questions if question[1][0] < 0),
        unless_zero=tuple(question for question in questions if question[1][0] >= 0),
        values=tuple({1 << place: value for place, value in enumerate(leaves)} for leaves in values),
    )


def _values(tree: Sequence[Node], at: int) -> Iterator[float]:
    """What the leaves below a node say, from left to right."""
    feature, value, left, right = tree[at]
    if feature < 0:
        yield value
    else:
        yield from _values(tree, left)
        yield from _values(tree, right)


def _turns(tree: Sequence[Node], at: int, first: int) -> Iterator[tuple[int, float, int, int]]:
    """Feature and threshold of each node from one downwards, with the first leaf to its left and their count."""
    feature, bound, left, right = tree[at]
    if feature >= 0:
        count = sum(1 for _ in _values(tree, left))
        yield feature, bound, first, count
        yield from _turns(tree, left, first)
        yield from _turns(tree, right, first + count)


@cache
def judge(name: str) -> Judge:
    """Return the judge of one question.

    Args:
        name: Name of its file in ``weights/``, without ending.

    Raises:
        FileNotFoundError: If there is none of that name.
    """
    return Judge.from_json(json.loads(lzma.decompress((WEIGHTS / f"{name}.json.xz").read_bytes())))
