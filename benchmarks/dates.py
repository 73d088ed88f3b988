"""How fast dates are found, beside other tools in one run, and how the time grows.

    python benchmarks/dates.py SENTENCES.jsonl --peers PYTHON
    python benchmarks/dates.py SENTENCES.jsonl --growth

SENTENCES holds one JSON object a line with ``lang``, ``published`` and ``text``. With ``--peers`` the peers that are
installed for that other interpreter (dateparser, recognizers-text-date-time, parstdex) search the same sentences, turn
about with Peyman, so that what else the machine does strikes both; printed are sentences a second and how many times as
fast Peyman is, once for finding dates alone and once with everything that comes before it (repair, tokens, parts).
Processor time counts, and of the repetitions the fastest.

With ``--growth`` a text of the sentences is read at several lengths, and then lines made to be hard: one word of time,
number, joiner or mark again and again. Printed is the time of each as a multiple of an ordinary text of that length.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TypedDict

from peyman import languages
from peyman.dates import find_dates
from peyman.text.analysis import analyse

PEERS = {"dateparser": ("fa", "ar", "ckb", "en"), "recognizers": ("en",), "parstdex": ("fa",)}
PEER = Path(__file__).with_name("dates_peer.py")
#: Rounds in which Peyman and a peer take turns.
ROUNDS = 2


class Sentence(TypedDict):
    """One sentence to search."""

    lang: str
    published: str
    text: str


def own_seconds(code: str, sentences: list[Sentence], repetitions: int) -> tuple[float, float]:
    """Return the shortest time of finding dates in all sentences, alone and with the analysis before it."""
    language = languages.load(code)
    alone = together = float("inf")
    for repetition in range(repetitions + 1):
        started = time.process_time()
        texts = [analyse(sentence["text"], language) for sentence in sentences]
        analysed = time.process_time()
        for text, sentence in zip(texts, sentences, strict=True):
            find_dates(text, sentence["published"])
        ended = time.process_time()
        if repetition:  # the first pass fills what is remembered of words, for the peers too
            alone, together = min(alone, ended - analysed), min(together, ended - started)
    return alone, together


def peer_seconds(python: str, peer: str, code: str, sentences: list[Sentence], repetitions: int) -> float | None:
    """Return the shortest time of a peer; None where it is not installed or fails."""
    task = {"peer": peer, "language": code, "sentences": sentences, "repetitions": repetitions}
    done = subprocess.run([python, str(PEER)], input=json.dumps(task), capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else None


def beside_peers(by_language: dict[str, list[Sentence]], python: str, repetitions: int) -> None:
    """Print speeds and ratios."""
    for code, sentences in by_language.items():
        for peer, known in PEERS.items():
            if code not in known:
                continue
            alone = together = theirs = float("inf")
            for _ in range(ROUNDS):
                own = own_seconds(code, sentences, repetitions * 4)
                other = peer_seconds(python, peer, code, sentences, repetitions)
                alone, together = min(alone, own[0]), min(together, own[1])
                theirs = min(theirs, other if other is not None else float("inf"))
            if theirs == float("inf"):
                print(f"{code:4} {peer:12} not installed")
                continue
            count = len(sentences)
            print(
                f"{code:4} {peer:12} {count / theirs:8.0f}/s   Peyman {count / alone:8.0f}/s {theirs / alone:5.1f}x"
                f"   with analysis {count / together:8.0f}/s {theirs / together:5.1f}x"
            )


def hard_lines(code: str, size: int) -> dict[str, str]:
    """Return lines of `size` code points that are hard to read: one thing again and again."""
    table = languages.load(code).table("calendar")
    month = next(iter(table["months"]["gregorian"].values()))[0]
    weekday = table["weekdays"]["monday"][0]
    word = {
        "digits": "1",
        "spaced digits": "1 ",
        "years": "2024 ",
        "slashes": "1/",
        "months": f"{month} ",
        "days of months": f"3 {month} ",
        "weekdays": f"{weekday} ",
        "joiners": "\u200c",
        "joined letters": "\u0627\u200c",
        "quotation marks": '"',
        "opened quotations": "\u00ab",
        "combining marks": "\u0301",
        "colons": "1:",
        "brackets": "(",
        "dashes": "-",
        "line ends": "\n",
    }
    return {name: (piece * (size // len(piece) + 1))[:size] for name, piece in word.items()}


def seconds(code: str, text: str) -> float:
    """Return the processor time of reading one text for its dates."""
    started = time.process_time()
    find_dates(analyse(text, languages.load(code)), "2025-11-07")
    return time.process_time() - started


def growth(by_language: dict[str, list[Sentence]], size: int) -> None:
    """Print how the time grows with the length, and what hard lines cost."""
    for code, sentences in by_language.items():
        page = "\n".join(sentence["text"] for sentence in sentences) + "\n"
        ordinary = (page * (size // len(page) + 1))[:size]
        seconds(code, ordinary[: size // 16])
        whole = seconds(code, ordinary)
        shares = [f"1/{part}: {seconds(code, ordinary[: size // part]) * part / whole:.2f}" for part in (8, 4, 2)]
        print(
            f"{code:4} ordinary text of {size:,} code points {whole:.2f} s; shares of it, scaled up: {' '.join(shares)}"
        )
        costs = {name: seconds(code, line) / whole for name, line in hard_lines(code, size).items()}
        print("     " + ", ".join(f"{name} {cost:.1f}x" for name, cost in sorted(costs.items(), key=lambda c: -c[1])))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--peers", metavar="PYTHON", help="an interpreter that has the peers installed")
    parser.add_argument("--growth", action="store_true", help="measure how the time grows, and hard lines")
    parser.add_argument("--size", type=int, default=1_000_000, help="length of the texts of --growth")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--language", action="append", help="only this one; may be given again")
    arguments = parser.parse_args()
    by_language: dict[str, list[Sentence]] = defaultdict(list)
    for line in arguments.sentences.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        if not arguments.language or sentence["lang"] in arguments.language:
            by_language[sentence["lang"]].append(sentence)
    if arguments.growth:
        growth(by_language, arguments.size)
    elif arguments.peers:
        beside_peers(by_language, arguments.peers, arguments.repetitions)
    else:
        sys.exit("Say --peers PYTHON or --growth.")


if __name__ == "__main__":
    main()
