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
from peyman.reading.clauses.subjects import behind_comma
from peyman.text.lexicon import Lexicon, Phrase
from peyman.text.marks import COMMAS
from peyman.text.tokens import TokenKind

#: Between the comma that ends such a clause and the word of saying stand at most so many tokens: when, in what.
_TO_VERB = 8
#: Such a clause is at most so many tokens long.
_LONGEST = 60
#: What stands before it without naming who speaks: "then, on Sunday, in reply to *B* …".
_NOBODY = ("also", "then", "but", "and", "demonstrative", "in-course")
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


def named_in_passing(context: Context, sentence: ReadSentence, agent: Agent, cue: Cue) -> bool:
    """Whether somebody is named only in what is put in between another and the verb: "A, noting *B's* letter, said".

    So it is even where nobody knows who the other is. What opens the sentence puts nobody in between, and no more does
    what a comma ends: "in reply to this, *B* said".

    Args:
        context: The document.
        sentence: The sentence.
        agent: Somebody named before the word of saying.
        cue: The word of saying.
    """
    words = _words(context.text.language)
    if words is None or context.table.subject != "before" or agent.last > cue.first:
        return False
    start = max(sentence.first, agent.first - _LONGEST)
    opened = [m for m in words.find(context.text.tokens, start, agent.first) if m.start > sentence.first]
    for match in reversed(opened):
        if behind_comma(context, match.end, agent.first) or sentence.having("say", first=match.end, last=agent.first):
            return False
        if sentence.having("which", "that", first=agent.last, last=cue.first):
            return False  # "the statement of B, *which said*"
        if _somebody_before(context, sentence, match.start):
            return True
    return False


def _somebody_before(context: Context, sentence: ReadSentence, opened: int) -> bool:
    """Whether more than time, "also" and the source of the report stands before what is put in between."""
    start = sentence.first
    sources = sentence.having("reported-by", last=opened)
    if sources:
        start = next((t + 1 for t in range(sources[-1].last, opened) if context.text.tokens[t].text in COMMAS), opened)
    passed = {t for c in sentence.having(*_NOBODY, first=start, last=opened) for t in range(c.first, c.last)}
    words = (t for t in range(start, opened) if context.text.tokens[t].kind is TokenKind.WORD)
    return any(t not in passed and not sentence.is_dated(t) for t in words)


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
    """Where a clause ends before a word of saying: at its comma, if a verb stands there and nobody behind it."""
    tokens = context.text.tokens
    if any(c.last == cue.first for c in sentence.having(*_ENDING, first=cue.first - 3, last=cue.first)):
        return cue.first  # "claiming that B *broke it* said"
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
