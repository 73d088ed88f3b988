"""One clause that tells of several encounters: "met A and then B", "separate meetings with A, B and C".

Whether those whom a clause names after "with" sat at one table is told by two kinds of words: that each was met by
itself (role ``separately``), and that one was met after the other (role ``then``). Without such a word they sat
together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from peyman.reading.context import Context
from peyman.reading.cues import Cue
from peyman.reading.encounters import MeetingMention
from peyman.reading.sentences import Agent, ReadSentence
from peyman.reading.subjects import subject_of
from peyman.text.tokens import TokenKind

#: Kinds of encounter that a clause may count by those who are met; a signing or a conference is one for all.
COUNTED = frozenset({"meeting", "talks", "consultation", "call", "negotiation-round"})
#: Whoever is met next stands at most so many tokens behind "then", a preposition and an article among them.
NEXT_REACH = 3
#: At most so many encounters are told by one clause.
MOST_APART = 8


@dataclass(frozen=True, slots=True)
class _Met:
    """Somebody who is met: tokens ``[first, last)``, the party, and the actor if it is a person."""

    first: int
    last: int
    party: str
    person: int | None


def told_apart(context: Context, mention: MeetingMention) -> list[MeetingMention]:
    """Return one mention for each encounter that a mention's clause tells of.

    Args:
        context: The document with its cues, names and dates.
        mention: A mention as it was found, with all whom its clause names.

    Returns:
        The mention itself, alone, where its clause tells of one encounter. Else one for each: the common subject, its
        own counterparts, the stretch that names them, and its number in `MeetingMention.part`.
    """
    if mention.kind not in COUNTED:
        return [mention]
    sentence = mention.sentence
    markers = sentence.having("separately", "then")
    if not markers:
        return [mention]
    first, last = _reach(sentence, mention)
    agents = [a for a in sentence.agents if first <= a.first and a.last <= last and not context.is_outlet(a)]
    subject = _subject(context, mention, agents)
    met = _counterparts(context, mention, agents, subject)
    if len({(one.party, one.person) for one in met}) < 2:
        return [mention]
    if any(c.role == "separately" and first <= c.first < last and not _opens(context, sentence, c) for c in markers):
        groups = [[one] for one in _singly(met)]
    else:
        groups = _in_turn(sentence, met)
    if not 2 <= len(groups) <= MOST_APART:
        return [mention]
    everyone = {one.person for one in met}
    return [_part(context, mention, subject, group, everyone, number) for number, group in enumerate(groups, 1)]


def _reach(sentence: ReadSentence, mention: MeetingMention) -> tuple[int, int]:
    """The stretch of a mention, carried on over a "then" that parts clauses in its language."""
    first, last = mention.first, mention.last
    openers = sentence.having("that", "but", "which", "condition")
    for marker in sentence.having("then"):
        parts = [c for c in openers if c.first < marker.last and marker.first < c.last]  # "û paşê" opens a clause too
        if any(c.first == last for c in parts):
            last = min((c.first for c in openers if c.first >= marker.last), default=sentence.last)
        elif any(c.last == first for c in parts):
            first = max((c.last for c in openers if c.last <= marker.first and c not in parts), default=sentence.first)
    return first, last


def _subject(context: Context, mention: MeetingMention, agents: Sequence[Agent]) -> Agent | None:
    """Who meets them: the verb's subject, or the first that stands free of any preposition."""
    free = [a for a in agents if not a.role and a.free]
    if mention.cue.role == "meeting-verb":
        subject = subject_of(context, mention.sentence, mention.cue)
        if subject is not None and not subject.role and subject.parties:
            return subject
    return free[0] if free else None


def _counterparts(
    context: Context, mention: MeetingMention, agents: Sequence[Agent], subject: Agent | None
) -> list[_Met]:
    """Whom a clause says were met: those behind "with", else the objects of the verb."""
    others = [a for a in agents if a is not subject]
    beside = [a for a in others if a.role == "with"]
    if not beside and subject is not None and mention.cue.role == "meeting-verb" and context.table.subject != "before":
        beside = [a for a in others if a.role in ("", "of") and a.first >= mention.cue.last]
    met: list[_Met] = []
    for agent in beside:
        title: int | None = agent.first  # what stands before the first name is part of it
        for found in context.found.mentions_in(agent.first, agent.last):
            if found.entry not in agent.entries or not found.party or (subject and found.party in subject.parties):
                continue
            person = found.entry if context.found.actors[found.entry].kind == "person" else None
            met.append(_Met(found.first if title is None else title, found.last, found.party, person))
            title = None
    return met


def _singly(met: Sequence[_Met]) -> list[_Met]:
    """One for each who was met: a person with a title that names the same party is one."""
    kept: list[_Met] = []
    for one in met:
        known = next((n for n, other in enumerate(kept) if _may_be_one(one, other)), None)
        if known is None:
            kept.append(one)
        elif kept[known].person is None:
            kept[known] = replace(one, first=kept[known].first)
    return kept


def _may_be_one(a: _Met, b: _Met) -> bool:
    return a.party == b.party and (a.person == b.person or a.person is None or b.person is None)


def _in_turn(sentence: ReadSentence, met: Sequence[_Met]) -> list[list[_Met]]:
    """Those met before a "then" and those met after it, however many such words there are."""
    starts = [
        marker.last
        for marker in sentence.having("then")
        if any(0 <= one.first - marker.last <= NEXT_REACH for one in met) and met[0].last <= marker.first
    ]
    groups = [[one for one in met if low <= one.first < high] for low, high in _between(starts, sentence.last)]
    groups = [group for group in groups if group]
    alike = [frozenset((one.party, one.person) for one in group) for group in groups]
    return groups if len(set(alike)) == len(alike) else []


def _between(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    bounds = [-1, *sorted(starts), end]
    return list(pairwise(bounds))


def _opens(context: Context, sentence: ReadSentence, marker: Cue) -> bool:
    """Whether the word joins its sentence to the one before: "Separately, the minister met …"."""
    behind = context.text.tokens[marker.last] if marker.last < sentence.last else None
    return marker.first == sentence.first and behind is not None and behind.kind is TokenKind.MARK


def _part(
    context: Context,
    mention: MeetingMention,
    subject: Agent | None,
    group: Sequence[_Met],
    everyone: set[int | None],
    number: int,
) -> MeetingMention:
    common, named = (subject.parties, subject.entries) if subject is not None else ((), ())
    parties = tuple(dict.fromkeys((*common, *(one.party for one in group))))
    own = {one.person for one in group} | set(named)
    low = min(mention.cue.first, *(one.first for one in group))
    high = max(mention.cue.last, *(one.last for one in group))
    return replace(
        mention,
        first=low,
        last=high,
        parties=parties,
        own_parties=parties,
        people=[
            (entry, capacity)
            for entry, capacity in mention.people
            if entry in own or (entry not in everyone and context.found.actors[entry].party in parties)
        ],
        topics=list(mention.topics),
        designations=list(mention.designations),
        eventive=True,
        part=number,
    )
