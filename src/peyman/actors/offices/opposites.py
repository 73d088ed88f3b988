"""Who is named as somebody's opposite number, and who as whoever somebody meets.

"The minister met his Omani counterpart": the one who is named so is not of the party that the text speaks from, and
not of that of whoever is named before. The words for both stand in ``people.toml`` of each language (``counterparts``,
``facing``).
"""

from __future__ import annotations

from peyman.actors.known.titles import vocabulary
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

#: The word for an opposite number stands at most so many tokens before the name of a person: his office is between.
_BEFORE_PERSON = 6
#: It stands right beside the name of a party: "his *Omani* counterpart", "نظیر *عمانی*".
_BEFORE_PARTY = 1
#: Between "with" and the name of whoever is met his office stands, at most so many tokens.
_OFFICE = 12


class Opposites:
    """Tells of names in one text whether they are those of opposite numbers, or of whoever is met.

    Args:
        text: The text.
    """

    def __init__(self, text: AnalysedText) -> None:
        self._text = text
        self._words = vocabulary(text.language)

    def is_counterpart(self, first: int) -> bool:
        """Whether a person is somebody's opposite number: "his Omani *counterpart* Badr".

        A word right behind the name does not say so: «استقبل فلان *نظيره* العماني» makes the other one the counterpart.

        Args:
            first: Where the name begins.
        """
        return self._is_told(max(0, first - _BEFORE_PERSON), first)

    def is_party_of_counterpart(self, first: int, last: int) -> bool:
        """Whether a party is named for an opposite number alone: "his *Omani* counterpart".

        Args:
            first: Where its name begins.
            last: Where it ends.
        """
        behind = self._text.tokens[last : last + 1]
        # Behind, as it is written: not "A *and his counterpart*", an "and" written to the word.
        if any(token.fold in self._words.counterparts for token in behind):
            return True
        return self._is_told(max(0, first - _BEFORE_PARTY), last)

    def _is_told(self, first: int, last: int) -> bool:
        tokens = self._text.tokens[first:last]
        return any(self._words.is_among(token.fold, self._words.counterparts) for token in tokens)

    def is_met(self, first: int, last: int, floor: int) -> bool:
        """Whether "with", or a verb that says whom somebody met, stands before a name and its office.

        Args:
            first: Where the name begins.
            last: Where it ends.
            floor: Where its sentence begins.
        """
        tokens = self._text.tokens
        for at in range(first - 1, max(floor, first - _OFFICE) - 1, -1):
            if self._words.faces(tokens, at, last):
                return True
            if tokens[at].kind is not TokenKind.WORD:
                return False
        return False
