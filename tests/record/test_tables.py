"""A record as flat tables and data frames: every entry a row, every column documented, nothing cut."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from peyman import read
from peyman.record import Record
from peyman.record.tables import TABLES, rows

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("record") / "round.db") as opened:
        for path in sorted((ROOT / "examples").glob("report-*")):
            opened.add(read(path), path.read_bytes())
        yield opened


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_every_column_in_order_and_of_its_kind(table: str, record: Record) -> None:
    kinds = {"text": str, "list": list, "integer": int, "number": float, "day": str, "truth": bool}
    found = list(rows(record, table))
    assert found
    for row in found:
        assert list(row) == [column.name for column in TABLES[table]]
        for column in TABLES[table]:
            assert row[column.name] is None or isinstance(row[column.name], kinds[column.kind]), column.name


def test_every_entry_has_one_row(record: Record) -> None:
    for table in ("documents", "meetings", "commitments", "statements", "actors", "places", "agreements"):
        assert [row["id"] for row in rows(record, table)] == [each.id for each in getattr(record, table)()]


def test_a_range_has_its_first_and_last_day_and_an_open_end_none(record: Record) -> None:
    planned = next(row for row in rows(record, "meetings") if row["status"] == "planned")
    assert (planned["date_first"], planned["date_last"]) == ("2026-02-16", "2026-02-28")
    for row in rows(record, "commitments"):
        assert (row["window_last"] is None) == (row["window"] is None or row["window"].endswith(".."))


def test_what_documents_differ_in_is_named_and_every_value_is_among_the_claims(record: Record) -> None:
    held = next(row for row in rows(record, "meetings") if row["status"] == "held")
    assert "round" in held["differs"]
    values = {row["value"] for row in rows(record, "claims") if row["entry"] == held["id"] and row["field"] == "round"}
    assert {json.loads(value) for value in values} == {"new", "resumed"}


def test_the_words_of_a_claim_stand_at_its_offsets(record: Record) -> None:
    texts = {document.id: record.reading(document.id).document.text for document in record.documents()}
    for row in rows(record, "claims"):
        assert texts[row["document"]][row["start"] : row["end"]] == row["words"]


def test_polars_and_pandas_get_the_same_tables(record: Record) -> None:
    pytest.importorskip("polars", reason="the extra `frames` is not installed")
    pytest.importorskip("pandas", reason="the extra `frames` is not installed")
    polars_frames, pandas_frames = record.to_polars(), record.to_pandas()
    for table, columns in TABLES.items():
        names = [column.name for column in columns]
        assert polars_frames[table].columns == list(pandas_frames[table].columns) == names
        assert polars_frames[table].height == len(pandas_frames[table]) == len(list(rows(record, table)))
    assert str(polars_frames["meetings"].schema["date_first"]) == "Date"


def test_every_table_is_documented_with_exactly_its_columns() -> None:
    page = (ROOT / "docs" / "reference" / "tables.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `(\w+)`\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert set(sections) == set(TABLES)
    for table, columns in TABLES.items():
        assert re.findall(r"^\| `(\w+)` \|", sections[table], re.MULTILINE) == [column.name for column in columns]
