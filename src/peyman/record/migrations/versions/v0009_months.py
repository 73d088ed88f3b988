"""The months in which a meeting may keep a commitment to meet: by its last day half of a record was looked through."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from peyman.record.likely_reports import months_to_meet

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and fill it from the outlines that are there."""
    table = op.create_table(
        "outline_months",
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("party", sa.String(64), nullable=False),
        sa.Column("entry_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("month", "party", "entry_id", name="pk_outline_months"),
        sa.ForeignKeyConstraint(["entry_id"], ["outlines.entry_id"], name="fk_outline_months_entry_id"),
    )
    op.create_index("ix_outline_months_entry_id", "outline_months", ["entry_id"])
    outlines = sa.table("outlines", *map(sa.column, ("entry_id", "meet_after", "meet_until", "compared")))
    rows = op.get_bind().execute(sa.select(outlines).where(outlines.c.meet_until.is_not(None))).all()
    months = [
        each for row in rows for each in months_to_meet(row.entry_id, row.meet_after, row.meet_until, row.compared)
    ]
    if months:
        op.bulk_insert(table, months)
    op.drop_index("ix_outlines_kind_meet_until", "outlines")
