"""Fit what is learnt: boosted trees for judges, logistic models and random fields for wording."""

from __future__ import annotations

import json
import lzma
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.tree import DecisionTreeRegressor

from peyman.reading.judges.judgement import Judge
from peyman.reading.judges.learnt import Model

SEED = 20251107
TREES = 250
DEPTH = 3
RATE = 0.04
#: A leaf has at least so many rows.
LEAF = 8
#: Shares of the rows and of the features that each tree is shown.
ROWS, FEATURES = 0.6, 0.3
#: Of judges that choose one of several: depth, rate, rows in a leaf, and the longest step that a leaf takes.
CHOICE_DEPTH, CHOICE_RATE, SMALLEST_LEAF, LONGEST_STEP = 4, 0.08, 10, 4.0
ITERATIONS = 200
#: Weights of models are kept with so many decimals.
DECIMALS = 3
Row = Mapping[str, float]


def fit_judge(
    rows: Sequence[Row],
    answers: Sequence[bool],
    threshold: float = 0.5,
    depth: int = DEPTH,
    trees: int = TREES,
    rate: float = RATE,
    leaf: int = LEAF,
) -> Judge:
    """Train one judge that says how likely yes is."""
    names = sorted({name for row in rows for name in row})
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=np.float32)
    model = GradientBoostingClassifier(
        n_estimators=trees,
        max_depth=depth,
        learning_rate=rate,
        subsample=ROWS,
        max_features=FEATURES,
        min_samples_leaf=leaf,
        random_state=SEED,
    )
    model.fit(values, np.array(answers))
    yes = sum(answers) / len(answers)
    start = float(np.log(yes / (1 - yes)))
    grown = [(e.tree_, rate * e.tree_.value[:, 0, 0]) for e in model.estimators_[:, 0]]
    return _judge(names, start, grown, threshold)


def fit_choice(groups: Sequence[tuple[Sequence[Row], Sequence[bool]]]) -> Judge:
    """Train a judge that chooses one of several candidates.

    Boosting of the multinomial likelihood over each group (Friedman 2001, *Greedy function approximation*, with the
    softmax taken over the candidates of a group and not over classes): each tree is fitted to what the likelihood of
    the right candidate wants, and its leaves take one damped Newton step.

    Args:
        groups: Candidates, and which of them is right; a group without a right one teaches nothing and is left out.
    """
    groups = [(rows, answers) for rows, answers in groups if any(answers)]
    names = sorted({name for rows, _ in groups for row in rows for name in row})
    values = np.array([[row.get(name, 0.0) for name in names] for rows, _ in groups for row in rows], dtype=np.float32)
    wanted = np.array([answer / sum(answers) for _, answers in groups for answer in answers])
    sizes = [len(rows) for rows, _ in groups]
    group: Any = np.repeat(np.arange(len(groups)), sizes)
    starts = np.cumsum([0, *sizes[:-1]])
    scores = np.zeros(len(wanted))
    chance = np.random.RandomState(SEED)
    trees = []
    for _ in range(TREES):
        weights = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        share = weights / np.add.reduceat(weights, starts)[group]
        pull, bend = wanted - share, np.maximum(share * (1 - share), 1e-4)
        chosen = np.flatnonzero((chance.rand(len(groups)) < ROWS)[group])
        tree = DecisionTreeRegressor(
            max_depth=CHOICE_DEPTH,
            max_features=FEATURES,
            min_samples_leaf=SMALLEST_LEAF,
            random_state=chance.randint(1 << 31),
        ).fit(values[chosen], pull[chosen])
        leaf, count = tree.apply(values[chosen]), tree.tree_.node_count
        step = np.bincount(leaf, pull[chosen], count) / (np.bincount(leaf, bend[chosen], count) + 1.0)
        step = CHOICE_RATE * np.clip(step, -LONGEST_STEP, LONGEST_STEP)
        scores += step[tree.apply(values)]
        trees.append((tree.tree_, step))
    return _judge(names, 0.0, trees, 0.0)


def _judge(names: Sequence[str], start: float, grown: Sequence[tuple[Any, Any]], threshold: float) -> Judge:
    """Write trees with the values of their nodes as reading walks them; features that no tree asks for are left out."""
    trees = []
    for tree, leaves in grown:
        nodes = []
        for node in range(tree.node_count):
            if tree.children_left[node] < 0:
                nodes.append((-1, round(float(leaves[node]), 5), 0, 0))
            else:
                nodes.append(
                    (
                        int(tree.feature[node]),
                        round(float(tree.threshold[node]), 5),
                        int(tree.children_left[node]),
                        int(tree.children_right[node]),
                    )
                )
        trees.append(tuple(nodes))
    used = sorted({node[0] for tree in trees for node in tree if node[0] >= 0})
    place = {feature: number for number, feature in enumerate(used)}
    renumbered = tuple(
        tuple((place[f] if f >= 0 else -1, b, left, right) for f, b, left, right in tree) for tree in trees
    )
    return Judge(tuple(names[f] for f in used), start, renumbered, threshold)


def mean_of_judges(judges: Sequence[Judge]) -> Judge:
    """Return the judge whose log-odds are the mean of those of several: the trees of all, each at its share.

    Args:
        judges: What is put together; the threshold is that of the first.
    """
    names = tuple(dict.fromkeys(name for judge in judges for name in judge.names))
    place = {name: number for number, name in enumerate(names)}
    share = 1 / len(judges)
    trees = tuple(
        tuple(
            (place[judge.names[f]], b, left, right) if f >= 0 else (f, round(b * share, 5), left, right)
            for f, b, left, right in tree
        )
        for judge in judges
        for tree in judge.trees
    )
    return Judge(names, sum(judge.start for judge in judges) * share, trees, judges[0].threshold)


def mean_of_models(models: Sequence[Model], decimals: int = DECIMALS) -> Model:
    """Return the model whose weights are the mean of those of several with the same labels.

    Args:
        models: What is put together; the transitions are those of the first.
        decimals: Weights are kept with so many decimals; smaller ones are dropped.
    """
    none = (0.0,) * len(models[0].labels)
    weights: dict[str, tuple[float, ...]] = {}
    for feature in dict.fromkeys(feature for model in models for feature in model.weights):
        rows = [model.weights.get(feature, none) for model in models]
        mean = tuple(round(sum(column) / len(models), decimals) for column in zip(*rows, strict=True))
        if any(mean):
            weights[feature] = mean
    return Model(models[0].labels, weights, models[0].transitions)


def save_judge(judge: Judge, path: Path) -> None:
    """Write a judge where reading finds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(judge.to_json(), separators=(",", ":"))
    path.write_bytes(lzma.compress(data.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{path}: {path.stat().st_size} bytes", file=sys.stderr)


def fit_model(
    rows: Sequence[tuple[list[list[str]], list[str]]],
    penalties: tuple[float, float],
    decimals: int = DECIMALS,
    minimum: int = 0,
) -> Model:
    """Fit one model: a logistic regression for rows of one item, a linear-chain random field for longer ones.

    CRFsuite's L-BFGS starts from zero: nothing is random.

    Args:
        rows: Rows of items, each a list of features, with their labels.
        penalties: L1 and L2 penalty.
        decimals: Weights are kept with so many decimals; smaller ones are dropped.
        minimum: A feature must be met so often.
    """
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    options = {"c1": penalties[0], "c2": penalties[1], "max_iterations": ITERATIONS, "feature.minfreq": minimum}
    trainer.set_params({**options, "feature.possible_transitions": True})
    for features, labels in rows:
        trainer.append(features, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        names = tuple(sorted(info.labels))
        weights: dict[str, list[float]] = {}
        for (feature, label), weight in info.state_features.items():
            if abs(weight) >= 10**-decimals:
                weights.setdefault(feature, [0.0] * len(names))[names.index(label)] = round(weight, decimals)
        tagger.close()
    transitions = tuple(tuple(round(info.transitions.get((a, b), 0.0), decimals) for b in names) for a in names)
    return Model(names, {feature: tuple(row) for feature, row in weights.items()}, transitions)
