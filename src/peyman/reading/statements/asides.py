"""Clauses put in between whoever speaks and the verb: "A, *stressing that B had left*, said".

Where the verb comes last such a clause ends with a verb of its own and a comma, and whoever it names stands nearer to
the word of saying than the one who speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from peyman.languages import Language
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import Agent, ReadSentence
from peyman.text.lexicon import Lexicon, Phrase
from peyman.text.marks import COMMAS

#: Between the comma that ends such a clause and the word of saying stand at most so many tokens: when, in what.
_TO_VERB = 8
#: Such a clause is at most so many tokens long.
_LONGEST = 60
#: Verbs that end it.
_ENDING = ("finite", "past", "present", "passive", "negation")


def speaker_around(context: Context, sentence: ReadSentence, cue: Cue) -> Agent | None:
    """Return who speaks where a clause is put in before the word of saying; None where none is.

    Args:
        context: The document.
        sentence: The sentence.
        cue: The word of saying or publishing.
    """
    openers = _openers(context.text.language)
    if openers is None or context.table.subject != "before":
        return None
    closed = _comma_before(context, sentence, cue)
    if closed is None:
        return None
    start = max(sentence.first, closed - _LONGEST)
    found = openers.find(context.text.tokens, start, closed)
    if not found:
        return None
    opened = found[-1].start
    if sentence.having("say", "publish", first=opened, last=closed):
        return None
    told = sentence.having("say", "publish", first=sentence.first, last=opened)
    before = told[-1].last if told else sentence.first
    agents = sentence.agents_in(before, opened)
    return next((a for a in agents if a.last <= opened and a.free and not a.role and not context.is_outlet(a)), None)


def outlet_around(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a news outlet with which a sentence begins says it, past others: "X, noting B, wrote".

    Args:
        context: The document.
        sentence: The sentence.
        cue: The word of saying.
    """
    words = _words(context.text.language)
    first = next(iter(sentence.agents), None)
    if words is None or first is None or first.role or not context.is_outlet(first):
        return False
    if first.first - sentence.first > 1 or first.last > cue.first:
        return False
    if sentence.having("say", "publish", first=first.last, last=cue.first):
        return False
    return any(m.start == first.last for m in words.find(context.text.tokens, first.last, cue.first))


def _comma_before(context: Context, sentence: ReadSentence, cue: Cue) -> int | None:
    """The comma before a word of saying that nobody stands behind, if a verb stands right before it."""
    tokens = context.text.tokens
    floor = max(sentence.first, cue.first - _TO_VERB)
    comma = next((t for t in range(cue.first - 1, floor - 1, -1) if tokens[t].text in COMMAS), None)
    if comma is None or any(a.free and not a.role for a in sentence.agents_in(comma, cue.first)):
        return None
    ends = sentence.having(*_ENDING, first=comma - 3, last=comma)
    return comma if any(c.last == comma for c in ends) else None


@cache
def _words(language: Language) -> Lexicon | None:
    """What opens such a clause, whether "that" follows or a noun."""
    words = language.table("grammar").get("asides", {}).get("words", ())
    return Lexicon([Phrase(word, "aside", word, exact=True) for word in words]) if words else None


@cache
def _openers(language: Language) -> Lexicon | None:
    """What opens such a clause: a preposition or what somebody does in passing, with the word for "that"."""
    table: Mapping[str, Sequence[str]] = language.table("grammar").get("asides", {})
    forms = [f"{word} {that}" for word in table.get("words", ()) for that in table.get("that", ())]
    return Lexicon([Phrase(form, "aside", form, exact=True) for form in forms]) if forms else None
