"""The first tables: documents, readings, members, claims, and what merging needs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.String(64)),
        sa.Column("published_from", sa.String(16)),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("repaired", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("number", name="uq_documents_number"),
    )
    op.create_table(
        "originals",
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_originals"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_originals_document_id"),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("reader_name", sa.String(64), nullable=False),
        sa.Column("reader_version", sa.String(64), nullable=False),
        sa.Column("backend", sa.String(128), nullable=False),
        sa.Column("added", sa.String(32), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_readings_document_id"),
    )
    op.create_index("ix_readings_document_id", "readings", ["document_id"])
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("merged_into", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.ForeignKeyConstraint(["merged_into"], ["entries.id"], name="fk_entries_merged_into"),
        sa.UniqueConstraint("kind", "number", name="uq_entries_kind_number"),
    )
    op.create_index("ix_entries_merged_into", "entries", ["merged_into"])
    op.create_table(
        "nodes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("document_id", sa.String(64)),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("component", sa.Integer),
        sa.Column("entry_id", sa.Integer),
        sa.Column("founded", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_nodes"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_nodes_document_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_nodes_entry_id"),
        sa.ForeignKeyConstraint(["founded"], ["entries.id"], name="fk_nodes_founded"),
        sa.UniqueConstraint("kind", "key", name="uq_nodes_kind_key"),
    )
    op.create_index("ix_nodes_component", "nodes", ["component"])
    op.create_index("ix_nodes_entry_id", "nodes", ["entry_id"])
    op.create_table(
        "members",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("reading_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("local_id", sa.String(128), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("node_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_members_document_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_members_reading_id"),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name="fk_members_node_id"),
        sa.UniqueConstraint("reading_id", "kind", "local_id", name="uq_members_reading_id_kind_local_id"),
    )
    op.create_index("ix_members_document_id_local_id", "members", ["document_id", "local_id"])
    op.create_index("ix_members_node_id", "members", ["node_id"])
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("member_id", sa.Integer, nullable=False),
        sa.Column("field", sa.String(32), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("said_in", sa.Text),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_claims_member_id"),
    )
    op.create_index("ix_claims_member_id_field", "claims", ["member_id", "field"])
    op.create_table(
        "candidate_keys",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("node_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", "node_id", name="pk_candidate_keys"),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name="fk_candidate_keys_node_id"),
    )
    op.create_table(
        "links",
        sa.Column("low_id", sa.Integer, nullable=False),
        sa.Column("high_id", sa.Integer, nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("low_id", "high_id", name="pk_links"),
        sa.ForeignKeyConstraint(["low_id"], ["nodes.id"], name="fk_links_low_id"),
        sa.ForeignKeyConstraint(["high_id"], ["nodes.id"], name="fk_links_high_id"),
    )
    op.create_index("ix_links_high_id", "links", ["high_id"])
    op.create_table(
        "apart",
        sa.Column("low_id", sa.Integer, nullable=False),
        sa.Column("high_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("low_id", "high_id", name="pk_apart"),
        sa.ForeignKeyConstraint(["low_id"], ["nodes.id"], name="fk_apart_low_id"),
        sa.ForeignKeyConstraint(["high_id"], ["nodes.id"], name="fk_apart_high_id"),
    )
    op.create_index("ix_apart_high_id", "apart", ["high_id"])
