"""Gatherings that others only speak of: "the two discussed *the upcoming NATO summit*" tells of nobody who was there.

Whoever speaks of a gathering may go there or not; of whom else the sentence speaks is no reason to be there. Only where
a subject may stand on either side of its verb does a verb of talking have the gathering right behind it; elsewhere a
word for "about" opens what is spoken of (`peyman.reading.time_and_place.matter`).
"""

from __future__ import annotations

from peyman.actors.known import register
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.encounters import MeetingMention

#: Between whose gathering it is and its noun stand at most so many tokens: "NATO *Foreign Ministers'* meeting".
_OWNER_REACH = 5
#: The word for speaking of it stands at most so many tokens before its noun.
_SPOKEN_REACH = 40
_GATHERINGS = frozenset({"conference", "meeting", "committee"})


def speakers_about(context: Context, mention: MeetingMention) -> Agent | None:
    """Return who discusses a gathering in the sentence that tells of it; None where it tells of the gathering itself.

    Args:
        context: The document.
        mention: Where the gathering is told.
    """
    cue, sentence = mention.cue, mention.sentence
    if cue.role != "meeting-noun" or cue.value not in _GATHERINGS or context.table.subject != "either":
        return None
    since = max(sentence.first, cue.first - _SPOKEN_REACH)
    verbs = [c for c in sentence.having("meeting-verb", first=since, last=cue.first) if c.value == "talks"]
    if not verbs:
        return None
    ands = sentence.having("and", first=verbs[-1].last, last=cue.first)
    beside = ands[-1].last if ands else verbs[-1].last  # "plans for the meeting in A and *the summit in B*"
    if sentence.having("in", "with", "margin", "after", first=beside, last=cue.first):
        return None
    acting = [a for a in sentence.agents if a.last <= verbs[-1].first and a.free and not a.role]
    return acting[-1] if acting else None


def organisation_of(context: Context, mention: MeetingMention) -> str | None:
    """Return the organisation whose gathering it is by the words before its noun: "the *NATO* summit"; else None.

    Args:
        context: The document.
        mention: Where the gathering is told.
    """
    cue = mention.cue
    for agent in reversed(mention.sentence.agents_in(cue.first - _OWNER_REACH, cue.first + 1)):
        if len(agent.parties) == 1 and agent.last <= cue.last and _is_organisation(agent.parties[0]):
            return agent.parties[0]
    return None


def _is_organisation(party: str) -> bool:
    body = register.bodies().get(party)
    return body is not None and body.kind == "organisation"
