"""CSV and Parquet tables: whole, readable by what people use, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from peyman.exchange.csv_tables import _cell
from peyman.exchange.formats import ExportOptions, export
from peyman.record import Record
from peyman.record.tables import TABLES, rows


def test_every_table_is_a_csv_file_with_its_columns_and_rows(round_record: Record, tmp_path: Path) -> None:
    export(round_record, "csv", tmp_path / "out", ExportOptions())
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{table}.csv" for table in TABLES}
    for table, columns in TABLES.items():
        with (tmp_path / "out" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as stream:
            head, *found = list(csv.reader(stream))
        assert head == [column.name for column in columns]
        assert len(found) == len(list(rows(round_record, table)))


def test_words_of_documents_are_let_out_only_when_asked_for(round_record: Record, tmp_path: Path) -> None:
    for text in (False, True):
        export(round_record, "csv", tmp_path / str(text), ExportOptions(text=text))
        with (tmp_path / str(text) / "claims.csv").open(encoding="utf-8-sig", newline="") as stream:
            assert any(row["words"] for row in csv.DictReader(stream)) == text


@pytest.mark.parametrize("text", ["=1+1", "+9", "-9", "@x", "\tx"])
def test_published_text_never_runs_as_a_formula(text: str) -> None:
    assert _cell(text) == f"'{text}"


def test_parquet_keeps_lists_and_days_and_says_what_its_columns_hold(round_record: Record, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `frames` is not installed")
    export(round_record, "parquet", tmp_path / "out", ExportOptions())
    table = parquet.read_table(tmp_path / "out" / "meetings.parquet")
    assert table.num_rows == len(round_record.meetings())
    assert table["parties"].to_pylist()[0] == ["IRQ", "USA", "IRQ-KRD"]
    assert str(table.schema.field("date_first").type).startswith("date32")
    assert table.schema.field("parties").metadata[b"meaning"]
