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


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Staff, 11/05/2025", "2025-11-06", "2025-11-05"),  # beside publication, if month and day change places
        ("Staff, 11/05/2025", "2026-03-01", "2025-05-11"),
        ("Staff, 05/11/2025", "2025-11-06", "2025-11-05"),
        ("signed on 5/12/2025", "2025-12-09", "2025-12-05"),
    ],
)
def test_the_day_of_publication_tells_the_order_of_day_and_month(
    find: Find, text: str, published: str, expected: str
) -> None:
    assert [date.edtf for _, date in find("en", text, published)] == [expected]
