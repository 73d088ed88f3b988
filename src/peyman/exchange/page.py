"""Readings as one web page that needs nothing else: the document with its evidence marked, its entries beside it.

Marks overlap (a date in a meeting in a statement), and HTML elements must not; so the text is cut where any mark begins
or ends, and each segment names all entries that it is evidence of. A mark links to the card of its most particular
entry and a card to every mark of its own, so that the page works without JavaScript; a small script lights up what
belongs together under the pointer and the keyboard focus.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from peyman.exchange.bidirectional import Part
from peyman.exchange.wording import (
    KINDS,
    Fact,
    background_spans,
    dated,
    entries,
    facts,
    headline,
    publication_words,
    shortened,
    spans,
)
from peyman.languages import load as load_language
from peyman.model import Entry, Reading, Span

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that an entry points to.

    Attributes:
        start: First code point.
        end: The one after the last.
        entry: Id of the entry.
        kind: Field of `Reading` that holds the entry.
        background: Whether it covers words that the entry only contains, which are not to stand out.
    """

    start: int
    end: int
    entry: str
    kind: str
    background: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under the same marks from end to end.

    Attributes:
        start: Where it begins in the document's text.
        text: The piece.
        marks: What covers it, the shortest first; empty for plain text.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of entries that the words are to stand out as."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks if not mark.background))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the document.

    Attributes:
        segments: Its text, cut at the marks.
        heading: Whether it is the heading of a section, or the title.
    """

    segments: tuple[Segment, ...]
    heading: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document, and the segment that they begin with."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as the page shows it."""

    id: str
    kind: str
    headline: tuple[Part, ...]
    facts: tuple[tuple[Fact, tuple[Quote, ...]], ...]
    evidence: tuple[Quote, ...]
    confidence: float
    shares_words_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one kind."""

    kind: str
    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PageDocument:
    """One document of the page."""

    reading: Reading
    title: str
    direction: str
    published: str
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[Group, ...]


def render_page(readings: Iterable[Reading]) -> str:
    """Return one self-contained HTML page of the readings, with a table of contents where there are several.

    Args:
        readings: What was read, in the order of the page.
    """
    documents = [_document(reading) for reading in readings]
    return _template().render(documents=documents, kinds=KINDS, dated=dated)


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("peyman.exchange", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("reading.html")


def writing_direction(language: str) -> str:
    """Return the ``dir`` of a document: its language's direction, or ``auto`` for a language that is not known."""
    try:
        return load_language(language).direction
    except KeyError:
        return "auto"


def marks_of(reading: Reading) -> list[Mark]:
    """Return every mark of a reading; spans that are empty or outside the text are left out."""
    length = len(reading.document.text)
    return [
        Mark(start, end, entry.id, kind, (start, end) not in entry.evidence and (start, end) in background_spans(entry))
        for kind, entry in entries(reading)
        for start, end in spans(entry)
        if 0 <= start < end <= length
    ]


def segments_of(text: str, marks: Sequence[Mark], start: int, end: int) -> tuple[Segment, ...]:
    """Cut a stretch of text where any mark begins or ends.

    Args:
        text: The document's text.
        marks: Marks of the document, in any order, overlapping or not.
        start: Where the stretch begins.
        end: Where it ends.

    Returns:
        Segments that together are ``text[start:end]``.
    """
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end} | {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    cuts = sorted(edges)
    segments = []
    for left, right in pairwise(cuts):
        covering = [mark for mark in here if mark.start <= left and mark.end >= right]
        # The shortest says most exactly what the words are; of equals, the kind that comes first on the page.
        covering.sort(key=lambda mark: (mark.end - mark.start, _order(mark.kind)))
        segments.append(Segment(left, text[left:right], tuple(covering)))
    return tuple(segments)


def _order(kind: str) -> int:
    return [name for name, _ in KINDS].index(kind)


def _document(reading: Reading) -> PageDocument:
    document = reading.document
    marks = marks_of(reading)
    paragraphs = paragraphs_of(reading, marks)
    starts = [segment.start for paragraph in paragraphs for segment in paragraph.segments if segment.marks]
    together = _together(paragraphs)
    groups = []
    for kind, heading in KINDS:
        found: list[Entry] = getattr(reading, kind)
        cards = tuple(_card(kind, entry, reading, starts, together.get(entry.id, ())) for entry in found)
        if cards:
            groups.append(Group(kind, heading, cards))
    return PageDocument(
        reading=reading,
        title=document.title or document.text.strip().split("\n", 1)[0],
        direction=writing_direction(document.language),
        published=publication_words(reading),
        paragraphs=paragraphs,
        groups=tuple(groups),
    )


def paragraphs_of(reading: Reading, marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    """Return the lines of a document that are not blank, cut at the marks.

    Args:
        reading: The document with its sections.
        marks: What is to be marked, see `marks_of`.
    """
    document = reading.document
    headings = [section.heading for section in document.sections if section.heading]
    lines = document.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)][:-1]
    marks_in: list[list[Mark]] = [[] for _ in lines]
    for mark in marks:
        for number in range(bisect_right(starts, mark.start) - 1, bisect_left(starts, mark.end)):
            marks_in[number].append(mark)
    paragraphs: list[Paragraph] = []
    for start, line, here in zip(starts, lines, marks_in, strict=True):
        if line.strip():
            end = start + len(line)
            is_title = not paragraphs and document.title is not None and line.strip() == document.title.strip()
            is_heading = any(first < end and start < last for first, last in headings) or is_title
            paragraphs.append(Paragraph(segments_of(document.text, here, start, end), is_heading))
    return tuple(paragraphs)


def _together(paragraphs: Iterable[Paragraph]) -> dict[str, tuple[str, ...]]:
    """Return, for each entry, the others that share words with it: what lies under a mark is reached through them."""
    shared: dict[str, dict[str, None]] = {}
    for paragraph in paragraphs:
        for segment in paragraph.segments:
            for mark in segment.marks:
                others = shared.setdefault(mark.entry, {})
                others.update((other.entry, None) for other in segment.marks if other.entry != mark.entry)
    return {entry: tuple(others) for entry, others in shared.items()}


def _card(kind: str, entry: Entry, reading: Reading, starts: list[int], shared: tuple[str, ...]) -> Card:
    shown = tuple((fact, _quotes(fact.quotes, reading, starts)) for fact in facts(entry, reading))
    quoted = {span for fact, _ in shown for span in fact.quotes}
    evidence = [span for span in entry.evidence if span not in quoted]
    return Card(
        id=entry.id,
        kind=kind,
        headline=headline(entry, reading),
        facts=shown,
        evidence=_quotes(evidence, reading, starts),
        confidence=entry.confidence,
        shares_words_with=shared,
    )


def _quotes(quoted: Iterable[Span], reading: Reading, starts: list[int]) -> tuple[Quote, ...]:
    """Return the spans' words, each with the first marked segment in it (a span may begin with a line end)."""
    text = reading.document.text
    found = []
    for start, end in quoted:
        number = bisect_left(starts, start)
        if number < len(starts) and starts[number] < end:
            found.append(Quote(shortened(" ".join(text[start:end].split())), starts[number]))
    return tuple(found)
