"""What people are: the office that stands before or after a name, and what it is of.

An office is a title with what it is of ("foreign minister of Iraq", "وزير الخارجية العراقي"), run together with the
parties and bodies inside it. It stops at what joins no office to a name: a preposition, a verb, a form of address that
belongs to the next person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, cast

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.register import parties
from peyman.actors.known.titles import LONGEST_STANDING, POSSESSIVE, begins_as_written, vocabulary
from peyman.actors.offices import office_ends
from peyman.actors.offices.governed_names import is_governing, is_whole, parts_office
from peyman.actors.offices.office_openings import office_opening
from peyman.actors.offices.portfolios import Portfolios
from peyman.model import Standing
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match
from peyman.text.marks import COMMAS, QUOTES
from peyman.text.tokens import Token, TokenKind

#: A role reaches at most so many tokens from its title.
LONGEST_ROLE = 16
#: Inside an office, at most so many words in a row may stand that no table knows.
UNKNOWN_WORDS = 3
#: The field of an office, with "of" before it, has at most so many tokens.
LONGEST_FIELD = 5
#: The adjective of an organisation stands at most so many tokens before the title: "the *European* special envoy".
MOST_ADJECTIVES = 2
#: Marks around a name, outside of which its office may stand: "(A B) head of C".
_AROUND = QUOTES | frozenset("()")


class Group(NamedTuple):
    """A mention of a party, body or place, ``[first, last)``, with the party it stands for."""

    first: int
    last: int
    party: str | None
    entry: int | None
    is_place: bool = False


@dataclass(slots=True)
class FoundRole:
    """A role as a token range, what is named in it, as indices into the caller's entries, and how it is held."""

    first: int
    last: int
    entries: tuple[int, ...] = ()
    standing: Standing | None = None


class RoleReader:
    """Reads the offices beside the names of one text."""

    def __init__(
        self,
        text: AnalysedText,
        groups: Sequence[Group],
        group_at: Mapping[int, Group],
        title_at: Mapping[int, Match],
        named: Collection[int],
        apart: Collection[int] = (),
    ) -> None:
        """Take what is known of the text.

        Args:
            text: The text.
            groups: Mentions of parties, bodies and places, in order.
            group_at: The same by their tokens.
            title_at: Titles by their tokens.
            named: Tokens of people's names.
            apart: First tokens of names to which "and" or a preposition is written: no office before is theirs.
        """
        self.text = text
        self.words = vocabulary(text.language)
        self._groups_from: dict[int, list[tuple[int, Group]]] = {}
        for number, group in enumerate(groups):
            self._groups_from.setdefault(group.first, []).append((number, group))
        self.group_at = group_at
        self.title_at = title_at
        self.named, self.apart = named, apart
        self.fields = grammar(text.language)
        self.portfolios = Portfolios(text, group_at, title_at)

    def of(self, first: int, last: int) -> list[FoundRole]:
        """Return the offices that stand before and after the name ``[first, last)``."""
        before = self._before(first)
        after = self._after(last, before is not None)
        if before is not None and after is not None and after.first == last and self._token(first - 1).text in COMMAS:
            # "At the invitation of the president of A, X president of B": what no mark parts from a name is its own.
            another, own = self.party(before), self.party(after)
            before = None if another and own and another != own else before
        elif before is not None and after is not None and after.first == last:
            # "The president of A X the crown prince of B (received)": the verb stands before both.
            states = {party for party in (self.party(before), self.party(after)) if party in parties()}
            after = None if len(states) > 1 else after
        return [part for role in (before, after) if role is not None for part in self.parts(role)]

    def parts(self, role: FoundRole) -> list[FoundRole]:
        """Return the offices of a role, those that "and" joins apart, each with what is named in it and its standing.

        Args:
            role: Where an office or several stand.
        """
        starts = [role.first, *(t for t in range(role.first + 1, role.last) if self._begins_another(t, role.last))]
        found: list[FoundRole] = []
        for start, end in pairwise((*starts, role.last)):
            first = start
            while first < end - 1 and (
                self._token(first).fold in self.words.conjunctions or self._token(first).kind is TokenKind.MARK
            ):
                first += 1
            part = self._with_standing(self._with_field(FoundRole(first, self._trimmed_end(first, end))))
            part.last = self._before_where(part)
            part.entries = tuple(g.entry for g in self._within(part) if not g.is_place and g.entry is not None)
            found.append(part)
        return found

    def _before_where(self, role: FoundRole) -> int:
        """Where an office ends without the place where its holder just is: "minister of A *in B*"; envoys keep it."""
        group = self.group_at.get(role.last - 1)
        if group is None or not group.is_place or not self._stands_in(group, role):
            return role.last
        posted = {fold for t in range(role.first, role.last) for fold in self._stems(t)} & self.words.posted
        return role.last if posted or group.first - 1 <= role.first else group.first - 1

    def _stems(self, token: int) -> tuple[str, ...]:
        return (self._token(token).fold, *self.words.affixes.stems(self._token(token).fold))

    def _begins_another(self, at: int, end: int) -> bool:
        """Whether "and" and a further office begin at a token: "deputy prime minister *and* acting minister of …"."""
        behind = at + 1 if self._token(at).fold in self.words.conjunctions else at
        if behind == at:
            title = self.title_at.get(at)
            fused = self._token(at).fold[:1] in self.words.fused_and and not begins_as_written(title, self._token(at))
            return fused and title is not None and title.start == at and title.value == "office"
        standings = self.words.standings.find(self.text.tokens, behind, end)
        standing = next((m.end for m in standings if m.start == behind), behind)
        title = self.title_at.get(behind) or self.title_at.get(standing)
        behind = behind if behind in self.title_at else standing
        return title is not None and title.start == behind and title.value == "office"

    def _with_field(self, role: FoundRole) -> FoundRole:
        """The same office with its field: "Minister *of Planning*", "*Energy* Minister"."""
        sentence = self.text.sentences[self.text.sentence_at(role.first) or 0]
        floor, end = max(sentence.first, role.first - LONGEST_FIELD), min(sentence.last, role.last + LONGEST_FIELD)
        words = self.fields.words(self.text, floor, end)
        at = role.last
        while at < end and any(m.end == at + 1 and m.value == "domain" for m in words.starts.get(at, ())):
            at += 1
        domain = words.at(at, "domains")
        title = self.title_at.get(role.last - 1)
        inside = range(domain.start, domain.end) if domain is not None else range(0)
        if domain is not None and title is not None and not any(t in self.named or t in self.group_at for t in inside):
            role.last = domain.end
        before = words.before(role.first, "domains") if self.fields.domain_before else None
        if before is not None and role.first in self.title_at and before.start not in self.named:
            owner = self.group_at.get(before.start - 1)
            owned = owner is not None and owner.last == before.start and owner.first >= floor
            role.first = owner.first if owner is not None and owned else before.start
        return role

    def _with_standing(self, role: FoundRole) -> FoundRole:
        """The same office with the word beside or inside it that says that it is held for a time, or no longer."""
        sentence = self.text.sentences[self.text.sentence_at(role.first) or 0]
        floor = max(sentence.first, role.first - LONGEST_STANDING)
        end = min(sentence.last, role.last + LONGEST_STANDING)
        for match in self.words.standings.find(self.text.tokens, floor, end):
            if (
                match.end < role.first
                or match.start > role.last
                or any(t in self.named for t in range(match.start, match.end))
            ):
                continue
            if match.end == role.first and not self.words.possessor_before:
                continue  # what stands before belongs to what comes before
            if match.start == role.last and self.words.possessor_before:
                continue
            role.first, role.last = min(role.first, match.start), max(role.last, match.end)
            role.standing = role.standing or cast("Standing", match.value)
        return role

    def party(self, role: FoundRole) -> str | None:
        """Return the party that an office says its holder acts for."""
        where = self._posted(role)
        within = [g for g in self._within(role) if not self._stands_in(g, role) and g not in where]
        named = next((g.party for g in within if g.party is not None and not g.is_place), None)
        named = named or next((g.party for g in within if g.party is not None), None)
        return named or (self._organisation(role) if self.is_envoy(role) else None)

    def parties(self, role: FoundRole) -> set[str]:
        """Return all parties that an office names: "the ministers of A and B" is said of each of two.

        Args:
            role: The office.
        """
        return {group.party for group in self._within(role) if group.party is not None}

    def is_whole(self, role: FoundRole) -> bool:
        """Whether an office ends in a title, or in what it is of, and in no words that may be something else.

        Args:
            role: The office.
        """
        return role.last - 1 in self.title_at or role.last - 1 in self.group_at

    def is_envoy(self, role: FoundRole) -> bool:
        """Whether an office is one of those who are sent somewhere.

        Args:
            role: The office.
        """
        return any(stem in self.words.posted for t in range(role.first, role.last) for stem in self._stems(t))

    def sent_to(self, role: FoundRole) -> set[str]:
        """Return the parties to which the holder of an office is sent: whose envoy he is, they are not.

        Args:
            role: The office.
        """
        return {group.party for group in self._posted(role) if group.party is not None}

    def _posted(self, role: FoundRole) -> list[Group]:
        """The groups in an envoy's office that say where he is sent: "Ambassador of A *to B*", "envoy *for C*"."""
        if not self.is_envoy(role):
            return []
        return [group for group in self._within(role) if group.first > role.first and self._is_destination(group)]

    def _is_destination(self, group: Group) -> bool:
        """Whether "to", "for" or "in" stands before a group, an article between the two left out."""
        at = group.first - 1
        while at > 0 and self._token(at).fold in self.words.articles:
            at -= 1
        return self._token(at).fold in self.words.sent_to or self.is_inside(group)

    def _organisation(self, role: FoundRole) -> str | None:
        """The organisation whose envoy an adjective says somebody is: "the *European* envoy"."""
        before, behind = (MOST_ADJECTIVES, 0) if self.words.possessor_before else (0, 1)
        around = range(max(0, role.first - before), min(role.last + behind, len(self.text.tokens)))
        stems = (stem for token in around for stem in self._stems(token))
        return next((self.words.organisations[stem] for stem in stems if stem in self.words.organisations), None)

    def _stands_in(self, group: Group, role: FoundRole) -> bool:
        """Whether "in" stands before a group inside an office: that is where it is held, not whose it is."""
        return group.first > role.first and self.is_inside(group)

    def is_inside(self, group: Group) -> bool:
        """Whether a word for "in" stands before a group.

        Args:
            group: A mention of a party, a body or a place.
        """
        return group.first > 0 and self._token(group.first - 1).fold in self.fields.inside

    def _within(self, role: FoundRole) -> list[Group]:
        """The groups in an office, as they were given; only what begins there is looked at."""
        inside = [pair for at in range(role.first, role.last) for pair in self._groups_from.get(at, ())]
        return [group for _, group in sorted(inside, key=itemgetter(0)) if group.last <= role.last]

    def _token(self, index: int) -> Token:
        return self.text.tokens[index]

    def _before(self, name: int) -> FoundRole | None:
        """The office that runs up to a name: back over parties, bodies, ranks and a few other words to its title."""
        floor = self._sentence_start(name)
        linked = self._token(name - 1).fold in self.words.linking and not office_ends.is_case_ending(self.text, name)
        if floor is None or name in self.apart or (name > floor and linked):
            return None  # "the envoy *of* X"
        first: int | None = None
        fields = self.fields.words(self.text, max(floor, name - LONGEST_ROLE), name)
        at, unknown, sent = name, 0, False
        if (at > floor and self._token(at - 1).text in QUOTES) or (at > floor and self._is_bracketed(name)):
            at -= 1
        address = name  # where the name begins with the forms of address before it: "the Ambassador, Mr. X"
        while at > floor and name - at < LONGEST_ROLE and unknown <= UNKNOWN_WORDS:
            at = office_ends.before_insertion(
                self.text, self.group_at, at
            )  # "chair of CHP'ê X", "of the Workers' Party (WP) X"
            title, group = self.title_at.get(at - 1), self.group_at.get(at - 1)
            token = self._token(at - 1)
            if title is not None and title.end >= at:  # it may reach into a body: "head of the cabinet of Iraq"
                address = title.start if at == address and title.value != "office" else address
                at, unknown = title.start, 0
                first = at if title.value == "office" else first
            elif group is not None and group.last == at and group.first >= floor:
                if (at == first and self._owns_another(group, first, name)) or (first and self._meets(group, floor)):
                    break
                at, unknown = group.first, 0
            elif first is not None and self._ends_anothers(at - 1, first, name):
                break
            elif (standing := self.words.standing_behind(self.text.tokens, at, floor)) is not None:
                at, unknown = standing, 0  # "yê *bi wekaletê* X": its words are no barrier
            elif first is None and parts_office(self.text, at, name, self.title_at):
                break  # "the minister received *on Sunday* X", "… *discusses the killing of* X"
            elif token.fold in self.words.barriers:
                if first is not None or at not in self.group_at or token.fold not in self.words.sent_to:
                    break
                at, sent = at - 1, True  # "the envoy of A *to B* X": where an envoy is sent belongs to the office
            elif token.kind is not TokenKind.WORD or at - 1 in self.named:
                if token.text not in "-،," or first is not None or address - at > 1:
                    break
                at -= 1
            else:
                field, owner = fields.before(at, "domains"), self.words.owns(self.text.tokens[at - 2 : at])
                governs = at == address or (at == first and self._ends_office(at - 1))
                if governs and field is None and not owner and is_governing(self.text, at - 1):
                    break
                unknown += field is None and not owner and self._is_strange(at - 1)
                at = at - 1 - owner if field is None else field.start
        if first is None or self._is_of_previous(first, name) or self._is_between(first, name):
            return None
        if sent and not self.is_envoy(FoundRole(first, name)):
            return None
        owned = first
        while owned > floor + 1 and self._token(owned - 1).text in POSSESSIVE:
            owned -= 1
        before = self.group_at.get(owned - 1) or self._before_field(owned, floor)
        if before is not None and before.last <= owned and before.first >= floor and self.words.possessor_before:
            first = before.first
        return FoundRole(first, self._trimmed_end(first, name))

    def _ends_office(self, at: int) -> bool:
        """Whether an office ends before a token: "the foreign minister *accompanied* Prime Minister X"."""
        title = self.title_at.get(at - 1)
        return title is not None and title.value == "office" and title.end == at

    def _is_strange(self, at: int) -> bool:
        return self._token(at).fold not in self.fields.links and not self.portfolios.is_field(at)

    def _ends_anothers(self, conjunction: int, office: int, name: int) -> bool:
        """Whether the office before "and" is another's: "the minister of A *and* his Kenyan colleague X"."""
        before = self.group_at.get(conjunction - 1)
        if self._token(conjunction).fold not in self.words.conjunctions or before is None or before.party is None:
            return False
        if self.words.is_among(self._token(office).fold, self.words.counterparts):
            return True
        own = (self.group_at.get(t) for t in range(office, name))
        named = {g.party for g in own if g is not None and g.party is not None and not g.is_place}
        return bool(named) and before.party not in named

    def _owns_another(self, group: Group, office: int, name: int) -> bool:
        """Whether what stands before a party beside an office is another's: "the emir *of A* the minister of B X"."""
        if self.words.possessor_before or group.party is None:
            return group.party is not None and not group.is_place and is_whole(self.text, group.first, self.title_at)
        own = (self.group_at.get(t) for t in range(office, name))
        named = {g.party for g in own if g is not None and g.party is not None and not g.is_place}
        return bool(named) and group.party not in named

    def _meets(self, group: Group, floor: int) -> bool:
        """Whether a party is that of whoever meets: "met *the minister of A* President X"."""
        offices = range(max(floor + 1, group.first - LONGEST_FIELD), 0 if self.words.possessor_before else group.first)
        return any(t in self.title_at and self.words.meets(self._token(t - 1).fold) for t in offices)

    def _before_field(self, title: int, floor: int) -> Group | None:
        """Whose an office is, before a field that no table knows: "*Turkish* Labour and Transport Minister"."""
        if not self.words.has_case or not self.words.possessor_before:
            return None
        at = title
        while at > floor and title - at < LONGEST_FIELD:
            token, group = self._token(at - 1), self.group_at.get(at - 1)
            if group is not None:
                begins = at < title and self._token(at).text[:1].isupper()
                state = group.last == at and group.party is not None and not group.is_place
                return group if begins and state and not self._is_destination(group) else None
            if at - 1 in self.named or at - 1 in self.title_at or token.kind is not TokenKind.WORD:
                return None
            if not token.text[:1].isupper() and token.fold not in self.words.conjunctions:
                return None
            at -= 1
        return None

    def _is_bracketed(self, name: int) -> bool:
        """Whether a bracket opens right before a name, and an office before that may be its holder's."""
        return self._token(name - 1).text == "(" and not self.words.has_case

    def _is_of_previous(self, first: int, name: int) -> bool:
        """Whether an office stands behind another name, and a mark or "and" before this one: "X, the minister, Y"."""
        at = first - 1
        joined = self._token(name - 1).fold in self.words.conjunctions  # "X, *the* minister of A, and Y"
        skipped = {*COMMAS, *_AROUND, *(self.words.articles if joined else ())}
        while at > 0 and self._token(at).text in skipped:
            at -= 1
        starts = self.fields.words(self.text, first, name).starts.values() if at in self.named else ()
        fields = (m for found in starts for m in found if m.category == "domains")
        inside = {t for field in fields for t in range(field.start, field.end)}  # "of transport *and* trade"
        between = (self._token(t) for t in range(first, name) if t not in inside)
        return at in self.named and any(
            token.text in COMMAS or token.fold in self.words.conjunctions or token.text in QUOTES for token in between
        )

    def _is_between(self, first: int, name: int) -> bool:
        """Whether an office stands right behind another name, and words part it from this one: "X of A on Monday Y"."""
        if not self.words.office_behind or first - 1 not in self.named:
            return False
        owners = [self.group_at[t].last for t in range(first, name) if t in self.group_at]
        return (
            bool(owners) and max(owners) < name and not self.words.fused_and.intersection(self._token(first).fold[:1])
        )

    def _trimmed_end(self, first: int, last: int) -> int:
        return office_ends.trimmed_end(self.text, first, last, self.title_at, self.group_at)

    def _after(self, name_end: int, has_role: bool) -> FoundRole | None:
        """The office after a name, mostly after a comma, up to where its phrase ends."""
        number = self.text.sentence_at(name_end - 1)
        if number is None:
            return None
        end = self.text.sentences[number].last
        at, comma = name_end, False
        bracketed = at < end and self._token(at).text == ")"
        if at < end and self._token(at).text in _AROUND - {"("}:
            at += 1
        if at < end and self._token(at).text in ",،(–-":
            at, comma = at + 1, True
        elif not (self.words.office_behind or bracketed):
            return None
        opening = office_opening(self.text, self.words, self.group_at, self.title_at, self.named, (at, end))
        if opening is None:
            return None
        at, office = opening
        begins = "" if begins_as_written(self.title_at.get(at), self._token(at)) else self._token(at).fold[:1]
        joined = begins in self.words.fused_and
        if begins in self.words.fused_prepositions or (joined and (not comma or has_role)):
            return None  # "X wa-muhafiz …", "X bir-ra'is …": the office is of whoever comes next
        last = reach = office.end
        unknown = 0
        apart = comma or not self.words.has_case or self.words.possessor_before
        while last < end and last - at < LONGEST_ROLE and unknown <= UNKNOWN_WORDS:
            token = self._token(last)
            if (token.kind is TokenKind.MARK and token.text not in "-'’") or last in self.named:
                break
            group, title = self.group_at.get(last), self.title_at.get(last)
            if comma and reach == last and token.text in self.words.several_do:
                return None  # "X, minister of C discuss": whoever holds it is named beside X
            if not apart and group is None and title is None and self._is_complete(at, last):
                break  # "X minister of C *on Monday* …": without a comma the office ends with whose it is
            if group is not None:
                last, reach, unknown = group.last, group.last, 0
            elif title is not None:
                if title.value != "office":
                    break  # "and Mr Y": the next person begins
                last, reach, unknown = title.end, title.end, 0
            elif token.fold in self.words.barriers or token.fold in self.words.timely or self._begins_next(last, end):
                break
            elif token.fold in self.words.led and self.words.possessor_before:
                last = reach = last + 1  # "head of the Iraqi delegation"
                unknown = 0
            else:
                last, unknown = last + 1, unknown + (token.fold not in self.words.articles and self._is_strange(last))
        doubtful = joined or has_role or (self.words.has_case and not comma)
        over = office_ends.behind_short_form(self.text, min(last, end))
        if doubtful and office_ends.is_of_next(self.text, self.named, over, end):
            return None
        if over < end and over in self.named and not (comma and office_ends.is_closed(self.text, self.named, over)):
            return None  # "X[,] minister of C Y": of the second; "X, adviser of Y, said": of the first
        return FoundRole(at, self._trimmed_end(at, min(reach, end)))

    def _is_complete(self, office: int, at: int) -> bool:
        """Whether an office ends before a token: with whose it is, and with no word there that goes on with it."""
        group = self.group_at.get(at - 1)
        if group is None or group.first <= office or group.last != at:
            return False
        folded = self._token(at).fold
        if folded in self.words.conjunctions:
            return at + 1 in self.named
        return folded not in self.fields.links | self.words.sent_to

    def _begins_next(self, at: int, end: int) -> bool:
        """Whether "and" and whoever is named next begin at a token: "the deputy minister *and* a delegation of …"."""
        if self._token(at).fold not in self.words.conjunctions or at + 1 >= end:
            return self.words.owns(self.text.tokens[at : at + 3])
        following = self._token(at + 1)
        if any(stem in self.words.led for stem in self._stems(at + 1)):
            return True
        owner = self.group_at.get(at + 1 + 1)  # "minister of roads *and housing of Iran*"
        owned = owner is not None and owner.party is not None and not owner.is_place
        if owned or at + 1 in self.title_at or at + 1 in self.group_at or self.words.has_case:
            return False
        stems = self._stems(at + 1)
        return following.kind is TokenKind.WORD and (
            following.fold in self.words.given or all(stem not in self.words.ranks for stem in stems)
        )

    def _sentence_start(self, token: int) -> int | None:
        number = self.text.sentence_at(token)
        return None if number is None else self.text.sentences[number].first
