"""Whether the word for an encounter points back at one that was told before: "this meeting", "in the two's talks"."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence

#: A demonstrative stands at most so many tokens from the word that it points with.
REACH = 2
#: References to those at a table by how many they are.
_BOTH = frozenset({"two", "three", "four", "five", "all"})


def points_back(sentence: ReadSentence, cue: Cue, near: Sequence[Agent], dated: bool) -> bool:
    """Whether a word for an encounter points back.

    Args:
        sentence: Where it stands.
        cue: The word.
        near: Those whom its stretch names.
        dated: Whether the stretch has a date for it.
    """
    if cue.role == "meeting-verb":
        return False  # "*this* delegation met B": the demonstrative is of who meets
    return _has_demonstrative(sentence, cue) or (not dated and _is_of_those_told(sentence, cue, near))


def _has_demonstrative(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a demonstrative is beside it; that of a date ("visits Mersin *this* month") points at no encounter."""
    return any(
        abs(word.first - cue.first) <= REACH and not any(d.first <= word.first < d.last for d in sentence.dates)
        for word in sentence.having("demonstrative", first=cue.first - REACH, last=cue.last + REACH + 1)
    )


def _is_of_those_told(sentence: ReadSentence, cue: Cue, near: Sequence[Agent]) -> bool:
    """Whether it is that of those who were told before: "*in the meeting of the two sides* borders were discussed"."""
    if cue.role != "meeting-noun" or not any(0 <= cue.first - c.last <= 1 for c in sentence.having("in")):
        return False
    owners = [a for a in near if -1 <= a.first - cue.last <= 1 or a.last == cue.first]
    return any(a.reference in _BOTH and not a.entries for a in owners)
