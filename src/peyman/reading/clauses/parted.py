"""Words of meeting that stand apart: "arrived *on Tuesday* in Muscat", "left *Nairobi* for Muscat".

A date may stand between a verb and what belongs to it, and so may the place that somebody leaves for another one. The
tables list the words as they stand together; here the stretch between them is taken out, and they are looked for again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peyman.actors.found import Found
from peyman.dates import FoundDate
from peyman.reading.clauses.cues import Cue, CueTable
from peyman.text.tokens import Token

#: Words that belong together are at most so many.
LONGEST_PHRASE = 6
#: Roles of the words for encounters, and of those that look like one.
_MEETING = frozenset({"meeting-noun", "meeting-verb", "no-meeting"})
#: Roles of the prepositions that a date may have before it: "*on* Tuesday", "*in* May".
_BEFORE_DATES = frozenset({"in", "about"})


def parted_cues(
    table: CueTable,
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    dates: Sequence[FoundDate],
    found: Found,
    bounds: tuple[int, int],
) -> list[Cue]:
    """Find the verbs of meeting of a sentence whose words a date, or a place that is left, stands between.

    Args:
        table: The cues of the language.
        tokens: The tokens of the text.
        cues: The cues of the sentence that stand together; none that shares a word with one of meeting is found again.
        dates: The dates of the sentence.
        found: The places of the text.
        bounds: The tokens of the sentence, ``[first, last)``.
    """
    taken = {t for cue in cues if cue.role in _MEETING for t in range(cue.first, cue.last)}
    # What a capital stands behind is known by the words right before it: parted from them it is a party's name at most.
    goals = {m.first for m in (*found.place_mentions_in(*bounds), *found.mentions_in(*bounds))}
    parted: list[Cue] = []
    for first, last in _stretches(cues, dates, found, bounds):
        low, high = max(bounds[0], first - LONGEST_PHRASE + 1), min(bounds[1], last + LONGEST_PHRASE - 1)
        around = (*tokens[low:first], *tokens[last:high])
        seam, length = first - low, last - first
        for cue in table.find(around, 0, len(around)):
            if cue.role != "meeting-verb" or not cue.first < seam < cue.last:
                continue
            here = Cue(low + cue.first, low + cue.last + length, cue.role, cue.value, cue.loose, cue.goal)
            if here.goal and here.last not in goals:
                continue
            if taken.isdisjoint((*range(here.first, first), *range(last, here.last))):
                parted.append(here)
                taken |= set(range(here.first, here.last))
    return parted


def _stretches(
    cues: Sequence[Cue], dates: Sequence[FoundDate], found: Found, bounds: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """What may stand between the words: dates with their prepositions, places that are left; neighbours as one."""
    before_dates = {c.last for c in cues if c.role in _BEFORE_DATES and c.last - c.first == 1}
    left = {c.last for c in cues if c.role == "leaves"}
    stretches = [(d.first - (d.first in before_dates), d.last) for d in dates]
    stretches += [(p.first, p.last) for p in found.place_mentions_in(*bounds) if p.first in left]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    yield from (s for s in merged if bounds[0] < s[0] and s[1] < bounds[1])
