"""Whose an undertaking is: the parties that come into question, and what speaks for each of them.

Candidates are groups of parties: the subjects of the verbs in and before the stretch, those named around it, whoever
speaks, those at the table of an encounter, the parties that the document is about, those of the undertaking before.
A learnt model chooses among them by the features here; nobody at all is a candidate too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from peyman.reading.attribution import Attribution
from peyman.reading.context import Context, party_union
from peyman.reading.encounters import Encounter
from peyman.reading.pledges import Ruled
from peyman.reading.sentences import Agent, ReadSentence
from peyman.reading.subjects import subject_of
from peyman.reading.units import Unit

Parties = tuple[str, ...]

#: How many sentences back a party may have been named.
REACH = 6
#: Roles of cues whose subject may be who undertakes.
_VERBS = ("undertake", "refuse", "future", "present", "say", "publish")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
#: So many of the parties that a document names most are joined into candidates.
_MAIN = 4


class Candidates:
    """Finds the candidates for the undertakings of a document, in order.

    Args:
        context: The document.
        attribution: Its statements.
        meetings: Its encounters.
    """

    def __init__(self, context: Context, attribution: Attribution, meetings: Sequence[Encounter]) -> None:
        self.context = context
        self.attribution = attribution
        told = sorted((m.first, meeting.parties) for meeting in meetings for m in meeting.mentions)
        self.told = [(first, parties) for first, parties in told if parties]
        self.joint = [s for s in attribution.statements if s.joint]
        self.previous: Parties | None = None

    def of(self, unit: Unit, ruled: Ruled | None) -> list[tuple[Parties, list[str]]]:
        """Return each candidate with its features; the parties of one stand in the order in which they were met.

        Args:
            unit: The stretch that tells the undertaking.
            ruled: What the rules made of it, where they found it.
        """
        sources: dict[frozenset[str], set[str]] = defaultdict(set)
        order: dict[frozenset[str], Parties] = {}
        for source, parties in self._sources(unit, ruled):
            key = frozenset(parties)
            order.setdefault(key, tuple(dict.fromkeys(parties)))
            sources[key].add(source)
        situation = self._situation(unit, ruled)
        return [(order[key], self._features(unit, order[key], names, situation)) for key, names in sources.items()]

    def _sources(self, unit: Unit, ruled: Ruled | None) -> Iterator[tuple[str, Parties]]:
        context, sentence = self.context, unit.sentence
        yield "nobody", ()
        if ruled is not None:
            yield "ruled", ruled.draft.by
            if ruled.table:
                yield "ruled.table", ruled.table
        yield from self._subjects(unit)
        agents = [a for a in sentence.agents if a.parties and not context.is_outlet(a)]
        for agent in agents:
            place = "in" if unit.first <= agent.first < unit.last else "before" if agent.first < unit.first else "after"
            yield f"agent.{place}.{agent.role or ('free' if agent.free else 'bare')}", agent.parties
            yield f"agent.{place}", agent.parties
            if agent.reference:
                yield f"agent.{place}.ref={agent.reference}", agent.parties
            if len(agent.parties) > 1:
                for party in agent.parties:
                    yield "part", (party,)
        before = [a for a in agents if a.first < unit.first]
        if before:
            yield "agent.nearest", before[-1].parties
            yield "agent.first", before[0].parties
        yield "sentence", party_union(agents)
        said = self.attribution.said_in(unit.first)
        if said:
            yield "speaker", self.attribution.statements[said[0]].parties
        for statement in self.joint[:2]:
            yield "joint", statement.parties
        yield from self._table(unit)
        yield from self._main()
        yield from self._told_before(sentence)
        if context.publisher_party:
            yield "publisher", (context.publisher_party,)
        if self.previous is not None:
            yield "previous", self.previous

    def _subjects(self, unit: Unit) -> Iterator[tuple[str, Parties]]:
        nearest: dict[str, Agent] = {}
        for cue in unit.sentence.cues:
            if cue.role in _VERBS and cue.first < unit.last:
                subject = subject_of(self.context, unit.sentence, cue)
                if subject is not None:
                    inside = cue.first >= unit.first
                    nearest[cue.role + (".in" if inside else "")] = subject
        for role, subject in nearest.items():
            yield f"subject.{role}", subject.parties
            if subject.reference:
                yield f"subject.ref={subject.reference}", subject.parties

    def _table(self, unit: Unit) -> Iterator[tuple[str, Parties]]:
        before = [parties for first, parties in self.told if first < unit.last]
        if before:
            yield "table.last", before[-1]
            yield "table.widest", max(before, key=len)
        elif self.told:
            yield "table.next", self.told[0][1]
        if self.told:
            yield "table.first", self.told[0][1]

    def _main(self) -> Iterator[tuple[str, Parties]]:
        main = self.context.main_parties[:_MAIN]
        for count in range(1, len(main) + 1):
            yield f"main{count}", main[:count]
        for a, one in enumerate(main):
            yield "main.one", (one,)
            for other in main[a + 1 :]:
                yield "main.pair", (one, other)

    def _told_before(self, sentence: ReadSentence) -> Iterator[tuple[str, Parties]]:
        context = self.context
        for back in range(1, REACH + 1):
            if sentence.index - back < 0:
                return
            earlier = context.sentences[sentence.index - back]
            agents = [a for a in earlier.agents if a.parties and not context.is_outlet(a)]
            distance = str(back) if back <= 2 else "3+"
            for agent in agents:
                yield f"earlier{distance}", agent.parties
                if agent.free and not agent.role:
                    yield f"earlier{distance}.free", agent.parties
            if agents:
                yield f"earlier{distance}.all", party_union(agents)

    def _situation(self, unit: Unit, ruled: Ruled | None) -> list[str]:
        """What is known of the stretch itself, to be crossed with where a candidate comes from."""
        sentence = unit.sentence
        inside = [a for a in sentence.agents if unit.first <= a.first < unit.last]
        row = [f"kind={sentence.kind}", f"said={self.attribution.is_said(unit.first)}"]
        references = [a.reference for a in sentence.agents if a.reference and a.first < unit.last and not a.role]
        row.append(f"ref={references[-1]}" if references else "ref=0")
        row.append(f"named={min(2, sum(bool(a.parties) and not a.role for a in inside))}")
        governing = [c for c in sentence.cues if c.first < unit.last and c.role in ("undertake", "refuse", "say")]
        row.append(f"gov={governing[-1].role}:{governing[-1].value}" if governing else "gov=0")
        row.append("ruled=" + (ruled.draft.strength if ruled is not None else "0"))
        told = {c.role for c in sentence.cues if unit.first <= c.first < unit.last}
        return [*row, *(role for role in ("first-person", "passive") if role in told)]

    def _features(self, unit: Unit, parties: Parties, sources: set[str], situation: list[str]) -> list[str]:
        context = self.context
        row = ["bias", f"size={min(len(parties), 4)}"]
        row += sorted(sources)
        row += [f"{source}|{fact}" for source in sorted(sources) for fact in situation]
        row += [f"size={min(len(parties), 3)}|{fact}" for fact in situation]
        references = [a.reference for a in unit.sentence.agents if a.first < unit.last and not a.role]
        counted = [_COUNTS[r] for r in references if r in _COUNTS]
        if counted:
            row.append(f"counted={len(parties) == counted[-1]}")
        named = {p for a in unit.sentence.agents for p in a.parties}
        inside = {p for a in unit.sentence.agents if unit.first <= a.first < unit.last for p in a.parties}
        if parties:
            row.append(f"in-sentence={_part(parties, named)}")
            row.append(f"in-unit={_part(parties, inside)}")
            ranks = [context.main_parties.index(p) if p in context.main_parties[:8] else 8 for p in parties]
            row.append(f"rank={max(ranks)}")
            row.append(f"best={min(ranks)}")
            row.append(f"sources={min(len(sources), 8)}")
        return row


def _part(parties: Parties, among: set[str]) -> str:
    count = sum(p in among for p in parties)
    return "all" if count == len(parties) else "some" if count else "none"
