"""Measure the names that the actors room finds on open annotated sets, and its speed.

    python benchmarks/actors.py DATA [SENTENCES]

DATA is the folder of open data (``ner/``, ``text/``). For each set that is there: strict F1 of entities (the same
first and last word, the same kind) for people, bodies and places, of the whole room (register, rules and tagger) and of
the tagger alone. Parties of the room, which the sets call places or bodies, count as right for either. Beside each
figure stands what is published for the set where a figure was found, and what a plain conditional random field (word
shape, affixes, a window of two, no tables) reaches that was trained on the set's own training part. Ours was not,
but where the column says so. For Sorani, which has no open set, sentences of ours stand in (``sorani_names.txt``, as
written and damaged), agreements among them. The last lines give the room's speed on one core, in megabytes of text a
minute.
"""

from __future__ import annotations

import itertools
import lzma
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from written_sentences import SORANI
from written_sentences import sentences as written

from peyman import languages
from peyman.actors.known.tagger import tag
from peyman.actors.recognise import find_actors
from peyman.text.analysis import analyse

KINDS = {
    "PER": "person", "PERS": "person", "person": "person", "politician": "person",
    "ORG": "body", "POG": "body", "organisation": "body", "politicalparty": "body",
    "LOC": "place", "GPE": "place", "FAC": "place", "location": "place", "country": "place",
}  # fmt: skip
#: So many first sentences of a set are read, if nothing else is asked for.
SENTENCES = 600


@dataclass(frozen=True)
class OpenSet:
    """An open test set, what others reach on it, and whether our tagger learnt from its training part."""

    name: str
    language: str
    path: str
    others: str
    learnt: bool


SETS = (
    OpenSet("ParsTwiNER", "fa", "ner/fa-parstwiner/test.tsv", "plain CRF trained on it .67", True),
    OpenSet("PerDT", "fa", "ner/fa-perdt/test.tsv", "plain CRF trained on ParsTwiNER .56", False),
    OpenSet("AQMAR", "ar", "ner/ar-aqmar/test.tsv", "plain CRF trained on it .69, with MISC", False),
    OpenSet(
        "Wojood, sample",
        "ar",
        "ner/ar-wojood-sample/test.tsv",
        "plain CRF .69, 21 kinds; AraBERT on the whole corpus .884, nested (Jarrar et al. 2022)",
        True,
    ),
    OpenSet(
        "UNER EWT",
        "en",
        "ner/en-uner-ewt/test.tsv",
        "XLM-R large trained on it .86 (Mayhew et al. 2024); plain CRF trained on it .66",
        False,
    ),
    OpenSet("UNER PUD", "en", "ner/en-uner-pud/test.tsv", "XLM-R large trained on EWT .80 (Mayhew et al. 2024)", False),
    OpenSet(
        "CrossNER politics", "en", "ner/en-crossner-politics/test.tsv", "plain CRF trained on it .65, 9 kinds", True
    ),
    OpenSet("MG-derived", "kmr", "ner/kmr-derived_gpl3/wiki.tsv", "plain CRF trained on it .65", False),
)


@dataclass
class Counts:
    """Entities asked for, given and hit."""

    gold: int = 0
    given: int = 0
    hit: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)

    def add(self, gold: set[tuple[int, int, str]], given: set[tuple[int, int, str]]) -> None:
        """Count one sentence."""
        self.gold += len(gold)
        self.given += len(given)
        self.hit += len(gold & given)
        for kind in ("person", "body", "place", "agreement"):
            row = self.by_kind.setdefault(kind, [0, 0, 0])
            mine, theirs = {g for g in gold if g[2] == kind}, {g for g in given if g[2] == kind}
            for index, value in enumerate((len(mine), len(theirs), len(mine & theirs))):
                row[index] += value

    def f1(self) -> float:
        """F1 over all kinds."""
        return 2 * self.hit / max(1, self.gold + self.given)

    def kinds(self) -> str:
        """F1 of each kind."""
        return " ".join(f"{kind[:6]} {2 * h / max(1, g + p):.2f}" for kind, (g, p, h) in self.by_kind.items() if g)


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the sentences of a two-column file, compressed or not."""
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    row: list[tuple[str, str]] = []
    for line in [*data.decode("utf-8").splitlines(), ""]:
        if line.strip():
            word, _, label = line.partition("\t")
            row.append((word, label.strip()))
        elif row:
            yield row
            row = []


def gold_spans(row: Sequence[tuple[str, str]]) -> tuple[str, set[tuple[int, int, str]]]:
    """Return the text of a sentence, and its entities as ranges of characters."""
    text, spans = "", set()
    start, kind, end = -1, "", 0
    for word, label in [*row, ("", "O")]:
        position, _, name = label.partition("-")
        if start >= 0 and not (position == "I" and KINDS.get(name, "") == kind):
            spans.add((start, end, kind))
            start = -1
        if text and word:
            text += " "
        if position in ("B", "I") and start < 0 and name in KINDS:
            start, kind = len(text), KINDS[name]
        text += word
        end = len(text)
    return text, spans


def room_spans(text: str, code: str, gold: set[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    """Return what the room finds; a party counts as the kind that the set has there, a place where it has none."""
    analysed = analyse(text, languages.load(code))
    found = find_actors(analysed)
    spans: set[tuple[int, int, str]] = set()
    kinds = {(start, end): kind for start, end, kind in gold}
    for actor in found.actors:
        for mention in actor.mentions:
            if mention.form == "title":
                continue  # "the Iraqi foreign minister": whom it means, but no name
            start, end = analysed.span(mention.first, mention.last)
            kind = kinds.get((start, end), "place") if actor.kind == "party" else actor.kind
            spans.add((start, end, "body" if kind == "person" and actor.kind != "person" else kind))
    for place in found.places:
        spans |= {(*analysed.span(m.first, m.last), "place") for m in place.mentions}
    if "agreement" in kinds.values():
        for agreement in found.agreements:
            spans |= {(*analysed.span(m.first, m.last), "agreement") for m in agreement.mentions}
    return spans


def tagged_spans(text: str, code: str) -> set[tuple[int, int, str]]:
    """Return what the tagger alone finds."""
    analysed = analyse(text, languages.load(code))
    return {(*analysed.span(span.first, span.last), span.kind) for span in tag(analysed)}


def main(arguments: Sequence[str]) -> None:
    """Measure each set that is there, then the speed."""
    data = Path(arguments[0])
    most = int(arguments[1]) if len(arguments) > 1 else SENTENCES
    print(f"{'set':20}{'entities':>10}  {'room':>6} {'tagger':>7}  by kind (room) · others")
    for test in SETS:
        path = data / test.path
        if not path.exists():
            print(f"{test.name:20} not there")
            continue
        texts = (gold_spans(row) for row in itertools.islice(sentences(path), most))
        seen = "trained on its train" if test.learnt else "not trained on it"
        report(test.name, test.language, texts, f"{seen} · {test.others}")
    for name, damaged in (("ours, Sorani", False), ("ours, damaged", True)):
        report(name, "ckb", written(SORANI, damaged), "never trained on · none: it is ours")
    speed(data)


def report(name: str, code: str, texts: Iterable[tuple[str, set[tuple[int, int, str]]]], others: str) -> None:
    """Read the texts of a set, and print what the room reaches, and the tagger alone, which knows no agreements."""
    room, tagger = Counts(), Counts()
    for text, gold in texts:
        room.add(gold, room_spans(text, code, gold))
        tagger.add({name for name in gold if name[2] != "agreement"}, tagged_spans(text, code))
    print(f"{name:20}{room.gold:>10}  {room.f1():6.3f} {tagger.f1():7.3f}  {room.kinds()} · {others}", flush=True)


def speed(data: Path) -> None:
    """Print how much text the room takes in a minute on one core, analysis not counted."""
    for code in languages.codes():
        texts = parallel_column(data / "text" / "ntrex", code)
        if not texts:
            continue
        pages = ["\n".join(texts[n : n + 20]) for n in range(0, min(len(texts), 400), 20)]
        analysed = [analyse(page, languages.load(code)) for page in pages]
        for text in analysed[:2]:
            find_actors(text)
        start = time.process_time()
        for text in analysed[2:]:
            find_actors(text)
        took = time.process_time() - start
        size = sum(len(text.published.encode("utf-8")) for text in analysed[2:])
        print(f"speed {code}: {size / 1e6 / took * 60:.1f} MB a minute of processor time")


def parallel_column(folder: Path, code: str) -> list[str]:
    """Return the sentences of one language of a parallel set, told by its header."""
    for path in sorted(folder.glob("*")):
        if path.name.startswith(("NOTICE", "LICENSE")):
            continue
        data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
        head, *lines = data.decode("utf-8").splitlines()
        columns = head.split("\t")
        wanted = next((n for n, column in enumerate(columns) if column == code), None)
        if wanted is not None:
            return [line.split("\t")[wanted] for line in lines if line.count("\t") >= wanted]
    return []


if __name__ == "__main__":
    main(sys.argv[1:])
