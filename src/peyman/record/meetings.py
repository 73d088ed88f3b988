"""When two accounts tell one meeting.

Dates, parties, kinds, places and rounds must be able to be those of one meeting; what they share then adds up. The
weights were set by hand, so that the same day and the same parties are enough, and that anything less precise needs a
second piece of evidence: the place, someone who took part, the agreement it rests on, or the number of the round.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable

from peyman.model import Entry, Reading
from peyman.record.facts import ActorFacts, FactsOfReading, MeetingFacts, PlaceFacts
from peyman.record.matching import DIFFERENT, SAME, Matching, SamePerson, is_known_place, same_key
from peyman.record.periods import Period, period

TALKS = frozenset({"consultation", "meeting", "talks", "negotiation-round"})
"""Kinds that no two people tell apart."""

APART_KINDS = frozenset(
    frozenset(pair) for pair in (("call", "visit"), ("call", "signing"), ("call", "committee"), ("call", "conference"))
)
_MOST = 2.0
"""More than all evidence together gives: likeness is the sum divided by this."""
_SKETCH = 8
"""Parties that keys are made from: the first in alphabetical order, so that large gatherings do not flood the index."""
_LONGEST = 366
"""Days beyond which a date says too little to look a meeting up by."""
_TOLD_TOGETHER = 14
"""Days between two publications within which a meeting without a date may be one that the other tells."""
_SAME_NEWS = 3
"""Days between two publications that are likely to carry the same news."""


def kinds_fit(a: str, b: str) -> float:
    """Evidence that two kinds give for one meeting; minus infinity where they cannot be one."""
    if a == b:
        return 0.12
    if a in TALKS and b in TALKS:
        return 0.1
    if frozenset({a, b}) in APART_KINDS:
        return float("-inf")
    return -0.2


def dates_fit(a: Period | None, b: Period | None) -> float:
    """Evidence that two dates give for one meeting; minus infinity where they have no day in common."""
    if a is None or b is None:
        return 0.0
    if not a.meets(b):
        return float("-inf")
    if a.is_day and b.is_day:
        return 0.5
    if a.is_open or b.is_open:
        return 0.35 if a.first == b.first and min(a.days, b.days) <= 7 else 0.05
    longest = max(a.days, b.days)
    if a == b and longest <= 31:
        return 0.4
    if longest <= 7:
        return 0.35
    return 0.2 if longest <= 31 else 0.1


def parties_fit(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Evidence that two lists of parties give for one meeting; minus infinity where they share too few."""
    first, second = set(a), set(b)
    shared = len(first & second)
    if first == second and shared > 1:
        return 0.25
    if shared < 2 and min(len(first), len(second)) > 1:
        return float("-inf")
    if not shared:
        return float("-inf")
    if shared == 1:
        return 0.0
    return 0.15 if first <= second or second <= first else 0.05


def places_fit(a: PlaceFacts | None, b: PlaceFacts | None) -> float:
    """Evidence that two places give for one meeting: two known ones that exclude each other speak against it.

    They do not rule it out: where the same parties are told to have met on the same day, one of two places is oftener
    that of something else in the text than there were two meetings.
    """
    if a is None or b is None:
        return 0.0
    if a.key == b.key:
        return 0.2
    if a.key == b.country or b.key == a.country:
        return 0.1
    # Two cities, or a city and a building in it: only the register knows them apart.
    return -0.3 if is_known_place(a.key) and is_known_place(b.key) else -0.1


def rounds_fit(a: str | None, b: str | None) -> float:
    """Evidence that two rounds give for one meeting; minus infinity for two different numbers."""
    if a is None or b is None:
        return 0.0
    if a == b:
        return 0.2 if a.isdecimal() else 0.05
    return float("-inf") if a.isdecimal() and b.isdecimal() else 0.0


def statuses_fit(a: str, b: str) -> float:
    """Evidence that two statuses give for one meeting: what was planned is later held, put off or called off."""
    if a == b:
        return 0.1 if a in ("denied", "postponed", "cancelled") else 0.0
    if "denied" in (a, b):
        return -0.25
    return -0.1 if a in ("postponed", "cancelled") or b in ("postponed", "cancelled") else 0.0


class MeetingMatching(Matching[MeetingFacts]):
    """Meetings, by date, parties, kind, place, persons, basis, round and status."""

    kind = "meeting"
    letter = "M"
    threshold = 0.6 / _MOST
    doubt = 0.45 / _MOST
    facts_type = MeetingFacts

    def __init__(self, same_person: SamePerson = same_key) -> None:
        self._same_person = same_person

    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, MeetingFacts]]:
        """See `Matching.entries`."""
        return [(meeting, facts.meeting(meeting)) for meeting in reading.meetings]

    def offers(self, facts: MeetingFacts) -> set[str]:
        """Day or months with every pair of parties; the parties with the month of publication."""
        return self._keys(facts, own=True)

    def wants(self, facts: MeetingFacts) -> set[str]:
        """Likewise: days are found by days and by months, months by both too."""
        return self._keys(facts, own=False)

    def _keys(self, facts: MeetingFacts, own: bool) -> set[str]:
        when, published = _when(facts), period(facts.published)
        keys: set[str] = set()
        if when is not None:
            groups = list(_groups(facts.parties, own))
            keys = {f"M:{time}:{group}" for time in _times(when, own) for group in groups}
        if published is not None and published.days <= _LONGEST and len(facts.parties) > 1:
            together = "+".join(facts.parties)
            keys |= {f"M:{news}:{together}" for news in _news(published, when is None, own)}
        return keys

    def likeness(self, a: MeetingFacts, b: MeetingFacts) -> float:
        """The sum of the evidence, from 0 to 1."""
        when_a, when_b = _when(a), _when(b)
        total = (
            parties_fit(a.parties, b.parties)
            + dates_fit(when_a, when_b)
            + kinds_fit(a.kind, b.kind)
            + places_fit(a.place, b.place)
            + rounds_fit(a.round, b.round)
            + statuses_fit(a.status, b.status)
        )
        if total == float("-inf"):
            return 0.0
        total += self._persons_fit(a, b)
        total += 0.1 if set(a.basis) & set(b.basis) else 0.0
        if when_a is None or when_b is None:
            total += _news_fit(a, b)
        elif when_a.is_open and when_b.is_open:
            # "In the coming weeks" means the same only in news of the same days.
            total += max(_news_fit(a, b), 0.0)
        return round(max(total, 0.0) / _MOST, 4)

    def _persons_fit(self, a: MeetingFacts, b: MeetingFacts) -> float:
        """Evidence that those who took part give: someone in common, or a party whose people are others."""
        shared, others = 0, 0
        for party in {person.party for person in a.persons} & {person.party for person in b.persons}:
            pairs = [
                self._same_person(x, y)
                for x, y in itertools.product(_people_of(a.persons, party), _people_of(b.persons, party))
            ]
            shared += max(pairs) >= SAME
            others += max(pairs) <= DIFFERENT
        if others:
            # One minister on the same day with one and then with another colleague is two meetings.
            small = max(len(a.persons), len(b.persons)) <= 2 * max(len(a.parties), 1)
            return -0.5 if small else -0.2
        return min(shared * 0.15, 0.3)

    def signature(self, facts: MeetingFacts) -> Hashable:
        """Date, number of the round, kind."""
        number = facts.round if facts.round and facts.round.isdecimal() else None
        kind = "talks" if facts.kind in TALKS else facts.kind
        return (facts.date, number, kind)

    def contradict(self, a: Hashable, b: Hashable) -> bool:
        """Days, rounds or kinds that exclude each other."""
        assert isinstance(a, tuple) and isinstance(b, tuple)
        impossible = float("-inf")
        return (
            dates_fit(period(a[0]), period(b[0])) == impossible
            or rounds_fit(a[1], b[1]) == impossible
            or kinds_fit(a[2], b[2]) == impossible
        )


def _when(facts: MeetingFacts) -> Period | None:
    """The date, where it says more than that it was some time in those years."""
    when = period(facts.date)
    return when if when is not None and when.days <= _LONGEST else None


def _groups(parties: tuple[str, ...], own: bool) -> Iterable[str]:
    """Pairs of parties; a meeting of which one party is known is found by that one alone."""
    sketch = parties[:_SKETCH]
    if len(parties) < 2:
        yield from (f"1{party}" for party in sketch)
        if not own:
            yield from (f"2{party}" for party in sketch)
        return
    yield from (f"{a}+{b}" for a, b in itertools.combinations(sketch, 2))
    yield from (f"{'2' if own else '1'}{party}" for party in sketch)


def _times(when: Period, own: bool) -> list[str]:
    """Days (d), days by their month (n) and months (m)."""
    months = when.months()
    if when.is_day:
        return [f"d{when.first}", f"n{months[0]}" if own else f"m{months[0]}"]
    return [f"m{month}" for month in months] + ([] if own else [f"n{month}" for month in months])


def _news(published: Period, undated: bool, own: bool) -> list[str]:
    """The month of publication of meetings without a date (u) and of those with one (t)."""
    if own:
        return [f"{'u' if undated else 't'}{month}" for month in published.months()]
    months = published.widened(_TOLD_TOGETHER, _TOLD_TOGETHER).months()
    return [f"{mark}{month}" for mark in ("ut" if undated else "u") for month in months]


def _people_of(persons: tuple[ActorFacts, ...], party: str | None) -> list[ActorFacts]:
    return [person for person in persons if person.party == party]


def _news_fit(a: MeetingFacts, b: MeetingFacts) -> float:
    """Evidence that two publications give, where a date is missing; minus infinity without the same parties."""
    first, second = period(a.published), period(b.published)
    if first is None or second is None or a.parties != b.parties or len(a.parties) < 2:
        return float("-inf")
    if max(first.days, second.days) > _LONGEST:
        return float("-inf")
    apart = abs(first.first - second.first)
    return 0.2 if apart <= _SAME_NEWS else 0.0 if apart <= _TOLD_TOGETHER else float("-inf")
