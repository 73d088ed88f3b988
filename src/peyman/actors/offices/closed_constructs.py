"""Nouns that cannot go on with the office before them, in languages whose article closes a chain of nouns.

In Arabic the last noun of a chain takes the article: "رئيس الوزراء", "رئيس مجلس السيادة الانتقالي". A noun without it
right behind begins the object of the verb that opened the clause, whoever it is of: "ثمن رئيس الوزراء *موقف* الأردن" is
no word of a prime minister of Jordan.
"""

from __future__ import annotations

from peyman.actors.known.titles import Vocabulary
from peyman.text.tokens import Token, TokenKind


def is_closed_before(words: Vocabulary, before: Token, token: Token) -> bool:
    """Tell whether the chain of nouns that ends with one word cannot be gone on with by the next.

    Args:
        words: What the language knows of titles and names.
        before: The last word of the chain.
        token: The word behind it.

    Returns:
        False in a language that writes no article to its nouns.
    """
    if not words.article or before.kind is not TokenKind.WORD or token.kind is not TokenKind.WORD:
        return False
    return _is_definite(words, before) and not _is_definite(words, token) and token.fold not in words.sent_to


def _is_definite(words: Vocabulary, token: Token) -> bool:
    folded = token.fold
    if folded[:1] in words.fused_and and len(folded) > 1:
        folded = folded[1:]
    return folded.startswith((*words.article, *words.fused_articles))
