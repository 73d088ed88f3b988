"""Matching names across scripts keeps the figures that the documentation gives, in every pair of languages."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from peyman.actors.known.register import people
from peyman.actors.matching.match import SAME_PERSON, same_person

PATH = Path(__file__).parents[2] / "benchmarks" / "names.py"


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location("names_benchmark", PATH)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module  # data classes look their module up
    specification.loader.exec_module(module)
    return module


names = _module()


def test_precision_and_recall_do_not_fall_below_their_floors() -> None:
    made = names.pairs(tuning=False)
    scores = [same_person(pair.left, pair.right).value for pair in made]
    whole = names.figures(made, scores, SAME_PERSON)
    assert whole.true == whole.false == 10 * names.EACH
    # The most alike among over a thousand people: Hussein al-Salama of Syria, Hossein Salami of Iran.
    assert whole.precision >= 0.94
    assert whole.recall >= 0.92
    for languages in {pair.languages for pair in made}:
        chosen = [number for number, pair in enumerate(made) if pair.languages == languages]
        part = names.figures([made[n] for n in chosen], [scores[n] for n in chosen], SAME_PERSON)
        assert part.precision >= 0.91, languages
        assert part.recall >= 0.80, languages


def test_nobody_is_both_for_tuning_and_for_the_figures() -> None:
    tuning = {name for pair in names.pairs(tuning=True) for name in (pair.left, pair.right)}
    measured = {name for pair in names.pairs(tuning=False) for name in (pair.left, pair.right)}
    assert not tuning & measured
    share = sum(names.is_tuning(key) for key in people()) / len(people())
    assert 0.35 < share < 0.65


def test_figures_count_what_is_accepted() -> None:
    made = [
        names.Pair("a", "b", "fa-ar", True),
        names.Pair("c", "d", "fa-ar", True),
        names.Pair("e", "f", "fa-ar", False),
    ]
    found = names.figures(made, [0.9, 0.1, 0.9], 0.5)
    assert (found.precision, found.recall, found.true, found.false) == (0.5, 0.5, 2, 1)
