"""The terms of an undertaking: toward whom, of what class, what for, by when, on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from peyman.dates import FoundDate
from peyman.dates.edtf import bounds
from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.subjects import segment_after, segment_before
from peyman.reading.clauses.tense import lies_ahead
from peyman.reading.commitments.actions import SHORTEST_ACTION
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: Marks that end a purpose or a condition.
_PHRASE_ENDS = '،,.;؛:»”"'


@dataclass(slots=True)
class CommitmentDraft:
    """An undertaking while it is being read; ranges are token ranges."""

    sentence: ReadSentence
    first: int
    last: int
    action: tuple[int, int]
    by: tuple[str, ...]
    toward: tuple[str, ...] = ()
    served: tuple[str, ...] = ()
    class_: str = "other"
    strength: str = "will"
    refused: bool = False
    objectives: list[tuple[int, int]] = field(default_factory=list)
    window: str | None = None
    condition: tuple[int, int] | None = None
    followup: str | None = None
    at_table: bool = False  # undertaken together at an encounter, whoever that was
    confidence: float = 0.5
    ruled: bool = False  # the rules read it too
    believed: tuple[float, float] | None = None  # the rules alone: undertakings expected a sentence, trace asked for
    like_pages: float = 0.0  # how far the model of pages counted
    verb: tuple[int, int] | None = None  # the word by which the rules read it
    features: Sequence[str] = ()  # of the stretch that tells it, by which it was found
    chances: dict[str, float] = field(default_factory=dict)  # how likely each of its terms is, as the models have it


def toward_of(sentence: ReadSentence, action: tuple[int, int], by: tuple[str, ...]) -> tuple[str, ...]:
    """Return the counterparts: parties behind "with" and "to" in the action, less those who undertake it."""
    inside = [a for a in sentence.agents if action[0] <= a.first < action[1] and a.role in ("with", "to")]
    return tuple(p for p in party_union(inside) if p not in by)


def class_of(sentence: ReadSentence, action: tuple[int, int], cue: Cue) -> str:
    """The first word for something undertaken in the action; a meeting makes it a consultation."""
    classes = sentence.having("class", first=action[0], last=action[1])
    if classes:
        return min(classes, key=lambda c: c.first).value
    if sentence.having("meeting-noun", "meeting-verb", first=action[0], last=action[1]):
        return "consult"
    return "other"


def objectives_of(context: Context, sentence: ReadSentence, action: tuple[int, int]) -> list[tuple[int, int]]:
    """The stretches that a word of purpose opens, up to the next mark or the verb."""
    found = []
    for cue in sentence.having("purpose"):
        if any(agent.first == cue.last for agent in sentence.agents):
            continue  # "for both sides": whom it serves, not what it is for
        end = cue.last
        while end < sentence.last:
            token = context.text.tokens[end]
            if token.kind is TokenKind.MARK and token.text in _PHRASE_ENDS:
                if token.text in COMMAS and _listed(context, sentence, end):
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


def objectives_told_next(context: Context, draft: CommitmentDraft) -> None:
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
        draft.objectives += [o for o in objectives_of(context, following, draft.action) if o not in draft.objectives]


def window_of(context: Context, sentence: ReadSentence, first: int, last: int) -> str | None:
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
        return as_window(context, date)
    return None


def as_window(context: Context, date: FoundDate, use: str = "same") -> str | None:
    """Return a date as the window of an undertaking.

    Args:
        context: The document: a deadline runs from its publication.
        date: The date.
        use: How its clause uses it: ``same`` as the expression says, ``until`` or ``from`` it.
    """
    value = date.edtf
    if value and "/" not in value:
        value = {"until": f"../{value}", "from": f"{value}/.."}.get(use, value)
    if value and value.startswith("../") and context.published:
        ends = bounds(value)
        if ends is not None and ends[1].isoformat() >= context.published:
            return f"{context.published}/{ends[1].isoformat()}"
    return value


def condition_of(context: Context, sentence: ReadSentence) -> tuple[int, int] | None:
    """Return the condition that a sentence states, from its first word to the next mark or word for "then"."""
    for cue in sentence.having("condition"):
        end = cue.last
        then = next((c.first for c in sentence.having("consequence", first=end + 1)), sentence.last)
        while end < then:
            token = context.text.tokens[end]
            if token.kind is TokenKind.MARK and token.text in _PHRASE_ENDS:
                break
            end += 1
        if end - cue.last >= 1:
            return (cue.first, end)
    return None


def bound_by_condition(draft: CommitmentDraft) -> bool:
    """Whether a condition stands right before or behind an undertaking, its subject counted in, or within it."""
    if draft.condition is None:
        return False
    first, last = draft.condition
    subjects = (a.first for a in draft.sentence.agents_in(last, draft.first) if a.last == draft.first)
    return min((draft.first, *subjects)) - 1 <= last and first <= draft.last + 1


def is_another_ones_condition(draft: CommitmentDraft, drafts: Sequence[CommitmentDraft]) -> bool:
    """Whether a stretch tells nothing but until when another one of its sentence is refused: "*until A stops*, …"."""
    if draft.condition is None or draft.first < draft.condition[0] or draft.last - 1 > draft.condition[1]:
        return False
    return any(d.condition == draft.condition and d.refused and d.first >= draft.last for d in drafts)


def condition_of_refusal(context: Context, draft: CommitmentDraft) -> tuple[int, int] | None:
    """Return until or without what something is refused: "will not sign before they leave" promises on a condition.

    A date behind such a word ("not before May") is a window. Where verbs come last, it stands before the verb that is
    denied; elsewhere a clause may open so that only tells what for.

    Args:
        context: The document.
        draft: What is refused.
    """
    sentence = draft.sentence
    first = segment_before(context, sentence, draft.first)
    last = segment_after(context, sentence, draft.last)
    denied = [c.first for c in sentence.having("negation", "refuse", first=first, last=last)]
    dated = {d.first for d in sentence.dates}
    for cue in sentence.having("until"):
        if cue.last < first or cue.first > last:  # it may itself end the clause or open it
            continue
        behind = [at for at in denied if at >= cue.last]
        if not dated.isdisjoint(range(cue.last, cue.last + 3)) or (context.table.subject == "before" and not behind):
            continue
        end, farthest = cue.last, max(last, segment_after(context, sentence, cue.last))
        while end < farthest and context.text.tokens[end].text not in _PHRASE_ENDS:
            if len(behind) > 1 and end > behind[0]:
                break  # "until A does not leave" ends with its own verb
            end += 1
        if end - cue.last >= 1:
            return (cue.first, end)
    return None
