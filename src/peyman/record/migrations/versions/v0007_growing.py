"""Indexes without which adding a document took longer the more documents there were."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("ix_nodes_founded", "nodes", ["founded"])
    op.create_index("ix_outlines_kind_reported_told_from", "outlines", ["kind", "reported", "told_from"])
    op.create_index("ix_outlines_kind_told_from", "outlines", ["kind", "told_from"])
