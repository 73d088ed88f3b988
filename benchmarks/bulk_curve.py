"""How long very many documents take: ``python benchmarks/bulk_curve.py FOLDER [--documents N] [--record URL]``.

Generated reports go through `peyman bulk` with one worker for each core and then through `peyman load`, once; printed
is how many were read and loaded by when. What stands in FOLDER is gone on with after a break, and the times then count
from the new start.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import sqlalchemy
from generated_documents import generate

from peyman.bulk.reading import SHARDS

#: Reports in a file of the input.
IN_A_FILE = 10_000
#: Seconds between two looks at a record.
PAUSE = 15.0


def write(folder: Path, documents: int) -> None:
    """Write the reports, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    made = generate(documents)
    for number in range(0, documents, IN_A_FILE):
        path = folder / f"{number:08}.jsonl"
        lines = [json.dumps(each, ensure_ascii=False) for each in itertools.islice(made, IN_A_FILE)]
        if not path.exists():
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(inputs: Path, out: Path) -> list[tuple[int, float]]:
    """Read them; return how many were read by when, in seconds."""
    started = time.time()
    subprocess.run([sys.executable, "-m", "peyman", "bulk", str(inputs), "--out", str(out)], check=True)
    done = sorted((path.stat().st_mtime, path) for path in (out / SHARDS).glob("[0-9]*.json"))
    counts = itertools.accumulate(json.loads(path.read_text())["documents"] for _, path in done)
    return [(count, moment - started) for (moment, _), count in zip(done, counts, strict=True)]


def load(out: Path, url: str) -> Iterator[tuple[int, float]]:
    """Load what was read; yield how many are in the record by when, in seconds."""
    started = time.time()
    process = subprocess.Popen([sys.executable, "-m", "peyman", "load", str(out), "--record", url])
    engine = sqlalchemy.create_engine(url if "://" in url else f"sqlite:///{url}", pool_pre_ping=True)
    while True:
        ended = process.poll() is not None
        try:
            with engine.connect() as connection:
                count = connection.scalar(sqlalchemy.text("SELECT count(*) FROM documents"))
        except sqlalchemy.exc.OperationalError:
            count = None  # the tables are being made
        if count:
            yield count, time.time() - started
        if ended:
            break
        time.sleep(PAUSE)
    engine.dispose()
    if process.returncode:
        raise SystemExit(process.returncode)


def show(title: str, curve: Sequence[tuple[int, float]]) -> None:
    """Print a curve with the rate of each stretch."""
    print(f"{title:>10}   seconds   documents a second since the line before")
    before = (0, 0.0)
    for count, seconds in curve:
        print(f"{count:10,} {seconds:9.1f} {(count - before[0]) / max(seconds - before[1], 1e-9):11.1f}")
        before = (count, seconds)


def main(words: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Read and load very many documents once.")
    parser.add_argument("folder", type=Path, help="for the reports, what is read, and the record")
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--record", help="where to load them (a file in the folder without it)")
    options = parser.parse_args(words)
    inputs, out = options.folder / "in", options.folder / "out"
    write(inputs, options.documents)
    print(f"{options.documents:,} reports, {os.cpu_count()} cores", flush=True)
    show("read", read(inputs, out))
    show("loaded", list(load(out, options.record or str(options.folder / "record.db"))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
