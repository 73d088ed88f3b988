"""What several only think alike: "they agreed that *the crisis is grave*" undertakes nothing.

Where a language puts the verb of what is agreed right behind "that", a noun there opens an opinion, unless the clause
tells of days to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from peyman.languages import Language
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.commitments.units import Unit

#: Between the word of agreeing and "that" stand at most so many tokens: "agreed *the ministers of A and B on Monday*".
THAT_REACH = 14
#: What is to come is looked for among so many tokens behind "that".
CLAUSE = 12


def opinions_in(context: Context, units: Sequence[Unit]) -> list[bool]:
    """Say of each stretch of a sentence whether it tells what several agree is so, and not what they agreed to do.

    Args:
        context: The document.
        units: The stretches of the sentence.
    """
    verb = _verb_behind_that(context.text.language)
    return [verb is not None and _is_opinion(context, unit, verb) for unit in units]


@lru_cache(maxsize=8)
def _verb_behind_that(language: Language) -> re.Pattern[str] | None:
    pattern = language.table("grammar").get("order", {}).get("agreed_verb")
    return re.compile(pattern) if pattern else None


def _is_opinion(context: Context, unit: Unit, verb: re.Pattern[str]) -> bool:
    sentence = unit.sentence
    agreed = sentence.having("undertake", first=unit.first - THAT_REACH, last=unit.last)
    if not agreed or agreed[-1].value != "agreed":
        return False
    at = agreed[-1].last
    that = next(iter(sentence.having("that", first=agreed[-1].first, last=at + THAT_REACH)), None)
    if that is None or not at < that.last < sentence.last or not (unit.first <= agreed[-1].first or _opens(that, unit)):
        return False
    if sentence.having("say", "refuse", first=at, last=that.first):
        return False
    if sentence.having("future", first=that.last, last=that.last + CLAUSE):
        return False
    return verb.fullmatch(context.text.tokens[that.last].fold) is None


def _opens(that: Cue, unit: Unit) -> bool:
    return that.first <= unit.first <= that.last
