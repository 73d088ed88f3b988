"""One fact of a table of accounts before it is compared: what is given by whom, and how it will be marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from peyman.record.accounts import fact_relations
from peyman.record.merging.facts import PlaceFacts
from peyman.record.shown.account_views import Mark
from peyman.record.shown.views import Claim

NOT_AS_PLANNED = frozenset({"postponed", "cancelled", "denied"})
"""Statuses that somebody has to have announced."""


@dataclass(slots=True)
class Given:
    """One value of one fact as one account gives it, not yet compared."""

    account: str
    value: Any
    label: str
    claims: list[Claim]
    compared: Any = None
    wording: str | None = None


@dataclass(slots=True)
class Fact:
    """One fact, not yet compared.

    Attributes:
        fact: Its kind.
        subject: What it is about.
        label: For people.
        compare: How two values of it stand to each other.
        given: What accounts say.
        later: Whether only an account from after the encounter can know it.
        among: The accounts that speak of its subject; others are silent on it. None for all.
        optional: Whether accounts owe it at all: what nobody has to say is never missing.
        unread: The accounts whose text has the words, which the reader took for something else or passed over.
        beside: Whether it stands beside the encounter: it is left out only where several accounts tell it.
        common: How many.
        worded: Whether one account's telling it is enough for another of its language to leave it out.
        several: Whether one account may give several values that all hold, such as titles.
        agreed: Whether nobody leaves it out where several accounts give it and no two of them agree.
        since: The day from which on it can be known, ISO 8601; what was published before does not leave it out.
    """

    fact: str
    subject: str | None
    label: str
    compare: fact_relations.Compare
    given: list[Given] = field(default_factory=list)
    later: bool = False
    among: set[str] | None = None
    optional: bool = False
    unread: frozenset[str] = frozenset()
    since: str | None = None
    beside: bool = False
    common: int = 2
    worded: bool = False
    several: bool = False
    agreed: bool = False

    def add(self, claim: Claim, value: Any, label: str, compared: Any = None, wording: str | None = None) -> None:
        """Note a claim; those of one account and value go together."""
        compared = value if compared is None else compared
        for known in self.given:
            if known.account == claim.document.id and known.compared == compared:
                known.claims.append(claim)
                return
        self.given.append(Given(claim.document.id, value, label, [claim], compared, wording))

    @property
    def accounts(self) -> set[str]:
        """The accounts that give it."""
        return {each.account for each in self.given}

    @property
    def is_disputed(self) -> bool:
        """Whether several accounts give it, and no two of them one value or values that fit."""
        return len(self.accounts) > 1 and not any(
            a.account != b.account and self.compare(a.compared, b.compared) in ("same", "fits")
            for a, b in combinations(self.given, 2)
        )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table needs beside the claims of the meeting itself.

    Attributes:
        texts: Each document's text, by public id.
        meetings: Claims of the other meetings of these documents, by public id of the entry.
        commitments: Claims of the commitments of these documents, likewise.
        named: Names, kinds and roles of the actors, places and agreements of these documents, likewise.
        dates: What these documents place in time, as claims of the field ``date``; lengths of time have no value.
        keys: Key and country of places, by public id.
        printed: What of it is printed in another calendar than the Gregorian one, as claims of the field ``printed``:
            the calendar, the day that it names there, and what the whole expression means.
        speaking: The parties that speak in the statements of these documents, by public id of the statement; only
            where an account says that the meeting did not take place as it was to.
    """

    texts: Mapping[str, str]
    meetings: Mapping[str, Sequence[Claim]]
    commitments: Mapping[str, Sequence[Claim]]
    named: Mapping[str, Sequence[Claim]]
    dates: Sequence[Claim]
    keys: Mapping[str, PlaceFacts]
    printed: Sequence[Claim] = ()
    speaking: Mapping[str, Sequence[str]] = field(default_factory=dict)


def mark(each: Given, fact: Fact) -> Mark:
    """How a value stands to every other one."""
    found: set[str] = set()
    for other in fact.given:
        if other is each:
            continue
        relation = fact.compare(each.compared, other.compared)
        if other.account != each.account or (relation == "conflict" and not fact.several):
            found.add(relation)
    if "conflict" in found and not (fact.several and _agrees(each.account, fact)):
        return "conflict"
    if "less" in found:
        return "missing"
    return "confirmed" if found & {"same", "fits"} else "unique"


def _agrees(account: str, fact: Fact) -> bool:
    """Whether one of an account's values is that of another account in the same language."""
    mine = [each for each in fact.given if each.account == account]
    others = [each for each in fact.given if each.account != account]
    return any(fact.compare(x.compared, y.compared) in ("same", "fits") for x in mine for y in others)


def most_used(values: Iterable[str]) -> str:
    """The value that is there most often, the first in alphabetical order of several; ``not said`` for none."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else "not said"
