"""Clauses that tell what a thing or an event will do: "this road will bring trade" undertakes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.subjects import LONGEST_CUE, opening_demonstratives, segment_before, subject_of
from peyman.reading.commitments.units import ACTING, Unit
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: A verb of saying stands at most so many words before the clause that tells what is said.
_SAID_WITHIN = 3
#: A thing stands within so many words between a verb of saying and its own: "said *the war* would end".
_THING_WITHIN = 4
#: What is done to a thing follows its verb within so many words.
_DONE_WITHIN = 3
_ADVERBIAL = ("also", "then", "next", "pronoun", "reference", "say", "not-done")


def things_in(context: Context, units: Sequence[Unit]) -> list[bool]:
    """Say of each stretch of a sentence whether its verb speaks of the future of a thing or an event.

    Where a verb needs its subject beside it, a clause that names nobody who can act has a thing for its subject, if
    what it tells is nothing that parties undertake. Where it needs none, only a demonstrative that opens the clause
    shows that there is one. What was agreed or promised may well be what becomes of a thing ("agreed that the road
    will be closed"), and so may be an entry of a list.

    In documents that follow real pages 1 of 13 such stretches that the model took for undertakings are annotated as
    one where the verb needs a subject, and none of 4 where it does not.

    Args:
        context: The document.
        units: The stretches of a sentence.
    """
    sentence = units[0].sentence
    if sentence.kind is BlockKind.ITEM:
        return [False] * len(units)
    return [_tells_of_a_thing(context, unit) for unit in units]


def _tells_of_a_thing(context: Context, unit: Unit) -> bool:
    sentence = unit.sentence
    verb = sentence.ending_behind(unit.first, *ACTING)
    if verb is not None and verb.first < unit.last and _is_said_of_a_thing(context, sentence, verb):
        return True
    if verb is None or verb.first >= unit.last or subject_of(context, sentence, verb) is not None:
        return False
    if _is_undertaken(sentence, verb):
        return False
    first = segment_before(context, sentence, verb.first)
    if context.table.pro_drop:
        return verb.role in ("future", "present") and _opens_with_a_demonstrative(context, sentence, first, verb)
    if not any(c.first <= verb.first < c.last for c in sentence.having("future")):
        return False
    content = next((c for c in sentence.having("that", first=first - LONGEST_CUE, last=first) if c.last == first), None)
    if content is not None:
        # "Agreed that the post will be reopened"; and "said that it will": a body is told of so.
        said = sentence.having("say", first=content.first - _SAID_WITHIN - LONGEST_CUE, last=content.first)
        if verb.first - first <= 1 or not any(content.first - c.last < _SAID_WITHIN for c in said):
            return False
    # What is undertaken elsewhere is done by somebody whom no register knows: "said the front will withdraw".
    done = sentence.having("class", first=verb.last, last=unit.last)
    return not done and not sentence.having("envoy", first=first, last=verb.first)


def _is_said_of_a_thing(context: Context, sentence: ReadSentence, verb: Cue) -> bool:
    """Whether a thing stands between a verb of saying and what it will do: "the minister said *trade* would grow".

    No word opens such a clause, so that whoever says it would be taken for its subject. What "will be built" may well
    be undertaken, and what somebody "would also" do is their own.
    """
    if context.table.subject != "either" or verb.role != "future":
        return False
    said = sentence.having("say", first=verb.first - _THING_WITHIN - LONGEST_CUE, last=verb.first)
    if not said or not 0 < verb.first - said[-1].last <= _THING_WITHIN:
        return False
    first = said[-1].last
    tokens = context.text.tokens
    if any(tokens[t].kind is not TokenKind.WORD for t in range(first, verb.first)) or sentence.is_dated(verb.first - 1):
        return False
    if sentence.agents_in(first, verb.first) or sentence.having("agent", "first-person", first=first, last=verb.first):
        return False
    by_itself = sentence.having(*_ADVERBIAL, first=verb.first - 1, last=verb.first)
    passive = sentence.having("class", "undertake", first=verb.last, last=verb.last + _DONE_WITHIN)
    return not by_itself and not passive


def _is_undertaken(sentence: ReadSentence, verb: Cue) -> bool:
    """Whether something told before the verb undertakes or refuses it."""
    return any(c.last <= verb.first for c in sentence.having("undertake", "refuse"))


def _opens_with_a_demonstrative(context: Context, sentence: ReadSentence, first: int, verb: Cue) -> bool:
    """Whether a stretch opens with "this" or "these", behind what only joins it to the one before it."""
    opening = opening_demonstratives(context, sentence, first, verb.first, "also", "and", "that")
    return any(demonstrative.last < verb.first for demonstrative in opening)
