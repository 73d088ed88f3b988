"""Surnames: those that are adjectives of states ("Sûdanî" where nothing is about Sudan), and ends of full names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from peyman.actors.known import register
from peyman.actors.known.register import Known
from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import vocabulary
from peyman.actors.matching.match import FILIATION
from peyman.actors.spans import Span, party_told
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes
from peyman.text.tokens import TokenKind

#: Whoever was named in full is named again by at most so many of the last tokens: what is longer is no name.
LONGEST_END = 16
#: A rank or a form of address has at most so many words.
_TITLE = 3


def ends_of_names(text: AnalysedText, names: Iterable[NameSpan]) -> frozenset[tuple[str, ...]]:
    """Return the folded ends, of more than one token, that people named in full may be called by later: "bin Tarik".

    Args:
        text: The text.
        names: Names of people.
    """
    return frozenset(
        tuple(token.fold for token in text.tokens[first : name.last])
        for name in names
        for first in range(max(name.first + 1, name.last - LONGEST_END), name.last - 1)
    )


def begins_full_name(text: AnalysedText, span: Span) -> bool:
    """Whether a word for a state or a town is a given name: "the engineer *Turki* al-Buqami", "*Salem* bin Ali".

    A rank or a form of address stands before it and no common word behind it, or the word for a son.

    Args:
        text: The text.
        span: Where the name of the state or town stands.
    """
    words, first, behind = vocabulary(text.language), span.first, span.last
    if span.last - first != 1 or behind >= len(text.tokens) or span.key("body"):
        return False
    if text.tokens[behind].fold in FILIATION:
        return _is_name(text, first) and behind + 1 < len(text.tokens) and _is_name(text, behind + 1)
    if text.tokens[behind].kind is not TokenKind.WORD or words.is_stop(text.tokens[behind].fold):
        return False
    titles = words.titles.find(text.tokens, max(0, first - _TITLE), first)
    title = next((title for title in titles if title.end == first and title.value != "office"), None)
    if title is None:
        return False
    # What a title with an article is said to be has an article too: «المهندس *ال*تركي».
    defined = bool(words.article) and text.tokens[title.start].text.startswith(words.article)
    if defined and not text.tokens[first].text.startswith(words.article):
        return True
    return text.tokens[first].fold in words.given and not words.is_word(text.tokens[behind].fold)


def _is_name(text: AnalysedText, at: int) -> bool:
    """Whether a word may be a name: "*Tirkiye* bin *alîkar*" says in Kurmanji that Turkey be helpful."""
    words, token = vocabulary(text.language), text.tokens[at]
    if token.kind is not TokenKind.WORD or words.is_stop(token.fold):
        return False
    if text.language.has_case:
        return token.text[:1].isupper()
    return token.fold in words.given or not words.is_word(token.fold)


def surnames_meant(
    text: AnalysedText, names: Sequence[tuple[int, int, Known]], conjunctions: frozenset[str]
) -> list[tuple[int, int, Known]]:
    """Let a word for a state be the well-known person whose surname it is, where that person is meant.

    That is so where the text names them in full, or names their party and the word stands where no noun can carry it:
    at the beginning of a sentence, behind a mark or "and". No other word of the text may be about the state.

    Args:
        text: The text.
        names: Token ranges of known names with what they stand for.
        conjunctions: Folded words for "and".

    Returns:
        The names, in order, with the person in place of the state.
    """
    known = _surnames(text.language)
    if not known:
        return list(names)
    readings = {at: list(_readings(text, at, known)) for at, _, k in names if k.category in ("party", "adjective")}
    if not any(readings.values()):
        return list(names)
    full = {k.key for first, last, k in names if k.category == "person" and last - first > 1}
    told = {party for _, _, k in names for party in (party_told(k),) if party}
    inside = {t for first, last, k in names if k.category == "person" for t in range(first, last)}
    about = {
        party
        for first, _, k in names
        for party in (party_told(k),)
        if party and first not in inside and not readings.get(first)
    }
    found: list[tuple[int, int, Known]] = []
    for first, last, name in names:
        person = next(iter(readings.get(first, ())), None) if last - first == 1 and first not in inside else None
        if person is not None and name.category in ("party", "adjective") and name.key not in about:
            free = register.people()[person] in told and _carries_nothing(text, first, conjunctions)
            if person in full or free:
                name = Known("person", person)
        found.append((first, last, name))
    return found


def _readings(text: AnalysedText, at: int, known: Mapping[str, str]) -> Iterator[str]:
    """Keys of the people whose surname the word at a token is, inflected or not."""
    for stem in Affixes.of(text.language).stems(text.tokens[at].fold):
        if stem in known:
            yield known[stem]


def _carries_nothing(text: AnalysedText, at: int, conjunctions: frozenset[str]) -> bool:
    """Whether no noun stands before a word, so that it is no adjective."""
    index = text.sentence_at(at)
    if index is not None and text.sentences[index].first == at:
        return True
    before = text.tokens[at - 1]
    return before.kind is TokenKind.MARK or before.fold in conjunctions


@cache
def _surnames(language: Language) -> Mapping[str, str]:
    """Folded surnames that are words for a state, with whose they are; those of several people are left out."""
    listed = [(c, key, form.lstrip("=")) for c, key, forms in register.names_of(language) for form in forms]
    states = {fold(form) for category, _, form in listed if category == "party"}
    adjectives = {fold(form) for category, _, form in listed if category == "adjective"}
    stems = Affixes.of(language).stems
    found: dict[str, set[str]] = {}
    for category, key, form in listed:
        if category == "person" and " " in form:
            surname = fold(form.split(" ")[-1])
            if surname not in states and (surname in adjectives or not states.isdisjoint(stems(surname))):
                found.setdefault(surname, set()).add(key)
    return {surname: next(iter(keys)) for surname, keys in found.items() if len(keys) == 1}
