"""Pages that are a diary of a day to come: "Public schedule": "10:00 The minister meets with the ambassador of B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue, CueTable
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.tense import is_told_as_past, lies_ahead
from peyman.text.analysis import AnalysedText
from peyman.text.segment import BlockKind

#: A page says in one of so many first sentences what it is.
_HEAD = 3
#: A day in EDTF has so many characters, those of an hour stand behind them.
_DAY = 10


def is_on_the_diary(context: Context, sentence: ReadSentence, cue: Cue, date: FoundDate | None) -> bool:
    """Whether an encounter stands on a diary of the day, in no past tense: it is planned, and nobody says that it was.

    A journey on it ("is on travel to B") goes on already, and "attends meetings" tells of none.

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The word for it.
        date: When it takes place, as far as that is told; days that are over are none of a diary's.
    """
    if sentence.index < 1 or cue.value == "visit":
        return False
    if date is None and not any(a.role == "with" for a in sentence.agents_in(cue.first, sentence.last)):
        return False
    if lies_ahead(context, date.edtf if date else None) is False:
        return False
    head = (s for s in context.sentences[:_HEAD] if s.kind in (BlockKind.TITLE, BlockKind.HEADING))
    if not any(s.having("diary") for s in head):
        return False
    past = sentence.having("past", first=cue.first, last=cue.last)
    return not past and not is_told_as_past(context, cue)


def of_its_day(
    text: AnalysedText, table: CueTable, dates: Sequence[FoundDate], published: str | None
) -> list[FoundDate]:
    """Put the hours of a diary to the day that its title names: "Public schedule for 6 August", published on the 5th.

    Args:
        text: The text.
        table: The cues of its language.
        dates: Its dates.
        published: When it was published.
    """
    title = text.sentences[0] if text.sentences else None
    if title is None or text.blocks[title.block].kind not in (BlockKind.TITLE, BlockKind.HEADING):
        return list(dates)
    named = [d.edtf for d in dates if d.last <= title.last and d.edtf and len(d.edtf) == _DAY]
    if len(named) != 1 or not any(c.role == "diary" for c in table.find(text.tokens, title.first, title.last)):
        return list(dates)
    return [
        replace(d, edtf=f"{named[0]}{d.edtf[_DAY:]}")
        if d.kind == "time" and d.relative and d.edtf and d.edtf[:_DAY] == published
        else d
        for d in dates
    ]
