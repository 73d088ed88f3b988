"""The tables of a record as CSV files in a folder, one file for each table of `peyman.record.tables`.

UTF-8 with a byte order mark, so that spreadsheets read Persian and Arabic right. Several values of one cell are parted
by `` | ``. A text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peyman.exchange.formats import ExportOptions, whole_file
from peyman.record.tables import TABLES, rows

if TYPE_CHECKING:
    from peyman.record import Record

SEPARATOR = " | "
#: What a cell may not begin with: published text must not run as a formula in whoever opens the file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_folder(record: Record, folder: Path, options: ExportOptions) -> None:
    """Write every table of a record to a file of its own.

    Args:
        record: The open record.
        folder: Where to; it is there.
        options: ``text`` lets the words of claims out.
    """
    for table, columns in TABLES.items():
        with whole_file(folder / f"{table}.csv") as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            writer = csv.writer(text)
            writer.writerow([column.name for column in columns])
            for row in rows(record, table):
                if not options.text and "words" in row:
                    row["words"] = None
                writer.writerow([_cell(row[column.name]) for column in columns])
            text.flush()
            text.detach()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = SEPARATOR.join(str(each) for each in value)
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
