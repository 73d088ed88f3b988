"""On whose side a text says that people stand, besides what their offices say.

The head of a delegation is of the party that sent it, whoever "for the A side" is said of is of A, and companions are
of the party of whom they accompany. The words for that stand in ``[sides]`` of each language's ``people.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from peyman.actors.allegiance.accompanied import ACCOMPANIED_REACH, Accompanied
from peyman.actors.allegiance.beside import Beside
from peyman.actors.allegiance.delegation_owners import DelegationOwners
from peyman.actors.known.titles import POSSESSIVE
from peyman.actors.offices.roles import FoundRole, Group
from peyman.text.lexicon import Match
from peyman.text.marks import COLONS, COMMAS
from peyman.text.tokens import TokenKind

#: Between "headed by" and whoever heads a delegation stand at most so many tokens.
_ARTICLES = 3
#: Between a name with its office, and "for the A side", stand at most so many tokens: a comma, an article.
_BESIDE = 2
#: "The two countries" are so many, named at most so many tokens before.
_BOTH, _BEFORE = 2, 400
#: Between a name and an office in the plural, "X and Y, *the foreign trade* ministers", stand at most so many.
_APPOSED = 5
#: Between a delegation and the name of who leads it stands an office of at most so many tokens.
_OFFICE = 10

#: Words for sides that tell who accompanies whom.
_ACCOMPANY = frozenset({"accompanied-by", "accompanying", "accompanied"})


class Sides:
    """What one text says of the sides on which people stand.

    Args:
        beside: What stands near its people.
        delegations: Whose its delegations are.
    """

    def __init__(self, beside: Beside, delegations: DelegationOwners) -> None:
        self._beside = beside
        self._delegations = delegations
        self.text, self.people, self.words = beside.text, beside.people, beside.words

    def told(self) -> dict[int, str]:
        """Return the parties of those who head or lead a delegation, or are said to be of a side, by position."""
        told: dict[int, str] = {}
        for match in self._beside.found:
            party: str | None
            if match.value == "headed":
                party = self._delegations.before(match.start)
                number = self._named_behind(match.end, _ARTICLES)
            elif match.value == "leading":
                led = self._delegations.named_behind(match.end)
                party = led.party if led is not None else None
                number = self._leader(match, led) if led is not None else None
            elif match.value == "side":
                group = self._side(match)
                for number in self._of_side(match, group) if group is not None else ():
                    told.setdefault(number, (group.party if group is not None else None) or "")
                continue
            else:
                continue
            if party is not None and number is not None:
                told.setdefault(number, party)
        for number, person in enumerate(self.people):
            whose = next(
                (party for role in person.roles if (party := self._counterpart_before(role)) is not None), None
            )
            if whose is not None:
                told.setdefault(number, whose)
        for number, party in self._columns():
            told.setdefault(number, party)
        return told

    def _columns(self) -> Iterator[tuple[int, str]]:
        """Those whom a list names behind a party and a colon: "*From Siyada:* A, B and C", "*For Oman:* A and B"."""
        for group in self._beside.groups:
            floor, end = self._beside.sentence(group.first)
            if group.first - floor > _ARTICLES:
                continue
            colon = group.last
            while colon < end and colon - group.last < _BESIDE and self._delegations.is_led(colon):
                colon += 1
            if colon >= end or self.text.tokens[colon].text not in COLONS or group.party is None:
                continue
            names = list(self._names(colon + 1, end))
            row = self._joined_row(names, colon + 1)
            over = self.text.tokens[names[len(row) - 1][1] : end] if row else ()
            listed = len(row) > 1 and all(token.kind is not TokenKind.WORD for token in over)
            if listed and names[0][0] == colon + 1:
                yield from ((number, group.party) for number in row)

    def in_turn(self) -> dict[int, str]:
        """Return the parties of those who are named in a row beside one office of as many parties, by position.

        "X and Y, the foreign ministers of A and B"; "the ministers of A and B, X and Y".
        """
        found: dict[int, str] = {}
        for match in self._beside.found:
            for number, party in self._in_turns(match) if match.value == "several" else ():
                found.setdefault(number, party)
        return found

    def _in_turn(self, match: Match) -> list[tuple[int, str]]:
        floor, end = self._beside.sentence(match.start)
        row: list[Group] = []
        for group in self._beside.grouped(match.end, end):
            near = group.first - (row[-1].last if row else match.end)
            if (
                group.is_place
                or near > (_BESIDE if row else _OFFICE)
                or (row and not self._is_joined(row[-1].last, group.first))
            ):
                break
            row.append(group)
        parties = [group.party for group in row if group.party is not None]
        behind = row[-1].last if row else match.end
        if not row:
            behind, parties = self._both(match)
        if len(set(parties)) < 2 or len(set(parties)) != len(parties):
            return []
        ahead = (at for at in self._names(floor, match.start, backwards=True) if at[1] <= match.start)
        people = self._joined_row(ahead, match.start, backwards=True)[::-1]
        if len(people) != len(parties):
            people = self._joined_row(self._names(behind, end), behind)
        return list(zip(people, parties, strict=True)) if len(people) == len(parties) else []

    def _both(self, match: Match) -> tuple[int, list[str]]:
        """Where "of the two countries" behind an office ends, and which they are, if two alone are named before."""
        for at in range(match.end, match.end + _BESIDE + 1):
            for words in self.words.both:
                told = tuple(token.fold for token in self.text.tokens[at : at + len(words)])
                if told == words:
                    before = self._beside.grouped(match.start - _BEFORE, match.start)
                    parties = list(dict.fromkeys(g.party for g in before if not g.is_place and g.party))
                    return at + len(words), parties if len(parties) == _BOTH else []
        return match.end, []

    def _names(self, first: int, last: int, backwards: bool = False) -> Iterator[tuple[int, int, int]]:
        """The bare names of people that begin in ``[first, last)``, in order, without the offices beside them."""
        low = bisect_left(self._beside.begun, first)
        begun = self._beside.begun[low : bisect_left(self._beside.begun, last, low)]
        for at in reversed(begun) if backwards else begun:
            yield at, max(self._beside.lasts[at]), self._beside.starts[at][0]

    def _joined_row(self, names: Iterable[tuple[int, int, int]], at: int, backwards: bool = False) -> list[int]:
        """Those named one after the other from a token on, "and" or a comma between them."""
        row: list[int] = []
        for first, last, number in names:
            gap = (last, at) if backwards else (at, first)
            if (
                not 0 <= gap[1] - gap[0] <= (_BESIDE if row else _APPOSED)
                or (row and not self._is_joined(*gap))
                or number in row
            ):
                break
            row.append(number)
            at = first if backwards else last
        return row

    def _counterpart_before(self, role: FoundRole) -> str | None:
        """Whose opposite number an office behind a comma is of: "his *Omani counterpart*, Minister of Defence A"."""
        tokens, comma = self.text.tokens, role.first - 1
        if comma < _BESIDE or tokens[comma].text not in COMMAS:
            return None
        if not self.words.possessor_before or not self.words.is_among(tokens[comma - 1].fold, self.words.counterparts):
            return None
        near = [group for group in self._beside.grouped(comma - _BESIDE, comma) if group.last == comma - 1]
        return near[-1].party if near else None

    def _in_turns(self, match: Match) -> list[tuple[int, str]]:
        """Those named in a row beside an office in the plural, with whose they are: before it, or behind it."""
        return self._in_turn(match) or self._owned_in_turn(match)

    def _owned_in_turn(self, match: Match) -> list[tuple[int, str]]:
        """Those named behind an office in the plural, whose parties stand before: "the A and B presidents, X and Y"."""
        floor, end = self._beside.sentence(match.start)
        row: list[str] = []
        at = match.start
        before = self._beside.grouped(max(floor, at - _OFFICE), at) if self.words.possessor_before else ()
        for group in reversed(before):
            if group.is_place or at - group.last > _BESIDE or (row and not self._is_joined(group.last, at)):
                break
            row.append(group.party or "")
            at = group.first
        people = self._joined_row(self._names(match.end, end), match.end)
        together = len(row) == len(people) == len(set(row)) > 1
        return list(zip(people, reversed(row), strict=True)) if together else []

    def companions(self, parties: Sequence[str | None], told: Sequence[str | None], home: str | None) -> dict[int, str]:
        """Return the parties of those who accompany somebody, by position.

        Args:
            parties: The party of each person, as far as it is known or likely.
            told: The same, as far as an office or the register says it.
            home: Whose "the President" is, where whoever is accompanied has no name.
        """
        found: dict[int, str] = {}
        accompanied = Accompanied(self._beside, parties, home)
        for match in self._beside.found:
            if match.value not in _ACCOMPANY:
                continue
            sentence = self._beside.sentence(match.start)
            before = [at for at in self._beside.named(sentence[0], match.start) if at[1] <= match.start]
            behind = [at for at in self._beside.named(match.end, sentence[1]) if at[1] <= sentence[1]]
            end = min(sentence[1], match.end + ACCOMPANIED_REACH)
            before_all = before or (self._acting_before(sentence[0]) if match.value == "accompanied-by" else [])
            if match.value == "accompanied-by" and before_all:
                whose = parties[before_all[-1][2]]
                others = self._beside.row(match.end, behind, whose, told)
            elif match.value == "accompanying":
                near = next((at for at in behind if at[0] - match.end <= _ARTICLES), None)
                whose = parties[near[2]] if near is not None else accompanied.party_of_office(match.end, end)
                others = [at[2] for at in before]
            elif match.value == "accompanied":
                near = next((at for at in reversed(before) if match.start - at[1] <= 1), None)
                floor = before[-1][1] if before else sentence[0]
                whose = parties[near[2]] if near is not None else accompanied.party_of_office(floor, match.start)
                others = [at[2] for at in before if at is not near]
            else:
                continue
            if whose is not None:
                for number in others:
                    found.setdefault(number, whose)
        return found

    def _acting_before(self, first: int) -> list[tuple[int, int, int]]:
        """Who is named first in the sentence before one that names nobody: "A left. *He* is accompanied by B"."""
        floor = self._beside.sentence(first - 1)[0] if first else first
        return list(self._beside.named(floor, first))[:1]

    def owned(self, parties: Sequence[str | None], outlets: Sequence[Group] = ()) -> dict[int, str]:
        """Return the parties of those whose office is somebody's: "the President and *his* foreign minister".

        Args:
            parties: The party of each person, as far as it is known or likely.
            outlets: Mentions of news outlets: "the Armenian agency reported that the minister *of this country* …".
        """
        found: dict[int, str] = {}
        for number, person in enumerate(self.people):
            for role in person.roles:
                owner = self._owner(role)
                if owner is None:
                    master = self._master(number, role)
                    whose = parties[master] if master is not None else None
                    if whose is not None and whose not in person.not_of:
                        found.setdefault(number, whose)
                    continue
                floor, _ = self._beside.sentence(role.first)
                if owner == "person":
                    near = [at for at in self._beside.named(floor, role.first) if at[2] != number]
                    whose = parties[near[-1][2]] if near else None
                else:
                    groups = [g for g in self._beside.grouped(floor, role.first) if g.last <= role.first]
                    heard = [g for g in outlets if g.party and floor <= g.first and g.last <= role.first]
                    whose = (groups or heard)[-1].party if groups or heard else None
                if whose is not None:
                    found.setdefault(number, whose)
        return found

    def _master(self, number: int, role: FoundRole) -> int | None:
        """Whose aide somebody is: of whoever is named right behind the office, or before it: "*Putin's* aide"."""
        tokens, words = self.text.tokens, self.words
        if any(number in self._beside.ends.get(role.first - away, ()) for away in range(_BESIDE + 1)):
            at = role.last
            while at < len(tokens) and at - role.last < _BESIDE and self._links(at):
                at += 1
            if self.words.has_case and at == role.last and not self._links(at - 1):
                return None  # "X, Prime Minister Y": the office is of the second
            return next((n for n in self._beside.starts.get(at, ()) if n != number), None)
        at = role.first
        while words.possessor_before and at > 1 and role.first - at < _BESIDE and tokens[at - 1].text in POSSESSIVE:
            at -= 1
        return next((n for n in self._beside.ends.get(at, ()) if n != number), None) if at < role.first else None

    def _links(self, token: int) -> bool:
        fold = self.text.tokens[token].fold
        return fold in self.words.linking or fold in self.words.sent_to or fold in self.words.articles

    def _owner(self, role: FoundRole) -> str | None:
        """Whether an office is a person's or a party's that was named before: "*his* minister", "*its* minister"."""
        own = self.words.owners
        before = self.text.tokens[role.first - 1].fold if role.first else ""
        for token in self.text.tokens[role.first : role.last]:
            if self.words.is_among(token.fold, self.words.counterparts):
                return None
        if before in own:
            return own[before]
        if self.words.owns(self.text.tokens[role.last : role.last + 3]):
            return "party"
        for token in self.text.tokens[role.first : role.last]:
            for ending, owner in self.words.owner_endings.items():
                # As it is written, and no title itself: folded, a feminine ending is one letter with "his".
                ends = token.text.endswith(ending) and token.fold not in self.words.title_words
                if ends and self.words.is_among(token.fold[: -len(ending)], self.words.title_words):
                    return owner
        return None

    def _named_behind(self, at: int, most: int) -> int | None:
        """Who is named, or whose office begins, right behind a token."""
        return next((number for _, _, number in self._beside.named(at, at + most + 1)), None)

    def _leader(self, match: Match, led: Group) -> int | None:
        """Who leads a delegation: whoever is named right behind it where a verb comes first, else who is named before.

        Between the name and the verb nobody else is named.
        """
        if not self.words.possessor_before and not self.text.language.has_case:
            behind = next(iter(self._beside.named(led.last, led.last + _BESIDE + 1)), None)
            if behind is not None and not self._is_joined(led.last, behind[0]):
                return behind[2]
        floor, _ = self._beside.sentence(match.start)
        before = [at for at in self._beside.named(floor, match.start) if at[1] <= match.start]
        return before[-1][2] if before else None

    @cached_property
    def _side_starts(self) -> Sequence[int]:
        """Where the words for "for the … side" begin, in order."""
        return [match.start for match in self._beside.found if match.value == "side"]

    def _side(self, match: Match) -> Group | None:
        """The group right behind "for the … side"."""
        near = next(iter(self._beside.grouped(match.end, match.end + 2)), None)
        if near is None or not self.words.possessor_before:
            return near
        return near if near.last < len(self.text.tokens) and self._delegations.is_led(near.last) else None

    def _of_side(self, match: Match, side: Group) -> list[int]:
        """Who is of a side: those who are named one after the other behind it ("for the A side: X, Y"), else before."""
        floor, end = self._beside.sentence(match.start)
        before = self._beside.named_before(match.start, _BESIDE, floor)
        row: list[int] = []
        at = side.last
        # "For the A side X and for the B side Y": another side is named behind it.
        other = bisect_left(self._side_starts, match.end)
        end = min([end, *self._side_starts[other : other + 1]])
        for first, last, number in self._beside.named(side.last, end) if not self.words.possessor_before else ():
            if first - at <= _ARTICLES:
                if not row and before is not None and self._is_joined(at, first):
                    break  # "X for the A side and Y": Y is of another
                row.append(number)
                at = last
        return row or ([] if before is None else [before])

    def _is_joined(self, first: int, last: int) -> bool:
        """Whether "and" or a comma stands between two tokens, or "and" is written to the second."""
        between = self.text.tokens[first:last]
        fused = self.text.tokens[last].fold[:1] in self.words.fused_and
        return fused or any(token.fold in self.words.conjunctions or token.text in COMMAS for token in between)
