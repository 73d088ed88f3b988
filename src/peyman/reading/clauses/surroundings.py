"""What stands around a word of a sentence: the cues and names near it, found without walking a long sentence anew."""

from __future__ import annotations

from bisect import bisect_left

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import segment_before, subject_of

#: Cues farther than so many tokens from a word are not looked at.
REACH = 60


class Surroundings:
    """Looks up what stands near a token, each sentence indexed once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._cues: dict[int, list[int]] = {}
        self._agents: dict[int, list[int]] = {}
        self._speakers: dict[int, frozenset[int]] = {}
        self._starts: list[int] = []

    def sentence_at(self, token: int) -> ReadSentence:
        """Return the sentence that a token stands in, the first if it stands before all."""
        self._starts = self._starts or [sentence.first for sentence in self.context.sentences]
        return self.context.sentences[max(0, bisect_left(self._starts, token + 1) - 1)]

    def cues(self, sentence: ReadSentence, first: int, last: int) -> list[Cue]:
        """Return the cues that begin in ``[first, last)``."""
        starts = self._cues.get(sentence.index)
        if starts is None:
            starts = self._cues[sentence.index] = [c.first for c in sentence.cues]
        return sentence.cues[bisect_left(starts, first) : bisect_left(starts, last)]

    def agents(self, sentence: ReadSentence, first: int, last: int) -> list[Agent]:
        """Return the agents that begin in ``[first, last)``."""
        starts = self._agents.get(sentence.index)
        if starts is None:
            starts = self._agents[sentence.index] = [a.first for a in sentence.agents]
        return sentence.agents[bisect_left(starts, first) : bisect_left(starts, last)]

    def near(self, sentence: ReadSentence, token: int, reach: int = REACH) -> list[Cue]:
        """Return the cues at most so many tokens from a token."""
        return self.cues(sentence, token - reach, token + reach)

    def speakers(self, sentence: ReadSentence) -> frozenset[int]:
        """Return the first tokens of the agents that say or publish something in a sentence."""
        known = self._speakers.get(sentence.index)
        if known is None:
            verbs = sentence.having("say", "publish")[:12]
            subjects = (subject_of(self.context, sentence, verb) for verb in verbs)
            known = self._speakers[sentence.index] = frozenset(a.first for a in subjects if a is not None)
        return known


def governor(cues: list[Cue], token: int, reach: int = 0) -> str:
    """Return the role of the preposition or opener of a clause that ends at a token, or up to `reach` before it."""
    best = ""
    for cue in cues:
        if cue.role in _GOVERNORS and 0 <= token - cue.last <= reach:
            best = cue.role
    return best


_GOVERNORS = frozenset(
    ("with", "between", "attendance", "to", "from", "in", "by", "about", "under", "of", "purpose", "according")
) | {"but", "that", "which", "condition", "and"}


def gap(a_first: int, a_last: int, b_first: int, b_last: int) -> int:
    """Return how many tokens stand between two stretches; 0 where they touch or overlap."""
    return max(0, b_first - a_last, a_first - b_last)


def clause_start(context: Context, sentence: ReadSentence, token: int) -> int:
    """Return where the stretch that leads up to a token begins, looked for at most `REACH` tokens back."""
    return max(segment_before(context, sentence, token), token - REACH)
