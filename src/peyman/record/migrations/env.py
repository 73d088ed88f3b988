"""Run the migrations on the connection that `peyman.record.keeping.database` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from peyman.record.rows.schema import REVISION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=REVISION_TABLE,
    # SQLite cannot alter a column in place: later migrations rebuild the table instead.
    render_as_batch=True,
)
context.run_migrations()
