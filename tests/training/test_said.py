"""Passages of open text in which statements were judged: what was judged is found again, and told once."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TRAINING = Path(__file__).parents[2] / "training"


@pytest.fixture(scope="module")
def said() -> ModuleType:
    sys.path.insert(0, str(TRAINING))
    try:
        return importlib.import_module("said")
    finally:
        sys.path.remove(str(TRAINING))


def _passage(said: ModuleType, spans: list[tuple[int, int, str]], whole: bool) -> Any:
    return said.Passage({"set": "news", "document": "1", "lang": "en", "text": "x" * 99}, spans, whole)


def test_every_verdict_is_of_a_known_kind_and_spans_words(said: ModuleType) -> None:
    lines = [line.split("\t") for line in said.VERDICTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert {verdict for *_, verdict in lines if not verdict.isdecimal()} == {"no", "unclear"}
    assert all(int(first) < int(last) for _, _, _, first, last, _ in lines)
    assert {language for _, language, *_ in lines} == {"ar", "ckb", "en", "fa", "kmr"}


def test_what_tells_a_statement_again_is_none_of_its_own(said: ModuleType) -> None:
    passage = _passage(said, [(0, 10, "1"), (20, 30, "1"), (40, 50, "2"), (60, 70, "no")], whole=False)
    told = [(22, 25), (0, 10), (41, 49), (60, 62), (80, 90)]
    assert passage.verdicts(told) == ["no", "yes", "yes", "no", "unseen"]


def test_what_nobody_judged_is_none_only_where_the_whole_was_gone_through(said: ModuleType) -> None:
    assert _passage(said, [(0, 5, "unclear")], whole=True).verdicts([(0, 3), (10, 20)]) == ["unclear", "no"]
    assert _passage(said, [], whole=False).verdicts([(10, 20)]) == ["unseen"]


def test_precision_is_of_what_was_judged_and_inventions_of_words_gone_through(said: ModuleType) -> None:
    whole = _passage(said, [(0, 5, "1")], whole=True)
    judged = _passage(said, [(0, 5, "no"), (6, 9, "1")], whole=False)
    found = said.measure([(whole, [(0, 4), (10, 12)]), (judged, [(0, 4), (6, 8), (50, 60)])])
    assert "whole: 1 right of 1, 1 wrong, precision 0.50" in found
    assert "judged: 1 right of 1, 1 wrong, precision 0.50" in found
    assert "invented 1000.00 in 1,000 words" in found


def test_what_is_said_within_an_encounter_is_found_among_the_remarks_of_its_document(said: ModuleType) -> None:
    sys.path.insert(0, str(TRAINING))
    try:
        written = importlib.import_module("written_documents")
    finally:
        sys.path.remove(str(TRAINING))
    unpublished = said.within()
    documents = {document["id"]: document["statements"] for document in written.every_document()}
    listed = {name: numbers for name, numbers in unpublished.items() if name in documents}
    assert len(listed) > 100
    assert all(documents[name][n]["kind"] == "remarks" for name, numbers in listed.items() for n in numbers)
