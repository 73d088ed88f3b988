"""What stands at a token of a text: terms of the vocabulary, numbers, marks, glue words, line ends.

Every look goes a bounded number of tokens ahead, so that reading a text is linear in its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from peyman.dates.numbers import APOSTROPHES, Number, number_at
from peyman.dates.parts import Part
from peyman.dates.stamp_months import stamp_months
from peyman.dates.steps import UNREAD, Found, Term
from peyman.dates.vocabulary import NUMERALS, Vocabulary, looked_up
from peyman.text import marks
from peyman.text.tokens import Token, TokenKind

#: Glue words that may stand between two parts of a date.
MOST_GLUE = 3
#: How many words a preposition can have.
_LONGEST_PREPOSITION = 5
DASHES = marks.DASHES | frozenset("‐‑−ـ")
_NOTHING = "\0"
#: The mark that the accusative ending may carry.
_TANWIN = "\u064b"
_NO_TERMS: Mapping[str, Term] = {}
_NUMBER, _MARK, _WORD = TokenKind.NUMBER, TokenKind.MARK, TokenKind.WORD
#: Behind these nothing completes what stands before them.
_CLOSING = marks.QUOTES | marks.SEMICOLONS | frozenset(".:!?؟")
#: A word of so few letters shows no ending.
_SHORTEST_COUNTED = 3
#: A number of more digits may be a year, or a date by itself.
_SHORT_NUMBER = 3
#: A number of more digits is neither a year nor any part of a date; 6.11.2025 has two stops.
_LONGEST_NUMBER = 4
_DOTS_OF_DATE = 2
_LISTED = frozenset({"month", "weekday"})
#: Words that are glue in one place and say something in another.
_SAYS_MORE = frozenset({"unit", "units", "direction", "direction_before"})


class Lookahead:
    """A text's tokens as terms, remembered."""

    def __init__(self, words: Vocabulary, tokens: Sequence[Token], text: str, keys: Sequence[str]) -> None:
        """Prepare to read.

        Args:
            words: What the text's language has for time.
            tokens: The tokens of the text.
            text: The text that their offsets count in.
            keys: What the tokens are looked up by, see `Vocabulary.keys`.
        """
        self.words = words
        self.tokens = tokens
        self.text = text
        self.stop = len(tokens)
        self._joins = tuple(words.joins)
        self._stamp_months = stamp_months()
        self._line_starts = _line_starts(tokens, text)
        self._keys = keys
        # a word that no phrase goes on from is looked up here and now; the others when they are asked for
        self._found: list[Found | None] = list(looked_up(words.firsts, keys)) if keys else []
        self._before: dict[int, frozenset[str]] = {}
        self._numbers: dict[int, Number | None] = {}
        self._parts: dict[int, Part | None] = {}

    @cached_property
    def folds(self) -> frozenset[str]:
        """The words of the text, folded; made when they are first asked for."""
        return frozenset(token.fold for token in self.tokens)

    def found(self, index: int) -> Found | None:
        """Return the terms at a token."""
        if index >= self.stop:
            return None
        found = self._found[index]
        if found is UNREAD:  # the methods below ask in the same words, for speed
            step = self.words.steps[self._keys[index]]
            assert step is not None
            behind = index + 1
            if behind < self.stop and self.words.inner[self._keys[behind]]:
                found = self.words.find_on(step, self.tokens, index, self.stop)
            else:
                found = step.alone
            self._found[index] = found
        return found

    def openings(self, candidates: Sequence[int]) -> Iterator[int]:
        """Yield the tokens that a date can begin with: numbers, and words of terms that can stand first.

        What is no date because nothing of time follows is left out after a quick look: "12 envoys", "this report".

        Args:
            candidates: Those that `Vocabulary.openings` gives.
        """
        tokens, found = self.tokens, self._found
        for index in candidates:
            here = found[index]
            if here is UNREAD:
                here = self.found(index)
            if here is None:
                if tokens[index].kind is _NUMBER and self._counts_or_dates(tokens[index].fold, index + 1):
                    yield index
            elif here.starts and not (here.leans and self._ends_phrase(index + here.length)):
                yield index

    def _counts_or_dates(self, figures: str, behind: int) -> bool:
        """Whether a number can be one of a date: not 12,500 or 3.5, and no short one before a word of no date."""
        if len(figures) <= _LONGEST_NUMBER and figures.isdecimal():
            return (
                len(figures) > _SHORT_NUMBER
                or not self._ends_before(behind)
                or self.follows_event(behind - 1)
                or (behind < self.stop and self.tokens[behind].fold in self._stamp_months)
            )
        if behind < self.stop and self.tokens[behind].fold in self.words.half_beginnings:
            return True  # 3.30 pm
        return figures.count(".") == _DOTS_OF_DATE

    def _ends_phrase(self, index: int) -> bool:
        """Whether a phrase that is no date by itself ends before a token: a word of no date, or a mark that closes."""
        if index < self.stop and (token := self.tokens[index]).kind is _MARK:
            return token.text in _CLOSING
        return self._ends_before(index)

    def stands_apart(self, index: int) -> bool:
        """Tell whether a token is a word of the same line that belongs to no date."""
        return index < self.stop and not self.breaks(index) and self._ends_before(index)

    def _ends_before(self, index: int) -> bool:
        """Whether a token is a word apart that belongs to no date, or the text ends before it."""
        if index >= self.stop:
            return True
        if self.words.steps[self._keys[index]] is not None:
            return False
        token = self.tokens[index]
        return (
            token.kind is _WORD
            and token.start != self.tokens[index - 1].end
            and token.fold not in self.words.half_beginnings
            and token.fold not in self.words.definite_beginnings  # an article before figures
            and token.fold not in self.words.ordinal_words
            and not (self.words.joined_before and token.fold.startswith(self._joins))
        )

    def follows_event(self, index: int) -> bool:
        """Tell whether a word for what is called by its year stands before a number: "the election of 88"."""
        short = self.words.short_years
        return short is not None and index > 0 and self.tokens[index - 1].fold in short.events

    def terms(self, index: int) -> Mapping[str, Term]:
        """Return the terms at a token by category; none where it is no word of time."""
        found = self._found[index] if index < self.stop else None
        if found is UNREAD:
            found = self.found(index)
        return _NO_TERMS if found is None else found.terms

    def term(self, index: int, category: str) -> tuple[object, int] | None:
        """Return the value of a term of that category at a token and the index behind it."""
        found = self._found[index] if index < self.stop else None
        if found is UNREAD:
            found = self.found(index)
        if found is None:
            return None
        term = found.terms.get(category)
        return None if term is None else (term.value, index + found.length)

    def number(self, index: int) -> Number | None:
        """Return the number that begins at a token."""
        if index in self._numbers:
            return self._numbers[index]
        number = None
        if index < self.stop and self._can_count(index):
            number = number_at(self.words, self.tokens, index, self.stop)
        self._numbers[index] = number
        return number

    def _can_count(self, index: int) -> bool:
        """Whether a token is in figures or a numeral; what begins no phrase of time is none."""
        found = self._found[index]
        if found is UNREAD:
            found = self.found(index)
        if found is not None and not NUMERALS.isdisjoint(found.terms):
            return True
        token = self.tokens[index]
        if token.text in self.words.exact_numbers:
            return self.words.steps[self._keys[index]] is not None
        return token.kind is _NUMBER

    def is_other_word(self, index: int) -> bool:
        """Tell whether a token is a word that is none of time and joins nothing."""
        return index < self.stop and self._found[index] is None and self.tokens[index].kind is _WORD

    def behind_ending(self, index: int) -> int:
        """Return the index behind an ending that an apostrophe joins to the word before it: Cotmeh'a."""
        if index + 1 >= self.stop or self.tokens[index].text not in APOSTROPHES:
            return index
        mark, ending = self.tokens[index], self.tokens[index + 1]
        attached = mark.start == self.tokens[index - 1].end and ending.start == mark.end
        return index + 2 if attached and ending.fold in self.words.suffixes else index

    def mark(self, index: int) -> str:
        """Return the mark at a token of this line; the empty text where there is none."""
        if index >= self.stop:
            return ""
        token = self.tokens[index]
        return token.text if token.kind is _MARK else ""

    def breaks(self, index: int) -> bool:
        """Tell whether a line ends before a token."""
        return index >= self.stop or index in self._line_starts

    def glue(self, index: int, category: str = "glue") -> int:
        """Return the index behind the glue words (or those of another category) that begin at a token."""
        for _ in range(MOST_GLUE):
            found = self._found[index] if index < self.stop else None
            if found is UNREAD:
                found = self.found(index)
            if found is None or category not in found.terms or (index and index in self._line_starts):
                break
            behind = index + found.length
            if not _SAYS_MORE.isdisjoint(found.terms) and self._says_more(found, behind):
                break
            index = behind
        return index

    def _says_more(self, here: Found, index: int) -> bool:
        """Whether a word that can be glue is more than that here: "month" before "next", "this" before "week"."""
        if self.breaks(index):
            return False
        terms = self.terms(index)
        if "unit" in here.terms or "units" in here.terms:
            if "direction" in terms or "era" in terms:
                return True
            if "direction_before" in terms:
                return False
            number = self.number(index) if self.words.numbered_months else None
            if (
                number is not None
                and not number.ordinal
                and 1 <= number.value <= 12
                and here.terms.get("unit") is not None
            ):
                return here.terms["unit"].value == "month" and self.term(number.last, "month") is None
            return False
        return "unit" in terms or "units" in terms

    def direction(self, index: int) -> tuple[str, int, bool] | None:
        """A word such as "next" at a token, the index behind it, and whether it stands before what it says it of."""
        found = self.found(index)
        if found is None or self._helps_a_verb(index):
            return None
        for category in ("direction", "direction_before"):
            if category in found.terms:
                return str(found.terms[category].value), index + found.length, category == "direction_before"
        return None

    def _helps_a_verb(self, index: int) -> bool:
        """Whether a word of direction is a verb here that helps the next one: Kurmanji "bên şandin", be sent."""
        tokens, words = self.tokens, self.words
        if words.helped is None or tokens[index].fold not in words.helping or index + 1 >= len(tokens):
            return False
        return words.helped.fullmatch(tokens[index + 1].fold) is not None

    def unit_at(self, index: int) -> tuple[str, str, int] | None:
        """The unit at a token: its form (unit, units, two_units), which one, and the index behind it."""
        found = self.found(index)
        if found is None:
            return None
        for form in ("two_units", "units", "unit"):
            if form in found.terms:
                return form, str(found.terms[form].value), index + found.length
        return None

    def era(self, index: int) -> tuple[str | None, int]:
        """The calendar that an era word names, and the index behind it."""
        if index >= self.stop or index in self._line_starts:
            return None, index
        bracket = self.mark(index) == "("
        if not bracket and self._found[index] is None:
            return None, index
        at = index + 1 if bracket else index
        era = self.term(at, "era")
        if era is None and "of" in self.terms(at) and not self.breaks(at + 1):
            era = self.term(at + 1, "era")
        if era is None:
            return None, index
        if bracket:
            return (str(era[0]), era[1] + 1) if self.mark(era[1]) == ")" else (None, index)
        return str(era[0]), era[1]

    def counts_something(self, index: int, by_form: bool = False) -> bool:
        """Tell whether the word at a token is one that numbers count, and no part of a date.

        Args:
            index: The token.
            by_form: Whether the ending alone can say so.
        """
        if index >= self.stop or self.breaks(index) or self.tokens[index].kind is not TokenKind.WORD:
            return False
        folded, words = self.tokens[index].fold, self.words
        if self.found(index) is not None:
            return False
        if folded in words.not_after:
            return True
        text = self.tokens[index].text.rstrip(_TANWIN)
        counted = by_form and len(folded) > _SHORTEST_COUNTED and text.endswith(words.after_endings or _NOTHING)
        return counted and not folded.endswith(words.after_endings_not or _NOTHING)

    def between_opens(self, index: int) -> bool:
        """Tell whether "between" stands before a token, glue words apart."""
        return self.stands_before(index, "between")

    def stands_before(self, index: int, category: str) -> bool:
        """Tell whether a word or phrase of a category stands right before a token, glue words apart."""
        known = self._before.get(index)
        if known is None:
            known = self._before[index] = self._categories_before(index)
        return category in known

    def _categories_before(self, index: int) -> frozenset[str]:
        """The categories of the words and phrases that end right before a token, or before the glue words before it."""
        categories: set[str] = set()
        known, lines = self._found, self._line_starts
        stop = index
        for _ in range(MOST_GLUE):
            for at in range(stop - 1, max(-1, stop - 1 - _LONGEST_PREPOSITION), -1):
                if at + 1 in lines:
                    break
                found = known[at]
                if found is None:
                    continue
                if found is UNREAD:
                    found = self.found(at)
                if found is not None and found.length == stop - at:
                    categories.update(found.terms)
            before = self.found(stop - 1) if stop else None
            if before is None or "glue" not in before.terms or before.length != 1 or self.breaks(stop):
                break
            stop -= 1
        return frozenset(categories)

    def joined(self, index: int) -> tuple[int, bool] | None:
        """The index behind a dash, "to" or "and", and whether it says a range; glue and day words may follow."""
        if index >= self.stop or index in self._line_starts:
            return None
        ranged = True
        if self.mark(index) in DASHES:
            behind = index + 1
        elif self._found[index] is None:
            return None
        elif (to := self.term(index, "to")) is not None:
            behind = to[1]
        elif (conjunction := self.term(index, "and")) is not None:
            behind, ranged = conjunction[1], False
        elif self._has_and_before_it(index):
            return index, False
        else:
            return None
        return self.glue(behind), ranged

    def _has_and_before_it(self, index: int) -> bool:
        """Whether a word of time at a token has "and" written with it."""
        found = self.found(index)
        if found is None or _LISTED.isdisjoint(found.terms):
            return False
        folded, months = self.tokens[index].fold, self.words.month_forms
        for conjunction in self.words.attached_and:
            bare = folded.removeprefix(conjunction)
            if bare != folded and len(bare) > 1 and (bare in months or folded not in months):
                return True
        return False


def _line_starts(tokens: Sequence[Token], text: str) -> frozenset[int]:
    """The tokens that begin a line, the first one of the text left out."""
    starts = set()
    at = text.find("\n")
    while at >= 0:
        index = bisect_left(tokens, at, key=attrgetter("start"))
        if 0 < index < len(tokens):
            starts.add(index)
            at = text.find("\n", tokens[index].start)
        else:
            at = text.find("\n", at + 1) if index == 0 else -1
    return frozenset(starts)
