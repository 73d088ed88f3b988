"""Whether somebody's words are a statement of its own: what a judge is told of each that the rules found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from peyman.model import StatementKind
from peyman.reading.attribution import StatementDraft
from peyman.reading.context import Context
from peyman.text.segment import ANNOUNCING, BlockKind

_KINDS = get_args(StatementKind)
_ROLES = ("say", "publish", "according", "reported-by", "statement-noun", "audience", "that", "demonstrative", "joint")
_FAR = 30.0


def publication_features(context: Context, drafts: Sequence[StatementDraft]) -> list[dict[str, float]]:
    """Describe every statement that the rules found to the judge of publications.

    Args:
        context: The document.
        drafts: The statements, in the order in which they were found.
    """
    foreign = sum(1 for s in context.sentences for c in s.cues if c.role == "elsewhere")
    document = {
        "foreign": 1000.0 * foreign / max(1, len(context.text.tokens)),
        "dealings": float(context.tells_of_dealings),
        "drafts": min(20.0, len(drafts)),
        "weak_drafts": min(20.0, sum(d.weak for d in drafts)),
        "sentences": min(60.0, len(context.sentences)),
        "publisher_party": float(context.publisher_party is not None),
    }
    rows = []
    for number, draft in enumerate(drafts):
        row = document | {f"kind_{kind}": float(draft.kind == kind) for kind in _KINDS}
        row |= _issuers(context, drafts, number)
        row |= _telling(context, draft)
        row["rank"] = min(20.0, number)
        rows.append(row)
    return rows


def _issuers(context: Context, drafts: Sequence[StatementDraft], number: int) -> dict[str, float]:
    draft = drafts[number]
    actors = [context.found.actors[e] for e in draft.entries]
    others = [d for n, d in enumerate(drafts) if n != number]
    return {
        "weak": float(draft.weak),
        "guessed": float(draft.guessed),
        "joint": float(draft.joint),
        "dated": float(draft.date is not None),
        "whole": float(draft.whole_document),
        "via": float(draft.outlet is not None),
        "parties": min(4.0, len(draft.parties)),
        "entries": min(4.0, len(draft.entries)),
        "person": float(any(a.kind == "person" for a in actors)),
        "body": float(any(a.kind == "body" for a in actors)),
        "party_itself": float(any(a.kind == "party" for a in actors)),
        "roles": min(3.0, sum(len(a.roles) for a in actors)),
        "mentioned": min(15.0, sum(len(a.mentions) for a in actors)),
        "of_publisher": float(context.publisher_party in draft.parties),
        "of_home": float(context.found.home in draft.parties),
        "same_issuer": min(4.0, sum(bool(set(d.entries) & set(draft.entries)) for d in others)),
        "same_party": min(6.0, sum(bool(set(d.parties) & set(draft.parties)) for d in others)),
        "main_party": float(bool(set(draft.parties) & set(context.main_parties[:2]))),
    }


def _telling(context: Context, draft: StatementDraft) -> dict[str, float]:
    """How it is told where it is told first: in which block, with which words beside it."""
    first, last, index = min(draft.mentions, key=lambda m: (context.sentences[m[2]].kind in ANNOUNCING, m[0]))
    sentence = context.sentences[index]
    row = {
        "mentions": min(8.0, len(draft.mentions)),
        "index": min(40.0, index),
        "place": index / max(1, len(context.sentences)),
        "span": min(40.0, last - first),
        "from_start": min(40.0, first - sentence.first),
        "to_end": min(60.0, sentence.last - last),
        "title": float(sentence.kind is BlockKind.TITLE),
        "announcing": float(sentence.kind in ANNOUNCING),
        "byline": float(sentence.kind is BlockKind.BYLINE),
        "item": float(sentence.kind is BlockKind.ITEM),
    }
    near = [c for c in sentence.cues if first - 30 <= c.first < last + 30]
    for role in _ROLES:
        gaps = [max(0, c.first - last, first - c.last) for c in near if c.role == role]
        row[f"near_{role}"] = min((float(g) for g in gaps), default=_FAR)
    marks = [context.text.tokens[t].text for t in range(first, min(sentence.last, last + 25))]
    row["quotes"] = float(any(m in '«“"„' for m in marks))
    row["colon"] = float(bool({":", "："} & set(marks[last - first - 1 : last - first + 3])))
    agents = [a for a in sentence.agents if first <= a.first < last]
    row["headed"] = float(any(a.headed for a in agents))
    row["pronoun"] = float(any(a.reference in ("he", "they", "we", "I") for a in agents))
    row["people"] = float(any(a.reference == "people" for a in agents))
    row["outlet_there"] = float(any(context.is_outlet(a) for a in sentence.agents[:40]))
    return row
