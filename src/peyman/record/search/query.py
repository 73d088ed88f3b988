"""The query language: words, phrases, OR, minus, brackets and ``field:value``.

::

    ceasefire "joint committee"        both, the phrase in this order
    Uzer OR عوزیر                      either
    talks -Geneva                      without
    (talks OR consultations) Muscat    brackets
    party:IRQ,USA kind:meeting         fields; one of the values has to hold
    date:1404-08..1404-10              from a day, month or year to another, in any calendar

Words side by side are ANDed. `parse` makes a tree of it, which knows nothing of databases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from peyman.errors import QueryError
from peyman.record.search.words import Word, words_of

#: What may stand before a colon, and the names that it goes by.
FIELDS = {
    "party": "party",
    "language": "language",
    "lang": "language",
    "kind": "kind",
    "status": "status",
    "publisher": "publisher",
    "date": "date",
    "published": "date",
    "since": "since",
    "after": "since",
    "until": "until",
    "before": "until",
    "met": "met",
    "due": "due",
}
LONGEST_QUERY = 1000
"""In code points; more is no query but a text."""

_ADVICE = 'Such as: "joint committee" OR talks -Geneva party:IRQ date:2025-11..2026-01'
_OPEN, _CLOSE = '"«“„', '"»”“'
_TOKEN = re.compile(
    rf"(?P<space>\s+)|(?P<bracket>[()])"
    rf"|(?P<minus>-(?=[^\s-]))"
    rf"|(?:(?P<field>[A-Za-z]+):(?=\S)(?!//))?"
    rf"(?:[{_OPEN}](?P<phrase>[^{_CLOSE}]*)[{_CLOSE}]|(?P<word>[^\s()\"«»“”]+))"
)
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "an", "ar", "at", "ad", "az"})
_OR = frozenset({"OR", "|", "||"})
_AND = frozenset({"AND", "&", "&&"})


@dataclass(frozen=True, slots=True)
class Words:
    """Words that have to be there: in this order and side by side for a phrase, else anywhere."""

    words: tuple[Word, ...]
    phrase: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of which one of the values has to hold."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Everything in it has to hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of its parts has to hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Its part must not hold."""

    part: Node


Node = Words | Field | All | Either | Without


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    field: str | None = None


def parse(query: str) -> All:
    """Return the tree of a query.

    Args:
        query: As the user gives it; empty for everything.

    Raises:
        QueryError: It is too long, a bracket or a quotation mark has no partner, or there is no such field, or no value
            behind one.
    """
    if len(query) > LONGEST_QUERY:
        raise QueryError(f"The query has more than {LONGEST_QUERY} characters.", "Search for a few words of it.")
    tokens = _tokens(query)
    parser = _Parser(tokens)
    tree = parser.alternatives()
    if parser.position < len(tokens):
        raise QueryError("A closing bracket has no opening one.", _ADVICE)
    return tree if isinstance(tree, All) else All((tree,))


def _tokens(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    while position < len(query):
        found = _TOKEN.match(query, position)
        if found is None:
            raise QueryError("A quotation mark has no partner.", _ADVICE)
        position = found.end()
        if found["space"]:
            continue
        if found["bracket"] or found["minus"]:
            tokens.append(_Token(found["bracket"] or "-", found[0]))
            continue
        if found["word"] and found["word"][:-1].lower() in FIELDS and found["word"].endswith(":"):
            raise QueryError(
                f"The field {found['word'][:-1]!r} has no value.",
                f"The value follows the colon without a space. {_ADVICE}",
            )
        field = found["field"]
        if field is not None and field.lower() not in FIELDS:
            raise QueryError(f"There is no field {field!r}.", f"Fields are {', '.join(sorted(FIELDS))}.")
        name = FIELDS[field.lower()] if field else None
        if found["phrase"] is not None:
            tokens.append(_Token("phrase", found["phrase"], name))
        elif name is None and found["word"] in _OR:
            tokens.append(_Token("or", "OR"))
        elif name is not None or found["word"] not in _AND:
            tokens.append(_Token("word", found["word"], name))
    return tokens


def _without_article(text: str) -> list[Word]:
    """The words of a token; of Al-Sudani, only Sudani: the article is written in one language and not in another."""
    words = words_of(text)
    if len(words) > 1 and words[0].form in _ARTICLES and text[words[0].end : words[0].end + 1] in ("-", "‑", "–"):
        return words[1:]
    return words


class _Parser:
    """Recursive descent: alternatives of sequences of parts."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self.position = 0

    def _next(self) -> str | None:
        return self._tokens[self.position].kind if self.position < len(self._tokens) else None

    def alternatives(self) -> Node:
        """OR binds less than standing side by side."""
        found = [self._sequence()]
        while self._next() == "or":
            self.position += 1
            found.append(self._sequence())
        real = [each for each in found if each.parts]
        if len(real) < len(found) and len(found) > 1:
            raise QueryError("OR has nothing on one of its sides.", _ADVICE)
        if len(found) == 1:
            return found[0]
        return Either(tuple(each.parts[0] if len(each.parts) == 1 else each for each in real))

    def _sequence(self) -> All:
        parts: list[Node] = []
        loose: list[Word] = []

        def settle() -> None:
            if loose:
                parts.append(Words(tuple(loose), phrase=False))
                loose.clear()

        while (kind := self._next()) not in (None, "or", ")"):
            token = self._tokens[self.position]
            if kind == "word" and token.field is None:
                self.position += 1
                loose.extend(_without_article(token.text))
                continue
            settle()
            part = self._part()
            if part is not None:
                parts.append(part)
        settle()
        return All(tuple(parts))

    def _part(self) -> Node | None:
        token = self._tokens[self.position]
        self.position += 1
        if token.kind == "-":
            if self._next() in (None, "or", ")", "-"):
                raise QueryError("A minus has nothing behind it.", _ADVICE)
            part = self._part()
            return Without(part) if part is not None else None
        if token.kind == "(":
            inside = self.alternatives()
            if self._next() != ")":
                raise QueryError("An opening bracket has no closing one.", _ADVICE)
            self.position += 1
            return None if isinstance(inside, All) and not inside.parts else inside
        if token.field is not None:
            values = (token.text,) if token.kind == "phrase" else tuple(re.split("[,،]", token.text))
            values = tuple(value.strip() for value in values if value.strip())
            if not values:
                raise QueryError(f"The field {token.field} has no value.", _ADVICE)
            return Field(token.field, values)
        words = tuple(words_of(token.text))
        return Words(words, phrase=token.kind == "phrase") if words else None
