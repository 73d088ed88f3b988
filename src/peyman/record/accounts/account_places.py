"""Where accounts place an encounter: the city or country, and in it the building, where an account names one.

An account that names the place of another one anywhere in its text neither leaves it out nor contradicts it: it may
mean that one too, and the reader took another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from peyman.record.accounts import fact_relations
from peyman.record.accounts.account_facts import Fact, Surroundings
from peyman.record.merging.matching import is_known_place
from peyman.record.shown.views import Claim, Value

Passed = Callable[[Sequence[Claim], set[str]], Iterable[str]]
"""The accounts whose text has a name, given its claims and the accounts that are read to name it."""


def place_facts(values: Iterable[Value], around: Surroundings, passed_over: Passed) -> list[Fact]:
    """Make the facts of the place and of the venue.

    Args:
        values: What is claimed of the place of the encounter.
        around: What the accounts tell.
        passed_over: Finds the accounts that have a name in their text without being read to name it.
    """
    relation = fact_relations.places(around.keys)

    def compare(a: tuple[str, frozenset[str]], b: tuple[str, frozenset[str]]) -> fact_relations.Relation:
        found = relation(a[0], b[0])
        return "unknown" if found == "conflict" and (a[0] in b[1] or b[0] in a[1]) else found

    given = list(values)
    naming: dict[str, set[str]] = {}
    for value in given:
        claims = around.named.get(str(value.value), ())
        read = {claim.document.id for claim in claims}
        naming[str(value.value)] = read | set(passed_over(claims, read))
    known = {place for place, facts in around.keys.items() if is_known_place(facts.key)}
    place = Fact("place", None, "place", compare)
    venue = Fact("venue", None, "venue", compare, agreed=True, beside=True, worded=True)
    for value in given:
        fact = place if value.value in known or not known else venue
        for claim in value.claims:
            named = frozenset(each for each, accounts in naming.items() if claim.document.id in accounts)
            fact.add(claim, value.value, value.label, (str(value.value), named), wording=claim.wording)
    for fact in (place, venue):
        fact.unread = frozenset(account for each in fact.given for account in naming[str(each.value)])
    return [place, venue]
