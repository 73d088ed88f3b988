"""Verbs of going that often mean something else, made plain by their goal, where verbs stand last.

«وارد دوحه شد»: the goal stands between the two halves of the verb. «به دوحه آمد»: the goal stands right before it.
"""

from __future__ import annotations

from dataclasses import replace

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence

#: The words of a goal, what it is the capital of among them, are at most so many.
GOAL_LENGTH = 8
#: Behind the name of a goal, what it is the capital of has at most so many words.
_APPOSITION = 3
#: What ends a goal: whoever is met or joined, another clause.
_ENDING = ("and", "with", "say", "that", "which", "but", "finite", "past")


def plain(context: Context, sentence: ReadSentence, cue: Cue) -> Cue:
    """Return the word for an encounter, no longer a loose one where its goal tells that it is a journey.

    Args:
        context: The document.
        sentence: Where it stands.
        cue: The word.
    """
    if context.table.subject != "before" or not cue.loose or (cue.role, cue.value) != ("meeting-verb", "visit"):
        return cue
    return (
        replace(cue, loose=False)
        if _has_other_half(context, sentence, cue) or _has_goal(context, sentence, cue)
        else cue
    )


def _has_other_half(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a place, and behind it the other half of the verb, stand behind its first half."""
    places = context.found.place_mentions_in(cue.last, min(sentence.last, cue.last + GOAL_LENGTH))
    if not places:
        return False
    halves = sentence.having("passive", first=places[0].last, last=cue.last + GOAL_LENGTH)
    return bool(halves) and not sentence.having(*_ENDING, first=cue.last, last=halves[0].first)


def _has_goal(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether "to" and a place stand right before it, at most with what that is the capital of."""
    places = context.found.place_mentions_in(max(sentence.first, cue.first - GOAL_LENGTH), cue.first)
    if not places or cue.first - places[-1].last > _APPOSITION:
        return False
    if sentence.having(*_ENDING, first=places[0].last, last=cue.first):
        return False
    return any(
        to.last == place.first
        for place in places
        for to in sentence.having("to", first=place.first - 2, last=place.first)
    )
