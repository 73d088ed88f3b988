"""Learn how far judges can be believed: from what they say of documents that they have not seen.

    python training/confidence.py GOLD --scorer SCORE.PY --prose DATA [--kinds KIND ...]

GOLD is the folder of annotated documents that everything learns from. In each of five folds the judges of encounters
and statements and the models of undertakings are trained without the documents of that fold, which are then read with
them; each entry's answer and whether it is right go into one isotonic regression a kind. Writes
``src/peyman/reading/weights/confidence.json``. Train the judges first: the line belongs to how they are trained. With
``--kinds`` the other lines stay as they are, and judges and models of other kinds are those that are shipped.
"""

from __future__ import annotations

import argparse
import json
import random
import types
from collections.abc import Callable, Sequence
from contextlib import ExitStack
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
from written_documents import annotated_documents, every_document, follows_a_page

from peyman.reading.judges.confidence import FILE
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


class _Folds:
    """Fits what reads a fold on the documents outside it; only what the kinds asked for need."""

    def __init__(
        self, scorer: types.ModuleType, prose: Path | None, golds: Sequence[dict[str, Any]], kinds: Sequence[str]
    ) -> None:
        self.met: dict[str, encounters.Annotated] = {}
        self.said: dict[str, statements.Annotated] = {}
        self.told: dict[str, undertakings.Examples] = {}
        self.prose: list[undertakings.Examples] = []
        self.running: list[statements.Running] = []
        learnt = [
            g for g in golds if not follows_a_page(g["id"])
        ]  # of the rest only the judge of statements has learnt
        if "meetings" in kinds:
            self.met = {g["id"]: encounters.annotated(g, scorer) for g in learnt}
        if "statements" in kinds:
            self.said = {g["id"]: statements.Annotated(g, scorer) for g in golds}
            self.running = [statements.Running(p) for p in passages(prose) if not p.kept] if prose else []
        if "commitments" in kinds:
            self.told = {g["id"]: undertakings.examples(undertakings.read(g)) for g in learnt}
            self.prose = [undertakings.from_prose(prose, list(self.told.values()))[0]] if prose else []

    def fitted(self, ids: Sequence[str]) -> dict[str, Callable[..., Any]]:
        """Return what takes the place of the shipped judges and models, by where they are asked for."""
        found: dict[str, Callable[..., Any]] = {}
        if self.met:
            judges = encounters.train([self.met[i] for i in ids if i in self.met], encounters.TELLING_THRESHOLD)
            found["peyman.reading.meetings.entries.shipped_judges"] = lambda: judges
        if self.said:
            spoken = statements.learn([self.said[i] for i in ids], running=self.running)
            found["peyman.reading.statements.entries.shipped"] = lambda: spoken
        if self.told:
            models = undertakings.train([*(self.told[i] for i in ids if i in self.told), *self.prose])
            found["peyman.reading.commitments.entries.model"] = models.__getitem__
        return found


def main() -> None:
    """Read every fold with what has not seen it, fit the lines, print how they do across folds, write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--prose", type=Path, metavar="DATA", help="running text that was learnt from beside GOLD")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, help="fit the lines of these alone")
    arguments = parser.parse_args()
    scorer = reliability.load_scorer(arguments.scorer)
    golds = annotated_documents(arguments.gold)
    random.Random(SEED).shuffle(golds)
    own = list(every_document())
    folds = _Folds(scorer, arguments.prose, [*golds, *own], arguments.kinds)
    by_fold: list[dict[str, list[reliability.Outcome]]] = []
    for fold in range(FOLDS):
        ids = [g["id"] for n, g in enumerate(golds) if n % FOLDS != fold] + [g["id"] for g in own]
        with ExitStack() as patched:
            for name, with_fold in folds.fitted(ids).items():
                patched.enter_context(mock.patch(name, with_fold))
            patched.enter_context(mock.patch("peyman.reading.reader.confident", lambda _, value: value))
            readings = [(g, read_document(reliability.source_of(g))) for g in golds[fold::FOLDS]]
        by_fold.append(reliability.collect(reliability.outcomes(g, r, scorer) for g, r in readings))
    lines: dict[str, Any] = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    for kind in arguments.kinds:
        rows = [row for fold in by_fold for row in fold[kind]]
        lines[kind] = line_of(rows)
        print(f"{kind}: {len(rows)} entries, {sum(r for _, r in rows) / len(rows):.2f} right")
    FILE.write_text(json.dumps(lines, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
