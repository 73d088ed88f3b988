"""What `dates.py` runs under a peer's interpreter: search the sentences of one language with one peer.

Reads one JSON object from standard input: ``peer``, ``language``, ``sentences`` (``text``, ``published``) and
``repetitions``. Prints the shortest processor time in seconds that one pass over all sentences took; the first pass is
not counted.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

Search = Callable[[str, str], Any]


def dateparser(language: str) -> Search:
    """Return dateparser's search in one language."""
    search_dates = import_module("dateparser.search").search_dates

    def search(text: str, published: str) -> Any:
        settings = {"RELATIVE_BASE": dt.datetime.fromisoformat(published)}
        return search_dates(text, languages=[language], settings=settings)

    return search


def recognizers(language: str) -> Search:
    """Return the recogniser of the Recognizers-Text suite; its Python edition knows English only of the five."""
    recognize_datetime = import_module("recognizers_date_time").recognize_datetime

    culture = {"en": "en-us"}[language]
    return lambda text, published: recognize_datetime(text, culture, reference=dt.datetime.fromisoformat(published))


def parstdex(language: str) -> Search:
    """Return the span finder parstdex, which is for Persian."""
    model = {"fa": import_module("parstdex").Parstdex()}[language]
    return lambda text, published: model.extract_span(text)


PEERS: dict[str, Callable[[str], Search]] = {
    "dateparser": dateparser,
    "recognizers": recognizers,
    "parstdex": parstdex,
}


def main() -> None:
    """Read the task, search, print the time."""
    warnings.filterwarnings("ignore")
    task = json.load(sys.stdin)
    search = PEERS[task["peer"]](task["language"])
    best = float("inf")
    for repetition in range(task["repetitions"] + 1):
        started = time.process_time()
        for sentence in task["sentences"]:
            search(sentence["text"], sentence["published"])
        if repetition:
            best = min(best, time.process_time() - started)
    print(best)


if __name__ == "__main__":
    main()
