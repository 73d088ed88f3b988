"""What the clause that tells an encounter says of its table: who acts, whom they face, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.clauses.surroundings import gap
from peyman.reading.encounters import MeetingMention
from peyman.reading.time_and_place.margins import in_margin

#: How many sit at a table that is called so, or that a phrase for parties told before stands for.
_SIZES = {"two": 2, "three": 3, "four": 4, "five": 5, "bilateral": 2, "trilateral": 3, "quadrilateral": 4}
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MeetingClause:
    """The parties of a clause by what they do in it.

    Attributes:
        acting: Those of whom the clause says that they meet.
        facing: Those nearest behind "with".
        all_facing: All behind "with".
        between: Those behind "between".
        present: Those who are said to be present.
    """

    acting: frozenset[str]
    facing: frozenset[str]
    all_facing: frozenset[str]
    between: frozenset[str]
    present: frozenset[str]

    @property
    def tables(self) -> list[frozenset[str]]:
        """The sets that may sit at the table by the grammar of the clause alone."""
        return [self.between, self.acting | self.facing, self.acting | self.all_facing, self.acting | self.between]

    def features(self) -> dict[str, float]:
        """Describe the clause."""
        return {
            "acting": float(len(self.acting)),
            "facing": float(len(self.facing)),
            "all_facing": float(len(self.all_facing)),
            "between": float(len(self.between)),
            "present": float(len(self.present)),
        }

    def fits(self, table: frozenset[str]) -> dict[str, float]:
        """Say how a set of parties fits the grammar of the clause."""
        row = {}
        for name, part in (("acting", self.acting), ("facing", self.facing), ("between", self.between)):
            row[f"{name}_in"] = float(len(part & table))
            row[f"{name}_out"] = float(len(part - table))
        row["present_in"] = float(len(self.present & table))
        row["is_clause"] = float(table == self.acting | self.facing)
        row["is_whole_clause"] = float(table == self.acting | self.all_facing | self.between)
        row["is_between"] = float(table == self.between)
        row["beyond_clause"] = float(len(table - self.acting - self.all_facing - self.between))
        return row


def meeting_clause(context: Context, mention: MeetingMention) -> MeetingClause:
    """Return who does what in the clause of a mention.

    Args:
        context: The document.
        mention: Where the encounter is told.
    """
    sentence, cue = mention.sentence, mention.cue
    agents = [
        agent
        for agent in sentence.agents_in(mention.first, mention.last)
        if agent.parties and not context.is_outlet(agent) and not in_margin(context, sentence, agent)
    ]
    facing = [a for a in agents if a.role == "with"]
    between = [a for a in agents if a.role == "between"]
    nearest = min(facing, key=lambda a: gap(a.first, a.last, cue.first, cue.last), default=None)
    subject = _who_meets(context, mention, agents)
    return MeetingClause(
        acting=frozenset(subject.parties) if subject is not None else _NOBODY,
        facing=frozenset(nearest.parties) if nearest is not None else _NOBODY,
        all_facing=frozenset(p for a in facing for p in a.parties),
        between=frozenset(p for a in between for p in a.parties),
        present=frozenset(p for a in agents if a.role == "attendance" for p in a.parties),
    )


def _who_meets(context: Context, mention: MeetingMention, agents: Sequence[Agent]) -> Agent | None:
    """The subject of the verb, or of the verb that says that the encounter takes place; else who stands free first."""
    sentence, cue = mention.sentence, mention.cue
    verbs = [cue] if cue.role == "meeting-verb" else sentence.having("hold", first=mention.first, last=mention.last)
    for verb in sorted(verbs, key=lambda v: gap(v.first, v.last, cue.first, cue.last))[:2]:
        subject = subject_of(context, sentence, verb)
        if subject is not None and subject.role not in ("with", "between", "about") and subject.parties:
            return subject if not context.is_outlet(subject) else None
    return next((a for a in agents if a.free and not a.role), None)


def size_said(mention: MeetingMention) -> int:
    """Return how many parties the words say that there are: "the two sides", "a trilateral meeting"; 0 if unsaid."""
    formats = (value for value, _, _ in mention.designations)
    groups = (a.reference for a in mention.sentence.agents_in(mention.first, mention.last))
    return max((_SIZES.get(word, 0) for word in (*formats, *groups)), default=0)
