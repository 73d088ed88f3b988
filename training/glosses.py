"""Learn which English words the words of a language are likely to stand for, from texts that say the same in both.

    python training/glosses.py DATA ANNOTATED LANGUAGES

DATA is the folder of open data sets (see ``training/README.md``): NTREX-128 and TICO-19 are in all five languages.
ANNOTATED is a folder of annotated documents, in which each undertaking stands in its own language and in English; so do
bodies, places and agreements; ``documents/`` holds more of them.
LANGUAGES is ``src/peyman/languages``, where ``glosses.json.xz`` of each language is written.

The chance that one word is translated by another is learnt in both directions by the first model of Brown, Della
Pietra, Della Pietra and Mercer (1993), on stems; a gloss weighs the root of the product of both chances, times how rare
it is. Words that every text has are left out on both sides; so are names of parties, since all undertakings of one
party name it, and merging knows parties by their keys. Nothing is random.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from written_documents import annotated_documents, every_document

from peyman import languages
from peyman.actors.known.register import names_of, parties
from peyman.record.merging.glosses import FILE, stems_of

PIVOT = "en"
ROUNDS = 6
COMMON = 60
"""Words of each language that every text has."""
FEWEST = 0.5
"""Occurrences that are added to each word: one that was met once stands for nothing in particular."""
LEAST = 0.05
MOST = 3
UNKNOWN = 6.0
"""Weight of an English word that was not met."""
REPEATED = 3
"""How often an annotated undertaking counts: they are few, and in the words of talks."""
FURTHER = 6
"""Words behind those that an annotation points to which may be what its English tells, too."""

_END = re.compile(r"[.!?\n;؟؛]")
Pairs = dict[str, list[tuple[list[str], list[str], int]]]


def translated(data: Path) -> Pairs:
    """Texts with their translations, as stems, by language."""
    found: Pairs = defaultdict(list)
    for name in ("ntrex", "tico19"):
        packed = (data / f"text/{name}/{name}.tsv.xz").read_bytes()
        head, *rows = [line.split("\t") for line in lzma.decompress(packed).decode("utf-8").split("\n")]
        for row in rows:
            said = dict(zip(head[1:], row[1:], strict=False))
            for language in head[1:]:
                if language != PIVOT and said.get(language) and said.get(PIVOT):
                    found[language].append((stems_of(said[language], language), stems_of(said[PIVOT], PIVOT), 1))
    return found


def annotated(folder: Path, languages: Iterable[str]) -> Pairs:
    """What annotations say in English of words of some languages, as stems, by language."""
    found: Pairs = {language: [] for language in languages}
    documents = annotated_documents(folder)
    for document in (*documents, *every_document()):
        language = document["lang"]
        if language in found:
            for each in document["commitments"]:
                said = stems_of(clause(document["text"], each["anchor"]), language)
                found[language].append((said, stems_of(each["what"], PIVOT), REPEATED))
            for each in (*document["bodies"], *document["places"], *document["agreements"]):
                found[language].append((stems_of(each["text"], language), stems_of(each["name"], PIVOT), 1))
    return found


def clause(text: str, anchor: str) -> str:
    """The words that an annotation points to, with those behind them in the same sentence."""
    end = text.find(anchor) + len(anchor)
    rest = _END.split(text[end:], maxsplit=1)[0] if end >= len(anchor) else ""
    return f"{anchor} {' '.join(rest.split()[:FURTHER])}"


def translations(given: Sequence[tuple[Sequence[str], Sequence[str], int]]) -> dict[tuple[str, str], float]:
    """The chance of each translation of each word, by expectation and maximisation; each text has an empty word too."""
    words: dict[str, int] = {"": 0}
    others: dict[str, int] = {}
    of: list[int] = []
    into: list[int] = []
    place: list[int] = []
    weights: list[float] = []
    for mine, theirs, times in given:
        numbers = [0, *(words.setdefault(word, len(words)) for word in mine)]
        for other in theirs:
            of += numbers
            into += [others.setdefault(other, len(others))] * len(numbers)
            place += [len(weights)] * len(numbers)
            weights.append(times)
    place_of, weight_of = np.array(place), np.array(weights, float)
    pairs, pair_of = np.unique(np.array(of, np.int64) * len(others) + np.array(into), return_inverse=True)
    first, second = pairs // len(others), pairs % len(others)
    chance = np.full(len(pairs), 1 / len(others))
    for _ in range(ROUNDS):
        share = chance[pair_of]
        share = share / np.bincount(place_of, share, minlength=len(weights))[place_of] * weight_of[place_of]
        counts = np.bincount(pair_of, share, minlength=len(pairs))
        chance = counts / (np.bincount(first, counts, minlength=len(words))[first] + FEWEST)
    names, other_names = list(words), list(others)
    kept = np.nonzero((chance > 0.01) & (first > 0))[0]
    return {(names[first[n]], other_names[second[n]]): float(chance[n]) for n in kept}


def names_of_parties() -> set[str]:
    """The stems of names of one word for parties and their capitals, and of their adjectives."""
    capitals = {each.capital for each in parties().values()}
    told = (
        form
        for category, key, forms in names_of(languages.load(PIVOT))
        if category in ("party", "adjective") or (category == "place" and key in capitals)
        for form in forms
    )
    return {stems[0] for stems in (stems_of(form, PIVOT) for form in told) if len(stems) == 1}


def common(texts: Iterable[Sequence[str]]) -> set[str]:
    """The words that most texts have."""
    counts = Counter(word for text in texts for word in set(text))
    return {word for word, _ in counts.most_common(COMMON)}


def glosses(pairs: Sequence[tuple[list[str], list[str], int]], rare: dict[str, float]) -> dict[str, dict[str, float]]:
    """The glosses of one language with their weights."""
    left_out = common(mine for mine, _, _ in pairs)
    given = [
        ([word for word in mine if word not in left_out], [word for word in theirs if rare.get(word)], times)
        for mine, theirs, times in pairs
    ]
    forth = translations(given)
    back = translations([(theirs, mine, times) for mine, theirs, times in given])
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (word, gloss), chance in forth.items():
        likely = math.sqrt(chance * back.get((gloss, word), 0.0))
        if likely >= LEAST:
            found[word][gloss] = round(likely * rare[gloss], 1)
    return {
        word: dict(sorted(of.items(), key=lambda item: (-item[1], item[0]))[:MOST])
        for word, of in sorted(found.items())
    }


def write(path: Path, table: dict[str, Any]) -> None:
    """Write a table."""
    packed = lzma.compress(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode(), preset=9)
    path.write_bytes(packed)
    print(f"{path}: {len(table['words'])} words, {len(packed)} bytes")


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("languages", type=Path)
    given = parser.parse_args()
    pairs = translated(given.data)
    english = [theirs for _, theirs, _ in next(iter(pairs.values()))]
    left_out = common(english) | names_of_parties()
    counts = Counter(word for text in english for word in set(text))
    for language, each in annotated(given.annotated, pairs).items():
        pairs[language] += each
        counts.update({word: 1 for _, theirs, _ in each for word in theirs if word not in counts})
    rare = {
        word: 0.0 if word in left_out else round(math.log(len(english) / count), 1) for word, count in counts.items()
    }
    itself = {word: {word: weight} if weight else {} for word, weight in sorted(rare.items())}
    write(given.languages / PIVOT / FILE, {"unknown": UNKNOWN, "words": itself})
    for language, texts in pairs.items():
        write(given.languages / language / FILE, {"unknown": None, "words": glosses(texts, rare)})


if __name__ == "__main__":
    main()
