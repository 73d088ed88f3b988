"""What was tagged as a person's name and is a phrase of ordinary words, or was cut within the name.

Where names begin with no capital letters, "the rehabilitation of dams" may look like one. The language lists ordinary
words beside its commonest ones, and the particles that never end a name.
"""

from __future__ import annotations

from peyman.actors.known.titles import Vocabulary, vocabulary
from peyman.actors.matching.match import FILIATION
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

#: A word that a preposition is written to has at least so many letters without it: shorter ones are parts of names.
SHORTEST_WORD = 4


def is_phrase(text: AnalysedText, first: int, last: int) -> bool:
    """Whether what was tagged as a name is but a phrase of ordinary words.

    Args:
        text: The text.
        first: First token of what was tagged.
        last: After its last token.

    Returns:
        Whether all its words are ordinary and none is a given name; never in a language whose names have capitals, or
        that lists no ordinary words.
    """
    words = vocabulary(text.language)
    if words.has_case or not words.ordinary:
        return False
    folds = tuple(token.fold for token in text.tokens[first:last])
    if folds in words.no_people:
        return True
    # Where names carry no article, many of them are among the commonest words too: one word has to be listed.
    if not (words.article or any(not words.ordinary.isdisjoint(words.affixes.stems(fold)) for fold in folds)):
        return False
    return not any(fold in words.given or fold in words.particles or not words.is_word(fold) for fold in folds)


def before_words(text: AnalysedText, first: int, last: int) -> int:
    """Return where a tagged name ends that runs on into ordinary words: "A B *with a telegram* of congratulation".

    A word with the article may be a surname, and so may whatever is the second word, but for a known word that a
    preposition is written to. Where the language has no article that parts the two, the third word may be one as well.

    Args:
        text: The text.
        first: First token of what was tagged.
        last: After its last token.
    """
    words = vocabulary(text.language)
    if words.has_case or not (words.ordinary and words.article):
        return last

    def is_ordinary(at: int) -> bool:
        word = text.tokens[at].fold
        if _joins_noun(words, word) and text.tokens[at - 1].fold not in words.particles:
            return True
        if word in words.given or word in words.particles or text.tokens[at - 1].fold in words.particles:
            return False
        if at > first + 1 and not word.startswith(words.article) and _is_known(words, word):
            return True
        return word[:1] in words.fused_prepositions and len(word) > SHORTEST_WORD and _is_known(words, word[1:])

    end = next((at for at in range(first + 1, last) if is_ordinary(at)), last)
    # "Minister of rural *development and* waters": what is left of a field is nobody.
    field = end == first + 1 < last and _joins_noun(words, text.tokens[end].fold)
    return first if field and text.tokens[first].fold.startswith(words.article) else end


def _joins_noun(words: Vocabulary, folded: str) -> bool:
    """Whether a word is "and" with the article and no name: the field of an office goes on, "… *and employment*"."""
    rest = folded[1:]
    if folded[:1] not in words.fused_and or not rest.startswith(words.article) or folded in words.given:
        return False
    return len(rest) > SHORTEST_WORD + 1 and rest not in words.given and words.is_word(rest)


def is_given_alone(text: AnalysedText, at: int) -> bool:
    """Whether a word is a given name, and no noun of a verb of two words: "a commander *attacks*".

    Args:
        text: The text.
        at: The word.
    """
    words, word = vocabulary(text.language), text.tokens[at].fold
    behind = at + 1 < len(text.tokens) and text.tokens[at + 1].fold in words.doing
    return word in words.given and not (behind and word in words.done)


def opens_governed(text: AnalysedText, first: int) -> bool:
    """Whether a tagged name opens with an ordinary word that a preposition is written to: "president *of the court*".

    Args:
        text: The text.
        first: First token of what was tagged.
    """
    words, word = vocabulary(text.language), text.tokens[first].fold
    if words.has_case or word[:1] not in words.fused_prepositions or len(word) <= SHORTEST_WORD:
        return False
    if word in words.given or word in words.ranks or word[1:] in words.given:
        return False
    return word[1:] in words.ranks or word[1:] in words.ordinary


def _is_known(words: Vocabulary, folded: str) -> bool:
    """Whether a word is among the commonest of the language as it stands, or an ordinary one in any form."""
    return folded in words.ranks or not words.ordinary.isdisjoint(words.affixes.stems(folded))


def behind_particle(text: AnalysedText, last: int) -> int:
    """Return where a name ends that was cut behind a particle that never ends one: "Georges Abi *Saab*".

    Args:
        text: The text.
        last: After the last token of what was found of the name.
    """
    words = vocabulary(text.language)

    def goes_on(at: int) -> bool:
        """Whether a word is of the name, a particle being before it."""
        same = at < len(text.tokens) and text.sentence_at(at) == text.sentence_at(last - 1)
        return same and text.tokens[at].kind is TokenKind.WORD

    while last < len(text.tokens):
        if text.tokens[last - 1].fold in words.opening_particles and goes_on(last):
            last += 1
        elif _is_filiation(words, text.tokens[last].fold) and goes_on(last + 1) and _may_name(words, text, last + 1):
            last += 2  # "Salim *ould Cheikh*"
        else:
            break
    return last


def _is_filiation(words: Vocabulary, folded: str) -> bool:
    return folded in FILIATION and folded in words.opening_particles


def _may_name(words: Vocabulary, text: AnalysedText, at: int) -> bool:
    """Whether a word behind "son of" is a name: in Arabic one with the article is, though it is a title elsewhere."""
    word = text.tokens[at].fold
    named = word in words.given or word in words.particles or not words.is_word(word)
    return named or (bool(words.article) and word.startswith(words.article))
