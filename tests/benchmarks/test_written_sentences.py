"""The Sorani sentences that measure are well formed, and nothing is learnt from them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location(
        "written_sentences", ROOT / "benchmarks" / "written_sentences.py"
    )
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


written = _module()


def _runs(text: str, words: int = 6) -> set[tuple[str, ...]]:
    row = text.split()
    return {tuple(row[at : at + words]) for at in range(len(row) - words + 1)}


def test_there_are_enough_sentences_and_names_of_each_kind() -> None:
    rows = list(written.sentences(written.SORANI))
    kinds = [kind for _, spans in rows for _, _, kind in spans]
    assert len(rows) >= 150
    assert all(kinds.count(kind) >= 10 for kind in ("person", "body", "place", "agreement"))


def test_no_bracket_is_left_and_no_name_is_cut_within_a_word() -> None:
    for text, spans in written.sentences(written.SORANI, damaged=False):
        assert not set("[]|") & set(text)
        for start, end, _ in spans:
            assert text[start:end].strip() == text[start:end] != ""
            assert end == len(text) or not text[end].isalnum()
            assert start == 0 or not text[start - 1].isalnum()


def test_damage_leaves_the_names_where_they_are() -> None:
    whole = list(written.sentences(written.SORANI, damaged=False))
    damaged = list(written.sentences(written.SORANI))
    assert [spans for _, spans in whole] == [spans for _, spans in damaged]
    assert [len(text) for text, _ in whole] == [len(text) for text, _ in damaged]
    assert sum(one != other for (one, _), (other, _) in zip(whole, damaged, strict=True)) > len(whole) / 2


@pytest.mark.parametrize("folder", ["documents", "corpus", "neighbours", "judged"])
def test_nothing_that_is_learnt_from_shares_six_words_in_a_row_with_them(folder: str) -> None:
    measured = {run for text, _ in written.sentences(written.SORANI, damaged=False) for run in _runs(text)}
    for path in sorted((ROOT / "training" / folder).iterdir()):
        shared = measured & _runs(path.read_text(encoding="utf-8"))
        assert not shared, f"{path.name} holds {shared.pop()}"


def test_no_training_script_reads_them() -> None:
    for path in (ROOT / "training").glob("*.py"):
        assert "sorani_names" not in path.read_text(encoding="utf-8")
        assert "written_sentences" not in path.read_text(encoding="utf-8")
