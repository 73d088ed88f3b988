"""Learn to read statements: who speaks, and which of the words that rules found are a publication of its own.

    python training/statements.py GOLD --scorer SCORE.PY [--prose DATA] [--out src/peyman/reading/weights]

GOLD is a folder of annotated documents, measured on in five folds of whole documents, and so are the documents that
were written for this project (``documents/``); what is not held out of either is learnt from. DATA is the folder of
open data sets: what is no statement is learnt from their running text too (``said.py``), two passages of three, and the
third is measured on. What the documents list as a statement but is said within an encounter (``judged/within.tsv``) is
learnt as none, for it is not published, and counts neither way where it is measured. Three things are learnt: a
logistic model that says who around a word of saying speaks
(``speakers.py``), one that weighs the words around, and gradient-boosted trees that judge. Whatever one of them is told
by another comes from folds that this other had not seen. A fixed seed.
"""

from __future__ import annotations

import argparse
import random
import types
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import said
import speakers
from encounters import FOLDS, context_of, golds_in
from fitting import SEED, Row, fit_judge, fit_model, save_judge
from reliability import load_scorer
from said import Passage, passages, within
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


class Text(ABC):
    """A text, the statements that rules found in it, and which of them are statements of their own."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self.gold = gold
        self.context: Context = context_of(gold)
        self.choices: list[speakers.Choice] = []
        self.drafts: Sequence[StatementDraft] = ()
        self.rows: list[dict[str, float]] = []
        self.words: list[list[str]] = []
        self.answers: list[bool | None] = []
        self.tellings: list[tuple[list[str], bool]] = []

    def find(self, speaker: Model) -> None:
        """Find what may be a statement."""
        self.drafts = find_statements(self.context, speaker)

    def describe(self, main: Model) -> None:
        """Choose the telling of each that says most; describe it, and say whether it is a statement of its own."""
        choose_main(self.context, self.drafts, main)
        self.rows = publication_features(self.context, self.drafts)
        self.words = publication_words(self.context, self.drafts)
        self.answers = self.answered()

    @abstractmethod
    def answered(self) -> list[bool | None]:
        """Return of each whether it is one, None where that is not known."""

    def span(self, draft: StatementDraft) -> tuple[int, int]:
        """Where a statement is told first."""
        first, last, _ = mentions_in_order(self.context, draft)[0]
        return self.context.text.span(first, last)


class Running(Text):
    """Running text with the verdicts on what was once found in it."""

    def __init__(self, passage: Passage) -> None:
        super().__init__(passage.gold)
        self.passage = passage

    def answered(self) -> list[bool | None]:
        """Return the verdicts."""
        known: dict[str, bool] = {"yes": True, "no": False}
        return [known.get(verdict) for verdict in self.passage.verdicts([self.span(d) for d in self.drafts])]


class Annotated(Text):
    """One annotated document, the statements that rules found in it, and which of them the gold has."""

    def __init__(self, gold: dict[str, Any], scorer: types.ModuleType, unpublished: Iterable[int] = ()) -> None:
        said = frozenset(unpublished)
        entries = [e | {"within": True, "optional": True} if n in said else e for n, e in enumerate(gold["statements"])]
        super().__init__(gold | {"statements": entries})
        self.scorer = scorer
        self.choices = speakers.choices(gold, self.context, scorer)

    def find(self, speaker: Model) -> None:
        """Find what may be a statement, and of what is told several times, which telling the annotation points to."""
        super().find(speaker)
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

    def answered(self) -> list[bool | None]:
        """Return of each whether the annotation has it."""
        answers: list[bool | None] = [False] * len(self.drafts)
        text = self.scorer.Text(self.gold["text"])
        told = [text.sentences({"anchor": "", "spans": [self.span(d)]}) for d in self.drafts]
        free = set(range(len(self.drafts)))
        for entry in self.gold["statements"]:
            if entry.get("within"):
                continue
            anchored = text.sentences(entry)
            hits = [n for n in sorted(free) if told[n] & anchored]
            if hits:
                best = max(hits, key=lambda n: self.scorer.issuer_party(entry, self.flat(self.drafts[n])))
                free.discard(best)
                answers[best] = None if entry.get("optional") else True
        return answers

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


def folds_of(documents: Sequence[Text], count: int) -> Iterable[tuple[list[Text], list[Text]]]:
    """Yield, for each fold, the other documents and its own."""
    for fold in range(count):
        yield [d for n, d in enumerate(documents) if n % count != fold], list(documents[fold::count])


def find_in(documents: Sequence[Text]) -> tuple[Model, Model]:
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


def fit_main(documents: Sequence[Text]) -> Model:
    """Fit the model that says where a statement is told best."""
    rows = [([words], [YES if right else "no"]) for d in documents for words, right in d.tellings]
    return fit_model(rows, PENALTIES, 2, MET)


def fit_words(documents: Sequence[Text]) -> Model:
    """Fit the model of words."""
    pairs = [pair for d in documents for pair in zip(d.words, d.answers, strict=True)]
    rows = [([words], [YES if answer else "no"]) for words, answer in pairs if answer is not None]
    return fit_model(rows, PENALTIES, 2, MET)


def weigh(documents: Iterable[Text], words: Model) -> None:
    """Tell the judge what the model of words says."""
    for document in documents:
        for row, around in zip(document.rows, document.words, strict=True):
            row["worded"] = words.probabilities(around)[YES]


def train(documents: Sequence[Text], threshold: float) -> tuple[Model, Judge]:
    """Train the model of words and the judge."""
    for others, held in folds_of(documents, INNER_FOLDS):
        weigh(held, fit_words(others))
    pairs = [
        (row, answer) for d in documents for row, answer in zip(d.rows, d.answers, strict=True) if answer is not None
    ]
    rows: list[Row] = [row for row, _ in pairs]
    return fit_words(documents), fit_judge(rows, [answer for _, answer in pairs], threshold)


def learn(documents: Sequence[Text], threshold: float = THRESHOLD, running: Sequence[Text] = ()) -> Learnt:
    """Learn everything from some documents, and what is no statement from running text too."""
    speaker, main_telling = find_in(documents)
    find_with(running, speaker, main_telling)
    return Learnt(speaker, main_telling, *train([*documents, *running], threshold))


def find_with(texts: Iterable[Text], speaker: Model, main_telling: Model) -> None:
    """Find the statements of texts that nothing was learnt from."""
    for text in texts:
        text.find(speaker)
        text.describe(main_telling)


def chances(texts: Sequence[Text], words: Model, judge: Judge) -> dict[int, list[float]]:
    """Return how likely each statement is one, by the identity of its text."""
    weigh(texts, words)
    return {id(text): [judge.probability(row) for row in text.rows] for text in texts}


def cross_validate(documents: Sequence[Text], rest: Sequence[Text]) -> dict[int, list[float]]:
    """Return what judges say that have learnt from all but a fold of documents, and from the rest."""
    found: dict[int, list[float]] = {}
    for others, held in folds_of(documents, FOLDS if documents else 0):
        found |= chances(held, *train([*others, *rest], THRESHOLD))
    return found


def _is(draft: StatementDraft, chance: float, least: float) -> bool:
    """Whether it counts as found: reports are not scored."""
    return chance >= least and draft.kind != "report"


def show(
    title: str,
    scorer: types.ModuleType,
    documents: Sequence[Annotated],
    found: Mapping[int, Sequence[float]],
    least: float,
) -> None:
    """Print what is found, and how often the slots are right."""
    readings = {}
    for document in documents:
        pairs = zip(document.drafts, found[id(document)], strict=True)
        readings[document.gold["id"]] = {"statements": [document.flat(d) for d, p in pairs if _is(d, p, least)]}
    golds = {d.gold["id"]: d.gold for d in documents}
    result = scorer.score(golds, readings, {i: g["text"] for i, g in golds.items()}, "lang")
    layer = result["all"]["layers"]["statements.found"]
    figures = (f"{g[-3:]} {r['layers']['statements.found']['f1']:.3f}" for g, r in result.items())
    slots = (f"{s} {result['all']['slots'][f'statements.{s}']['accuracy']:.3f}" for s in ("party", "kind", "joint"))
    print(f"{title}, {least}: P {layer['precision']:.3f} R {layer['recall']:.3f} F1", *figures, *slots, flush=True)


def main() -> None:
    """Cross-validate, print the figures, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--prose", type=Path, metavar="DATA", help="learn from the running text of open sets too")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--measure", type=Path, action="append", default=[])
    parser.add_argument("--thresholds", type=float, nargs="+", default=[THRESHOLD])
    parser.add_argument("--without-folds", action="store_true", help="do not measure by folds, which takes most time")
    parser.add_argument("--without-own", action="store_true", help="leave out the documents written for this")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)
    unpublished = within()
    documents = [Annotated(gold, scorer, unpublished.get(gold["id"], ())) for gold in golds_in(arguments.gold)]
    written = [] if arguments.without_own else every_document()
    own = [Annotated(gold, scorer, unpublished.get(gold["id"], ())) for gold in written]
    running = [Running(passage) for passage in passages(arguments.prose)] if arguments.prose else []
    prose, kept = ([r for r in running if r.passage.kept is kept] for kept in (False, True))
    for group in (documents, own):
        random.Random(SEED).shuffle(group)
    speaker, main_telling = find_in([*documents, *own])
    find_with(running, speaker, main_telling)
    folds = () if arguments.without_folds else (("GOLD", documents, own), ("documents/", own, documents))
    for title, group, rest in folds:
        held_out = cross_validate(group, [*rest, *prose])
        for least in (0.0, *arguments.thresholds):
            if group:
                show(f"cross-validated, {title}", scorer, group, held_out, least)
    words, judge = train([*documents, *own, *prose], arguments.thresholds[0])
    for folder in arguments.measure:
        measured = [Annotated(gold, scorer) for gold in golds_in(folder)]
        find_with(measured, speaker, main_telling)
        for least in (0.0, *arguments.thresholds):
            show(f"measured on {folder}", scorer, measured, chances(measured, words, judge), least)
    for least in arguments.thresholds if kept else ():
        found = chances(kept, words, judge)
        told = [
            (r.passage, [r.span(d) for d, p in zip(r.drafts, found[id(r)], strict=True) if _is(d, p, least)])
            for r in kept
        ]
        print(f"running text, {least}: {said.measure(told)}")
    if arguments.out:
        (arguments.out / f"{speakers.NAME}.json.xz").write_bytes(dump(speaker))
        (arguments.out / f"{MAIN}.json.xz").write_bytes(dump(main_telling))
        (arguments.out / f"{WORDS}.json.xz").write_bytes(dump(words))
        save_judge(judge, arguments.out / f"{JUDGE}.json.xz")


if __name__ == "__main__":
    main()
