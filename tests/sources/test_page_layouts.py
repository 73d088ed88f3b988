"""Whole pages, after the layouts of real outlets in the five languages, are taken in as their readers see them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def _benchmark() -> ModuleType:
    specification = importlib.util.spec_from_file_location("pages_benchmark", ROOT / "benchmarks" / "pages.py")
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["pages_benchmark"] = module
    specification.loader.exec_module(module)
    return module


BENCHMARK = _benchmark()


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    measured: dict[str, dict[str, float]] = BENCHMARK.measure(BENCHMARK.PAGES, BENCHMARK.by_peyman)
    return measured


@pytest.mark.parametrize("figure", BENCHMARK.FLOORS)
def test_no_figure_falls_below_its_floor(figures: dict[str, dict[str, float]], figure: str) -> None:
    assert len(figures) >= 40
    assert BENCHMARK.means(figures)[figure] >= BENCHMARK.FLOORS[figure]


@pytest.mark.parametrize("language", ["fa", "ar", "ckb", "kmr", "en"])
def test_no_language_falls_behind(figures: dict[str, dict[str, float]], language: str) -> None:
    own = {name: each for name, each in figures.items() if name.endswith(f"-{language}.html")}
    means = BENCHMARK.means(own)
    assert means["text"] >= 0.95
    assert min(means["title"], means["publisher"], means["published"]) >= 0.85
