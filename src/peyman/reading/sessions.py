"""Sessions of one body: a parliament that sits, or whose term begins, is no encounter of parties."""

from __future__ import annotations

from functools import cache

from peyman.actors import register
from peyman.reading.context import Context
from peyman.reading.encounters import MeetingMention
from peyman.text.tokens import TokenKind

#: Kinds that the nouns for a session are taken for.
_SESSIONS = frozenset({"meeting", "negotiation-round", "conference"})
#: Between the noun and the body at most so many words stand: an article, "of"; more where the session is numbered.
REACH, NUMBERED = 2, 5
#: A body has at most so many words.
LONGEST_BODY = 8


@cache
def _parliaments() -> frozenset[str]:
    """Keys of the parliaments in the register, in either form."""
    known = [facts for facts in register.bodies().values() if facts.kind == "parliament"]
    return frozenset(key for facts in known for key in (facts.key, facts.qid) if key)


def of_one_body(context: Context, mention: MeetingMention) -> bool:
    """Whether a noun for an encounter belongs to a parliament: "the first session of the parliament of A".

    Args:
        context: The document.
        mention: A mention as the rules found it.
    """
    cue, sentence = mention.cue, mention.sentence
    if cue.role != "meeting-noun" or mention.kind not in _SESSIONS:
        return False
    beside = sentence.agents_in(mention.first, mention.last)
    if any(agent.role in ("with", "between") and agent.parties for agent in beside):
        return False
    reach = NUMBERED + LONGEST_BODY
    for named in context.found.mentions_in(max(sentence.first, cue.first - reach), cue.last + reach):
        if context.found.actors[named.entry].key not in _parliaments():
            continue
        if named.last == cue.first:  # "the parliament session"
            return True
        between = context.text.tokens[cue.last : max(cue.last, named.first)]
        numbered = sentence.having("ordinal", "round", first=cue.last, last=named.first)
        away = named.first - cue.last
        if 0 <= away <= (NUMBERED if numbered else REACH) and all(t.kind is TokenKind.WORD for t in between):
            return True
    return False
