"""Small models learnt from annotated documents: weights of named features, and nothing else.

A `Model` is a table of weights, one for each pair of a feature and a label. For one item it is a multinomial logistic
regression; for a row of items it is a linear-chain conditional random field (Lafferty et al. 2001), with a weight for
each pair of neighbouring labels. The tables are made by ``training/undertakings.py`` and read as they are, so that the
share of every feature in a decision can be shown.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "weights"
#: No probability counts as nearer to 0 or 1 than this where two are mixed.
SUREST = 1e-6


@dataclass(frozen=True, eq=False)
class Model:
    """Weights of features.

    Attributes:
        labels: What it chooses between.
        weights: For each feature, the weight that it gives to each label, in the order of `labels`.
        transitions: Weight of each label (column) after each label (row).
    """

    labels: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]
    transitions: tuple[tuple[float, ...], ...]

    def scores(self, features: Iterable[str]) -> list[float]:
        """Return the sum of the weights of some features, by label."""
        weights = self.weights
        if len(self.labels) == 2:  # most models answer yes or no, and are asked most
            first = second = 0.0
            for for_first, for_second in filter(None, map(weights.get, features)):
                first += for_first
                second += for_second
            return [first, second]
        total = [0.0] * len(self.labels)
        for row in map(weights.get, features):
            if row is not None:
                for label, weight in enumerate(row):
                    total[label] += weight
        return total

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return how likely each label is for one item."""
        return dict(zip(self.labels, _softmax(self.scores(features)), strict=True))

    def marginals(self, rows: Sequence[Iterable[str]]) -> list[dict[str, float]]:
        """Return how likely each label is for each item of a row, by the forward-backward algorithm."""
        if not rows:
            return []
        scores = [self.scores(row) for row in rows]
        size = range(len(self.labels))
        forward = [scores[0]]
        for row in scores[1:]:
            last = forward[-1]
            forward.append([row[j] + _logsum([last[i] + self.transitions[i][j] for i in size]) for j in size])
        backward = [[0.0 for _ in size]]
        for row in reversed(scores[1:]):
            after = backward[-1]
            backward.append([_logsum([self.transitions[i][j] + row[j] + after[j] for j in size]) for i in size])
        backward.reverse()
        return [
            dict(zip(self.labels, _softmax([f + b for f, b in zip(ahead, back, strict=True)]), strict=True))
            for ahead, back in zip(forward, backward, strict=True)
        ]

    def share(self, features: Iterable[str], label: str, count: int = 6) -> list[tuple[str, float]]:
        """Return the features that weigh most for and against a label (its weight less the mean of the others')."""
        column = self.labels.index(label)
        others = max(1, len(self.labels) - 1)
        shares = {}
        for feature in features:
            row = self.weights.get(feature)
            if row is not None:
                shares[feature] = row[column] - (sum(row) - row[column]) / others
        return sorted(shares.items(), key=lambda item: -abs(item[1]))[:count]


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    powers = [exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


def _logsum(scores: Sequence[float]) -> float:
    top = max(scores)
    return top + log(sum(exp(s - top) for s in scores))


def between(one: float, other: float, share: float) -> float:
    """Return a probability between two, by their log-odds.

    Args:
        one: The probability at a share of 0.
        other: That at a share of 1.
        share: How far the other counts.
    """
    mixed = (1 - share) * _log_odds(one) + share * _log_odds(other)
    return 1 / (1 + exp(-mixed))


def _log_odds(probability: float) -> float:
    held = min(max(probability, SUREST), 1 - SUREST)
    return log(held / (1 - held))


@cache
def model(name: str) -> Model:
    """Return a shipped model.

    Args:
        name: Its file in `FOLDER`, without its ending.
    """
    # Weights are rounded, so that a thousand values stand for hundreds of thousands of them: each is kept once.
    once = lru_cache(maxsize=None)(float)
    table = json.loads(lzma.decompress((FOLDER / f"{name}.json.xz").read_bytes()), parse_float=once)
    return Model(
        labels=tuple(table["labels"]),
        weights={feature: tuple(row) for feature, row in table["weights"].items()},
        transitions=tuple(tuple(row) for row in table["transitions"]),
    )


def dump(fitted: Model) -> bytes:
    """Return a model as the bytes of its file; the same model always gives the same bytes."""
    table = {
        "labels": list(fitted.labels),
        "transitions": [list(row) for row in fitted.transitions],
        "weights": {feature: list(fitted.weights[feature]) for feature in sorted(fitted.weights)},
    }
    return lzma.compress(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
