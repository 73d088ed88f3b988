"""Learn what a language model's states say of encounters, and how that weighs beside the judge of tellings.

    pip install scikit-learn onnxruntime sentencepiece
    python training/language_model.py states DOCUMENTS.jsonl STATES --model MODEL
    python training/language_model.py fit DOCUMENTS.jsonl STATES UNSEEN.json --out src/peyman/reading/weights/meaning
    python training/language_model.py running DATA

``states`` asks layers of the model, which stay as they are, for every candidate of `meaning_candidates`: the mean of
the states of its cue, and of its clause, after each of the layers that are looked at (MODEL is what
`meaning_vocabulary` writes with ``--layers 4 6 8``; what is shipped, without the option, has the lower six).
``fit`` teaches a small network upon them with every document that is not held out, prints what it says of those that
are (some of those that follow real pages, and those of UNSEEN, which `judge_unseen` writes), and weighs both in a
logistic regression over the log-odds of judge and network: in two halves for the figures, over all of them for what is
written. Seed 20251107. ``running`` counts what is invented in the running text that is kept for measuring
(`prose_encounters`), without and with the model.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from encounters import context_of
from fitting import SEED
from meaning_vocabulary import LAYERS, LOOKED_AT
from prose_encounters import Passage, measure, passages
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve, roc_auc_score
from sklearn.neural_network import MLPClassifier

from peyman.reading.clauses.context import Context
from peyman.reading.encounters import Encounter
from peyman.reading.judges.language_model import Head, LanguageModel
from peyman.reading.meetings.entries import read_encounters
from peyman.reading.meetings.meaning import VARIABLE

#: Units of the hidden layer, penalty of its weights, passes, step, and how many networks are averaged.
UNITS, PENALTY, PASSES, STEP = 64, 1.0, 12, 3e-4


def states(documents: TextIO, folder: Path, model: Path) -> None:
    """Write the states of every candidate.

    Args:
        documents: Lines of `meaning_candidates`.
        folder: Where to write to: ``vectors.f16``, a row for each candidate, and ``candidates.jsonl``.
        model: The weights.
    """
    language_model = LanguageModel(model, head=False)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "vectors.f16").open("wb") as vectors, (folder / "candidates.jsonl").open("w") as candidates:
        for number, document in enumerate(map(json.loads, documents)):
            known = [n for n, c in enumerate(document["candidates"]) if c[2] is not None]
            asked = [((a, b), (c, d)) for (a, b), (c, d), _ in (document["candidates"][n] for n in known)]
            sentences = [tuple(s) for s in document["sentences"]]
            found = language_model.vectors(document["text"], sentences, asked)
            for n, vector in zip(known, found, strict=True):
                if vector is not None:
                    vectors.write(vector.astype(np.float16).tobytes())
                    answer = document["candidates"][n][2]
                    print(json.dumps({"id": document["id"], "candidate": n, "told": answer}), file=candidates)
            if number % 100 == 0:
                vectors.flush()
                candidates.flush()
                print(number, "documents", file=sys.stderr, flush=True)


def best_f1(answers: Any, scores: Any) -> float:
    """Return the highest F1 that a threshold gives."""
    precision, recall, _ = precision_recall_curve(answers, scores)
    return float(np.max(2 * precision * recall / np.maximum(precision + recall, 1e-9)))


def after(layer: int, vectors: Any) -> Any:
    """Return what the model makes of each candidate after one of the layers that are looked at, cue and clause."""
    return vectors.reshape(len(vectors), 2, len(LOOKED_AT), -1)[:, :, LOOKED_AT.index(layer)].reshape(len(vectors), -1)


def taught(vectors: Any, answers: Any) -> Head:
    """Teach a network.

    Args:
        vectors: What the model makes of each candidate.
        answers: Whether it tells an encounter.
    """
    given = vectors.astype(np.float32)
    mean, spread = given.mean(axis=0), given.std(axis=0) + 1e-3
    network = MLPClassifier(
        (UNITS,), alpha=PENALTY, learning_rate_init=STEP, max_iter=PASSES, batch_size=64, random_state=SEED
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # so many passes, and no more, are wanted
        network.fit((given - mean) / spread, answers)
    inner = (network.coefs_[0] / spread[:, None]).astype(np.float16)
    offset = (network.intercepts_[0] - mean @ inner.astype(np.float32)).astype(np.float32)
    return Head(
        (inner, offset), (network.coefs_[1][:, 0].astype(np.float32), network.intercepts_[1][0].astype(np.float32))
    )


def scores(head: Head, vectors: Any) -> Any:
    """Return what a network says of many candidates, in log-odds."""
    inner, offset = head.inner
    return np.maximum(vectors.astype(np.float32) @ inner.astype(np.float32) + offset, 0) @ head.outer[0] + head.outer[1]


@dataclass(frozen=True)
class Candidates:
    """Candidates with what is known of them; each attribute has one entry for each.

    Attributes:
        vectors: What the model makes of it.
        told: Whether it tells an encounter.
        held: Whether it is held out.
        judged: What the judge says of it, if it is held out.
        kinds: Of what kind its document is.
        documents: Its document.
    """

    vectors: Any
    told: Any
    held: Any
    judged: Any
    kinds: Any
    documents: Any


def candidates_of(documents: Path, folder: Path, unseen: Path) -> Candidates:
    """Return all candidates."""
    rows = [json.loads(line) for line in (folder / "candidates.jsonl").read_text("utf-8").splitlines()]
    known = {d["id"]: d for d in map(json.loads, documents.open(encoding="utf-8"))}
    judged = {**{i: d["judged"] for i, d in known.items() if d["held"]}, **json.loads(unseen.read_text("utf-8"))}
    return Candidates(
        vectors=np.fromfile(folder / "vectors.f16", np.float16).reshape(len(rows), -1),
        told=np.array([row["told"] for row in rows]),
        held=np.array([row["id"] in judged for row in rows]),
        judged=np.array([judged[row["id"]][row["candidate"]] if row["id"] in judged else 0.0 for row in rows]),
        kinds=np.array([known[row["id"]]["kind"] for row in rows]),
        documents=np.array([row["id"] for row in rows]),
    )


def together(some: Candidates, chosen: Any, modelled: Any) -> LogisticRegression:
    """Return how judge and model are weighed, by some of the candidates; each kind of document counts alike."""
    kinds, counts = np.unique(some.kinds[chosen], return_counts=True)
    alike = dict(zip(kinds, len(kinds) / counts, strict=True))
    weights = [alike[kind] for kind in some.kinds[chosen]]
    both = np.stack([some.judged[chosen], modelled[chosen]], axis=1)
    return LogisticRegression(C=1e6).fit(both, some.told[chosen], weights)


def halves(some: Candidates, modelled: Any) -> Any:
    """Return both weighed together, each half of the documents that are held out by what the other half says."""
    result = np.zeros(len(some.held))
    first = np.isin(some.documents, sorted(set(some.documents[some.held]))[::2])
    for half in (first, ~first):
        weighed = together(some, some.held & ~half, modelled)
        asked = some.held & half
        result[asked] = weighed.decision_function(np.stack([some.judged[asked], modelled[asked]], axis=1))
    return result


def report(name: str, some: Candidates, chosen: Any, modelled: Any, both: Any) -> None:
    """Print area under the curve and best F1 of judge, model and both."""
    told = some.told[chosen]
    figures = " | ".join(
        f"{roc_auc_score(told, said[chosen]):.3f} · {best_f1(told, said[chosen]):.3f}"
        for said in (some.judged, modelled, both)
    )
    print(f"{name}, {len(told)} candidates: judge, model, both: {figures}", flush=True)


def fit(some: Candidates, out: Path | None) -> None:
    """Teach and measure after each of the layers that are looked at, and write what is shipped."""
    held = some.held
    print(
        f"{(~held).sum()} candidates to learn from, {some.told[~held].sum()} tell an encounter; {held.sum()} held out"
    )
    for layer in LOOKED_AT:
        vectors = after(layer, some.vectors)
        head = taught(vectors[~held], some.told[~held])
        modelled = np.zeros(len(held))
        modelled[held] = scores(head, vectors[held])
        both = halves(some, modelled)
        weighed = together(some, held, modelled)
        weights = dict(zip(("judge", "model"), (round(float(w), 3) for w in weighed.coef_[0]), strict=True))
        weights["offset"] = round(float(weighed.intercept_[0]), 3)
        print(f"after layer {layer}: {weights}")
        for kind in ("annotated", "invented", "pages"):
            report(kind, some, held & (some.kinds == kind), modelled, both)
        if out and layer == LAYERS:
            head.save(out / "encounters.npz")
            (out / "weighing.json").write_text(json.dumps(weights) + "\n", encoding="utf-8")


def running(data: Path) -> None:
    """Print what is read in running text that nothing was learnt from.

    Args:
        data: The folder of open data sets.
    """
    found: dict[str, list[tuple[Passage, Context, Sequence[Encounter]]]] = {"off": [], "on": []}
    for passage in (p for p in passages(data) if p.kept):
        context = context_of(passage.gold)
        for setting, read in found.items():
            os.environ[VARIABLE] = setting
            read.append((passage, context, read_encounters(context)))
    for setting, read in found.items():
        print(f"{setting}: {measure(read)}")


def main() -> None:
    """Do one of the three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    first = steps.add_parser("states")
    first.add_argument("documents", type=argparse.FileType(encoding="utf-8"))
    first.add_argument("states", type=Path)
    first.add_argument("--model", type=Path, required=True)
    second = steps.add_parser("fit")
    for name in ("documents", "states", "unseen"):
        second.add_argument(name, type=Path)
    second.add_argument("--out", type=Path)
    third = steps.add_parser("running")
    third.add_argument("data", type=Path)
    arguments = parser.parse_args()
    if arguments.step == "states":
        states(arguments.documents, arguments.states, arguments.model)
    elif arguments.step == "running":
        running(arguments.data)
    else:
        some = candidates_of(arguments.documents, arguments.states, arguments.unseen)
        fit(some, arguments.out)


if __name__ == "__main__":
    main()
