"""From mentions of agreements to agreements: which mentions are one, between whom it is, and when it was signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from peyman.actors.agreements.agreement_types import label
from peyman.actors.agreements.named import NamedAgreement, agreement_grammar
from peyman.actors.found import AgreementEntry, Found, Mention
from peyman.actors.known import register
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

#: A sentence that names more parties than this does not say who is bound.
MOST_PARTIES = 3
#: The day of an agreement stands at most so many tokens behind its name, with a word for signing near it.
DAY_AFTER = 14
#: The same for a day before the name.
DAY_BEFORE = 12
#: A word for signing stands at most so many tokens from the day that it tells of.
SIGNING_REACH = 5
#: Between a name and a day that belongs to it stand at most so many tokens without a word for signing: "the accord of".
BARE_REACH = 3
_ENDING = frozenset(".;؛!?؟")


class Dated(Protocol):
    """A date in a text: what this module needs to know of it, see `peyman.dates.FoundDate`."""

    @property
    def first(self) -> int:
        """First token."""

    @property
    def last(self) -> int:
        """After the last token."""

    @property
    def edtf(self) -> str | None:
        """What it means."""

    @property
    def relative(self) -> bool:
        """Whether it is told from another date."""

    @property
    def vague(self) -> bool:
        """Whether it is no more than "recently"."""


def take_agreements(
    text: AnalysedText,
    found: Found,
    named: Sequence[NamedAgreement],
    dates: Sequence[Dated] = (),
    published: str | None = None,
) -> None:
    """Make entries of the agreements of a text, into `found`.

    Args:
        text: The text.
        found: What was found in it so far: the parties of its sentences.
        named: Mentions of agreements, in order.
        dates: Its dates.
        published: EDTF of its publication: nothing has been signed on a later day.
    """
    _AgreementAssembly(text, found, dates, published).take(named)


class _AgreementAssembly:
    def __init__(self, text: AnalysedText, found: Found, dates: Sequence[Dated], published: str | None) -> None:
        self.text = text
        self.found = found
        self.grammar = agreement_grammar(text.language)
        self.dates = [
            d for d in dates if d.edtf and not d.vague and "/" not in d.edtf and not (published and d.edtf > published)
        ]
        self.named: list[list[NamedAgreement]] = []
        self.days: list[str | None] = []

    def take(self, named: Sequence[NamedAgreement]) -> None:
        """Every agreement that is named becomes an entry; what refers to one becomes a mention of it."""
        for agreement in named:
            day = self._day(agreement)
            index = self._entry(agreement, day) if agreement.complete else self._referred(agreement)
            if index is None:
                continue
            self.named[index].append(agreement)
            entry = self.found.agreements[index]
            entry.mentions.append(
                Mention(agreement.first, agreement.last, index, "name" if agreement.complete else "short")
            )
            if day is not None and (entry.date is None or _closer(day, entry.date)):
                entry.date = self.days[index] = day
        for entry, mentions in zip(self.found.agreements, self.named, strict=True):
            if entry.key in register.agreements():
                continue
            first = mentions[0]
            topics = list(dict.fromkeys(topic for m in mentions for topic in [*m.described, *m.topics]))
            places = list(dict.fromkeys(place for m in mentions for place in m.places))
            places = places or [place for m in mentions for place in m.made_in]
            number = next((m.number for m in mentions if m.number), None)
            if any(m.words for m in mentions):
                continue  # it bears a name of its own, the one that was published
            english = label(first.type, topics[:MOST_PARTIES], entry.parties, places[:1], number)
            if entry.parties or topics or places or number:
                entry.names = {"en": english}

    def _entry(self, agreement: NamedAgreement, day: str | None) -> int:
        for index in range(len(self.named) - 1, -1, -1):
            told = self.days[index]
            if day and told and not (day == told or _closer(day, told) or _closer(told, day)):
                continue
            if any(_one(agreement, other) for other in self.named[index] if other.complete):
                self._widen(index, agreement)
                return index
        facts = register.agreements().get(agreement.known or "")
        parties = list(facts.parties) if facts and facts.parties else list(agreement.parties)
        if not (agreement.known or parties or agreement.places or agreement.number or agreement.words):
            # "They signed a memorandum": between those whom the sentence names.
            parties = self._parties_of_sentence(agreement.first)
            agreement.parties = parties
        self.named.append([])
        self.days.append(None)
        self.found.agreements.append(
            AgreementEntry(
                name=self.text.words(agreement.first, agreement.last),
                key=agreement.key(),
                names=register.display_names("agreement", agreement.known) if agreement.known else {},
                date=facts.date if facts else agreement.year,
                parties=parties,
                kind=agreement.kind,
                confidence=0.9 if facts else 0.7,
            )
        )
        return len(self.named) - 1

    def _widen(self, index: int, agreement: NamedAgreement) -> None:
        """Take from a later mention what the entry does not know yet."""
        entry = self.found.agreements[index]
        entry.date = entry.date or agreement.year
        if not entry.parties or set(entry.parties) < set(agreement.parties):
            entry.parties = list(agreement.parties) or entry.parties

    def _referred(self, agreement: NamedAgreement) -> int | None:
        """The last agreement of its kind before a bare reference to one; any, where the word says nothing more."""
        if agreement.unnamed:
            return None
        for index in range(len(self.named) - 1, -1, -1):
            if any(other.type.name == agreement.type.name for other in self.named[index]):
                return index
        if agreement.type.name == "agreement" and self.named:
            return len(self.named) - 1
        return None

    def _parties_of_sentence(self, token: int) -> list[str]:
        """Two or three parties that a sentence speaks of; none where there are fewer or more."""
        number = self.text.sentence_at(token)
        if number is None:
            return []
        sentence = self.text.sentences[number]
        within = [m for m in self.found.mentions_in(sentence.first, sentence.last) if m.party in register.parties()]
        named = dict.fromkeys(m.party for m in within if self.found.actors[m.entry].kind == "party")
        # Those who act for a party stand for it where it is not named itself: "the ministries of A and B signed".
        parties = [key for key in (named if len(named) > 1 else dict.fromkeys(m.party for m in within)) if key]
        return parties if 2 <= len(parties) <= MOST_PARTIES else []

    # -- when it was signed ------------------------------------------------------------------------------------
    def _day(self, agreement: NamedAgreement) -> str | None:
        """The day that the words give for an agreement.

        In its name or right behind it ("the accord of 4 April"), behind it with a word for signing ("the agreement
        signed in Geneva on …"), or before it with one ("on … they signed an agreement").
        """
        number = self.text.sentence_at(agreement.first)
        if number is None:
            return None
        sentence = self.text.sentences[number]
        within = [d for d in self.dates if sentence.first <= d.first and d.last <= sentence.last]
        for date in within:
            if agreement.first <= date.first < agreement.last:
                return date.edtf
        for date in within:
            between = range(agreement.last, date.first)
            if date.first < agreement.last or len(between) > DAY_AFTER:
                continue
            if any(self.text.tokens[t].text in _ENDING for t in between) or self._has_other_day(between):
                break
            close = len(between) < BARE_REACH and (agreement.dated or not date.relative) and not self._has_mark(between)
            around = (
                between,
                range(date.last, min(sentence.last, date.last + SIGNING_REACH)),
                range(max(sentence.first, agreement.first - SIGNING_REACH), agreement.first),
            )
            if close or any(self._has_signing(tokens) for tokens in around):
                return date.edtf
            break
        before = [d for d in within if d.last <= agreement.first and agreement.first - d.last <= DAY_BEFORE]
        if before:
            date = before[-1]
            near = (
                range(max(sentence.first, date.first - DAY_BEFORE), agreement.first),
                range(agreement.last, min(sentence.last, agreement.last + SIGNING_REACH)),
            )
            between = range(date.last, agreement.first)
            if not self._has_other_day(between) and any(self._has_signing(tokens) for tokens in near):
                return date.edtf
        return None

    def _has_mark(self, tokens: range) -> bool:
        """Whether a mark parts a name from a day."""
        return any(self.text.tokens[t].kind is TokenKind.MARK for t in tokens)

    def _has_signing(self, tokens: range) -> bool:
        return any(self.grammar.is_reaching(self.text.tokens[t]) for t in tokens)

    def _has_other_day(self, tokens: range) -> bool:
        """Whether a word says that the day is that of something else: of its entry into force, of its end."""
        return any(self.text.tokens[t].fold in self.grammar.other_days for t in tokens)


#: Words that any agreement may be called by.
_GENERIC = frozenset({"agreement", "ceasefire", "framework", "principles", "declaration", "treaty", "convention"})


def _closer(day: str, than: str) -> bool:
    """Whether an EDTF date is a closer one of the same time: a day of that month, a month of that year."""
    return len(day) > len(than) and day.startswith(than)


def _one(new: NamedAgreement, old: NamedAgreement) -> bool:
    """Whether two mentions in one text are of one agreement: nothing in their names speaks against it.

    Args:
        new: The later one.
        old: One before it.
    """
    if new.known or old.known:
        return new.known == old.known
    if new.number or old.number:
        return new.number == old.number and new.type.name == old.type.name
    if new.year and old.year and new.year[:4] != old.year[:4]:
        return False
    if new.type.name != old.type.name and not (new.type.name in _GENERIC and old.type.name in _GENERIC):
        return False
    told = (new.parties, old.parties), (new.topics, old.topics), (new.places, old.places), (new.words, old.words)
    for mine, theirs in told:
        if mine and theirs and not (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
            return False
    if new.people != old.people and new.people and old.people:
        return False
    if new.type.name == old.type.name:
        return True
    return bool(set(new.topics) & set(old.topics) or set(new.parties) & set(old.parties))
