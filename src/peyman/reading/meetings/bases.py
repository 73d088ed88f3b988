"""Under which agreement an encounter takes place: what a judge is told of each agreement that a document names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from peyman.actors.found import Mention
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.surroundings import Surroundings, gap, governor
from peyman.reading.encounters import Encounter
from peyman.reading.judges.judgement import Features, Judge, judge

#: An agreement is looked at if it is named at most so many tokens from the telling.
REACH = 400
#: At most so many agreements are judged for one encounter, those named nearest to it first.
MOST = 20
#: Cues at most so many tokens from the name are told to the judge.
NEAR = 10
_FAR = 40.0
_FARTHEST = 200.0
#: What is added to the distance of a word behind the name, so that the judge can tell it from one before.
_BEHIND = 20.0
_KINDS = ("signing", "visit", "call", "committee", "conference")
_FORMS = ("ceasefire", "treaty", "memorandum", "roadmap", "resolution", "framework", "agreement")
_ROLES = (
    *("under", "class", "about", "of", "purpose", "say", "publish", "that", "which", "past", "future", "hold"),
    *("undertake", "meeting-noun", "meeting-verb", "with", "and", "in", "to", "from", "condition", "previous"),
)


class Grounds:
    """Describes the agreements that the encounters of one document may rest on."""

    def __init__(self, context: Context, around: Surroundings) -> None:
        self.context = context
        self.around = around

    def candidates(self, encounter: Encounter) -> list[int]:
        """Return the indices of the agreements named near the telling, the nearest first."""
        near = {
            entry: self._gap(encounter, self._nearest(encounter, entry))
            for entry, agreement in enumerate(self.context.found.agreements)
            if agreement.mentions
        }
        return sorted((entry for entry, away in near.items() if away < REACH), key=near.__getitem__)[:MOST]

    def features(
        self, encounter: Encounter, candidates: Sequence[int], others: Sequence[Encounter]
    ) -> list[dict[str, float]]:
        """Describe each candidate to the judge.

        Args:
            encounter: The encounter.
            candidates: Indices of agreements, as `candidates` gives them.
            others: Every encounter of the document.
        """
        main, agreements = encounter.main, self.context.found.agreements
        here = main.sentence
        shared = {f"kind_{kind}": float(encounter.kind == kind) for kind in _KINDS}
        shared |= {
            "planned": float(encounter.status == "planned"),
            "tellings": min(8.0, len(encounter.mentions)),
            "verb": float(main.cue.role == "meeting-verb"),
            "agreements": min(8.0, len(agreements)),
            "others_here": float(
                sum(any(here.first <= m.first < here.last for m in agreement.mentions) for agreement in agreements)
            ),
        }
        rows = []
        for entry in candidates:
            agreement = agreements[entry]
            row = dict(shared)
            row["in_rule"] = float(any(entry in telling.basis for telling in encounter.mentions))
            row["in_main"] = float(entry in main.basis)
            row["elsewhere"] = float(
                sum(any(entry in m.basis for m in other.mentions) for other in others if other is not encounter)
            )
            row |= {f"is_{form}": float(agreement.kind == form) for form in _FORMS}
            row |= self._dated(encounter, agreement.date)
            row["known"] = agreement.confidence
            row["mentions"] = min(8.0, len(agreement.mentions))
            row["parties_known"] = float(bool(agreement.parties))
            row["parties_shared"] = min(4.0, len(set(agreement.parties) & set(encounter.parties)))
            row |= self._named(encounter, entry)
            rows.append(row)
        return rows

    def of(self, encounter: Encounter, others: Sequence[Encounter], decides: Judge) -> list[int]:
        """Return the indices of the agreements that one encounter rests on, in the order of the text.

        Args:
            encounter: The encounter.
            others: Every encounter of the document.
            decides: The judge of each agreement.
        """
        candidates = self.candidates(encounter)
        rows = self.features(encounter, candidates, others)
        chosen = [
            entry
            for entry, row in zip(candidates, rows, strict=True)
            if said_to_be(row) or decides.probability(row) >= decides.threshold
        ]
        return sorted(chosen, key=lambda entry: self.context.found.agreements[entry].mentions[0].first)

    @staticmethod
    def _dated(encounter: Encounter, date: str | None) -> dict[str, float]:
        """How the date in an agreement's name stands to that of the encounter."""
        told = (encounter.date.edtf or "") if encounter.date is not None else ""
        return {
            "dated": float(bool(date)),
            "same_date": float(bool(date and told and told.startswith(date))),
            "of_before": float(bool(date and told and date[:10] < told[:10])),
        }

    def _named(self, encounter: Encounter, entry: int) -> dict[str, float]:
        """How the nearest naming of an agreement stands to the telling, and what stands about it."""
        cue, here = encounter.main.cue, encounter.main.sentence
        naming = self._nearest(encounter, entry)
        sentence = self.around.sentence_at(naming.first)
        namings = self.context.found.agreements[entry].mentions
        row = {
            "here": float(any(here.first <= m.first < here.last for m in namings)),
            "gap": min(_FARTHEST, self._gap(encounter, naming)),
            "before": float(naming.last <= cue.first),
            "away": min(20.0, abs(sentence.index - here.index)),
            "words": float(naming.last - naming.first),
            f"block_{sentence.kind.value}": 1.0,
        }
        if row["here"]:
            between = self.around.cues(here, min(naming.last, cue.last), max(naming.first, cue.first))
            roles = {c.role for c in between}
            row |= {f"past_{role}": float(role in roles) for role in _ROLES}
        near = self.around.near(sentence, naming.first, NEAR)
        for role in _ROLES:
            row[f"near_{role}"] = min(
                (
                    gap(naming.first, naming.last, c.first, c.last) + (0.0 if c.last <= naming.first else _BEHIND)
                    for c in near
                    if c.role == role
                ),
                default=_FAR,
            )
        # "Pursuant to the agreement" may be one cue, into which the name reaches.
        above = governor(near, naming.first, 2) or next((c.role for c in near if c.first < naming.first < c.last), "")
        return row | {f"governed_{role}": float(above == role) for role in _ROLES}

    def _nearest(self, encounter: Encounter, entry: int) -> Mention:
        return min(self.context.found.agreements[entry].mentions, key=lambda naming: self._gap(encounter, naming))

    @staticmethod
    def _gap(encounter: Encounter, naming: Mention) -> int:
        cue = encounter.main.cue
        return gap(naming.first, naming.last, cue.first, cue.last)


def said_to_be(row: Features) -> bool:
    """Return whether a telling says in so many words that it is under an agreement, as `Grounds.features` tells it."""
    return bool(row.get("in_rule")) and bool(row.get("governed_under"))


def bases(context: Context, around: Surroundings, encounters: Sequence[Encounter]) -> list[list[int]]:
    """Say for each encounter which agreements it rests on, in the order of the text.

    Args:
        context: The document with its cues, names and dates.
        around: Its sentences, indexed.
        encounters: Its encounters.

    Returns:
        For each encounter the indices of agreements.
    """
    if not context.found.agreements:
        return [[] for _ in encounters]
    grounds = Grounds(context, around)
    return [grounds.of(encounter, encounters, shipped_judge()) for encounter in encounters]


@cache
def shipped_judge() -> Judge:
    """Return the judge that comes with Peyman."""
    return judge("meetings-basis")
