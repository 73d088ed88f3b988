"""Put back what keyboards, converters and scrapers took from a text, beside it and never in place.

Some faults are the same in every language (`peyman.text.mojibake`, `peyman.text.characters`); the others are described
in ``languages/<code>/repair.toml``, whose tables are these:

``letters``
    Letters replaced one for one wherever they stand: those of another keyboard or code page. ``given`` is a pattern
    that a text must hold for that, ``unless`` one that it must not. With ``hides_language`` a text that is in no
    language is tried again with them put right (`peyman.text.identify`).
``rules``
    Regular expressions with what to put in place of a match, in order; ``given``, ``unless`` as above.
``split``
    Words that have run together (`peyman.text.split`), with the list of words that tells so.
``apart``
    Parts of words that stand apart, with a space where a joiner was.
``restoration``
    Learnt models of what was lost (`peyman.text.restore`), each with the probabilities from which it acts.

An undamaged text comes out as it went in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, chain, compress, count
from typing import Any

from peyman.languages import Language
from peyman.text import characters
from peyman.text.mojibake import mojibake
from peyman.text.offsets import Edit, OffsetMap, apply_edits
from peyman.text.restore import LONGEST_WORD, RestorationModel, load_model
from peyman.text.split import Split

JOINER = "\u200c"
_MARKS = "\u064b-\u065f\u0670"
# Odds that a text which shows nothing of a kind is undamaged, before its words are looked at.
_UNDAMAGED_ODDS = 0.5
_REMEMBERED_WORDS = 100_000
#: What is longer than this is no word, and would fill the memory.
_LONGEST_REMEMBERED = 64
#: What most often stands beside a word, and is in none.
_PUNCTUATION = ".,:;!?()[]\"'«»،؛؟…"
# How many sites the text as a whole counts for, beside those of one kind.
_PRIOR = 3.0

_PART = rf"[^\W\d_]{{1,{LONGEST_WORD}}}"

Step = Callable[[str], Iterable[Edit]]

#: What may befall a text in any language, in the order in which it is put right.
_COMMON: tuple[Step, ...] = (
    mojibake,
    characters.entities,
    characters.controls,
    characters.presentation_forms,
    characters.tatweel,
    characters.joiners,
)


def repair(text: str, language: Language, spared: Sequence[tuple[int, int]] = ()) -> tuple[str, OffsetMap]:
    """Return the repaired text and the map from the published to the repaired one.

    Args:
        text: The text as it was extracted.
        language: Gives the rules (``repair.toml``).
        spared: Published spans ``[start, end)`` in another language, in order: only what is put right in any language
            is put right there.
    """
    offsets, edited = OffsetMap.identity(len(text)), False
    for step in (*_COMMON, *_steps(language), characters.spaces):
        edits = list(step(text))
        if edits and spared and step not in _COMMON and step is not characters.spaces:
            edits = _outside(edits, [offsets.to_edited(start, end) for start, end in spared])
        if edits:
            text, following = apply_edits(text, edits)
            offsets = offsets.then(following) if edited else following
            edited = True
    return text, offsets


def _outside(edits: Sequence[Edit], spared: Sequence[tuple[int, int]]) -> list[Edit]:
    """The edits that touch none of the spans; both are in order."""
    kept, at = [], 0
    for edit in edits:
        while at < len(spared) and spared[at][1] <= edit.start:
            at += 1
        if at == len(spared) or edit.end <= spared[at][0]:
            kept.append(edit)
    return kept


@cache
def _steps(language: Language) -> tuple[Step, ...]:
    table = language.table("repair")
    steps: list[Step] = []
    steps += [_Letters(entry) for entry in table.get("letters", ())]
    steps += [_Rule.of(rule) for rule in table.get("rules", ())]
    steps += [Split.of(entry, language) for entry in table.get("split", ())]
    models = [_Restoration.of(entry, language) for entry in table.get("restoration", ())]
    joiner = next((model for model in models if model.model.joins), None)
    if joiner is not None and joiner.model.pairs:
        steps.append(_Pairs(joiner))
    steps += [_Apart.of(entry, joiner.model if joiner else None) for entry in table.get("apart", ())]
    return (*steps, *models)


@dataclass(frozen=True)
class _Where:
    """The texts that a step is meant for: what they must hold, and what they must not."""

    given: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> _Where:
        given, unless = entry.get("given"), entry.get("unless")
        return cls(re.compile(given) if given else None, re.compile(unless) if unless else None)

    def holds(self, text: str) -> bool:
        if self.given is not None and self.given.search(text) is None:
            return False
        return self.unless is None or self.unless.search(text) is None


class _Letters:
    """Replace letters one for one, in a text that is of the kind."""

    def __init__(self, entry: Mapping[str, Any]) -> None:
        self._table = dict(entry["replaced"])
        self._letters = re.compile("[" + "".join(map(re.escape, self._table)) + "]")
        self._where = _Where.of(entry)

    def __call__(self, text: str) -> Iterator[Edit]:
        if not self._where.holds(text):
            return
        for match in self._letters.finditer(text):
            yield Edit(match.start(), match.end(), self._table[match.group()])


@dataclass(frozen=True)
class _Rule:
    """Replace what a pattern matches, in a text that is of the kind."""

    pattern: re.Pattern[str]
    replacement: str
    where: _Where

    @classmethod
    def of(cls, entry: Mapping[str, str]) -> _Rule:
        return cls(re.compile(entry["pattern"]), entry["replacement"], _Where.of(entry))

    def __call__(self, text: str) -> Iterator[Edit]:
        if not self.where.holds(text):
            return
        for match in self.pattern.finditer(text):
            new = match.expand(self.replacement)
            if new != match.group():
                yield _smallest(match.start(), match.group(), new)


def _smallest(at: int, old: str, new: str) -> Edit:
    """One edit that leaves alone what the two begin and end with."""
    start = 0
    while start < len(old) and start < len(new) and old[start] == new[start]:
        start += 1
    end = 0
    while end < len(old) - start and end < len(new) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Edit(at + start, at + len(old) - end, new[start : len(new) - end])


@dataclass(frozen=True)
class _Apart:
    """Join a part of a word that stands apart to its word.

    Attributes:
        after: The space and the second part. Where that is any word, the first part as well.
        before: The first part, up to the space; None where ``after`` holds it.
        model: What judges the joiner, if there is one.
        least: How likely it must be.
    """

    after: re.Pattern[str]
    before: re.Pattern[str] | None
    model: RestorationModel | None
    least: float

    @classmethod
    def of(cls, entry: Mapping[str, Any], model: RestorationModel | None) -> _Apart:
        # Parts of bounded length, begun only where a word begins: the time stays linear whatever the text holds.
        edge = rf"[\w{JOINER}{_MARKS}]"
        parts, least = entry.get("before", _PART), float(entry.get("least", 0.0))
        before = rf"(?<!{edge})(?P<before>{parts})"
        after = rf" (?P<after>{entry.get('after', _PART)})(?!{edge})"
        if "after" in entry and "[" not in entry["after"]:
            # A few endings are found sooner than all words that may stand before them.
            return cls(re.compile(after), re.compile(rf"{before}\Z"), model, least)
        # So is what all parts before end in, if they are few.
        last = "" if "[" in parts else _common_end(parts.split("|"))
        if last:
            return cls(re.compile(last + after), re.compile(rf"{before}\Z"), model, least)
        return cls(re.compile(before + after), None, model, least)

    def __call__(self, text: str) -> Iterator[Edit]:
        at = 0
        while (match := self.after.search(text, at)) is not None:
            # The part after may be a part before, too ("خانه های ی"), so the search goes on at the space behind it.
            at = match.end("after") if match.start() + 1 == match.start("after") else match.start("after")
            space = match.start("after") - 1
            first = match if self.before is None else self.before.search(text, max(0, space - LONGEST_WORD - 1), space)
            if first is None:
                continue
            before, after = first["before"].replace(JOINER, ""), match["after"].replace(JOINER, "")
            if self.least and self.model is not None:
                judged = dict(self.model.probabilities(before + after))
                if judged.get(len(before), 0.0) < self.least:
                    continue
            yield Edit(space, space + 1, JOINER)


def _common_end(words: Sequence[str]) -> str:
    shortest = min(words, key=len)
    ends = (shortest[at:] for at in range(len(shortest)))
    return next((end for end in ends if all(word.endswith(end) for word in words)), "")


@dataclass(frozen=True)
class _Pairs:
    """Join parts of words that are known to stand apart hardly ever.

    In a text that has kept its joiners, what stands apart is meant to: the text must hold more such pairs than joiners.
    """

    restoration: _Restoration

    def __call__(self, text: str) -> list[Edit]:
        words = self.restoration.words
        edits: list[Edit] = []
        joined = -1  # where what was joined last begins
        for start, word, chunk in self.restoration.look_at(text):
            follows, space = chunk.follows, start - 1
            if follows is None or not start or text[space] != " ":
                continue
            if words.fullmatch(word) is not None:
                if word not in follows or space - len(word) == joined:
                    continue
            else:
                last = next((match for match in words.finditer(word) if match.end() == len(word)), None)
                if last is None or last.group() not in follows:
                    continue
            edits.append(Edit(space, start, JOINER))
            joined = start
        return edits if len(edits) > text.count(JOINER) else []


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What is worth knowing of what stands between two blanks, which most often is one word.

    Attributes:
        sites: Where something may have been lost: the place, the kind, what it was, and how likely that is.
        follows: What its first word is joined to, where it begins with that.
    """

    sites: tuple[tuple[int, str, str, float], ...]
    follows: Collection[str] | None


class _Chunks(dict[str, "_Chunk | None"]):
    """All met so far between two blanks; None where there is nothing to be known, as of most words."""

    def __init__(self, read: Callable[[str], _Chunk | None], nothing: frozenset[str]) -> None:
        super().__init__(dict.fromkeys(nothing))
        self._read, self._nothing, self._most = read, nothing, len(self) + _REMEMBERED_WORDS

    def __missing__(self, chunk: str) -> _Chunk | None:
        known = None if chunk.strip(_PUNCTUATION) in self._nothing else self._read(chunk)
        if len(chunk) <= _LONGEST_REMEMBERED:
            if len(self) > self._most:
                self.clear()
                self.update(dict.fromkeys(self._nothing))
            self[chunk] = known
        return known


@dataclass(frozen=True)
class _Restoration:
    """Restore what a model finds lost.

    How sure the model must be depends on the text: in one where nothing of the kind is left, what it takes for lost
    most probably was; in one that has kept nearly all of it, only what is as good as certain is changed.

    Attributes:
        model: The learnt model.
        words: What a word is made of.
        likely: The probability asked for in a text that has lost everything of the kind.
        certain: That asked for in a text that has lost nothing.
        intact: A text that has kept this share of a kind has lost none of it: what else might be restored is its way
            of writing.
        spelled: Other spellings of letters, as the model knows them; nothing is restored in their place.
        whole: Stems that are one piece, whatever the model takes them for.
        never: Letters that are what they are, by what stands beside them.
    """

    model: RestorationModel
    words: re.Pattern[str]
    likely: float
    certain: float
    intact: float
    spelled: Mapping[int, str]
    whole: re.Pattern[str] | None
    never: re.Pattern[str] | None
    _follows: dict[str, set[str]] = field(default_factory=dict, repr=False, compare=False)
    _chunks: _Chunks = field(init=False, repr=False, compare=False)
    _looked: tuple[str, list[tuple[int, str, _Chunk]]] = field(default=("", []), repr=False, compare=False)

    def __post_init__(self) -> None:
        for before, after in self.model.pairs.items():
            for word in after:
                self._follows.setdefault(word, set()).add(before)
        # Other spellings have to be looked through first.
        settled = frozenset() if self.spelled else self.model.settled.difference(self._follows)
        object.__setattr__(self, "_chunks", _Chunks(self._read, settled))

    @classmethod
    def of(cls, entry: Mapping[str, Any], language: Language) -> _Restoration:
        model = load_model(language.folder / entry["model"])
        alphabet = entry["alphabet"]
        return cls(
            model=model,
            words=re.compile(f"[{alphabet}][{alphabet}{_MARKS}{JOINER if model.joins else ''}]*", re.IGNORECASE),
            likely=float(entry["likely"]),
            certain=float(entry["certain"]),
            intact=float(entry["intact"]),
            # The model knows words that have lost everything: what a word has kept is taken from it, too.
            spelled=str.maketrans({new: old for old, new in model.lost.items()} | entry.get("spelled", {})),
            never=re.compile(entry["never"]) if entry.get("never") else None,
            whole=re.compile("|".join(sorted(entry["whole"], key=len, reverse=True))) if entry.get("whole") else None,
        )

    def __call__(self, text: str) -> list[Edit]:
        # What may have been lost is weighed by kind: a text may have lost its cedillas and kept its circumflexes.
        found: dict[str, list[tuple[int, str, float]]] = {}
        for start, _, chunk in self.look_at(text):
            for at, kind, new, probability in chunk.sites:
                found.setdefault(kind, []).append((start + at, new, probability))
        object.__setattr__(self, "_looked", ("", []))
        if not found:
            return []
        kept = {kind: sum(map(text.count, {kind, kind.upper()})) for kind in self.kinds}
        lost = {kind: sum(probability for _, _, probability in sites) for kind, sites in found.items()}
        overall = sum(kept.values()) / (sum(kept.values()) + sum(lost.values()))
        edits = []
        for kind, sites in found.items():
            # A few of one kind say little: what the text has kept of all kinds counts beside them.
            share = (kept[kind] + _PRIOR * overall) / (kept[kind] + lost[kind] + _PRIOR)
            asked = self.likely + (self.certain - self.likely) * min(1.0, share / self.intact)
            if not kept[kind]:
                # One word that others write otherwise does not make a damaged text; many at once do. By Bayes' rule: an
                # undamaged text would have to lack every one of them by its writer's habit.
                asked *= 1.0 + _UNDAMAGED_ODDS * math.prod(1.0 - probability for _, _, probability in sites)
            width = 0 if self.model.joins else 1
            edits += [Edit(at, at + width, new) for at, new, probability in sites if probability >= asked]
        return sorted(edits)

    def look_at(self, text: str) -> list[tuple[int, str, _Chunk]]:
        """Return where something is worth knowing of what stands between two blanks or lines, what precedes, and it."""
        last, found = self._looked
        if last is not text:
            # No word holds a blank, and none asks what stands behind one: what is between two can be remembered.
            chunks = text.replace("\n", " ").split(" ")
            known = list(map(self._chunks.__getitem__, chunks))
            lengths = accumulate(map(len, chunks), initial=0)
            rows = compress(zip(count(), lengths, chain(("",), chunks), known), known)
            found = [(n + at, before, chunk) for n, at, before, chunk in rows if chunk]
            object.__setattr__(self, "_looked", (text, found))
        return found

    def _read(self, chunk: str) -> _Chunk | None:
        first = self.words.match(chunk)
        if first is not None and first.end() == len(chunk):
            follows, sites = self._follows.get(chunk), self._sites(chunk)
        else:
            follows = self._follows.get(first.group()) if first is not None else None
            sites = tuple(
                (match.start() + at, kind, new, probability)
                for match in self.words.finditer(chunk)
                for at, kind, new, probability in self._sites(match.group())
            )
        return _Chunk(sites, follows) if sites or follows else None

    def _sites(self, word: str) -> tuple[tuple[int, str, str, float], ...]:
        """Where in a word something may have been lost: the place, the kind, what it was, and how likely that is."""
        bare = word.casefold()
        if len(bare) != len(word):
            return ()  # a letter of another language, which becomes two small ones
        places: Sequence[int] = range(len(word))
        if not bare.isalpha():
            places = [index for index, letter in enumerate(bare) if letter.isalpha()]
            bare = "".join(bare[index] for index in places)
        judged = self.model.probabilities(bare.translate(self.spelled) if self.spelled else bare)
        likely = [row for row in judged if row[1] >= self.likely]
        if not likely:
            return ()
        stem = self.whole.match(bare) if self.whole else None
        fixed = {match.start() for match in self.never.finditer(bare)} if self.never else ()
        found: list[tuple[int, str, str, float]] = []
        for site, probability in likely:
            if (stem is not None and site < stem.end()) or site in fixed:
                continue
            if self.model.joins:
                at = self._before(word, places[site])
                if at is not None:
                    found.append((at, JOINER, JOINER, probability))
            elif (restored := self.model.lost.get(bare[site])) is not None:
                new = restored.upper() if word[places[site]].isupper() else restored
                found.append((places[site], restored, new, probability))
        return tuple(found)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What may have been lost."""
        return (JOINER,) if self.model.joins else tuple(self.model.lost.values())

    @staticmethod
    def _before(word: str, at: int) -> int | None:
        """Where a joiner goes; None if one is there already, or if a single letter would stand between the two."""
        return None if JOINER in word[max(0, at - 2) : at + 2] else at
