"""Learn to judge statements: which of the words that rules found are a publication of its own.

    python training/statements.py GOLD --scorer SCORE.PY [--out src/peyman/reading/weights]

As ``encounters.py``: gradient-boosted trees, five folds of whole documents, one fixed seed. Learning from
the documents that were written for this project, too, was measured to gain nothing here.
"""

from __future__ import annotations

import argparse
import random
import types
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from encounters import FOLDS, context_of, golds_in
from fitting import SEED, Row, fit_judge, save_judge
from reliability import load_scorer
from written_documents import every_document

from peyman.reading.attribution import StatementDraft
from peyman.reading.context import Context
from peyman.reading.publications import publication_features
from peyman.reading.statements import find_statements
from peyman.text.segment import ANNOUNCING

NAME = "statements-publication"
#: From which probability on a statement is believed in.
THRESHOLD = 0.35


class Annotated:
    """One annotated document, the statements that rules found in it, and which of them the gold has."""

    def __init__(self, gold: dict[str, Any], scorer: types.ModuleType) -> None:
        self.gold = gold
        self.context: Context = context_of(gold)
        self.drafts: Sequence[StatementDraft] = find_statements(self.context)
        self.rows = publication_features(self.context, self.drafts)
        self.answers: list[bool | None] = [False] * len(self.drafts)
        text = scorer.Text(gold["text"])
        told = [text.sentences({"anchor": "", "spans": [self.span(d)]}) for d in self.drafts]
        free = set(range(len(self.drafts)))
        for entry in gold["statements"]:
            anchored = text.sentences(entry)
            hits = [n for n in sorted(free) if told[n] & anchored]
            if hits:
                best = max(hits, key=lambda n: scorer.issuer_party(entry, self.flat(self.drafts[n])))
                free.discard(best)
                self.answers[best] = None if entry.get("optional") else True

    def span(self, draft: StatementDraft) -> tuple[int, int]:
        """Where a statement is told first, headlines last."""
        kinds = self.context.sentences
        first, last, _ = min(draft.mentions, key=lambda m: (kinds[m[2]].kind in ANNOUNCING, m[0]))
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


def main() -> None:
    """Cross-validate, print the figures, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--measure", type=Path, action="append", default=[])
    parser.add_argument("--thresholds", type=float, nargs="+", default=[THRESHOLD])
    parser.add_argument("--with-own", action="store_true", help="learn from the documents written for this, too")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)

    def load(folder: Path) -> list[Annotated]:
        return [Annotated(gold, scorer) for gold in golds_in(folder)]

    def show(title: str, documents: Sequence[Annotated], chances: Mapping[str, Sequence[float]], least: float) -> None:
        readings = {}
        for document in documents:
            kept = zip(document.drafts, chances[document.gold["id"]], strict=True)
            flat = [document.flat(d) for d, chance in kept if chance >= least and d.kind != "report"]
            readings[document.gold["id"]] = {"statements": flat}
        golds = {d.gold["id"]: d.gold for d in documents}
        result = scorer.score(golds, readings, {i: g["text"] for i, g in golds.items()}, "lang")
        figures = (f"{g[-3:]} {r['layers']['statements.found']['f1']:.3f}" for g, r in result.items())
        party = result["all"]["slots"]["statements.party"]["accuracy"]
        print(f"{title}, threshold {least}: found", *figures, f"party {party:.3f}")

    documents = load(arguments.gold)
    own = [Annotated(gold, scorer) for gold in every_document()] if arguments.with_own else []
    random.Random(SEED).shuffle(documents)
    chances: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        judge = fit_judge(*learnt([*(d for n, d in enumerate(documents) if n % FOLDS != fold), *own]))
        for document in documents[fold::FOLDS]:
            chances[document.gold["id"]] = [judge.probability(row) for row in document.rows]
    for least in (0.0, *arguments.thresholds):
        show("cross-validated", documents, chances, least)
    judge = fit_judge(*learnt([*documents, *own]), arguments.thresholds[0])
    for folder in arguments.measure:
        measured = load(folder)
        found = {d.gold["id"]: [judge.probability(row) for row in d.rows] for d in measured}
        for least in (0.0, *arguments.thresholds):
            show(f"measured on {folder}", measured, found, least)
    if arguments.out:
        save_judge(judge, arguments.out / f"{NAME}.json.xz")


def learnt(documents: Sequence[Annotated]) -> tuple[list[Row], list[bool]]:
    """Return what to learn from some documents: descriptions, and which are statements of their own."""
    pairs = [
        (row, answer) for d in documents for row, answer in zip(d.rows, d.answers, strict=True) if answer is not None
    ]
    return [row for row, _ in pairs], [answer for _, answer in pairs]


if __name__ == "__main__":
    main()
