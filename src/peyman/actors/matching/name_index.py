"""Who is called so? A name looked up among a million, in any script.

Names are kept under coarse keys: what is left of two of their words when vowels are dropped and sounds that scripts
interchange are one. A lookup takes the names under the keys of the one asked for, ranks them by a fast comparison, and
scores the nearest with `peyman.actors.matching.match.same_person`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from peyman.actors.matching.match import SAME_PERSON, Score, plain_words, same_person
from peyman.actors.matching.pronunciation import symbols

#: Sounds that spellings interchange are one letter of a key; what is not here (vowels, h, v, w, f) is dropped, since
#: one script or the other leaves it out or writes it in ways that cannot be told apart.
_KEY_LETTERS = {
    **dict.fromkeys("pb", "b"),
    **dict.fromkeys("tTdD", "t"),
    **dict.fromkeys("sz", "s"),
    **dict.fromkeys("kqgGxXcCjJZS", "k"),
    "m": "m",
    "n": "n",
    "l": "l",
    "r": "r",
}
#: Sounds as the fast comparison hears them: those that one script or the other leaves out are dropped, and those that
#: one of them writes with one letter are one.
_HEARD = {
    **_KEY_LETTERS,
    **dict.fromkeys("dD", "d"),
    **dict.fromkeys("xX", "x"),
    **dict.fromkeys("CcjJZS", "j"),
    **dict.fromkeys("fv", "f"),
}
#: Names that are scored in full, at most.
_NEAREST = 16
#: Words of a name that keys are made of, at most: pairs grow with the square.
_WORDS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A name that may be the one asked for: its number among the names of the index, itself, and its score."""

    number: int
    name: str
    score: Score


def word_key(word: str) -> str:
    """Return the coarse key of one word of a name, the same for nearly all spellings of it in all scripts."""
    letters = [_KEY_LETTERS[c] for c in symbols(word) if c in _KEY_LETTERS]
    return "".join(c for n, c in enumerate(letters) if n == 0 or letters[n - 1] != c)


def name_keys(name: str) -> set[str]:
    """Return the keys that a name is kept under: one for each two of its words, and one for all of it as one word.

    Args:
        name: In any script.
    """
    words = plain_words(name)[:_WORDS]
    keys = [word_key(word) for word in words]
    whole = "".join(keys)
    found = {"+".join(sorted(pair)) for pair in combinations(keys, 2)}
    # Abd Allah and Abdullah: neighbours that another spelling joins.
    for index in range(len(keys) - 1):
        joined = [*keys[:index], keys[index] + keys[index + 1], *keys[index + 2 :]]
        found |= {"+".join(sorted(pair)) for pair in combinations(joined, 2)}
    return {*found, f"={whole}"} if whole else found


class NameIndex:
    """Names, found again in any script.

    Args:
        names: The names, numbered in their order.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: list[str] = []
        self._sounds: list[str] = []
        self._keys: dict[str, int | list[int]] = {}
        for name in names:
            self.add(name)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._names)

    def add(self, name: str) -> int:
        """Add a name; return its number."""
        number = len(self._names)
        self._names.append(name)
        self._sounds.append(_sounds(name))
        for key in name_keys(name):
            kept = self._keys.get(key)
            # Most keys have one name: a list for each would take several times the memory.
            if kept is None:
                self._keys[key] = number
            elif isinstance(kept, int):
                self._keys[key] = [kept, number]
            else:
                kept.append(number)
        return number

    def find(self, name: str, threshold: float = SAME_PERSON) -> list[Found]:
        """Return the names that are the one asked for, the likeliest first.

        Args:
            name: In any script.
            threshold: Least score.
        """
        candidates = list(dict.fromkeys(self._candidates(name)))
        if len(candidates) > _NEAREST:
            candidates = self._nearest(name, candidates)
        scored = [Found(number, self._names[number], same_person(name, self._names[number])) for number in candidates]
        likely = [found for found in scored if found.score.value >= threshold]
        return sorted(likely, key=lambda found: (-found.score.value, found.number))

    def _candidates(self, name: str) -> Iterator[int]:
        for key in sorted(name_keys(name)):
            kept = self._keys.get(key, [])
            yield from [kept] if isinstance(kept, int) else kept

    def _nearest(self, name: str, candidates: list[int]) -> list[int]:
        """The candidates whose sounds are nearest, by plain edit distance."""
        choices = {number: self._sounds[number] for number in candidates}
        ranked = process.extract(_sounds(name), choices, scorer=Levenshtein.normalized_similarity, limit=_NEAREST)
        return [number for _, _, number in ranked]


def _sounds(name: str) -> str:
    """A name as its sounds without vowels, word by word, for the fast comparison."""
    return " ".join("".join(_HEARD.get(c, "") for c in symbols(word)) for word in plain_words(name))
