"""Phrases found in running text, however their words are inflected.

A lexicon holds phrases of one language in their dictionary form, each with a category and a value. `Lexicon.find`
walks the tokens of a text once. A word of the text matches a word of a phrase if, after folding, it is that word or
that word between prefixes and suffixes that the language's data lists (``[affixes]`` of ``language.toml``, one by one
or as slots to be filled in order): the article and the fused prepositions of Arabic, the case endings and clitics of
Kurdish, the plural of Persian.
"""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import islice, product
from typing import Any

from peyman.languages import Language
from peyman.text.fold import fold, fold_all
from peyman.text.tokens import Token, words

#: Shorter stems are matched only as they stand: too many words begin and end like them.
SHORTEST_INFLECTED_STEM = 3
#: How many words a lexicon remembers its analysis of, before it forgets them all and begins anew.
REMEMBERED_WORDS = 200_000


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a lexicon.

    Attributes:
        text: Its dictionary form.
        category: What it is to the room that looks for it.
        value: What it stands for.
        exact: Whether its words match only as they stand, without affixes.
    """

    text: str
    category: str
    value: Hashable
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a text, as a range ``[start, end)`` of token indices."""

    start: int
    end: int
    phrase: Phrase

    @property
    def category(self) -> str:
        """The phrase's category."""
        return self.phrase.category

    @property
    def value(self) -> Any:
        """What the phrase stands for."""
        return self.phrase.value


#: What leaves share: most nodes are leaves, and a mapping and a list for each would be a tenth of all that is loaded.
_CHILDLESS: dict[str, _Node] = {}


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=lambda: _CHILDLESS)
    phrases: tuple[Phrase, ...] = ()

    def child(self, word: str) -> _Node:
        """The node behind a word, made where there is none."""
        if self.children is _CHILDLESS:
            self.children = {}
        found = self.children.get(word)
        if found is None:
            found = self.children[word] = _Node()
        return found


@dataclass(frozen=True)
class Affixes:
    """Folded prefixes and suffixes that words of a language take; the empty one is among them."""

    prefixes: tuple[str, ...] = ("",)
    suffixes: tuple[str, ...] = ("",)
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _prefixes(self) -> frozenset[str]:
        return frozenset(self.prefixes)

    @cached_property
    def _suffixes(self) -> frozenset[str]:
        return frozenset(self.suffixes)

    @cached_property
    def _longest_prefix(self) -> int:
        return max(map(len, self.prefixes), default=0)

    @cached_property
    def _longest_suffix(self) -> int:
        return max(map(len, self.suffixes), default=0)

    @classmethod
    def of(cls, language: Language) -> Affixes:
        """Return the affixes that the language's data lists, always the same object for one language."""
        return _affixes_of(language)

    def stems(self, folded: str) -> tuple[str, ...]:
        """Return what is left of a folded word without its affixes, in every way that they can be cut off.

        The least inflected stem comes first, the word itself before all. Linear in the number of ways, and remembered.
        """
        known = self._known.get(folded)
        if known is None:
            if len(self._known) > REMEMBERED_WORDS:
                self._known.clear()
            known = self._known[folded] = self._cut(folded)
        return known

    def _cut(self, folded: str) -> tuple[str, ...]:
        found = {folded: 0}
        longest = len(folded) - SHORTEST_INFLECTED_STEM
        starts = [at for at in range(min(longest, self._longest_prefix) + 1) if folded[:at] in self._prefixes]
        for cut in range(min(longest, self._longest_suffix) + 1):
            end = len(folded) - cut
            if folded[end:] not in self._suffixes:
                continue
            for start in starts:
                if start + cut <= longest and found.get(folded[start:end], start + cut + 1) > start + cut:
                    found[folded[start:end]] = start + cut
        return tuple(sorted(found, key=found.__getitem__))


@cache
def _affixes_of(language: Language) -> Affixes:
    table: Mapping[str, Any] = language.table("language").get("affixes", {})

    def listed(name: str) -> tuple[str, ...]:
        affixes = set(table.get(name, ()))
        for paradigm in table.get(f"{name}_in_slots", ()):
            if not all(isinstance(slot, list) for slot in paradigm):
                # Words where slots belong would be filled letter by letter, in more ways than memory holds.
                path = language.folder / "language.toml"
                raise ValueError(f"{path}: {name}_in_slots must be a list of paradigms, each a list of slots")
            affixes.update("".join(filling) for filling in product(*paradigm))
        return tuple(sorted({"", *map(fold, affixes)}, key=lambda affix: (-len(affix), affix)))

    return Affixes(listed("prefixes"), listed("suffixes"))


class Lexicon:
    """Phrases of one language, ready to be found."""

    def __init__(self, phrases: Iterable[Phrase], affixes: Affixes | None = None) -> None:
        """Build the lexicon.

        Args:
            phrases: Its phrases; the same text may stand in several categories.
            affixes: What words may begin and end with beside their stem; None for a language without inflection.
        """
        self._affixes = affixes or Affixes()
        self._root = _Node()
        self._stems: set[str] = set()
        self._variants: dict[str, tuple[str, ...]] = {}
        self._starters: dict[str, bool] = {}
        listed = list(phrases)
        parted = [words(phrase.text)[0] for phrase in listed]
        # Folded in one go: word by word would take most of the time in which a register of thousands of names is ready.
        folds = iter(fold_all([word for each in parted for word in each]))
        for phrase, each in zip(listed, parted, strict=True):
            self._add(phrase, [sys.intern(folded) for folded in islice(folds, len(each)) if folded])

    def _add(self, phrase: Phrase, words: Sequence[str]) -> None:
        node = self._root
        if not words:
            return
        for word in words:
            node = node.child(word)
            if not phrase.exact:
                self._stems.add(word)
        if not any(p.category == phrase.category and p.value == phrase.value for p in node.phrases):
            node.phrases = (*node.phrases, phrase)

    def stems(self, folded: str) -> tuple[str, ...]:
        """Return the stems of the lexicon that a folded word can be a form of, the least inflected first."""
        known = self._variants.get(folded)
        if known is None:
            if len(self._variants) > REMEMBERED_WORDS:
                self._variants.clear()
            found = [stem for stem in self._affixes.stems(folded) if stem in self._stems]
            known = self._variants[folded] = tuple(found)
        return known

    def find(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> list[Match]:
        """Find every phrase in a range of tokens, overlapping ones included.

        Args:
            tokens: The tokens of a text.
            start: Index of the first token to look at.
            end: Index after the last one; None for all.

        Returns:
            Matches in the order of their starts, the longest first among those that start together.
        """
        stop = len(tokens) if end is None else end
        starters = self._starters
        matches: list[Match] = []
        for index in range(start, stop):
            folded = tokens[index].fold
            starts = starters.get(folded)
            if starts or (starts is None and self._may_start(folded)):
                matches += self._beginning(tokens, index, stop)
        return matches

    def _may_start(self, folded: str) -> bool:
        """Whether a phrase can begin with a word, as is remembered for the next time."""
        if len(self._starters) > REMEMBERED_WORDS:
            self._starters.clear()
        first = self._root.children
        known = self._starters[folded] = folded in first or any(stem in first for stem in self.stems(folded))
        return known

    def _beginning(self, tokens: Sequence[Token], start: int, stop: int) -> list[Match]:
        """The phrases that begin at a token, the longest first."""
        matches: list[Match] = []
        # Each state: a node, and whether every word so far stood there uninflected.
        states: list[tuple[_Node, bool]] = [(self._root, True)]
        index = start
        while states and index < stop:
            folded = tokens[index].fold
            stems = self.stems(folded)
            following: list[tuple[_Node, bool]] = []
            for node, plain in states:
                children = node.children
                if folded in children:
                    following.append((children[folded], plain))
                following += [(children[stem], False) for stem in stems if stem in children and stem != folded]
            index += 1
            here = [
                Match(start, index, phrase)
                for node, plain in following
                for phrase in node.phrases
                if plain or not phrase.exact
            ]
            matches = here + matches
            states = [state for state in following if state[0].children]
        return matches


def longest(matches: Sequence[Match]) -> list[Match]:
    """Keep, from left to right, the longest match at each place and none that overlaps one kept before.

    Matches of one range all stay: a word may mean several things.
    """
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if not kept or match.start >= kept[-1].end or (match.start, match.end) == (kept[-1].start, kept[-1].end):
            kept.append(match)
    return kept
