"""Who somebody is to a service by which people sign in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "t0002"
down_revision = "t0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "team_identities",
        sa.Column("issuer", sa.String(300), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("team_users.id"), nullable=False),
        sa.Column("linked", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("issuer", "subject"),
    )
    op.create_index("ix_team_identities_user_id", "team_identities", ["user_id"])
