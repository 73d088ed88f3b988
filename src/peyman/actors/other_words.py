"""Phrases in which the name of a party is another word: «تهران را ترک کرد» tells of leaving, and of no Turk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from peyman.actors.bodies import grammar
from peyman.actors.name_marks import is_in_capitals
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
    names = _without_links(text, names)
    phrases = _phrases(text.language)
    if phrases is None:
        return names
    found = (m for s in text.sentences for m in phrases.find(text.tokens, s.first, s.last))
    inside = {t for match in found for t in range(match.start, match.end)}
    party = ("party", "adjective")
    return [n for n in names if n[2].category not in party or not inside.issuperset(range(n[0], n[1]))]


def _without_links(text: AnalysedText, names: Sequence[Name]) -> list[Name]:
    """Leave out short forms that are "of" in a line in capitals: "WEZÎRÊ DERVE *YÊ* OMANÊ" names no union."""
    links = grammar(text.language).links
    short = {n[0] for n in names if n[1] - n[0] == 1 and text.tokens[n[0]].fold in links}
    lines = {text.sentence_at(first) for first in short}
    shouted = {n for n in lines if n is not None and is_in_capitals(text, text.sentences[n])}
    return [n for n in names if n[0] not in short or text.sentence_at(n[0]) not in shouted]


@cache
def _phrases(language: Language) -> Lexicon | None:
    table: Mapping[str, Sequence[str]] = language.table("parties")
    forms = table.get("other_words", ())
    return Lexicon([Phrase(form, "other", form, exact=True) for form in forms]) if forms else None
