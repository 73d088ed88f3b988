"""The months in which a meeting may keep a commitment to meet: by its last day half of a record was looked through."""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

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
        each for row in rows for each in _months_to_meet(row.entry_id, row.meet_after, row.meet_until, row.compared)
    ]
    if months:
        op.bulk_insert(table, months)
    op.drop_index("ix_outlines_kind_meet_until", "outlines")


_MOST = 24
"""Months beyond which one row stands for all of them."""


def _months_to_meet(entry: int, after: str, until: str, compared: str) -> Iterator[dict[str, object]]:
    """The rows of a commitment to meet, as this revision of the tables has them."""
    told = json.loads(compared)
    party = min({*told["by"], *told["toward"]}, default="")
    first, last = ((int(day[:4]) * 12 + int(day[5:7]) - 1) for day in (after, until))
    months = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)] if last - first < _MOST else ["long"]
    for month in months:
        yield {"month": month, "party": party[:64], "entry_id": entry}
