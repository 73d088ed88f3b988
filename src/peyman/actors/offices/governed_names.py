"""Names before which a verb or a preposition stands: "the minister *received* X", «أشاد رئيس الوزراء *ب*عباس عراقجي».

Whoever is named so is another than whoever stands right before: no office there is theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.register import first_words
from peyman.actors.known.titles import Vocabulary, vocabulary
from peyman.actors.names.listed_people import without_and
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match
from peyman.text.tokens import Token

#: The field of an office that no table knows has at most so many words.
_LONGEST_FIELD = 6


def is_governed(text: AnalysedText, first: int, is_known: bool) -> bool:
    """Whether a name begins with a preposition that is none of it.

    What is left without it is a given name, or begins names of known people, and the whole word neither is nor does.

    Args:
        text: The text.
        first: The first token of the name.
        is_known: Whether the register knows the name.
    """
    words, word = vocabulary(text.language), text.tokens[first].fold
    if word[:1] not in words.fused_prepositions or word in words.given:
        return False
    begins = _first_words(text.language) if is_known else frozenset()
    return word[1:] in words.given or (word not in begins and word[1:] in begins)


@cache
def _first_words(language: Language) -> frozenset[str]:
    return frozenset(word for words in first_words(language, "person").values() for word in words)


def is_governing(text: AnalysedText, word: int) -> bool:
    """Whether a word right before a name or a second office, none of an office by itself, is a verb or a preposition.

    Args:
        text: The text.
        word: The word.
    """
    words, token = vocabulary(text.language), text.tokens[word]
    if token.fold in words.sent_to:
        return True
    if not words.behind_offices or token.fold in words.behind_offices or not token.text.islower():
        return False
    # "Minister of public works X": what "of" begins is the field of the office.
    # What "and" joins may be two fields or two verbs ("praised A *and thanked* X"): the word before both tells.
    joining = (grammar(text.language).links | words.linking | words.sent_to) - words.conjunctions
    for before in reversed(text.tokens[max(0, word - _LONGEST_FIELD) : word]):
        if before.fold in joining or not before.text.islower():
            return before.fold not in joining
    return True


def parts_office(text: AnalysedText, at: int, name: int, titles: Mapping[int, Match]) -> bool:
    """Whether a word that is of no office says that an office before it is of another than is named behind it.

    A word for a time does ("the minister received *on Sunday* X"). Where the article tells what goes with an office, so
    do one for who speaks for himself («مراسلة الجزيرة X») and a word without it right before the name: a verb, or a
    noun that governs the name («يبحث اغتيال X»).

    Args:
        text: The text.
        at: The token behind the word.
        name: The first token of the name.
        titles: The titles of the text by their tokens.
    """
    words, folded = vocabulary(text.language), without_and(vocabulary(text.language), text.tokens[at - 1])
    if text.tokens[at - 1].fold in words.timely:
        return True
    if not words.article:
        return False
    if folded in words.private:
        return True
    defined = folded.startswith((*words.article, *words.fused_articles))
    if at != name or defined or not (words.is_word(folded) or words.is_stop(folded)):
        return False
    title = titles.get(at - 2)
    return title is None or text.tokens[title.start].fold.startswith(words.article)  # "a former minister X"


def is_whole(text: AnalysedText, first: int, titles: Mapping[int, Match]) -> bool:
    """Whether an office begins with its owner: "the work in Muscat of *Kenyan President* X" is of no office before.

    It does not where it is what another office is of ("envoy of *the UN Secretary-General* X"), or is joined to one.

    Args:
        text: The text.
        first: The first token of the owner, which stands before its title.
        titles: The titles of the text by their tokens.
    """
    words = vocabulary(text.language)
    passed = words.articles | words.linking | words.sent_to | grammar(text.language).links
    at = first
    if first > 0 and text.tokens[first - 1].fold in grammar(text.language).inside:
        return False  # "the head of mission in A *Ambassador* X"
    while at > 0 and text.tokens[at - 1].fold in passed - words.conjunctions:
        at -= 1
    return at == 0 or not (at - 1 in titles or text.tokens[at - 1].fold in words.conjunctions)


def bare(words: Vocabulary, token: Token) -> str:
    """Return the first word of a name, folded, without the "and" or the preposition that is written to it.

    Args:
        words: The vocabulary of the language.
        token: The word, of which something is known to be none of the name.
    """
    return token.fold[1:] if token.fold[:1] in words.fused_prepositions else without_and(words, token)
