"""Names that a kinship or another tie joins to a second name: "the brother *of A B C*", where B C is whom it tells of.

No mark and no word parts the two where the tie's noun is bound to the name behind it: "birayê Azad Demir Sala Demir".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from peyman.actors.known.tagger import NameSpan
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import folds

#: Between the noun and the name at most one word stands: "the brother of *the prisoner* A".
REACH = 2
#: A name that is named after another has so many words at least.
FULL_NAME = 2


def parted_kin(text: AnalysedText, names: Sequence[NameSpan]) -> list[NameSpan]:
    """Part names behind a noun for a tie into whose kin somebody is, and who that is.

    They are parted where the surname of the first comes again in the second, or where the first is the surname of
    somebody whom the text names in full.

    Args:
        text: The text.
        names: What was found, in order.
    """
    ties = _ties(text.language)
    if not ties:
        return list(names)
    people = [name for name in names if name.kind == "person" and name.last - name.first >= FULL_NAME]
    behind = {name for name in people if _is_behind(text, name.first, ties)}
    surnames = {text.tokens[name.last - 1].fold for name in people if name not in behind}
    return [part for name in names for part in (_parted(text, name, surnames) if name in behind else (name,))]


def _parted(text: AnalysedText, name: NameSpan, surnames: set[str]) -> tuple[NameSpan, ...]:
    """The two names in one; the name itself where nothing parts it."""
    folds_of = [token.fold for token in text.tokens[name.first : name.last]]
    latest = name.last - FULL_NAME
    end = next((t + 1 for t in range(name.first, latest) if text.tokens[t].fold == folds_of[-1]), None)
    if end is None and folds_of[0] in surnames and name.first < latest:
        end = name.first + 1
    if end is None:
        return (name,)
    return NameSpan(name.first, end, "person"), NameSpan(end, name.last, "person")


def _is_behind(text: AnalysedText, first: int, ties: frozenset[str]) -> bool:
    return any(text.tokens[t].fold in ties for t in range(max(0, first - REACH), first))


@cache
def _ties(language: Language) -> frozenset[str]:
    return frozenset(folds(language.table("people").get("names", {}).get("ties", ())))
