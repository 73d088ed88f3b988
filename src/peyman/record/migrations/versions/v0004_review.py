"""What reviewing needs: the log, pairs left to a reviewer, and which members a newer reading has replaced."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and columns."""
    op.add_column("members", sa.Column("superseded", sa.Integer))
    op.create_table(
        "doubtful",
        sa.Column("low_id", sa.Integer, nullable=False),
        sa.Column("high_id", sa.Integer, nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("low_id", "high_id", name="pk_doubtful"),
        sa.ForeignKeyConstraint(["low_id"], ["nodes.id"], name="fk_doubtful_low_id"),
        sa.ForeignKeyConstraint(["high_id"], ["nodes.id"], name="fk_doubtful_high_id"),
    )
    op.create_index("ix_doubtful_high_id", "doubtful", ["high_id"])
    op.create_table(
        "decided",
        sa.Column("step", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("low_id", sa.Integer, nullable=False),
        sa.Column("high_id", sa.Integer, nullable=False),
        sa.Column("together", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("step", "low_id", "high_id", name="pk_decided"),
        sa.ForeignKeyConstraint(["low_id"], ["nodes.id"], name="fk_decided_low_id"),
        sa.ForeignKeyConstraint(["high_id"], ["nodes.id"], name="fk_decided_high_id"),
    )
    op.create_index("ix_decided_low_id", "decided", ["low_id"])
    op.create_index("ix_decided_high_id", "decided", ["high_id"])
    op.create_table(
        "log",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("author", sa.String(128)),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("target", sa.String(32), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("undoes", sa.Integer),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_log"),
    )
    op.create_index("ix_log_target", "log", ["target"])
    op.create_index("ix_log_author", "log", ["author"])
    op.create_index("ix_log_undoes", "log", ["undoes"])
    op.create_table(
        "log_end",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_log_end"),
    )
    _log_what_was_added(op.get_bind())


def _log_what_was_added(connection: sa.Connection) -> None:
    """Begin the log with one step for every reading that is there, as this revision of the tables has them."""
    log = sa.table("log", *map(sa.column, (*_HASHED, "hash")))
    number, previous = 0, ""
    for row in connection.execute(_READINGS).all():
        number += 1
        step: dict[str, Any] = {
            "number": number,
            "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "author": None,
            "action": "add",
            "target": f"D{row.number}",
            "content": json.dumps(_added(connection, row), ensure_ascii=False, sort_keys=True),
            "reason": None,
            "undoes": None,
            "previous": previous,
        }
        step["hash"] = previous = _sha256(json.dumps([step[name] for name in _HASHED], ensure_ascii=False))
        connection.execute(sa.insert(log), step)
    if number:
        end = sa.table("log_end", *map(sa.column, ("id", "number", "hash")))
        connection.execute(sa.insert(end), {"id": 1, "number": number, "hash": previous})


def _added(connection: sa.Connection, reading: Any) -> dict[str, Any]:
    """What the step says: the reading, with hashes of the document's text, of the reading and of its claims."""
    claims = hashlib.sha256()
    for claim in connection.execute(_CLAIMS, {"reading": reading.id}):
        claims.update(json.dumps(list(claim), ensure_ascii=False).encode() + b"\n")
    return {
        "number": reading.id,
        "document": reading.document_id,
        "text": _sha256(reading.text),
        "reading": _sha256(reading.content),
        "claims": claims.hexdigest(),
    }


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_HASHED = ("number", "at", "author", "action", "target", "content", "reason", "undoes", "previous")
_READINGS = sa.text(
    "SELECT readings.id, readings.document_id, readings.content, documents.number, documents.text "
    "FROM readings JOIN documents ON documents.id = readings.document_id ORDER BY readings.id"
)
_CLAIMS = sa.text(
    "SELECT members.kind, members.local_id, members.confidence, claims.field, claims.value, claims.said_in, "
    "claims.span_start, claims.span_end FROM members JOIN claims ON claims.member_id = members.id "
    "WHERE members.reading_id = :reading ORDER BY members.id, claims.id"
)
