"""People: invited by a link that works once, with a role, a name and a password."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from peyman.errors import PeymanError
from peyman.web.permissions import Role
from peyman.web.refusals import NoSuchPage, NotAllowed, TooOften
from peyman.web.team.database import TeamDatabase, now
from peyman.web.team.schema import attempts, identities, invitations, log, sessions, tokens, users
from peyman.web.team.secrets import (
    LONGEST_PASSWORD,
    SHORTEST_PASSWORD,
    hash_of,
    hash_password,
    is_password,
    new_secret,
)

INVITATION_LASTS = dt.timedelta(days=7)
#: Failed attempts within `WINDOW` after which no more are answered: for one name, and for one address.
MOST_FOR_NAME, MOST_FOR_ADDRESS = 5, 20
WINDOW = dt.timedelta(minutes=15)


class AccountError(PeymanError):
    """What was typed for an account will not do."""

    code = "P900"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account.

    Attributes:
        id: Number of the account.
        name: What they sign in with, and are shown as.
        role: What they may do.
        party: Key of the party they act for; a signatory has one.
        disabled: Whether they may no longer sign in.
        visited: When their visit before this one ended, ISO 8601, UTC; None on the first.
    """

    id: int
    name: str
    role: Role
    party: str | None = None
    disabled: bool = False
    visited: str | None = None


def user_of(row: Row[tuple[object, ...]]) -> User:
    """The user of a row of the table."""
    given = row._mapping
    return User(given["id"], given["name"], Role(given["role"]), given["party"], given["disabled"], given["visited"])


class Accounts:
    """The accounts of a team.

    Args:
        database: Where they are kept.
    """

    def __init__(self, database: TeamDatabase) -> None:
        self._database = database

    def has_administrator(self) -> bool:
        """Tell whether there is anybody who may invite others."""
        with self._database.reading() as connection:
            return _administrators(connection) > 0

    def invite(self, role: Role, party: str | None, by: str) -> str:
        """Make a link by which somebody makes an account of their own.

        Args:
            role: Role of the account.
            party: The party it acts for; a signatory needs one.
            by: Who invites, for the log.

        Returns:
            The secret of the link; only its hash is kept.

        Raises:
            AccountError: A signatory without a party.
        """
        party = _party(role, party)
        secret = new_secret()
        with self._database.writing() as connection:
            connection.execute(
                insert(invitations).values(
                    token=hash_of(secret), role=role.value, party=party, created=now(), expires=now(INVITATION_LASTS)
                )
            )
            self._database.note(connection, by, "invited", f"{role.value} {party or ''}".strip())
        return secret

    def invitation(self, secret: str) -> Role:
        """Return the role that a link gives.

        Raises:
            NoSuchPage: The link is none, has been used, or has expired.
        """
        with self._database.reading() as connection:
            return Role(_open_invitation(connection, secret).role)

    def accept(self, secret: str, name: str, password: str) -> User:
        """Make the account that a link invites to; the link works no more.

        Raises:
            NoSuchPage: The link is none, has been used, or has expired.
            AccountError: The name is taken, or name or password will not do.
        """
        name = _name(name)
        _check_password(password, name)
        return self._accept(secret, name, hash_password(password))

    def accept_identity(self, secret: str, name: str, issuer: str, subject: str) -> User:
        """Make the account that a link invites to, for somebody whom another service knows; it has no password.

        Raises:
            NoSuchPage: The link is none, has been used, or has expired.
            AccountError: The name is taken, or the identity has an account already.
        """
        if self.identified(issuer, subject) is not None:
            raise AccountError("You have an account here already.", "Sign in without the invitation.")
        # Nobody knows what this is the hash of.
        user = self._accept(secret, _name(name), hash_password(new_secret()))
        self.link(user, issuer, subject)
        return user

    def link(self, user: User, issuer: str, subject: str) -> None:
        """Let somebody sign in by another service.

        Raises:
            AccountError: Somebody else does so under that identity.
        """
        with self._database.writing() as connection:
            whose = (identities.c.issuer == issuer) & (identities.c.subject == subject)
            known = connection.scalar(select(identities.c.user_id).where(whose))
            if known is not None and known != user.id:
                raise AccountError("Another account is linked to that identity.", "Sign in with that one.")
            if known is None:
                connection.execute(
                    insert(identities).values(issuer=issuer, subject=subject, user_id=user.id, linked=now())
                )
                self._database.note(connection, user.name, "linked", issuer)

    def identified(self, issuer: str, subject: str) -> User | None:
        """Return whose identity that is; None where it is nobody's, or they may no longer sign in."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(users)
                .join(identities, identities.c.user_id == users.c.id)
                .where(identities.c.issuer == issuer, identities.c.subject == subject, users.c.disabled.is_(False))
            ).first()
        return user_of(row) if row is not None else None

    def _accept(self, secret: str, name: str, hashed: str) -> User:
        with self._database.writing() as connection:
            invitation = _open_invitation(connection, secret)
            if connection.scalar(select(users.c.id).where(func.lower(users.c.name) == name.lower())) is not None:
                raise AccountError("Somebody has that name already.", "Choose another one.")
            connection.execute(update(invitations).where(invitations.c.token == invitation.token).values(used=now()))
            number = connection.execute(
                insert(users)
                .values(
                    name=name,
                    password=hashed,
                    role=invitation.role,
                    party=invitation.party,
                    created=now(),
                    disabled=False,
                )
                .returning(users.c.id)
            ).scalar_one()
            self._database.note(connection, name, "joined", invitation.role)
            return user_of(connection.execute(select(users).where(users.c.id == number)).one())

    def sign_in(self, name: str, password: str, address: str) -> User | None:
        """Return whose name and password these are; None where they are nobody's.

        Args:
            name: As typed.
            password: As typed.
            address: Where the attempt comes from.

        Raises:
            TooOften: Too many attempts failed, for this name or from this address.
        """
        who = (f"name {_plain(name).lower()[:200]}", f"address {address[:200]}")
        since = now(-WINDOW)
        with self._database.reading() as connection:
            for key, most in zip(who, (MOST_FOR_NAME, MOST_FOR_ADDRESS), strict=True):
                counted = select(func.count()).where(attempts.c.who == key, attempts.c.at > since)
                if (connection.scalar(counted) or 0) >= most:
                    raise TooOften
            row = connection.execute(select(users).where(func.lower(users.c.name) == _plain(name).lower())).first()
        right = is_password(row.password if row else None, password)
        with self._database.writing() as connection:
            if row is None or not right or row.disabled:
                connection.execute(insert(attempts), [{"who": key, "at": now()} for key in who])
                return None
            connection.execute(delete(attempts).where((attempts.c.who == who[0]) | (attempts.c.at <= since)))
            self._database.note(connection, row.name, "signed in")
        return user_of(row)

    def change_password(self, user: User, old: str, new: str) -> None:
        """Give somebody another password, and end all their sessions.

        Raises:
            AccountError: The old one is wrong, or the new one will not do.
        """
        with self._database.reading() as connection:
            hashed = connection.scalar(select(users.c.password).where(users.c.id == user.id))
        if not is_password(hashed, old):
            raise AccountError("That is not your password.", "Type the one that you sign in with.")
        _check_password(new, user.name)
        hashed = hash_password(new)
        with self._database.writing() as connection:
            connection.execute(update(users).where(users.c.id == user.id).values(password=hashed))
            connection.execute(delete(sessions).where(sessions.c.user_id == user.id))
            self._database.note(connection, user.name, "changed password")

    def everybody(self) -> list[User]:
        """Return all accounts, by name."""
        with self._database.reading() as connection:
            return [user_of(row) for row in connection.execute(select(users).order_by(users.c.name))]

    def change(self, number: int, role: Role, party: str | None, disabled: bool, by: User) -> None:
        """Change what somebody may do.

        Raises:
            NoSuchPage: There is no such account.
            NotAllowed: Nobody would be left to administer the record.
            AccountError: A signatory without a party.
        """
        party = _party(role, party)
        with self._database.writing() as connection:
            row = connection.execute(select(users).where(users.c.id == number)).first()
            if row is None:
                raise NoSuchPage
            connection.execute(
                update(users).where(users.c.id == number).values(role=role.value, party=party, disabled=disabled)
            )
            if _administrators(connection) == 0:
                raise NotAllowed
            if disabled:
                connection.execute(delete(sessions).where(sessions.c.user_id == number))
                connection.execute(update(tokens).where(tokens.c.user_id == number).values(revoked=now()))
            detail = f"{row.name}: {role.value} {party or ''}{' disabled' if disabled else ''}"
            self._database.note(connection, by.name, "changed account", detail)

    def note(self, who: str, what: str, detail: str = "") -> None:
        """Write a line of the log."""
        with self._database.writing() as connection:
            self._database.note(connection, who, what, detail)

    def log(self, limit: int = 100) -> list[tuple[str, str, str, str]]:
        """Return the newest lines of the log: when, who, what, and more of it."""
        with self._database.reading() as connection:
            rows = connection.execute(select(log).order_by(log.c.id.desc()).limit(limit))
            return [(row.at, row.who, row.what, row.detail) for row in rows]


def _administrators(connection: Connection) -> int:
    wanted = (users.c.role == Role.ADMINISTRATOR.value) & users.c.disabled.is_(False)
    return connection.scalar(select(func.count()).select_from(users).where(wanted)) or 0


def _open_invitation(connection: Connection, secret: str) -> Row[tuple[str, ...]]:
    query = select(invitations).where(
        invitations.c.token == hash_of(secret), invitations.c.used.is_(None), invitations.c.expires > now()
    )
    found = connection.execute(query).first()
    if found is None:
        raise NoSuchPage
    return found


def _party(role: Role, party: str | None) -> str | None:
    party = (party or "").strip() or None
    if role is Role.SIGNATORY and party is None:
        raise AccountError("A signatory acts for a party.", "Give its key, such as IRQ.")
    if party is not None and len(party) > 64:
        raise AccountError("That is no key of a party.", "Give one such as IRQ.")
    return party


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split())


def _name(name: str) -> str:
    name = _plain(name)
    if not 2 <= len(name) <= 100 or any(unicodedata.category(each).startswith("C") for each in name):
        raise AccountError("A name has 2 to 100 letters.", "Give the name that others know you by.")
    return name


def _check_password(password: str, name: str) -> None:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise AccountError(
            f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.", "A few words are a good one."
        )
    if password.lower() == name.lower() or len(set(password)) < 4:
        raise AccountError("That password is too easily guessed.", "A few words are a good one.")
