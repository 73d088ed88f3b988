"""Find the actors, places and agreements of a text, and make them entries.

Known names come from the register (`peyman.actors.known.register`), composed bodies from words
(`peyman.actors.bodies.composed`), people from their titles and from a learnt tagger (`peyman.actors.people.named`,
`peyman.actors.known.tagger`), agreements from their form (`peyman.actors.agreements.named`). Where ranges overlap, the
longer name holds. Then names that are one become one entry (`peyman.actors.entries`). References such as "the two
countries" are left to the reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from peyman.actors.agreements.agreement_entries import Dated, take_agreements
from peyman.actors.agreements.named import NamedAgreement, find_agreements
from peyman.actors.bodies.abbreviated_words import without_abbreviated_words
from peyman.actors.bodies.body_positions import BodyPositions
from peyman.actors.bodies.composed import Composed, find_bodies, grammar
from peyman.actors.bodies.outlets import NamedOutlet, find_outlets, without_outlets
from peyman.actors.bodies.short_forms import NoBodies
from peyman.actors.entries import Assembly
from peyman.actors.entry_models import to_models
from peyman.actors.found import ActorEntry, AgreementEntry, Found, Mention, PlaceEntry, RoleMention
from peyman.actors.known import register
from peyman.actors.known.people_by_sound import given_names
from peyman.actors.known.register import name_lexicon
from peyman.actors.known.tagger import NameSpan, tag
from peyman.actors.known.titles import vocabulary
from peyman.actors.matching.match import sound
from peyman.actors.meant import tagged_people
from peyman.actors.meant.called_alike import of_states_named
from peyman.actors.meant.known_names import Meant
from peyman.actors.meant.other_words import without_other_words
from peyman.actors.meant.overlaps import Item, in_a_name, is_time, only_part_of_agreement, weight
from peyman.actors.meant.states_beside import parted_at_seat, without_states
from peyman.actors.names.listed_people import cut_before_next
from peyman.actors.names.name_marks import is_behind_office, is_pair, is_parted
from peyman.actors.people.kin import parted_kin
from peyman.actors.people.named import find_people
from peyman.actors.people.surnames import begins_full_name, ends_of_names, surnames_meant
from peyman.actors.places import named as named_places
from peyman.actors.places.countries import tell_countries
from peyman.actors.places.homes import home_by_calendar, home_by_outlet
from peyman.actors.places.styles import says_no_more, with_styles
from peyman.actors.spans import KnownSpans, Span, full_forms, known_spans
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Affixes
from peyman.text.marks import COMMAS, DASHES
from peyman.text.tokens import TokenKind

#: Marks that part two names.
_PARTING = DASHES | COMMAS | frozenset("/|'’:\"")

#: A given name is heard as a known one only if it has so many letters.
FEWEST_LETTERS = 3
#: A word commoner than this may be the noun before a state's name.
COMMON_NOUN = 3000

#: Bodies that need nothing but whose they are to be named: an army, a cabinet, a parliament.
_PLAIN = frozenset({"possessor", "home"})
#: A person's name behind such a body has so many words.
FEWEST_NAMES, MOST_NAMES = 2, 4


def find_actors(
    text: AnalysedText,
    home: str | None = None,
    dates: Sequence[Dated] = (),
    published: str | None = None,
    outlet: str | None = None,
) -> Found:
    """Find who and what a text speaks of.

    Args:
        text: The analysed text.
        home: Party of its publisher, or country of the outlet, where known: "the ministry" is that party's.
        dates: Its dates, which tell when agreements were signed.
        published: EDTF of its publication, where known.
        outlet: Name of its publisher, where that is known and speaks for no party.

    Returns:
        Actors, places and agreements with their mentions; ranges of actors do not overlap each other,
        but a government named as whose a body is lies inside that body's name.
    """
    return _Recogniser(text, home, outlet).found(dates, published)


class _Recogniser:
    def __init__(self, text: AnalysedText, home: str | None, outlet: str | None = None) -> None:
        self.text = text
        self.home = home
        self.outlet = outlet
        lexicon = name_lexicon(text.language)
        names = [n for s in text.sentences for n in lexicon.find(text.tokens, s.first, s.last)]
        names = of_states_named(without_other_words(text, names), home)
        names = with_styles(text, surnames_meant(text, names, grammar(text.language).conjunctions))
        self.known: KnownSpans = known_spans(full_forms(names, home))
        self.bodies: list[Composed] = []
        self.agreements: list[NamedAgreement] = []
        for sentence in text.sentences:
            self.bodies += find_bodies(text, self.known, sentence.first, sentence.last)
            self.agreements += find_agreements(text, self.known, sentence.first, sentence.last)
        self.none = NoBodies.of(text.language)
        self.bodies = [b for b in self.bodies if not (self._is_envoys(b) or self.none.is_of_office(text, b.last))]
        venues = named_places.find_venues(text, self.bodies)
        housed = {id(venue.body) for venue in venues}
        self.bodies = [body for body in self.bodies if id(body) not in housed]
        self.body_at = BodyPositions(self.bodies)
        self.places: list[named_places.NamedPlace] = [
            *venues,
            *named_places.find_residences(text, self.known),
            *named_places.find_places(text, self.known),
        ]
        self.place_starts = frozenset(place.first for place in self.places)
        self.listed: list[named_places.NamedPlace] = named_places.find_listed(text, self.known)
        self.conjunctions = grammar(text.language).conjunctions
        self.joining = grammar(text.language).joining
        named = without_abbreviated_words(text, tag(text))
        self.outlets: list[NamedOutlet] = find_outlets(text, self.known, named, outlet)
        named = without_outlets(text, self.known, self.outlets, named)
        tagged = [
            self._parted(without_states(text, self.known, cut_before_next(text, self.none.cut(text, part))))
            for span in tagged_people.people_alone(
                text, tagged_people.people_in_lists(text, tagged_people.without_endings(text, named))
            )
            for part in parted_at_seat(text, self.known, span)
        ]
        tagged = [
            span
            for span in tagged_people.people_before_titles(text, tagged)
            if not (self._is_office(span) or is_pair(self.text, self.known, span) or is_parted(self.text, span))
        ]
        self.tagged: list[NameSpan] = self._with_known_people(tagged)
        self.meant = Meant(text, self.known, self.tagged)
        full = [span for span in self.tagged if span.kind == "person" and span.last - span.first > 1]
        self.surnames = frozenset(text.tokens[span.last - 1].fold for span in full)
        self.ends = ends_of_names(text, full)

    def _is_envoys(self, body: Composed | NameSpan) -> bool:
        """Whether a body is an organisation with where its envoy is sent: "envoy of the *African Union for Sudan*"."""
        sent_to = vocabulary(self.text.language).sent_to
        return any(
            register.bodies()[span.key("body") or ""].kind == "organisation"
            and span.last < body.last
            and self.text.tokens[span.last].fold in sent_to
            for span in self.known.starting(body.first)
            if span.key("body")
        )

    def found(self, dates: Sequence[Dated], published: str | None) -> Found:
        assembly = Assembly(self.text, self.known)
        # "17 to 24 Mehr" is no agency, though one is called like the month.
        dated = {t for date in dates if date.last - date.first > 1 for t in range(date.first, date.last)}
        times = {t for date in dates for t in range(date.first, date.last)}
        kept = [
            i
            for i in self._without_overlaps()
            if not (isinstance(i, Span) and ((i.key("outlet") and i.first in dated) or is_time(i, times)))
        ]
        spans = [item for item in kept if isinstance(item, Span)]
        bodies = [item for item in kept if isinstance(item, Composed)]
        written = home_by_calendar(self.text, dates) or home_by_outlet(self.text, spans)
        assembly.tell_home(spans, bodies, self.home, written)
        assembly.take_known(spans)
        assembly.take_bodies(bodies)
        assembly.take_places([item for item in kept if isinstance(item, named_places.NamedPlace)])
        assembly.take_outlets([item for item in kept if isinstance(item, NamedOutlet)], self.outlet)
        assembly.take_tagged([item for item in kept if isinstance(item, NameSpan)])
        tell_countries(self.text, self.known, assembly.result, assembly.unplaced)
        agreed = {t for a in self.agreements if a.complete for t in range(a.first, a.last)}
        people = find_people(self.text, self.tagged, assembly.groups(), agreed, self.known_people)
        assembly.take_people(people, self.home or written)
        found = assembly.finish()
        take_agreements(self.text, found, self.agreements, dates, published)
        return found

    def _is_name(self, span: NameSpan) -> bool:
        """Whether a tagged range is one new name: no list of parties, no known name with other things around it.

        Where letters have no case, only what stands behind a preposition is believed to be a place that no table knows.
        """
        inside = [s for t in range(span.first, span.last) for s in self.known.starting(t) if s.last <= span.last]
        if span.kind == "place":
            known = any(s.key("place", "party") for s in inside)
            if span.last - span.first == 1 and self.text.tokens[span.first].fold in self.surnames:
                return False  # "Fidan and Saidov": whoever was named in full before
            return not known and named_places.may_be_place(self.text, span.first, span.last)
        if span.kind != "body":
            return True
        return self._is_body_name(span, inside)

    def _is_body_name(self, span: NameSpan, inside: Sequence[Span]) -> bool:
        """Whether a range that the tagger takes for a body can be one, and one only."""
        if self._is_envoys(span) or self.text.tokens[span.first].text in vocabulary(self.text.language).ships:
            return False
        whole = [s for s in inside if s.last - s.first == span.last - span.first]
        if any((s.key("outlet") or s.key("body")) and not self.meant.is_meant(s) for s in whole):
            return False  # "in all fields", though a channel is called so; half of another party's name
        if span.first in self.place_starts or self.none.covers(self.text, span):
            return False
        if self._folds(span.first, span.last) in self.ends:
            return False  # "Al-Yahya said": whoever was named in full before
        parties = [s for s in inside if s.key("party", "adjective")]
        named = {t for s in parties for t in range(s.first, s.last)}
        if parties and says_no_more(self.text, span.first, span.last, named):
            return False
        if len(parties) >= 2 and span.last - span.first - len(named) <= len(parties):
            return False
        if any(s.key("outlet") for s in inside) or self._ends_before(span):
            return False
        complete = any(s.key("body") for s in inside) or self.body_at.has_complete(span.first, span.last)
        parted = complete and any(self._parts(token) for token in range(span.first, span.last))
        return not (parted or self.body_at.goes_on(span.first, span.last))

    def _folds(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(token.fold for token in self.text.tokens[first:last])

    def _is_office(self, span: NameSpan) -> bool:
        """Whether what was tagged is an office: with no name but a state's ("امیر قطر"), or before a name."""
        if span.kind == "body" and self.text.language.has_case:
            return False
        titles = vocabulary(self.text.language).titles.find(self.text.tokens, span.first, span.last)
        offices = [title for title in titles if title.value == "office"]
        if (span.kind == "person" and self._is_noun_of_state(span)) or tagged_people.is_field(self.text, span):
            return True
        if span.kind == "place":
            return self.text.language.has_case and any(t.start == span.first for t in offices)
        if span.kind == "person" and any(b.last >= span.last for b in self.body_at.starting(span.first)):
            return True  # "the Office of the President", with nothing that says whose
        known = (s for t in range(span.first, span.last) for s in self.known.starting(t))
        states = [s for s in known if s.key("party", "adjective")]
        told = {t for part in offices for t in range(part.start, part.end)}
        named = {t for state in states for t in range(state.first, state.last)}
        # "The president of A (visited) B":
        several = span.kind == "person" and len({state.known for state in states}) > 1
        return bool(named and (told or several)) and told | named >= set(range(span.first, span.last))

    def _is_noun_of_state(self, span: NameSpan) -> bool:
        """Whether a tagged person is a noun with its state: "the delegation of Lebanon", "the Omani war (office)"."""
        words = vocabulary(self.text.language)
        if words.has_case or span.last - span.first != FEWEST_NAMES:
            return False
        owner = [s for s in self.known.starting(span.first + 1) if s.last == span.last]
        noun, adjective = (token.fold for token in self.text.tokens[span.first : span.last])
        if words.article and noun.startswith(words.article) and adjective.startswith(words.article):
            return noun not in words.given and any(s.key("adjective") for s in owner)
        known = any(words.ranks.get(stem, COMMON_NOUN) < COMMON_NOUN for stem in words.affixes.stems(noun))
        return known and noun not in words.given and any(s.key("party") for s in owner)

    def _parted(self, span: NameSpan) -> NameSpan:
        """A tagged body without the person who was taken in with it.

        "The army General Hatami": a rank begins a person's name. "The spokesman of the armed forces Sabah al-Numan":
        behind an office of a body that is never called after people, what no table knows is whose office it is.
        """
        if span.kind != "body":
            return span
        words = vocabulary(self.text.language)
        tokens, titles = self.text.tokens, words.titles
        inside = titles.find(tokens, span.first, span.last)
        if not words.possessor_before:
            # "The commander of the units X": the units are the body.
            end = max((t.end for t in inside if t.start == span.first and t.value == "office"), default=span.first)
            whole = words.has_case or bool(self.body_at.starting(end))
            if whole and span.last - end >= FEWEST_NAMES and tokens[span.first].fold not in words.no_offices:
                span = NameSpan(end, span.last, "body")
        for title in (title for title in inside if title.start > span.first and title.value == "rank"):
            if not self.body_at.covers(title.start):
                return NameSpan(span.first, title.start, "body")
        body = next((b for b in self.body_at.starting(span.first) if b.last < span.last), None)
        if body is None or body.type.joint or (words.possessor_before if body.parties else body.type.needs - _PLAIN):
            return span  # but not of "the head of the parliament *of Peru* X Y"
        rest = tokens[body.last : span.last]
        unknown = all(t.kind is TokenKind.WORD and (t.fold in words.given or t.fold not in words.ranks) for t in rest)
        if not (unknown and FEWEST_NAMES <= len(rest) <= MOST_NAMES):
            return span
        return NameSpan(body.last, span.last, "person") if is_behind_office(self.text, span.first) else span

    def _ends_before(self, span: NameSpan) -> bool:
        """Whether a body ends inside a tagged range: its last word has no ending that joins a next one."""
        joining = self.joining
        return bool(joining) and any(
            body.complete
            and body.last < span.last
            and not self.text.tokens[body.last - 1].fold.endswith(joining)
            and self.text.tokens[body.last].kind is TokenKind.WORD
            and self.text.tokens[body.last].fold not in self.conjunctions
            for body in self.body_at.starting(span.first)
        )

    def _parts(self, token: int) -> bool:
        """Whether a token is "and", or a mark that parts two names; a known body may have "and" written to it."""
        word = self.text.tokens[token]
        fused = word.fold[:1] in vocabulary(self.text.language).fused_and
        if fused and any(s.key("body") for s in self.known.starting(token)):
            return True
        return word.text in _PARTING or word.fold in self.conjunctions

    def _without_overlaps(self) -> list[Item]:
        """Let the longest of what overlaps stand: known names, composed bodies and places, what was only tagged."""
        people: dict[int, list[NameSpan]] = {}  # by each of their tokens
        for person in self.tagged:
            if person.kind == "person":
                for token in range(person.first, person.last):
                    people.setdefault(token, []).append(person)
        candidates: list[Item] = [
            span
            for span in self.known.spans
            if span.key("party", "adjective", "body", "outlet", "place")
            and not in_a_name(span, people.get(span.first, ()))
            and self.meant.is_meant(span)
            and not self._is_surname(span)
            and not (self._is_given_name(span) or begins_full_name(self.text, span))
            and not self._begins_body(span)
        ]
        candidates += [*self.bodies, *self.outlets]
        candidates += [place for place in self.places if not in_a_name(place, people.get(place.first, ()))]
        candidates += [span for span in self.tagged if span.kind != "person" and self._is_name(span)]
        named = {token for span in self.tagged for token in range(span.first, span.last)}
        candidates += [place for place in self.listed if place.first not in named]
        # Sorting is stable: among equals the order above holds.
        candidates.sort(key=lambda item: (-weight(item), item.first))
        taken = [False] * len(self.text.tokens)
        kept: list[Item] = []
        for item in candidates:
            if any(taken[item.first : item.last]) or self._names_text(item):
                continue
            if only_part_of_agreement(item, self._agreements_at.get(item.first, ())):
                continue
            taken[item.first : item.last] = [True] * (item.last - item.first)
            kept.append(item)
        return sorted(kept, key=lambda item: item.first)

    def _names_text(self, item: Item) -> bool:
        """Whether a body is named in the name of a known text or a resolution: "the Charter of the United Nations"."""
        if isinstance(item, Span):
            named = item.key("body") is not None and item.key("party", "adjective") is None
        else:
            named = isinstance(item, NameSpan) or (isinstance(item, Composed) and not item.owners)
        if not named:
            return False
        return any(
            item.last <= a.last and (a.number or (a.known and not register.agreements()[a.known].parties))
            for a in self._agreements_at.get(item.first, ())
        )

    @cached_property
    def _agreements_at(self) -> Mapping[int, Sequence[NamedAgreement]]:
        """The agreements named in full, by each of their tokens."""
        found: dict[int, list[NamedAgreement]] = {}
        for agreement in self.agreements:
            for token in range(agreement.first, agreement.last) if agreement.complete else ():
                found.setdefault(token, []).append(agreement)
        return found

    def _with_known_people(self, tagged: list[NameSpan]) -> list[NameSpan]:
        """Put the known people in place of what the tagger found there."""
        found: list[NameSpan] = []
        for span in self.known.spans:
            if span.key("person") and (not found or span.first >= found[-1].last):
                found.append(NameSpan(span.first, span.last, "person"))
        found = [self._with_given_name(span) for span in found]
        covered = {token for f in found for token in range(f.first, f.last)}
        kept = [t for t in tagged if covered.isdisjoint(range(t.first, t.last))]
        # A longer name that the tagger found keeps its length: "Joseph R. Biden", "Mohammed Shia al-Sudani".
        self.known_people = frozenset((name.first, name.last) for name in found)
        around: dict[int, list[NameSpan]] = {}
        for other in (name for name in tagged if name.kind == "person"):
            for token in range(other.first, other.last):
                around.setdefault(token, []).append(other)
        for index, name in enumerate(found):
            for other in around.get(name.first, ()):
                if name.last <= other.last:
                    found[index] = other
        return sorted(parted_kin(self.text, sorted({*kept, *found})))

    def _with_given_name(self, span: NameSpan) -> NameSpan:
        """A known surname with the given name before it, however that is spelled: "Serguei Lavrov"."""
        if span.last - span.first > 1 or not span.first:
            return span
        known = next((s.key("person") for s in self.known.starting(span.first) if s.last == span.last), None)
        given = self.text.tokens[span.first - 1]
        if known is None or given.kind is not TokenKind.WORD or len(given.text) < FEWEST_LETTERS:
            return span
        heard = sound(given.text).consonants
        if heard and heard in given_names(known):
            return NameSpan(span.first - 1, span.last, "person")
        return span

    def _is_surname(self, span: Span) -> bool:
        """Whether an adjective of a state, or a place, is a surname here: a full name ends in it.

        A state is meant all the same where something else names it; a place, where a preposition stands before it.
        """
        party = span.key("party", "adjective")
        if span.last - span.first != 1:
            return False
        word = self.text.tokens[span.first].fold
        if party is None:
            if (
                span.key("place") is None
                or span.key("body", "outlet")
                or named_places.after_preposition(self.text, span.first)
            ):
                return False
            return bool(self.surnames & set(Affixes.of(self.text.language).stems(word)))
        return (word in self.surnames or self._is_behind_given_name(span)) and self._words_for[party] == {word}

    @cached_property
    def _words_for(self) -> Mapping[str, frozenset[str]]:
        """The folded words with which the names of each party, and what its people are called, begin in the text."""
        found: dict[str, set[str]] = {}
        for span in self.known.spans:
            party = span.key("party", "adjective")
            if party is not None:
                found.setdefault(party, set()).add(self.text.tokens[span.first].fold)
        return {party: frozenset(words) for party, words in found.items()}

    def _is_given_name(self, span: Span) -> bool:
        """Whether a place is a given name here: a surname and an office follow, "*Salahaddin* Aydin secretary of …"."""
        words, tokens, at = vocabulary(self.text.language), self.text.tokens, span.last
        if words.has_case or not words.office_behind or span.key("place") is None or span.key("party", "body"):
            return False
        if span.last - span.first != 1 or tokens[span.first].fold not in words.given or at + 1 >= len(tokens):
            return False
        if tokens[at].kind is not TokenKind.WORD or named_places.after_preposition(self.text, span.first):
            return False
        surname = tokens[at].fold in words.given or all(
            stem not in words.ranks for stem in words.affixes.stems(tokens[at].fold)
        )
        end = min(at + 5, len(tokens))
        return surname and any(
            title.start == at + 1 and title.value == "office" for title in words.titles.find(tokens, at + 1, end)
        )

    def _begins_body(self, span: Span) -> bool:
        """Whether a party's short name is the first word of another one's: "*the Party* of Socialists" is no KDP."""
        if self.text.language.has_case or span.last - span.first != 1 or not span.key("body"):
            return False
        if self.text.tokens[span.first].fold not in register.heads_of_bodies(self.text.language):
            return False
        if span.last >= len(self.text.tokens) or any(s.last > span.last for s in self.known.starting(span.last)):
            return False
        if vocabulary(self.text.language).is_stop(self.text.tokens[span.last].fold):
            return False
        return any(body.last > span.last and self._is_name(body) for body in self._tagged_bodies.get(span.first, ()))

    @cached_property
    def _tagged_bodies(self) -> Mapping[int, Sequence[NameSpan]]:
        """What the tagger took for bodies, by the first token."""
        found: dict[int, list[NameSpan]] = {}
        for span in self.tagged:
            if span.kind == "body":
                found.setdefault(span.first, []).append(span)
        return found

    def _is_behind_given_name(self, span: Span) -> bool:
        """Whether an adjective of a state follows a given name behind a state: "minister of Qatar Samir al-Masri"."""
        given, words = span.first - 1, vocabulary(self.text.language)
        if self.text.language.has_case or given < 1 or self.text.tokens[given].fold not in words.given:
            return False
        return any(state.key("party") for state in self.known.ending(given))


__all__ = [
    "ActorEntry",
    "AgreementEntry",
    "Found",
    "Mention",
    "PlaceEntry",
    "RoleMention",
    "find_actors",
    "to_models",
]
