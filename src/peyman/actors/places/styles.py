"""Styles of states: "the Islamic Republic" alone is one state's, and before the name of another it is that one's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from peyman.actors.known.register import Known
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.tokens import TokenKind

#: A word of so few letters beside a party's name makes no body of it: an article, a preposition.
SHORT_WORD = 3

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


def says_no_more(text: AnalysedText, first: int, last: int, named: Collection[int]) -> bool:
    """Whether words say nothing beside the names of parties in them: articles, links, "the *Federal Republic* of".

    Args:
        text: The text.
        first: First token.
        last: After the last one.
        named: Tokens of the names.
    """
    own = _words_of_states(text.language)
    words = (t for t in range(first, last) if text.tokens[t].kind is TokenKind.WORD and t not in named)
    return all(len(folded := text.tokens[t].fold) <= SHORT_WORD or folded in own for t in words)


@cache
def _words_of_states(language: Language) -> frozenset[str]:
    """The folded words that stand in the full names of states beside what tells which."""
    table: Mapping[str, Mapping[str, Sequence[str]]] = language.table("parties")
    listed = (*table.get("titles", {}).get("before", ()), *table.get("styles", {}).get("words", ()))
    return frozenset(fold(word) for form in listed for word in form.split())


@cache
def _styles(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    table: Mapping[str, Sequence[str]] = language.table("parties").get("styles", {})
    forms = (" ".join(fold(word) for word in form.split()) for form in table.get("forms", ()))
    return frozenset(forms), frozenset(fold(word) for word in table.get("links", ()))
