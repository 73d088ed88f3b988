"""Bulk output into a record: each reading added with the bytes that it was read from."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peyman.bulk.arrow import parquet
from peyman.bulk.job import MANIFEST
from peyman.errors import BulkError
from peyman.model import Reading

if TYPE_CHECKING:
    from peyman.record import Record

#: Readings that are in memory at once, and are added in one transaction.
_BATCH = 500
_OBJECTS = 100_000
"""New objects after which Python looks for garbage meanwhile."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How far loading is.

    Attributes:
        documents: Documents seen.
        of: Documents in the output.
        added: Documents that were new to the record.
    """

    documents: int
    of: int
    added: int


def load_output(folder: Path, record: Record) -> Iterator[Loaded]:
    """Add the readings of bulk output to a record, yielding how far it is after each transaction.

    Documents that the record has are passed by, so loading that was broken off can be repeated.

    Args:
        folder: What `peyman bulk` wrote.
        record: The open record.

    Raises:
        BulkError: The folder is no whole output, or was written without the published bytes.
        RecordError: The record cannot be written.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise BulkError(
            f"{folder} has no {MANIFEST}: it is no output of `peyman bulk`, or one that is not finished.",
            "Finish it by repeating `peyman bulk`.",
        ) from None
    if not manifest["options"]["originals"]:
        raise BulkError(
            "The output was written without the published bytes, which a record keeps.",
            "Write it again without --no-originals.",
        )
    seen = added = 0
    with _garbage_seldom_looked_for():
        for path in sorted((folder / "readings").glob("*.parquet")):
            file = parquet().ParquetFile(path)
            for batch in file.iter_batches(batch_size=_BATCH, columns=["reading", "original"]):
                rows = batch.to_pylist()
                read = ((Reading.model_validate_json(row["reading"]), row["original"]) for row in rows)
                added += sum(result.added for result in record.add_many(read))
                seen += len(rows)
                yield Loaded(seen, manifest["documents"], added)


@contextmanager
def _garbage_seldom_looked_for() -> Iterator[None]:
    """Let Python look for circles of objects less often: readings are very many objects without any."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
