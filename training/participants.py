"""Learn to say who took part in an encounter: which of the people whom a document names near it.

    python training/participants.py GOLD --scorer SCORE.PY [--out src/peyman/reading/weights] [--measure DOCUMENTS]

GOLD is a folder of annotated documents in the flat form that ``score.py`` reads; the documents that were written for
this project (``documents/``) are learnt from in every fold and never measured on. The encounters are those that
reading finds, paired with the annotated ones as the scorer pairs them; of each, every person named near it is described
(`peyman.reading.participants`), and boosted trees say who took part. Printed are precision and recall of people, and
how many encounters have exactly the right ones, of documents that nothing was learnt from (five folds), beside what
the rules alone give. scikit-learn trains; the seed is fixed.
"""

from __future__ import annotations

import argparse
import json
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitting import fit_judge, save_judge
from reliability import load_scorer, source_of
from written_documents import every_document

from peyman.reading.judgement import Judge
from peyman.reading.meetings import read_encounters
from peyman.reading.participants import Attendance
from peyman.reading.reader import prepare

FOLDS = 5
DEPTH = 4
#: From which probability on somebody took part.
THRESHOLD = 0.4
JUDGE = "meetings-participant"


@dataclass
class Asked:
    """One encounter: each person who may have taken part, whether so by the rules, and whether so in truth."""

    rows: list[dict[str, float]]
    answers: list[bool]
    missed: int
    lang: str

    @property
    def ruled(self) -> list[bool]:
        """What the rules say."""
        return [bool(row["in_rule"]) for row in self.rows]


def asked_of(gold: Mapping[str, Any], scorer: types.ModuleType) -> list[Asked]:
    """Describe the people of every encounter of a document that an annotator has too."""
    context = prepare(source_of(gold)).context
    text = scorer.Text(gold["text"])
    encounters = read_encounters(context)
    attendance = Attendance(context)
    listed = [(text.where(p, "text"), p["name"]) for p in gold.get("people", [])]
    names: dict[int, str] = {}
    for number, actor in enumerate(context.found.actors):
        if actor.kind == "person":
            spans = {"_at": [context.text.span(m.first, m.last) for m in actor.mentions]}
            names[number] = next(
                (n for at, n in listed if scorer.overlap({"_at": at}, spans)), actor.names.get("en") or actor.name
            )
    found = []
    told = [dict(m, _at=text.sentences(m)) for m in gold["meetings"]]
    used: set[int] = set()
    for encounter in encounters:
        span = context.text.span(encounter.main.first, encounter.main.last)
        at = text.sentences({"anchor": "", "spans": [span]})
        pairs = [n for n, m in enumerate(told) if n not in used and m["_at"] & at]
        if not pairs:
            continue
        one = max(pairs, key=lambda n: len(set(told[n]["parties"]) & set(encounter.parties)))
        used.add(one)
        wanted = list(told[one].get("people") or [])
        candidates = attendance.candidates(encounter)
        answers = [any(scorer.alike(names[e], w, scorer.surname) for w in wanted) for e in candidates]
        reached = sum(any(scorer.alike(names[e], w, scorer.surname) for e in candidates) for w in wanted)
        found.append(
            Asked(attendance.features(encounter, candidates, encounters), answers, len(wanted) - reached, gold["lang"])
        )
    return found


def fit(asked: Iterable[Asked]) -> Judge:
    """Train the judge."""
    every = [(row, answer) for a in asked for row, answer in zip(a.rows, a.answers, strict=True)]
    return fit_judge([row for row, _ in every], [answer for _, answer in every], THRESHOLD, DEPTH)


def report(title: str, asked: Sequence[Asked], given: Sequence[Sequence[bool]]) -> None:
    """Print precision and recall of people, and the share of encounters that have exactly the right ones."""
    for lang in ("all", *sorted({a.lang for a in asked})):
        chosen = [(a, g) for a, g in zip(asked, given, strict=True) if lang in ("all", a.lang)]
        right = sum(x and y for a, g in chosen for x, y in zip(a.answers, g, strict=True))
        said = sum(sum(g) for _, g in chosen)
        wanted = sum(sum(a.answers) + a.missed for a, _ in chosen)
        exact = sum(list(a.answers) == list(g) and not a.missed for a, g in chosen)
        print(
            f"{title:10} {lang:3}  precision {right / max(1, said):.3f}  recall {right / max(1, wanted):.3f}"
            f"  exact {exact / max(1, len(chosen)):.3f} of {len(chosen)}"
        )


def judged(asked: Iterable[Asked], judge: Judge) -> list[list[bool]]:
    """What a judge says."""
    return [[judge.probability(row) >= judge.threshold for row in a.rows] for a in asked]


def main() -> None:
    """Cross-validate, print the figures, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="folder to write the weights to")
    parser.add_argument("--measure", type=Path, action="append", default=[], help="documents to measure the result on")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)

    def load(folder: Path) -> list[list[Asked]]:
        paths = sorted(folder.rglob("*.json"))
        return [asked_of(json.loads(path.read_text(encoding="utf-8")), scorer) for path in paths]

    documents = load(arguments.gold)
    own = [each for gold in every_document() for each in asked_of(gold, scorer)]
    asked: list[Asked] = []
    given: list[list[bool]] = []
    for fold in range(FOLDS):
        learnt = [a for n, some in enumerate(documents) if n % FOLDS != fold for a in some]
        held = [a for some in documents[fold::FOLDS] for a in some]
        asked += held
        given += judged(held, fit([*learnt, *own]))
    report("rules", asked, [a.ruled for a in asked])
    report("judged", asked, given)
    judge = fit([*(a for some in documents for a in some), *own])
    for folder in arguments.measure:
        held = [a for some in load(folder) for a in some]
        report(f"{folder.name} rules", held, [a.ruled for a in held])
        report(f"{folder.name}", held, judged(held, judge))
    if arguments.out:
        save_judge(judge, arguments.out / f"{JUDGE}.json.xz")


if __name__ == "__main__":
    main()
