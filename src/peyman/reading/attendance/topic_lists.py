"""Parties that are only talked about: "the two discussed security in Europe, *Afghanistan, Iran and Russia*".

A list behind a word for "about" looks like a list of those at the table. Where the verb comes last what is talked about
ends at the verb; elsewhere with the clause. Whoever is met stands behind a preposition of their own, and somebody with
an office is no topic.
"""

from __future__ import annotations

from collections.abc import Mapping

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.possessors_of_things import owns_a_thing
from peyman.reading.clauses.sentences import Agent, ReadSentence

#: So many parties are a list, whoever else is named.
LIST = 3
#: So many words for "about" of one sentence are looked at.
_MOST = 12
#: A topic begins at most so many tokens behind the word that opens it.
_REACH = 60
#: Roles of those who are at the table, though they stand behind a word for "about".
_SEATED = frozenset({"with", "between", "attendance", "by"})
#: What ends a topic where the verb does not come last.
_ENDS = ("with", "between", "say", "publish", "that", "which", "but", "finite", "past", "meeting-verb", "hold")
#: Words for talks that have what is talked of right behind them, where the subject may stand on either side.
_TRANSITIVE = "talks"
#: What stands between a topic and the verb only where that is not of talking about it.
_PARTING = ("say", "publish", "hold", "attendance")


def talked_about(context: Context, sentence: ReadSentence, cue: Cue) -> frozenset[int]:
    """Return the first tokens of those whom a sentence names only as what an encounter is about.

    Args:
        context: The document.
        sentence: A sentence.
        cue: The word for the encounter.
    """
    agents = sentence.agents
    if len(agents) < 2 or cue.role != "meeting-verb":
        return frozenset()
    topics = [a for a in _topics(context, sentence, cue) if a.parties]
    spoken_of = {p for a in topics for p in a.parties}
    firsts = frozenset(a.first for a in topics)
    others = {p for a in agents if a.first not in firsts and not context.is_outlet(a) for p in a.parties}
    if len(spoken_of) >= LIST or (spoken_of and len(others) > 1):
        return firsts
    return frozenset()


def only_talked_about(context: Context, sentence: ReadSentence, cue: Cue, counts: Mapping[str, int]) -> set[str]:
    """Return the parties that a document names nowhere but in such a list.

    Args:
        context: The document.
        sentence: A sentence.
        cue: The word for the encounter.
        counts: How often the document names each party.
    """
    topics = talked_about(context, sentence, cue)
    named: dict[str, int] = {}
    for agent in sentence.agents if topics else ():
        if agent.first in topics:
            for party in agent.parties:
                named[party] = named.get(party, 0) + 1
    return {party for party, times in named.items() if times >= counts.get(party, 0)}


def _topics(context: Context, sentence: ReadSentence, cue: Cue) -> list[Agent]:
    verb_last = context.table.subject == "before"
    found: list[Agent] = []
    openers = sentence.having("about")
    if context.table.subject == "either":
        openers += [c for c in sentence.having("meeting-verb") if c.loose and c.value == _TRANSITIVE]
    for opener in openers[:_MOST]:
        if not any(not context.is_outlet(a) for a in sentence.agents_in(sentence.first, opener.first)):
            continue  # "On A, B and C met": who acts may stand behind what it is about
        if verb_last:
            verbs = sentence.having("meeting-verb", first=opener.last, last=opener.last + _REACH)
            parted = not verbs or sentence.having(*_PARTING, first=opener.last, last=verbs[0].first)
            end = opener.last if parted else verbs[0].first
        else:
            ends = sentence.having(*_ENDS, first=opener.last, last=opener.last + _REACH)
            end = ends[0].first if ends else min(sentence.last, opener.last + _REACH)
        found += [
            a
            for a in sentence.agents_in(opener.last, end)
            if a.last <= end and a.role not in _SEATED and not a.reference
            if not context.is_someone(sentence, a) or owns_a_thing(context, sentence, a.last)
        ]
    return found
