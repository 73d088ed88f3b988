"""Alembic's environment and the versions of the tables; run by `peyman.record.keeping.database`, never by hand."""
