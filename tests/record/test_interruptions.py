"""Locks, full disks, failures and kills while a record is written: each leaves it as it was."""

from __future__ import annotations

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from tests.record.records import add, assert_one_line_with_advice, contents, draft

from peyman.errors import RecordError, RecordFull, RecordLocked
from peyman.record import Record


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process writing to the record."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def test_a_locked_record_is_an_error_and_stays_as_it_was(path: Path) -> None:
    with Record.open(path, busy_seconds=0.01) as record:
        add(record, draft("First"))
        before = contents(path)
        with held(path), pytest.raises(RecordLocked) as caught:
            add(record, draft("Second"))
        assert_one_line_with_advice(caught.value)
        assert contents(path) == before
        add(record, draft("Second"))
        assert len(record.documents()) == 2


def test_a_record_can_be_read_while_another_process_writes(path: Path) -> None:
    with Record.open(path) as record:
        add(record, draft("First"))
        with held(path), Record.open(path, create=False, busy_seconds=0.01) as other:
            assert len(other.documents()) == 1


@contextmanager
def limited_to(pages: int) -> Iterator[None]:
    """A disk with room for so many pages of a database."""

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


def pages_of(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        number: int = connection.execute("PRAGMA page_count").fetchone()[0]
        return number
    finally:
        connection.close()


def test_a_full_disk_is_an_error_and_the_record_stays_as_it_was(path: Path) -> None:
    with Record.open(path) as record:
        add(record, draft("First"))
    before = contents(path)
    with limited_to(pages_of(path) + 5), Record.open(path) as record:
        with pytest.raises(RecordFull) as caught:
            add(record, draft("Large", sentences=2000))
        assert_one_line_with_advice(caught.value)
        assert len(record.documents()) == 1
    assert contents(path) == before
    with Record.open(path) as record:
        add(record, draft("Large", sentences=2000))


def test_a_disk_too_full_to_make_a_record_on_leaves_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with limited_to(4), pytest.raises(RecordFull):
        Record.open(path)
    assert contents(path) == ["BEGIN TRANSACTION;", "COMMIT;"]
    with Record.open(path) as record:
        add(record, draft("First"))


def test_a_failure_half_way_leaves_the_record_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record.open(path) as record:
        add(record, draft("First"))
        before = contents(path)

        def fail(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("peyman.record.merging.components.Components._work_out", fail)
        with pytest.raises(KeyboardInterrupt):
            add(record, draft("Second"))
        assert contents(path) == before


def test_a_record_that_may_only_be_read_is_an_error_to_add_to(path: Path) -> None:
    def refuse(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    event.listen(Engine, "connect", refuse)
    try:
        with Record.open(path) as record, pytest.raises(RecordError) as caught:
            add(record, draft("First"))
    finally:
        event.remove(Engine, "connect", refuse)
    assert "permissions" in caught.value.advice


def test_several_writers_at_once_lose_nothing(path: Path) -> None:
    failures: list[BaseException] = []

    def write(numbers: range) -> None:
        try:
            with Record.open(path, busy_seconds=60) as record:
                for number in numbers:
                    add(record, draft(f"Document {number}"))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(range(start, start + 5),)) for start in (0, 5, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Record.open(path) as record:
        assert len(record.documents()) == 15
        assert [meeting.documents for meeting in record.meetings()] == [15]


def test_several_processes_may_make_the_record_at_once(tmp_path: Path) -> None:
    code = "import sys; from peyman.record import Record; Record.open(sys.argv[1], busy_seconds=60).close()"
    path = tmp_path / "new.db"
    processes = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with Record.open(path, create=False) as record:
        assert record.documents() == []


KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from peyman.model import Reading
from peyman.record import Record

left = int(sys.argv[2])

def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", count)
with Record.open(sys.argv[1]) as record:
    for file in sys.argv[3:]:
        reading = Reading.model_validate_json(Path(file).read_text(encoding="utf-8"))
        record.add(reading, reading.document.text.encode())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.parametrize("statements", [8, 30, 60, 90])
def test_a_process_that_is_killed_while_adding_loses_and_breaks_nothing(
    path: Path, tmp_path: Path, statements: int
) -> None:
    drafts = [draft(f"Document {number}") for number in range(4)]
    files = []
    for made in drafts:
        file = tmp_path / f"{made.name}.json"
        file.write_text(made.reading().to_json(), encoding="utf-8")
        files.append(str(file))
    whole = tmp_path / "whole.db"
    shutil.copy(path, whole)
    command = [sys.executable, "-c", KILLED, str(path), str(statements), *files]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    for file in (path, whole):
        with Record.open(file) as record:
            for made in drafts:
                add(record, made)

    def told(file: Path) -> list[str]:
        # The times of adding are all that may differ, and in the log the hashes over them.
        timeless = (re.sub(r"'\d{4}-\d\d-\d\dT[\d:+]+'", "", line) for line in contents(file))
        return [re.sub("'[0-9a-f]{64}'", "", line) if 'INTO "log' in line else line for line in timeless]

    assert told(path) == told(whole)
