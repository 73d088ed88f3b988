"""What names a place beside the register: a word for its kind, a body's house, a list behind a known place.

The words that tell are data (``[places]`` of ``parties.toml``). Whether a capital's name is a place at all is told in
`peyman.actors.places.capitals`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from peyman.actors.bodies.composed import Composed, grammar
from peyman.actors.known import register
from peyman.actors.known.tagger import word_ranks
from peyman.actors.known.titles import vocabulary
from peyman.actors.names.name_marks import has_capital
from peyman.actors.spans import KnownSpans
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes, Lexicon, Match, Phrase
from peyman.text.marks import ALL_QUOTES
from peyman.text.tokens import Token, TokenKind

#: Bodies that are houses too: what happens "at the embassy" happens in a place.
HOUSES = frozenset({"embassy", "consulate"})
#: The name of a residence has at most so many words.
LONGEST_RESIDENCE = 8
#: Marks that a name may stand in.
_QUOTES = ALL_QUOTES | {"#"}
#: The name after a word for a kind of place has at most so many words.
LONGEST_PLACE_NAME = 2
#: What is left of a name without its ending has more letters than this.
SHORTEST_STEM = 2
#: A word commoner than this is no name.
COMMON_RANK = 3000
#: and than this, none of a village or a town.
UNCOMMON_RANK = 10_000


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place told by a word for its kind, tokens ``[first, last)``: "Sanaa airport", "the Tigris river".

    Attributes:
        known: Key of the known place in its name, where there is one.
        same: Whether it is that place itself ("the city of Basra") rather than something in it.
        shared: Whether its kind is of those that lie between countries.
        body: The body whose house it is, where that is what it is told by: "at the consulate of X".
        head: The English word for the house, where it is another than the body's own.
        holder: Party of the holder of an office whose residence it is.
        office: English word for that office, where it is known.
        seat: Key of the place where that residence is.
        kind: English word for the kind of place, where the language's tables have one.
    """

    first: int
    last: int
    known: str | None
    same: bool
    shared: bool
    body: Composed | None = None
    head: str = ""
    holder: str | None = None
    office: str = ""
    seat: str | None = None
    kind: str = ""

    def residence(self) -> str:
        """Return what the residence of an office's holder is called in English."""
        office = f"the {self.office}" if self.office else "a representative"
        return f"Residence of {office} of {register.party_name(self.holder or '')}"

    def called(self, text: AnalysedText) -> tuple[str, dict[str, str]]:
        """Return the key of a place that is told by its kind, and its names by language.

        Args:
            text: The text that names it.
        """
        opening = _kinds(text.language).unfused(text.tokens[self.first].fold)
        behind = text.repaired_words(self.first + 1, self.last) if self.last > self.first + 1 else ""
        name = text.repaired_words(self.first, self.last) if opening is None else f"{opening} {behind}".strip()
        names = {text.language.code: name}
        if self.known is not None and self.kind:
            # "مطار بغداد" and "Baghdad airport" are one: told by the town and the kind.
            names.setdefault("en", f"{register.place_name(self.known)} {self.kind}")
            return f"place:{self.known}:{self.kind.replace(' ', '-')}", names
        words = [t.fold for t in text.tokens[self.first : self.last] if t.kind is TokenKind.WORD]
        words = words if opening is None else [fold(opening), *words[1:]]
        return "place:" + "-".join(words), names


#: Whoever works in a house stands at most so many tokens before "in": "an official *source* in the embassy".
STAFF_REACH = 2


class _Kinds:
    def __init__(self, language: Language) -> None:
        table: Mapping[str, Any] = language.table("parties").get("places", {})
        heads: Mapping[str, Sequence[str]] = table.get("heads", {})
        phrases = [Phrase(form, kind, form) for kind, forms in heads.items() for form in forms]
        self.lexicon = Lexicon(phrases, register.affixes(table.get("affixes", {})))
        self.heads: Mapping[str, str] = {fold(form): form for forms in heads.values() for form in forms}
        self.prefixes = tuple(fold(prefix) for prefix in table.get("affixes", {}).get("prefixes", ()))
        self.none = frozenset(tuple(token_folds(form)) for form in table.get("none", {}).get("words", ()))
        self.none_heads = frozenset(fold(form) for form in table.get("none", {}).get("heads", ()))
        self.verbs = tuple(re.compile(form) for form in table.get("none", {}).get("verbs", ()))
        self.affixes = Affixes.of(language)
        seats: Sequence[str] = language.table("bodies").get("links", {}).get("seat_in", ())
        self.inside = frozenset(fold(w) for w in seats if " " not in w)
        self.fused_inside = tuple(fold(w) for w in language.table("parties").get("capitals", {}).get("fused_place", ()))
        self.residences = frozenset(fold(form) for form in table.get("venues", {}).get("residence", ()))
        self.venues: Mapping[str, str] = {
            fold(form): english for english, forms in table.get("venues", {}).items() for form in forms
        }
        self.staff = frozenset(fold(form) for form in table.get("staff", {}).get("words", ()))
        self.kinds = _english(table.get("kinds", {}))
        self.holders = _english(table.get("holders", {}))
        self.articles = frozenset(fold(w) for w in language.table("parties").get("capitals", {}).get("articles", ()))
        self.definite = frozenset(fold(w) for w in table.get("pointing", {}).get("with_article", ()))
        self.pointing = frozenset(fold(w) for w in table.get("pointing", {}).get("words", ()))
        parties = language.table("parties")
        # The definite article where it is written to a word, and the prepositions that have taken it in.
        self.article: str = fold(parties.get("article", ""))
        self.fused_articles = tuple(fold(w) for w in parties.get("fused_articles", ()))
        self.prepositions = frozenset(fold(w) for w in table.get("prepositions", {}).get("words", ()))
        self.ranks = word_ranks(language)
        self.has_case = language.has_case
        self.oblique: Mapping[str, str] = table.get("oblique", {})

    def unfused(self, folded: str) -> str | None:
        """A word for a kind of place without the preposition written to it: "at the palace", «بقصر», «بالقصر»."""
        if folded in self.heads:
            return None
        for prefix in self.prefixes:
            head = self.heads.get(folded.removeprefix(prefix)) if folded.startswith(prefix) else None
            if head is not None:
                defined = prefix in self.fused_articles or (self.article and prefix.endswith(self.article))
                return (self.article if defined else "") + head
        return None


def _english(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The English word of each folded form of a table."""
    return {fold(form): english for english, forms in table.items() for form in forms}


def token_folds(words: str) -> list[str]:
    """Return the folded words of a phrase."""
    return [fold(word) for word in words.split()]


@cache
def _kinds(language: Language) -> _Kinds:
    return _Kinds(language)


def is_no_place(text: AnalysedText, first: int, last: int) -> bool:
    """Whether the tokens ``[first, last)`` name a continent, or what nobody meets in: "the private sector"."""
    folds = tuple(t.fold for t in text.tokens[first:last] if t.kind is TokenKind.WORD)
    kinds = _kinds(text.language)
    return folds in kinds.none or (len(folds) > 1 and folds[0] in kinds.none_heads)


def may_be_place(text: AnalysedText, first: int, last: int) -> bool:
    """Whether what was tagged as a place may be one: it has a capital letter, or where there are none a preposition.

    Args:
        text: The text.
        first: Its first token.
        last: After its last token.
    """
    if not text.language.has_case:
        return after_preposition(text, first)
    return any(has_capital(text, token) for token in range(first, last))


def after_preposition(text: AnalysedText, first: int) -> bool:
    """Whether a preposition of place or a word for a kind of place stands before a token."""
    kinds = _kinds(text.language)
    return first > 0 and text.tokens[first - 1].fold in kinds.prepositions


def nominative(text: AnalysedText, first: int, last: int, name: str) -> str:
    """Return the name of a place that no table knows without the ending that a preposition before it asks for.

    Args:
        text: The text.
        first: The first token of the name.
        last: The token behind it.
        name: The name as it is written.
    """
    if last - first == 1 and after_preposition(text, first):
        for ending, bare in _kinds(text.language).oblique.items():
            if name.endswith(ending) and len(name) > len(ending) + SHORTEST_STEM:
                return name[: -len(ending)] + bare
    return name


@cache
def place_words(language: Language) -> frozenset[str]:
    """Return the folded words that stand before places of a language: prepositions, words for kinds of places."""
    kinds = _kinds(language)
    table: Mapping[str, Any] = language.table("parties").get("places", {})
    heads = (word for forms in table.get("heads", {}).values() for form in forms for word in token_folds(form))
    return kinds.prepositions | kinds.inside | frozenset(heads)


def after_state_word(text: AnalysedText, first: int) -> bool:
    """Whether a word for a state ("republic of"), or for what only a state has ("embassy of"), is before a token."""
    titles: Mapping[str, Sequence[str]] = text.language.table("parties").get("titles", {})
    words = (*titles.get("before", ()), *titles.get("of_state", ()))
    return first > 0 and text.tokens[first - 1].fold in {fold(word.split()[-1]) for word in words}


def find_venues(text: AnalysedText, bodies: Sequence[Composed]) -> list[NamedPlace]:
    """Find bodies that are named as where something takes place: "at the Omani embassy", "in the headquarters of X".

    Args:
        text: The text.
        bodies: Its composed bodies.
    """
    kinds = _kinds(text.language)
    found: list[NamedPlace] = []
    for body in bodies:
        house = body.type.name in HOUSES and bool(body.parties)
        if not (body.complete or house):
            continue
        first = body.first
        while first > 0 and text.tokens[first - 1].fold in kinds.articles:
            first -= 1
        venue = _venue_before(text, kinds, first)
        if venue is not None:
            first, head = venue
            found.append(NamedPlace(first, body.last, None, False, False, body, head))
        elif house and _stands_inside(text, kinds, first, body) and not _works_there(text, kinds, first):
            found.append(NamedPlace(body.first, body.last, None, False, False, body))
    return found


def find_residences(text: AnalysedText, known: KnownSpans) -> list[NamedPlace]:
    """Find houses told by whoever holds an office: "the residence of the ambassador of X".

    Args:
        text: The text.
        known: Its known names.
    """
    kinds = _kinds(text.language)
    links = grammar(text.language).links | kinds.articles
    words = {token.fold for token in text.tokens}
    residences = {word for word in words if not kinds.residences.isdisjoint(kinds.affixes.stems(word))}
    found: list[NamedPlace] = []
    for sentence in text.sentences:
        for token in range(sentence.first, sentence.last):
            if text.tokens[token].fold not in residences:
                continue
            last, office, party, held = token + 1, "", None, token
            while last < sentence.last and last - token < LONGEST_RESIDENCE:
                title = next(
                    iter(vocabulary(text.language).titles.find(text.tokens, last, min(last + 4, sentence.last))), None
                )
                span = next((s for s in known.starting(last) if s.key("party", "adjective")), None)
                if title is not None and title.start == last and title.value == "office":
                    last, office, held = title.end, text.tokens[title.start].fold, title.start
                elif span is not None:
                    last, party = span.last, span.key("party", "adjective")
                elif text.tokens[last].fold in links:
                    last += 1
                else:
                    break
            while last > token + 1 and text.tokens[last - 1].fold in links:
                last -= 1
            if office and party:
                first = token
                while first > sentence.first and text.tokens[first - 1].fold in kinds.venues:
                    first -= 1
                stems = (text.tokens[held].fold, *kinds.affixes.stems(text.tokens[held].fold))
                english = next((kinds.holders[stem] for stem in stems if stem in kinds.holders), "")
                seat = None
                if last < sentence.last and text.tokens[last].fold in kinds.inside:
                    seat = next((s.key("place") for s in known.starting(last + 1) if s.key("place")), None)
                found.append(NamedPlace(first, last, None, False, True, holder=party, office=english, seat=seat))
    return found


def _venue_before(text: AnalysedText, kinds: _Kinds, first: int) -> tuple[int, str] | None:
    """The word for a house that stands before a body's name, a linking word between them allowed."""
    for at in (first - 1, first - 2):
        if at >= 0 and text.tokens[at].kind is TokenKind.WORD:
            stems = (text.tokens[at].fold, *kinds.affixes.stems(text.tokens[at].fold))
            head = next((kinds.venues[stem] for stem in stems if stem in kinds.venues), None)
            if head is not None:
                between = range(at + 1, first)
                links = grammar(text.language).links
                if all(text.tokens[t].fold in links | kinds.articles for t in between):
                    return at, head
    return None


def _stands_inside(text: AnalysedText, kinds: _Kinds, first: int, body: Composed) -> bool:
    """Whether a word for "in" stands before a body's name, or is written to it."""
    if first > 0 and text.tokens[first - 1].fold in kinds.inside:
        return True
    word = text.tokens[body.head[0]].fold
    return body.head[0] == body.first and any(
        word.startswith(prefix) and len(word) > len(prefix) + 4 and word[len(prefix) :] in grammar(text.language).heads
        for prefix in kinds.fused_inside
    )


def _works_there(text: AnalysedText, kinds: _Kinds, first: int) -> bool:
    """Whether somebody who works in a house stands before "in": "a source *in the embassy*" is one of the embassy's."""
    before = text.tokens[max(0, first - 1 - STAFF_REACH) : first]
    return any({token.fold, *kinds.affixes.stems(token.fold)} & kinds.staff for token in before)


def find_places(text: AnalysedText, known: KnownSpans) -> list[NamedPlace]:
    """Find places that a word for their kind stands beside.

    Args:
        text: The text.
        known: Its known names.
    """
    kinds = _kinds(text.language)
    found: list[NamedPlace] = []
    for sentence in text.sentences:
        for match in kinds.lexicon.find(text.tokens, sentence.first, sentence.last):
            if found and match.start < found[-1].last:
                continue
            place = _named(text, known, kinds, match, sentence.first, sentence.last)
            if place is None or is_no_place(text, place.first, place.last) or _is_whole(text, place):
                continue
            found.append(place)
    return found


def _is_whole(text: AnalysedText, place: NamedPlace) -> bool:
    """Whether a kind of place with the article stands before a name without: "in the state *Ingrid*", and no state."""
    words = vocabulary(text.language)
    if not words.article or place.known is not None or place.last - place.first < 2:
        return False
    first, second = text.tokens[place.first : place.first + 2]
    defined = first.fold.startswith((*words.article, *words.fused_articles))
    named = second.kind is TokenKind.WORD and not words.is_word(second.fold)
    return defined and named and not second.fold.startswith(words.article)


def find_listed(text: AnalysedText, known: KnownSpans) -> list[NamedPlace]:
    """Find places that no table knows, in a list behind one that is known: "in Aden and Shabwa".

    Args:
        text: The text.
        known: Its known names.
    """
    kinds = _kinds(text.language)
    conjunctions = grammar(text.language).conjunctions
    found: list[NamedPlace] = []
    for span in known.spans:
        if not (span.key("place") and after_preposition(text, span.first)) or span.key(
            "party", "adjective", "body", "person", "outlet"
        ):
            continue
        facts = register.places()[span.key("place") or ""]
        number = text.sentence_at(span.first)
        if facts.kind == "minor" or facts.capital_of or number is None:
            continue
        end, at = text.sentences[number].last, span.last
        while at < end:
            first = at + 1
            joined = text.tokens[at].fold in conjunctions and text.tokens[at].kind is TokenKind.WORD
            if not joined or first >= end or known.starting(first) or not _name_word(text.tokens[first], kinds):
                break
            closed = (
                first + 1 >= end
                or text.tokens[first + 1].kind is TokenKind.MARK
                or not _name_word(text.tokens[first + 1], kinds)
            )
            if not closed or is_no_place(text, first, first + 1):
                break
            found.append(NamedPlace(first, first + 1, None, False, True))
            at = first + 1
    return found


def _named(
    text: AnalysedText, known: KnownSpans, kinds: _Kinds, match: Match, floor: int, ceiling: int
) -> NamedPlace | None:
    if match.category in ("after", "same_after", "shared_after"):
        return _named_before(text, known, kinds, match, floor)
    shared, same = match.category == "shared", match.category == "same"
    first = match.end
    quoted = first + 1 < ceiling and text.tokens[first].text in _QUOTES
    if quoted:
        first += 1
    span = next((s for s in known.starting(first) if s.key("place") and s.last <= ceiling), None)
    if span is not None:
        return NamedPlace(match.start, span.last, span.key("place"), same, shared, kind=_kind(kinds, match))
    if any(s.key("party", "adjective", "body") for s in known.starting(first)) or _is_another(text, kinds, match):
        return None
    if any(s.key("place") and s.last > match.end for s in known.starting(match.start)):
        return None  # the word for its kind is the first one of a name that is known: "the Persian Gulf"
    if match.end - match.start == 1 and text.tokens[match.start].fold in vocabulary(text.language).given:
        return None  # a given name that is also a word for a bridge
    last = first
    while last < ceiling and last - first < LONGEST_PLACE_NAME and _may_name(text.tokens[last], kinds, quoted):
        if last > first and any(s.key("party", "adjective", "person") for s in known.starting(last)):
            break  # "بلدة … التشادية": in which country it lies; "at Baabda palace *Joseph Aoun*": whom somebody met
        last += 1
    if quoted and (last == ceiling or text.tokens[last].text not in _QUOTES):
        return None
    if last == first and _is_town_of_state(text, known, kinds, first, ceiling):
        last += 1
    return NamedPlace(match.start, last, None, same, shared) if last > first else None


def _named_before(text: AnalysedText, known: KnownSpans, kinds: _Kinds, match: Match, floor: int) -> NamedPlace | None:
    """The place whose name stands before the word for its kind: "Sanaa Airport", "Basra city"."""
    same, shared = match.category == "same_after", match.category == "shared_after"
    if same and text.tokens[match.start].text[:1].isupper():
        return None  # "the City": a part of a longer name, or a headline
    span = next((s for s in known.ending(match.start) if s.key("place") and s.first >= floor), None)
    if span is not None:
        return NamedPlace(span.first, match.end, span.key("place"), same, shared, kind=_kind(kinds, match))
    first = match.start
    if any(s.key("party", "adjective", "person", "outlet", "body") for s in known.ending(first)):
        return None  # "the Kurdish village"
    if any(
        s.key("party", "body") and s.last > match.start
        for t in range(max(floor, first - 3), first)
        for s in known.starting(t)
    ):
        return None  # "the Kurdistan Region" is a party
    while first > floor and match.start - first < LONGEST_PLACE_NAME and _name_word(text.tokens[first - 1], kinds):
        if first - 1 == floor and _is_common_word(text.tokens[floor], kinds):
            break  # "The river", "Any dam": the capital is the sentence's
        if same and kinds.ranks.get(text.tokens[first - 1].fold, UNCOMMON_RANK) < UNCOMMON_RANK:
            break  # "a Mountain village"
        first -= 1
    return NamedPlace(first, match.end, None, same, shared) if first < match.start else None


def _is_another(text: AnalysedText, kinds: _Kinds, match: Match) -> bool:
    """Whether a word for a kind is one that the text points to or has named before: "this city", "المدينة الصناعية"."""
    before = text.tokens[match.start - 1].fold if match.start else ""
    word, kind = text.tokens[match.start].fold, fold(match.phrase.text)
    fused = (kinds.article, *kinds.fused_articles) if kind in kinds.definite else ()
    return before in kinds.pointing or any(
        word.endswith(prefix + kind) for prefix in fused if not kind.startswith(prefix)
    )


def _is_town_of_state(text: AnalysedText, known: KnownSpans, kinds: _Kinds, token: int, ceiling: int) -> bool:
    """Whether a word with its article is a town that an adjective of a state follows: "مدينة الكاف التونسية"."""
    if not kinds.article or token + 1 >= ceiling or not text.tokens[token].fold.startswith(kinds.article):
        return False
    return any(span.key("adjective") for span in known.starting(token + 1))


def _may_name(token: Token, kinds: _Kinds, quoted: bool) -> bool:
    """Whether a word behind a word for a kind can be the name: any in quotation marks, none with "to the" before it."""
    if token.fold.startswith(kinds.fused_articles):
        return False
    return token.kind is TokenKind.WORD if quoted else _name_word(token, kinds)


def _kind(kinds: _Kinds, match: Match) -> str:
    """The English word for the kind of place that a head tells; empty where the tables have none."""
    return kinds.kinds.get(fold(match.phrase.text), "")


def _name_word(token: Token, kinds: _Kinds) -> bool:
    """Whether a word can be a place's name: in capitals, or unknown to the language's common words."""
    if token.kind is not TokenKind.WORD:
        return False
    if kinds.has_case:
        return token.text[:1].isupper()
    if any(form.fullmatch(token.fold) for form in kinds.verbs):
        return False
    return len(token.fold) > 2 and all(
        kinds.ranks.get(stem, COMMON_RANK) >= COMMON_RANK for stem in kinds.affixes.stems(token.fold)
    )


def _is_common_word(token: Token, kinds: _Kinds) -> bool:
    """Whether a word is an article or one of the language's common words."""
    return token.fold in kinds.articles or kinds.ranks.get(token.fold, COMMON_RANK) < COMMON_RANK


def is_common(text: AnalysedText, first: int, last: int) -> bool:
    """Whether the tokens ``[first, last)`` are a single common word, which names no place."""
    kinds = _kinds(text.language)
    return not kinds.has_case and last - first == 1 and not _name_word(text.tokens[first], kinds)
