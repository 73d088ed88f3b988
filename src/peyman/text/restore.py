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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

#: Words longer than this are left alone: no word is, and the time per word stays bounded.
LONGEST_WORD = 40
#: A word seen so often as it stands, and never otherwise, has lost nothing.
OFTEN_WHOLE = 3
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
    left, right = word[:site], word[site:]
    framed_left, framed_right = "^" + left, right + "$"
    l1, l2, l3, l4 = framed_left[-1:], framed_left[-2:], framed_left[-3:], framed_left[-4:]
    r1, r2, r3, r4 = framed_right[:1], framed_right[:2], framed_right[:3], framed_right[:4]
    restored, elsewhere = counts.restored.get(word), counts.whole.get(word, 0.0)
    here = 0.0
    if restored:
        here = sum(n for sites, n in restored.items() if site in sites)
        elsewhere += sum(restored.values()) - here
    seen = _level(here) + _level(elsewhere)
    found = ["b", "s" + seen, "l" + l1, "l" + l2, "l" + l3, "l" + l4, "r" + r1, "r" + r2, "r" + r3, "r" + r4]
    found += ["L" + framed_left[-6:], "R" + framed_right[:6], f"m{l1}|{r1}", f"m{l1}|{r2}", f"m{l2}|{r1}"]
    found += [f"m{l2}|{r2}", f"m{l3}|{r2}", f"m{l2}|{r3}", f"m{l3}|{r3}"]
    if joins:
        as_left, as_right = _level(counts.left.get(left, 0.0)), _level(counts.right.get(right, 0.0))
        free_left, free_right = _level(counts.whole.get(left, 0.0)), _level(counts.whole.get(right, 0.0))
        unseen, ending = "s00" if seen == "00" else "s1", framed_right[:5]
        # Whether the letter before belongs to the left part as a word: "نامه|ای" against "نام|های".
        shorter = _level(counts.whole.get(left[:-1], 0.0))
        found += [f"a{as_left}{as_right}{unseen}", f"c{free_left}{as_right}{unseen}", f"d{as_left}{free_right}{unseen}"]
        found += [f"e{free_left}{free_right}{unseen}", f"f{free_left}|{ending}", f"g{as_left}|{ending}"]
        found += [f"h{l4}|{free_right}{as_right}", f"i{free_left}{shorter}|{left[-1:]}{r3}"]
    return found


@dataclass(frozen=True, slots=True)
class RestorationModel:
    """A learnt model of one loss in one language.

    Attributes:
        joins: Whether a joiner was lost (a site lies before a letter); else letters were replaced.
        lost: For replaced letters: what each may have been before.
        weights: Weight of every feature that has one.
        counts: Word forms seen.
        pairs: For joiners: parts of words that hardly ever stand apart, the first to those that may follow it.
    """

    joins: bool
    lost: Mapping[str, str]
    weights: Mapping[str, float]
    counts: Counts
    pairs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _known: dict[str, tuple[tuple[int, float], ...]] = field(default_factory=dict, repr=False, compare=False)

    def sites(self, word: str) -> range | list[int]:
        """Return the indices in a word where something may have been lost."""
        if self.joins:
            return range(1, len(word))
        return [index for index, letter in enumerate(word) if letter in self.lost]

    def probabilities(self, word: str) -> tuple[tuple[int, float], ...]:
        """Return the sites of a word with the probability that something was lost there, the unlikely left out.

        Args:
            word: One word without joiners and marks, in small letters.
        """
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _REMEMBERED_WORDS:
                self._known.clear()
            known = self._known[word] = tuple(self._judge(word))
            if self.joins:
                known = self._known[word] = _parted(known)
        return known

    def _judge(self, word: str) -> Iterator[tuple[int, float]]:
        counts = self.counts
        if len(word) > LONGEST_WORD:
            return
        if word not in counts.restored and counts.whole.get(word, 0.0) >= OFTEN_WHOLE:
            return
        weight = self.weights.get
        for site in self.sites(word):
            # A joiner whose neighbours were never seen beside one is never likely: not worth the features.
            if self.joins and word[:site] not in counts.left and word[site:] not in counts.right:
                continue
            score = sum(filter(None, map(weight, features(word, site, self.counts, self.joins))))
            if score > -3.0:
                yield site, 1.0 / (1.0 + math.exp(-score)) if score < 30.0 else 1.0


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
    counts = Counts(
        whole=_listed(table["whole"]),
        left=_listed(table["left"]),
        right=_listed(table["right"]),
        restored={
            word: {tuple(int(s) for s in sites.split(",")): float(n) for sites, n in forms.items()}
            for word, forms in table["restored"].items()
        },
    )
    weights = {
        feature: float(weight) / 100.0 for weight, named in table["weights"].items() for feature in named.split(" ")
    }
    pairs = {before: frozenset(after.split(" ")) for before, after in table.get("pairs", {}).items()}
    return RestorationModel(joins=table["joins"], lost=table["lost"], weights=weights, counts=counts, pairs=pairs)


def _listed(table: Mapping[str, str]) -> dict[str, float]:
    """Words by their count, the words of one count in one line."""
    return {word: float(count) for count, words in table.items() for word in words.split(" ")}
