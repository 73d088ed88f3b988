"""A text made ready to be read: language, repair, tokens, parts, with a way back to every published word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from peyman.languages import Language
from peyman.model import Section, Span
from peyman.text.offsets import OffsetMap
from peyman.text.passages import Passage, passages
from peyman.text.quotations import Quotation, quotations
from peyman.text.repair import repair
from peyman.text.segment import NOT_TEXT, Block, BlockKind, Sentence, layout, sentences
from peyman.text.tokens import Token, tokenise


@dataclass(frozen=True)
class AnalysedText:
    """A text with everything that the rooms behind this one need of it.

    Offsets of tokens and blocks count code points of ``repaired``; `span` and `words` lead back to ``published``.

    Attributes:
        published: The text as it was extracted.
        repaired: The text with lost joiners, letters and spaces restored.
        offsets: The map from ``published`` to ``repaired``.
        language: The language it was read in.
        tokens: All tokens of ``repaired``, those of headers and furniture included.
        blocks: Its parts, in order.
        sentences: The sentences of the text proper, in order.
        header_date: ISO date of a machine header before the title, where there is one.
        passages: What is in another language, in order; nothing of it was repaired by the rules of this one.
    """

    published: str
    repaired: str
    offsets: OffsetMap
    language: Language
    tokens: tuple[Token, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    header_date: str | None
    passages: tuple[Passage, ...] = ()

    def span(self, first: int, last: int) -> Span:
        """Return the published span of the tokens ``[first, last)``."""
        return self.offsets.to_original(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """Return the published words of the tokens ``[first, last)``."""
        start, end = self.span(first, last)
        return self.published[start:end]

    def repaired_words(self, first: int, last: int) -> str:
        """Return the repaired words of the tokens ``[first, last)``."""
        return self.repaired[self.tokens[first].start : self.tokens[last - 1].end]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    def sentence_at(self, token: int) -> int | None:
        """Return the index of the sentence that holds a token; None in headers and furniture."""
        index = bisect_right(self._firsts, token) - 1
        if index >= 0 and token < self.sentences[index].last:
            return index
        return None

    def tokens_within(self, start: int, end: int) -> range:
        """Return the indices of the tokens that begin in ``[start, end)`` of the repaired text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    @cached_property
    def quotations(self) -> list[Quotation]:
        """What stands between quotation marks, in order."""
        return quotations(self.tokens, self.blocks, self.sentences)

    @cached_property
    def title(self) -> str | None:
        """The title in its published words; None where there is none."""
        for block in self.blocks:
            if block.kind is BlockKind.TITLE:
                start, end = self.offsets.to_original(block.start, block.end)
                return self.published[start:end]
        return None

    def sections(self) -> list[Section]:
        """Return headings with the text under them, as published spans.

        The title, the lead and what stands before the first heading belong to no section.
        """
        found: list[tuple[Block, list[Block]]] = []
        for block in self.blocks:
            if block.kind is BlockKind.HEADING:
                found.append((block, []))
            elif found and block.kind not in NOT_TEXT:
                found[-1][1].append(block)
        return [
            Section(
                heading=self.offsets.to_original(heading.start, heading.end),
                body=self.offsets.to_original(body[0].start, body[-1].end),
            )
            for heading, body in found
            if body
        ]


def analyse(text: str, language: Language, letterhead: int = 0) -> AnalysedText:
    """Repair, tokenise and segment a text.

    Args:
        text: The text as it was extracted.
        language: The language to read it in, see `peyman.text.identify`.
        letterhead: Where a letterhead ends, in code points of the text: no line before it is the title.
    """
    whole = _analyse(text, language, (), letterhead)
    found = passages(whole.repaired, whole.tokens, whole.blocks, whole.sentences, language)
    if not found:
        return whole
    published = [whole.offsets.to_original(passage.start, passage.end) for passage in found]
    parts = _analyse(text, language, published, letterhead)
    spans = [parts.offsets.to_edited(start, end) for start, end in published]
    moved = [Passage(*span, p.language, p.confidence) for span, p in zip(spans, found, strict=True)]
    return replace(parts, passages=tuple(moved))


def _analyse(text: str, language: Language, spared: Sequence[Span], letterhead: int) -> AnalysedText:
    repaired, offsets = repair(text, language, spared)
    tokens = tuple(tokenise(repaired))
    parts = layout(repaired, language, offsets.to_edited(0, letterhead)[1] if letterhead else 0)
    return AnalysedText(
        published=text,
        repaired=repaired,
        offsets=offsets,
        language=language,
        tokens=tokens,
        blocks=parts.blocks,
        sentences=tuple(sentences(tokens, parts.blocks, language)),
        header_date=parts.header_date,
    )
