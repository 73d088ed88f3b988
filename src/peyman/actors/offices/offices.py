"""Offices that a text names without their holder: "the Omani foreign minister", "وزیر خارجه عمان".

Such an office is no person: who holds it, the text does not say. It is noted with the party that it is of. Where the
text says elsewhere who holds that office, the words are a mention of that person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from peyman.actors.bodies.composed import Words, grammar
from peyman.actors.found import Found, Mention, RoleMention
from peyman.actors.known.titles import vocabulary
from peyman.actors.offices.closed_constructs import is_closed_before
from peyman.actors.offices.roles import LONGEST_ROLE, FoundRole, Group, RoleReader
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Match, longest
from peyman.text.marks import BREAKS, COMMAS
from peyman.text.tokens import TokenKind

#: Between a title and whose office it is stand at most so many words that no table knows ("minister of *railways* of").
MOST_UNKNOWN = 1
#: Of a title, so many letters of its first word at least tell an office from another.
FEWEST_LETTERS = 3


def take_offices(text: AnalysedText, found: Found, groups: Sequence[Group]) -> None:
    """Note the offices without a name in `found`, and those whose holder is named elsewhere as mentions of that person.

    Args:
        text: The text.
        found: What was found in it, people included.
        groups: Mentions of its parties, bodies and places.
    """
    _OfficeFinder(text, found, groups).take()


class _OfficeFinder:
    def __init__(self, text: AnalysedText, found: Found, groups: Sequence[Group]) -> None:
        self.text = text
        self.found = found
        self.words = vocabulary(text.language)
        self.fields = grammar(text.language)
        self.joining = self.fields.joining
        self.links = self.fields.links | frozenset(("'", "’", "s"))
        self.group_at = {t: group for group in groups for t in range(group.first, group.last)}
        self.parties = {entry.key: n for n, entry in enumerate(found.actors) if entry.kind != "person"}
        titles = [m for s in text.sentences for m in longest(self.words.titles.find(text.tokens, s.first, s.last))]
        self.title_at: Mapping[int, Match] = {t: m for m in titles for t in range(m.start, m.end)}
        self.titles = [m for m in titles if m.value == "office"]
        people = [entry for entry in found.actors if entry.kind == "person"]
        self.named: Collection[int] = frozenset(
            t for entry in people for m in entry.mentions for t in range(m.first, m.last)
        )
        self.held = frozenset(t for entry in people for r in entry.roles for t in range(r.first, r.last))
        self.roles = RoleReader(text, groups, self.group_at, self.title_at, self.named)

    def take(self) -> None:
        """Note every office that has a party and no holder beside it."""
        reached = 0
        for title in self.titles:
            if title.start < reached or self.held & set(range(title.start, title.end)):
                continue
            if self.text.tokens[title.start].fold in self.words.no_offices:
                continue
            office = self._office(title)
            if office is None:
                continue
            role, party = office
            reached = role.last
            holder = self._holder(title, party)
            if holder is not None:
                mention = Mention(role.first, role.last, holder, "title", party)
                self.found.actors[holder].mentions.append(mention)
            elif party in self.parties:
                bodies = (e for e in role.entries if self.found.actors[e].kind == "body")
                words = self.text.words(role.first, role.last)
                told = RoleMention(words, next(bodies, None), role.first, role.last, role.standing)
                self.found.offices.setdefault(self.parties[party], []).append(told)

    def _office(self, title: Match) -> tuple[FoundRole, str] | None:
        """The words of an office around its title, and the party that they name; None where they name none."""
        index = self.text.sentence_at(title.start)
        if index is None:
            return None
        sentence = self.text.sentences[index]
        first, party = self._owner_before(title.start, sentence.first)
        last, behind = self._owner_behind(title.end, sentence.last, party is not None)
        party = party or behind
        if party is None or (last < sentence.last and last in self.named):
            return None
        if first > sentence.first and first - 1 in self.named:
            return None
        parts = self.roles.parts(FoundRole(first, last))
        return parts[0], party

    def _owner_before(self, start: int, floor: int) -> tuple[int, str | None]:
        """Where an office begins whose owner stands before it: "*Iraqi* oil minister", "*Oman's* minister"."""
        if not self.words.possessor_before:
            return start, None
        at, passed = start, 0
        fields = self.fields.words(self.text, max(floor, start - LONGEST_ROLE), start)
        while at > floor and passed <= 2:
            group = self.group_at.get(at - 1)
            if group is not None:
                named = group.party is not None and not group.is_place and group.last == at
                return (
                    (group.first, group.party)
                    if named or (passed and group.party and not group.is_place)
                    else (
                        start,
                        None,
                    )
                )
            token = self.text.tokens[at - 1]
            field = fields.before(at, "domains")
            if field is not None and field.start > floor:
                at, passed = field.start, passed + 1
            elif token.fold in self.links and token.fold not in self.fields.conjunctions:
                at -= 1
            elif token.kind is TokenKind.WORD and token.text[:1].isupper() and at - 1 not in self.named:
                at, passed = at - 1, passed + 1
            else:
                break
        return start, None

    def _owner_behind(self, at: int, end: int, owned: bool) -> tuple[int, str | None]:
        """Where an office ends whose owner stands behind it: "minister of oil *of Iraq*"."""
        unknown, reached = 0, at
        # Where owners stand before ("Oman's minister"), one behind needs its "of": "the minister discussed *Oman*".
        linked = not self.words.possessor_before
        fields = self.fields.words(self.text, at, min(end, at + LONGEST_ROLE))
        while at < end and unknown <= MOST_UNKNOWN:
            token = self.text.tokens[at]
            group = self.group_at.get(at)
            if group is not None:
                if owned or not linked or (group.is_place and unknown):
                    break
                if group.party is not None:
                    return group.last, group.party
                at = reached = group.last
                continue
            if at in self.named or token.text in BREAKS or token.text in COMMAS:
                break
            if token.fold in self.words.barriers or token.kind is not TokenKind.WORD:
                break
            title = self.title_at.get(at)
            if title is not None and title.value != "office":
                break
            known = fields.at(at, "domains") or fields.at(at, "modifiers") or title
            if known is not None:
                at = known.end
                continue
            if token.fold in self.fields.conjunctions:
                if fields.at(at + 1, "domains") is None:
                    break
            elif self._links(fields, at):
                linked = True
            else:
                if is_closed_before(self.words, self.text.tokens[at - 1], token):
                    break  # "the prime minister valued *the stance* of Jordan"
                unknown += 1
                if self.joining and not self.text.tokens[at - 1].fold.endswith(self.joining):
                    break
            at += 1
        return reached, None

    @staticmethod
    def _links(fields: Words, at: int) -> bool:
        """Whether "of" stands at a token; "in" and "to" say where an office is and to whom, not whose it is."""
        return any(m.category == "links" and m.value == "domain" for m in fields.starts.get(at, ()))

    def _holder(self, title: Match, party: str) -> int | None:
        """The one person of that party whose office has the same title, told anywhere in the text."""
        told_title = [t.fold for t in self.text.tokens[title.start : title.end]]
        same = _same_offices(self.text.language)
        openings = (told_title[0], *self.words.affixes.stems(told_title[0]))
        other = next((same[k] for k in (" ".join((o, *told_title[1:])) for o in openings) if k in same), None)
        words = {w for w in (told_title if other is None else other) if len(w) >= FEWEST_LETTERS}
        stems = {stem for word in words for stem in (word, *self.words.affixes.stems(word))}
        holders: list[int] = []
        for number, entry in enumerate(self.found.actors):
            if entry.kind != "person" or entry.party != party:
                continue
            for role in entry.roles:
                told = self.text.tokens[role.first : role.last]
                held = {stem for t in told for stem in (t.fold, *self.words.affixes.stems(t.fold))}
                if role.standing is None and all({w, *self.words.affixes.stems(w)} & held for w in words) and stems:
                    holders.append(number)
                    break
        return holders[0] if len(holders) == 1 else None


@cache
def _same_offices(language: Language) -> Mapping[str, tuple[str, ...]]:
    """The words of an office by another name for it, all of them folded."""
    table: Mapping[str, str] = language.table("people").get("same_office", {})
    return {fold(name): tuple(fold(word) for word in office.split()) for name, office in table.items()}
