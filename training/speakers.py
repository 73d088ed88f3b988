"""Learn whose words are told: which of the people and parties around a word of saying speaks.

What ``statements.py`` trains first. An annotated statement names a party and the words that tell it, here and again;
whoever stands around the word of saying nearest to them and has that party is right, whoever has another is not.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fitting import fit_model

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.reading.clauses.subjects import subject_of
from peyman.reading.judges.learnt import Model
from peyman.reading.statements.speakers import YES, Speakers, better
from peyman.reading.statements.speaking import possessor

NAME = "statements-speaker"
#: L1 and L2 penalties, and how often a feature must have been met.
PENALTIES = (0.3, 1.0)
MET = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of saying: what is known of each candidate, who of them is right, and whom the rules name."""

    rows: list[list[str]]
    right: list[bool]
    ruled: int | None


def choices(gold: Mapping[str, Any], context: Context, scorer: types.ModuleType) -> list[Choice]:
    """Return the words of saying of a document of which the annotation tells who speaks."""
    text = scorer.Text(gold["text"])
    speakers = Speakers(context, Model((), {}, ()))
    found = []
    for entry in gold["statements"]:
        right = frozenset(entry.get("parties") or scorer.as_set(entry.get("party")))
        again = [span for words in entry.get("again", ()) for span in text.where({"anchor": words}, "anchor")[:1]]
        for start, end in [*text.where(entry, "anchor")[:1], *again]:
            told = _nearest(context, start, end)
            if told is None:
                continue
            sentence, cue = told
            ruled = _ruled(context, sentence, cue)
            candidates = speakers.candidates(sentence, cue, ruled)
            if not candidates:
                continue
            rows = speakers.features(sentence, cue, candidates, ruled)
            at = next((n for n, a in enumerate(candidates) if ruled is not None and a.first == ruled.first), None)
            found.append(Choice(rows, [frozenset(a.parties) == right for a in candidates], at))
    return found


def _ruled(context: Context, sentence: ReadSentence, cue: Cue) -> Agent | None:
    agent = subject_of(context, sentence, cue)
    if agent is None and cue.role == "publish":
        nouns = sentence.having("statement-noun")
        noun = min(nouns, key=lambda n: abs(n.first - cue.first), default=None)
        return None if noun is None else possessor(sentence, noun)
    return agent


def _nearest(context: Context, start: int, end: int) -> tuple[ReadSentence, Cue] | None:
    """The word of saying that stands nearest to some published words, in their sentence."""
    best: tuple[int, ReadSentence, Cue] | None = None
    for sentence in context.sentences:
        low, high = context.text.span(sentence.first, sentence.last)
        if high <= start or end <= low:
            continue
        for cue in sentence.having("say", "publish"):
            first, last = context.text.span(cue.first, cue.last)
            far = max(0, first - end, start - last)
            if best is None or far < best[0]:
                best = far, sentence, cue
    return None if best is None else best[1:]


def fit(documents: Sequence[Sequence[Choice]]) -> Model:
    """Fit the model to the choices of some documents."""
    rows = [
        ([row], [YES if right else "no"])
        for document in documents
        for choice in document
        if any(choice.right)
        for row, right in zip(choice.rows, choice.right, strict=True)
    ]
    return fit_model(rows, PENALTIES, 2, MET)


def outcomes(fitted: Model, document: Sequence[Choice]) -> Iterator[tuple[bool, bool]]:
    """Yield, for each choice that can be right, whether the rules are, and whether rules and model together are."""
    for choice in document:
        if any(choice.right):
            chances = [fitted.probabilities(row)[YES] for row in choice.rows]
            chosen = better(chances, choice.ruled)
            ruled = choice.ruled is not None and choice.right[choice.ruled]
            yield ruled, chosen is not None and choice.right[chosen]
