"""On whose side a text says that people stand, besides what their offices say.

The head of a delegation is of the party that sent it, whoever "for the A side" is said of is of A, and companions are
of the party of whom they accompany. The words for that stand in ``[sides]`` of each language's ``people.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from peyman.actors.found_people import FoundPerson
from peyman.actors.register import affixes
from peyman.actors.roles import CLAUSE_MARKS, POSSESSIVE, FoundRole, Group
from peyman.actors.titles import vocabulary
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Lexicon, Match, Phrase, longest

#: Between a delegation and "headed by" stand at most so many tokens, and so many between that and whoever heads it.
_DELEGATION, _ARTICLES = 7, 3
#: Between a name with its office, and "for the A side", stand at most so many tokens: a comma, an article.
_BESIDE = 2
#: Between a name and an office in the plural, "X and Y, *the foreign trade* ministers", stand at most so many.
_APPOSED = 5
#: Between a delegation and the name of who leads it stands an office of at most so many tokens.
_OFFICE = 10
#: An office has at most so many tokens.
_LONGEST_OFFICE = 60
#: A word of an office has so many letters; shorter ones are "of" and "the".
_FEWEST_LETTERS = 4
#: Between whoever travels and the verb stand at most so many tokens, a day among them.
_TRAVELLER = 4
#: Whoever receives a guest is named at most so many tokens behind the word for it.
_HOST = 5
#: Of a guest so many further sentences may tell whom he met there.
_STAY = 4
#: Whoever is accompanied is named at most so many tokens from the word for it.
_ACCOMPANIED = 8

_COMMAS = frozenset(",،")


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


class Sides:
    """What one text says of the sides on which people stand.

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
        self.found = [m for s in text.sentences for m in longest(lexicon.find(text.tokens, s.first, s.last))]
        #: Every mention, from where its office begins to where the name or the office behind it ends.
        self.at = sorted(
            (*_with_offices(roles, mention), number)
            for number, roles in enumerate(sorted(person.roles, key=lambda role: role.first) for person in people)
            for mention in people[number].mentions
        )
        self._starts: dict[int, list[int]] = {}  # who is named from a token on, and up to one
        self._ends: dict[int, list[int]] = {}
        self._lasts: dict[int, list[int]] = {}  # up to where a name goes that begins at a token
        for number, person in enumerate(people):
            for first, last in person.mentions:
                self._starts.setdefault(first, []).append(number)
                self._ends.setdefault(last, []).append(number)
                self._lasts.setdefault(first, []).append(last)

    def _named(self, first: int, last: int) -> Sequence[tuple[int, int, int]]:
        """The mentions of people that begin in ``[first, last)``, in order: a text may hold very many."""
        low = bisect_left(self.at, first, key=lambda at: at[0])
        return self.at[low : bisect_left(self.at, last, low, key=lambda at: at[0])]

    def _grouped(self, first: int, last: int) -> Sequence[Group]:
        """The mentions of parties, bodies and places that begin in ``[first, last)``, in order."""
        low = bisect_left(self.groups, first, key=lambda group: group.first)
        return self.groups[low : bisect_left(self.groups, last, low, key=lambda group: group.first)]

    def told(self) -> dict[int, str]:
        """Return the parties of those who head or lead a delegation, or are said to be of a side, by position."""
        told: dict[int, str] = {}
        for match in self.found:
            party: str | None
            if match.value == "headed":
                party = self._delegation_before(match)
                number = self._named_behind(match.end, _ARTICLES)
            elif match.value == "leading":
                led = self._delegation_behind(match.end)
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
        return told

    def in_turn(self) -> dict[int, str]:
        """Return the parties of those who are named in a row beside one office of as many parties, by position.

        "X and Y, the foreign ministers of A and B"; "the ministers of A and B, X and Y".
        """
        found: dict[int, str] = {}
        for match in self.found:
            for number, party in self._in_turn(match) if match.value == "several" else ():
                found.setdefault(number, party)
        return found

    def _in_turn(self, match: Match) -> list[tuple[int, str]]:
        floor, end = self._sentence(match.start)
        row: list[Group] = []
        for group in self._grouped(match.end, end):
            near = group.first - (row[-1].last if row else match.end)
            if (
                group.is_place
                or near > (_BESIDE if row else _OFFICE)
                or (row and not self._is_joined(row[-1].last, group.first))
            ):
                break
            row.append(group)
        parties = [group.party for group in row if group.party is not None]
        if len(set(parties)) < 2 or len(set(parties)) != len(parties):
            return []
        ahead = [at for at in self._names(floor, match.start) if at[1] <= match.start]
        people = self._joined_row(ahead[::-1], match.start, backwards=True)[::-1]
        if len(people) != len(parties):
            people = self._joined_row(self._names(row[-1].last, end), row[-1].last)
        return list(zip(people, parties, strict=True)) if len(people) == len(parties) else []

    def _names(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """The bare names of people that begin in ``[first, last)``, in order, without the offices beside them."""
        return [
            (at, max(self._lasts[at]), number) for at in range(first, last) for number in self._starts.get(at, ())[:1]
        ]

    def _joined_row(self, names: Sequence[tuple[int, int, int]], at: int, backwards: bool = False) -> list[int]:
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

    def companions(self, parties: Sequence[str | None], told: Sequence[str | None], home: str | None) -> dict[int, str]:
        """Return the parties of those who accompany somebody or are members of a delegation, by position.

        Args:
            parties: The party of each person, as far as it is known or likely.
            told: The same, as far as an office or the register says it.
            home: Whose "the President" is, where whoever is accompanied has no name.
        """
        found: dict[int, str] = {}
        for match in self.found:
            sentence = self._sentence(match.start)
            before = [at for at in self._named(sentence[0], match.start) if at[1] <= match.start]
            behind = [at for at in self._named(match.end, sentence[1]) if at[1] <= sentence[1]]
            end = min(sentence[1], match.end + _ACCOMPANIED)
            if match.value == "accompanied-by" and before:
                whose = parties[before[-1][2]]
                others = self._row(match.end, behind, whose, told)
            elif match.value == "members":
                whose = self._delegation_before(match)
                others = self._row(match.end, behind, whose, told)
            elif match.value == "accompanying":
                near = next((at for at in behind if at[0] - match.end <= _ARTICLES), None)
                whose = parties[near[2]] if near is not None else self._whom(match.end, end, parties, home)
                others = [at[2] for at in before]
            elif match.value == "accompanied":
                near = next((at for at in reversed(before) if match.start - at[1] <= 1), None)
                floor = before[-1][1] if before else sentence[0]
                whose = parties[near[2]] if near is not None else self._whom(floor, match.start, parties, home)
                others = [at[2] for at in before if at is not near]
            else:
                continue
            if whose is not None:
                for number in others:
                    found.setdefault(number, whose)
        return found

    def owned(self, parties: Sequence[str | None]) -> dict[int, str]:
        """Return the parties of those whose office is somebody's: "the President and *his* foreign minister".

        Args:
            parties: The party of each person, as far as it is known or likely.
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
                floor, _ = self._sentence(role.first)
                if owner == "person":
                    near = [at for at in self._named(floor, role.first) if at[2] != number]
                    whose = parties[near[-1][2]] if near else None
                else:
                    groups = [g for g in self._grouped(floor, role.first) if g.last <= role.first]
                    whose = groups[-1].party if groups else None
                if whose is not None:
                    found.setdefault(number, whose)
        return found

    def _master(self, number: int, role: FoundRole) -> int | None:
        """Whose aide somebody is: of whoever is named right behind the office, or before it: "*Putin's* aide"."""
        tokens, words = self.text.tokens, self.words
        if any(number in self._ends.get(role.first - away, ()) for away in range(_BESIDE + 1)):
            at = role.last
            while at < len(tokens) and at - role.last < _BESIDE and self._links(at):
                at += 1
            if self.words.has_case and at == role.last and not self._links(at - 1):
                return None  # "X, Prime Minister Y": the office is of the second
            return next((n for n in self._starts.get(at, ()) if n != number), None)
        at = role.first
        while words.possessor_before and at > 1 and role.first - at < _BESIDE and tokens[at - 1].text in POSSESSIVE:
            at -= 1
        return next((n for n in self._ends.get(at, ()) if n != number), None) if at < role.first else None

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
        for token in self.text.tokens[role.first : role.last]:
            for ending, owner in self.words.owner_endings.items():
                # As it is written, and no title itself: folded, a feminine ending is one letter with "his".
                ends = token.text.endswith(ending) and token.fold not in self.words.title_words
                if ends and self.words.is_among(token.fold[: -len(ending)], self.words.title_words):
                    return owner
        return None

    def elsewhere(self, told: Sequence[str | None]) -> dict[int, set[str]]:
        """Return the parties of which people are not, by position: whom they travel to, whose envoy they receive.

        Args:
            told: The party of each person, as far as an office or the register says it.
        """
        found: dict[int, set[str]] = {}
        for who, where in self._journeys:
            found.setdefault(who, set()).add(where.party or "")
        for envoy, number in self._received(told):
            found.setdefault(number, set()).add(told[envoy] or "")
        return found

    @cached_property
    def _journeys(self) -> Sequence[tuple[int, Group]]:
        """Whoever goes somewhere, by position, with the mention of the party or place: "A arrived in Nairobi"."""
        found = []
        for match in self.found:
            if match.value != "visiting":
                continue
            floor, end = self._sentence(match.start)
            behind = next(iter(self._named(match.end, match.end + _ARTICLES + 1)), None)
            goal = next(iter(self._grouped(match.end, match.end + 2)), None)
            if behind is not None and goal is not None and self.text.tokens[min(goal.last, end - 1)].text in _COMMAS:
                behind = None  # "during his visit to Kenya, Prime Minister A …": what is behind is another clause
            who = self._named_before(match.start, _TRAVELLER, floor) if behind is None else behind[2]
            at = match.end if behind is None else behind[1]
            where = next(iter(self._grouped(at, min(end, at + _TRAVELLER + 1))), None)
            if where is None or where.party is None or not self._is_towards(match, at, where):
                continue
            if who is None:  # "on a visit to Nairobi, Prime Minister A met …"
                who = next(
                    (number for _, _, number in self._named(where.last, min(end, where.last + _TRAVELLER))), None
                )
            if who is not None:
                found.append((who, where))
        return found

    @cached_property
    def _journeys_unnamed(self) -> Sequence[Group]:
        """Where those go who are called by an office or a pronoun: "the Secretary-General arrived in Nairobi"."""
        found = []
        for match in self.found:
            if match.value != "visiting":
                continue
            floor, end = self._sentence(match.start)
            where = next(iter(self._grouped(match.end, min(end, match.end + _ARTICLES))), None)
            named = any(last <= match.start for _, last, _ in self._named(floor, match.start))
            if where is not None and where.party and not named and self._is_towards(match, match.end, where):
                found.append(where)
        return found

    def hosts(self, told: Sequence[str | None], given: str | None) -> dict[int, str]:
        """Return the parties of those who receive a guest, by position: "the ambassador of A *in B*" an office of B.

        So is whoever invites or receives a guest from elsewhere who goes to B, where no office says whose he is; and
        whom he meets there by the sentences that follow, as far as those name nobody else before: "On Monday he met …".

        Args:
            told: The party of each person, as far as an office or the register says it.
            given: Whose page it is, where that is known: what it calls "the minister" is its own.
        """
        found: dict[int, str] = {}
        for envoy, number in self._received(told):
            where = self.people[envoy].not_of
            if len(where) == 1 and (given is None or given in where):
                found.setdefault(number, next(iter(where)))
        receiving = [match for match in self.found if match.value == "receiving"]
        stays: list[tuple[int | None, Group]] = []
        if receiving:
            told_by_name = [*self._journeys, *self._meetings_abroad(receiving, told)]
            stays = [*told_by_name, *((None, where) for where in self._journeys_unnamed)]
        for guest, goal in stays:
            if goal.party is None or (guest is not None and told[guest] in (None, goal.party)):
                continue
            here = self.text.sentence_at(goal.first)
            if here is None:
                continue
            for index in range(here, min(len(self.text.sentences), here + _STAY + 1)):
                floor, end = self.text.sentences[index].first, self.text.sentences[index].last
                if index > here and self._goes_on(guest, goal, floor, end):
                    break
                low = bisect_left(receiving, floor, key=lambda match: match.start)
                for match in receiving[low : bisect_left(receiving, end, low, key=lambda match: match.start)]:
                    if index == here and guest is None and match.start < goal.first:
                        continue
                    if index > here and any(who != guest for _, _, who in self._named(floor, match.start)):
                        continue
                    for host in self._row(match.end, self._named(match.end, end), goal.party, told):
                        if self.people[host].roles and told[host] is None and host != guest:
                            found.setdefault(host, goal.party)
        return found

    def _goes_on(self, guest: int | None, goal: Group, first: int, last: int) -> bool:
        """Whether a sentence tells that a guest is elsewhere by now, or that somebody else travels."""
        journeys = [pair for pair in self._journeys if first <= pair[1].first < last]
        unnamed = (where for where in self._journeys_unnamed if first <= where.first < last)
        elsewhere = any(who != guest or where.party != goal.party for who, where in journeys)
        return elsewhere or any(where.party != goal.party for where in unnamed)

    def _meetings_abroad(self, receiving: Sequence[Match], told: Sequence[str | None]) -> list[tuple[int, Group]]:
        """Whoever met somebody in the country of that one, with the place: "X of A met Y of B *in the capital of B*"."""
        found = []
        for match in receiving:
            floor, end = self._sentence(match.start)
            guest = next((n for _, last, n in reversed(self._named(floor, match.start)) if last <= match.start), None)
            host = next((at for at in self._named(match.end, min(end, match.end + _HOST))), None)
            if guest is None or host is None or told[host[2]] is None or told[guest] in (None, told[host[2]]):
                continue
            there = (g for g in self._grouped(host[1], end) if g.is_place and g.party == told[host[2]])
            found += [(guest, place) for place in there if self.text.tokens[place.first - 1].fold in self.words.sent_to][:1]
        return found

    def _received(self, told: Sequence[str | None]) -> Iterator[tuple[int, int]]:
        """Each envoy with each person beside him in a sentence whose office says nothing of whose it is."""
        envoys = [at for at in self.at if self.people[at[2]].is_envoy and told[at[2]] is not None]
        for first, _, envoy in envoys:
            floor, end = self._sentence(first)
            for _, last, number in self._named(floor, end):
                host = self.people[number].roles and not self.people[number].is_envoy and told[number] is None
                if host and last <= end:
                    yield envoy, number

    def _is_towards(self, match: Match, at: int, where: Group) -> bool:
        """Whether a party is where somebody goes: behind "to" or "in", or right behind a word that needs none."""
        between = [token.fold for token in self.text.tokens[at : where.first]]
        return (not between and at == match.end) or any(word in self.words.sent_to for word in between)

    def _sentence(self, token: int) -> tuple[int, int]:
        index = self.text.sentence_at(token)
        return (token, token) if index is None else (self.text.sentences[index].first, self.text.sentences[index].last)

    def _is_led(self, token: int) -> bool:
        return self.words.is_among(self.text.tokens[token].fold, self.words.led)

    def _delegation_before(self, match: Match) -> str | None:
        """Whose the delegation right before "headed by" is."""
        floor = max(self._sentence(match.start)[0], match.start - _DELEGATION)
        for at in range(match.start - 1, floor - 1, -1):
            if self.text.tokens[at].text in CLAUSE_MARKS:
                return None
            if self._is_led(at):
                return self._whose(at, floor, match.start)
        return None

    def _whose(self, led: int, floor: int, end: int) -> str | None:
        """The party beside the word for a delegation: "*Jordanian* delegation", "delegation of *Jordan*"."""
        before = [g for g in self._grouped(floor, led + 2) if led - 2 <= g.last <= led + 1 and not g.is_place]
        behind = [g for g in self._grouped(led, end) if g.last <= end and not (g.is_place and g.first > led + 1)]
        inside = [g for g in behind if not g.is_place] or behind
        near = inside[:1] if not self.words.possessor_before else (before[-1:] or inside[:1])
        return near[0].party if near else None

    def _named_behind(self, at: int, most: int) -> int | None:
        """Who is named, or whose office begins, right behind a token."""
        return next((number for _, _, number in self._named(at, at + most + 1)), None)

    def _named_before(self, at: int, most: int, floor: int) -> int | None:
        near = reversed(self._named(floor, at + 1))
        return next((number for _, last, number in near if 0 <= at - last <= most), None)

    def _delegation_behind(self, at: int) -> Group | None:
        """The group whose delegation stands right behind a word for leading."""
        end = min(at + _DELEGATION, self._sentence(at)[1])
        led = next((t for t in range(at, end) if self._is_led(t)), None)
        if led is None:
            return None
        near = [g for g in self._grouped(at, led + 3) if g.last <= end and led - 2 <= g.last]
        return near[0] if near else None

    def _leader(self, match: Match, led: Group) -> int | None:
        """Who leads a delegation: whoever is named right behind it where a verb comes first, else who is named before.

        Between the name and the verb nobody else is named.
        """
        if not self.words.possessor_before and not self.text.language.has_case:
            behind = next(iter(self._named(led.last, led.last + _BESIDE + 1)), None)
            if behind is not None and not self._is_joined(led.last, behind[0]):
                return behind[2]
        floor, _ = self._sentence(match.start)
        before = [at for at in self._named(floor, match.start) if at[1] <= match.start]
        return before[-1][2] if before else None

    def _side(self, match: Match) -> Group | None:
        """The group right behind "for the … side"."""
        near = next(iter(self._grouped(match.end, match.end + 2)), None)
        if near is None or not self.words.possessor_before:
            return near
        return near if near.last < len(self.text.tokens) and self._is_led(near.last) else None

    def _of_side(self, match: Match, side: Group) -> list[int]:
        """Who is of a side: those who are named one after the other behind it ("for the A side: X, Y"), else before."""
        floor, end = self._sentence(match.start)
        before = self._named_before(match.start, _BESIDE, floor)
        row: list[int] = []
        at = side.last
        for first, last, number in self._named(side.last, end) if not self.words.possessor_before else ():
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
        return fused or any(token.fold in self.words.conjunctions or token.text in ",،" for token in between)

    def _row(
        self, at: int, behind: Sequence[tuple[int, int, int]], whose: str | None, parties: Sequence[str | None]
    ) -> list[int]:
        """Those who are named one after the other from a token on, up to the first of another party."""
        row: list[int] = []
        for first, last, number in behind:
            if first - at > _ACCOMPANIED or parties[number] not in (None, whose):
                break
            row.append(number)
            at = last
        return row

    def _whom(self, first: int, last: int, parties: Sequence[str | None], home: str | None) -> str | None:
        """Whose the office is that somebody accompanies and that has no name: of whoever holds it in the text."""
        held = {t.fold for t in self.text.tokens[first:last] if len(t.fold) >= _FEWEST_LETTERS}
        for number, person in enumerate(self.people):
            told = {self.text.tokens[t].fold for role in person.roles for t in range(role.first, role.last)}
            if parties[number] is not None and held & told:
                return parties[number]
        titles = self.words.titles.find(self.text.tokens, first, last)
        return home if any(title.value == "office" for title in titles) else None


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
