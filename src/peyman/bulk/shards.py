"""Parts of the input that are read on their own: told by the input alone, never by how many read it."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from peyman.errors import UnreadableSource
from peyman.sources import expand

Form = Literal["lines", "packed-lines", "parquet", "file"]

#: Bytes of JSON Lines in a shard: a few seconds of work, so that little is lost by a kill and progress shows.
SHARD_BYTES = 2_000_000
#: Rows of Parquet in a shard, at most.
SHARD_ROWS = 500

_PACKED = (".gz", ".xz", ".bz2", ".zst")


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the input.

    Attributes:
        number: Its place in the whole input, from 0.
        path: The file.
        form: ``lines`` (a range of bytes of JSON Lines), ``packed-lines`` (compressed JSON Lines, whole), ``parquet``
            (a range of rows), or ``file`` (anything else that `peyman.sources.load` takes, whole).
        start: First byte or row.
        end: Byte or row behind the last; 0 for whole files.
    """

    number: int
    path: str
    form: Form
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """Its number as files are named by it."""
        return f"{self.number:06d}"

    def to_json(self) -> dict[str, Any]:
        """Return it for a manifest."""
        return asdict(self)


def input_files(inputs: Iterable[str]) -> list[str]:
    """Return the files of the inputs named, in order: files, folders, and patterns such as ``2025-*.jsonl.gz``.

    Args:
        inputs: Paths and patterns.

    Raises:
        UnreadableSource: A pattern or path leads to no file.
    """
    files: list[str] = []
    for given in inputs:
        # A pattern may be absolute, which Path.glob does not take.
        found = sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else [given]  # noqa: PTH207
        if not found:
            raise UnreadableSource(f"No file is called {given}.", "Check the pattern, and put it between quotes.")
        for path in found:
            if Path(path).is_dir():
                inside = [*expand([path]), *_more_in(Path(path))]
                files += dict.fromkeys(sorted(each for each in inside if each != path))
            else:
                files.append(path)
    missing = next((path for path in files if not Path(path).exists()), None)
    if missing is not None or not files:
        raise UnreadableSource(f"There is no file {missing or ', '.join(inputs)}.", "Check the path.")
    return list(dict.fromkeys(files))


def _more_in(folder: Path) -> Iterator[str]:
    """The files of a folder that only this room takes: Parquet, and compressed JSON Lines."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and _form(path.name) in ("parquet", "packed-lines"):
            yield str(path)


def _form(name: str) -> Form:
    lowered = name.lower()
    if lowered.endswith(".parquet"):
        return "parquet"
    if lowered.endswith(tuple(f".jsonl{packed}" for packed in _PACKED)):
        return "packed-lines"
    return "lines" if lowered.endswith(".jsonl") else "file"


def plan(files: Iterable[str], shard_bytes: int = SHARD_BYTES, shard_rows: int = SHARD_ROWS) -> Iterator[Shard]:
    """Yield the shards of the input.

    JSON Lines are cut at the first line end behind every ``shard_bytes``; Parquet every ``shard_rows`` rows. Other
    files, and compressed ones, which can only be read from the beginning, are one shard each.

    Args:
        files: Paths, as `input_files` returns them.
        shard_bytes: Bytes of a shard of JSON Lines.
        shard_rows: Rows of a shard of Parquet.
    """
    number = 0
    for path in files:
        form = _form(path)
        if form == "lines":
            ranges = _line_ranges(path, shard_bytes)
        elif form == "parquet":
            ranges = _row_ranges(path, shard_rows)
        else:
            ranges = iter([(0, 0)])
        for start, end in ranges:
            yield Shard(number, path, form, start, end)
            number += 1


def _line_ranges(path: str, shard_bytes: int) -> Iterator[tuple[int, int]]:
    size = Path(path).stat().st_size
    with Path(path).open("rb") as stream:
        start = 0
        while start < size:
            stream.seek(min(start + shard_bytes, size))
            if stream.tell() < size:
                # A line may be longer than memory: it is passed by in pieces.
                while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
                    pass
            end = stream.tell()
            yield start, end
            start = end
    if not size:
        yield 0, 0


def _row_ranges(path: str, shard_rows: int) -> Iterator[tuple[int, int]]:
    from peyman.bulk.arrow import parquet

    try:
        rows = parquet().ParquetFile(path).metadata.num_rows
    except Exception:  # a file that is none is reported where it is read
        rows = 0
    for start in range(0, rows, shard_rows):
        yield start, min(start + shard_rows, rows)
    if not rows:
        yield 0, 0
