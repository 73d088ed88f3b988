"""What a name says of where its bearer is from: "Nguyen Van Minh" acts for Korea less likely than for Vietnam.

Names follow the customs of where people are from. Each word of a name is written as sounds that all scripts share
(`peyman.actors.matching.pronunciation`), and runs of these sounds are weighed by a multinomial logistic regression for
each region of `register/name_regions.toml`; character n-grams are what classifiers of origin by name mostly use
(Treeratpituk and Giles 2012, "Name-ethnicity classification and ethnicity-sensitive name matching"). Learnt by
`training/name_origins.py` (`docs/reference/models.md`). It says something of where a name is from, and nothing of
anybody's citizenship: only beside what a text says is it worth anything.
"""

from __future__ import annotations

import base64
import json
import lzma
import math
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from pathlib import Path

from peyman.actors.known.register import FOLDER
from peyman.actors.matching.pronunciation import symbols
from peyman.actors.places.homes import home_of

MODEL = Path(__file__).with_name("name_origins.json.xz")
REGIONS = FOLDER / "name_regions.toml"
#: Weights are kept as whole numbers of this part.
STEP = 1 / 32
#: A name speaks for a region no more than that, however rare it is elsewhere (natural logarithm) …
MOST = 2.0
#: … and against one no more than that: people of all names act for all countries, where a text says it.
LEAST = -1.0
#: Added to probabilities before their logarithm is taken.
_LEAST = 1e-3
_BETWEEN_WORDS = re.compile(r"[\s\-\u200c]+")
#: Symbols of vowels, and of consonants that one script or another leaves out.
_LEFT_OUT = re.compile("[aeiouAYWEMVwh']")
_RUNS, _RUNS_OF_CONSONANTS, _ENDS = (2, 3, 4), (2, 3), (2, 3, 4, 5)
_MANY_WORDS = 4


def sounds(name: str) -> list[str]:
    """Return what is weighed of a name: runs of its sounds, runs of its consonants alone, its words and its end.

    Args:
        name: The name, in any script that is read.
    """
    words = [sound for word in _BETWEEN_WORDS.split(name) if (sound := symbols(word))]
    found: list[str] = [f"n{min(_MANY_WORDS, len(words))}"]
    for number, word in enumerate(words):
        bare = _LEFT_OUT.sub("", word)
        found += _runs(f"^{word}$", _RUNS, "")
        found += _runs(f"<{bare}>", _RUNS_OF_CONSONANTS, "~")
        found += [f"={word}", f"~{bare}"]
        if number == 0:
            found += [f"F={word}", f"F~{bare}"]
    if words:
        found += [f"L{(words[-1] + '$')[-length:]}" for length in _ENDS]
    return list(dict.fromkeys(found))


def _runs(word: str, lengths: Sequence[int], mark: str) -> list[str]:
    return [f"{mark}{word[at : at + length]}" for length in lengths for at in range(len(word) - length + 1)]


@cache
def regions() -> Mapping[str, str]:
    """Return the region of each party that `register/name_regions.toml` names."""
    listed = tomllib.loads(REGIONS.read_text(encoding="utf-8"))
    return {party: region for region, parties in listed.items() for party in parties}


def region_of(party: str) -> str | None:
    """Return the region whose names people of a party mostly have; None for those who are from everywhere.

    Args:
        party: Key of a party: ``IRQ``, ``HEZ``.
    """
    return regions().get(party) or regions().get(home_of(party) or "")


@dataclass(frozen=True)
class NameOrigins:
    """Weights of sounds for regions.

    Attributes:
        regions: The regions.
        shares: How often each is met among the names that were learnt from.
        bias: What is added to each one's sum.
        places: The row of each sound among `weights`.
        weights: A signed byte for each sound and region, in steps of `STEP`.
    """

    regions: Sequence[str]
    shares: Sequence[float]
    bias: Sequence[float]
    places: Mapping[str, int]
    weights: memoryview

    @classmethod
    def from_json(cls, kept: bytes) -> NameOrigins:
        """Read a model as `to_json` writes it."""
        read = json.loads(kept)
        return cls(
            tuple(read["regions"]),
            tuple(read["shares"]),
            tuple(read["bias"]),
            {sound: place for place, sound in enumerate(read["sounds"].split(" "))},
            memoryview(base64.b64decode(read["weights"])).cast("b"),
        )

    def to_json(self) -> bytes:
        """Write the model, so that equal ones are written alike."""
        kept = {
            "regions": list(self.regions),
            "shares": list(self.shares),
            "bias": list(self.bias),
            "sounds": " ".join(sorted(self.places, key=lambda sound: self.places[sound])),
            "weights": base64.b64encode(bytes(self.weights.cast("B"))).decode("ascii"),
        }
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    def said(self, name: str) -> dict[str, float]:
        """Return how much likelier each region is by a name than without it: a logarithm from `LEAST` to `MOST`.

        Args:
            name: The name, in any script that is read.
        """
        many = len(self.regions)
        sums: list[int] = [0] * many
        for sound in sounds(name):
            place = self.places.get(sound)
            if place is not None:
                sums = list(map(add, sums, self.weights[place * many : (place + 1) * many]))
        scores = [total * STEP + bias for total, bias in zip(sums, self.bias, strict=True)]
        highest = max(scores)
        likely = [math.exp(score - highest) for score in scores]
        whole = sum(likely)
        return {
            region: max(LEAST, min(MOST, math.log((each / whole + _LEAST) / (share + _LEAST))))
            for region, each, share in zip(self.regions, likely, self.shares, strict=True)
        }


@cache
def _shipped() -> NameOrigins:
    return NameOrigins.from_json(lzma.decompress(MODEL.read_bytes()))


@lru_cache(maxsize=1 << 12)
def origins(name: str) -> Mapping[str, float]:
    """Return how much likelier each region is by a name than without it (`NameOrigins.said`).

    Args:
        name: The name, in any script that is read.
    """
    return _shipped().said(name)


def speaks_for(said: Mapping[str, float], parties: Iterable[str], for_one: bool = False) -> dict[str, float]:
    """Return how much a name speaks for each of some parties, above 0, or against it; 0 where it says nothing of it.

    Args:
        said: What it says of each region.
        parties: Keys of the parties.
        for_one: Whether its bearer surely acts for one of them, so that it speaks against no more than all but one.
    """
    each = {party: said.get(region_of(party) or "", 0.0) for party in parties}
    short = max(0.0, -max(each.values(), default=0.0)) if for_one else 0.0
    return {party: value + short for party, value in each.items()}
