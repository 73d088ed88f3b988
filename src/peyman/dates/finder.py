"""Find the dates of a text and say what they mean."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from peyman.dates import edtf
from peyman.dates.calendars import GREGORIAN, KURDISH, PERSIAN
from peyman.dates.candidates import Resolved, Setting
from peyman.dates.counted_days import counted_days
from peyman.dates.expression import Expression, calendars_of
from peyman.dates.expressions import expressions, share_modifiers
from peyman.dates.lengths import lengths
from peyman.dates.part_reader import PartReader
from peyman.dates.parts import WITHIN
from peyman.dates.resolve import resolve
from peyman.dates.surroundings import Surroundings
from peyman.dates.tense import tense_cues
from peyman.dates.vocabulary import vocabulary
from peyman.model import Date, DateConflict, DateKind, Edtf
from peyman.text.analysis import AnalysedText
from peyman.text.segment import BlockKind

#: So many code points are looked at to see whether a text keeps its marks, and one letter in so many has one then.
_SAMPLE = 4000
_LETTERS_PER_MARK = 50
_MARKED = re.compile(r"[^\W\d_a-zA-Z]")
#: A weekday named with its day tells which day is meant elsewhere, if that is no further from publication, in days.
_NEAR = 8
#: The sentence that follows another has so much more for its number.
_NEXT = 1
#: A stretch of so many days, told with its year, tells the year of days of its month.
_TOGETHER = 31

#: Days that lie no further apart are told of one time.
_ONE_TIME = 366


@dataclass(unsafe_hash=True, slots=True)  # not frozen, for speed: nobody changes one
class FoundDate:
    """One expression that places something in time, as a range ``[first, last)`` of tokens.

    Attributes:
        first: Its first token.
        last: The token after it.
        edtf: What it means, EDTF level 1; None where that depends on a publication date that is not known.
        kind: date, or time where it names an hour; a duration or a set has no value.
        calendars: CLDR names of the calendars that its words are in.
        relative: Whether it needed the publication date or another date.
        vague: Whether it is "recently", "in the coming months".
        conflict: What in it disagrees; None where nothing does.
        weekday: English name of the weekday, for single days.
    """

    first: int
    last: int
    edtf: Edtf | None
    kind: DateKind = "date"
    calendars: tuple[str, ...] = ()
    relative: bool = False
    vague: bool = False
    conflict: DateConflict | None = None
    weekday: str | None = None

    def to_model(self, identifier: str, text: AnalysedText) -> Date:
        """Return the entry of a reading, its span in the published text.

        Args:
            identifier: Id of the entry in the reading.
            text: The text that it was found in.
        """
        span = text.span(self.first, self.last)
        return Date(
            id=identifier,
            evidence=[span],
            confidence=_confidence(self),
            span=span,
            text=text.words(self.first, self.last),
            edtf=self.edtf,
            kind=self.kind,
            calendars=list(self.calendars),
            relative=self.relative,
            vague=self.vague,
            weekday=self.weekday,
            conflict=self.conflict,
        )


def _confidence(date: FoundDate) -> float:
    """The share of dates of its sort whose value was right on the training documents.

    Of 234 full dates 94 % were right, of 879 relative ones 83 %, of 29 vague ones 66 %. Conflicts were too few to
    count: one half, as for a date without a value.
    """
    if date.kind in ("duration", "set"):
        return 0.9
    if date.edtf is None or date.conflict is not None:
        return 0.5
    if date.vague:
        return 0.66
    return 0.83 if date.relative else 0.94


class DatesOfText:
    """The expressions of time of one text: found once, resolved for any day of publication."""

    def __init__(self, text: AnalysedText) -> None:
        """Find the expressions.

        Args:
            text: The text; machine headers and page furniture are not read.
        """
        strict = _keeps_marks(text)
        self._text = text
        self._words = vocabulary(text.language, strict)
        self._keys = self._words.keys(text.tokens)
        self._strict = strict
        self._known_reader: PartReader | None = None
        self._told: list[Expression] = []
        openings = self._words.openings(self._keys)
        if openings:
            reader = self._reader
            told = [expression for expression in expressions(reader, openings) if _is_read(text, expression)]
            self._told = share_modifiers(reader, told) if len(told) > 1 else told

    @property
    def _reader(self) -> PartReader:
        """The text's tokens as terms; a text that nothing of time begins in needs none."""
        if self._known_reader is None:
            self._known_reader = PartReader(self._words, self._text.tokens, self._text.repaired, self._keys)
        return self._known_reader

    def resolve(self, published: Edtf | None) -> list[FoundDate]:
        """Say what the expressions mean.

        Args:
            published: EDTF date of publication. Without it, relative expressions keep no value.

        Returns:
            The dates in the order of the text; they do not overlap.
        """
        if not self._told:
            return []
        limits = edtf.bounds(published)
        day = limits[0] if limits and limits[0] != edtf.OPEN_START else None
        text, told, words = self._text, self._told, self._words
        setting = Setting(words, day, civil=_civil_calendar(words.civil, told), solar=_counts_solar_years(told))
        setting.dated = _dated_weekdays(told, setting)
        look = Surroundings(text, self._reader, tense_cues(text.language, self._strict), told)
        found: list[FoundDate] = []
        unresolved: list[tuple[int, Expression]] = []
        without_day: list[tuple[int, Expression]] = []
        told_days: list[tuple[Expression, dt.date]] = []  # of the sentence
        sentence: int | None = None
        for expression in told:
            before, sentence = sentence, text.sentence_at(expression.first)
            if sentence is None or sentence != before:
                followed = before is not None and sentence is not None and sentence - before <= _NEXT
                # A line of a log that begins with the hour: its day is none that the line before told.
                opens = expression.first > 0 and _begins_line(text, expression.first)
                setting.told_just_before = setting.day_of_sentence if followed and not opens else None
                setting.ahead = setting.day_of_sentence = None
                told_days = []
            if sentence is None or (
                setting.dated and _is_title(text, sentence) and _has_dated_weekday(expression, setting)
            ):
                setting.said_tense, setting.look, setting.certainty = 0, None, 0
            else:
                setting.look, setting.certainty = partial(self._tense, look, expression, sentence), 0
            counted = expression.parts.get("counted")
            setting.act = None
            if counted is not None and counted.shift in WITHIN and sentence is not None and told_days:
                setting.act = look.day_of_act(told_days, expression, sentence)
            resolved = resolve(expression, setting)
            if resolved.value is None and day is not None:
                continue
            setting.remember(resolved)
            if resolved.days is not None and resolved.days[0] == resolved.days[1]:
                told_days.append((expression, resolved.days[0]))
            whole = expression.parts.get("day")
            if resolved.value is None and whole is not None and whole.months:
                unresolved.append((len(found), expression))
            elif resolved.value is None and "edge" in expression.parts:
                without_day.append((len(found), expression))
            found.append(_found(expression, resolved))
        days = _days_of_the_latest_year(found) if unresolved else ()
        for index, expression in unresolved:
            found[index] = self._of_a_told_month(expression, days, setting) or found[index]
        around = _days_of_one_time(found) if without_day else []
        for index, expression in without_day:
            found[index] = self._limit_of_a_told_day(expression, around, setting) or found[index]
        return self._with_counted(found)

    def _with_counted(self, found: list[FoundDate]) -> list[FoundDate]:
        """The same dates with the lengths that are counted from one of them: "*two days after* the call of 4 May"."""
        dates = [(date.first, date.last, date.edtf) for date in found if not date.vague]
        counted = [FoundDate(*length, relative=True) for length in counted_days(self._reader, dates)] if dates else []
        within = {token for date in counted for token in range(date.first, date.last)}
        # "After two days from the call of 4 May" is not in two days from publication.
        others = [date for date in found if date.first not in within]
        return sorted((*others, *counted), key=lambda date: date.first)

    def _tense(self, look: Surroundings, expression: Expression, sentence: int) -> int:
        """The tense around an expression; for a weekday in a title without one, that around it in the text proper."""
        tense = look.tense(expression, sentence)
        weekday = expression.parts.get("weekday")
        if tense or weekday is None or "day" in expression.parts or not _is_title(self._text, sentence):
            return tense
        told = self._weekdays_of_the_text.get(weekday.weekday, [])
        number = bisect_left(told, expression.first, key=lambda other: other[0].first)
        return look.tense(*told[number]) if number < len(told) else tense

    @cached_property
    def _weekdays_of_the_text(self) -> dict[int | None, list[tuple[Expression, int]]]:
        """Where the text proper names each weekday, titles and headings left out; with its sentence."""
        found: dict[int | None, list[tuple[Expression, int]]] = {}
        for expression in self._told:
            weekday, index = expression.parts.get("weekday"), self._text.sentence_at(expression.first)
            if weekday is not None and index is not None and not _is_title(self._text, index):
                found.setdefault(weekday.weekday, []).append((expression, index))
        return found

    def _of_a_told_month(self, expression: Expression, days: Sequence[dt.date], setting: Setting) -> FoundDate | None:
        """A day without a year, in a month that the text tells with its year: "26 January", "27 January 2025"."""
        for day in days:
            beside = Setting(self._words, day, civil=setting.civil, solar=setting.solar)
            resolved = resolve(expression, beside)
            meant = edtf.bounds(resolved.value)
            if meant is not None and (meant[0].year, meant[0].month) == (day.year, day.month):
                return replace(_found(expression, resolved), relative=True)
        return None

    def _limit_of_a_told_day(
        self, expression: Expression, days: Sequence[tuple[int, dt.date]], setting: Setting
    ) -> FoundDate | None:
        """A limit without its year, counted from the last day told before it, else from the first that is told.

        "It was signed on *3 May 2025* … will be delivered *by the end of the year*". What is told behind it says
        nothing of "*this* month", which is that of whoever writes.
        """
        before = (day for first, day in reversed(days) if first < expression.first)
        day = next(before, None if not days or "relative" in expression.parts else days[0][1])
        if day is None:
            return None
        resolved = resolve(expression, Setting(self._words, day, civil=setting.civil, solar=setting.solar))
        limit = (resolved.value or "").startswith("../") and not resolved.vague
        return replace(_found(expression, resolved), relative=True) if limit else None

    def day_of_writing(self) -> Edtf | None:
        """Return the day on which the text says that it was written: "today, Wednesday 14 January 2026".

        A day that stands with its year beside "today", or beside "yesterday" or "tomorrow", tells the day of the text.

        Returns:
            The EDTF day that the first such expression tells; None where there is none.
        """
        setting = Setting(self._words, None, civil=_civil_calendar(self._words.civil, self._told))
        for expression in self._told:
            beside, day = expression.get("relative"), expression.get("day")
            if beside is None or beside.unit != "day" or beside.offset is None or day is None or not day.explicit_year:
                continue
            days = resolve(expression, setting).days
            if self._text.sentence_at(expression.first) is not None and days is not None and days[0] == days[1]:
                return (days[0] - dt.timedelta(days=beside.offset)).isoformat()
        return None

    def lengths(self, dates: Sequence[FoundDate]) -> list[FoundDate]:
        """Find lengths of time and repeated times, which have no value: "for six months", "every Friday".

        Args:
            dates: What `resolve` gave; nothing is found within them.
        """
        text = self._text
        return [
            FoundDate(first, last, None, kind)
            for first, last, kind in lengths(self._reader, [(date.first, date.last) for date in dates])
            if text.sentence_at(first) is not None
        ]


def find_dates(text: AnalysedText, published: Edtf | None) -> list[FoundDate]:
    """Find every expression that places something in the text in time.

    Args:
        text: The text; machine headers and page furniture are not read.
        published: EDTF date of publication. Without it, relative expressions are found but keep no value.

    Returns:
        The dates in the order of the text; they do not overlap.
    """
    return DatesOfText(text).resolve(published)


def _found(expression: Expression, resolved: Resolved) -> FoundDate:
    return FoundDate(
        expression.first,
        expression.last,
        resolved.value,
        resolved.kind,
        resolved.calendars,
        resolved.relative,
        resolved.vague,
        resolved.conflict,
        resolved.weekday,
    )


def _days_of_the_latest_year(found: Sequence[FoundDate]) -> list[dt.date]:
    """Each day on which something begins that is told with its year: what lies years back is history."""
    told = [limits for date in found if not date.relative and (limits := edtf.bounds(date.edtf)) is not None]
    latest = max((end.year for _, end in told if end != edtf.OPEN_END), default=0)
    return list(dict.fromkeys(a for a, b in told if a.year == latest and (b - a).days <= _TOGETHER))


def _days_of_one_time(found: Sequence[FoundDate]) -> list[tuple[int, dt.date]]:
    """The days that a text tells with their year, with where; none where it tells of days that lie years apart."""
    told = [(date.first, limits) for date in found if not date.relative and (limits := edtf.bounds(date.edtf))]
    days = [(first, start) for first, (start, end) in told if start == end]
    apart = (max(day for _, day in days) - min(day for _, day in days)).days if days else 0
    return days if apart <= _ONE_TIME else []


def _is_title(text: AnalysedText, sentence: int) -> bool:
    """Whether a sentence is a title or heading: their verbs, if they have any, are in no tense to go by."""
    return text.blocks[text.sentences[sentence].block].kind in (BlockKind.TITLE, BlockKind.HEADING)


def _dated_weekdays(told: list[Expression], setting: Setting) -> dict[int, dt.date]:
    """Weekdays that the text names together with their day, where that day is near publication."""
    found: dict[int, dt.date] = {}
    for expression in told:
        if setting.published is None or "weekday" not in expression.parts or "day" not in expression.parts:
            continue
        days = resolve(expression, setting).days
        if days is not None and days[0] == days[1] and abs((days[0] - setting.published).days) <= _NEAR:
            found.setdefault(days[0].weekday(), days[0])
    return found


def _has_dated_weekday(expression: Expression, setting: Setting) -> bool:
    weekday = expression.get("weekday")
    return weekday is not None and weekday.weekday in setting.dated


def _keeps_marks(text: AnalysedText) -> bool:
    """Whether a text has kept the marks on its letters, so that they tell words apart."""
    if not text.language.has_case:
        return False
    sample = text.repaired[:_SAMPLE]
    return len(_MARKED.findall(sample)) * _LETTERS_PER_MARK >= len(sample)


def _is_read(text: AnalysedText, expression: Expression) -> bool:
    """Whether an expression stands in the text proper; beside it only full dates are read, as page stamps give them."""
    if text.sentence_at(expression.first) is not None:
        return True
    start = text.tokens[expression.first].start
    header = text.blocks[0] if text.blocks else None
    if header is not None and header.kind is BlockKind.HEADER and header.start <= start < header.end:
        return False
    day = expression.get("day")
    return day is not None and day.explicit_year


def _civil_calendar(usual: str, found: list[Expression]) -> str:
    """The calendar that a text counts its own months and years in: the language's, unless the text names others."""
    if usual == GREGORIAN:
        return usual
    counts = {usual: 0, GREGORIAN: 0}
    for expression in found:
        for part in expression.parts.values():
            calendars = {calendar for calendar, _ in part.months}
            if calendars & {PERSIAN, KURDISH}:
                counts[usual] += 1
            elif GREGORIAN in calendars:
                counts[GREGORIAN] += 1
    return usual if counts[usual] >= counts[GREGORIAN] else GREGORIAN


def _counts_solar_years(found: list[Expression]) -> bool:
    """Whether a text dates by the solar months of the East: it names one with its year, or one that is no other."""
    for expression in found:
        for part in expression.parts.values():
            if not part.months:
                continue
            if all(calendar in (PERSIAN, KURDISH) for calendar, _ in part.months):
                return True
            if part.explicit_year and GREGORIAN not in calendars_of(part):
                return True
    return False


def _begins_line(text: AnalysedText, token: int) -> bool:
    """Whether a line begins with a token."""
    return "\n" in text.repaired[text.tokens[token - 1].end : text.tokens[token].start]
