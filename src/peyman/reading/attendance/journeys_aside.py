"""Journeys told in passing: "said the minister *during his visit to B*", "a day before *A's visit to B*".

The noun of such a journey names at most its goal, or its goal and whoever travels; else its traveller is whoever the
clause around it is about. A goal is a state or a town; a town stands for the state whose it is.
"""

from __future__ import annotations

from peyman.actors.known import register
from peyman.actors.offices.office_kinds import is_state
from peyman.reading.attendance.journeys import BARE_REACH, GOAL_REACH
from peyman.reading.attendance.travellers import traveller
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import LONGEST_CUE, segment_after

#: What opens the course of something stands at most so many tokens before the noun: "after *a short* visit".
OPENER_REACH = 3
#: Whoever travels stands at most so many tokens before the noun or behind its goal.
SUBJECT_REACH = 20
#: What ends the goal of a journey: what is said there, and who is met.
_ENDING = ("say", "that", "which", "with", "and", "meeting-noun", "meeting-verb", "about", "finite", "but")


def host_and_guest(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> tuple[str, ...]:
    """Return who travels and to whom, where a noun tells of a journey in passing; nobody where it does not.

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The word for the encounter.
        first: First token of its clause.
        last: After the last token of its clause.
    """
    if (cue.role, cue.value) != ("meeting-noun", "visit"):
        return ()
    goal, end = _goal(context, sentence, cue, last)
    if goal is None:
        return ()
    agent = traveller(context, sentence, cue) or _named_between(context, sentence, cue, end)
    start = min(cue.first, agent.first) if agent is not None else cue.first
    openers = sentence.having("in-course", "in", first=start - OPENER_REACH - LONGEST_CUE, last=cue.last)
    opened = [c.first for c in openers if 0 <= start - c.last <= OPENER_REACH or c.first == cue.first]
    if not opened:
        return ()
    agent = agent or _whom_the_clause_is_about(context, sentence, opened[-1], end, first, last)
    if agent is None or len(agent.parties) != 1 or agent.parties[0] == goal:
        return ()
    return (agent.parties[0], goal)


def _goal(context: Context, sentence: ReadSentence, cue: Cue, last: int) -> tuple[str | None, int]:
    """The state that a journey leads to, and after which token its name ends."""
    stop = min(last, cue.last + GOAL_REACH)
    stop = min((c.first for c in sentence.having(*_ENDING, first=cue.last, last=stop)), default=stop)
    led = {c.last for c in sentence.having("to", "in", first=cue.last - 1, last=stop)}
    goals: list[tuple[int, int, str]] = []
    for mention in context.found.place_mentions_in(cue.last, stop):
        if mention.first in led or mention.first - cue.last < BARE_REACH:
            place = context.found.places[mention.entry]
            facts = register.places().get(place.key)
            state = (facts.capital_of if facts is not None else None) or place.country
            if state:
                goals.append((mention.first, mention.last, state))
    for agent in sentence.agents_in(cue.last, stop):
        states = [p for p in agent.parties if is_state(p)]
        bare = all(context.found.actors[e].kind == "party" for e in agent.entries) and bool(agent.entries)
        led_to = agent.first in led or agent.role == "to" or agent.first - cue.last < BARE_REACH
        if led_to and len(states) == 1 and bare and not context.is_someone(sentence, agent):
            goals.append((agent.first, agent.last, states[0]))
    if not goals:
        return None, cue.last
    _, end, state = min(goals)
    return state, end


def _named_between(context: Context, sentence: ReadSentence, cue: Cue, end: int) -> Agent | None:
    """Whoever is named between the noun and the goal: "the visit of *A's minister* to B"."""
    between = sentence.agents_in(cue.last, end)
    return next((a for a in between if a.last < end and context.is_someone(sentence, a) and a.parties), None)


def _whom_the_clause_is_about(
    context: Context, sentence: ReadSentence, opened: int, end: int, first: int, last: int
) -> Agent | None:
    """The subject of the clause in which a journey is told: nearest before it, else first behind it."""
    before = [
        a
        for a in sentence.agents_in(max(first, opened - SUBJECT_REACH), opened)
        if a.free and not a.role and a.parties and not context.is_outlet(a)
    ]
    if before:
        return before[0] if context.is_someone(sentence, before[0]) or before[0].reference == "he" else None
    behind = min(last if last > end else segment_after(context, sentence, end), end + SUBJECT_REACH)
    following = [a for a in sentence.agents_in(end, behind) if a.parties and not context.is_outlet(a)]
    someone = following[:1] and context.is_someone(sentence, following[0]) and not following[0].role
    return following[0] if someone else None
