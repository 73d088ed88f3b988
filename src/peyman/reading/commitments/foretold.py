"""What somebody who speaks for nobody says that a party will do: a forecast, and no undertaking of that party.

"The ambassador will work for trade, said Professor X" tells what X expects. What he says that a party has promised is
still told of as a promise, and so is what he undertakes himself. Nor does a party undertake what another one says that
it is doing: "B is working on missiles, said the minister of A".
"""

from __future__ import annotations

from collections.abc import Sequence

from peyman.actors.known.titles import vocabulary
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.commitments.units import ACTING, PROMISING, Unit
from peyman.reading.statements.attribution import Attribution
from peyman.text.fold import fold


def foretold_in(context: Context, attribution: Attribution, units: Sequence[Unit]) -> list[bool]:
    """Say of each stretch of a sentence whether its verb is what an outsider says of the days to come.

    Args:
        context: The document.
        attribution: Its statements, with who issues them.
        units: The stretches of the sentence.
    """
    statements = enumerate(attribution.statements)
    outsiders = frozenset(number for number, said in statements if _are_private(context, said.entries))
    return [
        (bool(outsiders) and _is_forecast(attribution, outsiders, unit)) or _is_imputed(context, attribution, unit)
        for unit in units
    ]


def _are_private(context: Context, entries: Sequence[int]) -> bool:
    """Whether all who issue a statement are people who act for no party and hold no office, but that of an expert."""
    words = vocabulary(context.text.language)
    actors = [context.found.actors[entry] for entry in entries]

    def is_private(title: str) -> bool:
        return any(words.is_among(fold(word), words.private) for word in title.split())

    people = [actor for actor in actors if actor.kind == "person" and actor.party is None]
    private = all(is_private(role.title) for actor in people for role in actor.roles)
    return bool(actors) and len(people) == len(actors) and private


def _is_imputed(context: Context, attribution: Attribution, unit: Unit) -> bool:
    """Whether a stretch tells what one party says of what another one does: "*A* says that *B works on* missiles".

    Where verbs come last their present is the tense of what is to come as well.
    """
    if context.table.subject == "before":
        return False
    verb = unit.sentence.ending_behind(unit.first, *ACTING)
    if verb is None or verb.role != "present" or verb.first >= unit.last:
        return False
    if unit.sentence.having("undertake", "refuse", "future", first=unit.first, last=unit.last):
        return False
    said = attribution.said_in(verb.first)
    subject = subject_of(context, unit.sentence, verb) if said else None
    if subject is None or subject.reference or not subject.parties:
        return False
    speaking = attribution.statements[said[0]].parties
    return bool(speaking) and set(speaking).isdisjoint(subject.parties)


def _is_forecast(attribution: Attribution, outsiders: frozenset[int], unit: Unit) -> bool:
    verb = unit.sentence.ending_behind(unit.first, *ACTING)
    if verb is None or verb.first >= unit.last or not _is_ahead(verb):
        return False
    if outsiders.isdisjoint(attribution.said_in(verb.first)):
        return False
    told = unit.sentence.having(*PROMISING, "first-person", last=unit.last)
    return all(_is_ahead(cue) for cue in told)


def _is_ahead(cue: Cue) -> bool:
    """Whether a cue is of what is to come, and not of what is promised."""
    return cue.role in ("future", "present") or (cue.role == "undertake" and cue.value == "will")
