"""The party that stands behind a name whose office stands before it: "Foreign Minister A B *of C*"."""

from __future__ import annotations

from collections.abc import Mapping

from peyman.actors.known.titles import vocabulary
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.offices.roles import Group
from peyman.text.analysis import AnalysedText

#: Between the office and the name stand at most so many words.
MOST_DESCRIBING = 2


def party_behind(text: AnalysedText, group_at: Mapping[int, Group], person: FoundPerson) -> str | None:
    """Return the party that a name is followed by, None where none is.

    Args:
        text: The text.
        group_at: The mentions of parties, bodies and places, by their tokens.
        person: Whoever has an office that says no party.
    """
    linking = vocabulary(text.language).linking
    for first, last in person.mentions:
        group = group_at.get(last + 1)
        if group is not None and group.first == last + 1 and text.tokens[last].fold in linking:
            near = any(0 <= first - role.last <= MOST_DESCRIBING for role in person.roles)
            if near and group.party and not group.is_place:
                return group.party
    return None
