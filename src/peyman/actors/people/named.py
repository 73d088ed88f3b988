"""Persons: where they are named, what they are, for whom they act.

A name is what the tagger found, or what stands where a title puts a name. The title with what it is of ("foreign
minister of Iraq", "وزير الخارجية العراقي") is the role; the party or body inside it says for whom the person acts.
A surname or a full name met again is the same person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.tagger import NameSpan
from peyman.actors.known.titles import vocabulary
from peyman.actors.matching.match import FILIATION
from peyman.actors.names import name_marks
from peyman.actors.names.listed_people import ListedPeople, begins_next, opens_item
from peyman.actors.names.name_marks import LONGEST_NAME, has_capital, is_headline, is_ship, whole_name
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.governed_names import bare, is_governed
from peyman.actors.offices.portfolios import FULL_NAME, Portfolios
from peyman.actors.offices.roles import LONGEST_ROLE, Group, RoleReader
from peyman.actors.people import apposed_names
from peyman.actors.people.enclosed_names import is_enclosed
from peyman.actors.people.followed_by import party_behind
from peyman.actors.people.later_mentions import add_surnames
from peyman.actors.people.named_alike import Namesakes
from peyman.actors.people.ordinary_words import before_words, behind_particle, is_given_alone, is_phrase, opens_governed
from peyman.text.analysis import AnalysedText
from peyman.text.lexicon import Match, longest
from peyman.text.marks import BREAKS, COMMAS
from peyman.text.tokens import Token, TokenKind

#: A word commoner than this rank is taken for part of a name only beside another that is surely one.
COMMON_RANK = 3000
#: Between a title and a name at most so many describing words may stand.
MOST_DESCRIBING = 2
#: A word commoner than this is no given name.
COMMONEST = 600


def find_people(
    text: AnalysedText,
    names: Sequence[NameSpan],
    groups: Sequence[Group],
    taken: Iterable[int],
    known: Collection[tuple[int, int]] = (),
) -> list[FoundPerson]:
    """Find the persons that a text names.

    Args:
        text: The analysed text.
        names: What the tagger found, see `peyman.actors.known.tagger.tag`.
        groups: Mentions of parties, bodies and places.
        taken: Tokens that belong to something else for certain (dates, agreements, places in the register).
        known: Ranges among `names` that the register knows, which stand as they are, titles included.

    Returns:
        One entry a person, in the order in which the text first names them.
    """
    return _PeopleFinder(text, groups, set(taken), frozenset(known)).find(names)


#: Where letters have no case, a name stands in brackets too.
_OPENS = apposed_names.OPENING | {"("}
#: Marks that close a name behind an office and a comma, where all its words are names.
_CLOSES = frozenset(".:؛")
#: Between an envoy's title and where he is sent at most so many tokens stand: "Ambassador of the Republic of A to B".
_OFFICE_BEFORE = 8


class _PeopleFinder:
    def __init__(
        self, text: AnalysedText, groups: Sequence[Group], taken: set[int], known: frozenset[tuple[int, int]]
    ) -> None:
        self.text = text
        self.words = vocabulary(text.language)
        self.links = grammar(text.language).links
        self.groups = sorted(groups, key=lambda g: (g.first, -g.last))
        self.group_at: dict[int, Group] = {}
        for group in self.groups:
            for token in range(group.first, group.last):
                self.group_at.setdefault(token, group)
        self.taken = taken
        self.known = known
        self.titles = [m for s in text.sentences for m in longest(self.words.titles.find(text.tokens, s.first, s.last))]
        held = (m for s in text.sentences for m in self.words.standings.find(text.tokens, s.first, s.last))
        self.standing_at = {t for m in held for t in range(m.start, m.end)}
        self.title_at = {t: m for m in self.titles for t in range(m.start, m.end)}
        self.portfolios = Portfolios(text, self.group_at, self.title_at)
        barred = self.taken | self.group_at.keys() | self.title_at.keys()
        self.lists = ListedPeople(text, self._listed_end, barred.__contains__)
        self.joined: set[int] = set()
        self.apposed: set[tuple[int, int]] = set()

    def find(self, names: Sequence[NameSpan]) -> list[FoundPerson]:
        candidates: dict[int, tuple[int, int, float]] = {}
        for span in (name for name in names if name.kind == "person"):
            first = name_marks.behind_strokes(self.text, span.first, span.last)
            as_known = (first, span.last) in self.known and span.last - first > 1
            trimmed = (first, span.last) if as_known else self._trimmed(first, span.last)
            if trimmed is not None and not is_ship(self.text, self.title_at, trimmed[0]):
                first, last = whole_name(self.text, self._behind_given_name(*trimmed), trimmed[1])
                candidates[first] = (first, last, 0.8)
        covered = {t for a, b, _ in candidates.values() for t in range(a, b)}
        beside = [name for title in self.titles for name in self._beside_title(title)]
        leaders = apposed_names.behind_leaders(self.text, self._role_end, self._name_before_words, self._all_names)
        for first, last in (*beside, *leaders):
            if (first, last) in self.apposed:
                covered -= apposed_names.give_up(candidates, first, last, self.known)
            if not covered & set(range(first, last)) and not is_ship(self.text, self.title_at, first):
                first, last = whole_name(self.text, first, last)
                candidates[first] = (first, last, 0.65)
                covered |= set(range(first, last))
        for _, last, _ in list(candidates.values()):
            for listed in self.lists.behind(last, covered):
                candidates[listed[0]] = (*listed, 0.6)
                covered |= set(range(*listed))
        whole = {first for first, last, _ in candidates.values() if (first, last) in self.known}
        governed = {first for first in candidates if is_governed(self.text, first, first in whole)}
        self.joined = governed | {first for first in candidates if self.lists.joined(first, covered)}
        namesakes = Namesakes(self._folds)
        for first in sorted(candidates):
            namesakes.enter((first, candidates[first][1]), candidates[first][2])
        people = namesakes.people
        add_surnames(self.text, people, self.known, covered | self.taken | self.group_at.keys(), self._ordinary)
        named = {t for person in people for first, last in person.mentions for t in range(first, last)}
        # "Under the leadership of A B" names a person, and no office of hers.
        offices = {t: m for t, m in self.title_at.items() if self._token(t).fold not in self.words.no_offices}
        self.roles = RoleReader(self.text, self.groups, self.group_at, offices, named, self.joined)
        for person in people:
            person.joined = person.name[0] in self.joined
            self._describe(person)
        return [p for p in people if self._is_person(p)]

    # -- names -------------------------------------------------------------------------------------------------
    def _token(self, index: int) -> Token:
        return self.text.tokens[index]

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """A tagged name without titles, marks, parties and stop words at its edges."""
        while first < last and (
            self._edge(first)
            or self._begins_office(first, last)
            or self._is_where(first, last)
            or self._is_whose(first, last)
        ):
            if last - first == 2 and self._is_given_name(first, last):
                break
            joined = self._token(first).fold in self.words.conjunctions  # "X and *bin Y*"
            if first + 1 < last and self._token(first + 1).fold in FILIATION and not joined:
                break  # "Sultan bin Saad": a title that is a given name here
            first += 1
        while last > first and (self._edge(last - 1) or (last - first > 1 and self._is_fused(last - 1))):
            last -= 1
        last = before_words(self.text, first, self._before_office(first, last))
        inside = range(first, last)
        sons = sum(self._token(t).fold in FILIATION for t in inside)
        if first >= last or last - first > LONGEST_NAME + 2 + 2 * sons:
            return None
        if any(t in self.taken for t in inside) or all(t in self.group_at for t in inside):
            return None
        if self.portfolios.is_all(first, last):
            return None
        ordinary = (last - first == 1 and self._ordinary(first)) or is_phrase(self.text, first, last)
        if ordinary and (first, last) not in self.known:
            return None
        if all(t in self.title_at or self._token(t).kind is not TokenKind.WORD for t in inside):
            return None  # "H.E. Mr.": forms of address and no name
        return first, behind_particle(self.text, last)

    def _begins_office(self, first: int, last: int) -> bool:
        """Whether a tagged name begins with an office, or with whose it is: "*Nepal Foreign Minister* NP Saud"."""
        if last - first <= 1:
            return False
        if first in self.title_at or opens_governed(self.text, first):
            return True
        if self.portfolios.stands_before(first, last) or self.portfolios.begins(first, last):
            return True
        group = self.group_at.get(first)
        title = self.title_at.get(group.last) if group is not None and self.words.possessor_before else None
        return title is not None and group is not None and title.start == group.last and title.end < last

    def _is_where(self, first: int, last: int) -> bool:
        """Whether a name begins with where its holder is sent: "the ambassador of A to *Qatar* X Y"."""
        group = self.group_at.get(first)
        if group is None or group.first != first or last - group.last < MOST_DESCRIBING or first == 0:
            return False
        if self._token(first - 1).fold not in self.words.sent_to:
            return False
        near = range(max(0, first - _OFFICE_BEFORE), first)
        return any(t in self.title_at and self._token(t).fold in self.words.posted for t in near)

    def _is_whose(self, first: int, last: int) -> bool:
        """Whether a name begins with whose the office before it is: "Serokwezîrê *Ozbekistanê* X Y", *the Georgian*."""
        group = self.group_at.get(first)
        if group is None or self.words.possessor_before:
            return False
        begun = group.first < first and self.words.has_case  # with the end of it: "yê Gîneya *Nû* X Y"
        behind = group.first == first and group.party is not None and self.portfolios.is_behind_office(first)
        return (begun or behind) and last - group.last >= MOST_DESCRIBING

    def _behind_given_name(self, first: int, last: int) -> int:
        """Where a name begins if a title and a given name stand before what was tagged: "Ambassador John *Smith*"."""
        given = first - 1
        if last - first > 1 or self.words.has_case or given - 1 not in self.title_at or (first, last) in self.known:
            return first
        return given if self._token(given).fold in self.words.given and self._can_be_name(given, last) else first

    def _is_fused(self, index: int) -> bool:  # a known word with a preposition and article: "welcomed *the decision*"
        return self._token(index).fold.startswith(self.words.fused_articles) and not self._unknown(index)

    def _before_office(self, first: int, last: int) -> int:
        """Where a tagged name ends that runs on into an office: "X Y Minister of Energy", "A B *deputy* minister"."""
        found = [self.title_at[t] for t in range(first + 2, last) if self.words.office_behind and t in self.title_at]
        offices = (t for t in found if t.value == "office" and t.start >= first + 2)
        if not self.words.has_case:
            offices = (t for t in offices if t.start == last - 1 and t.end > last and not self._is_given(last - 1))
        return next((t.start for t in offices), last)

    def _edge(self, index: int) -> bool:
        token = self._token(index)
        return token.kind is not TokenKind.WORD or not token.fold or self._is_stop(token)

    def _is_stop(self, token: Token) -> bool:
        """Whether a word is never part of a name; a given name is one unless it is written as a word that is none."""
        named = token.fold in self.words.given and token.text not in self.words.stop_written
        return not named and self.words.is_stop(token.fold)

    def _unknown(self, index: int) -> bool:
        """Whether a word is a given name, or none of the common words of the language in any of its forms."""
        token = self._token(index)
        if self.words.has_case:
            return token.text[:1].isupper()
        return token.fold in self.words.given or not self.words.is_word(token.fold)

    def _ordinary(self, index: int) -> bool:
        """Whether a word is an ordinary one of the language rather than part of a name."""
        token = self._token(index)
        if self.words.has_case:
            return not has_capital(self.text, index)
        rank = self.words.ranks.get(token.fold)
        return rank is not None and rank < COMMON_RANK and token.fold not in self.words.given

    def _can_be_name(self, index: int, end: int) -> bool:
        if index >= end or index in self.taken or index in self.group_at or index in self.title_at:
            return False
        token = self._token(index)
        named = token.kind is TokenKind.WORD and len(token.text) > 1 and not self._is_stop(token)
        return named and not (name_marks.binds_several(self.text, index) or opens_governed(self.text, index))

    def _name_from(self, first: int, end: int) -> int:
        """Where a name that begins at a token ends: words that can be names, particles and hyphens between them."""
        last = first
        while last < end and last - first < LONGEST_NAME:
            token = self._token(last)
            if token.text in "-'’" and last > first and self._can_be_name(last + 1, end):
                last += 1
                continue
            if token.fold in self.words.particles and self._can_be_name(last + 1, end):
                last += 1
                continue
            if not self._can_be_name(last, end) or self._ordinary(last):
                break
            if last > first and begins_next(self.words, token):
                break
            last += 1
        return last

    def _listed_end(self, second: int, end: int, given: bool) -> int:
        """Where a name of a list ends, from its second word on."""
        return self._before_other(second, self._name_from(second, end), given)

    def _beside_title(self, title: Match) -> list[tuple[int, int]]:
        """Names that a title points at: after it and what it is of, or before it and a comma."""
        number = self.text.sentence_at(title.start)
        if number is None:
            return []
        sentence = self.text.sentences[number]
        found = []
        after = self._role_end(title.end, sentence.last)
        # "Rear (Admiral)", "former (minister)": a describing word or two may stand before the name.
        for _ in range(0 if self._is_given_name(after, sentence.last) else MOST_DESCRIBING):
            if after < sentence.last and self._can_be_name(after, sentence.last) and not self._unknown(after):
                after += 1
        quoted = after < sentence.last and self._token(after).text in (
            apposed_names.OPENING if self.words.has_case else _OPENS
        )
        after += quoted
        last = self._name_from(after, sentence.last)
        if quoted and (last >= sentence.last or self._token(last).text not in apposed_names.CLOSING | {")"}):
            last = after
        # Behind "His Excellency the minister" one word may be what the minister is for, and no name.
        office = any(self.title_at[t].value == "office" for t in range(title.end, after) if t in self.title_at)
        enough = 1 if title.value in ("honorific", "rank") and (self.words.has_case or not office) else 2
        enclosed = is_enclosed(self.text, self.words, self.title_at, title, (after, last))
        self.apposed |= {(after, last)} if enclosed else set()
        if not self.words.has_case and not enclosed:
            # What follows a name may be a form of a known word, with none of the name before it: "A B *agreement*".
            last = self._before_words(after, last)
        given = last - after == 1 and is_given_alone(self.text, after)
        if (last - after >= enough or given) and (enclosed or self._all_names(after, last)):
            found.append((after, last))
            found += self._of_the_other(last, sentence.last) if title.value == "office" else []
        comma = title.start - 1
        if title.value == "office":
            bare = apposed_names.behind_owner(self.text, title.end, sentence.last, self._owned, self._can_be_name)
            self.apposed.update(bare)
            found = bare or found or self._between_commas(after, sentence.last)
            found += [
                name for name in apposed_names.in_quotes(self.text, comma, sentence.first) if self._all_names(*name)
            ]
        if comma > sentence.first and (self._token(comma).text in COMMAS or opens_item(self.text, comma)):
            first = comma
            while first > sentence.first and comma - first < LONGEST_NAME and self._named_before(first - 1):
                first -= 1
            if comma - first >= 2 and self._unknown(comma - 1):
                found.append((first, comma))
        elif title.value == "office" and self.words.may_follow(self._token(title.start).text):
            # "A B foreign minister of C": without a mark both words must be names, one of them a known given name.
            first, barriers = title.start, self.words.barriers
            while first > sentence.first and title.start - first < LONGEST_NAME and self._named_before(first - 1):
                if self._token(first - 1).fold in barriers or self._begins_here(first, title.start):
                    break
                first -= 1
            folds = (self._token(t).fold for t in range(first, title.start))
            known_given = [self.words.has_case or fold in self.words.given for fold in folds]
            # A name follows "and", or begins the sentence, where it is not the first word that tells it.
            begins = first == sentence.first or self._token(first - 1).fold in self.words.conjunctions
            known = any(known_given[:1]) or (begins and any(known_given) and self._unknown(first))
            known = known or self._is_governed(first, title.start, sentence.first)
            known = known and self._all_names(first + 1, title.start)
            if title.start - first >= 2 and (
                known or apposed_names.opens_clause(self.text, first, title.start, sentence.first)
            ):
                found.append((first, title.start))
        return found

    def _owned(self, index: int) -> int:
        """Where the party, body or place ends that a token is of; 0 where it is of none."""
        group = self.group_at.get(index)
        return 0 if group is None else group.last

    def _begins_here(self, first: int, last: int) -> bool:
        """Whether a given name is the first of a name: the word before it is of the language ("the talks *A B* …")."""
        return last - first >= FULL_NAME and self._is_given(first) and not self._unknown(first - 1)

    def _is_governed(self, first: int, last: int, floor: int) -> bool:
        """Whether unknown words stand between a preposition, or where the sentence begins, and an office."""
        if self.words.fused_and or (first > floor and self._token(first - 1).fold not in self.words.barriers):
            return False  # in Arabic too many forms of known words are not told as such
        return all(self._unknown(t) and t not in self.title_at for t in range(first, last))

    def _of_the_other(self, at: int, end: int) -> list[tuple[int, int]]:
        """The second of two names under one office, behind whose he is: "the two ministers, the A X *and the B* Y"."""
        at += at < end and self._token(at).text in COMMAS
        group = self.group_at.get(at)
        joined = at < end and self._token(at).fold[:1] in self.words.fused_and
        if group is None or not joined or group.is_place or group.party is None or group.last != at + 1:
            return []
        last = self._name_from(group.last, end)
        last = self._before_words(group.last, last)
        return [(group.last, last)] if last - group.last >= 2 and self._all_names(group.last, last) else []

    def _before_words(self, first: int, last: int) -> int:
        """Where a name ends whose first two words are told: before the first that is none ("A B *to a* channel")."""
        last = before_words(self.text, first, last)
        return self._before_other(first + 2, last, last > first + 2 and self._is_given(first))

    def _before_other(self, first: int, last: int, given: bool) -> int:
        """Where what may be of a name ends, of the words ``[first, last)``; `given` as in `_is_part`."""
        return next((t for t in range(first, last) if not self._is_part(t, given)), last)

    def _name_before_words(self, first: int, end: int) -> int:
        """Where the name that begins at a token ends, before the first word that is of none."""
        return self._before_words(first, self._name_from(first, end))

    def _between_commas(self, at: int, end: int) -> list[tuple[int, int]]:
        """A name between the comma behind an office and another mark: "the ambassador of France to Iraq, A B, said"."""
        if at + 1 < end and at + 1 in self.group_at and self._token(at).kind is TokenKind.WORD:
            at = self.group_at[at + 1].last
        if at >= end or self._token(at).text not in COMMAS:
            return []
        first = last = at + 1
        while last < end and last - first <= LONGEST_NAME and self._can_be_name(last, end):
            last += 1
        # The commas tell much: one of its words may be an ordinary one ("Patrick" is common in news).
        named = last - first >= 2 and self._unknown(last - 1) and sum(map(self._ordinary, range(first, last))) <= 1
        closed = last < end and self._token(last).text in COMMAS
        closed = closed or ((last >= end or self._token(last).text in _CLOSES) and self._all_names(first, last))
        return [(first, last)] if named and closed and last - first <= LONGEST_NAME else []

    def _all_names(self, first: int, last: int) -> bool:
        given = first < last and self._is_given(first)
        return all(self._is_part(t, given) for t in range(first, last))

    def _is_given(self, index: int) -> bool:
        return not self.words.has_case and self._token(index).fold in self.words.given

    def _is_part(self, index: int, given: bool) -> bool:
        """Whether a word may be part of a name that begins with a given name, or with none that is known.

        Behind a given name a word that only its endings make one of the language is a surname: "Salim *Aydin*"; so is a
        given name with an ending: "visited Salim Qadir", where the verb's pronoun is written to it.
        """
        word = self._token(index).fold
        if self._unknown(index) or word in self.words.particles:
            return True
        endings = (stem in self.words.given for stem in self.words.affixes.stems(word))
        return given and (word not in self.words.ranks or any(endings))

    def _named_before(self, index: int) -> bool:
        token = self._token(index)
        if token.fold in self.words.particles or not self._can_be_name(index, index + 1):
            return token.fold in self.words.particles
        # A given name may be a common word too ("calm", "hope"), but none of the commonest.
        rank = self.words.ranks.get(token.fold)
        return not self._ordinary(index) or (not self.words.has_case and rank is not None and rank >= COMMONEST)

    def _role_end(self, start: int, end: int) -> int:
        """Where what a title is of ends: further titles, parties, bodies, and ordinary words before one of them."""
        at = reach = start
        while at < end and at - start < LONGEST_ROLE:
            token = self._token(at)
            over = at == reach > 0 and self.words.reaches_over(self._token(at - 1), token)
            if over and at + 1 in self.group_at:
                at = reach = self.group_at[at + 1].last  # "the ambassador *to Baghdad* A B"
                continue
            led = at == start and self.words.has_case and self.words.is_among(token.fold, self.words.led)
            own = token.fold in self.words.own_behind and at and self._token(at - 1).fold not in self.words.barriers
            if led or own:
                at = reach = at + 1  # "his counterpart *A B*", "member *of the delegation*", where that is one word
                continue
            behind = at + (at + 1 in self.group_at and not self.words.has_case and token.fold in self.links)
            goes_on = self._is_fused(at) or behind in self.group_at or at in self.standing_at
            stops = self.words.is_stop(token.fold) and not goes_on
            if self.portfolios.is_field(at):
                at = reach = at + 1  # "minister of transport, *roads and bridges*"
                continue
            if token.text in BREAKS | COMMAS or stops:
                break
            if at == start and self._is_given_name(at, end):
                break
            if at in self.title_at:
                at = reach = self.title_at[at].end
                continue
            if behind in self.group_at:
                at = reach = self.group_at[behind].last  # "the minister *of the Republic of A*"
                continue
            if token.fold in self.words.given and self._can_be_name(at + 1, end) and not self._ordinary(at + 1):
                break  # "the Turkish minister *Salim* Aydin": a given name that is a common word too
            if token.kind is TokenKind.WORD and (self._ordinary(at) or self._is_fused(at)):
                at += 1
                reach = at if not self.words.has_case else reach
                continue
            break
        return reach

    def _is_given_name(self, at: int, end: int) -> bool:
        """Whether an office or a form of address is a given name here: "General *Amir* Hatami", "*Haval* Zebari"."""
        title = self.title_at.get(at)
        if title is None or title.end != at + 1 or self._token(at).fold not in self.words.given or at + 1 >= end:
            return False
        return at + 1 not in self.group_at and (title.value == "honorific" or self._unknown(at + 1))

    # -- one person, several mentions --------------------------------------------------------------------------
    def _folds(self, first: int, last: int) -> tuple[str, ...]:
        words = tuple(t.fold for t in self.text.tokens[first:last] if t.kind is TokenKind.WORD)
        return (bare(self.words, self._token(first)), *words[1:]) if first in self.joined else words

    def _describe(self, person: FoundPerson) -> None:
        told = {role.first for role in person.roles}
        for first, last in person.mentions:
            for role in self.roles.of(first, last):
                if role.first in told:
                    continue
                told.add(role.first)
                person.roles.append(role)
                if person.party is None:
                    person.party = self.roles.party(role)
                    person.firm = self.roles.is_whole(role)
                person.named |= self.roles.parties(role)
                person.is_envoy = person.is_envoy or self.roles.is_envoy(role)
                person.not_of |= self.roles.sent_to(role)
        if person.party is None and person.roles:
            person.party = party_behind(self.text, self.group_at, person)
            person.firm = person.party is not None

    def _is_person(self, person: FoundPerson) -> bool:
        """A single word is a person only if a title or the register says so, or the text names them again in full."""
        words = self._folds(*person.name)
        if self.known.isdisjoint(person.mentions) and is_headline(self.text, person.mentions, COMMON_RANK):
            return False
        if len(words) >= 2 or person.roles or any(mention in self.known for mention in person.mentions):
            return True
        return any(m.end == first for first, _ in person.mentions for m in self.titles)
