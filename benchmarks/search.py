"""How well and how fast a record is searched.

``python benchmarks/search.py quality FOLDER...`` adds annotated documents to a record and asks it the sixty queries of
``search_queries.tsv`` (twelve in each language, half of them across scripts), which name the documents that should be
found by their ids; it prints recall among the first ten, and fails below its floor.

``python benchmarks/search.py speed RECORD`` prints how long the same queries and some broader ones take on a record
that ``benchmarks/fill_record.py`` has filled (a file, or the address of a PostgreSQL database), beside a plain ranked
query to the database's own full-text index for the same words in the same run; it fails where the 95th percentile is
over 50 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from composed_documents import read
from sqlalchemy import text

from peyman.record import Record
from peyman.record.search import Filters, search
from peyman.record.search.asked import TEXTS
from peyman.record.search.words import words_of

QUERIES = Path(__file__).with_name("search_queries.tsv")
FLOOR = 0.95
BROAD = (
    *("Iraq", "talks", "گفت‌وگو", "محادثات", "party:IRQ"),
    *("Iraq party:USA date:2025", "Baghdad OR Muscat", "meeting -Geneva"),
)
MOST_MILLISECONDS = 50
"""The most that the 95th percentile of all queries may take, at 100,000 documents."""


def queries() -> list[tuple[str, str, str, list[str]]]:
    """Return language, kind (same or across), query and expected ids of every query."""
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(language, kind, query, expected.split()) for language, kind, query, expected in rows]


def quality(folders: list[str]) -> int:
    """Print recall among the first ten; return 1 below the floor."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "search.db") as record:
        known = set()
        for source, reading in read(folders):
            record.add(reading, source.original)
            known.add(source.source)
        found: dict[str, list[float]] = defaultdict(list)
        for language, kind, query, expected in queries():
            wanted = [each for each in expected if each in known]
            if not wanted:
                continue
            hits = {hit.document.source for hit in search(record, query, limit=10).hits}
            recall = len(hits & set(wanted)) / min(10, len(wanted))
            for group in (language, kind, "all"):
                found[group].append(recall)
            if recall < 1:
                print(f"  {recall:.2f}  {query}: without {sorted(set(wanted) - hits)}")
    for group, values in found.items():
        print(f"{group:8}{len(values):4} queries  recall@10 {statistics.mean(values):.3f}")
    return 0 if found["all"] and statistics.mean(found["all"]) >= FLOOR else 1


class Times:
    """Milliseconds that queries took: by the clock, and of the processor in this process.

    On a machine that does other things too, the clock says how busy it is; the database server's work on PostgreSQL is
    in the clock only.
    """

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    @contextmanager
    def one(self) -> Iterator[None]:
        """Take the time of one query."""
        began, worked = time.perf_counter(), time.process_time()
        yield
        self.processor.append(1000 * (time.process_time() - worked))
        self.clock.append(1000 * (time.perf_counter() - began))

    def print(self, label: str) -> float:
        """Print medians and 95th percentiles; return the latter of the clock."""
        told = [f"{statistics.median(taken):6.1f}  p95 {_p95(taken):6.1f}" for taken in (self.clock, self.processor)]
        print(f"{label:24} median {told[0]} ms;  processor {told[1]} ms")
        return _p95(self.clock)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(0.95 * len(taken)))]


def speed(address: str, rounds: int) -> int:
    """Print how long queries take on a record that is there."""
    with Record.open(address, create=False) as record:
        print(f"{record.summary().documents} documents; every query {rounds} times")
        slowest: list[tuple[float, str]] = []
        every = Times()
        for label, asked in (("the sixty", [query for _, _, query, _ in queries()]), ("broad", list(BROAD))):
            for order in ("relevance", "newest"):
                times = Times()
                for _ in range(rounds):
                    for query in asked:
                        with times.one():
                            search(record, query, Filters(), order=order, limit=10)
                        slowest.append((times.processor[-1], f"{query} ({order})"))
                times.print(f"{label}, {order}")
                every.clock += times.clock
                every.processor += times.processor
        p95 = every.print("all")
        _plain(record, rounds)
        for milliseconds, query in sorted(slowest, reverse=True)[:6]:
            print(f"  {milliseconds:7.1f} ms  {query}")
    return 0 if p95 <= MOST_MILLISECONDS else 1


def _plain(record: Record, rounds: int) -> None:
    """The same words straight to the full-text index, ranked, without names, filters, totals and snippets."""
    times = Times()
    with record.connection() as connection:
        if connection.dialect.name == "sqlite":
            statement = f"SELECT rowid FROM {TEXTS} WHERE {TEXTS} MATCH :q ORDER BY rank LIMIT 10"
        else:
            ranked = "ts_rank(vector, plainto_tsquery('simple', :q)) DESC"
            matching = "vector @@ plainto_tsquery('simple', :q)"
            statement = f"SELECT number FROM {TEXTS} WHERE {matching} ORDER BY {ranked} LIMIT 10"
        for _ in range(rounds):
            for _, _, query, _ in queries():
                words = [word.form for word in words_of(query)]
                asked = " ".join(words if connection.dialect.name != "sqlite" else (f'"{word}"' for word in words))
                with times.one():
                    connection.execute(text(statement), {"q": asked}).all()
    times.print("the index alone, sixty")


def main() -> int:
    """Run one of the two."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("quality", "speed"))
    parser.add_argument("--rounds", type=int, default=1, help="How often each query is asked, for speed")
    parser.add_argument("given", nargs="+", help="Folders for quality; a record for speed")
    given = parser.parse_args()
    return quality(given.given) if given.what == "quality" else speed(given.given[0], given.rounds)


if __name__ == "__main__":
    sys.exit(main())
