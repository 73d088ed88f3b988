"""A record as JSON Lines with nothing left out: for backups, for moving to another database, and to be read in.

The first line says what it is, the last one how many rows there were and their SHA-256, so that a file that was cut
off or changed is refused. Each line between them is one row of one table.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from peyman.errors import MalformedDocument
from peyman.exchange.formats import ExportOptions
from peyman.record.keeping.copying import Row
from peyman.record.rows.schema import HEAD

if TYPE_CHECKING:
    from peyman.record import Record

_KIND = "peyman record"
_ADVICE = "Give a file that `peyman backup` or `peyman export --format lossless` wrote to the end."


def write(record: Record, stream: IO[bytes], options: ExportOptions) -> None:
    """Write a whole record.

    Args:
        record: The open record.
        stream: Where to.
        options: None of them concerns it.
    """
    _line(stream, {"format": _KIND, "revision": HEAD})
    digest, number = hashlib.sha256(), 0
    for table, row in record.rows():
        written = _line(stream, {"table": table, "row": row})
        digest.update(written)
        number += 1
    _line(stream, {"rows": number, "sha256": digest.hexdigest()})


def read(record: Record, stream: IO[bytes]) -> int:
    """Fill an empty record with what `write` wrote; all of it, or nothing.

    Args:
        record: The open, empty record.
        stream: Where from.

    Returns:
        How many rows there were.

    Raises:
        MalformedDocument: It is no such file, or was cut off or changed.
        RecordError: The record is not empty.
    """
    first = _parsed(stream.readline())
    if first.get("format") != _KIND:
        raise MalformedDocument("This is no lossless export of a record.", _ADVICE)
    return record.fill(_rows(stream), str(first.get("revision")))


def _rows(stream: IO[bytes]) -> Iterator[Row]:
    digest, number = hashlib.sha256(), 0
    for line in stream:
        parsed = _parsed(line)
        if "table" in parsed:
            digest.update(line)
            number += 1
            yield parsed["table"], parsed["row"]
        elif parsed.get("rows") == number and parsed.get("sha256") == digest.hexdigest():
            return
        else:
            break
    raise MalformedDocument("The file was cut off or changed.", _ADVICE)


def _line(stream: IO[bytes], content: dict[str, Any]) -> bytes:
    line = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"
    stream.write(line)
    return line


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(line.decode("utf-8", "surrogatepass"))
    except ValueError:
        parsed = None
    if not isinstance(parsed, dict):
        raise MalformedDocument("The file is not what a record was exported to.", _ADVICE)
    return parsed
