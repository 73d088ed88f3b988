from __future__ import annotations

from collections.abc import Callable

import pytest

from peyman import languages
from peyman.dates import FoundDate, find_dates
from peyman.text.analysis import analyse

Find = Callable[[str, str, str | None], list[tuple[str, FoundDate]]]


@pytest.fixture(scope="session")
def find() -> Find:
    """Find the dates of a sentence: their words and what they mean."""

    def found(language: str, text: str, published: str | None = "2025-11-07") -> list[tuple[str, FoundDate]]:
        analysed = analyse(text, languages.load(language))
        return [(analysed.words(date.first, date.last), date) for date in find_dates(analysed, published)]

    return found
