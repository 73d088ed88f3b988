"""A fresh record for each test, on SQLite and, where a server is named, on PostgreSQL too.

`PEYMAN_TEST_POSTGRESQL` names the server: an address at which databases may be made and dropped, such as
``scripts/postgresql.sh start FOLDER`` prints. Tests that ask for ``path`` are about files, and run on SQLite alone.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import make_url

from peyman.record import Record

SERVER = os.environ.get("PEYMAN_TEST_POSTGRESQL")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that asks for a record on every database."""
    if "backend" in metafunc.fixturenames:
        on_files = {"path", "empty_record"} & set(metafunc.fixturenames)
        metafunc.parametrize("backend", ["sqlite"] if on_files else ["sqlite", "postgresql"], scope="session")


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with nothing in it; not to be written to."""
    path = tmp_path_factory.mktemp("record") / "empty.db"
    Record.open(path).close()
    return path


class Server:
    """Makes databases on a PostgreSQL server, and uses them again when the test is over."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address).set(drivername="postgresql+psycopg")
        self._engine: Engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        self._prefix = f"peyman_test_{os.getpid()}"
        self._numbers = itertools.count()
        self._free: list[str] = []
        self._made: list[str] = []
        self._taken: set[str] = set()

    def new(self) -> str:
        """The address of an empty record."""
        name = self._free.pop() if self._free else self._make()
        self._taken.add(name)
        return self._url.set(database=name).render_as_string(hide_password=False)

    def _make(self) -> str:
        name = f"{self._prefix}_{next(self._numbers)}"
        template = f" TEMPLATE {self._made[0]}" if self._made else ""
        with self._engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}{template}")
        if not self._made:
            # The first is a template for the others, and used by no test.
            self._made.append(name)
            Record.open(self._url.set(database=name).render_as_string(hide_password=False)).close()
            return self._make()
        self._made.append(name)
        return name

    def release(self, address: str) -> None:
        """Empty a database that a test has used, for the next one."""
        url = make_url(address)
        if url.database not in self._taken:
            return
        engine = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            tables = connection.exec_driver_sql(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'peyman_revision'"
            ).scalars()
            connection.exec_driver_sql(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE")
        engine.dispose()
        self._taken.remove(str(url.database))
        self._free.append(str(url.database))

    def give_back(self) -> None:
        """Empty the databases that the test used."""
        for name in sorted(self._taken):
            self.release(self._url.set(database=name).render_as_string(hide_password=False))

    def close(self) -> None:
        """Drop every database that was made."""
        with self._engine.connect() as connection:
            for name in self._made:
                connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        self._engine.dispose()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The PostgreSQL server that `PEYMAN_TEST_POSTGRESQL` names."""
    if SERVER is None:
        pytest.skip("no PostgreSQL server: name one in PEYMAN_TEST_POSTGRESQL (docs/how-to/postgresql.md)")
    made = Server(SERVER)
    yield made
    made.close()


@pytest.fixture
def address(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Gives the address of a new, empty record at each call."""
    if backend == "sqlite":
        empty: Path = request.getfixturevalue("empty_record")
        numbers = itertools.count()

        def make() -> str:
            path = tmp_path / f"record{next(numbers)}.db"
            shutil.copy(empty, path)
            return str(path)

        yield make
        return
    server: Server = request.getfixturevalue("server")
    yield server.new
    server.give_back()


@pytest.fixture
def new_record(
    backend: str, address: Callable[[], str], request: pytest.FixtureRequest
) -> Iterator[Callable[..., Record]]:
    """Opens a new record at each call; what a record was kept in is used again once it is closed."""
    opened: list[Record] = []
    release = request.getfixturevalue("server").release if backend == "postgresql" else lambda place: None

    def make(**options: Any) -> Record:
        place = address()
        record = Record.open(place, **options)
        close = record.close

        def close_and_release() -> None:
            close()
            release(place)

        record.close = close_and_release  # type: ignore[method-assign]
        opened.append(record)
        return record

    yield make
    for record in opened:
        record.close()


@pytest.fixture
def path(empty_record: Path, tmp_path: Path) -> Path:
    """The path of an empty record in a file."""
    copy = tmp_path / "peyman.db"
    shutil.copy(empty_record, copy)
    return copy


@pytest.fixture
def record(backend: str, request: pytest.FixtureRequest) -> Iterator[Record]:
    """An open, empty record: that of ``path`` where the test asks for it."""
    make: Callable[[], str] = request.getfixturevalue("address")
    place = request.getfixturevalue("path") if "path" in request.fixturenames else make()
    with Record.open(place) as opened:
        yield opened
