"""Whoever is named only as whom somebody serves: "an adviser *to President X*", «مشاور رئیس‌جمهور X», "X's envoy".

Whoever met or spoke is the adviser, whom the text may not name. The office of the adviser is none of X's, and X neither
took part nor spoke. «مستشار الرئيس الكيني X» may be read either way: X is the president where the register knows him
as one who heads a state, a government or an organisation, or where the text gives him that office elsewhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache

from peyman.actors.known.register import FOLDER
from peyman.actors.known.titles import POSSESSIVE, Vocabulary, vocabulary
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.roles import FoundRole, Group
from peyman.actors.spans import KnownSpans
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match, longest
from peyman.text.marks import COMMAS, QUOTES
from peyman.text.tokens import TokenKind

#: Between an office and the name of its holder at most so many tokens stand: a comma, a quotation mark.
_BESIDE = 2
#: Behind a possessive an office begins within so many tokens: "X's *former special* envoy".
_DESCRIBED = 3
#: What the key of a person of the register begins with who has no number elsewhere.
_PREFIX = "person:"
#: A name of so many words is no office's by mistake.
_FULL_NAME = 2


def tell_served(text: AnalysedText, known: KnownSpans, people: Sequence[FoundPerson], groups: Sequence[Group]) -> None:
    """Say of each person where they are named only as whom somebody serves, and take the servant's office from them.

    Args:
        text: The text.
        known: The known names in it.
        people: The people whom it names, with their offices.
        groups: Mentions of parties, bodies and places.
    """
    words = vocabulary(text.language)
    if not words.serving:
        return
    reader = _Reader(text, words, groups)
    for person in people:
        leads = _is_head(known, person) or any(reader.is_masters(role) for role in person.roles)
        for first, last in person.mentions:
            before = next((r for r in person.roles if 0 <= first - r.last <= _BESIDE and r.first < first), None)
            behind = next((r for r in person.roles if 0 <= r.first - last <= _BESIDE), None)
            if before is not None and reader.is_servants(before, first, last, leads, behind):
                reader.take_from(person, before)
                person.served.add((first, last))
            elif (before is None and reader.is_linked(first)) or reader.is_possessor(last):
                person.served.add((first, last))


class _Reader:
    def __init__(self, text: AnalysedText, words: Vocabulary, groups: Sequence[Group]) -> None:
        self.text, self.words = text, words
        self.owners = {group.last: group for group in groups if group.party is not None}
        self.ends: dict[int, int] = {}  # by where a group begins, the nearest end of one that does
        for group in groups:
            self.ends[group.first] = min(group.last, self.ends.get(group.first, group.last))

    def is_masters(self, role: FoundRole) -> bool:
        """Whether an office is one of those that others serve: one title, and no servant's."""
        titles = self._titles(role)
        return bool(titles) and not any(self._serves(title) or self._is_sent(title) for title in titles)

    def is_servants(self, role: FoundRole, first: int, last: int, leads: bool, behind: FoundRole | None) -> bool:
        """Whether an office before a name is that of whoever serves who is named."""
        titles = self._titles(role)
        if not titles or not (self._serves(titles[0]) or self._is_sent(titles[0])):
            return False
        if len(titles) > 1:
            inner = titles[-1]
            if self._serves(inner) or self._is_sent(inner):
                return False
            return leads or (self.words.possessor_before and self._is_address(titles[0], inner, first))
        if any(self.ends.get(at, role.last + 1) <= role.last for at in range(role.first, role.last)):
            return False  # "the envoy of A X"
        if self.words.possessor_before or not self._is_bound(titles[0], first):
            return False  # "special envoy X", «المستشار X»
        if leads:
            return True
        if behind is not None and self.text.tokens[last].text in COMMAS and self.is_masters(behind):
            return True
        plain = titles[0].end - titles[0].start == 1  # "national security adviser X" serves no X
        return self._serves(titles[0]) and plain and last - first >= _FULL_NAME and behind is None

    def is_linked(self, first: int) -> bool:
        """Whether "of", "to" or "for" joins a servant's office to a name: "a spokesman *for* X", "qasidê *ê* X"."""
        at = first - 1
        joining = self.words.linking | (self.words.sent_to if self.words.possessor_before else frozenset())
        if at <= 0 or self.text.tokens[at].fold not in joining:
            return False
        titles = self._between(max(0, at - _DESCRIBED), at)
        return bool(titles) and titles[-1].end == at and (self._serves(titles[-1]) or self._is_sent(titles[-1]))

    def is_possessor(self, last: int) -> bool:
        """Whether a possessive behind a name is that of an office: "*X's* special envoy"."""
        tokens = self.text.tokens
        if not self.words.possessor_before or last >= len(tokens) or tokens[last].text not in POSSESSIVE:
            return False
        at = last
        while at < len(tokens) and tokens[at].text in POSSESSIVE:
            at += 1
        end = min(len(tokens), at + _DESCRIBED + 1)
        titles = self._between(at, end)
        if not titles or titles[0].value != "office":
            return False
        return all(token.kind is TokenKind.WORD for token in tokens[at : titles[0].start])

    def take_from(self, person: FoundPerson, role: FoundRole) -> None:
        """Leave a person what is hers of an office: the inner one, with whose it is before it."""
        titles = self._titles(role)
        if len(titles) == 1:
            person.roles.remove(role)
            return
        inner = titles[-1].start
        owner = self.owners.get(inner) if self.words.possessor_before else None
        role.first = owner.first if owner is not None and owner.first > titles[0].start else inner

    def _titles(self, role: FoundRole) -> list[Match]:
        found = {m.start: m for m in self._between(role.first, role.last) if m.value == "office"}
        return [found[start] for start in sorted(found)]

    def _between(self, first: int, last: int) -> list[Match]:
        return longest(self.words.titles.find(self.text.tokens, first, last))

    def _serves(self, title: Match) -> bool:
        return self._has(title, self.words.serving)

    def _is_sent(self, title: Match) -> bool:
        return self._has(title, self.words.posted)

    def _has(self, title: Match, nouns: frozenset[str]) -> bool:
        folded = [self.text.tokens[t].fold for t in range(title.start, title.end)]
        return any(stem in nouns for fold in folded for stem in (fold, *self.words.affixes.stems(fold)))

    def _is_address(self, outer: Match, inner: Match, name: int) -> bool:
        """Whether a title is a form of address before a name, joined to another office: "adviser to *President* X"."""
        tokens = self.text.tokens
        between = [token.fold for token in tokens[outer.end : inner.start]]
        joined = any(fold in self.words.sent_to | self.words.linking for fold in between)
        capital = tokens[inner.start].text[:1].isupper()
        return inner.end == name and joined and capital and not self.words.articles.intersection(between)

    def _is_bound(self, title: Match, name: int) -> bool:
        """Whether a title without the article stands right before a name that it may be bound to."""
        at = name
        while at > title.end and self.text.tokens[at - 1].text in QUOTES:
            at -= 1
        ending = self.text.tokens[title.end - 1].fold
        if self.words.article and ending.startswith(self.words.article):
            return False
        return at == title.end and (not self.words.binding or ending.endswith(self.words.binding))


def _is_head(known: KnownSpans, person: FoundPerson) -> bool:
    """Whether the register knows a person as one whom others serve."""
    spans = (s for first, last in person.mentions for t in range(first, last) for s in known.starting(t))
    return any((span.key("person") or "").removeprefix(_PREFIX) in heads() for span in spans)


@cache
def heads() -> frozenset[str]:
    """Return the keys of well-known people who head a state, a government, an organisation or its diplomacy."""
    return frozenset(tomllib.loads((FOLDER / "heads.toml").read_text("utf-8"))["heads"])
