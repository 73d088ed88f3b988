"""Telling how far bringing an old record up to date has got."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.record.records import meet

from peyman.record import Record
from peyman.record.rows.upgrading import counted, tell, told_to

Told = list[tuple[str, int, int]]


def of_an_older_version(path: Path) -> None:
    """Make a record as the sixth revision of the tables left it, without its lists."""
    with Record.open(path) as record:
        for name in ("First", "Second"):
            draft = meet(name)
            record.add(draft.reading(), draft.original())
    connection = sqlite3.connect(path)
    for index in ("ix_nodes_founded", "ix_outlines_kind_reported_told_from", "ix_outlines_kind_told_from"):
        connection.execute(f"DROP INDEX {index}")
    connection.execute("CREATE INDEX ix_outlines_kind_meet_until ON outlines (kind, meet_until)")
    connection.execute("DROP TABLE outline_months")
    connection.execute("DROP TABLE outline_tallies")
    for table in ("outline_reports", "outline_parties", "outline_nodes", "outlines"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("UPDATE peyman_revision SET version_num = '0006'")
    connection.commit()
    connection.close()


def test_every_step_is_told_with_how_much_there_is(tmp_path: Path) -> None:
    of_an_older_version(tmp_path / "old.db")
    told: Told = []
    with told_to(lambda *step: told.append(step)), Record.open(tmp_path / "old.db") as record:
        assert len(record.meetings()) == 1
    assert told[0] == ("tables", 0, 2)
    assert all(0 <= done <= of for _, done, of in told)
    assert told[-1][0] == "lists"
    assert told[-1][1] == told[-1][2]


def test_a_new_record_and_one_that_is_up_to_date_say_nothing(tmp_path: Path) -> None:
    told: Told = []
    for _ in range(2):
        with told_to(lambda *step: told.append(step)):
            Record.open(tmp_path / "new.db").close()
    assert told == []


def test_nobody_has_to_listen(tmp_path: Path) -> None:
    of_an_older_version(tmp_path / "old.db")
    with Record.open(tmp_path / "old.db") as record:
        assert record.verify().faults == ()
    tell("tables", 0, 1)


def test_what_is_counted_comes_out_as_it_was() -> None:
    told: Told = []
    with told_to(lambda *step: told.append(step)):
        assert list(counted("lists", ["a", "b"], 10)) == ["a", "b"]
    assert told == [("lists", 0, 20), ("lists", 10, 20), ("lists", 20, 20)]
