"""Which documents carry one account, as the tables have it; `peyman.record.merging.carriers` fills them.

Documents that carry one account are copies of one text, or versions of one page.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, Index, Integer, String, Table, select

from peyman.record.rows.batches import batches
from peyman.record.rows.schema import metadata

text_signatures = Table(
    "text_signatures",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="The document"),
    Column("band", Integer, primary_key=True, autoincrement=False),
    Column("value", String(32), nullable=False),
    Index(None, "band", "value"),
)

carriers = Table(
    "carriers",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="The document"),
    Column("account", Integer, nullable=False, index=True, comment="The first document of the account"),
    Column("relation", String(16), nullable=False, comment="copy or version"),
    Column("of_number", Integer, nullable=False, comment="The document that it is a copy or a version of"),
)

_BATCH = 500


def account_of(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """Return the number of the account that each document carries: its own, or that of the first carrier."""
    listed = sorted(set(numbers))
    found = {number: number for number in listed}
    for batch in batches(listed, _BATCH):
        rows = connection.execute(select(carriers.c.number, carriers.c.account).where(carriers.c.number.in_(batch)))
        found.update({row.number: row.account for row in rows})
    return found


def one_for_each_account(connection: Connection, numbers: Iterable[int]) -> dict[int, list[int]]:
    """Return the document that speaks for each account, with the other carriers of it among some documents.

    The first carrier speaks for all, or the newest version of it.

    Args:
        connection: A connection to the record.
        numbers: The documents, in the order in which they were added.
    """
    groups: dict[int, list[int]] = {}
    for number, account in account_of(connection, numbers).items():
        groups.setdefault(account, []).append(number)
    rows = connection.execute(
        select(carriers.c.number, carriers.c.of_number)
        .where(carriers.c.account.in_(list(groups)), carriers.c.relation == "version")
        .order_by(carriers.c.number)
    )
    newer = {row.of_number: row.number for row in rows}
    spoken: dict[int, list[int]] = {}
    for group in groups.values():
        speaker = group[0]
        while newer.get(speaker) in group:
            speaker = newer[speaker]
        spoken[speaker] = [number for number in group if number != speaker]
    return spoken
