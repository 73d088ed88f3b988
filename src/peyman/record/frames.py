"""A record as data frames, for Polars and pandas: one frame for each table of `peyman.record.tables`."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from peyman.errors import MissingExtra
from peyman.record.tables import TABLES, Column, Row, rows

if TYPE_CHECKING:
    import pandas
    import polars

    from peyman.record.store import Record


def to_polars(record: Record) -> dict[str, polars.DataFrame]:
    """Return every table of a record as a Polars frame; lists are list columns, days are dates.

    Args:
        record: The open record.

    Raises:
        MissingExtra: Polars is not installed.
    """
    library = _library("polars")
    types = {
        "text": library.String,
        "list": library.List(library.String),
        "integer": library.Int64,
        "number": library.Float64,
        "day": library.String,
        "truth": library.Boolean,
    }

    def frame(columns: tuple[Column, ...], found: list[Row]) -> polars.DataFrame:
        made: polars.DataFrame = library.DataFrame(found, schema={each.name: types[each.kind] for each in columns})
        return made.with_columns(
            library.col(each.name).str.to_date("%Y-%m-%d") for each in columns if each.kind == "day"
        )

    return {table: frame(columns, list(rows(record, table))) for table, columns in TABLES.items()}


def to_pandas(record: Record) -> dict[str, pandas.DataFrame]:
    """Return every table of a record as a pandas frame; lists are lists, days are timestamps where pandas can.

    Args:
        record: The open record.

    Raises:
        MissingExtra: pandas is not installed.
    """
    library = _library("pandas")
    frames: dict[str, pandas.DataFrame] = {}
    for table, columns in TABLES.items():
        frame = library.DataFrame(list(rows(record, table)), columns=[each.name for each in columns])
        for each in columns:
            if each.kind == "day":
                frame[each.name] = library.to_datetime(frame[each.name], errors="coerce")
        frames[table] = frame
    return frames


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise MissingExtra(f"{name} is not installed.", "Install it with: pip install 'peyman[frames]'") from None
