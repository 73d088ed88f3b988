"""``peyman backup``, ``peyman restore`` and ``peyman import``: a record whole, into a file and out of it."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly
from peyman.errors import RecordError, UnreadableSource


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="File to write: compressed JSON Lines.")],
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Write a whole record to one file, from which it can be restored on any database."""
    from peyman.exchange.formats import ExportOptions, whole_file
    from peyman.exchange.lossless import write
    from peyman.exchange.output import written

    with orderly(), open_record(record_path, create=False) as record:
        found = record.verify()
        if found.faults:
            raise RecordError(f"{record_path} does not fit its log.", "See `peyman verify` before you back it up.")
        with written(str(target)), whole_file(target) as stream, gzip.open(stream, "wb") as packed:
            write(record, packed, ExportOptions())  # type: ignore[arg-type]
        typer.echo(f"{target}: {record.summary()}; log of {found.steps} steps, last hash {found.hash or 'none'}.")


def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="File that `peyman backup` wrote.")],
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Make a record out of a backup; the record must not be there yet, or be empty."""
    with orderly():
        _fill(source, record_path)


def import_record(
    source: Annotated[str, typer.Argument(metavar="[FILE]", help="Lossless export; - for standard input.")] = "-",
    record_path: RecordPath = DEFAULT_RECORD,
) -> None:
    """Make a record out of what `peyman export --format lossless` wrote; it must not be there yet, or be empty."""
    with orderly():
        _fill(None if source == "-" else Path(source), record_path)


def _fill(source: Path | None, record_path: str) -> None:
    from peyman.exchange.lossless import read

    with closing(_opened(source)) as stream, _no_empty_record_left(record_path), open_record(record_path) as record:
        rows = read(record, stream)
        found = record.verify()
        if found.faults:
            raise RecordError("What was restored does not fit its log.", "See `peyman verify`.")
        typer.echo(f"{rows} rows. {record_path} holds {record.summary()}.")


@contextmanager
def _no_empty_record_left(record_path: str) -> Iterator[None]:
    """Remove the file of a record that was made for what then could not be read; of a server, say what is there."""
    from peyman.record.keeping.database import address

    url = address(record_path)
    file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
    was_there = file is None or file.exists()
    try:
        yield
    except BaseException:
        if url.get_backend_name() != "sqlite":
            sys.stderr.write(f"Nothing was read into {url.render_as_string()}; its tables may have been made.\n")
        elif file is not None and not was_there and _is_empty(record_path):
            for ending in ("", "-wal", "-shm"):
                file.with_name(file.name + ending).unlink(missing_ok=True)
        raise


def _is_empty(record_path: str) -> bool:
    """Whether there is a record with nothing in it: another process may have found it, and added to it."""
    from peyman.record import Record

    try:
        with Record.open(record_path, create=False) as record:
            return next(record.rows(), None) is None
    except RecordError:
        return False


def _opened(source: Path | None) -> IO[bytes]:
    if source is None:
        return sys.stdin.buffer
    try:
        with source.open("rb") as stream:
            packed = stream.read(2) == b"\x1f\x8b"
        return gzip.open(source, "rb") if packed else source.open("rb")  # type: ignore[return-value]
    except OSError as error:
        raise UnreadableSource(f"{source} cannot be read: {error.strerror}.", "Check the path.") from error
