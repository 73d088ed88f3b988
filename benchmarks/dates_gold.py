"""Run the date finder over sentences with gold dates and write its predictions.

    python benchmarks/dates_gold.py SENTENCES.jsonl PREDICTIONS.jsonl

SENTENCES holds one JSON object a line with ``id``, ``lang``, ``published`` and ``text``. PREDICTIONS gets
``{"id", "dates": [{"start", "end", "value"}]}``, offsets in code points of the text, end exclusive. How many sentences
a second were read is printed to standard error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path

from peyman import languages
from peyman.dates import find_dates
from peyman.text.analysis import analyse

_TIME_OF_DAY = re.compile(r"T\d\d:\d\d(?::\d\d)?")


def predictions(sentence: dict[str, str]) -> dict[str, object]:
    """Return what the finder says of one sentence, in the form of the predictions file."""
    text = analyse(sentence["text"], languages.load(sentence["lang"]))
    dates = []
    for date in find_dates(text, sentence.get("published")):
        if date.edtf is not None and date.kind != "set":
            start, end = text.span(date.first, date.last)
            # the gold says days, so the time of day is left out
            dates.append({"start": start, "end": end, "value": _TIME_OF_DAY.sub("", date.edtf)})
    return {"id": sentence["id"], "dates": dates}


def main() -> None:
    """Read the sentences, write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("predictions", type=Path)
    arguments = parser.parse_args()
    lines = arguments.sentences.read_text(encoding="utf-8").splitlines()
    sentences = [json.loads(line) for line in lines if line.strip()]
    started = time.perf_counter()
    results = [predictions(sentence) for sentence in sentences]
    seconds = time.perf_counter() - started
    arguments.predictions.write_text(
        "".join(json.dumps(result, ensure_ascii=False) + "\n" for result in results), encoding="utf-8"
    )
    print(f"{len(sentences)} sentences, {len(sentences) / max(seconds, 1e-9):.0f} a second", file=sys.stderr)


if __name__ == "__main__":
    main()
