"""Read a text for its actors, in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peyman import languages
from peyman.actors.found import Found
from peyman.actors.recognise import find_actors
from peyman.text.analysis import AnalysedText, analyse

Reader = Callable[..., tuple[AnalysedText, Found]]


@pytest.fixture
def read() -> Reader:
    """Return a function of language, text and home that gives the analysed text and what was found in it."""

    def reader(code: str, words: str, home: str | None = None) -> tuple[AnalysedText, Found]:
        text = analyse(words, languages.load(code))
        return text, find_actors(text, home)

    return reader
