"""What lists of entries are filtered and ordered by, one row for each entry; `record.following.outlines` fills them.

::

    outlines            meetings, commitments, statements and agreements with their days and what is told of them
    outline_parties     the parties of each, and in which part
    outline_nodes       the people, places and agreements of each
    outline_months      the months in which a meeting may keep a commitment to meet
    outline_reports     later entries that seem to report what became of a commitment
    outline_tallies     how many documents tell each value of an agreement; `peyman.record.asking.tallies` counts

All of them follow from the claims and from what reviewers decided, and may be made anew.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from peyman.record.rows.schema import metadata

outlines = Table(
    "outlines",
    metadata,
    Column("entry_id", ForeignKey("entries.id"), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("number", Integer, nullable=False, comment="The n of the public id"),
    Column("first_day", String(10), comment="Of the entry, or of a commitment's window; ISO 8601"),
    Column("last_day", String(10), comment="Likewise; null where the end is open or unknown"),
    Column("notice_day", String(10), comment="From which a commitment is due"),
    Column("meet_after", String(10), comment="Of a commitment to meet: a meeting after this day may keep it"),
    Column("meet_until", String(10), comment="Until this day"),
    Column("told_from", String(10), comment="First publication that tells it; null where none is dated"),
    Column("status", String(16), comment="Of a meeting, as most documents tell it"),
    Column("reported", String(16), comment="What became of a commitment, or of a meeting that was announced"),
    Column("reported_on", String(10), comment="When that was reported"),
    Column("label", Text, nullable=False, comment="It in a few words"),
    Column("compared", Text, nullable=False, comment="What reports of a commitment are found by, as JSON"),
    Index(None, "kind", "last_day"),
    Index(None, "kind", "first_day"),
    Index(None, "kind", "reported", "last_day"),
    Index(None, "kind", "reported", "told_from"),
    Index(None, "kind", "told_from"),
)

outline_parties = Table(
    "outline_parties",
    metadata,
    Column("entry_id", ForeignKey("outlines.entry_id"), primary_key=True),
    Column("part", String(8), primary_key=True, comment="party, by or toward"),
    Column("party", String(64), primary_key=True),
    Index(None, "party", "part", "entry_id"),
)

outline_nodes = Table(
    "outline_nodes",
    metadata,
    Column("entry_id", ForeignKey("outlines.entry_id"), primary_key=True),
    Column("part", String(12), primary_key=True, comment="participant, place or agreement"),
    Column("node_id", ForeignKey("nodes.id"), primary_key=True),
    Index(None, "node_id", "part", "entry_id"),
)

LONG = "long"
"""In place of a month, where there would be too many."""

outline_months = Table(
    "outline_months",
    metadata,
    Column("month", String(7), primary_key=True, comment="YYYY-MM, or long for a commitment of many months"),
    Column("party", String(64), primary_key=True, comment="One of those who are to meet: the first by its key"),
    Column("entry_id", ForeignKey("outlines.entry_id"), primary_key=True, index=True),
)

outline_reports = Table(
    "outline_reports",
    metadata,
    Column("entry_id", ForeignKey("outlines.entry_id"), primary_key=True),
    Column("other_id", ForeignKey("outlines.entry_id"), primary_key=True, index=True),
    Column("day", String(10), nullable=False, comment="Of the meeting, or of the publication of the report"),
    Column("meeting", Integer, nullable=False, comment="1 where the other is a meeting"),
)

outline_tallies = Table(
    "outline_tallies",
    metadata,
    Column("node_id", ForeignKey("nodes.id"), primary_key=True),
    Column("field", String(8), primary_key=True, comment="name, date, parties, or told for a day of publication"),
    Column("value", String(512), primary_key=True, comment="As read; of told empty where the day is not known"),
    Column("times", Integer, nullable=False),
)
