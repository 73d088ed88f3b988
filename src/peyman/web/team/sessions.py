"""Who is signed in: sessions of browsers, and tokens of programs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from peyman.web.refusals import NoSuchPage
from peyman.web.team.accounts import User, user_of
from peyman.web.team.database import TeamDatabase, now
from peyman.web.team.schema import sessions, tokens, users
from peyman.web.team.secrets import hash_of, new_secret

SESSION_LASTS = dt.timedelta(days=14)
#: After this long without a request, the next one begins another visit.
VISIT_ENDS = dt.timedelta(minutes=30)
_EVERY = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is signed in: who, and what its forms have to bring along."""

    user: User
    form_token: str


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a program: its number, what it is for, and when it was made."""

    id: int
    label: str
    created: str


class Sessions:
    """The sessions and tokens of a team.

    Args:
        database: Where they are kept.
    """

    def __init__(self, database: TeamDatabase) -> None:
        self._database = database

    def begin(self, user: User, before: str | None = None) -> str:
        """Begin a session, always under a secret of its own, and end the one that the browser had.

        Args:
            user: Who has signed in.
            before: The secret of the session that the browser brought along, whoever gave it that.

        Returns:
            The secret of the cookie.
        """
        secret = new_secret()
        with self._database.writing() as connection:
            gone = sessions.c.expires <= now()
            if before:
                gone = gone | (sessions.c.token == hash_of(before))
            connection.execute(delete(sessions).where(gone))
            connection.execute(
                insert(sessions).values(
                    token=hash_of(secret), user_id=user.id, form_token=new_secret(), expires=now(SESSION_LASTS)
                )
            )
        return secret

    def end(self, secret: str) -> None:
        """End a session."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.token == hash_of(secret)))

    def find(self, secret: str) -> Session | None:
        """Return the session of a cookie; None where there is none, or it has ended."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(users, sessions.c.form_token)
                .join(sessions, sessions.c.user_id == users.c.id)
                .where(sessions.c.token == hash_of(secret), sessions.c.expires > now(), users.c.disabled.is_(False))
            ).first()
        if row is None:
            return None
        self._seen(row.id, row.active)
        return Session(user_of(row), row.form_token)

    def _seen(self, user: int, active: str | None) -> None:
        """Note that somebody is here; after a while of silence, that another visit begins."""
        if active is not None and active > now(-_EVERY):
            return
        values: dict[str, str | None] = {"active": now()}
        if active is None or active < now(-VISIT_ENDS):
            values["visited"] = active
        with self._database.writing() as connection:
            connection.execute(update(users).where(users.c.id == user).values(**values))

    def make_token(self, user: User, label: str) -> str:
        """Make a token by which a program does what somebody may do.

        Returns:
            The token; only its hash is kept.
        """
        secret = new_secret()
        label = " ".join(label.split())[:100] or "token"
        with self._database.writing() as connection:
            connection.execute(
                insert(tokens).values(token=hash_of(secret), user_id=user.id, label=label, created=now())
            )
            self._database.note(connection, user.name, "made token", label)
        return secret

    def tokens(self, user: User) -> list[Token]:
        """Return the tokens of somebody that work."""
        query = select(tokens).where(tokens.c.user_id == user.id, tokens.c.revoked.is_(None)).order_by(tokens.c.id)
        with self._database.reading() as connection:
            return [Token(row.id, row.label, row.created) for row in connection.execute(query)]

    def revoke(self, user: User, number: int) -> None:
        """Let a token work no more.

        Raises:
            NoSuchPage: They have no such token.
        """
        with self._database.writing() as connection:
            changed = connection.execute(
                update(tokens)
                .where(tokens.c.id == number, tokens.c.user_id == user.id, tokens.c.revoked.is_(None))
                .values(revoked=now())
            )
            if changed.rowcount != 1:
                raise NoSuchPage
            self._database.note(connection, user.name, "revoked token", str(number))

    def bearer(self, secret: str) -> User | None:
        """Return whose token it is; None where it is nobody's."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(users)
                .join(tokens, tokens.c.user_id == users.c.id)
                .where(tokens.c.token == hash_of(secret), tokens.c.revoked.is_(None), users.c.disabled.is_(False))
            ).first()
        return user_of(row) if row is not None else None
