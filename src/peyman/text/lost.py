"""What a text has lost, found between its blanks: letters and joiners to put back, parts of words that stand apart.

Nothing that is restored depends on more than what stands between two blanks, and on whether it is joined to what
stands beside it. Both are found out once for each such *chunk*, and remembered; of a text only the few chunks are
looked at of which there is something to be known.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from typing import Any

from peyman.languages import Language
from peyman.text.chunks import LONGEST_REMEMBERED, PUNCTUATION, Chunk, Chunks, Looked, Place, Site
from peyman.text.offsets import Edit
from peyman.text.restore import LONGEST_WORD, RestorationModel, load_model

JOINER = "\u200c"
_MARKS = "\u064b-\u065f\u0670"
# Odds that a text which shows nothing of a kind is undamaged, before its words are looked at.
_UNDAMAGED_ODDS = 0.5
# How many sites the text as a whole counts for, beside those of one kind.
_PRIOR = 3.0

_MARKS_AND_JOINERS = re.compile(f"[{_MARKS}{JOINER}]")
_NOTHING: frozenset[str] = frozenset()
_PART = rf"[^\W\d_]{{1,{LONGEST_WORD}}}"

_new = tuple.__new__  # what a named tuple does, without a call in between


@dataclass(frozen=True)
class Restoration:
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
        endings: Words that rules may join to what precedes.
        beginnings: Words that rules may join to what follows.
        follows: Second parts of pairs, and the more frequent first parts of each.
        leads: First parts of pairs, and the more frequent second parts of each.
        tails: Second parts of pairs, and the last two letters of those first parts.
        heads: First parts of pairs, and the first two letters of those second parts.
    """

    model: RestorationModel
    words: re.Pattern[str]
    likely: float
    certain: float
    intact: float
    spelled: Mapping[int, str]
    whole: re.Pattern[str] | None
    never: re.Pattern[str] | None
    endings: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()
    follows: dict[str, set[str]] = field(init=False, repr=False, compare=False)
    leads: dict[str, set[str]] = field(init=False, repr=False, compare=False)
    tails: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    heads: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    _plain: bool = field(init=False, repr=False, compare=False)
    _shared: dict[str, tuple[Site, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _edges: tuple[frozenset[str], frozenset[str]] = field(init=False, repr=False, compare=False)
    _chunks: Chunks = field(init=False, repr=False, compare=False)
    _looked: Looked = field(default_factory=lambda: Looked("", []), repr=False, compare=False)

    def __post_init__(self) -> None:
        often = self.model.counts.whole
        follows: dict[str, set[str]] = {}
        leads: dict[str, set[str]] = {}
        for before, behind in self.model.pairs.items():
            for after in behind:
                # A pair is looked for where its rarer part stands.
                if often.get(before, 0.0) < often.get(after, 0.0):
                    leads.setdefault(before, set()).add(after)
                else:
                    follows.setdefault(after, set()).add(before)
        object.__setattr__(
            self, "tails", {after: frozenset(b[-2:] for b in firsts) for after, firsts in follows.items()}
        )
        object.__setattr__(self, "heads", {before: frozenset(a[:2] for a in after) for before, after in leads.items()})
        object.__setattr__(self, "follows", follows)
        object.__setattr__(self, "leads", leads)
        object.__setattr__(self, "_edges", (self.endings, self.beginnings))
        object.__setattr__(self, "endings", self.endings.union(follows))
        object.__setattr__(self, "beginnings", self.beginnings.union(leads))
        # Other spellings have to be looked through first.
        known = frozenset() if self.spelled else self.model.settled.difference(self.endings, self.beginnings)
        parts = all(self.words.match(mark) is None for mark in PUNCTUATION)
        object.__setattr__(self, "_plain", self.model.joins and not self.spelled and self.never is None)
        object.__setattr__(self, "_chunks", Chunks(self._read, known, parts))

    @classmethod
    def of(cls, entry: Mapping[str, Any], apart: Iterable[Mapping[str, Any]], language: Language) -> Restoration:
        """Return what an entry of ``repair.toml`` describes.

        Args:
            entry: The entry, of ``restoration``.
            apart: The entries of ``apart``, whose words are looked out for where joiners are restored.
            language: Whose folder holds the model.
        """
        model = load_model(language.folder / entry["model"])
        alphabet = entry["alphabet"]
        rules = list(apart) if model.joins else ()
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
            endings=frozenset(word for rule in rules for word in _listed(rule, "after")),
            beginnings=frozenset(
                word for rule in rules if not _listed(rule, "after") for word in _listed(rule, "before")
            ),
        )

    def __call__(self, text: str) -> list[Edit]:
        """Return the edits that put back what was lost."""
        # What may have been lost is weighed by kind: a text may have lost its cedillas and kept its circumflexes.
        found: dict[str, list[tuple[int, str, float]]] = {}
        places = self.look_at(text)
        if self.model.joins:
            sites = [(start + at, new, p) for start, _, (sites, _, _) in places for at, _, new, p in sites]
            if sites:
                found[JOINER] = sites
        else:
            for start, _, chunk in places:
                for at, kind, new, probability in chunk[0]:
                    found.setdefault(kind, []).append((start + at, new, probability))
        object.__setattr__(self, "_looked", Looked("", []))
        if not found:
            return []
        kept = {kind: sum(map(text.count, {kind, kind.upper()})) for kind in self.kinds}
        lost = {kind: sum(probability for _, _, probability in sites) for kind, sites in found.items()}
        overall = sum(kept.values()) / (sum(kept.values()) + sum(lost.values()))
        width = 0 if self.model.joins else 1
        edits: list[Edit] = []
        for kind, sites in found.items():
            # A few of one kind say little: what the text has kept of all kinds counts beside them.
            share = (kept[kind] + _PRIOR * overall) / (kept[kind] + lost[kind] + _PRIOR)
            asked = self.likely + (self.certain - self.likely) * min(1.0, share / self.intact)
            if not kept[kind]:
                # One word that others write otherwise does not make a damaged text; many at once do. By Bayes' rule: an
                # undamaged text would have to lack every one of them by its writer's habit.
                asked *= 1.0 + _UNDAMAGED_ODDS * math.prod(1.0 - probability for _, _, probability in sites)
            edits += [_new(Edit, (at, at + width, new)) for at, new, probability in sites if probability >= asked]
        return edits if len(found) == 1 else sorted(edits)

    def look_at(self, text: str) -> list[Place]:
        """Return the chunks of a text of which there is something to be known, in order."""
        return self._look_at(text).places

    def edges(self, text: str) -> list[Place]:
        """Return those that begin or end with words that may be joined to what stands beside them, in order."""
        looked = self._look_at(text)
        if looked.edges is None:
            looked.edges = [place for place in looked.places if place[2][1] or place[2][2]]
        return looked.edges

    def ruled(self, text: str) -> list[Place]:
        """Return those of the edges whose words rules may join."""
        looked = self._look_at(text)
        if looked.ruled is None:
            endings, beginnings = self._edges
            looked.ruled = [e for e in self.edges(text) if e[2][1] in endings or e[2][2] in beginnings]
        return looked.ruled

    def _look_at(self, text: str) -> Looked:
        looked = self._looked
        last = looked.text
        if last is text:
            return looked
        if len(last) == len(text) and (joined := _joined(last, text)) is not None:
            places = self._look_again(looked.places, text, joined)
        else:
            places = self._look(text)
        looked = Looked(text, places)
        object.__setattr__(self, "_looked", looked)
        return looked

    def _look(self, text: str) -> list[Place]:
        # No word holds a blank, and none asks what stands behind one: what is between two can be remembered.
        chunks = text.replace("\n", " ").split(" ")
        known = list(map(self._chunks.__getitem__, chunks))
        rows = zip(
            accumulate(map(len, chunks), initial=0), count(), chunks, known
        )  # how many letters and blanks before
        return [_new(Place, (at + n, chunk, told)) for at, n, chunk, told in compress(rows, known) if told]

    def _look_again(self, places: list[Place], text: str, joined: Sequence[int]) -> list[Place]:
        """The places of a text in which joiners have taken the place of some spaces since it was looked at."""
        found: list[Place] = []
        at = end = 0
        for joiner in joined:
            if joiner < end:
                continue  # the third part of a word
            start, end = _bounds(text, joiner)
            until = bisect_left(places, start, at, key=_start)
            found += places[at:until]
            chunk = text[start:end]
            known = self._chunks[chunk]
            if known is not None:
                found.append(_new(Place, (start, chunk, known)))
            at = bisect_left(places, end, until, key=_start)
        return found + places[at:]

    def _read(self, chunk: str) -> Chunk | None:
        written = self.model.decided.get(chunk)
        if written is not None or self.words.fullmatch(chunk) is not None:
            sites = self._sites(chunk) if written is None or not self._plain else self._met(chunk, written)
            first = chunk if chunk in self.endings else ""
            last = chunk if chunk in self.beginnings else ""
            return _new(Chunk, (sites, first, last)) if sites or first or last else None
        first = last = ""
        found: list[Site] = []
        for match in self.words.finditer(chunk):
            start, word = match.start(), match.group()
            if not start:
                first = word
            if match.end() == len(chunk):
                last = word
            found += [(start + at, kind, new, probability) for at, kind, new, probability in self._sites(word)]
        sites = tuple(found)
        if first not in self.endings:
            first = ""
        if last not in self.beginnings:
            last = ""
        return _new(Chunk, (sites, first, last)) if sites or first or last else None

    def _met(self, word: str, written: str) -> tuple[Site, ...]:
        """Where a word has lost a joiner that the model has met: very many have lost it in the same place."""
        sites = self._shared.get(written)
        if sites is None:
            judged = self.model.probabilities(word)
            sites = self._shared[written] = tuple([(at, JOINER, JOINER, p) for at, p in judged if p >= self.likely])
        return sites if not sites or self.whole is None or self.whole.match(word) is None else self._sites(word)

    def _sites(self, word: str) -> tuple[Site, ...]:
        """Where in a word something may have been lost."""
        if self._plain and (word in self.model.settled or _MARKS_AND_JOINERS.sub("", word) in self.model.settled):
            return ()
        bare = word.casefold()
        if len(bare) != len(word):
            return ()  # a letter of another language, which becomes two small ones
        places: Sequence[int] | None = None
        if not bare.isalpha():
            places = [index for index, letter in enumerate(bare) if letter.isalpha()]
            bare = "".join([bare[index] for index in places])
        judged = self.model.probabilities(bare.translate(self.spelled) if self.spelled else bare)
        if not judged or not (likely := [row for row in judged if row[1] >= self.likely]):
            return ()
        stem = self.whole.match(bare) if self.whole else None
        fixed = {match.start() for match in self.never.finditer(bare)} if self.never else ()
        found: list[Site] = []
        for site, probability in likely:
            if (stem is not None and site < stem.end()) or site in fixed:
                continue
            place = site if places is None else places[site]
            if self.model.joins:
                # None where there is one already, nor where a single letter would stand between the two.
                if places is None or JOINER not in word[max(0, place - 2) : place + 2]:
                    found.append((place, JOINER, JOINER, probability))
            elif (restored := self.model.lost.get(bare[site])) is not None:
                new = restored.upper() if word[place].isupper() else restored
                found.append((place, restored, new, probability))
        return tuple(found)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What may have been lost."""
        return (JOINER,) if self.model.joins else tuple(self.model.lost.values())


def _start(place: Place) -> int:
    return place[0]


def _joined(before: str, text: str) -> list[int] | None:
    """Where a joiner has taken the place of a space; None where the two differ in anything else."""
    found: list[int] = []
    same = at = 0
    while (at := text.find(JOINER, at)) >= 0:
        if before[at] == " ":
            if before[same:at] != text[same:at]:
                return None
            found.append(at)
            same = at + 1
        at += 1
    return found if before[same:] == text[same:] else None


def _bounds(text: str, at: int) -> tuple[int, int]:
    """Where the chunk begins and ends that holds a character."""
    start, end = at, at
    while start > 0 and text[start - 1] not in " \n":
        start -= 1
    while end < len(text) and text[end] not in " \n":
        end += 1
    return start, end


@dataclass(frozen=True)
class Pairs:
    """Join parts of words that are known to stand apart hardly ever.

    In a text that has kept its joiners, what stands apart is meant to: the text must hold more such pairs than joiners.
    """

    restoration: Restoration

    def __call__(self, text: str) -> list[Edit]:
        """Return the edits that join them."""
        words, follows, leads = self.restoration.words, self.restoration.follows, self.restoration.leads
        tails, heads = self.restoration.tails, self.restoration.heads
        edits: list[Edit] = []
        joined = -1  # where what was joined last begins
        for start, chunk, (_, first, last) in self.restoration.edges(text):
            # Most of what stands beside is told apart by two letters.
            if start > 2 and text[start - 3 : start - 1] in tails.get(first, _NOTHING) and text[start - 1] == " ":
                # What is longer is part of no pair.
                word = text[max(0, start - 1 - LONGEST_REMEMBERED) : start - 1].replace("\n", " ").rpartition(" ")[2]
                firsts = follows[first]
                if words.fullmatch(word) is not None:
                    meant = word in firsts and start - 1 - len(word) != joined
                else:
                    meant = self._last(word) in firsts
                if meant:
                    edits.append(_new(Edit, (start - 1, start, JOINER)))
                    joined = start
            if last:
                end = start + len(chunk)
                if text[end + 1 : end + 3] in heads.get(last, _NOTHING) and text[end] == " ":
                    if last == chunk and start == joined:
                        continue
                    second = words.match(text, end + 1)
                    if second is not None and second.group() in leads[last]:
                        edits.append(_new(Edit, (end, end + 1, JOINER)))
                        joined = end + 1
        return edits if len(edits) > text.count(JOINER) else []

    def _last(self, chunk: str) -> str:
        """The word that a chunk ends with."""
        return next((m.group() for m in self.restoration.words.finditer(chunk) if m.end() == len(chunk)), "")


@dataclass(frozen=True)
class Apart:
    """Join a part of a word that stands apart to its word.

    Attributes:
        restoration: Where to look, and what judges the joiner.
        before: The first part, up to the space.
        after: The second part.
        words: The words that one of the two may be.
        ending: Whether it is the second that may be these words only.
        least: How likely the joiner must be.
    """

    restoration: Restoration
    before: re.Pattern[str]
    after: re.Pattern[str]
    words: frozenset[str]
    ending: bool
    least: float

    @classmethod
    def of(cls, entry: Mapping[str, Any], restoration: Restoration) -> Apart:
        """Return what an entry of ``apart`` describes.

        Args:
            entry: The entry: ``before`` and ``after``, patterns of which at least one lists words, and ``least``.
            restoration: That of joiners.

        Raises:
            ValueError: If neither of the two is a list of words.
        """
        # Parts of bounded length, begun only where a word begins: the time stays linear whatever the text holds.
        edge = rf"[\w{JOINER}{_MARKS}]"
        before = re.compile(rf"(?<!{edge})(?P<part>{entry.get('before', _PART)})\Z")
        after = re.compile(rf"(?P<part>{entry.get('after', _PART)})(?!{edge})")
        endings = _listed(entry, "after")
        words = endings or _listed(entry, "before")
        if not words:
            raise ValueError(f"parts that stand apart: neither is a list of words in {dict(entry)}")
        return cls(restoration, before, after, frozenset(words), bool(endings), float(entry.get("least", 0.0)))

    def __call__(self, text: str) -> list[Edit]:
        """Return the edits that join them."""
        edits: list[Edit] = []
        words, ending = self.words, self.ending
        for start, chunk, (_, first, last) in self.restoration.ruled(text):
            if (first if ending else last) not in words:
                continue
            space = start - 1 if ending else start + len(chunk)
            if 0 <= space < len(text) and text[space] == " " and self._belong(text, space):
                edits.append(Edit(space, space + 1, JOINER))
        return edits

    def _belong(self, text: str, space: int) -> bool:
        """Whether what stands before a space and what stands behind it are one word."""
        first = self.before.search(text, max(0, space - LONGEST_WORD - 1), space)
        second = self.after.match(text, space + 1) if first is not None else None
        if first is None or second is None:
            return False
        if not self.least:
            return True
        before, after = first["part"].replace(JOINER, ""), second["part"].replace(JOINER, "")
        return dict(self.restoration.model.probabilities(before + after)).get(len(before), 0.0) >= self.least


def _listed(entry: Mapping[str, Any], part: str) -> list[str]:
    """The words of one part of an entry of ``apart``; none where it is a pattern."""
    pattern = entry.get(part, "[")
    return [] if "[" in pattern else pattern.split("|")
