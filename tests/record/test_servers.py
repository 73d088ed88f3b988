"""A record on a server: two that write at once, a connection that is lost, and moving from a file and back."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event
from tests.record.conftest import Server
from tests.record.records import add, assert_one_line_with_advice, contents_of, draft, meet

from peyman.errors import RecordUnreachable
from peyman.exchange.formats import ExportOptions
from peyman.exchange.lossless import read, write
from peyman.record import Record
from peyman.record.keeping.database import address as url_of


def test_two_writers_at_once_make_the_record_that_one_makes(address: Callable[[], str]) -> None:
    place, alone, failures = address(), address(), []

    def write_some(numbers: range) -> None:
        try:
            with Record.open(place, busy_seconds=60) as record:
                for number in numbers:
                    add(record, draft(f"Document {number}"))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write_some, args=(range(start, start + 6),)) for start in (0, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Record.open(place) as record, Record.open(alone) as other:
        for number in range(9):
            add(other, draft(f"Document {number}"))
        assert contents_of(record) == contents_of(other)
        assert not record.verify().faults


@pytest.mark.parametrize("statements", [3, 12, 30])
def test_a_lost_connection_is_an_error_and_leaves_no_half_entry(server: Server, statements: int) -> None:
    place = server.new()
    administrator = create_engine(url_of(place), isolation_level="AUTOCOMMIT")
    left = statements

    def cut(connection: object, *_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            event.remove(Engine, "before_cursor_execute", cut)
            with administrator.connect() as other:
                other.exec_driver_sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )

    with Record.open(place) as record:
        add(record, draft("First"))
        before = contents_of(record)
        event.listen(Engine, "before_cursor_execute", cut)
        with pytest.raises(RecordUnreachable) as caught:
            add(record, draft("Second"))
        assert_one_line_with_advice(caught.value)
        assert contents_of(record) == before
        add(record, draft("Second"))
        assert len(record.documents()) == 2
        assert not record.verify().faults
    administrator.dispose()
    server.give_back()


def test_a_record_moves_from_a_file_to_a_server_and_back(server: Server, tmp_path: Path) -> None:
    def moved(source: Record, target: Record) -> None:
        stream = io.BytesIO()
        write(source, stream, ExportOptions())
        read(target, io.BytesIO(stream.getvalue()))

    place = server.new()
    with (
        Record.open(tmp_path / "one.db") as record,
        Record.open(place) as on_server,
        Record.open(tmp_path / "back.db") as back,
    ):
        for number, language in enumerate(("en", "fa", "ckb")):
            add(record, meet(f"Document {number}", language, place=("Q1530", "Baghdad", "IRQ")))
        record.review.correct("M1", "date", "2026-01-15", by="Rebaz")
        moved(record, on_server)
        moved(on_server, back)
        assert contents_of(record) == contents_of(on_server) == contents_of(back)
        assert record.verify() == on_server.verify() == back.verify()
        assert list(record.rows()) == list(back.rows())
        for each in (record, on_server, back):
            add(each, meet("Later"))
        assert contents_of(record) == contents_of(on_server)
        assert [hit.id for hit in on_server.meetings()] == [hit.id for hit in record.meetings()]
    server.give_back()
