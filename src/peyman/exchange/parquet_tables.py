"""The tables of a record as Parquet files in a folder, one file for each table of `peyman.record.tables`.

Lists are lists and days are dates; each file says in its metadata what made it and what its columns hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import peyman
from peyman.errors import MissingExtra
from peyman.exchange.formats import ExportOptions, whole_file
from peyman.record.tables import TABLES, Column, Row, rows

if TYPE_CHECKING:
    from peyman.record import Record

#: Rows that are in memory at once.
_BATCH = 5000


def write_folder(record: Record, folder: Path, options: ExportOptions) -> None:
    """Write every table of a record to a file of its own.

    Args:
        record: The open record.
        folder: Where to; it is there.
        options: ``text`` lets the words of claims out.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtra("pyarrow is not installed.", "Install it with: pip install 'peyman[frames]'") from None

    for table, columns in TABLES.items():
        schema = schema_of(columns)
        with (
            whole_file(folder / f"{table}.parquet") as stream,
            pyarrow.parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
        ):
            for batch in _batches(rows(record, table)):
                found = [_typed(row, columns, options.text) for row in batch]
                writer.write_table(pyarrow.Table.from_pylist(found, schema=schema))


def schema_of(columns: tuple[Column, ...]) -> Any:
    """Return the Arrow schema of a table, each field with its meaning in the metadata."""
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "list": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "day": pyarrow.date32(),
        "truth": pyarrow.bool_(),
    }
    fields = [pyarrow.field(each.name, types[each.kind], metadata={"meaning": each.meaning}) for each in columns]
    return pyarrow.schema(fields, metadata={"peyman": peyman.__version__})


def _batches(found: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in found:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _typed(row: Row, columns: tuple[Column, ...], text: bool) -> Row:
    for each in columns:
        if each.kind == "day" and row[each.name] is not None:
            row[each.name] = dt.date.fromisoformat(row[each.name])
    if not text and "words" in row:
        row["words"] = None
    return row
