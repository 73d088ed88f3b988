"""Alembic's environment and the versions of the tables; run by `peyman.record.database`, never by hand."""
