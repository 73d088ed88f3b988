"""Encounters told by an infinitive behind whoever is to meet: "A to meet B", and "urged A to meet B".

In headlines the infinitive stands for what is to come; behind a verb of urging it says what somebody else wants.
"""

from __future__ import annotations

from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence

#: Whoever is to meet ends at most so many tokens before "to": "A *on Friday* to meet B".
SUBJECT_REACH = 3
#: Between "to" and a noun for an encounter stand its verb, an article and an adjective, and no more.
VERB_REACH = 5
#: Whoever is to meet is named in at most so many words: "the Kenyan minister of trade and industry A B".
LONGEST_SUBJECT = 25
_PARTING = ("with", "about", "between", "and", "that", "past", "no-undertaking")
#: A verb of urging ends at most so many tokens before whom it urges: "urged *the two* ministers".
URGED_REACH = 2
_VERBS = (
    "past",
    "finite",
    "present",
    "say",
    "publish",
    "meeting-verb",
    "undertake",
    "ought",
    "intended",
    "no-undertaking",
)


def is_still_to_do(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a verb is the infinitive of a headline, which no other verb governs: "A to meet B on Friday".

    Args:
        sentence: Where the encounter is told.
        cue: The word for it.
    """
    opener, subject = _who_is_to(sentence, cue)
    if opener is None or subject is None or subject.role or not subject.free:
        return False
    return not [c for c in sentence.having(*_VERBS, last=opener.first) if c.last <= opener.first]


def is_urged(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether somebody else wants an encounter: "urged A to meet B".

    Args:
        sentence: Where the encounter is told.
        cue: The word for it.
    """
    _, subject = _who_is_to(sentence, cue)
    if subject is None or subject.role not in ("", "to", "on"):
        return False
    urging = sentence.having("no-undertaking", first=subject.first - URGED_REACH - 1, last=subject.first)
    if sentence.having("invite", first=subject.first - URGED_REACH - 1, last=subject.first):
        return False  # whoever is invited may still come
    return any(0 <= subject.first - c.last <= URGED_REACH for c in urging)


def _opener(sentence: ReadSentence, cue: Cue) -> Cue | None:
    """The "to" before a verb, or with which its words begin; before a noun, that before its verb: "*to* have talks"."""
    if cue.role == "meeting-verb":
        told = sentence.having("infinitive", first=cue.first - 1, last=cue.first + 1)
        return next((c for c in told if c.first == cue.first or c.last == cue.first), None)
    told = [
        c for c in sentence.having("infinitive", first=cue.first - VERB_REACH, last=cue.first) if c.last < cue.first
    ]
    parted = told and (
        sentence.agents_in(told[-1].last, cue.first) or sentence.having(*_PARTING, first=told[-1].last, last=cue.first)
    )
    return told[-1] if told and not parted else None


def _who_is_to(sentence: ReadSentence, cue: Cue) -> tuple[Cue | None, Agent | None]:
    """The "to" before a word for an encounter, and who stands right before it."""
    opener = _opener(sentence, cue)
    near = sentence.agents_in(opener.first - LONGEST_SUBJECT, opener.first) if opener is not None else []
    if opener is None or not near or not near[-1].last <= opener.first <= near[-1].last + SUBJECT_REACH:
        return opener, None
    return opener, near[-1]
