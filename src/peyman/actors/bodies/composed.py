"""Bodies composed from words: "the ministry of X of Y", "Y's embassy in Z", "the joint technical committee".

Which words name a body, what they govern and in which order they follow each other is data (``bodies.toml`` of each
language); which parts a kind of body needs to be named, and whose it is where the text does not say, is data too
(``register/body_types.toml``). A composed body has the same key in every language: the party's key, the type and the
domain, ``IRQ-KRD:ministry:peshmerga-affairs``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from peyman import languages
from peyman.actors.bodies.body_types import BodyType, body_types
from peyman.actors.known import register
from peyman.actors.spans import KnownSpans, Span
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.lexicon import Lexicon, Match, Phrase

#: A body has at most so many domains and modifiers: "finance and economy", "joint high technical".
MOST_PARTS = 5


@dataclass(slots=True)
class Composed:
    """A body as it stands in a text, tokens ``[first, last)``.

    Attributes:
        type: What kind of body it is.
        domain: Key of its domain, where it has one.
        modifiers: Keys of words such as "joint" or "technical", in order.
        parties: Keys of whose it is, as the text says; empty where it does not.
        owners: The names that say whose it is.
        seat: Key of the place where it sits, where that is named.
        seated_in: Whether the words say that it is in that place ("the embassy in Baghdad").
        holder: Key of the person whose office it is.
        complete: Whether the words name a body, rather than refer to one named elsewhere.
        head: Tokens of the head word.
    """

    first: int
    last: int
    type: BodyType
    head: tuple[int, int]
    domain: str | None = None
    modifiers: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    owners: list[Span] = field(default_factory=list)
    seat: str | None = None
    seated_in: bool = False
    holder: str | None = None
    complete: bool = False

    def is_state(self, language: Language) -> bool:
        """Whether the language takes such a body of a state ("the government of Iraq") for the state itself."""
        party = self.party()
        state = party is not None and party in register.parties() and register.parties()[party].kind == "state"
        return state and self.type.name in grammar(language).as_state

    @property
    def shared(self) -> bool:
        """Whether it is a body of several parties together."""
        return len(self.parties) > 1 or (self.type.joint and "joint" in self.modifiers)

    def party(self) -> str | None:
        """Return the one party that it belongs to, as the text says."""
        return self.parties[0] if len(self.parties) == 1 and not self.shared else None

    def key(self, party: str | None) -> str:
        """Return the body's key, its party being known."""
        parts = [party] if party else []
        parts += self.type.same_as or [self.type.name, self.domain or self.holder or "-".join(self.modifiers)]
        if self.seat and not (self.type.name == "embassy" and party is None):
            parts.append(self.seat.rpartition(":")[2])
        if self.shared:
            parts.insert(0, "+".join(sorted(self.parties)))
        return ":".join(part for part in parts if part)


class BodyGrammar:
    """The words that bodies of one language are named with."""

    def __init__(self, language: Language) -> None:
        """Compile ``bodies.toml``."""
        table = language.table("bodies")
        affixes = register.affixes(table.get("affixes", {}))
        head_affixes = register.affixes(table.get("head_affixes", table.get("affixes", {})))
        order: Mapping[str, Sequence[str]] = table.get("order", {})
        self.domain_before = "before" in order.get("domain", ())
        self.possessor_before = "before" in order.get("possessor", ())
        self.joining = tuple(fold(ending) for ending in order.get("joining", ()))
        self.capital_heads = frozenset(order.get("capital_heads", ()))
        self.conjunctions = frozenset(fold(word) for word in table.get("links", {}).get("and", ()))
        self.not_after = {
            value: frozenset(fold(word) for word in words) for value, words in table.get("not_after", {}).items()
        }
        self.not_of = {value: frozenset(kinds) for value, kinds in table.get("not_of", {}).items()}
        self.inside = frozenset(fold(w) for w in table.get("links", {}).get("seat_in", ()) if " " not in w)
        self.links = frozenset(
            fold(word) for words in table.get("links", {}).values() for word in words if " " not in word
        )
        self.heads = frozenset(fold(form) for forms in table.get("heads", {}).values() for form in forms)
        self.as_state = frozenset(order.get("as_state", ()))
        self.fused: Mapping[str, str] = table.get("affixes", {}).get("fused", {})

        def phrases(*categories: str) -> list[Phrase]:
            return [
                Phrase(form, category, value)
                for category in categories
                for value, forms in table.get(category, {}).items()
                for listed in forms
                for form in _spellings(listed, self.fused)
            ]

        self._lexicons = (
            Lexicon(phrases("heads"), head_affixes),
            Lexicon(phrases("domains", "modifiers", "links"), affixes),
        )
        self.labels: dict[str, str] = {key: forms[0] for key, forms in table.get("domains", {}).items()}
        self.modifier_labels: dict[str, str] = {key: forms[0] for key, forms in table.get("modifiers", {}).items()}

    def words(self, text: AnalysedText, first: int, last: int) -> Words:
        """Return the words of the grammar that stand in the tokens ``[first, last)``."""
        found: dict[int, list[Match]] = {}
        ends: dict[int, list[Match]] = {}
        for lexicon in self._lexicons:
            for match in lexicon.find(text.tokens, first, last):
                found.setdefault(match.start, []).append(match)
                ends.setdefault(match.end, []).append(match)
        return Words(found, ends)


def _spellings(form: str, fused: Mapping[str, str]) -> list[str]:
    """A listed form, without joiners, and as it is written to a preposition before it."""
    forms = [form, form.replace("\u200c", " ")] if "\u200c" in form else [form]
    return forms + [start + form.removeprefix(plain) for plain, start in fused.items() if form.startswith(plain)]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the grammar by where they begin and end."""

    starts: Mapping[int, Sequence[Match]]
    ends: Mapping[int, Sequence[Match]]

    def at(self, token: int, category: str, value: str | None = None) -> Match | None:
        """Return the longest word of a category that begins at a token."""
        for match in self.starts.get(token, ()):
            if match.category == category and (value is None or match.value == value):
                return match
        return None

    def before(self, token: int, category: str, value: str | None = None) -> Match | None:
        """Return the longest word of a category that ends before a token."""
        fitting = [m for m in self.ends.get(token, ()) if m.category == category and value in (None, m.value)]
        return min(fitting, key=lambda match: match.start, default=None)


@cache
def grammar(language: Language) -> BodyGrammar:
    """Return the body grammar of a language; built once."""
    return BodyGrammar(language)


def find_bodies(text: AnalysedText, known: KnownSpans, first: int, last: int) -> list[Composed]:
    """Find composed bodies in one sentence.

    Args:
        text: The text.
        known: Its known names: possessors and seats are among them.
        first: First token of the sentence.
        last: After its last token.

    Returns:
        Bodies in order, incomplete ones included (`Composed.complete`); none begins inside another.
    """
    return list(_Sentence(text, known, first, last).bodies())


class _Sentence:
    def __init__(self, text: AnalysedText, known: KnownSpans, first: int, last: int) -> None:
        self.text = text
        self.known = known
        self.grammar = grammar(text.language)
        self.words = self.grammar.words(text, first, last)
        self.first = first
        self.last = last

    def bodies(self) -> list[Composed]:
        """Every body of the sentence."""
        found: list[Composed] = []
        reached = self.first
        for token in range(self.first, self.last):
            if token < reached:
                continue
            heads = [match for match in self.words.starts.get(token, ()) if self._is_head(match)]
            read = [self._read(head, reached) for head in heads]
            if not read:
                continue
            best = max(read, key=lambda body: (body.complete, body.last, body.head[1] - body.head[0]))
            if best.complete or len(heads) == 1 or best.last > best.head[1]:
                found.append(best)
                # What names no body leaves its words to the next: "the Joint Military Committee".
                reached = best.last if best.complete else reached
        return found

    def _is_head(self, match: Match) -> bool:
        """Whether a word is a head, and does not follow a word that makes it part of something else."""
        if match.category != "heads":
            return False
        before = self.text.tokens[match.start - 1].fold if match.start > self.first else ""
        return before not in self.grammar.not_after.get(match.value, ())

    def _read(self, head: Match, floor: int) -> Composed:
        body = Composed(head.start, head.end, body_types()[head.value], (head.start, head.end))
        self._after(body)
        if self.grammar.domain_before or self.grammar.possessor_before:
            self._before(body, floor)
        body.complete = self._is_complete(body)
        return body

    # -- what follows the head ---------------------------------------------------------------------------------
    def _after(self, body: Composed) -> None:
        at = body.last
        for _ in range(MOST_PARTS):
            step = self._part(body, at)
            if step is None:
                break
            at = body.last = step
        if body.type.needs == _SEAT_ALONE:
            self._seat(body)  # a capital behind it is its town, and speaks for no government
            at = body.last
        at = self._possessors(body, at)
        if at > body.last:
            body.last = at
        # An adjective may stand after the possessor: "the committee of Iraq joint"; a seat at the very end.
        modifier = self.words.at(body.last, "modifiers")
        if modifier is not None and body.modifiers and body.type.joint:
            body.modifiers.append(modifier.value)
            body.last = modifier.end
        if body.seat is None:
            self._seat(body)

    def _part(self, body: Composed, at: int) -> int | None:
        """Read one domain or modifier, after a link or "and"; return where it ends."""
        for start in self._link_ends(at, "domain"):
            domain = self.words.at(start, "domains")
            modifier = self.words.at(start, "modifiers")
            if modifier is not None and (domain is None or modifier.end >= domain.end) and start == at:
                body.modifiers.append(modifier.value)
                return modifier.end
            if domain is not None and body.domain is None and self._may_have_domain(body):
                body.domain = domain.value
                return domain.end
        conjunction = self.words.at(at, "links", "and")
        if conjunction is not None and (body.domain or body.modifiers):
            domain = self.words.at(conjunction.end, "domains")
            modifier = self.words.at(conjunction.end, "modifiers")
            if modifier is not None and body.modifiers:
                body.modifiers.append(modifier.value)
                return modifier.end
            if domain is not None and body.domain:
                return domain.end
        fused = self.words.at(at, "domains") if body.domain else None
        if fused is not None and self.text.tokens[at].text[:1] in _FUSED_AND:
            return fused.end
        return None

    def _may_have_domain(self, body: Composed) -> bool:
        return "domain" in body.type.needs

    def _link_ends(self, at: int, value: str) -> list[int]:
        """Where a part may begin: here, or after any of the linking words that stand here."""
        ends = {at}
        for match in self.words.starts.get(at, ()):
            if match.category == "links" and match.value == value:
                ends.add(match.end)
        return sorted(ends, reverse=True)

    def _possessors(self, body: Composed, at: int) -> int:
        if body.seat:
            return at
        reached = at
        for start in self._link_ends(at, "possessor"):
            span = self._party_at(start)
            seated = start > at or self._is_owned_before(body) or (body.type.name == "consulate" and _is_town(span))
            if span is not None and not (seated and self._is_seat(body, start)):
                located = start > at and self.words.before(start, "links", "seat_in") is not None
                if located and body.type.name in _ABROAD:
                    break  # "a consulate in Oman" is not Oman's
                if located and body.type.needs == {"possessor"} and span.key("party", "adjective"):
                    break  # "government in Iraq" is no name, as "the government in Baghdad" is one
                body.parties.append(_party_key(span))
                body.owners.append(span)
                # "The ministry in Baghdad": the capital tells whose it is, and is a place of its own.
                reached = at if located and span.key("party", "adjective", "body") is None else span.last
                break
        while body.type.joint and body.parties and len(body.parties) < MOST_PARTS:
            following = self._next_party(reached)
            if following is None:
                break
            body.parties.append(_party_key(following))
            reached = following.last
        body.parties = list(dict.fromkeys(body.parties))
        if not body.parties and body.type.possessor == "person":
            for start in self._link_ends(at, "possessor"):
                holder = next((s for s in self.known.starting(start) if s.key("person") and s.last <= self.last), None)
                if holder is not None:
                    body.parties = [register.people()[holder.key("person") or ""]]
                    body.holder = holder.key("person")
                    return holder.last
        return reached

    def _is_seat(self, body: Composed, start: int) -> bool:
        """A place after "in" is where an embassy sits, not whose it is."""
        return (
            body.type.name in _ABROAD
            and not self.words.at(start, "domains")
            and any(span.key("place") for span in self.known.starting(start))
        )

    def _is_owned_before(self, body: Composed) -> bool:
        """Whether its owner stands before an embassy: a town right behind is its seat then ("U.S. Embassy Beirut")."""
        before = self.grammar.possessor_before and body.type.name in _ABROAD
        return before and any(_party_key(span) and span.first >= self.first for span in self.known.ending(body.first))

    def _next_party(self, at: int) -> Span | None:
        conjunction = self.words.at(at, "links", "and")
        marks = at < self.last and self.text.tokens[at].text in ("-", "–", "،", ",")
        for start in ([conjunction.end] if conjunction else []) + ([at + 1] if marks else []) + [at]:
            span = self._party_at(start)
            if span is not None and (start > at or self.text.tokens[at].text[:1] in _FUSED_AND or not marks):
                return span
        return None

    def _party_at(self, token: int) -> Span | None:
        """The longest name at a token that can possess a body: a party, its adjective, an organisation, a capital."""
        if not self.first <= token < self.last:
            return None
        for span in self.known.starting(token):
            if _party_key(span):
                return span
        return None

    def _seat(self, body: Composed) -> None:
        if body.type.name in _OF_TOWNS:
            links = {*self._link_ends(body.last, "seat"), *self._link_ends(body.last, "possessor")}
            starts = sorted(links, reverse=True)
        elif body.type.name in ("embassy", "consulate"):
            beside = self._is_owned_before(body) or body.type.name == "consulate"
            starts = [start for start in self._link_ends(body.last, "seat") if start > body.last or beside]
        else:
            return
        for start in starts:
            place = next((span for span in self.known.starting(start) if span.key("place")), None)
            if place is not None and place.last <= self.last:
                body.seat = place.key("place")
                body.seated_in = start > body.last and self.words.before(start, "links", "seat_in") is not None
                body.last = place.last
                self._govern(body)
                return

    @staticmethod
    def _govern(body: Composed) -> None:
        """Give what sits in a town to whom the town belongs, where nothing else says whose it is."""
        if body.type.possessor in ("seat", "home") and not body.parties:
            authority = register.places()[body.seat or ""].authority
            body.parties = [authority] if authority else []

    # -- what stands before the head ---------------------------------------------------------------------------
    def _before(self, body: Composed, floor: int) -> None:
        at = body.first
        for _ in range(MOST_PARTS):
            modifier = self.words.before(at, "modifiers")
            domain = self.words.before(at, "domains")
            if domain is not None and body.domain is None and domain.start >= floor and self._may_have_domain(body):
                body.domain = domain.value
                at = domain.start
            elif modifier is not None and modifier.start >= floor:
                body.modifiers.insert(0, modifier.value)
                at = modifier.start
            else:
                break
        at = body.first = max(at, floor)
        for end in (at, at - 1, at - 2):
            # "Iraq's ministry": the apostrophe and the s are tokens of their own.
            if end < at and not all(self.text.tokens[t].text in ("'", "’", "s", "-", "–") for t in range(end, at)):
                break
            span = next((s for s in self.known.ending(end) if s.first >= floor and _party_key(s)), None)
            if span is not None:
                body.parties = list(dict.fromkeys([_party_key(span), *body.parties]))
                body.first = span.first
                break
            town = next((s for s in self.known.ending(end) if s.first >= floor and s.key("place")), None)
            if town is not None and body.type.name in _BEHIND_TOWNS and self.grammar.possessor_before and not body.seat:
                body.seat, body.first = town.key("place"), town.first  # "the *Basra* Chamber of Commerce"
                self._govern(body)
                break
        while body.type.joint and body.parties and self._hyphen_before(body.first):
            before = next((s for s in self.known.ending(body.first - 1) if s.first >= floor and _party_key(s)), None)
            if before is None or len(body.parties) >= MOST_PARTS:
                break
            body.parties = list(
                dict.fromkeys([_party_key(before), *body.parties])
            )  # "the Nepal-India Joint Commission"
            body.first = before.first

    def _hyphen_before(self, token: int) -> bool:
        return token > self.first and self.text.tokens[token - 1].text in ("-", "–")

    def _is_joined(self, body: Composed) -> bool:
        """Whether a head word alone has an ending that joins a next word: an adjective, or half a name."""
        word = self.text.tokens[body.head[1] - 1].fold
        endings = (ending for ending in self.grammar.joining if word.endswith(ending))
        return word not in self.grammar.heads and any(word.removesuffix(e) in self.grammar.heads for e in endings)

    def _is_complete(self, body: Composed) -> bool:
        has = {"home"} if "home" in body.type.needs else set()
        has |= {"domain"} if body.domain else set()
        # "Under a joint directorate" is no directorate by name; a joint committee may be one.
        has |= {"modifier"} if set(body.modifiers) - (_JOINT if body.type.owned else set()) else set()
        has |= {"possessor"} if body.parties else set()
        has |= {"seat"} if body.seat else set()
        if not body.type.needs & has or (has == {"home"} and self._is_joined(body)):
            return False
        known = [register.parties().get(party) or register.bodies().get(party) for party in body.parties]
        kinds = {one.kind for one in known if one is not None}
        if kinds and kinds <= self.grammar.not_of.get(body.type.name, frozenset()):
            return False
        if self.grammar.capital_heads & {"*", body.type.name}:
            return self.text.tokens[body.head[0]].text[:1].isupper()
        return True


_FUSED_AND = ("و",)
#: What says nothing of what a body is for.
_JOINT = frozenset({"joint"})
#: Bodies that a party has where another one is at home.
_ABROAD = frozenset({"embassy", "consulate", "mission"})
#: What is named by its town and nothing else: a university.
_SEAT_ALONE = frozenset({"seat"})
#: Bodies that are called after the town that they are of, with no word between the two.
_BEHIND_TOWNS = frozenset({"municipality", "university", "chamber"})
_OF_TOWNS = _BEHIND_TOWNS | {"governorate"}


def _is_town(span: Span | None) -> bool:
    """Whether a name is a town's and no party's: a consulate is called after the town that it is in."""
    return span is not None and span.key("place") is not None and span.key("party", "adjective", "body") is None


def _party_key(span: Span) -> str:
    """The party that a name stands for as a possessor; empty where it stands for none."""
    key = span.key("party", "adjective")
    if key:
        body = register.bodies().get(key)
        return (body.party or "") if body else key
    body_key = span.key("body")
    if body_key:
        return register.bodies()[body_key].party or ""
    place = span.key("place")
    return (register.places()[place].capital_of or "") if place else ""


def _titled(key: str) -> str:
    """The English for a domain or a modifier that no English table has: its key, as titles are written."""
    return " ".join(word if word == "and" else word.title() for word in key.split("-"))


def label(body: Composed, party: str | None) -> str:
    """Return the English name of a composed body.

    Args:
        body: The body.
        party: Key of the party that it belongs to.
    """
    english = grammar(languages.load("en"))
    domain = english.labels.get(body.domain or "") or _titled(body.domain or "")
    modifiers = [english.modifier_labels.get(m) or _titled(m) for m in body.modifiers]
    if domain and "{domain}" not in body.type.label:
        modifiers.append(domain)
    seat = register.display_names("place", body.seat or "").get("en", "")
    parts = {"domain": domain or " ".join(modifiers), "modifier": " ".join(modifiers), "seat": seat}
    name = " ".join(body.type.label.format(**parts).split())
    holder = register.display_names("person", body.holder or "").get("en")
    if holder:
        return f"{name} of {holder}"
    if seat and "home" in body.type.needs:
        return f"{name} of {seat}"
    owners = [register.party_name(key) for key in ([party] if party else body.parties)]
    if owners and "{seat}" not in body.type.label:
        name = f"{name} of {' and '.join(owners)}"
    return f"{name} in {seat}" if seat and "{seat}" not in body.type.label else name
