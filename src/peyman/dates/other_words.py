"""Words that are written like words of time and are others: the verb "may", the Arabic "lunch" for "tomorrow"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peyman.text.fold import fold, folds
from peyman.text.tokens import Token, TokenKind

#: The mark that the accusative ending may carry.
_TANWIN = "\u064b"


class OtherWords:
    """What a language's ``calendar.toml`` says of such words in its table ``[other_words]``.

    Attributes:
        capital: Names of time that another word is written like without its capital letter.
        numbered: What a number is written to as a part of its name: "Covid-19".
        any: Whether there are any words that are written like words of time.
    """

    def __init__(self, table: Mapping[str, Any], has_case: bool) -> None:
        """Compile the table.

        Args:
            table: ``capital`` (names that are none in small letters, unless a number stands beside them or a word that
                nothing else follows before them), ``spelled`` (other words that fold to the same form), ``behind``
                (for a word, those that make it another behind them) and ``numbered`` (whose number is a part of them).
            has_case: Whether the script has capital letters.
        """
        self.capital = folds(table.get("capital", ())) if has_case else frozenset()
        self._spelled = tuple(table.get("spelled", ()))
        self._behind = {fold(word): folds(before) for word, before in table.get("behind", {}).items()}
        self.numbered = folds(table.get("numbered", ()))
        self.any = bool(self.capital or self._spelled or self._behind)

    def is_other(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a token is another word by its spelling, or by the word before it.

        Args:
            tokens: The tokens of the text.
            index: The token.
        """
        token = tokens[index]
        if self._spelled and token.text.rstrip(_TANWIN).endswith(self._spelled):
            return True
        before = self._behind.get(token.fold) if self._behind else None
        return before is not None and index > 0 and tokens[index - 1].fold in before

    def lacks_capital(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a name of time stands in small letters, and no number beside it.

        Args:
            tokens: The tokens of the text.
            index: The token.
        """
        token = tokens[index]
        if token.fold not in self.capital or token.text[:1].isupper():
            return False
        return not any(0 <= at < len(tokens) and tokens[at].kind is TokenKind.NUMBER for at in (index - 1, index + 1))
