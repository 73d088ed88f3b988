"""What somebody refuses to do: whether a stretch is denied by its own grammar, or with what goes before it."""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.tense import is_negated
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.commitments.units import Unit
from peyman.text.tokens import TokenKind


def refuses(context: Context, unit: Unit) -> bool:
    """Whether a stretch tells what somebody will not do, by its grammar alone.

    "Refused *that they send aid*": what is refused is the clause behind. Where verbs come last, a denied verb that ends
    a stretch with "will" in it denies it: "they will … *not leave*".

    Args:
        context: The document.
        unit: The stretch.
    """
    sentence = unit.sentence
    if unit.opener in ("that", "say") and any(
        _is_near(c.last, unit) for c in sentence.having("refuse", last=unit.first)
    ):
        return True
    if context.table.subject != "before" or not sentence.having("future", first=unit.first, last=unit.last):
        return False
    end = unit.last
    while end > unit.first and context.text.tokens[end - 1].kind is not TokenKind.WORD:
        end -= 1
    return any(c.last == end for c in sentence.having("negation", first=unit.first, last=end))


def shares_refusal(unit: Unit, draft: CommitmentDraft) -> bool:
    """Whether a stretch is refused with what the rules read there: by its own verb, or by one that it goes on with.

    "They will not leave, nor *sign*" refuses both; "will not leave, and that they *would pay* in May" refuses only one.

    Args:
        unit: The stretch.
        draft: What the rules read there.
    """
    if not draft.refused or draft.verb is None or draft.verb[1] > unit.first:
        return draft.refused
    if _is_near(draft.verb[1], unit):
        return True
    own = unit.sentence.having("future", "present", "undertake", first=unit.first, last=unit.last)
    parted = unit.opener in ("that", "say", "but") or bool(own)
    return not parted or is_negated(unit.sentence, unit.first, unit.last)


def is_bound(context: Context, unit: Unit) -> bool:
    """Whether a stretch has its own word of undertaking, and what is refused is only told behind an "and".

    Where verbs come last: "is *bound* by the accord, and will not let anybody …" refuses nothing but the second.

    Args:
        context: The document.
        unit: The stretch.
    """
    sentence = unit.sentence
    if context.table.subject != "before" or not any(c.first == unit.last for c in sentence.having("and")):
        return False
    if not sentence.having("undertake", first=unit.first, last=unit.last):
        return False
    return not sentence.having("refuse", "negation", "no-undertaking", first=unit.first, last=unit.last)


def _is_near(end: int, unit: Unit) -> bool:
    """Whether a stretch follows a refusal at once, or behind the one verb that is denied: "will not *accept* that"."""
    return 0 <= unit.first - end <= 1
