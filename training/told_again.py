"""Learn which tellings of a document tell no encounter of their own beside another one.

    python training/told_again.py GOLD --scorer SCORE.PY [--fold-judges FILE] [--out src/peyman/reading/weights]

GOLD is a folder of annotated documents in the flat form that ``score.py`` reads. What a telling says depends on the
other judges, and they are surer of what they have learnt from; so documents of GOLD and documents written for this
project are read with judges trained on one half of them for the other half. Documents that follow real pages are read
with the judges that are shipped, which must not have learnt from them. FILE keeps the judges of the halves from one
run to the next: to train them takes most of the time.

Every telling that is not the surest of its document is one example: beside the surer telling that it is likest to, is
it where no annotated encounter is told? Likest to whom is first guessed, and then asked of the judge that was trained
on the guess. Printed are the figures of three folds over documents, and, after training on all, of the documents of
``--measure``. The seed is fixed.
"""

from __future__ import annotations

import argparse
import pickle
import random
import types
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from encounters import TELLING_THRESHOLD, _place_names, annotated, context_of, crops, flat, told_of, train
from fitting import SEED, Row, fit_judge, save_judge
from reliability import load_scorer
from written_documents import annotated_documents, every_document, follows_a_page

from peyman.reading.clauses.context import Context
from peyman.reading.encounters import Encounter
from peyman.reading.judges.judgement import Judge
from peyman.reading.meetings.entries import Judges, _Bench, shipped_judges
from peyman.reading.meetings.survey import survey
from peyman.reading.meetings.told_again import Pairs, Telling, likest, told_once

FOLDS = 3
#: From which probability on a telling is left out; lower values leave out more encounters that are some.
THRESHOLD = 0.7
TREES, DEPTH = 150, 3
#: So many of the invented documents are learnt from: there are five times as many as of the others.
INVENTED = 450


@dataclass
class Document:
    """One annotated document, and what it tells as far as rules join it.

    Attributes:
        gold: The annotated document.
        context: What reading prepared of it.
        bench: What the judges say of it; None where it can tell of no encounter.
        pairs: Its tellings; None likewise.
        told: For each telling, by the identity of its main mention: whether an annotated encounter is told there, None
            where two careful readers may differ.
    """

    gold: dict[str, Any]
    context: Context
    bench: _Bench | None
    pairs: Pairs | None
    told: dict[int, bool | None]


def document_of(gold: dict[str, Any], judges: Judges, scorer: types.ModuleType) -> Document:
    """Read a document with some judges, and say which tellings are annotated."""
    context = context_of(gold)
    gold["_names"] = _place_names(gold, context, scorer)
    bench = _Bench(context, survey(context), judges) if context.may_tell_of_dealings else None
    pairs = bench.pairs() if bench is not None else None
    told: dict[int, bool | None] = {}
    if bench is not None and pairs is not None:
        numbers = {id(mention): number for number, mention in enumerate(bench.mentions)}
        annotations = told_of(gold, context, bench.mentions, scorer)
        for encounter in (telling.encounter for telling in pairs.tellings):
            at = [annotations.get(numbers[id(m)]) for m in encounter.mentions]
            entries = [gold["meetings"][n] for n in at if n is not None]
            sure = any(not entry.get("optional") for entry in entries)
            told[id(encounter.main)] = True if sure else None if entries else False
    return Document(gold, context, bench, pairs, told)


def half_judges(golds: Sequence[dict[str, Any]], invented: Sequence[dict[str, Any]], scorer: Any) -> dict[str, Judges]:
    """Train judges on one half of the documents for the other half.

    Returns:
        For each document, by its id, judges that have not seen it.
    """
    first = [annotated(gold, scorer) for gold in golds]
    chooser = random.Random(SEED)
    pieces = [[annotated(part, scorer) for part in crops(gold, chooser)[:1]] for gold in golds]
    second = [annotated(gold, scorer) for gold in invented]
    judges: dict[str, Judges] = {}
    for half in range(2):
        learnt = [d for n, document in enumerate(first) if n % 2 != half for d in (document, *pieces[n])]
        learnt += [d for n, d in enumerate(second) if n % 2 != half]
        fitted = train(learnt, TELLING_THRESHOLD)
        judges |= {d.gold["id"]: fitted for d in (*first[half::2], *second[half::2])}
    return judges


def _guess(rows: Sequence[Row]) -> int:
    """Which of several pairs is the likest, before anything is learnt."""

    def alike(row: Row) -> float:
        slots = 2 * row["parties_jaccard"] + row["kinds_agree"] + 0.3 * row["one_kind"] + row.get("one_day", 0.4)
        return slots + 2 * row["joined"] + row["one_sentence"] - row["other_people"]

    return max(range(len(rows)), key=lambda n: (alike(rows[n]), -n))


def examples(document: Document, judge: Judge | None) -> list[tuple[Row, bool]]:
    """Describe each telling beside the surer one that it is likest to, and say whether it tells nothing of its own."""
    pairs, found = document.pairs, []
    if pairs is None:
        return []
    for number, telling in enumerate(pairs.in_order):
        told = document.told[id(telling.encounter.main)]
        if not number or told is None:
            continue
        surer = pairs.in_order[:number]
        found.append((_described(pairs, surer, telling, judge), not told))
    return found


def _described(pairs: Pairs, surer: Sequence[Telling], telling: Telling, judge: Judge | None) -> Row:
    if judge is not None:
        return likest(pairs, surer, telling, judge)[1]
    rows = [pairs.features(other, telling) for other in surer]
    return rows[_guess(rows)]


def learn(documents: Iterable[Document]) -> Judge:
    """Train the judge: once with whom a telling is likest to guessed, and once with that judged."""
    documents = list(documents)
    judge: Judge | None = None
    for _ in range(2):
        rows = [row for document in documents for row in examples(document, judge)]
        judge = fit_judge([row for row, _ in rows], [answer for _, answer in rows], THRESHOLD, DEPTH, TREES)
    assert judge is not None
    return judge


def fold_of(document: Document) -> int:
    """The fold of a document, by its name."""
    return zlib.crc32(document.gold["id"].encode()) % FOLDS


def report(
    title: str, documents: Sequence[Document], judge_of: Callable[[Document], Judge | None], scorer: types.ModuleType
) -> None:
    """Print how many encounters are asked for, given and found, and F1 of those found and of those all right."""

    def encounters(document: Document) -> list[Encounter]:
        if document.bench is None or document.pairs is None:
            return []
        judge = judge_of(document)
        listed = (t.encounter for t in document.pairs.tellings) if judge is None else told_once(document.pairs, judge)
        return document.bench.settled([replace(encounter) for encounter in listed])

    golds = {d.gold["id"]: d.gold for d in documents}
    readings = {d.gold["id"]: flat(d, encounters(d)) for d in documents}  # type: ignore[arg-type]
    layers = scorer.score(golds, readings, {i: g["text"] for i, g in golds.items()})["all"]["layers"]
    found, right = layers["meetings.found"], layers["meetings.right"]
    print(f"{title:32} {found['gold']}/{found['pred']}/{found['hit']} {found['f1']:.3f}  right {right['f1']:.3f}")


def main() -> None:
    """Read with judges that have not seen what they read, cross-validate, train on all, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--fold-judges", type=Path, metavar="FILE", help="judges of the halves, kept between runs")
    parser.add_argument("--measure", type=Path, action="append", default=[], help="documents to measure the result on")
    parser.add_argument("--out", type=Path, help="folder to write the weights to")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)
    golds, written = annotated_documents(arguments.gold), list(every_document())
    random.Random(SEED).shuffle(golds)
    invented = [gold for gold in written if not follows_a_page(gold["id"])]
    random.Random(SEED).shuffle(invented)
    invented = invented[:INVENTED]
    kept = arguments.fold_judges
    if kept is not None and kept.exists():
        unseen = pickle.loads(kept.read_bytes())
    else:
        unseen = half_judges(golds, invented, scorer)
        if kept is not None:
            kept.write_bytes(pickle.dumps(unseen))
    shipped = shipped_judges()
    sets = {
        "annotated": [document_of(gold, unseen[gold["id"]], scorer) for gold in golds],
        "invented": [document_of(gold, unseen[gold["id"]], scorer) for gold in invented],
        "after real pages": [document_of(gold, shipped, scorer) for gold in written if follows_a_page(gold["id"])],
    }
    every = [document for documents in sets.values() for document in documents]
    by_fold = [learn(d for d in every if fold_of(d) != fold) for fold in range(FOLDS)]
    for name, documents in sets.items():
        report(f"{name}, rules", documents, lambda _: None, scorer)
        report(f"{name}, cross-validated", documents, lambda d: by_fold[fold_of(d)], scorer)
    judge = learn(every)
    for folder in arguments.measure:
        measured = [document_of(gold, shipped, scorer) for gold in annotated_documents(folder)]
        report(f"{folder.name}, rules", measured, lambda _: None, scorer)
        report(f"{folder.name}", measured, lambda _: judge, scorer)
    if arguments.out:
        save_judge(judge, arguments.out / "meetings-again.json.xz")


if __name__ == "__main__":
    main()
