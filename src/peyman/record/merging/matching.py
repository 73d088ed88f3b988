"""How entries of one kind are told to be the same; and the kinds that are told by a key: actors, places, agreements."""

from __future__ import annotations

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable
from typing import ClassVar, Generic, TypeVar

from rapidfuzz import fuzz

from peyman.model import Entry, Reading
from peyman.record.merging.facts import ActorFacts, AgreementFacts, Facts, FactsOfReading, Named, PlaceFacts

F = TypeVar("F", bound=Facts)

SamePerson = Callable[[Named, Named], float]
"""How likely two names belong to one person, from 0 to 1; symmetric. 0.5 says that it cannot be told."""

PersonKeys = Callable[[Named], Iterable[str]]
"""Under which keys a person is looked up. Two who share none are never compared."""

SAME = 0.8
"""From this likelihood on two names are taken for one person's."""

DIFFERENT = 0.2
"""Up to this likelihood two names are taken for those of two persons."""

_RELATED = 70
"""From this similarity on, of 100, two spellings may be of one name."""

_REGISTER_KEY = re.compile(r"Q[1-9]\d*")
_KNOWN_PLACE = re.compile(r"Q[1-9]\d*|[A-Z]{3}(?:-[A-Z]{2,4})?(?::(?!.*:).+)?")
"""A Wikidata item, a country, or a city in one: IRQ, IRQ-KRD, IRQ:baghdad."""


def is_register_key(key: str) -> bool:
    """Whether a key is one of the register's (a Wikidata item), which names one person in every script."""
    return _REGISTER_KEY.fullmatch(key) is not None


def is_known_place(key: str) -> bool:
    """Whether a key is that of a place of the register, a country or a city, and was not made from its spelling."""
    return _KNOWN_PLACE.fullmatch(key) is not None


def same_key(a: Named, b: Named) -> float:
    """Compare two persons by their keys alone: the test that `Record` uses unless it is given a better one.

    Keys that were made from spellings tell two persons apart only where the spellings are of one language and have
    little in common: one may be written in two ways, or be a surname.
    """
    if a.key == b.key:
        return 1.0
    if is_register_key(a.key) and is_register_key(b.key):
        return 0.0
    of_one_language = bool(a.names.keys() & b.names.keys())
    return 0.1 if of_one_language and fuzz.token_set_ratio(a.key, b.key, processor=_words) < _RELATED else 0.5


def _words(key: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", key.casefold()))


def by_key(person: Named) -> Iterable[str]:
    """Look a person up by the key alone: what goes with `same_key`."""
    return (person.key,)


class Matching(ABC, Generic[F]):
    """What merging has to know of one kind of entry.

    A *node* is what merging puts together: one entry of one document, or, where ``shared``, all entries that
    nothing but their documents tells apart.

    Attributes:
        kind: Its name in the tables.
        letter: What its public ids begin with.
        shared: Whether a node may stand for entries of several documents.
        threshold: From which likeness on two nodes are linked.
        doubt: From which likeness on, below that, a reviewer is asked.
    """

    kind: ClassVar[str]
    letter: ClassVar[str]
    shared: ClassVar[bool] = False
    threshold: ClassVar[float] = 0.5
    doubt: ClassVar[float] = 0.45
    facts_type: type[F]

    @abstractmethod
    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, F]]:
        """Every entry of this kind in a reading, in its order, with its facts."""

    def node_key(self, facts: F, document_id: str, local_id: str) -> str:
        """The name of the node that an entry belongs to."""
        return f"{document_id}#{local_id}"

    @abstractmethod
    def offers(self, facts: F) -> set[str]:
        """The keys under which a node is found."""

    def wants(self, facts: F) -> set[str]:
        """The keys under which what may be the same is found.

        If ``wants(a)`` meets ``offers(b)`` then ``wants(b)`` meets ``offers(a)``: who is compared with whom must not
        depend on which was there first.
        """
        return self.offers(facts)

    @abstractmethod
    def likeness(self, a: F, b: F) -> float:
        """How likely two nodes are the same, from 0 to 1; symmetric."""

    def signature(self, facts: F) -> Hashable:
        """The facts by which nodes can contradict each other, in short."""
        return None

    def same_identity(self, a: F, b: F) -> bool:
        """Whether a reading that has both has itself said that they are one."""
        return False

    def contradict(self, a: Hashable, b: Hashable) -> bool:
        """Whether two nodes of these signatures can never be one entry, whatever links them; symmetric."""
        return False


class ActorMatching(Matching[ActorFacts]):
    """Actors: parties and bodies by their key, persons also by their party, and by their names where keys differ."""

    kind = "actor"
    letter = "A"
    shared = True
    threshold = SAME
    doubt = 0.65
    facts_type = ActorFacts

    def __init__(self, same_person: SamePerson = same_key, person_keys: PersonKeys = by_key) -> None:
        self._same_person = same_person
        self._person_keys = person_keys

    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, ActorFacts]]:
        """See `Matching.entries`. The party of a body is left to the claims: its key is enough."""
        found: list[tuple[Entry, ActorFacts]] = []
        for actor in reading.actors:
            taken = facts.actor(actor)
            found.append((actor, taken if taken.kind == "person" else ActorFacts(kind=taken.kind, key=taken.key)))
        return found

    def node_key(self, facts: ActorFacts, document_id: str, local_id: str) -> str:
        """One node for each spelling of each person, one for each body and party."""
        if facts.kind != "person":
            return f"{facts.kind}:{facts.key}"
        spelling = hashlib.sha256(facts.model_dump_json().encode()).hexdigest()[:16]
        return f"person:{facts.key}:{facts.party or ''}:{spelling}"

    def offers(self, facts: ActorFacts) -> set[str]:
        """Persons only: bodies and parties of one key are one node already."""
        if facts.kind != "person":
            return set()
        return {f"A:{key}" for key in (facts.key, *self._person_keys(facts))}

    def likeness(self, a: ActorFacts, b: ActorFacts) -> float:
        """How likely two spellings are one person's."""
        if a.kind != "person" or b.kind != "person" or self.contradict(self.signature(a), self.signature(b)):
            return 0.0
        likeness = 1.0 if a.key == b.key else self._same_person(a, b)
        if a.party == b.party or (a.key == b.key and is_register_key(a.key)):
            return likeness
        # A party that is not named is weaker evidence than the same party.
        return likeness * 0.95

    def signature(self, facts: ActorFacts) -> Hashable:
        """Key in the register, and party."""
        return (facts.key if is_register_key(facts.key) else None, facts.party)

    def same_identity(self, a: ActorFacts, b: ActorFacts) -> bool:
        """One key: two spellings of one person in one document."""
        return a.key == b.key

    def contradict(self, a: Hashable, b: Hashable) -> bool:
        """Two keys of the register, or two parties where the register does not know both."""
        assert isinstance(a, tuple) and isinstance(b, tuple)
        if a[0] and b[0]:
            return bool(a[0] != b[0])
        return bool(a[1] and b[1] and a[1] != b[1])


K = TypeVar("K", PlaceFacts, AgreementFacts)


class KeyedMatching(Matching[K]):
    """Entries that only their key tells apart: those of one key are one node already."""

    shared = True

    def node_key(self, facts: K, document_id: str, local_id: str) -> str:
        """The key itself."""
        return facts.key

    def offers(self, facts: K) -> set[str]:
        """Nothing: what has one key is one node already."""
        return set()

    def likeness(self, a: K, b: K) -> float:
        """One for the same key."""
        return float(a.key == b.key)


class PlaceMatching(KeyedMatching[PlaceFacts]):
    """Places, by their key."""

    kind = "place"
    letter = "P"
    facts_type = PlaceFacts

    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, PlaceFacts]]:
        """See `Matching.entries`."""
        return [(place, PlaceFacts(key=place.key)) for place in reading.places]


class AgreementMatching(KeyedMatching[AgreementFacts]):
    """Agreements, by their key."""

    kind = "agreement"
    letter = "G"
    facts_type = AgreementFacts

    def entries(self, reading: Reading, facts: FactsOfReading) -> list[tuple[Entry, AgreementFacts]]:
        """See `Matching.entries`."""
        return [(agreement, AgreementFacts(key=agreement.key)) for agreement in reading.agreements]
