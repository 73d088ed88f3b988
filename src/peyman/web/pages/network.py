"""Who met whom: the parties as a drawing, and as a table for those who do not see it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from peyman.record import Record
from peyman.web.pages.shared import OpenRecord, remembered_of
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()
#: So many of the newest meetings are counted, and so many parties drawn.
MOST_MEETINGS, MOST_PARTIES = 2000, 16
SIZE, RADIUS = 560.0, 200.0


@dataclass(frozen=True, slots=True)
class Node:
    """A party in the drawing: where it is, in how many meetings, and where its name goes."""

    party: str
    meetings: int
    x: float
    y: float
    r: float
    anchor: str
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two parties that met: how often, and the newest of these meetings."""

    first: str
    second: str
    meetings: int
    newest: str
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """Parties and their ties, the strongest first."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


@router.get("/network", dependencies=[allow(Action.READ)])
def network(request: Request, record: OpenRecord) -> HTMLResponse:
    """Show which parties met, and how often."""
    found = remembered_of(request).get(record, "network", lambda: _network(record))
    at = {node.party: node for node in found.nodes}
    return render(request, "network.html", network=found, at=at, size=SIZE)


def _network(record: Record) -> Network:
    told = Counter[str]()
    tied = Counter[tuple[str, str]]()
    newest: dict[tuple[str, str], str] = {}
    for meeting in record.meetings(limit=MOST_MEETINGS, newest_first=True):
        if "cancelled" in meeting.status or "denied" in meeting.status:
            continue
        parties = sorted(set(meeting.parties))
        told.update(parties)
        for pair in combinations(parties, 2):
            tied[pair] += 1
            newest.setdefault(pair, meeting.id)
    parties = [party for party, _ in told.most_common(MOST_PARTIES)]
    most = max(tied.values(), default=1)
    nodes = tuple(_node(party, number, len(parties), told) for number, party in enumerate(parties))
    ties = tuple(
        Tie(*pair, count, newest[pair], round(1 + 7 * count / most, 1)) for pair, count in tied.most_common(200)
    )
    return Network(nodes, ties)


def _node(party: str, number: int, count: int, told: Counter[str]) -> Node:
    angle = 2 * math.pi * number / max(1, count) - math.pi / 2
    across, down = math.cos(angle), math.sin(angle)
    size = 7 + 11 * math.sqrt(told[party] / max(told.values()))
    middle = SIZE / 2
    anchor = "middle" if abs(across) < 0.3 else "start" if across > 0 else "end"
    beyond = RADIUS + size + 10
    return Node(
        party,
        told[party],
        round(middle + RADIUS * across, 1),
        round(middle + RADIUS * down, 1),
        round(size, 1),
        anchor,
        round(middle + beyond * across, 1),
        round(middle + beyond * down + 4, 1),
    )
