"""Members of a format that a document lists: "the Quartet, made up of A, B, C and D", «اللجنة الرباعية (أ وب وج)».

Several formats go by one name; whoever lists the members says which one is meant. The list is part of the name then:
nobody in it stands in the sentence by himself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peyman.actors.found import Found, Mention
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Lexicon, Phrase
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: Between the name of a format and the list of its members at most so many tokens stand: ", which is *made up of*".
_REACH = 6
#: Between two members stand at most so many tokens: a comma, "and", an article.
_BETWEEN = 2
#: A format has at least so many members, …
_FEWEST = 2
#: … and a list of them at most so many tokens.
_LONGEST = 80
#: A list in brackets needs no words that open it.
_BRACKET = "("


@dataclass(frozen=True, slots=True)
class Listed:
    """The members of a format as a document lists them.

    Attributes:
        members: Their keys, in order.
        last: After the last token of the list, with what closes it.
    """

    members: tuple[str, ...]
    last: int


def listed_members(text: AnalysedText, found: Found, mention: Mention) -> Listed | None:
    """Return whom a document lists right behind the name of a format; None where it lists nobody.

    Args:
        text: The text.
        found: Whom and what it names.
        mention: Where it names the format.
    """
    index = text.sentence_at(mention.first)
    if index is None:
        return None
    end = text.sentences[index].last
    near = found.mentions_in(mention.last, min(end, mention.last + _LONGEST))
    row = _row([m for m in near if m.party is not None])
    if len({m.party for m in row}) < _FEWEST or row[0].first - mention.last > _REACH:
        return None
    bracketed = text.tokens[mention.last].text == _BRACKET and row[0].first == mention.last + 1
    openers = _openers(text.language).find(text.tokens, mention.last, row[0].first)
    opened = any(opener.end in (row[0].first, row[0].first - 1) for opener in openers)
    if not bracketed and not opened:
        return None
    last = row[-1].last
    closed = last + _closing(text, last, end)
    return Listed(tuple(dict.fromkeys(m.party for m in row if m.party)), closed)


def _row(named: Sequence[Mention]) -> list[Mention]:
    """The first of those named that stand one behind the other, with no more than a mark or "and" between."""
    row: list[Mention] = []
    for mention in named:
        if row and mention.first < row[-1].last:
            continue
        if row and mention.first - row[-1].last > _BETWEEN:
            break
        row.append(mention)
    return row


def _closing(text: AnalysedText, last: int, end: int) -> int:
    """How many tokens behind a list close it: a bracket, a comma, the verb at the end of its clause."""
    tokens = text.tokens
    if last < end and (tokens[last].text == ")" or tokens[last].text in COMMAS):
        return 1
    closers = _closers(text.language)
    at = last
    while at < end and tokens[at].kind is TokenKind.WORD and tokens[at].fold in closers:
        at += 1
    return at - last + (at > last and at < end and tokens[at].text in COMMAS)


@cache
def _table(language: Language) -> Mapping[str, Sequence[str]]:
    table: Mapping[str, Sequence[str]] = language.table("parties").get("members", {})
    return table


@cache
def _openers(language: Language) -> Lexicon:
    return Lexicon(Phrase(form, "members", "opening") for form in _table(language).get("opening", ()))


@cache
def _closers(language: Language) -> frozenset[str]:
    return frozenset(fold(word) for form in _table(language).get("closing", ()) for word in form.split())
