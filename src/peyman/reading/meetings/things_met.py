"""Things that a verb of meeting or welcoming has for its object: "met the region's needs", "welcomed the decision"."""

from __future__ import annotations

from peyman.reading.clauses.context import Context
from peyman.reading.clauses.cues import Cue
from peyman.reading.clauses.sentences import ReadSentence

#: Where the verb comes last, the object of one of welcoming begins at most so many tokens before it.
WELCOMED_REACH = 20
#: The object of a verb of welcoming begins and ends within so many tokens behind it.
OBJECT_REACH = 7
#: And what is needed within so many: "to meet *the region's urgent and growing medical needs*".
NEED_REACH = 12


def greets_a_thing(context: Context, sentence: ReadSentence, cue: Cue) -> bool:
    """Whether what a verb welcomes is a decision, a deal or news, and no guest: the noun is the head of its object.

    Where the verb comes last its object stands before it, behind "of": "از توافق میان دو کشور استقبال کرد".

    Args:
        context: The document.
        sentence: Where it stands.
        cue: The verb.
    """
    if context.table.subject == "before":
        ahead = sentence.having("from", first=cue.first - WELCOMED_REACH, last=cue.first)
        return any(c.first == word.last for word in ahead[-1:] for c in sentence.having("no-guest", first=word.last))
    things = sentence.having("no-guest", first=cue.last, last=cue.last + OBJECT_REACH)
    if not things:
        return False
    return not sentence.having("in", "and", "with", "by", "from", "to", "about", first=cue.last, last=things[0].first)


def meets_a_need(sentence: ReadSentence, cue: Cue) -> bool:
    """Whether what is met is a need or a demand: "to meet *the region's urgent and growing needs*".

    Args:
        sentence: Where it stands.
        cue: The verb.
    """
    needs = [c for c in sentence.having("no-guest", first=cue.last, last=cue.last + NEED_REACH) if c.value == "need"]
    if not needs or cue.value != "meeting":
        return False
    return not sentence.having("in", "with", "by", "from", "to", "about", first=cue.last, last=needs[0].first)
