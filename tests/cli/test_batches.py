"""Documents that a command gathers: when they are added, in which order they are told, and what a failure costs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.readings import Draft

from peyman.cli import batches
from peyman.cli.batches import Batch
from peyman.cli.running import Report
from peyman.errors import RecordLocked
from peyman.model import Reading
from peyman.record import Record
from peyman.record.shown.views import AddResult
from peyman.sources import SourceDocument


def drawn(name: str) -> tuple[Reading, SourceDocument]:
    draft = Draft(name)
    draft.statement(draft.body("B1", "the ministry", "JOR"))
    reading = draft.reading()
    original = draft.text.encode()
    return reading, SourceDocument(id=reading.document.id, source=name, original=original, text=draft.text)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


class Told:
    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, result: AddResult, source: SourceDocument) -> None:
        self.names.append(source.source)


def test_documents_are_added_at_the_end_and_told_in_order(record: Record) -> None:
    told = Told()
    with Batch(record, Report(), told) as batch:
        for name in ("first", "second", "third"):
            batch.put(*drawn(name))
        assert told.names == []
    assert told.names == ["first", "second", "third"]
    assert record.summary().documents == 3


def test_so_many_documents_are_added_at_once_as_is_asked(record: Record) -> None:
    told = Told()
    with Batch(record, Report(), told, most=2) as batch:
        batch.put(*drawn("first"))
        assert told.names == []
        batch.put(*drawn("second"))
        assert told.names == ["first", "second"]


@pytest.mark.parametrize(("limit", "value"), [("MOST_BYTES", 1), ("LONGEST_WAIT", 0.0)])
def test_documents_are_added_as_soon_as_there_is_enough(
    record: Record, monkeypatch: pytest.MonkeyPatch, limit: str, value: float
) -> None:
    monkeypatch.setattr(batches, limit, value)
    told = Told()
    with Batch(record, Report(), told) as batch:
        batch.put(*drawn("first"))
        batch.put(*drawn("second"))
        assert told.names == ["first", "second"]


def test_what_was_gathered_before_an_interruption_is_added(record: Record) -> None:
    with pytest.raises(KeyboardInterrupt), Batch(record, Report(), Told()) as batch:
        batch.put(*drawn("first"))
        raise KeyboardInterrupt
    assert record.summary().documents == 1


def test_a_document_that_cannot_be_added_is_reported_and_costs_no_other(
    record: Record, capsys: pytest.CaptureFixture[str]
) -> None:
    report, told = Report(), Told()
    reading, source = drawn("second")
    with Batch(record, report, told) as batch:
        batch.put(*drawn("first"))
        batch.put(reading, SourceDocument(id=source.id, source="second", original=b"others", text=source.text))
        batch.put(*drawn("third"))
    assert told.names == ["first", "third"]
    assert report.failed == 1
    assert "second: " in capsys.readouterr().err


def test_a_locked_record_is_not_tried_again(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = 0

    def locked(given: object, again: bool) -> list[AddResult]:
        nonlocal tries
        tries += 1
        raise RecordLocked("Another process is writing.", "Wait.")

    monkeypatch.setattr(record, "add_many", locked)
    with pytest.raises(RecordLocked), Batch(record, Report(), Told()) as batch:
        batch.put(*drawn("first"))
        batch.flush()
    assert tries == 1
