"""Of which country guests and hosts are, by where they travel and who receives them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from peyman.actors.allegiance.beside import Beside
from peyman.actors.offices.roles import Group
from peyman.text.lexicon import Match
from peyman.text.marks import COMMAS

#: Between a word for a journey and its goal stand at most so many tokens.
_ARTICLES = 3
#: Between whoever travels and the verb stand at most so many tokens, a day among them.
_TRAVELLER = 4
#: Whoever receives a guest is named at most so many tokens behind the word for it.
_HOST = 5
#: Of a guest so many further sentences may tell whom he met there.
_STAY = 4
#: So many words of meeting and receiving of one sentence are looked at for each journey: a longer one is no prose.
_MOST_RECEIVING = 12


class Guests:
    """What one text says of journeys and receptions.

    Args:
        beside: What stands near its people.
    """

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self.text, self.people, self.words = beside.text, beside.people, beside.words

    def keep_apart(self, told: Sequence[str | None]) -> None:
        """Note of people of which parties they are not: whom they travel to, whose envoy they receive.

        Args:
            told: The party of each person, as far as an office or the register says it.
        """
        for who, where in self._journeys:
            self.people[who].not_of.add(where.party or "")
        for envoys, received_by in self._receptions(told):
            theirs = {told[envoy] or "" for envoy in envoys}
            for number in received_by:
                self.people[number].not_of |= theirs

    @cached_property
    def _journeys(self) -> Sequence[tuple[int, Group]]:
        """Whoever goes somewhere, by position, with the mention of the party or place: "A arrived in Nairobi"."""
        found = []
        for match in self._beside.found:
            if match.value != "visiting":
                continue
            floor, end = self._beside.sentence(match.start)
            behind = next(iter(self._beside.named(match.end, match.end + _ARTICLES + 1)), None)
            goal = next(iter(self._beside.grouped(match.end, match.end + 2)), None)
            if behind is not None and goal is not None and self.text.tokens[min(goal.last, end - 1)].text in COMMAS:
                behind = None  # "during his visit to Kenya, Prime Minister A …": what is behind is another clause
            who = self._beside.named_before(match.start, _TRAVELLER, floor) if behind is None else behind[2]
            at = match.end if behind is None else behind[1]
            where = next(iter(self._beside.grouped(at, min(end, at + _TRAVELLER + 1))), None)
            if where is None or where.party is None or not self._is_towards(match, at, where):
                continue
            if who is None:  # "on a visit to Nairobi, Prime Minister A met …"
                who = next(
                    (number for _, _, number in self._beside.named(where.last, min(end, where.last + _TRAVELLER))), None
                )
            if who is not None:
                found.append((who, where))
        return found

    @cached_property
    def _journeys_unnamed(self) -> Sequence[Group]:
        """Where those go who are called by an office or a pronoun: "the Secretary-General arrived in Nairobi"."""
        found = []
        for match in self._beside.found:
            if match.value != "visiting":
                continue
            floor, end = self._beside.sentence(match.start)
            where = next(iter(self._beside.grouped(match.end, min(end, match.end + _ARTICLES))), None)
            named = any(last <= match.start for _, last, _ in self._beside.each_named(floor, match.start))
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
        for envoys, received_by in self._receptions(told):
            sent = (self.people[envoy].not_of for envoy in envoys)
            theirs = next((next(iter(to)) for to in sent if len(to) == 1 and (given is None or given in to)), None)
            for number in received_by if theirs is not None else ():
                found.setdefault(number, theirs or "")
        receiving = [match for match in self._beside.found if match.value == "receiving"]
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
                if index > here and self._goes_on(guest, goal, index):
                    break
                first = goal.first if index == here and guest is None else floor
                low = bisect_left(receiving, first, key=lambda match: match.start)
                for match in islice(receiving, low, low + _MOST_RECEIVING):
                    if match.start >= end:
                        break
                    named = self._beside.each_named(floor, match.start) if index > here else ()
                    if any(who != guest and told[who] != goal.party for _, _, who in named):
                        continue
                    for host in self._beside.row(match.end, self._beside.each_named(match.end, end), goal.party, told):
                        if self.people[host].roles and told[host] is None and host != guest:
                            found.setdefault(host, goal.party)
        return found

    def _goes_on(self, guest: int | None, goal: Group, sentence: int) -> bool:
        """Whether a sentence tells that a guest is elsewhere by now, or that somebody else travels."""
        return any(
            where.party != goal.party or who not in (None, guest) for who, where in self._journeys_of.get(sentence, ())
        )

    @cached_property
    def _journeys_of(self) -> Mapping[int | None, Sequence[tuple[int | None, Group]]]:
        """Who goes where by sentence; None for whoever is called by an office or a pronoun."""
        found: dict[int | None, list[tuple[int | None, Group]]] = {}
        for who, where in [*self._journeys, *((None, where) for where in self._journeys_unnamed)]:
            found.setdefault(self.text.sentence_at(where.first), []).append((who, where))
        return found

    def _meetings_abroad(self, receiving: Sequence[Match], told: Sequence[str | None]) -> list[tuple[int, Group]]:
        """Whoever met somebody in the country of that one, with the place: "X of A met Y of B *in B's capital*"."""
        found = []
        for match in receiving:
            floor, end = self._beside.sentence(match.start)
            before = reversed(self._beside.named(floor, match.start))
            guest = next((number for _, last, number in before if last <= match.start), None)
            host = next((at for at in self._beside.named(match.end, min(end, match.end + _HOST))), None)
            if guest is None or host is None or told[host[2]] is None or told[guest] in (None, told[host[2]]):
                continue
            there = (g for g in self._beside.grouped(host[1], end) if g.is_place and g.party == told[host[2]])
            found += [
                (guest, place) for place in there if self.text.tokens[place.first - 1].fold in self.words.sent_to
            ][:1]
        return found

    def _receptions(self, told: Sequence[str | None]) -> Iterator[tuple[list[int], list[int]]]:
        """By sentence, the envoys in it, and those beside them whose office says nothing of whose it is."""
        envoys: dict[tuple[int, int], list[int]] = {}
        for first, _, number in self._beside.at:
            if self.people[number].is_envoy and told[number] is not None:
                envoys.setdefault(self._beside.sentence(first), []).append(number)
        for (floor, end), there in envoys.items():
            named = self._beside.named(floor, end)
            beside = [number for _, last, number in named if last <= end and told[number] is None]
            yield there, [n for n in beside if self.people[n].roles and not self.people[n].is_envoy]

    def _is_towards(self, match: Match, at: int, where: Group) -> bool:
        """Whether a party is where somebody goes: behind "to" or "in", or right behind a word that needs none."""
        between = [token.fold for token in self.text.tokens[at : where.first]]
        return (not between and at == match.end) or any(word in self.words.sent_to for word in between)
