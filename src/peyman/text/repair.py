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
    Parts of words that stand apart, with a space where a joiner was (`peyman.text.lost`).
``restoration``
    Learnt models of what was lost (`peyman.text.restore`), each with the probabilities from which it acts.

An undamaged text comes out as it went in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from peyman.languages import Language
from peyman.text import characters
from peyman.text.lost import Apart, Pairs, Restoration
from peyman.text.mojibake import mojibake
from peyman.text.offsets import Edit, OffsetMap, apply_edits
from peyman.text.split import Split

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


#: Those that are asked only where a text holds a character that one of them may be about.
_OF_ODD_ONES = (characters.controls, characters.presentation_forms)


def repair(text: str, language: Language, spared: Sequence[tuple[int, int]] = ()) -> tuple[str, OffsetMap]:
    """Return the repaired text and the map from the published to the repaired one.

    Args:
        text: The text as it was extracted.
        language: Gives the rules (``repair.toml``).
        spared: Published spans ``[start, end)`` in another language, in order: only what is put right in any language
            is put right there.
    """
    offsets, edited = OffsetMap.identity(len(text)), False
    odd = characters.any_odd(text)
    for step in (*_COMMON, *_steps(language), characters.spaces):
        if not odd and (step in _OF_ODD_ONES or (step is characters.spaces and "  " not in text)):
            continue
        edits = list(step(text))
        if edits and spared and step not in _COMMON and step is not characters.spaces:
            edits = _outside(edits, [offsets.to_edited(start, end) for start, end in spared])
        if edits:
            text, following = apply_edits(text, edits)
            odd = odd or any(map(characters.any_odd, {edit.replacement for edit in edits}))
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
    models = [Restoration.of(entry, table.get("apart", ()), language) for entry in table.get("restoration", ())]
    for joiner in (model for model in models if model.model.joins):
        steps.append(Pairs(joiner))
        steps += [Apart.of(entry, joiner) for entry in table.get("apart", ())]
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
        # One letter is sought much faster than any of some.
        if not any(letter in text for letter in self._table) or not self._where.holds(text):
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
