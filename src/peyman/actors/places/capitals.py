"""Whether a capital's name is the place or the government that sits there.

"In Baghdad", "Baghdad airport": the place. "Between Baghdad and Erbil", "Baghdad welcomed the step": the government.
The words that tell are data (``[capitals]`` of ``parties.toml``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.titles import vocabulary
from peyman.actors.spans import KnownSpans
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes
from peyman.text.marks import ALL_QUOTES, COMMAS, DASHES
from peyman.text.tokens import TokenKind

_DATELINE = DASHES | COMMAS | frozenset(":/|(.ـ")
_LISTED = COMMAS | {")"}
#: Marks that set a name off without parting it from the words before it.
_AROUND = ALL_QUOTES | {"#", "*"}
#: What joins two names has at most so many tokens: ", and also".
LONGEST_JOIN = 3
#: Whose capital it is, told between the word "capital" and its name, has at most so many parts.
LONGEST_OWNER = 3
#: Between a verb of going somewhere and the capital that it tells of stand at most so many words: who goes there.
LONGEST_GOER = 14
#: A word for hosting stands among so many words behind a capital's name.
HOSTING_REACH = 3
#: Words before the place of a dateline ("IRNA, Tehran –").
LONGEST_DATELINE = 6
#: and at most so many where nothing follows it: "AFP, Tehran", but not "They went back to Tehran."
SHORTEST_DATELINE = 3


@dataclass(frozen=True, slots=True)
class CapitalCues:
    """Folded words that stand before a capital's name and tell what it stands for."""

    place: frozenset[str]
    place_phrases: tuple[tuple[str, ...], ...]
    party: frozenset[str]
    fused_place: tuple[str, ...]
    articles: frozenset[str]
    place_endings: tuple[str, ...]
    place_after: frozenset[str]
    place_behind: frozenset[tuple[str, ...]]
    capital: frozenset[str]
    also: frozenset[str]
    going: frozenset[str]
    apart: frozenset[str]

    @classmethod
    def of(cls, language: Language) -> CapitalCues:
        """Return the cues of a language; built once."""
        return _cues(language)


@cache
def _cues(language: Language) -> CapitalCues:
    table: Mapping[str, Sequence[str]] = language.table("parties").get("capitals", {})
    return CapitalCues(
        frozenset(fold(word) for word in table.get("place_before", ())),
        tuple(tuple(map(fold, words.split())) for words in table.get("place_before", ()) if " " in words),
        frozenset(fold(word) for word in table.get("party_before", ())),
        tuple(fold(word) for word in table.get("fused_place", ())),
        frozenset(fold(word) for word in table.get("articles", ())),
        tuple(fold(word) for word in table.get("place_endings", ())),
        frozenset(fold(word) for word in table.get("place_after", ())),
        frozenset(tuple(fold(word) for word in words.split()) for words in table.get("place_behind", ())),
        frozenset(fold(word) for word in table.get("capital", ())),
        frozenset(fold(word) for word in table.get("also", ())),
        frozenset(fold(word) for word in table.get("going", ())),
        frozenset(fold(word) for word in table.get("apart", ())),
    )


def speaks_for_government(
    text: AnalysedText, first: int, last: int, before: bool | None, forms: Collection[str] = ()
) -> bool:
    """Tell whether a capital's name stands for its government.

    Args:
        text: The text.
        first: First token of the name.
        last: After its last token.
        before: What the capital named just before it, with "and" between, stands for; None where there is none.
        forms: Folded first words of the capital's names.

    Returns:
        True for the government, False for the place.
    """
    cues = CapitalCues.of(text.language)
    index = text.sentence_at(first)
    if index is None:
        return False
    sentence = text.sentences[index]
    if first == sentence.first:
        # A dateline ("Baghdad – …", "BAGHDAD:") is a place; a subject at the head of a sentence is a government.
        fused = _fused(text.tokens[first].fold, forms, cues.fused_place)
        return not (fused or in_dateline(text, first, last) or _hosts(text, last, cues))
    at = _before(text, first, sentence.first)
    if text.tokens[at].fold in cues.articles and at > sentence.first:
        at = _before(text, at, sentence.first)
    previous = text.tokens[at]
    if last < sentence.last and text.tokens[last].text == "(":
        return False  # "Geneva (May), London (June)"
    if previous.text == "(" and last < sentence.last and text.tokens[last].text in _LISTED:
        return False
    if previous.fold in cues.party:
        return True
    if _hosts(text, last, cues):
        return False
    if (
        previous.fold in cues.place
        or _behind_phrase(text, at, cues)
        or _fused(text.tokens[first].fold, forms, cues.fused_place)
    ):
        return False
    if before is not None:
        return before
    if _reached(text, first, sentence.first, cues):
        return False
    if _ended(text.tokens[last - 1].fold, forms, cues.place_endings):
        return False
    return not in_dateline(text, first, last)


def told_by_marks(text: AnalysedText, first: int, last: int) -> str | None:
    """Whether marks that are mostly left out tell a name of a state and of a city apart (عُمان Oman, عمّان Amman).

    Args:
        text: The text.
        first: First token of the name.
        last: End of the name.

    Returns:
        "party" or "place"; None where the word carries no such mark (``[marked]`` of ``parties.toml``).
    """
    word = text.words(first, last)
    table: Mapping[str, Sequence[str]] = text.language.table("parties").get("marked", {})
    return next((kind for kind, forms in table.items() if any(word.endswith(form) for form in forms)), None)


def in_dateline(text: AnalysedText, first: int, last: int) -> bool:
    """Whether a name stands where a text says where it was written: "IRNA, Tehran –", "Tunis 16 October"."""
    index = text.sentence_at(first)
    if index is None:
        return False
    sentence = text.sentences[index]
    if first - sentence.first > LONGEST_DATELINE:
        return False
    closed = last >= sentence.last or text.tokens[last].text == "."
    if closed and first - sentence.first > SHORTEST_DATELINE:
        return False  # the end of a short sentence
    if last >= sentence.last:
        return True
    after = text.tokens[last]
    if after.fold in _inside(text.language) and last + 1 < sentence.last:
        # "Rome on 19 April", "Muscat, on Sunday": the day follows behind a preposition.
        day = text.tokens[last + 1]
        return day.kind is TokenKind.NUMBER or day.fold in _weekdays(text.language)
    if after.kind is TokenKind.NUMBER:
        # "Doha (gives) 50 million": a number with what it counts behind it is no day.
        return not (last + 1 < sentence.last and text.tokens[last + 1].fold in _counted(text.language))
    return after.text in _DATELINE


@cache
def _counted(language: Language) -> frozenset[str]:
    """Folded words that numbers count (``[no_date]`` of ``calendar.toml``)."""
    table: Mapping[str, Sequence[str]] = language.table("calendar").get("no_date", {})
    return frozenset(fold(word) for word in table.get("after", ()) if " " not in word)


@cache
def _inside(language: Language) -> frozenset[str]:
    seats: Sequence[str] = language.table("bodies").get("links", {}).get("seat_in", ())
    return frozenset(fold(word) for word in seats if " " not in word)


@cache
def _weekdays(language: Language) -> frozenset[str]:
    days: Mapping[str, Sequence[str]] = language.table("calendar").get("weekdays", {})
    return frozenset(fold(form) for forms in days.values() for form in forms)


def _hosts(text: AnalysedText, last: int, cues: CapitalCues) -> bool:
    """Whether a word for hosting stands close behind a capital's name: what a city hosts takes place in it."""
    ahead = [token.fold for token in text.tokens[last : last + HOSTING_REACH]]
    if any(word in cues.place_after for word in ahead):
        return True
    return any(tuple(ahead[: len(words)]) == words for words in cues.place_behind)


def _reached(text: AnalysedText, first: int, floor: int, cues: CapitalCues) -> bool:
    """Whether a capital is where somebody goes who stands between it and the verb: "visited the minister *Doha*"."""
    offices = vocabulary(text.language).title_words
    for at in range(first - 1, max(floor, first - LONGEST_GOER) - 1, -1):
        token = text.tokens[at]
        if token.fold in cues.going:
            return True
        joined = token.fold[:1] in vocabulary(text.language).fused_and and token.fold not in offices
        if joined and not token.fold[1:].startswith(tuple(cues.articles)):
            return False
        if token.kind is TokenKind.MARK and token.text not in _AROUND:
            return False
        if token.fold in cues.apart:
            return False
    return False


def _behind_phrase(text: AnalysedText, last: int, cues: CapitalCues) -> bool:
    """Whether several words that tell a place end at a token: "berê *xwe da* Bexdayê"."""
    return any(
        tuple(token.fold for token in text.tokens[max(0, last + 1 - len(words)) : last + 1]) == words
        for words in cues.place_phrases
    )


def _before(text: AnalysedText, token: int, floor: int) -> int:
    """The token before another one, marks that only set a name off passed over."""
    at = token - 1
    while at > floor and text.tokens[at].text in _AROUND:
        at -= 1
    return at


def is_called_capital(text: AnalysedText, known: KnownSpans, first: int) -> bool:
    """Whether the words say that a name is that of a capital: "the Italian capital, Rome", "the capital of Italy Rome".

    Args:
        text: The text.
        known: Its known names.
        first: First token of the name.
    """
    cues = CapitalCues.of(text.language)
    index = text.sentence_at(first)
    if index is None:
        return False
    floor = text.sentences[index].first
    links = grammar(text.language).links | cues.articles
    stems = Affixes.of(text.language).stems
    at = first
    for _ in range(LONGEST_OWNER):
        if at <= floor:
            return False
        at = _before(text, at, floor)
        if text.tokens[at].text in COMMAS and at > floor:
            at = _before(text, at, floor)
        if any(stem in cues.capital for stem in stems(text.tokens[at].fold)):
            return True
        owner = next((s for s in known.ending(at + 1) if s.key("party", "adjective")), None)
        if owner is not None:
            at = owner.first
        elif text.tokens[at].fold not in links:
            return False
    return False


def joins(text: AnalysedText, first: int, last: int) -> bool:
    """Whether the tokens ``[first, last)`` between two names join them: "and", a comma, "and also".

    A comma with "and" and nothing more begins a new clause as often as it ends a list.

    Args:
        text: The text.
        first: First token between them.
        last: After the last one.
    """
    if last - first <= 1:
        return True
    cues = CapitalCues.of(text.language)
    between = text.tokens[first:last]
    return (
        len(between) <= LONGEST_JOIN
        and any(token.fold in cues.also for token in between)
        and all(
            token.text in COMMAS or token.fold in cues.also | grammar(text.language).conjunctions for token in between
        )
    )


def _fused(word: str, forms: Collection[str], prefixes: Sequence[str]) -> bool:
    """Whether a preposition of place is written to the name: "ببغداد", "لەهەولێر"."""
    return any(
        word.startswith(prefix) and any(word[len(prefix) :].startswith(form) for form in forms) for prefix in prefixes
    )


def _ended(word: str, forms: Collection[str], endings: Sequence[str]) -> bool:
    """Whether an ending of place is written to the name and is no part of it: "ئەنقەرەدا", but not "بەغدا"."""
    return any(
        word.endswith(ending) and (not forms or any(word[: -len(ending)].startswith(form) for form in forms))
        for ending in endings
    )
