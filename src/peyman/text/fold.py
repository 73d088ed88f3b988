"""One matching form for the many ways in which a word is typed.

Folding is for comparing, never for display: it unifies what keyboards, fonts and habits vary (Arabic and Persian
yeh and kaf, hamza seats, the Kurdish vowel letters, vowel marks, joiners, Latin diacritics, letter case, the three
sets of digits). It knows scripts and no languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ؤ": "و", "ۆ": "و", "ۇ": "و", "ۊ": "و", "ۋ": "و",
    "ئ": "ی", "ي": "ی", "ى": "ی", "ې": "ی", "ێ": "ی", "ۍ": "ی", "ے": "ی",
    "ك": "ک", "ڪ": "ک", "ګ": "گ",
    "ة": "ه", "ە": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ۂ": "ه", "ۃ": "ه",
    "ڕ": "ر", "ڒ": "ر", "ڵ": "ل", "ڶ": "ل",
    "ء": "", "ـ": "",
    "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "`": "'", "´": "'",
}  # fmt: skip
_LATIN = {"ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_TABLE = str.maketrans({**_ARABIC, **_LATIN, **_DIGITS})
# All but the most frequent characters that are their own matching form: a text is looked through for the few others.
_CHANGED = re.compile(
    "[^\n -@\\[-_a-z{-~\u00ab\u00bb\u2013\u201c\u201d\u060c\u061b\u061f\u0627\u0628\u062a-\u063a\u0641\u0642"
    "\u0644-\u0648\u066b\u066c\u067e\u0686\u0698\u06a9\u06af\u06cc]+"
)
# The most frequent of those few, and their forms: replaced one after the other, they are replaced faster.
_OFTEN_CHANGED = {"\u200c": "", "آ": "ا", "\u0654": "", "ئ": "ی", "\u064b": "", "أ": "ا", "ؤ": "و", "ء": ""}
#: Marks that take their place among others by a class, and are kept: they alone are not folded by themselves.
_KEPT_MARK = "Mc"


class _Forms(dict[int, str]):
    """The matching form of every character met so far."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        form = self[code] = _decomposed(letter)
        if unicodedata.category(letter) == _KEPT_MARK and unicodedata.combining(letter):
            del self[code]
            raise _OrderMattersError
        return form


class _OrderMattersError(Exception):
    """The marks of a word have to be set in order."""


_forms = _Forms()


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return the matching form of a word.

    Args:
        word: One word in any script.

    Returns:
        The word in small letters, without marks, joiners and controls, variants unified. May be empty.
    """
    try:
        folded = word.translate(_forms)
    except _OrderMattersError:
        folded = _decomposed(word)
    return _single(folded)


def folds(words: Iterable[str]) -> frozenset[str]:
    """Return the matching forms of some words, to look others up among them.

    Args:
        words: The words, as a table lists them.
    """
    return frozenset(fold(word) for word in words)


def fold_all(words: Sequence[str]) -> list[str]:
    """Return the matching forms of many words, as `fold` gives them one by one.

    Args:
        words: Words in any script; they are looked through as one text, which pays from a few words on.
    """
    text = "\n".join(words)
    for letter, form in _OFTEN_CHANGED.items():
        if letter in text:
            text = text.replace(letter, form)
    try:
        folded = _CHANGED.sub(_form_of, text)
    except _OrderMattersError:
        return list(map(fold, words))
    forms = _single(folded).split("\n")
    # No form holds a line break; where a word did, or where there is no word, the forms are not as many as the words.
    return forms if len(forms) == len(words) else list(map(fold, words))


def _form_of(changed: re.Match[str]) -> str:
    return changed.group().translate(_forms)


def _single(folded: str) -> str:
    while "وو" in folded:
        folded = folded.replace("وو", "و")
    return folded


def _decomposed(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_TABLE)).casefold())
    kept = [c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf", "Me", "Cc")]
    return "".join(kept).translate(_TABLE)
