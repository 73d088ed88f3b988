"""A sentence as the reader sees it: its cues, its clauses, its dates, and who acts in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeVar

from peyman.dates import FoundDate
from peyman.reading.clauses.cues import Cue
from peyman.text.segment import BlockKind


@dataclass(slots=True)
class Agent:
    """Somebody who can act: people or bodies with the parties that they act for.

    Attributes:
        first: First token.
        last: After the last token.
        parties: Keys; empty while unresolved.
        entries: Indices of the actors named in it.
        reference: Value of a reference cue ("two", "all", …) or of a pronoun that stands for it; empty if named.
        role: Role of the preposition before it; empty for a bare noun phrase, which may be a subject.
        free: Whether what stands before it lets it be a subject.
    """

    first: int
    last: int
    parties: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    reference: str = ""
    role: str = ""
    free: bool = True
    plural: bool = False
    person: bool = False  # names a person last, whom a title behind a comma describes
    headed: bool = False  # ends in a noun for people, so that the name after it is still part of it


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between marks or words that open a new clause, tokens ``[first, last)``."""

    first: int
    last: int
    opener: str = ""


@dataclass(frozen=True, slots=True)
class InsertedClause:
    """A relative clause, tokens ``[first, last)``, the comma before it counted in and the one behind it left out.

    Attributes:
        first: First token.
        inside: After the word that opens it.
        last: After the last token.
        about: Whoever it tells something of.
    """

    first: int
    inside: int
    last: int
    about: Agent


@dataclass(slots=True)
class ReadSentence:
    """One sentence with everything found in it."""

    index: int
    first: int
    last: int
    block: int
    kind: BlockKind
    cues: list[Cue] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    agents: list[Agent] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    inserted: Sequence[InsertedClause] | None = field(default=None, repr=False)
    speakers: frozenset[int] | None = field(default=None, repr=False)
    _longest: int = 0
    _by_role: dict[str, list[int]] = field(default_factory=dict, repr=False)
    _whole: dict[tuple[str, ...], tuple[list[Cue], list[int]]] = field(default_factory=dict, repr=False)
    _reached: dict[tuple[str, ...], list[int]] = field(default_factory=dict, repr=False)
    _of: list[Cue] | None = field(default=None, repr=False)

    def agents_in(self, first: int, last: int) -> list[Agent]:
        """Return the agents that begin in ``[first, last)``, in order, without looking at all."""
        start, end = (bisect_left(self.agents, at, key=lambda a: a.first) for at in (first, last))
        return self.agents[start:end]

    def dates_in(self, first: int, last: int) -> list[FoundDate]:
        """Return the dates that begin in ``[first, last)``, in order, without looking at all."""
        start, end = (bisect_left(self.dates, at, key=lambda date: date.first) for at in (first, last))
        return self.dates[start:end]

    def is_dated(self, token: int) -> bool:
        """Whether a token is part of a date."""
        at = bisect_right(self.dates, token, key=lambda date: date.first) - 1
        return at >= 0 and token < self.dates[at].last

    def date_ends_at(self, token: int) -> bool:
        """Whether a date ends right before a token; they do not overlap, and are in order by their ends too."""
        at = bisect_left(self.dates, token, key=lambda date: date.last)
        return at < len(self.dates) and self.dates[at].last == token

    def near(self, first: int, last: int) -> list[Cue]:
        """Return the cues that touch ``[first, last)``, and a few before it, in order, without looking at all."""
        self._longest = self._longest or max((cue.last - cue.first for cue in self.cues), default=1)
        start, end = (bisect_left(self.cues, at, key=lambda c: c.first) for at in (first - self._longest, last))
        return self.cues[start:end]

    def having(self, *roles: str, first: int | None = None, last: int | None = None) -> list[Cue]:
        """Return the cues of those roles that lie in ``[first, last)``, the whole sentence if not given."""
        cues, firsts = self._all_of(roles)
        if not cues:
            return []
        start = self.first if first is None else first
        end = self.last if last is None else last
        low = bisect_left(firsts, start)
        return [cue for cue in cues[low : bisect_left(firsts, end, low)] if cue.last <= end]

    def all_having(self, *roles: str) -> Sequence[Cue]:
        """Return the cues of those roles in the whole sentence, in order; put together once, for all who ask."""
        return self._all_of(roles)[0]

    def ending_behind(self, token: int, *roles: str) -> Cue | None:
        """Return the first cue of those roles that ends behind a token, without looking at all."""
        cues, _ = self._all_of(roles)
        reached = self._reached.get(roles)
        if reached is None:
            reached = self._reached[roles] = list(accumulate((cue.last for cue in cues), max))
        number = bisect_right(reached, token)
        return cues[number] if number < len(cues) else None

    def _all_of(self, roles: tuple[str, ...]) -> tuple[list[Cue], list[int]]:
        """The cues of some roles, and where each begins, put together once: sentences are asked a hundred times."""
        if self._of is not self.cues:
            self._sort_by_role()
        known = self._whole.get(roles)
        if known is None:
            found = sorted(n for role in set(roles) for n in self._by_role.get(role, ()))
            cues = [self.cues[n] for n in found]
            known = self._whole[roles] = (cues, [cue.first for cue in cues])
        return known

    def _sort_by_role(self) -> None:
        """Look once which cues each role has."""
        self._of, self._by_role, self._whole, self._reached = self.cues, {}, {}, {}
        for number, cue in enumerate(self.cues):
            self._by_role.setdefault(cue.role, []).append(number)


def holds_office(sentence: ReadSentence, agent: Agent) -> bool:
    """Whether an agent is named by an office that one person holds: "the minister", and not "officials"."""
    return any(c.value == "one" for c in sentence.having("agent", first=agent.first, last=agent.last))


def capacity_of(sentence: ReadSentence, agent: Agent, mediates: bool) -> str:
    """Return in which capacity somebody takes part, as the words beside the name tell."""
    if _marked(sentence, agent, "head"):
        return "head"
    if _marked(sentence, agent, "host"):
        return "host"
    return "mediator" if mediates else "member"


def _marked(sentence: ReadSentence, agent: Agent, role: str) -> bool:
    return any(0 <= agent.first - c.last <= 2 or 0 <= c.first - agent.last <= 2 for c in sentence.having(role))


_Begun = TypeVar("_Begun", Agent, Cue, FoundDate)


def begun_in(found: Sequence[_Begun], first: int, last: int) -> Sequence[_Begun]:
    """Return those that begin in ``[first, last)``, of some in order, without looking at all."""
    low = bisect_left(found, first, key=lambda one: one.first)
    return found[low : bisect_left(found, last, low, key=lambda one: one.first)]
