"""Names of people, bodies and places by a learnt tagger.

What stands in no register has to be found by how it is written and what stands around it. The tagger is a linear-chain
conditional random field (Lafferty et al. 2001) over the words of a sentence, run by CRFsuite, one small model a
language (``names.crfsuite`` in the language's folder). Features are the folded word, its affixes and shape, how common
the word is in the language (``words.txt.xz``), and the same of its neighbours: a lost joiner or a clitic changes few
of them. ``training/names.py`` makes both files; ``docs/reference/models.md`` says from what.
"""

from __future__ import annotations

import lzma
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

import pycrfsuite

from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import Token, TokenKind

MODEL_FILE = "names.crfsuite"
WORDS_FILE = "words.txt.xz"

NameKind = Literal["person", "body", "place"]
_KINDS: Mapping[str, NameKind] = {"PER": "person", "ORG": "body", "LOC": "place"}


class NameSpan(NamedTuple):
    """A name as a token range ``[first, last)``, and what it names."""

    first: int
    last: int
    kind: NameKind


@cache
def word_ranks(language: Language) -> Mapping[str, int]:
    """Return how common the folded words of a language are: 0 for the commonest, higher for rarer ones."""
    path = language.folder / WORDS_FILE
    if not path.exists():
        return {}
    words = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return {word: rank for rank, word in enumerate(words)}


@cache
def _tagger(language: Language) -> pycrfsuite.Tagger | None:
    path = language.folder / MODEL_FILE
    if not path.exists():
        return None
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def features(tokens: Sequence[Token], ranks: Mapping[str, int]) -> list[list[str]]:
    """Return the features of each token of a sentence.

    Args:
        tokens: The tokens of one sentence.
        ranks: See `word_ranks`.
    """
    own = [_own(token, ranks) for token in tokens]
    words = [_word(token) for token in tokens]
    rows = []
    for index, token in enumerate(tokens):
        row = ["bias", *own[index]]
        for distance in (-2, -1, 1, 2):
            other = index + distance
            if 0 <= other < len(tokens):
                row.append(f"{distance}w={words[other]}")
                row += [f"{distance}{feature}" for feature in own[other] if feature[0] in "src"]
            else:
                row.append(f"{distance}w=<>")
        if index:
            row.append(f"-1|0={words[index - 1]}|{shape(token)}")
        rows.append(row)
    return rows


def _word(token: Token) -> str:
    return "<number>" if token.kind is TokenKind.NUMBER else token.fold


def _own(token: Token, ranks: Mapping[str, int]) -> list[str]:
    word = _word(token)
    row = [f"w={word}", f"s={shape(token)}", f"r={rank_class(word, ranks)}"]
    if token.kind is TokenKind.WORD:
        row += [f"p{n}={word[:n]}" for n in (1, 2, 3) if len(word) > n]
        row += [f"e{n}={word[-n:]}" for n in (1, 2, 3, 4) if len(word) > n]
        row.append(f"c={min(len(word), 8)}")
    return row


def shape(token: Token) -> str:
    """Return how a token is written: ``9`` a number, a mark itself, ``XX``, ``Xx`` or ``xx`` a word."""
    if token.kind is TokenKind.NUMBER:
        return "9"
    if token.kind is TokenKind.MARK:
        return token.text
    if token.text.isupper() and len(token.text) > 1:
        return "XX"
    return "Xx" if token.text[:1].isupper() else "xx"


def rank_class(word: str, ranks: Mapping[str, int]) -> str:
    """Return how common a folded word is, in six classes from ``50`` (the commonest) to ``rare``."""
    rank = ranks.get(word)
    if rank is None:
        return "rare"
    for bound in (50, 200, 1000, 4000):
        if rank < bound:
            return str(bound)
    return "known"


def tag(text: AnalysedText) -> list[NameSpan]:
    """Find names in the text proper.

    Args:
        text: The analysed text; a language without a model gives no names.

    Returns:
        Names in order, none overlapping another.
    """
    tagger = _tagger(text.language)
    if tagger is None:
        return []
    ranks = word_ranks(text.language)
    found: list[NameSpan] = []
    for sentence in text.sentences:
        labels = tagger.tag(features(text.tokens[sentence.first : sentence.last], ranks))
        found += _spans(labels, sentence.first)
    return found


def _spans(labels: Sequence[str], offset: int) -> list[NameSpan]:
    found: list[NameSpan] = []
    start: int | None = None
    for index, label in enumerate([*labels, "O"]):
        goes_on = start is not None and label == f"I-{labels[start][2:]}"
        if start is not None and not goes_on:
            found.append(NameSpan(offset + start, offset + index, _KINDS[labels[start][2:]]))
            start = None
        if label.startswith("B-") or (label.startswith("I-") and start is None):
            start = index
    return found
