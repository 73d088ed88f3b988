"""What reviewing needs: the log, pairs left to a reviewer, and which members a newer reading has replaced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from peyman.record import log

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and columns."""
    op.add_column("members", sa.Column("superseded", sa.Integer))
    op.create_table(
        "doubtful",
        sa.Column("low_id", sa.Integer, nullable=False),
        sa.Column("high_id", sa.Integer, nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("low_id", "high_id", name="pk_doubtful"),
        sa.ForeignKeyConstraint(["low_id"], ["nodes.id"], name="fk_doubtful_low_id"),
        sa.ForeignKeyConstraint(["high_id"], ["nodes.id"], name="fk_doubtful_high_id"),
    )
    op.create_index("ix_doubtful_high_id", "doubtful", ["high_id"])
    op.create_table(
        "decided",
        sa.Column("step", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("low_id", sa.Integer, nullable=False),
        sa.Column("high_id", sa.Integer, nullable=False),
        sa.Column("together", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("step", "low_id", "high_id", name="pk_decided"),
        sa.ForeignKeyConstraint(["low_id"], ["nodes.id"], name="fk_decided_low_id"),
        sa.ForeignKeyConstraint(["high_id"], ["nodes.id"], name="fk_decided_high_id"),
    )
    op.create_index("ix_decided_low_id", "decided", ["low_id"])
    op.create_index("ix_decided_high_id", "decided", ["high_id"])
    op.create_table(
        "log",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("author", sa.String(128)),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("target", sa.String(32), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("undoes", sa.Integer),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_log"),
    )
    op.create_index("ix_log_target", "log", ["target"])
    op.create_index("ix_log_author", "log", ["author"])
    op.create_index("ix_log_undoes", "log", ["undoes"])
    op.create_table(
        "log_end",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_log_end"),
    )
    connection = op.get_bind()
    known = connection.execute(
        sa.text("SELECT readings.id, documents.number FROM readings JOIN documents ON documents.id = document_id")
    )
    for row in known.all():
        digest = log.digest_of_reading(connection, row.id)
        log.append(connection, "add", f"D{row.number}", {"number": row.id, **digest})
