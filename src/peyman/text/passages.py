"""Passages in another language than their text: a post quoted in English, an Arabic line in a Sorani page.

A paragraph is looked at as a whole first; one that is in the language of the text is looked through for quotations,
sentences and stretches of the other script. Only what is long enough to tell, and told with great certainty, counts:
names, titles and abbreviations in another script are no passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peyman.languages import Language
from peyman.text.identify import identify, is_known, is_plainly
from peyman.text.quotations import quotations
from peyman.text.segment import NOT_TEXT, Block, Sentence
from peyman.text.tokens import Token

#: Fewer letters than this say too little of a paragraph or sentence, and of words between marks or in another script.
FEWEST_LETTERS = 40
FEWEST_LETTERS_SET_OFF = 20
#: So many words of the other script in a row make a stretch.
FEWEST_WORDS = 6
#: How sure the language has to be.
LEAST_CONFIDENCE = 0.97
#: More letters than this share in either script, and a piece is in two scripts.
MIXED = 0.15

_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch in another language, ``[start, end)`` in code points of the repaired text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        language: Its code; ``und`` where it is in none that Peyman reads.
        confidence: How sure the language is (0–1).
    """

    start: int
    end: int
    language: str
    confidence: float


def passages(
    text: str, tokens: Sequence[Token], blocks: Sequence[Block], sentences: Sequence[Sentence], language: Language
) -> list[Passage]:
    """Find the passages in another language.

    Args:
        text: The repaired text.
        tokens: All its tokens.
        blocks: Its parts.
        sentences: Its sentences.
        language: The language that it is in as a whole.

    Returns:
        Passages in order, none overlapping another; those of one language with nothing but space and marks between
        them are one.
    """
    found: list[Passage] = []
    if not is_known(language.code):
        return found  # a language from outside the package: nothing tells the others from it
    for passage in _in_order(text, tokens, blocks, sentences, language):
        previous = found[-1] if found else None
        if previous is not None and passage.start < previous.end:
            continue
        between = text[previous.end : passage.start] if previous else ""
        if previous is not None and previous.language == passage.language and _LETTERS.search(between) is None:
            sure = min(previous.confidence, passage.confidence)
            found[-1] = Passage(previous.start, passage.end, passage.language, sure)
        else:
            found.append(passage)
    return found


def _in_order(
    text: str, tokens: Sequence[Token], blocks: Sequence[Block], sentences: Sequence[Sentence], language: Language
) -> Iterator[Passage]:
    own = language.code
    spans: dict[int, list[tuple[int, int]]] = {}
    for sentence in sentences:
        spans.setdefault(sentence.block, []).append((tokens[sentence.first].start, tokens[sentence.last - 1].end))
    quoted = [(tokens[q.first].start, tokens[q.last - 1].end) for q in quotations(tokens, blocks, sentences)]
    quoted.reverse()
    script = _other_script(text, tokens, language.script)
    script.reverse()
    for number, block in enumerate(blocks):
        set_off = [*_taken(quoted, block), *_taken(script, block)]
        if block.kind in NOT_TEXT:
            continue
        whole = _other(text, block.start, block.end, own, FEWEST_LETTERS)
        if whole is not None:
            yield whole
            continue
        found = [_other(text, start, end, own, FEWEST_LETTERS_SET_OFF) for start, end in set_off]
        parts = spans.get(number, ())
        if len(parts) > 1:
            found += [_other(text, start, end, own, FEWEST_LETTERS) for start, end in parts]
        yield from sorted((p for p in found if p is not None), key=lambda p: (p.start, -p.end))


def _taken(spans: list[tuple[int, int]], block: Block) -> Iterator[tuple[int, int]]:
    """Take the spans that end with a block from the end of a list, the first of which stands last."""
    while spans and spans[-1][1] <= block.end:
        span = spans.pop()
        if span[0] >= block.start:
            yield span


def _other(text: str, start: int, end: int, own: str, fewest: int) -> Passage | None:
    """The span as a passage, if it is surely in another language."""
    piece = text[start:end]
    letters = len(_LETTERS.findall(piece)) if len(piece) >= fewest else 0
    if letters < fewest or is_plainly(piece, own):
        return None
    if MIXED < len(_LATIN.findall(piece)) / letters < 1 - MIXED:
        return None  # in two scripts: one of its parts may be a passage, not all of it
    code, confidence = identify(piece)
    if code == own or confidence < LEAST_CONFIDENCE:
        return None
    return Passage(start, end, code, confidence)


def _other_script(text: str, tokens: Sequence[Token], script: str) -> list[tuple[int, int]]:
    """Stretches of words on one line in the script that the text is not in."""
    stretches: list[tuple[int, int]] = []
    run: list[Token] = []

    def settle() -> None:
        if len(run) >= FEWEST_WORDS:
            stretches.append((run[0].start, run[-1].end))
        run.clear()

    for token in tokens:
        letter = _LETTERS.match(token.text)
        if letter is None:
            continue
        if run and "\n" in text[run[-1].end : token.start]:
            settle()
        if (_LATIN.match(letter.group()) is None) == (script == "Latn"):
            run.append(token)
        else:
            settle()
    settle()
    return stretches
