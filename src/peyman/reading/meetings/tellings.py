"""Whether a mention of an encounter is where the document tells it: what a judge is told of each mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.surroundings import Surroundings, gap, governor
from peyman.reading.clauses.tense import lies_ahead
from peyman.reading.encounters import MeetingDraft, MeetingMention
from peyman.text.segment import ANNOUNCING, BlockKind

#: Kinds of encounter that are told apart here; the rest are talks of one form or another.
_KINDS = ("call", "visit", "signing", "committee", "conference")
_STATUSES = ("planned", "cancelled", "denied", "postponed", "under-way")
_BLOCKS = (BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.ITEM)
#: Roles whose nearness to the noun or verb is told to the judge.
_NEAR = (
    "hold",
    "past",
    "future",
    "planned",
    "present",
    "finite",
    "passive",
    "negation",
    "no-undertaking",
    "undertake",
    "refuse",
    "condition",
    "purpose",
    "say",
    "publish",
    "statement-noun",
    "about",
    "in",
    "with",
    "between",
    "demonstrative",
    "previous",
    "next",
    "format",
    "round",
    "under-way",
    "host",
    "class",
    "under",
)
_FAR = 40.0


def telling_features(
    context: Context,
    around: Surroundings,
    mentions: Sequence[MeetingMention],
    drafts: Sequence[MeetingDraft],
) -> list[dict[str, float]]:
    """Describe every mention of a document to the judge of tellings.

    Args:
        context: The document.
        around: Its sentences, indexed.
        mentions: Every mention, in order.
        drafts: What the rules made of them: one draft for each encounter.
    """
    owner = {id(m): d for d in drafts for m in d.mentions}
    foreign = sum(1 for s in context.sentences for c in s.cues if c.role == "elsewhere")
    words = max(1, len(context.text.tokens))
    document = {
        "foreign": 1000.0 * foreign / words,
        "dealings": float(context.tells_of_dealings),
        "main_parties": min(8.0, len(context.main_parties)),
        "mentions_in_document": min(30.0, len(mentions)),
        "sentences": min(60.0, len(context.sentences)),
        "publisher_party": float(context.publisher_party is not None),
    }
    seen: dict[str, int] = {}
    dates: dict[str, int] = {}
    parties: dict[tuple[str, ...], int] = {}
    in_sentence: dict[int, int] = {}
    for mention in mentions:
        if mention.part <= 1:
            in_sentence[mention.sentence.index] = in_sentence.get(mention.sentence.index, 0) + 1
    rows: list[dict[str, float]] = []
    told_in_sentence: dict[int, int] = {}
    for number, found in enumerate(mentions):
        if found.part > 1:  # what tells of one of several tells of all
            rows.append(dict(rows[-1]))
            continue
        mention = found.whole or found
        row = dict(document)
        row |= _own(context, around, mention)
        row |= _as_draft(found, owner)
        index = mention.sentence.index
        row["in_sentence"] = float(in_sentence[index])
        row["before_in_sentence"] = float(told_in_sentence.get(index, 0))
        told_in_sentence[index] = told_in_sentence.get(index, 0) + 1
        row["rank"] = min(30.0, number)
        row["same_kind_before"] = min(10.0, seen.get(mention.kind, 0))
        seen[mention.kind] = seen.get(mention.kind, 0) + 1
        if mention.date is not None and mention.date.edtf:
            row["same_date_before"] = float(dates.get(mention.date.edtf, 0))
            dates[mention.date.edtf] = dates.get(mention.date.edtf, 0) + 1
        if len(mention.parties) >= 2:
            table = tuple(sorted(mention.parties))
            row["same_parties_before"] = min(10.0, parties.get(table, 0))
            parties[table] = parties.get(table, 0) + 1
        if number:
            row["since_last"] = min(20.0, index - mentions[number - 1].sentence.index)
        if number + 1 < len(mentions):
            row["to_next"] = min(20.0, mentions[number + 1].sentence.index - index)
        rows.append(row)
    return rows


def _own(context: Context, around: Surroundings, mention: MeetingMention) -> dict[str, float]:
    """What a mention shows by itself: its clause, its place in the document, what the rules read from it."""
    sentence, cue = mention.sentence, mention.cue
    row = {f"kind_{kind}": float(mention.kind == kind) for kind in _KINDS}
    row |= {f"status_{status}": float(mention.status == status) for status in _STATUSES}
    row |= {f"block_{block.value}": float(sentence.kind is block) for block in _BLOCKS}
    row |= {
        "verb": float(cue.role == "meeting-verb"),
        "loose": float(cue.loose),
        "words": float(cue.last - cue.first),
        "eventive": float(mention.eventive),
        "pointing": float(mention.pointing),
        "in_margin": float(mention.in_margin),
        "previous": float(mention.order == "previous"),
        "next": float(mention.order == "next"),
        "status_said": float(mention.status_said),
        "own_parties": min(4.0, len(mention.own_parties)),
        "parties": min(4.0, len(mention.parties)),
        "people": min(4.0, len(mention.people)),
        "place": float(mention.place is not None),
        "basis": min(2.0, len(mention.basis)),
        "topics": min(2.0, len(mention.topics)),
        "round": float(mention.round is not None),
        "mediators": min(2.0, len(mention.mediators)),
        "weight": mention.weight,
        "index": min(40.0, sentence.index),
        "place_in_document": sentence.index / max(1, len(context.sentences)),
        "length": min(80.0, sentence.last - sentence.first),
        "stretch": min(80.0, mention.last - mention.first),
        "from_start": min(60.0, cue.first - sentence.first),
        "to_end": min(60.0, sentence.last - cue.last),
        "announcing": float(sentence.kind in ANNOUNCING),
    }
    date = mention.date
    row["dated"] = float(date is not None)
    if date is not None:
        ahead = lies_ahead(context, date.edtf)
        row["date_vague"] = float(date.vague)
        row["date_relative"] = float(date.relative)
        row["date_precision"] = float(min(22, len(date.edtf or "")))
        row["date_open"] = float(".." in (date.edtf or ""))
        row["date_ahead"] = 0.0 if ahead is None else 1.0 if ahead else -1.0
        row["date_gap"] = min(_FAR, gap(date.first, date.last, cue.first, cue.last))
    cues = around.near(sentence, cue.first)
    for role in _NEAR:
        row[f"after_{role}"] = row[f"before_{role}"] = _FAR
    for other in cues:
        if other.role in _NEAR and other is not cue:
            side = "before" if other.first < cue.first else "after"
            name = f"{side}_{other.role}"
            row[name] = min(row[name], gap(other.first, other.last, cue.first, cue.last))
    above = governor(cues, cue.first, 1)
    for role in ("with", "to", "from", "in", "by", "about", "under", "of", "purpose", "but", "that", "and"):
        row[f"governed_{role}"] = float(above == role)
    agents = around.agents(sentence, mention.first, mention.last)
    speakers = around.speakers(sentence)
    for role in ("with", "between", "attendance", "about", "of", "by", "to", "in", ""):
        row[f"agents_{role or 'bare'}"] = min(3.0, sum(1 for a in agents if a.role == role and a.parties))
    row["agents_speaking"] = min(2.0, sum(1 for a in agents if a.first in speakers))
    row["agents_open"] = min(3.0, sum(1 for a in agents if a.reference and not a.parties))
    row["agents_many"] = min(3.0, sum(1 for a in agents if len(a.parties) > 1))
    nearest = min((gap(a.first, a.last, cue.first, cue.last) for a in agents if a.parties), default=_FAR)
    row["agent_gap"] = min(_FAR, nearest)
    return row


def _as_draft(mention: MeetingMention, owner: Mapping[int, MeetingDraft]) -> dict[str, float]:
    """What the rules made of a mention: the telling itself, more of one told elsewhere, or nothing."""
    draft = owner.get(id(mention))
    if draft is None:
        return {"in_draft": 0.0}
    heaviest = draft.main.weight
    position = next(n for n, m in enumerate(draft.mentions) if m is mention)
    return {
        "in_draft": 1.0,
        "is_main": float(draft.main is mention),
        "draft_mentions": min(12.0, len(draft.mentions)),
        "draft_parties": min(5.0, len(draft.parties)),
        "draft_stands": float(len(draft.parties) >= 2),
        "draft_dated": float(draft.date is not None),
        "draft_position": min(12.0, position),
        "draft_behind": mention.weight - heaviest,
        "draft_date_is_own": float(mention.date is not None and draft.date is mention.date),
        "heavier_before": float(any(m.weight >= mention.weight for m in draft.mentions[:position])),
        "heavier_after": float(any(m.weight > mention.weight for m in draft.mentions[position + 1 :])),
        "same_sentence": float(sum(m.sentence is mention.sentence for m in draft.mentions) > 1),
    }
