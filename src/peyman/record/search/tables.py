"""The tables of the index that every database has; those that only one has are in `peyman.record.search.engine`.

::

    search_documents   what documents are filtered and ordered by
    search_facets      parties, kinds and statuses that a document tells of
    search_entries     meetings and commitments whose evidence is indexed, with their days
    search_names       every name in the record, whole and word by word, and what it names

All of them follow from the documents and their newest readings, and may be made anew.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from peyman.record.rows.schema import metadata

search_documents = Table(
    "search_documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="The n of the public id Dn"),
    Column("reading_id", ForeignKey("readings.id"), nullable=False, comment="The reading that was indexed"),
    Column("language", String(16), nullable=False, index=True),
    Column("publisher", Text, nullable=False, comment="Folded, with blanks between the words; empty where unknown"),
    Column("first_day", String(10), comment="Of publication, ISO 8601; empty where unknown"),
    Column("last_day", String(10), comment="Of publication; later than the first where only the month is known"),
    # The newest are found by walking it backwards, and days compared without the table.
    Index("ix_search_documents_days", "first_day", "number", "last_day"),
)

search_facets = Table(
    "search_facets",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="The document"),
    Column("field", String(16), primary_key=True),
    Column("value", String(256), primary_key=True),
    Index(None, "field", "value", "number"),
)

search_entries = Table(
    "search_entries",
    metadata,
    Column("member_id", ForeignKey("members.id"), primary_key=True),
    Column("number", Integer, nullable=False, index=True, comment="The document"),
    Column("kind", String(16), nullable=False),
    Column("first_day", String(10), comment="Of a meeting, or of a commitment's window"),
    Column("last_day", String(10)),
    Index(None, "kind", "first_day"),
)

search_names = Table(
    "search_names",
    metadata,
    Column("name", String(256), primary_key=True, comment="Folded"),
    Column("key", String(256), primary_key=True, index=True, comment="Of what it names"),
    Column(
        "part",
        String(8),
        primary_key=True,
        comment="person (whole), last (word of one), word (of one), or whole (anything else)",
    ),
    Column(
        "sound", String(64), index=True, comment="Of one word of a person's or a place's name; null for whole names"
    ),
)
