"""How fast many documents are read: ``python benchmarks/bulk.py [--documents N] [--shard N] [--engines NAME …]``.

The same generated reports go through `peyman bulk` with the engines ``local`` and ``ray``, with 1 and with 2 workers,
and through a plain `multiprocessing.Pool` that calls the same function on the same shards: what an engine costs is what
it is slower than that. Runs alternate, so that whatever else the machine does falls on all of them; the median is
printed with the lowest and the highest.

The rate is that of the steady part, from the end of the first round of shards to the end of the last: starting the
processes and loading the models is told apart. Efficiency is the rate with two workers over twice that with one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generated_documents import generate

from peyman.bulk.reading import SHARDS, Options, read_shard
from peyman.bulk.shards import input_files, plan

#: Documents in a shard, far fewer than the thousands of a real one, so that a short run has many. What an engine costs
#: for each shard weighs the more the smaller they are.
IN_A_SHARD = 100
ENGINES = ("pool", "local", "ray")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took.

    Attributes:
        rate: Documents a second, in the steady part.
        start: Seconds until the first shard was done.
        memory: Largest resident size of a reading process, in megabytes; 0 where it was not seen.
    """

    rate: float
    start: float
    memory: float


def pool(inputs: Path, out: Path, workers: int) -> None:
    """Read every shard by a plain pool."""
    shards = list(plan(input_files([str(inputs)])))
    with multiprocessing.get_context("spawn").Pool(workers) as made:
        for _ in made.imap_unordered(partial(read_shard, folder=out, options=Options()), shards):
            pass


def measure(engine: str, workers: int, inputs: Path, out: Path, in_a_shard: int) -> Run:
    """Run one engine in a process of its own."""
    if engine == "pool":
        words = [__file__, "--pool", str(inputs), str(out), "--workers", str(workers)]
    else:
        words = ["-m", "peyman", "bulk", str(inputs), "--out", str(out), "--engine", engine, "--workers", str(workers)]
    # Ray gives its workers a low priority of their own; here all have the same.
    environment = os.environ | {"RAY_worker_niceness": "0", "RAY_USAGE_STATS_ENABLED": "0"}
    started = time.time()
    with watched() as memory:
        subprocess.run([sys.executable, *words], check=True, env=environment, capture_output=True)
    done = sorted(path.stat().st_mtime for path in (out / SHARDS).glob("[0-9]*.json"))
    steady = done[-1] - done[workers - 1]
    return Run((len(done) - workers) * in_a_shard / steady, done[0] - started, memory())


@contextmanager
def watched() -> Iterator[Callable[[], float]]:
    """Watch the processes that read, and give the largest resident size that one had, in megabytes."""
    largest, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(0.5):
            for status in Path("/proc").glob("[0-9]*/status"):
                try:
                    command = status.with_name("cmdline").read_bytes()
                    # `local` with one worker reads in the process of the command.
                    reads = b"spawn_main" in command or b"--workers\x001" in command
                    if not reads and not command.startswith(b"ray::"):
                        continue
                    lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
                except OSError:  # it has ended meanwhile
                    continue
                if _is_ours(int(lines["PPid"])) and "VmHWM" in lines:
                    largest[0] = max(largest[0], int(lines["VmHWM"].split()[0]) / 1024)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    yield lambda: largest[0]
    over.set()
    thread.join()


def _is_ours(parent: int) -> bool:
    """Whether a process descends from this one."""
    while parent > 1:
        if parent == os.getpid():
            return True
        try:
            fields = Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return False
        parent = int(fields[1])
    return False


def main(words: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how fast many documents are read.")
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--shard", type=int, default=IN_A_SHARD, metavar="N", help="documents in a shard")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--workers", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--pool", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    if options.pool:
        inputs, out = options.pool
        pool(inputs, out, options.workers)
        return 0
    engines = [each for each in options.engines if each != "ray" or importlib.util.find_spec("ray")]
    found: dict[tuple[str, int], list[Run]] = {}
    with tempfile.TemporaryDirectory(prefix="peyman-bulk-") as name:
        inputs = Path(name) / "in"
        inputs.mkdir()
        documents = list(generate(options.documents))
        for first in range(0, len(documents), options.shard):
            lines = [json.dumps(each, ensure_ascii=False) for each in documents[first : first + options.shard]]
            (inputs / f"{first:07}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for repeat in range(options.repeats):
            for workers in (1, 2):
                for engine in engines:
                    run = measure(engine, workers, inputs, Path(name) / f"{engine}-{workers}-{repeat}", options.shard)
                    found.setdefault((engine, workers), []).append(run)
                    print(f"# {repeat + 1} {engine} {workers}: {run}, load {os.getloadavg()[0]:.1f}", flush=True)
    print("engine  workers   documents a second       a core   start   a worker")
    for (engine, workers), runs in found.items():
        rates = sorted(run.rate for run in runs)
        rate = statistics.median(rates)
        start, memory = statistics.median(run.start for run in runs), max(run.memory for run in runs)
        spread = f"{rate:6.1f} ({rates[0]:.1f}–{rates[-1]:.1f})"
        print(f"{engine:7} {workers:7}   {spread:22} {rate / workers:6.1f} {start:6.1f} s {memory:6.0f} MB")
    for engine in engines:
        one, two = (statistics.median(run.rate for run in found[engine, workers]) for workers in (1, 2))
        beside = two / statistics.median(run.rate for run in found["pool", 2]) if "pool" in engines else float("nan")
        print(f"{engine}: efficiency of two workers {two / one / 2:.2f}; beside the plain pool {beside:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
