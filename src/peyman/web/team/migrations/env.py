"""Run the migrations on the connection that `peyman.web.team.database` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from peyman.web.team.schema import REVISION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=REVISION_TABLE,
    render_as_batch=True,
)
context.run_migrations()
