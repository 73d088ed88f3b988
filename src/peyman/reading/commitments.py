"""What a party undertakes, or refuses to do: by whom, by when, on what condition, how firmly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from peyman.dates import FoundDate
from peyman.dates.edtf import bounds
from peyman.reading.context import LONGEST_DESCRIPTION, Agent, Context, ReadSentence, party_union
from peyman.reading.cues import Cue
from peyman.reading.meetings import MeetingDraft
from peyman.reading.statements import Attribution
from peyman.reading.subjects import segment_after, segment_before, subject_of
from peyman.reading.tense import is_negated, lies_ahead
from peyman.text.segment import BlockKind
from peyman.text.tokens import TokenKind

#: An undertaking is told in at least so many words.
SHORTEST_ACTION = 2
#: References to people who undertake something together.
_TOGETHER = frozenset({"people", "all", "they", "two", "three", "four", "five"})
_STOPS = frozenset(';؛:“”«»"…!?؟.')


@dataclass(slots=True)
class CommitmentDraft:
    """An undertaking while it is being read; ranges are token ranges."""

    sentence: ReadSentence
    first: int
    last: int
    action: tuple[int, int]
    by: tuple[str, ...]
    toward: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    class_: str = "other"
    strength: str = "will"
    refused: bool = False
    objectives: list[tuple[int, int]] = field(default_factory=list)
    window: str | None = None
    condition: tuple[int, int] | None = None
    followup: str | None = None
    cue: str = ""
    at_table: bool = False  # undertaken together at an encounter, whoever that was


def read_commitments(
    context: Context, attribution: Attribution, meetings: Sequence[MeetingDraft]
) -> list[CommitmentDraft]:
    """Find the undertakings of a document.

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
        if sentence.kind in (BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING):
            opener = None
            continue
        if sentence.kind is BlockKind.ITEM and opener is not None:
            drafts += _item(context, sentence, opener)
            continue
        opener = _opener(context, attribution, sentence)
        if opener is None or not opener.undertaken:
            drafts += _in_sentence(context, attribution, sentence)
    drafts = _without_overlaps(drafts)
    for draft in drafts:
        if not draft.by and draft.at_table:
            draft.by = _parties_at_table(context, draft, meetings)
        _objectives_told_next(context, draft)
    if len(context.main_parties) < 2:
        return []  # a text with one party or none tells of no dealings between parties
    return drafts


#: Of two cues for one undertaking the firmer word counts.
_FIRMNESS = ("conditional", "reaffirmed", "committed", "agreed", "intends", "will")


def _without_overlaps(drafts: list[CommitmentDraft]) -> list[CommitmentDraft]:
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
        firmer.refused = firmer.refused or other.refused
        firmer.class_ = other.class_ if firmer.class_ == "other" else firmer.class_
        kept[kept.index(twin)] = firmer
    return kept


def _shares(a: tuple[int, int], b: tuple[int, int]) -> bool:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * common > min(a[1] - a[0], b[1] - b[0])


def _in_sentence(context: Context, attribution: Attribution, sentence: ReadSentence) -> list[CommitmentDraft]:
    found: list[CommitmentDraft] = []
    covered: list[tuple[int, int]] = []
    for cue in sentence.having("undertake", "refuse"):
        if _disclaimed(context, sentence, cue.first):
            continue
        subject = _subject(context, attribution, sentence, cue)
        for action in _actions(context, sentence, cue):
            found.append(_draft(context, sentence, cue, subject, action))
            covered.append(action)
    for cue in sentence.having("future", "present"):
        if any(a <= cue.first < b for a, b in covered) or _disclaimed(context, sentence, cue.first):
            continue
        subject = _subject(context, attribution, sentence, cue)
        if subject is None or not subject.free or not _can_undertake(context, subject):
            continue
        if cue.role == "present" and not _speaks_of_future(context, attribution, sentence, cue):
            continue
        first = segment_before(context, sentence, cue.first)
        last = segment_after(context, sentence, cue.last)
        start = max(first, subject.last) if subject.last <= cue.first else first
        action = _trim(context, _after_companions(context, sentence, start, cue.first), last)
        if action is None or any(a < action[1] and action[0] < b for a, b in covered):
            continue
        found.append(_draft(context, sentence, cue, subject, action))
        covered.append(action)
    return found


@dataclass(frozen=True, slots=True)
class _Opener:
    """A clause that ends in a colon and opens a list of undertakings: "the two sides agreed on the following:"."""

    subject: Agent | None
    strength: str
    undertaken: bool  # whether it says so itself, or only opens the text of a joint statement


def _opener(context: Context, attribution: Attribution, sentence: ReadSentence) -> _Opener | None:
    if context.text.tokens[sentence.last - 1].text not in (":", "："):
        return None
    for cue in sentence.having("undertake"):
        if not _disclaimed(context, sentence, cue.first):
            return _Opener(_subject(context, attribution, sentence, cue), cue.value, True)
    if any(n.value in ("joint-statement", "communique") for n in sentence.having("statement-noun")):
        return _Opener(None, "agreed", False)
    return None


def _item(context: Context, sentence: ReadSentence, opener: _Opener) -> list[CommitmentDraft]:
    """One entry of a list of undertakings: as a whole what is undertaken, or refused if it begins with a refusal."""
    tokens = context.text.tokens
    first = next((t for t in range(sentence.first, sentence.last) if tokens[t].kind is TokenKind.WORD), sentence.last)
    action = _trim(context, first, sentence.last)
    if action is None:
        return []
    draft = _draft(context, sentence, Cue(first, first, "undertake", opener.strength), opener.subject, action)
    draft.refused = any(c.first - first <= 1 for c in sentence.having("refuse"))
    draft.at_table = True
    return [draft]


def _subject(context: Context, attribution: Attribution, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Who undertakes: the subject of the verb; for a first person or a pronoun, whoever speaks there."""
    subject = subject_of(context, sentence, cue)
    speaker = attribution.said_in(cue.first)
    parties = attribution.statements[speaker[0]].parties if speaker else ()
    if subject is not None and subject.reference in ("he", "we", "I", "own") and parties:
        return replace(subject, parties=parties)
    first = segment_before(context, sentence, cue.first)
    last = segment_after(context, sentence, cue.last)
    if (subject is None or not subject.free) and parties and sentence.having("first-person", first=first, last=last):
        return Agent(cue.first, cue.first, parties, reference="we")
    return subject


def _speaks_of_future(context: Context, attribution: Attribution, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a present tense tells an undertaking: said by somebody or dated ahead, and of something undertaken."""
    first = segment_before(context, sentence, cue.first)
    last = segment_after(context, sentence, cue.last)
    ahead = any(first <= d.first < last and lies_ahead(context, d.edtf) for d in sentence.dates)
    if sentence.having("say", first=cue.first, last=cue.last):
        return False
    return (ahead or bool(attribution.said_in(cue.first))) and bool(sentence.having("class", first=first, last=last))


def _can_undertake(context: Context, subject: Agent) -> bool:
    return not context.is_outlet(subject) and (bool(subject.parties) or bool(subject.reference))


def _disclaimed(context: Context, sentence: ReadSentence, token: int) -> bool:
    """Whether a hope, appeal, forecast or need governs the stretch that holds a token.

    One of two coordinated clauses does not reach into the other: past a finite verb with a comma or an "and" behind it.
    Where the verb comes before its object it governs only what follows it.
    """
    first = segment_before(context, sentence, token)
    last = segment_after(context, sentence, token)
    for cue in sentence.having("no-undertaking"):
        if first <= cue.first < last:
            if context.table.subject != "before" and cue.first > token:
                continue
            if not _clause_ends_between(context, sentence, cue, token):
                return True
        elif cue.last <= first and not any(
            c.role in ("undertake", "say", "but") and cue.last <= c.first < first for c in sentence.cues
        ):
            return True
    return any(
        clause.opener == "condition" and clause.first <= token < _condition_end(context, clause.first, clause.last)
        for clause in sentence.clauses
    )


def _condition_end(context: Context, first: int, last: int) -> int:
    """Where a condition ends: at the next comma or the end of its clause."""
    for index in range(first, last):
        if context.text.tokens[index].text in "،,":
            return index
    return last


def _clause_ends_between(context: Context, sentence: ReadSentence, cue: Cue, token: int) -> bool:
    left, right = min(cue.last, token), max(cue.first, token)
    conjunctions = {c.first for c in sentence.having("and")}
    ends = {c.last for c in sentence.having("finite", "present", "past", "future", "say", "undertake")}
    return any(
        end in conjunctions or context.text.tokens[end].text in ",،"
        for end in ends
        if left <= end <= right and end < sentence.last
    )


def _actions(context: Context, sentence: ReadSentence, cue: Cue) -> list[tuple[int, int]]:
    """What is undertaken: the clause that the cue opens, else the stretch around it; coordinated parts one by one."""
    that = [c for c in sentence.having("that") if cue.last <= c.first <= cue.last + 2]
    if that:
        first = that[0].last
        last = segment_after(context, sentence, first)
    elif context.table.subject == "before" and _at_end(context, sentence, cue):
        first, last = segment_before(context, sentence, cue.first), cue.last
        subject = subject_of(context, sentence, cue)
        if subject is not None and first <= subject.first and subject.last < cue.first:
            first = subject.last
    else:
        first, last = cue.last, segment_after(context, sentence, cue.last)
        if last - first < SHORTEST_ACTION:
            first = segment_before(context, sentence, cue.first)
            last = max(last, cue.last)
    whole = _trim(context, first, last)
    if whole is None:
        return []
    further = _coordinated_clauses(context, sentence, cue, whole[1])
    return [a for part in (whole, *further) for a in _coordinated(context, sentence, part)]


#: Between two coordinated content clauses stand at most so many tokens: a mark and a conjunction.
_BETWEEN_CLAUSES = 4


def _coordinated_clauses(context: Context, sentence: ReadSentence, cue: Cue, end: int) -> list[tuple[int, int]]:
    """Further content clauses under one verb: "agreed that A will …, and that B will …"."""
    found: list[tuple[int, int]] = []
    for that in sentence.having("that", first=max(cue.last, end)):
        if that.first - end > _BETWEEN_CLAUSES or not any(
            c.last == that.first or c.first == that.first for c in sentence.having("and")
        ):
            break
        end = segment_after(context, sentence, that.last)
        clause = _trim(context, that.last, end)
        if clause is not None:
            found.append(clause)
    return found


def _at_end(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    return segment_after(context, sentence, cue.last) - cue.last < SHORTEST_ACTION + 1


def _coordinated(context: Context, sentence: ReadSentence, action: tuple[int, int]) -> list[tuple[int, int]]:
    """Cut an action into the things that it lists.

    A new one begins after a finite verb that a comma or an "and" follows, and after a comma or "and" before a word for
    something undertaken, if the part before holds such a word too.
    """
    cuts = [action[0]]
    classes = {c.first for c in sentence.having("class", first=action[0], last=action[1])}
    verbs = {c.last for c in sentence.having("finite", "present", "future", first=action[0], last=action[1])}
    linking = {c.first for c in sentence.having("and", "to", "with", "about", "in", first=action[0], last=action[1])}
    conjunctions = {c.first for c in sentence.having("and", first=action[0], last=action[1])}
    for index in range(action[0] + SHORTEST_ACTION, action[1] - SHORTEST_ACTION):
        token = context.text.tokens[index]
        comma = token.kind is TokenKind.MARK and token.text in ",،"
        if not (comma or index in conjunctions) or index - cuts[-1] <= SHORTEST_ACTION:
            continue
        begin = index + 1
        while begin < action[1] and begin in linking:
            begin += 1
        listed = comma and begin in classes and any(cuts[-1] <= c < index for c in classes)
        if index in verbs or listed:
            cuts.append(index + 1)
    parts = [*zip(cuts, [*cuts[1:], action[1]], strict=True)]
    trimmed = [_trim(context, a, b) for a, b in parts]
    return [t for t in trimmed if t is not None]


def _after_companions(context: Context, sentence: ReadSentence, first: int, last: int) -> int:
    """Pass over those who act beside the subject: "together with senior officials, …"."""
    for agent in sentence.agents:
        if first <= agent.first < last and agent.role == "with" and agent.first - first <= 4:
            for index in range(agent.last, min(agent.last + LONGEST_DESCRIPTION, last)):
                if context.text.tokens[index].text in ",،":
                    return index + 1
            return agent.last
    return first


def _trim(context: Context, first: int, last: int) -> tuple[int, int] | None:
    tokens = context.text.tokens
    while first < last and tokens[first].kind is TokenKind.MARK:
        first += 1
    while last > first and tokens[last - 1].kind is TokenKind.MARK:
        last -= 1
    return (first, last) if last - first >= SHORTEST_ACTION else None


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
    condition = _condition(context, sentence)
    refused = cue.role == "refuse" or is_negated(sentence, *_verb_stretch(cue, action))
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
        toward=_toward(sentence, action, by),
        class_=_class(sentence, action, cue),
        strength=strength,
        refused=refused,
        objectives=_objectives(context, sentence, action),
        window=_window(context, sentence, first, last),
        condition=condition,
        followup=followup,
        cue=cue.role,
        at_table=together or passive,
    )


def _verb_stretch(cue: Cue, action: tuple[int, int]) -> tuple[int, int]:
    """Where a negation has to stand to turn the undertaking into a refusal."""
    return max(action[0], cue.first - 6), min(max(cue.last, action[1]), cue.last + 12)


def _parties_at_table(context: Context, draft: CommitmentDraft, meetings: Sequence[MeetingDraft]) -> tuple[str, ...]:
    """The parties of the encounter told last before an undertaking; else of the one told first after it."""
    told = [(m.cue.first, meeting.parties) for meeting in meetings for m in meeting.mentions]
    before = [t for t in told if t[0] <= draft.last]
    if before:
        return max(before)[1]
    return min(told)[1] if told else ()


def _toward(sentence: ReadSentence, action: tuple[int, int], by: tuple[str, ...]) -> tuple[str, ...]:
    inside = [a for a in sentence.agents if action[0] <= a.first < action[1] and a.role in ("with", "to")]
    return tuple(p for p in party_union(inside) if p not in by)


def _class(sentence: ReadSentence, action: tuple[int, int], cue: Cue) -> str:
    """The first word for something undertaken in the action; a meeting makes it a consultation."""
    classes = sentence.having("class", first=action[0], last=action[1])
    if classes:
        return min(classes, key=lambda c: c.first).value
    if sentence.having("meeting-noun", "meeting-verb", first=action[0], last=action[1]):
        return "consult"
    return "other"


def _objectives(context: Context, sentence: ReadSentence, action: tuple[int, int]) -> list[tuple[int, int]]:
    """The stretches that a word of purpose opens, up to the next mark or the verb."""
    found = []
    for cue in sentence.having("purpose"):
        if not sentence.first <= cue.first < sentence.last:
            continue
        end = cue.last
        while end < sentence.last:
            token = context.text.tokens[end]
            if token.kind is TokenKind.MARK and token.text in '،,.;؛:»”"':
                if token.text in "،," and _listed(context, sentence, end):
                    end += 1
                    continue
                break
            if any(c.first == end and c.role in ("that", "which", "future", "say", "but") for c in sentence.cues):
                break
            end += 1
        if end - cue.last >= SHORTEST_ACTION:
            found.append((cue.last, end))
    return found


def _listed(context: Context, sentence: ReadSentence, comma: int) -> bool:
    """Whether a comma only parts the members of a list that an "and" closes within a few words."""
    return any(comma < c.first <= comma + 4 for c in sentence.having("and")) and not any(
        comma < c.first <= comma + 6 and c.role in ("future", "say", "hold") for c in sentence.cues
    )


def _objectives_told_next(context: Context, draft: CommitmentDraft) -> None:
    """The sentence after an undertaking that points back at it ("this cooperation aims at …") tells what it is for."""
    index = draft.sentence.index + 1
    if index >= len(context.sentences):
        return
    following = context.sentences[index]
    pointing = [c for c in following.having("demonstrative") if c.first == following.first]
    if not pointing or following.block != draft.sentence.block:
        return
    noun = context.text.tokens[pointing[0].last].fold if pointing[0].last < following.last else ""
    stem = noun[:5]
    told = [t.fold for t in context.text.tokens[draft.action[0] : draft.action[1]]]
    if len(stem) >= 4 and any(word.startswith(stem) for word in told):
        draft.objectives += [o for o in _objectives(context, following, draft.action) if o not in draft.objectives]


def _window(context: Context, sentence: ReadSentence, first: int, last: int) -> str | None:
    """The date in the undertaking's own words that does not lie in the past; a deadline runs from publication."""
    candidates = [d for d in sentence.dates if first <= d.first < last and d.edtf]
    candidates = candidates or [
        d
        for d in sentence.dates
        if d.edtf and lies_ahead(context, d.edtf) is not False and (d.vague or lies_ahead(context, d.edtf))
    ]
    for date in candidates:
        if lies_ahead(context, date.edtf) is False:
            continue
        return _as_window(context, date)
    return None


def _as_window(context: Context, date: FoundDate) -> str | None:
    value = date.edtf
    if value and value.startswith("../") and context.published:
        ends = bounds(value)
        if ends is not None:
            return f"{context.published}/{ends[1].isoformat()}"
    return value


def _condition(context: Context, sentence: ReadSentence) -> tuple[int, int] | None:
    for cue in sentence.having("condition"):
        end = cue.last
        while end < sentence.last:
            token = context.text.tokens[end]
            if token.kind is TokenKind.MARK and token.text in '،,.;؛:»”"':
                break
            end += 1
        if end - cue.last >= 1:
            return (cue.first, end)
    return None
