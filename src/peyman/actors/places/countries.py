"""In which country a place lies that no table knows.

The words beside its name tell it first ("مدينة أمجرس التشادية", "Aguas Verdes (Peru)", "a town in Kenya's north"), then
what else the sentence names, then whom the text speaks of most.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peyman.actors.bodies.composed import grammar
from peyman.actors.found import Found
from peyman.actors.known import register
from peyman.actors.known.titles import POSSESSIVE, vocabulary
from peyman.actors.places.named import place_words
from peyman.actors.spans import KnownSpans
from peyman.text.analysis import AnalysedText
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: Between the name of a place and the state that says where it lies stand at most so many tokens.
_BEHIND, _BEFORE = 7, 4
#: Marks that close a name, or open what is said of it.
_MARKS = frozenset("،,()[]\"'’”»«“")


class _Stated(NamedTuple):
    """A mention, tokens ``[first, last)``, of a state or of something in it or of it."""

    first: int
    last: int
    country: str
    is_place: bool


def tell_countries(text: AnalysedText, known: KnownSpans, found: Found, unplaced: Mapping[int, bool]) -> None:
    """Find out in which country each place lies that no table knows, and note it in `found`.

    Args:
        text: The text.
        known: Its known names.
        found: What was found in it, people left out.
        unplaced: Such places, by position, with whether they are of those that lie between countries (rivers,
            crossings): of these only the words beside the name tell it.
    """
    named = [
        _Stated(m.first, m.last, country, False)
        for actor in found.actors
        if (country := _state(actor.key if actor.kind == "party" else actor.party))
        for m in actor.mentions
    ]
    named += [
        _Stated(m.first, m.last, country, True)
        for place in found.places
        if (country := _state(place.country))
        for m in place.mentions
    ]
    countries = _Countries(text, known, named, found.home)
    for index, shared in unplaced.items():
        told = (countries.of(m.first, m.last, alone=shared) for m in found.places[index].mentions)
        found.places[index].country = next((country for country in told if country), None)


def _state(party: str | None) -> str | None:
    """The state of a party, a region's being the one that it lies in; None for what is of no state."""
    of = register.state_of(party) if party else None
    facts = register.parties().get(of or "")
    return of if facts is not None and facts.kind == "state" else None


class _Countries:
    """Tells in which country the unknown places of one text lie."""

    def __init__(self, text: AnalysedText, known: KnownSpans, named: Sequence[_Stated], home: str | None) -> None:
        self._text = text
        self._known = known
        self._named = sorted(named)
        self._starts = [each.first for each in self._named]
        self._words = vocabulary(text.language)
        links = grammar(text.language).links | place_words(text.language) | self._words.articles
        self._between = links - grammar(text.language).conjunctions
        self._counts = Counter(each.country for each in self._named)
        self._home = _state(home)
        self._told: dict[int, str | None] = {}

    def of(self, first: int, last: int, *, alone: bool) -> str | None:
        """The country of a place named at the tokens ``[first, last)``; with `alone`, if words beside it tell."""
        beside = self._behind(last) or self._before(first)
        if beside is not None or alone:
            return beside
        index = self._text.sentence_at(first)
        if index is None:
            return None
        if index not in self._told:
            self._told[index] = self._of_sentence(index)
        return self._told[index]

    def _of_sentence(self, index: int) -> str | None:
        """The country of whatever unknown place a sentence names: the only one that it speaks of, or the likeliest."""
        sentences = self._text.sentences
        here = self._within(sentences[index].first, sentences[index].last)
        for among in ([each for each in here if each.is_place], here):
            if len({each.country for each in among}) == 1:
                return among[0].country
        near = self._within(sentences[max(0, index - 1)].first, sentences[index].last)
        counts = Counter(each.country for each in near) or self._counts
        most = max(counts.values(), default=0)
        likely = [country for country, count in counts.items() if count == most]
        if self._home in likely or not likely:
            return self._home
        return max(likely, key=lambda country: self._counts[country])

    def _within(self, first: int, last: int) -> Sequence[_Stated]:
        return self._named[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def _behind(self, last: int) -> str | None:
        """The state right behind a name, or behind words that join one to it: "X, a town in northern *Kenya*"."""
        at = bisect_left(self._starts, last)
        each = self._named[at] if at < len(self._named) else None
        if each is None or each.first - last > _BEHIND or self._parted(last, each.first):
            return None
        between = self._text.tokens[last : each.first]
        if not all(token.text in _MARKS or token.fold in self._between for token in between):
            return None
        words = [token for token in between if token.kind is TokenKind.WORD]
        if not words and any(token.text in COMMAS for token in between) and self._is_adjective(each):
            return None  # "in X, Kenyan officials"
        return each.country

    def _before(self, first: int) -> str | None:
        """The state right before a name: "*Libya's* southern town of X", "the *Kenyan* port of X"."""
        at = bisect_left(self._starts, first) - 1
        each = self._named[at] if at >= 0 else None
        if each is None or not self._words.possessor_before or not 0 <= first - each.last <= _BEFORE:
            return None
        between = self._text.tokens[each.last : first]
        if self._parted(each.last, first) or not between:
            return None
        owned = between[0].text in POSSESSIVE or self._is_adjective(each)
        joined = all(token.text in POSSESSIVE or token.fold in self._between for token in between)
        return each.country if owned and joined else None

    def _is_adjective(self, each: _Stated) -> bool:
        return any(span.key("adjective") for span in self._known.starting(each.first))

    def _parted(self, first: int, last: int) -> bool:
        """Whether a sentence ends between two tokens."""
        before = self._text.sentence_at(max(0, first - 1))
        return last >= len(self._text.tokens) or before != self._text.sentence_at(last)
