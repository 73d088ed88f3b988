"""What reading costs, in one run: speed beside other tools, memory, growth with the length, and inputs made to be hard.

    python benchmarks/reading.py SOURCE... [--peers PYTHON] [--largest BYTES]

SOURCE are files and folders; taking them in is not counted. For each language: documents and kilobytes a second of one
core, and with ``--peers`` how many times as fast the whole of reading is as dateparser's search for dates plus hazm's
normaliser and tokeniser on the same texts, run by that other interpreter, turn about with Peyman (dateparser knows no
Kurmanji: there it is hazm alone, and Kurmanji does not count for all). Then the time of the first document (tables and
models are loaded), the peak of memory, the time for a kilobyte of longer and longer texts, each put together from
documents of one language, as a multiple of that of the shortest, and the time of 100 kB of what is hard on a reader.

Processor time counts, whatever else the machine does, and of the repetitions the fastest.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from peyman.errors import PeymanError
from peyman.reading.reader import read_document, read_text
from peyman.sources import SourceDocument, load

REPETITIONS = 3
#: Rounds in which Peyman and its peers take turns.
ROUNDS = 2
PEERS = Path(__file__).with_name("reading_peers.py")
#: Languages that both peers work on.
BOTH = ("fa", "ar", "ckb", "en")
SIZES = (10_000, 100_000, 1_000_000, 5_000_000)
LARGEST = 1_000_000
HARD = 100_000
#: No hard input may take longer, in seconds.
LIMIT = 2.0
#: Inputs that are hard on a reader, by name: what is repeated.
PIECES = {
    "one cue word": "agreed ",
    "a cue and its clause": "Iraq agreed that ",
    "unclosed quotation marks": "Iraq said “we will ",
    "words of saying": "said he said ",
    "names": "Ali Hassan, ",
    "parties": "Iraq and Iran, ",
    "one encounter": "Iraq met Iran. ",
    "relative clauses with days": "Iraq, which on Thursday agreed to meet Iran, which on Friday met Oman, ",
    "no end of sentence": "the two sides met with Iraq and will continue ",
}


@dataclass(slots=True)
class Tally:
    """What was read of one language.

    Attributes:
        documents: The documents.
        size: Length of their texts in bytes of UTF-8.
        seconds: Processor time that reading them took.
        peers: Processor time that the peers took, None where they were not asked.
    """

    documents: list[SourceDocument] = field(default_factory=list)
    size: int = 0
    seconds: float = 0.0
    peers: float | None = None


def spent(document: SourceDocument) -> float:
    """Return the processor time in seconds of reading one document."""
    started = time.process_time()
    read_document(document)
    return time.process_time() - started


def measured(documents: Sequence[SourceDocument], repetitions: int) -> float:
    """Return the time of reading some documents, each at its fastest."""
    return sum(min(spent(document) for _ in range(repetitions)) for document in documents)


def peer_seconds(python: str, language: str, documents: Sequence[SourceDocument], repetitions: int) -> float | None:
    """Return the time of the peers; None, with a word on standard error, where they are missing or fail."""
    task = {"language": language, "texts": [d.text for d in documents], "repetitions": repetitions}
    done = subprocess.run([python, str(PEERS)], input=json.dumps(task), capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{language}: the peers failed: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    return float(done.stdout)


def peak() -> float:
    """Return the peak of memory of this process in MB."""
    # Linux counts in kilobytes, macOS in bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024) / 1e6


def by_language(documents: Sequence[SourceDocument]) -> tuple[dict[str, Tally], float | None]:
    """Read every document once; return them by language, and the time of the first."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    first = None
    for document in documents:
        started = time.process_time()
        try:
            language = read_document(document).document.language
        except PeymanError as error:
            print(f"{document.source}: {error}", file=sys.stderr)
            continue
        first = first or time.process_time() - started
        tallies[language].documents.append(document)
        tallies[language].size += len(document.text.encode("utf-8", "replace"))
    return tallies, first


def show_speed(tallies: dict[str, Tally], repetitions: int, peers: str | None) -> None:
    """Print how fast each language is read."""
    for language, tally in tallies.items():
        tally.seconds = float("inf")
        for _ in range(ROUNDS if peers else 1):
            tally.seconds = min(tally.seconds, measured(tally.documents, repetitions))
            other = peer_seconds(peers, language, tally.documents, repetitions) if peers else None
            if other is not None:
                tally.peers = min(other, tally.peers or other)
    print(f"{'language':10}{'documents':>10}{'kB':>8}{'documents/s':>13}{'kB/s':>8}{'beside peers':>14}")
    rows = [(language, [language]) for language in sorted(tallies)] + [("all", list(tallies))]
    for name, languages in rows:
        told = [tallies[language] for language in languages]
        seconds, count = sum(t.seconds for t in told), sum(len(t.documents) for t in told)
        size = sum(t.size for t in told) / 1000
        compared = [tallies[x] for x in languages if tallies[x].peers is not None and (name != "all" or x in BOTH)]
        ratio = ""
        if compared:
            ratio = f"{sum(t.peers or 0.0 for t in compared) / sum(t.seconds for t in compared):.1f}x"
        print(f"{name:10}{count:10}{size:8.0f}{count / seconds:13.1f}{size / seconds:8.0f}{ratio:>14}")


def seconds_of(text: str, language: str) -> float:
    """Return the processor time of reading one text."""
    started = time.process_time()
    read_text(text, published="2024-05-01", language=language)
    return time.process_time() - started


def show_growth(tallies: dict[str, Tally], largest: int) -> None:
    """Print how the time for a kilobyte grows with the length of a text."""
    for language, tally in sorted(tallies.items()):
        page = "\n\n".join(d.text for d in tally.documents) + "\n\n"
        page_size = len(page.encode("utf-8", "replace"))
        first = None
        told = []
        for size in (s for s in SIZES if s <= largest):
            length = size * len(page) // page_size
            taken = seconds_of((page * (length // len(page) + 1))[:length], language)
            first = first or taken / size
            told.append(f"{size // 1000} kB {taken:.2f} s ({taken / size / first:.2f})")
        print(f"{language:10} {'   '.join(told)}", flush=True)


def show_hard() -> None:
    """Print what hard inputs cost."""
    for name, piece in PIECES.items():
        taken = seconds_of((piece * (HARD // len(piece) + 1))[:HARD], "en")
        print(f"{name:26} {taken:6.2f} s{'' if taken <= LIMIT else f'  over {LIMIT:.0f} s'}", flush=True)


def main(words: list[str]) -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", help="files and folders")
    parser.add_argument("--peers", metavar="PYTHON", help="an interpreter that has dateparser and hazm installed")
    parser.add_argument("--repetitions", type=int, default=REPETITIONS, help="how often each document is read")
    parser.add_argument(
        "--largest", type=int, default=LARGEST, help="longest text of the growth, up to 5,000,000 bytes"
    )
    parser.add_argument("--no-hard", action="store_true", help="leave out the inputs made to be hard")
    options = parser.parse_args(words)
    documents = [item for item in load(options.sources) if isinstance(item, SourceDocument)]
    tallies, first = by_language(documents)
    if first is None:
        print("No document could be read.", file=sys.stderr)
        return 1
    show_speed(tallies, options.repetitions, options.peers)
    print(f"first document {first:.2f} s, peak memory {peak():.0f} MB")
    if options.largest >= SIZES[0]:
        print("\nseconds, and time for a kilobyte as a multiple of that of the shortest text")
        show_growth(tallies, options.largest)
    if not options.no_hard:
        print(f"\n{HARD // 1000} kB made to be hard")
        show_hard()
    if options.largest >= SIZES[0] or not options.no_hard:
        print(f"peak memory {peak():.0f} MB in all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
