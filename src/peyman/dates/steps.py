"""Where words lead in the tree of a language's phrases, and the terms found there; remembered for every word met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, NamedTuple

#: How many analyses of words are remembered before all are forgotten.
REMEMBERED_WORDS = 100_000


class Term(NamedTuple):
    """One thing that a word can be in a date.

    Attributes:
        category: What kind of part it is, such as ``month`` or ``edge``.
        value: Which one.
        weak: Whether it is also another word, and so needs company.
    """

    category: str
    value: Any
    weak: bool = False


class Found(NamedTuple):
    """Terms found at a token, all of one length, in tokens.

    Attributes:
        length: How many tokens.
        terms: What they can be, by category.
        starts: Whether a date can begin with them.
        leans: Whether they are no date without something behind them.
        ways: The parts of dates that they can be read as; none where they only stand between parts.
    """

    length: int
    terms: Mapping[str, Term]
    starts: bool
    leans: bool
    ways: tuple[str, ...]


@dataclass(slots=True)
class Node:
    """A word of one or more phrases: the words that may follow it, and what is said where a phrase ends here."""

    children: dict[str, Node] = field(default_factory=dict)
    terms: list[tuple[Term, bool, bool]] = field(default_factory=list)  # whether it takes affixes, and endings
    spellings: set[str] = field(default_factory=set)  # of the word that leads here


class Opens(IntEnum):
    """Whether a date can begin with a word or number."""

    NEVER = 0
    BY_ITSELF = 1
    #: With it and a word behind it, as one phrase.
    IN_A_PHRASE = 2


#: A node reached, and how much was cut off the words on the way: see `peyman.dates.vocabulary`.
State = tuple[Node, int]


@dataclass(slots=True)
class Step:
    """Where one word leads in the tree of phrases.

    Attributes:
        states: The nodes reached that have more words behind them.
        alone: The terms that the word is by itself.
        first: The same where no phrase begins with the word; else `UNREAD`, for what follows has to be looked at.
        opens: How a date can begin with it.
        onward: The steps that words met behind it lead to; None where no phrase goes on with the word.
    """

    states: list[State]
    alone: Found | None
    first: Found | None
    opens: Opens
    onward: dict[str, Step | None] = field(default_factory=dict)


#: Stands for what was not looked up yet.
UNKNOWN = Step([], None, None, Opens.NEVER)
#: Stands for terms that were not looked for yet.
UNREAD = Found(0, {}, starts=False, leans=False, ways=())


class Steps(dict[str, Step | None]):
    """Where every word met so far leads, found out when a word is first met."""

    def __init__(self, analyse: Callable[[str], Step | None]) -> None:
        super().__init__()
        self._analyse = analyse

    def __missing__(self, word: str) -> Step | None:
        if len(self) > REMEMBERED_WORDS:
            self.clear()
        step = self[word] = self._analyse(word)
        return step


class Firsts(dict[str, Found | None]):
    """The terms of every word met so far, as far as the word alone tells them."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps

    def __missing__(self, word: str) -> Found | None:
        if len(self) > REMEMBERED_WORDS:
            self.clear()
        step = self._steps[word]
        first = self[word] = None if step is None else step.first
        return first


class Openings(dict[str, Opens]):
    """How a date can begin with a word or number, of all met so far."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps

    def __missing__(self, word: str) -> Opens:
        if len(self) > REMEMBERED_WORDS:
            self.clear()
        step = self._steps[word]
        if step is None:
            opens = Opens.BY_ITSELF if word[:1].isdecimal() else Opens.NEVER
        else:
            opens = step.opens
        self[word] = opens
        return opens


class Inner(dict[str, bool]):
    """Whether the word of a key can stand in a phrase behind its first word, of all met so far."""

    def __init__(self, find_out: Callable[[str], bool]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, word: str) -> bool:
        if len(self) > REMEMBERED_WORDS:
            self.clear()
        inner = self[word] = self._find_out(word)
        return inner
