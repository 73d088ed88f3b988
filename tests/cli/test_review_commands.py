"""`peyman review`, `peyman history` and `peyman verify`."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from tests.record.records import add, meet
from typer.testing import CliRunner, Result

from peyman.cli import app
from peyman.record import Record


@pytest.fixture
def record_path(tmp_path: Path) -> str:
    path = tmp_path / "round.db"
    with Record.open(path) as record:
        for number, date in enumerate(("2026-01-14", "2026-01-14", "2026-01-16")):
            add(record, meet(f"Document {number}", date=date))
    return str(path)


def run(record_path: str, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--record", record_path], env={"PEYMAN_REVIEWER": "Shirin"})


def done(record_path: str, *words: str) -> str:
    result = run(record_path, *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_decision_is_reported_with_its_number_and_undone_by_it(record_path: str) -> None:
    text = done(record_path, "review", "correct", "M1", "date", "2026-01-15", "--reason", "a slip", "--by", "Rebaz")
    assert text.startswith("4 ") and "by Rebaz" in text and "a slip" in text
    assert "2026-01-15" in done(record_path, "show", "M1")
    done(record_path, "review", "undo", "4")
    assert "2026-01-15" not in done(record_path, "show", "meetings")
    assert "undone by 5" in done(record_path, "history", "M1")


def test_entries_are_merged_split_accepted_and_rejected(record_path: str) -> None:
    done(record_path, "review", "merge", "M1", "M2")
    done(record_path, "review", "split", "M1", "D2")
    done(record_path, "review", "accept", "M1", "--field", "date")
    done(record_path, "review", "reject", "M3")
    done(record_path, "review", "nothing-here", "D1")
    steps = [json.loads(line)["action"] for line in done(record_path, "history", "M1", "--json").splitlines()]
    assert steps == ["add", "add", "nothing-here", "accept", "merge", "split"] or set(steps) >= {"merge", "split"}


def test_an_entry_is_added_with_its_words(record_path: str) -> None:
    fields = json.dumps({"kind": "call", "status": "held", "parties": ["IRQ", "JOR"]})
    words = ("review", "add", "meeting", "D1", "--fields", fields, "--words")
    assert done(record_path, *words, "Document 0.").startswith("M3\n")
    assert run(record_path, *words, "never published").exit_code == 2


def test_what_waits_for_a_decision_is_listed(record_path: str) -> None:
    assert "Nothing waits" in done(record_path, "review", "list")
    assert done(record_path, "review", "list", "--json") == ""


def test_an_unknown_entry_is_an_error_of_one_line(record_path: str) -> None:
    result = run(record_path, "review", "accept", "M9")
    assert result.exit_code == 1 and "[P304]" in result.stderr


def test_verifying_says_what_does_not_fit(record_path: str) -> None:
    assert "Everything fits" in done(record_path, "verify")
    connection = sqlite3.connect(record_path)
    connection.execute("UPDATE log SET at = '2020-01-01' WHERE number = 2")
    connection.commit()
    connection.close()
    result = run(record_path, "verify")
    assert result.exit_code == 1 and "step 2: it was changed" in result.stdout
    assert json.loads(run(record_path, "verify", "--json").stdout)["faults"]
