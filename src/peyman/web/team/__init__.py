"""Those who work with a record: accounts, sessions, what parties sign and dispute, notes of a delegation.

It is kept beside the record, in a database of its own (``round.db`` has ``round.team.db``), so that a record can be
handed on without anybody's password or notes. Where the record is in a database of a server, the tables stand in it.

========================= ==========================================================================
``database``, ``schema``  the tables, brought up to date by Alembic when they are opened
``accounts``              people: invited by a link, with a role and a password
``sessions``              who is signed in, and programs' tokens
``positions``             where each party stands on an entry: signed, disputed, or neither; append-only
``notes``                 what a delegation writes for itself
========================= ==========================================================================
"""

from peyman.web.team.accounts import Accounts, User
from peyman.web.team.database import TeamDatabase
from peyman.web.team.positions import Positions
from peyman.web.team.sessions import Sessions


class Team:
    """The team of a record.

    Args:
        record: Path of the record, or its database URL.
    """

    def __init__(self, record: str) -> None:
        self._database = TeamDatabase(record)
        self.accounts = Accounts(self._database)
        self.sessions = Sessions(self._database)
        self.positions = Positions(self._database)

    def close(self) -> None:
        """Close its database."""
        self._database.close()


__all__ = ["Team", "User"]
