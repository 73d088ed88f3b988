"""News outlets that no table knows, found by where their names stand.

A word for an outlet tells its name ("the newspaper *X*", «خبرگزاری *X*»), and so do what leads to a source ("Source:
*X*", «به گزارش *X*»), the head of a text ("ERBIL (*X*) –", "*X Press* / On Monday …"), and the name of whoever
published the text, in whatever script the text writes it. The words are data (``[outlets]`` of ``bodies.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from peyman.actors.bodies.short_forms import NoBodies
from peyman.actors.known import register
from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import Vocabulary, vocabulary
from peyman.actors.matching.match import SAME_WORD, plain_words, sound
from peyman.actors.matching.pronunciation import likeness
from peyman.actors.spans import KnownSpans
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes, Lexicon, Phrase, longest
from peyman.text.marks import CLOSING_QUOTES, COMMAS, DASHES, OPENING_QUOTES, QUOTES
from peyman.text.segment import BlockKind
from peyman.text.tokens import Token, TokenKind, tokenise

#: An outlet's name has at most so many words, the word for an outlet before it left out.
MOST_WORDS = 4
#: Of a name that no mark ends, so many are believed: the first.
MOST_UNENDED = 1
#: A word commoner than this is no outlet's name by itself.
COMMON_RANK = 4000
#: In so many sentences at the head of a text its outlet may be named before the first words.
HEAD = 8
#: A publisher's name of one word has so many letters where it is heard in another script.
FEWEST_LETTERS = 4

#: Marks that set the name of an outlet off from the running text.
_SETTING_OFF = frozenset('()[]«»“”"/|–—-+:')
_OPENING, _CLOSING = OPENING_QUOTES | frozenset("‘(["), CLOSING_QUOTES | frozenset("“’)]")
_QUOTING = _OPENING - frozenset("([")
#: Marks behind a place before an outlet's name, and those behind the name itself.
_BEFORE = frozenset(("(", "[", "/", "|", "-", "–", "—", "_", "ـ", "،", ","))
_DASHES = DASHES | {"ـ"}
_BEHIND = frozenset((")", "]", "/", "|", "-", "–", "—", "_", "ـ", ":", "...", "…"))


@dataclass(frozen=True, eq=False)
class OutletWords:
    """What one language names outlets with, folded (``[outlets]`` of ``bodies.toml``).

    Attributes:
        lexicon: What leads to a name; the category says how: `heads` are words that it begins with ("news agency"),
            `quoted` are words for an outlet that mean another thing too, so that its name stands in quotation marks,
            `sources` lead to the outlet that a text is taken from ("Source:").
        heads: The heads, as folded words.
        sources: What leads to a source, as folded words.
        inside: Words that a name ends with which is an outlet's: "Press", "TV".
    """

    lexicon: Lexicon
    heads: tuple[tuple[str, ...], ...]
    sources: tuple[tuple[str, ...], ...]
    inside: frozenset[str]

    @classmethod
    def of(cls, language: Language) -> OutletWords:
        """Return the words of a language; built once."""
        return _outlet_words(language)


@cache
def _outlet_words(language: Language) -> OutletWords:
    table = language.table("bodies").get("outlets", {})

    def folded(name: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(token.fold for token in tokenise(form)) for form in table.get(name, ()))

    leading = [Phrase(form, name, name) for name in ("heads", "quoted", "sources") for form in table.get(name, ())]
    inside = frozenset(fold(word) for word in table.get("inside", ()))
    # "To the newspaper X", but no inflected word for one: "in newspapers he said …".
    affixes = register.affixes({**language.table("bodies").get("affixes", {}), "suffixes": []})
    return OutletWords(Lexicon(leading, affixes), folded("heads"), folded("sources"), inside)


def begins_outlet(text: AnalysedText, span: NameSpan) -> bool:
    """Whether a tagged body begins with a word for an outlet: "news agency".

    Args:
        text: The text.
        span: The tagged range.
    """
    words = OutletWords.of(text.language)
    folds = tuple(token.fold for token in text.tokens[span.first : span.last])
    return any(folds[: len(head)] == head and len(folds) > len(head) for head in words.heads)


def is_set_off(text: AnalysedText, first: int, last: int) -> bool:
    """Whether marks set the name ``[first, last)`` off from the running text: "(…)", "«…»", "– …"; or it is a line.

    Args:
        text: The text.
        first: First token of the name.
        last: After its last token.
    """
    before = text.tokens[first - 1].text if first else ""
    after = text.tokens[last].text if last < len(text.tokens) else ""
    index = text.sentence_at(first)
    sentence = text.sentences[index] if index is not None else None
    alone = sentence is not None and sentence.first == first and sentence.last == last
    # A quotation that ends behind the name is of more than the name: "threatens the *Arab* states".
    return alone or before in _SETTING_OFF or (after in _SETTING_OFF and after not in QUOTES)


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """The name of an outlet that no table knows, tokens ``[first, last)``.

    Attributes:
        first: First token.
        last: After the last token.
        publisher: Whether it is that of whoever published the text.
    """

    first: int
    last: int
    publisher: bool = False


def find_outlets(
    text: AnalysedText, known: KnownSpans, tagged: Sequence[NameSpan], publisher: str | None = None
) -> list[NamedOutlet]:
    """Find the outlets that a text names and no table knows.

    Args:
        text: The text.
        known: Its known names; where one of an outlet or a body stands, nothing is found.
        tagged: What the tagger found.
        publisher: Who published it, where known.

    Returns:
        Outlets in order; none overlaps another.
    """
    return _OutletFinder(text, known, tagged).find(publisher)


def without_outlets(
    text: AnalysedText, known: KnownSpans, outlets: Sequence[NamedOutlet], tagged: Sequence[NameSpan]
) -> list[NameSpan]:
    """What the tagger found without outlets: "news agency *X*" before an office is no person, whatever it takes it for.

    Args:
        text: The text.
        known: Its known names; the word before the name of an outlet that a table knows belongs to it.
        outlets: The outlets that no table knows.
        tagged: What the tagger found.
    """
    covered = {t for found in outlets for t in range(found.first, found.last)}
    lexicon = OutletWords.of(text.language).lexicon
    for sentence in text.sentences:
        for match in lexicon.find(text.tokens, sentence.first, sentence.last):
            named = [s for s in known.starting(match.end) if s.key("outlet") and match.category != "sources"]
            covered |= {t for span in named for t in range(match.start, span.last)}
    return [span for span in tagged if covered.isdisjoint(range(span.first, span.last))]


class _OutletFinder:
    def __init__(self, text: AnalysedText, known: KnownSpans, tagged: Sequence[NameSpan]) -> None:
        self.text = text
        self.known = known
        self.words = OutletWords.of(text.language)
        self.vocabulary: Vocabulary = vocabulary(text.language)
        self.affixes = Affixes.of(text.language)
        self.ends = self.vocabulary.barriers | self.vocabulary.conjunctions | NoBodies.of(text.language).ends
        self.tagged = tagged
        # A person's name begins with a given name; "Radio X" may be taken for one.
        given = self.vocabulary.given
        people = [span for span in tagged if span.kind == "person" and text.tokens[span.first].fold in given]
        self.people = {t for span in people for t in range(span.first, span.last)}
        self.number: str | None = None  # that of the publisher's name

    def find(self, publisher: str | None) -> list[NamedOutlet]:
        found = [*self._publishers(publisher), *self._told(), *self._tagged(), *self._in_head()]
        found.sort(key=lambda outlet: (outlet.first, -outlet.last))
        kept: list[NamedOutlet] = []
        for outlet in found:
            if (not kept or outlet.first >= kept[-1].last) and not self._is_known(outlet):
                kept.append(outlet)
        return kept

    def _token(self, index: int) -> Token:
        return self.text.tokens[index]

    def _is_known(self, outlet: NamedOutlet) -> bool:
        """Whether a table knows a body or an outlet there, or the whole is the name of a place or a party."""
        inside = [s for t in range(outlet.first, outlet.last) for s in self.known.starting(t)]
        whole = outlet.last - outlet.first
        return any(
            s.key("body", "outlet") or (s.last - s.first >= whole and s.key("party", "adjective", "place", "person"))
            for s in inside
            if s.last <= outlet.last
        )

    # -- behind words for outlets, and behind what leads to a source ---------------------------------------------
    def _told(self) -> Iterator[NamedOutlet]:
        for sentence in self.text.sentences:
            reached = sentence.first
            for match in longest(self.words.lexicon.find(self.text.tokens, sentence.first, sentence.last)):
                if match.start < reached or match.end >= sentence.last:
                    continue
                at = self._behind_owner(match.end, sentence.last)
                last = self._named_from(at, sentence.last, match.category)
                if last is None:
                    continue
                marked = self._token(at).text in _QUOTING
                # "The newspaper X" is a name with its first word; «X» is one without it.
                first = at + marked if marked or match.category != "heads" else match.start
                yield NamedOutlet(first, last)
                reached = last

    def _behind_owner(self, first: int, end: int) -> int:
        """Where a name in quotation marks begins behind the state that an outlet is of: "the Omani newspaper «X»"."""
        owner = next((s for s in self.known.starting(first) if s.key("party", "adjective")), None)
        marked = owner is not None and owner.last + 1 < end and self._token(owner.last).text in _QUOTING
        return owner.last if marked and owner is not None else first

    def _named_from(self, first: int, end: int, led: str) -> int | None:
        """Where the name of an outlet that begins at a token ends; None where no name can stand there.

        Args:
            first: The first token.
            end: Where the sentence ends.
            led: What leads to it, a category of `OutletWords.lexicon`.
        """
        if self._token(first).text in _QUOTING:
            last = next((t for t in range(first + 1, min(end, first + 2 + MOST_WORDS)) if self._closes(t)), None)
            return last if last is not None and last > first + 1 else None
        if led == "quoted":
            return None
        last = first
        while last < end and last - first < MOST_WORDS and self._can_be_named(last):
            owner = next((s for s in self.known.starting(last) if s.key("party", "adjective")), None)
            if owner is None or last == first:
                last += 1
                continue
            last = min(owner.last, end)
            break  # "the official agency of Bahrain said": the state ends the name
        ended = last >= end or self._token(last).kind is not TokenKind.WORD
        owned = last - first > 1 and any(s.key("party", "adjective") for s in self.known.ending(last))
        if not (ended or owned or self.text.language.has_case):
            last = min(last, first + MOST_UNENDED)
        # "A local newspaper and …": common words are a name where a state ends them, or the tagger heard one.
        told = led == "heads" and (owned or self._is_tagged(first, last))
        if last == first or not (told or any(not self._is_common(t) for t in range(first, last))):
            return None
        if tuple(self._token(t).fold for t in range(first, last)) in self.words.heads:
            return None  # the word for an outlet alone
        states = {t for n in range(first, last) for s in self.known.starting(n) for t in range(s.first, s.last)}
        if states >= set(range(first, last)):
            return None  # "a Turkish newspaper"
        return last

    def _is_tagged(self, first: int, last: int) -> bool:
        return any(s.kind == "body" and s.first <= first and s.last == last for s in self.tagged)

    def _closes(self, index: int) -> bool:
        return self._token(index).text in _CLOSING

    def _can_be_named(self, index: int) -> bool:
        token = self._token(index)
        if token.kind is TokenKind.NUMBER:
            return True
        if token.kind is not TokenKind.WORD or token.fold in self.ends or index in self.people:
            return False
        if self.text.language.has_case:
            return token.text[:1].isupper()
        return not any(form.fullmatch(token.fold) for form in self.vocabulary.stop_forms)

    def _is_common(self, index: int) -> bool:
        token = self._token(index)
        if self.text.language.has_case:
            return not token.text[:1].isupper()
        ranks = self.vocabulary.ranks
        return any(ranks.get(stem, COMMON_RANK) < COMMON_RANK for stem in self.affixes.stems(token.fold))

    # -- names that have a word for an outlet in them ------------------------------------------------------------
    def _tagged(self) -> Iterator[NamedOutlet]:
        for span in self.tagged:
            words = [t for t in range(span.first, span.last) if self._token(t).kind is TokenKind.WORD]
            if span.kind != "place" and len(words) >= 2 and self._holds_word(words):
                yield NamedOutlet(span.first, span.last)

    def _holds_word(self, words: Sequence[int]) -> bool:
        first, last = (self._token(t).fold for t in (words[0], words[-1]))
        return last in self.words.inside and first not in self.words.inside

    # -- at the head of a text -----------------------------------------------------------------------------------
    def _in_head(self) -> Iterator[NamedOutlet]:
        """Behind a place and a mark before the first words: "ERBIL (X) –", "البصرة/X:"."""
        for sentence in self.text.sentences[:HEAD]:
            if self.text.blocks[sentence.block].kind is BlockKind.TITLE:
                continue
            at = self._behind_place(sentence.first, sentence.last)
            if at is None:
                continue
            last = at
            while last < sentence.last and last - at <= MOST_WORDS and self._may_head(last):
                last += 1
            if last == at or last - at > MOST_WORDS:
                continue
            # Who reports from there stands behind a dash too; an outlet, in brackets.
            bracketed = self._token(at - 1).text in "([" and last < sentence.last and self._token(last).text in ")]"
            if bracketed and not all(self._is_common(t) for t in range(at, last)):
                yield NamedOutlet(at, last)

    def _behind_place(self, first: int, end: int) -> int | None:
        """Where the words behind a place and a mark begin that open a sentence; None where nothing of the kind does."""
        place = next((s for s in self.known.starting(first) if s.key("place", "party")), None)
        if place is None or place.last + 1 >= end:
            return None
        at = place.last
        if self._token(at).text in COMMAS and at + 1 < end:
            state = next((s for s in self.known.starting(at + 1) if s.key("party", "place")), None)
            at = state.last if state is not None else at
        if at + 1 >= end or self._token(at).text not in _BEFORE or self._token(at).text in COMMAS:
            return None
        return at + 1

    def _may_head(self, index: int) -> bool:
        token = self._token(index)
        if token.kind is not TokenKind.WORD or index in self.people:
            return False
        if any(s.key("party", "place", "person") for s in self.known.starting(index)):
            return False
        return not self.vocabulary.is_stop(token.fold)

    # -- whoever published the text ------------------------------------------------------------------------------
    def _publishers(self, publisher: str | None) -> Iterator[NamedOutlet]:
        name = (publisher or "").partition("(")[0]
        named = plain_words(name)[:MOST_WORDS]
        self.number = next((word for word in name.split()[1:] if word.isdigit()), None)
        for words in (named, named[:-1]):  # one word may be left out: "X Arabic"
            found = list(self._written(words, len(named))) if max(map(len, words), default=0) >= FEWEST_LETTERS else []
            if found:
                yield from found
                return

    def _written(self, words: Sequence[str], full: int) -> Iterator[NamedOutlet]:
        """Where words of a publisher's name, which has so many, stand in this script or as they are heard in it."""
        heard = sound(words[0]).consonants
        other_script = self.text.language.has_case != any(char.isupper() for word in words for char in word)
        for sentence in self.text.sentences:
            at = sentence.first
            while at < sentence.last:
                last = self._same(words, at, sentence.last, other_script) if self._begins(words[0], heard, at) else None
                if last is None or self._in_address(at, last):
                    at += 1
                    continue
                alone = not other_script and self._is_named(at, last, len(words) == full)
                line = at == sentence.first and last == sentence.last and last - at > 1
                if alone or line or self._is_set_off(at, last, sentence.first):
                    yield NamedOutlet(at, last, publisher=True)
                at = last

    def _is_named(self, first: int, last: int, whole: bool) -> bool:
        """Whether words that are a publisher's stand for him wherever they stand: no common word, nor half a name."""
        if last - first > 1:
            return True
        token = self._token(first)
        if self.text.language.has_case:
            return whole and token.text[:1].isupper()
        return not any(stem in self.vocabulary.ranks for stem in self.affixes.stems(token.fold))

    def _in_address(self, first: int, last: int) -> bool:
        """Whether words are part of an address on the net: "www.X.com", "desk@X"."""
        tokens = self.text.tokens
        before = tokens[first - 1] if first else None
        behind = tokens[last] if last + 1 < len(tokens) else None
        return (before is not None and before.text in (".", "@", "/") and before.end == tokens[first].start) or (
            behind is not None
            and behind.text in (".", "@")
            and behind.start == tokens[last - 1].end
            and behind.end == tokens[last + 1].start
        )

    def _begins(self, word: str, heard: str, index: int) -> bool:
        token = self._token(index)
        return token.kind is TokenKind.WORD and (token.fold == fold(word) or sound(token.text).consonants == heard)

    def _same(self, words: Sequence[str], first: int, end: int, heard: bool) -> int | None:
        """Where a publisher's words end that begin at a token: the same, or alike where only the sound can tell."""
        last = first
        for number, word in enumerate(words):
            while number and last < end and self._token(last).text in ("-", "'", "’"):
                last += 1
            token = self._token(last) if last < end else None
            if token is None or token.kind is not TokenKind.WORD:
                return None
            same = token.fold == fold(word) if not heard else likeness(token.text, word) >= SAME_WORD
            if not same or (heard and token.text.isascii()):
                return None
            last += 1
        if self.number is None:
            return last
        # "Gazette 24": a name with a number in it is one only with it.
        return last + 1 if last < end and self._token(last).text == self.number else None

    def _is_set_off(self, first: int, last: int, start: int) -> bool:
        """Whether marks set a name off, or what leads to a source stands before it."""
        before = self._token(first - 1).text if first > start else ""
        after = self._token(last).text if last < len(self.text.tokens) else ""
        if before in _OPENING and after in _CLOSING:
            return True
        if first == start and after in _BEHIND:
            return True
        if before in _DASHES and after in _DASHES and first - start <= MOST_WORDS:
            return True  # "BAGHDAD – X – The minister"
        return any(
            first - len(phrase) >= start
            and tuple(self._token(t).fold for t in range(first - len(phrase), first)) == phrase
            for phrase in self.words.sources
        )
