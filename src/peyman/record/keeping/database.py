"""Opening the database of a record: its address, its settings, its revision, and its errors in plain words.

What is particular to SQLite or to PostgreSQL stands here and in `peyman.record.search.engine`, and nowhere else in
`peyman.record`. On both, one process writes at a time: SQLite locks its file, and PostgreSQL holds a lock of ours until
the transaction ends. What is read is read of one moment.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from peyman.errors import NotARecord, RecordError, RecordFull, RecordLocked, RecordUnreachable
from peyman.record.rows import schema
from peyman.record.rows.upgrading import tell

BUSY_SECONDS = 5.0
"""How long a writer waits for another one before `RecordLocked` is raised."""

_ADDRESS_ADVICE = "Give the path of a file, such as peyman.db, or the URL of a database that is installed."
_MIGRATIONS = Path(__file__).parents[1] / "migrations"
_SQLITE_HEADER = b"SQLite format 3\x00"
_CONNECT_SECONDS = 10
_WRITER = 0x7065796D616E
"""Number of the lock of PostgreSQL that the process holds which writes: "peyman" in ASCII."""
_CACHE = 64 * 1024
"""Kilobytes of a record that a connection to SQLite keeps in memory, where it needs them; 2,000 would be usual. What is
added touches indexes all over the record, and pages that have to leave before a transaction ends are written twice."""
_BEGIN = "peyman_begin"
"""Execution option: the statement that opens a transaction; empty for none at all."""


def address(path_or_url: str | Path) -> URL:
    """Return the address of a record: a URL as it is, a path as that of an SQLite file.

    Raises:
        RecordError: It looks like a URL and is none.
    """
    if isinstance(path_or_url, str) and "://" in path_or_url:
        try:
            url = make_url(path_or_url)
        except ArgumentError as error:
            raise RecordError(f"{path_or_url!r} is no database address.", _ADDRESS_ADVICE) from error
        # The driver that Peyman brings, where none is named.
        named = url.drivername in ("postgresql", "postgres")
        return url.set(drivername="postgresql+psycopg") if named else url
    return URL.create("sqlite", database=str(path_or_url))


class Database:
    """One open database of a record.

    Args:
        path_or_url: Path of an SQLite file, or a database URL.
        create: Make the record where there is none.
        busy_seconds: How long to wait for another process that is writing.

    Raises:
        NotARecord: What is there is no record of Peyman.
        RecordLocked: Another process holds it.
        RecordFull: No space is left to make it, or to bring it up to date.
        RecordError: There is nothing there (with ``create=False``), or it cannot be read.
    """

    def __init__(self, path_or_url: str | Path, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> None:
        self.url = address(path_or_url)
        self._postgresql = self.url.get_backend_name() == "postgresql"
        self.name = self.url.render_as_string() if self._postgresql else self.url.database or str(self.url)
        self._busy_seconds = busy_seconds
        self._sqlite = self.url.get_backend_name() == "sqlite"
        self._in_memory = self._sqlite and self.url.database in (None, "", ":memory:")
        self._look_before_opening(create)
        try:
            self.engine = self._make_engine(busy_seconds)
        except (ArgumentError, ImportError) as error:
            advice = "Install it with `pip install 'peyman[postgresql]'`." if self._postgresql else _ADDRESS_ADVICE
            raise RecordError(f"There is no driver for {self.url.drivername}.", advice) from error
        try:
            with self.explained():
                self._bring_up_to_date(create)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose queries all see the record at one moment."""
        engine = self.engine
        if self._postgresql:
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with self.explained(), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write: everything done on it is kept, or nothing is."""
        writer = self.engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
        with self.explained(), writer.begin() as connection:
            if self._postgresql:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(self._busy_seconds * 1000))}")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
            yield connection

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Raise what the database complains of as an error of `peyman.errors`, with advice."""
        try:
            yield
        except SQLAlchemyError as error:
            raise self._explain(error) from error

    def _look_before_opening(self, create: bool) -> None:
        """Refuse what is no SQLite file before SQLite touches it."""
        if not self._sqlite or self._in_memory:
            return
        path = Path(self.name)
        try:
            if path.is_dir():
                raise NotARecord(f"{path} is a folder, not a record.", "Give the path of a file, such as peyman.db.")
            if not path.exists():
                if not create:
                    raise RecordError(f"There is no record at {path}.", "Make one with `peyman add SOURCE`.")
                if not path.parent.is_dir():
                    raise RecordError(f"There is no folder {path.parent}.", "Make the folder, or give another path.")
                return
            with path.open("rb") as file:
                header = file.read(len(_SQLITE_HEADER))
        except OSError as error:
            raise RecordError(
                f"{path} cannot be read: {error.strerror}.", "Check the path and its permissions."
            ) from error
        if header and header != _SQLITE_HEADER:
            raise NotARecord(f"{path} is not a Peyman record.", "Give the path of a record, or of a file yet to make.")

    def _make_engine(self, busy_seconds: float) -> Engine:
        if self._postgresql:
            # A connection that the server has closed meanwhile is replaced before it is used.
            return create_engine(self.url, pool_pre_ping=True, connect_args={"connect_timeout": _CONNECT_SECONDS})
        if not self._sqlite:
            return create_engine(self.url)
        # A record in memory lives as long as its one connection.
        pool = {"poolclass": StaticPool} if self._in_memory else {}
        engine = create_engine(self.url, connect_args={"timeout": busy_seconds}, **pool)

        @event.listens_for(engine, "connect")
        def set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
            # Python's driver would open transactions by itself, and too late; `begin` below opens them.
            connection.isolation_level = None
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            # A transaction that will write takes the lock at once: taken later it could fail half-way.
            statement = connection.get_execution_options().get(_BEGIN, "BEGIN")
            if statement:
                connection.exec_driver_sql(statement)

        return engine

    def _bring_up_to_date(self, create: bool) -> None:
        with self.engine.connect() as connection:
            revision = self._revision(connection)
        if revision == schema.HEAD:
            return
        if revision is None and not create:
            raise NotARecord(f"{self.name} is not a Peyman record.", "Make one with `peyman add SOURCE`.")
        if self._sqlite:
            with self.engine.execution_options(**{_BEGIN: ""}).connect() as connection:
                # Readers and a writer do not wait for each other; the file keeps the setting.
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        with self.writing() as connection:
            # Another process may have made the record in the meantime.
            if self._revision(connection) != schema.HEAD:
                self._migrate(connection)

    def _revision(self, connection: Connection) -> str | None:
        """The revision of the tables; None for a database with nothing in it."""
        tables = inspect(connection).get_table_names()
        if schema.REVISION_TABLE in tables:
            revision: str | None = connection.scalar(text(f"SELECT version_num FROM {schema.REVISION_TABLE}"))
            return revision
        if tables:
            raise NotARecord(
                f"{self.name} holds other tables and no Peyman record.",
                "Give the path of a record, or of a file yet to make.",
            )
        return None

    def _migrate(self, connection: Connection) -> None:
        # Alembic takes a tenth of a second to import, and is needed only here.
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        from peyman.record.following import outlines
        from peyman.record.merging import carriers
        from peyman.record.merging.merge import matchings
        from peyman.record.search.engine import engine_of
        from peyman.record.search.index import catch_up

        engine_of(connection)  # refuses a database that has no full-text search before anything is made in it

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        if self._revision(connection) is not None:
            tell("tables", 0, connection.scalar(text("SELECT max(number) FROM documents")) or 0)
        try:
            command.upgrade(config, "head")
            catch_up(connection)
            carriers.catch_up(connection)
            outlines.catch_up(connection, matchings())
        except CommandError as error:
            raise RecordError(
                f"{self.name} was made by a newer version of Peyman.", "Install that version or a later one."
            ) from error

    def _explain(self, error: SQLAlchemyError) -> RecordError:
        cause = error.orig if isinstance(error, DBAPIError) else None
        if isinstance(cause, sqlite3.Error):
            name = getattr(cause, "sqlite_errorname", "")
            if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                return RecordLocked(
                    f"Another process is writing to {self.name}.", "Wait until it has ended, then try again."
                )
            # Where not even the shared-memory file or a quota has room left, SQLite speaks of input and output.
            if name in ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"):
                return RecordFull(
                    f"No space is left to write {self.name} to.", "Free some space, then add the documents again."
                )
            if name.startswith("SQLITE_NOTADB"):
                return NotARecord(f"{self.name} is not a Peyman record.", "Give the path of a record.")
            if name.startswith("SQLITE_CORRUPT"):
                return RecordError(f"{self.name} is damaged.", "Restore it from a backup, or add the documents anew.")
            if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
                return RecordError(
                    f"{self.name} cannot be opened or written to.", "Check the permissions of the file and its folder."
                )
        if self._postgresql:
            return self._explain_postgresql(error)
        return RecordError(f"The database of {self.name} failed: {cause or error}.".replace("\n", " "))

    def _explain_postgresql(self, error: SQLAlchemyError) -> RecordError:
        cause = error.orig if isinstance(error, DBAPIError) else None
        # https://www.postgresql.org/docs/current/errcodes-appendix.html
        state = getattr(cause, "sqlstate", None) or ""
        said = " ".join(str(cause or error).split("\n\n")[0].split())
        if state in ("55P03", "40001", "40P01"):
            return RecordLocked(
                f"Another process is writing to {self.name}.", "Wait until it has ended, then try again."
            )
        if state in ("53100", "53200"):
            return RecordFull(
                f"No space is left to write {self.name} to.", "Free some space, then add the documents again."
            )
        if state in ("42501", "28000", "28P01"):
            return RecordError(f"{self.name} cannot be opened or written to: {said}.", "Check the user and the rights.")
        lost = isinstance(error, DBAPIError) and error.connection_invalidated
        if lost or state.startswith(("08", "57P", "3D")) or (isinstance(error, OperationalError) and not state):
            return RecordUnreachable(
                f"The server of {self.name} does not answer: {said}.",
                "Check the address and the server, then try again.",
            )
        return RecordError(f"The database of {self.name} failed: {said}.")
