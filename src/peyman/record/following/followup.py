"""Following up: what became of undertakings and of planned meetings, as of a day, with the document behind each change.

Nothing is decided here: a status is what documents report and what days have passed, and a later undertaking or a
meeting that seems to fulfil an earlier undertaking is proposed, not taken for granted.

- An undertaking is *open*; *due* from two weeks before the last day of its window (from its first day, where it is
  shorter); *overdue* after it; *reported-kept*, *reported-broken*, *renewed* or *superseded* where a document says so;
  one that was published before a window began cannot say that it was kept.
- A planned meeting is *awaited* until its last day has passed; then *held* where a document tells that it was held,
  else *missed*: which says no more than that no document in the record tells of it.
- A deadline that is told by its length ("within 60 days of the signing") runs from the signing that the same documents
  tell, else from the talks, else from the statement.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from peyman.model import FollowUp
from peyman.record.following.deadlines import find_length
from peyman.record.merging.periods import period
from peyman.record.shown.followup_views import (
    CommitmentFollowUp,
    Deadline,
    DueList,
    MeetingFollowUp,
    PlannedMeeting,
    StatusChange,
)
from peyman.record.shown.views import Claim, DocumentSummary

NOTICE = 14
"""Days before the last one of a window from which on an undertaking is due."""
OPEN_MEETINGS = 120
"""Days within which a meeting can be the one that was undertaken without a window."""
MEETING_CLASSES = frozenset({"consult", "negotiate"})
REPORTS = ("reported-kept", "reported-broken", "renewed", "superseded")
SETTLED = ("reported-kept", "reported-broken", "superseded")
"""What the passing of days changes no more."""
REPORTED_WITHIN = 1096
"""Days after an undertaking was first told within which a report is likely to speak of it: three years. Later ones
speak of newer undertakings; and without an end, every report would be compared with all that its party undertook."""
_ORDER = ("overdue", "due", "open", "renewed", "reported-broken", "reported-kept", "superseded")
_COURSE = ("planned", "postponed", "cancelled", "denied", "under-way", "held")
"""What comes after what, of reports of a meeting that were published on one day."""
_LIKELY = 0.6
"""From this likeness on a later report is proposed to be one of an earlier undertaking."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with its claims, by field.

    Attributes:
        id: Its public id.
        claims: Its claims, by field.
        documents: The documents that tell it, in the order in which they were added.
    """

    id: str
    claims: Mapping[str, Sequence[Claim]]
    documents: tuple[DocumentSummary, ...]

    def values(self, field: str) -> tuple[Any, ...]:
        """The values of a field, each once, those that are given most often first."""
        given = Counter(claim.value for claim in self.claims.get(field, ()))
        return tuple(sorted(given, key=lambda value: (-given[value], str(value))))


def told(public_id: str, claims: Iterable[Claim]) -> Told:
    """Group the claims of an entry."""
    by_field: dict[str, list[Claim]] = {}
    documents: dict[DocumentSummary, None] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
        documents[claim.document] = None
    return Told(public_id, by_field, tuple(documents))


def due_list(
    on: datetime.date,
    commitments: Sequence[Told],
    meetings: Sequence[Told],
    accepted: frozenset[tuple[str, str]] = frozenset(),
    rejected: frozenset[tuple[str, str]] = frozenset(),
) -> DueList:
    """Work out every status as of a day.

    Args:
        on: The day.
        commitments: Every undertaking.
        meetings: Every meeting.
        accepted: Pairs of an undertaking and the entry that a reviewer accepted as a report of it.
        rejected: Such pairs that a reviewer rejected.
    """
    follower = Follower(on, commitments, meetings, accepted, rejected)
    followed = [follower.commitment(each) for each in follower.commitments]
    planned = [found for each in follower.meetings if (found := follower.meeting(each)) is not None]
    return DueList(
        on=on.isoformat(),
        commitments=tuple(sorted(followed, key=_urgency)),
        meetings=tuple(sorted(planned, key=lambda each: (min(each.date, default="9999"), _number(each.id)))),
    )


def _urgency(each: CommitmentFollowUp) -> tuple[int, str, int]:
    last = each.deadline.last if each.deadline else None
    return (_ORDER.index(each.status), last or "9999", _number(each.id))


def _number(public_id: str) -> int:
    return int(public_id[1:])


class Follower:
    """Works out statuses as of one day."""

    def __init__(
        self,
        on: datetime.date,
        commitments: Sequence[Told],
        meetings: Sequence[Told],
        accepted: frozenset[tuple[str, str]],
        rejected: frozenset[tuple[str, str]],
    ) -> None:
        self._on = on
        self.commitments = [found for each in commitments if (found := self._as_of(each)) is not None]
        self.meetings = [found for each in meetings if (found := self._as_of(each)) is not None]
        self._accepted, self._rejected = accepted, rejected
        self._reports = [each for each in self.commitments if set(each.values("followup")) & set(REPORTS)]
        self._signings: dict[str, list[Told]] = {}
        self._held: dict[str, list[Told]] = {}
        for meeting in self.meetings:
            if "held" not in meeting.values("status"):
                continue
            for party in meeting.values("parties"):
                self._held.setdefault(str(party), []).append(meeting)
            for document in meeting.documents:
                self._signings.setdefault(document.id, []).append(meeting)

    def _as_of(self, entry: Told) -> Told | None:
        """What was published of an entry by the day."""
        kept = [c for claims in entry.claims.values() for c in claims if _before(c.document, self._on)]
        return told(entry.id, kept) if kept else None

    # ---- commitments

    def commitment(self, entry: Told) -> CommitmentFollowUp:
        """An undertaking as of the day."""
        deadline = self._deadline(entry)
        first = min(entry.documents, key=_published)
        claims = tuple(claim for claim in entry.claims.get("action", ()) if claim.document == first)
        changes = [StatusChange("open", first.published, first, claims[:1], f"undertaken in {first.id}")]
        changes += self._passed(deadline)
        changes += self._own_reports(entry)
        changes += self._later_reports(entry)
        changes += self._meetings_that_fulfil(entry, deadline)
        changes += self._decided(entry)
        changes = [change for change in changes if change.decided or not _too_early(change, deadline)]
        # It begins with being undertaken, though the day that it was to be done by may have passed before it was told.
        changes = [changes[0], *sorted(changes[1:], key=_in_time)]
        changes = _without_passing(changes)
        status = [change.status for change in changes if not change.proposed][-1]
        return CommitmentFollowUp(
            id=entry.id,
            status=cast(FollowUp, status),
            by=entry.values("by"),
            toward=entry.values("toward"),
            class_=entry.values("class"),
            action=entry.values("action"),
            deadline=deadline,
            changes=tuple(changes),
            documents=entry.documents,
            refused=entry.values("polarity") == ("refused",),
        )

    def _passed(self, deadline: Deadline | None) -> list[StatusChange]:
        """The days of a window that have passed."""
        if deadline is None or deadline.last is None:
            return []
        last = datetime.date.fromisoformat(deadline.last)
        start = last - datetime.timedelta(days=NOTICE)
        if deadline.first is not None:
            start = max(start, datetime.date.fromisoformat(deadline.first))
        start = min(start, last)
        changes = []
        if self._on >= start:
            changes.append(StatusChange("due", start.isoformat(), None, (deadline.claim,), deadline.explanation))
        if self._on > last:
            day = (last + datetime.timedelta(days=1)).isoformat()
            explanation = f"its last day, {deadline.last}, has passed"
            changes.append(StatusChange("overdue", day, None, (deadline.claim,), explanation))
        return changes

    def _own_reports(self, entry: Told) -> list[StatusChange]:
        return [
            StatusChange(
                claim.value, claim.document.published, claim.document, (claim,), f"reported in {claim.document.id}"
            )
            for claim in entry.claims.get("followup", ())
            if claim.value in REPORTS
        ]

    def _decided(self, entry: Told) -> list[StatusChange]:
        """What a reviewer said became of it."""
        return [
            StatusChange(
                claim.value,
                claim.decision.at[:10],
                None,
                (),
                f"{claim.decision.author}, step {claim.decision.number}: {claim.decision.reason or ''}",
                decided=True,
            )
            for claim in entry.claims.get("status", ())[:1]
            if claim.decision is not None and claim.decision.at[:10] <= self._on.isoformat()
        ]

    def _later_reports(self, entry: Told) -> list[StatusChange]:
        """Later undertakings that report what became of this one, and later ones that give it again."""
        changes = []
        for report in self._reports:
            if report.id == entry.id or (entry.id, report.id) in self._rejected:
                continue
            accepted = (entry.id, report.id) in self._accepted
            if not accepted and not is_likely(compared(entry), compared(report)):
                continue
            for claim in report.claims["followup"]:
                if claim.value in REPORTS:
                    explanation = f"{claim.document.id} reports it as {claim.value.replace('-', ' ')} ({report.id})"
                    changes.append(
                        StatusChange(
                            claim.value,
                            claim.document.published,
                            claim.document,
                            (claim,),
                            explanation,
                            entry=report.id,
                            proposed=not accepted,
                        )
                    )
        return changes

    def _meetings_that_fulfil(self, entry: Told, deadline: Deadline | None) -> list[StatusChange]:
        """The first meeting of the same parties after an undertaking to meet."""
        who, limits = who_meets(entry), days_to_meet(entry, deadline)
        if limits is None:
            return []
        found: list[tuple[int, Told]] = []
        for meeting in self._held.get(min(who), ()):
            if not who <= set(map(str, meeting.values("parties"))) or (entry.id, meeting.id) in self._rejected:
                continue
            days = [each for value in meeting.values("date") if (each := period(value)) is not None and each.is_day]
            if not days:
                continue
            day = min(each.first for each in days)
            if limits[0] < day <= limits[1]:
                found.append((day, meeting))
        if not found:
            return []
        day, meeting = min(found, key=lambda pair: (pair[0], min(map(_published, pair[1].documents))))
        claims = tuple(sorted(meeting.claims.get("date", ()), key=_told_first))[:1]
        document = claims[0].document if claims else min(meeting.documents, key=_published)
        explanation = f"the same parties met on {datetime.date.fromordinal(day).isoformat()} ({meeting.id})"
        accepted = (entry.id, meeting.id) in self._accepted
        return [
            StatusChange(
                "reported-kept", document.published, document, claims, explanation, meeting.id, proposed=not accepted
            )
        ]

    def _deadline(self, entry: Told) -> Deadline | None:
        """The earliest last day that a document gives; a window that is open at its end where there is no other."""
        found = [each for claim in entry.claims.get("window", ()) if (each := _told_window(claim)) is not None]
        if not found:
            found += [each for claim in entry.claims.get("action", ()) if (each := self._derived(claim)) is not None]
        return min(
            found, key=lambda each: (each.last or "9999", each.first or "", _told_first(each.claim)), default=None
        )

    def _derived(self, claim: Claim) -> Deadline | None:
        """The day that a length leads to."""
        length = find_length(claim.words, claim.document.language)
        if length is None:
            return None
        start = self._start(claim.document, length.anchor)
        if start is None:
            return None
        day, what = start
        last = length.after(day)
        explanation = f"{length} from {what}, {day.isoformat()}: {last.isoformat()}"
        return Deadline(day.isoformat(), last.isoformat(), True, explanation, claim)

    def _start(self, document: DocumentSummary, anchor: str | None) -> tuple[datetime.date, str] | None:
        """From when a length runs."""

        def place(meeting: Told) -> tuple[int, int]:
            return min(c.span for told in meeting.claims.values() for c in told if c.document.id == document.id)

        for meeting in sorted(self._signings.get(document.id, ()), key=place):
            signing = "signing" in meeting.values("kind")
            if (anchor == "signing" and signing) or (anchor == "talks" and not signing):
                for value in meeting.values("date"):
                    when = period(value)
                    if when is not None and when.is_day:
                        what = "the signing" if signing else "the talks"
                        return datetime.date.fromordinal(when.first), f"{what} ({meeting.id})"
        published = period(document.published)
        if anchor == "effect" or published is None or not published.is_day:
            return None  # nothing says when it takes effect
        return datetime.date.fromordinal(published.first), f"the publication of {document.id}"

    # ---- meetings

    def meeting(self, entry: Told) -> PlannedMeeting | None:
        """A meeting that was announced, as of the day; None for one that was not."""
        claims = sorted(
            entry.claims.get("status", ()),
            key=lambda claim: (claim.document.published or "", _COURSE.index(claim.value), _told_first(claim)),
        )
        if not any(claim.value in ("planned", "postponed", "cancelled") for claim in claims):
            return None
        names = {"planned": "awaited", "under-way": "held"}
        changes: list[StatusChange] = []
        for claim in claims:
            status = names.get(claim.value, claim.value)
            if status == "awaited" and any(change.status == "held" for change in changes):
                continue
            document = claim.document
            explanation = f"{document.id} tells it as {claim.value}"
            if not changes or changes[-1].status != status:
                changes.append(StatusChange(status, document.published, document, (claim,), explanation))
        status = "held" if any(change.status == "held" for change in changes) else changes[-1].status
        if status in ("awaited", "postponed"):
            days = [when for value in entry.values("date") if (when := period(value)) is not None and not when.is_open]
            last = max((when.last for when in days), default=None)
            if last is not None and self._on.toordinal() > last:
                status, day = "missed", datetime.date.fromordinal(last).isoformat()
                explanation = f"its last day, {day}, has passed, and no document tells that it was held"
                changes.append(StatusChange("missed", day, None, (), explanation))
        return PlannedMeeting(
            id=entry.id,
            status=cast(MeetingFollowUp, status),
            kind=entry.values("kind"),
            date=entry.values("date"),
            parties=entry.values("parties"),
            changes=tuple(changes),
            documents=entry.documents,
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """What of an undertaking tells whether a later one reports on it.

    Attributes:
        began: When it was first published; None where no document is dated.
        reports: Whether it is itself a report.
        by: Who undertakes it.
        toward: Toward whom.
        classes: What kinds of undertaking.
        windows: EDTF.
    """

    began: str | None
    reports: bool
    by: frozenset[str]
    toward: frozenset[str]
    classes: frozenset[str]
    windows: tuple[str, ...]


def compared(entry: Told) -> Compared:
    """Return what of an undertaking tells whether a later one reports on it."""
    return Compared(
        began=min((d.published for d in entry.documents if d.published), default=None),
        reports=bool(set(entry.values("followup")) & set(REPORTS)),
        by=frozenset(map(str, entry.values("by"))),
        toward=frozenset(map(str, entry.values("toward"))),
        classes=frozenset(map(str, entry.values("class"))),
        windows=tuple(sorted(map(str, entry.values("window")))),
    )


def is_likely(entry: Compared, report: Compared) -> bool:
    """Whether a later report seems to speak of an undertaking: party, kind, counterparts and time are the same."""
    if entry.began is None or report.began is None or report.began <= entry.began or entry.reports:
        return False
    told, reported = period(entry.began), period(report.began)
    if told is None or reported is None or not 0 <= reported.first - told.first <= REPORTED_WITHIN:
        return False
    if not entry.by & report.by:
        return False
    likeness = 0.3 if entry.by == report.by else 0.15
    likeness += 0.3 if entry.classes & report.classes - {"other"} else 0.0
    likeness += 0.2 if entry.toward & report.toward else 0.1 if not entry.toward or not report.toward else 0.0
    windows = [period(x) for x in entry.windows], [period(x) for x in report.windows]
    likeness += 0.2 if any(a and b and a.meets(b) for a in windows[0] for b in windows[1]) else 0.0
    return likeness >= _LIKELY


def who_meets(entry: Told) -> frozenset[str]:
    """Those who undertake something and those toward whom: who has to be at the table of a meeting that keeps it."""
    return frozenset(str(party) for party in (*entry.values("by"), *entry.values("toward")))


def days_to_meet(entry: Told, deadline: Deadline | None) -> tuple[int, int] | None:
    """Return after which day and until which a meeting may keep an undertaking to meet; None for any other one.

    Args:
        entry: The undertaking.
        deadline: By when.
    """
    if not MEETING_CLASSES & set(entry.values("class")) or "refused" in entry.values("polarity"):
        return None
    began = period(max((d.published for d in entry.documents if d.published), default=None))
    if len(who_meets(entry)) < 2 or began is None:
        return None
    last = period(deadline.last) if deadline and deadline.last else None
    first = period(deadline.first) if deadline and deadline.first else None
    after = max(began.last, first.first - 1) if first else began.last
    return after, last.last if last else after + OPEN_MEETINGS


def _too_early(change: StatusChange, deadline: Deadline | None) -> bool:
    """Whether it is reported as kept before its window began: those words speak of something else."""
    if change.status != "reported-kept" or (change.entry is not None and change.entry.startswith("M")):
        return False
    if deadline is None or deadline.first is None or change.document is None:
        return False
    told, opens = period(change.document.published), period(deadline.first)
    return told is not None and opens is not None and told.last < opens.first


def _without_passing(changes: list[StatusChange]) -> list[StatusChange]:
    """Leave out the days that passed after it was reported how the undertaking ended."""
    ends = [n for n, change in enumerate(changes) if not change.proposed and not _passes(change)]
    last = ends[-1]
    if changes[last].status not in SETTLED:
        return changes
    return [change for n, change in enumerate(changes) if n < last or not _passes(change)]


def _in_time(change: StatusChange) -> tuple[Any, ...]:
    """The order of changes; of those of one day, whatever the order in which documents were added."""
    passing = change.status in ("open", "due", "overdue")
    rank = REPORTS.index(change.status) if change.status in REPORTS else -1
    told = _told_first(change.claims[0]) if change.claims else ()
    return (change.on or "", not passing, change.decided, rank, told)


def _published(document: DocumentSummary) -> tuple[str, str]:
    """The order of documents: by their days, those of one day by what they are."""
    return (document.published or "9999", document.sha256)


def _told_first(claim: Claim) -> tuple[Any, ...]:
    """The order of claims, whatever the order in which their documents were added."""
    return (*_published(claim.document), claim.span, str(claim.value))


def _passes(change: StatusChange) -> bool:
    return change.status in ("due", "overdue") and change.document is None and not change.decided


def _told_window(claim: Claim) -> Deadline | None:
    """The window that a document gives."""
    when = period(claim.value)
    if when is None:
        return None
    first = datetime.date.fromordinal(when.first).isoformat()
    last = datetime.date.fromordinal(when.last).isoformat()
    start, _, end = str(claim.value).partition("/")
    if end in ("..",):
        return Deadline(first, None, False, f"{claim.document.id} gives no end: {claim.value}", claim)
    opens = None if start in ("..",) else first
    return Deadline(opens, last, False, f"{claim.document.id} gives the window {claim.value}", claim)


def _before(document: DocumentSummary, on: datetime.date) -> bool:
    """Whether a document was published by a day; one without a date is taken for one that was."""
    published = period(document.published)
    return published is None or published.first <= on.toordinal()
