"""Tense, modality and negation of a stretch of text: a decision of its own.

Separating it from the kind of event was worth ten points on agreements against announcements in Hu et al. 2024
(ACL, "Zero-shot PLOVER"), and a linguist can correct it in one place of a language's ``grammar.toml``.
"""

from __future__ import annotations

from peyman.dates import FoundDate
from peyman.dates.edtf import bounds
from peyman.dates.tense import FUTURE, HAPPENED, PAST, PERFECT, PROMISE, tense_cues
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence

#: A stretch that begins on the day of publication and is longer than this, in days, says by when something is to be.
SHORTEST_LIMIT = 6


def is_negated(sentence: ReadSentence, first: int, last: int) -> bool:
    """Whether a negation stands in ``[first, last)``."""
    return bool(sentence.having("negation", first=first, last=last))


def runs_from(published: str | None, edtf: str) -> bool:
    """Whether a stretch begins on the day of publication: "within three months"."""
    return bool(published) and edtf.startswith(f"{published}/")


def lies_ahead(context: Context, edtf: str | None) -> bool | None:
    """Whether a date lies after publication, as does a limit counted from it; None where either is unknown or open."""
    if not edtf or not context.published:
        return None
    here, there = bounds(context.published), bounds(edtf)
    if here is None or there is None:
        return None
    if there[0] > here[1]:
        return True
    if runs_from(context.published, edtf) and (there[1] - there[0]).days > SHORTEST_LIMIT:
        return True
    if there[1] < here[0]:
        return False
    return None


def runs_ahead(context: Context, date: FoundDate) -> bool:
    """Whether a stretch without one of its ends runs on into what is to come: "by the end of May", "in coming weeks".

    Args:
        context: The document.
        date: A date of it.
    """
    first, _, last = (date.edtf or "").partition("/")
    if last == "..":
        return date.vague
    until = bounds(last) if first == ".." else None
    here = bounds(context.published) if context.published else None
    return until is not None and here is not None and until[1] > here[1]


def is_told_as_past(context: Context, cue: Cue) -> bool:
    """Whether the verb of an encounter is in the past itself: "exchanged views", and not "is to be received".

    Args:
        context: The document.
        cue: The word for the encounter.
    """
    if cue.role != "meeting-verb":
        return False
    found = tense_cues(context.text.language).find(context.text.tokens, max(0, cue.first - 1), cue.last)
    signs = {sign for _, sign in found}
    return bool(signs & {PAST, HAPPENED, PERFECT}) and signs.isdisjoint({FUTURE, PROMISE})
