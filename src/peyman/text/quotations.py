"""What stands between quotation marks, however the marks are set.

Pages mix the marks of several keyboards, turn them the wrong way, leave one out, or begin every paragraph of a long
quotation anew and close only the last. What a mark does is told by its shape first and by the spaces around it next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peyman.text.segment import NOT_TEXT, Block, Sentence
from peyman.text.tokens import Token, TokenKind

#: Opening marks, each with those that close it.
_CLOSING = {"«": "»", "“": "”", "„": "“”", "‟": "”", "《": "》", "‹": "›", "‘": "’", '"': '"', "”": "”“", "»": "«»"}
_MARKS = frozenset("".join(_CLOSING) + "".join(_CLOSING.values()))
#: Marks that are the same at both ends, or are met turned the wrong way: only the spaces around them tell.
_EITHER_WAY = frozenset('"”»')
#: A quotation may go on over so many paragraphs after the one that it begins in.
MOST_PARAGRAPHS = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks, as a range ``[first, last)`` of token indices inside one block.

    Attributes:
        first: Index of the token after the opening mark; of the block's first one where the quotation goes on.
        last: Index of the closing mark, or after the last word where there is none.
        closed: Whether a closing mark was found. One that has none ends with its sentence.
    """

    first: int
    last: int
    closed: bool


def quotations(tokens: Sequence[Token], blocks: Sequence[Block], sentences: Sequence[Sentence]) -> list[Quotation]:
    """Find the quotations of a text; one inside another is part of the outer one.

    Args:
        tokens: All tokens of the text.
        blocks: Its parts, see `peyman.text.segment.layout`.
        sentences: Its sentences, see `peyman.text.segment.sentences`.

    Returns:
        Quotations in order, none across the end of a block: one over several paragraphs is one entry for each.
    """
    ranges = [_Range(*bounds) for bounds in _token_ranges(tokens, blocks)]
    ends = {index: sentence.last for sentence in sentences for index in range(sentence.first, sentence.last)}
    found: list[Quotation] = []
    carried: str | None = None  # the mark of a quotation that the paragraph before left open
    for number, block in enumerate(ranges):
        opened, mark = (block.first, carried) if carried else (None, None)
        index = block.first
        if carried and index < block.last and tokens[index].text == carried:
            opened = index = index + 1  # begun anew, as is the custom in long quotations
        carried = None
        while index < block.last:
            text = tokens[index].text
            if text in _MARKS and not _is_apostrophe(tokens, index):
                if mark is not None and text in _CLOSING[mark] and not _opens_anew(tokens, index, mark):
                    if opened is not None and index > opened:
                        found.append(Quotation(opened, index, closed=True))
                    opened = mark = None
                elif mark is None and _opens(tokens, index):
                    opened, mark = index + 1, text
                elif mark is not None and opened is not None and text == mark and _opens_anew(tokens, index, mark):
                    found.append(Quotation(opened, min(ends.get(opened, index), index), closed=False))
                    opened = index + 1
            index += 1
        if mark is None or opened is None or opened >= block.last:
            continue
        if _goes_on(tokens, ranges, number, mark):
            found.append(Quotation(opened, block.last, closed=False))
            carried = mark
        else:
            found.append(Quotation(opened, min(ends.get(opened, block.last), block.last), closed=False))
    return [quotation for quotation in found if quotation.last > quotation.first]


@dataclass(frozen=True, slots=True)
class _Range:
    first: int
    last: int


def _token_ranges(tokens: Sequence[Token], blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    index = 0
    for block in blocks:
        while index < len(tokens) and tokens[index].start < block.start:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].end <= block.end:
            index += 1
        if block.kind not in NOT_TEXT and index > first:
            yield first, index


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a mark opens a quotation, none being open: what is set either way does if no word leans on its left."""
    if tokens[index].text not in _CLOSING:
        return False
    if tokens[index].text not in _EITHER_WAY or tokens[index].text == '"':
        return True
    leans_left = index > 0 and tokens[index - 1].end == tokens[index].start and tokens[index - 1].text[-1].isalnum()
    leans_right = index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end
    return leans_right and not leans_left


def _opens_anew(tokens: Sequence[Token], index: int, mark: str) -> bool:
    """Whether a mark like the one that is open opens again: a space before it and none after it."""
    if tokens[index].text != mark:
        return False
    after_space = index == 0 or tokens[index - 1].end < tokens[index].start
    if not after_space or index + 1 >= len(tokens) or tokens[index + 1].kind is TokenKind.MARK:
        return False
    return tokens[index + 1].start == tokens[index].end


def _is_apostrophe(tokens: Sequence[Token], index: int) -> bool:
    """Whether a single mark stands inside a word: "PYD’ê"."""
    if tokens[index].text not in "‘’" or index == 0 or index + 1 >= len(tokens):
        return False
    before, mark, after = tokens[index - 1 : index + 2]
    return (
        before.end == mark.start and mark.end == after.start and before.text[-1].isalnum() and after.text[0].isalnum()
    )


def _goes_on(tokens: Sequence[Token], ranges: Sequence[_Range], number: int, mark: str) -> bool:
    """Whether the next paragraph begins with the mark again, or one soon after closes before any opens."""
    following = ranges[number + 1 : number + 1 + MOST_PARAGRAPHS]
    if not following:
        return False
    if tokens[following[0].first].text == mark:
        return mark != '"' or _opens_anew(tokens, following[0].first, mark)
    for block in following:
        for index in range(block.first, block.last):
            text = tokens[index].text
            if text not in _MARKS or _is_apostrophe(tokens, index):
                continue
            return text in _CLOSING[mark] and not _opens_anew(tokens, index, mark) and _closes_tightly(tokens, index)
    return False


def _closes_tightly(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].end == tokens[index].start
