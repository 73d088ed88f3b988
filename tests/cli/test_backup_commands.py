"""`peyman backup`, `peyman restore`, and export to import."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.record.records import add, meet
from typer.testing import CliRunner, Result

from peyman.cli import app
from peyman.record import Record


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    path = tmp_path / "round.db"
    with Record.open(path) as record:
        add(record, meet("First"))
        add(record, meet("Second", "ar"))
        record.review.accept("M1", by="Shirin")
    return path


def run(*words: str | Path, **more: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], **more)  # type: ignore[arg-type]


def rows(path: Path) -> list[object]:
    with Record.open(path, create=False) as record:
        return list(record.rows())


def test_a_backup_restores_to_an_equal_record(record_path: Path, tmp_path: Path) -> None:
    saved, new = tmp_path / "saved.gz", tmp_path / "new.db"
    result = run("backup", saved, "--record", record_path)
    assert result.exit_code == 0 and "log of 3 steps" in result.stdout
    result = run("restore", saved, "--record", new)
    assert result.exit_code == 0, result.output
    assert rows(new) == rows(record_path)
    assert run("restore", saved, "--record", new).exit_code == 1, "it is not empty any more"


def test_what_is_exported_can_be_imported(record_path: Path, tmp_path: Path) -> None:
    out, new = tmp_path / "out.jsonl", tmp_path / "new.db"
    result = run("export", "--format", "lossless", "--output", out, "--record", record_path)
    assert result.exit_code == 0, result.output
    assert run("import", out, "--record", new).exit_code == 0
    assert rows(new) == rows(record_path)
    other = tmp_path / "other.db"
    assert run("import", "--record", other, input=out.read_bytes()).exit_code == 0
    assert rows(other) == rows(record_path)


def test_a_record_is_piped_from_one_command_into_another(record_path: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    piped = run("export", "--lossless", "--record", record_path)
    assert piped.exit_code == 0, piped.stderr
    assert run("import", "--record", new, input=piped.stdout_bytes).exit_code == 0
    assert rows(new) == rows(record_path)
    assert run("export", "--record", record_path).exit_code == 2
    assert run("export", "--lossless", "--format", "csv", "--record", record_path).exit_code == 2


def test_a_record_that_was_tampered_with_is_not_backed_up(record_path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(record_path)
    connection.execute("DELETE FROM log WHERE number = 2")
    connection.commit()
    connection.close()
    saved = tmp_path / "saved.gz"
    result = run("backup", saved, "--record", record_path)
    assert result.exit_code == 1 and not saved.exists()


def test_a_backup_that_is_not_there_is_an_error_of_one_line(tmp_path: Path) -> None:
    result = run("restore", tmp_path / "none.gz", "--record", tmp_path / "new.db")
    assert result.exit_code == 1 and "[P101]" in result.stderr


@pytest.mark.parametrize("broken", [b"no export\n", b'{"format":"peyman record","revision":"0001"}\n', None])
def test_a_failed_import_leaves_no_record_behind(record_path: Path, tmp_path: Path, broken: bytes | None) -> None:
    new = tmp_path / "new.db"
    cut_off = run("export", "--lossless", "--record", record_path).stdout_bytes[:-200]
    result = run("import", "--record", new, input=broken or cut_off)
    assert result.exit_code == 1 and "[P" in result.stderr
    assert list(tmp_path.glob("new.db*")) == []


def test_a_record_that_was_there_stays_when_importing_fails(tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    Record.open(new).close()
    assert run("import", "--record", new, input=b"no export\n").exit_code == 1
    assert rows(new) == []
