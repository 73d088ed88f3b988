"""Tell which language a text is in."""

from __future__ import annotations

from typing import NamedTuple

from peyman import languages


class Identification(NamedTuple):
    """A language code of `peyman.languages.codes`, or ``und``, and how sure that is (0–1)."""

    code: str
    confidence: float


def identify(text: str) -> Identification:
    """Tell the language of a text by its frequent words and letters; ``und`` where none fits."""
    words = text.casefold().split()
    best, score = "und", 0
    for language in languages.all_languages():
        frequent = set(language.table("language").get("frequent_words", ()))
        hits = sum(word in frequent for word in words)
        if hits > score:
            best, score = language.code, hits
    return Identification(best, 1.0 if score else 0.0)
