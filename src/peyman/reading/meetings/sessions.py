"""Sessions of one body: a parliament, a cabinet or a party's organ that sits, is no encounter of parties."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from peyman.actors.known import register
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.encounters import MeetingMention
from peyman.text.tokens import TokenKind

#: Kinds that the nouns for a session are taken for.
_SESSIONS = frozenset({"meeting", "negotiation-round", "conference"})
#: Between the noun and the body at most so many words stand: an article, "of"; more where the session is numbered.
REACH, NUMBERED = 2, 5
#: A body has at most so many words.
LONGEST_BODY = 8
#: How the key of a cabinet ends.
_CABINET = ":cabinet"
#: Types of bodies that sit as well, in the keys of those of one state.
_COUNCILS = frozenset({"committee", "commission", "council", "national-security-council", "senate"})


@cache
def _parliaments() -> frozenset[str]:
    """Keys of the parliaments in the register, in either form."""
    known = [facts for facts in register.bodies().values() if facts.kind == "parliament"]
    return frozenset(key for facts in known for key in (facts.key, facts.qid) if key)


def of_one_body(context: Context, mention: MeetingMention) -> bool:
    """Whether a noun is of a parliament ("the first session of the parliament of A"), or a cabinet sits by itself.

    Args:
        context: The document.
        mention: A mention as the rules found it.
    """
    cue, sentence = mention.cue, mention.sentence
    sits = cue.role == "meeting-verb" and mention.kind == "meeting"
    beside = sentence.agents_in(mention.first, clause_end(context, mention) if sits else mention.last)
    if _is_reviewed(context, mention):
        return True
    if any(agent.role in ("with", "between") and agent.parties for agent in beside):
        return False
    if sits:
        return _sits_alone(context, [agent for agent in beside if not agent.role])
    if cue.role != "meeting-noun" or mention.kind not in _SESSIONS:
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


def _is_movement(party: str | None) -> bool:
    """Whether a party is a political party or a movement: what sits of it is an organ of its own."""
    facts = register.bodies().get(party or "")
    return facts is not None and facts.party == facts.key and facts.kind in ("political-party", "movement")


def clause_end(context: Context, mention: MeetingMention) -> int:
    """Return where the clause of a verb ends: with the verb where it comes last, else before the next one.

    Args:
        context: The document.
        mention: An encounter that a verb tells.
    """
    if context.table.subject == "before":
        return mention.cue.first
    behind = mention.sentence.having("and", "but", "say", "undertake", first=mention.cue.last, last=mention.last)
    return min((cue.first for cue in behind), default=mention.last)


def _is_council(key: str) -> bool:
    """Whether a key is that of a committee or a council of one state or region, or nobody says whose it is."""
    party, *rest = key.split(":")
    return party in _COUNCILS or (party in register.parties() and bool(rest) and rest[0] in _COUNCILS)


def _sits_alone(context: Context, agents: Sequence[Agent]) -> bool:
    """Whether a cabinet, a parliament, a council or an organ of one movement sits, and nobody of another beside it.

    "The cabinet of A met", "the women's council of the party B met".
    """
    actors = context.found.actors
    sitting = {actors[e].party for agent in agents for e in agent.entries if _is_session(context, e)}
    return len(sitting) == 1 and all(set(agent.parties) <= sitting for agent in agents)


def _is_session(context: Context, entry: int) -> bool:
    """Whether an actor is a cabinet, a parliament, a council or an organ of one movement."""
    key, party = context.found.actors[entry].key, context.found.actors[entry].party
    organ = context.found.actors[entry].kind == "body" and key != party and _is_movement(party)
    return organ or key.endswith(_CABINET) or key in _parliaments() or _is_council(key)


def _is_reviewed(context: Context, mention: MeetingMention) -> bool:
    """Whether a cabinet or the like only speaks of talks that its party has: "the cabinet *reviewed the talks* with A".

    What it says when and between whom they were held is told for all that.
    """
    cue, sentence = mention.cue, mention.sentence
    if cue.role != "meeting-noun" or cue.value in ("visit", "signing", "call"):
        return False
    if not sentence.having("reviews") or sentence.having("hold", "between", first=mention.first, last=mention.last):
        return False
    before = [a for a in sentence.agents_in(sentence.first, cue.first) if not a.role and a.entries]
    return bool(before) and any(_is_session(context, entry) for entry in before[0].entries)
