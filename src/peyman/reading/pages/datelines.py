"""The day of publication, where the page tells it: a dateline, a stamp, a machine's header line.

The first line of a page may be the day on which it was looked at. Such a line is a bare day; the stamp of the text
itself stands nearer to it, and is no later. Where no line tells the day, a sentence may: "today, 14 January 2026".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from peyman.dates import DatesOfText, FoundDate
from peyman.model import PublishedLine
from peyman.sources.model import SourceDocument
from peyman.text.analysis import AnalysedText
from peyman.text.credits import Credits
from peyman.text.furniture import Furniture, folded_line
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: A dateline stands among so many first sentences of a page, or above the text proper, menus included.
DATELINE_REACH = 8
#: A line that holds a date and at most so many other words is a dateline.
_DATELINE_WORDS = 8
#: With so many of them and a full stop at its end it is a sentence.
_SENTENCE_WORDS = 3
_ENDS = frozenset(".!?؟")
_DAY = len("2024-05-08")
_BEFORE_REPORT = re.compile(r"\s*[)\]]?\s*(?:[(\[/][^()\[\]/]{1,40}[)\]/])?\s*[-–—ـ:/]\s*\S|\s*/[^/]{1,40}/\s*\S")
#: One word before a day in brackets at the head of a report, the name of its outlet: "Varsk (Monday, 7 May 2024): …".
_OUTLET_BEFORE = re.compile(r"\W*[^\W\d]+\s*[(\[]\s*")
#: An agency behind the day of a dateline: "(MAP) The", "Wafa- The".
_AGENCY_BEHIND = re.compile(r"\s*(?:\(([^()]{2,40})\)\s*\S|([^\W\d_]{2,20})\s*[-–—]\s*\S)")
_STAMP = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\W{1,3}\d{1,2}:\d{2}:\d{2}")


def publication(
    source: SourceDocument, text: AnalysedText, dated: DatesOfText
) -> tuple[str | None, PublishedLine | None, tuple[str, ...]]:
    """Return the day of publication, the line that told it, and what is to be warned of.

    What the source says comes first, else a date that stands alone in the first lines or, where a line says that the
    text was published then, anywhere; else a machine's header line: a dateline is what the publisher wrote for readers,
    and the header line may be the day of printing or of crawling. Without either, a day that a sentence calls today or
    yesterday tells it. The day on which a file was made comes last: a page may be printed years later.

    Args:
        source: The document as it came in.
        text: Its text.
        dated: The dates of the text.
    """
    if source.published:
        return source.published, None, ()
    stamps = list(_stamps(text, dated.resolve(None)))
    if stamps:
        return _own(text, stamps), "byline", ()
    if text.header_date:
        return text.header_date, "header", ()
    written = dated.day_of_writing()
    if written is not None:
        return written, "sentence", ()
    if source.file_day:
        return source.file_day, None, ()
    return None, None, ("no publication date was found: relative dates stay unresolved",)


def _stamps(text: AnalysedText, dates: Sequence[FoundDate]) -> Iterator[tuple[str, int, bool]]:
    """The days that stand alone in the first lines, with their blocks, and whether they are above the text proper."""
    first = next((n for n, block in enumerate(text.blocks) if block.kind is BlockKind.PARAGRAPH), len(text.blocks))
    for date in dates:
        sentence = text.sentence_at(date.first)
        day = (date.edtf or "").partition("T")[0]
        if date.kind not in ("date", "time") or date.relative or date.vague or len(day) != _DAY or sentence is None:
            continue
        block = text.sentences[sentence].block
        near = sentence <= DATELINE_REACH or block < first or _says_it_was_published(text, block)
        if near and (_tells_its_day(text, block, date, first) or _stands_alone(text, block, dates)):
            yield day, block, block < first


def dateline_beside_days(text: AnalysedText, dates: Sequence[FoundDate]) -> FoundDate | None:
    """Return the day between the place of a report and its words, where these tell of another day themselves.

    "Lima, 14 May — the ministers met *on Tuesday*": then the day of the dateline is nothing but that of publication.

    Args:
        text: The text.
        dates: Its dates, in order.
    """
    first = next((n for n, block in enumerate(text.blocks) if block.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return None  # a page of headings or points opens no report
    for date in dates:
        index = text.sentence_at(date.first)
        if index is None or text.sentences[index].block > first:
            return None
        if date.kind not in ("date", "time") or date.relative or not _opens_report(text, first, date):
            continue
        last = text.sentences[index].last
        told = (d for d in dates if date.last <= d.first < last and d.relative and d.edtf and d.edtf != date.edtf)
        return date if any(len(d.edtf or "") >= _DAY and ".." not in (d.edtf or "") for d in told) else None
    return None


def _says_it_was_published(text: AnalysedText, block: int) -> bool:
    """Whether a line, at the foot of the page perhaps, says itself that its day is that of publication."""
    line = text.repaired[text.blocks[block].start : text.blocks[block].end]
    return Furniture.of(text.language).is_published(line.strip())


def _is_stamp(text: AnalysedText, date: FoundDate) -> bool:
    """Whether a day and a clock to the second stand in figures, as no prose tells them: where lines ran together."""
    return _STAMP.fullmatch(text.repaired_words(date.first, date.last)) is not None


def _tells_its_day(text: AnalysedText, block: int, date: FoundDate, first: int) -> bool:
    """Whether a day up to the first paragraph is that of the text by its form, or by what it stands between."""
    return block <= first and (_is_stamp(text, date) or _opens_report(text, block, date))


def _opens_report(text: AnalysedText, block: int, date: FoundDate) -> bool:
    """Whether a day stands between the place of a report and its first words: "Erbil (KRG) — October 15, 2026 —".

    A label may stand before the place: "Published on: Tripoli, 26 January 2025 (LANA) –".
    """
    start, end = text.tokens[date.first].start, text.tokens[date.last - 1].end
    begins, credits = text.blocks[block].start, Credits.of(text.language)
    before = text.repaired[begins:start]
    label, colon, place = before.rpartition(":")
    if colon and place.strip() and Furniture.of(text.language).is_published(f"{label}: {text.repaired[start:end]}"):
        before = place
    whence = credits.is_whence(before)
    if _BEFORE_REPORT.match(text.repaired, end) is not None:
        return whence or _OUTLET_BEFORE.fullmatch(before) is not None
    agency = _AGENCY_BEHIND.match(text.repaired, end) if whence else None
    return agency is not None and folded_line(agency[1] or agency[2]) in credits.outlets


def _stands_alone(text: AnalysedText, block: int, dates: Sequence[FoundDate]) -> bool:
    """Whether a line holds dates and few words beside them."""
    tokens = text.tokens_within(text.blocks[block].start, text.blocks[block].end)
    told = sum(date.last - date.first for date in dates if date.first in tokens)
    if len(tokens) - told > _DATELINE_WORDS:
        return False
    # "A B resigned on 2 August 2012." is a sentence, however short.
    dated = {t for date in dates for t in range(date.first, date.last)}
    words = sum(text.tokens[t].kind is TokenKind.WORD for t in tokens if t not in dated)
    return words < _SENTENCE_WORDS or text.tokens[tokens[-1]].text not in _ENDS


def _own(text: AnalysedText, stamps: Sequence[tuple[str, int, bool]]) -> str:
    """The day of the text itself: not the first line's, where a stamp nearer to the text is of a day before."""
    day, block, _ = stamps[0]
    if block == 0 and text.blocks[0].kind is BlockKind.BYLINE:
        for other, behind, above in stamps[1:]:
            if above and other < day and text.blocks[behind].kind is BlockKind.BYLINE:
                return other
    return day
