"""What lists of entries are filtered, grouped and ordered by, and indexes that count what is in a record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and indexes."""
    op.create_table(
        "outlines",
        sa.Column("entry_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("first_day", sa.String(10)),
        sa.Column("last_day", sa.String(10)),
        sa.Column("notice_day", sa.String(10)),
        sa.Column("meet_after", sa.String(10)),
        sa.Column("meet_until", sa.String(10)),
        sa.Column("told_from", sa.String(10)),
        sa.Column("status", sa.String(16)),
        sa.Column("reported", sa.String(16)),
        sa.Column("reported_on", sa.String(10)),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("compared", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_outlines"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_outlines_entry_id"),
    )
    op.create_index("ix_outlines_kind_last_day", "outlines", ["kind", "last_day"])
    op.create_index("ix_outlines_kind_first_day", "outlines", ["kind", "first_day"])
    op.create_index("ix_outlines_kind_reported_last_day", "outlines", ["kind", "reported", "last_day"])
    op.create_index("ix_outlines_kind_meet_until", "outlines", ["kind", "meet_until"])
    op.create_table(
        "outline_parties",
        sa.Column("entry_id", sa.Integer, nullable=False),
        sa.Column("part", sa.String(8), nullable=False),
        sa.Column("party", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "part", "party", name="pk_outline_parties"),
        sa.ForeignKeyConstraint(["entry_id"], ["outlines.entry_id"], name="fk_outline_parties_entry_id"),
    )
    op.create_index("ix_outline_parties_party_part_entry_id", "outline_parties", ["party", "part", "entry_id"])
    op.create_table(
        "outline_nodes",
        sa.Column("entry_id", sa.Integer, nullable=False),
        sa.Column("part", sa.String(12), nullable=False),
        sa.Column("node_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "part", "node_id", name="pk_outline_nodes"),
        sa.ForeignKeyConstraint(["entry_id"], ["outlines.entry_id"], name="fk_outline_nodes_entry_id"),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name="fk_outline_nodes_node_id"),
    )
    op.create_index("ix_outline_nodes_node_id_part_entry_id", "outline_nodes", ["node_id", "part", "entry_id"])
    op.create_table(
        "outline_reports",
        sa.Column("entry_id", sa.Integer, nullable=False),
        sa.Column("other_id", sa.Integer, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "other_id", name="pk_outline_reports"),
        sa.ForeignKeyConstraint(["entry_id"], ["outlines.entry_id"], name="fk_outline_reports_entry_id"),
        sa.ForeignKeyConstraint(["other_id"], ["outlines.entry_id"], name="fk_outline_reports_other_id"),
    )
    op.create_index("ix_outline_reports_other_id", "outline_reports", ["other_id"])
    for table, columns in _COUNTED:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


_COUNTED = (
    ("documents", ("language",)),
    ("documents", ("publisher",)),
    ("documents", ("added",)),
    ("documents", ("published",)),
    ("entries", ("kind", "merged_into")),
    ("doubtful", ("likeness",)),
)
