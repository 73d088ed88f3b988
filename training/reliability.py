"""How far the confidence of entries can be believed: a reliability table, and the expected calibration error.

    python training/reliability.py GOLD --scorer SCORE.PY [--bins 10]

GOLD is a folder of annotated documents in the flat form that the scorer reads. An entry is right if the scorer pairs
it with an annotated one. The expected calibration error is the mean distance between confidence and share of right
entries over equally wide bins, weighted by the entries in them (Naeini, Cooper and Hauskrecht 2015).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import types
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from written_documents import annotated_documents

from peyman.model import Reading
from peyman.reading.reader import read_document
from peyman.sources.model import SourceDocument

KINDS = ("dates", "people", "bodies", "places", "agreements", "statements", "meetings", "commitments")
#: Confidence of an entry, and whether it is right.
Outcome = tuple[float, bool]


def load_scorer(path: Path) -> types.ModuleType:
    """Load the scorer, a script outside the package."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def source_of(gold: Mapping[str, Any]) -> SourceDocument:
    """Return an annotated document as it would come in."""
    return SourceDocument(
        id=gold["id"],
        source=gold["id"],
        original=b"",
        text=gold["text"],
        publisher=gold.get("publisher"),
        published=gold.get("published"),
        published_from="given" if gold.get("published") else None,
        language=gold["lang"],
    )


def outcomes(gold: dict[str, Any], reading: Reading, scorer: types.ModuleType) -> dict[str, list[Outcome]]:
    """Return, by kind, the confidence of each entry that is scored, and whether it is right."""
    flat = scorer.flatten(json.loads(reading.to_json()), gold, gold["text"])
    text = scorer.Text(gold["text"])
    sure: dict[str, list[float]] = {
        "dates": [d.confidence for d in reading.dates if d.kind in ("date", "time") and d.edtf],
        "people": [a.confidence for a in reading.actors if a.kind == "person"],
        "bodies": [a.confidence for a in reading.actors if a.kind == "body"],
        "places": [p.confidence for p in reading.places],
        "agreements": [a.confidence for a in reading.agreements],
        "statements": [s.confidence for s in reading.statements if s.kind != "report"],
        "meetings": [m.confidence for m in reading.meetings],
        "commitments": [c.confidence for c in reading.commitments],
    }
    found: dict[str, list[Outcome]] = {}
    for kind in KINDS:
        spans = kind in scorer.SPANS
        sides = [[dict(x) for x in gold[kind]], [dict(x) for x in flat[kind]]]
        for entry in (x for side in sides for x in side):
            entry["_at"] = text.where(entry, "text") if spans else text.sentences(entry)
        ok = next(iter(scorer.TIERS[kind].values()))
        pairs, _ = scorer.pair(sides[0], sides[1], ok, kind)
        right = {id(given) for _, given in pairs}
        if spans:  # a second mention of one that is paired is no error
            right |= {id(given) for given in sides[1] if any(ok(asked, given) for asked in sides[0])}
        found[kind] = [(c, id(given) in right) for c, given in zip(sure[kind], sides[1], strict=True)]
    return found


def bins(rows: Sequence[Outcome], number: int) -> list[tuple[int, float, float]]:
    """Return, for each bin with entries, how many there are, their mean confidence, and the share of right ones."""
    table = []
    for n in range(number):
        inside = [(c, r) for c, r in rows if n <= min(c * number, number - 1e-9) < n + 1]
        if inside:
            count = len(inside)
            table.append((count, sum(c for c, _ in inside) / count, sum(r for _, r in inside) / count))
    return table


def expected_error(rows: Sequence[Outcome], number: int) -> float:
    """Return the expected calibration error; 0 where there is no entry."""
    return sum(count * abs(sure - right) for count, sure, right in bins(rows, number)) / max(1, len(rows))


def show(found: Mapping[str, Sequence[Outcome]], number: int) -> None:
    """Print the tables."""
    for kind, rows in found.items():
        print(f"\n{kind}: {len(rows)} entries, expected calibration error {expected_error(rows, number):.3f}")
        for count, sure, right in bins(rows, number):
            print(f"  confidence {sure:.2f}   right {right:.2f}   {count:5}")


def collect(parts: Iterable[Mapping[str, Sequence[Outcome]]]) -> dict[str, list[Outcome]]:
    """Put the outcomes of several documents together."""
    together: dict[str, list[Outcome]] = {kind: [] for kind in KINDS}
    for part in parts:
        for kind, rows in part.items():
            together[kind] += rows
    return together


def main() -> None:
    """Read the documents and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--bins", type=int, default=10)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)
    golds = annotated_documents(arguments.gold)
    golds = [gold for gold in golds if isinstance(gold, dict) and "meetings" in gold and "text" in gold]
    show(collect(outcomes(gold, read_document(source_of(gold)), scorer) for gold in golds), arguments.bins)


if __name__ == "__main__":
    main()
