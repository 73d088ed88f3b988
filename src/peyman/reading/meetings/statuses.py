"""Whether an encounter took place, is to come, is put off, called off or denied: what its clause says of that."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.dates import FoundDate
from peyman.dates.edtf import bounds
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.inserted_clauses import around
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.tense import lies_ahead, runs_ahead
from peyman.reading.meetings.diaries import is_on_the_diary
from peyman.reading.meetings.errands import is_errand
from peyman.reading.meetings.infinitives import is_still_to_do
from peyman.text.marks import COMMAS
from peyman.text.segment import ANNOUNCING

#: "After", "in" stand at most so many tokens before their noun, whose possessor and adjectives stand between.
OPENED_WITHIN = 4
#: What is denied opens at most so many tokens behind the verb: "denied on Monday that".
DENIAL_REACH = 4
#: What somebody is invited to stands at most so many tokens behind the word of inviting, or before it.
INVITATION_REACH, INVITED_REACH = 10, 5
#: "Will", "has been" stand at most so many tokens before the participle.
AUXILIARY_REACH = 3
#: A negation has at most so many tokens: "hasn't yet".
LONGEST_NEGATION = 4
#: Between a negation and its verb at most so many tokens stand: "did not *yet* meet".
ADVERB_REACH = 1
#: Between a negation and a noun for an encounter stand its verb, an article, an adjective: "did not have a long talk".
NOUN_REACH = 4
#: "That" and "it is expected" before it stand at most so many tokens apart from the verb, and from each other.
THAT_REACH = 3


def status_of(
    context: Context, sentence: ReadSentence, cue: Cue, first: int, last: int, date: FoundDate | None
) -> tuple[str, bool]:
    """Status of an encounter, and whether the text says it.

    Being called off, put off or denied outranks the date; the date outranks the verb; of several verbs after the
    noun the first decides, since the others speak of what follows from it.

    Args:
        context: The document.
        sentence: Where it is told.
        cue: Its noun or verb.
        first: Where its stretch begins.
        last: Where that ends.
        date: When it takes place, as far as rules tell.
    """
    end = _behind_inserted_clause(context, sentence, last)
    behind = _behind_relative_clause(context, sentence, cue, last)
    for role in ("denied", "cancelled", "postponed"):
        told = [c for c in sentence.having(role, first=first, last=end) if not _is_joined_to(sentence, cue, c)]
        if told and not (role == "denied" and _is_where_it_is_said(sentence, cue, told)):
            return role, True
        if not told and any(c.role == role for c in behind):
            return role, True
    if _is_denied_that(sentence, cue) or _is_not_done(sentence, cue) or _is_denied_report(context, sentence, cue):
        return "denied", True
    ahead = lies_ahead(context, date.edtf if date else None)
    if (cue.value == "visit" or ahead is not False) and _is_invited_to(sentence, cue, first, last):
        return "planned", True
    near = sentence.having("future", first=cue.first - AUXILIARY_REACH, last=cue.first)
    parting = sentence.having("and", "say", "that", "which", first=near[-1].last, last=cue.first) if near else []
    if near and not parting and ahead is not False:
        return "planned", True  # "*will* be received by": the participle is no past
    if ahead is not False and is_still_to_do(sentence, cue):
        return "planned", True
    verbs = _of_own_clause(context, cue, sentence, ("past", "future", "planned"), cue.first, last)
    if not verbs:
        verbs = _of_own_clause(context, cue, sentence, ("future", "planned"), first, last)
    verbs = _without_what_is_said_there(sentence, cue, verbs)
    planned = bool(verbs) and min(verbs, key=lambda c: c.first).role != "past"
    if ahead is True or ((planned or _is_expected(sentence, cue, first)) and ahead is not False):
        return "planned", True
    if ahead is not False and is_errand(context, sentence, cue, first, last):
        return "planned", True
    if is_on_the_diary(context, sentence, cue, date):
        return "planned", True
    settled = ahead is not None or date is None or bool(sentence.having("past", first=first, last=last))
    if (
        not settled
        and date is not None
        and (runs_ahead(context, date) or _may_come(context, sentence, cue, date, last))
    ):
        return "planned", True
    # "The guest, who is on a visit, met the minister": what goes on is the visit.
    met = cue.role == "meeting-verb" and any(
        cue.first <= c.first and c.last <= cue.last for c in sentence.having("past", first=cue.first, last=cue.last)
    )
    if not met and sentence.having("under-way", first=first, last=last):
        return "under-way", True
    return "held", ahead is False or bool(sentence.having("hold", "past", first=first, last=last))


def _may_come(context: Context, sentence: ReadSentence, cue: Cue, date: FoundDate, last: int) -> bool:
    """Whether a present that may speak of what is to come has a day that is not over: "meets B this evening"."""
    if date.vague or not sentence.having("present", first=cue.first, last=last):
        return False
    if sentence.having("under-way", first=cue.first, last=last) or sentence.kind in ANNOUNCING:
        return False
    days = bounds((date.edtf or "").partition("T")[0])
    today = bounds(context.published) if context.published else None
    return days is not None and today is not None and days[1] >= today[1]


def _of_own_clause(
    context: Context, cue: Cue, sentence: ReadSentence, roles: tuple[str, ...], first: int, last: int
) -> list[Cue]:
    """Words of tense, less those of what is said to follow: "arrived today *and will* meet B tomorrow"."""
    found = sentence.having(*roles, first=first, last=last)
    if cue.role != "meeting-verb":
        return found
    prefix, tokens = context.table.conjunction_prefix, context.text.tokens
    ands = {c.last for c in sentence.having("and", first=cue.last, last=last)}
    errands = {c.first for c in sentence.having("errand", first=first, last=last)} if cue.value == "visit" else ()
    return [
        c
        for c in found
        if c.first not in errands
        if c.first < cue.last
        or not (
            c.role != "past"
            and (c.first in ands or (prefix and c.last - c.first == 1 and tokens[c.first].fold.startswith(prefix)))
        )
    ]


def _without_what_is_said_there(sentence: ReadSentence, cue: Cue, verbs: Sequence[Cue]) -> list[Cue]:
    """Words of tense, less those of what somebody says there or after it: "after talks with B, A said it *would*".

    Where the noun is the subject, what is said of it is its own: "the talks, A said, *will* go on".
    """
    articles = sentence.having("article", first=cue.first - 1, last=cue.first)
    if cue.role != "meeting-noun" and not articles:  # "after *a* meeting with B": a noun for all that
        return list(verbs)
    opened = sentence.having("after", "course", "in", first=cue.first - OPENED_WITHIN, last=cue.first)
    openers = [c for c in opened if c.role != "in" or cue.first - c.last <= 1]
    if not openers or sentence.having("say", "past", "future", "that", first=openers[-1].last, last=cue.first):
        return list(verbs)
    said = sentence.having("say", first=cue.last)
    return [verb for verb in verbs if verb.first < cue.last or not any(c.last <= verb.first for c in said)]


def _is_expected(sentence: ReadSentence, cue: Cue, first: int) -> bool:
    """Whether the clause is what is to come by the words before it: "it is expected *that* they meet"."""
    verbs = [cue] if cue.role == "meeting-verb" else sentence.having("hold", first=first, last=cue.first)
    return any(
        before.last in (said.first, said.last) and 0 <= verb.first - said.last <= 1
        for verb in verbs
        for said in sentence.having("that", first=max(sentence.first, verb.first - THAT_REACH), last=verb.first)
        for before in sentence.having("planned", first=max(sentence.first, verb.first - 2 * THAT_REACH), last=said.last)
    )


def _behind_relative_clause(context: Context, sentence: ReadSentence, cue: Cue, last: int) -> list[Cue]:
    """What a clause goes on with behind a relative one: "the visit, which was to begin today, *was postponed*"."""
    tokens = context.text.tokens
    inserted = last > cue.last and any(c.role == "which" and c.first >= last for c in sentence.near(last, last + 2))
    relatives = (c for c in sentence.all_having("which") if c.first >= cue.last)
    opener = next((c for c in relatives if tokens[c.first - 1].text in COMMAS), None)
    if opener is None or not (inserted or opener.first <= last):
        return []
    comma = next((t for t in range(opener.last, sentence.last) if tokens[t].text in COMMAS), None)
    if comma is None:
        return []
    return [c for c in sentence.near(comma, comma + AUXILIARY_REACH + 2) if c.first >= comma]


def _is_invited_to(sentence: ReadSentence, cue: Cue, first: int, last: int) -> bool:
    """Whether somebody is invited on a journey: "invited him to visit Oman", and not a guest who came and invited.

    So may somebody be invited to talks: "accepted the invitation to *meet* B", but not "invited him *in the* talks".
    """
    invited = sentence.having("invite", first=first, last=last)
    if cue.value != "visit":
        reach = [c.last for c in invited if 0 <= cue.first - c.last <= INVITATION_REACH]
        roles = ("past", "in", "and", "hold", "meeting-noun", "meeting-verb")
        return cue.role == "meeting-noun" and any(not sentence.having(*roles, first=f, last=cue.first) for f in reach)
    return any(
        (0 <= cue.first - c.last <= INVITATION_REACH and not sentence.having("past", first=c.last, last=cue.first))
        or 0 <= c.first - cue.last <= INVITED_REACH
        for c in invited
    )


def _is_joined_to(sentence: ReadSentence, cue: Cue, told: Cue) -> bool:
    """Whether a conjunction parts a verb from what was called off before it: "did not receive A *and met* B".

    So it does from what is denied behind it, "met A *and did not* visit B"; what is put off or called off behind a verb
    is the encounter itself: "were to meet *and put it off*".
    """
    if cue.role != "meeting-verb" or (told.first >= cue.first and told.role != "denied"):
        return False
    between = (told.last, cue.first) if told.first < cue.first else (cue.last, told.first)
    return bool(sentence.having("and", "but", first=between[0], last=between[1]))


def _is_where_it_is_said(sentence: ReadSentence, cue: Cue, denials: Sequence[Cue]) -> bool:
    """Whether something is denied at the encounter, and not that it took place: "*in a call* to A he denied …"."""
    reach = 1 if cue.role == "meeting-noun" else 0  # "*di serdana* xwe de": a verb of two words is a noun behind "in"
    article = bool(sentence.having("article", first=cue.first - 1, last=cue.first))  # "*at a* meeting with A"
    inside = any(0 <= cue.first - c.last <= max(reach, article) for c in sentence.having("in", last=cue.first))
    # "*in a meeting with* A" may be one preposition.
    inside = inside or any(
        c.first < cue.first and c.last > cue.last for c in sentence.having("with", last=cue.last + 2)
    )
    behind = bool(sentence.having("that", first=cue.last))  # "denied *in a call* to A *that* …"
    return inside and (behind or all(denial.first >= cue.first for denial in denials))


def _is_denied_that(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a clause before says that what follows did not happen: "denied on Monday that the two had met"."""
    clauses = [c for c in sentence.having("that", "but") if c.last <= cue.first]
    if not clauses or clauses[-1].role != "that":
        return False
    opened = clauses[-1]
    return any(-1 <= opened.first - c.last <= DENIAL_REACH for c in sentence.having("denied", last=opened.last))


def _is_denied_report(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a clause tells what somebody wrote, and its sentence denies it: "A, which wrote of talks, was denied"."""
    clause = around(context, sentence, cue.first)
    if clause is None or not sentence.having("say", "publish", first=clause.inside, last=clause.last):
        return False
    return any(c.last <= clause.first or c.first >= clause.last for c in sentence.all_having("denied", "deny"))


def _is_not_done(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a negation stands right before the verb, or the noun's: "*did not* receive", "*did not* hold talks".

    The last word of one may be the first of the verb's: "has yet *to* meet". One that stands before verbs alone denies
    no noun.
    """
    verb = cue.role == "meeting-verb"
    reach = ADVERB_REACH if verb else NOUN_REACH
    said = sentence.having("not-done", first=cue.first - reach - LONGEST_NEGATION, last=cue.first + 1)
    if not verb and any(c.value == "noun" and _names_alone(sentence, c.last, cue.first) for c in said):
        return True  # "*no* Kenya-Oman meeting"
    said = [c for c in said if c.value != "noun"]
    return any(
        (cue.first == c.last and verb if c.value == "verb" else -1 <= cue.first - c.last <= reach)
        and not sentence.agents_in(c.last, cue.first)
        and not sentence.having("with", "about", "and", "that", "between", first=c.last, last=cue.first)
        for c in said
    )


def _names_alone(sentence: ReadSentence, first: int, last: int) -> bool:
    """Whether nothing stands in a stretch but those whom an encounter is of, and words for its format."""
    told = [(agent.first, agent.last) for agent in sentence.agents_in(first, last)]
    told += [(cue.first, cue.last) for cue in sentence.having("format", first=first, last=last)]
    covered = {token for start, end in told for token in range(start, end)}
    return first < last and last - first - len(covered) <= len(told) - 1  # a dash between each two


def _behind_inserted_clause(context: Context, sentence: ReadSentence, last: int) -> int:
    """Where a verb comes last, a relative clause parts the noun from it: the stretch then runs to the end."""
    opens = [c for c in sentence.having("that", "which") if c.first == last]
    return sentence.last if opens and context.table.subject == "before" else last
