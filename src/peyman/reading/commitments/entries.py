"""What a party undertakes, or refuses to do: by whom, by when, on what condition, how firmly.

Every stretch of the text proper comes into question (`peyman.reading.commitments.units`). Learnt models decide which of
them tell an undertaking, and not a forecast, a hope, an appeal or a piece of the past; whose it is; of what class and
strength; and which date is its window. What the rules read by cues and clauses (`peyman.reading.commitments.pledges`)
is part of what they weigh, and gives the words of the action.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from peyman.dates import FoundDate
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.tense import is_negated
from peyman.reading.commitments.actions import SHORTEST_ACTION, trimmed
from peyman.reading.commitments.beneficiaries import LIKELY, SERVED, Beneficiaries
from peyman.reading.commitments.declined import is_bound, refuses, shares_refusal
from peyman.reading.commitments.density import DENSE_TRACE, density_of
from peyman.reading.commitments.foretold import foretold_in
from peyman.reading.commitments.mutual import is_mutual
from peyman.reading.commitments.opinions import opinions_in
from peyman.reading.commitments.pledges import Ruled, ruled_commitments
from peyman.reading.commitments.renewed_appeals import appeals_renewed_in
from peyman.reading.commitments.retellings import without_retellings
from peyman.reading.commitments.schedules import Schedule
from peyman.reading.commitments.terms import (
    CommitmentDraft,
    as_window,
    bound_by_condition,
    class_of,
    condition_of,
    condition_of_refusal,
    is_another_ones_condition,
    objectives_of,
    objectives_told_next,
    toward_of,
)
from peyman.reading.commitments.things import things_in
from peyman.reading.commitments.undertakers import Candidates, Parties
from peyman.reading.commitments.units import Unit, UnitFeatures, date_kind
from peyman.reading.commitments.vows_of_outsiders import vowed_by_outsiders_in
from peyman.reading.commitments.windows import window_told
from peyman.reading.encounters import Encounter
from peyman.reading.judges.learnt import between, model
from peyman.reading.statements.attribution import Attribution
from peyman.text.segment import ANNOUNCING, BlockKind
from peyman.text.tokens import TokenKind

#: The label of a stretch that tells an undertaking.
UNDERTAKING = "undertaking"
#: A sentence tells as many undertakings as its stretches are likely to, the sum rounded down after adding this much:
#: finding one that is there weighs more than reporting one that is not.
ROUNDING = 0.66
#: What is left of the likelihood of a stretch that a hope, an appeal, a forecast or a need governs, or that only tells
#: of an encounter of the days to come or of what a thing will do.
DISCLAIMED = 0.2
#: What is left of it where nothing but words speaks for an undertaking: no rule, and no verb of what is to come.
BARE = 0.65
#: Where the rules see an undertaking begin and the model at least a trace of one, the likelihood is at least this. How
#: much a trace has to be depends on how dense in undertakings the document is (`peyman.reading.commitments.density`).
RULED = 0.49
#: The same where they see several in one sentence: what is listed is seldom half an undertaking.
RULED_TOGETHER = 0.66
#: Rules that read who will do what, and by when, are believed at so much smaller a trace.
DATED = 0.8
#: A stretch that is less likely than this is left out, however many others of its sentence are a little likely too.
LEAST = 0.45
#: The same in a document that tells of encounters in most of its sentences and has no word of undertaking in any: what
#: is to come there is on an agenda, unless it is denied. In documents that follow real pages 4 of 44 less likely ones
#: are annotated, in annotated documents 1.
LEAST_IN_REPORTS = 0.65
#: The second model is not asked where it counts for less than this.
FAINTEST = 0.02
#: The features that tell a class begin so: the words of the action and what the tables say of them.
_OF_CLASS = ("x.", "class", "meeting", "bias")
#: What an undertaking is said with, told beside how firm the one before it is.
_OF_CHAIN = ("gov", "opener=", "ruled:", "v.")
#: Where a condition stands beside an undertaking, this likelihood is enough to take it for conditional.
CONDITIONAL = 0.2
#: What is undertaken goes on over at most so many listed stretches.
LONGEST_LIST = 40
#: What opens the words of a promise.
_CONTENT = ("that", "which", "say")
#: How many words around a date tell what it is to an undertaking.
_DATE_REACH = 3
#: By when something is to be done is asked of at most so many dates before and behind it.
MOST_DATES = 20


def read_commitments(
    context: Context, attribution: Attribution, meetings: Sequence[Encounter]
) -> list[CommitmentDraft]:
    """Find the undertakings of a document.

    Args:
        context: The document with its cues, names and dates.
        attribution: Its statements: "we will" speaks for whoever says it.
        meetings: Its encounters: "it was agreed" binds those at the table.
    """
    if not context.may_tell_of_dealings:
        return []
    reader = CommitmentReader(context, attribution, meetings)
    density = density_of(context, attribution, meetings, len(reader.ruled))
    drafts: list[CommitmentDraft] = []
    for sentence in reader.sentences():
        units, rows = reader.features.sentence(sentence)
        trace = 0.0 if sentence.kind is BlockKind.ITEM else density.trace
        bare = reader.features.bare_in(units)
        foretold = foretold_in(context, attribution, units)
        none_of_it = (things_in(context, units), opinions_in(context, units), vowed_by_outsiders_in(context, units))
        others = (reader.schedule.told_in(units), *none_of_it, appeals_renewed_in(units), foretold)
        vetoed = list(map(any, zip(*others, strict=True)))
        found = reader.features.ruled_and_dated(units)
        ruled, dated = [group for group, _ in found], [by_when for _, by_when in found]
        likely = likelihoods(rows, ruled, trace, bare, vetoed, dated, density.like_pages)
        if reader.features.opens_list(sentence):
            likely[-1] = 0.0  # "The two sides agreed to:"
        enough = [p >= reader.least(unit) for p, unit in zip(likely, units, strict=True)]
        chosen, told_before = _chosen(likely, enough), len(drafts)
        spare = _spare(likely, chosen)
        chosen = reader.without_repeats(units, [n for n in chosen if enough[n]], likely)
        for number, n in enumerate(chosen):
            end = units[chosen[number + 1]].first if number + 1 < len(chosen) else None
            told = reader.told(units, n, end, units[chosen[number - 1]].last if number else sentence.first)
            draft = reader.filled(told, rows[n])
            draft.confidence = min(0.99, likely[n] + spare)
            draft.ruled, draft.like_pages = told.ruled is not None, density.like_pages
            if trace and draft.ruled and likely[n] in (RULED, RULED_TOGETHER):
                draft.believed = density.expected, trace
            draft.features = rows[n]
            drafts.append(draft)
        here = drafts[told_before:]
        drafts[told_before:] = [d for d in here if not is_another_ones_condition(d, here)]
    drafts = without_retellings(context, drafts, meetings)
    for draft in drafts:
        objectives_told_next(context, draft)
    return drafts


def likelihoods(
    rows: Sequence[Sequence[str]],
    ruled: Sequence[Sequence[int]],
    trace: float = DENSE_TRACE,
    bare: Sequence[bool] = (),
    vetoed: Sequence[bool] = (),
    dated: Sequence[bool] = (),
    like_pages: float = 0.0,
) -> list[float]:
    """Return how likely each stretch of a sentence tells an undertaking.

    Args:
        rows: The features of each stretch.
        ruled: For each undertaking that the rules read there, its stretches.
        trace: How likely the model has to find one of those for the rules to be believed. An entry of a list is told
            by the line that announces the list, which the rules know; so they need no model there.
        bare: Of each stretch, whether nothing but its words speaks for an undertaking; of none, if not given.
        vetoed: Of each stretch, whether it only tells of an encounter of the days to come, or of what a thing will do;
            of none, if not given.
        dated: Of each undertaking of the rules, whether they also read by when it is to be done; of none, if not given.
        like_pages: How far the model counts that has learnt from documents after real pages too, from 0 to 1.
    """
    found = [m[UNDERTAKING] for m in model("undertakings").marginals(rows)]
    if like_pages >= FAINTEST:
        of_pages = (m[UNDERTAKING] for m in model("undertakings-pages").marginals(rows))
        found = [between(one, other, like_pages) for one, other in zip(found, of_pages, strict=True)]
    disclaimed = ["disclaimed" in row for row in rows]
    if vetoed:
        disclaimed = [denied or veto for denied, veto in zip(disclaimed, vetoed, strict=True)]
    found = [likely * DISCLAIMED if denied else likely for likely, denied in zip(found, disclaimed, strict=True)]
    if bare:
        found = [likely * BARE if alone else likely for likely, alone in zip(found, bare, strict=True)]
    least = RULED if len(ruled) == 1 else RULED_TOGETHER
    for number, group in enumerate(ruled):
        enough = trace * DATED if number < len(dated) and dated[number] else trace
        if not any(disclaimed[n] for n in group) and enough <= max(found[n] for n in group) < least:
            found[group[0]] = least
    return found


def _chosen(likely: Sequence[float], enough: Sequence[bool]) -> list[int]:
    """The stretches that tell an undertaking: the likeliest ones, as many as there are likely to be."""
    count = int(sum(likely) + ROUNDING)
    return sorted(sorted(range(len(likely)), key=lambda n: (not enough[n], -likely[n], n))[:count])


def _spare(likely: Sequence[float], chosen: Sequence[int]) -> float:
    """What the stretches of a sentence that were not chosen leave over to each that was."""
    taken = set(chosen)
    return sum(p for n, p in enumerate(likely) if n not in taken) / max(1, len(chosen))


@dataclass(slots=True)
class Told:
    """An undertaking before its terms are decided.

    Attributes:
        unit: The stretch that tells it.
        draft: Its words, and the terms as the rules have them.
        ruled: What the rules read there, if anything.
    """

    unit: Unit
    draft: CommitmentDraft
    ruled: Ruled | None


class CommitmentReader:
    """Reads the undertakings of one document; what it computes for a stretch is what the models were trained on."""

    def __init__(self, context: Context, attribution: Attribution, meetings: Sequence[Encounter]) -> None:
        self.context = context
        self.attribution = attribution
        self.ruled = ruled_commitments(context, attribution, meetings)
        self.features = UnitFeatures(context, attribution, self.ruled)
        self.candidates = Candidates(context, attribution, meetings)
        self.beneficiaries = Beneficiaries(context)
        self.schedule = Schedule(context, attribution, meetings)
        self._strength_before: tuple[int, str] | None = None

    def sentences(self) -> Iterator[ReadSentence]:
        """The sentences that may tell an undertaking: titles only announce what the text proper tells."""
        return (s for s in self.context.sentences if s.kind not in ANNOUNCING)

    def told(self, units: Sequence[Unit], n: int, end: int | None, since: int) -> Told:
        """Return the undertaking that a stretch tells.

        Args:
            units: The stretches of its sentence.
            n: Which of them.
            end: Token where the next undertaking of the sentence begins; None if there is none.
            since: Token where the stretch of the one before it ends; else where the sentence begins.
        """
        unit = units[n]
        ruled = self._ruled(unit, since)
        last = self._last(units, n) if end is None else min(self._last(units, n), end)
        if ruled is not None:
            draft = replace(ruled.draft, objectives=list(ruled.draft.objectives))
            if end is not None and draft.action[0] < end < draft.action[1]:
                draft.action = trimmed(self.context, draft.action[0], end) or (draft.action[0], end)
                draft.last = max(min(draft.last, end), draft.action[1])
        else:
            draft = self._draft(unit, last)
        self._trim(draft)
        return Told(unit, draft, ruled)

    def least(self, unit: Unit) -> float:
        """Return how likely a stretch has to tell an undertaking to be taken for one.

        Args:
            unit: The stretch.
        """
        if not self.features.reports_encounters or is_negated(unit.sentence, unit.first, unit.last):
            return LEAST
        # Nor is on an agenda what somebody will do there, other than to meet; and what they agreed on is none.
        acts = unit.sentence.having("future", first=unit.first, last=unit.last) and not self._meets(unit)
        agreed = unit.sentence.having("mutual", first=unit.first - len(_CONTENT), last=unit.first)
        return LEAST if acts or agreed or is_mutual(self.context, unit) else LEAST_IN_REPORTS

    @staticmethod
    def _meets(unit: Unit) -> bool:
        meeting = unit.sentence.having("meeting-noun", "meeting-verb", "round", first=unit.first, last=unit.last)
        return bool(meeting) or any(
            c.value == "consult" for c in unit.sentence.having("class", first=unit.first, last=unit.last)
        )

    def without_repeats(self, units: Sequence[Unit], chosen: Sequence[int], likely: Sequence[float]) -> list[int]:
        """Leave out what only goes on with the undertaking told before it: "promised" and "that it would send aid".

        Args:
            units: The stretches of a sentence.
            chosen: Which of them tell an undertaking, in order.
            likely: How likely each of them does.
        """
        kept: list[int] = []
        ruled: Ruled | None = None
        for n in chosen:
            since = units[kept[-1]].last if kept else units[0].sentence.first
            before, ruled = ruled, self._ruled(units[n], since)
            if not kept or units[n].opener not in _CONTENT:
                kept.append(n)
            elif kept[-1] == n - 1 and refuses(self.context, units[n]):
                kept[-1] = n  # "will not accept *that it be attacked*": what is refused
            elif ruled is not None and ruled is before:
                kept[-1] = max(kept[-1], n, key=likely.__getitem__)
            else:
                kept.append(n)
        return kept

    def _ruled(self, unit: Unit, since: int) -> Ruled | None:
        """What the rules read in a stretch: what begins there, else what reaches into it."""
        there = [
            r
            for r in self.features.ruled.get(unit.sentence.index, ())
            if min(r.draft.last, unit.last) > max(r.draft.first, unit.first)
        ]
        begins = [r for r in there if unit.first <= r.draft.action[0] < unit.last]
        holds = [r for r in there if unit.first <= r.draft.first < unit.last]
        reaches = [r for r in there if r.draft.action[0] >= since and r.draft.action[1] > unit.first]
        return next(iter(begins or holds or reaches), None)

    def _last(self, units: Sequence[Unit], n: int) -> int:
        """Where the words of an undertaking end: behind the stretches that only go on listing."""
        last = units[n].last
        for unit in units[n + 1 : n + 1 + LONGEST_LIST]:
            if unit.opener not in ("and", ",", "،") or any(
                (c.role in ("say", "according", "undertake", "refuse", "future") or c.value == "hope")
                and unit.first <= c.first < unit.last
                for c in unit.sentence.near(unit.first, unit.last)
            ):
                break
            last = unit.last
        return last

    def _draft(self, unit: Unit, last: int) -> CommitmentDraft:
        sentence = unit.sentence
        first = unit.first
        subject = next((a for a in sentence.agents if a.free and first <= a.first <= first + 2 < a.last + 3), None)
        if subject is not None and subject.last + SHORTEST_ACTION < last and subject.first < unit.last:
            first = subject.last
        action = trimmed(self.context, first, last) or (unit.first, max(last, unit.first + 1))
        cue = Cue(unit.first, unit.first, "", "")
        return CommitmentDraft(
            sentence=sentence,
            first=unit.first,
            last=max(unit.last, action[1]),
            action=action,
            by=(),
            toward=(),
            class_=class_of(sentence, action, cue),
            objectives=objectives_of(self.context, sentence, action),
            condition=condition_of(self.context, sentence),
            followup=next((c.value for c in sentence.having("followup", first=unit.first, last=unit.last)), None),
        )

    def _trim(self, draft: CommitmentDraft) -> None:
        """Leave out a date that leads an action ("Tuesday to send …"): it is told as its window."""
        first, last = draft.action
        for date in draft.sentence.dates:
            if date.first == first and date.last + SHORTEST_ACTION <= last:
                draft.action = trimmed(self.context, date.last, last) or draft.action

    # -- terms -------------------------------------------------------------------------------------------------
    def filled(self, told: Told, row: Sequence[str]) -> CommitmentDraft:
        """Return the draft with its terms decided by the models."""
        draft = told.draft
        terms = self.terms(told, row)
        draft.class_, draft.chances["class"] = _likeliest("classes", self.of_class(terms))
        strengths = model("strengths").probabilities(terms)
        draft.strength = max(strengths, key=strengths.__getitem__)
        draft.chances["strength"] = strengths[draft.strength]
        polarity, draft.chances["polarity"] = _likeliest("polarities", terms)
        refused = polarity == "refused" or (told.ruled and shares_refusal(told.unit, told.ruled.draft))
        draft.refused = bool(refused or refuses(self.context, told.unit)) and not is_bound(self.context, told.unit)
        followup, draft.chances["followup"] = _likeliest("followups", terms)
        draft.followup = None if followup == "new" else followup
        if draft.condition is None and draft.strength == "conditional":
            draft.strength = "will"
        elif bound_by_condition(draft) and strengths.get("conditional", 0.0) >= CONDITIONAL:
            draft.strength = "conditional"
        if draft.refused and draft.condition is None:
            draft.condition = condition_of_refusal(self.context, draft)
            draft.strength = draft.strength if draft.condition is None else "conditional"
        self.note_strength(told, draft.strength)
        candidates = self.candidates.of(told.unit, told.ruled)
        weights = [model("undertakers").probabilities(features)["whose"] for _, features in candidates]
        draft.by, draft.chances["by"] = self.candidates.chosen(told.unit, candidates, weights)
        self.candidates.note(told.unit, draft.by)
        draft.toward = toward_of(draft.sentence, draft.action, draft.by)
        served = self._served(told)
        draft.served = tuple(p for p, likely in served if likely >= LIKELY)
        draft.chances["for"] = max((likely for _, likely in served), default=0.0)
        draft.window, draft.chances["window"] = self._window(told)
        return draft

    def _served(self, told: Told) -> list[tuple[str, float]]:
        """The parties that an undertaking may serve, and how likely it does."""
        weighed = model("beneficiaries")
        return [
            (party, weighed.probabilities(row)[SERVED]) for party, row in self.beneficiaries.of(told.unit, told.draft)
        ]

    def terms(self, told: Told, row: Sequence[str]) -> list[str]:
        """Return the features by which class, strength, polarity and follow-up of an undertaking are decided."""
        draft = told.draft
        sentence = draft.sentence
        features = list(row)
        words = [
            t.fold for t in self.context.text.tokens[draft.action[0] : draft.action[1]] if t.kind is TokenKind.WORD
        ]
        features += dict.fromkeys(f"x.w={w}" for w in words)
        features += dict.fromkeys(f"x.p={w[:4]}" for w in words if len(w) > 4)
        around = min(told.unit.first, draft.first), min(max(told.unit.last, draft.last), sentence.last)
        said = [t.fold for t in self.context.text.tokens[around[0] : around[1]] if t.kind is TokenKind.WORD]
        features += dict.fromkeys(f"x.s={w[:6]}" for w in said)
        features += dict.fromkeys(f"x.b={a[:5]}_{b[:5]}" for a, b in pairwise(words))
        told_classes = [c.value for c in sentence.having("class", first=around[0], last=around[1])]
        features += dict.fromkeys(f"x.s.class:{c}" for c in told_classes)
        features += dict.fromkeys(f"x.s.last:{c}" for c in told_classes[-1:])
        classes = [c.value for c in sentence.having("class", first=draft.action[0], last=draft.action[1])]
        features += dict.fromkeys(f"x.class:{c}" for c in classes)
        if classes:
            features += [f"x.first:{classes[0]}", f"x.only:{len(set(classes)) == 1}"]
        features.append(f"x.rules:{draft.class_}")
        features.append(f"x.condition:{draft.condition is not None}")
        return features + self._before(told, row)

    def note_strength(self, told: Told, strength: str) -> None:
        """Note how firm an undertaking is: what is listed behind it is often as firm.

        Args:
            told: The undertaking.
            strength: How firm it is.
        """
        self._strength_before = told.unit.sentence.index, strength

    def _before(self, told: Told, row: Sequence[str]) -> list[str]:
        """How firm the undertaking told before is, and how near it stands."""
        if self._strength_before is None:
            return ["before=0"]
        index, strength = self._strength_before
        sentence = told.unit.sentence
        near = {0: "here", 1: f"next {sentence.kind}"}.get(sentence.index - index, "far")
        found = [f"before={strength} {near}"]
        found += [f"before={strength} {near}|{f}" for f in row if f.startswith(_OF_CHAIN)]
        return found

    @staticmethod
    def of_class(terms: Sequence[str]) -> list[str]:
        """Return those of the features of an undertaking by which its class is decided."""
        return [f for f in terms if f.startswith(_OF_CLASS)]

    def dates(self, told: Told) -> list[tuple[FoundDate, list[str]]]:
        """Return the dates of the sentence with the features by which the window is chosen among them."""
        unit, sentence = told.unit, told.unit.sentence
        found = []
        tokens = self.context.text.tokens
        at = bisect_left(sentence.dates, unit.first, key=lambda d: d.first)
        near_by = sentence.dates[max(0, at - MOST_DATES) : at + MOST_DATES]
        dated = [d for d in near_by if d.edtf and not self.context.names_agreement(d)]
        cues = sentence.near(unit.first, unit.last)
        past = any(c.role == "past" and unit.first <= c.first < unit.last for c in cues)
        for number, date in enumerate(dated):
            kind = date_kind(self.context, date.edtf, date.vague)
            edtf = str(date.edtf)
            inside = "in" if unit.first <= date.first < unit.last else "before" if date.first < unit.first else "after"
            span = (told.draft.first, told.draft.last)
            form = (
                "until" if edtf.startswith("../") else "from" if edtf.endswith("/..") else "/" if "/" in edtf else "-"
            )
            near = [f"{kind}", f"{inside}", f"form={form}", f"words={span[0] <= date.first < span[1]}"]
            row = ["bias", *near, "|".join(near[:3]), "|".join(near), f"dates={min(len(dated), 3)}", f"number={number}"]
            row += [f"rules={told.draft.window == as_window(self.context, date)}", f"relative={date.relative}"]
            row.append(f"precision={len(edtf)}" if "/" not in edtf else "precision=interval")
            for step in range(1, _DATE_REACH + 1):
                before, after = date.first - step, date.last + step - 1
                if before >= sentence.first:
                    row.append(f"<{step}={tokens[before].fold}")
                if after < sentence.last:
                    row.append(f">{step}={tokens[after].fold}")
            row += [f"w={t.fold}" for t in tokens[date.first : date.last]]
            row.append(f"f={tokens[date.first].fold}")
            row += [f"<{c.role}" for c in sentence.near(date.first, date.first) if c.last == date.first]
            row.append(f"past={past}|{kind}")
            found.append((date, row))
        return found

    def _window(self, told: Told) -> tuple[str | None, float]:
        """The likeliest window among the dates of the sentence; None where no date is likely to be one."""
        likeliest = 0.0
        best: tuple[float, str | None] = (0.5, None)
        for date, features in self.dates(told):
            likely = model("windows").probabilities(features)
            use = max((label for label in likely if label != "none"), key=likely.__getitem__)
            some = 1.0 - likely["none"]
            likeliest = max(likeliest, some)
            if some > best[0]:
                best = (some, as_window(self.context, date, use))
        if best[1] is None:
            ruled = told.ruled.draft if told.ruled is not None else None
            return window_told(self.context, told.unit, told.draft, ruled), likeliest
        return best[1], likeliest


def _likeliest(name: str, features: Sequence[str]) -> tuple[str, float]:
    likely = model(name).probabilities(features)
    best = max(likely, key=likely.__getitem__)
    return best, likely[best]


__all__ = ["CommitmentReader", "Parties", "Told", "read_commitments"]
