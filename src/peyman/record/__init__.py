"""The record: what many documents tell, kept in one database, with every claim behind every value.

::

    from peyman.record import Record

    with Record.open("peyman.db") as record:
        result = record.add(reading, original)     # a peyman.model.Reading and the bytes it was read from
        print(record.summary())
        for meeting in record.meetings():
            print(meeting.id, meeting.date, meeting.parties)
        view = record.get("M1")
        for value in view.of("date"):
            print(value.value, [claim.document.publisher for claim in value.claims])

**Claims.** Adding a document keeps its bytes, its text, its whole reading, and one row for every value of every actor,
place, agreement, statement, meeting and commitment in it: this document, in this statement, at this span, says this of
that entry. Dates are kept with the reading: they are no entries of their own, but values of these. Claims are never
changed and never taken away. All of a document is added in one transaction, or nothing of it; adding it twice changes
nothing.

**Entries.** Entries are what claims agree on: one meeting however many documents tell of it. They have short ids: M1 is
a meeting, C1 a commitment, S1 a statement, A1 an actor, P1 a place, G1 an agreement, and D1 a document. Numbers follow
the order of adding and are given once: when two entries turn out to be one, the older id stays and the other leads to
it.

**Merging.** Parties, bodies, places and agreements are one where their keys are; persons where key and party are, or
where the test handed to `Record.open` says that their names are one person's. Meetings, statements and commitments of
different documents are compared in pairs, by what both say and by nothing else, and entries are what these pairs
connect (`peyman.record.merging.merge`). So the entries and their values do not depend on the order in which documents
were added. Candidates are found through indexed keys (a meeting: day or month, and two of the parties), so that the
cost of adding a document does not grow with the record. Two entries of one document are never merged: whether they are
one is for the reader to decide. Where a third document would bridge them, it goes to the one that it fits better.

**Differences.** A value is shown with the claims behind it, and where documents differ all values are shown
(`EntryView.values`, `EntryView.differences`). None is preferred.

**Accounts.** `Record.accounts` puts the documents that tell one meeting side by side, fact by fact: each cell holds
what the account says in its own words, with the evidence, and is marked as confirmed, unique, missing or in conflict.
`compare` does the same for two readings with no record.

**Follow-up.** `Record.due` says what became of every undertaking and planned meeting as of a day, with the document
behind each change; `Record.news` what came into the record since a moment (`peyman.record.following.followup`).

**Review.** ``record.review`` accepts, corrects, rejects, merges, splits, adds by hand and undoes, each step by a named
person (`peyman.record.reviewing.review`); `Record.history` shows the steps of an entry, `Record.proposals` what waits
for a decision, and `Record.verify` whether the log (`peyman.record.rows.log`) was tampered with. When a newer reader
reads a document again, its reading takes the place of the older one, entries keep their ids, and decisions hold
(`peyman.record.adding.rereading`).

**Storage.** SQLAlchemy on one SQLite file (write-ahead log, foreign keys on); the tables are made and changed by
Alembic migrations, which run by themselves when a record is opened. What is particular to SQLite stands in
`peyman.record.keeping.database`.
"""

from peyman.record.comparing import compare
from peyman.record.keeping.database import Database
from peyman.record.merging.facts import Named
from peyman.record.merging.matching import PersonKeys, SamePerson, by_key, same_key
from peyman.record.reviewing.review import Review
from peyman.record.shown.account_views import Account, AccountsTable, Cell, CellValue, Comparison, FactRow, Mark, Told
from peyman.record.shown.followup_views import (
    CommitmentFollowUp,
    Deadline,
    DueList,
    News,
    NewsItem,
    PlannedMeeting,
    StatusChange,
)
from peyman.record.shown.review_views import Fault, Proposal, Step, Verification
from peyman.record.shown.views import (
    ActorSummary,
    AddResult,
    AgreementSummary,
    Claim,
    CommitmentSummary,
    DocumentSummary,
    DocumentView,
    EntryView,
    MeetingSummary,
    PlaceSummary,
    RecordSummary,
    StatementSummary,
    Summary,
    Value,
)
from peyman.record.store import Record

__all__ = [
    "Account",
    "AccountsTable",
    "ActorSummary",
    "AddResult",
    "AgreementSummary",
    "Cell",
    "CellValue",
    "Claim",
    "CommitmentFollowUp",
    "CommitmentSummary",
    "Comparison",
    "Database",
    "Deadline",
    "DocumentSummary",
    "DocumentView",
    "DueList",
    "EntryView",
    "FactRow",
    "Fault",
    "Mark",
    "MeetingSummary",
    "Named",
    "News",
    "NewsItem",
    "PersonKeys",
    "PlaceSummary",
    "PlannedMeeting",
    "Proposal",
    "Record",
    "RecordSummary",
    "Review",
    "SamePerson",
    "StatementSummary",
    "StatusChange",
    "Step",
    "Summary",
    "Told",
    "Value",
    "Verification",
    "by_key",
    "compare",
    "same_key",
]
