"""Compare ways to find names: conditional random fields without and with clusters, and a small neural tagger.

    python training/compare_taggers.py DATA ANNOTATED [--clusters FOLDER] [--neural MODEL.onnx] [LANGUAGE ...]

All learn from the same sentences: the open sets of `names.py`, the documents of ``documents/``, and every other
document of ANNOTATED, by name. They are measured on the documents of ANNOTATED that are left, and on the test part of
the open set that they learnt from: strict F1 of people, bodies and places together. FOLDER holds what
`word_clusters.py` wrote, MODEL.onnx is what `neural_names.py` wrote. Beside F1 stand what is kept on disk, and
processor time on one core for a thousand words, features included.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pycrfsuite
from names import NER_SETS, OWN_WEIGHT, Sentence, from_columns, from_document, spans
from word_clusters import Clusters, read
from written_documents import every_document

from peyman import languages
from peyman.actors.known.tagger import WORDS_FILE, features, word_ranks
from peyman.languages import Language
from peyman.text.tokens import Token

#: The test parts of the open sets that are learnt from.
TESTS = {
    "fa": "ner/fa-parstwiner/test.tsv",
    "ar": "ner/ar-wojood-sample/test.tsv",
    "en": "ner/en-crossner-politics/test.tsv",
}
KINDS = ("PER", "ORG", "LOC")

Labels = Sequence[str]
Features = Callable[[Sequence[Token]], list[list[str]]]


def learnt(data: Path, annotated: Path, language: Language) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences of the open sets, and those of documents, that a tagger learns from."""
    documents = [d for d in every_document() if d["lang"] == language.code] + _documents(annotated, language)[::2]
    open_sets = [s for name in NER_SETS.get(language.code, ()) for s in from_columns(data / name)]
    return open_sets, [s for document in documents for s in from_document(document, language)]


def held_out(data: Path, annotated: Path, language: Language) -> dict[str, list[Sentence]]:
    """Return the sentences that are measured on, by where they are from."""
    parts = {"documents": [s for d in _documents(annotated, language)[1::2] for s in from_document(d, language)]}
    if language.code in TESTS:
        parts["open set"] = list(from_columns(data / TESTS[language.code]))
    return parts


def _documents(annotated: Path, language: Language) -> list[dict[str, object]]:
    return [json.loads(p.read_text("utf-8")) for p in sorted(annotated.glob(f"**/{language.code}/*.json"))]


def with_clusters(language: Language, clusters: Clusters | None) -> Features:
    """Return the features of the tagger, with the clusters of a word and of its neighbours where there are any."""
    ranks = word_ranks(language)

    def rows(tokens: Sequence[Token]) -> list[list[str]]:
        made = features(tokens, ranks)
        if clusters is None:
            return made
        known = [clusters.get(token.fold, ()) for token in tokens]
        for index, row in enumerate(made):
            for distance in (-2, -1, 0, 1, 2):
                if 0 <= index + distance < len(tokens):
                    row += [f"{distance}k{n}={cluster}" for n, cluster in enumerate(known[index + distance])]
        return made

    return rows


def f1(gold: Sequence[Labels], given: Sequence[Labels]) -> float:
    """Return strict F1 of names of all kinds."""
    asked = {(n, kind, s) for n, labels in enumerate(gold) for kind in KINDS for s in spans(labels, kind)}
    found = {(n, kind, s) for n, labels in enumerate(given) for kind in KINDS for s in spans(labels, kind)}
    return 2 * len(asked & found) / max(1, len(asked) + len(found))


def measure(name: str, tag: Callable[[Sequence[Token]], Labels], parts: dict[str, list[Sentence]], size: float) -> None:
    """Print what a tagger reaches, how large it is and how long it takes."""
    figures, words, took = [], 0, 0.0
    for part, sentences in parts.items():
        started = time.process_time()
        given = [tag(tokens) for tokens, _ in sentences]
        took += time.process_time() - started
        words += sum(len(tokens) for tokens, _ in sentences)
        figures.append(f"{part} {f1([labels for _, labels in sentences], given):.3f}")
    print(f"  {name:16} {'  '.join(figures)}  {size:.2f} MB  {took / words * 1e6:.1f} ms in 1,000 words", flush=True)


def field(sentences: tuple[list[Sentence], list[Sentence]], rows: Features, path: str) -> pycrfsuite.Tagger:
    """Train a conditional random field as `names.py` does."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.4, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 1})
    for part, weight in zip(sentences, (1, OWN_WEIGHT), strict=True):
        for tokens, labels in part:
            made = rows(tokens)
            for _ in range(weight):
                trainer.append(made, labels)
    trainer.train(path)
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    return tagger


def _tag(tagger: pycrfsuite.Tagger, rows: Features) -> Callable[[Sequence[Token]], Labels]:
    return lambda tokens: tagger.tag(rows(tokens))


def compare(language: Language, arguments: argparse.Namespace) -> None:
    """Train, where that is done here, and measure all of one language."""
    parts = held_out(arguments.data, arguments.annotated, language)
    names = sum(len(spans(labels, kind)) for rows in parts.values() for _, labels in rows for kind in KINDS)
    print(f"{language.code}: {names} names", flush=True)
    words = (language.folder / WORDS_FILE).stat().st_size
    ways: dict[str, tuple[Features, int]] = {"field": (with_clusters(language, None), words)}
    if arguments.clusters:
        path = arguments.clusters / f"{language.code}.clusters.xz"
        ways["field, clusters"] = (with_clusters(language, read(path)), words + path.stat().st_size)
    if not arguments.only_neural:
        sentences = learnt(arguments.data, arguments.annotated, language)
        for name, (rows, beside) in ways.items():
            with tempfile.NamedTemporaryFile(suffix=".crfsuite") as file:
                tagger = field(sentences, rows, file.name)
                size = (Path(file.name).stat().st_size + beside) / 1e6
                measure(name, _tag(tagger, rows), parts, size)
    if arguments.neural:
        from neural_names import NeuralTagger

        neural = NeuralTagger(arguments.neural, language)
        measure("neural", neural.tag, parts, arguments.neural.stat().st_size / 1e6)


def main() -> None:
    """Compare in the languages that were named, all if none was."""
    parser = argparse.ArgumentParser(description="Compare ways to find names.")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder of open training data")
    parser.add_argument("annotated", type=Path, metavar="ANNOTATED", help="annotated documents, <language>/<id>.json")
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="codes of languages; all if none is given")
    parser.add_argument("--clusters", type=Path, metavar="FOLDER", help="what word_clusters.py wrote")
    parser.add_argument("--neural", type=Path, metavar="FILE", help="what neural_names.py wrote")
    parser.add_argument("--only-neural", action="store_true", help="train no conditional random fields")
    arguments = parser.parse_args()
    for code in arguments.languages or languages.codes():
        compare(languages.load(code), arguments)


if __name__ == "__main__":
    main()
