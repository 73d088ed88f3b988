"""Encounters within one party: "the president of A met the foreign minister of A" brings no parties together."""

from __future__ import annotations

from peyman.reading.context import Context
from peyman.reading.counterparts import names_its_party
from peyman.reading.encounters import MeetingMention
from peyman.reading.meeting_clause import meeting_clause
from peyman.reading.sentences import Agent

#: Kinds at which those who meet are named on both sides; a journey may lead to others who are not.
_KINDS = frozenset({"meeting", "talks", "consultation", "call"})
#: Roles of whoever is only spoken of beside an encounter.
_ASIDE = frozenset({"in", "about", "according", "reported-by", "purpose", "under"})


def is_within_one_party(context: Context, mention: MeetingMention) -> bool:
    """Whether those who meet and those whom they meet are told to be of one party, and nobody else is named.

    Args:
        context: The document.
        mention: A mention as the rules found it.
    """
    if mention.kind not in _KINDS or len(mention.own_parties) != 1:
        return False
    sentence, cue = mention.sentence, mention.cue
    agents = [
        agent
        for agent in sentence.agents_in(mention.first, mention.last)
        if agent.role not in _ASIDE and not context.is_outlet(agent)
    ]
    met = [agent for agent in agents if _is_met(context, mention, agent)]
    others = [agent for agent in agents if agent not in met and agent.first < cue.first]
    if not others and context.table.subject == "after":
        others, met = met[:1], met[1:]  # the subject stands behind its verb, and before whoever is met
    acting = meeting_clause(context, mention).acting
    if not met or not others or len(acting) != 1:
        return False
    told = all(_is_told(context, agent) for agent in met) and any(_is_told(context, agent) for agent in others)
    return told and all(not agent.reference and set(agent.parties) <= acting for agent in agents)


def _is_met(context: Context, mention: MeetingMention, agent: Agent) -> bool:
    """Whether somebody stands behind "with", or as the object of the verb."""
    behind = agent.first >= mention.cue.last
    if context.table.subject == "before":
        return agent.role == "with"
    return behind and agent.role in ("with", "")


def _is_told(context: Context, agent: Agent) -> bool:
    """Whether somebody is one person or an office, and the words or the register say of which party."""
    one = agent.person or agent.headed
    return one and not agent.plural and len(agent.parties) == 1 and names_its_party(context, agent)
