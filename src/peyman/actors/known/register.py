"""The register: known parties, bodies, outlets, places, agreements and holders of public office.

Facts (key, kind, party, date) hold in every language and stand in ``register/*.tsv``; names stand in ``names.tsv`` of
each language's folder. Both are built by ``training/register.py`` from tables that people keep.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from peyman import languages
from peyman.actors.known.own_register import TERRITORIES, OwnParty, own_entries
from peyman.actors.known.tagger import word_ranks
from peyman.languages import Language
from peyman.text.fold import fold
from peyman.text.lexicon import Affixes, Lexicon, Match, Phrase
from peyman.text.tokens import Token, words

#: Kinds of known bodies that states form together.
_OF_STATES = frozenset({"organisation"})

FOLDER = Path(__file__).parents[1] / "register"
NAMES_FILE = "names.tsv"

#: "And" and prepositions are taken off a surname of so many letters and more.
FEWEST_LETTERS_FUSED = 5
#: What is left of a name of so few letters without its article is another word.
SHORTEST_WITHOUT_ARTICLE = 3
#: A word that so many bodies' names begin with tells what kind of body it is.
FEWEST_SO_CALLED = 3

NameCategory = Literal["party", "adjective", "body", "outlet", "place", "agreement", "person"]


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A party: its kind (state, region, territory), the key of its capital, and the state that it is part of."""

    key: str
    kind: str
    qid: str
    capital: str
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """A known body: its kind, the party it belongs to, and a country.

    For an outlet that is the country it is published in, for a party of its own the state within which it is. An outlet
    belongs to a party where it is the party's own: a state's news agency, a movement's channel.
    """

    key: str
    kind: str
    party: str | None
    country: str | None
    qid: str


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A known place: its kind, its country, the party whose capital it is, and the region that governs it.

    Kinds are city, region, water, site, and minor: a place whose name is also another word or a person's.
    """

    key: str
    kind: str
    country: str | None
    capital_of: str | None
    region: str | None = None

    @property
    def authority(self) -> str | None:
        """Whose its governor and its council are: the region's that governs it, else its country's."""
        return self.region or self.country


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """A known agreement: its kind, EDTF date and parties."""

    key: str
    kind: str
    date: str | None
    parties: tuple[str, ...]


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and line[0] != "#"]


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of a table of facts, without its heading."""
    return _rows(path)[1:]


def state_of(party: str) -> str:
    """Return the state that a region or a side within it belongs to; any other party is returned as it is.

    The register says so, and no key: ``PAK-KRD`` is the Kurdistan Freedom Party, and none of Pakistan's.

    Args:
        party: Key of a party: ``IRQ-KRD``.
    """
    territory = parties().get(party)
    if territory is not None:
        return territory.part_of if territory.kind == "region" and territory.part_of else party
    side = bodies().get(party)
    return side.country if side is not None and side.party == party and side.country else party


@cache
def parties() -> Mapping[str, PartyFacts]:
    """Return states and regions by key."""
    found = {row[0]: PartyFacts(*row) for row in rows_of(FOLDER / "parties.tsv")}
    for own in own_entries().party:
        if own.key in found:
            known = found[own.key]
            found[own.key] = PartyFacts(
                known.key,
                known.kind,
                own.qid or known.qid,
                own.capital or known.capital,
                own.part_of or known.part_of,
            )
        elif own.kind in TERRITORIES:
            found[own.key] = PartyFacts(own.key, own.kind or "", own.qid, own.capital, own.part_of)
    return found


@cache
def bodies() -> Mapping[str, BodyFacts]:
    """Return known bodies, organisations and outlets by key."""
    found = {
        key: BodyFacts(key, kind, party or None, country or None, qid)
        for key, kind, party, country, qid in rows_of(FOLDER / "bodies.tsv")
    }
    own = own_entries()
    for party in own.party:
        if party.key not in found and party.kind is not None and party.kind not in TERRITORIES:
            found[party.key] = BodyFacts(party.key, party.kind, party.key, party.part_of or None, party.qid)
    for body in own.body:
        known = found.get(body.key)
        belongs = body.party or (known.party if known else None) or None
        found[body.key] = BodyFacts(body.key, body.kind, belongs, None, body.qid or (known.qid if known else ""))
    for outlet in own.outlet:
        known = found.get(outlet.key)
        owner = outlet.owner or (known.party if known else None) or None
        country = outlet.country or (known.country if known else None) or None
        found[outlet.key] = BodyFacts(outlet.key, "outlet", owner, country, "")
    return found


@cache
def places() -> Mapping[str, PlaceFacts]:
    """Return known places by key."""
    capitals = {party.capital: party.key for party in parties().values() if party.capital}
    rows = [(key, kind, country) for key, kind, country, _ in rows_of(FOLDER / "places.tsv")]
    rows += [(own.key, own.kind, own.country) for own in own_entries().place]
    governed = tomllib.loads((FOLDER / "governed.toml").read_text("utf-8"))
    regions = {place: region for region, listed in governed.items() for place in listed}
    return {
        key: PlaceFacts(key, kind, country or None, capitals.get(key), regions.get(key)) for key, kind, country in rows
    }


def hosts_at(key: str, country: str | None) -> frozenset[str]:
    """Return who may receive somebody at a place: the country that it is in, and the region that governs it.

    Args:
        key: The place, which the register need not know.
        country: Key of the country that it is in, if known.
    """
    facts = places().get(key)
    known = (facts.authority, facts.capital_of) if facts is not None else ()
    return frozenset(host for host in (country, *known) if host)


@cache
def agreements() -> Mapping[str, AgreementFacts]:
    """Return known agreements by key."""
    found = {
        key: AgreementFacts(key, kind, date or None, tuple(p for p in named.split("|") if p))
        for key, kind, date, named in rows_of(FOLDER / "agreements.tsv")
    }
    for own in own_entries().agreement:
        known = found.get(own.key)
        date, parties = (
            own.date or (known.date if known else None),
            tuple(own.parties) or (known.parties if known else ()),
        )
        found[own.key] = AgreementFacts(own.key, own.kind, date or None, parties)
    return found


@dataclass(frozen=True, slots=True)
class Designation:
    """A name that says whose view it is: what a party calls itself, or what some others call it. Neither is preferred.

    Attributes:
        whose: ``own`` or ``others``.
        language: Its language.
        names: The names, in no order.
    """

    whose: Literal["own", "others"]
    language: str
    names: tuple[str, ...]


@cache
def _designations() -> Mapping[str, tuple[Designation, ...]]:
    found: dict[str, list[Designation]] = {}
    for key, whose, language, names in rows_of(FOLDER / "designations.tsv"):
        found.setdefault(key, []).append(Designation(whose, language, tuple(names.split("|"))))  # type: ignore[arg-type]
    for own in own_entries().party:
        for called, by_language in (("own", own.own_names), ("others", own.others_names)):
            for language, forms in by_language.items():
                found.setdefault(own.key, []).append(Designation(called, language, tuple(forms)))  # type: ignore[arg-type]
    return {key: tuple(listed) for key, listed in found.items()}


def designations(key: str) -> tuple[Designation, ...]:
    """Return what a party calls itself and what others call it, where these differ; empty for most parties."""
    return _designations().get(key, ())


@cache
def people() -> Mapping[str, str]:
    """Return the party that each well-known holder of public office speaks for, by key."""
    found = {row[0]: row[1] for row in rows_of(FOLDER / "people.tsv")}
    return found | {own.key: own.party for own in own_entries().person}


@cache
def names_of(language: Language) -> tuple[tuple[NameCategory, str, tuple[str, ...]], ...]:
    """Return every category, key and names of the register in one language, the user's own included."""
    path = language.folder / NAMES_FILE
    rows = _rows(path) if path.exists() else []
    # Categories and keys stand in every language: kept once.
    built = tuple((sys.intern(row[0]), sys.intern(row[1]), tuple(row[2].split("|"))) for row in rows)
    return (*built, *_own_names(language.code))  # type: ignore[arg-type]


def _own_names(code: str) -> Iterator[tuple[NameCategory, str, tuple[str, ...]]]:
    """The names of the user's own register in one language."""
    for category, entry in own_entries().entries():
        named: NameCategory = category  # type: ignore[assignment]
        if isinstance(entry, OwnParty):
            named = "party" if entry.key in parties() else "body"
            adjectives = tuple(entry.adjectives.get(code, ()))
            if adjectives:
                yield "adjective", entry.key, adjectives
        called = (entry.own_names, entry.others_names) if isinstance(entry, OwnParty) else ()
        listed = [*entry.names.get(code, ()), *(form for names in called for form in names.get(code, ()))]
        forms = tuple(dict.fromkeys(form for form in listed if form))
        if forms:
            yield named, entry.key, forms


@cache
def _display_names() -> Mapping[tuple[str, str], Mapping[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for language in languages.all_languages():
        for category, key, forms in names_of(language):
            if category != "adjective":
                # What the built-in register shows is shown still, where the user adds further names.
                found.setdefault((category, key), {}).setdefault(language.code, forms[0].lstrip("="))
    return found


def display_names(category: NameCategory, key: str) -> dict[str, str]:
    """Return the names to show for an entry of the register, by language."""
    return dict(_display_names().get((category, key), {}))


def party_name(key: str) -> str:
    """Return the English name of a party."""
    names = display_names("party", key) or display_names("body", key)
    return names.get("en", key)


def place_name(key: str) -> str:
    """Return the English name of a place."""
    return display_names("place", key).get("en", key)


@cache
def first_words(language: Language, category: NameCategory) -> Mapping[str, frozenset[str]]:
    """Return the folded first words of the names of each entry of a category, in one language."""
    found: dict[str, set[str]] = {}
    for named, key, forms in names_of(language):
        if named == category:
            words = (fold(form.lstrip("=").split(" ")[0]) for form in forms)
            found.setdefault(key, set()).update(word for word in words if len(word) > 2)
    return {key: frozenset(words) for key, words in found.items()}


@cache
def heads_of_bodies(language: Language) -> frozenset[str]:
    """Return the folded words that names of several bodies begin with, in one language: "party", "union"."""
    count = Counter(word for words in first_words(language, "body").values() for word in words)
    return frozenset(word for word, so_called in count.items() if so_called >= FEWEST_SO_CALLED)


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name stands for.

    Attributes:
        category: What kind of name it is.
        key: Key of what it names.
        marked: Whether it is also a common word, so that it stands for an outlet only beside quotation marks, brackets
            or other marks that set it off, and for a party only after a preposition or beside another party.
        short: Whether it is a short form that several parties may have ("the Kingdom"): it stands for the one at home,
            else for the one that the text names in full, too.
    """

    category: NameCategory
    key: str
    marked: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """A form with what it asks of the spelling: how many capital letters its first word begins with."""

    known: Known
    capitals: int


@lru_cache(maxsize=1 << 10)
def _form(category: NameCategory, key: str, marked: bool, short: bool, capitals: int) -> _Form:
    """What a name stands for: the same object for all names of one entry that are alike in it, which stand together."""
    return _Form(Known(category, key, marked, short), capitals)


class NameLexicon:
    """The known names of one language, ready to be found."""

    def __init__(self, language: Language) -> None:
        """Build the lexicon from the language's names and the affixes of its ``parties.toml``."""
        table = language.table("parties")
        self._has_case = language.has_case
        self._article: str = table.get("article", "")
        self._plurals = tuple(fold(ending) for ending in table.get("plural_endings", ()))
        doubtful = frozenset(table.get("doubtful", ()))
        doubtful_folds = frozenset(map(fold, doubtful))
        short = frozenset(table.get("short", ()))
        ranks = word_ranks(language)
        # "And Araghchi", "to Araghchi": what is written to the name behind it.
        around = ("fused_before_people", "fused_articles", "exact_place_endings")
        fused_words, fused_articles, endings = (tuple(table.get(k, ())) for k in around)
        own_adjectives: str = table.get("own_adjectives", "")
        names, adjectives = list[Phrase](), list[Phrase]()
        for category, key, forms in names_of(language):
            for form in forms:
                exact, bare = form.startswith("="), form.lstrip("=")
                named = fold(bare) in doubtful_folds
                common = exact and category == "place" and not language.has_case and fold(bare) in ranks
                if common and bare not in doubtful:
                    # A small place that is called like a common word ("Wednesday") is that word.
                    continue
                is_short = category == "party" and bare in short
                value = _form(category, key, named or (exact and category == "outlet"), is_short, self._capitals(bare))
                for variant in self._variants(bare, exact):
                    inflected = category == "adjective" or (category == "person" and language.has_case)
                    plain = exact and not inflected
                    if self._only_fused(category, form, variant):
                        names += [Phrase(prefix + variant, category, value, exact=True) for prefix in fused_articles]
                        continue
                    (adjectives if inflected else names).append(Phrase(variant, category, value, plain))
                    if category == "party" and not named and own_adjectives and variant.endswith(own_adjectives):
                        adjective = replace(value, known=replace(value.known, category="adjective"))
                        adjectives.append(Phrase(variant, "adjective", adjective))
                    if plain and category == "place" and len(variant) >= FEWEST_LETTERS_FUSED:
                        placed = (variant + ending for ending in endings if fold(variant + ending) not in ranks)
                        names += [Phrase(form, category, value, exact=True) for form in placed]
                    if plain and category == "person" and len(variant) >= FEWEST_LETTERS_FUSED:
                        names += [Phrase(prefix + variant, category, value, exact=True) for prefix in fused_words]
        self._lexicons = (
            Lexicon(names, affixes(table.get("affixes", {}))),
            Lexicon(adjectives, affixes(table.get("adjective_affixes", {}))),
        )

    def _capitals(self, form: str) -> int:
        if not self._has_case:
            return 0
        word = next(iter(words(form)[0]), "")
        return len(word) if word.isupper() else 1 if word[:1].isupper() else 0

    def _variants(self, form: str, exact: bool) -> list[str]:
        """The form, with lost joiners become spaces, and without its article (which a preposition may have taken)."""
        variants = [form, form.replace("\u200c", " ")] if "\u200c" in form else [form]
        if self._article and not exact and form.startswith(self._article):
            variants.append(form.removeprefix(self._article))
        return variants

    def _only_fused(self, category: str, form: str, variant: str) -> bool:
        """Whether a name without its article is that name only where a preposition took it: "The sitting", a town."""
        if not self._article or variant.startswith(self._article) or not form.startswith(self._article):
            return False
        return category in ("place", "outlet") or len(variant) <= SHORTEST_WITHOUT_ARTICLE

    def find(self, tokens: tuple[Token, ...], first: int, last: int) -> list[tuple[int, int, Known]]:
        """Return the known names in the tokens ``[first, last)``, overlapping ones included, in order."""
        found: dict[tuple[int, int, Known], None] = {}
        for lexicon in self._lexicons:
            for match in lexicon.find(tokens, first, last):
                form: _Form = match.value
                if self._spelled(tokens, match, form):
                    found.setdefault((match.start, match.end, form.known))
        return sorted(found, key=lambda name: (name[0], -name[1]))

    def _spelled(self, tokens: tuple[Token, ...], match: Match, form: _Form) -> bool:
        if form.known.category == "outlet" and self._is_plural(tokens, match):
            return False  # an outlet called "event" is not "the events"
        if not form.capitals:
            return True
        start = tokens[match.start].text[: form.capitals]
        if start.isupper() or match.phrase.exact:  # "Irena" and "Agît" are given names, and no IRENA or AGÎT
            return start.isupper()
        return form.capitals > 1 and len(start) > 3 and start[:1].isupper()

    def _is_plural(self, tokens: tuple[Token, ...], match: Match) -> bool:
        word = tokens[match.end - 1].fold
        return word.endswith(self._plurals) and not fold(match.phrase.text).endswith(self._plurals)


def affixes(table: Mapping[str, list[str]]) -> Affixes:
    """Return the affixes of a table with ``prefixes`` and ``suffixes``; the empty one is always among them."""

    def listed(name: str) -> tuple[str, ...]:
        return tuple(sorted({"", *(fold(affix) for affix in table.get(name, ()))}, key=len, reverse=True))

    return Affixes(listed("prefixes"), listed("suffixes"))


@cache
def name_lexicon(language: Language) -> NameLexicon:
    """Return the known names of a language; built once."""
    return NameLexicon(language)


def contradicts(registered: str, office: str | None) -> bool:
    """Whether the office of a person is of another state or organisation of states than the register gives.

    Args:
        registered: Key of the party that the register gives.
        office: Key of the party that the office in a text is of; None where it says nothing.
    """
    return (
        office is not None
        and registered != office
        and _is_public(registered)
        and _is_public(office)
        and (state_of(registered) != state_of(office))
    )


def _is_public(party: str) -> bool:
    """Whether a party is a state, a territory, or an organisation of states."""
    return party in parties() or (party in bodies() and bodies()[party].kind in _OF_STATES)


def acting_for(registered: str, office: str | None) -> str:
    """Return the party of a known person: the register's, unless the office told is of another one.

    Offices change within one country: who leads a party now was president of a region then, or minister of the state.
    Who is minister of a state in a text speaks for that state there, wherever he went later.

    Args:
        registered: Key of the party that the register gives.
        office: Key of the party that the office in a text is of; None where it says nothing.
    """
    if contradicts(registered, office):
        return office or registered
    if office is None or office == registered:
        return registered
    known = bodies()
    political = {key for key in (registered, office) if key in known and known[key].kind == "political-party"}
    if office in political:
        return office
    region = state_of(office) != office
    return office if region and (registered in political or state_of(office) == registered) else registered
