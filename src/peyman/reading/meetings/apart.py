"""One clause that tells of several encounters: "met A and then B", "separate meetings with A, B and C".

Whether those whom a clause names after "with" sat at one table is told by words and by grammar. Words say that each
was met by itself (role ``separately``), that one was met after the other (role ``then``), or that there were several
encounters (role ``several``: "meetings with A and B"). Grammar says so where a verb has each of them with a title of
its own ("met X, minister of A, and Y, minister of B"), beside a gathering ("on the sidelines of the summit he met the
ministers of A and B"), unless the text tells elsewhere of one table. Otherwise they sat together: "met the ministers of
A and B". The countries that one journey leads to are visited one by one (`peyman.reading.meetings.stations`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from peyman.dates import FoundDate
from peyman.reading.attendance.counterparts import NEXT_REACH, TITLE_REACH, Met, counterparts
from peyman.reading.attendance.lists import listed_below
from peyman.reading.attendance.travellers import traveller
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.encounters import MeetingMention
from peyman.reading.meetings.stations import Station, stations
from peyman.text.tokens import TokenKind

#: Kinds of encounter that a clause may count by those who are met; a signing or a conference is one for all.
COUNTED = frozenset({"meeting", "talks", "consultation", "call", "negotiation-round"})
#: At most so many encounters are told by one clause.
MOST_APART = 8
#: So many who are called are called one by one; more may be on one line.
CALLED_APART = 2
#: "Joint" and the like are of an encounter at most so many tokens from its word.
TOGETHER_REACH = 4
#: How an encounter is called that brings more than two together.
_MANY_SIDED = frozenset({"trilateral", "quadrilateral", "multilateral"})
_THREE_OR_MORE = frozenset({"three", "four", "five"})


def told_apart(context: Context, mention: MeetingMention) -> list[MeetingMention]:
    """Return one mention for each encounter that a mention's clause tells of.

    Args:
        context: The document with its cues, names and dates.
        mention: A mention as it was found, with all whom its clause names.

    Returns:
        The mention itself, alone, where its clause tells of one encounter. Else one for each: the common subject, its
        own counterparts, the stretch that names them, and its number in `MeetingMention.part`.
    """
    if mention.kind == "visit":
        return _visits(context, mention)
    if mention.kind not in COUNTED:
        return [mention]
    sentence = mention.sentence
    first, last = _reach(sentence, mention)
    agents = [a for a in sentence.agents if first <= a.first and a.last <= last and not context.is_outlet(a)]
    subject = _subject(context, mention, agents)
    met = counterparts(context, mention, agents, subject)
    below = listed_below(context, mention, frozenset(subject.parties if subject is not None else ()), bool(met))
    met += below
    if len({one.who for one in met}) < 2:
        return [mention]
    # "One after another": its "after" ends the stretch.
    marked = [c for c in sentence.having("separately", first=first) if c.first < last]
    if below or _each_of(sentence, met) or any(not _opens(context, sentence, c) for c in marked):
        groups = [[one] for one in _singly(met)]
    else:
        groups = _in_turn(sentence, met)
        each = len(groups) < 2 and _each_by_itself(context, mention, agents, met, first, last)
        if each or (len(groups) < 2 and _days_apart(context, sentence, _by_party(met), first, last)):
            groups = _by_party(met)
        if not _together(sentence, mention.cue, first, last):
            groups = [part for group in groups or [met] for part in _by_power(sentence, group, last)]
    if not 2 <= len(groups) <= MOST_APART:
        return [mention]
    common, named = (subject.parties, subject.entries) if subject is not None else ((), ())
    everyone = {one.person for one in met}
    together = {one.party for one in met if one.party}
    parts = []
    for number, group in enumerate(groups, 1):
        own = tuple(dict.fromkeys(one.party for one in group if one.party))
        theirs = dict.fromkeys(one.person for one in group if one.person is not None)
        people = [
            (entry, capacity)
            for entry, capacity in mention.people
            if entry in theirs
            or entry in named
            or (entry not in everyone and context.found.actors[entry].party in (*common, *own))
        ]
        people += [(entry, "member") for entry in theirs if entry not in {e for e, _ in people}]
        part = _part(mention, (*common, *own), group[0].first, group[-1].last, number)
        parts.append(
            replace(
                part,
                people=people,
                met=tuple(theirs),
                apart_from=tuple(sorted({*mention.apart_from, *together} - {*own})),
            )
        )
    places = _places_apart(context, sentence, groups, first, last)
    if places:
        parts = [replace(part, place=place, placed=True) for part, place in zip(parts, places, strict=True)]
    dates = _days_apart(context, sentence, groups, first, last)
    if dates:
        parts = [replace(part, date=date, dated=True) for part, date in zip(parts, dates, strict=True)]
        ends = [*(group[0].first for group in groups[1:]), last]
        behind = [_place_in(context, sentence, group[-1].last, end) for group, end in zip(groups, ends, strict=True)]
        if behind[-1] is not None and all(place is None for place in behind[:-1]):
            # "A on Monday and B *there* on Tuesday"
            place, start = behind[-1], mention.first
            before = _place_in(context, sentence, start, groups[0][0].first)
            parts = [
                *(replace(part, place=before) for part in parts[:-1]),
                replace(parts[-1], place=place, placed=True),
            ]
    return parts


def _places_apart(
    context: Context, sentence: ReadSentence, groups: Sequence[Sequence[Met]], first: int, last: int
) -> list[int]:
    """The place of each encounter where each has one of its own: "met A *in Lima* and B *in Quito*"; else nothing.

    The places stand all behind those who are met, or all before them.
    """
    starts, ends = [group[0].first for group in groups], [group[-1].last for group in groups]
    for stretches in (zip(ends, [*starts[1:], last], strict=True), zip([first, *ends[:-1]], starts, strict=True)):
        found = [_place_in(context, sentence, low, high) for low, high in stretches]
        if None not in found and len(set(found)) == len(found):
            return [place for place in found if place is not None]
    return []


def _days_apart(
    context: Context, sentence: ReadSentence, groups: Sequence[Sequence[Met]], first: int, last: int
) -> list[FoundDate]:
    """The day of each encounter where each has one of its own: "met A *on Monday* and B *on Tuesday*"; else nothing.

    The days stand all before those who are met, or all behind them.
    """
    if not 2 <= len(groups) <= MOST_APART or any(a[-1].last > b[0].first for a, b in pairwise(groups)):
        return []
    starts, ends = [group[0].first for group in groups], [group[-1].last for group in groups]
    for stretches in (
        [(first, starts[0]), *zip(ends, starts[1:], strict=False)],
        zip(ends, [*starts[1:], last], strict=True),
    ):
        found = [
            [d for d in _days_in(sentence, low, high) if d is not context.dateline]  # it stands before all of them
            for low, high in stretches
        ]
        if all(len(days) == 1 for days in found) and len({days[0].edtf for days in found}) == len(found):
            return [days[0] for days in found]
    return []


def _days_in(sentence: ReadSentence, first: int, last: int) -> list[FoundDate]:
    return [d for d in sentence.dates if d.kind == "date" and d.edtf and first <= d.first and d.last <= last]


def _place_in(context: Context, sentence: ReadSentence, first: int, last: int) -> int | None:
    """The first place right behind "in" in a stretch."""
    for place in context.found.place_mentions_in(first, last):
        if any(0 <= place.first - c.last <= 1 for c in sentence.having("in", first=first, last=place.first)):
            return place.entry
    return None


def _visits(context: Context, mention: MeetingMention) -> list[MeetingMention]:
    """One mention for each country that a journey leads to."""
    goals = stations(context, mention)
    if not 2 <= len(goals) <= MOST_APART:
        return [mention]
    visited = {goal.country for goal in goals}
    travelling = _travelling(context, mention, goals)
    if len(travelling) == 1 and sum(goal.country not in travelling for goal in goals) > 1:
        goals = [goal for goal in goals if goal.country not in travelling]  # nobody visits a place at home
    return [
        replace(
            _part(mention, (*travelling, goal.country), goal.first, goal.last, number),
            place=goal.place,
            placed=goal.place is not None,
            apart_from=tuple(sorted(visited - {goal.country})),
        )
        for number, goal in enumerate(goals, 1)
    ]


def _travelling(context: Context, mention: MeetingMention, goals: Sequence[Station]) -> tuple[str, ...]:
    """The party of whoever travels: the verb's subject, else whoever else is named, if that is one."""
    visited = {goal.country for goal in goals}
    owner = traveller(context, mention.sentence, mention.cue)
    if owner is not None:
        return owner.parties
    if mention.cue.role == "meeting-verb":
        subject = subject_of(context, mention.sentence, mention.cue)
        if subject is not None and subject.parties and not context.is_outlet(subject):
            abroad = tuple(p for p in subject.parties if p not in visited)
            return abroad or (subject.parties if len(subject.parties) == 1 and len(goals) > 2 else ())
    others = tuple(p for p in mention.own_parties if p not in visited)
    return others if len(others) == 1 else ()


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
    if mention.subject is not None:
        return mention.subject
    free = [a for a in agents if not a.role and a.free]
    if mention.cue.role == "meeting-verb":
        subject = subject_of(context, mention.sentence, mention.cue)
        if subject is not None and not subject.role and subject.parties:
            return subject
    return free[0] if free else None


def _each_of(sentence: ReadSentence, met: Sequence[Met]) -> bool:
    """Whether "each of" stands before whoever is met first: "talks with *each of* the ministers of A and B"."""
    first = met[0].first
    return any(0 <= first - c.last <= 1 for c in sentence.having("each-of", first=first - NEXT_REACH, last=first))


def _by_power(sentence: ReadSentence, group: Sequence[Met], last: int) -> list[list[Met]]:
    """Those of one party apart where one of them heads its parliament: he sits at no table with its president.

    Whoever is met stands with his titles between his name and the next.
    """
    whole, people = [list(group)], _singly(group)
    if len({one.party for one in group}) > 1 or any(one.person is None for one in people):
        return whole
    ends = [*(one.first for one in people[1:]), last]
    heads = 0
    for one, end in zip(people, ends, strict=True):
        titles = sentence.having("agent", first=one.first - TITLE_REACH, last=min(end, one.last + TITLE_REACH))
        if any(title.value == "many" for title in titles) or not titles:
            return whole
        heads += bool(sentence.having("legislature", first=one.first, last=end))
    return [[one] for one in people] if heads == 1 and len(people) > 1 else whole


def _singly(met: Sequence[Met]) -> list[Met]:
    """One for each who was met: a person with a title that names the same party is one."""
    kept: list[Met] = []
    for one in met:
        known = next((n for n, other in enumerate(kept) if _may_be_one(one, other)), None)
        if known is None:
            kept.append(one)
        elif kept[known].person is None:
            kept[known] = replace(one, first=kept[known].first)
    return kept


def _may_be_one(a: Met, b: Met) -> bool:
    return a.party == b.party and (a.person == b.person or a.person is None or b.person is None)


def _by_party(met: Sequence[Met]) -> list[list[Met]]:
    """Those of one party together: a president and his minister are met at once."""
    parties = dict.fromkeys(one.party for one in met)
    return [[one for one in met if one.party == party] for party in parties]


def _each_by_itself(
    context: Context, mention: MeetingMention, agents: Sequence[Agent], met: Sequence[Met], first: int, last: int
) -> bool:
    """Whether grammar tells that those whom a clause names were not met at one table."""
    sentence, cue = mention.sentence, mention.cue
    parties = {one.party for one in met}
    if len(parties) < 2 or any(a.role == "between" for a in agents) or _together(sentence, cue, first, last):
        return False
    if mention.kind == "call" and len(parties) == CALLED_APART:
        return True
    if any(_tells_one_table(other, parties) for other in context.sentences if other is not sentence):
        return False
    named = {one.party for one in met if one.person is not None}
    if named not in (set(), parties) and len([*groupby(met, key=lambda one: one.party)]) > len(parties):
        return False  # "A's minister and chairman of B, X": one person of A with two offices
    counted = sentence.having("several", first=cue.first - 2, last=cue.last + 2)
    if counted and not sentence.having("hold", first=cue.last, last=met[0].first):  # "meetings took place with … there"
        return True
    if sentence.having("margin", first=first, last=last):
        return True
    return cue.role == "meeting-verb" and len(parties) == CALLED_APART and _each_titled(sentence, met)


def _together(sentence: ReadSentence, cue: Cue, first: int, last: int) -> bool:
    """Whether the words say that more than two sat together."""
    if any(c.value in _MANY_SIDED for c in sentence.having("format", first=first, last=last)):
        return True
    near = sentence.having("joint", first=first, last=last)
    return any(min(abs(c.first - cue.last), abs(cue.first - c.last)) <= TOGETHER_REACH for c in near)


def _tells_one_table(sentence: ReadSentence, parties: set[str]) -> bool:
    """Whether another sentence speaks of a trilateral encounter, of "the three", or of one meeting with several."""
    if any(c.value in _MANY_SIDED for c in sentence.having("format")):
        return True
    if any(agent.reference in _THREE_OR_MORE for agent in sentence.agents):
        return True
    nouns = [c for c in sentence.having("meeting-noun") if c.value in COUNTED]
    if not nouns or sentence.having("several", "separately"):
        return False
    return any(a.role in ("with", "between") and len(parties & {*a.parties}) > 1 for a in sentence.agents)


def _each_titled(sentence: ReadSentence, met: Sequence[Met]) -> bool:
    """Whether each party has a title for one person: not "the ministers of A and B" nor "A and B"."""
    behind = met[0].first - TITLE_REACH
    for group in sorted(_by_party(met), key=lambda group: group[0].first):
        low, high = min(behind, group[0].first), group[-1].last + TITLE_REACH
        titles = sentence.having("agent", first=low, last=high)
        if not titles or any(title.value == "many" for title in titles):
            return False
        behind = group[-1].last
    return True


def _in_turn(sentence: ReadSentence, met: Sequence[Met]) -> list[list[Met]]:
    """Those whom a "then" or the preposition once more parts: "with A and *with* B", however many such words are."""
    starts = [
        marker.last
        for marker in sentence.having("then")
        if any(0 <= one.first - marker.last <= NEXT_REACH for one in met) and met[0].last <= marker.first
    ]
    starts += [one.first for one in met if one.again]
    groups = [[one for one in met if low <= one.first < high] for low, high in _between(starts, sentence.last)]
    groups = [group for group in groups if group]
    alike = [frozenset(one.who for one in group) for group in groups]
    return groups if len(set(alike)) == len(alike) else []


def _between(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    bounds = [-1, *sorted(starts), end]
    return list(pairwise(bounds))


def _opens(context: Context, sentence: ReadSentence, marker: Cue) -> bool:
    """Whether the word joins its sentence to the one before: "Separately, the minister met …"."""
    behind = context.text.tokens[marker.last] if marker.last < sentence.last else None
    return marker.first == sentence.first and behind is not None and behind.kind is TokenKind.MARK


def _part(mention: MeetingMention, parties: Sequence[str], first: int, last: int, number: int) -> MeetingMention:
    """A mention of one of several encounters, with the stretch from the common word to those whom it is about."""
    own = tuple(dict.fromkeys(parties))
    return replace(
        mention,
        first=first if first >= mention.sentence.last else min(mention.cue.first, first),
        last=max(mention.cue.last, last),
        parties=own,
        own_parties=own,
        topics=list(mention.topics),
        designations=list(mention.designations),
        eventive=True,
        part=number,
        whole=mention,
    )
