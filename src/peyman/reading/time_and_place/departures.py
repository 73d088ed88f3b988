"""Where a journey begins: whoever leaves one place for another visits the second."""

from __future__ import annotations

from peyman.actors.found import Mention
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import ReadSentence

#: The goal of a journey stands at most so many tokens behind the place that is left: "left Tehran *for* Dakar".
GOAL_REACH = 6


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
