"""Bulk output into a record: the same record as adding the documents one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from peyman.bulk.job import run
from peyman.bulk.loading import load_output
from peyman.bulk.local import local_engine
from peyman.bulk.reading import Options
from peyman.errors import BulkError
from peyman.reading.reader import read_document
from peyman.record import Record
from peyman.sources import SourceDocument, load

pytest.importorskip("pyarrow", reason="the extra `bulk` is not installed")


def test_loading_gives_the_record_that_adding_gives_and_twice_changes_nothing(lines: Path, tmp_path: Path) -> None:
    run([str(lines)], tmp_path / "out", local_engine(1))
    with Record.open(tmp_path / "loaded.db") as loaded, Record.open(tmp_path / "added.db") as added:
        *_, last = load_output(tmp_path / "out", loaded)
        assert (last.documents, last.added, last.of) == (30, 30, 30)
        for item in load(str(lines)):
            if isinstance(item, SourceDocument):
                added.add(read_document(item), item.original)
        assert str(loaded.summary()) == str(added.summary())
        assert loaded.meetings() == added.meetings()
        assert loaded.original("D1") == added.original("D1")
        *_, again = load_output(tmp_path / "out", loaded)
        assert again.added == 0


def test_output_that_is_not_whole_or_has_no_published_bytes_is_refused(lines: Path, tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.db") as record:
        with pytest.raises(BulkError, match="no manifest"):
            list(load_output(tmp_path, record))
        run([str(lines)], tmp_path / "out", local_engine(1), Options(originals=False))
        with pytest.raises(BulkError, match="published bytes"):
            list(load_output(tmp_path / "out", record))
