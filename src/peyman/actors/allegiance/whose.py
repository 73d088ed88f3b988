"""For whom each person of a text acts.

Offices, the register and what a sentence says of sides and delegations tell it; of whom they do not, hosts, companions,
owners of an office and what the whole text speaks of make it likely.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from peyman.actors.allegiance import acting_for
from peyman.actors.allegiance.beside import Beside
from peyman.actors.allegiance.delegation_owners import DelegationOwners
from peyman.actors.allegiance.delegations import led_for
from peyman.actors.allegiance.guests import Guests
from peyman.actors.allegiance.members import Members
from peyman.actors.allegiance.met_in_row import MetInRow
from peyman.actors.allegiance.sides import Sides
from peyman.actors.known import register
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.office_kinds import kinds_of
from peyman.actors.offices.roles import Group
from peyman.actors.people.known_people import known_person, party_of_known, says_whose
from peyman.actors.spans import KnownSpans
from peyman.text.analysis import AnalysedText


class About(NamedTuple):
    """What a text speaks of besides its people.

    Attributes:
        groups: Mentions of parties, bodies and places.
        outlets: Mentions of bodies that speak for no party: news outlets.
        home: Whose the text is.
        publisher: Whose page it is, where that is known.
        counterparts: Parties that are named as somebody's opposite number, and nowhere else.
    """

    groups: Sequence[Group]
    outlets: Sequence[Group]
    home: str | None
    publisher: str | None
    counterparts: Set[str]


class Whose(NamedTuple):
    """Who a person is in the register, if in it, the party that the text says they act for, and the likely one."""

    known: str | None
    told: str | None
    likely: str | None


def whose(text: AnalysedText, known: KnownSpans, people: Sequence[FoundPerson], about: About) -> list[Whose]:
    """Tell for whom each person acts, and note in `people` of which parties they are not.

    Args:
        text: The text.
        known: Its known names.
        people: Its people.
        about: What else it speaks of.
    """
    held = [known_person(text, known, person) for person in people]
    groups = sorted(about.groups, key=lambda group: (group.first, -group.last))
    beside = Beside(text, people, groups)
    delegations = DelegationOwners(beside)
    sides, members = Sides(beside, delegations), Members(beside, delegations)
    for number, side in sides.told().items():
        if not says_whose(known, people[number]):
            people[number].party = side
    for number, side in sides.in_turn().items():
        people[number].party = side
    told = [
        party_of_known(key, person) if key is not None else person.party or led
        for person, key, led in zip(people, held, led_for(text, people, groups), strict=True)
    ]
    for number, side in _federal(text, people, told, about).items():
        told[number] = side
    met = MetInRow(beside)
    for number, side in met.origins(told).items():
        told[number] = side
    for number, side in met.owned(told).items():
        told[number] = side
    guests = Guests(beside)
    hosts = guests.hosts(told, about.publisher)
    guests.keep_apart(told)
    members.keep_apart(told)
    around = acting_for.Surroundings(text, groups, told, about.home, about.publisher, about.counterparts)
    likely = acting_for.choose(people, around)
    parties = [said or chosen for said, chosen in zip(told, likely, strict=True)]
    accompanied = hosts | sides.owned(parties, about.outlets) | sides.companions(parties, told, about.home)
    for number, side in accompanied.items():
        likely[number] = side if told[number] is None else likely[number]
    # "Secretary general of the ministry": whose that is, the delegation says.
    firm = sides.told().keys() | sides.in_turn().keys()
    said = [
        party
        if key is not None or number in firm or party != people[number].party or says_whose(known, people[number])
        else None
        for number, (key, party) in enumerate(zip(held, told, strict=True))
    ]
    parties = [certain or chosen for certain, chosen in zip(told, likely, strict=True)]
    for number, side in members.members(parties, said, about.home).items():
        told[number], likely[number] = (None if told[number] is None else side), side
    return [Whose(*each) for each in zip(held, told, likely, strict=True)]


def _federal(
    text: AnalysedText, people: Sequence[FoundPerson], told: Sequence[str | None], about: About
) -> dict[int, str]:
    """The state of those whose office is federal in a text that speaks of a region, by position."""
    named = [about.publisher, about.home, *(group.party for group in about.groups)]
    states = dict.fromkeys(register.state_of(party) for party in named if party and register.state_of(party) != party)
    if len(states) != 1:
        return {}
    return {
        number: next(iter(states))
        for number, person in enumerate(people)
        if told[number] is None and "federal" in kinds_of(text, person)
    }
