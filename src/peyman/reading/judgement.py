"""Small learnt judges: boosted decision trees over a few dozen numbers, each answering one question with a probability.

The questions are about structure (how far, in which clause, behind which preposition, told before or not) and never
about words, so that one judge serves every language, one that it was not trained on included. The trees are made by
``training/encounters.py`` and stand in ``weights/``; walking them is all that is done here.
"""

from __future__ import annotations

import json
import lzma
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

#: What a judge is told of one candidate: names of features and their values; one that is absent counts as 0.
Features = Mapping[str, float]
#: A node of a tree: feature, threshold, the node where smaller or equal values go, the node where greater ones go;
#: a leaf has the feature -1 and its value in place of the threshold.
Node = tuple[int, float, int, int]

#: Trees that are no deeper are walked faster.
DEPTH = 3

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Judge:
    """Boosted trees for one question.

    Attributes:
        names: The features, in the order in which the trees count them.
        start: Log-odds before any tree is asked.
        trees: The trees, each a sequence of nodes, the root first.
        threshold: From which probability on the answer is yes.
    """

    names: tuple[str, ...]
    start: float
    trees: tuple[tuple[Node, ...], ...]
    threshold: float = 0.5
    _unrolled: tuple[tuple[int, float, Any, Any], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the trees out for `score`, where none is deeper than `DEPTH`."""
        shallow = all(_depth(tree, 0) <= DEPTH for tree in self.trees)
        unrolled = tuple(_filled(tree, 0, DEPTH) for tree in self.trees) if shallow else ()
        object.__setattr__(self, "_unrolled", unrolled)

    def probability(self, features: Features) -> float:
        """Return how likely the answer is yes."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(features)))))

    def score(self, features: Features) -> float:
        """Return what speaks for yes, in log-odds; of several to choose from, the highest is the likeliest."""
        values = [features.get(name, 0.0) for name in self.names]
        total = self.start
        # Three questions a tree, written out: this is the innermost loop of reading.
        for feature, bound, low, high in self._unrolled:
            feature, bound, low, high = low if values[feature] <= bound else high
            feature, bound, low, high = low if values[feature] <= bound else high
            total += low if values[feature] <= bound else high
        if not self._unrolled:
            for tree in self.trees:
                feature, bound, left, right = tree[0]
                while feature >= 0:
                    feature, bound, left, right = tree[left if values[feature] <= bound else right]
                total += bound
        return total

    def chances(self, candidates: Sequence[Features]) -> list[float]:
        """Return how likely each of several candidates is the one, where just one of them is."""
        scores = [self.score(features) for features in candidates]
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


def _depth(tree: Sequence[Node], at: int) -> int:
    feature, _, left, right = tree[at]
    return 0 if feature < 0 else 1 + max(_depth(tree, left), _depth(tree, right))


def _filled(tree: Sequence[Node], at: int, depth: int) -> Any:
    """A tree as nested nodes, each path `DEPTH` questions long: a leaf that comes sooner stands behind idle ones."""
    feature, bound, left, right = tree[at]
    if feature < 0:
        value: Any = bound
        for _ in range(depth):
            value = (0, math.inf, value, value)
        return value
    return feature, bound, _filled(tree, left, depth - 1), _filled(tree, right, depth - 1)


@cache
def judge(name: str) -> Judge:
    """Return the judge of one question.

    Args:
        name: Name of its file in ``weights/``, without ending.

    Raises:
        FileNotFoundError: If there is none of that name.
    """
    return Judge.from_json(json.loads(lzma.decompress((WEIGHTS / f"{name}.json.xz").read_bytes())))
