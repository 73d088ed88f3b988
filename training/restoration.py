"""Learn where a text has lost joiners or letters: Persian joiners, the Sorani vowel typed as he, Kurmanji diacritics.

    python training/restoration.py fa DATA OUT.xz

DATA is the folder of open data sets (see ``training/README.md`` for which, and their licences). The running text of
the sets is damaged on purpose, and a logistic regression learns to undo it, word form by word form. Counts of word
forms serve as features; so that a form is judged as if met for the first time where it is rare, the text is dealt
into folds and the counts of the other folds are used (cross-fitting). Standard library only; the seed is fixed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import lzma
import math
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from identification import in_test, read

from peyman.text.feature_weights import FeatureWeights
from peyman.text.restore import Counts, RestorationModel, features

SEED = 20251107
FOLDS = 8
EPOCHS = 8
RATE = 0.15
SMOOTHING = 2e-6
JOINER = "\u200c"
Form = tuple[str, tuple[int, ...]]


def lines_of(path: Path) -> list[str]:
    """Read a text file, xz or plain."""
    if path.suffix == ".xz":
        return lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return path.read_text(encoding="utf-8").split("\n")


def tagged(path: Path) -> list[str]:
    """The words of a two-column file, one a line."""
    return [line.split("\t")[0] for line in lines_of(path) if line]


def column(path: Path, name: str) -> list[str]:
    """One column of a tab-separated table with a header."""
    rows = [line.split("\t") for line in lines_of(path) if line]
    index = rows[0].index(name)
    return [row[index] for row in rows[1:] if len(row) > index]


@dataclass(frozen=True)
class Corpus:
    """Running text, and how much one word of it counts."""

    name: str
    lines: list[str]
    weight: float


@dataclass(frozen=True)
class Task:
    """What a language has lost, and where it has not."""

    joins: bool
    lost: dict[str, str]
    corpora: list[Corpus]
    word: re.Pattern[str]

    def forms(self, line: str) -> Iterator[Form]:
        """The words of a line as they are after the loss, with the sites where something was lost."""
        for match in self.word.finditer(line):
            word = match.group().strip(JOINER)
            if self.joins:
                sites: list[int] = []
                letters: list[str] = []
                for letter in word:
                    if letter == JOINER:
                        sites.append(len(letters))
                    else:
                        letters.append(letter)
                yield "".join(letters), tuple(dict.fromkeys(sites))
            else:
                back = {after: before for before, after in self.lost.items()}
                word = word.casefold()
                yield (
                    "".join(back.get(letter, letter) for letter in word),
                    tuple(index for index, letter in enumerate(word) if letter in back),
                )


_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u200d": "", "\u200f": "", "\u200e": "", "ـ": ""})
_SORANI = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ھ": "ه", "\u200d": "", "\u200f": "", "\u200e": "", "ـ": ""})


def task_of(code: str, data: Path) -> Task:
    """What is learnt for a language, and from which text (training parts only)."""
    arabic = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5"
    if code == "fa":
        sets = [
            ("PerDT", lines_of(data / "ud/fa-perdt/fa_perdt-train-rawtext.txt.xz"), 1.0),
            ("Seraji", lines_of(data / "ud/fa-seraji/fa_seraji-train-rawtext.txt.xz"), 2.0),
            ("PQuAD", lines_of(data / "text/fa-pquad-wikipedia/paragraphs.txt.xz"), 0.5),
            ("FarsiYar", [w for part in "ab" for w in tagged(data / f"ner/fa-farsiyar/part-{part}.tsv.xz")], 0.5),
            ("ParsTwiNER", tagged(data / "ner/fa-parstwiner/train.tsv.xz"), 0.2),
            ("Common Voice", lines_of(data / "text/common-voice/fa.txt.xz"), 0.25),
        ]
        corpora = [Corpus(name, [line.translate(_PERSIAN) for line in lines], w) for name, lines, w in sets]
        return Task(True, {}, corpora, re.compile(f"[{arabic}][{arabic}{JOINER}]*"))
    if code == "ckb":
        sets = running_text(data, "ckb")
        # No Sorani word ends in he: a line with such words has lost its vowels already, and teaches nothing.
        ends_in_he = re.compile("[^\\W\\d_]ه(?![\\w\u200c])")
        corpora = [
            Corpus(name, [line.translate(_SORANI) for line in lines if not ends_in_he.search(line)], w)
            for name, lines, w in sets
        ]
        return Task(False, {"ه": "ە"}, corpora, re.compile(f"[{arabic}]+"))
    if code == "kmr":
        lost = {"c": "ç", "e": "ê", "i": "î", "s": "ş", "u": "û"}
        corpora = [Corpus(name, lines, w) for name, lines, w in running_text(data, "kmr")]
        return Task(False, lost, corpora, re.compile("[a-zçêîşû]+", re.IGNORECASE))
    raise KeyError(code)


def running_text(data: Path, code: str) -> list[tuple[str, list[str], float]]:
    """The open running text of a Kurdish language, the documents left out that are measured with."""
    found: dict[str, list[str]] = defaultdict(list)
    for sentence in read(data):
        if sentence.language == code and not in_test(sentence.document):
            found[sentence.document.split()[0]].append(sentence.text)
    headwords = [line.split("\t")[0] for line in lines_of(data / f"names/kurdish-propn/{code}_lexicon.tsv.xz")]
    return [*((name, lines, 1.0) for name, lines in found.items()), ("Kurdish Hunspell", headwords, 1.0)]


def count(forms: Iterable[tuple[Form, float]]) -> Counts:
    """Count word forms."""
    counts = Counts()
    for (word, sites), n in forms:
        if not sites:
            counts.whole[word] = counts.whole.get(word, 0.0) + n
            continue
        ways = counts.restored.setdefault(word, {})
        ways[sites] = ways.get(sites, 0.0) + n
        for site in sites:
            counts.left[word[:site]] = counts.left.get(word[:site], 0.0) + n
            counts.right[word[site:]] = counts.right.get(word[site:], 0.0) + n
        parts = [word[a:b] for a, b in zip((0, *sites), (*sites, len(word)), strict=True)]
        for part in parts[:-1]:
            counts.left[part] = counts.left.get(part, 0.0) + n * (len(parts) > 2)
        for part in parts[1:]:
            counts.right[part] = counts.right.get(part, 0.0) + n * (len(parts) > 2)
    return counts


def less(all_counts: Counts, part: Counts) -> Counts:
    """Counts without those of one fold."""

    def minus(a: dict[str, float], b: dict[str, float]) -> dict[str, float]:
        return {key: n - b.get(key, 0.0) for key, n in a.items() if n - b.get(key, 0.0) > 1e-6}

    restored = {}
    for word, ways in all_counts.restored.items():
        taken = part.restored.get(word)
        left = {s: n - taken.get(s, 0.0) for s, n in ways.items() if n - taken.get(s, 0.0) > 1e-6} if taken else ways
        if left:
            restored[word] = left
    return Counts(
        minus(all_counts.whole, part.whole),
        minus(all_counts.left, part.left),
        minus(all_counts.right, part.right),
        restored,
    )


@dataclass(frozen=True)
class Learnt:
    """What was learnt for a task, before small weights and rare forms are left out."""

    task: Task
    weights: dict[str, float]
    counts: Counts
    pairs: dict[str, frozenset[str]]


def learn(task: Task, seed: int = SEED) -> Learnt:
    """Learn a model.

    Logistic regression by stochastic gradient descent with AdaGrad steps; a form weighs the square root of its count.
    """
    rng = random.Random(seed)
    folds: list[Counter[Form]] = [Counter() for _ in range(FOLDS)]
    for corpus in task.corpora:
        for line in corpus.lines:
            fold = folds[rng.randrange(FOLDS)]
            for form in task.forms(line):
                fold[form] += corpus.weight  # type: ignore[assignment]
    everything: Counter[Form] = Counter()
    for fold in folds:
        everything.update(fold)
    total = count(everything.items())
    blank = RestorationModel(task.joins, task.lost, FeatureWeights(), Counts())
    ids: dict[str, int] = {}
    examples: list[tuple[list[int], float, float]] = []
    for fold in folds:
        others = less(total, count(fold.items()))
        by_word: dict[str, dict[tuple[int, ...], float]] = defaultdict(dict)
        for (word, sites), n in fold.items():
            by_word[word][sites] = n
        for word, ways in by_word.items():
            mass = sum(ways.values())
            weight = math.sqrt(mass)
            for site in blank.sites(word):
                share = sum(n for sites, n in ways.items() if site in sites) / mass
                found = [ids.setdefault(f, len(ids)) for f in features(word, site, others, task.joins)]
                examples.append((found, share, weight))
    print(f"{len(examples)} sites, {len(ids)} features", file=sys.stderr)
    weights, squares = [0.0] * len(ids), [1e-2] * len(ids)
    for epoch in range(EPOCHS):
        rng.shuffle(examples)
        loss = 0.0
        for found, share, weight in examples:
            score = 0.0
            for f in found:
                score += weights[f]
            p = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
            gradient = (p - share) * weight
            loss -= weight * (share * math.log(max(p, 1e-9)) + (1 - share) * math.log(max(1 - p, 1e-9)))
            if -1e-3 < gradient < 1e-3:
                continue
            for f in found:
                g = gradient + SMOOTHING * weights[f]
                squares[f] += g * g
                weights[f] -= RATE * g / math.sqrt(squares[f])
        print(f"epoch {epoch + 1}: loss {loss / len(examples):.5f}", file=sys.stderr)
    kept = {name: weights[index] for name, index in ids.items()}
    return Learnt(task, kept, total, pairs_of(task, total) if task.joins else {})


def pairs_of(task: Task, total: Counts) -> dict[str, frozenset[str]]:
    """Parts of words that are written with a joiner between them, and hardly ever with a space."""
    joined: dict[tuple[str, str], float] = {}
    for word, ways in total.restored.items():
        for sites, n in ways.items():
            if len(sites) == 1 and n >= 1.5:
                joined[word[: sites[0]], word[sites[0] :]] = n
    apart: Counter[tuple[str, str]] = Counter()
    for corpus in task.corpora:
        for line in corpus.lines:
            matches = list(task.word.finditer(line))
            for one, other in itertools.pairwise(matches):
                if other.start() - one.end() == 1 and (one.group(), other.group()) in joined:
                    apart[one.group(), other.group()] += corpus.weight  # type: ignore[assignment]
    found: dict[str, set[str]] = defaultdict(set)
    for (before, after), n in joined.items():
        # Two frequent words that were joined a few times may as well meet by chance.
        chance = n < 4 and min(total.whole.get(before, 0.0), total.whole.get(after, 0.0)) >= 50
        if apart[before, after] <= 0.1 * n and min(len(before), len(after)) >= 2 and not chance:
            found[before].add(after)
    return {before: frozenset(after) for before, after in found.items()}


def rounded(learnt: Learnt, smallest_weight: float, smallest_count: float) -> RestorationModel:
    """A model with rounded weights and counts, small weights and rare forms left out."""

    def kept(table: dict[str, float]) -> dict[str, float]:
        # Counts are used by order of magnitude only.
        often = {word: n for word, n in table.items() if n >= smallest_count}
        return {
            word: float(round(n) if n < 4 else round(2 ** (round(math.log2(n) * 2) / 2))) for word, n in often.items()
        }

    counts = Counts(kept(learnt.counts.whole), kept(learnt.counts.left), kept(learnt.counts.right))
    for word, ways in learnt.counts.restored.items():
        if sum(ways.values()) >= smallest_count:
            counts.restored[word] = {sites: round(n, 2) for sites, n in ways.items()}
    weights = {name: round(w * 100 / 5) * 5 for name, w in learnt.weights.items() if abs(w) >= smallest_weight}
    return RestorationModel(learnt.task.joins, learnt.task.lost, FeatureWeights(weights.items()), counts, learnt.pairs)


def unlikely(model: RestorationModel, words: Iterable[str]) -> int:
    """What the letters nearest to a site add up to where a joiner is hardly ever likely, whatever else is known.

    All but two in a thousand of the likely sites of words seen, judged as if never met, lie above it.
    """
    likely = sorted(model.nearest(word, site) for word in words for site, _ in model.judge_unmet(word))
    return likely[len(likely) // 500] if model.joins and likely else -1_000_000


def write(model: RestorationModel, words: Iterable[str], path: Path) -> None:
    """Write a model.

    Args:
        model: The model, with counts of the forms in which something was restored.
        words: All words seen, the rare ones too. What the model says of each is written down, so that only words never
            met have to be judged when a text is read; the counts that only those judgements need are left out.
        path: Where to.
    """

    def grouped(table: Mapping[str, float]) -> dict[str, str]:
        groups: dict[float, list[str]] = defaultdict(list)
        for word, n in sorted(table.items()):
            groups[n].append(word)
        return {str(int(n)): " ".join(found) for n, found in groups.items()}

    # Marks are taken from a word before it is judged.
    decided = {
        word: ":".join(f"{site}:{score}" for site, score in model.judge(word))
        for word in sorted(set(words))
        if word.isalpha()
    }
    settled = [word for word, sites in decided.items() if not sites and word not in model.counts.whole]
    table = {
        "joins": model.joins,
        "lost": model.lost,
        "unlikely": unlikely(model, decided),
        "weights": dict(sorted(grouped(dict(model.weights.items())).items())),
        "whole": grouped(model.counts.whole),
        "left": grouped(model.counts.left),
        "right": grouped(model.counts.right),
        "pairs": {before: " ".join(sorted(after)) for before, after in sorted(model.pairs.items())},
        "decided": {word: sites for word, sites in decided.items() if sites},
        "settled": " ".join(settled),
    }
    with lzma.open(path, "wt", encoding="utf-8", preset=9) as file:
        json.dump(table, file, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Learn one language's model and write it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("language")
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--smallest-weight", type=float, default=0.1)
    parser.add_argument("--smallest-count", type=float, default=0.9)
    arguments = parser.parse_args()
    began = time.time()
    learnt = learn(task_of(arguments.language, arguments.data))
    model = rounded(learnt, arguments.smallest_weight, arguments.smallest_count)
    write(model, {*learnt.counts.whole, *learnt.counts.restored}, arguments.out)
    print(f"{arguments.out}: {arguments.out.stat().st_size} bytes, {time.time() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
