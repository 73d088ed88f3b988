"""Those whom a text lists below a clause that says that several were met: items, or sentences of a title and a name.

"He held meetings with: – the president of A, X; – the minister of B, Y." So does a list go on whose entries are parted
by full stops: "bilateral talks with each of the minister of A, X. And the minister of B, Y."
"""

from __future__ import annotations

from peyman.reading.attendance.attendance_lists import opens_attendance_list
from peyman.reading.attendance.counterparts import Met
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.encounters import MeetingMention
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: A list has at most so many entries.
MOST_LISTED = 8
#: Whoever is listed is named among so many first tokens of an entry: behind a mark, a number, a conjunction.
OPENING = 4
#: What no entry of a list says.
_TOLD = ("meeting-noun", "meeting-verb", "say", "publish", "finite", "past", "present", "future", "hold", "stance")


def listed_below(context: Context, mention: MeetingMention, subject: frozenset[str], named: bool) -> list[Met]:
    """Return those whom the sentences behind a mention list, if its clause opens a list of those who were met.

    Args:
        context: The document.
        mention: Where the encounters are told.
        subject: The parties of whoever meets them.
        named: Whether the clause itself names somebody who was met.
    """
    sentence = mention.sentence
    if not _opens_list(context, sentence, mention, named):
        return []
    met: list[Met] = []
    for entry in context.sentences[sentence.index + 1 : sentence.index + 1 + MOST_LISTED]:
        found = _entry(context, sentence, entry, subject, met)
        if found is None:
            break
        met.append(found)
    return met


def _opens_list(context: Context, sentence: ReadSentence, mention: MeetingMention, named: bool) -> bool:
    """Whether a clause says that several were met, and ends with those or right before them.

    Those who were present at one encounter (`peyman.reading.attendance.attendance_lists`) met each other.
    """
    if opens_attendance_list(context, sentence):
        return False
    items = [s.kind is BlockKind.ITEM for s in context.sentences[sentence.index + 1 : sentence.index + 3]] == [True] * 2
    if not (items and not named) and not sentence.having("several", "separately", "each-of", first=mention.first):
        return False
    last = sentence.last - 1
    while last > mention.cue.first and context.text.tokens[last].kind is TokenKind.MARK:
        last -= 1
    if named:
        return bool(sentence.agents) and sentence.agents[-1].last > last
    return last + 1 - mention.cue.last <= OPENING or any(c.last == last + 1 for c in sentence.having("with"))


def _entry(
    context: Context, opener: ReadSentence, entry: ReadSentence, subject: frozenset[str], before: list[Met]
) -> Met | None:
    """Whoever an entry of the list names; None where a sentence is no entry."""
    if entry.kind is not BlockKind.ITEM and entry.block != opener.block:
        return None
    if entry.having(*_TOLD):
        return None
    agents = [a for a in entry.agents if not context.is_outlet(a)]
    if not agents or agents[0].first - entry.first > OPENING or not context.is_someone(entry, agents[0]):
        return None
    party, person = "", None
    for agent in agents:
        for number in agent.entries:
            actor = context.found.actors[number]
            person = number if actor.kind == "person" and person is None else person
            if actor.kind == "party" and actor.party and not party:
                party = actor.party
    if not party:
        told = [p for a in agents for p in a.parties if p not in subject]
        party = next((one.party for one in reversed(before) if one.party), told[0] if told else "")
    if not party or {party} == subject:
        return None
    return Met(agents[0].first, agents[-1].last, party, person, office=True)
