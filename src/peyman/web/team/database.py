"""Opening the database of a team: beside the record, or in it where a server holds both."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, column, create_engine, event, insert, inspect, select, table
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from peyman.errors import RecordError, RecordLocked
from peyman.record.keeping.database import address
from peyman.web.team import schema

_MIGRATIONS = Path(__file__).with_name("migrations")
_WRITING = "peyman_team_writing"


def now(later: dt.timedelta = dt.timedelta()) -> str:
    """Return the time as it is kept: ISO 8601, UTC, to the second.

    Args:
        later: How much later than now.
    """
    return (dt.datetime.now(dt.UTC) + later).isoformat(timespec="seconds")


class TeamDatabase:
    """The open database of the team of a record.

    Args:
        record: Path of the record, or its database URL.

    Raises:
        RecordError: It cannot be opened or made.
    """

    def __init__(self, record: str) -> None:
        url = address(record)
        self._sqlite = url.get_backend_name() == "sqlite"
        if self._sqlite:
            path = Path(url.database or "peyman.db")
            url = url.set(database=str(path.with_name(f"{path.stem}.team.db")))
        self.name = url.render_as_string(hide_password=True)
        self._engine: Engine = create_engine(url, connect_args={"timeout": 5} if self._sqlite else {})
        if self._sqlite:
            self._set_up_sqlite()
        try:
            with self.writing() as connection:
                self._bring_up_to_date(connection)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to ask on."""
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write: everything done on it is kept, or nothing is."""
        with self._explained(), self._engine.execution_options(**{_WRITING: True}).begin() as connection:
            yield connection

    def note(self, connection: Connection, who: str, what: str, detail: str = "") -> None:
        """Write a line of the log, in the transaction of what it tells of."""
        connection.execute(insert(schema.log).values(at=now(), who=who, what=what, detail=detail))

    def _set_up_sqlite(self) -> None:
        @event.listens_for(self._engine, "connect")
        def set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
            connection.isolation_level = None
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

        @event.listens_for(self._engine, "begin")
        def begin(connection: Connection) -> None:
            writing = connection.get_execution_options().get(_WRITING, False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            if "locked" in str(error.orig):
                advice = "Wait until it has ended, then try again."
                raise RecordLocked(f"Another process is writing to {self.name}.", advice) from error
            raise RecordError(f"{self.name} cannot be used: {error.orig}.", "Check its permissions.") from error
        except SQLAlchemyError as error:
            raise RecordError(f"{self.name} failed: {error}.".replace("\n", " ")) from error

    def _bring_up_to_date(self, connection: Connection) -> None:
        if schema.REVISION_TABLE in inspect(connection).get_table_names():
            revision = connection.scalar(select(column("version_num")).select_from(table(schema.REVISION_TABLE)))
            if revision == schema.HEAD:
                return
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise RecordError(
                f"{self.name} was made by a newer version of Peyman.", "Install that version or a later one."
            ) from error
