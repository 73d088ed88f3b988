"""Whether the sentence around a date looks back or ahead: by the words that each language lists for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from peyman.languages import Language
from peyman.text.fold import fold
from peyman.text.tokens import Token, TokenKind, tokenise

PAST, UNKNOWN, FUTURE = -1, 0, 1
#: A cue on the side where the verb mostly stands counts as so many times nearer.
_FAVOUR = 3
#: Cues further away than this say nothing, in tokens.
_REACH = 60
#: A cue in another clause counts as so many times further away.
_BEYOND = 3
#: In a list of cues: where another clause begins.
CLAUSE = 2
_REMEMBERED_WORDS = 100_000


class Cues:
    """The words of one language that tell the tense."""

    def __init__(self, language: Language, strict: bool = False) -> None:
        """Compile ``[tense]`` of the language's ``calendar.toml``.

        Args:
            language: The language.
            strict: Whether letters with and without their marks are told apart, see `peyman.dates.vocabulary`.
        """
        self._form = _spelling if strict else _fold
        table: Mapping[str, Any] = language.table("calendar").get("tense", {})
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        directions = language.table("calendar").get("directions", {})
        for name, sign, nearby in (("past", PAST, "last"), ("future", FUTURE, "next")):
            own = directions.get(nearby, ()) if language.table("calendar").get("direction_after") else ()
            for phrase in (*table.get(name, ()), *own):
                words = tuple(form for token in tokenise(phrase) if (form := self._form(token)))
                for prefix in ("", *table.get("prefixes", ())) if words else ():
                    first = fold(prefix) + words[0]
                    self._phrases.setdefault(first, []).append(((first, *words[1:]), sign))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._patterns = [
            (pattern, sign)
            for name, sign in (("future", FUTURE), ("past", PAST))
            if (pattern := _compile(table.get(f"{name}_patterns", ()))) is not None
        ]
        self._clauses = frozenset(fold(word) for word in table.get("clause", ()))
        self._exceptions = frozenset(fold(word) for word in table.get("exceptions", ()))
        self._by_pattern: dict[str, int] = {}
        self._verb_after = language.table("calendar").get("verb") == "after"

    def find(self, tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
        """Return the cues among the tokens ``[first, last)``: index and tense, or `CLAUSE`."""
        found = []
        index = first
        while index < last:
            token = tokens[index]
            step = 1
            if token.kind is TokenKind.WORD:
                sign = UNKNOWN
                for words, candidate in self._phrases.get(self._form(token), ()):
                    size = len(words)
                    if index + size <= last and all(self._form(tokens[index + k]) == words[k] for k in range(1, size)):
                        sign, step = candidate, size
                        break
                sign = sign or self._by_form(token.fold)
                if sign:
                    found.append((index, sign))
                elif token.fold in self._clauses:
                    found.append((index, CLAUSE))
            index += step
        return found

    def _by_form(self, folded: str) -> int:
        known = self._by_pattern.get(folded)
        if known is None:
            if len(self._by_pattern) > _REMEMBERED_WORDS:
                self._by_pattern.clear()
            known = UNKNOWN
            if folded not in self._exceptions:
                known = next((sign for pattern, sign in self._patterns if pattern.fullmatch(folded)), UNKNOWN)
            self._by_pattern[folded] = known
        return known

    def nearest(self, cues: Sequence[tuple[int, int]], first: int, last: int) -> int:
        """Return the tense of the cue nearest to the tokens ``[first, last)``, those of their own left out."""
        best, sign = _REACH * _FAVOUR, UNKNOWN
        clauses = [index for index, tense in cues if tense == CLAUSE]
        for index, tense in cues:
            if tense == CLAUSE or first <= index < last:
                continue
            after = index >= last
            distance = index - last + 1 if after else first - index
            if after != self._verb_after:
                distance *= _FAVOUR
            if any(last <= clause < index or index < clause < first for clause in clauses):
                distance *= _BEYOND
            if distance < best:
                best, sign = distance, tense
        return sign


def _compile(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    # letters are folded as the words are that they are matched with; what is syntax stays
    folded = "".join(fold(letter) if letter.isalpha() and not letter.isascii() else letter for letter in joined)
    return re.compile(folded) if folded else None


def _fold(token: Token) -> str:
    return token.fold


def _spelling(token: Token) -> str:
    return unicodedata.normalize("NFC", token.text).casefold()


@cache
def tense_cues(language: Language, strict: bool = False) -> Cues:
    """Return the tense cues of a language, always the same object."""
    return Cues(language, strict)
