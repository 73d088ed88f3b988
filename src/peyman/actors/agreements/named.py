"""Agreements: known ones by their names, others by form ("the 2012 border treaty between A and B", "resolution 2254").

The words are data (``agreements.toml``), and so is what each kind needs to be named (``agreement_types.toml`` of the
register). A head alone ("the agreement") names none: it needs a topic, a name, a year or a number. Which mentions are
one agreement, and when it was signed, is told in `peyman.actors.agreements.agreement_entries`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import cast

from convertdate import gregorian, persian

from peyman.actors.agreements.agreement_types import AgreementType, agreement_types
from peyman.actors.known import register
from peyman.actors.spans import KnownSpans, Span
from peyman.languages import Language
from peyman.model import AgreementKind
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Lexicon, Match, Phrase
from peyman.text.tokens import Token, TokenKind

#: An agreement's name has at most so many tokens.
LONGEST_NAME = 16
#: A word for signing belongs to an agreement if no more than so many tokens stand between them.
SIGNING_DISTANCE = 8
#: In a headline more than this share of the words longer than `_SHORT` begin with a capital.
_HEADLINE, _SHORT = 0.7, 3
_ENDING = frozenset(".!?")
_YEAR = re.compile(r"(?:19|20)\d\d|1[34]\d\d")
_ABOUT = ("topics", "describing")
_DAY = re.compile(r"[0-3]?\d")
_RESOLUTION_NUMBER = re.compile(r"\d{3,4}")
#: Years of the Persian calendar end here; what is greater is Gregorian.
_LAST_PERSIAN_YEAR = 1499


@dataclass(slots=True)
class NamedAgreement:
    """An agreement as it stands in a text, tokens ``[first, last)``.

    Attributes:
        type: What kind of text it is, by its head word.
        head: Tokens of the head word.
        parties: Keys of parties in its name.
        places: Keys of places in its name.
        made_in: Keys of places that the words behind its name lead to.
        people: Keys of known people in its name: whose plan it is.
        words: Words of its name that stand in no register, folded: "anglo-irish", "status of forces".
        topics: Keys of its topics.
        described: Keys of words that describe it and tell it from no other: "comprehensive", "temporary".
        year: EDTF of its year, where the name has one.
        number: Its number, for resolutions.
        known: Key of the register, where it is a known one.
        complete: Whether the words name one, rather than refer to one named elsewhere.
        signed: Whether a word for signing stands near it.
        dated: Whether a day of a month is part of its name.
        unnamed: Whether the words say that no single one is meant: "any agreement".
    """

    first: int
    last: int
    type: AgreementType
    head: tuple[int, int]
    parties: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    made_in: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    year: str | None = None
    number: str | None = None
    known: str | None = None
    complete: bool = False
    signed: bool = False
    dated: bool = False
    unnamed: bool = False

    @property
    def kind(self) -> AgreementKind:
        """What the contract calls it: an agreement on a ceasefire is one."""
        if self.known:
            return cast(AgreementKind, register.agreements()[self.known].kind)
        return "ceasefire" if "ceasefire" in self.topics and self.type.kind == "agreement" else self.type.kind

    def key(self) -> str:
        """Return its key: the register's, else one made of what its name holds."""
        if self.known:
            return self.known
        if self.number:
            return f"resolution:{self.number}"
        of = ("+".join(sorted(self.parties)), "+".join(self.places), "+".join(self.people), "-".join(self.words))
        parts = [self.type.name, *of, self.year or "", *sorted(self.topics[:2])]
        return "agreement:" + ":".join(part for part in parts if part)


class AgreementGrammar:
    """The words that agreements of one language are named with."""

    def __init__(self, language: Language) -> None:
        """Compile ``agreements.toml``."""
        table: Mapping[str, Mapping[str, list[str]]] = language.table("agreements")
        phrases = [
            Phrase(form, category, key)
            for category in ("heads", "topics", "describing")
            for key, forms in table.get(category, {}).items()
            for listed in forms
            for form in _spellings(listed)
        ]
        phrases += [
            Phrase(form, category, listed)
            for category, name in (("links", "words"), ("years", "before"))
            for listed in table.get(category, {}).get(name, ())
            for form in _spellings(listed)
        ]
        self.signing = frozenset(fold(word) for word in table.get("signing", {}).get("words", ()) if " " not in word)
        self.reaching = frozenset(fold(word) for word in table.get("reaching", {}).get("words", ()))
        self.other_days = frozenset(fold(word) for word in table.get("other_days", {}).get("words", ()))
        self.unnamed = frozenset(fold(word) for word in table.get("unnamed", {}).get("after", ()))
        self.other_papers = frozenset(fold(word) for word in table.get("unnamed", {}).get("before", ()))
        self.inside = frozenset(fold(word) for word in table.get("links", {}).get("inside", ()))
        self.between = frozenset(fold(word) for word in table.get("links", {}).get("between", ()))
        self.joining = frozenset(fold(word) for word in table.get("links", {}).get("joining", ()))
        self.months = frozenset(_months(language))
        self.conjunctions = frozenset(fold(word) for word in language.table("bodies").get("links", {}).get("and", ()))
        self.affixes = register.affixes(table.get("affixes", {}))
        self.lexicon = Lexicon(phrases, self.affixes)
        self.before = "before" in table.get("order", {}).get("topic", ())

    def is_signing(self, token: Token) -> bool:
        """Whether a token is a word for signing."""
        return any(stem in self.signing for stem in self.affixes.stems(token.fold))

    def is_reaching(self, token: Token) -> bool:
        """Whether a token is a word for signing, for reaching or for announcing an agreement."""
        return self.is_signing(token) or any(stem in self.reaching for stem in self.affixes.stems(token.fold))


def _months(language: Language) -> Iterator[str]:
    """Folded names of months of every calendar that the language's ``calendar.toml`` lists."""
    for names in language.table("calendar").get("months", {}).values():
        for listed in names if isinstance(names, list) else names.values():
            for form in [listed] if isinstance(listed, str) else listed:
                if isinstance(form, str):
                    yield fold(form)


def _spellings(form: str) -> list[str]:
    return [form, form.replace("\u200c", " ")] if "\u200c" in form else [form]


@cache
def agreement_grammar(language: Language) -> AgreementGrammar:
    """Return the agreement grammar of a language; built once."""
    return AgreementGrammar(language)


def find_agreements(text: AnalysedText, known: KnownSpans, first: int, last: int) -> list[NamedAgreement]:
    """Find agreements in one sentence, incomplete references included (`NamedAgreement.complete`).

    Args:
        text: The text.
        known: Its known names.
        first: First token of the sentence.
        last: After its last token.
    """
    reader = _Sentence(text, known, first, last)
    named = list(reader.known_ones())
    taken = [(a.first, a.last) for a in named]
    for agreement in reader.by_form():
        overlapping = [n for n, (a, b) in enumerate(taken) if agreement.first < b and a < agreement.last]
        if not overlapping:
            named.append(agreement)
        elif agreement.complete:
            # The form reaches further than the register's name: "the Strategic Framework Agreement of 2008".
            host = named[overlapping[0]]
            host.first, host.last = min(host.first, agreement.first), max(host.last, agreement.last)
            host.year = host.year or agreement.year
            host.parties = host.parties or agreement.parties
            host.signed = host.signed or agreement.signed
    for agreement in named:
        _leave_register_if_dated_otherwise(agreement)
    return sorted(named, key=lambda a: a.first)


def _leave_register_if_dated_otherwise(agreement: NamedAgreement) -> None:
    """A name that many agreements bear, with another year than the register's, is another agreement."""
    facts = register.agreements().get(agreement.known or "")
    if facts is not None and facts.date and agreement.year and agreement.year[:4] != facts.date[:4]:
        agreement.known = None


class _Sentence:
    def __init__(self, text: AnalysedText, known: KnownSpans, first: int, last: int) -> None:
        self.text, self.known, self.first, self.last = text, known, first, last
        self.grammar = agreement_grammar(text.language)
        #: The agreement in whose name "between" has been read: the capitals behind it are governments.
        self._between: NamedAgreement | None = None
        self.starts: dict[int, list[Match]] = {}
        self.ends: dict[int, list[Match]] = {}
        for match in self.grammar.lexicon.find(text.tokens, first, last):
            self.starts.setdefault(match.start, []).append(match)
            self.ends.setdefault(match.end, []).append(match)

    def known_ones(self) -> list[NamedAgreement]:
        found: list[NamedAgreement] = []
        for token in range(self.first, self.last):
            for span in self.known.starting(token):
                key = span.key("agreement")
                if key and span.last <= self.last and not any(span.first < a.last for a in found):
                    kind = _type_of_kind(register.agreements()[key].kind)
                    known = NamedAgreement(span.first, span.last, kind, (span.first, span.last), known=key)
                    known.complete, known.signed = True, self._is_signed(known)
                    found.append(known)
        return found

    def by_form(self) -> list[NamedAgreement]:
        found: list[NamedAgreement] = []
        reached = self.first
        for token in range(self.first, self.last):
            heads = [m for m in self.starts.get(token, ()) if m.category == "heads"]
            if token < reached or not heads or self._is_topic_of_next(heads[0]):
                continue
            agreement = self._read(heads[0], reached)
            found.append(agreement)
            reached = agreement.last
        return found

    def _is_topic_of_next(self, head: Match) -> bool:
        """Whether a head is what the agreement behind it is about: "the ceasefire agreement"."""
        about = any(m.category in _ABOUT and m.end == head.end for m in self.starts[head.start])
        return self.grammar.before and about and self._is_head(head.end)

    def _read(self, head: Match, floor: int) -> NamedAgreement:
        agreement = NamedAgreement(head.start, head.end, agreement_types()[head.value], (head.start, head.end))
        if self.grammar.before:
            self._before(agreement, floor)
        self._after(agreement)
        agreement.signed = self._is_signed(agreement)
        before = self.text.tokens[agreement.first - 1] if agreement.first > self.first else None
        behind = self.text.tokens[head.end].fold if head.end < self.last else ""
        agreement.unnamed = (
            self._is_cut_short(agreement)
            or behind in self.grammar.other_papers
            or (
                before is not None
                and (
                    before.fold in self.grammar.unnamed
                    or (before.kind is TokenKind.NUMBER and not _YEAR.fullmatch(before.fold))
                )
            )
        )
        has = {
            "topic": agreement.topics,
            "name": agreement.parties or agreement.places or agreement.people or agreement.words,
            "year": agreement.year or agreement.dated,
            "number": agreement.number,
            "signing": agreement.signed,
            "described": agreement.signed and agreement.described,
            "own": self._is_own(agreement),
            "nothing": True,
        }
        agreement.complete = not agreement.unnamed and any(has[need] for need in agreement.type.needs)
        return agreement

    def _is_own(self, agreement: NamedAgreement) -> bool:
        """Whether a head is part of a name that was given it: in capitals, behind words in capitals: "the X Note"."""
        named = agreement.first < agreement.head[0] and self._is_capital(agreement.head[0])
        return named and not self._is_all_in_capitals and bool(agreement.words or agreement.places or agreement.people)

    def _is_signed(self, agreement: NamedAgreement) -> bool:
        """Whether a word for signing stands near: "they signed an agreement"."""
        near = range(
            max(self.first, agreement.first - SIGNING_DISTANCE), min(self.last, agreement.last + SIGNING_DISTANCE)
        )
        return any(self.grammar.is_signing(self.text.tokens[t]) for t in near)

    def _before(self, agreement: NamedAgreement, floor: int) -> None:
        at = agreement.first
        while at > floor and agreement.last - at < LONGEST_NAME:
            topic = next((m for m in self.ends.get(at, ()) if m.category in _ABOUT and m.start >= floor), None)
            span = next((s for s in self.known.ending(at) if s.first >= floor and self._is_part(s)), None)
            token = self.text.tokens[at - 1]
            if topic is not None:
                (agreement.topics if topic.category == "topics" else agreement.described).insert(0, topic.value)
                at = topic.start
            elif span is not None:
                self._take(agreement, span)
                at = span.first
            elif token.kind is TokenKind.NUMBER and _YEAR.fullmatch(token.fold):
                agreement.year = token.fold
                at -= 1
            elif token.text in ("-", "–") and at - 1 > floor and self.known.ending(at - 1):
                at -= 1
            elif (start := self._own_word(agreement, at, floor)) is not None:
                agreement.words = [
                    self.text.tokens[n].fold for n in range(start, at) if self._is_capital(n)
                ] + agreement.words
                at = start
            else:
                break
        agreement.first = at

    def _own_word(self, agreement: NamedAgreement, at: int, floor: int) -> int | None:
        """Where a word of a name begins that ends at a token, with what links it: "Greentree", "Status of"."""
        if not self._is_capital(agreement.head[0]) or self._is_all_in_capitals:
            return None
        tokens = self.text.tokens
        if self._is_capital(at - 1) and at - 1 > self.first:
            return at - 1
        linked = at - 2 > self.first and at - 2 >= floor and self._is_capital(at - 2) and self._is_capital(at)
        joins = tokens[at - 1].text == "-" or tokens[at - 1].fold in self.grammar.joining
        return at - 2 if linked and joins else None

    def _is_capital(self, token: int) -> bool:
        """Whether a word begins with a capital, in a language that has them, and is none that only links."""
        found = self.text.tokens[token]
        if not self.text.language.has_case or found.kind is not TokenKind.WORD or not found.text[:1].isupper():
            return False
        return not any(m.end == token + 1 for m in self.starts.get(token, ()) if m.category == "links")

    @cached_property
    def _is_all_in_capitals(self) -> bool:
        """Whether the sentence is a headline in which most words begin with a capital: there they mark no name."""
        if self.text.tokens[self.last - 1].text in _ENDING:
            return False
        words = [
            t for t in self.text.tokens[self.first : self.last] if t.kind is TokenKind.WORD and len(t.text) > _SHORT
        ]
        return sum(t.text[:1].isupper() for t in words) > _HEADLINE * len(words)

    def _is_cut_short(self, agreement: NamedAgreement) -> bool:
        """Whether the name goes on and is another thing's: "the Amazon Cooperation Treaty Organization"."""
        behind = agreement.last
        return (
            agreement.last == agreement.head[1]
            and behind < self.last
            and not self._is_all_in_capitals
            and self._is_capital(agreement.head[0])
            and self._is_capital(behind)
            and not self.known.starting(behind)
        )

    def _after(self, agreement: NamedAgreement) -> None:
        at = agreement.last
        while at < self.last and at - agreement.first < LONGEST_NAME:
            step = self._step(agreement, at)
            if step is None:
                break
            at = step

    def _step(self, agreement: NamedAgreement, at: int) -> int | None:
        """Read one part of the name at a token; links count only with a part behind them."""
        part = self._part(agreement, at)
        if part is not None:
            agreement.last = part
            return part
        for link in self.starts.get(at, ()):
            if link.category not in ("links", "years") or link.end >= self.last:
                continue
            if link.category == "links" and self._names_day(link.end):
                # "The agreement on 4 April": the day is told with it, and is no part of its name.
                agreement.dated = True
                continue
            if self._joins_another(agreement, link) or self._says_where(agreement, link):
                continue
            if self._says(link, self.grammar.between):
                self._between = agreement
            part = self._part(agreement, link.end)
            if part is None:
                # Two links in a row: "between the".
                for second in self.starts.get(link.end, ()):
                    if second.category in ("links", "years") and second.end < self.last:
                        part = part or self._part(agreement, second.end)
            if part is not None:
                agreement.last = part
                return part
        return None

    def _says(self, link: Match, words: frozenset[str]) -> bool:
        """Whether one of some words is in a link."""
        return any(token.fold in words for token in self.text.tokens[link.start : link.end])

    def _says_where(self, agreement: NamedAgreement, link: Match) -> bool:
        """Whether a link leads to where it was made: "an oil deal *in* Ankara". A ceasefire is one in a place."""
        if agreement.type.kind == "ceasefire" or "ceasefire" in agreement.topics:
            return False
        if not self._says(link, self.grammar.inside):
            return False
        for span in self.known.starting(link.end):
            place = span.key("place")
            if place and not span.key("party", "adjective"):
                agreement.made_in.append(place)
                return True
        return False

    def _joins_another(self, agreement: NamedAgreement, link: Match) -> bool:
        """Whether "and" stands before the name of another: "the Doha Agreement and Resolution 2254"."""
        if not self._says(link, self.grammar.conjunctions):
            return False
        at = link.end
        starts = {at, *(second.end for second in self.starts.get(at, ()) if second.category == "links")}
        ends = {span.last for start in starts for span in self.known.starting(start) if self._is_part(span)}
        ends |= {m.end for start in starts for m in self.starts.get(start, ()) if m.category in _ABOUT}
        if self.grammar.before and any(self._is_head(end) for end in ends):
            return True
        return agreement.last == agreement.head[1] and any(self._is_head(start) for start in starts)

    def _is_head(self, token: int) -> bool:
        return any(match.category == "heads" for match in self.starts.get(token, ()))

    def _part(self, agreement: NamedAgreement, at: int) -> int | None:
        token = self.text.tokens[at]
        if token.kind is TokenKind.NUMBER:
            if agreement.type.name == "resolution" and _RESOLUTION_NUMBER.fullmatch(token.fold):
                agreement.number = agreement.number or token.fold
                return at + 1
            if _YEAR.fullmatch(token.fold) and agreement.year is None:
                agreement.year = year_of(token.fold)
                return at + 1
        day = self._names_day(at)
        if day is not None:
            agreement.dated = True
            return day
        if token.kind is TokenKind.NUMBER:
            return None
        topic = next((m for m in self.starts.get(at, ()) if m.category in _ABOUT), None)
        if topic is not None:
            (agreement.topics if topic.category == "topics" else agreement.described).append(topic.value)
            return topic.end
        span = next((s for s in self.known.starting(at) if s.last <= self.last and self._is_part(s)), None)
        if span is not None:
            self._take(agreement, span)
            return span.last
        return None

    def _names_day(self, at: int) -> int | None:
        """Where a day with its month ends that begins at a token: "27 February", "April 4", "1'ê Nîsanê"."""
        if self._is_month(at) and at + 1 < self.last and _DAY.fullmatch(self.text.tokens[at + 1].fold):
            return at + 2
        if _DAY.fullmatch(self.text.tokens[at].fold):
            return next((month + 1 for month in range(at + 1, min(at + 4, self.last)) if self._is_month(month)), None)
        return None

    def _is_month(self, token: int) -> bool:
        folded = self.text.tokens[token].fold
        return any(folded.startswith(name) for name in self.grammar.months if len(name) > 2)

    def _is_part(self, span: Span) -> bool:
        if span.key("place") is not None and all(known.marked for known in span.known):
            return False  # "Monday's truce" is not that of Dushanbe
        if span.key("party", "adjective", "place", "body") is not None:
            return True
        return span.key("person") is not None

    def _take(self, agreement: NamedAgreement, span: Span) -> None:
        party, body, place = span.key("party", "adjective"), span.key("body"), span.key("place")
        person = span.key("person")
        if party and party in register.parties():
            agreement.parties.append(party)
        elif body and register.bodies()[body].party:
            agreement.parties.append(register.bodies()[body].party or "")
        elif place:
            capital_of = register.places()[place].capital_of
            if capital_of and self._between is agreement:
                agreement.parties.append(capital_of)  # "the deal between Baghdad and Erbil"
            else:
                agreement.places.append(place)
        elif person:
            agreement.people.append(person)
        agreement.parties = list(dict.fromkeys(agreement.parties))


@cache
def _type_of_kind(kind: str) -> AgreementType:
    """The first type of a kind, for agreements of the register."""
    return next(t for t in agreement_types().values() if t.kind == kind)


def year_of(digits: str) -> str:
    """Return the EDTF of a year in digits: a year of the Persian calendar becomes the days that it spans."""
    year = int(digits)
    if year > _LAST_PERSIAN_YEAR:
        return digits
    start: tuple[int, int, int] = persian.to_gregorian(year, 1, 1)  # type: ignore[no-untyped-call]
    after: float = persian.to_jd(year + 1, 1, 1)  # type: ignore[no-untyped-call]
    end: tuple[int, int, int] = gregorian.from_jd(after - 1)[:3]  # type: ignore[no-untyped-call]
    return "/".join(f"{y:04d}-{m:02d}-{d:02d}" for y, m, d in (start, end))
