"""What a day is counted from: "two days after *the minister visited Lima on 4 May*, A met B".

The phrase tells of another day than its sentence does, and of others: whoever visited Lima has not met B by that, and
the visit was not two days later. The count itself is the main clause's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from peyman.dates import FoundDate
from peyman.languages import Language
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import Agent, InsertedClause, ReadSentence
from peyman.text.fold import fold
from peyman.text.marks import COMMAS

#: The day that another one is counted from stands at most so many tokens behind the count.
_FARTHEST = 24
#: A comma closes the phrase at most so many tokens behind that day: "4 May *in Doha*,".
_TO_COMMA = 4
#: The role of whom a phrase is about: nobody whom the main clause could go on with.
COUNTED = "counted"


def counted_phrases(context: Context, sentence: ReadSentence) -> Iterator[InsertedClause]:
    """Yield the phrases from which days of a sentence are counted, in order.

    Args:
        context: The document.
        sentence: A sentence of it.
    """
    endings = _endings(context.text.language)
    for count in sentence.dates[:-1] if endings else ():
        if not count.relative or not _is_count(context, count, endings):
            continue
        behind = sentence.dates_in(count.last, count.last + _FARTHEST)
        if not behind or any(_is_comma(context, t) for t in range(count.last, behind[0].first)):
            continue
        last = _end(context, sentence, behind[0])
        yield InsertedClause(count.last, count.last, last, Agent(count.last, count.last, role=COUNTED))


def _is_count(context: Context, date: FoundDate, endings: frozenset[tuple[str, ...]]) -> bool:
    """Whether a date ends in the word for "after" that begins what it is counted from."""
    folded = [token.fold for token in context.text.tokens[date.first : date.last]]
    return any(len(folded) > len(words) and tuple(folded[-len(words) :]) == words for words in endings)


def _end(context: Context, sentence: ReadSentence, day: FoundDate) -> int:
    near = range(day.last, min(sentence.last, day.last + _TO_COMMA + 1))
    return next((t for t in near if _is_comma(context, t)), day.last)


def _is_comma(context: Context, token: int) -> bool:
    return context.text.tokens[token].text in COMMAS


@cache
def _endings(language: Language) -> frozenset[tuple[str, ...]]:
    table = language.table("calendar").get("counted_days", {})
    phrases = (phrase for key in ("after", "before", "joining") for phrase in table.get(key, ()))
    return frozenset(tuple(fold(word) for word in phrase.split()) for phrase in phrases)
