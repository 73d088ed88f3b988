"""Whether a capital's name is the place or the government that sits there, and what else names a place.

"In Baghdad", "Baghdad airport": the place. "Between Baghdad and Erbil", "Baghdad welcomed the step": the government.
The words that tell are data (``[capitals]`` of ``parties.toml``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.tokens import TokenKind

_DASHES = frozenset("-–—:/|،,")


@dataclass(frozen=True, slots=True)
class CapitalCues:
    """Folded words that stand before a capital's name and tell what it stands for."""

    place: frozenset[str]
    party: frozenset[str]
    fused_place: tuple[str, ...]

    @classmethod
    def of(cls, language: Language) -> CapitalCues:
        """Return the cues of a language; built once."""
        return _cues(language)


@cache
def _cues(language: Language) -> CapitalCues:
    table: Mapping[str, Sequence[str]] = language.table("parties").get("capitals", {})
    return CapitalCues(
        frozenset(fold(word) for word in table.get("place_before", ())),
        frozenset(fold(word) for word in table.get("party_before", ())),
        tuple(fold(word) for word in table.get("fused_place", ())),
    )


def speaks_for_government(text: AnalysedText, first: int, last: int, before: bool | None) -> bool:
    """Tell whether a capital's name stands for its government.

    Args:
        text: The text.
        first: First token of the name.
        last: After its last token.
        before: What the capital named just before it, with "and" between, stands for; None where there is none.

    Returns:
        True for the government, False for the place.
    """
    cues = CapitalCues.of(text.language)
    index = text.sentence_at(first)
    if index is None:
        return False
    sentence = text.sentences[index]
    if first == sentence.first:
        # A dateline ("Baghdad – …", "BAGHDAD:") is a place; a subject at the head of a sentence is a government.
        return last < sentence.last and text.tokens[last].text not in _DASHES | {"(", "."}
    previous = text.tokens[first - 1]
    if previous.kind is not TokenKind.WORD:
        if before is not None:
            return before
        return False
    if previous.fold in cues.party:
        return True
    if previous.fold in cues.place or any(text.tokens[first].fold.startswith(fused) for fused in cues.fused_place):
        return False
    if before is not None:
        return before
    two_before = text.tokens[first - 2].fold if first - 2 >= sentence.first else ""
    return two_before in cues.party
