"""People who are named for what is done to them: in "the killing of X" X acts for nobody, and has met nobody."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.known.titles import vocabulary
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

#: What is done stands at most so many words before a name: "the killing *of photographer* X".
_BESIDE = 3
#: So many namings are looked at.
_MOST_NAMINGS = 5


def has_suffered(text: AnalysedText, mentions: Sequence[tuple[int, int]]) -> bool:
    """Whether one of somebody's first namings stands behind what was done to him.

    Args:
        text: The text.
        mentions: The first token of each naming and the one after its last, in order.
    """
    suffered = vocabulary(text.language).suffered
    for first, _ in mentions[:_MOST_NAMINGS]:
        for token in reversed(text.tokens[max(0, first - _BESIDE) : first]):
            if token.kind is TokenKind.MARK:
                break
            if token.fold in suffered:
                return True
    return False
