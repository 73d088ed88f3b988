"""What stands where several things were found in the same words: how strongly each is claimed, and what gives way."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from peyman.actors.agreements.named import NamedAgreement
from peyman.actors.bodies.composed import Composed
from peyman.actors.bodies.outlets import NamedOutlet
from peyman.actors.known import register
from peyman.actors.known.tagger import NameSpan
from peyman.actors.places.named import NamedPlace
from peyman.actors.spans import Span

#: What can be found at a range of tokens.
Item = Span | Composed | NamedPlace | NamedOutlet | NameSpan


def is_time(span: Span, times: Collection[int]) -> bool:
    """Whether a place that is called like another word stands in a date: "on Monday", and not the city of Dushanbe."""
    return span.first in times and span.key("place") is not None and all(known.marked for known in span.known)


def weight(item: Item) -> int:
    """How strongly a range is claimed: its length; a bare reference claims nothing, what was only tagged gives way."""
    if isinstance(item, Composed) and not item.complete:
        return 0
    return (item.last - item.first) * 2 - (3 if isinstance(item, NameSpan) else 0)


def in_a_name(span: Span | NamedPlace, people: Sequence[NameSpan]) -> bool:
    """Whether a known name is part of one of those people's: a city as a given name, a people's as a surname."""
    for person in people:
        if (
            person.first <= span.first
            and span.last <= person.last
            and person.last - person.first > span.last - span.first
        ):
            if isinstance(span, NamedPlace):
                return True
            if span.key("outlet") is not None:
                return True  # "Lana Salih" is no word of the agency LANA
            is_place = span.key("place") is not None and span.key("party", "body") is None
            return is_place or (span.first > person.first and span.last == person.last and span.key("body") is None)
    return False


def only_part_of_agreement(item: Item, agreements: Sequence[NamedAgreement]) -> bool:
    """A place in the name of an agreement is no place of its own; a party, its capital or a body in it still is one.

    Args:
        item: What was found.
        agreements: The agreements in whose names its first token stands.
    """
    if isinstance(item, Composed):
        return False
    within = [a for a in agreements if a.first <= item.first and item.last <= a.last]
    if isinstance(item, Span) and within:
        place = item.key("place")
        capital_of = register.places()[place].capital_of if place else None
        if item.key("party", "adjective", "body"):
            return False
        if any(capital_of in a.parties and place not in a.places for a in within):
            return False
    return bool(within)
