"""People named only as those whose something is: "to discuss *President A's* war", "told *the minister's* aide".

Where a possessive marks whose something is, whoever it marks takes part in nothing by that; the thing may, or whoever
stands behind it. An encounter is told as somebody's in the same way ("A's talks with B"), and is left out here.
"""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.sentences import ReadSentence
from peyman.text.marks import APOSTROPHES

#: The noun of an encounter stands at most so many tokens behind the possessive: "A's *two days of indirect* talks".
_ENCOUNTER_WITHIN = 6
#: What parts the thing from the noun of an encounter: "A's proposal *for* talks".
_PARTING = ("errand", "about", "in", "to", "with", "and")


def owns_a_thing(context: Context, sentence: ReadSentence, last: int) -> bool:
    """Whether a possessive behind a name makes it the owner of something that is no encounter.

    Args:
        context: The document.
        sentence: Where the name stands.
        last: The token behind the name, or behind its possessive.
    """
    marked = _behind_possessive(context, last)
    if not marked or marked >= sentence.last:
        return False
    near = sentence.having("meeting-noun", "meeting-verb", first=marked, last=marked + _ENCOUNTER_WITHIN)
    return not near or bool(sentence.having(*_PARTING, first=marked, last=near[0].first))


def _behind_possessive(context: Context, last: int) -> int:
    """The token behind the possessive that stands before or behind a token; 0 where there is none."""
    tokens, possessive = context.text.tokens, context.table.possessive
    for mark in (last, last - 2, last - 1) if possessive else ():
        if not 0 < mark < len(tokens) or tokens[mark].text not in APOSTROPHES:
            continue
        if mark + 1 < len(tokens) and tokens[mark + 1].fold == possessive:
            return mark + 2
        if tokens[mark - 1].fold.endswith(possessive):
            return mark + 1
    return 0
