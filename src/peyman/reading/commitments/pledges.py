"""What the rules alone read as an undertaking: a cue, its subject, and the clause that it governs.

A learnt model weighs what they find beside everything else that is known, see `peyman.reading.commitments.entries`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import (
    LONGEST_CUE,
    opening_demonstratives,
    segment_after,
    segment_before,
    subject_of,
)
from peyman.reading.clauses.tense import is_negated, lies_ahead
from peyman.reading.commitments.actions import SHORTEST_ACTION, actions_of, after_companions, before_hope, trimmed
from peyman.reading.commitments.terms import (
    CommitmentDraft,
    class_of,
    condition_of,
    objectives_of,
    toward_of,
    window_of,
)
from peyman.reading.encounters import Encounter
from peyman.reading.statements.attribution import Attribution
from peyman.text.marks import COMMAS
from peyman.text.segment import ANNOUNCING, BlockKind
from peyman.text.tokens import TokenKind

#: References to people who undertake something together.
_TOGETHER = frozenset({"people", "all", "they", "two", "three", "four", "five"})
#: Roles of what says that a clause undertakes nothing.
_DISCLAIMING = ("no-undertaking", "scheduled", "deny")


@dataclass(frozen=True, slots=True)
class Ruled:
    """An undertaking as the rules read it.

    Attributes:
        draft: Its terms; without parties where its own words name none.
        table: Where it was undertaken together: the parties of the encounter told last.
    """

    draft: CommitmentDraft
    table: tuple[str, ...]


def ruled_commitments(context: Context, attribution: Attribution, meetings: Sequence[Encounter]) -> list[Ruled]:
    """Find undertakings by cues and clauses.

    A hope, an appeal to others, a forecast or a need is none (``no-undertaking`` cues); nor is a future whose subject
    is no party, body or person.

    Args:
        context: The document with its cues, names and dates.
        attribution: Its statements: "we will" speaks for whoever says it.
        meetings: Its encounters: "it was agreed" binds those at the table.
    """
    drafts: list[CommitmentDraft] = []
    opener: _Opener | None = None
    for sentence in context.sentences:
        if sentence.kind in ANNOUNCING:
            # What the lead tells is told again, but a list that it opens follows at once.
            opener = _opener(context, attribution, sentence) if sentence.kind is BlockKind.LEAD else None
            continue
        if sentence.kind is BlockKind.ITEM and opener is not None:
            drafts += _item(context, sentence, opener)
            continue
        opener = _opener(context, attribution, sentence)
        if opener is None:
            drafts += _in_sentence(context, attribution, sentence)
    return [
        Ruled(draft, _parties_at_table(context, draft, meetings) if not draft.by and draft.at_table else ())
        for draft in _without_overlaps(context, drafts)
    ]


#: Of two cues for one undertaking the firmer word counts.
_FIRMNESS = ("conditional", "reaffirmed", "committed", "agreed", "intends", "will")


def _without_overlaps(context: Context, drafts: list[CommitmentDraft]) -> list[CommitmentDraft]:
    """Two cues for one action ("renewed their commitment", "promised that they would") make one undertaking."""
    kept: list[CommitmentDraft] = []
    for draft in drafts:
        twin = next((k for k in kept if k.sentence is draft.sentence and _shares(k.action, draft.action)), None)
        if twin is None:
            kept.append(draft)
            continue
        firmer, other = sorted((twin, draft), key=lambda d: _FIRMNESS.index(d.strength))
        firmer.by = firmer.by or other.by
        firmer.at_table = firmer.at_table or other.at_table
        firmer.window = firmer.window or other.window
        firmer.refused = firmer.refused or (other.refused and not _parted(context, other, firmer))
        firmer.class_ = other.class_ if firmer.class_ == "other" else firmer.class_
        kept[kept.index(twin)] = firmer
    return kept


def _parted(context: Context, one: CommitmentDraft, other: CommitmentDraft) -> bool:
    """Whether a clause of its own begins between the verbs of two: "will not leave, and *that* it promises to pay".

    So does one where the second verb stands right behind an "and": "will not leave *and promised* to pay".
    """
    if one.verb is None or other.verb is None or other.verb[0] < one.verb[1]:
        return False
    verb, fused = other.verb[0], context.table.conjunction_prefix
    if fused and context.text.tokens[verb].fold.startswith(fused):
        return True
    joined = any(c.last == verb for c in one.sentence.having("and", first=one.verb[1], last=verb))
    return joined or bool(one.sentence.having("that", first=one.verb[1], last=verb))


def _shares(a: tuple[int, int], b: tuple[int, int]) -> bool:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * common > min(a[1] - a[0], b[1] - b[0])


def _in_sentence(context: Context, attribution: Attribution, sentence: ReadSentence) -> list[CommitmentDraft]:
    found: list[CommitmentDraft] = []
    covered: list[tuple[int, int]] = []
    for cue in sentence.having("undertake", "refuse"):
        if disclaimed(context, sentence, cue.first):
            continue
        subject = _subject(context, attribution, sentence, cue)
        for action in actions_of(context, sentence, cue):
            found.append(_draft(context, sentence, cue, subject, action))
            covered.append(action)
    for cue in sentence.having("future", "present"):
        if any(a <= cue.first < b for a, b in covered) or disclaimed(context, sentence, cue.first):
            continue
        subject = _subject(context, attribution, sentence, cue)
        if subject is None or not subject.free or not _can_undertake(context, subject):
            continue
        if cue.role == "present" and not _speaks_of_future(context, attribution, sentence, cue):
            continue
        first = _behind_told(sentence, segment_before(context, sentence, cue.first), cue.first, covered)
        last = before_hope(context, sentence, cue.last, segment_after(context, sentence, cue.last))
        last = _before_next_future(context, sentence, cue, last)
        start = max(first, subject.last) if subject.last <= cue.first else first
        told = trimmed(context, after_companions(context, sentence, start, cue.first), last)
        if told is None or any(a < told[1] and told[0] < b for a, b in covered):
            continue
        found.append(_draft(context, sentence, cue, subject, told))
        covered.append(told)
    return found


def _behind_told(sentence: ReadSentence, first: int, token: int, told: Sequence[tuple[int, int]]) -> int:
    """Where the clause of a verb begins: behind what is told before it in the same stretch, and the "and" between."""
    for _, end in told:
        if first < end <= token:
            first = next((c.last for c in sentence.having("and", first=end, last=token) if c.first == end), end)
    return first


def _before_next_future(context: Context, sentence: ReadSentence, cue: Cue, last: int) -> int:
    """Return where what is to come ends before a clause beside it that has a future of its own.

    "We will send a delegation *and* will not sign": the conjunction stands right before the second verb or its subject,
    is written to it, or follows the verb of the first clause.
    """
    following = sentence.having("future", "refuse", first=cue.last + SHORTEST_ACTION, last=last)
    if not following:
        return last
    then, prefix = following[0], context.table.conjunction_prefix
    if prefix and context.text.tokens[then.first].fold.startswith(prefix):
        return then.first
    ends = {c.last for c in sentence.having("finite", "present", "future", first=cue.first, last=then.first)}
    for joint in sentence.having("and", first=cue.last, last=then.first):
        if joint.first in ends or then.first - joint.last <= 1:
            return joint.first
    return last


@dataclass(frozen=True, slots=True)
class _Opener:
    """A clause that ends in a colon and opens a list of undertakings: "the two sides agreed on the following:".

    What a joint statement or a communiqué lists behind a colon is as often a welcome, a concern or an appeal: each
    point has to say itself that something is undertaken.
    """

    subject: Agent | None
    strength: str


def _opener(context: Context, attribution: Attribution, sentence: ReadSentence) -> _Opener | None:
    if context.text.tokens[sentence.last - 1].text not in (":", "："):
        return None
    for cue in sentence.having("undertake"):
        if not disclaimed(context, sentence, cue.first):
            return _Opener(_subject(context, attribution, sentence, cue), cue.value)
    return None


def _item(context: Context, sentence: ReadSentence, opener: _Opener) -> list[CommitmentDraft]:
    """One entry of a list of undertakings: as a whole what is undertaken, or refused if it begins with a refusal."""
    tokens = context.text.tokens
    first = next((t for t in range(sentence.first, sentence.last) if tokens[t].kind is TokenKind.WORD), sentence.last)
    action = trimmed(context, first, sentence.last)
    if action is None:
        return []
    draft = _draft(context, sentence, Cue(first, first, "undertake", opener.strength), opener.subject, action)
    draft.refused = any(c.first - first <= 1 for c in sentence.having("refuse"))
    draft.at_table = True
    return [draft]


def _subject(context: Context, attribution: Attribution, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Who undertakes: the subject of the verb; for a first person, a pronoun or none, whoever speaks there."""
    subject = subject_of(context, sentence, cue)
    speaker = attribution.said_in(cue.first)
    parties = attribution.statements[speaker[0]].parties if speaker else ()
    if not parties:
        return subject
    if subject is not None and subject.reference in ("he", "we", "I", "own", "home"):
        return replace(subject, parties=parties)
    first = segment_before(context, sentence, cue.first)
    last = segment_after(context, sentence, cue.last)
    if subject is not None and subject.free:
        return subject
    own = bool(sentence.having("first-person", first=first, last=last))
    dropped = context.table.pro_drop and not sentence.having("passive", first=first, last=last)
    nobody = not any(a.free for a in sentence.agents if first <= a.first < last)
    if own or (
        dropped and nobody and cue.role in ("future", "present") and not _begins_with_a_thing(context, sentence, first)
    ):
        return Agent(first, first, parties, reference="we")
    return subject


def _begins_with_a_thing(context: Context, sentence: ReadSentence, first: int) -> bool:
    """Whether "this cooperation", "these efforts" opens a stretch: then that is what the verb speaks of."""
    return bool(opening_demonstratives(context, sentence, first, sentence.last, "also", "and"))


def _speaks_of_future(context: Context, attribution: Attribution, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a present tense tells an undertaking: said by somebody or dated ahead, and of something undertaken."""
    first = segment_before(context, sentence, cue.first)
    last = segment_after(context, sentence, cue.last)
    ahead = any(first <= d.first < last and lies_ahead(context, d.edtf) for d in sentence.dates)
    if sentence.having("say", first=cue.first, last=cue.last):
        return False
    return (ahead or attribution.is_said(cue.first)) and bool(sentence.having("class", first=first, last=last))


def _can_undertake(context: Context, subject: Agent) -> bool:
    return not context.is_outlet(subject) and (bool(subject.parties) or bool(subject.reference))


def disclaimed(context: Context, sentence: ReadSentence, token: int) -> bool:
    """Say whether a hope, appeal, forecast, need or entry in a calendar governs the stretch that holds a token.

    One of two coordinated clauses does not reach into the other: past a finite verb with a comma or an "and" behind it.
    Where the verb comes before its object it governs only what follows it.
    """
    # A stretch begins with the "but" that ends the one before it.
    near = sentence.having("but", first=token, last=token + LONGEST_CUE)
    token = next((c.last for c in near if c.first == token and c.last < sentence.last), token)
    first = segment_before(context, sentence, token)
    last = segment_after(context, sentence, token)
    opens = _undertakes_anew(context, sentence, token)
    for cue in sentence.having(*_DISCLAIMING, first=first):
        if opens and cue.last <= token:
            continue
        if cue.first >= last or (context.table.subject != "before" and cue.first > token):
            break
        if not _clause_ends_between(context, sentence, cue, token):
            return True
    if _is_governed_from_before(sentence, first) and not opens:
        return True
    clause = sentence.clauses[max(0, bisect_right(sentence.clauses, token, key=lambda c: c.first) - 1)]
    in_condition = clause.opener == "condition" and clause.first <= token
    return in_condition and token < _condition_end(context, sentence, clause.first, clause.last)


def _undertakes_anew(context: Context, sentence: ReadSentence, token: int) -> bool:
    """Whether a verb of undertaking opens a clause of its own: "stressed the need for peace, *renewing its* pledge"."""
    if token <= sentence.first or not sentence.having("undertake", first=token, last=token + LONGEST_CUE):
        return False
    opening = any(c.first == token for c in sentence.having("undertake", first=token, last=token + LONGEST_CUE))
    joined = any(c.last == token for c in sentence.having("and", first=token - LONGEST_CUE, last=token))
    return opening and (joined or context.text.tokens[token - 1].text in COMMAS)


def _is_governed_from_before(sentence: ReadSentence, first: int) -> bool:
    """Whether a hope or the like ends before a stretch, and no verb of saying or undertaking between the two."""
    cutting = sentence.all_having("undertake", "say", "but")
    number = bisect_left(cutting, first, key=lambda c: c.first)
    cut = cutting[number - 1].first if number else sentence.first - 1
    hopes = sentence.all_having(*_DISCLAIMING)
    for index in range(bisect_left(hopes, first, key=lambda c: c.first) - 1, -1, -1):
        if cut < hopes[index].last <= first:
            return True
        if hopes[index].first <= cut - LONGEST_CUE:
            return False
    return False


def _condition_end(context: Context, sentence: ReadSentence, first: int, last: int) -> int:
    """Where a condition ends: at the next comma, at a word for "then", or at the end of its clause."""
    last = next((c.first for c in sentence.having("consequence", first=first + 2, last=last)), last)
    for index in range(first, last):
        if context.text.tokens[index].text in COMMAS:
            return index
    return last


def _clause_ends_between(context: Context, sentence: ReadSentence, cue: Cue, token: int) -> bool:
    left, right = min(cue.last, token), max(cue.first, token)
    fused = context.table.conjunction_prefix
    if fused and any(
        context.text.tokens[say.first].fold.startswith(fused) for say in sentence.having("say", first=left, last=right)
    ):
        return True  # "it denied the report andstressed that …": the conjunction is written to the verb
    conjunctions = {c.first for c in sentence.having("and", first=left, last=min(right + LONGEST_CUE, sentence.last))}
    verbs = sentence.having(
        "finite", "present", "past", "future", "say", "undertake", first=left - LONGEST_CUE, last=right
    )
    ends = {c.last for c in verbs}
    return any(
        end in conjunctions or context.text.tokens[end].text in COMMAS
        for end in ends
        if left <= end <= right and end < sentence.last
    )


def _draft(
    context: Context, sentence: ReadSentence, cue: Cue, subject: Agent | None, action: tuple[int, int]
) -> CommitmentDraft:
    first = min(cue.first, action[0])
    last = max(cue.last, action[1])
    by = subject.parties if subject is not None and not context.is_outlet(subject) else ()
    together = subject is not None and subject.plural and subject.reference in _TOGETHER
    passive = cue.role == "undertake" and cue.value == "agreed" and (subject is None or not subject.free)
    if passive and subject is not None and not subject.free:
        by = ()
    if together and subject is not None and subject.reference == "all" and not subject.entries:
        by = ()  # "the participants": those at the table of the encounter told last
    condition = condition_of(context, sentence)
    refused = cue.role == "refuse" or is_negated(sentence, *_verb_stretch(sentence, cue, action))
    strength = cue.value if cue.role == "undertake" else "will"
    if condition is not None:
        strength = "conditional"
    followup = next((c.value for c in sentence.having("followup", first=first, last=last)), None)
    return CommitmentDraft(
        sentence=sentence,
        first=first,
        last=last,
        action=action,
        by=by,
        toward=toward_of(sentence, action, by),
        class_=class_of(sentence, action, cue),
        strength=strength,
        refused=refused,
        objectives=objectives_of(context, sentence, action),
        window=window_of(context, sentence, first, last),
        condition=condition,
        followup=followup,
        at_table=together or passive,
        verb=(cue.first, cue.last),
    )


def _verb_stretch(sentence: ReadSentence, cue: Cue, action: tuple[int, int]) -> tuple[int, int]:
    """Where a negation has to stand to turn the undertaking into a refusal: behind an "and" that its verb is behind."""
    first, last = max(action[0], cue.first - 6), min(max(cue.last, action[1]), cue.last + 12)
    # "Will send a delegation and *will not* give up": the second verb has a negation of its own.
    joined = [c for c in sentence.having("and", first=cue.last, last=last) if c.last < last]
    own = sentence.having("future", "undertake", "refuse", first=joined[0].last if joined else last, last=last)
    last = min([last, *(c.first for c in own)])
    return max([first, *(c.last for c in sentence.having("and", first=first, last=cue.first))]), last


def _parties_at_table(context: Context, draft: CommitmentDraft, meetings: Sequence[Encounter]) -> tuple[str, ...]:
    """The parties of the encounter told last before an undertaking; else of the one told first after it."""
    told = [(m.cue.first, meeting.parties) for meeting in meetings for m in meeting.mentions]
    before = [t for t in told if t[0] <= draft.last]
    if before:
        return max(before)[1]
    return min(told)[1] if told else ()
