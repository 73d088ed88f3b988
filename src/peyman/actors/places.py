"""Whether a capital's name is the place or the government that sits there, and what else names a place.

"In Baghdad", "Baghdad airport": the place. "Between Baghdad and Erbil", "Baghdad welcomed the step": the government.
The words that tell are data (``[capitals]`` and ``[places]`` of ``parties.toml``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from peyman.actors import register
from peyman.actors.spans import KnownSpans
from peyman.actors.tagger import word_ranks
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes, Lexicon, Match, Phrase
from peyman.text.tokens import Token, TokenKind

_DATELINE = frozenset("-–—:/|،,(.ـ")
_LISTED = frozenset("،,)")
#: Words before the place of a dateline ("IRNA, Tehran –").
LONGEST_DATELINE = 6


@dataclass(frozen=True, slots=True)
class CapitalCues:
    """Folded words that stand before a capital's name and tell what it stands for."""

    place: frozenset[str]
    party: frozenset[str]
    fused_place: tuple[str, ...]
    articles: frozenset[str]
    place_endings: tuple[str, ...]

    @classmethod
    def of(cls, language: Language) -> CapitalCues:
        """Return the cues of a language; built once."""
        return _cues(language)


@cache
def _cues(language: Language) -> CapitalCues:
    table: Mapping[str, Sequence[str]] = language.table("parties").get("capitals", {})
    return CapitalCues(
        frozenset(fold(word) for word in table.get("place_before", ())),
        frozenset(fold(word) for word in table.get("party_before", ())),
        tuple(fold(word) for word in table.get("fused_place", ())),
        frozenset(fold(word) for word in table.get("articles", ())),
        tuple(fold(word) for word in table.get("place_endings", ())),
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
        return not in_dateline(text, first, last)
    at = first - 1
    if text.tokens[at].fold in cues.articles and at > sentence.first:
        at -= 1
    previous = text.tokens[at]
    if last < sentence.last and text.tokens[last].text == "(":
        return False  # "Geneva (May), London (June)"
    if previous.text == "(" and last < sentence.last and text.tokens[last].text in _LISTED:
        return False
    if previous.fold in cues.party:
        return True
    if previous.fold in cues.place or _fused(text.tokens[first].fold, forms, cues.fused_place):
        return False
    if before is not None:
        return before
    if cues.place_endings and text.tokens[last - 1].fold.endswith(cues.place_endings):
        return False
    return not in_dateline(text, first, last)


def in_dateline(text: AnalysedText, first: int, last: int) -> bool:
    """Whether a name stands where a text says where it was written: "IRNA, Tehran –", "Tunis 16 October"."""
    index = text.sentence_at(first)
    if index is None:
        return False
    sentence = text.sentences[index]
    if first - sentence.first > LONGEST_DATELINE:
        return False
    if last >= sentence.last:
        return True
    return text.tokens[last].text in _DATELINE or text.tokens[last].kind is TokenKind.NUMBER


def _fused(word: str, forms: Collection[str], prefixes: Sequence[str]) -> bool:
    """Whether a preposition of place is written to the name: "ببغداد", "لەهەولێر"."""
    return any(
        word.startswith(prefix) and any(word[len(prefix) :].startswith(form) for form in forms) for prefix in prefixes
    )


# -- places told by their kind ----------------------------------------------------------------------------------
#: The name after a word for a kind of place has at most so many words.
LONGEST_PLACE_NAME = 2
#: A word commoner than this is no name.
COMMON_RANK = 3000


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place told by a word for its kind, tokens ``[first, last)``: "Sanaa airport", "the Tigris river".

    Attributes:
        known: Key of the known place in its name, where there is one.
        same: Whether it is that place itself ("the city of Basra") rather than something in it.
        shared: Whether its kind is of those that lie between countries.
    """

    first: int
    last: int
    known: str | None
    same: bool
    shared: bool


class _Kinds:
    def __init__(self, language: Language) -> None:
        table: Mapping[str, Any] = language.table("parties").get("places", {})
        heads: Mapping[str, Sequence[str]] = table.get("heads", {})
        phrases = [Phrase(form, kind, form) for kind, forms in heads.items() for form in forms]
        self.lexicon = Lexicon(phrases, register.affixes(table.get("affixes", {})))
        self.none = frozenset(tuple(token_folds(form)) for form in table.get("none", {}).get("words", ()))
        self.affixes = Affixes.of(language)
        self.prepositions = frozenset(fold(w) for w in table.get("prepositions", {}).get("words", ()))
        self.ranks = word_ranks(language)
        self.has_case = language.has_case


def token_folds(words: str) -> list[str]:
    """Return the folded words of a phrase."""
    return [fold(word) for word in words.split()]


@cache
def _kinds(language: Language) -> _Kinds:
    return _Kinds(language)


def is_no_place(text: AnalysedText, first: int, last: int) -> bool:
    """Whether the tokens ``[first, last)`` name a continent or something else too large to meet in."""
    folds = tuple(t.fold for t in text.tokens[first:last] if t.kind is TokenKind.WORD)
    return folds in _kinds(text.language).none


def after_preposition(text: AnalysedText, first: int) -> bool:
    """Whether a preposition of place or a word for a kind of place stands before a token."""
    kinds = _kinds(text.language)
    return first > 0 and text.tokens[first - 1].fold in kinds.prepositions


def after_state_word(text: AnalysedText, first: int) -> bool:
    """Whether a word for a state ("republic of") stands before a token."""
    words: Sequence[str] = text.language.table("parties").get("titles", {}).get("before", ())
    return first > 0 and text.tokens[first - 1].fold in {fold(word.split()[-1]) for word in words}


def find_places(text: AnalysedText, known: KnownSpans) -> list[NamedPlace]:
    """Find places that a word for their kind stands beside.

    Args:
        text: The text.
        known: Its known names.
    """
    kinds = _kinds(text.language)
    found: list[NamedPlace] = []
    for sentence in text.sentences:
        for match in kinds.lexicon.find(text.tokens, sentence.first, sentence.last):
            if found and match.start < found[-1].last:
                continue
            place = _named(text, known, kinds, match, sentence.first, sentence.last)
            if place is not None:
                found.append(place)
    return found


def _named(
    text: AnalysedText, known: KnownSpans, kinds: _Kinds, match: Match, floor: int, ceiling: int
) -> NamedPlace | None:
    shared, same = match.category == "shared", match.category == "same"
    if match.category == "after":
        span = next((s for s in known.ending(match.start) if s.key("place") and s.first >= floor), None)
        if span is not None:
            return NamedPlace(span.first, match.end, span.key("place"), False, shared)
        first = match.start
        while first > floor and match.start - first < LONGEST_PLACE_NAME and _name_word(text.tokens[first - 1], kinds):
            first -= 1
        return NamedPlace(first, match.end, None, False, shared) if first < match.start else None
    span = next((s for s in known.starting(match.end) if s.key("place") and s.last <= ceiling), None)
    if span is not None:
        return NamedPlace(match.start, span.last, span.key("place"), same, shared)
    if any(s.key("party", "adjective", "body") for s in known.starting(match.end)):
        return None
    last = match.end
    while last < ceiling and last - match.end < LONGEST_PLACE_NAME and _name_word(text.tokens[last], kinds):
        last += 1
    return NamedPlace(match.start, last, None, same, shared) if last > match.end else None


def _name_word(token: Token, kinds: _Kinds) -> bool:
    """Whether a word can be a place's name: in capitals, or unknown to the language's common words."""
    if token.kind is not TokenKind.WORD:
        return False
    if kinds.has_case:
        return token.text[:1].isupper()
    return len(token.fold) > 2 and all(
        kinds.ranks.get(stem, COMMON_RANK) >= COMMON_RANK for stem in kinds.affixes.stems(token.fold)
    )


def is_common(text: AnalysedText, first: int, last: int) -> bool:
    """Whether the tokens ``[first, last)`` are a single common word, which names no place."""
    kinds = _kinds(text.language)
    return not kinds.has_case and last - first == 1 and not _name_word(text.tokens[first], kinds)
