"""Which persons of two documents are one, in any script: what the record asks of `peyman.actors.matching.match`."""

from __future__ import annotations

from collections.abc import Iterable

from peyman.actors.matching import name_index
from peyman.actors.matching.match import person_key, same_person
from peyman.record.merging.facts import Named
from peyman.record.merging.matching import is_register_key

#: What a comparison gives that can tell neither sameness nor difference.
UNDECIDED = 0.5


def same_name(a: Named, b: Named) -> float:
    """Compare two persons by how their names sound, whatever the script.

    Equal keys are one person and two different keys of the register are two. A name of one word decides nothing: many
    share a surname. Persons of different parties are not taken for one on the strength of their names.

    Args:
        a: One person.
        b: The other.

    Returns:
        Likelihood from 0 to 1; symmetric.
    """
    if a.key == b.key:
        return 1.0
    if is_register_key(a.key) and is_register_key(b.key):
        return 0.0
    pairs = [(x, y) for x in _spellings(a) for y in _spellings(b) if len(x.split()) > 1 and len(y.split()) > 1]
    if not pairs:
        return UNDECIDED
    likeness = max(same_person(x, y).value for x, y in pairs)
    if a.party and b.party and a.party != b.party:
        return min(likeness, UNDECIDED)
    return likeness


def name_keys(person: Named) -> Iterable[str]:
    """Return the keys that a person is looked up by.

    They are its own, the consonants of the last word of each name, and the coarse keys of
    `peyman.actors.matching.name_index`, one for each two words of a name: scripts leave out other consonants than one
    another (Whitfield is ويتفيلد).
    """
    yield person.key
    for spelling in _spellings(person):
        last = person_key(spelling).rpartition(":")[2].rpartition("-")[2]
        if last:
            yield f"surname:{last}"
        for key in sorted(name_index.name_keys(spelling)):
            yield f"name:{key}"


def _spellings(person: Named) -> list[str]:
    return sorted({person.name, *person.names.values()})
