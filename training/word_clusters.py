"""Clusters of words that stand in like company, learnt from open running text.

    pip install gensim scikit-learn
    python training/word_clusters.py DATA OUT [LANGUAGE ...]

DATA is the folder of open training data. For each language, skip-gram vectors (Mikolov et al. 2013; 64 numbers, a
window of three words, words met three times and more, eight rounds, seed 20251107, one thread) of the folded words of
`TEXTS` and of the sources of the word lists, cut by k-means into 64 clusters and into 512. Writes
``OUT/<language>.clusters.xz``: a word and its two clusters a line. Run with
``PYTHONHASHSEED=0``, so that the same text gives the same file.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from names import WORD_SOURCES, in_language, read_lines
from written_documents import every_document

from peyman import languages
from peyman.languages import Language
from peyman.text.tokens import TokenKind, tokenise

SEED = 20251107
SIZES = (64, 512)
#: Beside the sources of the word lists: what has no columns, and is in one language.
TEXTS = {
    "fa": ("ud/fa-*/*text*", "text/fa-pquad-wikipedia/*.xz", "ner/fa-parstwiner/train.tsv.xz"),
    "ar": ("ner/ar-aqmar/train.tsv*", "ner/ar-wojood-sample/train.tsv"),
    "ckb": (),
    "kmr": (),
    "en": ("text/en-white-house/*.xz",),
}  # fmt: skip

Clusters = Mapping[str, tuple[int, ...]]


def _lines(data: Path, language: Language) -> Iterator[str]:
    for pattern in (*WORD_SOURCES[language.code], *TEXTS[language.code]):
        for path in sorted(data.glob(pattern)):
            if path.name.startswith(("NOTICE", "LICENSE")):
                continue
            if "ner" in path.parts:
                yield from _sentences(path)
                continue
            for line in read_lines(path):
                if ".jsonl" in path.name:
                    yield from str(json.loads(line)["text"]).splitlines()
                else:
                    yield from in_language(line, path, language)


def _sentences(path: Path) -> Iterator[str]:
    words: list[str] = []
    for line in [*read_lines(path), ""]:
        if line.strip():
            words.append(line.partition("\t")[0])
        elif words:
            yield " ".join(words)
            words = []


def running_text(data: Path, language: Language) -> Iterator[list[str]]:
    """Yield the folded words of each line of the running text of a language, our own documents among it."""
    for line in _lines(data, language):
        yield _folded(line)
    for document in every_document():
        if document["lang"] == language.code:
            yield from (_folded(line) for line in document["text"].splitlines())


def _folded(line: str) -> list[str]:
    tokens = tokenise(line)
    return ["<number>" if t.kind is TokenKind.NUMBER else t.fold for t in tokens if t.fold]


def learn(data: Path, language: Language) -> Clusters:
    """Return the clusters of the words of a language."""
    from gensim.models import Word2Vec
    from sklearn.cluster import MiniBatchKMeans

    rows = [row for row in running_text(data, language) if len(row) > 2]
    vectors = Word2Vec(
        rows, sg=1, vector_size=64, window=3, min_count=3, epochs=8, negative=6, sample=1e-3, seed=SEED, workers=1
    ).wv
    vectors.fill_norms()
    table = vectors.get_normed_vectors()
    cut = [MiniBatchKMeans(size, random_state=SEED, n_init=3, batch_size=2048).fit_predict(table) for size in SIZES]
    print(f"{language.code} {sum(map(len, rows)):,} words, {len(table):,} in clusters", flush=True)
    return {word: tuple(int(row[n]) for row in cut) for n, word in enumerate(vectors.index_to_key)}


def read(path: Path) -> Clusters:
    """Return what `main` wrote for a language."""
    lines = (line.split("\t") for line in read_lines(path))
    return {word: tuple(map(int, numbers)) for word, *numbers in lines}


def main(arguments: Sequence[str]) -> None:
    """Learn and write the clusters of the languages that were named, all if none was."""
    data, out, *codes = arguments
    for code in codes or languages.codes():
        clusters = learn(Path(data), languages.load(code))
        text = "\n".join("\t".join((word, *map(str, numbers))) for word, numbers in sorted(clusters.items()))
        path = Path(out) / f"{code}.clusters.xz"
        path.write_bytes(lzma.compress(text.encode("utf-8")))
        print(f"{code} {path.stat().st_size / 1e6:.3f} MB", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
