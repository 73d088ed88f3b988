"""Learn from which region people are by their names.

    python training/name_origins.py GOLD OFFICE_HOLDERS [--out src/peyman/actors/allegiance/name_origins.json.xz]

GOLD is a folder of annotated documents in the flat form that ``score.py`` reads; the documents that were written for
this project (``documents/``) are learnt from too, and so are the people of the register, by their first form in each
language. OFFICE_HOLDERS is the folder of the office holders' tables (Wikidata, CC0): ``officeholders.tsv`` and
``native_names.tsv``; of one state at most a fixed number is taken, drawn with a fixed seed, as of three states there
are many more than of all others together. Each different name counts once for a party. Printed is how often the
likeliest region is the right one of names that stand in no other fold, and how often the right region is more likely
than another that is drawn by how often it is met (five folds of documents). scikit-learn fits it.
"""

from __future__ import annotations

import argparse
import csv
import lzma
import random
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any

import numpy as np
from register import LANGUAGES, SOURCES, forms, read
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from written_documents import annotated_documents, every_document

from peyman.actors.allegiance.name_origins import STEP, NameOrigins, region_of, sounds

FOLDS, SEED = 5, 7
#: Inverse strength of the penalty of squared weights.
STRENGTH = 0.5
#: A sound is weighed that so many names have at least.
FEWEST = 5
#: Office holders of one state, at most.
MOST_OF_A_STATE = 300
_BYTE = 127

Named = tuple[str, str]
"""A name and the party that its bearer acts for."""


def of_documents(documents: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Give the document, the name and the party of everybody whose party the annotation of a document tells."""
    for document in documents:
        for person in document["people"]:
            party = person.get("party")
            party = party[0] if isinstance(party, list) and party else party
            if party and region_of(party):
                yield document["id"], person["text"], party


def of_register() -> set[Named]:
    """Return the people of the register, by their first form in each language that is no surname alone."""
    people = read(SOURCES / "people.tsv")
    listed = ((next(iter(forms(row[code])), ""), row["party"]) for row in people for code in LANGUAGES)
    return {(name, party) for name, party in listed if " " in name and region_of(party)}


def of_office_holders(folder: Path) -> set[Named]:
    """Return the people of the office holders' tables, no more of one state than `MOST_OF_A_STATE`."""
    territories = list(_table(folder.parent / "territories" / "territories.tsv"))
    codes = {name: row["code"] for row in territories for name in (row["name_en"], row["full_name_en"])}
    keys = {row["alpha2"]: row["alpha3"] for row in read(SOURCES / "states.tsv")}
    rows = [(row["person"], row["country"]) for row in _table(folder / "officeholders.tsv")]
    rows += [(row["name"], row["country"]) for row in _table(folder / "native_names.tsv")]
    random.Random(SEED).shuffle(rows)
    taken: dict[Named, None] = {}
    many: Counter[str] = Counter()
    for name, country in rows:
        party = keys.get(country if len(country) == len("IQ") else codes.get(country, ""), "")
        if region_of(party) and (name, party) not in taken and many[party] < MOST_OF_A_STATE:
            taken[name, party] = None
            many[party] += 1
    return set(taken)


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def fit(names: Set[Named]) -> NameOrigins:
    """Learn from names.

    Args:
        names: Names and the parties of their bearers.
    """
    ordered = sorted(names)
    told = [region_of(party) or "" for _, party in ordered]
    found = CountVectorizer(analyzer=sounds, binary=True, min_df=FEWEST)
    table = found.fit_transform([name for name, _ in ordered])
    learnt = LogisticRegression(C=STRENGTH, max_iter=200).fit(table, told)
    weights = np.clip(np.rint(learnt.coef_.T / STEP), -_BYTE, _BYTE).astype(np.int8)
    kept = np.flatnonzero(np.abs(weights).max(axis=1) > 0)
    listed = found.get_feature_names_out()
    many = Counter(told)
    return NameOrigins(
        tuple(learnt.classes_),
        tuple(round(many[region] / len(told), 5) for region in learnt.classes_),
        tuple(round(float(bias), 4) for bias in learnt.intercept_),
        {str(listed[row]): place for place, row in enumerate(kept)},
        memoryview(weights[kept].tobytes()).cast("b"),
    )


def folds(documents: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Return the fold of each document, as `acting_for` has it too."""
    order = sorted({document["id"] for document in documents})
    np.random.default_rng(SEED).shuffle(order)
    return {document: number % FOLDS for number, document in enumerate(order)}


def without_each_fold(documents: Sequence[dict[str, Any]], others: Set[Named]) -> list[NameOrigins]:
    """Learn once for each fold, from the documents of the others and from other names."""
    fold, people = folds(documents), list(of_documents(documents))
    return [fit({(name, party) for at, name, party in people if fold[at] != n} | others) for n in range(FOLDS)]


class Registered:
    """Tells whose names are, whole or in part, those of people of the register, in any language."""

    def __init__(self) -> None:
        self._by_end: dict[str, list[str]] = {}
        for row in read(SOURCES / "people.tsv"):
            for form in {form for code in LANGUAGES for form in forms(row[code])}:
                self._by_end.setdefault(form.split(" ")[-1], []).append(form)

    def __contains__(self, name: object) -> bool:
        listed = self._by_end.get(str(name).split(" ")[-1], ())
        return any(str(name) in form or form in str(name) for form in listed)


def main() -> None:
    """Measure in folds, and write what all names give."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("office_holders", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    documents = annotated_documents(arguments.gold)
    documents += every_document()
    others = of_register() | of_office_holders(arguments.office_holders)
    people, fold = list(of_documents(documents)), folds(documents)
    regions = [region_of(party) or "" for _, _, party in people]
    draw = np.random.default_rng(SEED)
    asked = right = pairs = before = 0
    for n, model in enumerate(without_each_fold(documents, others)):
        learnt = {name for at, name, _ in people if fold[at] != n} | {name for name, _ in others}
        for (at, name, _), region in zip(people, regions, strict=True):
            if fold[at] == n and name not in learnt:
                said = model.said(name)
                asked += 1
                right += max(said, key=lambda each: said[each]) == region
                other = regions[int(draw.integers(len(regions)))]
                pairs += other != region
                before += other != region and said.get(region, 0.0) > said.get(other, 0.0)
    print(f"{asked} names that nothing was learnt from: likeliest region right {right / asked:.3f}")
    print(f"the right region before another: {before / pairs:.3f} of {pairs}")
    if arguments.out:
        model = fit({(name, party) for _, name, party in people} | others)
        arguments.out.write_bytes(lzma.compress(model.to_json(), preset=9))
        print(f"{len(model.regions)} regions, {len(model.places)} sounds, {arguments.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
