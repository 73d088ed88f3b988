"""Styles of states: "the Islamic Republic" alone is one state's, and before the name of another it is that one's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from peyman.actors.register import Known
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold

Name = tuple[int, int, Known]


def with_styles(text: AnalysedText, names: Sequence[Name]) -> list[Name]:
    """Make names of a state that are the style of another one a part of its name: "Islamic Republic of Pakistan".

    Args:
        text: The text.
        names: Token ranges of known names with what they stand for.
    """
    forms, links = _styles(text.language)
    styles = [n for n in names if n[2].category == "party" and _words(text, n[0], n[1]) in forms]
    if not styles:
        return list(names)
    begun: dict[int, list[Known]] = {}
    for first, _, known in names:
        begun.setdefault(first, []).append(known)
    styled: dict[int, int] = {}  # where the other name begins: where its style does
    covered: set[int] = set()  # where names begin that are a part of a style
    for first, last, known in styles:
        linked = last < len(text.tokens) and text.tokens[last].fold in links
        behind = last + 1 if linked else last
        if any(_is_other(other, known) for other in begun.get(behind, ())):
            styled[behind] = first
            covered.update(range(first, behind))
    return [(styled.get(first, first), last, known) for first, last, known in names if first not in covered]


def _words(text: AnalysedText, first: int, last: int) -> str:
    return " ".join(token.fold for token in text.tokens[first:last])


def _is_other(known: Known, style: Known) -> bool:
    return known.category in ("party", "adjective") and known.key != style.key


@cache
def _styles(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    table: Mapping[str, Sequence[str]] = language.table("parties").get("styles", {})
    forms = (" ".join(fold(word) for word in form.split()) for form in table.get("forms", ()))
    return frozenset(forms), frozenset(fold(word) for word in table.get("links", ()))
