"""When two documents report one statement, and when two undertakings are one.

A statement is told by who issued it and on which day; an undertaking by who gives it, of what class, until when, and
by the statement or the meeting in which it is given.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable

from peyman.model import Entry, Reading
from peyman.record.facts import CommitmentFacts, FactsOfReading, StatementFacts
from peyman.record.matching import SAME, Matching, SamePerson, same_key
from peyman.record.meetings import MeetingMatching
from peyman.record.periods import Period, period

_WRITTEN = frozenset({"statement", "joint-statement", "communique", "post", "letter", "report"})
_LONGEST = 7
"""Days beyond which a date says too little to look a statement up by."""


def day_of(facts: StatementFacts) -> Period | None:
    """When a statement was made: its date, or else the day of publication or the day before."""
    dated = period(facts.date)
    if dated is not None:
        return dated
    published = period(facts.published)
    return published.widened(1, 0) if published is not None and published.is_day else None


class StatementMatching(Matching[StatementFacts]):
    """Statements, by issuers, parties, date and kind; those of news outlets are one for each document."""

    kind = "statement"
    letter = "S"
    threshold = 0.7
    doubt = 0.6
    facts_type = StatementFacts

    def __init__(self, same_person: SamePerson = same_key) -> None:
        self._same_person = same_person

    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, StatementFacts]]:
        """See `Matching.entries`."""
        return [(statement, facts.statement(statement)) for statement in reading.statements]

    def offers(self, facts: StatementFacts) -> set[str]:
        """Every possible day with every party and every issuer; of joint ones with every two parties."""
        when = day_of(facts)
        if when is None or when.days > _LONGEST or facts.outlet:
            return set()
        days = range(when.first, when.last + 1)
        if facts.joint:
            return {f"S:{day}:{'+'.join(pair)}" for day in days for pair in itertools.combinations(facts.parties, 2)}
        who = {*facts.parties, *(f"={issuer.key}" for issuer in facts.issuers)}
        return {f"S:{day}:{each}" for day in days for each in who}

    def likeness(self, a: StatementFacts, b: StatementFacts) -> float:
        """The sum of the evidence, from 0 to 1."""
        when_a, when_b = day_of(a), day_of(b)
        if when_a is None or when_b is None or not when_a.meets(when_b) or max(when_a.days, when_b.days) > _LONGEST:
            return 0.0
        if a.joint != b.joint or a.outlet or b.outlet:
            return 0.0
        if (a.kind in _WRITTEN) != (b.kind in _WRITTEN) and not a.joint:
            return 0.0
        if a.joint:
            shared = len(set(a.parties) & set(b.parties))
            if shared < 2:
                return 0.0
            who = 0.4 if set(a.parties) == set(b.parties) else 0.3
        elif self._share_issuer(a, b):
            who = 0.4
        else:
            return 0.0
        both_dated = bool(a.date and b.date)
        total = who + (0.4 if both_dated else 0.25) + (0.2 if a.kind == b.kind or a.joint else 0.05)
        return round(total, 4)

    def _share_issuer(self, a: StatementFacts, b: StatementFacts) -> bool:
        for x, y in itertools.product(a.issuers, b.issuers):
            if x.kind != y.kind:
                continue
            if x.key == y.key or (x.kind == "person" and x.party == y.party and self._same_person(x, y) >= SAME):
                return True
        return False

    def signature(self, facts: StatementFacts) -> Hashable:
        """The days on which it can have been made."""
        when = day_of(facts)
        return (when.first, when.last) if when else None

    def contradict(self, a: Hashable, b: Hashable) -> bool:
        """Days that exclude each other."""
        if not isinstance(a, tuple) or not isinstance(b, tuple):
            return False
        return not (a[0] <= b[1] and b[0] <= a[1])


class CommitmentMatching(Matching[CommitmentFacts]):
    """Undertakings, by who, what class, window, and the statement or meeting that they were given in."""

    kind = "commitment"
    letter = "C"
    threshold = 0.7
    doubt = 0.6
    facts_type = CommitmentFacts

    def __init__(self, same_person: SamePerson = same_key) -> None:
        self._statements = StatementMatching(same_person)
        self._meetings = MeetingMatching(same_person)

    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, CommitmentFacts]]:
        """See `Matching.entries`."""
        return [(commitment, facts.commitment(commitment)) for commitment in reading.commitments]

    def offers(self, facts: CommitmentFacts) -> set[str]:
        """Who and what class, with the keys of the statements and meetings."""
        return self._keys(facts, own=True)

    def wants(self, facts: CommitmentFacts) -> set[str]:
        """Likewise."""
        return self._keys(facts, own=False)

    def _keys(self, facts: CommitmentFacts, own: bool) -> set[str]:
        settings: set[str] = set()
        for statement in facts.statements:
            settings |= self._statements.offers(statement) if own else self._statements.wants(statement)
        for meeting in facts.meetings:
            settings |= self._meetings.offers(meeting) if own else self._meetings.wants(meeting)
        what = f"{facts.class_}:{'+'.join(facts.by)}"
        return {f"C:{what}:{setting}" for setting in settings}

    def likeness(self, a: CommitmentFacts, b: CommitmentFacts) -> float:
        """The sum of the evidence, from 0 to 1."""
        if not a.by or a.by != b.by or a.class_ != b.class_ or a.polarity != b.polarity:
            return 0.0
        setting = self._setting(a, b)
        window_a, window_b = period(a.window), period(b.window)
        if not setting or (window_a and window_b and not window_a.meets(window_b)):
            return 0.0
        total = 0.4 + setting
        if window_a == window_b:
            total += 0.15 if window_a else 0.1
        elif window_a and window_b:
            total += 0.05
        total += 0.05 if a.toward == b.toward else 0.0
        total += 0.05 if a.strength == b.strength else 0.0
        # A translation keeps the order: the second undertaking of a kind is the second one there too.
        total += 0.05 if a.rank == b.rank else 0.0
        return round(min(total, 1.0), 4)

    def _setting(self, a: CommitmentFacts, b: CommitmentFacts) -> float:
        """Evidence that the same statement or meeting gives; nothing where there is none."""
        evidence = 0.0
        for x, y in itertools.product(a.statements, b.statements):
            if self._statements.likeness(x, y) >= self._statements.threshold:
                evidence = max(evidence, 0.3 if x.joint else 0.2)
        for u, v in itertools.product(a.meetings, b.meetings):
            if self._meetings.likeness(u, v) >= self._meetings.threshold:
                evidence = max(evidence, 0.2)
        return evidence

    def signature(self, facts: CommitmentFacts) -> Hashable:
        """The window."""
        return facts.window

    def contradict(self, a: Hashable, b: Hashable) -> bool:
        """Windows that exclude each other."""
        window_a = period(a) if isinstance(a, str) else None
        window_b = period(b) if isinstance(b, str) else None
        return bool(window_a and window_b and not window_a.meets(window_b))
