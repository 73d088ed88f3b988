"""Of which party those are who are met in a row: the office of the last one may say it for all of them.

"He will meet Prime Minister A, Foreign Minister B and Army Chief C *of Pakistan*".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peyman.actors.allegiance.beside import IN_ROW, Beside
from peyman.actors.offices.roles import Group
from peyman.text.marks import COMMAS
from peyman.text.tokens import Token, TokenKind

#: Those of a row begin right behind "with": at most so many tokens, an article or a form of address.
_ARTICLES = 2


class MetInRow:
    """What one text says of people who are met together.

    Args:
        beside: What stands near its people.
    """

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self.text, self.people, self.words = beside.text, beside.people, beside.words

    def owned(self, told: Sequence[str | None]) -> dict[int, str]:
        """Return the party of each who is met in a row and whose office does not say it, by position.

        It is that of the last of the row, where nobody before has one of his own; whoever met them is not among them.

        Args:
            told: The party of each person, as far as an office or the register says it.
        """
        found: dict[int, str] = {}
        for row in self._rows():
            *others, last = row
            party = told[last]
            if party is None or not self.people[last].roles:
                continue
            if all(told[other] is None and self.people[other].roles for other in others):
                found.update(dict.fromkeys(others, party))
        return found

    def origins(self, told: Sequence[str | None]) -> dict[int, str]:
        """Return the parties of those behind whose names stands where they are from, by position.

        "He met A B *of India* and C D *from Uzbekistan*". Elsewhere "from" may belong to a verb ("A asked from India").

        Args:
            told: The party of each person, as far as an office or the register says it.
        """
        found: dict[int, str] = {}
        for first, last, number in self._beside.at:
            if told[number] is None and number not in found:
                group = self._origin(last)
                if group is not None and group.party is not None and self._is_listed(first, last, group):
                    found[number] = group.party
        return found

    def _origin(self, last: int) -> Group | None:
        """The party or place behind a word for "from" that stands right behind a name."""
        tokens = self.text.tokens
        if last >= len(tokens) or tokens[last].fold not in self.words.origins:
            return None
        articles = 1 if last + 1 < len(tokens) and tokens[last + 1].fold in self.words.articles else 0
        group = next(iter(self._beside.grouped(last + 1, last + 2 + articles)), None)
        return group if group is not None and group.first == last + 1 + articles else None

    def _is_listed(self, first: int, last: int, group: Group) -> bool:
        """Whether somebody is met, or named among others: what stands behind his origin is no verb."""
        if self._is_met(first, last):
            return True
        _, end = self._beside.sentence(first)
        if not first or group.last >= end:
            return False
        return self._parts(self.text.tokens[first - 1]) and self._parts(self.text.tokens[group.last])

    def _parts(self, token: Token) -> bool:
        """Whether a token stands between those of a list: a mark, an "and"."""
        is_and = token.fold in self.words.conjunctions
        return is_and or token.kind is TokenKind.MARK or any(token.fold in c for c in self.words.closings.values())

    def _rows(self) -> Iterator[list[int]]:
        """Those who are named one behind the other after a word for whoever is met, two and more of them."""
        done = -1
        for place, (first, last, number) in enumerate(self._beside.at):
            if first < done or not self._is_met(first, last):
                continue
            row, end = [number], last
            for start, until, other in self._beside.at[place + 1 :]:
                if not self._is_next(end, start):
                    break
                row.append(other)
                end = until
            done = end
            if len(set(row)) == len(row) > 1:
                yield row

    def _is_met(self, first: int, last: int) -> bool:
        """Whether the word for whoever is met stands right before a name and its office."""
        floor, _ = self._beside.sentence(first)
        near = range(max(floor, first - _ARTICLES), first)
        return any(self.words.faces(self.text.tokens, at, last) for at in near)

    def _is_next(self, end: int, start: int) -> bool:
        """Whether a name follows another in a list: behind a comma or an "and", and nothing else but what he is."""
        if not end <= start <= end + IN_ROW:
            return False
        between = self.text.tokens[end:start]
        if not between:
            return any(self.text.tokens[start].fold.startswith(prefix) for prefix in self.words.fused_and)
        return all(
            token.text in COMMAS or token.fold in self.words.conjunctions or token.fold in self.words.articles
            for token in between
        )
