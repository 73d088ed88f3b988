"""On which day somebody says something: "said in a joint statement *on 4 March* that", «قال … *الأربعاء* إن».

The day stands in the clause of the verb of saying, before what is said, or with the noun for what was published ("in a
statement that was issued *on 4 March*"). The day of what is spoken of is none: "condemned the attack *of 4 March*".
"""

from __future__ import annotations

from collections.abc import Iterator

from peyman.dates import FoundDate
from peyman.reading.clauses.attributive import is_of_a_thing
from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence
from peyman.reading.clauses.subjects import segment_before
from peyman.reading.clauses.tense import lies_ahead

#: The day stands at most so many tokens behind the words that tell a statement, …
_BESIDE = 4
#: … or so many where only the place, the medium and whoever speaks stand between.
_FARTHEST = 16
#: What ends the words about a saying: what is said begins, or something else is told.
_ENDS = ("that", "which", "finite", "past", "future", "meeting-verb", "meeting-noun", "undertake", "quote")
#: A noun for what was published stands at most so many tokens before its day: "in a statement *issued on* 4 March".
_NOUN_BEFORE = 6
#: Behind a noun for what was published, a clause about it opens within so many tokens.
_OPENS = 2


def said_on(context: Context, sentence: ReadSentence, first: int, last: int) -> str | None:
    """Return the day of a saying, in EDTF, where its own clause tells it.

    Args:
        context: The document.
        sentence: Where it is told.
        first: First token of the words that tell it.
        last: After their last token.
    """
    for date in _dates(context, sentence, first, last):
        if date.kind != "date" or not date.edtf or date.vague or "/" in date.edtf:
            continue
        published = sentence.having("statement-noun", first=date.first - _NOUN_BEFORE, last=date.first)
        if not lies_ahead(context, date.edtf) and (published or not is_of_a_thing(context, sentence, date)):
            return date.edtf  # but not "they are to meet on Monday, an official said"
    return None


def _dates(context: Context, sentence: ReadSentence, first: int, last: int) -> Iterator[FoundDate]:
    verb_last = context.table.subject == "before"  # behind the verb stands what is said
    beside = last if verb_last else last + _BESIDE
    for date in sentence.dates_in(segment_before(context, sentence, first), beside):
        opened = [c for c in sentence.all_having("that") if c.last <= date.first]
        if all(_is_of_what_was_published(sentence, cue.first, date, first) for cue in opened):
            yield date
    for date in sentence.dates_in(beside, last if verb_last else last + _FARTHEST):
        if not any(_parts(sentence, cue) for cue in sentence.having(*_ENDS, "dated", first=last, last=date.first)):
            yield date


def _parts(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether a word between a saying and a day says that the day is of something else; none within a name does."""
    if any(agent.first <= cue.first < agent.last for agent in sentence.agents_in(cue.first - _FARTHEST, cue.last)):
        return False
    beside = sentence.near(cue.first, cue.last) if cue.role == "dated" else ()
    published = any(c.role == "statement-noun" and c.first <= cue.first < c.last for c in beside)
    return not published


def _is_of_what_was_published(sentence: ReadSentence, opener: int, date: FoundDate, saying: int) -> bool:
    """Whether a clause before a verb of saying tells when something was published: "in a statement *that*"."""
    if date.first >= saying or not sentence.having("statement-noun", first=opener - _OPENS - 1, last=opener):
        return False
    return bool(sentence.having("publish", "say", first=date.last, last=saying + _OPENS))
