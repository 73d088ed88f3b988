"""A person as a text tells of one: the names, the offices, and the party that the person acts for."""

from __future__ import annotations

from dataclasses import dataclass, field

from peyman.actors.offices.roles import FoundRole


@dataclass(slots=True)
class FoundPerson:
    """A person with every place where the text names them.

    Attributes:
        name: Token range of the fullest mention.
        party: Party that they act for, where the text says it.
        roles: What the text says they are.
        mentions: Token ranges of all names, the fullest included, in order.
        confidence: How sure it is that this is a person.
        is_envoy: Whether an office says that they are sent somewhere.
        firm: Whether the party is told by an office with nothing unknown between it and the name.
        named: All parties that are named in offices.
        joined: Whether the first word of the name begins with an "and" that is none of it.
        not_of: Parties for which they act in no case: those to which they are sent or travel.
        is_body: Whether it is a body, weighed as somebody whose office says nothing: its name is no person's.
        served: Those mentions that only say whom somebody else serves.
    """

    name: tuple[int, int]
    party: str | None = None
    roles: list[FoundRole] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    confidence: float = 0.7
    is_envoy: bool = False
    firm: bool = False
    named: set[str] = field(default_factory=set)
    joined: bool = False
    not_of: set[str] = field(default_factory=set)
    is_body: bool = False
    served: set[tuple[int, int]] = field(default_factory=set)
