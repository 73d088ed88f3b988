"""How two accounts' values of one fact stand to each other: the same, compatible, exclusive, less, or not to be told.

Nothing here prefers a value. Two dates of different precision fit each other, and so do a country and a city in it; two
days exclude each other. What is worded differently in two languages and has no key is not compared at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from rapidfuzz import fuzz

from peyman.record.merging.facts import PlaceFacts
from peyman.record.merging.matching import is_known_place
from peyman.record.merging.meetings import APART_KINDS, TALKS
from peyman.record.merging.periods import period
from peyman.text.fold import fold

Relation = Literal["same", "fits", "less", "conflict", "unknown"]
"""``less``: the first value leaves out a part of the second."""

Compare = Callable[[Any, Any], Relation]


def plain(a: Any, b: Any) -> Relation:
    """Values that are keys: the same or exclusive."""
    return "same" if a == b else "conflict"


def side_by_side(a: Any, b: Any) -> Relation:
    """Values that can both hold."""
    return "same" if a == b else "unknown"


def kinds(a: str, b: str) -> Relation:
    """Kinds of meetings: a call excludes what needs a place; others are names that one encounter can have."""
    if a == b:
        return "same"
    if a in TALKS and b in TALKS:
        return "fits"
    return "conflict" if frozenset({a, b}) in APART_KINDS else "unknown"


def statuses(a: str, b: str) -> Relation:
    """Statuses: what was planned can be held, put off or called off later; what is denied was not held."""
    if a == b:
        return "same"
    if "planned" in (a, b) or {a, b} == {"held", "under-way"}:
        return "fits"
    return "conflict"


def outcomes(a: str, b: str) -> Relation:
    """What became of an undertaking: a refusal contradicts it, and so do kept and broken each other."""
    if a == b:
        return "same"
    exclusive = ({"undertaken", "refused"}, {"reported-kept", "reported-broken"}, {"reported-kept", "overdue"})
    return "conflict" if {a, b} in exclusive else "fits"


def dates(a: str, b: str) -> Relation:
    """EDTF values: the same, with a day in common, or without."""
    if a == b:
        return "same"
    first, second = period(a), period(b)
    if first is None or second is None:
        return "unknown"
    return "fits" if first.meets(second) else "conflict"


def hours(a: str, b: str) -> Relation:
    """One day, with or without the hour: without, it fits every hour; two hours exclude each other."""
    if a == b:
        return "same"
    return "fits" if a[:_DAY] == b[:_DAY] and _DAY in (len(a), len(b)) else "conflict"


def capacities(a: str, b: str) -> Relation:
    """In what capacity somebody took part: who is named without one may have had that which another account gives."""
    if a == b:
        return "same"
    return "unknown" if "member" in (a, b) else "conflict"


def places(facts: Mapping[str, PlaceFacts]) -> Compare:
    """Places by what is known of them: a city fits its country, two cities of the register exclude each other.

    Args:
        facts: Key and country of each place, by public id.
    """

    def compare(a: str, b: str) -> Relation:
        if a == b:
            return "same"
        first, second = facts.get(a), facts.get(b)
        if first is None or second is None:
            return "unknown"
        if first.key == second.country or second.key == first.country:
            return "fits"
        if first.country and second.country and first.country != second.country:
            return "conflict"
        return "conflict" if is_known_place(first.key) and is_known_place(second.key) else "unknown"

    return compare


def party_lists(a: tuple[tuple[str, ...], frozenset[str]], b: tuple[tuple[str, ...], frozenset[str]]) -> Relation:
    """Lists of parties, each with the parties that its account names at all: the same, less, or exclusive.

    A list is less where another one has a party that its account does not name anywhere. Lists without any party in
    common exclude each other; others may each be a part of what the accounts mean.
    """
    first, second = set(a[0]), set(b[0])
    if first == second:
        return "same"
    if second - first - a[1]:
        return "less"
    return "unknown" if first & second else "conflict"


def rounds(a: str, b: str) -> Relation:
    """Rounds: two numbers exclude each other; "resumed" and "new" are two readings of one thing."""
    if a == b:
        return "same"
    return "conflict" if a.isdecimal() == b.isdecimal() else "unknown"


def speakers(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    """Parties that say something together: the same, some of them, or others altogether."""
    if a == b:
        return "same"
    return "fits" if set(a) & set(b) else "conflict"


def titles(a: tuple[str, str], b: tuple[str, str]) -> Relation:
    """Titles, each with its language: the same words, some of them, or others; not compared across languages."""
    if a[0] != b[0]:
        return "unknown"
    first, second = fold(a[1]), fold(b[1])
    if first == second:
        return "same"
    if set(first.split()) <= set(second.split()) or set(second.split()) <= set(first.split()):
        return "fits"
    return "unknown" if fuzz.ratio(first, second) >= _SPELLED_OTHERWISE else "conflict"


def agreement_names(a: tuple[str, str], b: tuple[str, str]) -> Relation:
    """Names of an agreement, each with its language: they describe it, so that those with a word in common fit."""
    if a[0] != b[0]:
        return "unknown"
    first, second = ({word[:_STEM] for word in fold(name).split() if len(word) >= _STEM} for _, name in (a, b))
    return "fits" if first & second else titles(a, b)


_DAY = len("2026-01-15")
_STEM = 4
"""Letters by which two words of a name are one."""
_SPELLED_OTHERWISE = 80
"""From this similarity on, of 100, two titles may be one in two spellings."""
