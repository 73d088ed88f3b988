"""Where each party stands on an entry, and what a delegation notes of it for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import insert, select, update

from peyman.web.refusals import NoSuchPage, NotAllowed
from peyman.web.team.accounts import AccountError, User
from peyman.web.team.database import TeamDatabase, now
from peyman.web.team.schema import notes, positions, users

Stand = Literal["signed", "disputed", "withdrawn"]
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Position:
    """What a party said of an entry at a time.

    Attributes:
        entry: Public id of the entry.
        party: Key of the party.
        position: ``signed``, ``disputed``, or ``withdrawn`` where it takes back what it said before.
        reason: In its own words.
        by: Name of the signatory.
        at: ISO 8601, UTC.
    """

    entry: str
    party: str
    position: Stand
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a delegation noted of an entry: number, text, by whom and when."""

    id: int
    text: str
    by: str
    at: str


class Positions:
    """The positions and notes of a team.

    Args:
        database: Where they are kept.
    """

    def __init__(self, database: TeamDatabase) -> None:
        self._database = database

    def take(self, user: User, entry: str, position: Stand, reason: str) -> None:
        """Say where a party stands on an entry.

        Args:
            user: A signatory.
            entry: Public id of the entry.
            position: Where the party stands.
            reason: Why; a dispute needs one.

        Raises:
            NotAllowed: They act for no party.
            AccountError: A dispute without a reason.
        """
        if user.party is None:
            raise NotAllowed
        reason = reason.strip()[:LONGEST]
        if position == "disputed" and not reason:
            raise AccountError("A dispute needs a reason.", "Say what is not so, and how you see it.")
        with self._database.writing() as connection:
            connection.execute(
                insert(positions).values(
                    entry=entry, party=user.party, position=position, reason=reason, user_id=user.id, at=now()
                )
            )
            self._database.note(connection, user.name, position, f"{entry} for {user.party}")

    def history(self, entry: str) -> list[Position]:
        """Return all that parties said of an entry, the oldest first."""
        query = (
            select(positions, users.c.name)
            .join(users, users.c.id == positions.c.user_id)
            .where(positions.c.entry == entry)
            .order_by(positions.c.id)
        )
        with self._database.reading() as connection:
            return [
                Position(row.entry, row.party, row.position, row.reason, row.name, row.at)
                for row in connection.execute(query)
            ]

    def add_note(self, user: User, entry: str, text: str) -> None:
        """Note something for one's delegation.

        Raises:
            NotAllowed: They act for no party.
            AccountError: There is no text.
        """
        if user.party is None:
            raise NotAllowed
        text = text.strip()[:LONGEST]
        if not text:
            raise AccountError("There is no text.", "Write what your delegation is to know.")
        with self._database.writing() as connection:
            connection.execute(
                insert(notes).values(entry=entry, party=user.party, text=text, user_id=user.id, at=now())
            )

    def notes(self, user: User, entry: str) -> list[Note]:
        """Return what somebody's delegation noted of an entry; nothing for who acts for no party."""
        if user.party is None:
            return []
        query = (
            select(notes, users.c.name)
            .join(users, users.c.id == notes.c.user_id)
            .where(notes.c.entry == entry, notes.c.party == user.party, notes.c.removed.is_(None))
            .order_by(notes.c.id)
        )
        with self._database.reading() as connection:
            return [Note(row.id, row.text, row.name, row.at) for row in connection.execute(query)]

    def remove_note(self, user: User, number: int) -> str:
        """Take a note of one's delegation away.

        Returns:
            The entry that it was noted of.

        Raises:
            NoSuchPage: Their delegation has no such note.
        """
        with self._database.writing() as connection:
            row = connection.execute(
                update(notes)
                .where(notes.c.id == number, notes.c.party == user.party, notes.c.removed.is_(None))
                .values(removed=now())
                .returning(notes.c.entry)
            ).first()
            if row is None:
                raise NoSuchPage
            return str(row.entry)


def standing(history: list[Position]) -> list[Position]:
    """Return where each party stands now: its last word, unless it withdrew it."""
    last: dict[str, Position] = {}
    for each in history:
        last[each.party] = each
    return [each for each in last.values() if each.position != "withdrawn"]
