"""Learn how many undertakings a document is expected to tell, from what else is read of it.

    python training/density.py ANNOTATED [--only-measure]

ANNOTATED is the folder of annotated documents that undertakings are learnt from; ``documents/`` are learnt from too,
all of them. A Poisson regression (undertakings for each sentence, documents weighted by their sentences) over the
measures of ``peyman.reading.commitments.density``. Prints, in three folds over files, how much of the deviance it
explains, and what is read with and without it in documents that follow real pages, from which the model of undertakings
has not learnt; then writes ``src/peyman/reading/weights/density.json``. Nothing is random.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np
from sklearn.linear_model import PoissonRegressor
from sklearn.metrics import mean_poisson_deviance
from undertakings import Annotated, Tally, annotated, forget_singular_cues, read
from written_documents import every_document, follows_a_page

from peyman.reading.commitments.density import FARTHEST, FILE, expected_from, measures
from peyman.reading.commitments.entries import read_commitments
from peyman.reading.commitments.pledges import ruled_commitments

FOLDS = 3
#: L2 penalty.
PENALTY = 0.1
Weights = Mapping[str, Sequence[float]]


def fold_of(document: Annotated) -> int:
    """The fold of a document; those of one file go together."""
    identifier = document.gold["id"]
    return sum(map(ord, identifier.rpartition("-")[0] if document.gold.get("synthetic") else identifier)) % FOLDS


def measured(document: Annotated) -> dict[str, float]:
    """Return the measures of a document."""
    draft = document.draft
    ruled = ruled_commitments(draft.context, draft.attribution, draft.meetings)
    return measures(draft.context, draft.attribution, draft.meetings, len(ruled))


def told(document: Annotated) -> int:
    """How many undertakings a document tells, optional ones left out."""
    return sum(not entry.get("optional") for here in document.anchored.values() for *_, entry in here)


def fit(documents: Sequence[Annotated], rows: Mapping[str, Mapping[str, float]]) -> dict[str, list[float]]:
    """Fit the regression."""
    names = sorted(next(iter(rows.values())))
    values = np.array([[rows[d.gold["id"]][name] for name in names] for d in documents])
    means, deviations = values.mean(0), values.std(0) + 1e-9
    scaled = np.clip((values - means) / deviations, -FARTHEST, FARTHEST)
    sentences = np.array([max(1, len(d.draft.context.sentences)) for d in documents])
    shares = np.array([told(d) for d in documents]) / sentences
    model = PoissonRegressor(alpha=PENALTY, max_iter=1000, tol=1e-7).fit(scaled, shares, sample_weight=sentences)
    middle = float(np.median(np.log(model.predict(scaled))))
    found = {
        name: [round(float(number), 4) for number in (mean, deviation, weight)]
        for name, mean, deviation, weight in zip(names, means, deviations, model.coef_, strict=True)
    }
    return {"start": [round(float(model.intercept_), 4), round(middle, 4)]} | found


def main() -> None:
    """Measure by folds, then train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--only-measure", action="store_true")
    arguments = parser.parse_args()
    documents = [read(g | {"synthetic": False}) for g in annotated(arguments.annotated)]
    documents += [read(gold) for gold in every_document()]
    forget_singular_cues(documents)
    rows = {d.gold["id"]: measured(d) for d in documents}
    fitted = fit(documents, rows)
    if not arguments.only_measure:
        FILE.write_text(json.dumps(fitted, indent=1) + "\n", "utf-8")
    print(json.dumps(fitted))
    by_fold = [fit([d for d in documents if fold_of(d) != fold], rows) for fold in range(FOLDS)]
    show_expectation(documents, rows, by_fold)
    show_pages([d for d in documents if follows_a_page(d.gold["id"])], rows, by_fold)


def show_expectation(
    documents: Sequence[Annotated], rows: Mapping[str, Mapping[str, float]], by_fold: Sequence[Weights]
) -> None:
    """Print how far what is expected is borne out, in documents that nothing was learnt from."""
    groups: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for d in documents:
        expected = expected_from(rows[d.gold["id"]], by_fold[fold_of(d)]).expected
        group = "annotated" if not d.gold["synthetic"] else "pages" if follows_a_page(d.gold["id"]) else "invented"
        sentences = max(1, len(d.draft.context.sentences))
        for name in ("all", group):
            groups[name].append((told(d) / sentences, expected, sentences))
    for name, table in groups.items():
        shares, expected_shares, weights = (np.array(column) for column in zip(*table, strict=True))
        mean = np.full(len(shares), np.average(shares, weights=weights))
        deviance, alone = (mean_poisson_deviance(shares, e, sample_weight=weights) for e in (expected_shares, mean))
        print(
            f"{name}: {len(table)} documents, {np.average(shares, weights=weights):.3f} undertakings a sentence, "
            f"{np.average(expected_shares, weights=weights):.3f} expected, {1 - deviance / alone:.2f} explained"
        )


def show_pages(
    documents: Sequence[Annotated], rows: Mapping[str, Mapping[str, float]], by_fold: Sequence[Weights]
) -> None:
    """Print what the shipped models read in documents that follow real pages, without and with what is expected."""
    tallies = {"rules believed alike": Tally(), "as dense as expected": Tally()}
    for d in documents:
        expected = expected_from(rows[d.gold["id"]], by_fold[fold_of(d)])
        for tally, density in zip(tallies.values(), (replace(expected, sparse=0.0), expected), strict=True):
            with mock.patch("peyman.reading.commitments.entries.density_of", lambda *_, density=density: density):
                tally.add(d, read_commitments(d.draft.context, d.draft.attribution, d.draft.meetings))
    for name, tally in tallies.items():
        c = tally.counts
        print(f"{name}: {c['gold']} asked, {c['given']} given, {c['hit']} right; {tally}")


if __name__ == "__main__":
    main()
