"""Words that have run together, parted where both halves are words and the whole is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from peyman.languages import Language
from peyman.text.fold import fold
from peyman.text.lexicon import SHORTEST_INFLECTED_STEM, Affixes
from peyman.text.offsets import Edit

_REMEMBERED_WORDS = 100_000


@dataclass(frozen=True)
class Split:
    """Parts words that have run together (``[[split]]`` of ``repair.toml``).

    Attributes:
        word: What a word that may be two looks like; group ``second`` is where the second may begin.
        never: First halves that belong to what follows ("عبد" and a name of God).
        words: Known words, folded.
        names: Words of known names, folded: "Sierra Leone" is one word in Arabic, with an article inside.
        affixes: What known words may begin and end with.
    """

    word: re.Pattern[str]
    never: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    affixes: Affixes
    _known: dict[str, int | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, entry: Mapping[str, Any], language: Language) -> Split:
        """Return the step that an entry of the table describes."""
        second = entry["second"]
        return cls(
            word=re.compile(rf"(?<!\w)[^\W\d_]{{2,20}}?(?P<second>{second})(?!\w)"),
            never=frozenset(map(fold, entry.get("never", ()))),
            words=_word_list(language.folder / entry["words"]),
            names=_names(language.folder / "names.tsv"),
            affixes=Affixes.of(language),
        )

    def __call__(self, text: str) -> Iterator[Edit]:
        """Give the edits that part words of a text."""
        for match in self.word.finditer(text):
            word = match.group()
            if word not in self._known:
                if len(self._known) > _REMEMBERED_WORDS:
                    self._known.clear()
                self._known[word] = self._place(word, match.start("second") - match.start())
            place = self._known[word]
            if place is not None:
                yield Edit(match.start() + place, match.start() + place, " ")

    def _place(self, word: str, earliest: int) -> int | None:
        """Where a word falls into two; None if it is one, or if that is not sure."""
        whole = fold(word)
        if self._is_word(whole) or any(stem in self.names for stem in self.affixes.stems(whole)):
            return None
        for place in range(earliest, len(word)):
            first, second = fold(word[:place]), fold(word[place:])
            if not word.startswith(word[earliest : earliest + 2], place) or first in self.never:
                continue
            if first in self.words and self._is_word(second):
                return place
        return None

    def _is_word(self, folded: str) -> bool:
        stems = self.affixes.stems(folded)
        return any(stem in self.words for stem in stems if stem == folded or len(stem) >= SHORTEST_INFLECTED_STEM)


@cache
def _word_list(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


@cache
def _names(path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    forms = (form for row in rows if len(row) > 2 for form in row[2].split("|"))
    return frozenset(fold(word) for form in forms for word in form.lstrip("=").split())
