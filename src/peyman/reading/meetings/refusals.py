"""Encounters that nobody comes to: refused, ruled out, an offer turned down; what only should or could be."""

from __future__ import annotations

from peyman.actors.known.titles import vocabulary
from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.tense import lies_ahead
from peyman.reading.meetings.infinitives import is_urged
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: "Agreed to", "is ready for" open at most so many tokens before the encounter that is yet to come.
INTENDED_REACH = 5
#: How many words may stand between a refusal and the encounter that is refused: "turned down Qatar's offer of talks".
REFUSED_REACH = 8
#: Where the verb stands behind its subject at once, "should", "could" stand at most so many tokens before it.
OUGHT_REACH = 3
#: Between "without" and the encounter stand fewer words than this: "without *any* talks", «دون *إجراء أي* محادثات».
WITHOUT_REACH = 3
#: The verb that says that talks have stopped stands at most so many tokens behind their noun, or before it.
BROKEN_OFF_BEHIND, BROKEN_OFF_BEFORE = 14, 3
#: Words of the noun's own clause that tell something else of it before the verb.
_TOLD_BEFORE = ("say", "publish", "past", "hold", "that", "which", "but", "meeting-verb")
#: Between "for" and the noun stand at most so many tokens: "for *a second* meeting".
SOUGHT_REACH = 3


def is_refused(
    context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int, date: FoundDate | None
) -> bool:
    """Whether somebody will not come: "refused to meet", and not "rejected the plan at talks in Rome on Monday".

    Args:
        context: The document.
        sentence: Where the encounter is told.
        cue: The word for it.
        first: First token of the stretch that tells of it.
        last: After its last token.
        date: Its date, where it has one.
    """
    if _is_offer_refused(context, sentence, cue, first, last):
        return True
    refusals = [
        c
        for c in sentence.having("refuse", first=max(first, cue.first - REFUSED_REACH), last=cue.last)
        if c.first < cue.first
    ]
    of_refusing = date is not None and date.last <= cue.first  # "refused on Monday to meet": nobody met that day
    if not refusals or (lies_ahead(context, date.edtf if date else None) is False and not of_refusing):
        return False
    if sentence.having("hold", "past", first=cue.last, last=last):
        return False
    # "Is not ready *under* pressure to hold talks": what stands between tells how, and not where it was refused.
    unready = sentence.having("intended", first=refusals[-1].first, last=refusals[-1].last)
    parting = ("and", "by") if unready else ("in", "and", "by")
    between = sentence.having(*parting, first=refusals[-1].last, last=cue.first)
    return all(of_refusing and date is not None and date.first - 1 <= c.first < date.last for c in between)


def is_done_without(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether something was done without an encounter: "took the decision *without any consultation* with B".

    Args:
        context: The document.
        sentence: Where the encounter is named.
        cue: The word for it.
    """
    binding = vocabulary(context.text.language).binding
    for word in sentence.having("without", first=cue.first - WITHOUT_REACH - 1, last=cue.first):
        between = context.text.tokens[word.last : cue.first]
        if (cue.role == "meeting-verb" and between) or sentence.is_dated(word.first):
            continue  # "without conditions, A met B", "di rojên *bê* de": the coming days
        if len(between) > 1 and binding and not between[-1].fold.endswith(binding):
            continue  # where an ending binds a noun to the next: "without a camera they sat down"
        if word.last <= cue.first and len(between) < WITHOUT_REACH and all(t.kind is TokenKind.WORD for t in between):
            return not sentence.agents_in(word.last, cue.first) and not sentence.having(
                "and", "in", "with", "that", "which", "intended", first=word.last, last=cue.first
            )
    return False


def only_ought_to_be(context: Context, sentence: ReadSentence, cue: Cue, first: int, date: FoundDate | None) -> bool:
    """Whether somebody should or could meet, which is neither done nor planned: "the two ministers should meet".

    Args:
        context: The document.
        sentence: Where the encounter is told.
        cue: The verb for it.
        first: First token of the stretch that tells of it.
        date: Its date, where it has one: what should be on Monday is on the calendar.
    """
    if (date is None or date.last <= cue.first) and is_urged(sentence, cue):
        return True
    if cue.role != "meeting-verb" or date is not None:
        return False
    # "It is necessary *that* the two meet": the word may stand before what opens the clause.
    reach = (first if context.table.subject == "before" else cue.first) - OUGHT_REACH
    told = [c for c in sentence.having("ought", first=reach, last=cue.first) if c.last <= cue.first]
    if not told or sentence.having("past", first=cue.first, last=cue.last):
        return False
    return not sentence.having("past", "say", "future", "hold", first=told[-1].last, last=cue.first)


def _is_offer_refused(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> bool:
    """Whether a verb behind it turns down the offer of an encounter: "the offer to meet … they turned down"."""
    if context.table.subject != "before" or cue.role != "meeting-noun":
        return False
    offered = sentence.having("intended", first=max(first, cue.first - INTENDED_REACH), last=cue.first)
    refused = sentence.having("refuse", "turned-down", first=cue.last, last=last)
    if not offered or not refused:
        return False
    return not sentence.having("hold", "past", "meeting-verb", first=cue.last, last=refused[0].first)


def is_sought(sentence: ReadSentence, cue: Cue, first: int) -> bool:
    """Whether somebody only asks for an encounter: "applied *for a second* meeting with A".

    Args:
        sentence: Where it is told.
        cue: The word for it.
        first: First token of the stretch that tells of it.
    """
    for article in sentence.having("article", first=cue.first - SOUGHT_REACH, last=cue.first):
        opened = [c for c in sentence.having("errand", last=article.first) if c.last == article.first]
        if opened and sentence.having("no-undertaking", first=first, last=opened[0].first):
            return True
    return False


def is_broken_off(context: Context, sentence: ReadSentence, cue: Cue, date: FoundDate | None) -> bool:
    """Whether of talks nothing is told but that they have stopped: "the talks between A and B *have collapsed*".

    Talks with a day or a place of their own, told before the verb, have taken place: "the talks *in Lima* collapsed".

    Args:
        context: The document.
        sentence: Where it is told.
        cue: The noun.
        date: Its date, where it has one.
    """
    if cue.role != "meeting-noun" or cue.value in ("visit", "signing", "call"):
        return False
    tokens = context.text.tokens
    for verb in sentence.having("broken-off", first=cue.first - BROKEN_OFF_BEFORE - 2, last=cue.first):
        if cue.first - verb.last < BROKEN_OFF_BEFORE and all(
            t.kind is TokenKind.WORD for t in tokens[verb.last : cue.first]
        ):
            return date is None or date.first >= cue.last
    if context.table.subject == "after":
        return False
    for verb in sentence.having("broken-off", first=cue.last, last=cue.last + BROKEN_OFF_BEHIND):
        between = tokens[cue.last : verb.first]
        if any(t.kind is TokenKind.MARK and t.text in COMMAS for t in between):
            return False
        if sentence.having(*_TOLD_BEFORE, first=cue.last, last=verb.first):
            return False
        there = {c.last for c in sentence.having("in", first=cue.last, last=verb.first)}
        if any(place.first in there for place in context.found.place_mentions_in(cue.last, verb.first)):
            return False
        return date is None or date.first >= verb.last or date.last <= cue.first
    return False
