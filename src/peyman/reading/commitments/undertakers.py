"""Whose an undertaking is: the parties that come into question, and what speaks for each of them.

Candidates are groups of parties: the subjects of the verbs in and before the stretch, those named around it, whoever
speaks, those at the table of an encounter, those of the line that announces a list, the parties that the document is
about, those of the undertaking before. A learnt model chooses among them by the features here: where a candidate comes
from, the words between it and the verb, whether the verb is one of one or of several, how it lies to whoever speaks,
publishes, met or mediates, and what kind of parties it holds. Nobody at all is a candidate too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peyman.actors.known import register
from peyman.reading.clauses.context import Context, party_union
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.commitments.bearers import Bearers
from peyman.reading.commitments.mutual import completed, with_companions
from peyman.reading.commitments.pledges import Ruled
from peyman.reading.commitments.units import ACTING, Unit
from peyman.reading.encounters import Encounter
from peyman.reading.judges.phrasing import Phrasing, Word
from peyman.reading.statements.attribution import Attribution
from peyman.text.segment import BlockKind

Parties = tuple[str, ...]
Group = frozenset[str]

#: How many sentences back a party may have been named.
REACH = 6
#: Roles of cues whose subject may be who undertakes.
_VERBS = ("undertake", "refuse", "future", "present", "say", "publish")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
#: The words around so many of those named in the sentence are looked at.
NAMED = 12
#: Prepositions before those who are rather met, addressed or asked than undertake.
_FACING = ("with", "to", "by", "in", "of", "from")
#: References to whoever speaks, and those that mean a single speaker.
_OF_SPEAKER, _OF_ONE_SPEAKER = frozenset({"we", "I"}), frozenset({"own", "home"})
#: A pronoun for whoever speaks stands at most so many tokens before the stretch that goes on with "and B will".
_PRONOUN_REACH = 3
#: A group of as many as a subject counts has to be so likely to be taken before nobody.
_LEAST_GROUP = 0.05
#: Shares of a document's mentions are told in so many steps.
_STEPS = 8
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
        self.mediators = {p for meeting in meetings for m in meeting.mentions for p in m.mediators}
        self.bearers = Bearers(context, attribution, self.told, self.mediators)
        self.phrasing = Phrasing(context)
        self.groups: Counter[Group] = Counter()
        self.counts: Counter[str] = Counter()
        for agent in context.agents():
            if not context.is_outlet(agent):
                self.counts.update(agent.parties)
                if len(agent.parties) > 1 and not agent.reference:
                    self.groups[frozenset(agent.parties)] += 1
        self.previous: Parties | None = None
        self.previous_at = -1

    def of(self, unit: Unit, ruled: Ruled | None) -> list[tuple[Parties, list[str]]]:
        """Return each candidate with its features; the parties of one stand in the order in which they were met.

        Args:
            unit: The stretch that tells the undertaking.
            ruled: What the rules made of it, where they found it.
        """
        sources: dict[Group, set[str]] = defaultdict(set)
        order: dict[Group, Parties] = {}
        for source, parties in self._sources(unit, ruled):
            key = frozenset(parties)
            order.setdefault(key, tuple(dict.fromkeys(parties)))
            sources[key].add(source)
        verb = unit.sentence.ending_behind(unit.first, *ACTING)
        situation = self._situation(unit, ruled)
        agreement = self._agreement(unit, verb)
        wording = self._wording(unit, verb)
        others = self._others(unit)
        crossed: dict[str, list[str]] = {}
        found = []
        for key, names in sources.items():
            row = self._features(unit, order[key], names, situation)
            row += [f"size={min(len(key), 3)}|{fact}" for fact in agreement]
            row += wording.get(key, [])
            for fact in (*_relations(key, others), *self._natures(key)):
                if fact not in crossed:
                    crossed[fact] = [fact, *(f"{fact}|{known}" for known in situation)]
                row += crossed[fact]
            row += self._weight(key)
            found.append((order[key], row))
        return found

    def chosen(
        self, unit: Unit, candidates: Sequence[tuple[Parties, list[str]]], likely: Sequence[float]
    ) -> tuple[Parties, float]:
        """Return whose an undertaking is, and how likely the model holds the candidate that it would choose.

        Args:
            unit: The stretch that tells the undertaking.
            candidates: As `of` returns them.
            likely: How likely each of them is, as the model has it.
        """
        own = spoken_for(self.attribution, unit)
        if own and is_own(unit, self.attribution) and any(own == set(parties) for parties, _ in candidates):
            likely = [p if own == set(c[0]) else 0.0 for c, p in zip(candidates, likely, strict=True)]
        elif any(own & set(parties) for parties, _ in candidates):
            likely = [p if own & set(c[0]) else 0.0 for c, p in zip(candidates, likely, strict=True)]
        best = completed(self.context, unit, candidates, likely)
        if len(candidates[best][0]) == 1:
            best = self._of_so_many(self.bearers.count(unit), best, candidates, likely)
        if self._is_faced_only(unit, candidates[best][0]):
            return (), likely[best]
        joined = joined_to_speaker(self.context, self.attribution, unit)
        named = () if joined else self.bearers.of(unit)
        return joined or named or with_companions(self.context, unit, candidates[best][0]), likely[best]

    def _is_faced_only(self, unit: Unit, parties: Parties) -> bool:
        """Whether a body of no party acts, or an unknown "we", and parties stand only where it faces them.

        "The Freedom Movement vowed to fight against *B*": what it vows is nothing that B undertakes.
        """
        undertaken = unit.sentence.having("undertake", first=unit.first, last=unit.last)
        promises = [c for c in undertaken if c.value == "committed"]
        if not promises:
            return False
        ahead = [a for a in unit.sentence.agents_in(unit.sentence.first, unit.last) if a.free and not a.role]
        actors = self.context.found.actors
        unknown = [a for a in ahead if a.entries and all(actors[entry].kind == "body" for entry in a.entries)]
        unknown += [a for a in ahead if a.reference in _OF_SPEAKER]
        if any(a.parties for a in ahead) or not any(0 <= c.first - a.last <= 1 for c in promises for a in unknown):
            return False
        named = [a for a in unit.sentence.agents if set(a.parties) & set(parties)]
        return bool(named) and all(a.role in _FACING for a in named)

    @staticmethod
    def _of_so_many(
        count: int, best: int, candidates: Sequence[tuple[Parties, list[str]]], likely: Sequence[float]
    ) -> int:
        """The likeliest group of as many as the subject counts, else nobody: one alone is no two."""
        if not count:
            return best
        groups = [n for n, (parties, _) in enumerate(candidates) if len(parties) == count and likely[n] >= _LEAST_GROUP]
        nobody = next((n for n, (parties, _) in enumerate(candidates) if not parties), best)
        return max(groups, key=likely.__getitem__, default=nobody)

    def note(self, unit: Unit, parties: Parties) -> None:
        """Note whose an undertaking is: what is told next is often of the same.

        Args:
            unit: The stretch that tells it.
            parties: Whose it is.
        """
        self.previous, self.previous_at = parties, unit.sentence.index

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
            if self.previous_at == sentence.index:
                yield "previous.same", self.previous
            elif self.previous_at == sentence.index - 1:
                yield f"previous.next.{sentence.kind}", self.previous
        if sentence.kind is BlockKind.ITEM:
            yield from self._announcing(sentence)
        if said:
            speaker = self.attribution.statements[said[0]].parties
            facing = party_union([a for a in agents if a.role in ("with", "to") and a.first < unit.last])
            yield "speaker+facing", (*speaker, *facing)
            for party in context.main_parties[:2]:
                yield "speaker+main", (*speaker, party)

    def _announcing(self, sentence: ReadSentence) -> Iterator[tuple[str, Parties]]:
        """Those named in the line that announces the list in which a sentence stands."""
        opener = next(
            (s for s in reversed(self.context.sentences[: sentence.index]) if s.kind is not BlockKind.ITEM), None
        )
        if opener is None:
            return
        named = [a for a in opener.agents if a.parties and not self.context.is_outlet(a)]
        for agent in named:
            yield f"opener.{agent.role or ('free' if agent.free else 'bare')}", agent.parties
            if agent.reference:
                yield f"opener.ref={agent.reference}", agent.parties
        yield "opener.all", party_union(named)

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

    def _natures(self, key: Group) -> list[str]:
        """Whether they are organisations, and whether they mediate."""
        if not key:
            return []
        parties = tuple(key)
        organised = _part(parties, {p for p in parties if _kind(p) == "organisation"})
        return [f"organised={organised}", f"mediating={_part(parties, self.mediators)}"]

    def _weight(self, key: Group) -> list[str]:
        """What kinds of parties they are, and how much of the document is about them."""
        if not key:
            return []
        total = max(1, sum(self.counts.values()))
        counts = [self.counts[party] for party in key]
        several = len(key) > 1
        return [
            f"kinds={'+'.join(sorted({_kind(party) for party in key}))}",
            f"together={min(3, self.groups[key])}",
            f"least-share={_STEPS * min(counts) // total}|{several}",
            f"share={_STEPS * sum(counts) // total}|{several}",
        ]

    def _wording(self, unit: Unit, verb: Cue | None) -> dict[Group, list[str]]:
        """The words between the verb and each of those named in the sentence."""
        cue = verb if verb is not None else Cue(unit.first, unit.first + 1, "unit", "")
        word = Word(unit.sentence, cue, cue.role)
        found: dict[Group, list[str]] = defaultdict(list)
        for agent in sorted(unit.sentence.agents, key=lambda a: abs(a.first - cue.first))[:NAMED]:
            if agent.parties and not self.context.is_outlet(agent):
                found[frozenset(agent.parties)] += self.phrasing.between(word, agent.first, agent.last)
        return found

    def _agreement(self, unit: Unit, verb: Cue | None) -> list[str]:
        """The forms of the verbs, which tell of one or of several."""
        tokens = self.context.text.tokens
        found = []
        if verb is not None:
            first, last = tokens[verb.first].fold, tokens[verb.last - 1].fold
            found = [f"ve1={last[-1:]}", f"ve2={last[-2:]}", f"ve3={last[-3:]}", f"vb2={first[:2]}", f"v={last}"]
            found.append(verb.role)
        governing = [c for c in unit.sentence.having("undertake", "refuse", "say") if c.first < unit.last]
        if governing:
            word = tokens[governing[-1].last - 1].fold
            found += [f"ge2={word[-2:]}", f"g={word}"]
        return found

    def _others(self, unit: Unit) -> list[tuple[str, Group]]:
        """Groups that a candidate may be, hold, or stand over against."""
        found: list[tuple[str, Sequence[str]]] = []
        said = self.attribution.said_in(unit.first)
        if said:
            found.append(("speaker", self.attribution.statements[said[0]].parties))
        if self.context.publisher_party:
            found.append(("publisher", (self.context.publisher_party,)))
        before = [parties for first, parties in self.told if first < unit.last]
        if before:
            found.append(("table", before[-1]))
        if self.joint:
            found.append(("joint", self.joint[0].parties))
        if self.previous:
            found.append(("previous", self.previous))
        ahead = [a for a in unit.sentence.agents if a.first < unit.last and a.parties]
        found += [(f"facing-{role}", party_union([a for a in ahead if a.role == role])) for role in _FACING]
        found.append(("free", party_union([a for a in ahead if a.free and not a.role])))
        return [(name, frozenset(parties)) for name, parties in found if parties or name == "speaker"]


def spoken_for(attribution: Attribution, unit: Unit) -> set[str]:
    """Return whoever speaks, where nobody else acts in a stretch; else nobody.

    "We", "I" and "his country" are theirs, whoever is named; "his country" only where whoever speaks is one party.

    Args:
        attribution: The statements of the document.
        unit: The stretch.
    """
    agents = [a for a in unit.sentence.agents_in(unit.first, unit.last) if a.free]
    said = attribution.said_in(agents[0].first) if agents else []
    if not said:
        return set()
    speaking = set(attribution.statements[said[0]].parties)
    own = _OF_SPEAKER | (_OF_ONE_SPEAKER if len(speaking) == 1 else frozenset())
    return speaking if all(a.reference in own for a in agents) else set()


def is_own(unit: Unit, attribution: Attribution) -> bool:
    """Whether who acts in a stretch is told by whose it is alone: "*our government* will open", "*his country* will".

    Args:
        unit: The stretch.
        attribution: The statements of the document.
    """
    agents = [a for a in unit.sentence.agents_in(unit.first, unit.last) if a.free]
    return bool(agents) and all(a.reference in _OF_ONE_SPEAKER for a in agents) and attribution.is_said(agents[0].first)


def joined_to_speaker(context: Context, attribution: Attribution, unit: Unit) -> Parties:
    """Return whoever speaks and the party joined to a pronoun for him: "*we and Iraq* will open"; else nobody.

    Args:
        context: The document.
        attribution: Its statements.
        unit: A stretch; the pronoun may end the one before it, which the conjunction parts from it.
    """
    agents = unit.sentence.agents_in(max(unit.sentence.first, unit.first - _PRONOUN_REACH), unit.last)
    joined = {c.first for c in unit.sentence.having("and", first=unit.first - _PRONOUN_REACH, last=unit.last)}
    prefix = context.table.conjunction_prefix
    for pronoun, other in pairwise(agents):
        if pronoun.reference not in ("we", "I") or not other.parties or other.reference or context.is_outlet(other):
            continue
        fused = (
            bool(prefix) and context.text.tokens[other.first].fold.startswith(prefix) and other.first == pronoun.last
        )
        said = attribution.said_in(pronoun.first)
        if said and (fused or (other.first == pronoun.last + 1 and pronoun.last in joined)):
            return tuple(dict.fromkeys((*attribution.statements[said[0]].parties, *other.parties)))
    return ()


def _relations(key: Group, others: Sequence[tuple[str, Group]]) -> Iterator[str]:
    """How a candidate lies to each of the others: the same, within, over, sharing some, or none."""
    for name, other in others:
        if key == other:
            yield f"{name}:same"
        elif key and key < other:
            yield f"{name}:in"
        elif other and key > other:
            yield f"{name}:over"
        else:
            yield f"{name}:some" if key & other else f"{name}:none"


def _kind(party: str) -> str:
    facts = register.bodies().get(party)
    if facts is not None:
        return facts.kind
    return "region" if "-" in party else "state"


def _part(parties: Parties, among: set[str]) -> str:
    count = sum(p in among for p in parties)
    return "all" if count == len(parties) else "some" if count else "none"
