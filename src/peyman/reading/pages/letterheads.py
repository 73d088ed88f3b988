"""Letterheads: an official body's name alone above the title of its page, as ministries print it."""

from __future__ import annotations

from peyman.actors.entries import OWNING_KINDS
from peyman.actors.recognise import find_actors
from peyman.languages import Language
from peyman.text.analysis import AnalysedText, analyse
from peyman.text.furniture import Furniture
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: The title under a letterhead has at least so many words.
FEWEST_WORDS = 4
#: So many first lines are looked at.
_HEAD = 8
#: Between a body and the state that it is of stand at most so many words: "of the Republic of".
_BETWEEN = 4
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
            titled = len(line) <= LONGEST and _is_titled_under(text, number) and _names_body(line, text.language)
            return text.offsets.to_original(block.start, block.end) if titled else None
    return None


def office_signing(text: AnalysedText) -> Span | None:
    """Return where a line between the title and the text proper names the body that the page comes from, and no more.

    "Office of the Spokesperson" under the title of a readout is whose page it is, where nothing else says so.

    Args:
        text: The text.

    Returns:
        The name, as a published span.
    """
    titled = False
    for block in text.blocks[:_HEAD]:
        if block.kind is BlockKind.PARAGRAPH:
            break
        line = text.repaired[block.start : block.end]
        if (
            titled
            and block.kind is BlockKind.BYLINE
            and len(line) <= LONGEST
            and _names_body(line, text.language, True)
        ):
            return text.offsets.to_original(block.start, block.end)
        titled = titled or block.kind is BlockKind.TITLE
    return None


def _is_titled_under(text: AnalysedText, number: int) -> bool:
    """Whether a line that may be the title stands under a block, one for the kind of publication perhaps between."""
    genre = Furniture.of(text.language).is_genre
    for block in text.blocks[number + 1 :]:
        line = text.repaired[block.start : block.end]
        if block.kind not in _UNDER or not genre(line.strip()):
            return block.kind in _UNDER and len(line.split()) >= FEWEST_WORDS
    return False


def _names_body(line: str, language: Language, whose: bool = False) -> bool:
    """Whether a line is the name of one body of a party, or of a state that need not be told, and nothing else."""
    text = analyse(line, language)
    words = {n for n, token in enumerate(text.tokens) if token.kind is TokenKind.WORD}
    actors = find_actors(text).actors
    states = [entry for entry in actors if entry.kind == "party"]
    for entry in actors:
        # "Ministry of Foreign Affairs": of a state, even if it is not named.
        official = entry.party is not None or (not whose and entry.key.partition(":")[0] in OWNING_KINDS)
        if entry.kind == "body" and official and not entry.outlet:
            named = {t for mention in entry.mentions for t in range(mention.first, mention.last)}
            # "Ministry … of the Republic of X": the state behind it, and what stands between.
            whose_it_is = [m for state in states if state.key == entry.party for m in state.mentions]
            end = max(named, default=-1) + 1
            named |= {t for m in whose_it_is if 0 <= m.first - end <= _BETWEEN for t in range(end, m.last)}
            if words and words <= named:
                return True
    return False
