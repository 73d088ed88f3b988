"""Tell which language a text is in: one that Peyman reads, or ``und`` for every other.

The script settles what it can. Between languages of one script a linear model over letter n-grams and the share of
each language's frequent words decides (softmax regression, ``training/identification.py``); it was shown damaged
text too (Sorani typed with he, Persian without joiners, Kurmanji without diacritics) and knows the neighbours of
the five languages. A text that few frequent words of the best language occur in is ``und``: a language never met
must not be taken for one that is read here.
"""

from __future__ import annotations

import json
import lzma
import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from peyman import languages
from peyman.text.characters import presentation_forms
from peyman.text.offsets import apply_edits

UNDETERMINED = "und"
#: At most this many letters of a text are looked at, from its beginning, its middle and its end.
SAMPLE = 1800
#: Fewer letters than this say nothing.
FEWEST_LETTERS = 3
#: From so many words on, some must be frequent ones.
ENOUGH_WORDS = 8
#: Fewer words than this may be all names, which are common in no language: then letters of its own tell it.
MANY_NAMES = 20
#: Below this, no language is named.
LEAST_CONFIDENCE = 0.5
#: A text in which more of the words than this have a letter that the language lacks is in another language.
MOST_FOREIGN = 0.15

#: A text in which this share of the words is among a language's commonest is in that language.
PLAIN = 0.38

#: A text of so many words, this share of which is among a language's commonest, is in that language and not in a
#: neighbour that the names of towns and people make it look like. Persian pages have 0.47 to 0.84, a sentence of
#: Gilaki 0.3.
_LONG, _PLAINEST = 60, 0.53
#: A shorter one with fewer of them is so too where the neighbour is not surely likelier: of a text of this length in
#: Gilaki or Luri the model is sure. Afghan pages full of the names of districts are meant.
_SOME, _PLAINER, _LIKELY_TOO = 30, 0.42, 0.05

#: A text whose letters a wrong code page has changed: so many letters, and so sure, for it to be believed.
_ENOUGH_LETTERS, _SURE = 100, 0.95

_MODEL = Path(__file__).parent / "weights" / "identification.json.xz"
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u065f\u0670\u200c\u200d\u0300-\u036f]+[^\W\d_]*)*")
_ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_UNIFIED = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ـ": "", "\u200c": "", "\u200d": "", "İ": "i", "\u0307": ""}
    | {chr(mark): "" for mark in (*range(0x064B, 0x0660), 0x0670)}
)


class Identification(NamedTuple):
    """A language code of `peyman.languages.codes`, or ``und``, and how sure that is (0–1)."""

    code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Model:
    classes: tuple[str, ...]
    scripts: Mapping[str, str]
    weights: Mapping[str, tuple[tuple[int, float], ...]]
    frequent: Mapping[str, frozenset[str]]
    fewest_frequent: Mapping[str, float]


def words_of(text: str) -> list[str]:
    """Return the words of a sample of a text in the form that the model knows: small letters, keyboards unified."""
    if len(text) > 2 * SAMPLE:
        part = SAMPLE // 3
        middle = len(text) // 2
        pieces = (text[:part], text[middle : middle + part], text[-part:])
        # A piece may begin or end inside a word: its first and last word are left out.
        text = " ".join(" ".join(piece.split()[1:-1]) for piece in pieces) or text[:SAMPLE]
    return [word.translate(_UNIFIED).casefold() for word in _WORD.findall(text)]


def features(words: list[str], frequent: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, float]]:
    """Give the features of a sample: n-grams of one to four letters, whole words, shares of frequent words.

    Counts are divided by the square root of their number, so that a longer sample makes the model surer, slowly.
    """
    grams: dict[str, float] = {}
    for word in words:
        for gram in _grams(word):
            grams[gram] = grams.get(gram, 0.0) + 1.0
    scale = 1.0 / math.sqrt(max(1.0, sum(grams.values())))
    for gram, n in grams.items():
        yield gram, n * scale
    yield from _features_of_sample(words, frequent)


def _grams(word: str) -> list[str]:
    """The n-grams of a word as often as they stand in it, and the word itself, which counts twice."""
    framed = f"_{word[:30]}_"
    grams = [framed[at : at + size] for size in (1, 2, 3, 4) for at in range(len(framed) - size + 1)]
    whole = f"={word[:30]}"
    return [*(gram for gram in grams if gram != "_"), whole, whole]


def _features_of_sample(words: list[str], frequent: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, float]]:
    for language, known in frequent.items():
        share = sum(word in known for word in words) / max(1, len(words))
        yield f"#{language}", 4.0 * share
        yield f"#{language}{min(9, int(share * 10))}", 1.0
    yield "#", 1.0


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> tuple[float, ...]:
    """How many n-grams a word has, and what they weigh for each class: most words of a text were met before."""
    model = _model()
    grams = _grams(word)
    weights = [0.0] * len(model.classes)
    for gram in grams:
        for index, weight in model.weights.get(gram, ()):
            weights[index] += weight
    return (float(len(grams)), *weights)


@cache
def _model() -> _Model:
    with lzma.open(_MODEL, "rt", encoding="utf-8") as file:
        table: dict[str, Any] = json.load(file)
    weights: dict[str, list[tuple[int, float]]] = {}
    for index, groups in enumerate(table["weights"]):
        for weight, named in groups.items():
            # One pair for all features of that weight: with one for each they would take most of the memory.
            pair = (index, float(weight) / 10.0)
            for feature in named.split(" "):
                weights.setdefault(feature, []).append(pair)
    return _Model(
        classes=tuple(table["classes"]),
        scripts=table["scripts"],
        weights={feature: tuple(pairs) for feature, pairs in weights.items()},
        frequent={language: frozenset(words.split(" ")) for language, words in table["frequent"].items()},
        fewest_frequent=table["fewest_frequent"],
    )


def identify(text: str) -> Identification:
    """Tell the language of a text.

    Args:
        text: Any length; beginning, middle and end of a long one are looked at.

    Returns:
        The code of a language that Peyman reads, or ``und`` where the text is in none of them or too short to tell.
    """
    found = _identify(text)
    if found.code != UNDETERMINED:
        return found
    return _through_code_page(text) or _through_presentation_forms(text) or found


def _through_presentation_forms(text: str) -> Identification | None:
    """The language of a text in the shapes of a printing house, as some programs print Arabic script into PDF."""
    meant, _ = apply_edits(text, presentation_forms(text))
    return _identify(meant) if meant != text else None


def _through_code_page(text: str) -> Identification | None:
    """The language of a text whose letters a wrong code page has turned into others, where that is sure.

    Such letters are listed with ``hides_language`` in a language's ``repair.toml``. The text must hold them and none of
    those that they stand for, and be plainly in that language with the letters put back.
    """
    for code, given, unless, table in _hiding():
        if given.search(text) is None or unless.search(text) is not None:
            continue
        meant = text.translate(table)
        found = _identify(meant)
        enough = found.code == code and found.confidence >= _SURE and is_plainly(meant, code)
        if enough and sum(map(len, words_of(meant))) >= _ENOUGH_LETTERS:
            return found
    return None


@cache
def _hiding() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str], Mapping[int, str]], ...]:
    return tuple(
        (code, re.compile(entry["given"]), re.compile(entry["unless"]), str.maketrans(entry["replaced"]))
        for code in sorted(languages.codes())
        for entry in languages.load(code).table("repair").get("letters", ())
        if entry.get("hides_language")
    )


def _identify(text: str) -> Identification:
    words = words_of(text)
    letters = "".join(words)
    arabic, latin = len(_ARABIC.findall(letters)), len(_LATIN.findall(letters))
    if len(letters) < FEWEST_LETTERS or max(arabic, latin) * 2 <= len(letters):
        return Identification(UNDETERMINED, 1.0 if len(letters) >= FEWEST_LETTERS else 0.0)
    script, pattern = ("Arab", _ARABIC) if arabic >= latin else ("Latn", _LATIN)
    # What stands in the other script is quoted: names, abbreviations.
    words = [word for word in words if pattern.match(word)] or words
    model = _model()
    # The same as weighing what `features` gives, added up word by word.
    number, *sums = map(sum, zip(*map(_of_word, words), strict=True))
    scale = 1.0 / math.sqrt(max(1.0, number))
    scores = [
        weighed * scale if model.scripts[name] == script else -math.inf
        for name, weighed in zip(model.classes, sums, strict=True)
    ]
    for feature, value in _features_of_sample(words, model.frequent):
        for index, weight in model.weights.get(feature, ()):
            scores[index] += weight * value
    best = max(range(len(scores)), key=scores.__getitem__)
    total = sum(math.exp(score - scores[best]) for score in scores)
    code = model.classes[best]
    supported = languages.codes()
    shares = [math.exp(score - scores[best]) / total for score in scores]
    if code not in supported and (plain := _plainly_one_of(words, supported, shares, model)) is not None:
        return Identification(plain, LEAST_CONFIDENCE)
    if code not in supported:
        unknown = sum(share for share, name in zip(shares, model.classes, strict=True) if name not in supported)
        return Identification(UNDETERMINED, round(unknown, 4))
    if shares[best] < LEAST_CONFIDENCE or _is_foreign(words, code, model):
        return Identification(UNDETERMINED, 0.5)
    return Identification(code, round(shares[best], 4))


def _plainly_one_of(words: list[str], supported: Collection[str], shares: list[float], model: _Model) -> str | None:
    """The language read here that a long text is plainly in, if a neighbour alone is thought likelier."""
    second = sorted(range(len(shares)), key=shares.__getitem__)[-2]
    code = model.classes[second]
    likely = shares[second] >= _LIKELY_TOO
    if code not in supported or len(words) < (_SOME if likely else _LONG) or _is_foreign(words, code, model):
        return None
    known = model.frequent.get(code, frozenset())
    return code if sum(word in known for word in words) >= (_PLAINER if likely else _PLAINEST) * len(words) else None


def is_plainly(text: str, code: str) -> bool:
    """Tell at a glance whether a text is in a language: many of its words are among the commonest of that language.

    Args:
        text: Any length; beginning, middle and end of a long one are looked at.
        code: The code of a language that Peyman reads.

    Returns:
        Whether it surely is; False says nothing.
    """
    words = words_of(text)
    known = _model().frequent.get(code, frozenset())
    return sum(word in known for word in words) >= PLAIN * max(1, len(words))


def is_known(code: str) -> bool:
    """Tell whether the model was trained on a language, so that it can tell others from it."""
    return code in _model().classes


def _is_foreign(words: list[str], code: str, model: _Model) -> bool:
    """Whether the words are hardly the language's: too few of its frequent words, or too many letters not its own."""
    known, letters = model.frequent.get(code), _letters(code)
    foreign = sum(not letters.issuperset(word) for word in words)
    # A language that was added later has no list of frequent words: its letters alone decide.
    if known is not None and len(words) >= ENOUGH_WORDS:
        frequent = sum(word in known for word in words)
        if frequent < model.fewest_frequent[code] * len(words) and not _is_written_as(words, code, foreign):
            return True
    return foreign >= 2 and foreign > MOST_FOREIGN * len(words)


def _is_written_as(words: list[str], code: str, foreign: int) -> bool:
    """Whether a short text is the language's by its letters, though its words are nearly all names."""
    own = languages.load(code).table("language").get("telling_letters", "")
    return not foreign and len(words) < MANY_NAMES and any(letter in word for word in words for letter in own)


@cache
def _letters(code: str) -> frozenset[str]:
    letters = languages.load(code).table("language").get("letters", "")
    return frozenset(letters.translate(_UNIFIED)) | frozenset(letters)
