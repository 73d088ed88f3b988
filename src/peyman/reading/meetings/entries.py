"""Encounters of two or more parties: one entry each, however often the document tells it.

Rules find every mention and what its clause shows (`peyman.reading.meetings.survey`); learnt judges decide which
mention tells an encounter, who sits at its table, when and where it takes place. A judge is told of structure and never
of words, so that it serves every language alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from peyman.dates import FoundDate
from peyman.reading.attendance.attendance_lists import attendance_list
from peyman.reading.attendance.participants import participants
from peyman.reading.attendance.seats import Seating
from peyman.reading.attendance.settled_tables import SettledTables
from peyman.reading.attendance.tables import Table, Tables
from peyman.reading.clauses.context import Context
from peyman.reading.encounters import AHEAD, Encounter, MeetingDraft, MeetingMention, others_met, parts_of_one
from peyman.reading.judges.judgement import Features, Judge, judge
from peyman.reading.judges.learnt import Model, model
from peyman.reading.judges.phrasing import Phrasing
from peyman.reading.meetings import meaning
from peyman.reading.meetings.bases import bases
from peyman.reading.meetings.called_off import called_off, moved_to, without_put_off
from peyman.reading.meetings.home_affairs import is_home_affair
from peyman.reading.meetings.survey import TALKING, Survey, kinds_agree, same_encounter, survey
from peyman.reading.meetings.tellings import telling_features
from peyman.reading.meetings.told_again import Pairs, Telling, borrowed_date, day, told_once
from peyman.reading.time_and_place.lasting import over_all_days
from peyman.reading.time_and_place.occasions import Occasions
from peyman.reading.time_and_place.recalled import counted_back
from peyman.reading.time_and_place.venues import venues_apart

_Candidate = TypeVar("_Candidate")

#: In a text with no more mentions than this, one that names two parties is believed from this probability on.
FEW_MENTIONS, BELIEVED_IN_SHORT = 3, 0.15
#: A journey whose clause names both who goes and to whom is believed from this probability on, in no text about
#: another field: teams travel to their matches.
BELIEVED_JOURNEY = 0.1
#: As well one in which somebody says something to whoever is behind "with", this near to the noun.
BELIEVED_SPOKEN, SPOKEN_WITHIN = 0.2, 3.0
HOST_AND_GUEST = 2
#: So many words of another field (sport, weather, markets) in a thousand, and what is then believed: "Jordan met Iraq".
FOREIGN, BELIEVED_AMONG_FOREIGN = 15.0, 0.5
#: How sure it is that a list below the words for encounters tells of one an entry: their judge knows of no list.
LISTED_BELOW = 0.6
#: How sure it is that those sat at a table whom a list of those present names.
LISTED = 0.9
#: How much the likelihood of its seats, each by itself, adds to what the judge of tables says of a table.
SEATS_BESIDE_TABLE = 0.25
#: A telling without a date of its own, of parties who were told to meet before, is another encounter from this on:
#: where nobody else sits at the table, and where somebody does.
BELIEVED_AGAIN, BELIEVED_WITH_OTHERS = 0.9, 0.6


@dataclass(frozen=True)
class Wordings:
    """Models of wording, which tell the judges what the words around speak for.

    Attributes:
        telling: Does the document tell an encounter here?
        seat: Does this party take part?
        date: Is this when?
    """

    telling: Model
    seat: Model
    date: Model


def worded(model: Model, features: Sequence[str]) -> float:
    """Return how far the words around speak for yes, in log-odds.

    Args:
        model: A model of wording, with the labels "no" and "yes".
        features: Features of `peyman.reading.judges.phrasing`.
    """
    no, yes = model.scores(features)
    return yes - no


@dataclass(frozen=True)
class Judges:
    """The judges of encounters, one a question.

    Attributes:
        telling: Does the document tell an encounter here?
        seat: Does this party take part?
        table: Of several sets of parties, which is it?
        date: Is this when it takes place?
        place: Is this where?
        words: What tells them of the words around.
        again: Of two tellings that the rules do not join, is one told again in the other? None lets the rules decide.
    """

    telling: Judge
    seat: Judge
    table: Judge
    date: Judge
    place: Judge
    words: Wordings
    again: Judge | None = None


@cache
def shipped_judges() -> Judges:
    """Return the judges that come with Peyman."""
    names = ("telling", "seat", "table", "date", "place", "again")
    words = Wordings(**{name: model(f"meetings-{name}-words") for name in ("telling", "seat", "date")})
    return Judges(**{name: judge(f"meetings-{name}") for name in names}, words=words)


def read_meetings(context: Context, judges: Judges | None = None) -> list[Encounter]:
    """Find the encounters that a document tells of.

    Args:
        context: The document with its cues, names and dates.
        judges: Who decides; None for those that come with Peyman.

    Returns:
        One entry for each encounter, in the order in which the text first tells of it.
    """
    if not context.may_tell_of_dealings:
        return []
    found = survey(context)
    encounters = _Bench(context, found, judges or shipped_judges()).encounters()
    for encounter, people in zip(encounters, participants(context, found.around, encounters), strict=True):
        encounter.people = people
    for encounter, agreements in zip(encounters, bases(context, found.around, encounters), strict=True):
        encounter.basis = agreements
    return encounters


def read_encounters(context: Context, judges: Judges | None = None) -> list[Encounter]:
    """Find the encounters as `read_meetings` does, without saying who took part and under which agreement.

    Args:
        context: The document with its cues, names and dates.
        judges: Who decides; None for those that come with Peyman.
    """
    if not context.may_tell_of_dealings:
        return []
    return _Bench(context, survey(context), judges or shipped_judges()).encounters()


def pairs_of(context: Context, judges: Judges) -> Pairs | None:
    """Describe the tellings that the rules do not join, before anything is left out of them.

    Args:
        context: The document with its cues, names and dates.
        judges: Who decides what is told, and with whom, when and where.

    Returns:
        What describes each pair of them; None for a document that can tell of no encounter.
    """
    return _Bench(context, survey(context), judges).pairs() if context.may_tell_of_dealings else None


class _Bench:
    def __init__(self, context: Context, found: Survey, judges: Judges) -> None:
        self.context = context
        self.found = found
        self.judges = judges
        self.mentions = found.mentions
        self.owners = {id(m): d for d in found.drafts for m in d.mentions}
        self.seating = Seating(context, found.around, found.drafts, found.mentions)
        self.tables = Tables(context, found.around, self.mentions, found.drafts)
        self.settling = SettledTables(context, self.owners, self.seating, self.tables)
        self.occasions = Occasions(context, found.around, self.mentions, found.drafts)
        self.phrasing = Phrasing(context)
        # How judge and model are weighed was learnt for the judge that is shipped.
        self.modelled = meaning.modelled(context, self.mentions) if judges is shipped_judges() else None
        self.dates: dict[int, dict[str, float]] = {}  # of each mention, how likely each date is
        self.likely_tables: dict[int, dict[Table, float]] = {}
        self.listed: set[Table] = set()  # the tables that lists of those present name

    def encounters(self) -> list[Encounter]:
        again = self.judges.again
        if again is None or self.modelled is not None:  # that judge has learnt what the others say without the model
            return self.settled([telling.encounter for telling in self.pairs(ruled=True).tellings])
        return self.settled(told_once(self.pairs(), again))

    def settled(self, told: list[Encounter]) -> list[Encounter]:
        """Give the encounters that are listed what depends on all of them."""
        self._gather(told)
        told = without_put_off(told)
        for encounter in told:
            encounter.called_off = called_off(encounter, self.mentions)
            encounter.date = over_all_days(self.context, encounter)
            if encounter.status == "postponed" and encounter.date is not None:
                encounter.date = moved_to(encounter.main.sentence, encounter.date)
            if _is_of_committee(encounter, told):
                encounter.series = "committee"
        return told

    def pairs(self, ruled: bool = False) -> Pairs:
        """What the document tells, as far as the rules join it, and, where asked, leave out what it tells again."""
        told: list[Encounter] = []
        said: dict[int, float] = {}
        rows = telling_features(self.context, self.found.around, self.mentions, self.found.drafts)
        for number, (mention, row) in enumerate(zip(self.mentions, rows, strict=True)):
            row["worded"] = worded(self.judges.words.telling, self.phrasing.telling(mention.whole or mention))
            chance = self.judges.telling.probability(row)
            if self.modelled is not None:
                chance = meaning.together(self.judges.telling.score(row), self.modelled[number])
            chance = max(chance, LISTED_BELOW) if mention.is_listed else chance
            if not self._is_told(row, chance):
                continue
            said[id(mention)] = row["worded"]
            parties, sure = self._table(mention, [frozenset(e.parties) for e in told])
            if len(parties) < 2 or (mention.in_margin and _is_table_of_another(parties, mention, told, self.mentions)):
                continue
            if is_home_affair(self.context, mention, frozenset(parties), self.seating.counts):
                continue
            date, of_date = self._date(mention)
            place, of_place = self._place(mention, parties)
            chances = {"telling": chance, "table": sure, "date": of_date, "place": of_place}
            encounter = Encounter(mention, [mention], parties, date, place, chance * sure, chances)
            known = next((n for n in reversed(range(len(told))) if self._are_one(told[n], encounter)), None)
            if known is None:
                if not ruled or mention.part or chance >= self._wanted(told, encounter):
                    told.append(encounter)
            else:
                told[known] = _joined(told[known], encounter)
        mains = [(encounter, id(encounter.main)) for encounter in told]
        tellings = [Telling(e, self.dates[main], self.likely_tables[main], said[main]) for e, main in mains]
        return Pairs(self.context, self.found.around, self.owners, tellings)

    def _is_told(self, row: Features, chance: float) -> bool:
        """Whether a mention tells an encounter: as judged, or plainly so in a text too short to judge by."""
        foreign = row["foreign"] >= FOREIGN
        if not foreign and chance >= BELIEVED_JOURNEY and _is_plain_journey(row):
            return True
        if not foreign and chance >= BELIEVED_SPOKEN and _is_spoken_there(row):
            return True
        plain = row.get("is_main") and row.get("draft_stands") and row["own_parties"] >= 2
        short = row["mentions_in_document"] <= FEW_MENTIONS
        if plain and short:
            return chance >= BELIEVED_IN_SHORT
        return chance >= (BELIEVED_AMONG_FOREIGN if foreign else self.judges.telling.threshold)

    def _table(self, mention: MeetingMention, earlier: Sequence[Table]) -> tuple[tuple[str, ...], float]:
        """Who sits at the table, in the order in which they are named, and how sure that is."""
        listed = attendance_list(self.context, mention) if not mention.part else None
        if listed is not None:
            self.listed.add(frozenset(listed.parties))
            self.likely_tables[id(mention)] = {frozenset(listed.parties): LISTED}
            return listed.parties, LISTED
        if earlier and earlier[-1] in self.listed and not mention.own_parties:
            self.likely_tables[id(mention)] = {earlier[-1]: LISTED}
            return tuple(sorted(earlier[-1])), LISTED  # "its next meeting"
        candidates = self.seating.candidates(mention)
        seats = dict(zip(candidates, self.seating.features(mention, candidates), strict=True))
        for row, words in zip(seats.values(), self.phrasing.seats(mention, candidates), strict=True):
            row["worded"] = worded(self.judges.words.seat, words)
        likely = {party: self.judges.seat.probability(row) for party, row in seats.items()}
        tables = self.tables.candidates(mention, likely, earlier)
        if not tables:
            return (), 0.0
        rows = self.tables.features(mention, likely, seats, earlier, tables)
        chances = self.judges.table.chances(rows, [SEATS_BESIDE_TABLE * row["log_likelihood"] for row in rows])
        self.likely_tables[id(mention)] = dict(zip(tables, chances, strict=True))
        uncut = [n for n, table in enumerate(tables) if not self.tables.cuts(mention, table)]
        best = max(uncut or range(len(tables)), key=lambda n: (chances[n], -n))
        apart = mention.part or mention.coordinated
        if apart and len(mention.own_parties) > 1:  # its clause says who sat apart from whom
            own = frozenset(mention.own_parties)
            if own not in tables:
                return tuple(p for p in candidates if p in own), 0.0
            best = tables.index(own)
            return tuple(p for p in candidates if p in tables[best]), chances[best]
        if apart:  # and where it does not say who met them, who is not among these
            own, others = frozenset(mention.own_parties), frozenset(mention.apart_from)
            fitting = [n for n, table in enumerate(tables) if own <= table and not table & others]
            best = max(fitting, key=lambda n: (chances[n], -n), default=best)
            return tuple(p for p in candidates if p in tables[best]), chances[best]
        table = self.settling.settled(mention, tables[best], tables, earlier)
        sure = self.likely_tables[id(mention)].get(table, chances[best])
        named = [p for p in candidates if p in table]
        return (*named, *sorted(table.difference(named))), sure

    def _date(self, mention: MeetingMention) -> tuple[FoundDate | None, float]:
        """When it takes place, and how likely that is; else how likely the likeliest date is."""
        if mention.dated and mention.date is not None:
            self.dates[id(mention)] = {day(mention.date.edtf): 1.0}
            return mention.date, 1.0
        candidates = self.occasions.dates(mention)
        rows = self.occasions.date_features(mention, candidates)
        for row, words in zip(rows, self.phrasing.dates(mention, candidates), strict=True):
            row["worded"] = worded(self.judges.words.date, words)
        chances = [self.judges.date.probability(row) for row in rows]
        ruled_out = [self.occasions.is_of_another(mention, date, sentence) for date, sentence in candidates]
        chances = [0.0 if out else chance for out, chance in zip(ruled_out, chances, strict=True)]
        likely = self.dates[id(mention)] = {}
        for (date, _), chance in zip(candidates, chances, strict=True):
            likely[day(date.edtf)] = max(chance, likely.get(day(date.edtf), 0.0))
        if mention.status == "postponed" and chances:  # only those are left to which it is put off
            return candidates[chances.index(max(chances))][0], max(chances)
        return _likeliest([date for date, _ in candidates], chances, self.judges.date)

    def _place(self, mention: MeetingMention, parties: Sequence[str]) -> tuple[int | None, float]:
        """Where it takes place, and how likely that is; else how likely the likeliest place is."""
        if mention.placed:
            return mention.place, 1.0
        candidates = [
            (place, sentence)
            for place, sentence in self.occasions.places(mention)
            if not mention.part or self.context.found.places[place.entry].country not in mention.apart_from
        ]
        rows = self.occasions.place_features(mention, candidates, parties)
        chances = [self.judges.place.probability(row) for row in rows]
        return _likeliest([place.entry for place, _ in candidates], chances, self.judges.place)

    def _are_one(self, a: Encounter, b: Encounter) -> bool:
        """Whether two tellings tell one encounter.

        So they do if they name one day and one table, or a part of it; or if the rules take them for one, and what was
        judged of both does not speak against it; or if one is a journey to a third country on which they met.
        """
        if parts_of_one(a.main, b.main) or self._others_met(a, b):
            return False
        if a.main.order != b.main.order:
            return _one_to_come(a, b)
        if self._met_abroad(a, b) or self._met_abroad(b, a):
            return True
        if not kinds_agree(a.kind, b.kind):
            return False
        if (a.kind == "visit") != (b.kind == "visit"):
            return False  # told twice and in different words: the visit, and a meeting in its course
        if (a.status in AHEAD) != (b.status in AHEAD) or (a.status == "denied") != (b.status == "denied"):
            return False
        ours, theirs = set(a.parties), set(b.parties)
        owner = self.owners.get(id(a.main))
        joined = owner is not None and owner is self.owners.get(id(b.main))
        if a.date is not None and b.date is not None and not (joined and borrowed_date(a) != borrowed_date(b)):
            one_day = a.date.edtf == b.date.edtf and len((a.date.edtf or "").partition("T")[0]) == len("2025-11-07")
            apart = venues_apart(self.context, a.place, b.place)
            return one_day and not apart and (ours == theirs or (joined and (ours < theirs or theirs < ours)))
        return joined and ours == theirs

    def _met_abroad(self, journey: Encounter, met: Encounter) -> bool:
        """Whether a journey is no visit to those whom its sentence says were met: "in A for a summit, he met B's"."""
        if journey.kind != "visit" or met.kind == "visit" or journey.main.sentence is not met.main.sentence:
            return False
        country = self.context.found.places[journey.place].country if journey.place is not None else None
        if country is None or country in journey.parties or set(journey.parties) != set(met.parties):
            return False
        dates = [e.date.edtf if e.date is not None else None for e in (journey, met)]
        return dates[0] == dates[1] and (journey.status in AHEAD) == (met.status in AHEAD)

    def _wanted(self, told: Sequence[Encounter], encounter: Encounter) -> float:
        """How likely a telling without a date must be that may speak of what was told before, or of dealings."""
        main = encounter.main
        if main.date is not None:
            return 0.0
        parties, ahead = set(encounter.parties), encounter.status in AHEAD
        known = [
            before
            for before in told
            if len(parties & set(before.parties)) > 1
            and ((before.status in AHEAD) == ahead or (main.pointing and not main.status_said))
            and (before.status == "denied") == (encounter.status == "denied")
            and (before.kind == "visit") == (encounter.kind == "visit")
            and before.main.order == main.order
            and kinds_agree(before.kind, encounter.kind)
            and not self._others_met(before, encounter)
        ]
        if any(parties <= set(before.parties) for before in known):
            return BELIEVED_AGAIN
        return BELIEVED_WITH_OTHERS if known else 0.0

    def _others_met(self, a: Encounter, b: Encounter) -> bool:
        """Whether two tellings name other people of one party: the president was met, and then the prime minister."""
        if others_met(a.main, b.main):
            return True
        actors = self.context.found.actors
        for party in set(a.parties) & set(b.parties):
            ours, theirs = ({e for e, _ in t.main.people if actors[e].party == party} for t in (a, b))
            if ours and theirs and not ours & theirs:
                return True
        return False

    def _gather(self, told: list[Encounter]) -> None:
        """Give each encounter the mentions that tell more of it: those that the rules join to its telling."""
        drafts = [MeetingDraft([e.main]) for e in told]
        owners = self.owners
        tellings = {id(e.main) for e in told}
        for mention in self.mentions:
            if id(mention) in tellings:
                continue
            joined = owners.get(id(mention))
            beside = [d for d in drafts if owners.get(id(d.mentions[0])) is joined] if joined is not None else []
            draft = same_encounter(self.context, beside or drafts, mention)
            if draft is not None:
                draft.mentions.append(mention)
        placed = {id(m) for draft in drafts for m in draft.mentions}
        for encounter, draft in zip(told, drafts, strict=True):
            draft.mentions += [m for m in encounter.mentions if id(m) not in placed]
            encounter.mentions = sorted(draft.mentions, key=lambda m: m.first)
            counted = counted_back(self.context, encounter.main.sentence, encounter.main.cue)
            if encounter.kind == "call":
                encounter.place = None
            elif encounter.place is None and not counted:
                encounter.place = next(
                    (m.place for m in draft.mentions[1:] if m.place is not None and (m.eventive or _is_held(m))), None
                )


def _is_plain_journey(row: Features) -> bool:
    """Whether a clause of the text proper tells of a visit in plain words, and names host and guest."""
    told = row["kind_visit"] and row["eventive"] and not (row["loose"] or row["pointing"] or row["announcing"])
    return bool(told) and row["own_parties"] >= HOST_AND_GUEST and bool(row["dated"] or not row["status_planned"])


def _is_spoken_there(row: Features) -> bool:
    """Whether somebody speaks in an encounter with one whom the clause names: "the envoy, *in talks with* B, said"."""
    told = row["eventive"] and not (row["loose"] or row["pointing"] or row["announcing"] or row["status_planned"])
    inside = row["governed_in"] or row["before_in"] <= SPOKEN_WITHIN
    named = row["own_parties"] >= HOST_AND_GUEST and row["agents_with"] == 1 and row["agents_speaking"] == 1
    return bool(told and inside and named) and row["after_with"] <= SPOKEN_WITHIN and not row["in_margin"]


def _likeliest(
    candidates: Sequence[_Candidate], chances: Sequence[float], chooser: Judge
) -> tuple[_Candidate | None, float]:
    """The likeliest candidate, the first of equals, if it is likely enough; and how likely it is."""
    if not chances:
        return None, 0.0
    best = max(range(len(chances)), key=lambda n: (chances[n], -n))
    return (candidates[best] if chances[best] >= chooser.threshold else None), chances[best]


def _is_held(mention: MeetingMention) -> bool:
    """Whether a noun that points back is said to take place: "this meeting, *which was held in Cairo*"."""
    return mention.pointing and bool(mention.sentence.having("hold", first=mention.cue.last, last=mention.last))


def _one_to_come(a: Encounter, b: Encounter) -> bool:
    """Whether one telling counts what another calls the next: "the third round" and "the coming round", of one day."""
    if {a.main.order, b.main.order} != {"", "next"} or not (a.status == b.status == "planned"):
        return False
    if a.date is None or b.date is None or a.date.edtf != b.date.edtf:
        return False
    whole = len((a.date.edtf or "").partition("T")[0]) == len("2025-11-07")
    ours, theirs = set(a.parties), set(b.parties)
    return whole and kinds_agree(a.kind, b.kind) and (ours <= theirs or theirs <= ours)


def _is_table_of_another(
    parties: Sequence[str], mention: MeetingMention, told: Sequence[Encounter], mentions: Sequence[MeetingMention]
) -> bool:
    """Whether a gathering in whose margins others met is given their table for want of one that its own words name."""
    if len(mention.own_parties) >= 2:
        return False
    beside: dict[int, set[str]] = {}  # "met his counterparts from A and B": all whom one clause tells of are one table
    for other in mentions:
        if other.sentence is mention.sentence and not other.in_margin:
            beside.setdefault(id(other.whole or other), set()).update(other.own_parties)
    return any(set(parties) <= set(table) for table in (*(other.parties for other in told), *beside.values()))


def _is_of_committee(encounter: Encounter, told: Sequence[Encounter]) -> bool:
    """Whether "the next meeting" or "the fifth meeting" is that of a committee of the same parties told beside it."""
    main, parties = encounter.main, set(encounter.parties)
    if encounter.kind not in TALKING or not (main.order or (main.round or "").isdigit()):
        return False
    return any(
        other is not encounter
        and len(parties & set(other.parties)) > 1
        and any(mention.kind == "committee" for mention in other.mentions)
        for other in told
    )


def _joined(a: Encounter, b: Encounter) -> Encounter:
    """Put two tellings of one encounter together: the surer one leads, the other adds what it leaves out."""
    lead, other = (a, b) if a.probability >= b.probability else (b, a)
    lead.mentions = [*a.mentions, *b.mentions]
    if lead.date is None or (other.date is not None and borrowed_date(lead) and not borrowed_date(other)):
        lead.date = other.date
        lead.chances["date"] = other.chances.get("date", 0.0)
    if lead.place is None:
        lead.place = other.place
        lead.chances["place"] = other.chances.get("place", 0.0)
    return lead
