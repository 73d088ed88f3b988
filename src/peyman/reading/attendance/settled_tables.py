"""Whom the grammar of a text seats at a table, or sends away from it, whatever the judge of tables makes of it.

A judge weighs what is named near an encounter; but some constructions leave nothing to weigh. "The talks between A and
B" are theirs, and not C's, whose spokesman speaks of them; what took place "through the mediation of C" brought others
together, whom the text named before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from peyman.actors.known import register
from peyman.reading.attendance.journeys import Journey, goals, journeys
from peyman.reading.attendance.said_there import whom_they_met
from peyman.reading.attendance.seats import Seating
from peyman.reading.attendance.spoken_of import organisation_of, speakers_about
from peyman.reading.attendance.tables import Table, Tables
from peyman.reading.attendance.travellers import traveller
from peyman.reading.attendance.whose_table import whose_with_whom
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import behind_comma
from peyman.reading.encounters import MeetingDraft, MeetingMention
from peyman.reading.time_and_place.matter import is_of_the_matter
from peyman.text.segment import ANNOUNCING

#: At a bilateral encounter so many sit.
BILATERAL = 2
#: "Between" stands at most so many tokens behind its noun.
BETWEEN_REACH = 8
#: What, named near a party anywhere in a document, makes it more than somebody who speaks of what others do.
_TAKES_PART = ("document_near_mediator", "document_near_host", "document_near_participate", "document_attendance")
#: A mediator stands at most so many tokens behind the word for mediating.
MEDIATOR_REACH = 3
#: What makes an encounter a topic stands at most so many tokens before its noun: "pleased *with* the latest round of".
SPOKEN_REACH = 5
_SPOKEN_OF = ("about", "stance", "from", "with", "say", "in", "to")
#: Between the two of "between A's president N. N. and B's" no such word stands.
_PARTING = ("say", "publish", "that", "which", "but", "past", "future", "hold", "planned", "meeting-verb")
_NOBODY: Table = frozenset()


class _Case(NamedTuple):
    """What the rules go by, beside the table that is settled so far.

    Attributes:
        mention: Where the encounter is told.
        own: The parties that it names there.
        known: The sets that were judged.
        earlier: Who sat at the tables told before, in order.
    """

    mention: MeetingMention
    own: Table
    known: Sequence[Table]
    earlier: Sequence[Table]


#: Says who sits at a table: the same as before where a rule does not hold.
Rule = Callable[[_Case, Table], Table]


class SettledTables:
    """Settles the tables of one document.

    Args:
        context: The document.
        owners: Of each mention, by its id, the encounter that the rules put it to.
        seating: How the document names each party.
        tables: The groups that it names together.
    """

    def __init__(self, context: Context, owners: Mapping[int, MeetingDraft], seating: Seating, tables: Tables) -> None:
        self.context = context
        self.owners = owners
        self.seating = seating
        self.tables = tables
        self._journeys: dict[int, list[Journey]] = {}

    def settled(
        self, mention: MeetingMention, judged: Table, known: Sequence[Table], earlier: Sequence[Table]
    ) -> Table:
        """Return who sits at the table: whom its words call the two sides of it, else by one rule after the other.

        Args:
            mention: Where the encounter is told.
            judged: Whom the judge seats.
            known: The sets that were judged.
            earlier: Who sat at the tables told before, in order.
        """
        case = _Case(mention, frozenset(mention.own_parties), known, earlier)
        if len(case.own) == BILATERAL and case.own in known and _is_bilateral(mention):
            return case.own
        rules: tuple[Rule, ...] = (
            self._where_another_journey_leads,
            self._without_the_present,
            self._on_this_journey,
            self._those_of_its_noun,
            self._brought_together,
            self._of_its_traveller,
            self._without_the_matter,
            self._of_its_verb,
            self._without_who_announces,
            self._of_who_governs_there,
            self._of_its_organisation,
        )
        table = judged
        for rule in rules:
            table = rule(case, table)
        return table

    def _where_another_journey_leads(self, case: _Case, table: Table) -> Table:
        """A journey to others than those met before is of its own two: "He met B. Tomorrow he flies to *Hanoi*"."""
        mention, own = case.mention, case.own
        if mention.kind != "visit" or mention.place is None or len(own) != BILATERAL or own not in case.known:
            return table
        if len({register.state_of(party) for party in own}) < len(own):
            return table  # "a delegation came to Erbil": the region and the state that it is part of are one host
        host = self.context.found.places[mention.place].country
        return own if host in own and host not in table and table in case.earlier else table

    def _without_the_present(self, case: _Case, table: Table) -> Table:
        """Who is only said to have been present sits at no table that the text names twice without them."""
        stated = self._stated(case.mention)
        if stated is None or stated not in case.known:
            return table
        return stated if stated < table <= stated | self._present(case.mention) else table

    def _on_this_journey(self, case: _Case, table: Table) -> Table:
        """Where a journey leads is at its table, and not where others lead that the sentence tells of as well."""
        goal, elsewhere = self._journey(case.mention)
        there = (table - elsewhere) | goal
        return there if table & elsewhere and len(there) > 1 else table

    def _those_of_its_noun(self, case: _Case, table: Table) -> Table:
        """Talks "between A and B", "of A with B" are theirs and of who takes part, not of who speaks of them."""
        with_whom = whose_with_whom(self.context, case.mention)
        between = with_whom or self._between(case.mention)
        if not between or not table - between:
            return table
        spoken_of = with_whom or _is_spoken_of(case.mention)
        told = _NOBODY if spoken_of else table - self._only_outside(case.mention)
        return between | (table & (told | self._beside(case.mention, table)))

    def _of_its_verb(self, case: _Case, table: Table) -> Table:
        """Where the verb says who met whom, neither where they met nor who tells it makes a third: "A met B in C"."""
        mention, own = case.mention, case.own
        if mention.cue.role != "meeting-verb" or mention.cue.loose or mention.kind not in ("meeting", "call"):
            return table
        speakers = self.tables.around.speakers(mention.sentence)
        telling = {p for a in mention.sentence.agents if a.first in speakers for p in a.parties}
        if len(own) != BILATERAL or not (own < table or (table - own and table - own <= telling)):
            return table
        inside = [a for a in mention.sentence.agents_in(mention.first, mention.last) if a.parties]
        met = {p for a in whom_they_met(self.context, inside, mention.cue) for p in a.parties}
        if len(met & own) != 1 or len([a for a in inside if a.role in ("", "with")]) < BILATERAL:
            return table
        return own | (table & self._beside(mention, _NOBODY))

    def _without_who_announces(self, case: _Case, table: Table) -> Table:
        """Who announces that two others signed or talked did neither: "*C announced that* A and B had signed …"."""
        mention, own = case.mention, case.own
        sentence = mention.sentence
        if mention.cue.role != "meeting-verb" or mention.kind == "visit":
            return table
        that = sentence.having("that", last=mention.cue.first)
        if not that:
            return table
        doing = [a for a in sentence.agents_in(that[-1].last, mention.cue.first) if a.parties and not a.role]
        two = {p for a in doing for p in a.parties}
        if len(two) != BILATERAL or not two <= own or not two < table:
            return table
        telling = {a.first for a in sentence.agents_in(sentence.first, that[-1].first)}
        speakers = self.tables.around.speakers(sentence) & telling
        told = {p for a in sentence.agents if a.first in speakers for p in a.parties}
        return frozenset(two) if table - two <= told else table

    def _without_the_matter(self, case: _Case, table: Table) -> Table:
        """Between whom what they speak of is, sit at no table of others: "discussed the war *between C and D*"."""
        mention = case.mention
        sentence = mention.sentence
        agents = [a for a in sentence.agents_in(mention.first, mention.last) if a.parties]
        spoken_of = [a for a in agents if is_of_the_matter(self.context, sentence, a, mention.cue)]
        matter = {p for a in spoken_of for p in a.parties} - {
            p for a in agents if a not in spoken_of for p in a.parties
        }
        rest = (table - matter) | case.own
        return rest if matter & table and len(rest) > 1 and not matter & case.own else table

    def _brought_together(self, case: _Case, table: Table) -> Table:
        """A mediator sits with those between whom he mediates, whom the clause may name one of, or none."""
        mention, mediators = case.mention, self._mediating(case.mention)
        named = case.own - mediators
        if mediators and not named and not mention.part and len(table - mediators) > 1:
            return table | mediators
        if not mediators or mention.part or len(named) > 1 or len(table - mediators) > 1 or table < mediators:
            return table
        met = self._parted(mention, mediators, named, case.earlier)
        return mediators | met if met else table

    def _of_its_traveller(self, case: _Case, table: Table) -> Table:
        """A journey that a noun tells as somebody's is that one's, and not of who speaks of it: "A's visit to *B*"."""
        mention = case.mention
        owner = traveller(self.context, mention.sentence, mention.cue)
        if owner is None or mention.part:
            return table
        told = journeys(self.context, mention.sentence)
        goal = next((journey.goal for journey in told if journey.first == mention.cue.first), _NOBODY)
        return goal | {*owner.parties} if goal and goal.isdisjoint(owner.parties) else table

    def _of_who_governs_there(self, case: _Case, table: Table) -> Table:
        """A journey to a town of a region is one to the region, and not to its state for that: "arrived in *Erbil*"."""
        mention = case.mention
        if mention.kind != "visit" or mention.place is None:
            return table
        facts = register.places().get(self.context.found.places[mention.place].key)
        region, state = (facts.region, facts.country) if facts is not None else (None, None)
        if region is None or state is None or region in table or state not in table:
            return table
        agents = mention.sentence.agents_in(mention.first, mention.last)
        return table if any(state in a.parties for a in agents) else table - {state} | {region}

    def _of_its_organisation(self, case: _Case, table: Table) -> Table:
        """A gathering that two discuss is of whose it is, and of themselves, and of nobody else they speak of."""
        speakers = speakers_about(self.context, case.mention)
        organisation = organisation_of(self.context, case.mention) if speakers is not None else None
        if speakers is None or organisation is None:
            return table
        own = frozenset(speakers.parties) or (case.earlier[-1] if case.earlier else _NOBODY)
        return own | {organisation}

    def _tellings(self, mention: MeetingMention) -> Sequence[MeetingMention]:
        """Where else, by the rules, the text tells of the same encounter; the mention itself among them."""
        owner = self.owners.get(id(mention))
        return owner.mentions if owner is not None else ()

    def _stated(self, mention: MeetingMention) -> Table | None:
        """The one table that the text proper names wherever it tells of this encounter, where it does so twice.

        Whoever else is said to have been present is then no party for that, however the heading puts it.
        """
        tellings = self._tellings(mention)
        named = [frozenset(m.own_parties) for m in tellings if m.sentence.kind not in ANNOUNCING and m.own_parties]
        full = [table for table in named if len(table) > 1]
        return full[0] if len(full) > 1 and all(table <= full[0] for table in named) else None

    def _present(self, mention: MeetingMention) -> Table:
        """The parties of those who are only said to have been present, wherever the text tells of this encounter."""
        agents = (agent for telling in self._tellings(mention) for agent in telling.sentence.agents)
        return frozenset(party for agent in agents if agent.role == "attendance" for party in agent.parties)

    def _journey(self, mention: MeetingMention) -> tuple[Table, Table]:
        """Where its journey leads, and those who are named only as goals of journeys that are not this one."""
        index = mention.sentence.index
        if index not in self._journeys:
            self._journeys[index] = journeys(self.context, mention.sentence)
        return goals(self.context, self._journeys[index], mention)

    def _between(self, mention: MeetingMention) -> Table:
        """Whose an encounter is by its noun: "the talks *between A and B*", "of A and B"; else nobody."""
        cue, sentence = mention.cue, mention.sentence
        if cue.role != "meeting-noun" or mention.part:
            return _NOBODY
        others = [c.first for c in sentence.having("meeting-noun", "meeting-verb", first=cue.last, last=mention.last)]
        end = min([*others, cue.last + BETWEEN_REACH])
        agents = [a for a in sentence.agents_in(cue.last, mention.last) if a.parties]
        if not agents or agents[0].first >= end:
            return _NOBODY
        first = agents[0]
        if len(first.parties) > 1:
            owns = first.role in ("", "of") and first.first - cue.last <= 1
            return frozenset(first.parties) if owns or first.role == "between" else _NOBODY
        if first.role != "between" or len(agents) < 2 or agents[1].role or agents[1].first - first.last > BETWEEN_REACH:
            return _NOBODY
        parted = sentence.having(*_PARTING, first=first.last, last=agents[1].first)
        return _NOBODY if parted else frozenset((*first.parties, *agents[1].parties))  # a name between them is unknown

    def _only_outside(self, mention: MeetingMention) -> Table:
        """The parties that its sentence names in other clauses alone, or as who says so: "…, *C's envoy* said"."""
        agents = [a for a in mention.sentence.agents if a.parties]
        speakers = self.tables.around.speakers(mention.sentence)
        inside = {
            p
            for a in agents
            if mention.first <= a.first < mention.last and not (a.first in speakers and a.first > mention.cue.last)
            for p in a.parties
        }
        return frozenset(p for a in agents for p in a.parties if p not in inside)

    def _beside(self, mention: MeetingMention, judged: Table) -> Table:
        """Who else may sit there: mediators, hosts, and whoever is said to take part, in the clause or elsewhere."""
        inside = mention.sentence.agents_in(mention.first, mention.last)
        there = {p for a in inside if a.role in ("with", "attendance") for p in a.parties}
        profiles = self.seating.profiles
        marked = {p for p in judged if any(profiles.get(p, {}).get(name) for name in _TAKES_PART)}
        return frozenset(there | marked | {*mention.mediators})

    def _mediating(self, mention: MeetingMention) -> Table:
        """Who is said to mediate in the clause: behind the word for it, else right before it ("*Qatari* mediation")."""
        sentence, found = mention.sentence, set[str]()
        for marker in sentence.having("mediator", first=mention.first, last=mention.last):
            agents = sentence.agents_in(mention.first, marker.last + MEDIATOR_REACH + 1)
            near = [a for a in agents if a.first >= marker.last or 0 <= marker.first - a.last <= 1]
            named = sorted((a for a in near if a.parties), key=lambda a: a.last <= marker.first)
            if named and not self._goes_on(sentence, named[0]):
                found.update(named[0].parties)
        return frozenset(found)

    def _goes_on(self, sentence: ReadSentence, agent: Agent) -> bool:
        """Whether behind a comma those follow whom the clause is about: "mediated by A, *envoys of B and C* met"."""
        people = sentence.having("agent", first=agent.first + 1, last=agent.last)
        return any(behind_comma(self.context, agent.first, noun.first) for noun in people)

    def _parted(self, mention: MeetingMention, mediators: Table, named: Table, earlier: Sequence[Table]) -> Table:
        """The last group of others named before, at a table or together; else the two that the text is about."""
        tables = [table - mediators for table in reversed(earlier)]
        if named:
            return next((table for table in tables if len(table) > 1 and named <= table), _NOBODY)
        index = mention.sentence.index
        told = sorted((g for g in self.tables.named if g.sentence <= index), key=lambda g: index - g.sentence)
        groups = [*tables, *(group.parties - mediators for group in told)]
        main = frozenset([p for p in self.context.main_parties if p not in mediators][:BILATERAL])
        return next((group for group in groups if len(group) > 1), main if len(main) == BILATERAL else _NOBODY)


def _is_spoken_of(mention: MeetingMention) -> bool:
    """Whether an encounter is only what somebody has to do with: "informed them *about* the outcome of the meeting"."""
    cue, sentence = mention.cue, mention.sentence
    words = sentence.having(*_SPOKEN_OF, first=max(mention.first, cue.first - SPOKEN_REACH), last=cue.first)
    return bool(words) and not any(a.parties for a in sentence.agents_in(words[-1].last, cue.first))


def _is_bilateral(mention: MeetingMention) -> bool:
    """Whether its words call an encounter one of two sides."""
    return {value for value, _, _ in mention.designations} - {"direct", "indirect"} == {"bilateral"}
