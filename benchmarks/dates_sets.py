"""Spans of dates against open sets: Hengam and parstdex (Persian), Recognizers-Text (Arabic, English).

    python benchmarks/dates_sets.py hengam gold.tsv
    python benchmarks/dates_sets.py parstdex tests.jsonl
    python benchmarks/dates_sets.py recognizers LANGUAGE datetime.jsonl.xz

Dates, times, lengths and repeated times count alike. An expression is found where a prediction overlaps it. Printed are
precision and recall one to one (a second prediction on one expression is an error), and "any": whatever overlaps is
right, since the sets part "tomorrow at five" in two and join "from A to B" in one, and Peyman does the reverse. For
Recognizers-Text, whose sentences are said to an assistant, the share found is printed by suite.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from peyman import languages
from peyman.dates import DatesOfText
from peyman.text.analysis import analyse

Spans = list[tuple[int, int]]
#: Any day: only spans are compared.
PUBLISHED = "2022-06-01"
#: Marks that stand without a space before them, and after which none stands, in words that were parted from marks.
TIGHT, OPEN = ":/،,.؟)!_-", ":/("


def spans(code: str, text: str) -> Spans:
    """Return what Peyman finds in a text, in order."""
    analysed = analyse(text, languages.load(code))
    dated = DatesOfText(analysed)
    found = dated.resolve(PUBLISHED)
    return sorted(analysed.span(date.first, date.last) for date in [*found, *dated.lengths(found)])


def hengam(path: Path) -> Iterator[tuple[str, Spans]]:
    """Yield the sentences of a tab-separated file of words and IOB tags, with their spans; adjoining spans are one."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        text = before = ""
        marked: Spans = []
        for word, tag in rows:
            if text and word not in TIGHT and before not in OPEN:
                text += " "
            start = len(text)
            text += word
            if tag.startswith("B") and not (marked and start - marked[-1][1] <= 1):
                marked.append((start, len(text)))
            elif tag != "O" and marked:
                marked[-1] = (marked[-1][0], len(text))
            before = word
        if text:
            yield text, marked


def parstdex(path: Path) -> Iterator[tuple[str, Spans]]:
    """Yield the cases of parstdex."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield case["text"], [(start, end) for start, end in case["spans"]]


def overlaps(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Tell whether two spans share a place."""
    return min(a[1], b[1]) > max(a[0], b[0])


def score(cases: Iterable[tuple[str, Spans]]) -> None:
    """Print precision, recall and F1 of Persian spans."""
    gold = predicted = paired = gold_met = predicted_met = 0
    for text, wanted in cases:
        found = spans("fa", text)
        free = list(found)
        for span in wanted:
            match = next((other for other in free if overlaps(span, other)), None)
            if match is not None:
                free.remove(match)
                paired += 1
        gold, predicted = gold + len(wanted), predicted + len(found)
        gold_met += sum(any(overlaps(span, other) for other in found) for span in wanted)
        predicted_met += sum(any(overlaps(span, other) for other in wanted) for span in found)
    for name, right, met in (("one to one", paired, paired), ("any", predicted_met, gold_met)):
        precision, recall = right / predicted, met / gold
        print(f"{name:11} P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}")


def recognizers(code: str, path: Path) -> None:
    """Print the share of expressions found, by suite."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    seen = set()
    for line in lzma.decompress(path.read_bytes()).decode("utf-8").splitlines():
        case = json.loads(line)
        key = (case["suite"], case["text"])
        if key in seen:
            continue
        seen.add(key)
        found = spans(code, case["text"])
        for result in case["results"]:
            start = result.get("Start", result.get("start", 0))
            end = start + len(result.get("Text", result.get("text", "")))
            for name in (case["suite"], "all"):
                counts[name][0] += 1
                counts[name][1] += any(overlaps((start, end), other) for other in found)
    for name, (asked, met) in sorted(counts.items()):
        print(f"{name:24} {asked:5} {met / asked:.3f}")


def main() -> None:
    """Read the set that is named, print the figures."""
    match sys.argv[1:]:
        case ["hengam", path]:
            score(hengam(Path(path)))
        case ["parstdex", path]:
            score(parstdex(Path(path)))
        case ["recognizers", code, path]:
            recognizers(code, Path(path))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
