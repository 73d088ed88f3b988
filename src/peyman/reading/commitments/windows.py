"""By when something is to be done, where the learnt choice among the dates of its sentence takes none."""

from __future__ import annotations

from collections.abc import Collection

from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.tense import lies_ahead, runs_from
from peyman.reading.commitments.terms import CommitmentDraft, as_window
from peyman.reading.commitments.units import Unit

#: A date that is written no longer than this is a year, and as often of something else: "a roadmap for 2027".
_YEAR = len("2027")


def window_told(context: Context, unit: Unit, draft: CommitmentDraft, ruled: CommitmentDraft | None) -> str | None:
    """Return the window of an undertaking by its own words alone; None where they tell of none.

    Args:
        context: The document.
        unit: The stretch that tells the undertaking.
        draft: The undertaking.
        ruled: What the rules read of it, if anything.
    """
    # "In the coming months" dates whatever is undertaken in the same words.
    spoken = ruled if ruled is not None else draft
    first = min(spoken.first, unit.first)
    vague = [d for d in spoken.sentence.dates if d.vague and first <= d.last and d.first < spoken.last]
    if ruled is not None and vague and spoken.window is not None:
        return spoken.window
    ahead = next((d for d in vague if (d.edtf or "").endswith("/..")), None)
    if ahead is not None:
        return as_window(context, ahead)
    # "Will sign it within three months": a limit within what is undertaken is its own.
    within = [d for d in spoken.sentence.dates if draft.action[0] <= d.first < draft.action[1]]
    days = {(d.edtf or "").partition("T")[0] for d in spoken.sentence.dates} | {context.published or ""}
    limit = next((d for d in within if _is_limit(d, days)), None) or _to_come(context, unit)
    return as_window(context, limit) if limit is not None else None


def _is_limit(date: FoundDate, days: Collection[str]) -> bool:
    """Whether a date says by when: "by July", or a stretch counted from publication or from a day that is told."""
    edtf = date.edtf or ""
    return edtf.startswith("../") or (date.relative and any(runs_from(day, edtf) for day in days))


def _to_come(context: Context, unit: Unit) -> FoundDate | None:
    """The one date of a stretch, if it lies ahead and is no mere year: "to sign it *in the autumn*"."""
    dates = [d for d in unit.sentence.dates if unit.first <= d.first < unit.last and d.edtf]
    named = len(dates) == 1 and len(dates[0].edtf or "") > _YEAR and not context.names_agreement(dates[0])
    return dates[0] if named and lies_ahead(context, dates[0].edtf) else None
