"""Which of several bodies or places that are called alike a text means: the one of the state that it speaks of.

Parties of Türkiye and of Morocco are called "Justice and Development" in Arabic, and a city of Syria is called like one
of Morocco.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from peyman.actors.known import register
from peyman.actors.known.register import Known, state_of
from peyman.actors.places.homes import home_of

Name = tuple[int, int, Known]

#: Kinds of names of which several may be alike.
_KINDS = frozenset({"body", "place"})


def of_states_named(names: Sequence[Name], home: str | None) -> list[Name]:
    """Leave out the bodies and places that are called like one of a state that more names are of.

    Args:
        names: Token ranges of known names with what they stand for.
        home: Party of the publisher, where known.

    Returns:
        The names; where none of the states in question is named, all that are called alike, as the tables list them.
    """
    by_range: dict[tuple[int, int, str], list[Known]] = {}
    for first, last, known in names:
        if known.category in _KINDS:
            by_range.setdefault((first, last, known.category), []).append(known)
    alike = {place: meanings for place, meanings in by_range.items() if len(meanings) > 1}
    if not alike:
        return list(names)
    told = (known for first, last, known in names if (first, last, known.category) not in alike)
    named = Counter(state for known in told if (state := _state(known)) is not None)
    if home is not None:
        named[state_of(home)] += 1
    left: set[Name] = set()
    for (first, last, _), meanings in alike.items():
        counts = {known: named[_state(known) or ""] for known in meanings}
        most = max(counts.values())
        left |= {(first, last, known) for known, count in counts.items() if count < most}
    return [name for name in names if name not in left]


def _state(known: Known) -> str | None:
    """The state that a name is of, or that its bearer acts for."""
    if known.category in ("party", "adjective"):
        return state_of(known.key)
    if known.category == "place":
        return register.places()[known.key].country
    facts = register.bodies().get(known.key)
    country, party = (facts.country, facts.party) if facts is not None else (None, register.people().get(known.key))
    return country or (home_of(party) or party if party else None)
