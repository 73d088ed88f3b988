"""What one document costs in a record of any size: ``benchmarks/record.py [--sizes 1000 10000] [--record URL]``.

Records of each size are made of generated documents (`generated_readings`), and documents are added to all of them in
turn, so that whatever else the machine does meets every size alike. Printed for each size: the median time of adding
one document, as a ratio to that of the smallest record; the 95th percentile of one meeting with its accounts; and bytes
on disk for each document. ``--record`` names a PostgreSQL server at which databases may be made, as
``scripts/postgresql.sh start FOLDER`` prints it; without it SQLite is measured.
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
from peyman.record.database import address

_BATCH = 100


@contextmanager
def places(sizes: list[int], server: str | None) -> Iterator[list[str]]:
    """Addresses of empty records, taken away again afterwards."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            yield [str(Path(folder) / f"{size}.db") for size in sizes]
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


def adding(records: list[Record], sizes: list[int], number: int) -> list[float]:
    """The median seconds of adding one document to each record, the records in turn."""
    further = [itertools.islice(generate(size + number), size, None) for size in sizes]
    taken: list[list[float]] = [[] for _ in sizes]
    for _ in range(number):
        for record, documents, mine in zip(records, further, taken, strict=True):
            reading, original = next(documents)
            began = time.perf_counter()
            record.add(reading, original)
            mine.append(time.perf_counter() - began)
    return [statistics.median(mine) for mine in taken]


def asking(record: Record, number: int, chance: random.Random) -> float:
    """The 95th percentile, in seconds, of one meeting with its accounts."""
    last = record.meetings(limit=1, newest_first=True)[0]
    numbers = [chance.randint(1, int(last.id[1:])) for _ in range(number)]
    taken = []
    for each in numbers:
        began = time.perf_counter()
        view = record.get(f"M{each}")
        record.accounts(view)  # type: ignore[arg-type]
        taken.append(time.perf_counter() - began)
    return statistics.quantiles(taken, n=20)[-1]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--record", help="address of a PostgreSQL server; SQLite without it")
    parser.add_argument("--adds", type=int, default=100, help="documents that are added one by one")
    parser.add_argument("--asks", type=int, default=200, help="meetings that are asked for")
    options = parser.parse_args()
    sizes = sorted(options.sizes)
    with places(sizes, options.record) as where, ExitStack() as stack:
        records = [stack.enter_context(Record.open(place, busy_seconds=60)) for place in where]
        for record, size in zip(records, sizes, strict=True):
            fill(record, size)
        medians = adding(records, sizes, options.adds)
        for place, record, size, median in zip(where, records, sizes, medians, strict=True):
            slowest = asking(record, options.asks, random.Random(1))
            print(
                f"{size:>8} documents: add one {1000 * median:.1f} ms ({median / medians[0]:.2f} of the smallest), "
                f"meeting with its accounts p95 {1000 * slowest:.1f} ms, "
                f"{bytes_of(place, record) / (size + options.adds):,.0f} bytes a document",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
