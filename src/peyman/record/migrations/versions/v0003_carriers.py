"""Which documents carry one account, and what is remembered of addresses that were fetched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_index("ix_documents_url", "documents", ["url"])
    op.create_table(
        "visits",
        sa.Column("url", sa.String(2048), nullable=False),
        sa.Column("checked", sa.String(32), nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_visits"),
    )
    op.create_table(
        "text_signatures",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("band", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("value", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("number", "band", name="pk_text_signatures"),
    )
    op.create_index("ix_text_signatures_band_value", "text_signatures", ["band", "value"])
    op.create_table(
        "carriers",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("account", sa.Integer, nullable=False),
        sa.Column("relation", sa.String(16), nullable=False),
        sa.Column("of_number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_carriers"),
    )
    op.create_index("ix_carriers_account", "carriers", ["account"])
