"""Write down what a language model is taught with: where words stand that may tell an encounter, and whether they do.

    python training/meaning_candidates.py GOLD --scorer SCORE.PY --prose DATA --out FILE.jsonl

Writes one document a line: its repaired text, its sentences, its candidates (cue, clause, the answer: null where
annotators may differ), and whether it is held out. Held out is one file in three of those documents of ``documents/``
that follow real pages; the judges that are shipped have learnt from none of these, so that what they say of them
(log-odds, written beside) is what they say of a document that they have not seen. Running text (`prose_encounters`)
comes last.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from encounters import context_of, told_of
from prose_encounters import passages
from reliability import load_scorer
from written_documents import annotated_documents, every_document, follows_a_page

from peyman.reading.clauses.context import Context
from peyman.reading.judges.phrasing import Phrasing
from peyman.reading.meetings.entries import shipped_judges, worded
from peyman.reading.meetings.survey import Survey, survey
from peyman.reading.meetings.tellings import telling_features

#: One file in so many is held out, of those that follow real pages.
HELD_OUT = 3


def written(
    gold: dict[str, Any], kind: str, context: Context, found: Survey, answers: list[bool | None], held: bool = False
) -> dict[str, Any]:
    """Return what is written down of a document.

    Args:
        gold: The document.
        kind: "annotated", "invented", "pages" or "prose".
        context: The document, prepared.
        found: Its candidates.
        answers: Whether each of them tells an encounter.
        held: Whether it is held out.
    """
    text = context.text

    def at(first: int, last: int) -> tuple[int, int]:
        return text.tokens[first].start, text.tokens[last - 1].end

    return {
        "id": gold["id"],
        "language": gold["lang"],
        "kind": kind,
        "held": held,
        "text": text.repaired,
        "sentences": [at(s.first, s.last) for s in text.sentences],
        "candidates": [
            (at(m.cue.first, m.cue.last), at(m.first, m.last), answer)
            for m, answer in zip(found.mentions, answers, strict=True)
        ],
        "judged": judged(context, found) if held else [],
    }


def judged(context: Context, found: Survey) -> list[float]:
    """Return what the judge that is shipped says of each mention, in log-odds."""
    judges, phrasing = shipped_judges(), Phrasing(context)
    rows = telling_features(context, found.around, found.mentions, found.drafts)
    for mention, row in zip(found.mentions, rows, strict=True):
        row["worded"] = worded(judges.words.telling, phrasing.telling(mention.whole or mention))
    return [judges.telling.score(row) for row in rows]


def annotated(gold: dict[str, Any], kind: str, held: bool, scorer: Any) -> dict[str, Any]:
    """Return what is written down of an annotated document."""
    context = context_of(gold)
    found = survey(context)
    told = told_of(gold, context, found.mentions, scorer)
    answers: list[bool | None] = []
    for number in range(len(found.mentions)):
        optional = number in told and gold["meetings"][told[number]].get("optional")
        answers.append(None if optional else number in told)
    return written(gold, kind, context, found, answers, held)


def every(folder: Path, data: Path, scorer: Any) -> Iterator[dict[str, Any]]:
    """Yield all documents, those that follow real pages first, running text last."""
    own: dict[str, list[tuple[dict[str, Any], bool]]] = {"pages": [], "invented": []}
    for gold in every_document():
        _, number, _ = gold["id"].split("-")
        if number.isdigit():
            pages = follows_a_page(gold["id"])
            own["pages" if pages else "invented"].append((gold, pages and int(number) % HELD_OUT == 0))
    yield from (annotated(gold, "pages", held, scorer) for gold, held in own["pages"])
    yield from (annotated(gold, "annotated", False, scorer) for gold in annotated_documents(folder))
    yield from (annotated(gold, "invented", False, scorer) for gold, _ in own["invented"])
    for passage in passages(data):
        if not passage.kept:
            context = context_of(passage.gold)
            found = survey(context)
            verdicts = [passage.verdict(context, mention) for mention in found.mentions]
            known = {"yes": True, "no": False}
            yield written(passage.gold, "prose", context, found, [known.get(verdict) for verdict in verdicts])


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--prose", type=Path, metavar="DATA", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)
    with arguments.out.open("w", encoding="utf-8") as file:
        for document in every(arguments.gold, arguments.prose, scorer):
            if document["candidates"]:
                print(json.dumps(document, ensure_ascii=False), file=file, flush=True)


if __name__ == "__main__":
    main()
