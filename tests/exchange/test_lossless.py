"""A record that is written out and read in is equal; a broken file is refused whole."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from tests.record.readings import Draft
from tests.record.records import BAGHDAD, add, contents_of, meet

from peyman.errors import MalformedDocument, RecordError
from peyman.exchange.formats import ExportOptions
from peyman.exchange.lossless import read, write
from peyman.record import Record


@pytest.fixture
def full(tmp_path: Path) -> Path:
    path = tmp_path / "full.db"
    with Record.open(path) as record:
        add(record, meet("First", place=BAGHDAD, people=(("whitfield", "Laura Whitfield", "USA"),)))
        add(record, meet("Second", "ar", place=("Q1530", "بغداد", "IRQ")))
        draft = Draft("Third", "ckb")
        draft.commitment("بەردەوام بن", window="2026-01/..")
        add(record, draft)
        add(record, meet("Fourth", date="2026-01-16"))
        step = record.review.merge(["M1", "M2"], by="Shirin", reason="one meeting")
        record.review.undo(step.number, by="Shirin")
        record.review.correct("M1", "date", "2026-01-15", by="Rebaz")
    return path


def written(path: Path) -> bytes:
    stream = io.BytesIO()
    with Record.open(path) as record:
        write(record, stream, ExportOptions())
    return stream.getvalue()


def test_what_is_read_in_again_is_equal_and_goes_on(full: Path, tmp_path: Path) -> None:
    content = written(full)
    with Record.open(tmp_path / "new.db") as record, Record.open(full) as other:
        assert read(record, io.BytesIO(content)) == content.count(b"\n") - 2
        assert list(record.rows()) == list(other.rows())
        assert contents_of(record) == contents_of(other)
        assert record.verify() == other.verify()
        for each in (record, other):
            add(each, meet("Fifth"))
            each.review.merge(["M1", "M2"], by="Shirin")
        assert contents_of(record) == contents_of(other)
        assert [m.id for m in record.meetings()] == [m.id for m in other.meetings()]
        assert record.original("D2") == other.original("D2")


def test_a_record_that_is_not_empty_is_not_filled(full: Path) -> None:
    with Record.open(full) as record:
        before = list(record.rows())
        with pytest.raises(RecordError, match="not empty"):
            read(record, io.BytesIO(written(full)))
        assert list(record.rows()) == before


@pytest.mark.parametrize("damage", ["cut", "changed", "dropped", "other", "nothing", "revision"])
def test_a_broken_file_is_refused_and_leaves_an_empty_record(damage: str, full: Path, tmp_path: Path) -> None:
    lines = written(full).splitlines(keepends=True)
    broken = {
        "cut": lines[:-4],
        "changed": [line.replace(b"2026-01-14", b"2026-01-13") for line in lines],
        "dropped": [*lines[:8], *lines[9:]],
        "other": [b'{"name": "Peyman"}\n', *lines[1:]],
        "nothing": [],
        "revision": [lines[0].replace(json.loads(lines[0])["revision"].encode(), b"0001"), *lines[1:]],
    }[damage]
    with Record.open(tmp_path / "new.db") as record:
        with pytest.raises((MalformedDocument, RecordError)) as caught:
            read(record, io.BytesIO(b"".join(broken)))
        assert caught.value.advice or "failed" in str(caught.value)
        assert record.summary().documents == 0
