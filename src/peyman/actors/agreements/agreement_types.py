"""Kinds of agreements, see ``register/agreement_types.toml``, and the English names of those that no table knows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from peyman import languages
from peyman.actors.known import register
from peyman.model import AgreementKind


@dataclass(frozen=True, slots=True)
class AgreementType:
    """A kind of agreement by the word that names it, see ``register/agreement_types.toml``."""

    name: str
    kind: AgreementKind
    label: str
    needs: frozenset[str]


@cache
def agreement_types() -> Mapping[str, AgreementType]:
    """Return the kinds of agreements by name."""
    table = tomllib.loads((register.FOLDER / "agreement_types.toml").read_text("utf-8"))
    return {
        name: AgreementType(name, row["kind"], row["label"], frozenset(row["needs"])) for name, row in table.items()
    }


@cache
def _topics() -> Mapping[str, str]:
    """English words for the topics of agreements."""
    table: Mapping[str, Sequence[str]] = languages.load("en").table("agreements").get("topics", {})
    return {key: forms[0] for key, forms in table.items()}


def label(
    kind: AgreementType, topics: Sequence[str], parties: Sequence[str], places: Sequence[str], number: str | None = None
) -> str:
    """Return the English name of an agreement: "Jordan-Syria water agreement", "resolution 2254".

    Args:
        kind: What kind of agreement it is.
        topics: Keys of what it is about.
        parties: Keys of its parties.
        places: Keys of places in its name.
        number: Its number, for resolutions.
    """
    if number:
        return f"UN Security Council Resolution {number}" if "UNSC" in places else f"Resolution {number}"
    words = [_topics().get(topic, "") for topic in topics]
    named = [register.display_names("place", key).get("en", "") for key in places]
    parts = ["-".join(register.party_name(key) for key in parties), *named, *words, kind.label]
    name = " ".join(part for part in parts if part)
    return name[:1].upper() + name[1:]
