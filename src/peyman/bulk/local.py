"""The engine ``local``: worker processes on this machine, each with the models loaded once."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from peyman.bulk.job import Engine
from peyman.bulk.reading import Options, ShardResult, read_shard
from peyman.bulk.shards import Shard
from peyman.errors import BulkError

#: Shards handed out ahead of the workers, for each of them: enough that none waits, and few in memory.
_AHEAD = 2


def local_engine(workers: int) -> Engine:
    """Return an engine of worker processes.

    Args:
        workers: How many; with 1 the work is done in this process.
    """

    def engine(shards: Sequence[Shard], folder: Path, options: Options) -> Iterator[ShardResult]:
        if workers == 1:
            for shard in shards:
                yield read_shard(shard, folder, options)
            return
        yield from _spread(shards, folder, options, workers)

    return engine


def _spread(shards: Sequence[Shard], folder: Path, options: Options, workers: int) -> Iterator[ShardResult]:
    # Started afresh, not forked: a copy of a process that has threads can stand still.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
    waiting = iter(shards)
    running: set[Future[ShardResult]] = set()
    try:
        while True:
            while len(running) < workers * _AHEAD and (shard := next(waiting, None)) is not None:
                running.add(pool.submit(read_shard, shard, folder, options))
            if not running:
                break
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            for each in finished:
                yield each.result()
    except BrokenProcessPool:
        raise BulkError(
            "A worker was ended from outside, most often for want of memory.",
            "Repeat the command with fewer --workers: what is done is kept.",
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl-C to the process that hands out the work, and load what reading needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from peyman.reading import reader  # noqa: F401
