"""When two accounts tell one meeting.

Dates, parties, kinds, places and rounds must be able to be those of one meeting; what they share then adds up. The
weights were set by hand, so that the same day and the same parties are enough, and that anything less precise needs a
second piece of evidence: the place, someone who took part, the agreement it rests on, or the number of the round.

What readers get wrong oftenest weighs least: one that reads a list of parties in part, takes a committee for a meeting,
or names the building for the city. How often that is was counted in annotated documents of `training/documents`, read
and compared with their own annotations (logarithms of likelihood ratios, fitted by day: lists with one party in common
2.1 below equal ones, a committee beside talks 0.1 above two names of talks, a signing beside talks 2.5 below).
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable

from peyman.model import Entry, Reading
from peyman.record.merging.facts import ActorFacts, FactsOfReading, MeetingFacts, PlaceFacts
from peyman.record.merging.matching import DIFFERENT, SAME, Matching, SamePerson, is_known_place, same_key
from peyman.record.merging.periods import Period, period

TALKS = frozenset({"consultation", "meeting", "talks", "negotiation-round"})
"""Kinds that no two people tell apart."""

APART_KINDS = frozenset(
    frozenset(pair) for pair in (("call", "visit"), ("call", "signing"), ("call", "committee"), ("call", "conference"))
)
_OFTEN_TAKEN_FOR_TALKS = {"committee": 0.0, "conference": -0.05, "call": -0.1, "signing": -0.3}
"""What it weighs that one account takes for talks what another one takes for this."""
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
_ONE_IN_COMMON = -0.4
"""What lists of several parties weigh that share one: the day, the place and the number of a round make up for it."""
_NOBODY_ELSE = 0.02
"""What it weighs that the same parties are told to have sent as many people: it decides between meetings of one day."""
_MOSTLY_THE_SAME = 0.4
"""Share of the days of two months that are in both, from which on they are one month of two calendars."""


def kinds_fit(a: str, b: str) -> float:
    """Evidence that two kinds give for one meeting; minus infinity where they cannot be one."""
    if a == b:
        return 0.12
    if a in TALKS and b in TALKS:
        return 0.1
    pair = frozenset({a, b})
    if pair in APART_KINDS:
        return float("-inf")
    if pair & TALKS:
        return _OFTEN_TAKEN_FOR_TALKS.get(next(iter(pair - TALKS)), -0.2)
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
    if longest <= 31 and not (a.is_day or b.is_day) and _common(a, b) >= _MOSTLY_THE_SAME:
        return 0.3  # one month, by the names of two calendars
    return 0.2 if longest <= 31 else 0.1


def parties_fit(a: MeetingFacts, b: MeetingFacts) -> float:
    """Evidence that two lists of parties give for one meeting; minus infinity where they share none.

    Where they share one of several, the parties of those who took part are counted too: who sat at the table is told by
    name where the list is read in part. With one in common even so, two meetings of that one are likelier.
    """
    first, second = set(a.parties), set(b.parties)
    shared = len(first & second)
    if first == second and shared > 1:
        return 0.25 if shared == 2 else 0.35
    if not shared:
        return float("-inf")
    if shared == 1:
        return _ONE_IN_COMMON if _share_one(a, b) else 0.0
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
    return -0.3 if is_known_place(a.key) and is_known_place(b.key) else 0.0


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
            groups = list(_groups(facts, own))
            keys = {f"M:{time}:{group}" for time in _times(when, own) for group in groups}
            if when.is_day and _number(facts):
                keys |= {f"M:d{when.first}:r{_number(facts)}:{party}" for party in facts.parties[:_SKETCH]}
        if published is not None and published.days <= _LONGEST and len(facts.parties) > 1:
            together = "+".join(facts.parties)
            keys |= {f"M:{news}:{together}" for news in _news(published, when is None, own)}
        return keys

    def likeness(self, a: MeetingFacts, b: MeetingFacts) -> float:
        """The sum of the evidence, from 0 to 1."""
        when_a, when_b = _when(a), _when(b)
        if _share_one(a, b) and not _one_numbered_day(a, b):
            return 0.0
        total = (
            parties_fit(a, b)
            + dates_fit(when_a, when_b)
            + kinds_fit(a.kind, b.kind)
            + places_fit(a.place, b.place)
            + rounds_fit(a.round, b.round)
            + statuses_fit(a.status, b.status)
        )
        if total == float("-inf"):
            return 0.0
        persons = self._persons_fit(a, b)
        # Two that met one party on a day may each have met the same minister.
        total += min(persons, 0.0) if _share_one(a, b) else persons
        total += 0.1 if set(a.basis) & set(b.basis) else 0.0
        if when_a is None or when_b is None:
            total += _news_fit(a, b) + _ahead_fits(a, when_b) + _ahead_fits(b, when_a)
        elif when_a.is_open and when_b.is_open:
            # "In the coming weeks" means the same only in news of the same days.
            total += max(_news_fit(a, b), 0.0)
        return round(max(total, 0.0) / _MOST, 4)

    def _persons_fit(self, a: MeetingFacts, b: MeetingFacts) -> float:
        """Evidence that those who took part give: someone in common, or a party whose people are others."""
        shared, others, altogether = 0, 0, True
        for party in {person.party for person in a.persons} & {person.party for person in b.persons}:
            first, second = _people_of(a.persons, party), _people_of(b.persons, party)
            pairs = [self._same_person(x, y) for x, y in itertools.product(first, second)]
            shared += max(pairs) >= SAME
            others += max(pairs) <= DIFFERENT
            altogether = altogether and len(first) == len(second)
        if others:
            # One minister on the same day with one and then with another colleague is two meetings.
            small = max(len(a.persons), len(b.persons)) <= 2 * max(len(a.parties), 1)
            return -0.5 if small else -0.2
        # Of two meetings of one day it is the one with nobody else beside them.
        return min(shared * 0.15, 0.3) + (_NOBODY_ELSE if shared > 1 and altogether else 0.0)

    def signature(self, facts: MeetingFacts) -> Hashable:
        """Date and number of the round.

        The kind is not among them: one account in which a visit was read as a call is not to be kept from all others
        that tell the visit, where it fits those that tell talks.
        """
        return (_days_of(facts), _number(facts))

    def contradict(self, a: Hashable, b: Hashable) -> bool:
        """Days or rounds that exclude each other."""
        assert isinstance(a, tuple) and isinstance(b, tuple)
        impossible = float("-inf")
        return dates_fit(a[0], b[0]) == impossible or rounds_fit(a[1], b[1]) == impossible


def _days_of(facts: MeetingFacts) -> Period | None:
    """The date: what is planned lies ahead of the day of publication, what was held behind it."""
    when, published = period(facts.date), period(facts.published)
    if when is None or when.is_day or published is None or not published.is_day:
        return when
    today = published.first
    if facts.status == "planned" and when.first < today <= when.last:
        return Period(today, when.last, when.is_open)
    if facts.status == "held" and when.first <= today < when.last:
        return Period(when.first, today, when.is_open)
    return when


def _when(facts: MeetingFacts) -> Period | None:
    """The date, where it says more than that it was some time in those years."""
    when = _days_of(facts)
    return when if when is not None and when.days <= _LONGEST else None


def _common(a: Period, b: Period) -> float:
    """The share of the days of either that are in both."""
    both = min(a.last, b.last) - max(a.first, b.first) + 1
    return both / (a.days + b.days - both)


def _number(facts: MeetingFacts) -> str | None:
    """The number of the round."""
    return facts.round if facts.round and facts.round.isdecimal() else None


def _sides(facts: MeetingFacts) -> tuple[str, ...]:
    """The parties, and those of the persons who took part."""
    return tuple(sorted({*facts.parties, *(person.party for person in facts.persons if person.party)}))


def _share_one(a: MeetingFacts, b: MeetingFacts) -> bool:
    """Whether two meetings of several parties have no more than one in common, whoever is counted."""
    return min(len(a.parties), len(b.parties)) > 1 and len(set(_sides(a)) & set(_sides(b))) < 2


def _one_numbered_day(a: MeetingFacts, b: MeetingFacts) -> bool:
    """Whether two meetings are rounds of one number on one day: by that alone those that share one party are found."""
    first, second = _when(a), _when(b)
    if first is None or second is None or not (first.is_day and second.is_day):
        return False
    return first.first == second.first and _number(a) is not None and _number(a) == _number(b)


def _groups(facts: MeetingFacts, own: bool) -> Iterable[str]:
    """Pairs of parties; a meeting of which one party is known is found by that one alone."""
    parties = facts.parties
    sketch = _sides(facts)[:_SKETCH] if len(parties) > 1 else parties
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


def _ahead_fits(undated: MeetingFacts, other: Period | None) -> float:
    """What speaks against a meeting without a date being one of some days: it was still planned after them, or over."""
    published = period(undated.published)
    if undated.date is not None or published is None or other is None:
        return 0.0
    over = undated.status == "held" and other.first > published.last
    return -0.4 if over or (undated.status == "planned" and other.last < published.first) else 0.0


def _news_fit(a: MeetingFacts, b: MeetingFacts) -> float:
    """Evidence that two publications give, where a date is missing; minus infinity without the same parties."""
    first, second = period(a.published), period(b.published)
    if first is None or second is None or a.parties != b.parties or len(a.parties) < 2:
        return float("-inf")
    if max(first.days, second.days) > _LONGEST:
        return float("-inf")
    apart = abs(first.first - second.first)
    return 0.2 if apart <= _SAME_NEWS else 0.0 if apart <= _TOLD_TOGETHER else float("-inf")
