"""Whether a known name is meant where its words stand: those of many are other words, or of others, too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property

from peyman.actors.bodies.composed import grammar
from peyman.actors.bodies.outlets import is_set_off
from peyman.actors.known import register
from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import vocabulary
from peyman.actors.places.named import after_preposition, after_state_word
from peyman.actors.spans import KnownSpans, Span
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.marks import OPENING_QUOTES
from peyman.text.tokens import Token, TokenKind

#: An office stands at most so many tokens beside whose it is.
_OFFICE = 4


class Meant:
    """Tells which known names of one text are meant.

    Args:
        text: The text.
        known: Its known names.
        tagged: What the tagger found.
    """

    def __init__(self, text: AnalysedText, known: KnownSpans, tagged: Sequence[NameSpan]) -> None:
        self.text = text
        self.known = known
        self._tagged_places = {t for span in tagged if span.kind == "place" for t in range(span.first, span.last)}

    def is_meant(self, span: Span) -> bool:
        """Whether a known name stands for what the register knows by it.

        A minor place, whose name is also another word, is meant only where something says that it is a place.

        Args:
            span: Where the name stands.
        """
        place = span.key("place")
        if place and len(span.known) == 1 and span.known[0].marked:
            return register.places()[place].country in self.known.parties
        if self._is_wider(span) or self._is_anothers(span) or self._goes_on(span) or self._ends_name(span):
            return False
        if all(known.marked for known in span.known):
            return is_set_off(self.text, span.first, span.last) if span.key("outlet") else self._is_among_parties(span)
        if span.key("party", "adjective", "body", "outlet") or not _is_minor(span):
            return True
        tagged = not self._tagged_places.isdisjoint(range(span.first, span.last))
        return tagged or after_preposition(self.text, span.first)

    def _is_wider(self, span: Span) -> bool:
        """Whether a region's short name is that of a larger land here: "Kurdistan" where a text is all about Turkey.

        It is, where the text names a state with another part of that land, and nothing of the region's own state: no
        ministers or delegations either ("the interior minister *of Kurdistan*").
        """
        words = " ".join(token.fold for token in self.text.tokens[span.first : span.last])
        parts = _wider(self.text.language).get(words)
        party = span.key("party")
        if not parts or party is None:
            return False
        told = register.state_of(party) in self._states or party in self._owners
        return not told and not parts.isdisjoint(self._states)

    @cached_property
    def _owners(self) -> frozenset[str]:
        """The parties whose offices or delegations the text names by any of their names."""
        words, tokens = vocabulary(self.text.language), self.text.tokens
        links = grammar(self.text.language).links
        found = set()
        for span in self.known.spans:
            party = span.key("party")
            if party is None:
                continue
            if words.possessor_before:
                near = words.titles.find(tokens, span.last, min(span.last + _OFFICE, len(tokens)))
                held = any(title.value == "office" for title in near)
            else:
                end = span.first - (span.first > 0 and tokens[span.first - 1].fold in links)
                near = words.titles.find(tokens, max(0, end - _OFFICE), end)
                led = end > 0 and words.is_among(tokens[end - 1].fold, words.led)
                held = led or any(title.value == "office" and title.end >= end - 1 for title in near)
            found |= {party} if held else set()
        return frozenset(found)

    @cached_property
    def _states(self) -> frozenset[str]:
        """The states that the text speaks of: by their names, their parties and bodies, their towns."""
        wider = _wider(self.text.language)
        found: set[str | None] = set()
        for span in self.known.spans:
            party, body, place = span.key("party", "adjective"), span.key("body"), span.key("place")
            words = " ".join(token.fold for token in self.text.tokens[span.first : span.last])
            if party is not None and words not in wider:
                found.add(register.state_of(party))
            if body is not None:
                facts = register.bodies()[body]
                found |= {facts.country, register.state_of(facts.party) if facts.party else None}
            if place is not None:
                found.add(register.places()[place].country)
        return frozenset(state for state in found if state)

    def _is_anothers(self, span: Span) -> bool:
        """Whether a body is one of another state that is called alike: "the Transitional Council *of Haiti*"."""
        body = span.key("body")
        if body is None or vocabulary(self.text.language).possessor_before:
            return False
        facts = register.bodies()[body]
        own = {facts.country, facts.party, facts.party and register.state_of(facts.party)}
        acts_for = register.parties().get(facts.party or "")
        owners = [s for s in self.known.starting(span.last) if s.key("party", "adjective")]
        national = facts.country is not None or (acts_for is not None and acts_for.kind == "state")
        return national and bool(owners) and not any(s.key("party", "adjective") in own for s in owners)

    def _goes_on(self, span: Span) -> bool:
        """Whether a party's short name is but the beginning of another's name, or a quoted one follows it."""
        names, words = _longer(self.text.language)
        if span.last - span.first != 1 or span.key("party", "body") is None or span.last >= len(self.text.tokens):
            return False
        behind = self.text.tokens[span.last]
        goes_on = behind.fold in words or behind.text in OPENING_QUOTES
        return goes_on and self.text.tokens[span.first].fold in names

    def _ends_name(self, span: Span) -> bool:
        """Whether the one word for a parliament is but the end of another name: "the 20th *Party* Congress"."""
        body, words = span.key("body"), vocabulary(self.text.language)
        if body is None or span.last - span.first > 1 or span.first == 0 or not words.possessor_before:
            return False
        before = self.text.tokens[span.first - 1]
        index = self.text.sentence_at(span.first)
        opens = index is None or self.text.sentences[index].first == span.first - 1
        named = before.kind is TokenKind.WORD and before.text[:1].isupper() and not opens
        if not named or before.fold in words.timely or words.is_stop(before.fold):
            return False
        known = any(s.key("party", "adjective") for s in self.known.ending(span.first))
        return register.bodies()[body].kind == "parliament" and not known

    def _is_among_parties(self, span: Span) -> bool:
        """Whether a party whose name is another word too stands where a party stands."""
        # "For change", "in society": of what parties are called, most stands behind a preposition as another word.
        if self._is_met(span.first) if span.key("body") else after_preposition(self.text, span.first):
            return True
        if after_state_word(self.text, span.first):
            return True
        # "The foreign minister of Peru": one word alone would not do, since "a financial adviser" is none of Mali.
        titles = vocabulary(self.text.language).titles.find(self.text.tokens, max(0, span.first - 3), span.first)
        if any(t.end == span.first and t.end - t.start >= 2 for t in titles):
            return True
        table: Mapping[str, Sequence[str]] = self.text.language.table("parties")
        if span.first and self.text.tokens[span.first - 1].fold in map(fold, table.get("doubtful_behind", ())):
            return True
        # "And" may be written on to the next name.
        tokens, joining = self.text.tokens, grammar(self.text.language).conjunctions
        beside = [] if self.text.language.has_case else list(self.known.starting(span.last))
        near = [*beside, *self.known.ending(span.first)]
        # "Change met *with* the Union"; but "financial dealings with Iran" are none of Mali.
        facing = vocabulary(self.text.language).facing if span.key("body") else frozenset[str]()
        if span.last < len(tokens) and (_joins(tokens[span.last], joining) or tokens[span.last].fold in facing):
            near += self.known.starting(span.last + 1)
        if span.first and _joins(tokens[span.first - 1], joining):
            near += self.known.ending(span.first - 1)
        return any(s.key("party", "adjective") or _is_party(s.key("body")) for s in near if s.known != span.known)

    def _is_met(self, first: int) -> bool:
        """Whether the word before a token says that whoever follows is met."""
        return first > 0 and vocabulary(self.text.language).faces(self.text.tokens, first - 1, first)


def _joins(token: Token, conjunctions: Collection[str]) -> bool:
    """Whether a token stands between two names of a list: "and", or a mark."""
    return token.kind is TokenKind.MARK or token.fold in conjunctions


@cache
def _wider(language: Language) -> Mapping[str, frozenset[str]]:
    """The folded names of regions that are a larger land's, too, with the other states that have a part of it."""
    table: Mapping[str, Sequence[str]] = language.table("parties").get("wider", {})
    return {fold(name): frozenset(states) for name, states in table.items()}


@cache
def _longer(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The folded short names that longer ones begin with, and the words behind them that make them another's."""
    table: Mapping[str, Sequence[str]] = language.table("parties").get("longer", {})
    names, words = (frozenset(map(fold, table.get(kind, ()))) for kind in ("names", "words"))
    return names, words


def _is_party(body: str | None) -> bool:
    """Whether a body acts for itself, as political parties and movements do."""
    return body is not None and register.bodies()[body].kind in ("political-party", "movement")


def _is_minor(span: Span) -> bool:
    return register.places()[span.key("place") or ""].kind == "minor"
