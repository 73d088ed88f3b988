"""Verbs that tell of an encounter or of a position: "called on the king on Monday", "called on the king to go".

So does one of welcoming: "welcomed the president at the airport", "welcomed the president's decision".
"""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence

#: Whoever is visited is named at most so many tokens behind the verb.
OBJECT_REACH = 7


def may_call(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a verb may tell of a visit to somebody and of an appeal alike.

    Args:
        sentence: Where it stands.
        cue: The verb, of meeting or of taking a position.
    """
    readings = {c.role for c in sentence.near(cue.first, cue.first + 1) if (c.first, c.last) == (cue.first, cue.last)}
    return readings.issuperset(("meeting-verb", "to"))


def calls_upon(context: Context, sentence: ReadSentence, cue: Cue, last: int) -> bool:
    """Whether such a verb tells of a visit: its object is a person, and nothing says to do what.

    Args:
        context: The document.
        sentence: Where it stands.
        cue: The verb.
        last: Where its clause ends.
    """
    end = min(last, cue.last + OBJECT_REACH + 1)
    near = sentence.agents_in(cue.last, end)
    named = any(context.found.actors[e].kind == "person" for agent in near for e in agent.entries)
    offices = (office for office in sentence.having("agent", first=cue.last, last=end) if office.value == "one")
    holder = any(not sentence.having("institution", first=o.first, last=o.last) for o in offices)
    if not near or not (named or holder):
        return False
    return not sentence.having("to", "purpose", first=cue.last, last=last)


def greets_a_guest(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a verb tells that a guest was received, and takes no position: "welcomed President X at the airport".

    Args:
        context: The document.
        sentence: Where it stands.
        cue: The verb, of taking a position and of meeting alike.
    """
    meets = any(c.role == "meeting-verb" and c.first == cue.first for c in sentence.near(cue.first, cue.last))
    end = cue.last + OBJECT_REACH
    if not meets or sentence.having("no-guest", "that", first=cue.last, last=end):
        return False
    near = sentence.agents_in(cue.last, end)[:1]
    return any(context.found.actors[e].kind == "person" for agent in near for e in agent.entries if not agent.role)
