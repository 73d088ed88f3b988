"""Encounters within one party: "the president of A met the foreign minister of A" brings no parties together.

Neither does a speech, where its verb is one of talking, too.
"""

from __future__ import annotations

from peyman.actors.known import register
from peyman.reading.attendance.counterparts import names_its_party
from peyman.reading.attendance.meeting_clause import meeting_clause
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.encounters import MeetingMention

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
    if len(mention.own_parties) != 1:
        return False
    if mention.kind == "visit":
        return _visits_its_own(context, mention)
    if mention.cue.loose and mention.kind == "talks" and _speaks_alone(context, mention):
        return True
    if mention.kind not in _KINDS:
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


def _speaks_alone(context: Context, mention: MeetingMention) -> bool:
    """Whether one person only speaks, and with nobody: "A *spoke* in Lima yesterday"."""
    agents = mention.sentence.agents_in(mention.first, mention.last)
    if any(agent.reference or agent.plural or agent.role in ("with", "between", "to") for agent in agents):
        return False
    kinds = [context.found.actors[e].kind for agent in agents for e in agent.entries]
    with_somebody = mention.sentence.having("with", "between", "to", first=mention.first, last=mention.last)
    return kinds.count("person") == 1 and not with_somebody


def _visits_its_own(context: Context, mention: MeetingMention) -> bool:
    """Whether somebody visits a body of his own party, and nothing of another's: "the premier visited the ministry"."""
    found, country = context.found, register.state_of(mention.own_parties[0])
    if any(found.places[m.entry].country != country for m in found.place_mentions_in(mention.first, mention.last)):
        return False
    agents = mention.sentence.agents_in(mention.first, mention.last)
    if any(agent.reference or len(agent.parties) != 1 for agent in agents):
        return False
    kinds = [{found.actors[e].kind for e in agent.entries} for agent in agents]
    bodies = [n for n, kind in enumerate(kinds) if "body" in kind and "person" not in kind]
    return any("person" in kind for kind in kinds) and any(_is_goal(mention, agents[n]) for n in bodies)


def _is_goal(mention: MeetingMention, agent: Agent) -> bool:
    """Whether somebody stands right behind the word for the visit: "serdana *Wezareta Navxwe* kir"."""
    return 0 <= agent.first - mention.cue.last <= 1


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
