"""Whether two names in one text are one person's: in full, by the surname alone, written in one word or in two."""

from __future__ import annotations

from collections.abc import Callable

from peyman.actors.found_people import FoundPerson
from peyman.actors.match import FILIATION

#: A name of more words may end in two surnames.
MOST_WORDS = 3


def one_persons(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether two names in one text are one person's: equal, or one word of which is the other's last or first.

    Args:
        known: The words of a name that is known, folded.
        words: Those of another.
    """
    if not words or not known:
        return False
    if words == known:
        return True
    if _joined(words, known) or _joined(known, words):
        return True
    if len(words) == 1:
        # Of two surnames the first is the one that is used alone: "José Antonio *Meade* Kuribreña".
        double = known[-2:-1] if len(known) > MOST_WORDS and not FILIATION & set(known) else ()
        return len(words[0]) > 2 and words[0] in (known[-1], known[0], *double)
    if len(known) == 1:
        return len(known[0]) > 2 and known[0] in (words[-1], words[0])
    return words[-1] == known[-1] and (words[0] == known[0] or set(words) <= set(known) or set(known) <= set(words))


def _joined(name: tuple[str, ...], surname: tuple[str, ...]) -> bool:
    """Whether a surname of two words is what another name writes as its last one: "Khatib Zadeh", "Khatibzadeh"."""
    return len(surname) == 2 and len(name) <= 2 and len(surname[1]) > 2 and "".join(surname) == name[-1]


def enter(
    people: list[FoundPerson],
    name: tuple[int, int],
    confidence: float,
    words_of: Callable[[int, int], tuple[str, ...]],
) -> None:
    """Add a mention of somebody to the people of a text: to one who is called so already, else as one more.

    Args:
        people: Those found before.
        name: Where the name stands.
        confidence: How sure it is that it is one.
        words_of: Returns the folded words of a name by where it stands.
    """
    words = words_of(*name)
    for person in people:
        known = words_of(*person.name)
        if one_persons(known, words):
            person.mentions.append(name)
            if len(words) > len(known):
                person.name = name
            person.confidence = max(person.confidence, confidence)
            return
    people.append(FoundPerson(name, mentions=[name], confidence=confidence))
