"""Learn two things of encounters: who took part, and under which agreement.

    python training/encounter_details.py GOLD --scorer SCORE.PY [--out src/peyman/reading/weights] [--measure DOCUMENTS]

GOLD is a folder of annotated documents in the flat form that ``score.py`` reads; the documents that were written for
this project (``documents/``) are learnt from in every fold and never measured on, but for agreements: they do not say
under which one an encounter took place. The encounters are those that reading finds, paired with the annotated ones as
the scorer pairs them; of each, every person and every agreement named near it is described
(`peyman.reading.attendance.participants`, `peyman.reading.meetings.bases`), and boosted trees decide of each. Printed
are precision and recall of people and of agreements, and how many encounters have exactly the right ones, of documents
that nothing was learnt from (five folds), beside what the rules alone give. scikit-learn trains; the seed is fixed.
"""

from __future__ import annotations

import argparse
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitting import fit_judge, save_judge
from reliability import load_scorer, source_of
from written_documents import annotated_documents, every_document

from peyman.actors.found import ActorEntry, AgreementEntry
from peyman.reading.attendance.participants import Attendance
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.surroundings import Surroundings
from peyman.reading.encounters import Encounter
from peyman.reading.judges.judgement import Judge
from peyman.reading.meetings.bases import Grounds
from peyman.reading.meetings.entries import read_encounters
from peyman.reading.reader import prepare

FOLDS = 5


@dataclass(frozen=True)
class Question:
    """One thing that is asked of every encounter.

    Attributes:
        name: Of the file of weights.
        slot: Where annotated encounters have the answer.
        layer: Where annotated documents list what may be an answer.
        depth: Of the trees.
        threshold: From which probability on the answer is yes.
        from_own: Whether the documents written for this project say it.
    """

    name: str
    slot: str
    layer: str
    depth: int
    threshold: float
    from_own: bool


PEOPLE = Question("meetings-participant", "people", "people", 4, 0.4, True)
BASES = Question("meetings-basis", "basis", "agreements", 2, 0.3, False)


@dataclass
class Asked:
    """One encounter: each candidate, and whether it is an answer; and answers that are no candidates."""

    rows: list[dict[str, float]]
    answers: list[bool]
    missed: int
    lang: str

    @property
    def ruled(self) -> list[bool]:
        """What the rules say."""
        return [bool(row["in_rule"]) for row in self.rows]


def asked_of(gold: Mapping[str, Any], scorer: types.ModuleType) -> dict[Question, list[Asked]]:
    """Describe what may be an answer, for every encounter of a document that an annotator has too."""
    context = prepare(source_of(gold)).context
    encounters, around = read_encounters(context), Surroundings(context)
    found: dict[Question, list[Asked]] = {}
    told = list(_paired(gold, context, encounters, scorer))
    entries: Sequence[ActorEntry | AgreementEntry]
    for question, describes, entries, alike in (
        (PEOPLE, Attendance(context, around), context.found.actors, scorer.surname),
        (BASES, Grounds(context, around), context.found.agreements, scorer.half_shared),
    ):
        names = _names(gold, question, context, entries, scorer)
        for encounter, annotated in told:
            wanted = list(annotated.get(question.slot) or [])
            candidates = describes.candidates(encounter)
            right = _same(scorer, alike)
            found.setdefault(question, []).append(
                Asked(
                    describes.features(encounter, candidates, encounters),
                    [any(right(names[e], w) for w in wanted) for e in candidates],
                    sum(not any(right(names[e], w) for e in candidates) for w in wanted),
                    gold["lang"],
                )
            )
    return found


def _same(scorer: types.ModuleType, also: Callable[[Any, Any], bool]) -> Callable[[str, str], bool]:
    return lambda a, b: bool(scorer.alike(a, b, also))


def _paired(
    gold: Mapping[str, Any], context: Context, encounters: Iterable[Encounter], scorer: types.ModuleType
) -> Iterator[tuple[Encounter, Mapping[str, Any]]]:
    """Yield the encounters that are told where an annotated one is, each with that."""
    text = scorer.Text(gold["text"])
    told = [(m, text.sentences(m)) for m in gold["meetings"]]
    for encounter in encounters:
        span = context.text.span(encounter.main.first, encounter.main.last)
        at = text.sentences({"anchor": "", "spans": [span]})
        here = [pair for pair in told if pair[1] & at]
        if here:
            one = max(here, key=lambda pair: len(set(pair[0]["parties"]) & set(encounter.parties)))
            told.remove(one)
            yield encounter, one[0]


def _names(
    gold: Mapping[str, Any],
    question: Question,
    context: Context,
    entries: Sequence[ActorEntry | AgreementEntry],
    scorer: types.ModuleType,
) -> list[str]:
    """The name of each entry as the annotators have it, where they list it."""
    text = scorer.Text(gold["text"])
    listed = [(text.where(x, "text"), x["name"]) for x in gold.get(question.layer, [])]
    names = []
    for entry in entries:
        spans = {"_at": [context.text.span(m.first, m.last) for m in entry.mentions]}
        name = next((n for at, n in listed if scorer.overlap({"_at": at}, spans)), None)
        names.append(name or entry.names.get("en") or entry.name)
    return names


def fit(question: Question, asked: Iterable[Asked]) -> Judge:
    """Train the judge of a question."""
    every = [(row, answer) for a in asked for row, answer in zip(a.rows, a.answers, strict=True)]
    return fit_judge([row for row, _ in every], [answer for _, answer in every], question.threshold, question.depth)


def judged(asked: Iterable[Asked], judge: Judge) -> list[list[bool]]:
    """What a judge says."""
    return [[judge.probability(row) >= judge.threshold for row in a.rows] for a in asked]


def report(title: str, asked: Sequence[Asked], given: Sequence[Sequence[bool]]) -> None:
    """Print precision and recall, and the share of encounters that have exactly the right answers."""
    for lang in ("all", *sorted({a.lang for a in asked})):
        chosen = [(a, g) for a, g in zip(asked, given, strict=True) if lang in ("all", a.lang)]
        right = sum(x and y for a, g in chosen for x, y in zip(a.answers, g, strict=True))
        said = sum(sum(g) for _, g in chosen)
        wanted = sum(sum(a.answers) + a.missed for a, _ in chosen)
        exact = sum(list(a.answers) == list(g) and not a.missed for a, g in chosen)
        print(
            f"{title:20} {lang:3}  precision {right / max(1, said):.3f}  recall {right / max(1, wanted):.3f}"
            f"  exact {exact / max(1, len(chosen)):.3f} of {len(chosen)}"
        )


def main() -> None:
    """Cross-validate, print the figures, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="folder to write the weights to")
    parser.add_argument("--measure", type=Path, action="append", default=[], help="documents to measure the result on")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)

    def load(folder: Path) -> list[dict[Question, list[Asked]]]:
        return [asked_of(gold, scorer) for gold in annotated_documents(folder)]

    documents = load(arguments.gold)
    written = [asked_of(gold, scorer) for gold in every_document()]
    measured = [(folder, load(folder)) for folder in arguments.measure]
    for question in (PEOPLE, BASES):
        own = [a for document in written for a in document.get(question, ())] if question.from_own else []
        asked: list[Asked] = []
        given: list[list[bool]] = []
        for fold in range(FOLDS):
            learnt = [a for n, d in enumerate(documents) if n % FOLDS != fold for a in d.get(question, ())]
            held = [a for d in documents[fold::FOLDS] for a in d.get(question, ())]
            asked += held
            given += judged(held, fit(question, [*learnt, *own]))
        report(f"{question.slot}, rules", asked, [a.ruled for a in asked])
        report(f"{question.slot}, judged", asked, given)
        judge = fit(question, [*(a for d in documents for a in d.get(question, ())), *own])
        for folder, some in measured:
            held = [a for d in some for a in d.get(question, ())]
            report(f"{folder.name} {question.slot}, rules", held, [a.ruled for a in held])
            report(f"{folder.name} {question.slot}", held, judged(held, judge))
        if arguments.out:
            save_judge(judge, arguments.out / f"{question.name}.json.xz")


if __name__ == "__main__":
    main()
