"""Stretches of a document's text with what was found in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peyman.model import Span
from peyman.record.search.expansion import Sought
from peyman.record.search.results import Mark, MatchKind, Snippet
from peyman.record.search.words import Word, parts_of, stems_of, words_of

#: Words in a snippet, and snippets of a document.
WORDS = 34
MOST = 3
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "))
_RANK: dict[MatchKind, int] = {"word": 0, "form": 1, "name": 2}
#: Words before the first one that is marked.
_BEFORE = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of words that answers to something that is sought.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        kind: How it answers.
        sought: Number of what it answers to.
    """

    first: int
    last: int
    kind: MatchKind
    sought: int


class Finder:
    """Finds in texts what a query seeks.

    Args:
        sought: What it seeks.
    """

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._starts: dict[str, list[tuple[tuple[str, ...], MatchKind, int]]] = {}
        self._stems: dict[str, list[tuple[MatchKind, int]]] = {}
        for number, each in enumerate(sought):
            index = number if each.group is None else each.group
            for words in each.exact:
                self._starts.setdefault(words[0], []).append((words, "word", index))
            for word in each.forms:
                self._starts.setdefault(word, []).append(((word,), "form", index))
            for name in each.names:
                self._starts.setdefault(name[0], []).append((name, "name", index))
                if len(name) == 1:
                    self._stems.setdefault(name[0], []).append(("name", index))
            for stem in each.stems:
                self._stems.setdefault(stem, []).append(("form", index))
        # A stem is a part of its word, so that most words need not be taken apart.
        self._any_stem = re.compile("|".join(map(re.escape, self._stems)) or "(?!)")

    def find(self, words: Sequence[Word], language: str) -> list[Found]:
        """Return what is found, in order and without overlaps; the closest kind first, then the longest."""
        found: list[Found] = []
        known: dict[str, tuple[str, ...]] = {}
        for position, word in enumerate(words):
            for sequence, kind, index in self._starts.get(word.form, ()):
                end = position + len(sequence)
                if len(sequence) == 1 or tuple(each.form for each in words[position:end]) == sequence:
                    found.append(Found(position, end, kind, index))
            if not self._any_stem.search(word.form):
                continue
            stems = known.get(word.text)
            if stems is None:
                stems = known[word.text] = (*stems_of(word.form, language), *parts_of(word.text))
            for stem in stems:
                found += [Found(position, position + 1, kind, index) for kind, index in self._stems.get(stem, ())]
        found.sort(key=lambda each: (_RANK[each.kind], each.first - each.last, each.first))
        taken: set[int] = set()
        kept = []
        for each in found:
            if taken.isdisjoint(range(each.first, each.last)):
                taken.update(range(each.first, each.last))
                kept.append(each)
        return sorted(kept, key=lambda each: each.first)


def match_of(found: Iterable[Found]) -> MatchKind:
    """Return the kind in which the thing that answers worst answers best."""
    best: dict[int, MatchKind] = {}
    for each in found:
        if each.sought not in best or _RANK[each.kind] < _RANK[best[each.sought]]:
            best[each.sought] = each.kind
    return max(best.values(), key=_RANK.__getitem__, default="word")


def snippets(
    text: str, language: str, finder: Finder, evidence: Sequence[tuple[Span, str]]
) -> tuple[tuple[Snippet, ...], MatchKind]:
    """Return the stretches of a text that show best what was found, and how the text answers.

    Args:
        text: The document's text.
        language: Its language.
        finder: What is sought.
        evidence: Spans of the evidence of entries in which all was found, with the public id of the entry.

    Returns:
        Stretches in evidence first; the beginning of the text where nothing is found in it.
    """
    words = words_of(text)
    found = finder.find(words, language)
    if not found:
        return (_cut(text, words, 0, [], None),) if words else (), "word"
    made: list[Snippet] = []
    covered: list[range] = []
    for span, entry in evidence:
        inside = [each for each in found if span[0] <= words[each.first].start < span[1]]
        if inside and not any(inside[0].first in stretch for stretch in covered):
            begin = _begin(words, inside, span[0])
            made.append(_cut(text, words, begin, found, entry))
            covered.append(range(begin, begin + WORDS))
        if len(made) == MOST:
            break
    windows = sorted(
        ((_worth(found, position), -each.first, _start(each.first)) for position, each in enumerate(found)),
        reverse=True,
    )
    for _, _, begin in windows:
        if len(made) >= (MOST if evidence else MOST - 1):
            break
        if not any(begin < stretch.stop and stretch.start < begin + WORDS for stretch in covered):
            made.append(_cut(text, words, begin, found, None))
            covered.append(range(begin, begin + WORDS))
    return tuple(made), match_of(found)


def _start(first: int) -> int:
    return max(0, first - _BEFORE)


def _begin(words: Sequence[Word], inside: Sequence[Found], start: int) -> int:
    """The first word of the evidence, if what was found in it lies within a snippet from there."""
    first = next(n for n in range(len(words)) if words[n].end > start)
    return first if inside[0].last - first <= WORDS else _start(inside[0].first)


def _worth(found: Sequence[Found], position: int) -> tuple[int, int]:
    """How many different things, and how many in all, a snippet holds that begins at one of them."""
    end = _start(found[position].first) + WORDS
    inside = [each.sought for each in found[position:] if each.last <= end]
    return len(set(inside)), len(inside)


def _cut(text: str, words: Sequence[Word], begin: int, found: Sequence[Found], entry: str | None) -> Snippet:
    end = min(len(words), begin + WORDS)
    start = words[begin].start if begin else 0
    stop = words[end - 1].end if end < len(words) else len(text.rstrip())
    marks: list[Mark] = [
        (words[each.first].start - start, words[each.last - 1].end - start, each.kind)
        for each in found
        if begin <= each.first and each.last <= end
    ]
    return Snippet(
        text=text[start:stop].translate(_BREAKS),
        span=(start, stop),
        marks=tuple(marks),
        cut=(begin > 0, end < len(words)),
        entry=entry,
    )
