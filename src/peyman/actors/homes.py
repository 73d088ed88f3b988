"""Which state a party or an armed movement is of: what its adjective says, and no more."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from peyman.actors.register import FOLDER, state_of


def home_of(party: str) -> str | None:
    """Return the state that a party, a movement or a side within a state is of; None for any other.

    Args:
        party: Key of a party: ``HAMAS``.
    """
    state = state_of(party)
    return state if state != party else _homes().get(party)


@cache
def _homes() -> Mapping[str, str]:
    table: Mapping[str, list[str]] = tomllib.loads((FOLDER / "homes.toml").read_text("utf-8"))
    return {party: state for state, parties in table.items() for party in parties}
