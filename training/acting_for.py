"""Learn for whom a person acts whose office does not say it.

    python training/acting_for.py GOLD [--out src/peyman/actors/acting_for.json]

GOLD is a folder of annotated documents in the flat form that ``score.py`` reads; the documents that were written for
this project (``documents/``) are learnt from too. Each is read with its publisher, and half of them once more without.
Of each person whose party neither the register nor an office tells, the parties that the text speaks of are described
(`peyman.actors.acting_for`), and a conditional logit (McFadden 1974) is fitted with a Gaussian prior. Printed is how
often the likeliest party is the right one, of documents that nothing was learnt from (five folds). SciPy fits it;
nothing is drawn by chance but the folds, whose seed is fixed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from reliability import source_of
from scipy.optimize import minimize
from written_documents import every_document

from peyman.actors import acting_for
from peyman.actors.acting_for import LIKELY, NOBODY, Candidates, Features, Surroundings
from peyman.actors.found_people import FoundPerson
from peyman.reading.reader import prepare

FOLDS, SEED = 5, 7
#: Inverse variance of the prior of each weight.
PRIOR = 8.0
#: A feature is learnt from so many parties of so many people at least.
FEWEST = 25


@dataclass(frozen=True)
class Asked:
    """One person: the document, each party with its features, and the right one."""

    document: str
    parties: dict[str, Features]
    right: str


def asked(document: dict[str, Any], with_publisher: bool) -> Iterator[Asked]:
    """Give each person of a document whose party is to be told.

    Args:
        document: An annotated document.
        with_publisher: Whether its publisher is known.
    """
    seen: list[tuple[Sequence[FoundPerson], Surroundings]] = []
    choose = acting_for.choose

    def noted(people: Sequence[FoundPerson], around: Surroundings) -> list[str | None]:
        seen.append((people, around))
        return [None] * len(people)

    setattr(acting_for, "choose", noted)  # noqa: B010
    try:
        prepare(source_of(document if with_publisher else {**document, "publisher": None}))
    finally:
        setattr(acting_for, "choose", choose)  # noqa: B010
    people, around = seen[-1]
    candidates = Candidates(people, around)
    for number, person in enumerate(people):
        if around.decided[number] is not None:
            continue
        name = around.text.words(*person.name)
        told = [each for each in document["people"] if name in each["text"] or each["text"] in name]
        if told:
            party = told[0].get("party") or NOBODY
            yield Asked(document["id"], candidates.of(number), party if isinstance(party, str) else party[0])


def fit(learnt_from: Sequence[Asked]) -> dict[str, float]:
    """Fit the weights of all features that are there often enough."""
    seen = Counter(name for each in learnt_from for features in each.parties.values() for name in features)
    names = sorted(name for name, times in seen.items() if times >= FEWEST)
    place = {name: n for n, name in enumerate(names)}
    groups = []
    for each in learnt_from:
        if each.right in each.parties:
            table = np.zeros((len(each.parties), len(names)))
            for row, features in zip(table, each.parties.values(), strict=True):
                for name, value in features.items():
                    if name in place:
                        row[place[name]] = value
            groups.append((table, list(each.parties).index(each.right)))

    def loss(weights: Any) -> tuple[float, Any]:
        total, slope = PRIOR * weights @ weights / 2, PRIOR * weights
        for table, right in groups:
            scores = table @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            total -= np.log(likely[right] + 1e-12)
            slope = slope - (table[right] - likely @ table)
        return total, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {name: round(float(weight), 4) for name, weight in zip(names, found, strict=True)}


def likeliest(each: Asked, weights: dict[str, float]) -> tuple[str | None, float]:
    """Return the likeliest party of a person, and how likely it is."""
    scores = {
        party: float(np.exp(sum(weights.get(name, 0.0) * value for name, value in features.items())))
        for party, features in each.parties.items()
    }
    best = max(scores, key=lambda party: scores[party], default=None)
    return best, scores[best] / sum(scores.values()) if best is not None else 0.0


def main() -> None:
    """Measure in folds, and write the weights that all documents give."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(arguments.gold.rglob("*.json"))]
    documents += every_document()
    rows = [
        each
        for number, document in enumerate(documents)
        for with_publisher in ((True, False) if number % 2 else (True,))
        for each in asked(document, with_publisher)
    ]
    order = sorted({row.document for row in rows})
    np.random.default_rng(SEED).shuffle(order)
    fold = {document: n % FOLDS for n, document in enumerate(order)}
    right = given = 0
    for n in range(FOLDS):
        weights = fit([row for row in rows if fold[row.document] != n])
        for row in rows:
            if fold[row.document] == n:
                party, likely = likeliest(row, weights)
                given += likely >= LIKELY
                right += likely >= LIKELY and party == row.right
    there = sum(row.right in row.parties for row in rows)
    print(f"{len(rows)} people, the right party among the candidates of {there}: given {given}, right {right}")
    if arguments.out:
        weights = fit(rows)
        arguments.out.write_text(
            json.dumps({"people": len(rows), "weights": weights}, indent=1, sort_keys=True) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
