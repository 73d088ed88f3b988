"""Whose the delegations are that a text speaks of: by the party beside the word for one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from peyman.actors.allegiance.beside import Beside
from peyman.actors.known import register
from peyman.actors.offices.roles import Group
from peyman.text.marks import BREAKS, QUOTES

#: Between a delegation and what tells of it ("headed by", a word for members) stand at most so many tokens.
REACH = 7
#: A delegation is looked for in so many tokens of a sentence.
LOOKED_BACK = 60
#: A party is told by so many words with which its name begins.
_SHORT = 2
#: Marks behind which another clause begins; a name may stand between quotation marks.
_CLAUSES = BREAKS - QUOTES


class DelegationOwners:
    """Whose the delegations of one text are.

    Args:
        beside: What stands near its people.
    """

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self._text = beside.text
        self._words = beside.words
        self._led: dict[str, bool] = {}

    def is_led(self, token: int) -> bool:
        """Whether a token is a word for what is led: a delegation, a side."""
        word = self._text.tokens[token].fold
        if word not in self._led:
            self._led[word] = self._words.is_among(word, self._words.led)
        return self._led[word]

    def last_before(self, at: int) -> int | None:
        """Return the word for a delegation that stands close before a token; a party between them counts as one token.

        Args:
            at: The token.
        """
        floor, most = self._beside.sentence(at)[0], REACH
        within = {group.last: group.first for group in self._beside.grouped(max(floor, at - LOOKED_BACK), at)}
        while at > floor and most > 0:
            before = within.get(at, at - 1)
            led = next((t for t in range(at - 1, before - 1, -1) if self.is_led(t)), None)
            if led is not None or self._text.tokens[at - 1].text in _CLAUSES:
                return led
            at, most = before, most - 1
        return None

    def named_behind(self, at: int) -> Group | None:
        """Return the party, body or place whose delegation is spoken of right behind a token.

        Args:
            at: Where the word before ends.
        """
        end = min(at + REACH, self._beside.sentence(at)[1])
        led = next((t for t in range(at, end) if self.is_led(t)), None)
        if led is None:
            return None
        near = [g for g in self._beside.grouped(at, led + 3) if g.last <= end and led - 2 <= g.last]
        return near[0] if near else None

    def before(self, at: int) -> str | None:
        """Return whose the delegation is that a token stands behind: "A's delegation *headed by* B".

        Args:
            at: The token.
        """
        led = self.last_before(at)
        return self.whose(led, self._beside.sentence(at)[0], at) if led is not None else None

    def whose(self, led: int, floor: int, end: int) -> str | None:
        """Return the party beside the word for a delegation: "*Jordanian* delegation", "delegation of *Jordan*".

        The beginning of its name alone tells it if the text has it in full.

        Args:
            led: The word.
            floor: Where the stretch begins in which the party is looked for.
            end: Where it ends.
        """
        floor = max(floor, led - LOOKED_BACK)
        groups = self._beside.grouped
        before = [g for g in groups(floor, led + 2) if led - 2 <= g.last <= led + 1 and not g.is_place]
        behind = [g for g in groups(led, end) if g.last <= end and not (g.is_place and g.first > led + 1)]
        inside = [g for g in behind if not g.is_place] or behind
        near = inside[:1] if not self._words.possessor_before else (before[-1:] or inside[:1])
        party = near[0].party if near else None
        if party is not None or self._words.possessor_before:
            return party
        told = tuple(token.fold for token in self._text.tokens[led + 1 : led + 1 + _SHORT])
        return self._beginnings.get(told)

    @cached_property
    def _beginnings(self) -> Mapping[tuple[str, ...], str]:
        """The parties by the two words with which their longer names begin, where no other one's do."""
        found: dict[tuple[str, ...], set[str]] = {}
        for group in self._beside.groups:
            if not group.is_place and group.last - group.first > _SHORT - 1 and _is_political(group.party):
                begin = self._text.tokens[group.first : group.first + _SHORT]
                for form in {begin[-1].fold, *self._words.affixes.stems(begin[-1].fold)}:
                    found.setdefault((begin[0].fold, form), set()).add(group.party or "")
        return {words: next(iter(parties)) for words, parties in found.items() if len(parties) == 1}


def _is_political(party: str | None) -> bool:
    known = register.bodies().get(party or "")
    return known is not None and known.kind in ("political-party", "movement")
