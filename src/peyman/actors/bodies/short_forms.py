"""Short forms of bodies: abbreviations told in brackets, and head words that refer to a body named before.

"The Kurdish National Council (ENKS)": later, ENKS is that council. "The movement", "الحركة": the movement named last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peyman.actors.agreements.named import agreement_grammar
from peyman.actors.found import ActorEntry, Mention
from peyman.actors.known.tagger import NameSpan, word_ranks
from peyman.actors.known.titles import vocabulary
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes
from peyman.text.tokens import Token, TokenKind, tokenise

#: An abbreviation in brackets has at most so many tokens.
LONGEST_ABBREVIATION = 2
#: A single word that is commoner than this names no body by itself.
COMMON_RANK = 4000
#: A word of no more letters may be an article.
LONGEST_ARTICLE = 3


@dataclass(frozen=True, eq=False)
class NoBodies:
    """What a tagger may take for a body and is none (``[none]`` of ``bodies.toml``).

    Attributes:
        names: Folded words of names: platforms.
        heads: Folded words that no body's name begins with.
        ends: Folded words that no body's name holds: verbs that a tagger takes in with a name before them.
        apart: Folded nouns that no name holds behind a word with the article: "the union (called on) *the government*".
        leading: Folded prepositions, which no body's name ends with.
        offices: Folded pairs of words, of which the first is no body before the second: "*Cabinet* Secretary".
    """

    names: frozenset[tuple[str, ...]]
    heads: frozenset[str]
    ends: frozenset[str]
    apart: frozenset[str]
    leading: frozenset[str]
    offices: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, language: Language) -> NoBodies:
        """Return the table of a language; built once."""
        return _no_bodies(language)

    def is_of_office(self, text: AnalysedText, last: int) -> bool:
        """Whether the last word of a body is the first of an office: "Kenyan *Cabinet Secretary*".

        Args:
            text: The text.
            last: After the last token of the body.
        """
        pair = tuple(token.fold for token in text.tokens[last - 1 : last + 1])
        return pair in self.offices

    def covers(self, text: AnalysedText, span: NameSpan) -> bool:
        """Whether a tagged range is one of these, holds half a bracket, or is an office and no body.

        Args:
            text: The text.
            span: The tagged range.
        """
        tokens = text.tokens[span.first : span.last]
        words = tuple(token.fold for token in tokens if token.kind is TokenKind.WORD)
        months = agreement_grammar(text.language).months
        if len(words) <= 1 and any(token.kind is TokenKind.NUMBER for token in tokens) and words and words[0] in months:
            return True
        if not words or words in self.names or words[0] in self.heads:
            return True
        if all((word,) in self.names for word in words):
            return True  # a row of buttons: "Facebook Twitter WhatsApp"
        if text.language.has_case and words[-1] in self.heads:
            return True
        marks = [token.text for token in tokens if token.text in "()"]
        if marks and marks[0] == ")":
            return True
        titles = vocabulary(text.language).titles.find(text.tokens, span.first, span.last)
        return text.language.has_case and any(t.end == span.last and t.value == "office" for t in titles)

    def cut(self, text: AnalysedText, span: NameSpan) -> NameSpan:
        """Return a tagged body without ordinary words before it, and as far as a verb that was taken in with it.

        Args:
            text: The text.
            span: The tagged range.
        """
        if span.kind != "body":
            return span
        words = vocabulary(text.language)
        first = span.first
        while words.has_case and words.possessor_before and span.last - first > 1 and _is_plain(text, first):
            first += 1  # "the *broadcaster* Channel Two"
        span = NameSpan(first, span.last, span.kind)
        inside = range(span.first + 1, span.last)
        last = next((t for t in inside if self._ends_at(text, words.article, t)), span.last)
        return NameSpan(span.first, last, span.kind)

    def _ends_at(self, text: AnalysedText, article: tuple[str, ...], token: int) -> bool:
        word, before = text.tokens[token].fold, text.tokens[token - 1].fold
        return word in self.ends or (word in self.apart and bool(article) and before.startswith(article))


def _is_plain(text: AnalysedText, token: int) -> bool:
    """Whether a token is an ordinary word in small letters, with one in capital letters behind it."""
    word, behind = text.tokens[token], text.tokens[token + 1]
    small = word.kind is TokenKind.WORD and word.text.islower() and behind.text[:1].isupper()
    return small and vocabulary(text.language).is_word(word.fold)


@cache
def _no_bodies(language: Language) -> NoBodies:
    table: Mapping[str, Sequence[str]] = language.table("bodies").get("none", {})
    names = frozenset(tuple(fold(t.text) for t in tokenise(name)) for name in table.get("names", ()))
    heads, ends, apart, leading = (
        frozenset(fold(word) for word in table.get(part, ())) for part in ("heads", "ends", "apart", "leading")
    )
    pairs = (tuple(fold(word) for word in pair.split(" ")) for pair in table.get("offices", ()))
    return NoBodies(names, heads, ends, apart, leading, frozenset((first, second) for first, second in pairs))


def slug(text: AnalysedText, first: int, last: int) -> str:
    """Return the words of a name in a key, without a preposition that has taken the article of the first one.

    Args:
        text: The text.
        first: The first token of the name.
        last: The token behind it.
    """
    words = [t.fold for t in text.tokens[first:last] if t.kind is not TokenKind.MARK]
    opening = _defined(text, first)
    return "-".join(words if opening is None else [fold(opening), *words[1:]])


def without_preposition(text: AnalysedText, span: NameSpan) -> dict[str, str]:
    """Return the name of a body in the language of the text where a preposition is written to it: «للاتحاد المغربي».

    Args:
        text: The text.
        span: Where the name stands.

    Returns:
        The name by the language; empty where the name is as it is written.
    """
    opening = _defined(text, span.first)
    behind = text.repaired_words(span.first + 1, span.last) if span.last > span.first + 1 else ""
    return {} if opening is None else {text.language.code: f"{opening} {behind}".strip()}


def _defined(text: AnalysedText, token: int) -> str | None:
    """A word with the article that a preposition had taken: of «للاتحاد» «الاتحاد», of «للجنة» «اللجنة»."""
    words, written = vocabulary(text.language), text.tokens[token].text
    article: str = text.language.table("parties").get("article", "")
    taken = next((p for p in words.fused_articles if article and written.startswith(p)), None)
    if taken is None:
        return None
    rest = written.removeprefix(taken)
    heads: Mapping[str, Sequence[str]] = text.language.table("bodies").get("heads", {})
    assimilated = article[-1] + rest
    lost = any(assimilated in forms for forms in heads.values())
    return article + (assimilated if lost else rest)


def trimmed(text: AnalysedText, span: NameSpan) -> NameSpan | None:
    """Return a tagged range without marks and numbers at its edges, and without what follows a bracket.

    Args:
        text: The text.
        span: What the tagger found.

    Returns:
        The range, or None where nothing of a name is left.
    """
    first, last = span.first, span.last
    bracket = next((t for t in range(first + 1, last) if text.tokens[t].text == "("), None)
    last = bracket if bracket is not None else last
    while first < last and text.tokens[first].kind is not TokenKind.WORD:
        first += 1
    while last > first and (text.tokens[last - 1].kind is TokenKind.MARK or _leads_on(text, span, last - 1)):
        last -= 1
    return NameSpan(first, last, span.kind) if first < last else None


def _leads_on(text: AnalysedText, span: NameSpan, token: int) -> bool:
    """Whether a tagged body would end with a preposition, which is of what follows: "the council *to* the press"."""
    return span.kind == "body" and token > span.first and text.tokens[token].fold in NoBodies.of(text.language).leading


def abbreviation_after(text: AnalysedText, last: int) -> tuple[int, int] | None:
    """Return the tokens of an abbreviation in brackets behind a name, where there is one.

    Args:
        text: The text.
        last: After the name's last token.
    """
    tokens = text.tokens
    if last + 2 >= len(tokens) or tokens[last].text != "(":
        return None
    for end in range(last + 2, min(last + 2 + LONGEST_ABBREVIATION, len(tokens))):
        if tokens[end].text == ")":
            inside = tokens[last + 1 : end]
            return (last + 1, end) if all(_can_abbreviate(token) for token in inside) else None
    return None


def _can_abbreviate(token: Token) -> bool:
    capitals = sum(letter.isupper() for letter in token.text)  # "DoD"
    told = capitals > 1 and len(token.text) - capitals <= 1
    return token.kind is TokenKind.WORD and (told or not token.text.isascii()) and len(token.text) > 1


def occurrences(text: AnalysedText, words: Sequence[str], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where the folded words of an abbreviation stand in a text, inflected or not, outside what is taken.

    Args:
        text: The text.
        words: The folded words.
        taken: For each token, whether it belongs to another name.
    """
    affixes = Affixes.of(text.language)
    for sentence in text.sentences:
        for first in range(sentence.first, sentence.last - len(words) + 1):
            last = first + len(words)
            if any(taken[first:last]):
                continue
            if all(
                words[n] == text.tokens[first + n].fold or words[n] in affixes.stems(text.tokens[first + n].fold)
                for n in range(len(words))
            ):
                yield first, last


def stems_alone(text: AnalysedText, span: NameSpan) -> frozenset[str]:
    """Return the stems of the only word of a range, which may refer to a body by its head; none where it has several.

    Args:
        text: The text.
        span: The tagged range; an article may stand before the word.
    """
    words = [t for t in range(span.first, span.last) if text.tokens[t].kind is TokenKind.WORD]
    if not words or len(words) > 2 or (len(words) == 2 and len(text.tokens[words[0]].fold) > LONGEST_ARTICLE):
        return frozenset()
    return frozenset(Affixes.of(text.language).stems(text.tokens[words[-1]].fold))


def referred(text: AnalysedText, stems: frozenset[str], first: int, bodies: Sequence[Mention]) -> int | None:
    """Return the entry that a single word refers to: the last body before it whose name begins with that word.

    Args:
        text: The text.
        stems: The stems of the word.
        first: Where it stands.
        bodies: Mentions of bodies, in order.
    """
    affixes = Affixes.of(text.language)
    for mention in reversed(bodies):
        inside = [t for t in text.tokens[mention.first : mention.last] if t.kind is TokenKind.WORD]
        if mention.first >= first or len(inside) < 2:
            continue
        heads = (inside[0], inside[-1]) if text.language.has_case else (inside[0],)
        if any(not stems.isdisjoint(affixes.stems(head.fold)) for head in heads):
            return mention.entry
    return None


def is_common_word(text: AnalysedText, span: NameSpan) -> bool:
    """Whether a range is one common word, after an article perhaps ("The ministry"), which names no body by itself."""
    words = [t for t in text.tokens[span.first : span.last] if t.kind is TokenKind.WORD]
    if text.language.has_case:
        if len(words) == 2 and len(words[0].text) <= LONGEST_ARTICLE:
            del words[0]
        return len(words) == 1 and not words[0].text[:1].isupper()
    if len(words) != 1:
        return False
    ranks = word_ranks(text.language)
    return any(ranks.get(s, COMMON_RANK) < COMMON_RANK for s in Affixes.of(text.language).stems(words[0].fold))


def told_abbreviations(text: AnalysedText, actors: Sequence[ActorEntry]) -> dict[tuple[str, ...], int]:
    """Return the abbreviations in brackets behind the bodies found so far, folded, with the positions of their entries.

    Args:
        text: The text.
        actors: What was found in it.
    """
    told: dict[tuple[str, ...], int] = {}
    for entry in actors:
        for mention in entry.mentions if entry.kind == "body" else ():
            inside = abbreviation_after(text, mention.last)
            if inside is not None:
                told.setdefault(tuple(t.fold for t in text.tokens[slice(*inside)]), mention.entry)
    return told
