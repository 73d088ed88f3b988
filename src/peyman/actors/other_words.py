"""Phrases in which the name of a party is another word: «تهران را ترک کرد» tells of leaving, and of no Turk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from peyman.actors.register import Known
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Lexicon, Phrase

Name = tuple[int, int, Known]


def without_other_words(text: AnalysedText, names: Sequence[Name]) -> list[Name]:
    """Leave out names of parties that lie in a phrase in which they are other words.

    Args:
        text: The text.
        names: Token ranges of known names with what they stand for.
    """
    phrases = _phrases(text.language)
    if phrases is None:
        return list(names)
    found = (m for s in text.sentences for m in phrases.find(text.tokens, s.first, s.last))
    inside = {t for match in found for t in range(match.start, match.end)}
    party = ("party", "adjective")
    return [n for n in names if n[2].category not in party or not inside.issuperset(range(n[0], n[1]))]


@cache
def _phrases(language: Language) -> Lexicon | None:
    table: Mapping[str, Sequence[str]] = language.table("parties")
    forms = table.get("other_words", ())
    return Lexicon([Phrase(form, "other", form, exact=True) for form in forms]) if forms else None
