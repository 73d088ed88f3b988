"""Learn how far judges can be believed: from what they say of documents that they have not seen.

    python training/confidence.py GOLD --scorer SCORE.PY --prose DATA

GOLD is the folder of annotated documents that everything learns from. In each of five folds the judges of encounters
and statements and the models of undertakings are trained without the documents of that fold, which are then read with
them; each entry's answer and whether it is right go into one isotonic regression a kind. Writes
``src/peyman/reading/weights/confidence.json``. Train the judges first: the line belongs to how they are trained.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import encounters
import reliability
import statements
import undertakings
from fitting import SEED
from said import passages
from sklearn.isotonic import IsotonicRegression
from written_documents import every_document

from peyman.reading.confidence import FILE
from peyman.reading.reader import read_document

FOLDS = 5
KINDS = reliability.KINDS
#: A line has at most so many corners.
CORNERS = 12


def line_of(rows: Sequence[reliability.Outcome]) -> list[tuple[float, float]]:
    """Fit a rising line to outcomes, and return its corners."""
    said = [s for s, _ in rows]
    regression = IsotonicRegression(y_min=0.02, y_max=0.98, out_of_bounds="clip").fit(said, [float(r) for _, r in rows])
    ordered = sorted(said)
    corners = []
    for n in range(CORNERS):
        low, high = n * len(ordered) // CORNERS, max(n * len(ordered) // CORNERS + 1, (n + 1) * len(ordered) // CORNERS)
        block = ordered[low:high]
        heights = regression.predict(block)
        corners.append((round(sum(block) / len(block), 3), round(float(sum(heights)) / len(block), 3)))
    return sorted(dict(corners).items())


def main() -> None:
    """Read every fold with what has not seen it, fit the lines, print how they do across folds, write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--prose", type=Path, metavar="DATA", help="running text that was learnt from beside GOLD")
    arguments = parser.parse_args()
    scorer = reliability.load_scorer(arguments.scorer)
    golds = encounters.golds_in(arguments.gold)
    random.Random(SEED).shuffle(golds)
    own = list(every_document())
    met = {g["id"]: encounters.annotated(g, scorer) for g in (*golds, *own)}
    said = {g["id"]: statements.Annotated(g, scorer) for g in (*golds, *own)}
    told = {g["id"]: undertakings.examples(undertakings.read(g)) for g in (*golds, *own)}
    prose = [undertakings.from_prose(arguments.prose, list(told.values()))[0]] if arguments.prose else []
    running = [statements.Running(p) for p in passages(arguments.prose) if not p.kept] if arguments.prose else []
    by_fold: list[dict[str, list[reliability.Outcome]]] = []
    for fold in range(FOLDS):
        ids = [g["id"] for n, g in enumerate(golds) if n % FOLDS != fold] + [g["id"] for g in own]
        judges = encounters.train([met[i] for i in ids], encounters.TELLING_THRESHOLD)
        spoken = statements.learn([said[i] for i in ids], running=running)
        models = undertakings.train([*(told[i] for i in ids), *prose])
        with (
            mock.patch("peyman.reading.meetings.shipped_judges", lambda judges=judges: judges),
            mock.patch("peyman.reading.statements.shipped", lambda spoken=spoken: spoken),
            mock.patch("peyman.reading.commitments.model", models.__getitem__),
            mock.patch("peyman.reading.reader.confident", lambda _, value: value),
        ):
            readings = [(g, read_document(reliability.source_of(g))) for g in golds[fold::FOLDS]]
        by_fold.append(reliability.collect(reliability.outcomes(g, r, scorer) for g, r in readings))
    lines: dict[str, Any] = {}
    for kind in KINDS:
        rows = [row for fold in by_fold for row in fold[kind]]
        lines[kind] = line_of(rows)
        print(f"{kind}: {len(rows)} entries, {sum(r for _, r in rows) / len(rows):.2f} right")
    FILE.write_text(json.dumps(lines, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
