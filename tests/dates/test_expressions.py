"""Sentences of five languages with what their dates mean: ``expressions.tsv``, one sentence a line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from peyman.dates import FoundDate

Find = Callable[..., list[tuple[str, FoundDate]]]


def _sentences() -> list[tuple[str, list[str], str]]:
    lines = Path(__file__).with_name("expressions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(language, [] if values == "-" else values.split(), text) for language, values, text in rows]


@pytest.mark.parametrize(("language", "expected", "text"), _sentences())
def test_a_sentence_tells_these_dates(find: Find, language: str, expected: list[str], text: str) -> None:
    assert [date.edtf for _, date in find(language, text, "2025-11-07")] == expected
