"""Well-known people by the sounds of their names, whatever the script.

The sounds of the names that come with Peyman stand in ``register/people.tsv``, where ``training/register.py`` writes
them: told from the letters at every start they would cost more than all the rest of the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from peyman.actors.known.own_register import own_entries
from peyman.actors.known.register import FOLDER, rows_of
from peyman.actors.matching.match import FILIATION, person_key, sound

#: A name whose key is shorter than this ("person:" and its consonants) has too few sounds to know anybody by.
FEWEST_SOUNDS = 14
#: A word of a name that is shorter may be a particle.
_SHORTEST_GIVEN = 3
#: A name and the father's, with the word between them.
_WITH_FATHER = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """How one person's names sound.

    Attributes:
        names: The sounds of the full names, see `match.person_key`, without hyphens; none of few sounds.
        given: The consonants of the given names, see `match.sound`.
    """

    names: frozenset[str]
    given: frozenset[str]


def heard(forms: Iterable[str]) -> Heard:
    """Return how the names of one person sound.

    Args:
        forms: The names, in any script; one that is matched as it stands begins with "=".
    """
    names, given = set[str](), set[str]()
    for form in (form.lstrip("=") for form in forms):
        sounds, words = person_key(form), form.split(" ")
        # "Salman bin Hamad" gives no surname, and sounds like everybody who is called Salman Hamad.
        whole = len(words) > 1 and not (len(words) == _WITH_FATHER and words[1].casefold() in FILIATION)
        if whole and len(sounds) >= FEWEST_SOUNDS:
            names.add(sounds.replace("-", ""))
        middle = (word for word in words[1:-1] if len(word) >= _SHORTEST_GIVEN and word not in FILIATION)
        given |= {sound(word).consonants for word in (*words[: len(words) > 1], *middle)}
    return Heard(frozenset(names), frozenset(given - {""}))


@cache
def _heard() -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    """The keys of people by the sounds of their names, and the given names of each."""
    by_sound: dict[str, str] = {}
    given_names: dict[str, frozenset[str]] = {}
    known = [
        (key, Heard(frozenset(n.split()), frozenset(g.split()))) for key, _, n, g in rows_of(FOLDER / "people.tsv")
    ]
    own = [(own.key, heard(form for forms in own.names.values() for form in forms)) for own in own_entries().person]
    for key, sounds in (*known, *own):
        for name in sounds.names:
            by_sound[name] = key if by_sound.get(name, key) == key else ""  # two people's
        given_names[key] = given_names.get(key, frozenset()) | sounds.given
    return {name: key for name, key in by_sound.items() if key}, given_names


def people_by_sound() -> Mapping[str, str]:
    """Return the keys of well-known people by the sounds of their full names, see `match.person_key`, without hyphens.

    Abd al-Ati and Abdelatty are one, wherever words are parted.
    A name that two people of the register share by its sounds stands for neither; nor does one of few sounds.
    """
    return _heard()[0]


def given_names(key: str) -> frozenset[str]:
    """Return the consonants of the given names of a well-known person, in all languages; see `match.sound`."""
    return _heard()[1].get(key, frozenset())
