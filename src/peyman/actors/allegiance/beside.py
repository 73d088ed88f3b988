"""What a text says near people's names: the words for sides, journeys and hosts, and who is named where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from peyman.actors.known.register import affixes
from peyman.actors.known.titles import vocabulary
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.roles import FoundRole, Group
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Lexicon, Phrase, longest

#: An office has at most so many tokens.
_LONGEST_OFFICE = 60
#: Between a name and its office stand at most so many tokens before it, and so many behind.
_ARTICLES, _BESIDE = 3, 2
#: Those of a row are named at most so many tokens from each other.
IN_ROW = 8


@cache
def _words(language: Language) -> Lexicon:
    table = language.table("people")
    kinds = table.get("sides", {})
    forms = {form: kind for kind, listed in kinds.items() for form in listed}
    forms = dict.fromkeys(table.get("names", {}).get("heading", ()), "leading") | forms
    return Lexicon(
        (Phrase(form, "side", kind) for form, kind in forms.items()),
        affixes(table.get("affixes", {})),
    )


class Beside:
    """What stands near the people of one text.

    Args:
        text: The text.
        people: Its people.
        groups: Mentions of parties, bodies and places, in order.
    """

    def __init__(self, text: AnalysedText, people: Sequence[FoundPerson], groups: Sequence[Group]) -> None:
        self.text = text
        self.people = people
        self.groups = sorted((group for group in groups if group.party is not None), key=lambda group: group.first)
        self.words = vocabulary(text.language)
        lexicon = _words(text.language)
        #: Words for sides, journeys and hosts.
        self.found = [m for s in text.sentences for m in longest(lexicon.find(text.tokens, s.first, s.last))]
        #: Every mention, from where its office begins to where the name or the office behind it ends.
        self.at = sorted(
            (*_with_offices(roles, mention), number)
            for number, roles in enumerate(sorted(person.roles, key=lambda role: role.first) for person in people)
            for mention in people[number].mentions
        )
        #: Who is named from a token on, and up to one; up to where names go that begin at a token.
        self.starts: dict[int, list[int]] = {}
        self.ends: dict[int, list[int]] = {}
        self.lasts: dict[int, list[int]] = {}
        for number, person in enumerate(people):
            for first, last in person.mentions:
                self.starts.setdefault(first, []).append(number)
                self.ends.setdefault(last, []).append(number)
                self.lasts.setdefault(first, []).append(last)
        #: Where names begin, in order.
        self.begun = sorted(self.starts)

    def named(self, first: int, last: int) -> Sequence[tuple[int, int, int]]:
        """The mentions of people that begin in ``[first, last)``, in order: a text may hold very many."""
        low = bisect_left(self.at, first, key=lambda at: at[0])
        return self.at[low : bisect_left(self.at, last, low, key=lambda at: at[0])]

    def each_named(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """The same one by one, for whoever looks at a few of very many."""
        low = bisect_left(self.at, first, key=lambda at: at[0])
        return takewhile(lambda at: at[0] < last, islice(self.at, low, None))

    def grouped(self, first: int, last: int) -> Sequence[Group]:
        """The mentions of parties, bodies and places that begin in ``[first, last)``, in order."""
        low = bisect_left(self.groups, first, key=lambda group: group.first)
        return self.groups[low : bisect_left(self.groups, last, low, key=lambda group: group.first)]

    def sentence(self, token: int) -> tuple[int, int]:
        """Where the sentence of a token begins and ends; both at the token where it is in none."""
        index = self.text.sentence_at(token)
        return (token, token) if index is None else (self.text.sentences[index].first, self.text.sentences[index].last)

    def named_before(self, at: int, most: int, floor: int) -> int | None:
        """Who is named last before a token, at most so many tokens before it, and not before another token."""
        near = reversed(self.named(floor, at + 1))
        return next((number for _, last, number in near if 0 <= at - last <= most), None)

    def row(
        self, at: int, behind: Iterable[tuple[int, int, int]], whose: str | None, parties: Sequence[str | None]
    ) -> list[int]:
        """Those who are named one after the other from a token on, up to the first of another party."""
        row: list[int] = []
        for first, last, number in behind:
            if first - at > IN_ROW or parties[number] not in (None, whose):
                break
            row.append(number)
            at = last
        return row


def _with_offices(roles: Sequence[FoundRole], mention: tuple[int, int]) -> tuple[int, int]:
    """From where the office of a name begins to where the one behind it ends; somebody may have very many offices."""
    first, last = mention
    low = bisect_left(roles, first - _LONGEST_OFFICE, key=lambda role: role.first)
    for role in roles[low : bisect_left(roles, last + _LONGEST_OFFICE, low, key=lambda role: role.first)]:
        if role.last <= mention[0] <= role.last + _ARTICLES:
            first = min(first, role.first)
        elif mention[1] <= role.first <= mention[1] + _BESIDE or role.first <= last < role.last:
            last = max(last, role.last)
    return first, last
