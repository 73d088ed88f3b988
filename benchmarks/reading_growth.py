"""How reading time grows: ``python benchmarks/reading_growth.py DOCUMENT [--largest BYTES]``.

Reads the text of one document repeated to 10 kB, 100 kB, 1 MB and 5 MB, and inputs of 100 kB that are hard on a
reader: one cue word over and over, quotation marks that never close, names and nothing else, one sentence without an
end. Prints seconds of one core, whatever else the machine does, and for the repeated text the time for a kilobyte as a
multiple of that at 10 kB: 1 is linear.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from peyman.reading.reader import read_text

SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
HARD = 100_000
#: Inputs that are hard on a reader, by name: what is repeated.
PIECES = {
    "one cue word": "agreed ",
    "a cue and its clause": "Iraq agreed that ",
    "unclosed quotation marks": "Iraq said “we will ",
    "names": "Ali Hassan, ",
    "parties": "Iraq and Iran, ",
    "no end of sentence": "the two sides met with Iraq and will continue ",
}


def seconds(text: str) -> float:
    """Return how long reading a text takes."""
    started = time.process_time()
    read_text(text, published="2024-05-01", language="en")
    return time.process_time() - started


def main(words: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how reading time grows.")
    parser.add_argument("document", type=Path, help="an English text, to be repeated")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="leave out larger texts")
    options = parser.parse_args(words)
    text = options.document.read_text("utf-8") + "\n\n"
    seconds(text)  # tables and models are loaded
    first = None
    for size in (s for s in SIZES if s <= options.largest):
        taken = seconds((text * (size // len(text) + 1))[:size])
        first = first or taken / size
        print(f"{size // 1000:6} kB {taken:8.2f} s  {taken / size / first:5.2f}", flush=True)
    for name, piece in PIECES.items():
        print(f"{name:26} {seconds((piece * (HARD // len(piece) + 1))[:HARD]):8.2f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
