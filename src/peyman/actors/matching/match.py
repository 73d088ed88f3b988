"""Whether two names are one person's, across scripts: Persian, Arabic, Sorani, Kurmanji and English spellings.

A name is brought to a common skeleton: consonants as sounds that the scripts share, vowels beside them as optional
evidence (Arabic writes few of them, Sorani and Latin all). Words are then paired so that their likeness is greatest.
This is transliteration-aware comparison, not a phonetic hash: مسعود and مسرور keep what tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from peyman.actors.matching.pronunciation import likeness, symbols
from peyman.text.fold import fold
from peyman.text.tokens import TokenKind, tokenise

#: Letters of the folded Arabic script as sounds; an empty one is silent or a vowel's seat.
_ARABIC = {
    "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "c", "ح": "h", "خ": "x", "د": "d", "ذ": "z",
    "ر": "r", "ز": "z", "ژ": "j", "س": "s", "ش": "ʃ", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "'", "غ": "g",
    "ف": "f", "ڤ": "v", "ق": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "w", "ه": "h", "ی": "y",
}  # fmt: skip
#: Letter groups of Latin spellings as sounds, the longer first; Kurmanji's own letters before folding.
_KURMANJI = {"ş": "ʃ", "ç": "c", "ê": "e", "î": "i", "û": "u", "ẍ": "x", "x": "x"}
_GROUPS = (
    ("tch", "c"), ("sch", "ʃ"), ("sh", "ʃ"), ("ch", "c"), ("kh", "x"), ("gh", "g"), ("zh", "j"), ("dh", "z"),
    ("th", "s"), ("ph", "f"), ("ck", "k"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"),
    ("ey", "i"), ("ai", "i"), ("ay", "i"), ("iy", "i"), ("yy", "y"), ("ie", "i"), ("aa", "a"), ("eu", "u"),
)  # fmt: skip
_VOWELS = frozenset("aeiou")
#: Small words of names that count for nothing: articles, "son of", and forms of address that are part of no name.
_LATIN_PARTICLES = ("al", "el", "ul", "as", "ash", "an", "ar", "at", "ad", "bin", "ben", "ibn", "ould", "abu")
_EUROPEAN_PARTICLES = ("de", "del", "la", "van", "von", "der", "den", "di", "da")
_ARABIC_PARTICLES = ("ال", "بن", "ابن", "بو", "ولد", "دی", "دا", "فان", "فن", "ده")
#: Between a name and the father's: what stands before is the given name.
FILIATION = frozenset(("bin", "ben", "ibn", "bint", "ould", "بن", "ابن", "بنت", "ولد", "منت"))
_PARTICLES = frozenset((*_LATIN_PARTICLES, *_EUROPEAN_PARTICLES, *_ARABIC_PARTICLES))
#: What a word that only one of the names has takes from the score.
LEFT_OVER = 0.03
#: A word of a name that is like another to this degree is the same word.
SAME_WORD = 0.72
#: Two names that are alike to this degree are one person's.
SAME_PERSON = 0.82


@dataclass(frozen=True, slots=True)
class Score:
    """How alike two names are, and why.

    Attributes:
        value: 0 for nothing in common, 1 for the same.
        reasons: One line for each pair of words that was compared, and for each word left over.
    """

    value: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sound:
    """A word of a name as sounds: its consonants, and its consonants with vowels."""

    word: str
    consonants: str
    full: str


@lru_cache(maxsize=1 << 15)
def sound(word: str) -> Sound:
    """Return the sounds of one word of a name, in any of the scripts.

    Args:
        word: One word, without spaces.
    """
    if any("\u0600" <= c <= "\u06ff" for c in word):
        return _from_arabic(word)
    return _from_latin(word)


def _from_arabic(word: str) -> Sound:
    sorani = any(c in word for c in "ەێۆ") or "وو" in word
    folded = fold(word)
    if folded.startswith("ال") and len(folded) > 4:
        folded = folded[2:]
    if folded.startswith("ئهل") and len(folded) > 5:
        folded = folded[3:]
    full: list[str] = []
    for index, letter in enumerate(folded):
        heard = _ARABIC.get(letter, "")
        first = index == 0
        if letter == "ه" and (index == len(folded) - 1 or (sorani and not first)):
            heard = "a" if index < len(folded) - 1 or sorani else "e"
        elif letter == "و" and not first:
            heard = "u" if not sorani or index + 1 >= len(folded) or folded[index + 1] not in "اهی" else "w"
        elif letter == "ی" and not first:
            heard = "i"
        elif letter == "ا" and first and index + 1 < len(folded) and folded[index + 1] in "وی":
            heard = ""
        full.append(heard)
    return _finish(word, "".join(full))


def _from_latin(word: str) -> Sound:
    lowered = "".join(_KURMANJI.get(c, c) for c in word.casefold())
    kurmanji = lowered != word.casefold()
    folded = "".join("ʃ" if c == "ʃ" else fold(c) for c in lowered)
    if folded.startswith(("al-", "el-")):
        folded = folded[3:]
    for group, heard in _GROUPS:
        folded = folded.replace(group, heard)
    if not kurmanji:
        folded = folded.replace("q", "k")
    sounds: list[str] = []
    for index, c in enumerate(folded):
        if c == "c" and not kurmanji and index + 1 < len(folded) and folded[index + 1] not in "eiyʃ":
            sounds.append("c" if index and folded[index - 1] == "c" else "k" if not _from_group(word, index) else "c")
        elif c in "'’ʻʼ‘`":
            sounds.append("'")
        else:
            sounds.append(c)
    return _finish(word, "".join(sounds))


def _from_group(word: str, index: int) -> bool:
    return "ch" in word.casefold() or "ç" in word.casefold()


#: Sounds that spellings interchange, brought to one letter when only consonants are compared.
_MERGED = str.maketrans({"q": "k", "v": "w", "c": "c", "ʃ": "ʃ", "y": "i", "'": None})


def _finish(word: str, full: str) -> Sound:
    plain = full.replace("'", "")
    consonants = "".join(c for c in plain.translate(_MERGED) if c not in _VOWELS and c not in "iw")
    squeezed = "".join(c for n, c in enumerate(consonants) if n == 0 or consonants[n - 1] != c)
    if len(squeezed) > 1 and squeezed.endswith("h"):
        squeezed = squeezed[:-1]
    vowels = plain.translate(_MERGED).replace("w", "u")
    return Sound(word, squeezed, "".join(c for n, c in enumerate(vowels) if n == 0 or vowels[n - 1] != c))


def _without_particles(name: str) -> list[str]:
    every = [token for token in tokenise(name) if token.kind is TokenKind.WORD]
    return [token.text for token in every if token.fold not in _PARTICLES] or [token.text for token in every]


def _words(name: str) -> list[Sound]:
    return [s for s in map(sound, _without_particles(name)) if s.full]


def same_person(a: str, b: str) -> Score:
    """Compare two names of people.

    Args:
        a: One name, in any script.
        b: The other.

    Returns:
        A score, symmetric; from `SAME_PERSON` on they are one person's. A name of one word is compared with the last
        word of a longer one (a surname), at a small loss.
    """
    left, right = plain_words(a), plain_words(b)
    if not left or not right:
        return Score(0.0, ("a name without letters",))
    left, right = _parted_alike(left, right)
    if (len(left), left) > (len(right), right):
        left, right = right, left
    if len(left) == 1 and len(right) > 1:
        return _surname(left[0], right)
    score = _paired(left, right)
    if FILIATION & set(a.casefold().split()) and FILIATION & set(b.casefold().split()):
        given = likeness(left[0], right[0])
        if given < SAME_WORD:
            # Salman, son of Abdulaziz, is the father of Abdulaziz, son of Salman.
            reason = f"{left[0]} and {right[0]}, each somebody's child: {given:.2f}"
            return Score(min(score.value, 0.5 + 0.3 * given), (*score.reasons, reason))
    return score


def plain_words(name: str) -> list[str]:
    """Return the words of a name without particles (al, bin, van), in their order."""
    return [word for word in _without_particles(name) if symbols(word)]


def _parted_alike(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Join neighbours of one name that the other writes as one word: Abd Allah, Abdullah."""
    for parted, whole in ((left, right), (right, left)):
        for length in (3, 2):
            index = 0
            while index + length <= len(parted):
                words = parted[index : index + length]
                joined = "".join(words)
                best = max(likeness(joined, word) for word in whole)
                apart = max(likeness(each, word) for each in words for word in whole)
                if best >= SAME_WORD and best > apart:
                    parted[index : index + length] = [joined]
                index += 1
    return left, right


def _surname(one: str, many: Sequence[str]) -> Score:
    near = likeness(one, many[-1])
    reason = f"{one} as the last word {many[-1]}: {near:.2f}"
    return Score(0.9 * near if near >= SAME_WORD else 0.5 * near, (reason,))


def _paired(left: Sequence[str], right: Sequence[str]) -> Score:
    found = sorted(((likeness(x, y), -m, -n) for m, x in enumerate(left) for n, y in enumerate(right)), reverse=True)
    pairs: dict[int, tuple[float, int]] = {}
    taken: set[int] = set()
    for value, m, n in found:
        if -m not in pairs and -n not in taken:
            pairs[-m] = (value, -n)
            taken.add(-n)
    reasons = [f"{left[m]} ~ {right[n]}: {value:.2f}" for m, (value, n) in sorted(pairs.items())]
    free = [word for n, word in enumerate(right) if n not in taken]
    reasons += [f"{word}: only in one" for word in free]
    values = [value for value, _ in pairs.values()]
    worst = min(values)
    value = sum(values) / len(values)
    if worst < SAME_WORD:
        # One word that differs (Masoud, Masrour) makes another person, however like the family name.
        value = min(value, 0.5 + 0.3 * worst)
    return Score(max(0.0, value - LEFT_OVER * len(free)), tuple(reasons))


def person_key(name: str) -> str:
    """Return a key of a person's name that spellings in several scripts share: its consonants, word by word."""
    words = _words(name)
    return "person:" + "-".join(w.consonants or w.full for w in words)
