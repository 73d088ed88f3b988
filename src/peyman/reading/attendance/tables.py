"""Who sits at a table together: the sets of parties that an encounter may bring together, and what speaks for each.

A party is not seated by itself: "the next round" brings those together again who sat at the last one, and a host who
is named in every sentence may sit at no table. So sets are judged, in the light of how likely each of their members
is (`peyman.reading.attendance.seats`) and of where else the document names just these together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from peyman.reading.attendance.meeting_clause import MeetingClause, meeting_clause, size_said
from peyman.reading.attendance.roll_call import RollCall, roll_call
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.surroundings import Surroundings
from peyman.reading.encounters import MeetingDraft, MeetingMention
from peyman.text.segment import BlockKind

Table = frozenset[str]

#: Sets are put together from so many of the likeliest parties.
LIKELIEST = 6
#: Groups named together are taken from so many tables, the nearest first.
NEAREST = 14
#: At most so many sets are judged for one encounter, the likeliest.
MOST = 32
_FAR = 40.0
#: Kinds that are no session: the members of a format come to such an encounter only where its clause names it, and so
#: they come to one of others whom its clause names.
_OF_NO_FORMAT = frozenset({"signing", "visit", "call"})


@dataclass(frozen=True, slots=True)
class _Named:
    """One place where a document names a group together."""

    parties: Table
    sentence: int
    source: str  # "mention", "agent", "between" or "reference"
    kind: str = ""
    word: str = ""


class Tables:
    """The groups that one document names together."""

    def __init__(
        self,
        context: Context,
        around: Surroundings,
        mentions: Sequence[MeetingMention],
        drafts: Sequence[MeetingDraft],
    ) -> None:
        self.context = context
        self.owner = {id(m): d for d in drafts for m in d.mentions}
        self.named: list[_Named] = []
        formats = (a for a in context.agents() if len(a.parties) > 1 and context.is_format(a))
        self.formats = frozenset(frozenset(agent.parties) for agent in formats)
        for sentence in context.sentences:
            for agent in sentence.agents:
                if len(agent.parties) > 1 and not context.is_outlet(agent) and not context.is_format(agent):
                    source = "between" if agent.role == "between" else "reference" if agent.reference else "agent"
                    self.named.append(_Named(frozenset(agent.parties), sentence.index, source))
        for mention in mentions:
            if len(mention.own_parties) > 1:
                self.named.append(
                    _Named(
                        frozenset(mention.own_parties),
                        mention.sentence.index,
                        "mention",
                        mention.kind,
                        self._word(mention),
                    )
                )
        self._counted: dict[Table, tuple[float, float]] = {}
        self._clauses: dict[int, tuple[MeetingClause, RollCall]] = {}
        self._sizes: dict[int, int] = {}
        self.around = around
        self.by_set: dict[Table, list[_Named]] = {}
        for group in self.named:
            self.by_set.setdefault(group.parties, []).append(group)

    def _word(self, mention: MeetingMention) -> str:
        return self.context.text.tokens[mention.cue.first].fold

    def _clause(self, mention: MeetingMention) -> tuple[MeetingClause, RollCall]:
        if id(mention) not in self._clauses:
            listed = roll_call(self.context, self.around, mention)
            self._clauses[id(mention)] = meeting_clause(self.context, mention), listed
        return self._clauses[id(mention)]

    def _size_said(self, mention: MeetingMention) -> int:
        if id(mention) not in self._sizes:
            self._sizes[id(mention)] = size_said(mention)
        return self._sizes[id(mention)]

    def _together(self, mention: MeetingMention) -> Table:
        """All whom the tellings of one encounter name, by the rules."""
        draft = self.owner.get(id(mention))
        return frozenset(p for m in draft.mentions for p in m.own_parties) if draft is not None else frozenset()

    def candidates(self, mention: MeetingMention, likely: Mapping[str, float], earlier: Sequence[Table]) -> list[Table]:
        """Return the sets that may sit at the table of an encounter.

        Args:
            mention: Where it is told.
            likely: How likely each party takes part by itself.
            earlier: Who sat at the tables told before.
        """
        ranked = sorted(likely, key=lambda p: (-likely[p], p))[:LIKELIEST]
        found: dict[Table, None] = {}

        def add(parties: Sequence[str] | Table) -> None:
            if len(set(parties)) > 1:
                found[frozenset(parties)] = None

        add([p for p, chance in likely.items() if chance >= 0.5])
        add(mention.own_parties)
        add(mention.parties)
        draft = self.owner.get(id(mention))
        if draft is not None:
            add(draft.parties)
            add(self._together(mention))
        clause, listed = self._clause(mention)
        for table in clause.tables:
            add(table)
            add(table | clause.present)
        lists = (listed.here, *listed.behind, *listed.before, listed.everyone)
        for parties in dict.fromkeys(parties for parties in lists if parties):
            add(parties)
            add(parties | clause.acting | clause.facing | clause.between)
            add(parties | set(mention.own_parties))
        if len(clause.facing) == 1 and not clause.acting:
            for party in ranked[:4]:
                add(clause.facing | {party})
        for size in range(2, len(ranked) + 1):
            add(ranked[:size])
        for size in (2, 3):
            for chosen in combinations(ranked[:4], size):
                add(chosen)
        for table in earlier[-3:]:
            add(table)
            if mention.own_parties:
                add(table | set(mention.own_parties))
        index = mention.sentence.index
        for group in sorted(self.named, key=lambda g: abs(g.sentence - index))[:NEAREST]:
            add(group.parties)
            if len(mention.own_parties) == 1:
                add(group.parties | set(mention.own_parties))
        if mention.kind in _OF_NO_FORMAT or len(mention.own_parties) > 1:
            named = set(mention.own_parties)
            found = {t: None for t in found if not any(f <= t and not f <= named for f in self.formats)}
        if len(found) <= MOST:
            return list(found)
        return sorted(found, key=lambda table: -self._likelihood(table, likely)["log_likelihood"])[:MOST]

    def cuts(self, mention: MeetingMention, table: Table) -> bool:
        """Whether a set holds some of those whom the clause names in one breath, but not all: "with A, B and C"."""
        clause, _ = self._clause(mention)
        return any(part & table and part - table for part in (clause.acting, clause.facing, clause.between))

    def features(
        self,
        mention: MeetingMention,
        likely: Mapping[str, float],
        seats: Mapping[str, Mapping[str, float]],
        earlier: Sequence[Table],
        candidates: Sequence[Table],
    ) -> list[dict[str, float]]:
        """Describe each set to the judge of tables.

        Args:
            mention: Where the encounter is told.
            likely: How likely each party takes part by itself.
            seats: What the judge of seats was told of each party.
            earlier: Who sat at the tables told before, in order.
            candidates: The sets.
        """
        formats = {value for value, _, _ in mention.designations}
        any_seat = next(iter(seats.values()), {})
        shared = {
            name: any_seat.get(name, 0.0)
            for name in ("kind_visit", "kind_call", "kind_signing", "kind_conference", "verb", "order", "mediated")
        }
        shared |= {
            "own": float(len(mention.own_parties)),
            "rule": float(len(mention.parties)),
            "bilateral": float("bilateral" in formats),
            "trilateral": float("trilateral" in formats),
            "many_sided": float(bool(formats & {"quadrilateral", "multilateral"})),
            "titled_telling": float(mention.sentence.kind is BlockKind.TITLE),
            "expected": sum(likely.values()),
            "earlier": min(8.0, len(earlier)),
            "pointing": float(mention.pointing),
            "round": float(mention.round is not None),
        }
        clause, listed = self._clause(mention)
        known = clause.acting | clause.facing | clause.between | set(mention.own_parties)
        said = self._size_said(mention)
        draft = self.owner.get(id(mention))
        elsewhere = max((self._size_said(m) for m in draft.mentions if m is not mention), default=0) if draft else 0
        shared |= clause.features() | {"said": float(said), "said_elsewhere": float(elsewhere)}
        together = self._together(mention)
        own, rule = frozenset(mention.own_parties), frozenset(mention.parties)
        drafted = frozenset(draft.parties) if draft is not None else frozenset()
        main = self.context.main_parties
        counted = {party: _counted(seat) for party, seat in seats.items()}
        rows = []
        for table in candidates:
            row = dict(shared)
            row |= self._likelihood(table, likely)
            row |= self._company(mention, table)
            row |= {
                "is_own": float(table == own),
                "is_rule": float(table == rule),
                "is_draft": float(table == drafted),
                "is_main": float(table == frozenset(main[: len(table)])),
                "own_in": float(len(own & table)),
                "own_out": float(len(own - table)),
                "rule_in": float(len(rule & table)),
                "rule_out": float(len(rule - table)),
                "earlier_same": float(sum(t == table for t in earlier)),
                "last_same": float(bool(earlier) and earlier[-1] == table),
                "first_same": float(bool(earlier) and earlier[0] == table),
                "last_within": float(bool(earlier) and earlier[-1] < table),
                "last_around": float(bool(earlier) and earlier[-1] > table),
                "beyond_said": float(len(table) - said) if said else 0.0,
                "beyond_said_elsewhere": float(len(table) - elsewhere) if elsewhere else 0.0,
                "is_together": float(table == together),
                "together_in": float(len(together & table)),
                "together_out": float(len(together - table)),
            }
            row |= clause.fits(table) | {
                "listed_in": float(len(listed.everyone & table)),
                "listed_out": float(len(listed.everyone - table)),
                "beyond_listed": float(len(table - listed.everyone - known)),
                "is_listed": float(table == listed.everyone | known),
                "listed_before_in": float(sum(len(parties & table) for parties in listed.before)),
                "listed_before_out": float(sum(len(parties - table) for parties in listed.before)),
            }
            row |= _seats(table, counted)
            rows.append(row)
        return rows

    @staticmethod
    def _likelihood(table: Table, likely: Mapping[str, float]) -> dict[str, float]:
        inside = [likely.get(p, 0.0) for p in table]
        outside = [chance for p, chance in likely.items() if p not in table]
        logs = [math.log(max(0.02, c)) for c in inside] + [math.log(max(0.02, 1 - c)) for c in outside]
        return {
            "size": float(len(table)),
            "least_inside": min(inside),
            "mean_inside": sum(inside) / len(inside),
            "most_outside": max(outside, default=0.0),
            "sum_outside": sum(outside),
            "log_likelihood": sum(logs),
            "margin": min(inside) - max(outside, default=0.0),
        }

    def _company(self, mention: MeetingMention, table: Table) -> dict[str, float]:
        """Where else the document names just these together."""
        index, word = mention.sentence.index, self._word(mention)
        row: dict[str, float] = {"together_before": _FAR, "together_behind": _FAR}
        for source in ("mention", "agent", "between", "reference"):
            row[f"near_{source}"] = _FAR
        groups = self.by_set.get(table, [])
        for group in groups:
            away = float(abs(group.sentence - index))
            side = "together_before" if group.sentence <= index else "together_behind"
            row[side] = min(row[side], away)
            row[f"near_{group.source}"] = min(row[f"near_{group.source}"], away)
        others = [g for g in groups if g.sentence != index]
        row["together"] = min(10.0, len(groups))
        row["same_kind"] = min(5.0, sum(g.kind == mention.kind for g in others))
        row["same_word"] = min(5.0, sum(g.word == word for g in others))
        row["larger_named"], row["smaller_named"] = self._around(table)
        row["share"] = len(groups) / max(1, len(self.named))
        return row

    def _around(self, table: Table) -> tuple[float, float]:
        """How often the document names a group around these, and how often a group among them."""
        if table not in self._counted:
            larger = sum(len(groups) for parties, groups in self.by_set.items() if parties > table)
            smaller = sum(len(groups) for parties, groups in self.by_set.items() if parties < table)
            self._counted[table] = min(5.0, larger), min(5.0, smaller)
        return self._counted[table]


#: What is counted of those who sit at a table, and of those who do not.
_COUNTED = (
    "there",
    "stretch",
    "with",
    "state",
    "speaks",
    "titled",
    "destination",
    "mediator",
    "host",
    "person",
)


def _counted(seat: Mapping[str, float]) -> tuple[float, ...]:
    """What one party adds to each of `_COUNTED`."""
    told = seat.get
    return (
        float(bool(told("agent"))),
        float(bool(told("agent_inside"))),
        float(bool(told("role_with") or told("role_between"))),
        told("state", 0.0),
        told("agent_speaks", 0.0),
        told("titled", 0.0),
        told("destination", 0.0),
        float(bool(told("mediator") or told("document_near_mediator"))),
        float(bool(told("document_near_host"))),
        told("person_there", 0.0),
    )


def _seats(table: Table, counted: Mapping[str, tuple[float, ...]]) -> dict[str, float]:
    """What those at a table have in common, and what those who are not at it."""
    row: dict[str, float] = {}
    nobody = (0.0,) * len(_COUNTED)
    for side, inside in (("in", True), ("out", False)):
        parties = [counts for party, counts in counted.items() if (party in table) is inside]
        sums = map(sum, zip(nobody, *parties, strict=True))
        row |= {f"{name}_{side}": count for name, count in zip(_COUNTED, sums, strict=True)}
    return row
