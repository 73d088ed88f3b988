"""What one document costs in a record of any size: ``benchmarks/record.py [--sizes 1000 10000] [--record URL]``.

Records of each size are made of generated documents (`generated_readings`), and documents are added to all of them in
turn, so that whatever else the machine does meets every size alike. Printed for each size: the median time of adding
one document, as a ratio to that of the smallest record; the 95th percentile of one meeting with its accounts; and bytes
on disk for each document. ``--record`` names a PostgreSQL server at which databases may be made, as
``scripts/postgresql.sh start FOLDER`` prints it; without it SQLite is measured.

``--filled`` measures records that are there already, whatever made them of the same documents: an earlier run stopped
with ``--keep FOLDER``, or ``multiplied_record.py --months 32`` for what would take hours to add. Documents are added to
them.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generated_readings import generate
from sqlalchemy import create_engine

from peyman.record import Record
from peyman.record.keeping.database import address

_BATCH = 100


@contextmanager
def places(sizes: list[int], server: str | None, keep: str | None) -> Iterator[list[str]]:
    """Addresses of empty records, taken away again afterwards unless they are kept."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            yield [str(Path(keep or folder) / f"{size}.db") for size in sizes]
        return
    url = address(server)
    names = [f"peyman_benchmark_{size}" for size in sizes]
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for name in names:
                connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
                connection.exec_driver_sql(f"CREATE DATABASE {name}")
        yield [url.set(database=name).render_as_string(hide_password=False) for name in names]
    finally:
        with engine.connect() as connection:
            for name in names:
                connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        engine.dispose()


def fill(record: Record, size: int) -> None:
    """Add so many documents."""
    documents = generate(size)
    while batch := list(itertools.islice(documents, _BATCH)):
        record.add_many(batch)


def bytes_of(place: str, record: Record) -> int:
    """How large a record is on disk."""
    if "://" not in place:
        return sum(Path(f"{place}{end}").stat().st_size for end in ("", "-wal") if Path(f"{place}{end}").exists())
    with record.connection() as connection:
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


class Watch:
    """How long things took, by the clock and of this process's processor time, in seconds."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Note how long it takes."""
        began, used = time.perf_counter(), time.process_time()
        yield
        self.clock.append(time.perf_counter() - began)
        self.processor.append(time.process_time() - used)


def adding(records: list[Record], sizes: list[int], number: int) -> list[Watch]:
    """How long adding one document to each record takes, the records in turn."""
    further = [itertools.islice(generate(size + number), size, None) for size in sizes]
    watches = [Watch() for _ in sizes]
    for _ in range(number):
        for record, documents, watch in zip(records, further, watches, strict=True):
            reading, original = next(documents)
            with watch.running():
                record.add(reading, original)
    return watches


def asking(record: Record, number: int, chance: random.Random) -> Watch:
    """How long one meeting with its accounts takes."""
    last = record.meetings(limit=1, newest_first=True)[0]
    watch = Watch()
    for each in [chance.randint(1, int(last.id[1:])) for _ in range(number)]:
        with watch.running():
            view = record.get(f"M{each}")
            record.accounts(view)  # type: ignore[arg-type]
    return watch


def median(taken: list[float], smallest: list[float]) -> str:
    """The median in milliseconds, and its ratio to that of the smallest record."""
    found = statistics.median(taken)
    return f"{1000 * found:.1f} ms, {found / statistics.median(smallest):.2f} of the smallest"


def slowest(taken: list[float]) -> str:
    """The 95th percentile in milliseconds."""
    return f"{1000 * statistics.quantiles(taken, n=20)[-1]:.1f} ms"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--record", help="address of a PostgreSQL server; SQLite without it")
    parser.add_argument("--adds", type=int, default=100, help="documents that are added one by one")
    parser.add_argument("--asks", type=int, default=200, help="meetings that are asked for")
    parser.add_argument("--keep", help="folder where the records that are made of SQLite stay")
    parser.add_argument("--filled", nargs="+", help="records that are there already, the smallest first")
    options = parser.parse_args()
    with ExitStack() as stack:
        sizes = sorted(options.sizes)
        where = options.filled or stack.enter_context(places(sizes, options.record, options.keep))
        records = [stack.enter_context(Record.open(place, busy_seconds=60)) for place in where]
        if options.filled:
            sizes = [record.summary().documents for record in records]
        else:
            for record, size in zip(records, sizes, strict=True):
                fill(record, size)
        watches = adding(records, sizes, options.adds)
        first = watches[0]
        for place, record, size, watch in zip(where, records, sizes, watches, strict=True):
            asked = asking(record, options.asks, random.Random(1))
            print(
                f"{size:>8} documents: add one {median(watch.clock, first.clock)} "
                f"(processor {median(watch.processor, first.processor)}); meeting with its accounts p95 "
                f"{slowest(asked.clock)} (processor {slowest(asked.processor)}); "
                f"{bytes_of(place, record) / (size + options.adds):,.0f} bytes a document",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
