"""The countries that one journey leads to: "will travel to A and B", "visited A, B and C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.encounters import MeetingMention
from peyman.text.marks import COMMAS

#: A list of goals begins so many tokens behind the word for the journey, or its preposition, if an article is between.
NEAR = 2
#: What may stand between two goals of one list.
_LINKS = ("and", "to", "in", "then", "also", "article")


@dataclass(frozen=True, slots=True)
class Station:
    """One goal of a journey.

    Attributes:
        first: First token of its names.
        last: After their last token.
        country: Key of the country, or of the party that governs there.
        place: Index of the place, where one is named.
    """

    first: int
    last: int
    country: str
    place: int | None


def stations(context: Context, mention: MeetingMention) -> list[Station]:
    """Return the goals that the clause of a visit lists, those in one country as one.

    Args:
        context: The document.
        mention: A mention of a visit.

    Returns:
        The goals in order; none where the list does not stand where a goal does: behind the word for the journey or
        behind "to", so that "the visit of the ministers of A and B" has none; nor where a journey is only looked back
        on: "returned from a visit to A and B".
    """
    sentence, cue = mention.sentence, mention.cue
    if any(c.last == cue.first for c in sentence.having("from", first=cue.first - 2, last=cue.first)):
        return []
    runs: list[list[Station]] = []
    for goal in _named(context, mention):
        if runs and _listed(context, sentence, runs[-1][-1], goal):
            runs[-1].append(goal)
        elif _is_goal(sentence, cue, goal):
            runs.append([goal])
    return max(map(_by_country, runs), key=len, default=[])


def _named(context: Context, mention: MeetingMention) -> list[Station]:
    """Every country and place that a clause names, in order; what lies within another name or an office left out."""
    found, first, last = context.found, mention.first, mention.last
    agents = mention.sentence.agents_in(first, last)
    offices = [(a.first, a.last) for a in agents if context.is_someone(mention.sentence, a)]
    named = [
        Station(m.first, m.last, m.party, None)
        for m in found.mentions_in(first, last)
        if m.party and found.actors[m.entry].kind == "party"
        if not any(start <= m.first and m.last <= end for start, end in offices)  # "…, *the French president* said"
    ]
    for place in found.place_mentions_in(first, last):
        country = found.places[place.entry].country
        if country is not None:
            named.append(Station(place.first, place.last, country, place.entry))
    named.sort(key=lambda n: (n.first, -n.last))
    kept: list[Station] = []
    for one in named:
        if not kept or one.first >= kept[-1].last:
            kept.append(one)
    return kept


def _is_goal(sentence: ReadSentence, cue: Cue, goal: Station) -> bool:
    """Whether a name stands right behind the word for the journey or behind "to", an article left out."""
    between = sentence.having("article", first=goal.first - NEAR + 1, last=goal.first)
    reach = NEAR - 1 if between else 0
    before = [cue, *sentence.having("to", first=goal.first - NEAR - 1, last=goal.first)]
    return any(0 <= goal.first - c.last <= reach for c in before)


def _listed(context: Context, sentence: ReadSentence, before: Station, goal: Station) -> bool:
    """Whether nothing but a comma, a conjunction or the preposition again stands between two names.

    A name right behind another is of the same list if it begins with the conjunction, or is the country of the first.
    """
    tokens = context.text.tokens
    if before.last == goal.first:
        prefix = context.table.conjunction_prefix
        return goal.country == before.country or bool(prefix and tokens[goal.first].fold.startswith(prefix))
    marks = [t for t in range(before.last, goal.first) if tokens[t].text in COMMAS]
    if not marks and not sentence.having("and", "then", first=before.last, last=goal.first):
        return False
    linked = {t for c in sentence.having(*_LINKS, first=before.last, last=goal.first) for t in range(c.first, c.last)}
    between = (t for t in range(before.last, goal.first) if t not in marks)
    return all(t in linked or sentence.is_dated(t) for t in between)


def _by_country(run: Sequence[Station]) -> list[Station]:
    """Goals in one country as one: "Riyadh, Saudi Arabia"."""
    goals: dict[str, Station] = {}
    for one in run:
        known = goals.get(one.country)
        if known is None:
            goals[one.country] = one
        else:
            place = known.place if known.place is not None else one.place
            goals[one.country] = Station(known.first, max(known.last, one.last), one.country, place)
    return list(goals.values())
