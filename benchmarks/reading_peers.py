"""What `reading.py` runs under the peers' interpreter: dateparser's search, then hazm's normaliser and tokeniser.

Reads one JSON object from standard input: ``language``, ``texts`` and ``repetitions``. Prints the processor time in
seconds that all texts took, each at its fastest; a first pass, in which the tools load their data, is not counted.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from importlib import import_module

#: Languages that dateparser knows.
SEARCHED = ("fa", "ar", "ckb", "en")


def main() -> None:
    """Read the task, work, print the time."""
    warnings.filterwarnings("ignore")
    task = json.load(sys.stdin)
    search = import_module("dateparser.search").search_dates
    hazm = import_module("hazm")
    normalizer, tokenizer = hazm.Normalizer(), hazm.WordTokenizer()

    def work(text: str) -> None:
        if task["language"] in SEARCHED:
            search(text, languages=[task["language"]])
        tokenizer.tokenize(normalizer.normalize(text))

    for text in task["texts"][:1]:
        work(text)
    total = 0.0
    for text in task["texts"]:
        best = float("inf")
        for _ in range(task["repetitions"]):
            started = time.process_time()
            work(text)
            best = min(best, time.process_time() - started)
        total += best
    print(total)


if __name__ == "__main__":
    main()
