"""What following up shows: the status of undertakings and planned meetings over time, with what shows each change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peyman.model import FollowUp
from peyman.record.shown.views import Claim, DocumentSummary

MeetingFollowUp = Literal["awaited", "held", "missed", "postponed", "cancelled", "denied"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something is to be done.

    Attributes:
        first: First day on which it can be done, ISO 8601; None where the window is open at its beginning.
        last: Last day; None where the window is open at its end.
        derived: Whether the day was computed from a length ("within 60 days of the signing").
        explanation: How it is known, in one line.
        claim: The words that it rests on.
    """

    first: str | None
    last: str | None
    derived: bool
    explanation: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One change of a status.

    Attributes:
        status: What it became.
        on: When: the day of publication, or the day that passed; ISO 8601, None where it is unknown.
        document: The document that shows it; None where a day passed.
        claims: Its words.
        explanation: Why, in one line.
        entry: Public id of the entry that shows it, where that is another one: a later undertaking, a meeting.
        proposed: Whether a reviewer has yet to accept that the other entry speaks of this one.
        decided: Whether a reviewer said so.
    """

    status: str
    on: str | None
    document: DocumentSummary | None
    claims: tuple[Claim, ...]
    explanation: str
    entry: str | None = None
    proposed: bool = False
    decided: bool = False


@dataclass(frozen=True, slots=True)
class CommitmentFollowUp:
    """An undertaking as of a day.

    Attributes:
        id: Its public id.
        status: As of that day. Changes that are only proposed do not count.
        by: Who undertakes it.
        toward: Toward whom.
        class_: What kind of undertaking.
        action: Its wordings, one for each that differs.
        deadline: By when; None where no document says so. Where documents differ, the earliest last day.
        changes: How the status came about, in the order of time, proposed changes among them.
        documents: The documents that tell it.
        refused: Whether every document tells that they refuse it, and none that they undertake it.
    """

    id: str
    status: FollowUp
    by: tuple[str, ...]
    toward: tuple[str, ...]
    class_: tuple[str, ...]
    action: tuple[str, ...]
    deadline: Deadline | None
    changes: tuple[StatusChange, ...]
    documents: tuple[DocumentSummary, ...]
    refused: bool = False


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting that was announced, as of a day.

    Attributes:
        id: Its public id.
        status: As of that day. ``missed`` says that its day has passed and no document in the record tells that it was
            held.
        kind: Kinds that documents give it.
        date: Dates that documents give it, EDTF.
        parties: Who is to meet.
        changes: How the status came about.
        documents: The documents that tell it.
    """

    id: str
    status: MeetingFollowUp
    kind: tuple[str, ...]
    date: tuple[str, ...]
    parties: tuple[str, ...]
    changes: tuple[StatusChange, ...]
    documents: tuple[DocumentSummary, ...]


@dataclass(frozen=True, slots=True)
class DueList:
    """What is due as of a day.

    Attributes:
        on: The day, ISO 8601. Documents that were published later are left aside.
        commitments: Undertakings: overdue, due, open with a deadline, open without one, then what was reported.
        meetings: Meetings that were announced, by date.
    """

    on: str
    commitments: tuple[CommitmentFollowUp, ...]
    meetings: tuple[PlannedMeeting, ...]


@dataclass(frozen=True, slots=True)
class NewsItem:
    """Something new in the record.

    Attributes:
        what: ``document``, ``new`` (an entry), ``joined`` (an entry that a further document tells), ``status`` (a
            change of one) or ``review`` (a decision).
        id: Public id of the document or entry.
        kind: Its kind.
        when: When it came into the record, or when the status changed; ISO 8601.
        label: It in one line.
        documents: Public ids of the documents that brought it.
    """

    what: str
    id: str
    kind: str
    when: str
    label: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What is new in the record since a moment.

    Attributes:
        since: The moment, ISO 8601.
        items: What is new: documents, entries, changes of status, decisions.
        total: How many there are, where only the newest of each sort were asked for.
    """

    since: str
    items: tuple[NewsItem, ...]
    total: int = 0
