"""What somebody travels for: "arrived in Cairo to meet B", "is on the way to Doha to resume talks with B".

Of whoever sets out or arrives it is told that what he comes for is still to come, unless the day that is named is over:
"arrived today for talks". Of a visit as a whole it is not: "visited Cairo to meet B".
"""

from __future__ import annotations

from peyman.reading.context import Context
from peyman.reading.cues import Cue
from peyman.reading.sentences import ReadSentence

#: "To hold", "for the resumption of" and articles part the word for a purpose from the noun by at most so many tokens.
PURPOSE_REACH = 3
#: The journey is told at most so many tokens from its purpose.
JOURNEY_REACH = 30
#: What parts a purpose from the word that it is the purpose of, or one clause from another.
_PARTING = ("with", "about", "say", "publish", "that", "which", "but", "past", "finite", "in", "and")


def is_errand(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> bool:
    """Whether an encounter is what somebody of the same clause is on a journey for.

    Args:
        context: The document.
        sentence: Where the encounter is told.
        cue: The word for it.
        first: First token of the stretch that tells of it.
        last: After its last token.
    """
    if cue.value == "visit" or not _is_purpose(context, sentence, cue):
        return False
    first, last = max(first, cue.first - JOURNEY_REACH), min(last, cue.last + JOURNEY_REACH)
    setting_out = [(c.first, c.last) for c in sentence.having("begins", first=first, last=last)]
    journeys = [
        c
        for c in sentence.having("meeting-verb", "bound", first=first, last=last)
        if c.role == "bound"
        or (c.value == "visit" and any(begin < c.last and c.first < end for begin, end in setting_out))
    ]
    return any(_is_journey_for(context, sentence, cue, journey) for journey in journeys)


def _is_purpose(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a word for a purpose stands right before the encounter, or begins its words, or is written to them."""
    prefix, token = context.table.addressee_prefix, context.text.tokens[cue.first]
    if prefix and cue.role == "meeting-noun" and token.fold.startswith(prefix) and len(token.fold) > len(prefix) + 2:
        return True
    for word in sentence.having("errand", first=cue.first - PURPOSE_REACH, last=cue.last):
        if word.first == cue.first or (
            word.last <= cue.first and not sentence.having(*_PARTING, first=word.last, last=cue.first)
        ):
            return True
    return False


def _is_journey_for(context: Context, sentence: ReadSentence, cue: Cue, journey: Cue) -> bool:
    """Whether nobody meets and nothing is said between the journey and its purpose."""
    left, right = min(journey.last, cue.last), max(journey.first, cue.first)
    if journey.first < cue.last and cue.first < journey.last:
        return False
    if journey.last <= cue.first and context.table.subject == "before" and journey.role != "bound":
        return False  # where the verb comes last, the purpose stands before it
    between = sentence.having("meeting-verb", "say", "publish", "that", "and", first=left, last=right)
    return all(c.role == "meeting-verb" and c.value == "visit" for c in between)
