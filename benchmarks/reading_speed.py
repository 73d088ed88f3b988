"""How fast Peyman reads: ``python benchmarks/reading_speed.py SOURCE...``.

Takes the documents of files and folders in, reads each of them several times in one process, and prints documents and
kilobytes per second for each language, the time that the first document of a process costs (loading tables and
models), and the peak of memory. Taking in is not counted. Of the repetitions the fastest counts: what else the machine
did in the meantime is no property of the reader.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import defaultdict
from dataclasses import dataclass

from peyman.errors import PeymanError
from peyman.reading.reader import read_document
from peyman.sources import SourceDocument, load

REPETITIONS = 3


@dataclass(slots=True)
class Tally:
    """What was read of one language.

    Attributes:
        documents: How many documents.
        size: Their texts' length in bytes of UTF-8.
        seconds: Time that reading them took.
    """

    documents: int = 0
    size: int = 0
    seconds: float = 0.0


def fastest(document: SourceDocument, repetitions: int) -> tuple[str, float]:
    """Return the language of a document, and the shortest time in seconds that reading it took."""
    best = float("inf")
    for _ in range(repetitions):
        started = time.perf_counter()
        reading = read_document(document)
        best = min(best, time.perf_counter() - started)
    return reading.document.language, best


def main(words: list[str]) -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description="Measure how fast Peyman reads.")
    parser.add_argument("sources", nargs="+", help="files and folders")
    parser.add_argument("--repetitions", type=int, default=REPETITIONS, help="how often each document is read")
    options = parser.parse_args(words)
    documents = [item for item in load(options.sources) if isinstance(item, SourceDocument)]
    tallies: dict[str, Tally] = defaultdict(Tally)
    first = None
    for document in documents:
        try:
            started = time.perf_counter()
            read_document(document)
            first = first or time.perf_counter() - started
            language, seconds = fastest(document, options.repetitions)
        except PeymanError as error:
            print(f"{document.source}: {error}", file=sys.stderr)
            continue
        for name in (language, "all"):
            tallies[name].documents += 1
            tallies[name].size += len(document.text.encode("utf-8", "replace"))
            tallies[name].seconds += seconds
    if first is None:
        print("No document could be read.", file=sys.stderr)
        return 1
    print(f"{'language':10}{'documents':>10}{'kB':>8}{'documents/s':>13}{'kB/s':>8}")
    for name, tally in sorted(tallies.items(), key=lambda item: (item[0] == "all", item[0])):
        speed, rate = tally.documents / tally.seconds, tally.size / tally.seconds / 1000
        print(f"{name:10}{tally.documents:10}{tally.size / 1000:8.0f}{speed:13.1f}{rate:8.0f}")
    # Linux counts in kilobytes, macOS in bytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024) / 1e6
    print(f"first document {first:.2f} s, peak memory {peak:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
