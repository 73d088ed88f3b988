"""Names across scripts: are two names one person's? Measured on pairs made from facts, beside a peer on the same pairs.

``python benchmarks/names.py [--peer PYTHON] [--write FILE]``

The pairs are made from the register, whose people are named in five languages: a true pair is one person's name in two
languages; a false one is a name beside that of the person whose name is most like it, in another language, families
among them (three Barzanis, two Talabanis). Half of the people, chosen by the hash of their keys, are for tuning and
the other half for the figures; look-alikes are sought within each half. ``--peer`` names a Python that has
nomenklatura, whose logic-v2 then scores the same pairs.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rapidfuzz import fuzz

from peyman.actors.known.register import display_names, people
from peyman.actors.matching.match import SAME_PERSON, same_person

LANGUAGES = ("fa", "ar", "ckb", "kmr", "en")
SEED = 20260115
#: Pairs of each of the ten pairs of languages, true and false.
EACH = 70

_PEER = """
import json, sys
from nomenklatura.matching import get_algorithm
from followthemoney import model
algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()
def entity(name, number):
    return model.get_proxy({"id": number, "schema": "Person", "properties": {"name": [name]}})
for number, line in enumerate(sys.stdin):
    pair = json.loads(line)
    # The analysis of a name is cached by the entity's id: each needs its own.
    left, right = entity(pair["left"], f"left-{number}"), entity(pair["right"], f"right-{number}")
    result = algorithm.compare(left, right, config)
    print(json.dumps(result.score), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with the languages that they are in, and whether they are one person's."""

    left: str
    right: str
    languages: str
    same: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall of a set of pairs at a threshold."""

    precision: float
    recall: float
    true: int
    false: int


def is_tuning(key: str) -> bool:
    """Whether a person is for tuning, by the hash of the key."""
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 0


def pairs(tuning: bool, each: int = EACH) -> list[Pair]:
    """Return true and false pairs over all ten pairs of languages.

    Args:
        tuning: Of the people for tuning, else of those for the figures.
        each: Pairs of each kind for each pair of languages.
    """
    random_ = random.Random(SEED)
    names = {key: display_names("person", key) for key in sorted(people()) if is_tuning(key) == tuning}
    names = {key: found for key, found in names.items() if "en" in found and " " in found["en"]}
    made: list[Pair] = []
    for first, second in itertools.combinations(LANGUAGES, 2):
        known = [key for key in names if first in names[key] and second in names[key]]
        same = [(key, key) for key in random_.sample(known, min(each, len(known)))]
        for left, right in [*same, *_look_alikes(known, names)[:each]]:
            made.append(Pair(names[left][first], names[right][second], f"{first}-{second}", left == right))
    return made


def _look_alikes(keys: Sequence[str], names: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    """Every person with the one whose English name is most like theirs, the most alike first."""
    found = []
    for key in keys:
        others = (
            (fuzz.token_sort_ratio(names[key]["en"], names[other]["en"]), other) for other in keys if other != key
        )
        likeness, other = max(others)
        found.append((likeness, key, other))
    return [(key, other) for _, key, other in sorted(found, reverse=True)]


def figures(made: Iterable[Pair], scores: Iterable[float], threshold: float) -> Figures:
    """Return precision and recall of scores."""
    accepted = [(pair.same, score >= threshold) for pair, score in zip(made, scores, strict=True)]
    right = sum(same and yes for same, yes in accepted)
    taken = sum(yes for _, yes in accepted)
    true = sum(same for same, _ in accepted)
    return Figures(right / taken if taken else 1.0, right / true if true else 1.0, true, len(accepted) - true)


def peer_scores(python: str, made: Sequence[Pair]) -> list[float]:
    """Return the scores of nomenklatura's logic-v2, run by another Python."""
    lines = "".join(json.dumps(asdict(pair)) + "\n" for pair in made)
    done = subprocess.run([python, "-c", _PEER], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _report(name: str, made: Sequence[Pair], scores: Sequence[float], threshold: float) -> None:
    whole = figures(made, scores, threshold)
    print(
        f"{name} (from {threshold:g} on): precision {whole.precision:.3f}, recall {whole.recall:.3f} "
        f"on {whole.true} true and {whole.false} false pairs"
    )
    by_languages = {pair.languages for pair in made}
    for languages in sorted(by_languages):
        chosen = [number for number, pair in enumerate(made) if pair.languages == languages]
        part = figures([made[n] for n in chosen], [scores[n] for n in chosen], threshold)
        print(f"  {languages:8} P {part.precision:.3f}  R {part.recall:.3f}")


def main(arguments: Sequence[str]) -> int:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description="Measure the matching of names across scripts.")
    parser.add_argument("--peer", metavar="PYTHON", help="a Python that has nomenklatura installed")
    parser.add_argument("--tuning", action="store_true", help="the people for tuning, with the pairs that go wrong")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the pairs with their scores, JSON Lines")
    chosen = parser.parse_args(arguments)
    made = pairs(chosen.tuning)
    started = time.perf_counter()
    scores = [same_person(pair.left, pair.right).value for pair in made]
    ours = time.perf_counter() - started
    _report("Peyman", made, scores, SAME_PERSON)
    if chosen.tuning:
        for pair, score in zip(made, scores, strict=True):
            if pair.same != (score >= SAME_PERSON):
                print(f"  {'missed' if pair.same else 'wrong '} {score:.2f}  {pair.left}  |  {pair.right}")
    if chosen.peer:
        started = time.perf_counter()
        others = peer_scores(chosen.peer, made)
        theirs = time.perf_counter() - started
        _report("nomenklatura logic-v2", made, others, 0.7)
        print(f"speed: {theirs / ours:.0f} times as fast as the peer, its start included")
    if chosen.write:
        rows = (
            json.dumps({**asdict(pair), "score": score}, ensure_ascii=False)
            for pair, score in zip(made, scores, strict=True)
        )
        chosen.write.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
