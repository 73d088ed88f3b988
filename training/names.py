"""Train the taggers of names, one a language.

    python training/names.py DATA ANNOTATED [LANGUAGE ...]

DATA is the folder of open training data (``ner/``, ``text/``); ANNOTATED the folder of annotated documents to learn
from (JSON files with ``lang``, ``text``, ``people``, ``bodies``, ``places``); the documents
that were written for this project (``documents/``) are learnt from too. Writes ``names.crfsuite`` and ``words.txt.xz``
into each language's folder, and prints precision, recall and F1 on annotated documents that were held out (every
fifth, by name). Nothing is random: CRFsuite's L-BFGS starts from zero.

Sets whose licence does not allow it (GPL, research only) are not read.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
from written_documents import every_document

from peyman import languages
from peyman.actors.known.tagger import MODEL_FILE, WORDS_FILE, features, word_ranks
from peyman.languages import Language
from peyman.text.analysis import analyse
from peyman.text.tokens import Token, TokenKind, tokenise

#: Two-column files by language, with how their labels map to ours; others become no name.
NER_SETS = {
    "fa": ("ner/fa-parstwiner/train.tsv.xz", "ner/fa-parstwiner/dev.tsv"),
    "ar": ("ner/ar-wojood-sample/train.tsv", "ner/ar-wojood-sample/dev.tsv"),
    "en": ("ner/en-crossner-politics/train.tsv", "ner/en-crossner-politics/dev.tsv", "ner/en-uner-ewt/dev.tsv"),
}
LABELS = {
    "PER": "PER", "PERS": "PER", "person": "PER", "politician": "PER",
    "ORG": "ORG", "POG": "ORG", "organisation": "ORG", "politicalparty": "ORG",
    "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "location": "LOC",
}  # fmt: skip
#: Running text that tells how common a word is.
WORD_SOURCES = {
    "fa": ("text/common-voice/*fa*", "text/tico19/*", "text/ntrex/*"),
    "ar": ("text/tico19/*", "text/ntrex/*"),
    "ckb": ("text/common-voice/*ckb*", "text/tico19/*", "text/ntrex/*", "text/kurdish-lid/*ckb*"),
    "kmr": ("text/common-voice/*kmr*", "text/tico19/*", "text/ntrex/*", "text/kurdish-lid/*kmr*"),
    "en": ("text/tico19/*", "text/ntrex/*", "text/en-state-department/*"),
}
WORDS_KEPT = 12_000
#: How often the annotated documents count against one sentence of the open sets.
OWN_WEIGHT = 2

Sentence = tuple[list[Token], list[str]]


def read_lines(path: Path) -> list[str]:
    """Return the lines of a text file, compressed or not."""
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    return data.decode("utf-8").splitlines()


def from_columns(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a two-column file, its words cut as Peyman cuts them."""
    words: list[tuple[str, str]] = []
    for line in [*read_lines(path), ""]:
        if line.strip():
            word, _, label = line.partition("\t")
            words.append((word, label.strip()))
            continue
        if words:
            yield _retokenised(words)
        words = []


def _retokenised(words: Sequence[tuple[str, str]]) -> Sentence:
    tokens: list[Token] = []
    labels: list[str] = []
    at = 0
    for word, label in words:
        position, _, kind = label.partition("-")
        kind = LABELS.get(kind, "")
        for number, token in enumerate(tokenise(word)):
            tokens.append(Token(token.text, at + token.start, at + token.end, token.fold, token.kind))
            begins = position == "B" and number == 0
            labels.append(f"{'B' if begins else 'I'}-{kind}" if kind else "O")
        at += len(word) + 1
    return tokens, labels


def from_document(document: dict[str, Any], language: Language) -> Iterator[Sentence]:
    """Yield the sentences of an annotated document, in the tokens of its repaired text."""
    text = analyse(document["text"], language)
    labels = ["O"] * len(text.tokens)
    for name, kind in (("people", "PER"), ("bodies", "ORG"), ("places", "LOC")):
        wordings = {w for entry in document[name] for w in (entry["text"], *entry.get("also", ()))}
        for wording in sorted(wordings, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text.published):
                start, end = text.offsets.to_edited(*match.span())
                covered = list(text.tokens_within(start, end))
                if covered and all(labels[i] == "O" for i in covered):
                    for number, index in enumerate(covered):
                        labels[index] = f"{'I' if number else 'B'}-{kind}"
    for sentence in text.sentences:
        yield list(text.tokens[sentence.first : sentence.last]), labels[sentence.first : sentence.last]


def write_words(data: Path, language: Language) -> None:
    """Count the words of the open running text and keep the commonest."""
    counts: Counter[str] = Counter()
    for pattern in WORD_SOURCES[language.code]:
        for path in sorted(data.glob(pattern)):
            if path.name.startswith(("NOTICE", "LICENSE")):
                continue
            for line in read_lines(path):
                for part in in_language(line, path, language):
                    counts.update(
                        t.fold for t in tokenise(part) if t.kind is TokenKind.WORD and not t.text[:1].isupper()
                    )
    kept = [word for word, count in counts.most_common(WORDS_KEPT) if word and count > 1]
    (language.folder / WORDS_FILE).write_bytes(lzma.compress("\n".join(kept).encode("utf-8")))


def in_language(line: str, path: Path, language: Language) -> list[str]:
    """Return the part of a line that is in a language; parallel files have a column for each, told apart by script."""
    columns = line.split("\t")
    if len(columns) == 1 or "common-voice" in str(path):
        return columns[-1:]
    from peyman.text.identify import identify

    return [c for c in columns if len(c) > 20 and identify(c).code == language.code]


def train(data: Path, annotated: Path, language: Language) -> None:
    """Train, write and measure the tagger of one language."""
    write_words(data, language)
    word_ranks.cache_clear()
    ranks = word_ranks(language)
    documents = [json.loads(p.read_text("utf-8")) for p in sorted(annotated.glob(f"**/{language.code}/*.json"))]
    written = [d for d in every_document() if d["lang"] == language.code]
    held_out, learnt = documents[::5], [d for n, d in enumerate(documents) if n % 5]
    open_sets = [s for name in NER_SETS.get(language.code, ()) for s in from_columns(data / name)]

    def fit(documents: Sequence[dict[str, Any]], path: Path) -> None:
        trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        trainer.set_params({"c1": 0.4, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 1})
        for tokens, labels in open_sets:
            trainer.append(features(tokens, ranks), labels)
        for document in documents:
            for tokens, labels in from_document(document, language):
                trainer.append(features(tokens, ranks), labels, 0)
                for _ in range(OWN_WEIGHT - 1):
                    trainer.append(features(tokens, ranks), labels, 0)
        trainer.train(str(path))

    path = language.folder / MODEL_FILE
    fit([*learnt, *written], path)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    rows = [(tagger.tag(features(t, ranks)), labels) for d in held_out for t, labels in from_document(d, language)]
    for kind in ("PER", "ORG", "LOC"):
        gold = {(n, s) for n, (_, labels) in enumerate(rows) for s in spans(labels, kind)}
        given = {(n, s) for n, (labels, _) in enumerate(rows) for s in spans(labels, kind)}
        hit = len(gold & given)
        p, r = hit / max(1, len(given)), hit / max(1, len(gold))
        print(f"{language.code} {kind} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} ({len(gold)})")
    fit([*documents, *written], path)
    print(f"{language.code} {path.stat().st_size / 1e6:.2f} MB, {len(ranks)} words")


def spans(labels: Sequence[str], kind: str) -> list[tuple[int, int]]:
    """Return the ranges of one kind in a row of labels."""
    found, start = [], None
    for index, label in enumerate([*labels, "O"]):
        if start is not None and label != f"I-{kind}":
            found.append((start, index))
            start = None
        if label == f"B-{kind}" or (label == f"I-{kind}" and start is None):
            start = index
    return found


def main(arguments: Sequence[str]) -> None:
    """Train the languages that were named, all if none was."""
    data, annotated, *codes = arguments
    for code in codes or languages.codes():
        train(Path(data), Path(annotated), languages.load(code))


if __name__ == "__main__":
    main(sys.argv[1:])


__all__ = ["main", "train"]
