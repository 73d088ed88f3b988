"""One shard, read and written: what every engine calls, on whatever machine it runs."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import peyman
from peyman.bulk.arrow import arrow, parquet
from peyman.bulk.flat import TABLES, Row, rows
from peyman.bulk.inputs import documents
from peyman.bulk.shards import Shard
from peyman.errors import PeymanError
from peyman.sources import SourceFailure

#: Documents whose rows are in memory at once; each batch becomes one row group.
BATCH = 200
SHARDS = "shards"


@dataclass(frozen=True, slots=True)
class Options:
    """How shards are read.

    Attributes:
        max_bytes: Largest document, in bytes.
        originals: Whether the published bytes go into the output; `peyman load` needs them.
    """

    max_bytes: int = 20_000_000
    originals: bool = True


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What became of a shard.

    Attributes:
        shard: Its number.
        documents: Documents read.
        failed: Documents that failed.
        files: SHA-256 of each file that was written, by its path within the output.
        failures: Source and reason of each document that failed.
    """

    shard: int
    documents: int
    failed: int
    files: dict[str, str] = field(default_factory=dict)
    failures: list[dict[str, str]] = field(default_factory=list)


def read_shard(shard: Shard, folder: Path, options: Options) -> ShardResult:
    """Read every document of a shard and write its tables; its entry in ``shards/`` is written last.

    What was written for the shard before is replaced, so reading one again does no harm.

    Args:
        shard: The part of the input.
        folder: The output.
        options: How to read.

    Returns:
        What became of it.
    """
    counts = {"documents": 0}
    failures: list[dict[str, str]] = []
    paths = {table: folder / table / f"{shard.name}.parquet" for table in TABLES}
    # Two machines may read one shard at a time, when one was taken for lost.
    own = uuid.uuid4().hex
    beside = {table: path.with_name(f".{path.name}.{own}") for table, path in paths.items()}
    try:
        with ExitStack() as stack:
            writers = {}
            for table, path in beside.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                writers[table] = stack.enter_context(
                    parquet().ParquetWriter(path, schema_of(table), compression="zstd")
                )
            for batch in _batches(_read(shard, options, counts, failures)):
                for table, found in batch.items():
                    if found:
                        writers[table].write_table(arrow().Table.from_pylist(found, schema=schema_of(table)))
        files = {}
        for table, path in paths.items():
            beside[table].replace(path)
            files[f"{table}/{path.name}"] = _sha256(path)
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
    result = ShardResult(shard.number, counts["documents"], len(failures), files, failures)
    _write_whole(folder / SHARDS / f"{shard.name}.json", json.dumps(asdict(result), ensure_ascii=False, indent=1))
    return result


def schema_of(table: str) -> Any:
    """Return the Arrow schema of a table, with what each column means in its metadata."""
    pa = arrow()
    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int64(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "bytes": pa.binary(),
    }
    fields = [pa.field(name, types[kind], metadata={"meaning": meaning}) for name, kind, meaning in TABLES[table]]
    return pa.schema(fields, metadata={"peyman": peyman.__version__})


def _read(
    shard: Shard, options: Options, counts: dict[str, int], failures: list[dict[str, str]]
) -> Iterator[dict[str, list[Row]]]:
    from peyman.reading.reader import read_document

    for item in documents(shard, options.max_bytes):
        if isinstance(item, SourceFailure):
            failures.append({"source": item.source, "code": item.error.code, "reason": str(item.error)})
            continue
        try:
            reading = read_document(item)
        except PeymanError as error:
            failures.append({"source": item.source, "code": error.code, "reason": str(error)})
            continue
        except Exception as error:  # one document that the reader trips over must not cost the others
            reason = f"The reader failed on it ({type(error).__name__}: {error}). Please report it."
            failures.append({"source": item.source, "code": PeymanError.code, "reason": reason})
            continue
        counts["documents"] += 1
        yield rows(reading, item.original if options.originals else None, item.source)


def _batches(found: Iterator[dict[str, list[Row]]]) -> Iterator[dict[str, list[Row]]]:
    batch: dict[str, list[Row]] = {table: [] for table in TABLES}
    for each in found:
        for table, new in each.items():
            batch[table] += new
        if len(batch["readings"]) == BATCH:
            yield batch
            batch = {table: [] for table in TABLES}
    yield batch


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
