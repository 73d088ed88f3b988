"""Learn to read statements: who speaks, and which of the words that rules found are a publication of its own.

    python training/statements.py GOLD --scorer SCORE.PY [--prose DATA] [--out src/peyman/reading/weights]

GOLD is a folder of annotated documents, measured on in three folds of whole documents, and so are the documents that
were written for this project (``documents/``), those that follow real pages apart from the others; what is not held out
is learnt from. DATA is the folder of
open data sets: what is no statement is learnt from their running text too (``said.py``), two passages of three, and the
third is measured on. What the documents list as a statement but is said within an encounter (``judged/within.tsv``) is
learnt as none, for it is not published, and counts neither way where it is measured. Three things are learnt: a
logistic model that says who around a word of saying speaks (``speakers.py``; where a statement is told again counts
too), one that weighs the words around, and gradient-boosted trees that judge each telling of what the rules found: is a
statement annotated there? So the judge says both what is a statement and where it is told best. Whatever one of them is
told by another comes from folds that this other had not seen. A fixed seed.
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
from encounters import context_of
from fitting import SEED, Row, fit_judge, fit_model, save_judge
from reliability import load_scorer
from said import Passage, passages, within
from written_documents import annotated_documents, every_document, follows_a_page

from peyman.reading.clauses.context import Context
from peyman.reading.judges.judgement import Judge
from peyman.reading.judges.learnt import Model, dump
from peyman.reading.statements.attribution import StatementDraft, mentions_in_order
from peyman.reading.statements.entries import Learnt, find_statements
from peyman.reading.statements.publications import Told, choose, tellings, weigh
from peyman.reading.statements.speakers import YES

JUDGE, WORDS = "statements-publication", "statements-words"
#: From which probability on a statement is believed in.
THRESHOLD = 0.28
FOLDS, INNER_FOLDS = 3, 4
#: Depth and number of the trees of the judge, their rate, and how many rows a leaf has at least.
DEPTH, TREES, RATE, LEAF = 4, 300, 0.03, 15
#: L1 and L2 penalties of the model of words, and how often a feature must have been met.
PENALTIES = (0.3, 1.0)
MET = 3


class Text(ABC):
    """A text, the statements that rules found in it, and where which of them are told as statements of their own."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self.gold = gold
        self.context: Context = context_of(gold)
        self.choices: list[speakers.Choice] = []
        self.drafts: Sequence[StatementDraft] = ()
        self.told: list[list[Told]] = []
        self.answers: list[list[bool | None]] = []

    def find(self, speaker: Model) -> None:
        """Find what may be a statement; describe each telling, and say whether a statement of its own is told there."""
        self.drafts = find_statements(self.context, speaker)
        self.told = tellings(self.context, self.drafts)
        self.answers = self.answered()

    @abstractmethod
    def answered(self) -> list[list[bool | None]]:
        """Return, of each telling of each statement, whether one is told there, None where that is not known."""

    def span(self, draft: StatementDraft) -> tuple[int, int]:
        """Where a statement is told best."""
        first, last, _ = mentions_in_order(self.context, draft)[0]
        return self.context.text.span(first, last)

    def pairs(self) -> Iterable[tuple[Told, bool]]:
        """Yield the tellings of which it is known whether a statement is told there."""
        for told, answers in zip(self.told, self.answers, strict=True):
            yield from ((t, answer) for t, answer in zip(told, answers, strict=True) if answer is not None)


class Running(Text):
    """Running text with the verdicts on what was once found in it."""

    def __init__(self, passage: Passage) -> None:
        super().__init__(passage.gold)
        self.passage = passage

    def answered(self) -> list[list[bool | None]]:
        """Return the verdicts."""
        known: dict[str, bool] = {"yes": True, "no": False}
        spans = [self.context.text.span(*t.mention[:2]) for told in self.told for t in told]
        verdicts = iter(self.passage.verdicts(spans))
        return [[known.get(next(verdicts)) for _ in told] for told in self.told]


class Annotated(Text):
    """One annotated document, and where the statements that rules found are told as the gold has them."""

    def __init__(self, gold: dict[str, Any], scorer: types.ModuleType, unpublished: Iterable[int] = ()) -> None:
        said = frozenset(unpublished)
        entries = [e | {"within": True, "optional": True} if n in said else e for n, e in enumerate(gold["statements"])]
        super().__init__(gold | {"statements": entries})
        self.scorer = scorer
        self.choices = speakers.choices(gold, self.context, scorer)

    def answered(self) -> list[list[bool | None]]:
        """Return of each telling whether the annotation has a statement there.

        Of several statements in one sentence as many are right as are annotated there: those of the annotated parties
        first, then those that were found first.
        """
        text = self.scorer.Text(self.gold["text"])
        entries = [(text.sentences(e), e) for e in self.gold["statements"] if not e.get("within")]
        places: list[list[set[int]]] = [
            [text.sentences({"spans": [self.context.text.span(*t.mention[:2])]}) for t in told] for told in self.told
        ]
        answers: list[list[bool | None]] = [[False for _ in told] for told in self.told]
        for n, here in enumerate(places):
            for k, place in enumerate(here):
                there = [entry for anchored, entry in entries if anchored & place]
                if there:
                    answers[n][k] = True if any(not entry.get("optional") for entry in there) else None
        for anchored, entry in entries:
            rivals = [
                (not self.scorer.issuer_party(entry, self.flat(self.drafts[n])), n, k)
                for n, here in enumerate(places)
                for k, place in enumerate(here)
                if place & anchored and answers[n][k]
            ]
            for _, n, k in sorted(rivals)[sum(bool(other & anchored) for other, _ in entries) :]:
                answers[n][k] = False
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


def find_in(documents: Sequence[Text]) -> Model:
    """Find the statements of every document with models that had not seen it; return the one that has seen all."""
    for others, held in folds_of(documents, FOLDS):
        fitted = speakers.fit([d.choices for d in others])
        for document in held:
            document.find(fitted)
    return speakers.fit([d.choices for d in documents])


def fit_words(documents: Sequence[Text]) -> Model:
    """Fit the model of words."""
    rows = [([told.words], [YES if answer else "no"]) for d in documents for told, answer in d.pairs()]
    return fit_model(rows, PENALTIES, 2, MET)


def tell(documents: Iterable[Text], words: Model) -> None:
    """Tell the judge what the model of words says."""
    for document in documents:
        for told in document.told:
            weigh(told, words)


def train(documents: Sequence[Text], threshold: float) -> tuple[Model, Judge]:
    """Train the model of words and the judge."""
    for others, held in folds_of(documents, INNER_FOLDS):
        tell(held, fit_words(others))
    pairs = [pair for d in documents for pair in d.pairs()]
    rows: list[Row] = [told.row for told, _ in pairs]
    judge = fit_judge(rows, [answer for _, answer in pairs], threshold, DEPTH, TREES, RATE, LEAF)
    return fit_words(documents), judge


def learn(documents: Sequence[Text], threshold: float = THRESHOLD, running: Sequence[Text] = ()) -> Learnt:
    """Learn everything from some documents, and what is no statement from running text too."""
    speaker = find_in(documents)
    for text in running:
        text.find(speaker)
    return Learnt(speaker, *train([*documents, *running], threshold))


def chances(texts: Sequence[Text], words: Model, judge: Judge) -> dict[int, list[float]]:
    """Choose how each statement is told; return how likely each is one, by the identity of its text."""
    tell(texts, words)
    for text in texts:
        for draft, told in zip(text.drafts, text.told, strict=True):
            choose(draft, told, judge)
    return {id(text): [draft.probability for draft in text.drafts] for text in texts}


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
    written = [] if arguments.without_own else list(every_document())
    groups = {
        "annotated": annotated_documents(arguments.gold),
        "invented": [gold for gold in written if not follows_a_page(gold["id"])],
        "after real pages": [gold for gold in written if follows_a_page(gold["id"])],
    }
    read = {
        name: [Annotated(gold, scorer, unpublished.get(gold["id"], ())) for gold in golds]
        for name, golds in groups.items()
    }
    running = [Running(passage) for passage in passages(arguments.prose)] if arguments.prose else []
    prose, kept = ([r for r in running if r.passage.kept is kept] for kept in (False, True))
    documents = [document for group in read.values() for document in group]
    random.Random(SEED).shuffle(documents)
    speaker = find_in(documents)
    for text in running:
        text.find(speaker)
    if not arguments.without_folds:
        held_out = cross_validate(documents, prose)
        for name, group in read.items():
            for least in (0.0, *arguments.thresholds) if group else ():
                show(f"cross-validated, {name}", scorer, group, held_out, least)
    words, judge = train([*documents, *prose], arguments.thresholds[0])
    for folder in arguments.measure:
        measured = [Annotated(gold, scorer) for gold in annotated_documents(folder)]
        for document in measured:
            document.find(speaker)
        for least in (0.0, *arguments.thresholds):
            show(f"measured on {folder}", scorer, measured, chances(measured, words, judge), least)
    found = chances(kept, words, judge)
    for least in arguments.thresholds if kept else ():
        told = [
            (r.passage, [r.span(d) for d, p in zip(r.drafts, found[id(r)], strict=True) if _is(d, p, least)])
            for r in kept
        ]
        print(f"running text, {least}: {said.measure(told)}")
    if arguments.out:
        (arguments.out / f"{speakers.NAME}.json.xz").write_bytes(dump(speaker))
        (arguments.out / f"{WORDS}.json.xz").write_bytes(dump(words))
        save_judge(judge, arguments.out / f"{JUDGE}.json.xz")


if __name__ == "__main__":
    main()
