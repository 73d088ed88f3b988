"""On PostgreSQL: put words into the full-text index at once, not into a list that every search has to look through."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the two indexes, and put in what waits."""
    if op.get_bind().dialect.name == "postgresql":
        for table in ("search_texts", "search_evidence"):
            op.execute(f"ALTER INDEX ix_{table}_vector SET (fastupdate = off)")
            op.execute(f"SELECT gin_clean_pending_list('ix_{table}_vector')")
