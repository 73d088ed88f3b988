"""What the writing of a name tells: apostrophes and dashes in it, letters of ships, capitals of headlines."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache

from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import POSSESSIVE, vocabulary
from peyman.actors.spans import KnownSpans
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.marks import LONG_DASHES
from peyman.text.segment import BlockKind, Sentence
from peyman.text.tokens import TokenKind

#: A name has at most so many words.
LONGEST_NAME = 5
#: An office begins at most so many words before whose it is, or who holds it.
OFFICE_WORDS = 6
#: A line of fewer words in capitals may be a name.
FEWEST_IN_CAPITALS = 5
#: A word that is commoner than this rank is an ordinary one where capitals tell no name.
RAREST = 10_000
_APOSTROPHES = frozenset("'’ʼ")
#: Dashes that part a dateline from the text, and no two halves of a name; "" is what is left of a lengthening stroke.
_DASHES = LONG_DASHES | {""}
_HEADINGS = frozenset((BlockKind.TITLE, BlockKind.HEADING))


def whole_name(text: AnalysedText, first: int, last: int) -> tuple[int, int]:
    """Return a name with what an apostrophe inside it parts off: "Korir *Sing'oei*", "Sarah *O'Neill*".

    Args:
        text: The text.
        first: First token of what was found of the name.
        last: After its last token.
    """
    tokens = text.tokens
    while last + 1 < len(tokens) and _is_inside_word(text, last) and tokens[last + 1].fold not in POSSESSIVE:
        last += 2
    while first > 1 and _is_inside_word(text, first - 1) and tokens[first - 2].text[:1].isupper():
        first -= 2
    return first, last


def has_capital(text: AnalysedText, index: int) -> bool:
    """Whether a word begins with a capital letter, or what stands before an apostrophe inside it does.

    Args:
        text: The text.
        index: The token.
    """
    first = index - 2 if index > 1 and _is_inside_word(text, index - 1) else index
    return text.tokens[first].text[:1].isupper()


def _is_inside_word(text: AnalysedText, index: int) -> bool:
    """Whether a token is an apostrophe with letters right before and behind it, where letters have case."""
    if not (text.language.has_case and 0 < index < len(text.tokens) - 1 and text.tokens[index].text in _APOSTROPHES):
        return False
    before, mark, behind = text.tokens[index - 1 : index + 2]
    touching = before.end == mark.start and mark.end == behind.start
    return touching and before.kind is behind.kind is TokenKind.WORD


def is_ship(text: AnalysedText, titles: Container[int], first: int) -> bool:
    """Whether a name is a ship's: it begins with the letters before ships' names, or stands behind them.

    Args:
        text: The text.
        titles: Tokens of titles, which may stand between: "KRI *Sultan* Iskandar Muda".
        first: First token of the name.
    """
    ships = vocabulary(text.language).ships
    before = first - 1
    while before > 0 and before in titles:
        before -= 1
    return any(text.tokens[t].text in ships for t in (max(0, before), first))


def is_headline(text: AnalysedText, mentions: Iterable[tuple[int, int]], common: int) -> bool:
    """Whether a name is but words of a headline in capitals: "Kenya, Bangladesh Ministers *Discuss Trade*".

    Args:
        text: The text.
        mentions: Everywhere where it is named, as token ranges.
        common: A word that is commoner than this rank is an ordinary one.
    """
    words = vocabulary(text.language)
    if not words.has_case:
        return False
    for first, last in mentions:
        index = text.sentence_at(first)
        line = text.sentences[index] if index is not None else None
        rarest = max(words.ranks.get(text.tokens[t].fold, RAREST) for t in range(first, last))
        heading = line is not None and text.blocks[line.block].kind in _HEADINGS and rarest < common
        shouted = line is not None and rarest < RAREST and is_in_capitals(text, line)
        if not (heading or shouted) or text.tokens[first].fold in words.given:
            return False
    return True


def is_in_capitals(text: AnalysedText, sentence: Sentence) -> bool:
    """Whether a line is all capitals, so that they tell no name: "PRINCIPAL SECRETARY RECEIVES DELEGATION".

    Args:
        text: The text.
        sentence: The line.
    """
    words = [token.text for token in text.tokens[sentence.first : sentence.last] if token.kind is TokenKind.WORD]
    return len(words) >= FEWEST_IN_CAPITALS and all(word.isupper() for word in words)


def is_pair(text: AnalysedText, known: KnownSpans, span: NameSpan) -> bool:
    """Whether a tagged person is what two states are called, with a hyphen between: "*Kenyan-Omani* trade".

    Args:
        text: The text.
        known: Known names in it.
        span: What was tagged.
    """
    if span.kind != "person" or all(text.tokens[t].text != "-" for t in range(span.first, span.last)):
        return False
    states = [s for t in range(span.first, span.last) for s in known.starting(t) if s.key("party", "adjective")]
    named = {t for state in states for t in range(state.first, state.last)}
    words = {t for t in range(span.first, span.last) if text.tokens[t].kind is TokenKind.WORD}
    return len(words) > 1 and words <= named


def is_parted(text: AnalysedText, span: NameSpan) -> bool:
    """Whether a hyphen that touches but the word before it parts what was tagged as a place: "Damascus, *SANA- The*".

    Args:
        text: The text.
        span: What was tagged.
    """
    tokens = text.tokens
    return span.kind == "place" and any(
        tokens[t].text == "-" and tokens[t - 1].end == tokens[t].start and tokens[t].end < tokens[t + 1].start
        for t in range(span.first + 1, span.last - 1)
    )


def is_behind_office(text: AnalysedText, token: int) -> bool:
    """Whether an office begins a few words before a token: "the *Minister of Foreign Affairs* of".

    Args:
        text: The text.
        token: The token.
    """
    index = text.sentence_at(token)
    start = max(text.sentences[index].first if index is not None else 0, token - OFFICE_WORDS)
    titles = vocabulary(text.language).titles.find(text.tokens, start, token)
    return any(title.value == "office" for title in titles)


def behind_strokes(text: AnalysedText, first: int, last: int) -> int:
    """Return where a name begins if a dash, or a lengthening stroke for one, stands in it: "IRNA ـ Abbas Araghchi".

    Args:
        text: The text.
        first: First token of what was tagged.
        last: After its last token.
    """
    strokes = [t for t in range(first, last - 1) if text.tokens[t].text.strip("ـ") in _DASHES]
    return strokes[-1] + 1 if strokes else first


def binds_several(text: AnalysedText, index: int) -> bool:
    """Whether a word has the ending that binds several to what they are of: "*Têkiliyên* Derve"; it is in no name.

    Args:
        text: The text.
        index: The token.
    """
    endings = _binding(text.language)
    word = text.tokens[index]
    return bool(endings) and word.text.lower().endswith(endings) and word.fold not in vocabulary(text.language).given


def is_bound(text: AnalysedText, name: NameSpan) -> bool:
    """Whether an ending that binds several to what they are of shows a phrase: "*Jinên* Azad", "Desteya *Milîsên*".

    Args:
        text: The text.
        name: What the tagger found.

    Returns:
        True where the name of a person or a place begins with such a word, or that of a body ends in one: what follows
        was cut off. One word alone may be a name that ends so.
    """
    edge = name.last - 1 if name.kind == "body" else name.first
    return name.last - name.first > 1 and binds_several(text, edge)


@cache
def _binding(language: Language) -> tuple[str, ...]:
    return tuple(language.table("people").get("names", {}).get("binding_several", ()))
