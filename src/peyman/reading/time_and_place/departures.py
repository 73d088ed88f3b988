"""Where a journey begins: whoever leaves one place for another visits the second."""

from __future__ import annotations

from peyman.actors.found import Mention
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence

#: The goal of a journey stands at most so many tokens behind the place that is left: "left Tehran *for* Dakar".
GOAL_REACH = 6
#: "After" stands at most so many tokens before the encounter that it opens: "after *two days of* talks".
AFTER_REACH = 3
#: Where somebody goes stands at most so many tokens from the verb of going, whoever travels left out.
STATION_REACH = 2
#: And so many where whoever travels stands between, and a word for "to" before the place.
TRAVELLER_REACH = 10


def is_left(context: Context, sentence: ReadSentence, place: Mention) -> bool:
    """Whether somebody leaves a place for another one that the sentence names: "تهران را به مقصد داکار ترک کرد".

    A place that is left for none is where the journey was: "left Muscat after a visit of two days".

    Args:
        context: The document.
        sentence: Where the place stands.
        place: A mention of it.
    """
    touching = sentence.near(place.first - 1, place.last + 1)
    leaving = [c for c in touching if c.role == "leaves" and (c.first == place.last or c.last == place.first)]
    if not leaving:
        return False
    behind = max(place.last, *(c.last for c in leaving))
    goals = context.found.place_mentions_in(behind, behind + GOAL_REACH)
    return any(goal.entry != place.entry for goal in goals)


def is_next_station(context: Context, sentence: ReadSentence, place: Mention, cue: Cue) -> bool:
    """Whether somebody goes on to a place when the encounter is over: "after talks with A, she flew *to B*".

    Args:
        context: The document.
        sentence: Where both stand.
        place: A mention of a place.
        cue: The word for the encounter.
    """
    if cue.value == "visit" or place.first < cue.last:
        return False
    after = sentence.having("after", first=cue.first - AFTER_REACH - 1, last=cue.last)
    if not any(c.first < cue.first and cue.first - c.last <= AFTER_REACH for c in after):
        return False
    for verb in sentence.having("meeting-verb", "bound", "begins", first=cue.last):
        if verb.role == "meeting-verb" and verb.value != "visit":
            continue
        gap = place.first - verb.last if verb.last <= place.first else verb.first - place.last
        last = context.table.subject == "before" and place.last <= verb.first
        # Where the verb comes first, whoever travels stands between: "went, after talks with A, B's minister to C".
        led = verb.last <= place.first and any(
            c.last == place.first for c in sentence.having("to", first=verb.last, last=place.first)
        )
        if 0 <= gap <= (TRAVELLER_REACH if led else STATION_REACH) and (last or verb.last <= place.first):
            return True
    return False
