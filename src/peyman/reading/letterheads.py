"""Letterheads: an official body's name alone above the title of its page, as ministries print it."""

from __future__ import annotations

from peyman.actors.recognise import find_actors
from peyman.languages import Language
from peyman.text.analysis import AnalysedText, analyse
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: The title under a letterhead has at least so many words.
FEWEST_WORDS = 4
#: A letterhead has at most so many code points.
LONGEST = 90
_UNDER = frozenset({BlockKind.BYLINE, BlockKind.LEAD, BlockKind.HEADING})

Span = tuple[int, int]


def letterhead_of(text: AnalysedText) -> Span | None:
    """Return where what was taken for the title only names the body whose page it is; None where it is a title.

    It must be the whole name of one body of a party, and another line that may be the title must stand under it.

    Args:
        text: The text.

    Returns:
        The name, as a published span.
    """
    for number, block in enumerate(text.blocks):
        if block.kind is BlockKind.TITLE:
            line = text.repaired[block.start : block.end]
            following = text.blocks[number + 1] if number + 1 < len(text.blocks) else None
            if following is None or following.kind not in _UNDER or len(line) > LONGEST:
                return None
            words = text.repaired[following.start : following.end].split()
            is_letterhead = len(words) >= FEWEST_WORDS and _names_body(line, text.language)
            return text.offsets.to_original(block.start, block.end) if is_letterhead else None
    return None


def _names_body(line: str, language: Language) -> bool:
    """Whether a line is the name of one body of a party, and nothing else."""
    text = analyse(line, language)
    words = {n for n, token in enumerate(text.tokens) if token.kind is TokenKind.WORD}
    for entry in find_actors(text).actors:
        if entry.kind == "body" and entry.party is not None and not entry.outlet:
            named = {t for mention in entry.mentions for t in range(mention.first, mention.last)}
            if words and words <= named:
                return True
    return False
