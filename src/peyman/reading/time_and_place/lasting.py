"""Encounters of several days of which a text names one: "a three-day visit that began on Sunday".

An encounter takes place on all its days, so its date runs from the first to the last. The text says how many there
are, and by its verb whether the day that it names opens the encounter or closes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from peyman.dates import FoundDate
from peyman.dates.edtf import bounds, run_of_days
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.surroundings import gap
from peyman.reading.encounters import AHEAD, Encounter, MeetingMention

#: Between a length and the word for the encounter that lasts so long stand at most so many tokens.
REACH = 3
#: A word for "after" stands at most so many tokens before the noun that it says to be over.
AFTER_REACH = 2


def over_all_days(context: Context, encounter: Encounter) -> FoundDate | None:
    """Return the date of an encounter, run out to all its days where the text names only one of several.

    Args:
        context: The document.
        encounter: What was read of it, its mentions gathered.

    Returns:
        Its date as it stands where that is no single day, where no length is told or where nothing tells which of its
        days it is.
    """
    date = encounter.date
    named = bounds(date.edtf.partition("T")[0]) if date is not None and date.edtf else None
    if date is None or date.vague or named is None or named[0] != named[1]:
        return date
    day = named[0]
    tellings = [encounter.main, *(m for m in encounter.mentions if m is not encounter.main and _same(m, date))]
    for telling in tellings:
        length = _length(telling)
        if length is None:
            continue
        more = dt.timedelta(days=int(length.value) - 1)
        side = _side(telling, length)
        if side == "begins" and (telling.status in AHEAD or _is_past(context, day + more)):
            return replace(date, edtf=run_of_days(day, day + more))
        if side == "ends":
            return replace(date, edtf=run_of_days(day - more, day))
    return date


def _is_past(context: Context, day: dt.date) -> bool:
    """Whether a day is over at publication: what has only begun is told of the days that it has lasted."""
    published = bounds(context.published) if context.published else None
    return published is not None and day <= published[1]


def _same(mention: MeetingMention, date: FoundDate) -> bool:
    return mention.date is None or mention.date.edtf == date.edtf


def _length(mention: MeetingMention) -> Cue | None:
    """How long it lasts; what counts from something ("two days after") or is part of a longer number is no length."""
    sentence, cue = mention.sentence, mention.cue
    words = sentence.having("meeting-noun", "meeting-verb")
    after = sentence.having("after")
    for length in sentence.having("lasts"):
        nearest = min(words, key=lambda w: gap(w.first, w.last, length.first, length.last), default=cue)
        if gap(nearest.first, nearest.last, length.first, length.last) > REACH:
            continue
        if nearest is not cue and (nearest.value == "visit") != (mention.kind == "visit"):
            continue  # "on a two-day visit he met …": the visit lasts
        if nearest is not cue and not (mention.first <= length.first < mention.last):
            continue
        over = any(o.last == length.first for o in after)
        if over and nearest.first < length.last:
            continue  # "ended his stay two days after …"
        if any(d.first < length.last and length.first < d.last for d in sentence.dates):
            continue
        if any(o.first == length.last for o in (*after, *sentence.having("but"))):
            continue
        if not any(a.last == length.first for a in sentence.having("and")):
            return length
    return None


def _side(mention: MeetingMention, length: Cue) -> str:
    """Whether the date is that of the first day ("begins") or of the last ("ends"); empty where nothing tells."""
    sentence = mention.sentence
    verbs: Sequence[Cue] = sentence.having("begins", "ends", first=mention.first, last=mention.last)
    verbs = verbs or sentence.having("begins", "ends")
    roles = {verb.role for verb in verbs}
    over = sentence.having("after", first=length.first - AFTER_REACH, last=length.first)
    if over and "begins" not in roles:
        return "ends"
    if verbs:
        return min(verbs, key=lambda v: gap(v.first, v.last, length.first, length.last)).role
    return "begins" if mention.status in AHEAD else ""
