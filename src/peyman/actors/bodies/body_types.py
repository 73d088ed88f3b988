"""Kinds of bodies that are composed from words, see ``register/body_types.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from peyman.actors.known import register


@dataclass(frozen=True, slots=True)
class BodyType:
    """How a kind of body is completed, see ``register/body_types.toml``."""

    name: str
    label: str
    needs: frozenset[str]
    possessor: str
    joint: bool = False
    same_as: tuple[str, ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    of_state: frozenset[str] = frozenset()
    owned: bool = False


@cache
def body_types() -> Mapping[str, BodyType]:
    """Return the kinds of composed bodies by name."""
    table = tomllib.loads((register.FOLDER / "body_types.toml").read_text("utf-8"))
    return {
        name: BodyType(
            name,
            row["label"],
            frozenset(row["needs"]),
            row["possessor"],
            row.get("joint", False),
            tuple(row.get("same_as", ())),
            row.get("owners", {}),
            frozenset(row.get("of_state", ())),
            row.get("owned", False),
        )
        for name, row in table.items()
    }
