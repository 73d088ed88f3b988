"""What is only recalled: "in the villa where the accord *had been signed*" tells of no signing then.

Nor had those met on the day on which it was reported that they *had met*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from peyman.dates import FoundDate
from peyman.dates.tense import PERFECT, tense_cues
from peyman.languages import Language
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.subjects import LONGEST_CUE
from peyman.text.fold import fold
from peyman.text.marks import COMMAS

#: A relative clause begins at most so many tokens before its verb.
CLAUSE_REACH = 12
#: Units by which it is told how long ago something was; an ending of theirs has at most so many letters.
LENGTHS, LONGEST_ENDING = ("day", "week", "fortnight", "month", "year", "decade"), 3
#: Between a verb of saying and its day stands a preposition.
SAID_NEAR = 1
#: A value of so many characters is a year at most: none of the days on which something takes place.
YEAR = 4


def is_recalled(context: Context, sentence: ReadSentence, cue: Cue, last: int) -> bool:
    """Whether a signing is told in a relative clause, in the past perfect, on no day of its own.

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The word for it.
        last: After the last token of its stretch.
    """
    if cue.value != "signing":
        return False
    openers = sentence.having("which", first=cue.first - CLAUSE_REACH, last=cue.first)
    if not openers:
        return False
    first = openers[-1].last
    if any(first <= d.first < last and d.kind in ("date", "time") and len(d.edtf or "") > YEAR for d in sentence.dates):
        return False
    told = tense_cues(context.text.language).find(context.text.tokens, first, last)
    return any(sign == PERFECT and first <= index <= cue.last for index, sign in told)


def dates_the_report(context: Context, sentence: ReadSentence, cue: Cue, date: FoundDate) -> bool:
    """Whether a date is of a report of what had been before it: "the paper wrote *on Monday that* they had met".

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The verb of the encounter.
        date: A date of the sentence.
    """
    if cue.role != "meeting-verb" or date.last >= cue.first:
        return False
    said = any(0 <= date.first - c.last <= SAID_NEAR for c in sentence.having("say", "publish", last=date.first))
    if not said or not any(c.first == date.last for c in sentence.having("that", first=date.last)):
        return False
    told = tense_cues(context.text.language).find(context.text.tokens, date.last, cue.last)
    return any(sign == PERFECT and cue.first - 1 <= index for index, sign in told)


def counted_back(context: Context, sentence: ReadSentence, cue: Cue) -> tuple[int, int] | None:
    """Return the clause of an encounter that is told by how long ago it was: "*one month after* the two signed it".

    What the rest of the sentence tells, and the sentences around, is where and when something else was.

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The word for the encounter.
    """
    tokens = context.text.tokens
    units = _units(context.text.language)
    for after in sentence.having("after", first=cue.first - CLAUSE_REACH - LONGEST_CUE, last=cue.first):
        unit = after.first - 1
        if unit <= sentence.first or sentence.is_dated(unit) or cue.first - after.last > CLAUSE_REACH:
            continue
        if not any(
            tokens[unit].fold.startswith(u) and len(tokens[unit].fold) - len(u) <= LONGEST_ENDING for u in units
        ):
            continue
        if any(tokens[t].text in COMMAS for t in range(after.last, cue.first)):
            continue
        last = next((t for t in range(cue.last, sentence.last) if tokens[t].text in COMMAS), sentence.last)
        return after.last, last
    return None


@cache
def _units(language: Language) -> frozenset[str]:
    """The folded words for days, weeks, months and years."""
    table: Mapping[str, Sequence[str]] = language.table("calendar").get("units", {})
    return frozenset(fold(word) for unit in LENGTHS for word in table.get(unit, ()) if " " not in word)
