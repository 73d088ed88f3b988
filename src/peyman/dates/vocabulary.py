"""What a language's tables say about time, compiled: words to terms, and settings.

A term is what a word or phrase can be in a date: the month Aban, Thursday, "next", "end of". Tables are
``calendar.toml`` and ``numbers.toml`` of the language; the finder asks for terms at a token and never for words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import compress, count
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from peyman.dates.listed_terms import WEEKDAYS, listed_terms
from peyman.dates.other_words import OtherWords
from peyman.dates.stamp_months import stamp_months
from peyman.dates.steps import (
    REMEMBERED_WORDS,
    UNKNOWN,
    UNREAD,
    Firsts,
    Found,
    Inner,
    Node,
    Openings,
    Opens,
    State,
    Step,
    Steps,
    Term,
)
from peyman.languages import Language
from peyman.text.fold import fold, folds
from peyman.text.lexicon import Affixes
from peyman.text.tokens import Token, tokenise

_BY_ITSELF, _IN_A_PHRASE = Opens.BY_ITSELF, Opens.IN_A_PHRASE
#: How many words are remembered behind the beginning of a phrase.
_REMEMBERED_BEHIND = 1000

#: Terms whose words stand as they are listed, without endings of their own.
_CONNECTORS = frozenset(
    {
        "glue",
        "of",
        "to",
        "and",
        "or",
        "from",
        "between",
        "since",
        "equals",
        "no_later_than",
        "until",
        "set",
        "for",
        "plural",
        "construct",
        "article",
        "moved_to",
        "after",
        "in",
        "part",
        "seconds",
        "repeated",
        "onto",
        "bare_weekday",
        "clock_word",
        "clock_before",
        "clock_figures",
        "fraction_letter",
    }
)
_NEVER_FIRST = _CONNECTORS | {"era", "shift", "length"}
_UNINFLECTED = _CONNECTORS | {"era", "few", "no_date", "direction_before", "anchor"}

NUMERALS = frozenset({"cardinal", "cardinal_case", "cardinal_behind", "ordinal"})

#: What tells the half of the day, the letters before and after a full stop, and whether it is the second half.
HalvesOfDay = Mapping[tuple[str, ...], bool]
#: The English ones, which stand on pages of every language.
ENGLISH_HALVES: HalvesOfDay = MappingProxyType({("am",): False, ("pm",): True, ("a", "m"): False, ("p", "m"): True})

#: The parts of dates that a word can be read as, the one that counts first among those of equal length, and by which
#: terms.
_WAYS = {
    "vague": frozenset({"vague"}),
    "number": NUMERALS,
    "month": frozenset({"month"}),
    "deictic": frozenset({"deictic"}),
    "weekday": frozenset({"weekday"}),
    "unit": frozenset({"unit", "units", "two_units"}),
    "direction": frozenset({"direction", "direction_before"}),
    **{
        term: frozenset({term})
        for term in (
            "shift_before", "few", "fraction", "fiscal", "final", "season", "holiday", "edge", "daypart", "decade",
            "anchor",
        )
    },
}  # fmt: skip
#: What is no date without something behind it.
_LEANING = _NEVER_FIRST | NUMERALS | {
    "few", "final", "direction", "direction_before", "shift_before", "edge", "fraction", "unit", "units", "two_units",
}  # fmt: skip


class ShortYears(NamedTuple):
    """Years in two figures.

    Attributes:
        calendar: Their calendar.
        century: What is added to them.
        figures: Which figures are read.
        endings: How the word "year" before them ends.
        before: Words that nothing counts, so that a number behind a day and its month is a year before them.
        events: Words for what is called by its year: "the election of 88".
    """

    calendar: str
    century: int
    figures: range
    endings: tuple[str, ...]
    before: frozenset[str]
    events: frozenset[str]


class Vocabulary:
    """The terms of one language.

    Attributes:
        language: Whose they are.
        week_starts: 0 for Monday to 6 for Sunday.
        month_first: Whether 6/11 is June 11.
        year_range: Numbers that can be a Gregorian year by themselves.
        short_years: What years in two figures are, None where they are not read.
        key: What a token is looked up by.
        steps: Where the word of a key leads; None where no term begins with it.
        firsts: The terms of the word of a key; `UNREAD` where those behind it have to be looked at.
        opens: How a date can begin with a key.
        inner: Whether the word of a key can stand in a phrase behind its first word.
        other_words: Words that are written like words of time and are others.
        year_calendars: Calendar by range of the years that can stand by themselves, the usual one first.
    """

    def __init__(self, language: Language, strict: bool = False) -> None:
        """Compile the tables of a language.

        Args:
            language: The language.
            strict: Whether letters with and without their marks are told apart, as a text allows that keeps its marks.
        """
        table, numbers = language.table("calendar"), language.table("numbers")
        self.strict = strict
        self.language = language
        self.week_starts = WEEKDAYS.index(table.get("week_starts", "monday"))
        self.month_first = table.get("numeric_order", "dmy") == "mdy"
        low, high = table.get("year_range", (1800, 2100))
        self.year_range = range(low, high + 1)
        self.year_calendars = [
            (entry["calendar"], range(entry["range"][0], entry["range"][1] + 1))
            for entry in table.get("year_calendars", ())
        ]
        self.short_years = _short_years(table.get("short_years"))
        self.civil: str = table.get("civil_calendar", "gregorian")
        self.attached_and = folds(table.get("connectors", {}).get("attached_and", ()))
        self.after_endings = tuple(_phrase_starts(table, "after_endings"))
        self.after_endings_not = tuple(_phrase_starts(table, "after_endings_not"))
        self.not_after_counted = _phrase_starts(table, "not_after_counted")
        self.set_endings = folds(table.get("no_date", {}).get("set_endings", ()))
        self.numbered_months = bool(table.get("numbered_months"))
        self.numbered_month_endings = tuple(folds(table.get("numbered_month_endings", ("",))))
        self.day_month_numbers = bool(table.get("day_month_numbers"))
        self.weekday_and_week = bool(table.get("weekday_and_week"))
        self.day_behind_month = bool(table.get("day_behind_month", True))
        self.direction_after = bool(table.get("direction_after"))
        helping: Mapping[str, Any] = table.get("helping_verbs", {})
        self.helping = frozenset(fold(word) for word in helping.get("words", ()))
        self.helped = re.compile(helping["before"]) if helping else None
        self.binds_plurals = bool(table.get("construct_units"))
        self.bare_units_are_some = bool(table.get("bare_units_are_some"))
        self.bare_unit_counts = bool(table.get("bare_unit_counts"))
        self.bare_unit_endings = tuple(folds(table.get("bare_unit_endings", ())))
        self.construct_endings = tuple(folds(table.get("construct_endings", ())))
        self.definite_beginnings = tuple(folds(table.get("definite_beginnings", ())))
        bare = table.get("day_of_bare_month", True)
        self.day_of_bare_month = bare is True
        self.joins_day_to_bare_month = bare == "of"
        self.endings_of_bare_month = (
            frozenset(fold(ending) for ending in bare) if isinstance(bare, list) else frozenset()
        )
        self.suffixes = folds(numbers.get("suffixes", ()))
        self.ordinal_suffixes = folds(numbers.get("ordinal_suffixes", ()))
        self.decade_suffixes = folds(numbers.get("decade_suffixes", ()))
        self.joins = folds(numbers.get("joins", ()))
        self.joined_before = bool(numbers.get("joined_before"))
        self.units_first = bool(numbers.get("units_first"))
        self.day_alone = tuple(tuple(fold(phrase).split()) for phrase in table.get("day_alone", ()))
        self.exact_numbers = {form: int(value) for value, forms in numbers.get("exact", {}).items() for form in forms}
        self._rigid = _UNINFLECTED if numbers.get("inflected", True) else _UNINFLECTED | NUMERALS
        self.prefixes = folds(numbers.get("prefixes", ()))
        self.capital_suffices = folds(table.get("capital_suffices", ())) if language.has_case else frozenset()
        self.hours_by_ordinal = bool(table.get("hours", {}).get("by_ordinal"))
        self.ordinal_words = folds(numbers.get("ordinal_words", ()))
        self.length_adjectives = folds(table.get("lengths", {}).get("adjectives", ()))
        self.fractions_alone = folds(table.get("fractions", {}).get("alone", ()))
        self.half_hours = folds(table.get("lengths", {}).get("half", ()))
        self.compared_with = folds(table.get("compared_with", ()))
        self.counted_from = folds(table.get("counted_from", ()))
        self.season_adverbs = folds(table.get("season_adverbs", ()))
        self.preposition_suffices = folds(table.get("preposition_suffices", ()))
        self.outlets = tuple(folds(table.get("outlets", {}).get("places", ())))
        self.media = folds(table.get("outlets", {}).get("media", ()))
        self.named_by_day = _phrase_starts(table, "named_by_day")
        self.other_words = OtherWords(table.get("other_words", {}), language.has_case)
        self.not_before_far = _phrase_starts(table, "before_far")
        self.not_before, self.not_after = _phrase_starts(table, "before"), _phrase_starts(table, "after")
        self._needs_company = folds(table.get("needs_company", ()))
        self._no_affixes = folds(table.get("uninflected", ()))
        self._endings = frozenset(table["inflected"]) if "inflected" in table else None
        self._affixes = Affixes.of(language)
        self._root = Node()
        self._stems: set[str] = set()
        self._inner_stems: set[str] = set()
        # a field by its number: for all tokens of a text at once that is faster than by its name
        self.key: Callable[[Token], str] = itemgetter(Token._fields.index("text" if strict else "fold"))
        self.steps = Steps(self._analyse)
        self.firsts = Firsts(self.steps)
        self.opens = Openings(self.steps)
        self.inner = Inner(self._is_inner)
        self._known_cuts: dict[str, list[tuple[str, int]]] = {}
        for forms, term in listed_terms(table, numbers):
            for form in forms:
                self._add(form, term)
        if not language.has_case:  # in such a script these stand out, and are no words of the language
            for name, number in stamp_months().items():
                if name.isascii():
                    self._add(name, Term("month", ("gregorian", number), weak=True))
        self.halves_of_day = _halves_of_day(table.get("halves_of_day", {}))
        self.half_beginnings = frozenset(letters[0] for letters in self.halves_of_day)
        self.unit_forms = folds(form for forms in table.get("units", {}).values() for form in forms)
        self.month_forms = frozenset(
            fold(form) for months in table.get("months", {}).values() for forms in months.values() for form in forms
        )

    def _add(self, form: str, term: Term) -> None:
        words = [(token.fold, _spelling(token.text)) for token in tokenise(form) if token.fold]
        if not words:
            return
        node = self._root
        for word, spelling in words:
            node = node.children.setdefault(word, Node())
            node.spellings.add(spelling)
            self._stems.add(word)
        self._inner_stems.update(word for word, _ in words[1:])
        plain = len(words) == 1 and words[0][0] in self._needs_company
        if plain and term.category not in _CONNECTORS:
            term = term._replace(weak=True)
        affixes = term.category not in self._rigid and not (len(words) == 1 and words[0][0] in self._no_affixes)
        endings = affixes and (self._endings is None or term.category in self._endings)
        if all(known != term for known, _, _ in node.terms):
            node.terms.append((term, affixes, endings))

    def keys(self, tokens: Sequence[Token]) -> list[str]:
        """Return the forms that the words of a text are looked up by."""
        return list(map(self.key, tokens))

    def openings(self, keys: Sequence[str]) -> list[int]:
        """Return the tokens that a date can begin with, as far as they and the words right behind them tell.

        Args:
            keys: What the tokens of a text are looked up by, see `keys`.
        """
        if not keys:
            return []
        opens = looked_up(self.opens, keys)
        if _IN_A_PHRASE not in opens:
            return list(compress(count(), opens))
        inner, last = self.inner, len(keys) - 1
        return [
            index
            for index in compress(count(), opens)
            if opens[index] is _BY_ITSELF or (index < last and inner[keys[index + 1]])
        ]

    def find(self, tokens: Sequence[Token], index: int, stop: int) -> Found | None:
        """Return the terms of the longest phrase that begins at a token, or None."""
        step = self.steps[self.key(tokens[index])]
        return None if step is None else self.find_on(step, tokens, index, stop)

    def find_on(self, step: Step, tokens: Sequence[Token], index: int, stop: int) -> Found | None:
        """Return the terms of the longest phrase that begins at a token, from the step of its first word."""
        best, at = step.alone, index + 1
        if not step.states or at >= stop or not self.inner[self.key(tokens[at])]:
            return best
        while at < stop:
            token = tokens[at]
            onward = step.onward.get(token.text, UNKNOWN)
            if onward is UNKNOWN:
                onward = self._step_on(step, token, at - index + 1)
            if onward is None:
                break
            best = onward.alone or best
            step, at = onward, at + 1
            if not step.states:
                break
        return best

    def _step_on(self, step: Step, token: Token, length: int) -> Step | None:
        """Where a word leads from a step, as the so-many-th of a phrase; remembered, most often None."""
        following = self._step_within(step.states, token.fold, token.text)
        onward = None
        if following:
            states = [state for state in following if state[0].children]
            onward = Step(states, _merge(length, following), None, Opens.NEVER)
        if len(step.onward) > _REMEMBERED_BEHIND:
            step.onward.clear()
        step.onward[token.text] = onward
        return onward

    def _is_inner(self, key: str) -> bool:
        """Whether a word can stand in a phrase behind its first word: few can, which saves looking at what precedes."""
        return any(stem in self._inner_stems for stem, _ in self._cuts(fold(key) if self.strict else key))

    def stems(self, folded: str) -> tuple[str, ...]:
        """Return the stems that a folded word can be a form of."""
        return self._affixes.stems(folded)

    def find_joined(self, folded: str) -> Found | None:
        """Return the terms of a word behind its join, such as the Arabic "and" written with it; None without one."""
        for join in self.joins:
            if folded.startswith(join) and (node := self._root.children.get(folded[len(join) :])) is not None:
                return _merge(1, [(node, 0)])
        return None

    def _step_within(self, states: Iterable[State], folded: str, text: str) -> list[State]:
        reached = self._cuts(folded)
        following = []
        for node, cut in states:
            for stem, own in reached:
                child = node.children.get(stem)
                if child is not None and self._admits(child, text):
                    following.append((child, max(cut, own)))
        return following

    def _cuts(self, folded: str) -> list[tuple[str, int]]:
        """The stems that a word can be a form of, and what was cut off: 0 nothing, 1 prefixes only, 2 endings too."""
        known = self._known_cuts.get(folded)
        if known is None:
            if len(self._known_cuts) > REMEMBERED_WORDS:
                self._known_cuts.clear()
            known = self._known_cuts[folded] = [
                (stem, 0 if stem == folded else 1 if folded.endswith(stem) else 2)
                for stem in self._affixes.stems(folded)
                if stem in self._stems
            ]
        return known

    def _admits(self, node: Node, text: str) -> bool:
        """Whether a word is spelled like one that leads to a node, where spelling counts."""
        if not self.strict:
            return True
        spelling = _spelling(text)
        # a long vowel at the end of a stem is short before an ending: Reşemî, Reşemiyê
        return any(
            spelling.startswith(known) or (known[-1] in "îû" and spelling.startswith(known[:-1] + fold(known[-1])))
            for known in node.spellings
        )

    def _analyse(self, word: str) -> Step | None:
        states = self._step_within([(self._root, 0)], fold(word) if self.strict else word, word)
        if not states:
            return None
        alone = _merge(1, states)
        onward = [state for state in states if state[0].children]
        if alone is None and not onward:
            return None
        starts = alone is not None and alone.starts
        opens = Opens.BY_ITSELF if starts else Opens.IN_A_PHRASE if onward else Opens.NEVER
        return Step(onward, alone, UNREAD if onward else alone, opens)


def looked_up(known: Mapping[str, Any], keys: Sequence[str]) -> tuple[Any, ...]:
    """Return what is known of keys, one or more; looked up in one call, which is twice as fast as one call for each."""
    return itemgetter(*keys)(known) if len(keys) > 1 else (known[keys[0]],)


def _merge(length: int, states: Iterable[State]) -> Found | None:
    """All terms reached; those of the word as it stands go before those of its stems, and the least cut first."""
    terms: dict[str, Term] = {}
    months: list[tuple[str, int]] = []
    for node, cut in states:
        here = [term for term, affixes, endings in node.terms if cut == 0 or (affixes if cut == 1 else endings)]
        if "month" not in terms:
            months = [term.value for term in here if term.category == "month"]
        for term in here:
            terms.setdefault(term.category, term)
        if cut == 0 and not terms.keys() <= _CONNECTORS:
            break
    if months:
        terms["month"] = terms["month"]._replace(value=tuple(dict.fromkeys(months)))
    if not terms:
        return None
    kinds = terms.keys()
    ways = tuple(way for way, read in _WAYS.items() if not read.isdisjoint(kinds))
    return Found(length, terms, not kinds <= _NEVER_FIRST, kinds <= _LEANING, ways)


def _short_years(entry: Mapping[str, Any] | None) -> ShortYears | None:
    if entry is None:
        return None
    low, high = entry["range"]
    return ShortYears(
        entry["calendar"],
        entry["century"],
        range(low, high + 1),
        tuple(map(fold, entry.get("endings", ("",)))),
        folds(entry.get("before", ())),
        folds(entry.get("events", ())),
    )


def _halves_of_day(table: Mapping[str, Sequence[str]]) -> HalvesOfDay:
    """What tells the half of the day, whole and in letters between full stops, the English ones among it."""
    found = dict(ENGLISH_HALVES)
    for name, forms in table.items():
        found.update({tuple(fold(letters) for letters in form.split(".") if letters): name == "pm" for form in forms})
    return found


def _phrase_starts(table: Mapping[str, Any], side: str) -> frozenset[str]:
    return folds(table.get("no_date", {}).get(side, ()))


def _spelling(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


@cache
def vocabulary(language: Language, strict: bool = False) -> Vocabulary:
    """Return the vocabulary of a language, always the same object, see `Vocabulary`."""
    return Vocabulary(language, strict)
