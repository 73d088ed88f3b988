"""What was asked of a record is kept until the record changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient
from tests.web.team import join

from peyman.record import Record
from peyman.web.permissions import Role
from peyman.web.versions import Remembered


def test_an_answer_is_asked_for_once_until_the_record_changes(record_path: Path) -> None:
    asked: list[int] = []
    remembered = Remembered()
    with Record.open(record_path) as record:
        for _ in range(2):
            remembered.of(record).get("how many", lambda: asked.append(1))
        assert len(asked) == 1
        record.review.reject("M1", by="Shirin", reason="another day")
        remembered.of(record).get("how many", lambda: asked.append(1))
        assert len(asked) == 2


def test_many_entries_do_not_push_out_what_was_asked_of_the_whole_record(record_path: Path) -> None:
    asked: list[str] = []
    remembered = Remembered()
    with Record.open(record_path) as record:
        state = remembered.of(record)
        state.get("of all", lambda: asked.append("of all"))
        for number in range(1000):
            state.get(("entry", number), lambda: None, of_entry=True)
        state.get("of all", lambda: asked.append("of all"))
        state.get(("entry", 0), lambda: asked.append("entry"), of_entry=True)
    assert asked == ["of all", "entry"]


def test_a_decision_shows_at_once_on_a_page_that_was_looked_at_before(
    record_path: Path, serve: Callable[..., TestClient]
) -> None:
    reviewer = join(serve(record_path), Role.REVIEWER, name="Shirin")
    assert "Tuesday 20 January 2026" not in reviewer.client.get("/meetings/M1").text
    assert reviewer.post("/review/M1", action="correct", field="date", new="2026-01-20") == 303
    assert "Tuesday 20 January 2026" in reviewer.client.get("/meetings/M1").text
