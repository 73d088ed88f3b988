"""Who leads whose delegation: "A headed the Kenyan delegation and B the Somali one" says for whom A and B act."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from peyman.actors.known.titles import Vocabulary, vocabulary
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.roles import Group
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import Token, TokenKind

#: Between a name and the delegation stand at most so many words: the verb or noun of leading, and an article.
_BETWEEN = 3
#: Between the delegation and whose it is stands at most one word: "of".
_OF = 1
#: The name of a party has at most so many words, as far as it is looked for before a name.
_BEFORE = 6
#: An article has at most so many letters.
_ARTICLE = 3


def led_for(text: AnalysedText, people: Sequence[FoundPerson], groups: Sequence[Group]) -> list[str | None]:
    """Return for each person the party whose delegation a sentence says that they lead; None where none says so.

    Args:
        text: The text.
        people: The people.
        groups: Mentions of parties, bodies and places, in order.
    """
    words = vocabulary(text.language)
    if not words.led or not words.heading:
        return [None] * len(people)
    at = {group.first: group for group in groups if group.party}
    starts = _headed(text, words)
    return [_led_by(text, words, person, at, starts) for person in people]


def _headed(text: AnalysedText, words: Vocabulary) -> set[int]:
    """The sentences that say of somebody that they lead."""
    sentences = [sentence.first for sentence in text.sentences]
    found: set[int] = set()
    heading = {word for word in {token.fold for token in text.tokens} if words.is_among(word, words.heading)}
    for index, token in enumerate(text.tokens):
        if token.fold in heading and token.kind is TokenKind.WORD:
            found.add(bisect_left(sentences, index + 1) - 1)
    return found


def _led_by(
    text: AnalysedText, words: Vocabulary, person: FoundPerson, at: Mapping[int, Group], headed: set[int]
) -> str | None:
    for first, last in person.mentions:
        sentence = text.sentence_at(last - 1)
        if sentence is None or sentence not in headed:
            continue
        end = text.sentences[sentence].last
        begin = last
        while begin < end and begin - last < _BETWEEN and begin not in at and _passes(text.tokens[begin], words):
            begin += 1
        party = _delegation(text, words, begin, end, at) or _delegation_before(text, words, first, at)
        if party is not None:
            return party
    return None


def _delegation_before(text: AnalysedText, words: Vocabulary, first: int, at: Mapping[int, Group]) -> str | None:
    """Whose delegation is named right before a name, one word between them at most: "headed delegation Kenya's A"."""
    for begin in range(first - 1, max(0, first - _BEFORE), -1):
        group = at.get(begin)
        between = range(group.last, first) if group is not None else range(0)
        if group is None or len(between) > 1 or any(not _joins(text.tokens[t], words) for t in between):
            continue
        return group.party if begin and _is(text.tokens[begin - 1], words.led, words) else None
    return None


def _joins(token: Token, words: Vocabulary) -> bool:
    return token.kind is TokenKind.WORD and token.fold not in words.conjunctions and not _is(token, words.led, words)


def _delegation(text: AnalysedText, words: Vocabulary, begin: int, end: int, at: Mapping[int, Group]) -> str | None:
    """Whose delegation is named from a token on: "Kenyan delegation", "delegation [of] Kenya"."""
    group = at.get(begin)
    if group is not None:
        return group.party if group.last < end and _is(text.tokens[group.last], words.led, words) else None
    if begin >= end or not _is(text.tokens[begin], words.led, words):
        return None
    near = (at.get(t) for t in range(begin + 1, min(end, begin + 2 + _OF)))
    return next((group.party for group in near if group is not None), None)


def _passes(token: Token, words: Vocabulary) -> bool:
    """Whether a word may stand between a name and what it leads: a word for leading, or an article."""
    if token.kind is not TokenKind.WORD or token.fold in words.conjunctions or _is(token, words.led, words):
        return False
    return _is(token, words.heading, words) or (words.has_case and len(token.fold) <= _ARTICLE)


def _is(token: Token, forms: frozenset[str], words: Vocabulary) -> bool:
    return token.kind is TokenKind.WORD and words.is_among(token.fold, forms)
