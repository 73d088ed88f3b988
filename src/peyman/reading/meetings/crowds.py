"""People who gather and stand for nobody: "*activists* met in A and condemned the raids of B" tells of no encounter.

Where they are and against whom they speak sits at no table. Somebody with an office or a name beside them, and whoever
they meet with, may: such clauses are left to the judges.
"""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.encounters import MeetingMention
from peyman.reading.meetings.sessions import clause_end
from peyman.text.tokens import TokenKind

#: Where the verb comes first, those who gather stand at most so many tokens behind it.
BEHIND_VERB = 2


def is_of_a_crowd(context: Context, mention: MeetingMention) -> bool:
    """Whether a verb tells that people gather who stand for nobody.

    Args:
        context: The document.
        mention: A mention as the rules found it.
    """
    cue, sentence = mention.cue, mention.sentence
    if mention.kind not in ("meeting", "conference") or not (cue.role == "meeting-verb" or _closes(context, mention)):
        return False
    if context.table.subject == "after":
        crowd = sentence.having("crowd", first=cue.last, last=cue.last + BEHIND_VERB)
    else:
        crowd = [c for c in sentence.having("crowd", first=mention.first, last=cue.first) if c.last <= cue.first]
    if not crowd:
        return False
    beside = sentence.agents_in(mention.first, clause_end(context, mention))
    return not any(_may_meet(context, mention, agent) for agent in beside)


def _closes(context: Context, mention: MeetingMention) -> bool:
    """Whether a noun closes its clause as a verb does: Sorani کۆبوونەوە is a meeting, and "they met"."""
    cue, sentence = mention.cue, mention.sentence
    if cue.role != "meeting-noun" or context.table.subject != "before":
        return False
    ends = cue.last >= sentence.last or context.text.tokens[cue.last].kind is TokenKind.MARK
    return ends or any(c.first == cue.last for c in sentence.having("and", first=cue.last, last=cue.last + 1))


def _may_meet(context: Context, mention: MeetingMention, agent: Agent) -> bool:
    """Whether somebody in the clause of a crowd meets: with an office, a name or a word for "with"."""
    if agent.role in ("with", "between"):
        return True
    if not agent.parties:
        return False  # "a *group* of young people"
    held = mention.sentence.having("agent", "envoy", first=agent.first - 1, last=agent.last)
    return bool(held) or any(context.found.actors[entry].kind == "person" for entry in agent.entries)
