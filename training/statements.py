"""Learn to read statements: who speaks, and which of the words that rules found are a publication of its own.

    python training/statements.py GOLD --scorer SCORE.PY [--out src/peyman/reading/weights]

GOLD is a folder of annotated documents; the documents that were written for this project (``documents/``) are learnt
from in every fold and never measured on. Three things are learnt: a logistic model that says who around a word of
saying speaks (``speakers.py``), one that weighs the words around, and gradient-boosted trees that judge. Whatever one
of them is told by another comes from folds that this other had not seen. Five folds of whole documents, a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import types
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import speakers
from encounters import FOLDS, context_of, golds_in
from fitting import SEED, Row, fit_judge, fit_model, save_judge
from reliability import load_scorer
from written_documents import every_document

from peyman.reading.attribution import StatementDraft, mentions_in_order
from peyman.reading.context import Context
from peyman.reading.judgement import Judge
from peyman.reading.learnt import Model, dump
from peyman.reading.publications import choose_main, main_words, publication_features, publication_words
from peyman.reading.speakers import YES
from peyman.reading.statements import Learnt, find_statements

JUDGE, MAIN, WORDS = "statements-publication", "statements-main", "statements-words"
#: From which probability on a statement is believed in.
THRESHOLD = 0.45
INNER_FOLDS = 4
#: L1 and L2 penalties of the model of words, and how often a feature must have been met.
PENALTIES = (0.3, 1.0)
MET = 3


class Annotated:
    """One annotated document, the statements that rules found in it, and which of them the gold has."""

    def __init__(self, gold: dict[str, Any], scorer: types.ModuleType) -> None:
        self.gold = gold
        self.scorer = scorer
        self.context: Context = context_of(gold)
        self.choices = speakers.choices(gold, self.context, scorer)
        self.drafts: Sequence[StatementDraft] = ()
        self.rows: list[dict[str, float]] = []
        self.words: list[list[str]] = []
        self.answers: list[bool | None] = []
        self.tellings: list[tuple[list[str], bool]] = []

    def find(self, speaker: Model) -> None:
        """Find what may be a statement, and of what is told several times, which telling the annotation points to."""
        self.drafts = find_statements(self.context, speaker)
        self.tellings = []
        text = self.scorer.Text(self.gold["text"])
        entries = [(text.sentences(e), e) for e in self.gold["statements"]]
        for draft, rows in zip(self.drafts, main_words(self.context, self.drafts), strict=True):
            where = {index: text.sentences({"spans": [self.context.text.span(a, b)]}) for a, b, index in draft.mentions}
            flat = self.flat(draft)
            for anchored, entry in entries:
                hits = {index for index in rows if where[index] & anchored}
                if hits and len(hits) < len(rows) and self.scorer.issuer_party(entry, flat):
                    self.tellings += [(row, index in hits) for index, row in rows.items()]
                    break

    def describe(self, main: Model) -> None:
        """Choose the telling of each that says most; describe it, and say which of it the annotation has."""
        choose_main(self.context, self.drafts, main)
        self.rows = publication_features(self.context, self.drafts)
        self.words = publication_words(self.context, self.drafts)
        self.answers = [False] * len(self.drafts)
        text = self.scorer.Text(self.gold["text"])
        told = [text.sentences({"anchor": "", "spans": [self.span(d)]}) for d in self.drafts]
        free = set(range(len(self.drafts)))
        for entry in self.gold["statements"]:
            anchored = text.sentences(entry)
            hits = [n for n in sorted(free) if told[n] & anchored]
            if hits:
                best = max(hits, key=lambda n: self.scorer.issuer_party(entry, self.flat(self.drafts[n])))
                free.discard(best)
                self.answers[best] = None if entry.get("optional") else True

    def span(self, draft: StatementDraft) -> tuple[int, int]:
        """Where a statement is told first."""
        first, last, _ = mentions_in_order(self.context, draft)[0]
        return self.context.text.span(first, last)

    def flat(self, draft: StatementDraft) -> dict[str, Any]:
        """Write a statement as the scorer reads it."""
        return {
            "spans": [self.span(draft)],
            "kind": draft.kind,
            "party": list(draft.parties),
            "joint": draft.joint,
            "date": draft.date,
            "issuer": " ".join(self.context.found.actors[e].name for e in draft.entries),
        }


def folds_of(documents: Sequence[Annotated], count: int) -> Iterable[tuple[list[Annotated], list[Annotated]]]:
    """Yield, for each fold, the other documents and its own."""
    for fold in range(count):
        yield [d for n, d in enumerate(documents) if n % count != fold], list(documents[fold::count])


def find_in(documents: Sequence[Annotated]) -> tuple[Model, Model]:
    """Find the statements of every document with models that had not seen it; return those that have seen all."""
    for others, held in folds_of(documents, FOLDS):
        fitted = speakers.fit([d.choices for d in others])
        for document in held:
            document.find(fitted)
    for others, held in folds_of(documents, FOLDS):
        fitted = fit_main(others)
        for document in held:
            document.describe(fitted)
    return speakers.fit([d.choices for d in documents]), fit_main(documents)


def fit_main(documents: Sequence[Annotated]) -> Model:
    """Fit the model that says where a statement is told best."""
    rows = [([words], [YES if right else "no"]) for d in documents for words, right in d.tellings]
    return fit_model(rows, PENALTIES, 2, MET)


def fit_words(documents: Sequence[Annotated]) -> Model:
    """Fit the model of words."""
    pairs = [pair for d in documents for pair in zip(d.words, d.answers, strict=True)]
    rows = [([words], [YES if answer else "no"]) for words, answer in pairs if answer is not None]
    return fit_model(rows, PENALTIES, 2, MET)


def weigh(documents: Iterable[Annotated], words: Model) -> None:
    """Tell the judge what the model of words says."""
    for document in documents:
        for row, around in zip(document.rows, document.words, strict=True):
            row["worded"] = words.probabilities(around)[YES]


def train(documents: Sequence[Annotated], threshold: float) -> tuple[Model, Judge]:
    """Train the model of words and the judge."""
    for others, held in folds_of(documents, INNER_FOLDS):
        weigh(held, fit_words(others))
    pairs = [
        (row, answer) for d in documents for row, answer in zip(d.rows, d.answers, strict=True) if answer is not None
    ]
    rows: list[Row] = [row for row, _ in pairs]
    return fit_words(documents), fit_judge(rows, [answer for _, answer in pairs], threshold)


def learn(documents: Sequence[Annotated], threshold: float = THRESHOLD) -> Learnt:
    """Learn everything from some documents."""
    return Learnt(*find_in(documents), *train(documents, threshold))


def main() -> None:
    """Cross-validate, print the figures, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--measure", type=Path, action="append", default=[])
    parser.add_argument("--thresholds", type=float, nargs="+", default=[THRESHOLD])
    parser.add_argument("--without-own", action="store_true", help="leave out the documents written for this")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)

    def show(title: str, documents: Sequence[Annotated], chances: Mapping[str, Sequence[float]], least: float) -> None:
        readings = {}
        for document in documents:
            kept = zip(document.drafts, chances[document.gold["id"]], strict=True)
            flat = [document.flat(d) for d, chance in kept if chance >= least and d.kind != "report"]
            readings[document.gold["id"]] = {"statements": flat}
        golds = {d.gold["id"]: d.gold for d in documents}
        result = scorer.score(golds, readings, {i: g["text"] for i, g in golds.items()}, "lang")
        found = result["all"]["layers"]["statements.found"]
        figures = (f"{g[-3:]} {r['layers']['statements.found']['f1']:.3f}" for g, r in result.items())
        slots = (f"{s} {result['all']['slots'][f'statements.{s}']['accuracy']:.3f}" for s in ("party", "kind", "joint"))
        print(f"{title}, {least}: P {found['precision']:.3f} R {found['recall']:.3f} F1", *figures, *slots, flush=True)

    documents = [Annotated(gold, scorer) for gold in golds_in(arguments.gold)]
    own = [] if arguments.without_own else [Annotated(gold, scorer) for gold in every_document()]
    random.Random(SEED).shuffle(documents)
    speaker, main_telling = find_in([*documents, *own])
    chances: dict[str, list[float]] = {}
    for others, held in folds_of(documents, FOLDS):
        words, judge = train([*others, *own], THRESHOLD)
        weigh(held, words)
        for document in held:
            chances[document.gold["id"]] = [judge.probability(row) for row in document.rows]
    for least in (0.0, *arguments.thresholds):
        show("cross-validated", documents, chances, least)
    words, judge = train([*documents, *own], arguments.thresholds[0])
    for folder in arguments.measure:
        measured = [Annotated(gold, scorer) for gold in golds_in(folder)]
        for document in measured:
            document.find(speaker)
            document.describe(main_telling)
        weigh(measured, words)
        found = {d.gold["id"]: [judge.probability(row) for row in d.rows] for d in measured}
        for least in (0.0, *arguments.thresholds):
            show(f"measured on {folder}", measured, found, least)
    if arguments.out:
        (arguments.out / f"{speakers.NAME}.json.xz").write_bytes(dump(speaker))
        (arguments.out / f"{MAIN}.json.xz").write_bytes(dump(main_telling))
        (arguments.out / f"{WORDS}.json.xz").write_bytes(dump(words))
        save_judge(judge, arguments.out / f"{JUDGE}.json.xz")


if __name__ == "__main__":
    main()
