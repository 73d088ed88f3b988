"""Where a text tells of an encounter: what, when, where, who sits at the table, and whether it took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from peyman.dates import FoundDate
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.segment import ANNOUNCING

#: Statuses of what is still to come.
AHEAD = frozenset({"planned", "postponed"})
#: Statuses of what was to come, and will not come about then.
CALLED_OFF = frozenset({"cancelled", "postponed"})


#: Kinds of encounter between which a text often changes in speaking of the same one.
_TALKS = frozenset({"negotiation-round", "consultation", "talks"})


@dataclass(slots=True)
class MeetingMention:
    """One place where a text tells of an encounter."""

    sentence: ReadSentence
    cue: Cue
    first: int
    last: int
    kind: str
    status: str
    status_said: bool
    date: FoundDate | None
    parties: tuple[str, ...]
    people: list[tuple[int, str]]  # index of the actor, capacity
    place: int | None
    basis: tuple[int, ...]
    topics: list[tuple[int, int]]
    round: str | None
    designations: list[tuple[str, int, int]]
    order: str  # "previous", "next" or ""
    pointing: bool
    eventive: bool
    mediators: tuple[str, ...] = ()
    own_parties: tuple[str, ...] = ()  # those that its own stretch names
    in_margin: bool = False  # a gathering beside which the text tells of another encounter
    part: int = 0  # number among the encounters that one clause tells of; 0 where it tells of one
    dated: bool = False  # its own words in such a clause say when it takes place
    placed: bool = False  # its own words in such a clause say where it takes place
    apart_from: tuple[str, ...] = ()  # parties of the other encounters that the clause tells of
    whole: MeetingMention | None = None  # what its clause tells of them all
    coordinated: bool = False  # beside another one of its stretch, each with a counterpart of its own
    subject: Agent | None = None  # who meets, where that stands before the clause of another encounter beside it
    met: tuple[int, ...] = ()  # the people whom it names as met, where its clause tells of others besides
    intended: bool = False  # agreed on, offered or wished for right before it

    @property
    def is_listed(self) -> bool:
        """Whether whoever is met stands in a list below the sentence that tells the encounter."""
        return bool(self.part) and self.first >= self.sentence.last

    @property
    def weight(self) -> float:
        """How much it tells: the fullest mention gives the entry its kind and its parties."""
        titled = self.sentence.kind in ANNOUNCING
        return (
            2.0 * (self.date is not None)
            + 1.0 * (len(self.parties) >= 2)
            + 0.5 * bool(self.people)
            + 0.5 * (self.place is not None)
            + 0.5 * self.status_said
            - 0.75 * titled
            - 0.5 * self.pointing
        )


def parts_of_one(a: MeetingMention, b: MeetingMention) -> bool:
    """Whether one clause tells of two encounters: whoever is met second is not met first once more.

    Args:
        a: A mention.
        b: Another one.
    """
    if a is b or a.sentence is not b.sentence:
        return False
    if a.coordinated and b.coordinated and (a.last <= b.first or b.last <= a.first):
        return True
    return a.whole is not None and a.whole is b.whole


def by_telephone_or_not(a: MeetingMention, b: MeetingMention) -> bool:
    """Whether one of two mentions tells of a call and the other, in a verb of its own, of a meeting face to face.

    "He met X. The two had *spoken by telephone* last week": what points back ("the meeting") may be the call.

    Args:
        a: A mention.
        b: Another one.
    """
    for one, other in ((a, b), (b, a)):
        if one.kind == "call" and other.kind == "meeting" and one.sentence is not other.sentence:
            return other.cue.role == "meeting-verb" and not (one.pointing or other.pointing)
    return False


def others_met(a: MeetingMention, b: MeetingMention) -> bool:
    """Whether two mentions tell of two encounters: by telephone and not, or by whom they name as met.

    One tells by name who was met apart from others, and the other names none of these.

    Args:
        a: A mention.
        b: Another one.
    """
    if by_telephone_or_not(a, b):
        return True
    for one, other in ((a, b), (b, a)):
        people = {entry for entry, _ in other.people}
        if one.met and len(people) > 1 and people.isdisjoint(one.met):
            return True
    return False


@dataclass(slots=True)
class MeetingDraft:
    """An encounter while it is being put together from its mentions."""

    mentions: list[MeetingMention] = field(default_factory=list)
    _known: dict[str, tuple[int, Any]] = field(default_factory=dict, repr=False)

    def _once(self, name: str, tell: Callable[[], Any]) -> Any:
        """Work something out anew only when mentions were added: it is asked for once for every candidate."""
        count, value = self._known.get(name, (0, None))
        if count != len(self.mentions):
            count, value = self._known[name] = len(self.mentions), tell()
        return value

    @property
    def main(self) -> MeetingMention:
        """The mention that tells most; the earliest of equals."""
        main: MeetingMention = self._once("main", lambda: max(self.mentions, key=lambda m: (m.weight, -m.first)))
        return main

    @property
    def date(self) -> FoundDate | None:
        """The date of the fullest mention that has one, the most precise first."""
        date: FoundDate | None = self._once("date", self._date)
        return date

    def _date(self) -> FoundDate | None:
        dated = [m for m in self.mentions if m.date is not None and m.date.edtf]
        if not dated:
            return None
        best = max(dated, key=lambda m: (not (m.date and m.date.vague), m.weight, -m.first))
        return best.date

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of the fullest mention that names two; else of all mentions together."""
        parties: tuple[str, ...] = self._once("parties", self._parties)
        return parties

    def _parties(self) -> tuple[str, ...]:
        for mention in sorted(self.mentions, key=lambda m: (-m.weight, m.first)):
            if len(mention.parties) >= 2:
                return mention.parties
        return tuple(dict.fromkeys(p for m in self.mentions for p in m.parties))

    @property
    def status(self) -> str:
        """What the last mention says that says anything; called off outranks planned, held outranks under way."""
        said = {m.status for m in self.mentions if m.status_said} or {self.main.status}
        for status in ("denied", "cancelled", "postponed", "planned", "held", "under-way"):
            if status in said and not (status == "planned" and "held" in said):
                return status
        return self.main.status

    @property
    def kind(self) -> str:
        """Kind of the fullest mention."""
        return self.main.kind


@dataclass(slots=True)
class Encounter:
    """An encounter that the document tells of, as it was judged.

    Attributes:
        main: Where it is told.
        mentions: Every mention of it, the telling included, in order.
        parties: Keys of those at the table.
        date: When it takes place, where that is told.
        place: Index of the place, where one is told.
        probability: How sure the judges are that it is told here, and with these parties.
        chances: What each judge said of what was chosen: "telling", "table", "date", "place".
        people: Who took part: the index of each actor, and the capacity.
        basis: Indices of the agreements that it rests on.
        again: Where else it was judged to be told, and how likely that is: tellings that make no entry of their own.
        series: Kind of the series that it belongs to, where its own words do not say: a committee's "next meeting".
        called_off: What became of it by what stands behind the telling: "was to go there, but the visit was put off".
    """

    main: MeetingMention
    mentions: list[MeetingMention]
    parties: tuple[str, ...]
    date: FoundDate | None
    place: int | None
    probability: float
    chances: dict[str, float] = field(default_factory=dict)
    people: list[tuple[int, str]] = field(default_factory=list)
    basis: list[int] = field(default_factory=list)
    again: list[tuple[MeetingMention, float]] = field(default_factory=list)
    series: str | None = None
    called_off: str = ""

    @property
    def kind(self) -> str:
        """Kind of the telling; where texts call the same talks by several names, the one that they use most."""
        if self.series is not None:
            return self.series
        if self.main.kind not in _TALKS:
            return self.main.kind
        used = Counter(mention.kind for mention in self.mentions if mention.kind in _TALKS)
        return max(used, key=lambda kind: (used[kind], kind == self.main.kind))

    @property
    def status(self) -> str:
        """Status of the telling; what is only agreed on or wished for is still to come, what was to come called off."""
        if self.called_off:
            return self.called_off
        return "planned" if self.main.intended and self.main.status == "held" else self.main.status
