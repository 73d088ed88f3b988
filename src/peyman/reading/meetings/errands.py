"""What somebody travels for: "arrived in Cairo to meet B", "is on the way to Doha to resume talks with B".

Of whoever sets out or arrives it is told that what he comes for is still to come, unless the day that is named is over:
"arrived today for talks". Of a visit as a whole it is not: "visited Cairo to meet B".
"""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.text.marks import COMMAS

#: "To hold", "for the resumption of" and articles part the word for a purpose from the noun by at most so many tokens.
PURPOSE_REACH = 3
#: The journey is told at most so many tokens from its purpose.
JOURNEY_REACH = 30
#: Whom somebody meets stands at most so many tokens behind the verb, where that does not come last.
OBJECT_REACH = 3
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
    # What somebody comes for may open a stretch of its own: "is due in A on Friday *for talks with B*".
    first, last = max(sentence.first, cue.first - JOURNEY_REACH), min(last, cue.last + JOURNEY_REACH)
    setting_out = [(c.first, c.last) for c in sentence.having("begins", first=first, last=last)]
    journeys = [
        c
        for c in sentence.having("meeting-verb", "bound", first=first, last=last)
        if c.role == "bound"
        or (c.value == "visit" and any(begin < c.last and c.first < end for begin, end in setting_out))
    ]
    return any(
        _is_journey_for(context, sentence, cue, journey) and not _is_done(context, sentence, cue, journey)
        for journey in journeys
    )


def _is_purpose(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a word for a purpose stands right before the encounter, or begins its words, or is written to them."""
    prefix, token = context.table.addressee_prefix, context.text.tokens[cue.first]
    if prefix and cue.role == "meeting-noun" and token.fold.startswith(prefix) and len(token.fold) > len(prefix) + 2:
        return True
    for word in sentence.having("errand", first=cue.first - PURPOSE_REACH, last=cue.last):
        if word.first == cue.first or (word.last <= cue.first and _governs(context, sentence, word, cue)):
            return True
    return False


def _governs(context: Context, sentence: ReadSentence, word: Cue, cue: Cue) -> bool:
    """Whether a word for a purpose is of the encounter behind it, and of no goal: "on the way *to* Doha, met B"."""
    if sentence.having(*_PARTING, first=word.last, last=cue.first):
        return False
    if any(context.text.tokens[t].text in COMMAS for t in range(word.last, cue.first)):
        return False
    verb_last = context.table.subject == "before"
    return verb_last or cue.role != "meeting-verb" or not sentence.agents_in(word.last, cue.first)


def _is_journey_for(context: Context, sentence: ReadSentence, cue: Cue, journey: Cue) -> bool:
    """Whether nobody meets and nothing is said between the journey and its purpose."""
    left, right = min(journey.last, cue.last), max(journey.first, cue.first)
    if journey.first < cue.last and cue.first < journey.last:
        return False
    if journey.last <= cue.first and context.table.subject == "before" and journey.role != "bound":
        return False  # where the verb comes last, the purpose stands before it
    between = sentence.having("meeting-verb", "say", "publish", "that", "and", first=left, last=right)
    return all(c.role == "meeting-verb" and c.value == "visit" for c in between)


def _is_done(context: Context, sentence: ReadSentence, cue: Cue, journey: Cue) -> bool:
    """Whether he who was to be met is met behind the journey: "arrived for talks with B *and met him*"."""
    behind = max(cue.last, journey.last)
    met = next((c for c in sentence.having("meeting-verb", first=behind) if c.value != "visit"), None)
    if met is None or sentence.having("future", "planned", "errand", first=behind, last=met.last):
        return False
    first, last = (behind, met.first) if context.table.subject == "before" else (met.last, met.last + OBJECT_REACH)
    faced = [a for a in sentence.agents_in(first, last) if a.role in ("", "with")]
    return bool(faced) and all(a.reference and not a.headed for a in faced)
