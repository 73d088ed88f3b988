"""When two documents report one statement: it is told by who issued it and on which day."""

from __future__ import annotations

import itertools
from collections.abc import Hashable

from peyman.model import Entry, Reading
from peyman.record.merging.facts import FactsOfReading, StatementFacts
from peyman.record.merging.matching import SAME, Matching, SamePerson, same_key
from peyman.record.merging.periods import Period, period

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
