"""A name looked up among many: time of a lookup, and whether the right one is found in another script.

``python benchmarks/name_lookup.py PAIRS [--names N]``

PAIRS is a table of name parts, Latin and Arabic, tab-separated with a header (open data has such tables). Names of two
parts drawn at random with a fixed seed are kept in Latin; some of them are looked up in Arabic script. The peer is a
comparison of the name with every one by rapidfuzz, which is what there is without an index.
"""

from __future__ import annotations

import argparse
import lzma
import random
import resource
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import process

from peyman.actors.matching.name_index import NameIndex
from peyman.actors.matching.pronunciation import symbols

SEED = 20260115
LOOKUPS = 300


def parts(path: str) -> list[tuple[str, str]]:
    """Return the pairs of a table, those with at least four letters."""
    content = Path(path).read_bytes()
    text = (lzma.decompress(content) if path.endswith(".xz") else content).decode()
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return [(row[0], row[1]) for row in rows if len(row) > 1 and len(row[0]) > 3 and len(row[1]) > 2]


def main(arguments: Sequence[str]) -> int:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description="Measure looking names up.")
    parser.add_argument("pairs", metavar="PAIRS", help="a table of name parts, Latin and Arabic")
    parser.add_argument("--names", type=int, default=1_000_000, metavar="N", help="how many names are kept")
    chosen = parser.parse_args(arguments)
    known = parts(chosen.pairs)
    random_ = random.Random(SEED)
    drawn = [(random_.choice(known), random_.choice(known)) for _ in range(chosen.names)]
    started = time.perf_counter()
    index = NameIndex(f"{given[0]} {family[0]}".title() for given, family in drawn)
    print(f"{len(index)} names indexed in {time.perf_counter() - started:.0f} s")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    times: list[float] = []
    busy: list[float] = []
    found = 0
    for number in random_.sample(range(len(drawn)), LOOKUPS):
        (_, given), (_, family) = drawn[number]
        started, worked = time.perf_counter(), time.process_time()
        hits = index.find(f"{given} {family}")
        times.append(time.perf_counter() - started)
        busy.append(time.process_time() - worked)
        found += any(hit.number == number for hit in hits)
    times.sort()
    busy.sort()
    print(
        f"{LOOKUPS} lookups in the other script: {found / LOOKUPS:.3f} found; "
        f"median {statistics.median(times) * 1000:.2f} ms, 95 % within {times[int(LOOKUPS * 0.95)] * 1000:.2f} ms; "
        f"of processor time {statistics.median(busy) * 1000:.2f} and {busy[int(LOOKUPS * 0.95)] * 1000:.2f} ms"
    )
    sounds = [symbols(given[0]) + symbols(family[0]) for given, family in drawn]
    started = time.perf_counter()
    process.extractOne(symbols(drawn[0][0][1]) + symbols(drawn[0][1][1]), sounds)
    scan = time.perf_counter() - started
    print(f"a scan of all by rapidfuzz: {scan * 1000:.0f} ms, {scan / statistics.median(times):.0f} times as long")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
