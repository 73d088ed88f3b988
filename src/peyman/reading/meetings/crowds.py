"""People who gather and stand for nobody: "*activists* met in A and condemned the raids of B" tells of no encounter.

Where they are and against whom they speak sits at no table. Somebody with an office or a name beside them, and whoever
they meet with, may: such clauses are left to the judges.
"""

from __future__ import annotations

from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.encounters import MeetingMention
from peyman.reading.meetings.sessions import clause_end
from peyman.text.tokens import TokenKind

#: Where the verb comes first, those who gather stand at most so many tokens behind it.
BEHIND_VERB = 2
#: Who is in a delegation stands at most so many words from it, whose it is among them: "delegation of Kenyan traders".
DELEGATION_REACH = 2


def is_of_a_crowd(context: Context, mention: MeetingMention) -> bool:
    """Whether a verb tells that people gather who stand for nobody.

    Args:
        context: The document.
        mention: A mention as the rules found it.
    """
    cue, sentence = mention.cue, mention.sentence
    if mention.kind == "visit":
        return _sends_a_crowd(context, mention)
    if mention.kind not in ("meeting", "conference") or not (cue.role == "meeting-verb" or _closes(context, mention)):
        return False
    if context.table.subject == "after":
        crowd = sentence.having("crowd", first=cue.last, last=cue.last + BEHIND_VERB)
    else:
        crowd = [c for c in sentence.having("crowd", first=mention.first, last=cue.first) if c.last <= cue.first]
    if not any(c.value != "delegation" for c in crowd):
        return False
    beside = sentence.agents_in(mention.first, clause_end(context, mention))
    return not any(_may_meet(context, mention, agent) for agent in beside)


def _sends_a_crowd(context: Context, mention: MeetingMention) -> bool:
    """Whether a delegation of such people, or of a trade or a sport, travels: "*a football delegation* arrived"."""
    sentence, words, tokens = mention.sentence, vocabulary(context.text.language), context.text.tokens
    for crowd in sentence.having("crowd", first=mention.first, last=mention.last):
        near = range(max(sentence.first, crowd.first - 1 - DELEGATION_REACH), min(sentence.last, crowd.last + 2))
        if any(t.kind is TokenKind.MARK for t in tokens[crowd.first : crowd.last]):
            continue
        if any(words.is_among(tokens[t].fold, words.led) for t in near if not crowd.first <= t < crowd.last):
            beside = sentence.agents_in(mention.first, mention.last)
            actors = context.found.actors
            return not any(actors[entry].kind == "person" for agent in beside for entry in agent.entries)
    return False


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
