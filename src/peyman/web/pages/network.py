"""Who met whom: the parties as a drawing, and as a table for those who do not see it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from peyman.record import Record
from peyman.web.pages.shared import Asked, OpenRecord
from peyman.web.permissions import Action, allow
from peyman.web.rendering import render

router = APIRouter()
#: So many parties are drawn, and so many ties told.
MOST_PARTIES, MOST_TIES = 16, 200
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
def network(request: Request, record: OpenRecord, asked: Asked) -> HTMLResponse:
    """Show which parties met, and how often."""
    found = asked.kept("network", lambda: _network(record))
    at = {node.party: node for node in found.nodes}
    return render(request, "network.html", network=found, at=at, size=SIZE)


def _network(record: Record) -> Network:
    told = Counter(record.lists.party_meetings(MOST_PARTIES))
    ties = record.lists.ties(MOST_TIES)
    most = max((tie.meetings for tie in ties), default=1)
    nodes = tuple(_node(party, number, len(told), told) for number, party in enumerate(told))
    return Network(
        nodes,
        tuple(Tie(t.first, t.second, t.meetings, t.newest, round(1 + 7 * t.meetings / most, 1)) for t in ties),
    )


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
