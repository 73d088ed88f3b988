"""Documents as they come in a long process, made up by a seeded random generator: readings with their bytes.

Rounds follow each other over years. Each is told by one to six documents; parties, persons, places, kinds and
undertakings are drawn from lists, so that most pairs of documents share a party and few share a meeting. No text is a
copy of another one.
"""

from __future__ import annotations

import datetime
import hashlib
import random
from collections.abc import Iterator
from typing import Any

from peyman.model import Actor, Commitment, Document, Meeting, Participant, Place, Reader, Reading, Span, Statement

_PARTIES = [
    *("IRN", "IRQ", "USA", "TUR", "SYR", "JOR", "SAU", "EGY", "QAT", "OMN", "RUS", "UKR", "FRA"),
    *("DEU", "GBR", "ISR", "LBN", "PSE", "SDN", "YEM", "ARE", "KWT", "BHR", "PAK", "AFG"),
]
_CITIES = [(f"Q{900 + number}", f"City {number}", party) for number, party in enumerate(_PARTIES)]
_KINDS = ["consultation", "meeting", "talks", "visit", "negotiation-round", "signing", "committee"]
_CLASSES = ["consult", "cooperate", "support", "aid", "withdraw", "refrain", "implement", "release", "pay"]
_FILLER = [
    *("delegations", "files", "table", "experts", "prepared", "borders", "trade", "water", "power", "schools"),
    *("roads", "visas", "customs", "ports", "airlines", "prisoners", "refugees", "ceasefire", "oil", "gas"),
    *("exports", "banks", "debts", "courts", "treaties", "annexes", "maps", "dams", "farms", "fisheries"),
    *(
        "hospitals",
        "students",
        "monuments",
        "languages",
        "archives",
        "satellites",
        "patrols",
        "crossings",
        "inspectors",
        "observers",
    ),
    *("convoys"),
]


def generate(number: int, seed: int = 1) -> Iterator[tuple[Reading, bytes]]:
    """Yield documents; the first ones are the same however many are asked for."""
    chance = random.Random(seed)
    day, made = datetime.date(1990, 1, 1), 0
    while made < number:
        day += datetime.timedelta(days=chance.choice((0, 0, 0, 1)))
        parties = sorted(chance.sample(_PARTIES, chance.choice((2, 2, 2, 3))))
        people = [(f"envoy-{p}-{n}", f"Envoy {n} Of{p.title()}", p) for p in parties for n in (chance.randrange(40),)]
        city, kind = chance.choice(_CITIES), chance.choice(_KINDS)
        undertaking = (chance.choice(_CLASSES), chance.choice(parties))
        for account in range(min(chance.choice((1, 1, 2, 3, 6)), number - made)):
            yield _document(chance, made, account, day, parties, people, city, kind, undertaking)
            made += 1


def _document(
    chance: random.Random,
    number: int,
    account: int,
    day: datetime.date,
    parties: list[str],
    people: list[tuple[str, str, str]],
    city: tuple[str, str, str],
    kind: str,
    undertaking: tuple[str, str],
) -> tuple[Reading, bytes]:
    talked = (" ".join(chance.choices(_FILLER, k=12)) for _ in range(chance.randrange(4, 12)))
    text = f"Report {number} of account {account}.\n" + "".join(f"They spoke of {each}. " for each in talked)

    def said(words: str) -> Span:
        nonlocal text
        start = len(text)
        text += words + "\n"
        return (start, start + len(words))

    actors: list[Any] = []
    for key in parties:
        span = said(f"The delegation of {key} was there.")
        actors.append(Actor(id=f"a{len(actors)}", kind="party", name=key, key=key, evidence=[span], mentions=[span]))
    for key, name, party in people:
        span = said(f"{name} spoke for {party}.")
        actors.append(
            Actor(
                id=f"a{len(actors)}", kind="person", name=name, key=key, party=party, evidence=[span], mentions=[span]
            )
        )
    place = Place(id="p0", name=city[1], key=city[0], country=city[2], evidence=[said(f"In {city[1]}.")])
    issuer = actors[0]
    statement = Statement(
        id="s0",
        kind="statement",
        issuers=[issuer.id],
        parties=[parties[0]],
        date=day.isoformat(),
        evidence=[said("Stated.")],
    )
    meeting = Meeting.model_validate(
        {
            "id": "m0",
            "kind": kind,
            "status": "held",
            "date": day.isoformat(),
            "place": place.id,
            "parties": parties,
            "participants": [Participant(actor=a.id, party=a.party) for a in actors if a.kind == "person"],
            "evidence": [said(f"{' and '.join(parties)} met on {day}.")],
            "said_in": ["s0"],
        }
    )
    action = said(f"{undertaking[1]} will {undertaking[0]} what was agreed.")
    commitment = Commitment.model_validate(
        {
            "id": "c0",
            "by": [undertaking[1]],
            "class": undertaking[0],
            "action": action,
            "strength": "will",
            "window": f"{day}/{day + datetime.timedelta(days=90)}",
            "evidence": [action],
            "said_in": ["s0"],
        }
    )
    original = text.encode()
    document = Document(
        id=hashlib.sha256(original).hexdigest(),
        source=f"report-{number}.txt",
        publisher=f"Publisher {account}",
        published=(day + datetime.timedelta(days=1)).isoformat(),
        published_from="given",
        language="en",
        title=f"Report {number}",
        text=text,
        repaired=text,
    )
    reading = Reading(
        document=document,
        actors=actors,
        places=[place],
        statements=[statement],
        meetings=[meeting],
        commitments=[commitment],
        reader=Reader(version="0", languages=["en"]),
    )
    return reading, original
