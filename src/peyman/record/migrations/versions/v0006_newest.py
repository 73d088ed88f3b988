"""What lets a large record be searched fast: an index by day and number, in which the undated come last."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index, and on PostgreSQL keep the vectors beside their tables."""
    op.execute("UPDATE search_documents SET first_day = '' WHERE first_day IS NULL")
    op.drop_index("ix_search_documents_first_day", "search_documents")
    op.create_index("ix_search_documents_days", "search_documents", ["first_day", "number", "last_day"])
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for table in ("search_texts", "search_evidence"):
            op.execute(f"ALTER TABLE {table} SET (toast_tuple_target = 128)")
            op.execute(f"UPDATE {table} SET vector = vector")
