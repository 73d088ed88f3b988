"""Running text of open data sets: what reads like an undertaking in it, and is none.

``judged/undertakings.tsv`` holds verdicts of one annotator on what the reader once found in these texts. The texts
themselves stay where they are (DATA, see ``README.md``); a passage is found again by its set and its place there.
Sets of news, health and encyclopaedia were gone through as a whole: what no line speaks of tells none. Of releases,
of the single passages of KurdishLID and of the news of Seraji, of the Arabic event records and of RE3D only the
sentences with a verdict count. One passage in three is kept for measuring.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from identification import in_test, lines_of

from peyman.reading.clauses.context import Context
from peyman.reading.commitments.entries import UNDERTAKING, CommitmentReader
from peyman.reading.commitments.terms import CommitmentDraft
from peyman.reading.commitments.units import Unit
from peyman.reading.judges.learnt import Model

#: What the reader found once, and what it is.
VERDICTS = Path(__file__).parent / "judged" / "undertakings.tsv"
#: Of the paragraphs of Wikipedia one in so many is taken.
WIKIPEDIA_STEP = 5
#: A sentence in which a model finds less than this has nothing to teach it.
TRACE = 0.05
#: Day of publication where a set gives none: about when its texts were written.
WRITTEN = {
    "ntrex": "2018-10-01",
    "tico19": "2020-04-01",
    "kurdish-lid": "2009-09-01",
    "fa-pquad-wikipedia": "2020-01-01",
    "fa-seraji": "2002-06-01",
    "ar-event-gsr": "2012-06-01",
    "en-re3d": "2016-06-01",
}
#: The news of the Persian treebank goes on without a break: so many lines of it are taken for a document.
TREEBANK_LINES = 12
RELEASES = {"en-state-department": "U.S. Department of State", "en-white-house": "The White House"}

#: First and last character, and the verdict.
Span = tuple[int, int, str]


@dataclass(frozen=True)
class Passage:
    """A passage with what was judged in it.

    Attributes:
        gold: The passage in the form of an annotated document, without undertakings.
        spans: What was judged.
        whole: Whether what was not judged tells none.
    """

    gold: dict[str, Any]
    spans: list[Span] = field(default_factory=list)
    whole: bool = False

    @property
    def kept(self) -> bool:
        """Whether it is kept for measuring; a text and its translations go the same way."""
        return is_kept(self.gold["set"], self.gold["document"])


def is_kept(of_set: str, document: str) -> bool:
    """Tell whether a text is kept for measuring, with its translations."""
    return sum(map(ord, f"{of_set} {document}")) % 3 == 0


def verdicts(table: Path = VERDICTS) -> dict[tuple[str, str, str], list[Span]]:
    """Return the verdicts of a table by set, language and document."""
    found: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for line in table.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            of_set, language, document, first, last, verdict = line.split("\t")
            found[of_set, language, document].append((int(first), int(last), verdict))
    return found


def passages(data: Path) -> Iterator[Passage]:
    """Yield every passage that may be learnt from or measured with."""
    judged = verdicts()
    for of_set, language, document, published, text, whole in texts(data):
        spans = judged.get((of_set, language, document), [])
        if spans or whole:
            gold: dict[str, Any] = {
                "id": f"{of_set}-{document}",
                "set": of_set,
                "document": document,
                "lang": language,
                "published": published or WRITTEN[of_set],
                "publisher": RELEASES.get(of_set),
                "text": text,
                "commitments": [],
            }
            yield Passage(gold, spans, whole)


def texts(data: Path) -> Iterator[tuple[str, str, str, str, str, bool]]:
    """Yield set, language, document, day of publication, text, and whether all of it was gone through."""
    for of_set in RELEASES:
        for number, line in enumerate(lines_of(data / f"text/{of_set}/releases.jsonl.xz")):
            release = json.loads(line)
            text = f"{release['title']}\n\n{release['text']}"
            yield of_set, "en", str(number), release["date"], text, False
    for of_set in ("ntrex", "tico19"):
        head, *rows = (line.split("\t") for line in lines_of(data / f"text/{of_set}/{of_set}.tsv.xz"))
        columns: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in rows:
            document = row[0] if of_set == "ntrex" else row[0].split(":")[0] + str(int(row[0].split(":")[1]) // 40)
            for language, text in zip(head[1:], row[1:], strict=False):
                columns[language, document].append(text)
        for (language, document), lines in columns.items():
            if not in_test(f"{of_set} {document}") and (of_set == "ntrex" or document.startswith("wiki")):
                yield of_set, language, document, "", "\n".join(lines), True
    for language in ("ckb", "kmr"):
        for number, line in enumerate(lines_of(data / f"text/kurdish-lid/{language}.txt.xz")):
            if not in_test(f"lid {language} {number // 10}"):
                yield "kurdish-lid", language, str(number), "", line, False
    paragraphs = lines_of(data / "text/fa-pquad-wikipedia/paragraphs.txt.xz")
    for number in range(0, len(paragraphs), WIKIPEDIA_STEP):
        yield "fa-pquad-wikipedia", "fa", str(number), "", paragraphs[number], True
    news = lines_of(data / "ud/fa-seraji/fa_seraji-train-rawtext.txt.xz")
    for number in range(0, len(news), TREEBANK_LINES):
        yield "fa-seraji", "fa", str(number), "", "\n".join(news[number : number + TREEBANK_LINES]), False
    sentences = lines_of(data / "events/ar-event-gsr/detection.tsv.xz")[1:]
    for number, line in enumerate(sentences):
        yield "ar-event-gsr", "ar", str(number), "", line.split("\t")[-1], False
    for number, line in enumerate(lines_of(data / "ner/en-re3d/re3d.jsonl.xz")):
        yield "en-re3d", "en", str(number), "", json.loads(line)["text"], False


def unit_holding(units: Sequence[Unit], first: int, last: int) -> int:
    """Return the number of the stretch that shares most with the tokens ``[first, last)``."""
    return max(range(len(units)), key=lambda n: (min(units[n].last, last) - max(units[n].first, first), -n))


@dataclass(frozen=True)
class Row:
    """A sentence of a passage: the features of its stretches, what they tell, and whether rules see something there."""

    features: list[list[str]]
    labels: list[str]
    ruled: bool


def rows_of(passage: Passage, reader: CommitmentReader) -> list[Row]:
    """Return the sentences of a passage that may be learnt from; what is unclear is left out."""
    text = reader.context.text
    rows = []
    for sentence in reader.sentences():
        first, last = text.offsets.to_original(text.tokens[sentence.first].start, text.tokens[sentence.last - 1].end)
        judged = [span for span in passage.spans if span[0] < last and span[1] > first]
        verdicts_here = {verdict for *_, verdict in judged}
        if verdicts_here & {"unclear", "somewhere"} or not (judged or passage.whole):
            continue
        units, features = reader.features.sentence(sentence)
        labels = ["other"] * len(units)
        for start, end, verdict in judged:
            covered = text.tokens_within(*text.offsets.to_edited(start, end))
            if verdict == "yes" and covered:
                labels[unit_holding(units, covered[0], covered[-1] + 1)] = UNDERTAKING
        rows.append(Row(features, labels, bool(reader.features.ruled_in(units))))
    return rows


def hard(rows: Sequence[Row], found: Model) -> list[tuple[list[list[str]], list[str]]]:
    """Return the sentences in which a model that has not learnt from them finds at least a trace, or the rules do."""
    return [
        (row.features, row.labels)
        for row in rows
        if row.ruled or UNDERTAKING in row.labels or max(m[UNDERTAKING] for m in found.marginals(row.features)) >= TRACE
    ]


def measure(read: Sequence[tuple[Passage, Context, Sequence[CommitmentDraft]]]) -> str:
    """Say what was found in passages: how much is invented in those gone through, what is right in the judged ones."""
    counts: Counter[str] = Counter()
    for passage, context, drafts in read:
        kind = "whole" if passage.whole else "judged"
        counts[f"{kind} words"] += len(passage.gold["text"].split())
        counts["there"] += sum(verdict == "yes" for *_, verdict in passage.spans)
        text = context.text
        for draft in drafts:
            start, end = text.offsets.to_original(text.tokens[draft.first].start, text.tokens[draft.last - 1].end)
            shared = [(min(end, b) - max(start, a), v) for a, b, v in passage.spans if a < end and b > start]
            counts[f"{kind} {max(shared)[1] if shared else 'no' if passage.whole else 'unseen'}"] += 1
    c = counts
    invented = 1000 * c["whole no"] / max(1, c["whole words"])
    right = c["judged yes"] / max(1, c["judged yes"] + c["judged no"])
    return (
        f"gone through: {c['whole no']} invented, {invented:.2f} in 1,000 words · judged: {c['judged yes']} right of "
        f"{c['there']}, {c['judged no']} wrong (precision {right:.2f}), {c['judged unseen']} not judged"
    )
