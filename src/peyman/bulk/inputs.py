"""The documents of one shard, and a failure for each that cannot be taken in; a bad one never stops the others."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from peyman.bulk.arrow import arrow, parquet
from peyman.bulk.shards import Shard
from peyman.errors import MalformedDocument, PeymanError, UnreadableSource
from peyman.sources import SourceDocument, SourceFailure, load
from peyman.sources.documents import JsonPart
from peyman.sources.lines import attempt, json_lines

Item = SourceDocument | SourceFailure

_FIELDS = ("id", "url", "publisher", "published", "title", "text", "html")


def documents(shard: Shard, max_bytes: int) -> Iterator[Item]:
    """Yield the documents of a shard in their order.

    Args:
        shard: The part of the input.
        max_bytes: Largest document, in bytes; a larger one is a failure and is never in memory whole.
    """
    try:
        if shard.form == "lines":
            with Path(shard.path).open("rb") as stream:
                stream.seek(shard.start)
                yield from _lines(stream, shard, max_bytes)
        elif shard.form == "packed-lines":
            with _unpacked(shard.path) as stream:
                yield from _lines(stream, shard, max_bytes)
        elif shard.form == "parquet":
            yield from _rows(shard)
        else:
            yield from load(shard.path, max_bytes=max_bytes)
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile, zlib.error) as error:
        what = f"It is cut short or damaged: {error}."
        yield SourceFailure(shard.path, MalformedDocument(what, "What came before is read; get the file again."))
    except OSError as error:
        yield SourceFailure(
            shard.path, UnreadableSource(f"It cannot be read ({error.strerror or error}).", "Check the path.")
        )


def _unpacked(path: str) -> IO[bytes]:
    if path.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(path, "rb"))
    if path.lower().endswith(".xz"):
        return lzma.open(path, "rb")
    if path.lower().endswith(".bz2"):
        return bz2.open(path, "rb")
    stream: IO[bytes] = arrow().input_stream(path, compression="zstd")
    return stream


def _lines(stream: IO[bytes], shard: Shard, max_bytes: int) -> Iterator[Item]:
    """Read JSON Lines up to the end of the shard, each named by the byte at which it begins."""
    for line in json_lines(stream, max_bytes, start=shard.start, end=shard.end or None):
        yield line.document(f"{shard.path}@{line.begins}", max_bytes, number=1)


def _rows(shard: Shard) -> Iterator[Item]:
    """Read rows of Parquet; the columns are those of JSON documents, and others are ignored."""
    try:
        file = parquet().ParquetFile(shard.path)
    except PeymanError:
        raise
    except Exception as error:
        yield SourceFailure(shard.path, MalformedDocument(f"It is no Parquet file ({error}).", "Write it again."))
        return
    columns = [name for name in file.schema_arrow.names if name in _FIELDS]
    if not {"text", "html"} & set(columns):
        what = 'It has neither a column "text" nor "html".'
        yield SourceFailure(shard.path, MalformedDocument(what, "Name the column with the documents so."))
        return
    row = 0
    for batch in file.iter_batches(batch_size=128, columns=columns):
        if row + batch.num_rows > shard.start:
            for number, fields in enumerate(batch.to_pylist(), start=row):
                if shard.start <= number < shard.end:
                    yield attempt(partial(_part, fields), f"{shard.path}@{number}")
        row += batch.num_rows
        if row >= shard.end:
            return


def _part(fields: dict[str, Any]) -> JsonPart:
    known = {name: str(value) if name == "published" else value for name, value in fields.items() if value is not None}
    try:
        original = json.dumps(known, ensure_ascii=False, sort_keys=True).encode()
    except (TypeError, UnicodeEncodeError):
        raise MalformedDocument("A column is no text.", "Columns of documents are text.") from None
    return JsonPart(known, original, 1)
