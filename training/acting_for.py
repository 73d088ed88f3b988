"""Learn for whom a person acts whose office does not say it.

    python training/acting_for.py GOLD OFFICE_HOLDERS [--out src/peyman/actors/allegiance/acting_for.json]

GOLD is a folder of annotated documents in the flat form that ``score.py`` reads; the documents that were written for
this project (``documents/``) are learnt from too. Each is read with its publisher, and half of them once more without.
Of each person whose party neither the register nor an office tells, and of those besides whom only the register knows,
the parties that the text speaks of are described (`peyman.actors.allegiance.acting_for`), and a conditional logit
(McFadden 1974) is fitted with a Gaussian prior. What a name says of where somebody is from is learnt anew for each
fold, from the names of the others that the register does not know (``name_origins.py``, with the office holders' tables
of OFFICE_HOLDERS): of names that it has learnt it would say more than of new ones. Printed is how often the likeliest
party is the right one, of documents that nothing was learnt from (five folds). SciPy fits it; nothing is drawn by
chance but the folds, whose seed is fixed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import name_origins
import numpy as np
from reliability import source_of
from scipy.optimize import minimize
from written_documents import annotated_documents, every_document

from peyman.actors import entries
from peyman.actors.allegiance import acting_for, whose
from peyman.actors.allegiance.acting_for import LIKELY, NOBODY, Candidates, Features, Surroundings
from peyman.actors.allegiance.name_origins import NameOrigins, speaks_for
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.people.known_people import known_person
from peyman.actors.spans import KnownSpans
from peyman.reading.reader import prepare
from peyman.text.analysis import AnalysedText

FOLDS = name_origins.FOLDS
#: Inverse variance of the prior of each weight.
PRIOR = 8.0
#: A feature is learnt from so many parties of so many people at least.
FEWEST = 25


@dataclass(frozen=True)
class Asked:
    """One person: the document, each party with its features, and the right one."""

    document: str
    name: str
    known: bool
    parties: dict[str, Features]
    right: str


def asked(document: dict[str, Any], with_publisher: bool) -> Iterator[Asked]:
    """Give each person of a document whose party is to be told, and those besides whom the register knows.

    Args:
        document: An annotated document.
        with_publisher: Whether its publisher is known.
    """
    seen: list[tuple[Sequence[FoundPerson], Surroundings]] = []
    known: list[list[str | None]] = []

    def noted(people: Sequence[FoundPerson], around: Surroundings, sure: float = LIKELY) -> list[str | None]:
        if not any(person.is_body for person in people):
            seen.append((people, replace(around, decided=tuple(around.decided))))
        return [None] * len(people)

    def told_of(text: AnalysedText, spans: KnownSpans, person: FoundPerson) -> str | None:
        found = known_person(text, spans, person)
        known[-1].append(found)
        return found

    def told(text: AnalysedText, spans: KnownSpans, people: Sequence[FoundPerson], about: whose.About) -> Any:
        known.append([])
        return ask(text, spans, people, about)

    ask = whose.whose
    patched = ((acting_for, "choose", noted), (whose, "known_person", told_of), (entries, "whose", told))
    kept = [(module, name, getattr(module, name)) for module, name, _ in patched]
    for module, name, instead in patched:
        setattr(module, name, instead)
    try:
        prepare(source_of(document if with_publisher else {**document, "publisher": None}))
    finally:
        for module, name, before in kept:
            setattr(module, name, before)
    people, around = seen[-1]
    for number, (person, key) in enumerate(zip(people, known[-1], strict=True)):
        is_told = around.decided[number] is not None
        # Whom the register knows is described as if it did not: there are few others in accounts of real talks.
        if is_told and (key is None or person.party or not with_publisher):
            continue
        name = around.text.words(*person.name)
        annotated = [each for each in document["people"] if name in each["text"] or each["text"] in name]
        if annotated:
            party = annotated[0].get("party") or NOBODY
            before = [None if at == number else decided for at, decided in enumerate(around.decided)]
            candidates = Candidates(people, replace(around, decided=before)).of(number)
            if is_told:
                # The famous act for somebody: what speaks for acting for nobody is to be learnt from the others.
                candidates.pop(NOBODY)
            yield Asked(document["id"], name, is_told, candidates, party if isinstance(party, str) else party[0])


def by_unlearnt_names(each: Asked, model: NameOrigins) -> Asked:
    """Return somebody with what a model that has not learnt from his document says of his name."""
    said = model.said(each.name)
    named = {party: features for party, features in each.parties.items() if "name" in features}
    by_name = speaks_for(said, named, for_one=any("office" in features for features in named.values()))
    parties = {
        party: {**features, "name": by_name[party]} if party in by_name else features
        for party, features in each.parties.items()
    }
    return replace(each, parties=parties)


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
    parser.add_argument("office_holders", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    documents = annotated_documents(arguments.gold)
    documents += every_document()
    rows = [
        each
        for number, document in enumerate(documents)
        for with_publisher in ((True, False) if number % 2 else (True,))
        for each in asked(document, with_publisher)
    ]
    fold = name_origins.folds(documents)
    registered = name_origins.Registered()
    holders = name_origins.of_office_holders(arguments.office_holders)
    models = name_origins.without_each_fold(
        [
            {**document, "people": [each for each in document["people"] if each["text"] not in registered]}
            for document in documents
        ],
        {(name, party) for name, party in holders if name not in registered},
    )
    rows = [by_unlearnt_names(row, models[fold[row.document]]) for row in rows]
    right, given, there = Counter[bool](), Counter[bool](), Counter[bool]()
    for n in range(FOLDS):
        weights = fit([row for row in rows if fold[row.document] != n])
        for row in rows:
            if fold[row.document] == n:
                party, likely = likeliest(row, weights)
                given[row.known] += likely >= LIKELY
                right[row.known] += likely >= LIKELY and party == row.right
                there[row.known] += row.right in row.parties
    for known in (False, True):
        many = sum(row.known == known for row in rows)
        who = "people as if the register did not know them" if known else "people whom the register does not know"
        share = right[known] / many
        print(f"{many} {who}: right one a candidate {there[known]}, given {given[known]}, right {share:.3f}")
    if arguments.out:
        weights = fit(rows)
        arguments.out.write_text(
            json.dumps({"people": len(rows), "weights": weights}, indent=1, sort_keys=True) + "\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
