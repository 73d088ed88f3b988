"""The tables of a team.

Secrets are kept as hashes only: passwords as argon2, links, sessions and tokens as SHA-256 of random bytes. Positions
and the log are only ever added to.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

HEAD = "t0002"
"""The newest revision in ``migrations/versions``."""

REVISION_TABLE = "peyman_team_revision"
"""Where Alembic keeps the revision; another name than that of the record, which may be in the same database."""

metadata = MetaData()

users = Table(
    "team_users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False, unique=True, comment="What they sign in with, and are shown as"),
    Column("password", String(300), nullable=False, comment="argon2"),
    Column("role", String(32), nullable=False),
    Column("party", String(64), comment="Key of the party they act for"),
    Column("created", String(32), nullable=False),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("active", String(32), comment="When they last asked for anything"),
    Column("visited", String(32), comment="When the visit before this one ended"),
)

identities = Table(
    "team_identities",
    metadata,
    Column("issuer", String(300), primary_key=True, comment="Address of the service that says who somebody is"),
    Column("subject", String(300), primary_key=True, comment="Who they are there"),
    Column("user_id", ForeignKey("team_users.id"), nullable=False, index=True),
    Column("linked", String(32), nullable=False),
)

invitations = Table(
    "team_invitations",
    metadata,
    Column("token", String(64), primary_key=True, comment="SHA-256 of what the link holds"),
    Column("role", String(32), nullable=False),
    Column("party", String(64)),
    Column("created", String(32), nullable=False),
    Column("expires", String(32), nullable=False),
    Column("used", String(32), comment="When it was; null while it may be"),
)

sessions = Table(
    "team_sessions",
    metadata,
    Column("token", String(64), primary_key=True, comment="SHA-256 of the cookie"),
    Column("user_id", ForeignKey("team_users.id"), nullable=False, index=True),
    Column("form_token", String(64), nullable=False, comment="What forms of the session have to bring along"),
    Column("expires", String(32), nullable=False),
)

tokens = Table(
    "team_tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", String(64), nullable=False, unique=True, comment="SHA-256 of what the program sends"),
    Column("user_id", ForeignKey("team_users.id"), nullable=False, index=True),
    Column("label", String(200), nullable=False),
    Column("created", String(32), nullable=False),
    Column("revoked", String(32)),
)

attempts = Table(
    "team_attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("who", String(300), nullable=False, comment="Name or address that failed to sign in"),
    Column("at", String(32), nullable=False),
    Index(None, "who", "at"),
)

positions = Table(
    "team_positions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry", String(32), nullable=False, comment="Public id of the entry"),
    Column("party", String(64), nullable=False),
    Column("position", String(16), nullable=False, comment="signed, disputed or withdrawn"),
    Column("reason", Text, nullable=False),
    Column("user_id", ForeignKey("team_users.id"), nullable=False),
    Column("at", String(32), nullable=False),
    Index(None, "entry"),
)

notes = Table(
    "team_notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry", String(32), nullable=False),
    Column("party", String(64), nullable=False, comment="The delegation that alone sees it"),
    Column("text", Text, nullable=False),
    Column("user_id", ForeignKey("team_users.id"), nullable=False),
    Column("at", String(32), nullable=False),
    Column("removed", String(32)),
    Index(None, "entry", "party"),
)

log = Table(
    "team_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("who", String(200), nullable=False),
    Column("what", String(64), nullable=False),
    Column("detail", Text, nullable=False),
)
