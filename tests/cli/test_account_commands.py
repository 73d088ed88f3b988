"""`peyman accounts` and `peyman compare`: as text and as JSON, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.record.readings import Draft
from tests.record.records import BAGHDAD, add, meet
from typer.testing import CliRunner

from peyman.cli import app
from peyman.record import Record

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    path = tmp_path / "round.db"
    with Record.open(path) as record:
        first = meet("First", place=BAGHDAD, people=(("whitfield", "Laura Whitfield", "USA"),))
        first.commitment("withdraw the forces", by=("USA",), class_="withdraw")
        add(record, first)
        add(record, meet("Second", "ar", place=("Q1530", "بغداد", "IRQ")))
    return path


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_accounts_are_shown_fact_by_fact_with_own_words(record_path: Path) -> None:
    text = run("accounts", "M1", "--record", str(record_path))
    assert "M1  2 accounts" in text
    assert "بغداد" in text
    assert "– left out by D2" in text
    assert "undertaking C1" in text


def test_only_differences_are_shown_where_asked(record_path: Path) -> None:
    text = run("accounts", "M1", "--record", str(record_path), "--differences")
    assert "Laura Whitfield" in text
    assert "= date" not in text


def test_accounts_as_json_hold_the_evidence(record_path: Path) -> None:
    table = json.loads(run("accounts", "M1", "--record", str(record_path), "--json"))
    (place,) = [row for row in table["facts"] if row["fact"] == "place"]
    assert [cell["values"][0]["wording"] for cell in place["cells"]] == ["Baghdad", "بغداد"]
    assert place["cells"][0]["values"][0]["claims"][0]["words"]


def test_an_unknown_meeting_is_an_error_of_one_line(record_path: Path) -> None:
    result = CliRunner().invoke(app, ["accounts", "M9", "--record", str(record_path)])
    assert result.exit_code == 1
    assert "[P304]" in result.stderr


def test_two_documents_of_two_languages_are_compared_without_a_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = run("compare", str(EXAMPLES / "report-en.txt"), str(EXAMPLES / "report-kmr.txt"))
    assert "2 accounts" in text
    assert "Rêbaz Şêrwan" in text
    assert list(tmp_path.iterdir()) == []
    comparison = json.loads(run("compare", "--json", *(str(EXAMPLES / f"report-{code}.txt") for code in ("fa", "ckb"))))
    assert [document["language"] for document in comparison["documents"]] == ["fa", "ckb"]


def test_comparing_needs_two_documents(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "a.txt").write_text(Draft("A").text + "Iraq and Iran held a meeting in Baghdad on 3 March 2026.\n")
    empty = tmp_path / "none.txt"
    empty.write_text("")
    result = CliRunner().invoke(app, ["compare", str(folder), str(empty)])
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
