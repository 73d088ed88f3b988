"""Texts that broke something once, or are of a kind that might: none of them does now."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peyman import languages

ROOT = Path(__file__).parents[2]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_text", ROOT / "benchmarks" / "fuzz_text.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


FUZZ = script()


@pytest.mark.parametrize("code", languages.codes())
@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "seeds").iterdir()), ids=lambda path: path.stem)
def test_a_seed_breaks_nothing(path: Path, code: str) -> None:
    FUZZ.check(FUZZ.read_seed(path), code)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(FUZZ.PIECES), max_size=25).map("".join), st.sampled_from(languages.codes()))
def test_no_mixture_of_what_hurts_breaks_anything(text: str, code: str) -> None:
    FUZZ.check(text, code)


def test_a_text_that_breaks_something_is_kept_as_it_was(tmp_path: Path) -> None:
    text = "a\ud800\0\r\nب"
    assert FUZZ.read_seed(FUZZ.keep(text, tmp_path)) == text
