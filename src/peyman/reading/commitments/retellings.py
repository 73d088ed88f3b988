"""Undertakings that a document tells again: in its lead and further down, in a quotation and in the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.word_forms import told_words
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.encounters import AHEAD, Encounter

#: Two actions of the same parties are one if they share so many words, and so much of the shorter one; or fewer words,
#: if those are all that the shorter one has. Parties that only overlap ("both sides", "the three") ask for all of many.
SHARED_WORDS, SHARED_PART, WHOLE = 4, 0.75, 2
#: A retelling is looked for among so many undertakings told before it.
_REACH = 50


def without_retellings(
    context: Context, drafts: Sequence[CommitmentDraft], meetings: Sequence[Encounter]
) -> list[CommitmentDraft]:
    """Keep the first telling of each undertaking.

    A later sentence tells one again if it is of the same parties, undertakes or refuses as the first does, and either
    says it in nearly the same words or leads to the same encounter to come, in some word of the first. Where the words
    are all the same, some of the parties are enough. The same sentence does so only with the very same words.

    Args:
        context: The document.
        drafts: What was read, in the order of the text.
        meetings: The encounters of the document.
    """
    ahead = [(m.cue.first, n) for n, e in enumerate(meetings) for m in e.mentions if e.status in AHEAD]
    kept: list[tuple[CommitmentDraft, frozenset[str], frozenset[int]]] = []
    for draft in drafts:
        words = _words(context, draft)
        leads = frozenset(n for at, n in ahead if draft.first <= at < max(draft.last, draft.action[1]))
        if not any(_retells(draft, words, leads, *told) for told in kept[-_REACH:]):
            kept.append((draft, words, leads))
    return [draft for draft, *_ in kept]


def _words(context: Context, draft: CommitmentDraft) -> frozenset[str]:
    return told_words(context.text.tokens[draft.action[0] : draft.action[1]])


def _retells(
    draft: CommitmentDraft,
    words: frozenset[str],
    leads: frozenset[int],
    first: CommitmentDraft,
    first_words: frozenset[str],
    first_leads: frozenset[int],
) -> bool:
    if draft.refused is not first.refused or draft.followup != first.followup:
        return False
    if draft.sentence is first.sentence:
        return draft.action == first.action and draft.by == first.by  # one clause, read in two of its stretches
    shared = len(words & first_words)
    shorter = min(len(words), len(first_words))
    if set(draft.by) != set(first.by):
        return bool(set(draft.by) & set(first.by)) and shared == shorter >= SHARED_WORDS
    if not draft.by:
        return False
    alike = shared == shorter >= WHOLE or (shared >= SHARED_WORDS and shared >= SHARED_PART * shorter)
    return alike or (shared > 0 and bool(leads & first_leads))
