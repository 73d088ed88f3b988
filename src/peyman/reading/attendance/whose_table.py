"""Whose an encounter is by the possessor of its noun, and with whom: "*A's* meeting *with B*", "the talks of A with B".

Whoever issues a statement about such a meeting, or criticises it, is the subject of the sentence and sat at no table.
"""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.noun_owners import owner_of
from peyman.reading.clauses.sentences import Agent
from peyman.reading.encounters import MeetingMention

#: Between the noun, whose it is and with whom stand at most so many tokens.
_REACH = 8
#: What may stand between the noun and whose it is.
_BINDING = frozenset({"of", "article", "also", "format", "agent"})
#: Between whose it is and with whom it was no such word stands.
_PARTING = ("say", "publish", "that", "which", "but", "past", "future", "planned", "meeting-noun", "meeting-verb")
#: Roles of whose it is: "of", and what a preposition before the noun gives to its possessor.
_OWNING = frozenset({"", "of", "about", "from", "in", "to"})


def whose_with_whom(context: Context, mention: MeetingMention) -> frozenset[str]:
    """Return the parties of whose an encounter is by its noun and of with whom it was; nobody where not both are named.

    Args:
        context: The document.
        mention: Where the encounter is told.
    """
    cue, sentence = mention.cue, mention.sentence
    if mention.part:
        return frozenset()
    behind = [a for a in sentence.agents_in(cue.last, mention.last) if a.parties]
    owner = owner_of(context, sentence, cue)
    if owner is None and cue.role == "meeting-noun" and behind and _follows(mention, behind[0]):
        owner, behind = behind[0], behind[1:]
    if owner is None or not _is_named(context, owner) or not behind or behind[0].role != "with":
        return frozenset()  # whose office a bare "the president" is may be told only elsewhere
    since = max(owner.last, cue.last)
    guest = behind[0]
    parted = guest.first - since > _REACH or sentence.having(*_PARTING, first=since, last=guest.first)
    if parted or {*owner.parties} & {*guest.parties}:
        return frozenset()
    return frozenset((*owner.parties, *guest.parties))


def _follows(mention: MeetingMention, agent: Agent) -> bool:
    """Whether somebody stands right behind the noun as its possessor."""
    cue = mention.cue
    if agent.role not in _OWNING or agent.first - cue.last > _REACH:
        return False
    between = set(range(cue.last, agent.first))
    bound = {t for c in mention.sentence.cues if c.role in _BINDING for t in range(c.first, c.last)}
    return between <= bound


def _is_named(context: Context, agent: Agent) -> bool:
    named = context.found.mentions_in(agent.first, agent.last)
    return any(m.party in agent.parties and m.form in ("name", "short") for m in named)
