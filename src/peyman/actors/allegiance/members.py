"""Who is a member of whose delegation: those whom a sentence or a list names, and those who accompany whoever leads it.

"The PUK delegation headed by A was made up of B and C"; "The delegation accompanying the President comprises B and C";
"Members of the KDP delegation:" and a list below it. Whoever a delegation meets is none of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import islice

from peyman.actors.allegiance.accompanied import ACCOMPANIED_REACH, Accompanied
from peyman.actors.allegiance.beside import IN_ROW, Beside
from peyman.actors.allegiance.delegation_owners import LOOKED_BACK, REACH, DelegationOwners
from peyman.text.lexicon import Match
from peyman.text.marks import BREAKS, COLONS, QUOTES
from peyman.text.segment import BlockKind
from peyman.text.tokens import Token

#: The delegation whose members a sentence names was spoken of at most so many sentences before.
_SENTENCES = 4
#: Between a delegation and a word for its members stand at most so many tokens.
_BESIDE = 2
#: A list is headed by so many tokens at most.
_HEADING = 40
#: Between a party and the colon that ends the line above a list stand at most so many tokens, beside words for members.
_BEFORE_COLON = 1
#: On the line of a list a name or an office begins behind at most so many tokens: a dash; a number and a point.
_BULLET = 2

_MEMBERS = frozenset({"members", "members-before"})
_CUES = _MEMBERS | {"headed"}
_CLAUSES = BREAKS - QUOTES


class Members:
    """What one text says of members of delegations.

    Args:
        beside: What stands near its people.
        delegations: Whose its delegations are.
    """

    def __init__(self, beside: Beside, delegations: DelegationOwners) -> None:
        self._beside = beside
        self._delegations = delegations
        self.text, self.people, self.words = beside.text, beside.people, beside.words

    def members(self, parties: Sequence[str | None], told: Sequence[str | None], home: str | None) -> dict[int, str]:
        """Return the parties of those who are members of a delegation, by position.

        Args:
            parties: The party of each person, as far as it is known or likely.
            told: The same, as far as an office or the register says it.
            home: Whose "the President" is, where whoever is accompanied has no name.
        """
        found: dict[int, str] = {}
        accompanied = Accompanied(self._beside, parties, home)
        cues = [match for match in self._beside.found if match.value in _MEMBERS]
        for match, before, behind in zip(cues, (None, *cues), (*cues[1:], None), strict=False):
            floor, end = self._beside.sentence(match.start)
            if match.value == "members":
                whose = self._of_members(match, accompanied)
                row = self._row_behind(match.end, min(end, behind.start if behind else end), whose, told)
            else:
                row, first = self._row_before(match.start, max(floor, before.end if before else floor))
                whose = self._of_row(first, accompanied) if row else None
            for number in row if whose is not None else ():
                if told[number] is None:
                    found.setdefault(number, whose or "")
        for number, party in self._listed():
            if told[number] is None:
                found.setdefault(number, party)
        return found

    def _row_behind(self, at: int, end: int, whose: str | None, told: Sequence[str | None]) -> list[int]:
        """Those who are named in a row from a token on, up to another clause or somebody of another party."""
        row: list[int] = []
        low = bisect_left(self._beside.at, at, key=lambda mention: mention[0])
        # A sentence may have thousands of names behind a word for members: no more are looked at than the row has.
        for first, last, number in islice(self._beside.at, low, None):
            if first >= end or first - at > IN_ROW or told[number] not in (None, whose):
                break
            between = self.text.tokens[at:first] if row else ()
            if any(token.text in _CLAUSES or token.fold in self.words.barriers for token in between):
                break
            if row and any(group.party != whose for group in self._beside.grouped(at, first)):
                break
            row.append(number)
            at = last
        return row

    def _row_before(self, at: int, floor: int) -> tuple[list[int], int]:
        """Those who are named in a row up to a verb that says that they are members, and where the row begins."""
        row: list[int] = []
        for index in range(bisect_left(self._beside.at, at, key=lambda mention: mention[0]) - 1, -1, -1):
            first, last, number = self._beside.at[index]
            if first < floor or not 0 <= at - last <= IN_ROW or (row and self._is_parted(last, at)):
                break
            row.append(number)
            at = first
        return row, at

    def _of_row(self, first: int, accompanied: Accompanied) -> str | None:
        """Whose delegation is named before a row of names."""
        led = self._delegations.last_before(first)
        if led is None or self._is_parted(led + 1, first):
            return None
        return self._sent_by(led, first, accompanied)

    def _of_members(self, match: Match, accompanied: Accompanied) -> str | None:
        """Whose the members are that a word for them stands before."""
        floor, end = self._beside.sentence(match.start)
        led = self._delegations.last_before(match.start)
        if led is not None and not self._is_parted(led + 1, match.start):
            whose = self._sent_by(led, match.start, accompanied)
            if whose is not None:
                return whose
        headed = bisect_left(self._heads, match.start, key=lambda head: head[0]) - 1
        if headed >= 0 and self._heads[headed][0] >= floor and not self._is_parted(self._heads[headed][0], match.start):
            return self._heads[headed][1]
        beside = (
            *range(match.end, min(end, match.end + _BESIDE)),
            *range(max(floor, match.start - _BESIDE), match.start),
        )
        led = next((t for t in beside if self._delegations.is_led(t)), None)
        if led is None:
            return None
        if self._escorts(led):
            return self._sent_by(led, min(end, led + ACCOMPANIED_REACH), accompanied)
        return self._named_last(led)

    def _is_parted(self, at: int, end: int) -> bool:
        """Whether another clause begins between a delegation and a word for members, or whom the delegation meets.

        "The delegation of A met officials *including B*": B is none of it.
        """
        tokens = self.text.tokens
        if end - at > LOOKED_BACK:
            return True
        return any(
            tokens[t].text in _CLAUSES or (t not in self._cues and self._is_facing(tokens, t, end))
            for t in range(at, end)
        )

    @cached_property
    def _cues(self) -> Set[int]:
        """The tokens of words for heads and members: "with" in "with B as its head" says of nobody that he is met."""
        found = (match for match in self._beside.found if match.value in _CUES)
        return {t for match in found for t in range(match.start, match.end)}

    @cached_property
    def _heads(self) -> Sequence[tuple[int, str]]:
        """Behind which token a delegation is said to be headed by somebody, with whose it is."""
        found = []
        for match in self._beside.found:
            whose = self._delegations.before(match.start) if match.value == "headed" else None
            if whose is not None:
                found.append((match.end, whose))
        return found

    def _sent_by(self, led: int, end: int, accompanied: Accompanied) -> str | None:
        """Whose a delegation is: of the party beside it, or of whom it accompanies."""
        floor, _ = self._beside.sentence(led)
        if not self._escorts(led):
            return self._delegations.whose(led, floor, end)
        near = next((number for _, _, number in self._beside.named(led, end)), None)
        if near is not None and accompanied.parties[near] is not None:
            return accompanied.parties[near]
        inside = [g.party for g in self._beside.grouped(led, end) if g.last <= end and not g.is_place]
        return inside[0] if inside else accompanied.party_of_office(led, end)

    def _escorts(self, led: int) -> bool:
        """Whether a delegation is one that accompanies somebody: "the delegation *accompanying* the President"."""
        near = self.text.tokens[max(0, led - 1) : led + _BESIDE + 1]
        return any(self.words.is_among(token.fold, self.words.escorting) for token in near)

    def _named_last(self, led: int) -> str | None:
        """Whose a delegation is, as the text said when it named it last.

        "The delegation comprises A, B and C" says it of one that it came to speak of in the sentences before.
        """
        index = self.text.sentence_at(led)
        for sentence in reversed(self.text.sentences[max(0, (index or 0) - _SENTENCES) : (index or 0) + 1]):
            last = min(led, sentence.last - 1)
            for at in range(last, max(sentence.first, last - LOOKED_BACK) - 1, -1):
                end = min(sentence.last, at + REACH)
                if self._delegations.is_led(at) and (whose := self._delegations.whose(at, sentence.first, end)):
                    return whose
        return None

    def _listed(self) -> Iterator[tuple[int, str]]:
        """Those whom the lines of a list name, with whose they are by the line that heads it."""
        whose: str | None = None
        block = -1
        for index, sentence in enumerate(self.text.sentences):
            if sentence.block == block:
                continue
            block = sentence.block
            if self.text.blocks[block].kind is not BlockKind.ITEM:
                whose = None
                continue
            before = self.text.sentences[index - 1] if index else None
            if before is not None and self.text.blocks[before.block].kind is not BlockKind.ITEM:
                whose = self._of_list(index - 1)
            near = next(iter(self._beside.named(sentence.first, sentence.first + _BULLET + 1)), None)
            if whose is not None and near is not None:
                yield near[2], whose

    def _of_list(self, index: int) -> str | None:
        """Whose those are whom a list names: of the delegation that the line before it names, or of whom it met."""
        head = self.text.sentences[index]
        if self.text.tokens[head.last - 1].text not in COLONS or head.last - head.first > _HEADING:
            return None
        led = next((t for t in range(head.last - 1, head.first - 1, -1) if self._delegations.is_led(t)), None)
        groups = [group for group in self._beside.grouped(head.first, head.last) if not group.is_place]
        if led is not None:
            whose = self._delegations.whose(led, head.first, head.last)
            if whose is not None:
                return whose
        if groups:
            # "Turkey asked for these changes:" heads no list of Turks.
            behind = [t for t in range(groups[-1].last, head.last - 1) if t not in self._cues]
            return groups[-1].party if len(behind) <= _BEFORE_COLON else None
        # "He met many leaders of Iraq. *Among them:*"
        before = self.text.sentences[index - 1] if index else None
        if before is None or before.last - before.first > LOOKED_BACK:
            return None
        faced = [t for t in range(before.first, before.last) if self.words.faces(self.text.tokens, t, t + 1)]
        groups = [group for group in self._beside.grouped(before.first, before.last) if not group.is_place]
        return groups[-1].party if groups and faced and faced[0] < groups[-1].first else None

    def keep_apart(self, told: Sequence[str | None]) -> None:
        """Note of those whom a delegation meets that they are not of its party.

        "The delegation of A met X and Y": what their offices do not say, they are not of A.

        Args:
            told: The party of each person, as far as an office or the register says it.
        """
        for sentence in self.text.sentences:
            faced: int | None = None
            whose: str | None = None
            led: int | None = None
            tokens = self.text.tokens
            for at in range(sentence.first, sentence.last):
                if self._delegations.is_led(at) and faced is None:
                    led = at
                elif led is not None and faced is None and self._is_facing(tokens, at, sentence.last):
                    faced, whose = at, self._delegations.whose(led, sentence.first, at) or self._named_last(led)
            if faced is None and led is not None and not self.words.possessor_before:
                faced = self._meeting_before(led, sentence.first)
                whose = self._named_last(led) if faced is not None else None
            if faced is None or whose is None:
                continue
            for _, _, number in self._beside.named(faced, sentence.last):
                if told[number] is None and self.people[number].roles:
                    self.people[number].not_of.add(whose)

    def _is_facing(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        return self.words.faces(tokens, at, min(end, at + 1))

    def _meeting_before(self, led: int, floor: int) -> int | None:
        """The verb of meeting right before a delegation that is its subject: "*met* the delegation with"."""
        before = led - 1
        if before < floor or not any(self.words.meets(form) for form in self._forms(before)):
            return None
        return before

    def _forms(self, token: int) -> tuple[str, ...]:
        fold = self.text.tokens[token].fold
        return (fold, *self.words.affixes.stems(fold))
