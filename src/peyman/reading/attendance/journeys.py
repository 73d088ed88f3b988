"""Where the journeys lead that one sentence tells: "after a visit to A he arrived in B, and met officials there".

Whoever is named only as the goal of another journey sits at no table of this one.
"""

from __future__ import annotations

from dataclasses import dataclass

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.encounters import MeetingMention

#: The goal of a journey begins at most so many tokens behind its word, a date or whoever travels among them.
GOAL_REACH = 12
#: Without a preposition it stands right behind its word, an article or a link between.
BARE_REACH = 2


@dataclass(frozen=True, slots=True)
class Journey:
    """A journey that a sentence tells of.

    Attributes:
        first: First token of its word.
        goal: The state, region or organisation that it leads to.
    """

    first: int
    goal: frozenset[str]


def journeys(context: Context, sentence: ReadSentence) -> list[Journey]:
    """Return the journeys of a sentence whose goal it names, in order.

    Args:
        context: The document.
        sentence: The sentence.
    """
    told = sentence.having("meeting-noun", "meeting-verb")
    found: list[Journey] = []
    for number, cue in enumerate(told):
        if cue.value != "visit":
            continue
        following = next((c.first for c in told[number + 1 :][:2] if c.first >= cue.last), sentence.last)
        end = min(following, cue.last + GOAL_REACH)
        agents = (a for a in sentence.agents_in(cue.first + 1, end) if a.parties)
        goal = next((a for a in agents if _is_goal(context, sentence, cue.last, a)), None)
        if goal is not None:
            found.append(Journey(cue.first, frozenset(goal.parties)))
    return found


def goals(context: Context, told: list[Journey], mention: MeetingMention) -> tuple[frozenset[str], frozenset[str]]:
    """Return where the journey that a mention is of leads, and whom a sentence names for nothing but other journeys.

    It is the mention itself, where that is a visit; else the journey told last before it, which leads anywhere.

    Args:
        context: The document.
        told: The journeys of its sentence.
        mention: Where the encounter is told.
    """
    if len({journey.goal for journey in told}) < 2:
        return frozenset(), frozenset()
    before = [journey for journey in told if journey.first <= mention.cue.first]
    its = before[-1] if before else told[0]
    others = frozenset(p for journey in told if journey.goal != its.goal for p in journey.goal)
    agents = (a for a in mention.sentence.agents_in(mention.first, mention.last) if not a.reference)
    met = {p for a in agents if a.role == "with" or context.is_someone(mention.sentence, a) for p in a.parties}
    goal = its.goal if its.first == mention.cue.first else frozenset()
    return goal, others - its.goal - met


def _is_goal(context: Context, sentence: ReadSentence, behind: int, agent: Agent) -> bool:
    """Whether an agent names a state or the like, and nobody of it, where a goal stands."""
    if any(context.found.actors[e].kind != "party" for e in agent.entries) or not agent.entries:
        return False
    if sentence.having("agent", first=agent.first, last=agent.last):
        return False
    return agent.role in ("to", "in") or (not agent.role and agent.first - behind <= BARE_REACH)
