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
    styled: dict[int, int] = {}  # where the other name begins: where its style does
    for first, last, known in names:
        if known.category == "party" and " ".join(t.fold for t in text.tokens[first:last]) in forms:
            linked = last < len(text.tokens) and text.tokens[last].fold in links
            behind = last + 1 if linked else last
            if any(at == behind and _is_other(other, known) for at, _, other in names):
                styled[behind] = first
    if not styled:
        return list(names)
    covered = [range(first, behind) for behind, first in styled.items()]
    return [
        (styled.get(first, first), last, known)
        for first, last, known in names
        if not any(first in stretch and last <= stretch.stop for stretch in covered)
    ]


def _is_other(known: Known, style: Known) -> bool:
    return known.category in ("party", "adjective") and known.key != style.key


@cache
def _styles(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    table: Mapping[str, Sequence[str]] = language.table("parties").get("styles", {})
    forms = (" ".join(fold(word) for word in form.split()) for form in table.get("forms", ()))
    return frozenset(forms), frozenset(fold(word) for word in table.get("links", ()))
