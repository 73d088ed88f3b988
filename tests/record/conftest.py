"""A fresh record for each test, copied from one that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from peyman.record import Record


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with nothing in it; not to be written to."""
    path = tmp_path_factory.mktemp("record") / "empty.db"
    Record.open(path).close()
    return path


@pytest.fixture(scope="session")
def new_record(empty_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Record]:
    """Opens a new record at each call."""
    folder = tmp_path_factory.mktemp("records")
    numbers = iter(range(1_000_000))

    def make(**options: Any) -> Record:
        path = folder / f"{next(numbers)}.db"
        shutil.copy(empty_record, path)
        return Record.open(path, **options)

    return make


@pytest.fixture
def path(empty_record: Path, tmp_path: Path) -> Path:
    """The path of an empty record."""
    copy = tmp_path / "peyman.db"
    shutil.copy(empty_record, copy)
    return copy


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    """An open, empty record."""
    with Record.open(path) as opened:
        yield opened
