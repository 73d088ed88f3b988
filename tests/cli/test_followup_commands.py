"""`peyman due` and `peyman news`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.record.readings import Draft
from tests.record.records import add, meet
from typer.testing import CliRunner

from peyman.cli import app
from peyman.record import Record


@pytest.fixture
def record_path(tmp_path: Path) -> str:
    path = tmp_path / "round.db"
    draft = Draft("First")
    draft.commitment("withdraw the forces", by=("USA",), class_="withdraw", window="2026-01-15/2026-03-31")
    draft.commitment("go on with the talks")
    with Record.open(path) as record:
        add(record, draft)
        add(record, meet("Second", status="planned", published="2026-01-10", date="2026-02-01"))
    return str(path)


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_what_is_refused_is_said_to_be_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "refused.db")
    draft = Draft("Refused")
    draft.commitment("put the talks off", by=("IRQ",), polarity="refused", window="2026-01-15/2026-01-20")
    with Record.open(path) as record:
        add(record, draft)
    assert "IRQ · refused · “put the talks off”" in run("due", "--record", path, "--on", "2026-01-16")


def test_what_is_due_is_shown_with_what_shows_it(record_path: str) -> None:
    text = run("due", "--record", record_path, "--on", "2026-04-02")
    assert "Overdue (1)" in text and "withdraw the forces" in text
    assert "2026-04-01 overdue" in text
    assert "missed" in text
    assert "go on with the talks" not in text
    assert "1 more without a deadline" in text


def test_everything_is_shown_where_asked(record_path: str) -> None:
    assert "go on with the talks" in run("due", "--record", record_path, "--on", "2026-04-02", "--all")


def test_what_is_due_as_json(record_path: str) -> None:
    due = json.loads(run("due", "--record", record_path, "--on", "2026-04-02", "--json"))
    assert due["on"] == "2026-04-02"
    assert [each["status"] for each in due["commitments"]] == ["overdue", "open"]
    assert due["commitments"][0]["class"] == ["withdraw"]


def test_news_are_shown(record_path: str) -> None:
    text = run("news", "--record", record_path, "--since", "2020-01-01")
    assert "Documents (2)" in text and "New entries" in text
    assert json.loads(run("news", "--record", record_path, "--since", "2999-01-01", "--json"))["items"] == []


@pytest.mark.parametrize("words", [("due", "--on", "soon"), ("news", "--since", "yesterday")])
def test_a_day_that_is_none_is_a_usage_error(words: tuple[str, ...], record_path: str) -> None:
    assert CliRunner().invoke(app, [*words, "--record", record_path]).exit_code == 2
