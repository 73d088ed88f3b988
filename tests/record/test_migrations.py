"""Records of every revision of the tables become those of today, and what a migration does is written in itself."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, create_engine, select
from tests.record.readings import Draft
from tests.record.records import meet

import peyman.record
from peyman.record import Record
from peyman.record.keeping.database import address as address_of
from peyman.record.rows import schema
from peyman.record.search import search
from peyman.record.search.asked import EVIDENCE, TEXTS

MIGRATIONS = Path(peyman.record.__file__).with_name("migrations")
ENVIRONMENT = {"peyman.record.rows.schema": {"REVISION_TABLE", "metadata"}}
"""What the environment of the migrations may take from the package: where a record keeps its revision, which never
changes, for else no record would be known any more; and the tables of today, which are only compared with."""


def config_of(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def revisions() -> list[str]:
    """Every revision of the tables, oldest first."""
    return [script.revision for script in reversed([*ScriptDirectory.from_config(config_of()).walk_revisions()])]


def drafts() -> list[Draft]:
    """Documents with everything of which there are tables: a meeting told twice, an agreement, an undertaking."""
    made = [
        meet("First", basis="Amman Accord"),
        meet("Second", basis="Amman Accord"),
        Draft("Third", publisher="Daily"),
    ]
    made[2].commitment(by=("IRQ",), toward=["TUR"], window="2026-02")
    made[2].sentence("Nothing was said of the ceasefire.")
    return made


def imported(path: Path) -> dict[str, set[str]]:
    """What a module takes from the package, wherever in it that is."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found.setdefault(node.module or "", set()).update(alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                found.setdefault(alias.name, set())
    return {name: names for name, names in found.items() if not name or name.split(".")[0] in ("peyman", "importlib")}


@pytest.mark.parametrize("path", sorted((MIGRATIONS / "versions").glob("*.py")), ids=lambda path: path.stem)
def test_a_migration_takes_nothing_from_the_package(path: Path) -> None:
    assert imported(path) == {}, "write what it needs into the migration itself: the package changes, it may not"


def test_the_environment_of_the_migrations_takes_only_what_is_stable() -> None:
    assert imported(MIGRATIONS / "env.py") == ENVIRONMENT


def make_anew_as(connection: Connection, revision: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Make an empty database a record of a revision, with as much of the rows of one of today as it has tables for."""
    command.upgrade(config_of(connection), revision)
    there = MetaData()
    there.reflect(connection, only=lambda name, _: name in rows)
    for table in there.sorted_tables:
        kept = [{name: row[name] for name in table.columns.keys() & row.keys()} for row in rows[table.name]]
        if kept:
            connection.execute(table.insert(), kept)


def rows_of(record: Record) -> dict[str, list[dict[str, Any]]]:
    """The rows of a record, without the index of search, which no table holds as it was put in."""
    with record.connection() as connection:
        tables = [table for table in schema.metadata.sorted_tables if not table.name.startswith("search_")]
        return {table.name: [dict(row._mapping) for row in connection.execute(select(table))] for table in tables}


def told_by(record: Record) -> str:
    """What a record tells its readers."""
    lists: list[Sequence[object]] = [
        record.meetings(),
        record.commitments(),
        record.statements(),
        record.agreements(),
        record.actors(),
    ]
    found: list[Sequence[object]] = [search(record, words).hits for words in ("consultation", "ceasefire", "accord")]
    return "\n".join(repr(each) for part in (*lists, *found) for each in part)


@pytest.mark.parametrize("revision", revisions()[:-1])
def test_a_record_of_any_older_revision_tells_the_same_once_it_is_opened(
    revision: str, new_record: Callable[..., Record], address: Callable[[], str]
) -> None:
    with new_record() as today:
        for draft in drafts():
            today.add(draft.reading(), draft.original())
        rows, told = rows_of(today), told_by(today)
    old = address_of(address())
    if old.get_backend_name() == "sqlite":
        Path(str(old.database)).unlink()
    engine = create_engine(old)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        make_anew_as(connection, revision, rows)
    engine.dispose()
    with Record.open(old.render_as_string(hide_password=False), create=False) as opened:
        assert told_by(opened) == told
        assert opened.verify().faults == ()
        assert opened.verify().documents == len(drafts())
        with opened.connection() as connection:
            options = {"version_table": schema.REVISION_TABLE, "include_name": is_no_part_of_the_full_text_index}
            context = MigrationContext.configure(connection, opts=options)
            assert context.get_current_revision() == schema.HEAD
            assert [each for each in compare_metadata(context, schema.metadata) if not is_of_comments(each)] == []


def is_of_comments(difference: Any) -> bool:
    """Comments are for readers of the code; the migrations put none into a database."""
    return isinstance(difference, list) and all(change[0] == "modify_comment" for change in difference)


def is_no_part_of_the_full_text_index(name: str | None, kind: str, _parents: object) -> bool:
    """FTS5 keeps tables of its own, and PostgreSQL two with vectors, of which the tables of today do not speak."""
    return kind != "table" or not (name or "").startswith((TEXTS, EVIDENCE))
