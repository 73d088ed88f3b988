"""Where the clause of an encounter says that it takes place."""

from __future__ import annotations

from peyman.actors.found import Mention
from peyman.actors.known import register
from peyman.actors.places.capitals import in_dateline
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.inserted_clauses import are_parted
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.time_and_place.departures import is_left, is_next_station
from peyman.reading.time_and_place.matter import places_the_matter
from peyman.text.marks import COMMAS

#: The dateline stands in one of so many first sentences.
_DATELINE_REACH = 4
#: Two towns of one dateline stand at most so many tokens from each other: "LIMA / QUITO".
DATELINE_NEAR = 3
#: Where a journey leads stands at most so many tokens behind its noun: "the visit *to* A".
GOAL_REACH = 2
#: Between a word for "in" and the place stand at most so many tokens: "in *the old* Lima".
IN_REACH = 2
#: What is at a place stands at most so many tokens before it, adjectives ("the *latest* situation") not counted.
SITUATION_REACH = 6
#: Where an envoy is posted stands at most so many tokens behind his office: "the envoy *of the republic of A in* B".
POSTING_REACH = 6
#: Words before the place of a posting, and such as end an envoy's office.
_POSTED = ("in", "to")
_PARTING = (
    "meeting-verb",
    "meeting-noun",
    "hold",
    "say",
    "finite",
    "past",
    "with",
    "and",
    "that",
    "which",
    "from",
    "by",
)
#: Between a word for what is there and the word for "in" stand at most so many tokens: "developments *today* in".
OWN_WORDS = 1


def place_told(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> int | None:
    """Return the place of an encounter, as an index into the document's places; None where its clause tells none.

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The word for it.
        first: First token of its clause.
        last: After the last one.
    """
    mentions = context.found.place_mentions_in(first, last)
    if cue.value == "visit":
        mentions = [m for m in mentions if not is_left(context, sentence, m)]
    else:
        mentions = [m for m in mentions if not (_is_goal(sentence, m) or is_next_station(context, sentence, m, cue))]
    mentions = [m for m in mentions if not is_spoken_of(context, sentence, m)]
    mentions = [
        m for m in mentions if not (in_double_dateline(context, m) or are_parted(context, sentence, m.first, cue))
    ]
    mentions = [m for m in mentions if not places_the_matter(context, sentence, m.first, cue)]
    mentions = [m for m in mentions if not is_posting(context, sentence, m)]
    located = [
        m
        for m in mentions
        if any(c.role == "in" and 0 <= m.first - c.last <= IN_REACH for c in sentence.near(m.first - IN_REACH, m.first))
    ]
    if not located and sentence.having("here", first=first, last=last):
        located = _dateline(context)
    pool = located or list(mentions)
    if not pool:
        return None
    return min(pool, key=lambda m: abs(m.first - cue.first)).entry


def is_posting(context: Context, sentence: ReadSentence, place: Mention) -> bool:
    """Whether a place is where an envoy is posted, who may meet others elsewhere: "the ambassador of A *in Nairobi*".

    Where somebody of the state takes part in which the place lies, it is where they met, too.

    Args:
        context: The document.
        sentence: Where the place is named.
        place: A mention of it.
    """
    envoys = sentence.having("envoy", first=place.first - POSTING_REACH - 1, last=place.first)
    if not envoys:
        return False
    country = context.found.places[place.entry].country
    if any(country in agent.parties for agent in sentence.agents):
        return False
    start = envoys[-1].last
    for agent in sentence.agents_in(start - POSTING_REACH, place.first):
        if not start <= agent.last <= place.first:
            continue
        titled = agent.headed or agent.reference or sentence.having("agent", first=agent.first, last=agent.last)
        another = agent.first >= start and titled
        if agent.person or another or (agent.first >= envoys[-1].first and len(agent.parties) > 1):
            return False  # "the ambassador *A B* in Nairobi", "the ambassador met the *minister* in Nairobi"
    if any(token.text in COMMAS for token in context.text.tokens[start : place.first]):
        return False
    inside = [c for c in sentence.near(start, place.first) if c.role in _POSTED and c.last <= place.first]
    parted = sentence.having(*_PARTING, first=start, last=place.first)
    return bool(inside) and place.first - inside[-1].last <= IN_REACH and not parted


def is_spoken_of(context: Context, sentence: ReadSentence, place: Mention) -> bool:
    """Whether a place is where something is that they speak of: "the situation *in Idlib*", "forces based *in Hama*".

    A sea, a gulf or a strait is that wherever it is named.

    Args:
        context: The document.
        sentence: Where the place is named.
        place: A mention of it.
    """
    facts = register.places().get(context.found.places[place.entry].key)
    if facts is not None and facts.kind == "water":
        return True
    near = sentence.near(place.first - SITUATION_REACH, place.first)
    inside = [c.first for c in near if c.role == "in" and 0 <= place.first - c.last <= IN_REACH]
    told = (
        c for c in near if c.role == "situation" and any(0 <= at - c.last <= OWN_WORDS for at in (*inside, place.first))
    )
    return any(not _is_of_another_noun(sentence, c) for c in told)


def _is_of_another_noun(sentence: ReadSentence, situation: Cue) -> bool:
    """Whether what seems to be at a place only tells which encounter or body is meant: «محادثات *السلام* في جنيف»."""
    agents = sentence.agents_in(situation.first - SITUATION_REACH, situation.first)
    if any(situation.first < agent.last for agent in agents):
        return True  # "the *Security* Council in New York"
    nouns = sentence.having("meeting-noun", first=situation.first - SITUATION_REACH, last=situation.first)
    return any(noun.last == situation.first for noun in nouns)


def _dateline(context: Context) -> list[Mention]:
    """The place that the text was written in, as its first sentences tell; none where they tell none."""
    told = (m for s in context.sentences[:_DATELINE_REACH] for m in context.found.place_mentions_in(s.first, s.last))
    return [m for m in told if in_dateline(context.text, m.first, m.last)][:1]


def _is_goal(sentence: ReadSentence, place: Mention) -> bool:
    """Whether a place is where a journey leads that only is spoken of: "discussed the visit *to Lima*"."""
    nouns = sentence.having("meeting-noun", first=place.first - GOAL_REACH - 2, last=place.first)
    to = sentence.having("to", first=place.first - GOAL_REACH, last=place.first)
    return any(n.value == "visit" and 0 <= c.first - n.last <= 1 for n in nouns for c in to)


def in_double_dateline(context: Context, place: Mention) -> bool:
    """Whether a place stands in a dateline beside another one: "LIMA/QUITO, 8 May": it does not tell which of the two.

    Args:
        context: The document.
        place: A mention of a place.
    """
    if not in_dateline(context.text, place.first, place.last):
        return False
    beside = context.found.place_mentions_in(max(0, place.first - DATELINE_NEAR), place.last + DATELINE_NEAR)
    return any(m.entry != place.entry and in_dateline(context.text, m.first, m.last) for m in beside)
