"""Of what kind of party an office is, whatever else stands near: a state has ministers and mayors, a party a politburo.

"The Minister of Economy" whom a mission of the IMF met is no minister of the IMF; "the federal minister" is none of a
region's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from peyman.actors.known import register
from peyman.actors.known.register import affixes
from peyman.actors.offices.found_people import FoundPerson
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Lexicon, Phrase

#: Kinds of bodies that hold land, and name ministers and governors.
_RULING = frozenset({"movement"})
#: Kinds of bodies that have a political bureau and a central committee.
_POLITICAL = frozenset({"political-party", "movement"})


def kinds_of(text: AnalysedText, person: FoundPerson) -> set[str]:
    """Return what the offices of a person say of their party: ``state``, ``party``, ``federal``.

    Args:
        text: The text.
        person: Somebody whom it names.
    """
    words = _words(text.language)
    found = (m.value for role in person.roles for m in words.find(text.tokens, role.first, role.last))
    return set(found)


def fitting(parties: Iterable[str], kinds: set[str]) -> list[str]:
    """Return those of some parties that can have the offices of certain kinds.

    Args:
        parties: Keys of parties.
        kinds: What `kinds_of` says of the offices.
    """
    if kinds >= {"state", "party"}:
        return list(parties)
    if "state" in kinds:
        return [party for party in parties if party in register.parties() or _is_kind(party, _RULING)]
    if "party" in kinds:
        own = [party for party in parties if _is_kind(party, _POLITICAL)]
        return own or list(parties)
    return list(parties)


def is_state(party: str | None) -> bool:
    """Whether a party is a state, or a region of one.

    Args:
        party: Key of a party, or None.
    """
    return party is not None and party in register.parties()


def _is_kind(party: str, kinds: frozenset[str]) -> bool:
    known = register.bodies().get(party)
    return known is not None and known.kind in kinds


@cache
def _words(language: Language) -> Lexicon:
    table = language.table("people")
    kinds = table.get("office_kinds", {})
    return Lexicon(
        (Phrase(form, "office", kind) for kind, forms in kinds.items() for form in forms),
        affixes(table.get("affixes", {})),
    )
