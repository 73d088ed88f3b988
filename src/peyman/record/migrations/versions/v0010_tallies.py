"""How many documents tell each value of an agreement; until now its outline was that of the documents of one moment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and take away the outlines of agreements: they are made anew from it."""
    op.create_table(
        "outline_tallies",
        sa.Column("node_id", sa.Integer, nullable=False),
        sa.Column("field", sa.String(8), nullable=False),
        sa.Column("value", sa.String(512), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("node_id", "field", "value", name="pk_outline_tallies"),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name="fk_outline_tallies_node_id"),
    )
    of_agreements = "entry_id IN (SELECT entry_id FROM outlines WHERE kind = 'agreement')"
    op.execute(f"DELETE FROM outline_parties WHERE {of_agreements}")
    op.execute(f"DELETE FROM outline_nodes WHERE {of_agreements}")
    op.execute("DELETE FROM outlines WHERE kind = 'agreement'")
