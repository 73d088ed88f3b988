"""For whom a person acts whose office does not say it: weighed for each party that the text speaks of.

"Foreign Minister X" on the page of a ministry is that ministry's; "X", behind "the Omani delegation", is probably an
Omani. What stands near, who sits beside, whose page it is, how often a party is named and from where the name is
(`peyman.actors.allegiance.name_origins`) are weighed by a conditional logit (McFadden 1974), learnt by
`training/acting_for.py` from annotated documents (`docs/reference/models.md`). It knows no words, and is one for all
languages.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from peyman.actors.allegiance.name_origins import origins, speaks_for
from peyman.actors.allegiance.suffering import has_suffered
from peyman.actors.known import register
from peyman.actors.known.titles import vocabulary
from peyman.actors.names.neighbours import Neighbours
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.office_kinds import fitting, is_state, kinds_of
from peyman.actors.offices.opposites import Opposites
from peyman.actors.offices.roles import Group
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

NOBODY = ""
"""Stands among the parties for acting for none: an actor, a scientist, a footballer."""
WEIGHTS = Path(__file__).with_name("acting_for.json")
#: Features that say that something is there, by name; every one of them is 0 or 1 but ``share`` and ``name``.
Features = dict[str, float]
#: A party that is less likely than that is not taken.
LIKELY = 0.15
#: A party that stands at most so many tokens from a name stands beside it.
_BESIDE = 3
#: Parties of so many sentences on either side can be a person's, and so many of those that are named most.
_SENTENCES, _OFTEN = 3, 6
#: A text that names parties so seldom is hardly about talks.
_FEW = 4
#: What somebody is stands at most so many tokens before or behind a name.
_DESCRIBED = 5
#: "Of Uzbekistan" begins right behind a name, or behind a mark.
_ORIGIN = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text says of parties, as far as it tells for whom people act.

    Attributes:
        text: The text.
        groups: Mentions of parties, bodies and places, in order.
        decided: The party of each person, by position; None where it is yet to be told.
        home: Whose "the ministry" is on the page.
        publisher: Whose page it is, where that is known.
        counterparts: Parties that are named as somebody's opposite number, and nowhere else.
    """

    text: AnalysedText
    groups: Sequence[Group]
    decided: Sequence[str | None]
    home: str | None
    publisher: str | None
    counterparts: Set[str] = frozenset()


def choose(people: Sequence[FoundPerson], around: Surroundings, sure: float = LIKELY) -> list[str | None]:
    """Return for whom each person acts whose party is not told; None where nothing is likely, and for the others.

    Args:
        people: The people, in the order of the text.
        around: What the text says.
        sure: A party that is less likely than that is not taken.
    """
    candidates, weights = Candidates(people, around), _weights()
    found: list[str | None] = []
    for number in range(len(people)):
        parties = candidates.of(number) if around.decided[number] is None else {}
        weighed = {
            party: math.exp(sum(weights.get(name, 0.0) * value for name, value in features.items()))
            for party, features in parties.items()
        }
        likeliest = max(weighed, key=lambda party: weighed[party], default=None)
        taken = likeliest and weighed[likeliest] >= sure * sum(weighed.values())
        found.append(likeliest if taken else None)
    return found


@cache
def _weights() -> Mapping[str, float]:
    loaded: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return loaded


class Candidates:
    """The parties that the people of one text can act for, with what speaks for each.

    Args:
        people: The people, in the order of the text.
        around: What the text says.
    """

    def __init__(self, people: Sequence[FoundPerson], around: Surroundings) -> None:
        self._people = people
        self._around = around
        named = [group for group in around.groups if group.party and group.party not in around.counterparts]
        self._groups = [group for group in named if not group.is_place]
        self._places = [group for group in named if group.is_place]
        self._starts = [group.first for group in self._groups]
        self._place_starts = [group.first for group in self._places]
        self._counts = Counter(group.party or "" for group in self._groups)
        self._spoken_of = {group.party for group in named}
        self._total = max(1, self._counts.total())
        self._most = max(self._counts.values(), default=0)
        self._often = [party for party, _ in self._counts.most_common(_OFTEN)]
        self._first = self._groups[0].party if self._groups else None
        self._dateline = self._places[0].party if self._places else None
        offices = [(who, whose) for who, whose in zip(people, around.decided, strict=True) if who.roles and whose]
        # "Foreign Minister X" needs no "of Egypt" on an Egyptian page; those of others do.
        self._plain = {whose for who, whose in offices if not who.party}
        self._owning = {whose for who, whose in offices if who.party}
        self._at = sorted(
            (first, last, number) for number, person in enumerate(people) for first, last in person.mentions
        )
        named_at = [(first, number) for first, _, number in self._at]
        self._decided = Neighbours(at for at in named_at if around.decided[at[1]] is not None)
        self._of_owners = Neighbours(at for at in named_at if people[at[1]].party and people[at[1]].roles)
        self._words = vocabulary(around.text.language)
        self._opposites = Opposites(around.text)
        self._lent = self._named_in_offices() if is_state(around.publisher) else frozenset()

    def _named_in_offices(self) -> Set[str]:
        """The organisations that the text names in the offices of people alone: they lend themselves to nobody else."""
        held = {t for person in self._people for role in person.roles for t in range(role.first, role.last)}
        free = {group.party for group in self._groups if group.first not in held}
        return {group.party or "" for group in self._groups if group.party not in free and not is_state(group.party)}

    def of(self, number: int) -> dict[str, Features]:
        """Return the features of each party that a person can act for.

        Args:
            number: The position of the person.
        """
        around = self._around
        if not self._people[number].roles and has_suffered(around.text, self._people[number].mentions):
            return {}
        parties = dict.fromkeys(group.party or "" for group in self._near(number))
        parties |= dict.fromkeys(self._often)
        parties |= {party: None for party in (around.home, around.publisher) if party}
        for party in self._people[number].not_of | self._lent:
            parties.pop(party, None)
        kinds = kinds_of(around.text, self._people[number])
        parties = dict.fromkeys(fitting(parties, kinds))
        host = self._faced(number)
        if host is not None:
            parties.pop(host, None)
        shared = self._shared(number)
        told = self._told(number)
        # "The Deputy Minister received …": whoever is named by an office before any party is mostly of the page.
        alone = "last before" not in told
        page = (around.publisher or around.home) if alone and self._people[number].roles else None
        if page and self._signs(number):
            parties = {page: None}
        if "state" in kinds and self._is_pages(number, told):
            parties = {around.publisher or "": None}
        described = self._described(number)
        person = self._people[number]
        name = {} if person.is_body else origins(around.text.words(*person.name))
        # Whoever holds an office acts for somebody, whatever the name.
        by_name = speaks_for(name, parties, for_one=bool(person.roles))
        found: dict[str, Features] = {}
        for party in parties:
            said = {**self._own(party), **self._named(party, told), **shared(party)}
            said |= {**_said("before any party", alone), **_said("before any party, by an office", party == page)}
            said |= dict.fromkeys(described, 1.0)
            found[party] = {**_crossed(said), "name": by_name[party]}
        return {**found, NOBODY: self._nobody(number, told)}

    def _is_pages(self, number: int, told: Mapping[str, str]) -> bool:
        """Whether nothing in a sentence speaks against a bare office of a state being of that whose page it is.

        A page that names its own state nowhere tells of other countries.
        """
        page, first = self._around.publisher, self._people[number].mentions[0][0]
        sentence = self._around.text.sentence_at(first)
        if sentence is None or not is_state(page) or page in self._people[number].not_of or page not in self._spoken_of:
            return False
        if any(told.get(where, page) != page for where in ("last before", "first after beside")):
            return False
        floor = self._around.text.sentences[sentence].first
        last = self._people[number].mentions[0][1]
        return not (self._opposites.is_counterpart(first) or self._opposites.is_met(first, last, floor))

    def _signs(self, number: int) -> bool:
        """Whether a name and an office are all that a line says: whoever signs a page speaks for whose it is."""
        person = self._people[number]
        sentence = self._around.text.sentence_at(person.mentions[0][0])
        if sentence is None:
            return False
        here = self._around.text.sentences[sentence]
        said = {token for first, last in person.mentions for token in range(first, last)}
        said |= {token for role in person.roles for token in range(role.first, role.last)}
        return all(
            token in said or self._around.text.tokens[token].kind is TokenKind.MARK
            for token in range(here.first, here.last)
        )

    def _described(self, number: int) -> list[str]:
        """What a person is, whatever the party."""
        person = self._people[number]
        facts = {
            "an envoy": person.is_envoy,
            "named again": len(person.mentions) > 1,
            "named first of all": not self._at or self._at[0][2] == number,
            "speaks for himself": self._speaks_for_himself(number),
        }
        return [name for name, is_so in facts.items() if is_so]

    def _speaks_for_himself(self, number: int) -> bool:
        """Whether a word for an expert, a journalist or a player stands beside a name, in its sentence."""
        first, last = self._people[number].mentions[0]
        sentence = self._around.text.sentence_at(first)
        if sentence is None:
            return False
        here = self._around.text.sentences[sentence]
        near = range(max(here.first, first - _DESCRIBED), min(here.last, last + _DESCRIBED))
        return any(
            self._words.is_among(self._around.text.tokens[token].fold, self._words.private)
            for token in near
            if not first <= token < last
        )

    def _is_origin(self, last: int, group: Group) -> bool:
        """Whether "of" or "from" stands between the end of a name and a party right behind it."""
        if group.first - last > _ORIGIN:
            return False
        between = self._around.text.tokens[last : group.first]
        return any(token.fold in self._words.origins for token in between)

    def _faced(self, number: int) -> str | None:
        """The party of whoever is named before somebody's opposite number: the other is not of it."""
        first = self._people[number].mentions[0][0]
        if not self._opposites.is_counterpart(first):
            return None
        sentence = self._around.text.sentence_at(first)
        floor = self._around.text.sentences[sentence].first if sentence is not None else first
        before = self._at[bisect_left(self._at, (floor,)) : bisect_left(self._at, (first,))]
        return self._around.decided[before[-1][2]] if before else None

    def _nobody(self, number: int, told: Mapping[str, str]) -> Features:
        """What speaks for acting for nobody: no office, and nothing that stands near."""
        features = {
            "share": 0.0,
            **_said("nobody", True),
            **_said("nobody, no office", not self._people[number].roles),
            **_said("nobody, speaks for himself", self._speaks_for_himself(number)),
            **_said("nobody, no party here", not (told.keys() - {"place here", "last in the sentence before"})),
            **_said("nobody, no party before", not told.get("last before")),
            **_said("nobody, no party in the text", not self._counts),
            **_said("nobody, few parties in the text", self._total <= _FEW),
            **_said("nobody, no officials", not self._plain and not self._owning),
        }
        return _crossed(features)

    def _own(self, party: str) -> Features:
        """What speaks for a party whoever the person is."""
        count = self._counts[party]
        facts = register.parties().get(party)
        return {
            "share": count / self._total,
            **_said("most named", count > 0 and count == self._most),
            **_said("named first", party == self._first),
            **_said("dateline", party == self._dateline),
            **_said("home", party == self._around.home),
            **_said("home, named", party == self._around.home and count > 0),
            **_said("publisher", party == self._around.publisher),
            **_said("never named", not count),
            **_said("of a known person with an office", party in self._plain),
            **_said("of an office that says so", party in self._owning),
            **_said("no state", facts is None or facts.kind != "state"),
        }

    def _told(self, number: int) -> dict[str, str]:
        """Which party stands where around the first naming of a person."""
        text = self._around.text
        first, last = self._people[number].mentions[0]
        sentence = text.sentence_at(first)
        if sentence is None:
            return {}
        here, before = text.sentences[sentence], text.sentences[max(0, sentence - 1)]
        inside = self._between(here.first, here.last)
        ahead = [group for group in inside if group.last <= first]
        behind = [group for group in inside if group.first >= last]
        earlier = self._between(before.first, here.first)
        places = self._places_between(here.first, here.last)
        found: dict[str, str | None] = {
            "last before": ahead[-1].party if ahead else None,
            "last before beside": ahead[-1].party if ahead and first - ahead[-1].last <= _BESIDE else None,
            "last but one before": ahead[-2].party if len(ahead) > 1 else None,
            "first after": behind[0].party if behind else None,
            "first after beside": behind[0].party if behind and behind[0].first - last <= _BESIDE else None,
            "last in the sentence before": earlier[-1].party if earlier else None,
            "first in the sentence before": earlier[0].party if earlier else None,
            "place here": places[0].party if places else None,
            "first here": inside[0].party if inside else None,
        }
        if behind and self._is_origin(last, behind[0]):
            found["first after, as origin"] = behind[0].party
        if self._opposites.is_met(first, last, here.first):
            found["last before, met"] = ahead[-1].party if ahead else None
            earlier_named = self._at[bisect_left(self._at, (here.first,)) : bisect_left(self._at, (first,))]
            found["person before, met"] = self._around.decided[earlier_named[-1][2]] if earlier_named else None
        if ahead and self._is_of_office(ahead[-1], first):
            found["last before, of another's office"] = ahead[-1].party
        for again, _ in self._people[number].mentions[1:]:
            whose = self._last_before(again)
            if whose is not None:
                found["last before, named again"] = whose
                break
        return {name: whose for name, whose in found.items() if whose is not None}

    def _last_before(self, token: int) -> str | None:
        sentence = self._around.text.sentence_at(token)
        if sentence is None:
            return None
        floor = self._around.text.sentences[sentence].first
        return next((g.party for g in reversed(self._between(floor, token)) if g.last <= token), None)

    def _between(self, first: int, last: int) -> Sequence[Group]:
        """The parties and bodies that are named from one token to another."""
        return self._groups[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def _places_between(self, first: int, last: int) -> Sequence[Group]:
        return self._places[bisect_left(self._place_starts, first) : bisect_left(self._place_starts, last)]

    def _near(self, number: int) -> Sequence[Group]:
        """What is named in the sentence of a person's first naming, and in those around it."""
        text = self._around.text
        sentence = text.sentence_at(self._people[number].mentions[0][0])
        if sentence is None:
            return ()
        first = text.sentences[max(0, sentence - _SENTENCES)].first
        last = text.sentences[min(len(text.sentences) - 1, sentence + _SENTENCES)].last
        return (*self._between(first, last), *self._places_between(first, last))

    def _is_of_office(self, group: Group, name: int) -> bool:
        """Whether another person stands between a party and a name, so that the party may be that one's."""
        return bisect_left(self._at, (group.first,)) < bisect_left(self._at, (name,))

    @staticmethod
    def _named(party: str, told: Mapping[str, str]) -> Features:
        return {name: 1.0 for name, whose in told.items() if whose == party}

    def _shared(self, number: int) -> Callable[[str], Features]:
        """What the people beside say of a party: those of one side are named together, or in turn."""
        person, first = self._people[number], self._people[number].mentions[0][0]
        sentence = self._around.text.sentence_at(first)
        begin, end = self._stretch(sentence, first)
        beside = {
            "person in the sentence before": self._decided.last(*self._stretch((sentence or 0) - 1, first), number),
            "person before": self._decided.last(begin, first, number),
            "person after": self._decided.last(first, end, number),
        }
        counterpart = self._opposites.is_counterpart(first)
        office = bool(person.roles)
        # "X, minister of agriculture, Y, minister of A, and Z, minister of B": who says no more is of the page.
        in_row = office and not person.party and self._of_owners.last(first, end, number) is not None

        def said(party: str) -> Features:
            decided = self._around.decided
            found = {name: 1.0 for name, who in beside.items() if who is not None and decided[who] == party}
            row = _said("office, others' say whose", in_row)
            return {**found, **_said("office", office), **_said("counterpart", counterpart), **row}

        return said

    def _stretch(self, sentence: int | None, token: int) -> tuple[int, int]:
        """Where a sentence begins and ends; an empty stretch at a token where there is none of that number."""
        if sentence is None or sentence < 0:
            return token, token
        return self._around.text.sentences[sentence].first, self._around.text.sentences[sentence].last


def _crossed(features: Features) -> Features:
    """The features with one more for each two of them that hold together."""
    alone = sorted(name for name in features if name != "share")
    pairs = {f"{one} & {other}": 1.0 for one, other in combinations(alone, 2)}
    return {**features, "root of share": features["share"] ** 0.5, **pairs}


def _said(name: str, is_so: bool) -> Features:
    return {name: 1.0} if is_so else {}
