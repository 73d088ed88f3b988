"""What is remembered of addresses that were fetched, so that `peyman watch` asks only for what is new."""

from __future__ import annotations

from sqlalchemy import Column, Connection, String, Table, Text, delete, insert, select

from peyman.record.rows.schema import metadata
from peyman.sources.model import Visit

visits = Table(
    "visits",
    metadata,
    Column("url", String(2048), primary_key=True),
    Column("checked", String(32), nullable=False, comment="ISO 8601, UTC"),
    Column("etag", Text),
    Column("modified", Text),
    Column("outcome", Text, nullable=False, comment="taken, or why not"),
)
_LONGEST = 2048


def visit_of(connection: Connection, url: str) -> Visit | None:
    """Return what is noted of an address; None where it was not fetched yet."""
    row = connection.execute(select(visits).where(visits.c.url == url[:_LONGEST])).first()
    return Visit(row.url, row.checked, row.etag, row.modified, row.outcome) if row is not None else None


def note(connection: Connection, visit: Visit) -> None:
    """Note a visit in place of an earlier one to the same address."""
    url = visit.url[:_LONGEST]
    connection.execute(delete(visits).where(visits.c.url == url))
    connection.execute(
        insert(visits).values(
            url=url, checked=visit.checked, etag=visit.etag, modified=visit.modified, outcome=visit.outcome
        )
    )


def newest(connection: Connection, most: int) -> list[Visit]:
    """Return the newest visits."""
    rows = connection.execute(select(visits).order_by(visits.c.checked.desc(), visits.c.url).limit(most))
    return [Visit(row.url, row.checked, row.etag, row.modified, row.outcome) for row in rows]
