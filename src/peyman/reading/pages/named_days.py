"""Days that are names of people: "Daler *Juma*", who is called like Friday."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.found import Found
from peyman.dates import FoundDate


def without_names(dates: Sequence[FoundDate], found: Found) -> list[FoundDate]:
    """The dates of a text that are no part of the name of a person.

    Args:
        dates: The dates of the text.
        found: Who is named in it. A day that is the whole of a name is a day.
    """
    people = (actor for actor in found.actors if actor.kind == "person")
    names = {t: (m.first, m.last) for actor in people for m in actor.mentions for t in range(m.first, m.last)}
    return [date for date in dates if not _is_in(date, names.get(date.first))]


def _is_in(date: FoundDate, name: tuple[int, int] | None) -> bool:
    if name is None:
        return False
    return date.last <= name[1] and date.last - date.first < name[1] - name[0]
