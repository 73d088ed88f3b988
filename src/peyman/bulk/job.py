"""A whole job: plan, read what is not read yet, and sum up. A job that was killed goes on where it was."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import peyman
from peyman.bulk.arrow import parquet
from peyman.bulk.flat import TABLES
from peyman.bulk.reading import SHARDS, Options, ShardResult
from peyman.bulk.shards import SHARD_BYTES, SHARD_ROWS, Shard, input_files, plan
from peyman.errors import BulkError

PLAN = "plan.json"
MANIFEST = "manifest.json"
FAILED = "failed.jsonl"

#: What reads shards: given those that are left, the output and the options, it yields each result when it is there.
Engine = Callable[[Sequence[Shard], Path, Options], Iterator[ShardResult]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        shards: Shards done, before and in this run.
        of: Shards in all.
        documents: Documents read.
        failed: Documents that failed.
    """

    shards: int
    of: int
    documents: int
    failed: int


def run(
    inputs: Iterable[str],
    folder: Path,
    engine: Engine,
    options: Options | None = None,
    *,
    shard_bytes: int = SHARD_BYTES,
    shard_rows: int = SHARD_ROWS,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Progress:
    """Read the whole input into a folder.

    Args:
        inputs: Files, folders and patterns.
        folder: The output, which is made where it is not there; what an earlier run of the same job left is kept.
        engine: What reads shards.
        options: How to read.
        shard_bytes: Bytes of a shard of JSON Lines.
        shard_rows: Rows of a shard of Parquet.
        report: Called at the beginning and after each shard.

    Returns:
        What was done, in all runs of the job together.

    Raises:
        BulkError: The folder holds something else, or cannot be written.
        UnreadableSource: There is no such input.
        MissingExtra: pyarrow is not installed.
    """
    parquet()
    options = options or Options()
    shards = list(plan(input_files(inputs), shard_bytes, shard_rows))
    try:
        _begin(folder, shards, options)
        done = {result.shard: result for result in results_of(folder)}
        progress = Progress(
            len(done),
            len(shards),
            sum(each.documents for each in done.values()),
            sum(each.failed for each in done.values()),
        )
        report(progress)
        left = [shard for shard in shards if shard.number not in done]
        for result in engine(left, folder, options) if left else ():
            done[result.shard] = result
            progress = Progress(
                len(done), len(shards), progress.documents + result.documents, progress.failed + result.failed
            )
            report(progress)
        _finish(folder, shards, [done[number] for number in sorted(done)], options)
    except OSError as error:
        where = error.filename or folder
        raise BulkError(
            f"{where} cannot be written ({error.strerror or error}).",
            "Free some space or name another folder, and repeat the command: what is done is kept.",
        ) from None
    return progress


def results_of(folder: Path) -> Iterator[ShardResult]:
    """Yield what became of each shard that is done, in the order of their numbers."""
    for path in sorted((folder / SHARDS).glob("[0-9]*.json")):
        yield result_at(path)


def result_at(path: Path) -> ShardResult:
    """Return what became of a shard, from its entry in ``shards/``."""
    return ShardResult(**json.loads(path.read_text(encoding="utf-8")))


def _begin(folder: Path, shards: Sequence[Shard], options: Options) -> None:
    """Make the folder, or see that it holds the same job; take away what a killed run left half-written."""
    job = {
        "peyman": peyman.__version__,
        "options": asdict(options),
        "inputs": _inputs(shards),
        "shards": [shard.to_json() for shard in shards],
    }
    text = json.dumps(job, ensure_ascii=False, indent=1)
    path = folder / PLAN
    folder.mkdir(parents=True, exist_ok=True)
    if path.exists():
        if path.read_text(encoding="utf-8") != text:
            raise BulkError(
                f"{folder} holds the output of another input, other options or another version.",
                "Name another folder, or remove that one.",
            )
    elif any(folder.iterdir()):
        raise BulkError(f"{folder} is not empty, and holds no output of `peyman bulk`.", "Name another folder.")
    else:
        beside = folder / f".{PLAN}.{os.getpid()}"
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    _remove_half_written(folder)


def _remove_half_written(folder: Path) -> None:
    """Take away what readers that were killed, or a machine that was lost, left beside the files that are whole."""
    for table in (*TABLES, SHARDS):
        for half in (folder / table).glob(".*"):
            half.unlink(missing_ok=True)


def _inputs(shards: Iterable[Shard]) -> list[dict[str, Any]]:
    """The files with their sizes: an input that has grown or shrunk is another."""
    return [{"path": path, "bytes": Path(path).stat().st_size} for path in dict.fromkeys(each.path for each in shards)]


def _finish(folder: Path, shards: Sequence[Shard], results: Sequence[ShardResult], options: Options) -> None:
    """Write the failures and, last, the manifest: a folder with a manifest is whole."""
    failed = "".join(
        json.dumps(failure, ensure_ascii=False) + "\n" for result in results for failure in result.failures
    )
    (folder / FAILED).write_text(failed, encoding="utf-8")
    if len(results) < len(shards):
        raise BulkError(
            f"{len(shards) - len(results)} of {len(shards)} shards were not read.",
            "Repeat the command: what is done is kept.",
        )
    _remove_half_written(folder)
    files = {name: digest for result in results for name, digest in sorted(result.files.items())}
    manifest = {
        "peyman": peyman.__version__,
        "options": asdict(options),
        "inputs": _inputs(shards),
        "documents": sum(result.documents for result in results),
        "failed": sum(result.failed for result in results),
        "files": files,
        "sha256": hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest(),
    }
    beside = folder / f".{MANIFEST}.{os.getpid()}"
    beside.write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    beside.replace(folder / MANIFEST)
