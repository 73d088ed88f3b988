"""Persons: where they are named, what they are, for whom they act.

A name is what the tagger found, or what stands where a title puts a name. The title with what it is of ("foreign
minister of Iraq", "وزير الخارجية العراقي") is the role; the party or body inside it says for whom the person acts.
A surname or a full name met again is the same person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from peyman.actors.register import affixes
from peyman.actors.tagger import NameSpan, word_ranks
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes, Lexicon, Match, Phrase, longest
from peyman.text.tokens import Token, TokenKind

#: A name has at most so many words.
LONGEST_NAME = 5
#: A role reaches at most so many tokens from its title.
LONGEST_ROLE = 14
#: A word commoner than this rank is taken for part of a name only beside another that is surely one.
COMMON_RANK = 3000
_CLAUSE_MARKS = frozenset('.;؛:!?؟«»“”"()[]–—…\n')


class Group(NamedTuple):
    """A mention of a party, body or place, ``[first, last)``, with the party it stands for."""

    first: int
    last: int
    party: str | None
    entry: int | None
    is_place: bool = False


@dataclass(slots=True)
class FoundRole:
    """A role as a token range, and the body it is of, as an index into the caller's entries."""

    first: int
    last: int
    body: int | None


@dataclass(slots=True)
class FoundPerson:
    """A person with every place where the text names them.

    Attributes:
        name: Token range of the fullest mention.
        party: Party that they act for, where the text says it.
        roles: What the text says they are.
        mentions: Token ranges of all names, the fullest included, in order.
        confidence: How sure it is that this is a person.
    """

    name: tuple[int, int]
    party: str | None = None
    roles: list[FoundRole] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    confidence: float = 0.7


@dataclass(frozen=True, eq=False)
class _Vocabulary:
    titles: Lexicon
    particles: frozenset[str]
    stop: frozenset[str]
    given: frozenset[str]
    ranks: Mapping[str, int]
    has_case: bool


@cache
def _vocabulary(language: Language) -> _Vocabulary:
    table = language.table("people")
    names = table.get("names", {})
    phrases = [Phrase(form, "title", entry["kind"]) for entry in table.get("title", ()) for form in entry["forms"]]

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in names.get(key, ()))

    return _Vocabulary(
        titles=Lexicon(phrases, affixes(table.get("affixes", {}))),
        particles=folded("particles"),
        stop=folded("stop"),
        given=folded("given"),
        ranks=word_ranks(language),
        has_case=language.has_case,
    )


def find_people(
    text: AnalysedText, names: Sequence[NameSpan], groups: Sequence[Group], taken: Iterable[int]
) -> list[FoundPerson]:
    """Find the persons that a text names.

    Args:
        text: The analysed text.
        names: What the tagger found, see `peyman.actors.tagger.tag`.
        groups: Mentions of parties, bodies and places.
        taken: Tokens that belong to something else for certain (dates, agreements, places in the register).

    Returns:
        One entry a person, in the order in which the text first names them.
    """
    return _PeopleFinder(text, groups, set(taken)).find(names)


class _PeopleFinder:
    def __init__(self, text: AnalysedText, groups: Sequence[Group], taken: set[int]) -> None:
        self.text = text
        self.words = _vocabulary(text.language)
        self.groups = sorted(groups, key=lambda g: (g.first, -g.last))
        self.group_at: dict[int, Group] = {}
        for group in self.groups:
            for token in range(group.first, group.last):
                self.group_at.setdefault(token, group)
        self.taken = taken
        self.titles: list[Match] = []
        for sentence in text.sentences:
            self.titles += longest(self.words.titles.find(text.tokens, sentence.first, sentence.last))
        self.title_at = {t: m for m in self.titles for t in range(m.start, m.end)}

    def find(self, names: Sequence[NameSpan]) -> list[FoundPerson]:
        candidates: dict[int, tuple[int, int, float]] = {}
        for span in names:
            if span.kind == "person" and (trimmed := self._trimmed(span.first, span.last)) is not None:
                candidates[trimmed[0]] = (*trimmed, 0.8)
        covered = {t for a, b, _ in candidates.values() for t in range(a, b)}
        for title in self.titles:
            for first, last in self._beside_title(title):
                if not covered & set(range(first, last)):
                    candidates[first] = (first, last, 0.65)
                    covered |= set(range(first, last))
        people: list[FoundPerson] = []
        for first in sorted(candidates):
            _, last, confidence = candidates[first]
            self._enter(people, first, last, confidence)
        self._later_mentions(people, covered)
        for person in people:
            self._describe(person)
        return [p for p in people if self._is_person(p)]

    # -- names -------------------------------------------------------------------------------------------------
    def _token(self, index: int) -> Token:
        return self.text.tokens[index]

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """A tagged name without titles, marks, parties and stop words at its edges."""
        while first < last and (self._edge(first) or (first in self.title_at and last - first > 1)):
            first += 1
        while last > first and self._edge(last - 1):
            last -= 1
        inside = range(first, last)
        if first >= last or last - first > LONGEST_NAME + 2:
            return None
        if any(t in self.taken for t in inside) or all(t in self.group_at for t in inside):
            return None
        if last - first == 1 and self._ordinary(first):
            return None
        return first, last

    def _edge(self, index: int) -> bool:
        token = self._token(index)
        return token.kind is not TokenKind.WORD or token.fold in self.words.stop or token.fold == ""

    def _ordinary(self, index: int) -> bool:
        """Whether a word is an ordinary one of the language rather than part of a name."""
        token = self._token(index)
        if self.words.has_case:
            return not token.text[:1].isupper()
        rank = self.words.ranks.get(token.fold)
        return rank is not None and rank < COMMON_RANK and token.fold not in self.words.given

    def _can_be_name(self, index: int, end: int) -> bool:
        if index >= end or index in self.taken or index in self.group_at or index in self.title_at:
            return False
        token = self._token(index)
        return token.kind is TokenKind.WORD and token.fold not in self.words.stop and len(token.text) > 1

    def _name_from(self, first: int, end: int) -> int:
        """Where a name that begins at a token ends: words that can be names, particles and hyphens between them."""
        last = first
        while last < end and last - first < LONGEST_NAME:
            token = self._token(last)
            if token.text in "-'’" and last > first and self._can_be_name(last + 1, end):
                last += 1
                continue
            if token.fold in self.words.particles and self._can_be_name(last + 1, end):
                last += 1
                continue
            if not self._can_be_name(last, end) or self._ordinary(last):
                break
            last += 1
        return last

    def _beside_title(self, title: Match) -> list[tuple[int, int]]:
        """Names that a title points at: after it and what it is of, or before it and a comma."""
        number = self.text.sentence_at(title.start)
        if number is None:
            return []
        sentence = self.text.sentences[number]
        found = []
        after = self._role_end(title.end, sentence.last)
        last = self._name_from(after, sentence.last)
        if last - after >= (1 if title.value in ("honorific", "rank") else 2) or (
            last - after == 1 and self._token(after).fold in self.words.given
        ):
            found.append((after, last))
        comma = title.start - 1
        if comma > sentence.first and self._token(comma).text in ",،":
            first = comma
            while first > sentence.first and comma - first < LONGEST_NAME and self._named_before(first - 1):
                first -= 1
            if comma - first >= 2:
                found.append((first, comma))
        return found

    def _named_before(self, index: int) -> bool:
        token = self._token(index)
        if token.fold in self.words.particles:
            return True
        return self._can_be_name(index, index + 1) and not self._ordinary(index)

    def _role_end(self, start: int, end: int) -> int:
        """Where what a title is of ends: further titles, parties, bodies, and ordinary words before one of them."""
        at = reach = start
        while at < end and at - start < LONGEST_ROLE:
            token = self._token(at)
            if token.text in _CLAUSE_MARKS or token.text in ",،" or token.fold in self.words.stop:
                break
            if at in self.title_at:
                at = reach = self.title_at[at].end
                continue
            if at in self.group_at:
                at = reach = self.group_at[at].last
                continue
            if token.kind is TokenKind.WORD and self._ordinary(at):
                at += 1
                reach = at if not self.words.has_case else reach
                continue
            break
        return reach

    # -- one person, several mentions --------------------------------------------------------------------------
    def _folds(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self._token(t).fold for t in range(first, last) if self._token(t).kind is TokenKind.WORD)

    def _enter(self, people: list[FoundPerson], first: int, last: int, confidence: float) -> None:
        words = self._folds(first, last)
        for person in people:
            known = self._folds(*person.name)
            if _same_name(known, words):
                person.mentions.append((first, last))
                if len(words) > len(known):
                    person.name = (first, last)
                person.confidence = max(person.confidence, confidence)
                return
        people.append(FoundPerson((first, last), mentions=[(first, last)], confidence=confidence))

    def _later_mentions(self, people: list[FoundPerson], covered: set[int]) -> None:
        """Surnames met on their own: rare words that end a full name of one person only."""
        surnames: dict[str, FoundPerson | None] = {}
        for person in people:
            words = self._folds(*person.name)
            if len(words) >= 2 and len(words[-1]) >= 3 and not self._ordinary(person.name[1] - 1):
                surnames[words[-1]] = None if words[-1] in surnames else person
        if not surnames:
            return
        finder = Lexicon((Phrase(word, "surname", word) for word in surnames), Affixes.of(self.text.language))
        for sentence in self.text.sentences:
            for match in finder.find(self.text.tokens, sentence.first, sentence.last):
                person = surnames[match.value]
                if (
                    person is None
                    or match.start in covered
                    or match.start in self.taken
                    or match.start in self.group_at
                ):
                    continue
                if self.words.has_case and not self._token(match.start).text[:1].isupper():
                    continue
                covered.add(match.start)
                person.mentions.append((match.start, match.end))
        for person in people:
            person.mentions.sort()

    # -- what they are -----------------------------------------------------------------------------------------
    def _describe(self, person: FoundPerson) -> None:
        for first, last in person.mentions:
            for role in (self._role_before(first), self._role_after(last)):
                if role is None or any(role.first == r.first for r in person.roles):
                    continue
                person.roles.append(role)
                person.party = person.party or self._party_within(role)
            if person.party is None:
                person.party = self._party_beside(first, last)

    def _role_before(self, name: int) -> FoundRole | None:
        """The office, with what it is of, that runs up to a name."""
        number = self.text.sentence_at(name)
        if number is None:
            return None
        start = self.text.sentences[number].first
        best: FoundRole | None = None
        for title in self.titles:
            if start <= title.start and title.end <= name and name - title.start <= LONGEST_ROLE:
                end = self._role_end(title.end, name)
                if end == name and title.value == "office":
                    first = title.start
                    before = self.group_at.get(first - 1)
                    first = (
                        before.first if before is not None and before.first >= start and self.words.has_case else first
                    )
                    best = best or FoundRole(first, name, None)
        if best is not None:
            best.body = self._body_within(best)
        return best

    def _role_after(self, name_end: int) -> FoundRole | None:
        """The office after a name and a comma (or a bracket), up to where its phrase ends."""
        number = self.text.sentence_at(name_end - 1)
        if number is None:
            return None
        end = self.text.sentences[number].last
        at = name_end
        if at < end and self._token(at).text in ",،(–-":
            at += 1
        elif self.words.has_case:
            return None
        while at < end and self._token(at).fold in ("the", "a"):
            at += 1
        if at >= end:
            return None
        at_group = self.group_at.get(at)
        title = self.title_at.get(at) or (
            self.title_at.get(at_group.last) if at_group and at_group.last < end else None
        )
        if title is None or title.value != "office":
            return None
        last = title.end
        while last < end and last - at < LONGEST_ROLE:
            token = self._token(last)
            if token.kind is TokenKind.MARK and token.text not in "-'’":
                break
            group = self.group_at.get(last)
            if group is not None:
                last = group.last
                if last < end and self._token(last).fold not in ("of", "for"):
                    break
                continue
            last += 1
        role = FoundRole(at, min(last, end), None)
        role.body = self._body_within(role)
        return role

    def _within(self, role: FoundRole) -> list[Group]:
        return [g for g in self.groups if role.first <= g.first and g.last <= role.last]

    def _body_within(self, role: FoundRole) -> int | None:
        return next((g.entry for g in self._within(role) if not g.is_place and g.entry is not None), None)

    def _party_within(self, role: FoundRole) -> str | None:
        return next((g.party for g in self._within(role) if g.party is not None), None)

    def _party_beside(self, first: int, last: int) -> str | None:
        """A party right before the title or right after the name: "Iraqi minister X", "Prime Minister X of Iraq"."""
        title = next((m for m in self.titles if m.end == first), None)
        before = self.group_at.get((title.start if title else first) - 1)
        if title is not None and before is not None and not before.is_place:
            return before.party
        after = self.group_at.get(last + 1) if last < len(self.text.tokens) - 1 else None
        if after is not None and after.first == last + 1 and self._token(last).fold in ("of", "ji", "از"):
            return after.party
        return None

    def _is_person(self, person: FoundPerson) -> bool:
        """A single word is a person only if a title says so or the text names them again in full."""
        words = self._folds(*person.name)
        if len(words) >= 2 or person.roles:
            return True
        return any(m.end == first for first, _ in person.mentions for m in self.titles)


def _same_name(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two names in one text are one person's: equal, or one word of which is the other's last or first."""
    if not words or not known:
        return False
    if words == known:
        return True
    if len(words) == 1:
        return len(words[0]) > 2 and words[0] in (known[-1], known[0])
    if len(known) == 1:
        return len(known[0]) > 2 and known[0] in (words[-1], words[0])
    return words[-1] == known[-1] and (words[0] == known[0] or set(words) <= set(known) or set(known) <= set(words))
