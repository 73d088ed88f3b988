"""Those whom a text names in full met again by their surname alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from peyman.actors.names.name_marks import has_capital, whole_name
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.people.named_alike import unnumbered
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Affixes, Lexicon, Phrase
from peyman.text.tokens import TokenKind

#: A surname has at least so many letters.
SHORTEST_SURNAME = 3


def add_surnames(
    text: AnalysedText,
    people: Sequence[FoundPerson],
    known: Collection[tuple[int, int]],
    barred: Collection[int],
    is_ordinary: Callable[[int], bool],
) -> None:
    """Add to people the mentions by their surname alone: rare words, or those of whom the register knows.

    A surname that two of them have stands for neither.

    Args:
        text: The text.
        people: Who is named in it in full; their mentions are added to and put in order.
        known: Ranges of names that the register knows.
        barred: Tokens that are something else.
        is_ordinary: Whether the token at an index is an ordinary word of the language.
    """
    surnames: dict[str, FoundPerson | None] = {}
    for person in people:
        words = unnumbered(_folds(text, *person.name))
        # The surname of somebody well known is a common word of the news: "Barzani said".
        rare = person.name in known or not is_ordinary(person.name[1] - 1)
        if len(words) >= 2 and len(words[-1]) >= SHORTEST_SURNAME and rare:
            surnames[words[-1]] = None if words[-1] in surnames else person
    if surnames:
        finder = Lexicon((Phrase(word, "surname", word) for word in surnames), Affixes.of(text.language))
        met: set[int] = set()
        for sentence in text.sentences:
            for match in finder.find(text.tokens, sentence.first, sentence.last):
                holder, token = surnames[match.value], text.tokens[match.start]
                if holder is None or match.start in barred or match.start in met:
                    continue
                if text.language.has_case and not has_capital(text, match.start):
                    continue
                if token.fold != match.value and is_ordinary(match.start):
                    continue  # "the maritime border" after "Bahr"
                met.add(match.start)
                holder.mentions.append(whole_name(text, _with_article(text, holder, match.start), match.end))
    for person in people:
        person.mentions.sort()


def _with_article(text: AnalysedText, person: FoundPerson, start: int) -> int:
    """Where a surname begins with what its full name has before it with a hyphen: "Al-Yahya"."""
    first, last = person.name
    article = _folds(text, last - 3, last - 1)
    hyphened = last - first > len(article) + 1 and text.tokens[last - 2].text == "-"
    return start - 2 if hyphened and start >= 2 and _folds(text, start - 2, start) == article else start


def _folds(text: AnalysedText, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.fold for token in text.tokens[max(0, first) : last] if token.kind is TokenKind.WORD)
