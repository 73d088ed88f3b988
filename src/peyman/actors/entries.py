"""From names to entries: what is one becomes one, with its key, its party and all its mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from peyman.actors.allegiance.acting_for import Surroundings
from peyman.actors.allegiance.owners import give_owners, is_ours, is_owned, likely_owners
from peyman.actors.allegiance.serving import tell_served
from peyman.actors.allegiance.speaking_from import speaking_from
from peyman.actors.allegiance.whose import About, whose
from peyman.actors.bodies import composed as composing
from peyman.actors.bodies import short_forms
from peyman.actors.bodies.composed import Composed
from peyman.actors.bodies.outlets import NamedOutlet, begins_outlet
from peyman.actors.found import ActorEntry, Found, Mention, MentionForm, PlaceEntry, RoleMention
from peyman.actors.known import register
from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import vocabulary
from peyman.actors.matching.match import person_key
from peyman.actors.offices.bare_offices import home_by_holders
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.offices import take_offices
from peyman.actors.offices.roles import Group
from peyman.actors.places.capitals import in_dateline, is_called_capital, joins, speaks_for_government, told_by_marks
from peyman.actors.places.homes import owner_of_kind
from peyman.actors.places.named import NamedPlace, after_preposition, is_common, is_no_place, nominative
from peyman.actors.places.state_rows import is_among_states
from peyman.actors.spans import KnownSpans, Span
from peyman.model import ActorKind
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.tokens import TokenKind

#: Kinds of known bodies that are actors of their own where they are named as whose another body is.
OWNING_KINDS = frozenset({"government", "parliament", "ministry", "presidency"})


#: A known person's name begins at most so many words before the body whose office he holds,
OFFICE_REACH = 6
#: and so many words of his office, marks among them, stand between the two.
OFFICE_WORDS = 3


class Assembly:
    """Puts the entries of one text together."""

    def __init__(self, text: AnalysedText, known: KnownSpans) -> None:
        self.text = text
        self.known = known
        self.result = Found()
        self._actors: dict[str, int] = {}
        self._places: dict[str, int] = {}
        longer = text.language.table("parties").get("longer", {})
        self._begins_longer = frozenset(map(fold, longer.get("names", ())))
        self._joining = composing.grammar(text.language).conjunctions
        self._body_types: list[tuple[int, str, str | None, int]] = []
        #: Bodies of which the text does not say whose they are, and that always are somebody's.
        self._unowned: list[int] = []
        self._likely: dict[int, str | None] = {}
        #: Abbreviations, folded, that brackets behind bodies tell.
        self._abbreviated: set[tuple[str, ...]] = set()
        #: Places of which no table tells the country, and whether they are of those that lie between countries.
        self.unplaced: dict[int, bool] = {}

    # -- parties, organisations, outlets, places ---------------------------------------------------------------
    def tell_home(self, spans: Sequence[Span], bodies: Sequence[Composed], given: str | None, by: str | None) -> None:
        """Find out whose ministry "the ministry" is: the publisher's, or of the party spoken of most or dated by."""
        self.given_home = given
        self.spoken_of = speaking_from(self.text, self.known, spans, bodies, given, self._holder, by)
        self.result.home = self.spoken_of.home

    def take_known(self, spans: Sequence[Span]) -> None:
        """Take names of the register."""
        self._told_by_marks = {
            span.key("place")
            for span in spans
            if span.key("place") and span.key("party") and told_by_marks(self.text, span.first, span.last) == "place"
        }
        previous: tuple[int, bool] | None = None
        for span in spans:
            party, body, place = span.key("party", "adjective"), span.key("body", "outlet"), span.key("place")
            if party and place and not self._rather_party(party, place, span):
                party = None
            if body and place:
                forms = register.first_words(self.text.language, "place").get(place, frozenset())
                # "Told Al Jazeera" is not in Algiers where none speaks of Algeria.
                called_so = not span.key("outlet") or register.places()[place].country in self.known.parties
                if called_so and not speaks_for_government(self.text, span.first, span.last, None, forms):
                    self._known_place(place, span.first, span.last)
                    continue
            if party:
                self._party(party, span.first, span.last)
            elif body:
                self._known_body(body, span.first, span.last)
            elif place:
                capital_of = register.places()[place].capital_of
                if capital_of is None:
                    self._known_place(place, span.first, span.last)
                    previous = (span.last, False)
                    continue
                joined = previous is not None and joins(self.text, previous[0], span.first)
                government = not is_called_capital(self.text, self.known, span.first) and speaks_for_government(
                    self.text,
                    span.first,
                    span.last,
                    previous[1] if joined and previous else None,
                    register.first_words(self.text.language, "place").get(place, frozenset()),
                )
                if government:
                    self._party(capital_of, span.first, span.last, capital=True)
                else:
                    self._known_place(place, span.first, span.last)
                previous = (span.last, government)

    def _rather_party(self, party: str, place: str, span: Span) -> bool:
        """A name of a state and of a city (عمان: Oman, Amman): the one whose country the text speaks of.

        A capital that is called like its state (Tunis, Algiers in Arabic) is meant only in a dateline.
        """
        facts = register.places()[place]
        if facts.capital_of == party:
            return not in_dateline(self.text, span.first, span.last)
        country = facts.country
        marked = told_by_marks(self.text, span.first, span.last)
        if marked is not None or is_among_states(self.text, self.known, span):
            return marked != "place"
        if place in self._told_by_marks and after_preposition(self.text, span.first):
            return False  # "في عمان", where the text has told the city by its marks elsewhere
        homes = {party, country} & {self.given_home} or {party, country} & self.known.homes
        if len(homes) == 1:
            return party in homes
        counts = self.spoken_of.counts
        return country == party or counts.get(country or "", 0) <= counts.get(party, 0) // 2

    def _party(self, key: str, first: int, last: int, capital: bool = False) -> None:
        if key not in register.parties():
            self._known_body(key, first, last)
            return
        index = self._actor(key, "party", first, last, register.display_names("party", key), key, 0.95)
        self._mention(index, first, last, "name", key, capital)

    def _known_body(self, key: str, first: int, last: int) -> None:
        facts = register.bodies()[key]
        outlet = facts.kind == "outlet"
        names = register.display_names("outlet" if outlet else "body", key)
        # An outlet reports: what it says is said by no party, whoever it belongs to.
        party = None if outlet else facts.party
        index = self._actor(facts.qid or key, "body", first, last, names, party, 0.9)
        entry = self.result.actors[index]
        entry.key = party if party == key and party else entry.key
        entry.outlet = outlet
        self._mention(index, first, last, "name", party)
        self._body_types.append((first, facts.kind, party, index))

    def _known_place(self, key: str, first: int, last: int) -> None:
        facts = register.places()[key]
        self._place(key, register.display_names("place", key), facts.country, first, last, 0.9)

    def _place(self, key: str, names: dict[str, str], country: str | None, first: int, last: int, sure: float) -> int:
        if key not in self._places:
            self._places[key] = len(self.result.places)
            name = self.text.words(first, last)
            self.result.places.append(PlaceEntry(name, key, names, country, confidence=sure))
        index = self._places[key]
        self.result.places[index].mentions.append(Mention(first, last, index, "name", None))
        return index

    def _actor(
        self,
        key: str,
        kind: ActorKind,
        first: int,
        last: int,
        names: dict[str, str],
        party: str | None,
        sure: float,
    ) -> int:
        if key not in self._actors:
            self._actors[key] = len(self.result.actors)
            name = self.text.words(first, last)
            self.result.actors.append(ActorEntry(kind, name, key, dict(names), party, confidence=sure))
        return self._actors[key]

    def _mention(
        self, index: int, first: int, last: int, form: MentionForm, party: str | None, capital: bool = False
    ) -> None:
        entry = self.result.actors[index]
        entry.mentions.append(Mention(first, last, index, form, party, capital))
        inside = short_forms.abbreviation_after(self.text, last) if entry.kind == "body" else None
        if inside is not None:
            self._abbreviated.add(tuple(token.fold for token in self.text.tokens[slice(*inside)]))

    # -- composed bodies ---------------------------------------------------------------------------------------
    def take_bodies(self, bodies: Sequence[Composed]) -> None:
        """Take composed bodies, those whose owner is named first, so that later ones can be told to be the same."""
        owned = [body for body in bodies if body.complete and body.parties]
        bare = [body for body in bodies if body.complete and not body.parties]
        for body in owned:
            party = body.party()
            if party is not None and body.is_state(self.text.language):
                self._party(party, body.first, body.last)
            else:
                self._composed(body, party)
        self._likely = self._weighed(bare)
        for body in bare:
            named = self._named_in_full(body)
            if named is None:
                self._composed(body, self._owner(body))
            else:
                self._mention(named, body.first, body.last, "name", self.result.actors[named].party)
        self._body_types.sort(key=lambda known: known[0])
        for body in bodies:
            if not body.complete:
                self._short(body)

    def _weighed(self, bare: Sequence[Composed]) -> dict[int, str | None]:
        """Whose bodies are likely that do not say it, by their first tokens, where that is not whoever publishes."""
        bare = [body for body in bare if not is_ours(self.text, body.first, body.last)]  # whoever says so tells whose
        if self.given_home is not None:
            bare = [body for body in bare if body.type.possessor == "spoken"]
        if not bare:
            return {}
        if self.given_home is None and (home := home_by_holders(self.text, self.known)):
            return {body.first: home for body in bare}
        home = None if self.given_home is not None else self.result.home
        around = Surroundings(self.text, self.groups(), (), home, None, self.spoken_of.only_counterparts)
        likely = likely_owners([(body.first, body.last) for body in bare], around)
        return {body.first: party for body, party in zip(bare, likely, strict=True)}

    def _named_in_full(self, body: Composed) -> int | None:
        """The body that a head word alone ("the parliament") stands for: the one of its kind named nearest, if any."""
        if body.domain or body.modifiers or "home" not in body.type.needs:
            return None
        same = [
            (abs(first - body.first), index)
            for first, kind, party, index in self._body_types
            if kind == body.type.name and party
        ]
        return min(same)[1] if same else None

    def _owner(self, body: Composed) -> str | None:
        """Whose an unowned body is: that of the same kind and domain named nearest, else whose the text is."""
        if body.shared or body.type.possessor == "none":
            return None
        key = body.key(None)
        same = [
            (abs(first - body.first), party)
            for first, kind, party, index in self._body_types
            if kind == body.type.name
            and party
            and self.result.actors[index].key == f"{party}:{key}"
            # A ministry of the country that publishes is no other's that the page names further below.
            and (first <= body.first or self.given_home is None)
        ]
        if same:
            return min(same)[1]
        holder = None if body.type.owners.get(body.domain or "") else self._holder(body)
        home = self.spoken_of.most if body.type.possessor == "spoken" else self.result.home
        owner = body.type.owners.get(body.domain or "") or holder or self._likely.get(body.first) or home
        # "The federal ministry of oil" is no region's, on whoever's page it stands.
        owner = owner and owner_of_kind(body.type.name, owner)
        of_state = body.type.possessor == "state" or body.domain in body.type.of_state or "federal" in body.modifiers
        return register.state_of(owner) if owner and of_state else owner

    def _holder(self, body: Composed) -> str | None:
        """The party of the known person whom an office in a body stands beside, before its name or behind it.

        Another office of the same person may stand between: "head of the Council of Ministers, commander in chief X".
        """
        before = range(max(0, body.first - OFFICE_REACH), body.first)
        for at in (*reversed(before), *self._behind_offices(body.last)):
            span = next((s for s in self.known.starting(at) if s.key("person")), None)
            far = span is not None and at < body.first and span.last < body.first - OFFICE_WORDS
            if span is None or far or self.text.sentence_at(at) != self.text.sentence_at(body.first):
                continue
            between = range(span.last, body.first) if at < body.first else range(body.last, span.first)
            if not any(self.known.starting(t) for t in between):
                return register.people()[span.key("person") or ""]
        return None

    def _behind_offices(self, at: int) -> Iterator[int]:
        """A token, and what follows the office that begins there, up to the first mark."""
        yield at
        titles, end = vocabulary(self.text.language).titles, min(at + OFFICE_REACH, len(self.text.tokens) - 1)
        if any(m.start == at and m.value == "office" for m in titles.find(self.text.tokens, at, end)):
            yield from takewhile(lambda t: self.text.tokens[t].kind is TokenKind.WORD, range(at + 1, end + 1))

    def _composed(self, body: Composed, party: str | None) -> None:
        if body.key(party) in register.bodies():
            self._known_body(body.key(party), body.first, body.last)
            return
        names = {"en": composing.label(body, party)}
        index = self._actor(body.key(party), "body", body.first, body.last, names, party, 0.8)
        self._mention(index, body.first, body.last, "name", party)
        self._body_types.append((body.first, body.type.name, party, index))
        if party is None and not body.shared and is_owned(self.text, NameSpan(body.first, body.last, "body")):
            self._unowned.append(index)
        for owner in body.owners:
            # "The department of X of the Regional Government" names the government too.
            key = owner.key("body")
            if key and register.bodies()[key].kind in OWNING_KINDS and owner.last <= body.last:
                self._known_body(key, owner.first, owner.last)
        if body.seat and body.seated_in:
            inside = (s for t in range(body.first, body.last) for s in self.known.starting(t))
            place = next((s for s in inside if s.key("place") == body.seat), None)
            if place is not None:
                self._known_place(body.seat, place.first, place.last)

    def _short(self, body: Composed) -> None:
        """A head word alone refers to the last body of its kind before it, where there is one."""
        before = [known for known in self._body_types if known[0] < body.first and known[1] == body.type.name]
        if before and not body.modifiers and not body.domain:
            _, _, party, index = before[-1]
            self._mention(index, body.first, body.last, "short", party)

    # -- places told by their kind ------------------------------------------------------------------------------
    def take_places(self, places: Sequence[NamedPlace]) -> None:
        """Take places that a word for their kind stands beside."""
        for place in places:
            if place.body is not None:
                self._venue(place, place.body)
                continue
            if place.known is not None and place.same:
                self._known_place(place.known, place.first, place.last)
                continue
            if place.holder is not None:
                # Whose residence it is does not act there: the mention stands for no party.
                shown = register.display_names("party", place.holder)
                index = self._actor(place.holder, "party", place.last - 1, place.last, shown, place.holder, 0.95)
                self._mention(index, place.last - 1, place.last, "name", None)
                seat, key = place.seat and register.places()[place.seat].country, f"place:residence:{place.holder}"
                self._place(key, {"en": place.residence()}, seat or None, place.first, place.last, 0.6)
                continue
            country = register.places()[place.known].country if place.known else None
            key, names = place.called(self.text)
            index = self._place(key, names, None if place.shared else country, place.first, place.last, 0.7)
            self.result.places[index].name = names[self.text.language.code]
            if place.known is None:
                self.unplaced.setdefault(index, place.shared)

    def _venue(self, place: NamedPlace, body: Composed) -> None:
        """A body's house; it lies where it says, and in its own country where it is no mission abroad."""
        party = body.party() or self._owner(body)
        english = composing.label(body, party)
        names = {"en": f"{place.head} of {english}".capitalize() if place.head else english}
        seat = register.places()[body.seat].country if body.seat else None
        country = seat or (None if body.type.possessor == "none" else party)
        for owner in body.owners:
            named, group = owner.key("party", "adjective"), owner.key("body")
            if named:
                self._party(named, owner.first, owner.last)
            elif group and register.bodies()[group].kind == "political-party":
                self._known_body(group, owner.first, owner.last)  # whoever goes to its seat goes to it
        key = f"place:{place.head}:{body.key(party)}" if place.head else f"place:{body.key(party)}"
        self._place(key, names, country, place.first, place.last, 0.7)

    # -- outlets that no table knows -----------------------------------------------------------------------------
    def take_outlets(self, outlets: Sequence[NamedOutlet], publisher: str | None) -> None:
        """Take outlets found by where they stand; the publisher's own bears the name that the page gives him."""
        for outlet in outlets:
            key = f"body:{short_forms.slug(self.text, outlet.first, outlet.last)}"
            # A name in Latin letters is the English one, wherever the page is read.
            names = {"en": publisher} if publisher is not None and outlet.publisher and publisher.isascii() else {}
            # "The state agency of Bahrain" is Bahrain's; what it says, it says for nobody.
            owner = self.known.party_inside(outlet.first, outlet.last)
            index = self._actor(key, "body", outlet.first, outlet.last, names, owner, 0.6)
            self.result.actors[index].outlet = True
            self._mention(index, outlet.first, outlet.last, "name", None)

    # -- tagged names ------------------------------------------------------------------------------------------
    def take_tagged(self, tagged: Sequence[NameSpan]) -> None:
        """Take names of bodies and places that only the tagger found."""
        for tagged_span in tagged:
            span = short_forms.trimmed(self.text, tagged_span)
            if span is None:
                continue
            if span.kind == "body":
                self._tagged_body(span)
            elif not (is_no_place(self.text, span.first, span.last) or is_common(self.text, span.first, span.last)):
                written = self.text.repaired_words(span.first, span.last)
                name = nominative(self.text, span.first, span.last, written)
                key = f"place:{short_forms.slug(self.text, span.first, span.last) if name == written else fold(name)}"
                index = self._place(key, {self.text.language.code: name}, None, span.first, span.last, 0.6)
                self.unplaced.setdefault(index, False)
                if name != written:
                    self.result.places[index].name = name
        self._abbreviations()

    def _tagged_body(self, span: NameSpan) -> None:
        """A body that only the tagger found: a known one told longer, a short form of one before, or a new one."""
        known = next((s for s in self.known.starting(span.first) if s.last == span.last and s.key("body")), None)
        if known is not None:
            self._known_body(known.key("body") or "", span.first, span.last)
            return
        index = self._referred(span)
        if index is not None:
            self._mention(index, span.first, span.last, "short", self.result.actors[index].party)
            return
        words = tuple(token.fold for token in self.text.tokens[span.first : span.last])
        if short_forms.is_common_word(self.text, span) or words in self._abbreviated:
            return  # an abbreviation becomes a mention of its body below
        together = self.known.parties_joined(span.first, span.last, self.text.tokens, self._joining)
        # The words for a party with which the name begins are no other party's short names.
        inside = next((n for n, word in enumerate(words, span.first) if word not in self._begins_longer), span.last)
        owner = (
            None
            if together
            else self.known.party_inside(inside, span.last) or self.known.town_owner(span.first, span.last)
        )
        key = f"{'+'.join(sorted(together)) or 'body'}:{short_forms.slug(self.text, span.first, span.last)}"
        names = short_forms.without_preposition(self.text, span)
        index = self._actor(key, "body", span.first, span.last, names, owner, 0.6)
        if begins_outlet(self.text, span):
            self.result.actors[index].outlet, self.result.actors[index].party, owner = True, None, None
        elif owner is None and not together and is_owned(self.text, span):
            self._unowned.append(index)
        self._mention(index, span.first, span.last, "name", owner)

    def _referred(self, span: NameSpan) -> int | None:
        """The body before it to which a tagged one refers by its head alone."""
        stems = short_forms.stems_alone(self.text, span)
        if not stems:
            return None
        bodies = [m for e in self.result.actors if e.kind == "body" and not e.outlet for m in e.mentions]
        return short_forms.referred(self.text, stems, span.first, sorted(bodies, key=lambda m: m.first))

    def _abbreviations(self) -> None:
        """Abbreviations that brackets tell are mentions of the body before them, wherever they stand."""
        taken = [False] * len(self.text.tokens)
        for entry in self.result.actors:
            for mention in entry.mentions:
                taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
        for words, index in short_forms.told_abbreviations(self.text, self.result.actors).items():
            for first, last in list(short_forms.occurrences(self.text, words, taken)):
                taken[first:last] = [True] * (last - first)
                self._mention(index, first, last, "short", self.result.actors[index].party)

    # -- people ------------------------------------------------------------------------------------------------
    def groups(self, capitals: bool = True) -> list[Group]:
        """Return the mentions of parties, bodies and places taken so far, which offices of people are of.

        Args:
            capitals: Whether capitals that speak for their governments are among them.
        """
        actors = [
            Group(m.first, m.last, e.party if e.kind == "party" else m.party, m.entry)
            for e in self.result.actors
            for m in e.mentions
            if e.kind != "person" and (capitals or not m.capital)
        ]
        governed = register.places()
        places = [
            Group(m.first, m.last, governed[e.key].authority if e.key in governed else e.country, None, True)
            for e in self.result.places
            for m in e.mentions
        ]
        return actors + places

    def take_people(self, people: Sequence[FoundPerson], page: str | None) -> None:
        """Take people; one with an office that names no party acts for whoever's page it is, where that is known."""
        tell_served(self.text, self.known, people, self.groups())
        bodies = (e for e in self.result.actors if e.kind == "body")
        heard = [Group(m.first, m.last, e.party, m.entry) for e in bodies for m in e.mentions if m.party is None]
        about = About(self.groups(), heard, self.result.home, page, self.spoken_of.only_counterparts - {page})
        parties: list[str | None] = []
        for person, (known, told, likely) in zip(people, whose(self.text, self.known, people, about), strict=True):
            first, last = person.name
            name = self.text.repaired_words(first, last)
            name = name[1:] if person.joined else name
            party = told or likely or (page if person.roles else None)
            parties.append(party)
            # What is weighed counts for less than what an office says.
            sure = person.confidence - (0.15 if told is None and likely is not None else 0.0)
            names = register.display_names("person", known) if known else {}
            index = self._actor(known or person_key(name), "person", first, last, names, party, sure)
            entry = self.result.actors[index]
            if person.joined and entry.name == self.text.words(first, last):
                entry.name = entry.name[1:]
            entry.names.setdefault(self.text.language.code, name)
            for start, end in person.mentions:
                form: MentionForm = "name" if end - start > 1 else "short"
                served = (start, end) in person.served
                entry.mentions.append(Mention(start, end, index, form, entry.party, served=served))
            for role in person.roles:
                words = self.text.words(role.first, role.last)
                if all(other.title != words for other in entry.roles):
                    body = next((e for e in role.entries if self.result.actors[e].kind == "body"), None)
                    entry.roles.append(RoleMention(words, body, role.first, role.last, role.standing))

        around = Surroundings(self.text, about.groups, parties, about.home, about.publisher, about.counterparts)
        unowned = [index for index in dict.fromkeys(self._unowned) if self.result.actors[index].party is None]
        give_owners(self.text, self.result.actors, unowned, people, around)

    def finish(self) -> Found:
        """Return what was put together, the offices without a name among it."""
        take_offices(self.text, self.result, self.groups(capitals=False))
        return self.result
