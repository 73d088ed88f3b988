"""What the words around an encounter say of it: features of wording, for models that weigh single words.

The judges of encounters are told of structure alone. Beside them stand small logistic models, one a question, over the
words between and around a mention and what might belong to it; names, dates and places are replaced by what they are,
so that a model learns of phrases and not of countries. What such a model says is one more number to the judge.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.encounters import MeetingMention

#: So many symbols between two things are looked at; paths of no more than `WHOLE` are taken as one.
BETWEEN, WHOLE = 12, 5
#: So many namings of a party in the sentence of the telling are looked at, and so many elsewhere.
NAMINGS, ELSEWHERE = 3, 2
#: So many sentences before and behind the telling.
REACH = 2
_EDGE = "<edge>"


class Telling(Protocol):
    """What the words around are described of: a cue of some kind in its sentence."""

    @property
    def sentence(self) -> ReadSentence:
        """Where it stands."""

    @property
    def cue(self) -> Cue:
        """The words themselves."""

    @property
    def kind(self) -> str:
        """What they tell."""


@dataclass(frozen=True, slots=True)
class Word:
    """A cue of some kind in its sentence."""

    sentence: ReadSentence
    cue: Cue
    kind: str


class Phrasing:
    """Describes the wording around the mentions of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._known: dict[int, tuple[list[int], list[str]]] = {}

    def telling(self, mention: Telling) -> list[str]:
        """Return the words around a mention: does the document tell an encounter here?"""
        starts, symbols = self._symbols(mention.sentence)
        at, behind = self._at(starts, mention.cue.first), self._at(starts, mention.cue.last)
        word = "_".join(symbols[at:behind]) or _EDGE
        found = [f"word={word}", f"kind={mention.kind}", f"start={' '.join(symbols[:2])}", f"end={symbols[-1]}"]
        found.append(f"ends={' '.join(symbols[-3:])}")
        before = [_EDGE, *symbols[max(0, at - 6) : at]][-6:]
        after = [*symbols[behind : behind + 6], _EDGE][:6]
        found += [f"before={before[-1]}", f"after={after[0]}"]
        found += [f"before={' '.join(before[-2:])}", f"after={' '.join(after[:2])}"]
        found += [f"word={word} before={before[-1]}", f"word={word} after={after[0]}"]
        found += [f"near before={s}" for s in dict.fromkeys(before)]
        found += [f"near after={s}" for s in dict.fromkeys(after)]
        return found

    def seats(self, mention: MeetingMention, candidates: Sequence[str]) -> list[list[str]]:
        """Return, for each party, the words between its namings and the mention: does it take part?"""
        wanted = set(candidates)
        found: dict[str, list[str]] = {party: [] for party in candidates}
        counts: dict[str, int] = dict.fromkeys(candidates, 0)
        index = mention.sentence.index
        sentences = self.context.sentences[max(0, index - REACH) : index + REACH + 1]
        for sentence in sorted(sentences, key=lambda s: (abs(s.index - index), s.index > index)):
            own = sentence is mention.sentence
            agents = (
                sorted(sentence.agents[:60], key=lambda a: abs(a.first - mention.cue.first))
                if own
                else (sentence.agents[:20])
            )
            for agent in agents:
                mine = [p for p in agent.parties if p in wanted and counts[p] < (NAMINGS if own else ELSEWHERE)]
                if not mine:
                    continue
                features = (
                    self.between(mention, agent.first, agent.last)
                    if own
                    else self._apart(sentence, agent.first, agent.last, sentence.index - index)
                )
                for party in mine:
                    first = not counts[party]
                    counts[party] += 1
                    found[party] += [f"nearest {f}" for f in features] if first and own else features
        return [[f"named={min(2, counts[p])}", *found[p]] for p in candidates]

    def dates(self, mention: MeetingMention, candidates: Sequence[tuple[FoundDate, ReadSentence]]) -> list[list[str]]:
        """Return, for each date, the words between it and the mention: is this when?"""
        return [
            self.between(mention, date.first, date.last)
            if sentence is mention.sentence
            else self._apart(sentence, date.first, date.last, sentence.index - mention.sentence.index)
            for date, sentence in candidates
        ]

    def between(self, mention: Telling, first: int, last: int) -> list[str]:
        """Return the words between a mention and what stands at ``[first, last)`` in its sentence."""
        starts, symbols = self._symbols(mention.sentence)
        cue = mention.cue
        ahead = last <= cue.first
        side = "<" if ahead else ">" if first >= cue.last else "="
        low, high = (last, cue.first) if ahead else (cue.last, first)
        path = symbols[self._at(starts, low) : self._at(starts, high)] if low < high else []
        word = "_".join(symbols[self._at(starts, cue.first) : self._at(starts, cue.last)])
        before, after = self._beside(starts, symbols, first, last)
        found = [
            f"side={side}",
            f"{side} before={before[-1]}",
            f"{side} after={after[0]}",
            f"{side} before={' '.join(before)}",
            f"{side} after={' '.join(after)}",
            f"{side} around={before[-1]} {after[0]}",
            f"{side} word={word}",
            f"{side} before={before[-1]} word={word}",
            f"{side} kind={mention.kind} before={before[-1]}",
        ]
        found += [f"{side} past={s}" for s in dict.fromkeys(path[:BETWEEN])]
        found.append(f"{side} path={' '.join(path)}" if len(path) <= WHOLE else f"{side} far")
        return found

    def _apart(self, sentence: ReadSentence, first: int, last: int, away: int) -> list[str]:
        starts, symbols = self._symbols(sentence)
        before, after = self._beside(starts, symbols, first, last)
        where = f"{away:+d}" if abs(away) <= REACH else "far"
        return [
            f"apart={where}",
            f"apart before={before[-1]}",
            f"apart after={after[0]}",
            f"apart around={before[-1]} {after[0]}",
            f"apart start={' '.join(symbols[:2])}",
            f"apart end={symbols[-1]}",
        ]

    def _beside(self, starts: list[int], symbols: list[str], first: int, last: int) -> tuple[list[str], list[str]]:
        at, behind = self._at(starts, first), self._at(starts, last)
        before = [_EDGE, _EDGE, *symbols[max(0, at - 2) : at]][-2:]
        return before, [*symbols[behind : behind + 2], _EDGE, _EDGE][:2]

    @staticmethod
    def _at(starts: list[int], token: int) -> int:
        """Number of the first symbol that begins at or behind a token."""
        return bisect_left(starts, token)

    def _symbols(self, sentence: ReadSentence) -> tuple[list[int], list[str]]:
        """A sentence as a row of symbols: its words, and for names, dates and places what they are."""
        known = self._known.get(sentence.index)
        if known is not None:
            return known
        spans: list[tuple[int, int, str]] = [(d.first, d.last, "<date>") for d in sentence.dates]
        spans += [
            (a.first, a.last, f"<{a.reference}>" if a.reference else "<person>" if a.person else "<party>")
            for a in sentence.agents
        ]
        spans += [
            (m.first, m.last, "<place>") for m in self.context.found.place_mentions_in(sentence.first, sentence.last)
        ]
        spans.sort(key=lambda s: (s[0], -s[1]))
        starts: list[int] = []
        symbols: list[str] = []
        at = sentence.first
        for first, last, symbol in [*spans, (sentence.last, sentence.last, "")]:
            if first < at:
                continue
            for token in range(at, first):
                starts.append(token)
                symbols.append(self.context.text.tokens[token].fold)
            if symbol:
                starts.append(first)
                symbols.append(symbol)
            at = max(at, last)
        if not symbols:
            starts, symbols = [sentence.first], [_EDGE]
        self._known[sentence.index] = starts, symbols
        return starts, symbols
