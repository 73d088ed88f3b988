"""Encounters of one party with itself: a premier who sits down with his minister, a leader with his council.

What a clause tells of people of one party brings no parties together, whoever else the text speaks of. So it is where
the second party is nothing but the state in which a region lies, which the text names by its towns alone, and where a
journey whose traveller nobody knows leads to two hosts, who do not meet each other for that.
"""

from __future__ import annotations

from collections.abc import Mapping

from peyman.actors.known import register
from peyman.reading.attendance.tables import Table
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.encounters import MeetingMention
from peyman.reading.meetings.sessions import clause_end
from peyman.reading.meetings.stations import stations

#: Of whomever is met it must be so sure for whom they act: a guess from what stands near does not do.
SURE = 0.7


def is_home_affair(context: Context, mention: MeetingMention, table: Table, named: Mapping[str, int]) -> bool:
    """Whether an encounter brings together no parties but one, and others are only named beside it.

    Args:
        context: The document.
        mention: Where the encounter is told.
        table: The parties that were seated at it.
        named: How often the document names each party by somebody who acts for it, and not by a place in it.
    """
    return (
        _is_of_one_party(context, mention)
        or (_is_within_a_region(table, named) and not _leads_to_the_state(context, mention))
        or _is_of_hosts_alone(context, mention, table)
        or _is_wished_of_nobody(mention, table)
    )


def _is_of_one_party(context: Context, mention: MeetingMention) -> bool:
    """Whether whoever meets and whoever is met are of one party: "the premier *of A* with *A's* council"."""
    sits = mention.cue.role == "meeting-verb"
    last = clause_end(context, mention) if sits else mention.last
    agents = [a for a in mention.sentence.agents_in(mention.first, last) if a.parties and not context.is_outlet(a)]
    met = [a for a in agents if a.role == "with"]
    meeting = [a for a in agents if not a.role and a.last <= mention.cue.first]
    if not met or not any(a.free for a in meeting) or len({party for agent in agents for party in agent.parties}) != 1:
        return False
    # A body alone may be of whichever state the text speaks of; whose a person is, is told.
    acts = any(context.found.actors[entry].kind == "person" for agent in meeting for entry in agent.entries)
    return acts and all(_is_sure(context, agent) for agent in (*met, *meeting))


def _is_wished_of_nobody(mention: MeetingMention, table: Table) -> bool:
    """Whether one party is ready for something, and nobody says with whom: "A is ready to sign a treaty"."""
    if not mention.intended or mention.date is not None or len(mention.own_parties) != 1:
        return False
    named = {party for agent in mention.sentence.agents for party in agent.parties}
    return not table <= named


def _is_sure(context: Context, agent: Agent) -> bool:
    """Whether it is no guess for whom somebody acts."""
    actors = [context.found.actors[entry] for entry in agent.entries]
    return bool(actors) and all(a.kind == "party" or a.confidence >= SURE for a in actors)


def _is_within_a_region(table: Table, named: Mapping[str, int]) -> bool:
    """Whether a region meets only the state that it is part of, for which nobody in the text acts."""
    return any(
        table == {region, register.state_of(region)} and not named.get(register.state_of(region))
        for region in table
        if register.state_of(region) != region
    )


def _leads_to_the_state(context: Context, mention: MeetingMention) -> bool:
    """Whether a journey leads to the seat of a state: whoever comes there from a region of it comes to the state."""
    if mention.kind != "visit":
        return False
    near = context.found.place_mentions_in(mention.first, mention.last)
    seats = (register.places().get(context.found.places[place.entry].key) for place in near)
    return any(seat is not None and seat.capital_of == seat.country for seat in seats)


def _is_of_hosts_alone(context: Context, mention: MeetingMention, table: Table) -> bool:
    """Whether at the table of a journey none sits but those to whom it leads."""
    if mention.kind != "visit" or (mention.part and len(mention.own_parties) > 1):
        return False  # of each of several journeys it is known who travels, be it to a place at home besides
    goals = {station.country for station in stations(context, mention.whole or mention)}
    return len(goals) > 1 and table <= goals
