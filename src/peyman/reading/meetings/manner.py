"""Asides that say how an encounter took place: "the minister discussed, *in a phone call*, the truce with X"."""

from __future__ import annotations

from peyman.reading.encounters import MeetingMention

#: The aside begins right behind the clause of the verb, a comma between them left out.
_BEGINS = 1
#: Between a word for "in" and the encounter stands at most so much.
_BEFORE_NOUN = 2
#: So many tokens stand at most between the verb and the encounter: whoever talks, with a long office.
REACH = 20


def says_how(verb: MeetingMention, aside: MeetingMention) -> bool:
    """Tell whether a noun for an encounter stands in an aside behind a verb of talking.

    Args:
        verb: The first of two tellings of one sentence.
        aside: The second.

    Returns:
        Whether both are one: the verb's talks were that call, or that meeting.
    """
    if verb.cue.role != "meeting-verb" or verb.kind != "talks" or aside.cue.role != "meeting-noun":
        return False
    if not -1 <= aside.first - verb.last <= _BEGINS or aside.cue.first - verb.cue.last > REACH:
        return False
    opens = aside.sentence.having("in", first=aside.first - 1, last=aside.cue.first + 1)
    near = aside.cue.first - aside.first <= 1 or any(c.last >= aside.cue.first - _BEFORE_NOUN for c in opens)
    return near and not aside.sentence.having("and", "say", "then", first=verb.last, last=aside.cue.first)
