"""The weights of a restoration model's features, kept so that hundreds of thousands of them take little memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

#: Stands between what a feature says of the left of a site and of its right.
STROKE = "|"
#: What stands behind a left that no feature has.
NOTHING: Mapping[str, int] = {}


class FeatureWeights:
    """Weights by the names of features.

    A feature of both sides is kept under its left, and what stands on the right is kept once for all: with a name for
    each of them the weights would take a sixth of all the memory that reading takes.

    Attributes:
        plain: The weights of features without a stroke, by name.
        across: Of those with one, by what stands before it: the weights by what stands behind it.
    """

    __slots__ = ("across", "plain")

    def __init__(self, weights: Iterable[tuple[str, int]] = ()) -> None:
        """Take the weights.

        Args:
            weights: Names of features with their weights, in hundredths.
        """
        self.plain: dict[str, int] = {}
        self.across: dict[str, dict[str, int]] = {}
        shared: dict[str, str] = {}
        for name, weight in weights:
            left, stroke, right = name.partition(STROKE)
            if stroke:
                self.across.setdefault(left, {})[shared.setdefault(right, right)] = weight
            else:
                self.plain[name] = weight

    def get(self, name: str, default: int = 0) -> int:
        """Return the weight of a feature.

        Args:
            name: Its name.
            default: What a feature without a weight has.
        """
        left, stroke, right = name.partition(STROKE)
        return self.across.get(left, NOTHING).get(right, default) if stroke else self.plain.get(name, default)

    def items(self) -> Iterator[tuple[str, int]]:
        """All names with their weights."""
        yield from self.plain.items()
        for left, behind in self.across.items():
            yield from ((f"{left}{STROKE}{right}", weight) for right, weight in behind.items())
