"""Whose somebody is whom others accompany and whom a text calls by his office alone: "accompanying *the President*"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from peyman.actors.allegiance.beside import Beside

#: Whoever is accompanied is named at most so many tokens from the word for it.
ACCOMPANIED_REACH = 8
#: A word of an office has so many letters; shorter ones are "of" and "the".
_FEWEST_LETTERS = 4


class Accompanied:
    """Those who are accompanied in one text.

    Args:
        beside: What stands near its people.
        parties: The party of each person, as far as it is known or likely.
        home: Whose "the President" is, where nobody whom the text names is one.
    """

    def __init__(self, beside: Beside, parties: Sequence[str | None], home: str | None) -> None:
        self._beside = beside
        self.parties = parties
        self._home = home

    def party_of_office(self, first: int, last: int) -> str | None:
        """Return whose an office is that has no name: of whoever holds it in the text, else of whose the text is.

        Args:
            first: Where the office may begin.
            last: Where it ends.
        """
        words, tokens = self._beside.words, self._beside.text.tokens
        told = (t.fold for t in tokens[first:last] if len(t.fold) >= _FEWEST_LETTERS)
        forms = (form for word in told for form in (word, *words.affixes.stems(word)))
        held = [self._holders[form] for form in forms if form in self._holders]
        if held:
            return self.parties[min(held)]
        titles = words.titles.find(tokens, first, last)
        return self._home if any(title.value == "office" for title in titles) else None

    @cached_property
    def _holders(self) -> Mapping[str, int]:
        """The first whose office has a word in it, by the word, of those whose party is known or likely."""
        words, tokens = self._beside.words, self._beside.text.tokens
        found: dict[str, int] = {}
        for number, person in enumerate(self._beside.people):
            for role in person.roles if self.parties[number] is not None else ():
                for token in tokens[role.first : role.last]:
                    for form in (token.fold, *words.affixes.stems(token.fold)):
                        found.setdefault(form, number)
        return found
