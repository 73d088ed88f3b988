"""What lists, drawings and counts show of a record, however large it is: asked for without reading all of it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from peyman.record.asking import diary, naming, viewing
from peyman.record.asking.decisions import decisions_on
from peyman.record.asking.diary import Diary, DiaryFilter
from peyman.record.asking.listing import Page
from peyman.record.asking.naming import Names
from peyman.record.following import ledger
from peyman.record.following.ledger import Ledger, LedgerFilter, Urgent
from peyman.record.keeping.database import Database
from peyman.record.merging.merge import AnyMatching
from peyman.record.rows import log, visits
from peyman.record.rows.outline_tables import outline_nodes, outline_parties, outlines
from peyman.record.rows.schema import claims, documents, entries, members, nodes, readings
from peyman.record.rows.schema import log as log_table
from peyman.record.shown.followup_views import CommitmentFollowUp, PlannedMeeting
from peyman.record.shown.review_views import Step
from peyman.record.shown.views import MeetingSummary
from peyman.sources.model import Visit


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry in a few words, with its days.

    Attributes:
        id: Public id.
        kind: ``meeting``, ``commitment``, ``agreement`` or ``statement``.
        first: Its first day, or the first of its window; ISO 8601.
        last: Its last day; None where the end is open or unknown.
        parties: Keys of its parties; of a commitment, of those who undertake.
        status: Of a meeting or a commitment as of the day that was asked for.
        label: It in a few words: kind of a meeting, words of a commitment, name of an agreement, issuer of a statement.
        place: Public id of a meeting's place.
    """

    id: str
    kind: str
    first: str | None
    last: str | None
    parties: tuple[str, ...]
    status: str
    label: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two parties that met: how often, and the newest of these meetings."""

    first: str
    second: str
    meetings: int
    newest: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A place where meetings were held.

    Attributes:
        place: Public id.
        meetings: How many.
        key: Key of the place.
        country: Key of its country; None where it is unknown.
        name: A name that a document gives it.
    """

    place: str
    meetings: int
    key: str
    country: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Read:
    """What one version of a reader read: name, version, backend, how many documents, and when last."""

    reader: str
    version: str
    backend: str
    documents: int
    last: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whoever published documents of the record: how many, and when the last came in."""

    name: str | None
    documents: int
    last: str


class Lists:
    """Asks for what lists show; get it as ``record.lists``.

    Args:
        database: The database of the record.
        kinds: Every kind of entry.
    """

    def __init__(self, database: Database, kinds: Mapping[str, AnyMatching]) -> None:
        self._database = database
        self._kinds = kinds

    def counts(self) -> dict[str, int]:
        """How many documents, and how many entries of each kind there are."""
        with self._database.reading() as connection:
            rejected = decisions_on(connection, self._kinds).rejected()
            rows = connection.execute(
                select(entries.c.kind, func.count().label("number"))
                .where(entries.c.merged_into.is_(None), entries.c.id.not_in(rejected))
                .group_by(entries.c.kind)
            )
            found = {row.kind: row.number for row in rows}
            last = connection.scalar(select(func.max(documents.c.number))) or 0
        return {"document": last, **{kind: found.get(kind, 0) for kind in self._kinds}}

    def ledger(self, on: datetime.date, wanted: LedgerFilter) -> Ledger:
        """List undertakings as of a day, in order, by the numbers of their public ids."""
        with self._database.reading() as connection:
            return ledger.ledger(connection, on, wanted)

    def followed(self, on: datetime.date, numbers: Sequence[int]) -> tuple[CommitmentFollowUp, ...]:
        """Say what became of some undertakings as of a day, in the order in which they are asked for.

        Args:
            on: The day.
            numbers: The n of the public id of each.
        """
        with self._database.reading() as connection:
            return ledger.followed(connection, self._kinds, on, "commitment", numbers).commitments

    def announced(self, on: datetime.date, number: int) -> PlannedMeeting | None:
        """Say what became of a meeting as of a day; None for one that was not announced."""
        with self._database.reading() as connection:
            found = ledger.followed(connection, self._kinds, on, "meeting", [number]).meetings
        return found[0] if found else None

    def diary(self, on: datetime.date, wanted: DiaryFilter, limit: int, offset: int = 0) -> Diary:
        """List meetings as of a day, in order, by the numbers of their public ids: ``limit`` after ``offset``."""
        with self._database.reading() as connection:
            return diary.diary(connection, on, wanted, limit, offset)

    def meetings(self, numbers: Sequence[int], most: int | None = None) -> list[MeetingSummary]:
        """List meetings by the n of their public ids, in the order of ``numbers``; what there is not is left out.

        Args:
            numbers: The n of the public id of each.
            most: How many accounts of each are read for its values, the newest; all without it.
        """
        page = Page(most=most, numbers=numbers)
        with self._database.reading() as connection:
            listed = viewing.list_entries(connection, self._kinds, "meeting", MeetingSummary, page)
        found = {each.id: each for each in listed}
        return [found[f"M{number}"] for number in numbers if f"M{number}" in found]

    def names(self, public_ids: Iterable[str], most: int | None = None) -> dict[str, Names]:
        """Return what actors, places and agreements are called in each language, as `naming.names_of` does."""
        with self._database.reading() as connection:
            return naming.names_of(connection, self._kinds, public_ids, most)

    def agreements_named(self, numbers: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
        """Return the number and name of the agreements that undertakings name, by the undertaking's number."""
        with self._database.reading() as connection:
            return ledger.agreements_of(connection, numbers)

    def urgent(self, on: datetime.date, few: int) -> Urgent:
        """Say what there is to follow up as of a day: how much, and the first ``few`` of each."""
        with self._database.reading() as connection:
            return ledger.urgent(connection, self._kinds, on, few)

    def timeline(
        self,
        on: datetime.date,
        kinds: Sequence[str],
        since: datetime.date | None,
        until: datetime.date | None,
        parties: Sequence[str] = (),
        most: int = 400,
    ) -> list[Outline]:
        """List what happened, or is to happen, between two days, the latest first.

        Args:
            on: The day as of which statuses are told.
            kinds: Of which kinds.
            since: The first day.
            until: The last day.
            parties: With one of these; with any without.
            most: How many of each kind.
        """
        found: list[Outline] = []
        for kind in kinds:
            begins = func.coalesce(outlines.c.first_day, outlines.c.last_day)
            conditions: list[ColumnElement[bool]] = [outlines.c.kind == kind, begins.is_not(None)]
            if until is not None:
                conditions.append(begins <= until.isoformat())
            if since is not None:
                # Without a last day it goes on.
                lasts = or_(outlines.c.last_day.is_(None), outlines.c.last_day >= since.isoformat())
                conditions.append(lasts)
            if parties:
                given = select(outline_parties.c.entry_id).where(outline_parties.c.party.in_(parties))
                conditions.append(outlines.c.entry_id.in_(given))
            # The index leads to the latest ones.
            query = select(outlines.c.entry_id).where(and_(*conditions))
            query = query.order_by(outlines.c.first_day.desc().nulls_last(), outlines.c.number.desc()).limit(most)
            found += self._outlines(on, query)
        return found

    def meetings_of(self, public_id: str, on: datetime.date, most: int = 100) -> list[Outline]:
        """List the meetings in which a person or body took part, or that were held at a place or under an agreement."""
        return self._outlines(on, self._speaking_of(public_id, "meeting").limit(most))

    def commitments_under(self, public_id: str, on: datetime.date, most: int = 100) -> list[Outline]:
        """List the undertakings that name an agreement."""
        return self._outlines(on, self._speaking_of(public_id, "commitment").limit(most))

    def of_party(self, party: str, kind: str, on: datetime.date, most: int = 100) -> list[Outline]:
        """List the meetings of a party, or the undertakings that it gave; the latest first."""
        part = "by" if kind == "commitment" else "party"
        query = (
            select(outlines.c.entry_id)
            .join(outline_parties, outline_parties.c.entry_id == outlines.c.entry_id)
            .where(outline_parties.c.party == party, outline_parties.c.part == part, outlines.c.kind == kind)
            .order_by(outlines.c.first_day.desc().nulls_last(), outlines.c.number.desc())
            .limit(most)
        )
        return self._outlines(on, query)

    def _speaking_of(self, public_id: str, kind: str) -> Select[int]:
        letters = {matching.letter: name for name, matching in self._kinds.items()}
        number = int(public_id[1:]) if public_id[1:].isdecimal() else 0
        target = select(func.coalesce(entries.c.merged_into, entries.c.id)).where(
            entries.c.kind == letters.get(public_id[:1], ""), entries.c.number == number
        )
        return (
            select(outlines.c.entry_id)
            .join(outline_nodes, outline_nodes.c.entry_id == outlines.c.entry_id)
            .join(nodes, nodes.c.id == outline_nodes.c.node_id)
            .where(nodes.c.entry_id.in_(target), outlines.c.kind == kind)
            .group_by(outlines.c.entry_id, outlines.c.first_day, outlines.c.number)
            .order_by(outlines.c.first_day.desc().nulls_last(), outlines.c.number.desc())
        )

    def _outlines(self, on: datetime.date, wanted: Select[int]) -> list[Outline]:
        with self._database.reading() as connection:
            listed = connection.scalars(wanted).all()
            rows = connection.execute(
                select(outlines, ledger.status_on(on).label("now")).where(outlines.c.entry_id.in_(listed))
            )
            by_id = {row.entry_id: row for row in rows}
            parties: dict[int, list[str]] = {}
            for row in connection.execute(
                select(outline_parties.c.entry_id, outline_parties.c.party)
                .where(outline_parties.c.entry_id.in_(listed), outline_parties.c.part != "toward")
                .order_by(outline_parties.c.party)
            ):
                parties.setdefault(row.entry_id, []).append(row.party)
            places = {
                row.entry_id: f"P{row.number}"
                for row in connection.execute(
                    select(outline_nodes.c.entry_id, entries.c.number)
                    .join(nodes, nodes.c.id == outline_nodes.c.node_id)
                    .join(entries, entries.c.id == nodes.c.entry_id)
                    .where(outline_nodes.c.entry_id.in_(listed), outline_nodes.c.part == "place")
                )
            }
        return [
            Outline(
                id=f"{self._kinds[row.kind].letter}{row.number}",
                kind=row.kind,
                first=row.first_day or row.last_day,
                last=row.last_day,
                parties=tuple(parties.get(row.entry_id, ())),
                status=(row.now if row.kind == "commitment" else row.status) or "",
                label=row.label,
                place=places.get(row.entry_id),
            )
            for row in (by_id[each] for each in listed)
        ]

    def ties(self, most: int = 200) -> list[Tie]:
        """Count how often parties met, the most often first; meetings that were called off or denied do not count."""
        one, other = outline_parties.alias("one"), outline_parties.alias("other")
        with self._database.reading() as connection:
            rows = connection.execute(
                select(one.c.party, other.c.party.label("second"), func.count().label("meetings"))
                .add_columns(func.max(outlines.c.number).label("newest"))
                .join(other, and_(other.c.entry_id == one.c.entry_id, one.c.party < other.c.party))
                .join(outlines, outlines.c.entry_id == one.c.entry_id)
                .where(one.c.part == "party", other.c.part == "party", self._met())
                .group_by(one.c.party, other.c.party)
                .order_by(func.count().desc(), one.c.party, other.c.party)
                .limit(most)
            )
            return [Tie(row.party, row.second, row.meetings, f"M{row.newest}") for row in rows]

    def party_meetings(self, most: int = 40) -> dict[str, int]:
        """Count the meetings of each party, the most first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(outline_parties.c.party, func.count().label("meetings"))
                .join(outlines, outlines.c.entry_id == outline_parties.c.entry_id)
                .where(outline_parties.c.part == "party", self._met())
                .group_by(outline_parties.c.party)
                .order_by(func.count().desc(), outline_parties.c.party)
                .limit(most)
            )
            return {row.party: row.meetings for row in rows}

    def venues(self, most: int = 200) -> list[Venue]:
        """Count the meetings at each place, the most first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(entries.c.number, func.count(outlines.c.entry_id.distinct()).label("meetings"))
                .join(nodes, nodes.c.entry_id == entries.c.id)
                .join(outline_nodes, outline_nodes.c.node_id == nodes.c.id)
                .join(outlines, outlines.c.entry_id == outline_nodes.c.entry_id)
                .where(outline_nodes.c.part == "place", entries.c.kind == "place", self._met())
                .group_by(entries.c.number)
                .order_by(func.count(outlines.c.entry_id.distinct()).desc(), entries.c.number)
                .limit(most)
            )
            return [self._venue(connection, row.number, row.meetings) for row in rows.all()]

    def _venue(self, connection: Connection, number: int, meetings: int) -> Venue:
        node = connection.execute(
            select(nodes.c.id, nodes.c.facts)
            .join(entries, entries.c.id == nodes.c.entry_id)
            .where(entries.c.kind == "place", entries.c.number == number)
            .order_by(nodes.c.id)
            .limit(1)
        ).one()
        told: dict[str, str] = {}
        for field in ("name", "country"):
            value = connection.scalar(
                select(claims.c.value)
                .join(members, members.c.id == claims.c.member_id)
                .where(members.c.node_id == node.id, claims.c.field == field, members.c.superseded.is_(None))
                .limit(1)
            )
            if value is not None:
                told[field] = str(json.loads(value))
        key = str(json.loads(node.facts).get("key", ""))
        return Venue(f"P{number}", meetings, key, told.get("country"), told.get("name", f"P{number}"))

    def _met(self) -> ColumnElement[bool]:
        status = func.coalesce(outlines.c.status, "held")
        return and_(outlines.c.kind == "meeting", status.not_in(("cancelled", "denied")))

    def readers(self) -> list[Read]:
        """Tell which versions of which readers read the documents, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(readings.c.reader_name, readings.c.reader_version, readings.c.backend)
                .add_columns(
                    func.count(readings.c.document_id.distinct()).label("documents"),
                    func.max(readings.c.added).label("last"),
                )
                .group_by(readings.c.reader_name, readings.c.reader_version, readings.c.backend)
                .order_by(func.max(readings.c.added).desc())
                .limit(100)
            )
            return [Read(row.reader_name, row.reader_version, row.backend, row.documents, row.last) for row in rows]

    def publishers(self, most: int = 50) -> list[Publisher]:
        """Tell who published the documents, those with most first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(documents.c.publisher, func.count().label("number"), func.max(documents.c.added).label("last"))
                .group_by(documents.c.publisher)
                .order_by(func.count().desc(), documents.c.publisher)
                .limit(most)
            )
            return [Publisher(row.publisher, row.number, row.last) for row in rows]

    def steps_counted(self) -> int:
        """How many steps the log has: they are numbered without a gap."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.max(log_table.c.number))) or 0

    def steps(self, offset: int, limit: int) -> list[Step]:
        """Return a part of the log, the newest steps first."""
        with self._database.reading() as connection:
            last = connection.scalar(select(func.max(log_table.c.number))) or 0
            return log.between(connection, last - offset - limit, last - offset)

    def visits(self, most: int = 50) -> list[Visit]:
        """Tell which addresses were fetched last, and what came of it."""
        with self._database.reading() as connection:
            return visits.newest(connection, most)
