"""Encounters that a document tells again with another date, table or kind read the second time: one entry each.

What the rules do not join (`peyman.reading.meetings.entries`) is laid before a judge in pairs. The telling of which the
other judges are surest comes first and is kept; each further one is compared with the surest that are kept, and left
out if the judge takes it for no encounter of its own beside the one that it is likest to. This is the greedy
suppression of detections that overlap, with a learnt measure in place of the overlap (Hosang, Benenson and Schiele
2017, *Learning non-maximum suppression*).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peyman.dates.edtf import bounds, compatible, same_or_within
from peyman.reading.attendance.tables import Table
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.surroundings import Surroundings, gap
from peyman.reading.clauses.word_forms import told_word, told_words
from peyman.reading.encounters import AHEAD, Encounter, MeetingDraft, MeetingMention, others_met, parts_of_one
from peyman.reading.judges.judgement import Judge
from peyman.reading.meetings.survey import TALKING, kinds_agree
from peyman.reading.time_and_place.venues import venues_apart
from peyman.text.segment import ANNOUNCING

#: Farther than so many sentences, tokens and days is as good as anywhere.
_SENTENCES, _TOKENS, _DAYS = 40.0, 200.0, 366.0
#: Roles of cues that may speak for another encounter, or for the one told before, so many tokens from the telling.
_NEAR = frozenset(
    ("demonstrative", "previous", "next", "also", "then", "separately", "ordinal", "past", "future", "planned", "say")
)
_REACH = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """One encounter as the rules joined it, with what the judges said of what was chosen and of what was not.

    Attributes:
        encounter: The encounter as it is told here.
        dates: How likely each date is when it took place, by its EDTF without the time of day.
        tables: How likely each set of parties is who sat there.
        worded: How far the words around speak for a telling, in log-odds.
    """

    encounter: Encounter
    dates: Mapping[str, float]
    tables: Mapping[Table, float]
    worded: float


class Pairs:
    """Describes pairs of tellings of one document to the judge, the surer one first."""

    def __init__(
        self,
        context: Context,
        around: Surroundings,
        owners: Mapping[int, MeetingDraft],
        tellings: Sequence[Telling],
    ) -> None:
        self.context = context
        self.around = around
        self.owners = owners
        self.tellings = tellings
        self.in_order = sorted(tellings, key=lambda t: (-t.encounter.probability, t.encounter.main.first))
        self._document = {
            "sentences_in_document": min(60.0, len(context.sentences)),
            "main_parties": min(8.0, len(context.main_parties)),
            "publisher_party": float(context.publisher_party is not None),
            "tellings": min(20.0, len(tellings)),
        }
        self._known: dict[int, dict[str, float]] = {}
        self._stems: dict[int, frozenset[str]] = {}

    def features(self, surer: Telling, other: Telling) -> dict[str, float]:
        """Describe a pair."""
        row = dict(self._document)
        row |= {f"surer_{name}": value for name, value in self._one(surer).items()}
        row |= {f"other_{name}": value for name, value in self._one(other).items()}
        row |= self._what(surer.encounter, other.encounter)
        row |= _when(surer, other)
        row |= self._who(surer, other)
        row |= self._where(surer.encounter.main, other.encounter.main)
        return row

    def _one(self, telling: Telling) -> dict[str, float]:
        """What a telling shows by itself."""
        encounter = telling.encounter
        main, sentence = encounter.main, encounter.main.sentence
        known = self._known.get(id(main))
        if known is not None:
            return known
        row = {name: encounter.chances.get(name, 0.0) for name in ("telling", "table", "date")}
        row |= {
            "probability": encounter.probability,
            "worded": telling.worded,
            "times": float(len(encounter.mentions)),
            "weight": main.weight,
            "announcing": float(sentence.kind in ANNOUNCING),
            "index": min(_SENTENCES, sentence.index),
            "verb": float(main.cue.role == "meeting-verb"),
            "visit": float(main.kind == "visit"),
            "talking": float(main.kind in TALKING),
            "pointing": float(main.pointing),
            "status_said": float(main.status_said),
            "own_parties": min(4.0, len(main.own_parties)),
            "parties": min(6.0, len(encounter.parties)),
            "people": min(4.0, len(main.people)),
            "order": float(bool(main.order)),
            "part": float(main.part),
            "in_margin": float(main.in_margin),
            "dated": float(encounter.date is not None),
            "own_date": float(main.date is not None),
            "stretch": min(40.0, main.last - main.first),
        }
        for cue in self.around.near(sentence, main.cue.first, _REACH):
            if cue.role in _NEAR and cue is not main.cue:
                row[f"near_{cue.role}"] = 1.0
        self._known[id(main)] = row
        return row

    def _what(self, surer: Encounter, other: Encounter) -> dict[str, float]:
        """Whether kind, status, round and place agree, and what the rules make of both."""
        a, b = surer.main, other.main
        owner = self.owners.get(id(a))
        numbered = a.round is not None and b.round is not None
        return {
            "joined": float(owner is not None and owner is self.owners.get(id(b))),
            "kinds_agree": float(kinds_agree(a.kind, b.kind)),
            "one_kind": float(a.kind == b.kind),
            "both_visits": float((a.kind == "visit") == (b.kind == "visit")),
            "one_status": float(a.status == b.status),
            "both_ahead": float((a.status in AHEAD) == (b.status in AHEAD)),
            "both_denied": float((a.status == "denied") == (b.status == "denied")),
            "one_order": float(a.order == b.order),
            "rounds": (1.0 if a.round == b.round else -1.0) if numbered else 0.0,
            "one_word": float(self._word(a) == self._word(b)),
            "one_format": float(bool({v for v, *_ in a.designations} & {v for v, *_ in b.designations})),
            "apart": float(venues_apart(self.context, surer.place, other.place)),
            "one_place": float(surer.place is not None and surer.place == other.place),
        }

    def _word(self, mention: MeetingMention) -> str:
        return told_word(self.context.text.tokens[mention.cue.first].fold)

    def _who(self, surer: Telling, other: Telling) -> dict[str, float]:
        """Whether tables and people agree, and how likely each table is for the other telling."""
        ours, theirs = frozenset(surer.encounter.parties), frozenset(other.encounter.parties)
        a, b = surer.encounter.main, other.encounter.main
        our_own, their_own = frozenset(a.own_parties), frozenset(b.own_parties)
        actors = self.context.found.actors
        people, others = ({entry for entry, _ in m.people} for m in (a, b))
        unlike = 0
        for party in ours & theirs:
            mine, yours = ({e for e in some if actors[e].party == party} for some in (people, others))
            unlike += bool(mine and yours and not mine & yours)
        return {
            "one_table": float(ours == theirs),
            "other_within": float(theirs < ours),
            "surer_within": float(ours < theirs),
            "parties_shared": float(len(ours & theirs)),
            "parties_jaccard": len(ours & theirs) / max(1, len(ours | theirs)),
            "table_of_other_for_surer": surer.tables.get(theirs, 0.0),
            "table_of_surer_for_other": other.tables.get(ours, 0.0),
            "named_by_other_at_surer": float(len(their_own & ours)),
            "named_by_other_not_at_surer": float(len(their_own - ours)),
            "named_by_surer_not_at_other": float(len(our_own - theirs)),
            "people_shared": min(3.0, len(people & others)),
            "other_people": float(unlike),
        }

    def _where(self, a: MeetingMention, b: MeetingMention) -> dict[str, float]:
        """How far apart both stand in the text, and how much of their sentences is in the same words."""
        ours, theirs = self._words(a), self._words(b)
        shared = len(ours & theirs)
        return {
            "other_behind": float(a.first <= b.first),
            "sentences": min(_SENTENCES, abs(a.sentence.index - b.sentence.index)),
            "one_sentence": float(a.sentence is b.sentence),
            "one_block": float(a.sentence.block == b.sentence.block),
            "tokens": min(_TOKENS, gap(a.cue.first, a.cue.last, b.cue.first, b.cue.last)),
            "overlap": float(a.first < b.last and b.first < a.last),
            "words_shared": min(8.0, shared),
            "words_jaccard": shared / max(1, len(ours | theirs)),
        }

    def _words(self, mention: MeetingMention) -> frozenset[str]:
        index = mention.sentence.index
        known = self._stems.get(index)
        if known is None:
            known = self._stems[index] = told_words(
                self.context.text.tokens[mention.sentence.first : mention.sentence.last]
            )
        return known


def likest(
    pairs: Pairs, kept: Sequence[Telling], other: Telling, judge: Judge
) -> tuple[Telling, dict[str, float], float]:
    """Return the telling beside which another one is least likely an encounter of its own.

    Args:
        pairs: What describes pairs of tellings of the document.
        kept: Tellings that are surer than it; at least one.
        other: The telling.
        judge: The judge of pairs.

    Returns:
        The telling, the description of the pair, and how likely the other is told again there.
    """
    rows = [pairs.features(surer, other) for surer in kept]
    scores = [judge.score(row) for row in rows]
    best = max(range(len(kept)), key=lambda n: (scores[n], -n))
    return kept[best], rows[best], judge.probability(rows[best])


def told_once(pairs: Pairs, judge: Judge) -> list[Encounter]:
    """Leave out what is told again.

    Args:
        pairs: What describes pairs of tellings of the document.
        judge: The judge of pairs.

    Returns:
        The encounters that are kept, in the order in which the text first tells of them; each knows where it is told
        again (`Encounter.again`).
    """
    kept: list[Telling] = []
    for telling in pairs.in_order:
        main = telling.encounter.main
        beside = [k for k in kept if not (parts_of_one(k.encounter.main, main) or others_met(k.encounter.main, main))]
        if beside:
            surer, _, chance = likest(pairs, beside, telling, judge)
            if chance >= judge.threshold:
                surer.encounter.again.append((telling.encounter.main, chance))
                continue
        kept.append(telling)
    listed = {id(telling.encounter) for telling in kept}
    return [telling.encounter for telling in pairs.tellings if id(telling.encounter) in listed]


def _when(surer: Telling, other: Telling) -> dict[str, float]:
    """Whether the dates agree, and how likely each date is for the other telling."""
    a, b = surer.encounter.date, other.encounter.date
    row = {"date_of_other_for_surer": 0.5, "date_of_surer_for_other": 0.5, "days": -1.0}
    if b is not None:
        row["date_of_other_for_surer"] = surer.dates.get(day(b.edtf), 0.0)
    if a is not None:
        row["date_of_surer_for_other"] = other.dates.get(day(a.edtf), 0.0)
    row["likeliest_shared_date"] = max((min(c, other.dates.get(d, 0.0)) for d, c in surer.dates.items()), default=0.0)
    if a is not None and b is not None:
        row |= {
            "both_dated": 1.0,
            "one_day": float(day(a.edtf) == day(b.edtf)),
            "one_naming": float(a is b),
            "date_within": float(same_or_within(a.edtf, b.edtf)),
            "dates_compatible": float(compatible(a.edtf, b.edtf)),
            "days": _days(a.edtf, b.edtf),
            "surer_borrowed": float(borrowed_date(surer.encounter)),
            "other_borrowed": float(borrowed_date(other.encounter)),
        }
    return row


def day(edtf: str | None) -> str:
    """Return a date without its time of day; nothing where there is none."""
    return (edtf or "").partition("T")[0]


def _days(a: str | None, b: str | None) -> float:
    """How many days lie between the beginnings of two dates, at most a year; -1 where that is not told."""
    one, other = bounds(a), bounds(b)
    if one is None or other is None:
        return -1.0
    return min(_DAYS, abs((one[0] - other[0]).days))


def borrowed_date(encounter: Encounter) -> bool:
    """Whether the date of a telling stands in another sentence: one that its own sentence names counts for more."""
    sentence, date = encounter.main.sentence, encounter.date
    return date is not None and not sentence.first <= date.first < sentence.last
