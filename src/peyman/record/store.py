"""The record: adding readings to it, and asking it."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import Connection, select

from peyman.errors import RecordError, UnknownEntry
from peyman.model import Reader, Reading
from peyman.record.accounts.compared import accounts_of
from peyman.record.adding.documents import Adder
from peyman.record.adding.rereading import Rereader, known_already
from peyman.record.asking import listing, viewing
from peyman.record.asking.decisions import decisions_on
from peyman.record.following import due_and_new as following
from peyman.record.keeping import copying
from peyman.record.keeping.copying import Row
from peyman.record.keeping.database import BUSY_SECONDS, Database
from peyman.record.lists import Lists
from peyman.record.merging import carriers
from peyman.record.merging.matching import PersonKeys, SamePerson
from peyman.record.merging.merge import AnyMatching, matchings
from peyman.record.merging.persons import name_keys, same_name
from peyman.record.reviewing import proposals
from peyman.record.reviewing.review import Review
from peyman.record.rows import log, visits
from peyman.record.rows.schema import documents, originals
from peyman.record.search import index
from peyman.record.shown.account_views import AccountsTable
from peyman.record.shown.followup_views import DueList, News
from peyman.record.shown.review_views import Proposal, Step, Verification
from peyman.record.shown.views import (
    ActorSummary,
    AddResult,
    AgreementSummary,
    CommitmentSummary,
    DocumentSummary,
    DocumentView,
    EntryView,
    MeetingSummary,
    PlaceSummary,
    RecordSummary,
    StatementSummary,
    Summary,
)

if TYPE_CHECKING:
    import pandas
    import polars
from peyman.sources.model import Visit

S = TypeVar("S", bound=Summary)

_PUBLIC_ID = re.compile(r"\s*(?P<letter>[A-Za-z])(?P<number>[1-9]\d{0,17})\s*")


class Record:
    """What many documents tell, kept in one database.

    Use it as a context manager, so that it is closed::

        with Record.open("peyman.db") as record:
            record.add(reading, original)
            for meeting in record.meetings():
                print(meeting.id, meeting.date)

    Make one with `Record.open`.
    """

    def __init__(self, database: Database, kinds: dict[str, AnyMatching]) -> None:
        self._database = database
        self._kinds = kinds

    @classmethod
    def open(
        cls,
        path_or_url: str | Path,
        create: bool = True,
        *,
        same_person: SamePerson = same_name,
        person_keys: PersonKeys = name_keys,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Record:
        """Open a record, make it where there is none, and bring it up to date where an older version made it.

        Args:
            path_or_url: Path of an SQLite file, or a database URL.
            create: Make the record where there is none.
            same_person: How likely two names belong to one person, from 0 to 1; symmetric.
            person_keys: Under which keys a person is looked up: those who share none are never compared.
            busy_seconds: How long to wait for another process that is writing.

        Returns:
            The open record.

        Raises:
            NotARecord: What is there is no record: a folder, another file, another database.
            RecordLocked: Another process holds it.
            RecordFull: There is no space to make it.
            RecordError: There is nothing there (with ``create=False``), or it cannot be read.
        """
        return cls(Database(path_or_url, create, busy_seconds), matchings(same_person, person_keys))

    def close(self) -> None:
        """Close it; nothing is lost without, but the file stays open."""
        self._database.close()

    def __enter__(self) -> Self:
        """Return the record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection whose queries all see the record at one moment, for what reads it in ways of its own."""
        with self._database.reading() as connection:
            yield connection

    def visit(self, url: str) -> Visit | None:
        """Return what is noted of an address that was fetched; None where none was."""
        with self._database.reading() as connection:
            return visits.visit_of(connection, url)

    def remember(self, visit: Visit) -> None:
        """Note a visit to an address, in place of an earlier one."""
        with self._database.writing() as connection:
            visits.note(connection, visit)

    def rebuild_search_index(self) -> int:
        """Make the index of full-text search anew; return the number of documents in it.

        Raises:
            RecordLocked: Another process is writing.
            RecordFull: No space is left.
        """
        with self._database.writing() as connection:
            return index.rebuild(connection)

    def known(self, document_id: str, reader: Reader) -> AddResult | None:
        """What adding a document, named by its SHA-256, would give if this reader has read it already; else None."""
        with self.connection() as connection:
            return known_already(connection, document_id, reader)

    def add(self, reading: Reading, original: bytes, again: bool = False) -> AddResult:
        """Add what was read out of one document.

        All of it is added or, where an error is raised, nothing. A document that is there already is left as it is,
        unless another reader, or another version of the reader, read it: then the new reading takes the place of the
        old one, which is kept. Entries that both have keep their ids, and what reviewers decided holds.

        Args:
            reading: What was read.
            original: The bytes that were published.
            again: Let the reading take the place of one by the same reader too.

        Returns:
            What is new, and what it joined.

        Raises:
            RecordLocked: Another process is writing.
            RecordFull: No space is left.
            RecordError: The bytes are others than were read, two entries of one kind have the same id in the
                reading, or the database failed.
        """
        return self.add_many([(reading, original)], again)[0]

    def add_many(self, documents_read: Iterable[tuple[Reading, bytes]], again: bool = False) -> list[AddResult]:
        """Add what was read out of several documents, all of it or, where an error is raised, nothing.

        The record is the same as after adding them one by one with `add`; many at a time are added faster, in one
        transaction. No other process can write meanwhile: some hundred are enough.

        Args:
            documents_read: Each reading with the bytes that were published.
            again: As `add`.

        Returns:
            What became of each, in the same order.

        Raises:
            RecordLocked: As `add`, and so are `RecordFull` and `RecordError`.
        """
        given = list(documents_read)
        for reading, original in given:
            if hashlib.sha256(original).hexdigest() != reading.document.id:
                raise RecordError(
                    f"The bytes of {reading.document.source or 'the document'} are not those that were read.",
                    "Read the document again, and add it with the bytes that it was read from.",
                )
        with self._database.writing() as connection:
            adder = Adder(connection, self._kinds)
            results = [self._add(connection, adder, reading, original, again) for reading, original in given]
            adder.finish()
        return results

    def _add(self, connection: Connection, adder: Adder, reading: Reading, original: bytes, again: bool) -> AddResult:
        known = connection.scalar(select(documents.c.number).where(documents.c.id == reading.document.id))
        if known is not None:
            adder.finish()
            return Rereader(connection, self._kinds, adder).read_again(known, reading, again)
        same = carriers.unchanged(connection, reading.document.url, reading.document.text)
        if same is not None:
            return AddResult(document=f"D{same}", added=False)
        return adder.add(reading, original)

    def meetings(
        self, limit: int | None = None, offset: int = 0, newest_first: bool = False, most: int | None = None
    ) -> list[MeetingSummary]:
        """Every meeting, in the order of its id, or ``limit`` of them after ``offset``; see `listing.Page`."""
        return self._list("meeting", MeetingSummary, listing.Page(limit, offset, newest_first, most))

    def commitments(
        self, limit: int | None = None, offset: int = 0, newest_first: bool = False, most: int | None = None
    ) -> list[CommitmentSummary]:
        """Every commitment, in the order of its id, or ``limit`` of them after ``offset``."""
        return self._list("commitment", CommitmentSummary, listing.Page(limit, offset, newest_first, most))

    def statements(
        self, limit: int | None = None, offset: int = 0, newest_first: bool = False, most: int | None = None
    ) -> list[StatementSummary]:
        """Every statement, in the order of its id, or ``limit`` of them after ``offset``."""
        return self._list("statement", StatementSummary, listing.Page(limit, offset, newest_first, most))

    def actors(
        self, limit: int | None = None, offset: int = 0, newest_first: bool = False, most: int | None = None
    ) -> list[ActorSummary]:
        """Every person, body and party, in the order of its id, or ``limit`` of them after ``offset``."""
        return self._list("actor", ActorSummary, listing.Page(limit, offset, newest_first, most))

    def places(
        self, limit: int | None = None, offset: int = 0, newest_first: bool = False, most: int | None = None
    ) -> list[PlaceSummary]:
        """Every place, in the order of its id, or ``limit`` of them after ``offset``."""
        return self._list("place", PlaceSummary, listing.Page(limit, offset, newest_first, most))

    def agreements(
        self, limit: int | None = None, offset: int = 0, newest_first: bool = False, most: int | None = None
    ) -> list[AgreementSummary]:
        """Every agreement, in the order of its id, or ``limit`` of them after ``offset``."""
        return self._list("agreement", AgreementSummary, listing.Page(limit, offset, newest_first, most))

    def documents(self, limit: int | None = None, offset: int = 0, newest_first: bool = False) -> list[DocumentSummary]:
        """Every document, in the order in which they were added, or ``limit`` of them after ``offset``."""
        with self._database.reading() as connection:
            return listing.list_documents(connection, listing.Page(limit, offset, newest_first))

    def _list(self, kind: str, summary: type[S], page: listing.Page) -> list[S]:
        with self._database.reading() as connection:
            return viewing.list_entries(connection, self._kinds, kind, summary, page)

    def summary(self) -> RecordSummary:
        """How much is in the record; ``str`` of it is one line."""
        with self._database.reading() as connection:
            rejected = decisions_on(connection, self._kinds).rejected()
            return listing.summarise(connection, list(self._kinds), rejected)

    def get(self, public_id: str, most: int | None = None) -> EntryView | DocumentView:
        """Show one entry or document with everything that is claimed of it.

        Args:
            public_id: Such as ``M1`` or ``D3``; small letters do as well. The id of an entry that was merged leads
                to the entry that it is part of now.
            most: How many accounts of it are read, the newest; all without it.

        Returns:
            The view; `DocumentView` for ids that begin with ``D``.

        Raises:
            UnknownEntry: There is no such id; the advice names near ones.
        """
        with self._database.reading() as connection:
            return self._view(connection, public_id, most)

    def _view(self, connection: Connection, public_id: str, most: int | None = None) -> EntryView | DocumentView:
        match = _PUBLIC_ID.fullmatch(public_id)
        letter, number = (match["letter"].upper(), int(match["number"])) if match else ("", 0)
        if letter == "D":
            document = viewing.view_document(connection, number, self._kinds)
            if document is not None:
                return self._with_carriers(connection, document, number)
        for matching in self._kinds.values():
            if matching.letter == letter:
                view = viewing.EntryViewer(connection, self._kinds).view(matching, number, most)
                if view is not None:
                    return view
        raise UnknownEntry(
            f"There is no entry {public_id.strip() or 'without an id'}.",
            viewing.advice_on(connection, letter, number, self._kinds),
        )

    def accounts(self, meeting_id: str | EntryView, most: int | None = None) -> AccountsTable:
        """Show the accounts of a meeting side by side: what each document says, leaves out, or contradicts.

        Args:
            meeting_id: Public id of the meeting, such as ``M1``; or the meeting, where it was asked for already.
            most: How many accounts, the newest; all without it.

        Returns:
            A table of accounts × facts; each cell has its values with the claims behind them, and a mark.

        Raises:
            UnknownEntry: There is no such meeting.
        """
        with self._database.reading() as connection:
            view = self._view(connection, meeting_id, most) if isinstance(meeting_id, str) else meeting_id
            if not isinstance(view, EntryView) or view.kind != "meeting":
                raise UnknownEntry(
                    f"{view.id} is no meeting.", "Give the id of a meeting, such as M1: `peyman show meetings`."
                )
            return accounts_of(connection, self._kinds, view)

    def due(self, on: datetime.date | None = None) -> DueList:
        """Say what became of every undertaking and every planned meeting, as of a day.

        Args:
            on: The day; today without it. Documents that were published later are left aside.

        Returns:
            Undertakings with their status, deadline and the changes that led there, the most urgent first; and planned
            meetings.
        """
        with self._database.reading() as connection:
            return following.due(connection, self._kinds, on or datetime.datetime.now(datetime.UTC).date())

    @property
    def lists(self) -> Lists:
        """What lists show without reading the whole record; see `peyman.record.lists.Lists`."""
        return Lists(self._database, self._kinds)

    def news(
        self,
        since: datetime.datetime | datetime.date,
        what: Collection[str] = following.WHATS,
        most: int | None = None,
    ) -> News:
        """Say what is new since a moment: documents, entries, and statuses that have changed.

        Args:
            since: A day, from its beginning (UTC), or a moment; one without a time zone is UTC.
            what: Of what sorts: ``document``, ``new``, ``joined``, ``status``, ``review``.
            most: How many of each sort, the newest; all without it.
        """
        if not isinstance(since, datetime.datetime):
            since = datetime.datetime.combine(since, datetime.time())
        if since.tzinfo is None:
            since = since.replace(tzinfo=datetime.UTC)
        with self._database.reading() as connection:
            return following.news(connection, self._kinds, since, datetime.datetime.now(datetime.UTC), what, most)

    @property
    def review(self) -> Review:
        """What a reviewer can do; see `peyman.record.reviewing.review.Review`."""
        return Review(self._database, self._kinds)

    def history(self, public_id: str | EntryView, most: int | None = None) -> list[Step]:
        """Return every step that was done to an entry or document, under all ids that it had, in order.

        Args:
            public_id: Such as ``M1`` or ``D3``; or the entry, where it was asked for already.
            most: Of how many documents that tell it the adding is shown, the newest; of all without it.

        Raises:
            UnknownEntry: There is no such entry.
        """
        with self._database.reading() as connection:
            view = self._view(connection, public_id, most) if isinstance(public_id, str) else public_id
            ids = [view.id, *(view.former_ids if isinstance(view, EntryView) else ())]
            about = [document.id for document in view.documents] if isinstance(view, EntryView) else []
            found = log.steps(connection, *ids, *about)
            others = [step for step in log.steps(connection, action="merge", decisions=True) if step.target not in ids]
            found += [step for step in others if set(step.content.get("with", ())) & set(ids)]
            return sorted(found, key=lambda step: step.number)

    def decisions(self, newest: int | None = None) -> list[Step]:
        """Return the steps that a reviewer did, in order; without the documents that were added.

        Args:
            newest: Only so many, the last ones; all without it.
        """
        with self._database.reading() as connection:
            return log.steps(connection, decisions=True, newest=newest)

    def steps(self) -> list[Step]:
        """Return the whole log: every document added and every decision taken, in order."""
        with self._database.reading() as connection:
            return log.steps(connection)

    def proposals(self) -> list[Proposal]:
        """Return what a reviewer is asked to decide: pairs that may be one, changed readings, later reports."""
        with self._database.reading() as connection:
            return proposals.proposals(connection, self._kinds)

    def rows(self) -> Iterator[Row]:
        """Yield every row of every table, as of one moment: what backups are made of (`record.keeping.copying`)."""
        with self._database.reading() as connection:
            yield from copying.rows_of(connection)

    def fill(self, rows: Iterable[Row], revision: str) -> int:
        """Fill this record, which is empty, with the rows of another: with all of them, or with none.

        Args:
            rows: What `rows` of the other record gave.
            revision: The revision of its tables.

        Returns:
            How many there were.

        Raises:
            RecordError: This record is not empty, or the other one is of another version of Peyman.
        """
        with self._database.writing() as connection:
            return copying.fill(connection, rows, revision, self._kinds)

    def verify(self) -> Verification:
        """Compare the log with itself and with what it speaks of; see `peyman.record.rows.log`."""
        with self._database.reading() as connection:
            return log.verify(connection)

    def _with_carriers(self, connection: Connection, view: DocumentView, number: int) -> DocumentView:
        found = carriers.carried_by(connection, number)
        listed = listing.documents_numbered(connection, list(found))
        relation, before = found.get(number, (None, None))
        changed = carriers.changes_between(connection, before, number) if relation == "version" and before else ()
        told = tuple((listed[each], how) for each, (how, _) in found.items())
        return dataclasses.replace(view, carriers=told, changes=changed)

    def reading(self, document_id: str) -> Reading:
        """Return the newest reading of a document, as it was added.

        Args:
            document_id: Its public id (``D1``) or its SHA-256.

        Raises:
            UnknownEntry: There is no such document.
        """
        with self._database.reading() as connection:
            return viewing.newest_reading(connection, self._document(connection, document_id))

    def to_polars(self) -> dict[str, polars.DataFrame]:
        """Every table of the record as a Polars frame, by name; `peyman.record.tables` has the columns.

        Raises:
            MissingExtra: Polars is not installed.
        """
        from peyman.record.frames import to_polars

        return to_polars(self)

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """Every table of the record as a pandas frame, by name.

        Raises:
            MissingExtra: pandas is not installed.
        """
        from peyman.record.frames import to_pandas

        return to_pandas(self)

    def original(self, document_id: str) -> bytes:
        """Return the bytes of a document as they were published.

        Args:
            document_id: Its public id (``D1``) or its SHA-256.

        Raises:
            UnknownEntry: There is no such document.
        """
        with self._database.reading() as connection:
            number = self._document(connection, document_id)
            query = select(originals.c.content).join(documents).where(documents.c.number == number)
            return bytes(connection.execute(query).scalar_one())

    def _document(self, connection: Connection, document_id: str) -> int:
        match = _PUBLIC_ID.fullmatch(document_id)
        wanted = match is not None and match["letter"].upper() == "D" and int(match["number"])
        number: int | None = connection.scalar(
            select(documents.c.number).where((documents.c.id == document_id) | (documents.c.number == (wanted or 0)))
        )
        if number is None:
            raise UnknownEntry(
                f"There is no document {document_id}.",
                viewing.advice_on(connection, "D", wanted or 0, self._kinds),
            )
        return number
