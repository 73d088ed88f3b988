"""What a reviewer decides, be it on a page or through a program: proposals, and entries that were not read."""

from __future__ import annotations

from typing import Literal

from peyman.record import Record
from peyman.record.shown.review_views import Step

ProposalKind = Literal["merge", "reading", "follow-up"]
HandKind = Literal["meeting", "commitment", "statement"]


def decide_proposal(
    record: Record, kind: ProposalKind, accepted: bool, target: str, other: str, field: str, *, by: str
) -> Step:
    """Decide a proposal.

    Args:
        record: The record.
        kind: What is proposed: that two entries are one, what a newer reader reads, or what a document reports.
        accepted: Whether it is so.
        target: Public id of the entry.
        other: The other entry, or the report; empty without one.
        field: The field that was read differently; empty for the whole entry.
        by: The reviewer's name.

    Raises:
        RecordError: There is nothing to decide there.
    """
    review = record.review
    if kind == "merge":
        return review.merge([target, other], by=by) if accepted else review.keep_apart([target, other], by=by)
    decide = review.accept if accepted else review.reject
    return decide(target, "report", other, by=by) if kind == "follow-up" else decide(target, field or None, by=by)


def add_entry(
    record: Record,
    kind: HandKind,
    document: str,
    span: tuple[int, int],
    *,
    form: str,
    parties: list[str],
    date: str,
    by: str,
    reason: str | None,
) -> str:
    """Add an entry that was not read, with the words that it rests on.

    Args:
        record: The record.
        kind: What it is.
        document: Public id of the document that tells it.
        span: Where, in code points of its text.
        form: Its kind among its like, or the class of an undertaking; empty for the commonest.
        parties: Keys of those at the table, of who speaks, or of who undertakes.
        date: EDTF date, or the window of an undertaking; empty where none is said.
        by: The reviewer's name.
        reason: Why.

    Returns:
        Its public id.

    Raises:
        RecordError: A field or the span is not right.
    """
    when = date.strip() or None
    fields: dict[str, object]
    if kind == "meeting":
        fields = {"kind": form or "meeting", "status": "held", "parties": parties, "date": when}
    elif kind == "commitment":
        fields = {"by": parties, "class": form or "other", "strength": "will", "window": when}
    else:
        fields = {"kind": form or "statement", "parties": parties, "date": when}
    _, entry = record.review.add_by_hand(kind, document, [span], fields, by=by, reason=reason)
    return entry
