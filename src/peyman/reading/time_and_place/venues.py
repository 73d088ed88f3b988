"""Where one encounter may have taken place: a town and its country are one place, two towns are not."""

from __future__ import annotations

from peyman.actors.known import register
from peyman.reading.clauses.context import Context

#: A hall stands at most so many tokens from the town that it is in: "in the palace of Diriyah in the city of Riyadh".
BESIDE = 4


def venues_apart(context: Context, a: int | None, b: int | None) -> bool:
    """Whether one encounter cannot have been at both of two places.

    Places in two countries lie apart, and so do two known places of one country, unless one is a town and the text
    names the other right beside it. What nobody knows, a hall or a hotel, may lie in any town of its country; and a
    country is no other place than a town in it.

    Args:
        context: The document.
        a: Index of a place; None where none is told.
        b: The same.
    """
    if a is None or b is None or a == b:
        return False
    one, other = context.found.places[a], context.found.places[b]
    if one.country is not None and other.country is not None and one.country != other.country:
        return True
    known = (register.places().get(one.key), register.places().get(other.key))
    if one.key == other.key or known[0] is None or known[1] is None:
        return False
    if known[0].kind == known[1].kind == "city":
        return True
    return not any(
        0 <= m.first - n.last <= BESIDE or 0 <= n.first - m.last <= BESIDE for m in one.mentions for n in other.mentions
    )
