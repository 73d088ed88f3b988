"""Whose "the ministry" is in a text: of whoever publishes it, else the party that it speaks of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from peyman.actors.bodies.composed import Composed
from peyman.actors.known import register
from peyman.actors.offices.opposites import Opposites
from peyman.actors.places.capitals import in_dateline
from peyman.actors.spans import KnownSpans, Span
from peyman.text.analysis import AnalysedText
from peyman.text.tokens import TokenKind

#: Months that one state alone calls so count for it as the ministry of a country does with an outlet of that country.
OF_CALENDAR = 4


class SpokenOf(NamedTuple):
    """Of which parties a text speaks, and from which.

    Attributes:
        home: The party that it speaks from; None where it tells of none.
        counts: How often it speaks of each.
    """

    home: str | None
    counts: Counter[str]

    @property
    def most(self) -> str | None:
        """The party that it speaks of most, whoever publishes it."""
        party = max(self.counts, key=lambda party: self.counts[party], default=None)
        return party if party is not None and self.counts[party] else None

    @property
    def only_counterparts(self) -> Set[str]:
        """The parties that are named as somebody's opposite number, and nowhere else."""
        return {party for party, count in self.counts.items() if not count}


def _dates_report(text: AnalysedText, first: int, last: int) -> bool:
    """Whether a town opens a sentence as a dateline does, alone or behind an agency: nobody *goes to* it there."""
    opens = (
        first == 0 or text.tokens[first - 1].kind is TokenKind.MARK or any(s.first == first for s in text.sentences[:6])
    )
    return opens and in_dateline(text, first, last)


def speaking_from(
    text: AnalysedText,
    known: KnownSpans,
    spans: Sequence[Span],
    bodies: Sequence[Composed],
    given: str | None,
    holder: Callable[[Composed], str | None],
    dated: str | None = None,
) -> SpokenOf:
    """Find out from which party a text speaks.

    Args:
        text: The text.
        known: Its known names.
        spans: Those of them that are meant.
        bodies: Its composed bodies.
        given: The party of its publisher, or the country of the outlet, where known.
        holder: Tells the party of the known person who holds an office in a body, where one is named beside it.
        dated: The state whose calendar it is dated by, where months tell one.

    Returns:
        The party, and how often the text speaks of each.
    """
    counts: Counter[str] = Counter()
    published: list[str] = []
    near: set[str | None] = set()  # where the places are that the text names
    opposites = Opposites(text)
    written: str | None = None  # whose capital the dateline names
    for span in spans:
        if place := span.key("place"):
            facts_of_place = register.places()[place]
            near.add(facts_of_place.country)
            if written is None and facts_of_place.capital_of and _dates_report(text, span.first, span.last):
                written = facts_of_place.capital_of
        party = span.key("party", "adjective")
        body = span.key("body", "outlet")
        if party:
            # "His Qatari counterpart": the one whom the text speaks from is the other.
            counts[party] += 0 if opposites.is_party_of_counterpart(span.first, span.last) else 1
        elif body:
            facts = register.bodies()[body]
            if facts.kind == "outlet":
                published += [facts.country] if facts.country else []
            elif facts.party in register.parties():
                counts[facts.party or ""] += 1
    for composed in bodies:
        party = composed.party()
        if party:
            counts[party] += 2
        elif composed.complete and not composed.shared and (whose := holder(composed)):
            counts[whose] += 3  # "Muttaqi, head of the foreign ministry": the ministry of his country
    if dated is not None:
        counts[dated] += OF_CALENDAR
    for country in dict.fromkeys(published):
        counts[country] += 3 if counts[country] or country in near else 1
    if written:
        # "Doha – The ministry's spokesman said that the mediators await the reply of Israel": of two that are spoken of
        # as much as each other, it is the one from whose capital the report comes.
        counts[written] += 2
    most = max(counts, key=lambda party: (counts[party], party == written), default=None)
    if given or (most and counts[most]):
        return SpokenOf(given or most, counts)
    # Whoever is only somebody's counterpart is counted with nothing: the text speaks from none of them. It is the party
    # then of the known person who is named first and is nobody's counterpart.
    people = (span for span in known.spans if span.key("person") and not opposites.is_counterpart(span.first))
    return SpokenOf(next((register.people()[span.key("person") or ""] for span in people), None), counts)
