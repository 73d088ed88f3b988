"""The tables of a record.

::

    documents ─┬─ originals      the bytes as they were published
               ├─ readings       what one reader made of one document, whole
               └─ members ─┬─ claims    one row for every value of every entry of a reading
                           └─ nodes ─┬─ candidate_keys   how a node is found by what may be the same
                                     ├─ links, apart     which nodes may, and may not, be one entry
                                     ├─ doubtful         which pairs are left to a reviewer
                                     ├─ decided          which pairs a reviewer has decided
                                     └─ entries          the public ids
    log ── log_end                   every step: documents added, decisions taken; each row hashes the one before

``documents``, ``originals``, ``readings``, ``members``, ``claims`` and ``log`` are only ever added to; a member that a
newer reading replaces is marked as superseded. The tables of merging (``nodes``, ``links``, ``apart``, ``doubtful``,
``decided``, ``entries``) say which members make one entry; they follow from the others.

Only types that every SQL database has are used: text, integers, floating point numbers and bytes. JSON and times
(ISO 8601, UTC) are kept as text, so that the same file can be read with any tool.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0010"
"""The newest revision in ``migrations/versions``. Kept here so that opening a record does not import Alembic."""

BY_HAND = "by hand"
"""Name of the reader of entries that a reviewer added by hand."""

REVISION_TABLE = "peyman_revision"
"""Where Alembic keeps the revision: a name of our own, by which a record is told from other databases."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(64), primary_key=True, comment="SHA-256 of the original bytes, hexadecimal"),
    Column("number", Integer, nullable=False, unique=True, comment="The n of the public id Dn"),
    Column("source", Text),
    Column("url", Text, index=True),
    Column("publisher", Text, index=True),
    Column("published", String(64), index=True, comment="EDTF"),
    Column("published_from", String(16)),
    Column("language", String(16), nullable=False, index=True, comment="BCP 47"),
    Column("title", Text),
    Column("added", String(32), nullable=False, index=True, comment="ISO 8601, UTC"),
    Column("text", Text, nullable=False, comment="As extracted; every span points into it"),
    Column("repaired", Text, comment="Null where the repair changed nothing"),
)

originals = Table(
    "originals",
    metadata,
    Column("document_id", ForeignKey("documents.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("reader_name", String(64), nullable=False),
    Column("reader_version", String(64), nullable=False),
    Column("backend", String(128), nullable=False),
    Column("added", String(32), nullable=False, comment="ISO 8601, UTC"),
    Column("content", Text, nullable=False, comment="The reading as JSON, without the text that documents holds"),
)

entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("number", Integer, nullable=False, comment="The n of the public id; never used twice"),
    Column("merged_into", ForeignKey("entries.id"), index=True, comment="The entry that this id now leads to"),
    UniqueConstraint("kind", "number"),
    Index(None, "kind", "merged_into"),
)

nodes = Table(
    "nodes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("key", Text, nullable=False, comment="Says the same whatever the order of adding"),
    Column("document_id", ForeignKey("documents.id"), comment="Null where several documents may share the node"),
    Column("facts", Text, nullable=False, comment="What merging compares, as JSON"),
    Column("component", Integer, index=True, comment="Nodes that links connect have the same number"),
    Column("entry_id", ForeignKey("entries.id"), index=True),
    Column("founded", ForeignKey("entries.id"), index=True, comment="The entry that was made for this node"),
    UniqueConstraint("kind", "key"),
)

members = Table(
    "members",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("reading_id", ForeignKey("readings.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("local_id", String(128), nullable=False, comment="The id of the entry within the reading"),
    Column("confidence", Float, nullable=False),
    Column("node_id", ForeignKey("nodes.id"), nullable=False, index=True),
    Column("superseded", Integer, comment="The newer reading of the document, or the step that took the entry back"),
    UniqueConstraint("reading_id", "kind", "local_id"),
    Index(None, "document_id", "local_id"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("member_id", ForeignKey("members.id"), nullable=False),
    Column("field", String(32), nullable=False),
    Column("value", Text, comment="JSON, as read: references are ids within the reading"),
    Column("said_in", Text, comment="JSON list of statement ids within the reading; null for the document's own voice"),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Index(None, "member_id", "field"),
)

candidate_keys = Table(
    "candidate_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("node_id", ForeignKey("nodes.id"), primary_key=True),
)

links = Table(
    "links",
    metadata,
    Column("low_id", ForeignKey("nodes.id"), primary_key=True),
    Column("high_id", ForeignKey("nodes.id"), primary_key=True, index=True),
    Column("likeness", Float, nullable=False),
)

apart = Table(
    "apart",
    metadata,
    Column("low_id", ForeignKey("nodes.id"), primary_key=True),
    Column("high_id", ForeignKey("nodes.id"), primary_key=True, index=True),
)

doubtful = Table(
    "doubtful",
    metadata,
    Column("low_id", ForeignKey("nodes.id"), primary_key=True),
    Column("high_id", ForeignKey("nodes.id"), primary_key=True, index=True),
    Column("likeness", Float, nullable=False, index=True),
)

decided = Table(
    "decided",
    metadata,
    Column("step", Integer, primary_key=True, autoincrement=False, comment="The step of the log that decided so"),
    Column("low_id", ForeignKey("nodes.id"), primary_key=True, index=True),
    Column("high_id", ForeignKey("nodes.id"), primary_key=True, index=True),
    Column("together", Integer, nullable=False, comment="1: they are one; 0: they are two"),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="1, 2, 3 … without a gap"),
    Column("at", String(32), nullable=False, comment="ISO 8601, UTC"),
    Column("author", String(128), index=True, comment="Who decided; null for what Peyman did itself"),
    Column("action", String(16), nullable=False),
    Column("target", String(32), nullable=False, index=True, comment="Public id"),
    Column("content", Text, nullable=False, comment="JSON: what was added or decided"),
    Column("reason", Text),
    Column("undoes", Integer, index=True, comment="The step that this one takes back"),
    Column("previous", String(64), nullable=False, comment="Hash of the step before; empty for the first"),
    Column("hash", String(64), nullable=False, comment="SHA-256 of all other columns"),
)

log_end = Table(
    "log_end",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False, comment="The last step"),
    Column("hash", String(64), nullable=False, comment="Its hash"),
)
