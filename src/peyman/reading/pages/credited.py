"""Whom the head of a text credits: the outlet that it comes from, and those who wrote it, who act in nothing."""

from __future__ import annotations

from dataclasses import replace

from peyman.actors.found import Found
from peyman.actors.known.register import people
from peyman.model import Span
from peyman.text.analysis import AnalysedText
from peyman.text.credits import Credits
from peyman.text.segment import Block, BlockKind

#: Lines at the head of a page in which its outlet may be named.
_HEAD = 8
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LEAD, BlockKind.HEADING, BlockKind.ITEM})


def outlet_credited(text: AnalysedText) -> Span | None:
    """Return where the head of a text names the outlet that it comes from, as a published span.

    That is in a line of its own, or before the first words of the text proper.

    Args:
        text: The text.
    """
    credits_ = Credits.of(text.language)
    for block in text.blocks[:_HEAD]:
        line = text.repaired[block.start : block.end]
        found = None
        if block.kind is BlockKind.BYLINE or (block.kind is BlockKind.FURNITURE and ":" in line):
            found = credits_.outlet_in(line)
        elif block.kind in _TEXT:
            found = credits_.outlet_before(line)
        if found is not None:
            return text.offsets.to_original(block.start + found[0], block.start + found[1])
        if block.kind is BlockKind.PARAGRAPH:
            break
    return None


def set_reporters_apart(text: AnalysedText, found: Found) -> frozenset[int]:
    """Return the people who only wrote or translated a text, by position; they act for no party.

    Such are those whom a line credits with it, and who hold no office: a minister who signs an article is none. So are
    those whom the text names in the line under its title only, without an office, and whom the register does not know.

    Args:
        text: The text.
        found: Its actors; the reporters lose the party that was found for them.
    """
    bylines = [block for block in text.blocks if block.kind is BlockKind.BYLINE]
    if not bylines:
        return frozenset()
    credits_ = Credits.of(text.language)
    signed = [block for block in bylines if credits_.names_reporter(text.repaired[block.start : block.end])]
    reporters = set()
    for number, actor in enumerate(found.actors):
        if actor.kind != "person" or actor.roles or actor.key in people():
            continue
        starts = [text.tokens[mention.first].start for mention in actor.mentions]
        if any(_within(start, signed) for start in starts) or all(_within(start, bylines) for start in starts):
            reporters.add(number)
            actor.party = None
            actor.mentions = [replace(mention, party=None) for mention in actor.mentions]
    return frozenset(reporters)


def _within(start: int, blocks: list[Block]) -> bool:
    return any(block.start <= start < block.end for block in blocks)
