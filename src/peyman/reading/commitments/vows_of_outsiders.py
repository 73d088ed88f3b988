"""What those who speak for no state undertake: "the union pledged", "the lawyers said they will appeal".

Families, unions and lawyers are no party. What they promise is not what the state undertakes beside which they are
named, most often the one that they are at odds with.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.commitments.units import ACTING, Unit
from peyman.text.tokens import TokenKind

#: Between the noun for them and their verb stand at most so many tokens: "the union *of women in the north* pledged".
_REACH = 10
#: Between a verb before its subject and the noun for them stand at most so many tokens.
_BEHIND = 2
#: Between what they say and its verb stand at most so many tokens: "said *that they* will".
_SAID_REACH = 5
#: Before the noun for them stand at most so many words of its clause: a place, or what they are: "The *Women's* Union".
_BEFORE = 3
#: Between the noun for them and their verb no such word stands.
_PARTING = ("say", "publish", "that", "which", "but", "past", "finite", "future", "undertake", "refuse", "with")
#: Pronouns of who says what they themselves will do.
_SELVES = frozenset({"they", "he", "we", "I"})


def vowed_by_outsiders_in(context: Context, units: Sequence[Unit]) -> list[bool]:
    """Say of each stretch of a sentence whether it tells what somebody undertakes who speaks for no state.

    Args:
        context: The document.
        units: The stretches of the sentence.
    """
    found: list[bool] = []
    for unit in units:
        before = bool(found) and found[-1]
        theirs = bool(unit.sentence.having("outsider")) and (_is_theirs(context, unit) or (before and _goes_on(unit)))
        found.append(theirs)
    return found


def _goes_on(unit: Unit) -> bool:
    """Whether a stretch names no subject of its own, so that it is what those of the one before it undertake."""
    agents = unit.sentence.agents_in(unit.first, unit.last)
    return not any((a.parties or a.reference) and a.reference not in _SELVES and a.free and not a.role for a in agents)


def _is_theirs(context: Context, unit: Unit) -> bool:
    sentence = unit.sentence
    verb = sentence.ending_behind(unit.first, *ACTING)
    if verb is None or verb.first >= unit.last:
        return False
    if verb.role in ("undertake", "refuse"):
        return _is_outsiders(context, sentence, verb)
    since = min(verb.first - _SAID_REACH, unit.first - _BEHIND)
    governing = sentence.having("undertake", "refuse", "say", first=since, last=verb.first)
    if not governing:
        return _is_outsiders(context, sentence, verb)
    between = [a for a in sentence.agents_in(governing[-1].last, verb.last) if a.free]
    if governing[-1].role == "say":
        themselves = bool(between) and all(a.reference in _SELVES for a in between)
    else:
        themselves = all(a.reference in _SELVES for a in between)
    return themselves and _is_outsiders(context, sentence, governing[-1])


def _is_outsiders(context: Context, sentence: ReadSentence, verb: Cue) -> bool:
    """Whether the subject of a verb is a noun for those who speak for no state."""
    before = sentence.having("outsider", first=verb.first - _REACH, last=verb.first)
    if before and _opens_clause(context, sentence, before[-1]) and not _is_of_party(sentence, before[-1]):
        first = before[-1].last
        parted = sentence.having(*_PARTING, first=first, last=verb.first)
        return not parted and not _acting(sentence, first, verb.first)
    if context.table.subject != "after":
        return False
    behind = sentence.having("outsider", first=verb.last, last=verb.last + _BEHIND)[:1]
    return any(not _is_of_party(sentence, c) and not _acting(sentence, verb.last, c.first) for c in behind)


def _opens_clause(context: Context, sentence: ReadSentence, noun: Cue) -> bool:
    """Whether nobody stands before the noun who may be the subject, and no preposition: it is no object."""
    openers = sentence.having("that", "which", "but", "say", first=sentence.first, last=noun.first)
    start = openers[-1].last if openers else sentence.first
    if any((a.parties or a.reference) and a.free and not a.role for a in sentence.agents_in(start, noun.first)):
        return False
    words = [t for t in range(start, noun.first) if context.text.tokens[t].kind is TokenKind.WORD]
    passed = sentence.having("article", "and", "also", first=start, last=noun.last)
    told = {t for c in passed for t in range(c.first, c.last)}
    free = [t for t in words if t not in told and not sentence.is_dated(t)]
    return len(free) <= _BEFORE


def _is_of_party(sentence: ReadSentence, noun: Cue) -> bool:
    """Whether the noun is of the name of a party, or of a reference to parties: "the European *Union*"."""
    around = sentence.agents_in(noun.first - _REACH, noun.last)
    return any(a.last > noun.first and (a.parties or a.reference) for a in around)


def _acting(sentence: ReadSentence, first: int, last: int) -> bool:
    """Whether somebody else who may be the subject is named between two tokens."""
    return any(a.parties and a.free and not a.role for a in sentence.agents_in(first, last))
