"""Dates that tell which thing is meant, and not when somebody met: "discussed the *October 2* elections".

Where whose something is stands before it, so does its day: between an article and the noun. The day of an encounter
stands so only before its own noun ("the *May 4* meeting"). Behind the noun such a day stands in its genitive, "the
crisis *of 2019*", «بحران ۲۰۱۹»; of what nouns that is said, the tables of a language tell.
"""

from __future__ import annotations

from peyman.actors.bodies.composed import grammar
from peyman.actors.known.titles import POSSESSIVE, vocabulary
from peyman.dates import FoundDate
from peyman.dates.edtf import precision
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import ReadSentence
from peyman.text.tokens import TokenKind

#: Between a noun and the day that it is of stand at most so many words: "the *general* elections of", "ya".
GENITIVE_REACH = 2
#: A noun of several words has at most so many: "memorandum of understanding".
LONGEST_NOUN = 4
#: Words that end the genitive of a noun: what stands behind them is said of the verb.
_ENDS_GENITIVE = (
    "in", "with", "by", "from", "to", "about", "and", "that", "finite", "past", "future", "meeting-verb", "say",
)  # fmt: skip
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
    owned = (
        tokens[date.first - 1].fold in words.articles or tokens[date.first - 1].text in POSSESSIVE
    )  # "Kenya's 2027 …"
    if not owned or noun.kind is not TokenKind.WORD or noun.text[:1].isupper():
        return False
    if any(c.first == date.last for c in sentence.having("dated", first=date.last, last=date.last + LONGEST_NOUN)):
        return True
    if any(c.first <= date.last < c.last and c.role != "dated" for c in sentence.near(date.last, date.last + 1)):
        return False
    if any(a.first == date.last for a in sentence.agents_in(date.last, date.last + 1)):
        return False
    near = sentence.having("meeting-noun", first=date.last, last=date.last + NOUN_REACH + 2)
    return not any(c.first <= date.last + NOUN_REACH for c in near)


def is_of_a_thing(context: Context, sentence: ReadSentence, date: FoundDate) -> bool:
    """Whether a date stands in the genitive of a noun that has a day of its own: "after the crisis *of 2019*".

    A weekday, "yesterday" and "last week" are said of the verb more often, so that a date counts only if it names its
    day by a number, or a month or year.

    Args:
        context: The document.
        sentence: Where it stands.
        date: A date of it.
    """
    nouns = sentence.having("dated", first=date.first - GENITIVE_REACH - LONGEST_NOUN, last=date.first)
    if not nouns or not _is_named(context, date):
        return False
    between = range(nouns[-1].last, date.first)
    tokens = context.text.tokens
    words = vocabulary(context.text.language)
    if words.possessor_before and not any(tokens[t].fold in words.linking for t in between):
        return False  # where a noun takes "of": "discussed the elections Monday"
    if len(between) > GENITIVE_REACH or any(tokens[t].kind is not TokenKind.WORD for t in between):
        return False
    joining = grammar(context.text.language).joining
    if joining and not tokens[date.first - 1].fold.endswith(joining):
        return False  # where its ending says what a noun is followed by: "lihevkirin pêncşemê", said of the verb
    return not sentence.having(*_ENDS_GENITIVE, first=nouns[-1].last, last=date.first)


def _is_named(context: Context, date: FoundDate) -> bool:
    """Whether a date names a day by its number, or a month or a year."""
    numbered = any(context.text.tokens[t].kind is TokenKind.NUMBER for t in range(date.first, date.last))
    return numbered or precision(date.edtf or "") in ("month", "season", "year")
