"""The parts of a published text: header, title, byline, lead, headings, paragraphs, items, furniture, sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from peyman.languages import Language
from peyman.text.credits import Credits
from peyman.text.full_stops import FullStops, full_stops, hour_goes_on, letters_end
from peyman.text.furniture import Furniture
from peyman.text.tokens import Token, TokenKind
from peyman.text.wrapping import unwrapped

#: A line is a heading only if it is no longer than this, in code points.
LONGEST_HEADING = 120
#: What follows a heading is text proper: at least this long.
SHORTEST_BODY = 40
#: A line of this length is a paragraph, whatever it ends with; a shorter one if it ends as sentences do.
PARAGRAPH = 150
SHORT_PARAGRAPH = 70
#: A step of a trail of sections that is printed as a list has at most so many words, and the title under it more.
LONGEST_STEP = 3
#: Before the dots that part it from a headline, a dateline has at most so many words.
LONGEST_OPENING = 3

# A stray machine header before the title, as feeds and scrapers leave it: "date 2025-11-07".
_HEADER = re.compile(
    r"\A\s*(?:date|published|published[ _]at|publication[ _]date|datetime)\s*[:=]?\s*"
    r"(?P<date>\d{4}-\d{2}(?P<day>-\d{2})?)(?![\d-])(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?[ \t]*",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n\r\u2028\u2029\x85\v\f]+")
_SENTENCE_END = re.compile(r"[.!?؟。…]+")
_CLOSERS = "»”\"')]’›"
_TERMINAL = re.compile(r"[.!?؟。…:：؛;،,]\s*[»”\"')\]]*\s*\Z")
_FULL_STOP = re.compile(r"[.!?؟。…]\s*[»”\"')\]]*\s*\Z")
_YEAR = re.compile(r"(?<!\d)(?:[1۱١][34۳۴٣٤]\d\d|[2۲٢][0۰٠]\d\d)(?!\d)")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)")
_ITEM = re.compile(
    r"\s*(?:(?:[•●▪◦‣·*–—-]|\(?\d{1,2}[.)\-–]|\(?[a-zA-Zا-ی][.)])\s+"
    r"|[🔹🔸🔷🔶✅➡◾◽♦◆■□➤►▶]\ufe0f?\s*|\(?\d{1,2}[_ـ]\s*(?=[^\W\d_]))"
)
_STEP = re.compile(r"(\d{1,2})[.)]\s+([^\W\d_].{0,40})")


class BlockKind(StrEnum):
    """What a stretch of lines is."""

    HEADER = "header"
    TITLE = "title"
    BYLINE = "byline"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FURNITURE = "furniture"


#: The kinds that are not text proper: nothing is read from them.
NOT_TEXT = frozenset({BlockKind.HEADER, BlockKind.FURNITURE})
#: The title under a line that only says what kind of publication this is has at least so many words.
_FEWEST_OF_TITLE = 4
#: An entry of a menu has at most so many words.
_LONGEST_ENTRY = 2
#: The kinds that announce what the text proper tells.
ANNOUNCING = frozenset({BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING})


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


def layout(text: str, language: Language, letterhead: int = 0) -> Layout:
    """Split a text into its parts.

    Args:
        text: The text, published or repaired.
        language: Gives the furniture of its pages (``[furniture]`` of ``language.toml``).
        letterhead: Where a letterhead ends: no line before it is the title.
    """
    blocks: list[Block] = []
    at = 0
    header = _HEADER.match(text)
    if header:
        start, end = _strip(text, 0, header.end())
        blocks.append(Block(BlockKind.HEADER, start, end))
        at = header.end()
    spans = [_strip(text, *match.span()) for match in _LINE.finditer(text, at)]
    lines = [_Line(start, end, text[start:end]) for start, end in unwrapped(text, [s for s in spans if s[0] < s[1]])]
    reader = _Reader(lines, Furniture.of(language), Credits.of(language), _points(language), letterhead)
    for line, kind in zip(lines, reader.kinds(), strict=True):
        blocks.append(Block(kind, line.start, line.end))
    return Layout(tuple(blocks), header["date"] if header and header["day"] else None)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def is_paragraph(self) -> bool:
        length = len(self.text)
        return length >= PARAGRAPH or (length >= SHORT_PARAGRAPH and _FULL_STOP.search(self.text[-8:]) is not None)


class _Reader:
    """Tells what each line is by where it stands: above the text proper, in it, or below it."""

    def __init__(
        self,
        lines: Sequence[_Line],
        furniture: Furniture,
        credits_: Credits,
        points: re.Pattern[str],
        letterhead: int = 0,
    ) -> None:
        self._letterhead = letterhead
        self._lines = lines
        self._credits = credits_
        self._points = points
        self._furniture = furniture
        long = self._has_long_title()  # a title may be as long as a paragraph
        paragraphs = [n for n, line in enumerate(lines) if line.is_paragraph and not furniture.is_line(line.text)]
        paragraphs = paragraphs[1:] if long and paragraphs[:1] == [0] else paragraphs
        self._first = paragraphs[0] if paragraphs else len(lines)
        self._last = paragraphs[-1] if paragraphs else len(lines)

    def kinds(self) -> list[BlockKind]:
        """Return what each line is, in order."""
        kinds = self._above()
        closing = False  # a list of other stories goes on until text proper begins again
        for number in range(len(kinds), len(self._lines)):
            line = self._lines[number]
            if closing and line.is_paragraph and _FULL_STOP.search(line.text[-8:]):
                closing = False
            if number > self._first and self._furniture.is_closing(line.text):
                closing = True
            below = number > self._last
            stamp = below and not closing and self._is_dated(line.text)
            if closing or (not stamp and self._furniture.is_line(line.text, at_end=below)):
                kinds.append(BlockKind.BYLINE if below and _DAY.search(line.text) else BlockKind.FURNITURE)
            elif stamp or (below and self._furniture.is_byline(line.text)):
                kinds.append(BlockKind.BYLINE)
            elif self._is_item(line.text):
                kinds.append(BlockKind.ITEM)
            else:
                kinds.append(BlockKind.HEADING if self._is_heading(number) else BlockKind.PARAGRAPH)
        return kinds

    def _has_long_title(self) -> bool:
        """Whether the first line ends as no paragraph does, and the day of publication stands alone below it."""
        if len(self._lines) < 2 or not _looks_like_title(self._lines[0].text, True):
            return False
        return _TERMINAL.search(self._lines[0].text[-8:]) is None and self._furniture.is_stamp(self._lines[1].text)

    def _above(self) -> list[BlockKind]:
        """The lines above the first paragraph: stamps, trails, the title, bylines and the lead."""
        kinds: list[BlockKind] = []
        titled = listed = False  # listed: the line before was an entry of a menu
        trail = self._numbered_trail()
        for number, line in enumerate(self._lines[: self._first]):
            if number in trail or self._furniture.is_today(line.text):
                kinds.append(BlockKind.FURNITURE)
            elif self._furniture.is_stamp(line.text):
                kinds.append(BlockKind.BYLINE)
            elif self._furniture.is_line(line.text) or self._furniture.is_trail(line.text):
                # A menu that ends in the day of publication is kept for that.
                kinds.append(BlockKind.BYLINE if _YEAR.search(line.text) else BlockKind.FURNITURE)
            elif line.end <= self._letterhead or self._credits.is_credit(line.text) or self._is_genre(number, titled):
                kinds.append(BlockKind.BYLINE)
            elif not titled and _looks_like_title(line.text, number + 1 < len(self._lines)):
                listed = self._is_site_name(number, listed)
                titled = not listed
                kinds.append(BlockKind.TITLE if titled else BlockKind.BYLINE)
            elif not titled or self._first == len(self._lines) or self._is_item(line.text):
                return kinds  # a text of short lines
            elif self._is_byline(line.text):
                kinds.append(BlockKind.BYLINE)
            elif self._is_heading(number) and BlockKind.LEAD in kinds:
                return kinds
            else:
                kinds.append(BlockKind.LEAD)
        if titled and self._first < len(self._lines) and BlockKind.LEAD not in kinds:
            first = self._lines[self._first]
            if not _TERMINAL.search(first.text[-8:]) and self._first + 1 < len(self._lines):
                kinds.append(BlockKind.LEAD)
        return kinds

    def _numbered_trail(self) -> range:
        """The lines above the title that are a trail of sections in the form of a list: "1. Politics", "2. Abroad"."""
        above = range(self._first)
        start = next((n for n in above if not self._furniture.is_stamp(self._lines[n].text)), self._first)
        end = start
        while end < self._first and self._is_step(self._lines[end].text, end - start + 1):
            end += 1
        titles = (self._lines[n].text for n in range(end, self._first))
        title = next((line for line in titles if not self._is_no_text(line)), "")
        is_titled = len(title.split()) > LONGEST_STEP and not self._is_item(title) and _looks_like_title(title, True)
        return range(start, end) if is_titled else range(0)

    def _is_step(self, line: str, number: int) -> bool:
        match = _STEP.fullmatch(line)
        return match is not None and int(match[1]) == number and len(match[2].split()) <= LONGEST_STEP

    def _is_item(self, line: str) -> bool:
        return _ITEM.match(line) is not None or self._points.match(line) is not None

    def _is_byline(self, line: str) -> bool:
        """A line under a title: it says so, or is very short, or is short and holds a year."""
        if self._furniture.is_byline(line) or (len(line) <= 50 and len(line.split()) <= 6):
            return True
        return len(line) <= 70 and _YEAR.search(line) is not None and _FULL_STOP.search(line) is None

    def _is_genre(self, number: int, titled: bool) -> bool:
        """A line "Press release No. 12" above the title."""
        if titled or not self._furniture.is_genre(self._lines[number].text):
            return False
        following = self._next_above_text(number)
        return len(following.split()) >= _FEWEST_OF_TITLE and _looks_like_title(following, True)

    def _is_site_name(self, number: int, listed: bool) -> bool:
        """A few words before a line that looks much more like the title: the site's name, or an entry of its menu.

        Args:
            number: The line.
            listed: Whether the line before is such an entry.
        """
        line = self._lines[number].text
        following = self._next_above_text(number)
        if len(line.split()) <= _LONGEST_ENTRY and len(following.split()) <= _LONGEST_ENTRY:
            following = self._next_above_text(number, _LONGEST_ENTRY + 1) or following
        if not _looks_like_title(following, True) or self._furniture.is_byline(following):
            return False
        words, length = len(following.split()), len(following)
        if (
            self._furniture.is_byline(line)
            or len(line.split()) == 1
            or (listed and len(line.split()) <= _LONGEST_ENTRY)
        ):
            return words >= 4 and length >= 25
        return len(line.split()) <= 3 and len(line) <= 32 and length >= 40 and words >= 6

    def _next_above_text(self, number: int, fewest: int = 0) -> str:
        """The next line above the text proper that is no furniture and has so many words; nothing if there is none."""
        others = (other.text for other in self._lines[number + 1 : self._first])
        return next((o for o in others if len(o.split()) >= fewest and not self._is_no_text(o)), "")

    def _is_dated(self, line: str) -> bool:
        return self._furniture.is_stamp(line) or self._furniture.is_published(line)

    def _is_no_text(self, line: str) -> bool:
        return self._furniture.is_stamp(line) or self._furniture.is_line(line) or self._furniture.is_trail(line)

    def _is_heading(self, number: int) -> bool:
        line = self._lines[number].text
        if number + 1 >= len(self._lines) or len(line) > LONGEST_HEADING or _TERMINAL.search(line[-8:]):
            return False
        return len(self._lines[number + 1].text) >= max(SHORTEST_BODY, len(line))


@cache
def _points(language: Language) -> re.Pattern[str]:
    words: Sequence[str] = language.table("language").get("points", ())
    return re.compile(rf"\s*\(?(?:{'|'.join(words) or '(?!)'})(?:\s?[:：)]|\s?[-–—](?=\s))", re.IGNORECASE)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\u200b\u200e\u200f\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\u200e\u200f\ufeff"):
        end -= 1
    return start, end


def _looks_like_title(line: str, more_follows: bool) -> bool:
    return more_follows and len(line) <= 2 * LONGEST_HEADING and not line.endswith((".", ";", "؛"))


def sentences(tokens: Sequence[Token], blocks: Sequence[Block], language: Language) -> list[Sentence]:
    """Split the text proper into sentences; a block's end ends a sentence.

    Args:
        tokens: All tokens of the text.
        blocks: Its blocks, see `layout`.
        language: Gives the abbreviations after which a full stop ends nothing (``abbreviations``).

    Returns:
        Sentences in order; tokens of blocks that are not text proper belong to none.
    """
    stops = full_stops(language)
    found: list[Sentence] = []
    index = 0
    for number, block in enumerate(blocks):
        while index < len(tokens) and tokens[index].start < block.start:
            index += 1
        first = index
        if not language.has_case:
            index = _behind_dateline(tokens, first, block.end)
        while index < len(tokens) and tokens[index].end <= block.end:
            if _ends_sentence(tokens, first, index, block.end, stops, language.has_case):
                index += 1
                index = _after_closing(tokens, index, block.end)
                if block.kind not in NOT_TEXT:
                    found.append(Sentence(first, index, number))
                first = index
            else:
                index += 1
        if first < index and block.kind not in NOT_TEXT:
            found.append(Sentence(first, index, number))
    return found


def _after_closing(tokens: Sequence[Token], index: int, end: int) -> int:
    """The index after the marks that close what a sentence ends with, and after references to notes ("[12]")."""
    while index < len(tokens) and tokens[index].end <= end:
        text, tight = tokens[index].text, tokens[index].start == tokens[index - 1].end
        closes = text in _CLOSERS and (tight or text not in "\"'")
        if closes or (tight and _SENTENCE_END.fullmatch(text) and tokens[index - 1].text in _CLOSERS):
            index += 1
        elif text == "[" and _is_note(tokens, index, end):
            index += 3
        else:
            break
    return index


def _is_note(tokens: Sequence[Token], index: int, end: int) -> bool:
    note = tokens[index : index + 3]
    return len(note) == 3 and note[1].kind is TokenKind.NUMBER and note[2].text == "]" and note[2].end <= end


def _ends_sentence(tokens: Sequence[Token], first: int, index: int, end: int, stops: FullStops, has_case: bool) -> bool:
    token = tokens[index]
    if token.kind is not TokenKind.MARK or not _SENTENCE_END.fullmatch(token.text):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].end <= end else None
    if following is not None and _SENTENCE_END.fullmatch(following.text) and following.start == token.end:
        return False  # the last of several marks ends the sentence
    if following is None:
        return True
    before = tokens[index - 1] if index > first else None
    if _is_and_so_on(tokens, first, index):
        return False
    if has_case and following.kind is TokenKind.WORD and following.text[0].islower():
        return False  # a sentence begins with a capital letter
    if token.text != ".":
        return True
    if following.start == token.end and following.text not in _CLOSERS and following.text != "[":
        # inside U.S., 3.5, example.org; between two words a space was lost
        return before is not None and _are_parted_words(before, following, has_case)
    if before is None or before.end != token.start:
        return True
    if before.kind is TokenKind.NUMBER:
        return index - 1 > first  # "1." at the beginning numbers a point
    if before.kind is not TokenKind.WORD or following.text in _CLOSERS:
        return True
    if before.text.casefold() in stops.abbreviations:
        return False
    if hour_goes_on(tokens, first, index, stops):
        return False
    if letters_end(tokens, first, index, stops):
        return True
    # an initial: one letter, or the last of several joined by full stops ("Joseph R. Biden", "U.S. troops", "د. سامي")
    return not (len(before.text) == 1 and (before.text.isupper() or not has_case))


def _is_and_so_on(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether three dots follow a word of one letter: "and …" is "and so on"."""
    dots = index
    while dots > first and _is_tight_dot(tokens, dots):
        dots -= 1
    three = tokens[index].text == "…" or index - dots >= 3
    return three and tokens[dots].kind is TokenKind.WORD and len(tokens[dots].text) == 1


def _behind_dateline(tokens: Sequence[Token], first: int, end: int) -> int:
    """The index after the dots behind the place or the word of warning that opens a headline, else that of its first.

    «الداخلة.. انعقاد الدورة»: these dots end no sentence.
    """
    words = first
    most = min(len(tokens), first + LONGEST_OPENING)
    while words < most and tokens[words].kind is TokenKind.WORD and tokens[words].end <= end:
        words += 1
    dots = words
    while first < dots < len(tokens) and _is_tight_dot(tokens, dots) and tokens[dots].end <= end:
        dots += 1
    several = dots - words > 1 or (dots > words and tokens[words].text == "…")
    return dots if several else first


def _is_tight_dot(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a dot, or three in one, right behind what precedes it."""
    return tokens[index].text in ".…" and tokens[index - 1].end == tokens[index].start


def _are_parted_words(before: Token, following: Token, has_case: bool) -> bool:
    words = before.kind is TokenKind.WORD and following.kind is TokenKind.WORD
    if has_case:
        # "they met.On Sunday": small letters before the full stop, one capital and small letters behind it
        capital = following.text[0].isupper() and following.text[1:].islower()
        return words and capital and before.text.islower() and before.end - before.start > 1
    return words and min(len(before.text), len(following.text)) > 2 and not (before.text + following.text).isascii()
