"""Which body a noun alone means ("the ministry"): the last such one named, or the one that somebody named heads."""

from __future__ import annotations

from dataclasses import dataclass

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes

#: A word of fewer letters is an article or the like.
_SHORTEST = 3

#: The party and the index of a body, as an agent has them; no index where the body itself is not named.
Meant = tuple[tuple[str, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A body, or the office of somebody with a party, where the text names it: tokens ``[first, last)``."""

    first: int
    last: int
    meant: Meant


@dataclass(slots=True)
class _Search:
    """How far the candidates were looked at for one noun, and which of them is the last that fits."""

    looked: int = 0
    best: tuple[int, Meant] | None = None


class Institutions:
    """Looks for the bodies of one document; to be asked in the order of the text, so that it looks at each name once.

    Args:
        context: The document.
    """

    def __init__(self, context: Context) -> None:
        self._tokens = context.text.tokens
        self._affixes = Affixes.of(context.text.language)
        self._searches: dict[tuple[frozenset[str], str], _Search] = {}
        candidates = []
        for entry, actor in enumerate(context.found.actors):
            party = (actor.party,) if actor.party else ()
            if actor.kind == "body" and not actor.outlet:
                candidates += [_Candidate(m.first, m.last, (party, (entry,))) for m in actor.mentions]
            elif actor.kind == "person" and party:
                candidates += [_Candidate(r.first, r.last, (party, ())) for r in actor.roles]
        self._candidates = sorted(candidates, key=lambda candidate: candidate.last)

    def before(self, sentence: ReadSentence, agent: Agent) -> Meant | None:
        """Return which body a noun means; None where it means none, or nobody named before has to do with one.

        Args:
            sentence: Where the noun stands.
            agent: The noun.
        """
        cues = sentence.having("institution", first=agent.first, last=agent.last)
        if not cues:
            return None
        nouns, office = self._stems(cues[0].first, cues[0].last), fold(cues[0].value)
        search = self._searches.setdefault((nouns, office), _Search())
        while search.looked < len(self._candidates) and self._candidates[search.looked].last <= agent.first:
            candidate = self._candidates[search.looked]
            search.looked += 1
            told = candidate.first, candidate.meant
            if (search.best is None or told > search.best) and self._fits(candidate, nouns, office):
                search.best = told
        return None if search.best is None else search.best[1]

    def _fits(self, candidate: _Candidate, nouns: frozenset[str], office: str) -> bool:
        stems = self._stems(candidate.first, candidate.last)
        if candidate.meant[1]:  # a body, and nobody's office
            return not nouns.isdisjoint(stems)
        return bool(office) and any(stem.startswith(office) for stem in stems)

    def _stems(self, first: int, last: int) -> frozenset[str]:
        words = {token.fold for token in self._tokens[first:last] if len(token.fold) >= _SHORTEST}
        return frozenset(words.union(*(self._affixes.stems(word) for word in words)))
