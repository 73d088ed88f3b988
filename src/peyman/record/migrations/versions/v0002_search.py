"""The tables of full-text search; what is in the record already is indexed once they are there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "search_documents",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("reading_id", sa.Integer, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("publisher", sa.Text, nullable=False),
        sa.Column("first_day", sa.String(10)),
        sa.Column("last_day", sa.String(10)),
        sa.PrimaryKeyConstraint("number", name="pk_search_documents"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_search_documents_reading_id"),
    )
    op.create_index("ix_search_documents_language", "search_documents", ["language"])
    op.create_index("ix_search_documents_first_day", "search_documents", ["first_day"])
    op.create_table(
        "search_facets",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("field", sa.String(16), nullable=False),
        sa.Column("value", sa.String(256), nullable=False),
        sa.PrimaryKeyConstraint("number", "field", "value", name="pk_search_facets"),
    )
    op.create_index("ix_search_facets_field_value_number", "search_facets", ["field", "value", "number"])
    op.create_table(
        "search_entries",
        sa.Column("member_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("first_day", sa.String(10)),
        sa.Column("last_day", sa.String(10)),
        sa.PrimaryKeyConstraint("member_id", name="pk_search_entries"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_search_entries_member_id"),
    )
    op.create_index("ix_search_entries_number", "search_entries", ["number"])
    op.create_index("ix_search_entries_kind_first_day", "search_entries", ["kind", "first_day"])
    op.create_table(
        "search_names",
        sa.Column("name", sa.String(256), nullable=False),
        sa.Column("key", sa.String(256), nullable=False),
        sa.Column("part", sa.String(8), nullable=False),
        sa.Column("sound", sa.String(64)),
        sa.PrimaryKeyConstraint("name", "key", "part", name="pk_search_names"),
    )
    op.create_index("ix_search_names_sound", "search_names", ["sound"])
    op.create_index("ix_search_names_key", "search_names", ["key"])
    for table in ("search_texts", "search_evidence"):
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"CREATE TABLE {table} (number INTEGER PRIMARY KEY, vector TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX ix_{table}_vector ON {table} USING gin (vector)")
        else:
            columns = "words, stems, content='', tokenize='unicode61 remove_diacritics 0'"
            op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({columns})")
