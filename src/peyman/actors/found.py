"""What is found in one text: entries with their mentions, counted in tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from peyman.model import ActorKind, AgreementKind, Standing

MentionForm = Literal["name", "short", "title", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text speaks of an entry, as a token range ``[first, last)``.

    Attributes:
        first: First token.
        last: After the last token.
        entry: Index of the entry in its list.
        form: Its name, a short form of it, a title without a name, or a pronoun.
        party: Key of the party that the mention stands for; None where unknown, for outlets, and for places.
        capital: Whether a capital's name stands here for its government.
        served: Whether a person is named here only as whom somebody else serves: "an adviser to X".
    """

    first: int
    last: int
    entry: int
    form: MentionForm = "name"
    party: str | None = None
    capital: bool = False
    served: bool = False


@dataclass(frozen=True, slots=True)
class RoleMention:
    """An office that the text gives a person, tokens ``[first, last)``.

    Attributes:
        title: The words as published.
        body: Index of the body among the actors, where the office is of a body that is named.
        first: First token.
        last: After the last token.
        standing: Whether it is held only for a time, no longer, or not yet; None where it is simply held.
    """

    title: str
    body: int | None
    first: int
    last: int
    standing: Standing | None = None


@dataclass(slots=True)
class ActorEntry:
    """A person, a body or a party."""

    kind: ActorKind
    name: str
    key: str
    names: dict[str, str] = field(default_factory=dict)
    party: str | None = None
    outlet: bool = False
    roles: list[RoleMention] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    confidence: float = 0.5


@dataclass(slots=True)
class PlaceEntry:
    """A place."""

    name: str
    key: str
    names: dict[str, str] = field(default_factory=dict)
    country: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    confidence: float = 0.5


@dataclass(slots=True)
class AgreementEntry:
    """A text that parties are bound by, or mean to be."""

    name: str
    key: str
    names: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    parties: list[str] = field(default_factory=list)
    kind: AgreementKind = "agreement"
    mentions: list[Mention] = field(default_factory=list)
    confidence: float = 0.5


@dataclass(slots=True)
class Found:
    """Everything that was found in one text.

    Attributes:
        actors: People, bodies and parties.
        places: Places.
        agreements: Agreements.
        home: Key of the party that the text speaks from ("our ministry"), where that can be told.
        offices: Offices of parties that the text names without their holder, by the index of the party.
    """

    actors: list[ActorEntry] = field(default_factory=list)
    places: list[PlaceEntry] = field(default_factory=list)
    agreements: list[AgreementEntry] = field(default_factory=list)
    home: str | None = None
    offices: dict[int, list[RoleMention]] = field(default_factory=dict)
    _sorted: dict[str, tuple[list[int], list[Mention]]] = field(default_factory=dict, repr=False)

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """Return the mentions of actors that lie in the tokens ``[first, last)``, in order, longer ones first."""
        return self._within("actors", self.actors, first, last)

    def place_mentions_in(self, first: int, last: int) -> list[Mention]:
        """Return the mentions of places that lie in the tokens ``[first, last)``, in order."""
        return self._within("places", self.places, first, last)

    def agreement_mentions_in(self, first: int, last: int) -> list[Mention]:
        """Return the mentions of agreements that lie in the tokens ``[first, last)``, in order."""
        return self._within("agreements", self.agreements, first, last)

    def _within(
        self,
        name: str,
        entries: Sequence[ActorEntry] | Sequence[PlaceEntry] | Sequence[AgreementEntry],
        first: int,
        last: int,
    ) -> list[Mention]:
        if name not in self._sorted:
            every = sorted((m for e in entries for m in e.mentions), key=lambda m: (m.first, -m.last))
            self._sorted[name] = ([m.first for m in every], every)
        starts, mentions = self._sorted[name]
        return [m for m in mentions[bisect_left(starts, first) : bisect_left(starts, last)] if m.last <= last]
