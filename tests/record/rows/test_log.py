"""The log: what is changed, removed or reordered behind its back is found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.record.readings import Draft
from tests.record.records import add, meet

from peyman.record import Record


@pytest.fixture
def reviewed(path: Path) -> Path:
    with Record.open(path) as record:
        for name in ("First", "Second", "Third"):
            add(record, meet(name))
        record.review.accept("M1", by="Shirin")
        record.review.correct("M1", "date", "2026-01-15", by="Rebaz", reason="a slip")
    return path


def test_what_nobody_touched_fits(reviewed: Path) -> None:
    with Record.open(reviewed) as record:
        found = record.verify()
    assert found.faults == ()
    assert (found.steps, found.documents) == (5, 3)


@pytest.mark.parametrize(
    ("tampering", "step"),
    [
        ("UPDATE log SET reason = 'another' WHERE number = 5", 5),
        ("UPDATE log SET author = 'Somebody' WHERE number = 4", 4),
        ("UPDATE log SET at = '2020-01-01' WHERE number = 1", 1),
        ("DELETE FROM log WHERE number = 2", 2),
        ("DELETE FROM log WHERE number = 5", 5),
        ("DELETE FROM log", 5),
        (
            "UPDATE log SET number = -1 WHERE number = 2; UPDATE log SET number = 2 WHERE number = 3;"
            "UPDATE log SET number = 3 WHERE number = -1",
            2,
        ),
        ("UPDATE claims SET value = '\"2026-02-02\"' WHERE field = 'date' AND member_id = 1", 1),
        ("DELETE FROM claims WHERE field = 'date' AND member_id = 2", 2),
        ("UPDATE documents SET text = 'Nothing.' WHERE number = 3", 3),
        ("UPDATE readings SET content = '{}' WHERE id = 2", 2),
    ],
)
def test_tampering_is_found(tampering: str, step: int, reviewed: Path) -> None:
    connection = sqlite3.connect(reviewed)
    connection.executescript(tampering)
    connection.close()
    with Record.open(reviewed) as record:
        assert step in {fault.step for fault in record.verify().faults}


def test_a_reading_that_no_step_added_is_found(reviewed: Path) -> None:
    connection = sqlite3.connect(reviewed)
    connection.execute(
        "INSERT INTO readings (document_id, reader_name, reader_version, backend, added, content) "
        "SELECT document_id, 'someone', '1', 'rules', added, content FROM readings WHERE id = 1"
    )
    connection.commit()
    connection.close()
    with Record.open(reviewed) as record:
        (fault,) = record.verify().faults
    assert fault.step is None and "D1" in fault.what


def test_a_record_with_nothing_in_it_fits(record: Record) -> None:
    found = record.verify()
    assert (found.steps, found.hash, found.faults) == (0, "", ())
    add(record, Draft("First"))
    assert record.verify().steps == 1
