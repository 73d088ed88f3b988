"""Documents in five languages in any number, composed of the words of real ones by a seeded random generator.

The words of a text follow each other as in the documents that are given (each is drawn from those that follow the one
before it there), so that common words are common, rare ones rare, and no two texts are copies. Into them go names: the
people, places and agreements of the documents, more people with names put together of given names and surnames, as a
process of many years has them, and parties. What a reading says of a text is what was put into it, with its spans: no
reader is needed, and what is measured is not held up by one.

Encounters follow each other over the years. Each is told by one to four documents, often in several languages; seven
documents of ten tell of none, and name parties and people only.
"""

from __future__ import annotations

import datetime
import hashlib
import itertools
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from peyman.errors import LanguageError
from peyman.model import Actor, Commitment, Document, Meeting, Participant, Place, Reader, Reading, Span, Statement
from peyman.reading.reader import read_document
from peyman.sources import SourceDocument, load

_FIRST = datetime.date(2005, 1, 3)
_KINDS = ("consultation", "meeting", "talks", "visit", "negotiation-round", "call", "committee")
_CLASSES = ("consult", "cooperate", "support", "aid", "withdraw", "refrain", "implement", "release", "pay")
#: People with names put together, in all and in each language.
_MADE_PEOPLE = 4000
#: Share of the groups of documents that tell of an encounter.
_SHARE_OF_ENCOUNTERS = 0.3
#: Sentences in a document, and words in one.
_SENTENCES, _WORDS = (3, 7), (8, 24)


def read(folders: Iterable[str]) -> Iterator[tuple[SourceDocument, Reading]]:
    """Yield the documents of some folders with their readings; what cannot be read is left out."""
    for source in load(folders):
        if isinstance(source, SourceDocument):
            with suppress(LanguageError):
                yield source, read_document(source)


class _Language:
    """The words and names of one language."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.starts: list[str] = []
        self.following: dict[str, list[str]] = defaultdict(list)
        self.people: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.parties: dict[str, str] = {}

    def learn(self, reading: Reading) -> None:
        for line in reading.document.text.split("\n"):
            words = line.split()
            if len(words) > 5:
                self.starts.append(words[0])
                for word, after in itertools.pairwise(words):
                    self.following[word].append(after)
        for actor in reading.actors:
            if actor.kind == "person" and " " in actor.name:
                self.people.setdefault(actor.key, actor)
            elif actor.kind == "party" and self.code in actor.names:
                self.parties.setdefault(actor.key, actor.names[self.code])
        for place in reading.places:
            self.places.setdefault(place.key, place)

    def make_people(self, chance: random.Random) -> None:
        """Add people whose names are put together of given names, surnames and middle parts of others."""
        names = sorted({actor.name for actor in self.people.values()})
        first = sorted({name.split()[0] for name in names})
        last = sorted({name.split()[-1] for name in names})
        parties = sorted(self.parties)
        for number in range(_MADE_PEOPLE):
            halves = chance.choice(last), chance.choice(last)
            surname = halves[0][: (len(halves[0]) + 1) // 2] + halves[1][len(halves[1]) // 2 :].lower()
            name = f"{chance.choice(first)} {surname}"
            key = f"{self.code}-{number}"
            self.people[key] = Actor(
                id="a", kind="person", name=name, key=key, party=chance.choice(parties), evidence=[(0, 1)]
            )

    def sentence(self, chance: random.Random) -> list[str]:
        word = chance.choice(self.starts)
        words = [word]
        for _ in range(chance.randint(*_WORDS)):
            word = chance.choice(self.following.get(word) or self.starts)
            words.append(word)
        return words


class Composer:
    """Composes documents.

    Args:
        folders: Where the documents are whose words are used.
    """

    def __init__(self, folders: Iterable[str]) -> None:
        self._languages: dict[str, _Language] = {}
        for _, reading in read(folders):
            code = reading.document.language
            self._languages.setdefault(code, _Language(code)).learn(reading)
        chance = random.Random(3)
        for language in self._languages.values():
            language.make_people(chance)

    def compose(self, number: int, seed: int = 1) -> Iterator[tuple[Reading, bytes]]:
        """Yield so many documents; the first ones are the same however many are asked for, but for their days."""
        chance = random.Random(seed)
        codes = sorted(self._languages)
        shared = sorted(set.intersection(*(set(each.parties) for each in self._languages.values())))
        weights = [1 / (rank + 2) for rank in range(len(shared))]
        made = 0
        while made < number:
            day = _FIRST + datetime.timedelta(days=made * 7300 // max(number, 1))
            parties = sorted({*chance.choices(shared, weights, k=3)})
            if len(parties) < 2:
                parties = [*parties, next(each for each in shared if each not in parties)]
            kind, city = chance.choice(_KINDS), chance.random()
            undertaking = (chance.choice(_CLASSES), chance.choice(parties)) if chance.random() < 0.5 else None
            met = chance.random() < _SHARE_OF_ENCOUNTERS
            told = chance.sample(codes, min(len(codes), chance.choice((1, 1, 2, 4)), number - made))
            for code in told:
                language = self._languages[code]
                if met:
                    yield _report(chance, made, day, language, parties, kind, city, undertaking)
                else:
                    yield _news(chance, made, day, language, parties)
                made += 1


class _Text:
    """A text that grows."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def put(self, words: str) -> Span:
        """Add words, and return where they stand."""
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        return (start, self._length)

    def name(self, chance: random.Random, language: _Language, names: Iterable[str]) -> dict[str, Span]:
        """Add a sentence with names in it, and return where each stands."""
        found = {}
        for name in names:
            self.put(" ".join(language.sentence(chance)[: chance.randint(1, 4)]) + " ")
            found[name] = self.put(name)
            self.put(" ")
        self.put("\n")
        return found

    def __str__(self) -> str:
        return "".join(self._pieces)


def _news(
    chance: random.Random, number: int, day: datetime.date, language: _Language, parties: Sequence[str]
) -> tuple[Reading, bytes]:
    text = _Text()
    title = " ".join(language.sentence(chance)[:9])
    text.put(title + "\n")
    people = [language.people[key] for key in chance.sample(sorted(language.people), chance.randint(0, 1))]
    mentions = text.name(chance, language, [language.parties[parties[0]], *(each.name for each in people)])
    for _ in range(chance.randint(*_SENTENCES)):
        text.put(("\n" if chance.random() < 0.3 else " ") + " ".join(language.sentence(chance)))
    actors = [_actor(0, language.parties[parties[0]], parties[0], mentions)]
    actors += [_person(1, each, mentions) for each in people]
    return _reading(chance, number, day, language, title, str(text), actors=actors)


def _report(
    chance: random.Random,
    number: int,
    day: datetime.date,
    language: _Language,
    parties: Sequence[str],
    kind: str,
    city: float,
    undertaking: tuple[str, str] | None,
) -> tuple[Reading, bytes]:
    text = _Text()
    people = [language.people[key] for key in chance.sample(sorted(language.people), chance.randint(1, 2))]
    places = sorted(language.places)
    place = language.places[places[int(city * len(places))]]
    title = " ".join(language.sentence(chance)[:9])
    start = text.put(title + "\n")[1]
    names = [*(language.parties[key] for key in parties), *(each.name for each in people), place.name, str(day)]
    mentions = text.name(chance, language, names)
    told = (start, len(str(text)) - 1)
    action = text.put(" ".join(language.sentence(chance)))
    for _ in range(chance.randint(*_SENTENCES)):
        text.put(("\n" if chance.random() < 0.3 else " ") + " ".join(language.sentence(chance)))
    actors = [
        *(_actor(n, language.parties[key], key, mentions) for n, key in enumerate(parties)),
        *(_person(len(parties) + n, each, mentions) for n, each in enumerate(people)),
    ]
    where = place.model_copy(
        update={"id": "p0", "evidence": [mentions[place.name]], "mentions": [mentions[place.name]]}
    )
    statement = Statement(
        id="s0", kind="statement", issuers=["a0"], parties=[parties[0]], date=day.isoformat(), evidence=[told]
    )
    meeting = Meeting.model_validate(
        {
            "id": "m0",
            "kind": kind,
            "status": "held",
            "date": day.isoformat(),
            "place": "p0",
            "parties": list(parties),
            "participants": [Participant(actor=each.id, party=each.party) for each in actors if each.kind == "person"],
            "evidence": [told],
            "said_in": ["s0"],
        }
    )
    commitments: list[Any] = []
    if undertaking is not None:
        window = f"{day}/{day + datetime.timedelta(days=90)}"
        entry = {"id": "c0", "by": [undertaking[1]], "class": undertaking[0], "action": action, "strength": "will"}
        commitments.append(Commitment.model_validate({**entry, "window": window, "evidence": [action]}))
    return _reading(
        chance, number, day, language, title, str(text),
        actors=actors, places=[where], statements=[statement], meetings=[meeting], commitments=commitments,
    )  # fmt: skip


def _reading(
    chance: random.Random,
    number: int,
    day: datetime.date,
    language: _Language,
    title: str,
    text: str,
    **entries: list[Any],
) -> tuple[Reading, bytes]:
    original = text.encode()
    document = Document(
        id=hashlib.sha256(original).hexdigest(),
        source=f"composed-{number}.txt",
        publisher=f"Publisher {language.code} {number % 40}",
        published=(day + datetime.timedelta(days=chance.choice((0, 0, 1)))).isoformat(),
        published_from="given",
        language=language.code,
        title=title,
        text=text,
        repaired=text,
    )
    return Reading(document=document, reader=Reader(version="0", languages=[language.code]), **entries), original


def _actor(number: int, name: str, key: str, mentions: dict[str, Span]) -> Actor:
    return Actor(
        id=f"a{number}", kind="party", name=name, key=key, party=key, evidence=[mentions[name]],
        mentions=[mentions[name]],
    )  # fmt: skip


def _person(number: int, person: Actor, mentions: dict[str, Span]) -> Actor:
    span = mentions[person.name]
    return person.model_copy(update={"id": f"a{number}", "roles": [], "evidence": [span], "mentions": [span]})
