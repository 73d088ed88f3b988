"""Which date of its sentence the clause of an encounter gives it, by the rules, and which date something else."""

from __future__ import annotations

from peyman.dates import FoundDate
from peyman.reading.clauses.attributive import is_of_a_thing, names_a_thing
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.inserted_clauses import dates_another
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.clauses.tense import is_told_as_past, lies_ahead
from peyman.reading.time_and_place.margins import dates_the_margin
from peyman.reading.time_and_place.matter import dates_the_matter
from peyman.text.marks import COMMAS

#: So many dates of one sentence are asked whether just one of them may be that of an encounter.
MOST_DATES = 24
#: A date stands at most so many tokens from the verb of saying that it dates, "in a statement" left out.
SAYING_REACH = 2
#: The verb itself, whoever says it and the statement counted in, is at most so many tokens from the date.
SAID_NEAR = 60
#: "For", "ahead of" stand at most so many tokens before what somebody comes for.
GOAL_REACH = 5
#: "After" stands at most so many tokens before the encounter that it opens.
AFTER_REACH = 3
#: The name of an agreement that holds a date begins and ends at most so many tokens from it.
LONGEST_AGREEMENT = 40


def date_told(context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int) -> FoundDate | None:
    """The date nearest to the cue in its own stretch; else, in a sentence with one date, that one.

    A date in the name of an agreement is that agreement's, and no meeting's but the one that signed it.

    Args:
        context: The document.
        sentence: Where the encounter is told.
        cue: The word for it.
        first: First token of its own stretch.
        last: After the last one.
    """
    over = is_told_as_past(context, cue) and not sentence.having("future", "planned", first=first, last=last)
    inside = [d for d in sentence.dates_in(first, last) if _may_date(context, sentence, d, cue)]
    if over:  # "discussed co-operation as A prepares to take the chair in July": it has not come yet
        inside = [d for d in inside if not lies_ahead(context, d.edtf)]
    pool = _dates_of_its_own(sentence, inside or _only_date(context, sentence, cue, over), cue)
    if not pool:
        return None

    def distance(date: FoundDate) -> tuple[bool, bool, int]:
        gap = cue.first - date.last if date.last <= cue.first else date.first - cue.last
        return (date.vague, len(date.edtf or "") == 4, gap)

    return min(pool, key=distance)


def _only_date(context: Context, sentence: ReadSentence, cue: Cue, over: bool) -> list[FoundDate]:
    """The one date of a sentence that may be an encounter's, if it is no day to come of what is told as over."""
    usable = (d for d in sentence.dates[:MOST_DATES] if _may_date(context, sentence, d, cue))
    date = next(usable, None)
    if date is None or next(usable, None) is not None:
        return []
    return [] if over and lies_ahead(context, date.edtf) else [date]


def _may_date(context: Context, sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date of a sentence may be that of an encounter, and is not known to be of something else."""
    return (
        date.kind in ("date", "time")
        and bool(date.edtf)
        and date is not context.dateline
        and (cue.value == "signing" or not _is_in_agreement(context, sentence, date))
        and not dates_the_saying(context, sentence, date, cue)
        and not _dates_what_is_agreed(context, sentence, date, cue)
        and not dates_something_else(context, sentence, date, cue)
    )


def dates_something_else(context: Context, sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether the words around a date say that it is of something else than the encounter that its sentence tells.

    What was agreed, a gathering beside it, another clause, a thing with a day of its own, what the encounter is about.

    Args:
        context: The document.
        sentence: Where both stand.
        date: A date of it.
        cue: The word for the encounter.
    """
    return (
        is_of_an_age(date)
        or dates_the_content(sentence, date, cue)
        or dates_the_margin(sentence, date.first, cue.first)
        or dates_another(context, sentence, date, cue)
        or names_a_thing(context, sentence, date)
        or (cue.value != "signing" and is_of_a_thing(context, sentence, date))
        or dates_the_matter(context, sentence, date, cue)
        or _dates_what_follows(context, sentence, date, cue)
    )


def _dates_what_follows(context: Context, sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date is of an encounter that comes behind one told as over: "after the summit, a round *in May*"."""
    if date.first < cue.last:
        return False
    after = sentence.having("after", first=cue.first - GOAL_REACH, last=cue.first)
    if not any(cue.first - c.last <= AFTER_REACH for c in after):
        return False
    commas = [t for t in range(cue.last, date.first) if context.text.tokens[t].text in COMMAS]
    if not commas:
        return False
    if sentence.having("ends", first=date.last):
        return False  # "after two days of talks, the meeting *ended* yesterday": it is the one that was told
    rest = sentence.having("meeting-noun", "meeting-verb", first=commas[0])
    return any(c.first >= commas[0] and (c.last <= date.first or date.last <= c.first) for c in rest[:2])


def is_of_an_age(date: FoundDate) -> bool:
    """Whether a date is a whole century, on which nobody meets: "meet the challenges of *the 21st century*"."""
    return (date.edtf or "").endswith("XX") and "-" not in (date.edtf or "")


def _is_in_agreement(context: Context, sentence: ReadSentence, date: FoundDate) -> bool:
    """Whether the name of an agreement touches a date."""
    first = max(sentence.first, date.first - LONGEST_AGREEMENT)
    last = min(sentence.last, date.last + LONGEST_AGREEMENT)
    named = context.found.agreement_mentions_in(first, last)
    return any(m.first < date.last and date.first < m.last for m in named)


def _dates_of_its_own(sentence: ReadSentence, dates: list[FoundDate], cue: Cue) -> list[FoundDate]:
    """Dates less those of the journey to an encounter that has its own: "came *on Monday* for talks on Tuesday"."""
    behind = [d for d in dates if d.first >= cue.last]
    if not behind or len(behind) == len(dates):
        return dates
    goals = sentence.having("errand", "planned", first=cue.first - GOAL_REACH, last=cue.last)
    return [d for d in dates if d in behind or not any(d.last <= c.first <= cue.first for c in goals)]


def dates_the_saying(context: Context, sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date tells when something was said or published, and not when the encounter took place.

    So it does if a word of saying or publishing stands between the two, or if the date stands beside the verb of saying
    or whoever says it, and the encounter is only what is spoken of ("announced on Friday the resumption of talks").
    """
    if denied_on(sentence, date, cue):
        return True
    if not date.vague and lies_ahead(context, date.edtf) and sentence.having("say", last=cue.first):
        return False  # "announced tomorrow he travels to B"
    if cue.role == "meeting-verb":
        return _said_beside(sentence, date, cue)
    left, right = min(date.last, cue.last), max(date.first, cue.first)
    if sentence.having("publish", "statement-noun", "say", first=left, last=right):
        return True
    if date.last > cue.first:
        return False
    for said in sentence.having("say", "publish", first=date.first - SAID_NEAR, last=date.last + SAID_NEAR):
        speaker = subject_of(context, sentence, said)
        ends = [said.last, *([speaker.last] if speaker is not None else [])]
        if not any(0 <= date.first - end <= 2 for end in ends):
            continue
        spoken_of = any(0 <= cue.first - c.last <= 4 for c in sentence.having("from", "about"))
        if said.last <= date.first or (said.first >= cue.last and spoken_of):
            return True
    return False


def denied_on(sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date before an encounter is of its denial: "on Tuesday denied reports that they had met".

    Args:
        sentence: Where it is told.
        date: A date of the sentence.
        cue: The word of the encounter.
    """
    if date.last > cue.first:
        return False
    denials = (c for c in sentence.having("denied", "deny", last=cue.first))
    return any(date.last <= c.first or 0 <= date.first - c.last <= 1 for c in denials)


def dates_the_content(sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date stands in the clause behind a verb that tells what was agreed: "agreed *that* by May …"."""
    if cue.role != "meeting-verb":
        return False
    return any(0 <= c.first - cue.last <= 1 for c in sentence.having("that", first=cue.last, last=date.first))


def _dates_what_is_agreed(context: Context, sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a date to come is that of what somebody came to terms on: "on manoeuvres *next spring* they agreed"."""
    if not cue.loose or cue.value != "talks" or date.last > cue.first or not lies_ahead(context, date.edtf):
        return False
    return bool(sentence.having("about", last=date.first))


def _said_beside(sentence: ReadSentence, date: FoundDate, cue: Cue) -> bool:
    """Whether a verb of saying parts a date that stands beside it from the verb of meeting.

    "They have held talks, the ministry said on Friday"; "today it announced that they have met".
    """
    for said in sentence.having("say", "publish", first=date.first - SAID_NEAR, last=date.last + SAID_NEAR):
        if date.last <= said.first and said.last <= cue.first:
            first, last = date.last, said.first
        elif said.last <= date.first and (
            cue.last <= said.first or sentence.having("that", first=date.last, last=cue.first)
        ):
            first, last = said.last, date.first
        else:
            continue
        form = sum(c.last - c.first for c in sentence.having("statement-noun", "in", first=first, last=last))
        if last - first - form <= SAYING_REACH:
            return True
    return False
