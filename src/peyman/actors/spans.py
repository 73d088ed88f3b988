"""What was found at a range of tokens, before it is resolved into entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from peyman.actors.known.register import Known, bodies, people, places
from peyman.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Span:
    """Known names that stand at one range of tokens ``[first, last)``; one range may have several meanings."""

    first: int
    last: int
    known: tuple[Known, ...]

    def key(self, *categories: str) -> str | None:
        """Return the key of the first meaning in one of the categories."""
        return next((known.key for known in self.known if known.category in categories), None)


@dataclass
class KnownSpans:
    """All known names of a text, looked up by where they begin or end."""

    spans: list[Span]
    _starts: dict[int, list[Span]] = field(default_factory=dict)
    _ends: dict[int, list[Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for span in self.spans:
            self._starts.setdefault(span.first, []).append(span)
            self._ends.setdefault(span.last, []).append(span)

    @cached_property
    def parties(self) -> frozenset[str]:
        """Keys of the parties that are named, or whose people are."""
        keys = (span.key("party", "adjective") for span in self.spans)
        return frozenset(key for key in keys if key is not None)

    @cached_property
    def homes(self) -> frozenset[str]:
        """Keys of the parties for which the known people act who are named."""
        keys = (span.key("person") or "" for span in self.spans)
        return frozenset(people()[key] for key in keys if key in people())

    def starting(self, token: int) -> Sequence[Span]:
        """Return the names that begin at a token, the longest first."""
        return self._starts.get(token, ())

    def ending(self, token: int) -> Sequence[Span]:
        """Return the names that end before a token, the longest first."""
        return self._ends.get(token, ())

    def party_inside(self, first: int, last: int) -> str | None:
        """Return the party that the name ``[first, last)`` of a body names, or that stands right behind it.

        "The Iraqi Journalists Syndicate" is Iraq's; it is unknown where the name names none. "The bureau of the Islamic
        Union of Kurdistan" is that union's, and not of the country in its name.
        """
        spans = (span for token in range(first, last) for span in self.starting(token) if span.last <= last)
        within = (span for span in spans if (span.first, span.last) != (first, last))
        owner = next((bodies()[key].party for span in within if (key := span.key("body"))), None)
        if owner is not None:
            return owner
        spans = (span for token in range(first, last + 1) for span in self.starting(token))
        return next((party for span in spans if (party := span.key("party", "adjective"))), None)

    def town_owner(self, first: int, last: int) -> str | None:
        """Return to whom the town belongs that a body ``[first, last)`` is called after: "the traders of *Gaziantep*".

        A capital's name is the government's as often, and tells nothing.
        """
        spans = (span for token in range(first, last) for span in self.starting(token) if span.last <= last)
        towns = (places()[key] for span in spans if (key := span.key("place")))
        return next((town.authority for town in towns if town.capital_of is None), None)

    def parties_joined(
        self, first: int, last: int, tokens: Sequence[Token], conjunctions: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """Return the parties that share a body ``[first, last)``, where its name names several.

        They stand with hyphens between them where it opens, or with conjunctions where it ends: "the Omani-Kenyan joint
        committee", "the joint committee of Oman and Kenya".

        Args:
            first: First token of the name.
            last: After its last token.
            tokens: The tokens of the text.
            conjunctions: Folded words that join the second kind.
        """
        opening = self._in_a_row(first, last, tokens, _HYPHENS)
        if len(opening) > 1:
            return opening
        inside = (token for token in range(first + 1, last) if self._party_from(token) is not None)
        named = next(inside, None)
        closing = () if named is None else self._in_a_row(named, last, tokens, conjunctions)
        return closing if len(closing) > 1 else ()

    def _party_from(self, token: int) -> Span | None:
        """The longest name of a party that begins at a token."""
        return next((s for s in self.starting(token) if s.key("party", "adjective")), None)

    def _in_a_row(self, first: int, last: int, tokens: Sequence[Token], between: frozenset[str]) -> tuple[str, ...]:
        """The parties from a token on that stand with one word of a set between each other."""
        found: list[str] = []
        while first < last and (span := self._party_from(first)) is not None:
            found.append(span.key("party", "adjective") or "")
            if span.last >= last or tokens[span.last].fold not in between:
                break
            first = span.last + 1
        return tuple(dict.fromkeys(found))


#: What joins the parties that a name opens with.
_HYPHENS = frozenset("-–")


def known_spans(names: Iterable[tuple[int, int, Known]]) -> KnownSpans:
    """Group known names by their ranges, the longest first at each start."""
    grouped: dict[tuple[int, int], list[Known]] = {}
    for first, last, known in names:
        grouped.setdefault((first, last), []).append(known)
    spans = [Span(first, last, tuple(meanings)) for (first, last), meanings in grouped.items()]
    return KnownSpans(sorted(spans, key=lambda span: (span.first, -span.last)))


def full_forms(names: Sequence[tuple[int, int, Known]], home: str | None) -> list[tuple[int, int, Known]]:
    """Leave out short forms ("the Kingdom", "the Region") of parties that the text is not about.

    A short form is that of the party at home if it is one of those that have it, else that of the only one of them
    that is named in full, has a body that is named, or a capital. Of any other it is a common word.

    Args:
        names: Token ranges of known names with what they stand for.
        home: Party of whoever publishes, where known.
    """
    told = {party for _, _, known in names for party in (party_told(known),) if party}
    shared: dict[tuple[int, int], set[str]] = {}
    for first, last, known in names:
        if known.short and (known.key == home or known.key in told):
            shared.setdefault((first, last), set()).add(known.key)
    meant = {at: {home} if home in keys else keys for at, keys in shared.items()}
    return [
        (first, last, known)
        for first, last, known in names
        if not known.short or meant.get((first, last)) == {known.key}
    ]


def party_told(known: Known) -> str | None:
    """The party that a known name tells of: by its own name, one of its bodies or its capital."""
    if known.category in ("party", "adjective"):
        return None if known.short else known.key
    if known.category == "body":
        return bodies()[known.key].party
    return places()[known.key].capital_of if known.category == "place" else None
