"""Dates that tell which thing is meant, and not when somebody met: "discussed the *October 2* elections".

Where whose something is stands before it, so does its day: between an article and the noun. The day of an encounter
stands so only before its own noun ("the *May 4* meeting").
"""

from __future__ import annotations

from peyman.actors.titles import vocabulary
from peyman.dates import FoundDate
from peyman.reading.context import Context
from peyman.reading.sentences import ReadSentence
from peyman.text.tokens import TokenKind

#: Between the day and the noun for an encounter stand at most so many words: "the May 4 *trilateral peace* talks".
NOUN_REACH = 3


def names_a_thing(context: Context, sentence: ReadSentence, date: FoundDate) -> bool:
    """Whether a date stands between an article and a noun that is none for an encounter.

    Args:
        context: The document.
        sentence: Where it stands.
        date: A date of it.
    """
    words, tokens = vocabulary(context.text.language), context.text.tokens
    if not words.possessor_before or date.first <= sentence.first or date.last >= sentence.last:
        return False
    noun = tokens[date.last]
    if tokens[date.first - 1].fold not in words.articles or noun.kind is not TokenKind.WORD or noun.text[:1].isupper():
        return False
    if any(c.first <= date.last < c.last for c in sentence.near(date.last, date.last + 1)):
        return False
    if any(a.first == date.last for a in sentence.agents_in(date.last, date.last + 1)):
        return False
    near = sentence.having("meeting-noun", first=date.last, last=date.last + NOUN_REACH + 2)
    return not any(c.first <= date.last + NOUN_REACH for c in near)
