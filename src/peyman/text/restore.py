"""Letters and joiners that a text has lost, put back where a small learnt model is sure of them.

One engine serves several losses: the zero-width non-joiners of Persian, the vowel letter of Sorani typed as he, the
diacritics of Kurmanji. A word has *sites* where something may have been lost; at each site the model gives the
probability that something was. It is a logistic regression over the letters around the site and over counts of word
forms, learnt from open text in which nothing was lost (``training/restoration.py``).
"""

from __future__ import annotations

import json
import lzma
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

from peyman.text.feature_weights import NOTHING, STROKE, FeatureWeights

#: Words longer than this are left alone: no word is, and the time per word stays bounded.
LONGEST_WORD = 40
#: A word seen so often as it stands, and never otherwise, has lost nothing.
OFTEN_WHOLE = 3
#: Sites with no higher score (in hundredths) are unlikely, and left out: no step acts on a probability below .2.
LEAST_SCORE = -150
_REMEMBERED_WORDS = 100_000


@dataclass(slots=True)
class Counts:
    """How often word forms were seen in the text that a model was learnt from.

    Attributes:
        whole: Words in which nothing was to be restored, as they stand.
        left: Parts before a joiner.
        right: Parts after a joiner.
        restored: Words in which something was restored: damaged form to the counts of its sets of sites.
    """

    whole: dict[str, float] = field(default_factory=dict)
    left: dict[str, float] = field(default_factory=dict)
    right: dict[str, float] = field(default_factory=dict)
    restored: dict[str, dict[tuple[int, ...], float]] = field(default_factory=dict)


@cache
def _level(count: float) -> str:
    """The order of magnitude of a count, as one figure."""
    if count <= 0:
        return "0"
    return str(1 + min(5, int(math.log2(count) / 1.5 + 1e-9))) if count >= 1 else "1"


def features(word: str, site: int, counts: Counts, joins: bool) -> list[str]:
    """Return the features of one site of a damaged word.

    Args:
        word: The word as it is after the loss.
        site: Index of the letter that may have been another one, or that a joiner may have stood before.
        counts: Word forms seen.
        joins: Whether it is a joiner that was lost, so that both sides may be words of their own.
    """
    restored, elsewhere = counts.restored.get(word), counts.whole.get(word, 0.0)
    here = 0.0
    if restored:
        here = sum(n for sites, n in restored.items() if site in sites)
        elsewhere += sum(restored.values()) - here
    seen = _level(here) + _level(elsewhere)
    framed_left, framed_right = "^" + word[:site], word[site:] + "$"
    found = ["b", "s" + seen, *_of_left(framed_left[-_LONGEST_PART:]), *_of_right(framed_right[:_LONGEST_PART])]
    found += _of_letters(framed_left[-3:] + "|" + framed_right[:3])
    if joins:
        found += _of_parts(word, site, counts, seen)
    return found


# Letters on one side of a site that features look at.
_LONGEST_PART = 6


def _of_left(left: str) -> list[str]:
    """Features of the letters before a site."""
    return ["l" + left[-1:], "l" + left[-2:], "l" + left[-3:], "l" + left[-4:], "L" + left]


def _of_right(right: str) -> list[str]:
    """Features of the letters behind a site."""
    return ["r" + right[:1], "r" + right[:2], "r" + right[:3], "r" + right[:4], "R" + right]


def _of_letters(both: str) -> list[str]:
    """Features of the letters on both sides, with a stroke between the two."""
    left, _, right = both.partition("|")
    l2, r2 = left[-2:], right[:2]
    return [*_of_pairs(f"{l2}|{r2}"), f"m{left}|{r2}", f"m{l2}|{right}", f"m{both}"]


def _of_pairs(both: str) -> list[str]:
    """Features of one or two letters on both sides."""
    left, _, right = both.partition("|")
    return [f"m{left[-1:]}|{right[:1]}", f"m{left[-1:]}|{right}", f"m{left}|{right[:1]}", f"m{both}"]


def _of_parts(word: str, site: int, counts: Counts, seen: str) -> list[str]:
    """Features of both sides as words or parts of words that were seen."""
    levels, own = _levels(word, site, counts)
    ending = (word[site:] + "$")[:5]
    found = [*_of_levels(levels + seen), *_of_ending(levels[0] + levels[2] + ending)]
    return [*found, *own]


def _levels(word: str, site: int, counts: Counts) -> tuple[str, tuple[str, str]]:
    """How often both sides were seen as parts and as words, as four figures; and the features of these two sides."""
    left, right, whole = word[:site], word[site:], counts.whole.get
    as_left, as_right = _level(counts.left.get(left, 0.0)), _level(counts.right.get(right, 0.0))
    free_left, free_right = _level(whole(left, 0.0)), _level(whole(right, 0.0))
    # Whether the letter before belongs to the left part as a word: "نامه|ای" against "نام|های".
    shorter = _level(whole(left[:-1], 0.0))
    return as_left + as_right + free_left + free_right, (
        f"h{('^' + left)[-4:]}|{free_right}{as_right}",
        f"i{free_left}{shorter}|{left[-1:]}{(right + '$')[:3]}",
    )


def _of_levels(levels: str) -> list[str]:
    """Features of how often both sides were seen, and the word itself."""
    as_left, as_right, free_left, free_right = tuple(levels[:4])
    unseen = "s00" if levels[4:] == "00" else "s1"
    return [
        f"a{as_left}{as_right}{unseen}",
        f"c{free_left}{as_right}{unseen}",
        f"d{as_left}{free_right}{unseen}",
        f"e{free_left}{free_right}{unseen}",
    ]


def _of_ending(ending: str) -> list[str]:
    """Features of how a word goes on, behind how often the left side was seen as a part and as a word."""
    return [f"f{ending[1]}|{ending[2:]}", f"g{ending[0]}|{ending[2:]}"]


class _Sums(dict[str, int]):
    """The weights of the features of some letters, added up once."""

    def __init__(self, total: Callable[[str], int]) -> None:
        super().__init__()
        self._total = total

    def __missing__(self, letters: str) -> int:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        total = self[letters] = self._total(letters)
        return total


def _sum_of(weights: FeatureWeights, of: Callable[[str], list[str]]) -> Callable[[str], int]:
    """What adds up the weights of the features that a function names."""
    weight = weights.get
    return lambda letters: sum(map(weight, of(letters), _ZEROS))


def _pairs_of(weights: FeatureWeights) -> Callable[[str], int]:
    """What adds up the weights of the features that `_of_pairs` names; asked so often that it pays to spell it out."""
    across = weights.across.get

    def total(both: str) -> int:
        left, _, right = both.partition(STROKE)
        near, one, other = right[:1], across("m" + left[-1:], NOTHING).get, across("m" + left, NOTHING).get
        return one(near, 0) + one(right, 0) + other(near, 0) + other(right, 0)

    return total


def _of_side(weights: Mapping[str, int], kind: str) -> dict[str, int]:
    """The weights of the nearest letters on one side, of one to four: those of fewer letters are in those of more."""
    # The edge of a word stands farthest from the site: what is nearer is what remains without it.
    edge, nearer = (0, slice(1, None)) if kind == "l" else (-1, slice(None, -1))
    sums: dict[str, int] = {"": 0}
    for name in sorted((name for name in weights if name[0] == kind), key=len):
        letters = name[1:]
        # Where the word ends, no more letters are the same letters again.
        weight = weights[name] * (5 - len(letters)) if letters[edge] in "^$" else weights[name]
        rest = letters[nearer]
        while rest not in sums:
            rest = rest[nearer]
        sums[letters] = weight + sums[rest]
    return sums


_ZEROS = repeat(0)


@dataclass(frozen=True, slots=True)
class RestorationModel:
    """A learnt model of one loss in one language.

    Attributes:
        joins: Whether a joiner was lost (a site lies before a letter); else letters were replaced.
        lost: For replaced letters: what each may have been before.
        weights: Weight of every feature that has one, in hundredths.
        counts: Word forms seen.
        pairs: For joiners: parts of words that hardly ever stand apart, the first to those that may follow it.
        decided: Of the words seen, those in which something may have been lost: sites with their scores in hundredths,
            ``site:score:site:score``.
        settled: The words seen in which nothing was lost.
        unlikely: A word never met is not judged further at a site where the letters nearest to it add up to less.
    """

    joins: bool
    lost: Mapping[str, str]
    weights: FeatureWeights
    counts: Counts
    pairs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    decided: Mapping[str, str] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    unlikely: int = -1_000_000
    _known: dict[str, tuple[tuple[int, float], ...]] = field(default_factory=dict, repr=False, compare=False)
    _sums: tuple[_Sums, ...] = field(init=False, repr=False, compare=False)
    _levels: tuple[dict[str, str], ...] = field(init=False, repr=False, compare=False)
    _left: dict[str, int] = field(init=False, repr=False, compare=False)
    _right: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        weights = self.weights
        sums = (_Sums(_pairs_of(weights)), *(_Sums(_sum_of(weights, of)) for of in (_of_levels, _of_ending)))
        object.__setattr__(self, "_sums", sums)
        counted = (self.counts.left, self.counts.right, self.counts.whole) if self.joins else ({}, {}, {})
        levels = tuple({word: _level(n) for word, n in table.items()} for table in counted)
        object.__setattr__(self, "_levels", levels)
        object.__setattr__(self, "_left", _of_side(weights.plain, "l"))
        object.__setattr__(self, "_right", _of_side(weights.plain, "r"))

    def sites(self, word: str) -> Sequence[int]:
        """Return the indices in a word where something may have been lost."""
        if self.joins:
            return range(1, len(word))
        return [index for index, letter in enumerate(word) if letter in self.lost]

    def probabilities(self, word: str) -> tuple[tuple[int, float], ...]:
        """Return the sites of a word with the probability that something was lost there, the unlikely left out.

        Args:
            word: One word without joiners and marks, in small letters.
        """
        decided = self.decided.get(word)
        if decided is not None:
            site, _, score = decided.partition(":")
            if ":" not in score:
                return ((int(site), _written(score)),)
            numbers = decided.split(":")
            likely = tuple(zip(map(int, numbers[::2]), map(_written, numbers[1::2]), strict=True))
            return _parted(likely) if self.joins else likely
        if word in self.settled or len(word) > LONGEST_WORD:
            return ()
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _REMEMBERED_WORDS:
                self._known.clear()
            likely = tuple((site, _logistic(score)) for site, score in self.judge_unmet(word))
            self._known[word] = known = _parted(likely) if self.joins and len(likely) > 1 else likely
        return known

    def judge_unmet(self, word: str) -> Iterator[tuple[int, int]]:
        """Judge a word as one never seen; what sites of many words share is added up once.

        Args:
            word: One word as `probabilities` takes it.

        Returns:
            What `judge` gives, but for likely sites among the very `unlikely`.
        """
        weight, across, unlikely = self.weights.plain.get, self.weights.across.get, self.unlikely
        joins, counts = self.joins, self.counts
        of_pairs, of_levels, of_ending = self._sums
        of_left, of_right = self._left.get, self._right.get
        seen_left, seen_right, seen = (levels.get for levels in self._levels)
        framed, behind = "^" + word, word + "$"
        base = weight("b", 0) + weight("s00", 0)
        sites = self.sites(word)
        if joins:
            # A joiner whose neighbours were never seen beside one is never likely.
            sites = [site for site in sites if word[:site] in counts.left or word[site:] in counts.right]
        for site in sites:
            left, right = l4, r4 = framed[site - 3 if site > 3 else 0 : site + 1], behind[site : site + 4]
            before, after = of_left(left), of_right(right)
            while before is None:
                left = left[1:]
                before = of_left(left)
            while after is None:
                right = right[:-1]
                after = of_right(right)
            score = base + before + after
            if score < unlikely:
                continue
            l3, r3 = l4[-3:], r4[:3]
            l2, r2 = l3[-2:], r3[:2]
            score += of_pairs[f"{l2}|{r2}"]
            if score < unlikely:
                continue
            score += weight("L" + framed[max(0, site + 1 - _LONGEST_PART) : site + 1], 0)
            score += weight("R" + behind[site : site + _LONGEST_PART], 0)
            far = across("m" + l3, NOTHING).get
            score += far(r2, 0) + far(r3, 0) + across("m" + l2, NOTHING).get(r3, 0)
            if joins:
                left, right = word[:site], word[site:]
                free_left, free_right, as_left, as_right = (
                    seen(left, "0"),
                    seen(right, "0"),
                    seen_left(left, "0"),
                    seen_right(right, "0"),
                )
                score += of_levels[f"{as_left}{as_right}{free_left}{free_right}00"]
                score += of_ending[f"{as_left}{free_left}{behind[site : site + 5]}"]
                score += across("h" + l4, NOTHING).get(free_right + as_right, 0)
                score += across(f"i{free_left}{seen(left[:-1], '0')}", NOTHING).get(left[-1:] + r3, 0)
            if score > LEAST_SCORE:
                yield site, score

    def nearest(self, word: str, site: int) -> int:
        """Return what is held against `unlikely` at a site of a word never met.

        Args:
            word: One word as `probabilities` takes it.
            site: One of its sites.

        Returns:
            What the letters nearest to the site add up to: each side by itself, or both together if that is less.
        """
        weight, left, right = self.weights.get, ("^" + word)[max(0, site - 3) : site + 1], (word + "$")[site : site + 4]
        sides = sum(map(weight, ["b", "s00", *_of_left(left)[:4], *_of_right(right)[:4]], _ZEROS))
        return min(sides, sides + sum(map(weight, _of_pairs(f"{left[-2:]}|{right[:2]}"), _ZEROS)))

    def judge(self, word: str) -> Iterator[tuple[int, int]]:
        """Judge a word by its features, whether or not it is among the words decided.

        Args:
            word: One word as `probabilities` takes it.

        Returns:
            The sites where something may have been lost, with the sum of the weights of their features (hundredths).
        """
        counts, weight = self.counts, self.weights.get
        if len(word) > LONGEST_WORD or (word not in counts.restored and counts.whole.get(word, 0.0) >= OFTEN_WHOLE):
            return
        for site in self.sites(word):
            # A joiner whose neighbours were never seen beside one is never likely: not worth the features.
            if self.joins and word[:site] not in counts.left and word[site:] not in counts.right:
                continue
            score = sum(map(weight, features(word, site, counts, self.joins), _ZEROS))
            if score > LEAST_SCORE:
                yield site, score


@cache
def _logistic(score: int) -> float:
    """The probability of a score in hundredths."""
    return 1.0 / (1.0 + math.exp(-score / 100)) if score < 3000 else 1.0


@cache
def _written(score: str) -> float:
    """The probability of a score as it is written down."""
    return _logistic(int(score))


def _parted(sites: tuple[tuple[int, float], ...]) -> tuple[tuple[int, float], ...]:
    """Sites without the less likely of any two that would part a single letter from both sides ("نام‌ه‌ای")."""
    likelihood = dict(sites)
    return tuple(
        (site, p) for site, p in sites if likelihood.get(site - 1, 0.0) < p and likelihood.get(site + 1, 0.0) <= p
    )


@cache
def load_model(path: Path) -> RestorationModel:
    """Read a model.

    Args:
        path: A file that ``training/restoration.py`` wrote (JSON, xz-compressed).
    """
    with lzma.open(path, "rt", encoding="utf-8") as file:
        table: dict[str, Any] = json.load(file)
    shared: dict[str, str] = {}
    whole, left, right = (_listed(table[name], shared) for name in ("whole", "left", "right"))
    counts = Counts(whole, left, right)
    decided = {shared.setdefault(w, w): shared.setdefault(sites, sites) for w, sites in table.pop("decided").items()}
    settled = (shared.setdefault(word, word) for word in table["settled"].split(" "))
    return RestorationModel(
        joins=table["joins"],
        lost=table["lost"],
        weights=FeatureWeights(_weighed(table["weights"])),
        counts=counts,
        pairs={before: frozenset(after.split(" ")) for before, after in table["pairs"].items()},
        decided=decided,
        settled=frozenset(settled).union(counts.whole).difference(decided),
        unlikely=table["unlikely"],
    )


def _weighed(table: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Features with their weight, those of one weight in one line."""
    for weight, named in ((int(weight), named) for weight, named in table.items()):
        yield from ((name, weight) for name in named.split(" "))


def _listed(table: Mapping[str, str], shared: dict[str, str]) -> dict[str, float]:
    """Words by their count, the words of one count in one line; a word of several tables is kept once."""
    counted = ((float(count), words) for count, words in table.items())
    return {shared.setdefault(word, word): count for count, words in counted for word in words.split(" ")}
