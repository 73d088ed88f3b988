"""Which round of its series an encounter is: "the *third* round", "a *new* round", "talks *resumed*"."""

from __future__ import annotations

from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence


def between(a: Cue, b: Cue) -> int:
    """Return how many tokens stand between two cues, whichever comes first."""
    return min(abs(a.first - b.last), abs(b.first - a.last))


def round_of(sentence: ReadSentence, cue: Cue, first: int, last: int) -> str | None:
    """Return which round of its series an encounter is: a number, "new" or "resumed"; None where that is not said.

    Args:
        sentence: Where it is told.
        cue: The word for it.
        first: Where its clause begins, in tokens.
        last: Where its clause ends.
    """
    # A number within a date numbers no round: the second Kanun, "the first of the month".
    dates = sentence.dates
    ordinals = [o for o in sentence.having("ordinal") if not any(d.first <= o.first < d.last for d in dates)]
    for noun in sentence.having("round", first=first, last=last):
        for ordinal in ordinals:
            if between(ordinal, noun) <= 1:
                return ordinal.value
    for ordinal in ordinals if cue.role == "meeting-noun" else ():  # "he *first* received B" counts no meeting
        near = first <= ordinal.first and ordinal.last <= last and between(ordinal, cue) <= 1
        if near and not _is_of_an_office(sentence, ordinal, cue):
            return ordinal.value
    if sentence.having("resumed", first=first, last=last):
        return "resumed"
    if any(
        between(n, c) <= 1
        for c in sentence.having("new-round", first=first, last=last)
        for n in sentence.having("round", first=first, last=last)
    ):
        return "new"
    return None


def _is_of_an_office(sentence: ReadSentence, ordinal: Cue, cue: Cue) -> bool:
    """Whether a number stands in somebody's title and not beside the encounter: "met the *First* Vice-President"."""
    titled = (a for a in sentence.agents if a.first <= ordinal.first and ordinal.last <= a.last)
    return any(not a.first <= cue.first < a.last for a in titled)
