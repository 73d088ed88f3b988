"""Learn to tell the five languages from each other and from their neighbours.

    python training/identification.py DATA OUT.xz

DATA is the folder of open data sets (see ``training/README.md``). Sentences are dealt by document into a part to learn
from and a part to measure with, which ``--measure`` reports on and nothing else looks at. Neighbours that no open set
was at hand for are learnt from the sentences of ``training/neighbours``, written for this purpose, and
from half of the corpora named with ``--neighbour``. Needs numpy; the seed is fixed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from written_documents import every_document

from peyman.text import identify as inference

SEED = 20251107
EPOCHS = 5
RATE = 0.6
SUPPORTED = ("fa", "ar", "ckb", "kmr", "en")
FREQUENT_WORDS = 1200
LARGEST_CLASS = 9000
#: Languages whose documents of ours are learnt from, page by page and paragraph by paragraph: pages are what is told
#: apart, and a language that is only known from health, speech and Wikipedia is taken for a neighbour where its pages
#: are full of names and honours. Those in Sorani are left out, as some are in the neighbour that is to be refused.
DOCUMENTS = ("fa", "ar", "kmr", "en")
#: A page is cut off here, as a longer one is sampled when it is read.
PAGE = inference.SAMPLE
#: A paragraph of them has at least so many characters: shorter lines are names and dates.
SHORTEST = 60
#: How likely a page is in a neighbour before it is looked at, beside what the number of its sentences suggests (natural
#: logarithm of the odds). Outlets that publish in the five languages seldom do in these; chosen on what is learnt from.
PRIORS = {"glk": -1.2, "bal": -2.0, "ks": -2.0, "lrc": -2.5, "hac": -1.4, "kmr-Arab": 0.2}
SCRIPTS = {"ar": "Arab", "fa": "Arab", "ckb": "Arab", "kmr-Arab": "Arab", "ur": "Arab", "ps": "Arab", "azb": "Arab"}
SCRIPTS |= {"hac": "Arab", "glk": "Arab", "bal": "Arab", "ks": "Arab", "lrc": "Arab"}

#: Words of a language read here that its neighbour does not have: a line of a neighbour's corpus with one of them is
#: not in that neighbour. Two hundred lines of the corpus of Hawrami are news of Kurdish agencies in Sorani; learnt
#: from, they made pages about the same subjects be refused.
FOREIGN_WORDS = {
    "hac": frozenset(
        {
            "لە", "لەگەڵ", "لەسەر", "لەلایەن", "لەدژی", "لەو", "لەم", "دەکات", "دەکەن", "دەکەین",
            "دەکەم", "دەکرێت", "دەبێت", "دەدات", "دەڵێت", "دەنێرین", "بکات", "بکەن", "هەروەها", "کردووە",
            "کردبوو", "بووە", "ئەوەی", "هەموو", "هەموویان", "خۆیان", "زیاتر", "نییە",
        }
    )
}  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """One sentence, its language, and the document that it comes from."""

    language: str
    document: str
    text: str


def lines_of(path: Path) -> list[str]:
    """Read the lines of an xz-compressed text."""
    return [line for line in lzma.decompress(path.read_bytes()).decode("utf-8").split("\n") if line.strip()]


def read(data: Path) -> list[Sentence]:
    """Read all sentences of the open sets."""
    found = []
    for name in ("ntrex", "tico19"):
        rows = [line.split("\t") for line in lines_of(data / f"text/{name}/{name}.tsv.xz")]
        for row in rows[1:]:
            document = row[0] if name == "ntrex" else row[0].split(":")[0] + str(int(row[0].split(":")[1]) // 40)
            texts = zip(rows[0][1:], row[1:], strict=False)
            found += [Sentence(code, f"{name} {document}", text) for code, text in texts]
    for code in ("fa", "ckb", "kmr"):
        lines = lines_of(data / f"text/common-voice/{code}.txt.xz")
        # Sentences of one contributor stand together: blocks are dealt, not lines.
        found += [Sentence(code, f"common-voice {code} {n // 50}", line) for n, line in enumerate(lines)]
    for code in ("ckb", "kmr", "kmr-Arab"):
        lines = lines_of(data / f"text/kurdish-lid/{code.lower()}.txt.xz")
        found += [Sentence(code, f"lid {code} {n // 10}", line) for n, line in enumerate(lines)]
    for name, path in (
        ("perdt", "ud/fa-perdt/fa_perdt-train-rawtext"),
        ("pquad", "text/fa-pquad-wikipedia/paragraphs"),
    ):
        found += [Sentence("fa", f"{name} {n // 20}", line) for n, line in enumerate(lines_of(data / f"{path}.txt.xz"))]
    return [sentence for sentence in found if sentence.text.strip()]


def of_documents() -> list[Sentence]:
    """The documents that were written for this project, whole and by the paragraph."""
    found = []
    for document in every_document():
        if document["lang"] in DOCUMENTS:
            texts = [document["text"][:PAGE], *(line for line in document["text"].split("\n") if len(line) >= SHORTEST)]
            found += [Sentence(document["lang"], document["id"], text) for text in texts]
    return found


def in_test(document: str) -> bool:
    """Whether a document belongs to the part that is measured with: one in five."""
    return sum(map(ord, document)) % 5 == 0


def neighbours(folder: Path) -> list[Sentence]:
    """Read the sentences in neighbouring languages."""
    return [
        Sentence(path.stem, f"{path.stem} {n}", line)
        for path in sorted(folder.glob("*.txt"))
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines())
        if line.strip()
    ]


def of_corpus(named: str) -> list[Sentence]:
    """Read half of the lines of a corpus in a neighbouring language, ``CODE=FILE``; the other half is measured with."""
    code, _, path = named.partition("=")
    lines = enumerate(_in_neighbour(code, Path(path)))
    return [Sentence(code, f"{code} {n}", line) for n, line in lines if not held(line)]


def _in_neighbour(code: str, path: Path) -> list[str]:
    """The lines of a neighbour's corpus that are long enough and not in a language read here."""
    foreign = FOREIGN_WORDS.get(code, frozenset())
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) >= 20 and foreign.isdisjoint(inference.words_of(line))]


def held(line: str) -> bool:
    """Whether a line of a neighbour's corpus is measured with."""
    return hashlib.sha256(line.encode()).digest()[0] % 2 == 0


_SORANI_HE = str.maketrans({"ە": "ه"})
_SORANI_FLAT = str.maketrans({"ە": "ه", "ێ": "ی", "ۆ": "و", "ڕ": "ر", "ڵ": "ل", "ی": "ي", "ک": "ك"})
_KEYBOARD = str.maketrans({"ی": "ي", "ک": "ك"})
_PLAIN = str.maketrans("êîûşçÊÎÛŞÇ", "eiuscEIUSC")


def damaged(language: str, text: str, rng: random.Random) -> str:
    """The text as a page may have left it."""
    if language == "fa":
        return text.replace("\u200c", rng.choice(["", " "]))
    if language == "ckb":
        return text.translate(rng.choice([_SORANI_HE, _SORANI_FLAT, _KEYBOARD]))
    if language in ("kmr-Arab", "hac"):
        return text.translate(rng.choice([_SORANI_HE, _KEYBOARD]))
    if language in ("kmr", "diq"):
        return text.translate(_PLAIN)
    if language == "ar":
        return text.translate(str.maketrans("أإآ", "ااا"))
    return text


def pieces(text: str, rng: random.Random) -> list[str]:
    """The text, and a shorter piece of it where it is long, cut between words."""
    words = text.split()
    found = [text]
    if len(text) > 60:
        start = rng.randrange(max(1, len(words) - 3))
        piece, size = "", rng.randint(18, 60)
        for word in words[start:]:
            if len(piece) + len(word) > size:
                break
            piece = f"{piece} {word}".strip()
        if len(piece) >= 12:
            found.append(piece)
    return found


def examples(sentences: list[Sentence], rng: random.Random) -> list[tuple[str, str]]:
    """Pieces of text with their class, damaged copies among them."""
    by_class: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        by_class[sentence.language].append(sentence.text)
    found = []
    for language, texts in by_class.items():
        rng.shuffle(texts)
        small = len(texts) < 200
        for text in texts[:LARGEST_CLASS]:
            # The few sentences of a neighbour are cut many times.
            for _ in range(40 if small else 1):
                for piece in pieces(text, rng):
                    if len(piece) >= 8:
                        found.append((language, piece))
                    if rng.random() < 0.35:
                        found.append((language, damaged(language, piece, rng)))
    rng.shuffle(found)
    return found


def learn(data: Path, folder: Path, corpora: Sequence[str] = ()) -> dict[str, object]:
    """Learn the model and return it as it is written."""
    rng = random.Random(SEED)
    training = [s for s in [*read(data), *of_documents()] if not in_test(s.document)]
    counts: dict[str, Counter[str]] = {code: Counter() for code in SUPPORTED}
    for sentence in training:
        if sentence.language in counts:
            counts[sentence.language].update(inference.words_of(sentence.text))
            for _ in range(2):
                counts[sentence.language].update(inference.words_of(damaged(sentence.language, sentence.text, rng)))
    frequent = {
        code: frozenset(word for word, _ in counter.most_common(FREQUENT_WORDS)) for code, counter in counts.items()
    }
    found = examples(training + neighbours(folder) + [s for named in corpora for s in of_corpus(named)], rng)
    classes = sorted({language for language, _ in found})
    scripts = {name: SCRIPTS.get(name, "Latn") for name in classes}
    index = {name: n for n, name in enumerate(classes)}
    columns = {s: np.array([n for n, name in enumerate(classes) if scripts[name] == s]) for s in ("Arab", "Latn")}
    seen = Counter(f for _, text in found for f, _ in inference.features(inference.words_of(text), frequent))
    ids = {f: n for n, f in enumerate(sorted(f for f, n in seen.items() if n >= 12))}
    rows: list[np.ndarray] = []
    values: list[np.ndarray] = []
    for _, text in found:
        given = [(ids[f], v) for f, v in inference.features(inference.words_of(text), frequent) if f in ids]
        rows.append(np.array([f for f, _ in given], dtype=np.int32))
        values.append(np.array([v for _, v in given], dtype=np.float32))
    print(f"{len(found)} pieces, {len(ids)} features", file=sys.stderr)
    weights, squares = np.zeros((len(ids), len(classes))), np.full(len(ids), 0.5)
    order = list(range(len(found)))
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        wrong = 0
        for n in order:
            language = found[n][0]
            row, value, among = rows[n], values[n], columns[scripts[language]]
            cells: tuple[Any, ...] = np.ix_(row, among)
            scores = value @ weights[cells]
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            wrong += among[int(shares.argmax())] != index[language]
            gradient = shares - (among == index[language])
            gradient[np.abs(gradient) <= 0.004] = 0.0
            if not gradient.any():
                continue
            squares[row] += value * value * float(gradient @ gradient)
            weights[cells] -= np.outer(RATE * value / np.sqrt(squares[row]), gradient)
        print(f"epoch {epoch + 1}: {wrong} of {len(found)} wrong while learning", file=sys.stderr)
    for name, prior in PRIORS.items():
        if name in index:
            weights[ids["#"], index[name]] += prior
    fewest = {}
    for code in SUPPORTED:
        shares = sorted(
            sum(word in frequent[code] for word in words) / len(words)
            for language, text in found
            if language == code and len(words := inference.words_of(text)) >= inference.ENOUGH_WORDS
        )
        fewest[code] = round(min(0.1, shares[len(shares) // 1000]), 3)
    tables: list[dict[str, str]] = []
    for name in classes:
        groups: dict[str, list[str]] = defaultdict(list)
        for f, n in ids.items():
            if abs(weights[n, index[name]]) >= 0.15:
                groups[str(round(float(weights[n, index[name]]) * 10))].append(f)
        tables.append({weight: " ".join(named) for weight, named in groups.items()})
    return {
        "classes": classes,
        "scripts": scripts,
        "weights": tables,
        "frequent": {code: " ".join(sorted(words)) for code, words in frequent.items()},
        "fewest_frequent": fewest,
    }


def measure(data: Path) -> None:
    """Print how many pieces of the untouched part are told rightly, by language, length and damage."""
    rng = random.Random(SEED)
    results: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    confusions: Counter[tuple[str, str]] = Counter()
    for sentence in read(data):
        if not in_test(sentence.document):
            continue
        expected = sentence.language if sentence.language in SUPPORTED else inference.UNDETERMINED
        for state in ("as published", "damaged"):
            text = sentence.text if state == "as published" else damaged(sentence.language, sentence.text, rng)
            for piece in pieces(text, rng):
                if len(piece) < 20:
                    continue
                length = "60 and more" if len(piece) >= 60 else "20 to 60"
                given = inference.identify(piece).code
                results[sentence.language, state, length][0] += given == expected
                results[sentence.language, state, length][1] += 1
                results["all", state, length][0] += given == expected
                results["all", state, length][1] += 1
                if given != expected:
                    confusions[sentence.language, given] += 1
    for (language, state, length), (right, total) in sorted(results.items()):
        print(f"{language:9} {state:13} {length:12} {right / total:.4f} of {total}")
    print(confusions.most_common(20))


def measure_neighbours(corpora: Sequence[str]) -> None:
    """Print how much of the other half of each neighbour's corpus is refused, as published and damaged."""
    rng = random.Random(SEED)
    for named in corpora:
        code, _, path = named.partition("=")
        lines = [line[:400] for line in _in_neighbour(code, Path(path)) if held(line)]
        rng.shuffle(lines)
        for state in ("as published", "damaged"):
            refused: dict[str, list[bool]] = {"20 to 60": [], "60 and more": []}
            for line in lines[:1000]:
                text = line if state == "as published" else damaged(code, line, rng)
                length = "60 and more" if len(text) >= 60 else "20 to 60"
                refused[length].append(inference.identify(text).code == inference.UNDETERMINED)
            for length, right in refused.items():
                print(f"{code:9} {state:13} {length:12} refused {sum(right) / max(1, len(right)):.4f} of {len(right)}")


def main() -> None:
    """Learn and write the model, or measure the one that is installed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument(
        "--neighbour", action="append", default=[], help="CODE=FILE, a corpus of a neighbour; repeatable"
    )
    arguments = parser.parse_args()
    if arguments.out is not None:
        began = time.time()
        table = learn(arguments.data, Path(__file__).parent / "neighbours", arguments.neighbour)
        with lzma.open(arguments.out, "wt", encoding="utf-8", preset=9) as file:
            json.dump(table, file, ensure_ascii=False, separators=(",", ":"))
        print(f"{arguments.out}: {arguments.out.stat().st_size} bytes, {time.time() - began:.0f} s", file=sys.stderr)
    if arguments.measure:
        measure(arguments.data)
        measure_neighbours(arguments.neighbour)


if __name__ == "__main__":
    main()
