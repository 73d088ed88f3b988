"""Which parties sit at the table of an encounter: what a judge is told of each party that might."""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.found import Mention
from peyman.actors.known import register
from peyman.reading.attendance.course import Course
from peyman.reading.attendance.meeting_clause import meeting_clause
from peyman.reading.attendance.roll_call import roll_call
from peyman.reading.attendance.topic_lists import only_talked_about, talked_about
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.inserted_clauses import are_parted, is_elsewhere
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.clauses.surroundings import Surroundings, gap, governor
from peyman.reading.encounters import MeetingDraft, MeetingMention
from peyman.reading.time_and_place.margins import in_margin
from peyman.text.segment import BlockKind

#: Parties named in so many sentences before and behind the telling are looked at.
SENTENCES_BEFORE, SENTENCES_BEHIND = 6, 3
#: And so many of those that the whole document speaks of most.
MAIN = 6
#: At most so many parties are judged for one encounter.
MOST = 24
_ROLES = ("with", "between", "attendance", "about", "of", "by", "to", "from", "in", "under")
#: Words whose nearness to a party anywhere in the document tells what it is there for.
_MARKERS = frozenset({"host", "mediator", "head", "meeting-noun", "meeting-verb", "participate"})
_GROUPS = frozenset({"two", "three", "four", "five", "all", "they"})
_FAR = 40.0


def _nearer(a: Cue, b: Cue, agent: Agent) -> bool:
    """Whether one cue stands nearer to an agent than another, which does not touch it."""
    return gap(a.first, a.last, agent.first, agent.last) < gap(b.first, b.last, agent.first, agent.last)


class Seating:
    """Describes the parties that may sit at the tables of one document."""

    def __init__(
        self,
        context: Context,
        around: Surroundings,
        drafts: Sequence[MeetingDraft],
        mentions: Sequence[MeetingMention] = (),
    ) -> None:
        self.context = context
        self.around = around
        self.owner = {id(m): d for d in drafts for m in d.mentions}
        self.course = Course(context, mentions)
        self.counts: dict[str, int] = {}
        #: Of each party, whether it is named for nothing but a gathering beside which others met.
        self.only_aside: dict[str, bool] = {}
        self.titled: set[str] = set()
        self.profiles: dict[str, dict[str, float]] = {}
        for sentence in context.sentences:
            self._note(sentence)

    def _note(self, sentence: ReadSentence) -> None:
        """Count how each party stands wherever the document names it."""
        context, speakers = self.context, self.around.speakers(sentence)
        for agent in sentence.agents:
            marked = [c for c in self.around.near(sentence, agent.first, 6) if c.role in _MARKERS]
            aside = in_margin(context, sentence, agent)
            for party in agent.parties:
                self.only_aside[party] = aside and self.only_aside.get(party, True)
                self.counts[party] = self.counts.get(party, 0) + 1
                if sentence.kind is BlockKind.TITLE:
                    self.titled.add(party)
                profile = self.profiles.setdefault(party, {})
                shown = [f"document_{agent.role or 'bare'}", *(f"document_near_{c.role}" for c in marked)]
                if len(agent.parties) > 1:
                    shown.append("document_beside_others")
                if agent.first in speakers:
                    shown.append("document_speaks")
                if agent.person:
                    shown.append("document_person")
                if any(context.found.actors[e].key == party for e in agent.entries):
                    shown.append("document_itself")
                for name in shown:
                    profile[name] = profile.get(name, 0.0) + 1.0

    def candidates(self, mention: MeetingMention) -> list[str]:
        """Return the keys of the parties that may take part, those named nearest first.

        Whoever is named for nothing but the gathering beside which others met is not among them.
        """
        index = mention.sentence.index
        found: dict[str, None] = dict.fromkeys(mention.parties)
        sentences = self.context.sentences
        window = sentences[max(0, index - SENTENCES_BEFORE) : index + SENTENCES_BEHIND + 1]
        for sentence in sorted(window, key=lambda s: abs(s.index - index)):
            agents = self._agents(sentence, mention)
            found |= dict.fromkeys(p for a in agents for p in a.parties)
            if len(found) >= MOST:
                break
        for party, _ in self._places(mention):
            found[party] = None
        found |= dict.fromkeys(self.context.main_parties[:MAIN])
        if self.context.publisher_party:
            found[self.context.publisher_party] = None
        if self.context.found.home:
            found[self.context.found.home] = None  # "the minister" without a country is that of the outlet's
        if not mention.in_margin:
            found = {party: None for party in found if not self.only_aside.get(party)}
        away = only_talked_about(self.context, mention.sentence, mention.cue, self.counts)
        found = {party: None for party in found if party not in away}
        return list(found)[:MOST]

    def _agents(self, sentence: ReadSentence, mention: MeetingMention) -> list[Agent]:
        centre = mention.cue.first if sentence is mention.sentence else sentence.first
        agents = self.around.agents(sentence, centre - 80, centre + 80)
        own = sentence is mention.sentence
        topics = talked_about(self.context, sentence, mention.cue) if own else frozenset()
        return [
            a
            for a in agents
            if not self.context.is_outlet(a) and not (own and is_elsewhere(self.context, sentence, a, mention.cue))
            if a.first not in topics
        ]

    def _places(self, mention: MeetingMention) -> list[tuple[str, Mention]]:
        """The places near a mention, each with the country it is in, and with the party that governs from there."""
        first, last = (
            max(mention.sentence.first, mention.cue.first - 60),
            min(mention.sentence.last, mention.cue.last + 60),
        )
        found = []
        for place in self.context.found.place_mentions_in(first, last):
            if are_parted(self.context, mention.sentence, place.first, mention.cue):
                continue
            entry = self.context.found.places[place.entry]
            facts = register.places().get(entry.key)
            governed = facts.capital_of if facts is not None else None
            found += [(party, place) for party in dict.fromkeys((entry.country, governed)) if party]
        return found

    def features(self, mention: MeetingMention, candidates: Sequence[str]) -> list[dict[str, float]]:
        """Describe each candidate to the judge of seats."""
        context, sentence, cue = self.context, mention.sentence, mention.cue
        shared = self._shared(mention, candidates) | self.course.shared(mention)
        agents = self._agents(sentence, mention)
        speakers = self.around.speakers(sentence)
        subject = subject_of(context, sentence, cue) if cue.role == "meeting-verb" else None
        draft = self.owner.get(id(mention))
        others = [m for m in draft.mentions if m is not mention] if draft is not None else []
        told = [p for m in others for p in m.own_parties]
        places = self._places(mention)
        destination = context.found.places[mention.place].country if mention.place is not None else None
        near = self._sentence_distances(mention)
        echoes = self.course.echoes(mention)
        markers = {
            role: [c for c in self.around.near(sentence, cue.first) if c.role == role]
            for role in ("host", "mediator", "head", "participate")
        }
        people = {context.found.actors[e].party for e, _ in mention.people}
        clause = meeting_clause(context, mention)
        listed = roll_call(context, self.around, mention)
        others_told = [c for c in sentence.having("meeting-noun", "meeting-verb")[:12] if c is not cue]
        rows = []
        for rank, party in enumerate(candidates):
            row = dict(shared)
            mine = [a for a in agents if party in a.parties]
            inside = [a for a in mine if mention.first <= a.first < mention.last]
            row |= self._as_agent(mention, inside or mine, bool(inside), speakers)
            row["subject"] = float(subject is not None and party in subject.parties)
            row["rank"] = float(rank)
            row["in_own"] = float(party in mention.own_parties)
            row["in_rule"] = float(party in mention.parties)
            row["in_draft"] = float(draft is not None and party in draft.parties)
            row["told_beside"] = min(4.0, told.count(party))
            row["main_rank"] = float(context.main_parties.index(party)) if party in context.main_parties[:12] else 12.0
            row["count"] = min(30.0, self.counts.get(party, 0))
            row |= self.profiles.get(party, {})
            row["share"] = self.counts.get(party, 0) / max(1, sum(self.counts.values()))
            row["titled"] = float(party in self.titled)
            row["publisher"] = float(party == context.publisher_party)
            row["home"] = float(party == context.found.home)
            row |= self._as_place(mention, [place for of, place in places if of == party])
            row["destination"] = float(party == destination)
            row |= listed.features(party)
            row["of_place"] = float(bool(mine) and all(self._of_place(a, party) for a in inside or mine))
            row["sure"] = max((self._sure_of(a, party) for a in inside or mine), default=0.0)
            row["acting"] = float(party in clause.acting)
            row["facing"] = float(party in clause.facing) + float(party in clause.all_facing)
            row["between"] = float(party in clause.between)
            row["other_nearer"] = float(
                bool(mine) and all(any(_nearer(c, cue, a) for c in others_told) for a in (inside or mine))
            )
            row["state"] = float(len(party) == 3)
            row["in_margin"] = float(bool(mine) and all(in_margin(context, sentence, a) for a in mine))
            row |= self._nature(party, candidates, agents)
            row["person_there"] = float(party in people)
            row["mediator"] = float(party in mention.mediators)
            row |= self.course.features(mention, party) | echoes.get(party, {})
            before, behind = near.get(party, (_FAR, _FAR))
            row["sentences_before"], row["sentences_behind"] = before, behind
            for role, cues in markers.items():
                row[f"near_{role}"] = min(
                    (gap(a.first, a.last, c.first, c.last) for a in mine for c in cues), default=_FAR
                )
            rows.append(row)
        return rows

    def _of_place(self, agent: Agent, party: str) -> bool:
        """Whether a party is named only to say where a place lies: "in Abu Dhabi, the capital of the Emirates"."""
        places = self.context.found.place_mentions_in(agent.first - 4, agent.first)
        return any(self.context.found.places[p.entry].country == party for p in places)

    def _sure_of(self, agent: Agent, party: str) -> float:
        """How sure it is that somebody acts for a party: little where that is guessed from what stands near."""
        actors = (self.context.found.actors[e] for e in agent.entries)
        return max((a.confidence for a in actors if a.party == party), default=0.5)

    def _shared(self, mention: MeetingMention, candidates: Sequence[str]) -> dict[str, float]:
        formats = {value for value, _, _ in mention.designations}
        return {
            "kind_visit": float(mention.kind == "visit"),
            "kind_call": float(mention.kind == "call"),
            "kind_signing": float(mention.kind == "signing"),
            "kind_conference": float(mention.kind == "conference"),
            "kind_committee": float(mention.kind == "committee"),
            "verb": float(mention.cue.role == "meeting-verb"),
            "pointing": float(mention.pointing),
            "order": float(bool(mention.order)),
            "candidates": float(len(candidates)),
            "rule_parties": float(len(mention.parties)),
            "own_count": float(len(mention.own_parties)),
            "bilateral": float("bilateral" in formats),
            "trilateral": float("trilateral" in formats),
            "many_sided": float(bool(formats & {"quadrilateral", "multilateral"})),
            "titled_telling": float(mention.sentence.kind is BlockKind.TITLE),
            "planned": float(mention.status == "planned"),
            "mediated": float(bool(mention.mediators)),
        }

    def _as_agent(
        self, mention: MeetingMention, agents: Sequence[Agent], inside: bool, speakers: frozenset[int]
    ) -> dict[str, float]:
        """How a party stands in the sentence of the telling: its nearest agent, and what governs any of them."""
        cue = mention.cue
        if not agents:
            return {"agent": 0.0, "agent_gap": _FAR}
        nearest = min(agents, key=lambda a: gap(a.first, a.last, cue.first, cue.last))
        row = {
            "agent": float(len(agents)),
            "agent_inside": float(inside),
            "agent_gap": min(_FAR, gap(nearest.first, nearest.last, cue.first, cue.last)),
            "agent_before": float(nearest.last <= cue.first),
            "agent_after": float(nearest.first >= cue.last),
            "agent_free": float(any(a.free for a in agents)),
            "agent_first": float(any(a.first - mention.sentence.first <= 3 for a in agents)),
            "agent_speaks": float(any(a.first in speakers for a in agents)),
            "agent_parties": min(6.0, max(len(a.parties) for a in agents)),
            "agent_reference": float(any(a.reference in _GROUPS for a in agents)),
            "agent_pronoun": float(any(a.reference in ("he", "we", "I", "own", "home") for a in agents)),
            "agent_people": float(any(a.reference == "people" or a.headed for a in agents)),
            "agent_named": float(any(not a.reference for a in agents)),
            "agent_person": float(any(a.person for a in agents)),
            "nearest_bare": float(not nearest.role),
            "nearest_span": min(20.0, nearest.last - nearest.first),
        }
        for role in _ROLES:
            row[f"role_{role}"] = float(any(a.role == role for a in agents))
            row[f"nearest_{role}"] = float(nearest.role == role)
        row["role_bare"] = float(any(not a.role for a in agents))
        between = self.around.cues(mention.sentence, min(nearest.last, cue.last), max(nearest.first, cue.first))
        roles = {c.role for c in between}
        for role in ("say", "publish", "that", "which", "but", "meeting-noun", "meeting-verb", "and", "with", "about"):
            row[f"past_{role}"] = float(role in roles)
        row["agents_between"] = min(
            6.0,
            len(self.around.agents(mention.sentence, min(nearest.last, cue.last), max(nearest.first, cue.first))),
        )
        return row

    def _as_place(self, mention: MeetingMention, places: Sequence[Mention]) -> dict[str, float]:
        """How places of a party stand to the telling."""
        if not places:
            return {}
        cue = mention.cue
        nearest = min(places, key=lambda p: gap(p.first, p.last, cue.first, cue.last))
        row = {
            "place_country": min(3.0, len(places)),
            "place_gap": min(_FAR, gap(nearest.first, nearest.last, cue.first, cue.last)) + 1.0,
            "place_before": float(nearest.last <= cue.first),
            "place_inside": float(mention.first <= nearest.first < mention.last),
            "place_capital": float(nearest.capital),
        }
        above = governor(self.around.near(mention.sentence, nearest.first, 6), nearest.first, 1)
        for role in ("in", "to", "from", "of"):
            row[f"place_{role}"] = float(above == role)
        return row

    @staticmethod
    def _nature(party: str, candidates: Sequence[str], agents: Sequence[Agent]) -> dict[str, float]:
        """What kind of party it is, and whether the state that it is part of, or a part of it, is named beside it."""
        facts = register.bodies().get(party)
        whole = register.state_of(party)
        here = {p for a in agents for p in a.parties}
        return {
            "region": float(whole != party),
            "political": float(facts is not None and facts.kind == "political-party"),
            "organisation": float(facts is not None and facts.kind == "organisation"),
            "whole_among": float(whole != party and whole in candidates),
            "whole_here": float(whole != party and whole in here),
            "part_among": float(any(p != party and register.state_of(p) == party for p in candidates)),
            "part_here": float(any(p != party and register.state_of(p) == party for p in here)),
        }

    def _sentence_distances(self, mention: MeetingMention) -> dict[str, tuple[float, float]]:
        """How many sentences lie between the telling and where each party is named, before it and behind it."""
        index = mention.sentence.index
        near: dict[str, tuple[float, float]] = {}
        for sentence in self.context.sentences[max(0, index - 12) : index + 13]:
            if sentence.index == index:
                continue
            away = float(abs(sentence.index - index))
            for agent in sentence.agents[:60]:
                for party in agent.parties:
                    before, behind = near.get(party, (_FAR, _FAR))
                    near[party] = (min(before, away), behind) if sentence.index < index else (before, min(behind, away))
        return near
