"""The first tables of a team."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "t0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "team_users",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("password", sa.String(300), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("party", sa.String(64)),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("disabled", sa.Boolean, nullable=False),
        sa.Column("active", sa.String(32)),
        sa.Column("visited", sa.String(32)),
    )
    op.create_table(
        "team_invitations",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("party", sa.String(64)),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("expires", sa.String(32), nullable=False),
        sa.Column("used", sa.String(32)),
    )
    op.create_table(
        "team_sessions",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("team_users.id"), nullable=False),
        sa.Column("form_token", sa.String(64), nullable=False),
        sa.Column("expires", sa.String(32), nullable=False),
    )
    op.create_index("ix_team_sessions_user_id", "team_sessions", ["user_id"])
    op.create_table(
        "team_tokens",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token", sa.String(64), nullable=False, unique=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("team_users.id"), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("created", sa.String(32), nullable=False),
        sa.Column("revoked", sa.String(32)),
    )
    op.create_index("ix_team_tokens_user_id", "team_tokens", ["user_id"])
    op.create_table(
        "team_attempts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("who", sa.String(300), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("ix_team_attempts_who", "team_attempts", ["who", "at"])
    op.create_table(
        "team_positions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("entry", sa.String(32), nullable=False),
        sa.Column("party", sa.String(64), nullable=False),
        sa.Column("position", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("team_users.id"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("ix_team_positions_entry", "team_positions", ["entry"])
    op.create_table(
        "team_notes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("entry", sa.String(32), nullable=False),
        sa.Column("party", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("team_users.id"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("removed", sa.String(32)),
    )
    op.create_index("ix_team_notes_entry", "team_notes", ["entry", "party"])
    op.create_table(
        "team_log",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("what", sa.String(64), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
