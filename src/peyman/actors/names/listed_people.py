"""People in lists whose "and" is written to the word behind it: «محمد علي وأحمد حسن، وسامر الحلبي».

A word that begins like "and" may be a name by itself (Walid, Wang). It is "and" with a name where what is left is a
given name, or where whoever is named stands right before it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import Vocabulary, vocabulary
from peyman.actors.names.name_marks import LONGEST_NAME
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.marks import COMMAS, DASHES, SEMICOLONS
from peyman.text.segment import BlockKind
from peyman.text.tokens import Token, TokenKind

#: What is left of a name without "and" has at least so many letters.
SHORTEST_REST = 3
#: Behind a name in a list at most so many words tell what its holder is, before the next name.
LONGEST_OFFICE = 10
#: A bullet, or a number and a point.
_BULLET = 2
_OPENS = DASHES | {":"}
_ENDS = COMMAS | SEMICOLONS | {"."}


def without_and(words: Vocabulary, token: Token) -> str:
    """Return a word, folded, without the "and" that may be written to it: the whole word where none is.

    Args:
        words: The vocabulary of the language.
        token: The word.
    """
    if token.fold[:1] not in words.fused_and:
        return token.fold
    if token.text[:1] == token.text[1:2]:
        return fold(token.text[1:])  # folding makes one letter of two: "and Wael"
    return token.fold[1:] if len(token.fold) > SHORTEST_REST and token.fold not in words.given else token.fold


def begins_next(words: Vocabulary, token: Token) -> bool:
    """Whether a word is "and" with a given name.

    Args:
        words: The vocabulary of the language.
        token: The word.
    """
    return _is_joined(words, token) and without_and(words, token) in words.given


def opens_item(text: AnalysedText, mark: int) -> bool:
    """Whether a mark parts a name from an office on a line of a list: "- A B: head of the elections office".

    Args:
        text: The text.
        mark: The token before the office.
    """
    sentence = text.sentence_at(mark)
    if sentence is None or text.tokens[mark].text not in _OPENS:
        return False
    here = text.sentences[sentence]
    return text.blocks[here.block].kind is BlockKind.ITEM and mark - here.first <= LONGEST_NAME + _BULLET


def _is_joined(words: Vocabulary, token: Token) -> bool:
    return without_and(words, token) != token.fold or (
        token.fold[:1] in words.fused_and and token.text[:1] == token.text[1:2]
    )


def cut_before_next(text: AnalysedText, span: NameSpan) -> NameSpan:
    """A tagged body without the person who was taken in behind it: "the office *and Ahmad Hasan*"."""
    words = vocabulary(text.language)
    if not words.fused_and or span.kind != "body":
        return span
    inside = range(span.first + 1, span.last)
    end = next((t for t in inside if begins_next(words, text.tokens[t])), span.last)
    return NameSpan(span.first, end, span.kind)


class ListedPeople:
    """Finds the people of one text who are named in lists behind others."""

    def __init__(
        self, text: AnalysedText, name_end: Callable[[int, int, bool], int], taken: Callable[[int], bool]
    ) -> None:
        """Take what is needed of the finder of people.

        Args:
            text: The text.
            name_end: Where a name ends, given its second token, where its sentence ends, and whether a given name
                stands before that token.
            taken: Whether a token is part of an office, a body, a place or a date.
        """
        self.text = text
        self.words = vocabulary(text.language)
        self.name_end = name_end
        self.taken = taken

    def joined(self, first: int, named: Collection[int]) -> bool:
        """Whether a name begins with an "and" that is none of it.

        Args:
            first: Its first token.
            named: Tokens of all names of people.
        """
        rest = without_and(self.words, self.text.tokens[first])
        if not _is_joined(self.words, self.text.tokens[first]):
            return False
        if rest in self.words.given:
            return True
        before = first - 1
        if before > 0 and self.text.tokens[before].text in COMMAS:
            before -= 1
        return before in named and len(rest) >= SHORTEST_REST and not self.words.is_word(rest)

    def behind(self, last: int, named: Collection[int]) -> Iterator[tuple[int, int]]:
        """Names that follow one in a list: with what each is between them, or nothing but a mark.

        Args:
            last: Where the name before them ends.
            named: Tokens of names that are found.
        """
        if not self.words.fused_and:
            return
        number = self.text.sentence_at(last - 1)
        end = self.text.sentences[number].last if number is not None else last
        at, passed, loose = last, 0, False
        while at < end and passed < LONGEST_OFFICE and at not in named:
            token = self.text.tokens[at]
            if token.text in COMMAS:
                at += 1
                continue
            found = self._name_at(at, end, right_behind=not passed)
            # Behind "in the ministry" only a mark tells that the list goes on.
            if found is not None and (not loose or self.text.tokens[at - 1].text in COMMAS):
                yield at, found
                at, passed, loose = found, 0, False
                continue
            if token.kind is not TokenKind.WORD:
                return
            loose = loose or (self.words.is_stop(token.fold) and not self.taken(at))
            at, passed = at + 1, passed + 1

    def _name_at(self, at: int, end: int, right_behind: bool) -> int | None:
        """Where the name ends that "and" opens at a token; None where it opens none."""
        word = self.text.tokens[at].fold
        rest = without_and(self.words, self.text.tokens[at])
        if (
            not _is_joined(self.words, self.text.tokens[at])
            or at + 1 >= end
            or self.taken(at)
            or self.words.is_stop(word)
        ):
            return None
        given = rest in self.words.given
        last = self.name_end(at + 1, end, given)
        if given:
            return last if last > at + 1 else None
        # Without a given name, both words must be unknown, and the list must go on or end behind them.
        unknown = len(rest) > SHORTEST_REST and not any(
            self.words.is_word(part) for part in (word, rest, self.text.tokens[at + 1].fold)
        )
        behind = self.text.tokens[last] if last < end else None
        closed = behind is None or behind.text in _ENDS or behind.fold[:1] in self.words.fused_and
        return last if right_behind and unknown and closed and last == at + 2 else None
