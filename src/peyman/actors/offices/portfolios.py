"""What an office is of, where no table knows it: "وزير النقل والطرق", the minister of transport and roads.

In a language that writes its article to the noun, the fields of an office are a row of nouns and adjectives with the
article, with "and" written to them or not, and a full name begins with none of them unless its first word is a given
name. So an office goes on over such words to whose it is, or to the name of its holder.
"""

from __future__ import annotations

from collections.abc import Mapping

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.titles import POSSESSIVE, Vocabulary, vocabulary
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match
from peyman.text.tokens import TokenKind

#: A field has at most so many words.
LONGEST_FIELD = 8
#: A name keeps so many words where what begins it is of an office, …
FULL_NAME = 2
#: Where names have capitals, so many words of a field may stand before an office.
MOST_DESCRIBING = 2
#: A word commoner than this rank is no name that nothing else tells.
COMMON_RANK = 3000


class Portfolios:
    """Tells which words of one text are of the field of an office."""

    def __init__(self, text: AnalysedText, owners: Mapping[int, object], title_at: Mapping[int, Match]) -> None:
        """Take what is known of the text.

        Args:
            text: The text.
            owners: Parties, bodies and places by their tokens.
            title_at: Titles by their tokens.
        """
        self.text = text
        self.words = vocabulary(text.language)
        self.links = grammar(text.language).links
        self.owners = owners
        self.title_at = title_at

    def is_field(self, at: int) -> bool:
        """Whether a word may be of the field of an office that runs up to it.

        Args:
            at: The token.
        """
        if self._is_defined(at):
            return True
        words, token = self.words, self.text.tokens[at]
        if not words.article or not self._is_free(at) or words.is_stop(token.fold):
            return False
        # "Minister of *technology* of information", "of commerce and *promotion* of exports"
        joined = token.fold[:1] in words.fused_and and not words.is_word(token.fold[1:])
        governs = words.is_word(token.fold) and not joined and token.fold not in words.given
        return governs and at + 1 < len(self.text.tokens) and self._has_article(at + 1) and self._is_defined(at + 1)

    def _is_free(self, at: int) -> bool:
        return self.text.tokens[at].kind is TokenKind.WORD and at not in self.owners and at not in self.title_at

    def _has_article(self, at: int) -> bool:
        return self.text.tokens[at].fold.startswith(self.words.article)

    def _is_defined(self, at: int) -> bool:
        """Whether a word has the article and is of a field, or is one that such a field begins with."""
        words, token = self.words, self.text.tokens[at]
        if not words.article or not self._is_free(at):
            return False
        if token.fold in words.fields:
            return True
        bare = _without_and(words, token.fold)
        if self._is_given(bare) or bare in words.barriers or bare in words.timely:
            return False
        if not bare.startswith((*words.article, *words.fused_articles)) or bare in words.relatives:
            return False
        if bare != token.fold or words.is_word(token.fold) or self._completes(at):
            return True
        return at + 1 < len(self.text.tokens) and self._ends_field(at + 1)

    def _ends_field(self, at: int) -> bool:
        """Whether a field ends before a token: whose the office is, a title or a given name begins there."""
        if at in self.owners:
            return self._has_article(at)
        folded = self.text.tokens[at].fold
        return at in self.title_at or self._is_given(folded) or (at + 1 in self.owners and folded in self.links)

    def _is_given(self, folded: str) -> bool:
        """Whether a word is a given name, with the article or without it."""
        given, articles = self.words.given, self.words.article
        return folded in given or any(folded.startswith(a) and folded.removeprefix(a) in given for a in articles)

    def _completes(self, at: int) -> bool:
        """Whether a word with the article stands behind an office of one word without it: "minister *of commerce*"."""
        title = self.title_at.get(at - 1)
        if title is None or title.value != "office" or title.end != at or title.start != at - 1:
            return False
        return not _without_and(self.words, self.text.tokens[at - 1].fold).startswith(self.words.article)

    def is_all(self, first: int, last: int) -> bool:
        """Whether what was taken for a name is the end of a field, and whose the office is: "*الحربي اليمني*".

        Args:
            first: First token of what was taken for a name.
            last: After its last token.
        """
        return first < last - 1 and self.is_field(first) and all(t in self.owners for t in range(first + 1, last))

    def begins(self, first: int, last: int) -> bool:
        """Whether what was taken for a name begins with the field of the office before it: "*والبيئة* سالم أحمد".

        Args:
            first: First token of the name.
            last: After its last token.
        """
        if not self.is_field(first) or self.text.tokens[first].fold in self.words.particles:
            return False
        joined = _without_and(self.words, self.text.tokens[first].fold) != self.text.tokens[first].fold
        return last - first > (1 if joined else FULL_NAME) and self.is_behind_office(first)

    def is_behind_office(self, at: int) -> bool:
        """Whether an office stands before a token, or an office with its field and whose it is.

        Args:
            at: The token.
        """
        for before in range(at - 1, max(at - 1 - LONGEST_FIELD, -1), -1):
            title = self.title_at.get(before)
            if title is not None:
                return bool(title.value == "office")
            if before not in self.owners and not self.is_field(before):
                return False
        return False

    def stands_before(self, first: int, last: int) -> bool:
        """Whether a name begins with the field of an office, behind whose it is: "Turkish *Labour Minister* A B".

        Args:
            first: First token of what was taken for a name.
            last: After its last token.
        """
        words, tokens = self.words, self.text.tokens
        if not (words.possessor_before and words.has_case):
            return False
        office = next((t for t in range(first + 1, last - 1) if t in self.title_at), None)
        owner = first
        while first - owner <= MOST_DESCRIBING and owner not in self.owners and self._is_of_field(owner - 1):
            owner -= 1
        owned = owner in self.owners or tokens[owner - 1].text in POSSESSIVE
        if office is None or self.title_at[office].value != "office" or self.title_at[office].end >= last:
            return False
        common = all(words.ranks.get(tokens[t].fold, COMMON_RANK) < COMMON_RANK for t in range(first, office))
        return (owned or common) and not any(tokens[t].fold in words.given for t in range(first, office))

    def _is_of_field(self, index: int) -> bool:
        """Whether a word may be of the field of an office: it begins with a capital letter, or joins two that do."""
        token = self.text.tokens[max(0, index)]
        return index >= 0 and (token.text[:1].isupper() or token.fold in self.words.conjunctions)


def _without_and(words: Vocabulary, folded: str) -> str:
    """A word without the "and" before its article."""
    rest = folded[1:]
    return (
        rest if folded[:1] in words.fused_and and rest.startswith((*words.article, *words.fused_articles)) else folded
    )
