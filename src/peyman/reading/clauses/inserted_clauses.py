"""Relative clauses within a sentence: "the minister, *who arrived in Lima on Thursday*, will meet B on Sunday".

What such a clause tells has a day, a place and a tense of its own, and whoever it is about stands before it. Where the
verb comes last the clause ends at its verb; elsewhere commas set it off on both sides, or it runs on to the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.counted_phrases import counted_phrases
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, InsertedClause, ReadSentence
from peyman.reading.clauses.tense import lies_ahead
from peyman.text.marks import BRACKETS, CLOSING_QUOTES, COMMAS

#: Roles of what says that a stretch has a verb.
_VERBS = ("past", "present", "finite", "passive", "meeting-verb", "say", "publish", "hold", "undertake")
#: Those with which a clause ends where the verb comes last.
_ENDING = ("past", "present", "finite", "passive", "say", "publish")
#: Verbs, and what may open the verb of the main clause.
_OPENING = (*_VERBS, "future", "planned", "also", "not-done", "denied", "postponed", "cancelled")
#: What is said of encounters, and of nobody who is named right before the clause.
_HOLDING = ("hold", "postponed", "cancelled")
#: Where the verb comes last, a goal of so many tokens may follow it, before a comma: "ku gihîşt *Lîmayê*,".
_GOAL = 3
#: Roles of whoever is met, and a clause may tell of: "in talks with A, who".
_MET = ("with", "between", "by")
#: The main verb stands at most so many tokens behind the comma that closes a clause.
_TO_MAIN_VERB = 4
#: A name with its office has at most so many tokens; it may stand in quotation marks, or an abbreviation behind it.
_LONGEST_NAME = 24
_TO_OFFICE = 2
_BEHIND_NAMES = CLOSING_QUOTES | BRACKETS
#: So many openers of one sentence are looked at.
_MOST = 12


def inserted_clauses(context: Context, sentence: ReadSentence) -> Sequence[InsertedClause]:
    """Return the relative clauses of a sentence that tell something of somebody named right before them, in order.

    Args:
        context: The document.
        sentence: A sentence of it; what is found is kept there.
    """
    if sentence.inserted is None:
        sentence.inserted = _found(context, sentence)
    return sentence.inserted


def around(context: Context, sentence: ReadSentence, token: int) -> InsertedClause | None:
    """Return the relative clause in which a token stands."""
    return next((c for c in inserted_clauses(context, sentence) if c.first <= token < c.last), None)


def before(context: Context, sentence: ReadSentence, first: int, cue: Cue) -> InsertedClause | None:
    """Return the last relative clause that ends between a token and a cue behind it.

    Args:
        context: The document.
        sentence: Where both stand.
        first: The first token that the clause may end at.
        cue: A word of the clause in which the other is inserted.
    """
    closed = (c for c in inserted_clauses(context, sentence) if first <= c.last <= cue.first)
    return max(closed, key=lambda clause: clause.last, default=None)


def are_parted(context: Context, sentence: ReadSentence, token: int, cue: Cue) -> bool:
    """Whether a token and a word for an encounter stand on two sides of the edge of a relative clause.

    A noun right before a clause may be what it is about: "the talks with A, which were held in May".

    Args:
        context: The document.
        sentence: Where both stand.
        token: The first one of a date or a place.
        cue: The word for an encounter.
    """
    here, there = around(context, sentence, token), around(context, sentence, cue.first)
    if here is there:
        return False
    return here is None or not _may_tell_of(context, sentence, cue, here)


def dates_another(context: Context, sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date is of what is told on the other side of the edge of a relative clause.

    Where no other date stands on the encounter's own side it may be of one day: "B, who arrived *today*, met A"; and
    not where one of the two is over and the other is to come.

    Args:
        context: The document.
        sentence: Where both stand.
        date: A date of the sentence.
        cue: The word for an encounter.
    """
    if not are_parted(context, sentence, date.first, cue):
        return False
    own = around(context, sentence, cue.first)
    if any(d.edtf and around(context, sentence, d.first) is own for d in sentence.dates if d.kind in ("date", "time")):
        return True
    comes = any(around(context, sentence, c.first) is own for c in sentence.having("future", "planned"))
    return (lies_ahead(context, date.edtf) is True) != comes


def is_elsewhere(context: Context, sentence: ReadSentence, agent: Agent, cue: Cue) -> bool:
    """Whether somebody is named on the other side of the edge of a relative clause, and is not whom that is about.

    Args:
        context: The document.
        sentence: Where both stand.
        agent: Somebody named there.
        cue: The word for an encounter, or of saying.
    """
    own = around(context, sentence, cue.first)
    if own is not None and own.about.first <= agent.first < own.about.last:
        return False
    return around(context, sentence, agent.first) is not own


def _may_tell_of(context: Context, sentence: ReadSentence, cue: Cue, clause: InsertedClause) -> bool:
    """Whether a clause may be about the noun for an encounter that stands before it."""
    if cue.role != "meeting-noun" or cue.last > clause.first:
        return False
    if sentence.having(*_VERBS, first=cue.last, last=clause.first):
        return False
    return not context.is_someone(sentence, clause.about)


def _found(context: Context, sentence: ReadSentence) -> list[InsertedClause]:
    openers = sentence.all_having("which", "that")
    counted = [*counted_phrases(context, sentence)]
    if not openers or not sentence.agents:
        return counted
    clauses: list[InsertedClause] = []
    for opener in openers[:_MOST]:
        if clauses and opener.first < clauses[-1].last:
            continue
        about = _antecedent(context, sentence, opener)
        if about is None or not _may_open(context, sentence, opener, about):
            continue
        last = _end(context, sentence, opener)
        if last is not None and not _tells_of_encounter(sentence, opener, about, last):
            clauses.append(InsertedClause(_start(context, opener), opener.last, last, about))
    apart = (c for c in counted if not any(c.first < clause.last and clause.first < c.last for clause in clauses))
    return sorted((*clauses, *apart), key=lambda clause: clause.first)


def _tells_of_encounter(sentence: ReadSentence, opener: Cue, about: Agent, last: int) -> bool:
    """Whether a clause is about the noun for an encounter before a name: "the talks with A, which *were held*"."""
    if not sentence.having(*_HOLDING, first=opener.last, last=last):
        return False
    nouns = sentence.having("meeting-noun", last=about.first)
    return bool(nouns) and not sentence.having(*_VERBS, first=nouns[-1].last, last=opener.first)


def _is_comma(context: Context, token: int) -> bool:
    return context.text.tokens[token].text in COMMAS


def _start(context: Context, opener: Cue) -> int:
    """The comma before the opener, where one stands there."""
    return opener.first - 1 if opener.first and _is_comma(context, opener.first - 1) else opener.first


def _antecedent(context: Context, sentence: ReadSentence, opener: Cue) -> Agent | None:
    """Whoever is named right before an opener."""
    start = _start(context, opener)
    named = sentence.agents_in(start - _LONGEST_NAME, start)
    closes = context.text.tokens[start - 1].text in _BEHIND_NAMES or any(
        c.role == "also" and c.last == start and c.last - c.first == 1 for c in sentence.near(start - 1, start)
    )  # a bracket, or the second half of a preposition: "bi A *re*, ku"
    behind = start - 1 if closes else start
    if not named or not behind <= named[-1].last <= start:
        return None
    owner = named[-2] if len(named) > 1 and not named[-1].parties else None
    # "A's minister": who has the office is told by what stands before it.
    return owner if owner is not None and named[-1].first - owner.last <= _TO_OFFICE else named[-1]


def _may_open(context: Context, sentence: ReadSentence, opener: Cue, about: Agent) -> bool:
    """Whether a word opens a relative clause, and no clause of what is said or wanted."""
    behind_comma = _is_comma(context, opener.first) or _is_comma(context, opener.first - 1)
    if context.table.subject != "before":
        return opener.role == "which" and behind_comma
    if opener.role == "which":
        return True
    # "که" behind a name, where no verb stands before it whose content it might open.
    named = bool(about.free and not about.role) or about.role in _MET
    return named and not sentence.having(*_VERBS, first=sentence.first, last=about.first)


def _end(context: Context, sentence: ReadSentence, opener: Cue) -> int | None:
    """Where a clause ends; None where no verb tells that it is one, or nothing is left for the main clause."""
    if context.table.subject == "before":
        return _behind_its_verb(context, sentence, opener, sentence.having(*_ENDING, first=opener.last))
    verbs = sentence.having(*_VERBS, first=opener.last)
    if not verbs:
        return None
    commas = _commas(context, sentence, verbs[0].first)
    if sentence.having(*_VERBS, last=opener.first):
        return next(iter(commas), sentence.last)
    for comma in commas:
        if sentence.having(*_OPENING, first=comma + 1, last=comma + 1 + _TO_MAIN_VERB):
            return comma
    return None


def _commas(context: Context, sentence: ReadSentence, first: int) -> list[int]:
    """The commas from a token on that are part of no date."""
    return [t for t in range(first, sentence.last) if _is_comma(context, t) and not sentence.is_dated(t)]


def _behind_its_verb(context: Context, sentence: ReadSentence, opener: Cue, verbs: Sequence[Cue]) -> int | None:
    """The end of a clause whose verb comes last, with the verbs that "and" joins to it."""
    only_scheduled = {c.last for c in sentence.having("scheduled", "future")}
    ands = {c.first for c in sentence.having("and", first=opener.last)}
    end = None
    if not verbs or any(t < verbs[0].first for t in _commas(context, sentence, opener.last)[:1]):
        return None  # a verb before the comma that is not known as one, or a list: nobody can tell
    for verb in verbs:
        if verb.last in only_scheduled or (end is not None and verb.first < end):
            continue
        end = max([verb.last, *(c.last for c in verbs if c.first < verb.last)])
        if end in ands:
            continue  # "arrived *and* met": both are told of whoever is named before
        break
    if end is None:
        return None
    goal = next((t for t in range(end, min(sentence.last, end + _GOAL + 1)) if _is_comma(context, t)), None)
    end = goal if goal is not None else end
    return end if sentence.having(*_VERBS, first=end + 1) else None
