"""A record of the examples, served to a client that is no browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from peyman.reading.reader import read_document
from peyman.record import Record
from peyman.sources import SourceDocument, expand, load
from peyman.web.app import create_app
from peyman.web.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def examples_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the example reports; not to be written to."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    with Record.open(path) as record:
        for file in expand([str(EXAMPLES)]):
            for source in load(file):
                assert isinstance(source, SourceDocument)
                record.add(read_document(source), source.original)
    return path


@pytest.fixture
def record_path(examples_record: Path, tmp_path: Path) -> Path:
    """A record of the example reports that may be written to."""
    copy = tmp_path / "peyman.db"
    shutil.copy(examples_record, copy)
    return copy


@pytest.fixture
def serve() -> Iterator[Callable[..., TestClient]]:
    """Serves a record for the time of a test."""
    clients: list[TestClient] = []

    def start(path: Path, **settings: object) -> TestClient:
        client = TestClient(create_app(Settings(str(path), **settings)), follow_redirects=False)  # type: ignore[arg-type]
        client.__enter__()
        clients.append(client)
        return client

    yield start
    for client in clients:
        client.__exit__()


@pytest.fixture(scope="session")
def public(examples_record: Path) -> Iterator[TestClient]:
    """The record of the examples, which anyone may read and nobody change."""
    settings = Settings(str(examples_record), public=True, read_only=True)
    with TestClient(create_app(settings), follow_redirects=False) as client:
        yield client
