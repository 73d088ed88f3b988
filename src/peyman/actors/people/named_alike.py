"""Whether two names in one text are one person's: in full, by the surname alone, written in one word or in two."""

from __future__ import annotations

from collections.abc import Callable

from peyman.actors.matching.match import FILIATION
from peyman.actors.offices.found_people import FoundPerson

#: What tells bearers of one name apart, and is left out where they are named in short: "Abdullah *II*", "Austin *III*".
_NUMBERED = frozenset(
    ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "jr", "sr")
)
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
    if _is_numbered(words) and _is_numbered(known) and words[-1] != known[-1]:
        return False
    words, known = unnumbered(words), unnumbered(known)
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


def _is_numbered(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[-1] in _NUMBERED


def unnumbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without what tells its bearer from others called so: a king's number, a son's."""
    return words[:-1] if _is_numbered(words) else words


def _joined(name: tuple[str, ...], surname: tuple[str, ...]) -> bool:
    """Whether a surname of two words is what another name writes as its last one: "Khatib Zadeh", "Khatibzadeh"."""
    return len(surname) == 2 and len(name) <= 2 and len(surname[1]) > 2 and "".join(surname) == name[-1]


class Namesakes:
    """Puts names that are one person's together; by the words that they can share, since a text may hold very many.

    Args:
        words_of: Returns the folded words of a name by where it stands.
    """

    def __init__(self, words_of: Callable[[int, int], tuple[str, ...]]) -> None:
        self.people: list[FoundPerson] = []
        self._words_of = words_of
        self._words: list[tuple[str, ...]] = []
        self._called: dict[str, list[int]] = {}  # by the words by which a full name is told again
        self._alone: dict[str, list[int]] = {}  # names of one word
        self._inside: dict[str, list[int]] = {}  # full names by the words that may stand for them alone

    def enter(self, name: tuple[int, int], confidence: float) -> None:
        """Add a mention of somebody: to the first who is called so already, else as one more.

        Args:
            name: Where the name stands.
            confidence: How sure it is that it is one.
        """
        words = self._words_of(*name)
        for number in self._like(unnumbered(words)):
            if one_persons(self._words[number], words):
                person = self.people[number]
                person.mentions.append(name)
                if len(words) > len(self._words[number]):
                    person.name = name
                    self._index(number, words)
                person.confidence = max(person.confidence, confidence)
                return
        self.people.append(FoundPerson(name, mentions=[name], confidence=confidence))
        self._words.append(())
        self._index(len(self.people) - 1, words)

    def _like(self, words: tuple[str, ...]) -> list[int]:
        """Whoever has a word in common by which two names may be one person's, in the order of the text."""
        found = {number for word in _calling(words) for number in self._called.get(word, ())}
        for word in words[:1]:
            found.update(self._alone.get(word, ()))
            found.update(self._inside.get(word, ()) if len(words) == 1 else ())
        return sorted(found)

    def _index(self, number: int, words: tuple[str, ...]) -> None:
        self._words[number] = words
        words = unnumbered(words)
        for word in _calling(words):
            self._called.setdefault(word, []).append(number)
        if len(words) == 1:
            self._alone.setdefault(words[0], []).append(number)
        for word in {*words[:1], *words[-2:-1]}:
            self._inside.setdefault(word, []).append(number)


def _calling(words: tuple[str, ...]) -> set[str]:
    """The last word of a name, and both of two as one word: "Khatib Zadeh" may be "Khatibzadeh"."""
    return {*words[-1:], *(["".join(words)] if len(words) == 2 else ())}
