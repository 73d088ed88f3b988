"""What a few words are about, so that words of two languages can be compared.

Each word is glossed by the English words that it is likely to stand for, as learnt from translated texts
(``training/glosses.py``; ``glosses.json.xz`` in the folder of each language). Glosses are for comparing and for nothing
else: they are no translation, and nobody gets to see them.
"""

from __future__ import annotations

import json
import lzma
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from peyman import languages
from peyman.text.lexicon import Affixes
from peyman.text.tokens import TokenKind, tokenise

FILE = "glosses.json.xz"
_LONGEST = 6
"""Letters of a stem: what stands behind them is mostly an ending."""
_MOST = 12
"""Glosses that are kept of some words."""
_SHORTEST = 3
"""Letters of the shortest stem: shorter ones are parts of too many words."""
_STEMS_KEPT = 1 << 14

Gloss = tuple[str, float]
"""An English stem, with how much it weighs."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The glosses of a language.

    Attributes:
        words: Glosses with their weights, by stem.
        unknown: What a word weighs that is not among them and stands for itself; None where none does.
    """

    words: Mapping[str, Mapping[str, float]]
    unknown: float | None


def glosses_of(text: str, language: str) -> tuple[Gloss, ...]:
    """Return the glosses of some words, those that weigh most, in alphabetical order; the squares add up to one.

    Args:
        text: A few words.
        language: BCP 47; nothing is glossed in a language without a table.
    """
    table = _table(language)
    if table is None:
        return ()
    found: dict[str, float] = {}
    for stem in dict.fromkeys(stems_of(text, language)):
        glossed = table.words.get(stem)
        if glossed is None and table.unknown is not None:
            glossed = {stem: table.unknown}
        for gloss, weight in (glossed or {}).items():
            found[gloss] = max(weight, found.get(gloss, 0.0))
    heaviest = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest))
    return tuple(sorted((gloss, round(weight / length, 3)) for gloss, weight in heaviest))


def overlap(a: Iterable[Gloss], b: Iterable[Gloss]) -> float:
    """How much of two lists of glosses is the same: their cosine, from 0 to 1."""
    weights = dict(a)
    return sum(weight * weights.get(gloss, 0.0) for gloss, weight in b)


def stems_of(text: str, language: str) -> list[str]:
    """Return the stems of the words of a text in order: the shortest that each can have, cut to its first letters."""
    return [_stem(token.fold, language) for token in tokenise(text) if token.kind is TokenKind.WORD]


@lru_cache(maxsize=_STEMS_KEPT)
def _stem(form: str, language: str) -> str:
    stems = (stem for stem in _affixes(language).stems(form) if len(stem) >= _SHORTEST)
    return min((form, *stems), key=len)[:_LONGEST]


@cache
def _affixes(language: str) -> Affixes:
    return Affixes.of(languages.load(language))


@cache
def _table(language: str) -> _Table | None:
    if language not in languages.codes():
        return None
    path = languages.load(language).folder / FILE
    if not path.exists():
        return None
    table = json.loads(lzma.decompress(path.read_bytes()))
    return _Table(table["words"], table["unknown"])
