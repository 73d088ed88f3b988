"""Encounters in the diary of the days to come: "travels to Erbil tomorrow" is news, and undertakes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from peyman.dates.edtf import bounds
from peyman.reading.clauses.context import Context
from peyman.reading.commitments.units import Unit
from peyman.reading.encounters import Encounter
from peyman.reading.statements.attribution import Attribution

#: So many days ahead an encounter with a date is rather announced than undertaken. In annotated documents 8 of 245 of
#: them are undertakings; where somebody says so in a sentence with a future, 20 of 62; without a date, or later, one in
#: three; and of those that were agreed on four in five.
NEAR = timedelta(days=14)
#: A verb that undertakes what an encounter is about stands at most so many words behind it.
_VERB_REACH = 8


class Schedule:
    """The encounters of a document that are close at hand.

    Args:
        context: The document.
        attribution: Its statements: who says "we will come" may well undertake it.
        meetings: Its encounters.
    """

    def __init__(self, context: Context, attribution: Attribution, meetings: Sequence[Encounter]) -> None:
        published = bounds(context.published) if context.published else None
        self._at: dict[int, list[int]] = {}
        for encounter in meetings:
            for mention in encounter.mentions:
                date = mention.date
                if mention.status != "planned" or date is None or date.vague or not date.edtf or published is None:
                    continue
                if attribution.is_said(mention.cue.first) and mention.sentence.having("future"):
                    continue
                days = bounds(date.edtf)
                if days is not None and days[1] - published[1] <= NEAR:
                    self._at.setdefault(mention.sentence.index, []).append(mention.cue.first)

    def told_in(self, units: Sequence[Unit]) -> list[bool]:
        """Say of each stretch of a sentence whether it only tells of an encounter of the days to come.

        Args:
            units: The stretches of a sentence.
        """
        sentence = units[0].sentence
        at = self._at.get(sentence.index)
        if not at:
            return [False] * len(units)
        verbs = sentence.all_having("undertake", "refuse")
        undertaken = verbs[0].first - _VERB_REACH if verbs else sentence.last
        return [u.last <= undertaken and any(u.first <= token < u.last for token in at) for u in units]
