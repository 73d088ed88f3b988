"""Which people take part in an encounter: what a judge is told of each person that might."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from peyman.actors.allegiance.suffering import has_suffered
from peyman.actors.found import Mention
from peyman.reading.attendance.attendance_lists import attendance_list
from peyman.reading.attendance.spoken_of import speakers_about
from peyman.reading.attendance.travellers import travelled_before, traveller
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.possessors_of_things import owns_a_thing
from peyman.reading.clauses.sentences import Agent, ReadSentence, capacity_of
from peyman.reading.clauses.surroundings import Surroundings, gap, governor
from peyman.reading.encounters import Encounter, MeetingMention
from peyman.reading.judges.judgement import Judge, judge
from peyman.reading.time_and_place.margins import margin_before
from peyman.text.segment import ANNOUNCING, BlockKind

#: People named in so many sentences before and behind any telling of the encounter are looked at.
SENTENCES_BEFORE, SENTENCES_BEHIND = 4, 8
#: At most so many people are judged for one encounter, those named nearest to it first.
MOST = 30
#: A word that says what somebody is there for stands at most so many tokens from the name.
MARKED_WITHIN = 8
_FAR = 40.0
_ROLES = ("with", "between", "attendance", "about", "of", "by", "to", "from", "in", "under", "according")
_MARKS = ("head", "host", "mediator", "attendance", "say", "publish", "meeting-noun", "meeting-verb", "previous")
_KINDS = ("call", "visit", "signing", "conference", "committee")
_PAST = ("say", "publish", "that", "which", "but", "and", "with", "about", "meeting-noun", "meeting-verb")


class Attendance:
    """Describes the people who may have taken part in the encounters of one document."""

    def __init__(self, context: Context, around: Surroundings) -> None:
        self.context = context
        self.around = around
        actors = context.found.actors
        #: Of each person the sentence of every naming, by its place in the document; not of who wrote it or was killed.
        self._sentences = {
            entry: [around.sentence_at(m.first).index for m in actor.mentions if not m.served]
            for entry, actor in enumerate(actors)
            if actor.kind == "person"
            if any(around.sentence_at(m.first).kind is not BlockKind.BYLINE for m in actor.mentions if not m.served)
            if actor.roles or not has_suffered(context.text, [(m.first, m.last) for m in actor.mentions])
        }
        self._of_party: dict[str | None, int] = {}
        for entry in self._sentences:
            self._of_party[actors[entry].party] = self._of_party.get(actors[entry].party, 0) + 1

    def candidates(self, encounter: Encounter) -> list[int]:
        """Return the indices of the actors who may have taken part, those named nearest first."""
        told = [m.sentence.index for m in encounter.mentions] or [encounter.main.sentence.index]
        away: dict[int, int] = {}
        for entry, sentences in self._sentences.items():
            for index in sentences:
                near = min(
                    (abs(index - t) for t in told if -SENTENCES_BEFORE <= index - t <= SENTENCES_BEHIND), default=-1
                )
                if near >= 0:
                    away[entry] = min(away.get(entry, near), near)
        return sorted(away, key=lambda entry: (away[entry], self._gap(encounter.main, entry)))[:MOST]

    def features(
        self, encounter: Encounter, candidates: Sequence[int], others: Sequence[Encounter]
    ) -> list[dict[str, float]]:
        """Describe each candidate to the judge.

        Args:
            encounter: The encounter.
            candidates: Indices of actors, as `candidates` gives them.
            others: Every encounter of the document.
        """
        shared = self._shared(encounter, candidates)
        by_rule = {entry for m in encounter.mentions for entry, _ in m.people}
        of_main = {entry for entry, _ in encounter.main.people}
        elsewhere = [{e for m in o.mentions for e, _ in m.people} for o in others if o is not encounter]
        seen: dict[str | None, int] = {}
        rows = []
        for rank, entry in enumerate(candidates):
            actor = self.context.found.actors[entry]
            row = dict(shared)
            row["rank"] = float(rank)
            row["in_rule"] = float(entry in by_rule)
            row["in_main"] = float(entry in of_main)
            row["told_by"] = min(4.0, sum(any(e == entry for e, _ in m.people) for m in encounter.mentions))
            row["elsewhere"] = min(4.0, sum(entry in people for people in elsewhere))
            row["party_known"] = float(actor.party is not None)
            row["party_there"] = float(actor.party in encounter.parties)
            row["party_mediates"] = float(any(actor.party in m.mediators for m in encounter.mentions))
            row["party_first"] = float(bool(encounter.parties) and actor.party == encounter.parties[0])
            row["of_publisher"] = float(actor.party is not None and actor.party == self.context.publisher_party)
            row["of_party"] = min(8.0, self._of_party.get(actor.party, 0))
            row["before_of_party"] = min(6.0, seen.get(actor.party, 0))
            row["by_rule_of_party"] = min(
                5.0, sum(self.context.found.actors[e].party == actor.party for e in by_rule if e != entry)
            )
            seen[actor.party] = seen.get(actor.party, 0) + 1
            row["mentions"] = min(12.0, len(actor.mentions))
            row["roles"] = min(3.0, len(actor.roles))
            row["embodied"] = float(any(r.body is not None for r in actor.roles))
            sentences = self._sentences[entry]
            row["titled"] = float(any(self.context.sentences[n].kind is BlockKind.TITLE for n in sentences[:6]))
            row["first_in_document"] = min(40.0, sentences[0])
            row |= self._nearest(encounter, entry)
            rows.append(row)
        return rows

    def of(self, encounter: Encounter, others: Sequence[Encounter], decides: Judge) -> list[tuple[int, str]]:
        """Say who took part in one encounter, and in which capacity, in the order of the text.

        Args:
            encounter: The encounter.
            others: Every encounter of the document.
            decides: The judge of each person.
        """
        candidates = self.candidates(encounter)
        rows = self.features(encounter, candidates, others)
        present = self._said_present(encounter)
        there = [
            e
            for e, row in zip(candidates, rows, strict=True)
            if e in present or (decides.probability(row) >= decides.threshold and not self._in_margins(encounter, e))
        ]
        away = self._elsewhere(encounter)
        there = [e for e in there if e in present or e not in away]
        there += [e for e in self._referred_to(encounter) if e not in there and e not in away]
        capacities: dict[int, str] = {}
        for mention in sorted(encounter.mentions, key=lambda m: (m is not encounter.main, m.first)):
            for entry, capacity in mention.people:
                capacities.setdefault(entry, capacity)
        actors = self.context.found.actors
        there.sort(key=lambda e: actors[e].mentions[0].first)
        return [(entry, capacities.get(entry) or self._capacity(encounter, entry)) for entry in there]

    def _said_present(self, encounter: Encounter) -> set[int]:
        """Those of whom a telling says in so many words that they were present, whomever they act for."""
        return {
            entry
            for telling in encounter.mentions
            for agent in self.around.agents(telling.sentence, telling.first, telling.last)
            if agent.role == "attendance"
            for entry in agent.entries
        } & {entry for telling in encounter.mentions for entry, _ in telling.people}

    def _elsewhere(self, encounter: Encounter) -> set[int]:
        """Those of whom the telling says that they were on another journey, or who only met those on this one's way.

        "A met B following the visit of C": C was not there, and A not on his visit.
        """
        told, actors = encounter.main, self.context.found.actors
        here = traveller(self.context, told.sentence, told.cue)
        before = travelled_before(self.context, told.sentence, told.cue)
        own = {e for e in here.entries if actors[e].kind == "person"} if here is not None else set[int]()
        named = list(self.context.found.mentions_in(told.sentence.first, told.sentence.last))
        away = {e for e in before.entries if actors[e].kind == "person"} if before is not None else set[int]()
        if speakers_about(self.context, told) is not None:
            away |= {*self._sentences}  # whoever went there is not told
        if own:
            away |= {m.entry for m in named if m.last <= told.cue.first and m.entry not in own}
        return away | self._owners(encounter)

    def _owners(self, encounter: Encounter) -> set[int]:
        """Those whom its tellings name only as those whose something is: "met to discuss *President A's* war"."""
        owners: dict[int, bool] = {}
        for sentence in {m.sentence.index: m.sentence for m in encounter.mentions}.values():
            for mention in self.context.found.mentions_in(sentence.first, sentence.last):
                if mention.entry in self._sentences:
                    owns = owns_a_thing(self.context, sentence, mention.last)
                    owners[mention.entry] = owners.get(mention.entry, True) and owns
        return {entry for entry, owns in owners.items() if owns}

    def _referred_to(self, encounter: Encounter) -> list[int]:
        """Those whom the telling itself seats by a title or a pronoun alone: "*the Secretary* will then go to B"."""
        told, actors = encounter.main, self.context.found.actors
        return [
            entry
            for entry, _ in told.people
            if actors[entry].party in encounter.parties
            and speakers_about(self.context, told) is None
            and not any(told.sentence.first <= m.first < told.sentence.last for m in actors[entry].mentions)
        ]

    def _in_margins(self, encounter: Encounter, entry: int) -> bool:
        """Whether somebody is named only as whose gathering they met beside: "on the margins of A's trip"."""
        namings = (
            (telling.sentence, mention)
            for telling in encounter.mentions
            for mention in self.context.found.actors[entry].mentions
            if telling.sentence.first <= mention.first < telling.sentence.last
        )
        beside = [margin_before(self.context, sentence, naming.first) is not None for sentence, naming in namings]
        return bool(beside) and all(beside)

    def _capacity(self, encounter: Encounter, entry: int) -> str:
        """In which capacity somebody takes part whom no telling names beside the encounter itself."""
        actor, told = self.context.found.actors[entry], encounter.main.cue.first
        mediates = any(actor.party in mention.mediators for mention in encounter.mentions)
        naming = min(actor.mentions, key=lambda m: abs(m.first - told))
        sentence = self.around.sentence_at(naming.first)
        agent = self._agent(sentence, naming)
        if agent is None:
            return "mediator" if mediates else "member"
        return capacity_of(sentence, agent, mediates)

    def _shared(self, encounter: Encounter, candidates: Sequence[int]) -> dict[str, float]:
        main, actors = encounter.main, self.context.found.actors
        row = {f"kind_{kind}": float(encounter.kind == kind) for kind in _KINDS}
        return row | {
            "verb": float(main.cue.role == "meeting-verb"),
            "planned": float(encounter.status == "planned"),
            "held": float(encounter.status == "held"),
            "earlier": float(main.order == "previous"),
            "parties": min(6.0, len(encounter.parties)),
            "candidates": float(len(candidates)),
            "of_the_table": min(12.0, sum(actors[e].party in encounter.parties for e in candidates)),
            "by_rule": min(8.0, len({e for m in encounter.mentions for e, _ in m.people})),
            "by_main": min(8.0, len(main.people)),
            "tellings": min(8.0, len(encounter.mentions)),
            "announced": float(main.sentence.kind in ANNOUNCING),
            "sentences": min(60.0, len(self.context.sentences)),
        }

    def _nearest(self, encounter: Encounter, entry: int) -> dict[str, float]:
        """How the namings of a person stand to the tellings of the encounter."""
        mentions = self.context.found.actors[entry].mentions
        main = encounter.main
        here = main.sentence
        row: dict[str, float] = {}
        away = [index - here.index for index in self._sentences[entry]]
        row["sentences_before"] = min((float(-n) for n in away if n < 0), default=_FAR)
        row["sentences_behind"] = min((float(n) for n in away if n > 0), default=_FAR)
        inside = [m for m in mentions if here.first <= m.first < here.last]
        row["here"] = float(bool(inside))
        if inside:
            nearest = min(inside, key=lambda m: gap(m.first, m.last, main.cue.first, main.cue.last))
            row |= {f"here_{name}": value for name, value in self._beside(main, nearest).items()}
        told = [(m, self._closest(m, mentions)) for m in encounter.mentions if m is not main]
        beside = [(m, n) for m, n in told if n is not None]
        row["told_beside"] = min(4.0, len(beside))
        if beside:
            where, naming = min(beside, key=lambda p: gap(p[1].first, p[1].last, p[0].cue.first, p[0].cue.last))
            row |= {f"beside_{name}": value for name, value in self._beside(where, naming).items()}
        if not inside and not beside:
            naming = min(mentions, key=lambda m: abs(m.first - main.cue.first))
            row |= {f"away_{name}": value for name, value in self._naming(naming).items()}
            row["away_cue_first"] = float(naming.first < main.cue.first)
        return row

    def _closest(self, telling: MeetingMention, namings: Sequence[Mention]) -> Mention | None:
        """The naming of a person that is nearest to a telling in its sentence."""
        inside = [m for m in namings if telling.sentence.first <= m.first < telling.sentence.last]
        return min(inside, key=lambda m: gap(m.first, m.last, telling.cue.first, telling.cue.last), default=None)

    def _beside(self, telling: MeetingMention, naming: Mention) -> dict[str, float]:
        """How a naming stands to the word of an encounter in one sentence."""
        cue = telling.cue
        row = self._naming(naming)
        row["gap"] = min(_FAR, gap(naming.first, naming.last, cue.first, cue.last))
        row["before_cue"] = float(naming.last <= cue.first)
        subject = telling.subject  # stands in front of a clause that is set off, and is part of what is told behind
        of_subject = subject is not None and subject.first <= naming.first < subject.last
        row["in_stretch"] = float(of_subject or telling.first <= naming.first < telling.last)
        between = self.around.cues(telling.sentence, min(naming.last, cue.last), max(naming.first, cue.first))
        roles = {c.role for c in between}
        row |= {f"past_{role}": float(role in roles) for role in _PAST}
        return row

    def _naming(self, naming: Mention) -> dict[str, float]:
        """What stands about the name itself."""
        sentence = self.around.sentence_at(naming.first)
        row = {"named": float(naming.form == "name"), "short": float(naming.form == "short")}
        row["block_item"] = float(sentence.kind is BlockKind.ITEM)
        row["from_start"] = min(_FAR, naming.first - sentence.first)
        near = self.around.near(sentence, naming.first, MARKED_WITHIN)
        for role in _MARKS:
            row[f"near_{role}"] = min(
                (gap(naming.first, naming.last, c.first, c.last) for c in near if c.role == role), default=_FAR
            )
        row["governed"] = float(bool(governor(near, naming.first, 1)))
        agent = self._agent(sentence, naming)
        row["agent"] = float(agent is not None)
        if agent is not None:
            row |= {f"role_{role}": float(agent.role == role) for role in _ROLES}
            row["role_bare"] = float(not agent.role)
            row["free"] = float(agent.free)
            row["speaks"] = float(agent.first in self.around.speakers(sentence))
            row["beside_others"] = float(len(agent.parties) > 1)
            row["entries"] = min(6.0, len(agent.entries))
        row["people_here"] = min(
            10.0,
            sum(
                self.context.found.actors[m.entry].kind == "person"
                for m in self.context.found.mentions_in(naming.first - 60, naming.last + 60)
                if sentence.first <= m.first < sentence.last
            ),
        )
        return row

    def _agent(self, sentence: ReadSentence, naming: Mention) -> Agent | None:
        agents = self.around.agents(sentence, naming.first - 40, naming.last)
        return next((a for a in reversed(agents) if a.first <= naming.first < a.last), None)

    def _gap(self, telling: MeetingMention, entry: int) -> int:
        return min(
            gap(m.first, m.last, telling.cue.first, telling.cue.last) for m in self.context.found.actors[entry].mentions
        )


def participants(
    context: Context, around: Surroundings, encounters: Sequence[Encounter]
) -> list[list[tuple[int, str]]]:
    """Say for each encounter who took part, and in which capacity, in the order of the text.

    Args:
        context: The document with its cues, names and dates.
        around: Its sentences, indexed.
        encounters: Its encounters.

    Returns:
        For each encounter the indices of the actors, each with a capacity.
    """
    attendance = Attendance(context, around)
    return [
        _with_listed(context, encounter, attendance.of(encounter, encounters, shipped_judge()))
        for encounter in encounters
    ]


def _with_listed(context: Context, encounter: Encounter, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Add whom a list of those present names, in the order of the text."""
    listed = attendance_list(context, encounter.main)
    missing = [entry for entry in listed.people if entry not in {e for e, _ in found}] if listed is not None else []
    actors = context.found.actors
    everyone = [*found, *((entry, "member") for entry in missing)]
    return sorted(everyone, key=lambda p: actors[p[0]].mentions[0].first) if missing else found


@cache
def shipped_judge() -> Judge:
    """Return the judge that comes with Peyman."""
    return judge("meetings-participant")
