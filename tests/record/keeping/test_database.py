"""Opening a record, and what goes wrong with files: each time a clear error, and the record as it was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.record.records import add, assert_one_line_with_advice, contents, draft

import peyman.record
from peyman.errors import NotARecord, RecordError
from peyman.record import Database, Record
from peyman.record.rows import schema
from peyman.record.search.asked import EVIDENCE, TEXTS


def test_a_record_is_made_where_there_is_none(tmp_path: Path) -> None:
    with Record.open(tmp_path / "new.db") as record:
        add(record, draft("First"))
    with Record.open(str(tmp_path / "new.db"), create=False) as record:
        assert len(record.meetings()) == 1


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with Record.open(path) as record:
        assert record.documents() == []


def test_a_record_can_be_given_as_a_url(tmp_path: Path) -> None:
    Record.open(f"sqlite:///{tmp_path / 'new.db'}").close()
    with Record.open(tmp_path / "new.db", create=False) as record:
        assert record.documents() == []


@pytest.mark.parametrize("url", ["nonsense://", "://", "sqlite+nothing:///x.db", "http://example.org/record"])
def test_an_address_that_is_none_is_an_error(url: str) -> None:
    with pytest.raises(RecordError) as caught:
        Record.open(url)
    assert_one_line_with_advice(caught.value)


def test_a_path_may_hold_any_letters(tmp_path: Path) -> None:
    path = tmp_path / "گفت‌وگو 100% #1?.db"
    with Record.open(path) as record:
        add(record, draft("First"))
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def _is_no_part_of_the_full_text_index(name: str | None, kind: str, _parents: object) -> bool:
    """FTS5 keeps tables of its own beside those that `peyman.record.search.engine` makes."""
    return kind != "table" or not (name or "").startswith((TEXTS, EVIDENCE))


def test_the_tables_are_those_of_the_newest_revision(path: Path) -> None:
    database = Database(path)
    with database.reading() as connection:
        options = {"version_table": schema.REVISION_TABLE, "include_name": _is_no_part_of_the_full_text_index}
        context = MigrationContext.configure(connection, opts=options)
        assert context.get_current_revision() == schema.HEAD
        assert compare_metadata(context, schema.metadata) == []
    database.close()


def test_the_head_that_is_checked_is_the_head_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(peyman.record.__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_opening_does_not_import_the_migrations(path: Path) -> None:
    code = (
        "import sys; from peyman.record import Record; Record.open(sys.argv[1]).close(); "
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 0


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecord) as caught:
        Record.open(tmp_path)
    assert_one_line_with_advice(caught.value)


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 4\x00" + b"x" * 5000, b"\x00" * 300])
@pytest.mark.parametrize("create", [True, False])
def test_another_file_is_no_record_and_stays_as_it_was(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotARecord) as caught:
        Record.open(path, create=create)
    assert_one_line_with_advice(caught.value)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_with_a_broken_header_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    with pytest.raises(NotARecord) as caught:
        Record.open(path)
    assert_one_line_with_advice(caught.value)


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_others_is_no_record_and_stays_as_it_was(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "others.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.execute("CREATE TABLE documents (id TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotARecord) as caught:
        Record.open(path, create=create)
    assert_one_line_with_advice(caught.value)
    assert path.read_bytes() == before


def test_a_missing_record_is_not_made_unless_asked_for(tmp_path: Path) -> None:
    with pytest.raises(RecordError) as caught:
        Record.open(tmp_path / "none.db", create=False)
    assert "peyman add" in caught.value.advice
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_record_to_read_from(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(NotARecord):
        Record.open(path, create=False)
    assert path.stat().st_size == 0


def test_a_record_needs_a_folder_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError) as caught:
        Record.open(tmp_path / "none" / "peyman.db")
    assert_one_line_with_advice(caught.value)


def test_a_path_through_a_file_is_an_error(path: Path) -> None:
    with pytest.raises(RecordError) as caught:
        Record.open(path / "peyman.db")
    assert_one_line_with_advice(caught.value)


def test_a_path_that_may_not_be_read_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(RecordError) as caught:
        Record.open(path)
    assert "permissions" in caught.value.advice


def test_a_record_of_a_newer_version_is_refused_and_stays_as_it_was(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE {schema.REVISION_TABLE} SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = contents(path)
    with pytest.raises(RecordError) as caught:
        Record.open(path)
    assert "newer version" in caught.value.message
    assert contents(path) == before


def test_foreign_keys_and_the_write_ahead_log_are_on(path: Path) -> None:
    database = Database(path)
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    database.close()


def test_no_sql_of_sqlite_stands_outside_the_database_module() -> None:
    folder = Path(peyman.record.__file__).parent
    for module in folder.rglob("*.py"):
        if module.name not in ("database.py", "env.py"):
            text = module.read_text(encoding="utf-8")
            assert "PRAGMA" not in text
            assert "import sqlite3" not in text


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    with Record.open(tmp_path / "new.db") as record:
        add(record, draft("First"))
    assert [each.name for each in tmp_path.iterdir()] == ["new.db"]
