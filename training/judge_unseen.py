"""What the judge of tellings says of documents that it has not seen, for weighing something beside it.

    python training/judge_unseen.py GOLD DATA --scorer SCORE.PY --out FILE.json

Trains the judge and its model of wording as `encounters` does, without the documents cut out of others, on the
annotated documents, the invented ones of ``documents/`` and what was judged in running text, less one document in
`HELD_OUT` of the first and one file in `HELD_OUT` of the second; writes the log-odds that it gives the candidates of
those, in the order of `meaning_candidates`, by document.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from encounters import (
    DEEPER,
    TELLING_THRESHOLD,
    WORD_PENALTIES,
    WORDS_MET,
    Annotated,
    Mention,
    context_of,
    entry_of,
    inner_folds,
    tellings,
    told_of,
)
from fitting import fit_judge, fit_model
from prose_encounters import passages
from reliability import load_scorer
from written_documents import annotated_documents, every_document, follows_a_page

from peyman.reading.attendance.tables import Tables
from peyman.reading.judges.judgement import Judge
from peyman.reading.judges.learnt import Model
from peyman.reading.judges.phrasing import Phrasing
from peyman.reading.meetings.entries import worded
from peyman.reading.meetings.survey import survey
from peyman.reading.meetings.tellings import telling_features

HELD_OUT = 5


def described(gold: dict[str, Any], scorer: Any) -> Annotated:
    """Describe the mentions of a document to the judge of tellings alone, and say what they tell."""
    context = context_of(gold)
    found = survey(context)
    phrasing = Phrasing(context)
    rows = telling_features(context, found.around, found.mentions, found.drafts)
    told = told_of(gold, context, found.mentions, scorer) if gold["meetings"] else {}
    document = Annotated(gold, context, Tables(context, found.around, found.mentions, found.drafts))
    for number, (mention, row) in enumerate(zip(found.mentions, rows, strict=True)):
        words = phrasing.telling(mention.whole or mention)
        document.mentions.append(Mention(row, told.get(number), {}, [], [], mention, words, [], []))
    return document


def fit_words(documents: Sequence[Annotated]) -> Model:
    """Fit the model of wording that the judge of tellings is told of."""
    rows = []
    for document in documents:
        for mention in document.mentions:
            entry = entry_of(document, mention)
            if entry is None or not entry.get("optional"):
                told = entry is not None or bool(mention.told)
                rows.append(([mention.telling_words], ["yes" if told else "no"]))
    return fit_model(rows, WORD_PENALTIES, 2, WORDS_MET)


def add_words(documents: Sequence[Annotated], words: Model) -> None:
    """Tell the judge what a model of wording says."""
    for mention in (m for d in documents for m in d.mentions):
        mention.telling["worded"] = worded(words, mention.telling_words)


def fit_telling(documents: Sequence[Annotated]) -> tuple[Judge, Model]:
    """Train the judge of tellings and its model of wording."""
    for learnt, held in inner_folds(documents):
        add_words(held, fit_words(learnt))
    return fit_judge(*tellings(documents), TELLING_THRESHOLD, DEEPER), fit_words(documents)


def main() -> None:
    """Train, and write what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("prose", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)
    taught: list[Annotated] = []
    held: list[Annotated] = []
    for number, gold in enumerate(annotated_documents(arguments.gold)):
        (taught if number % HELD_OUT else held).append(described(gold, scorer))
    print(len(taught), len(held), file=sys.stderr, flush=True)
    for gold in every_document():
        _, file, _ = gold["id"].split("-")
        if file.isdigit() and not follows_a_page(gold["id"]):
            (taught if int(file) % HELD_OUT else held).append(described(gold, scorer))
    print(len(taught), len(held), file=sys.stderr, flush=True)
    for passage in passages(arguments.prose):
        if passage.spans and not passage.kept:
            document = described(passage.gold, scorer)
            verdicts = [(m, passage.verdict(document.context, m.table)) for m in document.mentions]
            for mention, verdict in verdicts:
                mention.told = verdict == "yes"
            document.mentions = [mention for mention, verdict in verdicts if verdict in ("yes", "no")]
            taught.append(document)
    print(len(taught), len(held), file=sys.stderr, flush=True)
    judge, words = fit_telling(taught)
    add_words(held, words)
    judged = {d.gold["id"]: [judge.score(m.telling) for m in d.mentions] for d in held}
    arguments.out.write_text(json.dumps(judged), encoding="utf-8")


if __name__ == "__main__":
    main()
