"""How near two words of names sound, whatever the scripts: a weighted edit distance over sounds that the scripts share.

Each script leaves something open: Arabic and Persian write few vowels and use و and ی for vowels and consonants alike,
Arabic has no letters for p, v, g and ch, English spells one sound in several ways, and Kurdish writes all of it. So a
word becomes a row of symbols, some of which stand for several sounds, and what one symbol costs in the place of another
says how often spellings of one name interchange them. A vowel that the other script does not write costs little.

The method is the weighted Levenshtein distance (Wagner and Fischer 1974) with a cost of each pair of symbols; the costs
are ours, set on names of the register that are not used for the figures (``benchmarks/names.py --tuning``).
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from peyman.text.fold import fold

#: Symbols: small letters are sounds; W is و or w or v, Y is ی or y, E a final ه that may be a vowel, M a final ی (ی, ى)
#: that may be i or a, V an alef at the beginning that may be any vowel, X a Latin x, C a Latin c, T and D the sounds of
#: th, G that of gh, H the deeper h, S that of sh, Z that of zh, ' one of ع ء.
_ARABIC_SCRIPT = {
    "ا": "A", "ب": "b", "پ": "p", "ت": "t", "ث": "T", "ج": "j", "چ": "c", "ح": "H", "خ": "x", "د": "d", "ذ": "D",
    "ر": "r", "ز": "z", "ژ": "Z", "س": "s", "ش": "S", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "'", "غ": "G",
    "ف": "f", "ڤ": "v", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "W", "ه": "h", "ی": "Y",
    "ء": "'",
}  # fmt: skip
#: Letters that Sorani writes for vowels, before they are folded away.
_SORANI_VOWELS = {"ە": "a", "ێ": "e", "ۆ": "o", "ڕ": "r", "ڵ": "l", "ڤ": "v"}
#: Vowel marks, which are mostly left out: where one stands, it tells which short vowel is heard.
_VOWEL_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}
_LATIN_LETTERS = {"ş": "S", "ç": "c", "ê": "e", "î": "Y", "û": "u", "ẍ": "G", "š": "S", "č": "c", "ž": "Z", "ğ": "G"}
_LATIN_GROUPS = (
    ("tsch", "c"), ("tch", "c"), ("tsh", "c"), ("sch", "S"), ("sh", "S"), ("ch", "c"), ("kh", "x"), ("gh", "G"),
    ("zh", "Z"), ("dh", "D"), ("th", "T"), ("ph", "f"), ("ck", "k"), ("dj", "j"), ("qu", "k"), ("ou", "u"), ("oo", "u"),
    ("ee", "Y"), ("ei", "Y"), ("ey", "Y"), ("ai", "Y"), ("ay", "Y"), ("ie", "Y"), ("ea", "Y"), ("eo", "Y"), ("aa", "a"),
    ("eu", "o"), ("aw", "Aw"), ("x", "X"), ("y", "Y"), ("w", "W"), ("c", "C"),
)  # fmt: skip
_VOWELS = frozenset("aeiouAYWEMV")
_SHORT = frozenset("aeiou")

_CHEAP, _NEAR, _FAR, _APART = 0.15, 0.3, 0.5, 0.8


def _costs() -> dict[str, dict[str, float]]:
    """What each symbol costs in the place of others, where that is less than another sound altogether."""
    same = "Wv Ww Wu Wo Yi Ye Aa hH Ea Ee Eh jJ ou Xx YJ Mi MY Me Va Ve Vi Vo Vu VA VY VW"
    cheap = "vw ei ae kq sT tT zD dD jZ Gq Gg Cs Ck Cj Cc pb vf zZ sz AE EY cj MA Ma ME"
    near = "Wf Wb vb kg kG gj gq gZ cS cs cZ cx ck td xh xH xk Xk Xs SZ Yj jg Ss jx ao au eo WA Gj Gx Ts Zx"
    far = "Ae Ai Ao ai io iu eu Yo Yu We Wi Wa YW jy pf mn Gr"
    apart = "Ya YA"
    costs: dict[str, dict[str, float]] = {}
    for pairs, cost in ((apart, _APART), (far, _FAR), (near, _NEAR), (cheap, _CHEAP), (same, 0.03)):
        for pair in pairs.split():
            for one, other in ((pair[0], pair[1]), (pair[1], pair[0])):
                costs.setdefault(one, {})[other] = cost
    return costs


_COSTS = _costs()
_NO_COSTS: dict[str, float] = {}


@lru_cache(maxsize=1 << 16)
def symbols(word: str) -> str:
    """Return a word as symbols, doubled ones once.

    Args:
        word: One word of a name, in any of the scripts.
    """
    found = _from_arabic_script(word) if any("\u0600" <= c <= "\u06ff" for c in word) else _from_latin(word)
    return "".join(c for n, c in enumerate(found) if n == 0 or found[n - 1] != c)


def _from_arabic_script(word: str) -> str:
    sorani = any(c in word for c in "ەێۆ")
    word = re.sub(r"^(?:ال|ئەل)(?=...)", "", word.replace("وو", "و").replace("تش", "چ"))
    word = re.sub(r"(عبد|عەبد)(?:ال|ول)(?=.)", r"\1", word)
    word = word.rstrip("".join(_VOWEL_MARKS))  # at the end they are of the grammar
    letters = "".join(_SORANI_VOWELS.get(c) or _VOWEL_MARKS.get(c) or fold(c) for c in word)
    out: list[str] = []
    last = len(letters) - 1
    for index, letter in enumerate(letters):
        if letter == "ا" and index == 0:
            out.append("V")
        elif letter == "ه" and index == last and not sorani:
            out.append("E")
        elif letter == "ی" and index == last:
            out.append("M")
        elif letter == "ئ":
            out.append("" if sorani else "'")
        else:
            out.append(_ARABIC_SCRIPT.get(letter, letter if letter.isascii() and letter.isalpha() else ""))
    return "".join(out)


def _from_latin(word: str) -> str:
    lowered = word.casefold().replace("i̇", "i")
    kurdish = any(c in lowered for c in "şçêîû")
    lowered = re.sub(r"^(?:al|el|ul)[-’'](?=...)", "", lowered)
    lowered = re.sub(r"^([ae]bd)(?:[aeiu]l)(?=.)", r"\1", lowered)
    if kurdish:
        # Kurmanji and Turkish: one letter, one sound.
        for letter, sound in (("j", "Z"), ("c", "j"), ("y", "Y"), ("w", "W"), ("e", "a")):
            lowered = lowered.replace(letter, sound)
    marked = "".join(_LATIN_LETTERS.get(c, c) for c in lowered)
    plain = "".join(c if c.isascii() else fold(c) for c in marked)
    if not kurdish:
        for group, sound in _LATIN_GROUPS:
            plain = plain.replace(group, sound)
        plain = plain.replace("j", "J")
    return "".join("'" if c in "'’ʻʼ‘`" else c for c in plain if c.isalpha() or c in "'’ʻʼ‘`")


def _weight(symbol: str) -> float:
    return 0.3 if symbol in "'E" else 0.5 if symbol in _VOWELS else 1.0


@lru_cache(maxsize=1 << 14)
def _gaps(word: str, other_writes_vowels: bool) -> tuple[float, ...]:
    """What it costs that a symbol of a word has nothing beside it, for each of its symbols."""
    last = len(word) - 1
    gaps = []
    for index, symbol in enumerate(word):
        # At the beginning and before a vowel, و is a consonant.
        consonant = symbol == "W" and (index == 0 or (index < last and word[index + 1] in _VOWELS))
        gaps.append(0.8 if consonant else _gap(symbol, other_writes_vowels, index == last))
    return tuple(gaps)


def _gap(symbol: str, other_writes_vowels: bool, at_end: bool) -> float:
    if symbol in "'E":
        return 0.06
    if symbol in _SHORT:
        return 0.2 if other_writes_vowels else 0.06
    if symbol == "Y":
        return 0.75  # Husayn is not Hasan
    if symbol in "AWMV":
        return 0.25 if at_end else 0.35
    if symbol in "hH":
        return 0.3
    return 0.8


@lru_cache(maxsize=1 << 16)
def likeness(a: str, b: str) -> float:
    """Compare two words of names by their sounds.

    Args:
        a: One word, in any script.
        b: The other.

    Returns:
        0 for nothing in common, 1 for the same; symmetric.
    """
    left, right = symbols(a), symbols(b)
    if left == right:
        return 1.0 if left else 0.0
    if not left or not right:
        return 0.0
    total = max(sum(map(_weight, left)), sum(map(_weight, right)))
    return max(0.0, 1.0 - _distance(left, right) / total)


def _distance(left: str, right: str) -> float:
    writes_left, writes_right = not _SHORT.isdisjoint(left), not _SHORT.isdisjoint(right)
    gaps_left, gaps_right = _gaps(left, writes_right), _gaps(right, writes_left)
    before = [0.0, *itertools.accumulate(gaps_right)]
    # Comparing names is mostly this loop: no calls in it but one.
    for c, gap_left in zip(left, gaps_left, strict=True):
        costs = _COSTS.get(c, _NO_COSTS)
        diagonal = before[0]
        here = diagonal + gap_left
        row = [here]
        for position, (d, gap_right) in enumerate(zip(right, gaps_right, strict=True), 1):
            above = before[position]
            beside = here + gap_right
            here = diagonal if c == d else diagonal + costs.get(d, 1.0)
            if above + gap_left < here:
                here = above + gap_left
            if beside < here:
                here = beside
            row.append(here)
            diagonal = above
        before = row
    return before[-1]
