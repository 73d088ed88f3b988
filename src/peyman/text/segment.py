"""The parts of a published text: header, title, lead, headings, paragraphs, list items, page furniture, sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from peyman.languages import Language
from peyman.text.tokens import Token, TokenKind

#: A line is a heading only if it is no longer than this, in code points.
LONGEST_HEADING = 120
#: What follows a heading is text proper: at least this long.
SHORTEST_BODY = 40

# A stray machine header before the title, as feeds and scrapers leave it: "date 2025-11-07".
_HEADER = re.compile(
    r"\A\s*(?:date|published|published[ _]at|publication[ _]date|datetime)\s*[:=]?\s*"
    r"(?P<date>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?[ \t]*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?؟。…]+")
_CLOSERS = "»”\"')]’›"
_TERMINAL = re.compile(r"[.!?؟。…:：؛;،,]\s*[»”\"')\]]*\s*$")
_ITEM = re.compile(r"^\s*(?:[•●▪◦‣·*–—-]|\(?\d{1,2}[.)\-–]|\(?[a-zA-Zا-ی][.)])\s+")


class BlockKind(StrEnum):
    """What a stretch of lines is."""

    HEADER = "header"
    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FURNITURE = "furniture"


#: The kinds that are not text proper: nothing is read from them.
NOT_TEXT = frozenset({BlockKind.HEADER, BlockKind.FURNITURE})


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a text, ``[start, end)`` in code points of the text that was segmented."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, as a range ``[first, last)`` of token indices, and the index of its block."""

    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text, in order.

    Attributes:
        blocks: All of them; they do not overlap, and only white space stands between them.
        header_date: ISO date of a machine header, where there is one.
    """

    blocks: tuple[Block, ...]
    header_date: str | None


def layout(text: str, language: Language) -> Layout:
    """Split a text into its parts.

    Args:
        text: The text, published or repaired.
        language: Gives the furniture of its pages (``[furniture]`` of ``language.toml``).
    """
    furniture = _furniture(language)
    header = _HEADER.match(text)
    blocks: list[Block] = []
    at = 0
    if header:
        blocks.append(Block(BlockKind.HEADER, header.start("date"), header.end("date")))
        lead = re.match(r"\s*", text)
        blocks[0] = Block(BlockKind.HEADER, lead.end() if lead else 0, len(header.group().rstrip()))
        at = header.end()
    lines = [m.span() for m in re.finditer(r"[^\n\r\u2028\u2029\x85]+", text[at:])]
    stripped = [_strip(text, start + at, end + at) for start, end in lines]
    stripped = [(start, end) for start, end in stripped if start < end]
    after_title = False
    closing = False  # once a page's closing furniture begins (related stories), all that follows belongs to it
    for index, (start, end) in enumerate(stripped):
        line = text[start:end]
        following = stripped[index + 1] if index + 1 < len(stripped) else None
        if closing or _matches(furniture.closing, line):
            closing = True
            kind = BlockKind.FURNITURE
        elif _matches(furniture.line, line):
            kind = BlockKind.FURNITURE
        elif not after_title and _looks_like_title(line, following is not None):
            kind, after_title = BlockKind.TITLE, True
        elif _ITEM.match(line):
            kind, after_title = BlockKind.ITEM, True
        elif _looks_like_heading(text, (start, end), following):
            only_title = not any(b.kind in (BlockKind.PARAGRAPH, BlockKind.LEAD) for b in blocks)
            kind = BlockKind.LEAD if only_title and blocks and blocks[-1].kind is BlockKind.TITLE else BlockKind.HEADING
        else:
            first = not any(b.kind in (BlockKind.PARAGRAPH, BlockKind.LEAD) for b in blocks)
            bare = not _TERMINAL.search(line) and following is not None
            kind = BlockKind.LEAD if first and bare and after_title else BlockKind.PARAGRAPH
            after_title = True
        blocks.append(Block(kind, start, end))
    return Layout(tuple(blocks), header["date"] if header else None)


@dataclass(frozen=True, slots=True)
class _Furniture:
    line: re.Pattern[str] | None
    closing: re.Pattern[str] | None


def _furniture(language: Language) -> _Furniture:
    table = language.table("language").get("furniture", {})

    def one(name: str) -> re.Pattern[str] | None:
        patterns: Sequence[str] = table.get(name, ())
        return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) if patterns else None

    return _Furniture(one("line"), one("closing"))


def _matches(pattern: re.Pattern[str] | None, line: str) -> bool:
    return pattern is not None and pattern.fullmatch(line) is not None


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\u200b\u200e\u200f\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\u200e\u200f\ufeff"):
        end -= 1
    return start, end


def _looks_like_title(line: str, more_follows: bool) -> bool:
    return more_follows and len(line) <= 2 * LONGEST_HEADING and not re.search(r"[.;؛]\s*$", line)


def _looks_like_heading(text: str, line: tuple[int, int], following: tuple[int, int] | None) -> bool:
    start, end = line
    if following is None or end - start > LONGEST_HEADING or _TERMINAL.search(text[start:end]):
        return False
    return following[1] - following[0] >= max(SHORTEST_BODY, end - start)


def sentences(tokens: Sequence[Token], blocks: Sequence[Block], language: Language) -> list[Sentence]:
    """Split the text proper into sentences; a block's end ends a sentence.

    Args:
        tokens: All tokens of the text.
        blocks: Its blocks, see `layout`.
        language: Gives the abbreviations after which a full stop ends nothing (``abbreviations``).

    Returns:
        Sentences in order; tokens of blocks that are not text proper belong to none.
    """
    abbreviations = {a.casefold() for a in language.table("language").get("abbreviations", ())}
    found: list[Sentence] = []
    index = 0
    for number, block in enumerate(blocks):
        while index < len(tokens) and tokens[index].start < block.start:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].end <= block.end:
            if _ends_sentence(tokens, index, block.end, abbreviations):
                index += 1
                while index < len(tokens) and tokens[index].end <= block.end and tokens[index].text in _CLOSERS:
                    if tokens[index].text in "\"'" and tokens[index].start > tokens[index - 1].end:
                        break
                    index += 1
                if block.kind not in NOT_TEXT:
                    found.append(Sentence(first, index, number))
                first = index
            else:
                index += 1
        if first < index and block.kind not in NOT_TEXT:
            found.append(Sentence(first, index, number))
    return found


def _ends_sentence(tokens: Sequence[Token], index: int, end: int, abbreviations: set[str]) -> bool:
    token = tokens[index]
    if token.kind is not TokenKind.MARK or not _SENTENCE_END.fullmatch(token.text):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].end <= end else None
    if following is not None and _SENTENCE_END.fullmatch(following.text) and following.start == token.end:
        return False  # the last of several marks ends the sentence
    if token.text != ".":
        return True
    if following is not None and following.start == token.end and following.text not in _CLOSERS:
        return False  # inside U.S., 3.5, example.org
    before = tokens[index - 1] if index else None
    if before is None or before.end != token.start or before.kind is not TokenKind.WORD:
        return True
    if before.text.casefold() in abbreviations:
        return following is None
    # an initial: one capital letter, or the last of several joined by full stops ("Joseph R. Biden", "U.S. troops")
    if len(before.text) == 1 and before.text.isupper():
        return following is None
    return True
