"""Verbs of meeting that a conjunction joins, each with a counterpart of its own: "received A and held talks with B".

A stretch of a sentence that no mark and no word like "that" ends may tell of several encounters. What stands between
two words for an encounter parts them if whoever is met stands on either side: «با A دیدار و با B گفت‌وگو کرد». Where
only one of the two has a counterpart they are two words for one encounter: "met and held talks with A".
"""

from __future__ import annotations

from dataclasses import dataclass

from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.counted_phrases import COUNTED
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.inserted_clauses import around, before, inserted_clauses
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import subject_of
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: Kinds of encounter of which one clause may tell several.
_MET = frozenset({"meeting", "talks", "consultation", "call"})
#: So many words for encounters are looked at on either side of one.
_NEIGHBOURS = 3
#: What stands between the conjunction and its verb has at most so many tokens: adverbs, marks of the future.
_TO_VERB = 6
#: Where the verb comes last, what ends its clause stands at most so many tokens before the conjunction.
_FROM_VERB = 1
#: A journey stands at most so many tokens behind the word that somebody is invited to it.
_FROM_INVITING = 10
#: Those who stand for somebody told before.
_PRONOUNS = frozenset({"he", "they", "we", "I", "own", "home", "two", "three", "four", "five", "all"})
#: Roles in which somebody is whom another one meets.
_FACED = frozenset({"with", "by"})
_ENDING = ("finite", "past", "present", "passive", "future", "meeting-verb", "meeting-noun", "hold")


@dataclass(frozen=True, slots=True)
class OwnClause:
    """The part of a stretch that is about one of several encounters.

    Attributes:
        first: First token.
        last: After the last token.
        parted: Whether it is a part: whether the stretch tells of others besides.
        subject: Who meets whom, where that stands in front of all of them.
        apart: The parties of those whom the clauses beside it tell of.
    """

    first: int
    last: int
    parted: bool = False
    subject: Agent | None = None
    apart: tuple[str, ...] = ()


def own_clause(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> OwnClause:
    """Return the part of a stretch that belongs to one word for an encounter.

    Args:
        context: The document.
        sentence: The sentence.
        cue: The word for an encounter.
        first: First token of the stretch that marks and openers of clauses leave it.
        last: After its last token.
    """
    within = _set_off(context, sentence, cue, first, last)
    if within is not None or not _may_be_parted(cue):
        return within or OwnClause(first, last)
    words = [c for c in sentence.having("meeting-noun", "meeting-verb", first=first, last=last) if _may_be_parted(c)]
    before = [c for c in words if c.last <= cue.first][-_NEIGHBOURS:]
    behind = [c for c in words if c.first >= cue.last][:_NEIGHBOURS]
    low, high = first, last
    apart: list[Agent] = []
    for other in reversed(before):
        parted = _parted(context, sentence, other, cue, first, last)
        if parted is not None:
            low = parted[0]
            apart += parted[1]
            break
    for other in behind:
        parted = _parted(context, sentence, cue, other, low, last)
        if parted is not None:
            high = parted[0]
            apart += parted[2]
            break
    if (low, high) == (first, last):
        return OwnClause(first, last)
    subject = subject_of(context, sentence, words[0]) if low > first else None
    if subject is not None and (subject.role or _has_own(context, sentence, cue, low, high)):
        subject = None
    own = {p for a in sentence.agents_in(low, high) for p in a.parties}
    return OwnClause(low, high, True, subject, tuple(p for p in party_union(apart) if p not in own))


def _set_off(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> OwnClause | None:
    """The part of a stretch that a relative clause is, or that goes on behind one: its subject stands before both."""
    clause = around(context, sentence, cue.first)
    counted = None if clause is not None else _beside_count(context, sentence, cue, first, last)
    if counted is not None:
        return counted
    if clause is not None:
        low, high = max(first, clause.inside), min(last, clause.last)
        if clause.about.role == COUNTED:
            return OwnClause(low, high, True)
    else:
        clause = before(context, sentence, first, cue)
        # Where whoever is met stands before the clause, "با A، که …، دیدار کرد", both sides of it are one stretch.
        if clause is None or clause.about.role or sentence.having(*_ENDING, first=first, last=clause.first):
            return None
        low, high = clause.last, last
    while low < cue.first and context.text.tokens[low].text in COMMAS:
        low += 1
    return OwnClause(low, high, True, None if _has_own(context, sentence, cue, low, high) else clause.about)


def _beside_count(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> OwnClause | None:
    """The part of a stretch without the phrase that its day is counted from, before which nobody is named."""
    low, high = first, last
    for clause in inserted_clauses(context, sentence):
        if clause.about.role != COUNTED or clause.last <= first or clause.first >= last:
            continue
        if clause.first >= cue.last:
            high = min(high, clause.first)
        elif clause.last <= cue.first and not any(a.parties for a in sentence.agents_in(first, clause.first)):
            low = max(low, clause.last)
    while low < cue.first and context.text.tokens[low].text in COMMAS:
        low += 1
    return None if (low, high) == (first, last) else OwnClause(low, high, True)


def _has_own(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> bool:
    """Whether a clause says by itself who acts in it."""
    if any(a.free and not a.role and a.parties for a in sentence.agents_in(first, cue.first)):
        return True
    if context.table.subject != "after" or cue.role != "meeting-verb":
        return False
    behind = [a for a in sentence.agents_in(cue.last, last) if not a.role and a.parties]
    return len(behind) > 1 and behind[0].first - cue.last <= 1


def _parted(
    context: Context, sentence: ReadSentence, a: Cue, b: Cue, first: int, last: int
) -> tuple[int, list[Agent], list[Agent]] | None:
    """Where the clause of the second word begins, and who is met on either side; None where both tell of one."""
    verb_last = context.table.subject == "before"
    if "visit" in (a.value, b.value):
        return None if verb_last else _parted_by_days(context, sentence, a, b, first, last)
    for at in _joints(context, sentence, a.last, b.first):
        if verb_last:
            ends = any(0 <= at - c.last <= _FROM_VERB for c in sentence.having(*_ENDING, first=a.first, last=at))
            if not ends:
                continue
            left = _met(context, sentence, first, at, None)
            right = _met(context, sentence, at, last, None)
        else:
            if b.first - at > _TO_VERB or any(
                agent.parties and agent.reference not in _PRONOUNS for agent in sentence.agents_in(at, b.first)
            ):
                continue
            left = _met(context, sentence, a.last, at, a)
            right = _met(context, sentence, b.last, last, b)
        if left and right and not _same(left, right):
            return at, left, right
    return None


def _may_be_parted(cue: Cue) -> bool:
    """Whether a word is one of those of which a clause may tell several; of journeys, the verbs alone."""
    return cue.value in _MET or (cue.value == "visit" and cue.role == "meeting-verb")


def _parted_by_days(
    context: Context, sentence: ReadSentence, a: Cue, b: Cue, first: int, last: int
) -> tuple[int, list[Agent], list[Agent]] | None:
    """The same for a journey and an encounter on another day: "visited A in May *and received* B last week"."""
    if b.role != "meeting-verb":
        return None
    for at in _joints(context, sentence, a.last, b.first):
        if b.first - at > _TO_VERB or any(agent.parties for agent in sentence.agents_in(at, b.first)):
            continue
        left, right = ({d.edtf for d in _days(sentence, *part)} for part in ((first, at), (at, last)))
        if right and left.isdisjoint(right) and (left or _is_wished(sentence, a)):
            return at, _met(context, sentence, a.last, at, a), _met(context, sentence, b.last, last, b)
    return None


def _days(sentence: ReadSentence, first: int, last: int) -> list[FoundDate]:
    inside = sentence.dates_in(first, last)
    return [d for d in inside if d.kind in ("date", "time") and d.edtf and d.last <= last]


def _is_wished(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether somebody is invited to a journey: it is on no day that the words behind it tell."""
    return any(0 <= cue.first - c.last <= _FROM_INVITING for c in sentence.having("invite", last=cue.first))


def _joints(context: Context, sentence: ReadSentence, first: int, last: int) -> list[int]:
    """Where a clause may begin: at a conjunction, behind a comma, at a verb that the conjunction is written to."""
    tokens = context.text.tokens
    found = {c.first for c in sentence.having("and", "then", first=first, last=last)}
    found |= {t + 1 for t in range(first, last) if tokens[t].kind is TokenKind.MARK and tokens[t].text in COMMAS}
    prefix = context.table.conjunction_prefix
    if prefix:
        found |= {t for t in range(first, last + 1) if tokens[t].fold.startswith(prefix)}
    ordered = sorted(found)
    return ordered if context.table.subject == "before" else ordered[::-1]


def _met(context: Context, sentence: ReadSentence, first: int, last: int, verb: Cue | None) -> list[Agent]:
    """Those in a stretch whom somebody meets: behind a preposition, or the object of a verb before it."""
    agents = [a for a in sentence.agents_in(first, last) if a.entries and a.reference not in _PRONOUNS]
    faced = [a for a in agents if a.role in _FACED]
    if faced or verb is None or verb.role != "meeting-verb":
        return faced
    objects = [a for a in agents if a.role in ("", "of")]
    return objects if context.table.subject == "either" else objects[-1:]


def _same(left: list[Agent], right: list[Agent]) -> bool:
    """Whether nobody is met on the right who is not met on the left: "met A and held talks with A's side"."""
    known = {e for a in left for e in a.entries}
    parties = {p for a in left for p in a.parties}
    return all(
        known.issuperset(a.entries) or (not a.person and bool(a.parties) and parties.issuperset(a.parties))
        for a in right
    )
