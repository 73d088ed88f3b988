"""Phrases in which the name of a party, a body or a place is another word.

«تهران را ترک کرد» tells of leaving, and of no Turk; «الطبقة العاملة» is the working class, and no town. Rojava is
the west, too, that of whatever is named behind it or of the countries before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.register import Known
from peyman.actors.names.name_marks import is_in_capitals
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Lexicon, Phrase
from peyman.text.tokens import TokenKind

Name = tuple[int, int, Known]


def without_other_words(text: AnalysedText, names: Sequence[Name]) -> list[Name]:
    """Leave out names that lie in a phrase in which they are other words.

    Args:
        text: The text.
        names: Token ranges of known names with what they stand for.
    """
    names = _without_directions(text, _without_links(text, names))
    phrases = _phrases(text.language)
    if phrases is None:
        return names
    found = (m for s in text.sentences for m in phrases.find(text.tokens, s.first, s.last))
    inside = {t for match in found for t in range(match.start, match.end)}
    return [n for n in names if n[2].category == "person" or not inside.issuperset(range(n[0], n[1]))]


def _without_directions(text: AnalysedText, names: Sequence[Name]) -> list[Name]:
    """Leave out places called like a direction where that is meant: "the countries of the *west*", "*west* of Oman"."""
    table: Mapping[str, Sequence[str]] = text.language.table("parties").get("directions", {})
    forms = {kind: {fold(word) for word in words} for kind, words in table.items()}
    if not forms:
        return list(names)
    starts = {n[0] for n in names if n[2].category in ("party", "adjective", "place")}

    def is_direction(first: int, last: int) -> bool:
        word = text.tokens[first].fold
        before = text.tokens[first - 1].fold if first else ""
        follows = last < len(text.tokens) and text.tokens[last].kind is TokenKind.WORD
        linked = word in forms["linked"] and follows
        return (
            linked or (word in forms["words"] and before in forms["before"]) or (word in forms["of"] and last in starts)
        )

    return [n for n in names if n[2].category != "place" or n[1] - n[0] != 1 or not is_direction(n[0], n[1])]


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
